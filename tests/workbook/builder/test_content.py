from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from tests.workbook.builder.conftest import HOSTILE, build, cells_of, opened
from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import periods_of
from workbook.domain.plan import Plan, Slot
from workbook.domain.register import ExcelError, RawCell, RawEntry, Register
from workbook.layout import columns, sheets, styles
from workbook.layout.placement import UnitLayout
from workbook.reader import read_register
from xl_macros import actions


def entries(register: Register) -> Iterator[tuple[RawEntry, UnitLayout]]:
    plan = register.plan
    for entry in register.entries:
        unit = plan.measures[entry.measure_id].responsible_unit
        yield entry, UnitLayout(plan, unit, register.year)


def read_back(book: Workbook, cell: RawCell) -> object:
    return book[cell.sheet][cell.cell].value


def test_the_same_input_gives_the_same_bytes(
    judged_sample: actions.Judged, sample_bytes: bytes
) -> None:
    assert actions.make_workbook(judged_sample) == sample_bytes


def test_sheets_stand_in_their_order_with_their_markers(sample_book: Workbook, plan: Plan) -> None:
    markers = sheets.markers(plan)
    assert sample_book.sheetnames == [*markers, sheets.PLAN]
    for name, marker in markers.items():
        assert sample_book[name]["A1"].value == marker
        assert sample_book[name].row_dimensions[1].hidden


def test_the_plan_travels_whole_in_a_very_hidden_sheet(sample_book: Workbook, plan: Plan) -> None:
    sheet = sample_book[sheets.PLAN]
    assert sheet.sheet_state == "veryHidden"
    head = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(1, 6)}
    count = head[sheets.PLAN_LINES_KEY]
    assert isinstance(count, int)
    lines = [str(sheet.cell(sheets.PLAN_FIRST_ROW + n, 1).value or "") for n in range(count)]
    assert "\n".join(lines) == plan.source
    assert head[sheets.PLAN_DIGEST_KEY] == hashlib.sha256(plan.source.encode()).hexdigest()
    assert head[sheets.PLAN_MARKER_KEY] == sheets.LAYOUT_VERSION
    assert (head[sheets.PLAN_YEAR_KEY], head[sheets.PLAN_SAMPLE_KEY]) == (2026, 1)


def test_every_figure_stands_in_its_cell(sample: Register, sample_book: Workbook) -> None:
    for entry in sample.entries:
        for cell in cells_of(entry):
            assert read_back(sample_book, cell) == cell.value


def test_history_money_tasks_and_settings_stand_in_their_cells(
    sample: Register, sample_book: Workbook
) -> None:
    rows = [(row.measure_id, row.period, row.numerator, row.note) for row in sample.history]
    money = [(one.planned, *one.spent.values(), one.note) for one in sample.funding]
    tasks = [(one.result, one.done, one.deadline) for one in sample.tasks]
    settings = list(sample.settings.values())
    for cell in (cell for group in (*rows, *money, *tasks, *settings) for cell in group):
        assert read_back(sample_book, cell) == cell.value


def test_whatever_was_typed_arrives_unchanged(hostile: Register, hostile_bytes: bytes) -> None:
    book = opened(hostile_bytes)
    for entry, value in zip(hostile.entries, HOSTILE, strict=False):
        cells = [entry.note, next(iter(entry.figures.values()))]
        for cell in cells:
            got = book[cell.sheet][cell.cell]
            if isinstance(value, ExcelError):
                assert got.value == f"={value.text}"
            elif isinstance(value, str):
                assert got.data_type == "s"
                # openpyxl leaves a control character in the escaped form of the file.
                assert got.value == value.replace("\x07", "_x0007_")
            elif isinstance(got.value, datetime):
                assert got.value.date() == value
            else:
                assert got.value == value
                assert type(got.value) is type(value)


def test_the_reader_finds_what_was_written(
    hostile: Register, hostile_bytes: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(hostile_bytes)
    back = read_register(path)
    assert not back.structure
    for before, after in zip(hostile.entries, back.entries, strict=True):
        assert {slot: cell.value for slot, cell in before.figures.items()} == {
            slot: cell.value for slot, cell in after.figures.items()
        }
        assert before.note.value == after.note.value


def test_a_text_longer_than_a_cell_is_refused_with_its_place(sample: Register) -> None:
    entry = sample.entries[0]
    long = replace(entry, note=replace(entry.note, value="a" * 40_000))
    with pytest.raises(UnusableInputError, match=entry.note.cell):
        build(replace(sample, entries=(long, *sample.entries[1:])))


def test_what_the_status_was_computed_from_is_kept(sample: Register, sample_book: Workbook) -> None:
    seen = {
        Slot.NUMERATOR: columns.SEEN_NUMERATOR,
        Slot.AMOUNT: columns.SEEN_NUMERATOR,
        Slot.DENOMINATOR: columns.SEEN_DENOMINATOR,
    }
    for entry, place in entries(sample):
        for slot, cell in entry.figures.items():
            address = place.cell(entry.measure_id, entry.period, seen[slot])
            assert sample_book[cell.sheet][address].value == cell.value


def test_statuses_and_reasons_are_those_of_the_assessment(
    judged_sample: actions.Judged, sample_book: Workbook, plan: Plan
) -> None:
    for period, assessment in judged_sample.assessments.items():
        for result in assessment.results:
            unit = plan.unit(result.measure.responsible_unit)
            place = UnitLayout(plan, unit.id, period.year)
            sheet = sample_book[unit.sheet]
            status = sheet[place.cell(result.measure.id, period, columns.STATUS)]
            reason = sheet[place.cell(result.measure.id, period, columns.REASONING)]
            assert status.value == styles.status_text(result)
            assert status.fill.start_color.rgb == f"FF{styles.look_of(result).fill[1:]}"
            assert reason.value == result.explanation


def test_last_year_comes_from_history(
    judged_sample: actions.Judged, sample_book: Workbook, plan: Plan
) -> None:
    whole = periods_of(2026)[1]
    found = 0
    for result in judged_sample.assessments[whole].results:
        unit = plan.unit(result.measure.responsible_unit)
        cell = UnitLayout(plan, unit.id, 2026).cell(result.measure.id, None, "last_year")
        value = sample_book[unit.sheet][cell].value
        if result.trend.previous_value is None:
            assert value is None
        elif isinstance(value, int | float):
            assert value == pytest.approx(float(result.trend.previous_value))
            found += 1
    assert found


def test_a_finding_links_to_its_cell(hostile: Register, hostile_bytes: bytes) -> None:
    judged = actions.judge(hostile)
    sheet = opened(hostile_bytes)[sheets.FINDINGS]
    links = {link.ref: link.location for row in sheet.iter_rows() for cell in row
             if (link := cell.hyperlink)}  # fmt: skip
    wanted = [
        f"'{finding.sheet}'!{finding.cell}" for finding in judged.checked.findings if finding.cell
    ]
    assert wanted
    assert set(wanted) <= set(links.values())


def test_a_blank_book_says_what_is_missing(blank_bytes: bytes, plan: Plan) -> None:
    book = opened(blank_bytes)
    for unit in plan.units:
        place = UnitLayout(plan, unit.id, 2026)
        for measure in place.measures:
            cell = book[unit.sheet][place.cell(measure.id, periods_of(2026)[1], columns.STATUS)]
            assert ("…" in str(cell.value)) == measure.valid_in(2026)
