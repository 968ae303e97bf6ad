"""Writes the approved texts of the Báo cáo anew: `python -m tests.docgen.golden`."""

from __future__ import annotations

from pathlib import Path

from docgen.report import render_report
from tests.docgen import made, reading
from workbook.domain.periods import Period
from xl_macros.actions import judge
from xl_macros.new_workbook import sample_register

FOLDER = Path(__file__).parent / "golden_texts"


def write() -> None:
    """Write the text of the small plan's draft and of the sample's report."""
    small = made.assessment(findings=(made.fault(),))
    register = sample_register()
    sample = judge(register).assessments[Period(register.year)]
    for name, judged, draft in (("small", small, True), ("sample", sample, False)):
        text = reading.text(render_report(judged, draft=draft))
        (FOLDER / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
