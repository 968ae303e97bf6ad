"""What was built is what is read: again from LibreOffice, reordered, moved, inserted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.formula.translate import Translator
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.rendering import convert, needs_rendering
from tests.workbook.reader.packages import repacked, sheet_part
from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.register import CellValue, ExcelError, RawCell, RawEntry, Register
from workbook.domain.validation import check
from workbook.layout.placement import UnitLayout, address, history_cell
from workbook.layout.sheets import HISTORY, LAYOUT_VERSION, PLAN, SETTINGS
from workbook.reader.file import read_register

YEAR = Period(2026)
Plain = str | int | float | bool | date | None


def plain(register: Register) -> Register:
    """A register without fonts, which are no content."""

    def cell(one: RawCell) -> RawCell:
        return replace(one, font=None)

    return replace(
        register,
        entries=tuple(
            replace(
                one,
                figures={slot: cell(typed) for slot, typed in one.figures.items()},
                source=cell(one.source), entered_on=cell(one.entered_on),
                note=cell(one.note), explanation=cell(one.explanation),
            )
            for one in register.entries
        ),
        history=tuple(
            replace(one, **{name: cell(value) for name, value in vars(one).items()})
            for one in register.history
        ),
        tasks=tuple(
            replace(one, deadline=cell(one.deadline), result=cell(one.result), done=cell(one.done))
            for one in register.tasks
        ),
        funding=tuple(
            replace(
                one, planned=cell(one.planned), note=cell(one.note),
                spent={period: cell(value) for period, value in one.spent.items()},
            )
            for one in register.funding
        ),
        settings={key: tuple(map(cell, cells)) for key, cells in register.settings.items()},
    )  # fmt: skip


def edited(source: Path, edit: Callable[[Workbook], object]) -> Register:
    """Read a sổ after a change to it (openpyxl drops charts; the reader needs none)."""
    book = openpyxl.load_workbook(source)
    edit(book)
    target = source.with_name("sua.xlsx")
    book.save(target)
    return read_register(target)


def sheet_of(book: Workbook, name: str) -> Worksheet:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def moved(cell: Cell | MergedCell, to: Cell | MergedCell) -> Plain:
    """What a cell holds when Excel moves it: a formula refers to what moved with it."""
    if cell.data_type != "f":
        assert cell.value is None or isinstance(cell.value, bool | int | float | str | date)
        return cell.value
    return str(Translator(str(cell.value), cell.coordinate).translate_formula(to.coordinate))


def values(register: Register) -> dict[tuple[str, Period], list[CellValue]]:
    """What is typed for each measure, wherever it stands."""

    def typed(one: RawEntry) -> list[CellValue]:
        others = (one.source, one.entered_on, one.note, one.explanation)
        return [cell.value for cell in (*one.figures.values(), *others)]

    return {(one.measure_id, one.period): typed(one) for one in register.entries}


def test_what_was_built_is_what_is_read(sample: Register, sample_file: Path) -> None:
    read = read_register(sample_file)
    assert plain(read) == sample
    assert check(read).findings == check(sample).findings


@needs_rendering
def test_a_sổ_saved_by_libreoffice_is_the_same(sample_file: Path, tmp_path: Path) -> None:
    again = read_register(convert(sample_file, tmp_path / "lo", "xlsx"))
    assert plain(again) == plain(read_register(sample_file))
    assert again.structure == ()


def test_sheets_in_another_order_are_the_same_but_for_the_order(sample_file: Path) -> None:
    before = read_register(sample_file)
    after = edited(sample_file, lambda book: book.move_sheet(HISTORY, -5))
    assert after.sheet_order != before.sheet_order
    assert set(after.sheet_order) == set(before.sheet_order)
    assert plain(replace(after, sheet_order=before.sheet_order)) == plain(before)


def test_an_inserted_column_is_understood(sample_file: Path, plan: Plan) -> None:
    unit = plan.units[0]

    def insert(book: Workbook) -> None:
        sheet = sheet_of(book, unit.sheet)
        sheet.insert_cols(3)
        for row in sheet.iter_rows(min_col=4):
            for cell in row:
                if cell.data_type == "f":  # as Excel would: all that moved refers to what moved
                    before = address(cell.row or 1, (cell.column or 1) - 2)
                    text = Translator(str(cell.value), before)
                    cell.value = text.translate_formula(cell.coordinate)

    before, after = read_register(sample_file), edited(sample_file, insert)
    assert after.structure == ()
    assert values(after) == values(before)
    assert after.entries[0].source.cell != before.entries[0].source.cell
    assert [f.code for f in check(after).findings] == [f.code for f in check(before).findings]


def test_a_moved_row_is_understood(sample_file: Path, plan: Plan) -> None:
    unit = plan.units[0]
    place = UnitLayout(plan, unit.id, 2026)
    first, last = place.FIRST_ROW, place.last_row

    def swap(book: Workbook) -> None:
        sheet = sheet_of(book, unit.sheet)
        for column in range(1, sheet.max_column + 1):
            one, other = sheet.cell(first, column), sheet.cell(last, column)
            texts = moved(other, one), moved(one, other)
            one.value, other.value = texts

    before, after = read_register(sample_file), edited(sample_file, swap)
    assert after.structure == ()
    assert values(after) == values(before)


KINDS: list[tuple[CellValue | time, str, CellValue]] = [
    (5.0, "General", 5),
    (0.98, "0%", "98%"),
    (1, "0.00%", "100%"),
    (0.995, "0.0%", "99,5%"),
    (5, '0" %"', 5),
    ("'=5", "General", "'=5"),
    (date(2026, 4, 3), "dd/mm/yyyy", date(2026, 4, 3)),
    (1e9, "dd/mm/yyyy", ExcelError("#VALUE!")),
    (0.5, "hh:mm", "12:00:00"),
    (True, "General", True),
    ("#DIV/0!", "General", ExcelError("#DIV/0!")),
]


def test_every_kind_of_cell_is_read_as_it_was_typed(sample_file: Path) -> None:
    def edit(book: Workbook) -> None:
        for index, (value, number_format, _) in enumerate(KINDS):
            cell = sheet_of(book, HISTORY)[history_cell(index, "amount")]
            cell.value = value
            cell.number_format = number_format

    history = edited(sample_file, edit).history
    assert [row.amount.value for row in history[: len(KINDS)]] == [read for *_, read in KINDS]


def test_texts_arrive_unchanged_and_escapes_are_resolved(sample_file: Path) -> None:
    long = "Ghi chú & <b> “😀” " + "dài " * 250
    typed = ["_x0001_", "_x005F_x0001_", "a_x000D_\nb", long.strip()]
    as_read = ["\x01", "_x0001_", "a\nb", long.strip()]

    def edit(book: Workbook) -> None:
        for index, text in enumerate(typed):
            sheet_of(book, HISTORY)[history_cell(index, "note")] = text

    history = edited(sample_file, edit).history
    assert [row.note.value for row in history[: len(typed)]] == as_read


def test_a_formula_typed_into_an_entry_cell_counts_with_its_result(
    sample_file: Path, tmp_path: Path, plan: Plan
) -> None:
    sheet = plan.unit(plan.measures["CT13"].responsible_unit).sheet
    cell = UnitLayout(plan, plan.measures["CT13"].responsible_unit, 2026).cell(
        "CT13", YEAR, "numerator"
    )

    def read(content: bytes) -> Register:
        def change(xml: bytes) -> bytes:
            start = xml.index(f'<c r="{cell}"'.encode())
            end = xml.index(b"</c>", start) + len(b"</c>")
            return xml[:start] + f'<c r="{cell}">'.encode() + content + b"</c>" + xml[end:]

        part = sheet_part(sample_file, sheet)
        return read_register(repacked(sample_file, tmp_path / "ct.xlsx", {part: change}))

    good = check(read(b"<f>200+30</f><v>230</v>"))
    assert good.observations["CT13", YEAR].numerator == 230
    assert good.register.structure == ()
    (lost,) = read(b"<f>200+30</f>").structure
    assert (lost.code, lost.sheet, lost.cell) == ("BT14", sheet, cell)


def test_fonts_reach_the_check_of_legacy_texts(sample_file: Path) -> None:
    def edit(book: Workbook) -> None:
        cell = sheet_of(book, HISTORY)[history_cell(0, "note")]
        cell.value = "tèt"
        cell.font = Font(name=".VnTime")

    findings = check(edited(sample_file, edit)).findings
    assert [(f.sheet, f.cell) for f in findings if f.code == "VB02"] == [
        (HISTORY, history_cell(0, "note"))
    ]


def test_settings_are_read_in_the_order_of_their_rows(sample_file: Path) -> None:
    before = read_register(sample_file).settings

    def edit(book: Workbook) -> None:
        for index, text in enumerate(("Sở Y tế", "Ủy ban nhân dân tỉnh")):
            sheet_of(book, SETTINGS)[before["addressees"][index].cell] = text

    checked = check(edited(sample_file, edit))
    assert checked.settings.addressees == ("Sở Y tế", "Ủy ban nhân dân tỉnh")


@pytest.mark.parametrize(
    ("version", "told"), [(LAYOUT_VERSION - 1, "phiên bản chương trình cũ"),
                          (LAYOUT_VERSION + 1, "phiên bản chương trình mới hơn")],
)  # fmt: skip
def test_a_sheet_layout_of_another_version_is_refused_with_what_to_do(
    version: int, told: str, sample_file: Path
) -> None:
    book = openpyxl.load_workbook(sample_file)
    book[PLAN]["B1"] = version
    book.save(sample_file)
    with pytest.raises(UnusableInputError, match=told):
        read_register(sample_file)
