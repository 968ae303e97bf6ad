"""Writes the approved texts of the documents anew: `python -m tests.docgen.golden`."""

from __future__ import annotations

from pathlib import Path

from tests.docgen import made, reading, reviews
from tests.docgen.written import (
    render_explanation,
    render_reminder,
    render_report,
    render_review,
    render_unit_report,
    render_year_plan,
)
from workbook.domain.judging.unit import of_unit
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


def review_texts() -> dict[str, str]:
    """Return the texts of sơ kết and tổng kết: full, of two areas, of another plan."""
    made_now = {
        "review_midterm": reviews.sample_midterm(),
        "review_final": reviews.sample_final(),
        "review_areas": reviews.of_two_areas(),
        "review_other": reviews.other_midterm(),
    }
    return {name: reading.text(render_review(one, draft=False)) for name, one in made_now.items()}


def unit_reports() -> dict[str, str]:
    """Return the texts of units' own reports: a body, an officer, a draft, tasks alone."""
    small, sample = made.assessment(findings=(made.fault(),)), _sample()
    of_one = [one for one in made.results() if one.measure.responsible_unit == "A"]
    made_now = {
        "unit_draft": (of_unit(small, "B"), True),
        "unit_sample": (of_unit(sample, "TYT"), False),
        "unit_officer": (of_unit(sample, "TTTT"), False),
        "unit_tasks_only": (of_unit(made.assessment(of_one), "B"), False),
    }
    return {
        name: reading.text(render_unit_report(one, draft=draft))
        for name, (one, draft) in made_now.items()
    }


def write() -> None:
    """Write all of them."""
    for name, text in _all().items():
        (FOLDER / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")


def _all() -> dict[str, str]:
    return reports() | year_plans() | letters() | review_texts() | unit_reports()


if __name__ == "__main__":
    write()
