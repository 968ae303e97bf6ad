"""The formulas of the sổ as text, and what they yield for what is typed.

A formula keeps a blank blank: nothing typed gives "", and so does a denominator of 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from workbook.domain.periods import Period
from workbook.domain.plan import Measure, Slot
from workbook.domain.register import CellValue, ExcelError
from workbook.layout import columns
from workbook.layout.blocks import NUMBER_SEEN, OTHER_SEEN
from workbook.layout.placement import UnitLayout, address
from workbook.layout.sheets import quoted

Result = str | int | float | bool

_PIECE = 250
_SEPARATOR = 'MID(0.5&"",2,1)'  # of this machine, for decimals
_EXCEL_DAY_0 = date(1899, 12, 30)


def literal(text: str) -> str:
    """Return a text as formulas write it; Excel allows 255 characters in one piece."""
    pieces = [text[n : n + _PIECE] for n in range(0, len(text), _PIECE)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def value_formula(measure: Measure, place: UnitLayout, period: Period) -> str:
    """Return the formula of a value cell: counts in percent points, per 1,000 …; the rest as is."""
    top = place.cell(measure.id, period, columns.NUMERATOR)
    if not measure.kind.is_ratio:
        return f'=IF({top}="","",{top})'
    bottom = place.cell(measure.id, period, columns.DENOMINATOR)
    ratio = f'IF({bottom}=0,"",{top}/{bottom}*{measure.factor})'
    return f'=IF(AND(ISNUMBER({top}),ISNUMBER({bottom})),{ratio},"")'


def value_result(measure: Measure, figures: dict[Slot, CellValue]) -> Result:
    """Return what `value_formula` yields, computed in the order in which Excel does."""
    if not measure.kind.is_ratio:
        return _passed_on(figures.get(Slot.AMOUNT))
    top = _number(figures.get(Slot.NUMERATOR))
    bottom = _number(figures.get(Slot.DENOMINATOR))
    if top is None or not bottom:
        return ""
    return top / bottom * measure.factor


def _passed_on(value: CellValue) -> Result:
    if value is None:
        return ""
    if isinstance(value, ExcelError):
        return value.text
    return (value - _EXCEL_DAY_0).days if isinstance(value, date) else value


def _number(value: CellValue) -> int | float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return None
    return (value - _EXCEL_DAY_0).days if isinstance(value, date) else value


def figure_cells(
    place: UnitLayout, period: Period, *, asked_only: bool = False
) -> list[tuple[int, int]]:
    """Return row and column of every figure's cell of a period, column by column.

    `asked_only` leaves out the measures of which the plan asks nothing in the year.
    """
    cells = []
    for key in (columns.NUMERATOR, columns.DENOMINATOR):
        for measure in place.measures:
            if asked_only and not measure.valid_in(place.year):
                continue
            if key in {columns.slot_key(slot) for slot in measure.slots}:
                cells.append((place.row(measure.id), place.column(key, period)))
    return cells


def ranges(cells: Iterable[tuple[int, int]]) -> list[str]:
    """Join cells that stand under each other: `["F9:F20", "G9", "G11:G14"]`."""
    found = []
    ordered = sorted(cells, key=lambda cell: (cell[1], cell[0]))
    for _, run in groupby(enumerate(ordered), key=lambda pair: (pair[1][1], pair[1][0] - pair[0])):
        places = [cell for _, cell in run]
        first, last = address(*places[0]), address(*places[-1])
        found.append(first if first == last else f"{first}:{last}")
    return found


def empty_count(place: UnitLayout, period: Period, sheet: str = "") -> str:
    """Return the expression that counts the empty figure cells of a period ("0": none asked)."""
    before = f"{quoted(sheet)}!" if sheet else ""
    parts = [
        f"COUNTBLANK({before}{part})"
        for part in ranges(figure_cells(place, period, asked_only=True))
    ]
    return "+".join(parts) or "0"


def same(typed: str, seen: str) -> str:
    """Return the expression that is true where cells hold what was seen in them.

    Compared as texts, since a blank equals 0 otherwise, and exactly, since Excel's own
    comparison knows no capital letters. What was seen stands there as `blocks.seen` keeps
    it: marked and with a dot (a number) or as shown (a percentage, "98,5%"), so that a
    machine with other separators agrees, and the number 12 is not the text "12"; what is
    neither counts as one and the same value. Works for single cells and, in an array
    formula, for whole ranges.
    """
    number = f'"{NUMBER_SEEN}"&SUBSTITUTE({typed}&"",{_SEPARATOR},".")'
    percent = f'SUBSTITUTE({typed}*100&"",{_SEPARATOR},",")&"%"'
    numeric = f"ISNUMBER({typed})*NOT(ISLOGICAL({typed}))"  # TRUE is a number to LibreOffice
    digits = f'IF({numeric},IF(RIGHT({seen})="%",{percent},{number}),"{OTHER_SEEN}")'
    return f'EXACT(IF(ISBLANK({typed}),"",IF(ISTEXT({typed}),{typed},{digits})),{seen}&"")'


def complete_sum(cells: str, count: int) -> str:
    """Return the formula of a total that stays blank until every cell is a number."""
    return f'=IF(COUNT({cells})<{count},"",SUM({cells}))'


def complete_sum_result(values: Sequence[CellValue]) -> Result:
    """Return what `complete_sum` yields."""
    numbers = [_number(value) for value in values]
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else ""


def share_formula(part: str, whole: str) -> str:
    """Return the formula of `part` in percent points of `whole`; blank while one is blank."""
    return f'=IF(AND(ISNUMBER({part}),ISNUMBER({whole})),IF({whole}=0,"",{part}/{whole}*100),"")'


def share_result(part: CellValue, whole: CellValue) -> Result:
    """Return what `share_formula` yields."""
    top, bottom = _number(part), _number(whole)
    return "" if top is None or not bottom else top / bottom * 100
