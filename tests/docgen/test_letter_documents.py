"""The letters to the units as Word documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.docgen import golden, made, reading
from tests.docgen.written import render_explanation, render_reminder
from tests.docgen.year_plans import plain
from workbook.domain.periods import Period
from workbook.domain.results import Assessment
from xl_macros.actions import Judged

PLACES = {"M2a": ("Thể thao", "P11")}


@pytest.fixture(scope="module")
def assessment(judged_sample: Judged) -> Assessment:
    return judged_sample.assessments[Period(2026)]


@pytest.mark.parametrize(
    "name", ["reminder", "reminder_sample", "explanation", "explanation_sample"]
)
def test_the_text_is_the_one_that_was_read_and_approved(name: str) -> None:
    # After a wanted change: python -m tests.docgen.golden, then read the difference.
    approved = (golden.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert golden.letters()[name].splitlines() == approved.splitlines()


def test_a_letter_has_no_type_and_goes_to_the_units_themselves(assessment: Assessment) -> None:
    for letter in (render_reminder(assessment), render_explanation(assessment, {})):
        lines = reading.paragraphs(letter)
        assert "CÔNG VĂN" not in lines
        assert any(one.startswith("V/v ") for one in lines)
        kept = [one for one in lines if one.startswith("- ")][-2:]
        assert kept == ["- Như trên;", "- Lưu: VT, VHXH."]


def test_every_unit_that_owes_is_addressed_and_has_its_row(assessment: Assessment) -> None:
    letter = render_reminder(assessment)
    owing = {one.measure.responsible_unit for one in assessment.without_figures}
    rows = reading.tables(letter)[1][1:]
    assert len(rows) == len(owing)
    units = [one for one in assessment.plan.units if one.id in owing]
    for row, unit in zip(rows, units, strict=True):
        assert row[1] == f"{unit.name} (trang “{unit.sheet}”)"


def test_every_lagging_measure_has_its_row_with_result_and_what_was_asked(
    assessment: Assessment,
) -> None:
    rows = reading.tables(render_explanation(assessment, {}))[1][1:]
    assert [row[0] for row in rows] == [str(n) for n in range(1, len(assessment.lagging) + 1)]
    for row, result in zip(rows, assessment.lagging, strict=True):
        assert result.measure.name in plain(row[1])
        assert plain(row[2]).startswith(result.shown)
        assert result.status.symbol in row[4]


def test_a_day_that_nobody_set_is_left_open(assessment: Assessment) -> None:
    assert "trước ngày …… tháng …… năm ……" in reading.text(render_reminder(assessment))


@pytest.mark.parametrize("suffix", ["UBND", ""])
def test_the_number_of_a_letter_names_who_drafts_it(suffix: str) -> None:
    judged = made.assessment(
        settings=replace(made.SETTINGS, number_suffix=suffix, recipients=("Lưu: VT, VHXH",))
    )
    number = reading.paragraphs(render_explanation(judged, PLACES))
    wanted = "/UBND-VHXH" if suffix else "/VHXH"
    assert any(one.startswith("Số:") and one.endswith(wanted) for one in number)
