"""Writes the approved texts of the documents anew: `python -m tests.docgen.golden`."""

from __future__ import annotations

from pathlib import Path

from docgen.letter_document import render_explanation, render_reminder
from docgen.plan_document import render_year_plan
from docgen.report import render_report
from tests.docgen import made, reading
from workbook.domain.periods import Period
from workbook.domain.results import Assessment
from xl_macros.actions import judge
from xl_macros.new_workbook import sample_register

FOLDER = Path(__file__).parent / "golden_texts"


def _sample() -> Assessment:
    register = sample_register()
    return judge(register).assessments[Period(register.year)]


def reports() -> dict[str, str]:
    """Return the text of the small plan's draft and of the sample's report."""
    small = made.assessment(findings=(made.fault(),))
    return {
        "small": reading.text(render_report(small, draft=True)),
        "sample": reading.text(render_report(_sample(), draft=False)),
    }


def year_plans() -> dict[str, str]:
    """Return the texts of the sample's plans for both years and of the small plan's draft."""
    small, sample = made.assessment(of=made.worded_plan(), findings=(made.fault(),)), _sample()
    year = sample.period.year
    return {
        "year_plan_next": reading.text(render_year_plan(sample, year + 1, draft=False)),
        "year_plan_this": reading.text(render_year_plan(sample, year, draft=False)),
        "year_plan_draft": reading.text(render_year_plan(small, year + 1, draft=True)),
    }


def letters() -> dict[str, str]:
    """Return the texts of the letters: figures that are owed, delays to be explained."""
    small, sample = made.assessment(findings=(made.fault(),)), _sample()
    return {
        "reminder": reading.text(render_reminder(small)),
        "reminder_sample": reading.text(render_reminder(sample)),
        "explanation": reading.text(render_explanation(small, {"M2a": ("Thể thao", "P11")})),
        "explanation_sample": reading.text(render_explanation(sample, {})),
    }


def write() -> None:
    """Write all of them."""
    for name, text in (reports() | year_plans() | letters()).items():
        (FOLDER / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
