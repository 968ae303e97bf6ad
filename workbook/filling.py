"""A new sổ's content: blank for a plan and year, or filled from rows of CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbook.csv_rows import CsvRow, as_typed
from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Measure, Plan, Slot
from workbook.domain.register import (
    CellValue,
    RawCell,
    RawEntry,
    RawFunding,
    RawHistory,
    RawTask,
    Register,
)
from workbook.domain.settings import SPECS
from workbook.layout import columns, sheets
from workbook.layout.placement import FundingLayout, SettingsLayout, UnitLayout, history_cell

_Key = tuple[str, str]


def new_register(
    plan: Plan,
    year: int,
    figures: Sequence[CsvRow] = (),
    history: Sequence[CsvRow] = (),
    *,
    sample: bool = False,
) -> Register:
    """Lay out a plan's sổ for a year and fill it; every cell has its future address.

    Raises:
        UnusableInputError: a row names an unknown ma or ky, stands twice, or holds a
            figure that its measure has no cell for; the message names the line.
    """
    rows = _by_key(plan, year, figures)
    return Register(
        plan=plan,
        year=year,
        entries=tuple(
            _entry(plan, year, measure, period, rows.get((measure.id, period.key)))
            for unit in plan.units
            for measure in plan.measures_of(unit.id)
            for period in periods_of(year)
        ),
        history=_history(plan, history),
        tasks=tuple(_tasks(plan, year, rows)),
        funding=tuple(_funding(plan, year, source.id, rows) for source in plan.funding),
        settings=_settings(),
        sheet_order=tuple(sheets.markers(plan)),
        sample=sample,
    )


def _refuse(row: CsvRow, what: str) -> UnusableInputError:
    return UnusableInputError(f"Tệp số liệu, dòng {row.line}: {what}")


def _by_key(plan: Plan, year: int, rows: Sequence[CsvRow]) -> dict[_Key, CsvRow]:
    keys = [period.key for period in periods_of(year)]
    known = _known_ids(plan)
    found: dict[_Key, CsvRow] = {}
    for row in rows:
        key = row["ma"], row["ky"]
        if row["ma"] not in known:
            raise _refuse(row, f"mã “{row['ma']}” không có trong kế hoạch. Đề nghị sửa lại mã.")
        if row["ky"] not in keys:
            raise _refuse(
                row, f"kỳ “{row['ky']}” không thuộc sổ này; kỳ là {keys[1]} hoặc {keys[0]}."
            )
        if key in found:
            raise _refuse(
                row,
                f"mã {key[0]}, kỳ {key[1]} đã có ở dòng {found[key].line}. Đề nghị bỏ một dòng.",
            )
        _check_form(plan.measures.get(row["ma"]), row)
        found[key] = row
    return found


def _known_ids(plan: Plan) -> set[str]:
    tasks = {task.id for unit in plan.units for task in unit.tasks}
    return set(plan.measures) | tasks | {source.id for source in plan.funding}


def _check_form(measure: Measure | None, row: CsvRow) -> None:
    if measure is None:
        return
    if measure.kind.is_ratio and row["gia_tri"]:
        raise _refuse(
            row, f"{measure.id} nhập bằng tu_so và mau_so, không nhập gia_tri; tỷ lệ do sổ tính."
        )
    if not measure.kind.is_ratio and (row["tu_so"] or row["mau_so"]):
        raise _refuse(row, f"{measure.id} nhập bằng gia_tri, không nhập tu_so và mau_so.")


def _cells(sheet: str, address: Callable[[str], str]) -> Callable[[str, CellValue], RawCell]:
    return lambda key, value: RawCell(value, sheet, address(key))


def _entry(plan: Plan, year: int, measure: Measure, period: Period, row: CsvRow | None) -> RawEntry:
    place = UnitLayout(plan, measure.responsible_unit, year)
    sheet = plan.unit(measure.responsible_unit).sheet
    cell = _cells(sheet, lambda key: place.cell(measure.id, period, key))
    typed = row.fields if row else {}
    source = {Slot.NUMERATOR: "tu_so", Slot.DENOMINATOR: "mau_so", Slot.AMOUNT: "gia_tri"}
    return RawEntry(
        measure_id=measure.id,
        period=period,
        figures={
            slot: cell(columns.slot_key(slot), as_typed(typed.get(source[slot], "")))
            for slot in measure.slots
        },
        source=cell(columns.SOURCE, typed.get("nguon") or None),
        entered_on=cell(columns.ENTERED_ON, None),
        note=cell(columns.NOTE, typed.get("ghi_chu") or None),
        explanation=cell(columns.EXPLANATION, None),
    )


def _history(plan: Plan, rows: Sequence[CsvRow]) -> tuple[RawHistory, ...]:
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        key = row["ma"], row["ky"], row["dia_ban"].casefold()
        if row["ma"] not in plan.measures:
            raise _refuse(row, f"mã “{row['ma']}” không có trong kế hoạch. Đề nghị sửa lại mã.")
        try:
            Period.parse(row["ky"])
        except ValueError:
            raise _refuse(
                row, f"kỳ “{row['ky']}” không đúng; viết như 2024 hoặc 2024-H1."
            ) from None
        if key in seen:
            raise _refuse(
                row,
                f"mã {key[0]}, kỳ {key[1]}, địa bàn “{row['dia_ban']}” đã có ở dòng {seen[key]}."
                " Đề nghị bỏ một dòng.",
            )
        seen[key] = row.line
    return tuple(_history_row(index, row) for index, row in enumerate(rows))


def _history_row(index: int, row: CsvRow) -> RawHistory:
    cell = _cells(sheets.HISTORY, lambda key: history_cell(index, key))
    year_only = row["ky"].isdecimal()
    return RawHistory(
        measure_id=cell("id", row["ma"]),
        period=cell("period", int(row["ky"]) if year_only else row["ky"]),
        area=cell("area", row["dia_ban"] or None),
        numerator=cell(columns.NUMERATOR, as_typed(row["tu_so"])),
        denominator=cell(columns.DENOMINATOR, as_typed(row["mau_so"])),
        amount=cell("amount", as_typed(row["gia_tri"])),
        source=cell(columns.SOURCE, row["nguon"] or None),
        note=cell(columns.NOTE, row["ghi_chu"] or None),
    )


def _latest(year: int, rows: dict[_Key, CsvRow], row_id: str) -> CsvRow | None:
    half, whole = periods_of(year)
    return rows.get((row_id, whole.key)) or rows.get((row_id, half.key))


def _tasks(plan: Plan, year: int, rows: dict[_Key, CsvRow]) -> list[RawTask]:
    return [
        _task(cell=_cells(unit.sheet, _task_address(place, task.id)), task_id=task.id,
              row=_latest(year, rows, task.id))
        for unit in plan.units
        for place in [UnitLayout(plan, unit.id, year)]
        for task in unit.tasks
    ]  # fmt: skip


def _task_address(place: UnitLayout, task_id: str) -> Callable[[str], str]:
    return lambda key: place.task_cell(task_id, key)


def _task(cell: Callable[[str, CellValue], RawCell], task_id: str, row: CsvRow | None) -> RawTask:
    typed = row.fields if row else {}
    return RawTask(
        task_id=task_id,
        deadline=cell("deadline", None),
        result=cell("result", typed.get("ghi_chu") or None),
        done=cell("done", typed.get("gia_tri") or None),
    )


def _funding(plan: Plan, year: int, source_id: str, rows: dict[_Key, CsvRow]) -> RawFunding:
    place = FundingLayout(plan, year)
    latest = _latest(year, rows, source_id)
    typed = latest.fields if latest else {}

    def cell(key: str, value: CellValue, period: Period | None = None) -> RawCell:
        return RawCell(value, sheets.FUNDING, place.cell(source_id, key, period))

    spent = {}
    for period in periods_of(year):
        row = rows.get((source_id, period.key))
        spent[period] = cell("spent", as_typed(row["tu_so"]) if row else None, period)
    return RawFunding(
        source_id=source_id,
        planned=cell("planned", as_typed(typed.get("mau_so", ""))),
        spent=spent,
        note=cell("note", typed.get("ghi_chu") or None),
    )


def _settings() -> dict[str, tuple[RawCell, ...]]:
    place = SettingsLayout()
    return {
        spec.key: tuple(
            RawCell(None, sheets.SETTINGS, place.cell(spec.key, index))
            for index in range(spec.rows)
        )
        for spec in SPECS
    }
