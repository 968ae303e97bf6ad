from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.workbook.builder.conftest import HOSTILE, build, cells_of, opened
from workbook.domain.cell_addresses import column_letters
from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import periods_of
from workbook.domain.plan import Plan
from workbook.domain.register import ExcelError, RawCell, RawEntry, Register
from workbook.layout import columns, findings_layout, judged, sheets, styles
from workbook.layout.placement import SettingsLayout, UnitLayout
from workbook.reader.file import read_register
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
    hidden = [sheets.PLAN, sheets.JUDGED]
    assert sample_book.sheetnames == [*markers, *hidden]
    assert all(sample_book[name].sheet_state == "veryHidden" for name in hidden)
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


def typed_cells(entry: RawEntry) -> Iterator[tuple[str, RawCell]]:
    """Yield everything typed for a measure in a period, with the key of its column."""
    for slot, cell in entry.figures.items():
        yield columns.slot_key(slot), cell
    yield columns.SOURCE, entry.source
    yield columns.ENTERED_ON, entry.entered_on
    yield columns.NOTE, entry.note
    yield columns.EXPLANATION, entry.explanation


def kept_of(cell: RawCell) -> str | None:
    """Return what is kept of a cell; a number is marked, so that it is unlike a text."""
    mark = "" if isinstance(cell.value, str) else "#"
    return None if cell.is_blank else f"{mark}{cell.value}"


def test_what_the_status_was_computed_from_is_kept_as_text(
    sample: Register, sample_book: Workbook
) -> None:
    kept = 0
    for entry, place in entries(sample):
        for key, cell in typed_cells(entry):
            seen = place.cell(entry.measure_id, entry.period, columns.SEEN[key])
            assert sample_book[cell.sheet][seen].value == kept_of(cell)
            kept += not cell.is_blank
    assert kept > len(sample.entries)


def test_history_and_settings_as_they_were_judged_are_kept_in_their_rows(
    sample: Register, sample_book: Workbook
) -> None:
    signer = RawCell("Trần Thị B", sheets.SETTINGS, SettingsLayout().cell("signer"))
    changed = replace(sample, settings={**sample.settings, "signer": (signer,)})
    kept = opened(build(changed))[sheets.JUDGED]
    for row in sample.history:
        for cell in (row.measure_id, row.period, row.numerator, row.amount, row.source):
            assert kept[cell.cell].value == kept_of(cell)
    column = column_letters(judged.SETTINGS_COLUMN)
    assert kept[f"{column}{SettingsLayout().row('signer')}"].value == signer.value
    assert sample_book[sheets.JUDGED][f"{column}{SettingsLayout().row('signer')}"].value is None


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
            assert reason.value == result.explanation


def last_years(sample: Register) -> dict[str, object]:
    """Return what Lịch sử says of the whole of 2025, by measure."""
    found: dict[str, object] = {}
    for row in sample.history:
        if str(row.period.value) != "2025":
            continue
        measure = sample.plan.measures[row.measure_id.text]
        top, bottom = row.numerator.value, row.denominator.value
        if isinstance(top, int) and isinstance(bottom, int):
            found[measure.id] = top / bottom * measure.factor if bottom else None
        else:
            found[measure.id] = row.amount.value
    return found


def test_last_year_comes_from_history(
    sample: Register, sample_book: Workbook, sample_bytes: bytes, plan: Plan
) -> None:
    cached = load_workbook(BytesIO(sample_bytes), data_only=True)
    past = last_years(sample)
    assert len(past) > len(plan.measures) / 2
    for measure in plan.measures.values():
        unit = plan.unit(measure.responsible_unit)
        place = UnitLayout(plan, unit.id, 2026)
        shown, kept = (place.cell(measure.id, None, key) for key in ("last_year", columns.PAST))
        assert sample_book[unit.sheet][shown].value == f'=IF({kept}="","",{kept})'
        value = cached[unit.sheet][kept].value
        if isinstance(value, float):
            assert value == pytest.approx(past[measure.id])
        else:
            assert value == past.get(measure.id)


def test_a_finding_links_to_its_cell(hostile: Register, hostile_bytes: bytes) -> None:
    found = actions.judge(hostile).checked.findings
    sheet = opened(hostile_bytes)[sheets.FINDINGS]
    assert any(finding.cell for finding in found)
    for row, finding in enumerate(found, start=findings_layout.FIRST_ROW):
        assert sheet.cell(row, findings_layout.CODE + 1).value == finding.code
        assert sheet.cell(row, findings_layout.MESSAGE + 1).value == finding.message
        link = sheet.cell(row, findings_layout.CELL + 1).value
        if finding.cell:
            target = f"#'{finding.sheet}'!{finding.cell}"
            assert link == f'=HYPERLINK("{target}","{finding.cell}")'


def test_a_blank_book_says_what_is_missing(blank_bytes: bytes, plan: Plan) -> None:
    book = opened(blank_bytes)
    for unit in plan.units:
        place = UnitLayout(plan, unit.id, 2026)
        for measure in place.measures:
            cell = book[unit.sheet][place.cell(measure.id, periods_of(2026)[1], columns.STATUS)]
            assert ("…" in str(cell.value)) == measure.valid_in(2026)
