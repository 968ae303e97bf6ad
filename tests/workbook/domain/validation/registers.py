"""A sổ without a fault, and ways to change one cell of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Plan, Slot
from workbook.domain.register import CellValue, RawCell, RawEntry, RawHistory, Register
from workbook.domain.validation import check
from workbook.filling import new_register
from workbook.layout.placement import UnitLayout, history_cell
from workbook.layout.sheets import HISTORY

H1, YEAR = Period(2026, half=True), Period(2026)
NOW = date(2026, 6, 1)

# Populations that fit into each other; measures not named here have 100 of their own.
POPULATIONS = {
    "CT02": 600, "CT03a": 120, "CT03b": 120, "CT03c": 120, "CT04a": 390, "CT04b": 390,
    "CT05b": 400, "CT06": 5, "CT07a": 1500, "CT07b": 20, "CT10a": 1500, "CT13": 400,
    "CT14": 390, "CT16a": 100, "CT16b": 500, "CT17a": 90, "CT17b": 400, "CT18": 5,
    "CT19a": 5, "CT21": 700, "CT22": 1500, "CT23": 400,
}  # fmt: skip
NUMERATORS = {"CT03a": 0, "CT03b": 1, "CT03c": 1, "CT07a": 20, "CT10a": 2, "CT16b": 0, "CT17b": 0}
BIRTHS_H1 = 50


def valid_register(plan: Plan) -> Register:
    """A sổ of 2026 in which every cell is typed as it should be."""
    register = new_register(plan, 2026)
    entries = tuple(_filled(plan.measures[one.measure_id], one) for one in register.entries)
    return replace(register, entries=entries)


def _filled(measure: Measure, entry: RawEntry) -> RawEntry:
    values = _figures(measure, entry.period)
    return replace(
        entry,
        figures={slot: replace(cell, value=values[slot]) for slot, cell in entry.figures.items()},
        source=replace(entry.source, value="Sổ theo dõi của đơn vị"),
        entered_on=replace(entry.entered_on, value=NOW),
    )


def _figures(measure: Measure, period: Period) -> Mapping[Slot, CellValue]:
    if measure.kind is Kind.YES_NO:
        return {Slot.AMOUNT: "Có"}
    if measure.kind is Kind.COUNT:
        return {Slot.AMOUNT: 0}
    births = measure.factor == 1000 and period.half
    denominator = BIRTHS_H1 if births else POPULATIONS.get(measure.id, 100)
    return {
        Slot.NUMERATOR: NUMERATORS.get(measure.id, denominator),
        Slot.DENOMINATOR: denominator,
    }


Typed = Mapping[str | Slot, CellValue]


def typed(register: Register, measure_id: str, period: Period, cells: Typed) -> Register:
    """Type into cells of one entry: slots, "source", "note", "entered_on" and so on."""

    def changed(entry: RawEntry) -> RawEntry:
        if (entry.measure_id, entry.period) != (measure_id, period):
            return entry
        slots = {slot: replace(cell, value=cells[slot]) if slot in cells else cell
                 for slot, cell in entry.figures.items()}  # fmt: skip
        named = {name: value for name, value in cells.items() if isinstance(name, str)}
        others: dict[str, RawCell] = {
            name: replace(getattr(entry, name), value=value) for name, value in named.items()
        }
        return replace(entry, figures=slots, **others)  # type: ignore[arg-type] # names of cells

    return replace(register, entries=tuple(changed(entry) for entry in register.entries))


def at(plan: Plan, measure_id: str, period: Period, key: str) -> tuple[str, str]:
    """The sheet and cell where something of a measure is typed."""
    place = UnitLayout(plan, plan.measures[measure_id].responsible_unit, 2026)
    return place.unit.sheet, place.cell(measure_id, period, key)


def past(register: Register, *rows: Mapping[str, CellValue]) -> Register:
    """Add rows to Lịch sử; area and source are given unless named."""
    history = []
    for index, row in enumerate(rows, len(register.history)):
        told = {"area": "phường Ngô Mây", "source": "Báo cáo năm"} | dict(row)
        names = RawHistory.__dataclass_fields__
        keys = {"measure_id": "id"}
        history.append(RawHistory(**{
            name: RawCell(told.get(name), HISTORY, history_cell(index, keys.get(name, name)))
            for name in names
        }))  # fmt: skip
    return replace(register, history=(*register.history, *history))


def settled(register: Register, key: str, *values: CellValue) -> Register:
    """Type the cells of a setting."""
    cells = register.settings[key]
    new = tuple(replace(cell, value=value) for cell, value in zip(cells, values, strict=False))
    return replace(register, settings={**register.settings, key: new + cells[len(new) :]})


def told(register: Register) -> list[tuple[str, str, str]]:
    """Code, sheet and cell of every finding."""
    return [(one.code, one.sheet, one.cell) for one in check(register).findings]


def only(register: Register) -> Finding:
    """The one finding there is."""
    (one,) = check(register).findings
    return one
