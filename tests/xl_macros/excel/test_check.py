"""“Kiểm tra số liệu”: the list, the notes, the message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from tests.xl_macros.excel.made import (
    YEAR,
    built,
    click,
    contents,
    other_register,
    type_in,
    with_figures,
)
from tests.xlwings_engine import ComError, excel, journal_of, save_copy
from workbook.domain.findings import Finding, Severity
from workbook.domain.plan import Measure, Slot
from workbook.domain.register import CellValue, Register
from workbook.domain.validation import check
from workbook.layout import findings_layout, sheets
from xl_macros.cli import main
from xl_macros.excel.check import check_figures, check_this_sheet
from xl_macros.excel.marks import FIRST_LINE


def ratios(register: Register) -> list[Measure]:
    """Measures with numerator and denominator, of two units at least."""
    return [one for one in register.plan.measures.values() if one.kind.is_ratio]


@pytest.fixture
def faulty(sample: Register) -> Register:
    """The sample with words and negative numbers in cells of two units."""
    bad: dict[Slot, CellValue] = {Slot.NUMERATOR: -5, Slot.DENOMINATOR: "năm mươi"}
    units = {one.responsible_unit: one.id for one in reversed(ratios(sample))}
    first, second = list(units.values())[:2]
    return with_figures(sample, {first: bad, second: {Slot.NUMERATOR: 2.5}})


@pytest.fixture
def typed(book: xw.Book, sample: Register, faulty: Register) -> xw.Book:
    """The sample sổ, open, with the faults typed in."""
    type_in(book, sample, faulty)
    return book


def listed(path: Path) -> list[tuple[object, ...]]:
    """Return what Kết quả kiểm tra lists: severity, code, period, sheet, measure, message."""
    place = findings_layout
    sheet = openpyxl.load_workbook(path)[sheets.FINDINGS]
    wanted = (place.SEVERITY, place.CODE, place.PERIOD, place.SHEET, place.MEASURE, place.MESSAGE)
    rows = sheet.iter_rows(min_row=place.FIRST_ROW, values_only=True)
    return [tuple(row[column] for column in wanted) for row in rows if row[place.MESSAGE]]


def notes_of(path: Path) -> dict[tuple[str, str], str]:
    """Return all notes of a file by sheet and cell."""
    return {
        (sheet.title, cell.coordinate): cell.comment.text
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def places(findings: tuple[Finding, ...]) -> Iterator[tuple[str, str]]:
    return ((one.sheet, one.cell) for one in findings if one.cell)


def test_the_list_is_that_of_the_command_line(
    typed: xw.Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    click(typed, check_figures)
    path = save_copy(typed, tmp_path / "sau.xlsx")
    assert main(["kiem-tra", str(path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)["findings"]
    labels = {severity.key: severity.label for severity in Severity}
    assert listed(path) == [
        (labels[one["severity"]], one["code"], one["period"], one["sheet"], one["measure"],
         one["message"])
        for one in told
    ]  # fmt: skip


def test_every_faulty_cell_has_one_note_with_all_its_findings(
    typed: xw.Book, faulty: Register, tmp_path: Path
) -> None:
    click(typed, check_figures)
    notes = notes_of(save_copy(typed, tmp_path / "sau.xlsx"))
    findings = check(faulty).findings
    assert set(notes) == set(places(findings))
    for finding in findings:
        if finding.cell:
            text = notes[finding.sheet, finding.cell]
            assert text.startswith(FIRST_LINE)
            assert finding.message.split(": ", 1)[1] in text


def test_the_message_counts_and_shows_where_to_look(typed: xw.Book, faulty: Register) -> None:
    click(typed, check_figures)
    (alert,) = journal_of(typed).alerts
    errors = sum(one.blocks for one in check(faulty).findings)
    assert f"{errors} lỗi" in alert.text
    assert sheets.FINDINGS in alert.text
    assert typed.sheets.active.name == sheets.FINDINGS


def test_without_findings_nothing_is_marked_and_the_sheet_stays(
    tmp_path: Path,
) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(other_register(filled=True), YEAR))
    with excel(path) as book:
        before = book.sheets.active.name
        click(book, check_figures)
        (alert,) = journal_of(book).alerts
        assert "không có điểm nào cần xem lại" in alert.text
        assert book.sheets.active.name == before
        assert notes_of(save_copy(book, tmp_path / "sau.xlsx")) == {}


def test_mended_cells_lose_their_note_and_their_row(
    typed: xw.Book, sample: Register, faulty: Register, tmp_path: Path
) -> None:
    click(typed, check_figures)
    type_in(typed, faulty, sample)
    click(typed, check_figures)
    path = save_copy(typed, tmp_path / "sau.xlsx")
    findings = check(sample).findings
    assert set(notes_of(path)) == set(places(findings))
    assert [row[-1] for row in listed(path)] == [one.message for one in findings]


def test_rows_are_as_high_as_their_messages_and_shrink_with_a_shorter_list(
    typed: xw.Book, sample: Register, faulty: Register
) -> None:
    def heights() -> list[float | None]:
        sheet = typed.sheets[sheets.FINDINGS]
        last = findings_layout.FIRST_ROW + len(check(faulty).findings)
        return [sheet.range((row, 1)).row_height for row in range(findings_layout.FIRST_ROW, last)]

    click(typed, check_figures)
    assert min(height or 0 for height in heights()) > 30
    type_in(typed, faulty, sample)
    click(typed, check_figures)
    few = len(check(sample).findings)
    left = heights()
    assert min(height or 0 for height in left[:few]) > 30
    assert max(height or 0 for height in left[few:]) < 30


def test_a_second_click_changes_nothing(typed: xw.Book, tmp_path: Path) -> None:
    click(typed, check_figures)
    first = save_copy(typed, tmp_path / "1.xlsx")
    click(typed, check_figures)
    second = save_copy(typed, tmp_path / "2.xlsx")
    assert contents(first) == contents(second)
    assert notes_of(first) == notes_of(second)


def test_notes_of_other_people_are_never_touched(
    typed: xw.Book, faulty: Register, tmp_path: Path
) -> None:
    sheet, cell = next(places(check(faulty).findings))

    def ask(book: xw.Book) -> None:
        book.sheets[sheet].range(cell).add_note("Chị Lan: hỏi lại trạm")

    click(typed, ask)
    click(typed, check_figures)
    click(typed, check_figures)
    notes = notes_of(save_copy(typed, tmp_path / "sau.xlsx"))
    assert notes[sheet, cell] == "Chị Lan: hỏi lại trạm"
    assert set(notes) == set(places(check(faulty).findings))


def test_one_sheet_alone_is_marked_and_summed_up_but_all_is_listed(
    typed: xw.Book, faulty: Register, tmp_path: Path
) -> None:
    findings = check(faulty).findings
    name = next(one.sheet for one in findings if one.blocks)
    typed.sheets[name].activate()
    click(typed, check_this_sheet)
    path = save_copy(typed, tmp_path / "sau.xlsx")
    here = [one for one in findings if one.sheet == name]
    assert 0 < len(here) < len(findings)
    assert set(notes_of(path)) == set(places(tuple(here)))
    assert [row[-1] for row in listed(path)] == [one.message for one in findings]
    (alert,) = journal_of(typed).alerts
    assert f"Đã kiểm tra trang “{name}”" in alert.text
    assert f"còn {len(findings) - len(here)} điểm" in alert.text
    assert typed.sheets.active.name == name


def test_few_trips_are_made_and_one_a_note(typed: xw.Book, faulty: Register) -> None:
    click(typed, check_figures)
    journal = journal_of(typed)
    assert journal.busiest("read") <= 2
    assert journal.busiest("write") <= 1
    cells = set(places(check(faulty).findings))
    assert sum(trip.member == "add_note" for trip in journal.trips) == len(cells)


def test_the_status_bar_tells_which_sheet_is_read_and_is_given_back(typed: xw.Book) -> None:
    click(typed, check_figures)
    bars = journal_of(typed).status_bars
    assert any(str(text).startswith("Đang kiểm tra ") and "/" in str(text) for text in bars)
    assert bars[-1] is False
    assert journal_of(typed).screen_updating == [False, True]


def test_a_lost_list_does_not_stop_the_notes(
    typed: xw.Book, faulty: Register, tmp_path: Path
) -> None:
    typed.sheets[sheets.FINDINGS].delete()
    click(typed, check_figures)
    notes = notes_of(save_copy(typed, tmp_path / "sau.xlsx"))
    assert set(notes) == set(places(check(faulty).findings))
    assert "1 lỗi" not in journal_of(typed).alerts[0].text


def test_locked_cells_refuse_and_all_is_given_back(typed: xw.Book) -> None:
    with pytest.raises(ComError, match="protected sheet"):
        check_figures(typed)
    assert journal_of(typed).status_bars[-1] is False
    assert journal_of(typed).screen_updating == [False, True]
