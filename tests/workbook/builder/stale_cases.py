"""What is judged in a sổ and typed there later: entries, the past, settings, the period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from openpyxl.workbook import Workbook

from tests.workbook.builder.recalculation import Edit, cell_of
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Measure, Plan, RelationKind, Slot
from workbook.domain.register import CellValue, ExcelError, RawCell, RawEntry, Register
from workbook.layout import columns, sheets
from workbook.layout.placement import SettingsLayout, history_cell
from workbook.layout.summary_layout import SummaryLayout

HALF, WHOLE = periods_of(2026)
PERCENT = "0.0%"
Places = set[tuple[str, Period]]
Typed = None | int | float | str | date


@dataclass(frozen=True)
class Case:
    """What was judged in a cell, and what somebody types there later."""

    key: str
    judged: CellValue
    typed: Typed
    number_format: str | None = None


FIGURE = columns.NUMERATOR
CHANGES = {
    "a blank becomes 0": Case(FIGURE, None, 0),
    "0 becomes a blank": Case(FIGURE, 0, None),
    "a count grows": Case(FIGURE, 5, 6),
    "a denominator changes": Case(columns.DENOMINATOR, 590, 591),
    "a denominator is typed": Case(columns.DENOMINATOR, None, 590),
    "a number gets a fraction": Case(FIGURE, 68, 68.5),
    "a fraction changes": Case(FIGURE, 68.5, 68.25),
    "a fraction goes": Case(FIGURE, 68.5, 68),
    "a large number changes": Case(FIGURE, 10**12, 10**12 + 1),
    "a text becomes the number that it looks like": Case(FIGURE, "12", 12),
    "a number becomes a text that looks like it": Case(FIGURE, 12, "12"),
    "a word becomes another": Case(FIGURE, "có", "không"),
    "a capital letter": Case(columns.NOTE, "a", "A"),
    "an accent": Case(columns.NOTE, "thôn", "thon"),
    "a space": Case(columns.NOTE, "a", "a "),
    "a line more": Case(columns.NOTE, "a", "a\nb"),
    "a source is named": Case(columns.SOURCE, None, "Sổ theo dõi"),
    "a source goes": Case(columns.SOURCE, "Sổ theo dõi", None),
    "a reason is given": Case(columns.EXPLANATION, None, "Thiếu giấy tờ"),
    "another day": Case(columns.ENTERED_ON, date(2026, 12, 1), date(2026, 12, 2)),
    "an error is mended": Case(FIGURE, ExcelError("#DIV/0!"), 3),
    "a number becomes an error": Case(FIGURE, 3, "=1/0"),
    "a percentage changes": Case(FIGURE, "98,5%", 0.99, PERCENT),
    "a percentage becomes a plain number": Case(FIGURE, "98,5%", 98.5),
}
SAME = {
    "a blank": Case(FIGURE, None, None),
    "a zero": Case(FIGURE, 0, 0),
    "a number": Case(FIGURE, 590, 590),
    "a fraction": Case(FIGURE, 68.5, 68.5),
    "a negative number": Case(FIGURE, -3, -3),
    "a long fraction": Case(FIGURE, 100 / 3, 100 / 3),
    "a large number": Case(FIGURE, 10**12, 10**12),
    "a text": Case(columns.NOTE, "Đang hoàn thiện hồ sơ", "Đang hoàn thiện hồ sơ"),
    "a text that looks like a number": Case(FIGURE, "12", "12"),
    "a text that looks like a formula": Case(columns.NOTE, "-3 trẻ", "-3 trẻ"),
    "a day": Case(columns.ENTERED_ON, date(2026, 12, 1), date(2026, 12, 1)),
    "another error": Case(FIGURE, ExcelError("#N/A"), "=1/0"),
    "a percentage": Case(FIGURE, "98,5%", 0.985, PERCENT),
    "a whole percentage": Case(FIGURE, "98%", 0.98, PERCENT),
}


def owners(plan: Plan, cases: Mapping[str, Case]) -> dict[str, Measure]:
    """Give every case a measure of its own, one with a denominator where it needs that."""
    free = list(plan.measures.values())
    found = {}
    for name, case in sorted(cases.items(), key=lambda pair: pair[1].key != columns.DENOMINATOR):
        fits = (one for one in free if case.key != columns.DENOMINATOR or one.kind.is_ratio)
        found[name] = next(fits)
        free.remove(found[name])
    return found


def with_value(entry: RawEntry, key: str, value: CellValue) -> RawEntry:
    if key in (columns.SOURCE, columns.ENTERED_ON, columns.NOTE, columns.EXPLANATION):
        return replace(entry, **{key: replace(getattr(entry, key), value=value)})
    figures: dict[Slot, RawCell] = {
        slot: replace(cell, value=value) if columns.slot_key(slot) == key else cell
        for slot, cell in entry.figures.items()
    }
    return replace(entry, figures=figures)


def judged_with(sample: Register, cases: Mapping[str, Case]) -> Register:
    """Return the sample with the judged values of all cases in the year's entries."""
    by_measure = {one.id: cases[name] for name, one in owners(sample.plan, cases).items()}
    entries = tuple(
        with_value(entry, by_measure[entry.measure_id].key, by_measure[entry.measure_id].judged)
        if entry.period == WHOLE and entry.measure_id in by_measure
        else entry
        for entry in sample.entries
    )
    return replace(sample, entries=entries)


def typing(sheet: str, cell: str, value: Typed, number_format: str | None = None) -> Edit:
    def edit(book: Workbook) -> None:
        place = book[sheet][cell]
        place.value = value
        if number_format:
            place.number_format = number_format
        if isinstance(value, str) and not value.startswith("="):
            place.data_type = "s"

    return edit


def edits(plan: Plan, cases: Mapping[str, Case]) -> Iterable[Edit]:
    for name, measure in owners(plan, cases).items():
        case = cases[name]
        place = cell_of(plan, measure, WHOLE, case.key)
        yield typing(*place, case.typed, case.number_format)


def single_changes(sample: Register) -> dict[str, list[Edit]]:
    """Return what is typed since in the sample, scenario by scenario."""
    rows = sample.history
    counted = next(n for n, row in enumerate(rows) if not row.numerator.is_blank)
    figure = history_cell(counted, columns.NUMERATOR)
    entries = [column.key for column in columns.history_columns() if column.entry]
    half = (typing(*cell_of(sample.plan, one, HALF, FIGURE), 1) for one in halves(sample.plan))
    setting = SettingsLayout().cell
    return {
        "half": list(half),
        "period": [typing(sheets.SUMMARY, SummaryLayout.PERIOD_CELL, HALF.label)],
        "past: a figure": [typing(sheets.HISTORY, figure, 1_000)],
        "past: an error": [typing(sheets.HISTORY, figure, "=1/0")],
        "past: a source": [typing(sheets.HISTORY, history_cell(0, columns.SOURCE), "báo cáo")],
        "past: a new row": [typing(sheets.HISTORY, history_cell(len(rows), "id"), "CT02")],
        "past: a row less": [
            typing(sheets.HISTORY, history_cell(len(rows) - 1, key), None) for key in entries
        ],
        "setting: a word": [typing(sheets.SETTINGS, setting("interim"), "bậc thang")],
        "setting: a day": [typing(sheets.SETTINGS, setting("h1_closes"), date(2026, 6, 30))],
        "setting: one of a list": [typing(sheets.SETTINGS, setting("schools", 3), "Trường A")],
    }


def halves(plan: Plan) -> tuple[Measure, Measure]:
    """Return a measure whose year is compared with its half, and one whose year is not."""
    compared = {
        measure_id
        for relation in plan.relations
        if relation.kind is RelationKind.YEAR_NOT_BELOW_HALF
        for measure_id, _ in relation.cells
    }
    both = next(one for one in plan.measures.values() if one.id in compared)
    return both, next(one for one in plan.measures.values() if one.id not in compared)


def resting_on(plan: Plan, places: Places) -> Places:
    """Return whose status rests on these entries, by the relations of the plan."""
    found = set(places)
    for relation in plan.relations:
        ids = {measure_id for measure_id, _ in relation.cells}
        for measure_id, period in places:
            if measure_id not in ids:
                continue
            if relation.kind is RelationKind.YEAR_NOT_BELOW_HALF:
                found |= {(measure_id, HALF), (measure_id, WHOLE)}
            else:
                found |= {(one, period) for one in ids}
    return found
