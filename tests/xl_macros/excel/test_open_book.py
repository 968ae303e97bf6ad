"""The open workbook and its file are one sổ: read the same, cell for cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw
from openpyxl.styles import Font

from tests.workbook.builder.conftest import HOSTILE
from tests.workbook.reader.test_reading import plain
from tests.xl_macros.excel.made import HALF, YEAR, all_lagging, built
from tests.xlwings_engine import excel, journal_of
from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import periods_of
from workbook.domain.register import Register
from workbook.domain.validation import check
from workbook.layout import columns, sheets
from workbook.layout.placement import UnitLayout, history_cell
from workbook.reader.file import read_register
from xl_macros import actions
from xl_macros.excel.open_book import read_open_book
from xl_macros.excel.uniform import Area, runs

Told = list[tuple[str, int, int]]


def read_open(path: Path, told: Told | None = None) -> tuple[Register, xw.Book]:
    with excel(path) as book:
        tell = told.append if told is not None else lambda _: None
        return read_open_book(book, lambda *facts: tell(facts)), book


def same(path: Path) -> Register:
    """Read both ways, compare everything, and return what was read."""
    opened, _ = read_open(path)
    filed = read_register(path)
    # A font is asked for only where it could matter; all else must be the same.
    assert plain(opened) == plain(filed)
    assert check(opened).findings == check(filed).findings
    assert check(opened).observations == check(filed).observations
    for period in periods_of(opened.year):
        results = [actions.judge(one).assessments[period].results for one in (opened, filed)]
        assert results[0] == results[1]
    return opened


def edited(path: Path, edit: Callable[[openpyxl.Workbook], None]) -> Path:
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return path


def first_ratio(sample: Register, key: str) -> tuple[str, str]:
    """Return the sheet and the cell of a figure of the first measure with two figures."""
    measure = next(one for one in sample.plan.measures.values() if one.kind.is_ratio)
    place = UnitLayout(sample.plan, measure.responsible_unit, 2026)
    return place.unit.sheet, place.cell(measure.id, YEAR, key)


def test_the_sample_is_read_as_from_its_file(sample_file: Path) -> None:
    assert same(sample_file).entries


@pytest.mark.parametrize("shown", [HALF, YEAR], ids=lambda period: period.key)
def test_a_blank_and_a_bad_year_are_read_as_from_their_files(
    shown: object, blank: Register, sample: Register, tmp_path: Path
) -> None:
    for register in (blank, all_lagging(sample)):
        path = tmp_path / "so.xlsx"
        path.write_bytes(built(register, shown))  # type: ignore[arg-type] # one of the two above
        same(path)


def test_whatever_is_typed_is_read_as_from_its_file(sample: Register, tmp_path: Path) -> None:
    # The library under the pretended Excel does not resolve "_x0041_" as Excel does.
    values = [value for value in HOSTILE if not str(value).startswith("_x")]
    entries = list(sample.entries)
    for number, value in enumerate(values):
        slot, cell = next(iter(entries[number].figures.items()))
        figures = {**entries[number].figures, slot: replace(cell, value=value)}
        note = replace(entries[number].note, value=value)
        entries[number] = replace(entries[number], figures=figures, note=note)
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(replace(sample, entries=tuple(entries)), YEAR))
    read = same(path)
    for value, entry in zip(values, read.entries, strict=False):
        assert next(iter(entry.figures.values())).value == value


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (1, "0%", "100%"),
        (0.98, "0.00%", "98%"),
        (0.995, '0"."%', "99,5%"),
        (12, "0%", "1200%"),
        (12, '0"%"', 12),
    ],
)
def test_a_number_behind_a_percent_sign_is_what_is_shown(
    number: float, number_format: str, shown: object, sample: Register, sample_file: Path
) -> None:
    sheet, cell = first_ratio(sample, columns.NUMERATOR)

    def type_percent(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = number
        book[sheet][cell].number_format = number_format

    read = same(edited(sample_file, type_percent))
    cells = {one.cell: one.value for entry in read.entries for one in entry.figures.values()
             if one.sheet == sheet}  # fmt: skip
    assert cells[cell] == shown


def test_a_percentage_in_history_is_what_is_shown(sample_file: Path) -> None:
    place = history_cell(0, columns.NUMERATOR)

    def type_percent(book: openpyxl.Workbook) -> None:
        book[sheets.HISTORY][place] = 0.5
        book[sheets.HISTORY][place].number_format = "0%"

    assert same(edited(sample_file, type_percent)).history[0].numerator.value == "50%"


@pytest.mark.parametrize(
    ("text", "font"),
    [("B¸o c¸o quý", ".VnTime"), ("phöôøng", "VNI-Times"), ("có", "Arial")],  # noqa: RUF001 # legacy letters
)
def test_a_legacy_font_is_found_as_in_the_file(
    text: str, font: str, sample: Register, sample_file: Path
) -> None:
    sheet, cell = first_ratio(sample, columns.NOTE)

    def type_note(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = text
        book[sheet][cell].font = Font(name=font)

    findings = check(same(edited(sample_file, type_note))).findings
    told = [one.message for one in findings if (one.sheet, one.cell) == (sheet, cell)]
    assert any("VNI" in text or "TCVN3" in text for text in told) is not (font == "Arial")


def test_formulas_dates_and_times_are_read_as_from_the_file(
    sample: Register, sample_file: Path
) -> None:
    sheet, top = first_ratio(sample, columns.NUMERATOR)
    _, bottom = first_ratio(sample, columns.DENOMINATOR)

    def type_them(book: openpyxl.Workbook) -> None:
        book[sheet][top] = "=2+3"  # nobody has computed it
        book[sheet][bottom] = datetime(2026, 3, 4)  # noqa: DTZ001 # Excel's days have no time zone
        book[sheet][bottom].number_format = "dd/mm/yyyy"

    same(edited(sample_file, type_them))


def test_damage_is_found_as_in_the_file(sample: Register, sample_file: Path) -> None:
    unit = next(unit for unit in sample.plan.units if any(sample.plan.measures_of(unit.id)))
    place = UnitLayout(sample.plan, unit.id, 2026)
    measure = place.measures[0]

    def damage(book: openpyxl.Workbook) -> None:
        sheet = book[unit.sheet]
        sheet.title = "Trang khác"
        sheet[place.cell(measure.id, YEAR, columns.VALUE)] = 7
        sheet.cell(place.HEADING_ROW, place.column(columns.NUMERATOR, YEAR) + 1).value = "Số"
        sheet.cell(place.KEY_ROW, place.column(columns.SOURCE, HALF) + 1).value = None
        del book[sheets.FUNDING]
        book.create_sheet("Nháp")["B2"] = "ghi nhớ"

    assert len(same(edited(sample_file, damage)).structure) >= 5


def test_the_plan_sheet_decides_what_is_a_register(sample_file: Path, tmp_path: Path) -> None:
    def drop_plan(book: openpyxl.Workbook) -> None:
        del book[sheets.PLAN]

    with pytest.raises(UnusableInputError, match="không phải sổ chỉ tiêu"):
        read_open(edited(sample_file, drop_plan))


def test_each_units_sheet_is_told_once_with_its_number(sample: Register, sample_file: Path) -> None:
    told: Told = []
    read_open(sample_file, told)
    names = [unit.sheet for unit in sample.plan.units]
    assert told == [(name, number, len(names)) for number, name in enumerate(names, 1)]


def test_values_and_formulas_are_one_block_each_and_formats_are_few(sample_file: Path) -> None:
    _, book = read_open(sample_file)
    journal = journal_of(book)
    assert journal.busiest("read") == 2
    assert journal.busiest("format") <= 5
    assert journal.count("write", "note") == 0


@pytest.mark.parametrize(
    ("places", "boxes"),
    [
        ([], []),
        ([(5, 2)], [Area(5, 2, 5, 2)]),
        ([(5, 2), (9, 3)], [Area(5, 2, 9, 3)]),
        ([(5, 2), (6, 4)], [Area(5, 2, 5, 2), Area(6, 4, 6, 4)]),
    ],
)
def test_columns_beside_each_other_share_a_box(
    places: list[tuple[int, int]], boxes: list[Area]
) -> None:
    assert list(runs(places)) == boxes
