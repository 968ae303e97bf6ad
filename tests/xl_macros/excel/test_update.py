"""“Cập nhật tình trạng”: the open sổ becomes what a new one of the same figures would be."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from tests.xl_macros.excel.made import (
    HALF,
    YEAR,
    all_lagging,
    built,
    choose,
    choose_period,
    click,
    contents,
    other_register,
    type_in,
)
from tests.xlwings_engine import ComError, excel, journal_of, protected_sheets, save_copy
from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.filling import new_register
from workbook.layout import columns, sheets, styles
from workbook.layout.period_columns import period_columns
from workbook.layout.placement import UnitLayout
from workbook.layout.summary_layout import SummaryLayout
from xl_macros import actions
from xl_macros.cli import main
from xl_macros.excel.update import update_statuses


def registers(case: str, plan: Plan, sample: Register) -> tuple[Register, Register]:
    """Return what the sổ was built from and what is typed in it now."""
    blank = replace(new_register(plan, 2026), sample=True)
    return {
        "nothing changed": (sample, sample),
        "filled after it was made": (blank, sample),
        "emptied": (sample, blank),
        "all lagging": (sample, all_lagging(sample)),
        "all lagging, then mended": (all_lagging(sample), sample),
        "another plan": (other_register(filled=False), other_register(filled=True)),
    }[case]


CASES = (
    "nothing changed", "filled after it was made", "emptied", "all lagging",
    "all lagging, then mended", "another plan",
)  # fmt: skip


@pytest.mark.parametrize("shown", [YEAR, HALF], ids=lambda period: period.key)
@pytest.mark.parametrize("case", CASES)
def test_after_an_update_every_cell_is_that_of_a_new_workbook_of_the_same_figures(
    case: str, shown: Period, plan: Plan, sample: Register, tmp_path: Path
) -> None:
    before, after = registers(case, plan, sample)
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(before, YEAR))
    with excel(path) as book:
        type_in(book, before, after)
        choose_period(book, shown)
        click(book, update_statuses)
        found = contents(save_copy(book, tmp_path / "sau.xlsx"))
    wanted = contents(built(after, shown))
    differing = {
        place: (found.get(place), wanted.get(place))
        for place in {**found, **wanted}
        if found.get(place) != wanted.get(place)
    }
    assert differing == {}


def test_a_second_click_changes_nothing(
    sample: Register, sample_file: Path, tmp_path: Path
) -> None:
    with excel(sample_file) as book:
        type_in(book, sample, all_lagging(sample))
        click(book, update_statuses)
        first = contents(save_copy(book, tmp_path / "1.xlsx"))
        click(book, update_statuses)
        second = contents(save_copy(book, tmp_path / "2.xlsx"))
        texts = [alert.text for alert in journal_of(book).alerts]
    assert first == second
    assert texts[0] == texts[1]


def test_statuses_in_the_cells_are_those_of_the_command_line(
    sample: Register, sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with excel(sample_file) as book:
        type_in(book, sample, all_lagging(sample))
        click(book, update_statuses)
        path = save_copy(book, tmp_path / "sau.xlsx")
    saved = openpyxl.load_workbook(path)
    for period in (HALF, YEAR):
        capsys.readouterr()
        assert main(["tinh-trang", str(path), "--ky", period.key, "--json"]) == 0
        told = {one["id"]: one for one in json.loads(capsys.readouterr().out)["measures"]}
        for unit in sample.plan.units:
            place = UnitLayout(sample.plan, unit.id, 2026)
            for measure in place.measures:
                status = saved[unit.sheet][place.cell(measure.id, period, columns.STATUS)].value
                reason = saved[unit.sheet][place.cell(measure.id, period, columns.REASONING)].value
                assert str(status).endswith(told[measure.id]["label"])
                assert reason == told[measure.id]["explanation"]


def test_the_message_counts_lagging_measures_first(book: xw.Book, sample: Register) -> None:
    type_in(book, sample, all_lagging(sample))
    click(book, update_statuses)
    assessment = actions.judge(all_lagging(sample)).assessments[YEAR]
    (alert,) = journal_of(book).alerts
    lines = alert.text.splitlines()
    assert lines[0].startswith("Đã cập nhật tình trạng năm 2026")
    assert lines[1] == f"- Chậm hoặc không đạt: {len(assessment.lagging)}"
    assert assessment.lagging


def test_few_trips_are_made_whatever_was_typed(book: xw.Book, sample: Register) -> None:
    type_in(book, sample, all_lagging(sample))
    click(book, update_statuses)
    journal = journal_of(book)
    assert journal.busiest("read") <= 2
    assert journal.busiest("write") <= 3


def test_screen_and_status_bar_come_back(book: xw.Book) -> None:
    click(book, update_statuses)
    journal = journal_of(book)
    assert journal.screen_updating == [False, True]
    assert journal.status_bars[-1] is False
    told = [text for text in journal.status_bars if text]
    assert any("(7/7)…" in str(text) for text in told)


def test_unused_rows_of_the_lagging_list_are_hidden_and_used_ones_shown(
    book: xw.Book, sample: Register
) -> None:
    place = SummaryLayout(sample.plan, 2026)
    summary = book.sheets[sheets.SUMMARY]

    def heights() -> list[bool]:
        rows = range(place.LAGGING_FIRST_ROW, place.lagging_last_row + 1)
        return [(summary.range((row, 1)).row_height or 0) > 0 for row in rows]

    type_in(book, sample, all_lagging(sample))
    click(book, update_statuses)
    many = len(actions.judge(all_lagging(sample)).assessments[YEAR].lagging)
    assert heights() == [n < many for n in range(len(sample.plan.measures))]
    type_in(book, all_lagging(sample), sample)
    click(book, update_statuses)
    few = len(actions.judge(sample).assessments[YEAR].lagging)
    assert few < many
    assert heights() == [n < few for n in range(len(sample.plan.measures))]


def test_rows_are_as_high_as_those_of_a_new_workbook_of_the_same_figures(
    book: xw.Book, sample: Register
) -> None:
    bad = all_lagging(sample)
    type_in(book, sample, bad)
    click(book, update_statuses)
    new = openpyxl.load_workbook(io.BytesIO(built(bad, YEAR)))
    for unit in sample.plan.units:
        place = UnitLayout(sample.plan, unit.id, 2026)
        for measure in place.measures:
            row = place.row(measure.id)
            height = book.sheets[unit.sheet].range((row, 1)).row_height
            wanted = new[unit.sheet].row_dimensions[row].height
            assert wanted is not None
            assert abs((height or 0) - wanted) < 1, (unit.sheet, row)


def test_the_columns_of_the_chosen_period_open_and_the_others_close(
    book: xw.Book, sample: Register
) -> None:
    unit = next(unit for unit in sample.plan.units if any(sample.plan.measures_of(unit.id)))
    place, sheet = UnitLayout(sample.plan, unit.id, 2026), book.sheets[unit.sheet]

    def opened() -> set[Period]:
        return {
            period
            for period in (HALF, YEAR)
            if (sheet.range((1, place.column(columns.NUMERATOR, period) + 1)).column_width or 0) > 0
        }

    assert opened() == {YEAR}
    choose_period(book, HALF)
    click(book, update_statuses)
    assert opened() == {HALF}
    for first, last, width in period_columns(place, HALF):
        for column in range(first, last + 1):
            assert bool(sheet.range((1, column + 1)).column_width) == (width > 0)
    sheet.range((1, place.column(columns.NUMERATOR, YEAR) + 1)).columns.hidden = False
    click(book, update_statuses)
    assert opened() == {HALF, YEAR}, "what an official opened stays open"


def test_an_unreadable_period_is_told_before_anything_is_written(book: xw.Book) -> None:
    choose(book, SummaryLayout.PERIOD_CELL, "quý I")
    journal_of(book).trips.clear()
    with pytest.raises(UnusableInputError, match=r"“quý I”.*“6 tháng đầu năm 2026”, “năm 2026”"):
        click(book, update_statuses)
    assert journal_of(book).count("write") == 0


def test_renamed_sheets_are_found_by_their_marker(
    book: xw.Book, sample: Register, tmp_path: Path
) -> None:
    unit = next(unit for unit in sample.plan.units if any(sample.plan.measures_of(unit.id)))
    type_in(book, sample, all_lagging(sample))
    renamed = {unit.sheet: "Trang của tôi", sheets.SUMMARY: "Tóm tắt", sheets.FINDINGS: "Lỗi"}
    for name, new in renamed.items():
        book.sheets[name].name = new
    click(book, update_statuses)
    found = contents(save_copy(book, tmp_path / "sau.xlsx"))
    (alert,) = journal_of(book).alerts
    assert "Trang của tôi" in alert.text
    place = UnitLayout(sample.plan, unit.id, 2026)
    result = next(
        one
        for one in actions.judge(all_lagging(sample)).assessments[YEAR].results
        if one.measure.responsible_unit == unit.id
    )
    cell = place.cell(result.measure.id, YEAR, columns.STATUS)
    assert found["Trang của tôi", cell] == styles.status_text(result)
    formulas = [str(value) for value in found.values() if str(value).startswith("=")]
    assert not [text for text in formulas if f"'{unit.sheet}'!" in text and "HYPERLINK" not in text]


def test_a_lost_sheet_does_not_stop_the_others(
    book: xw.Book, sample: Register, tmp_path: Path
) -> None:
    with_measures = [unit for unit in sample.plan.units if any(sample.plan.measures_of(unit.id))]
    lost, kept = with_measures[:2]
    type_in(book, sample, all_lagging(sample))
    book.sheets[lost.sheet].delete()
    click(book, update_statuses)
    found = contents(save_copy(book, tmp_path / "sau.xlsx"))
    (alert,) = journal_of(book).alerts
    assert f'không tìm thấy trang "{lost.sheet}"' in alert.text
    results = actions.judge(all_lagging(sample)).assessments[YEAR].results
    place = UnitLayout(sample.plan, kept.id, 2026)
    for result in results:
        if result.measure.responsible_unit == kept.id:
            cell = place.cell(result.measure.id, YEAR, columns.STATUS)
            assert found[kept.sheet, cell] == styles.status_text(result)


def test_without_the_summary_the_units_are_still_updated(
    book: xw.Book, sample: Register, tmp_path: Path
) -> None:
    type_in(book, sample, all_lagging(sample))
    book.sheets[sheets.SUMMARY].delete()
    click(book, update_statuses)
    assert f'không tìm thấy trang "{sheets.SUMMARY}"' in journal_of(book).alerts[0].text


def test_locked_cells_refuse_and_all_is_given_back(book: xw.Book) -> None:
    with pytest.raises(ComError, match="protected sheet"):
        update_statuses(book)
    journal = journal_of(book)
    assert journal.status_bars[-1] is False
    assert journal.screen_updating == [False, True]
    assert protected_sheets(book)
