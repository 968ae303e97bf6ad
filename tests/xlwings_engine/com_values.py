"""Values on their way between a cell and COM."""

from __future__ import annotations

import datetime as dt
import math
import sys
from collections.abc import Callable, Sequence
from typing import TypeAlias

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import from_excel, to_excel
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

ComValue: TypeAlias = bool | int | float | str | dt.datetime | None
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 # Excel's days have no time zone

# CVErr numbers; xlwings knows the first seven by name.
ERRORS = {
    "#DIV/0!": 2007, "#N/A": 2042, "#NAME?": 2029, "#NULL!": 2000, "#NUM!": 2036,
    "#REF!": 2023, "#VALUE!": 2015, "#GETTING_DATA": 2043, "#SPILL!": 2045, "#FIELD!": 2049,
    "#CALC!": 2050,
}  # fmt: skip
_ERROR_BASE = -2146828288
_ERROR_NAMES = {_ERROR_BASE + number: name for name, number in ERRORS.items()}
_NAMED_BY_XLWINGS = set(list(ERRORS)[:7])


def to_com(value: object, number_format: str, *, error: bool = False) -> ComValue:
    """Return what `Range.Value` gives for a cell: every number a float, a date a datetime."""
    if error:
        return _ERROR_BASE + ERRORS[str(value)]
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        return _as_date(value) if is_date_format(number_format) else float(value)
    return _datetime(value)


def _as_date(number: float) -> ComValue:
    moment = from_excel(number)
    return float(number) if moment is None else _datetime(moment)


def _datetime(value: object) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001 # as above
    if isinstance(value, dt.time):
        return dt.datetime.combine(_EPOCH.date(), value)
    if isinstance(value, dt.timedelta):
        return _EPOCH + value
    raise TypeError(f"no COM value for {type(value).__name__}")


def serial(moment: object) -> float:
    """Return the number by which Excel keeps a date or a time."""
    number: float = to_excel(moment)  # type: ignore[no-untyped-call] # the stubs leave it open
    return number


def formula_text(value: object, *, error: bool = False) -> str:
    """Return what `Range.Formula` gives: a text for every cell, also for numbers."""
    if value is None:
        return ""
    if isinstance(value, ArrayFormula | DataTableFormula):
        value = getattr(value, "text", "") or ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        value = serial(value)
    if isinstance(value, int | float):
        return f"{value:.15g}"
    text = str(value)
    if text.startswith("=") and not error:
        # The file marks newer functions, Excel shows them without the mark.
        for mark in ("_xlfn._xlws.", "_xlfn.", "_xlws."):
            text = text.replace(mark, "")
    return text


def prepare(value: object, date_format: object = None) -> object:
    """Make one element ready to be written, as xlwings' Windows engine does."""
    del date_format  # of interest to other engines only
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if type(value) is dt.datetime:
        return value.replace(tzinfo=None)
    if type(value) is dt.date:
        return _datetime(value)
    return value if isinstance(value, bool | int | float | str) else _foreign(value)


def _foreign(value: object) -> object:
    # Loaded only where somebody else loaded them: the buttons work without.
    numpy, pandas = sys.modules.get("numpy"), sys.modules.get("pandas")
    if pandas is not None and pandas.isna(value):
        return ""
    if pandas is not None and isinstance(value, pandas.Timestamp):
        return value.to_pydatetime().replace(tzinfo=None)
    if numpy is not None and isinstance(value, numpy.datetime64):
        return value.astype("datetime64[us]").item()
    if numpy is not None and isinstance(value, numpy.number):
        return "" if numpy.isnan(value) else float(value)
    raise TypeError(f"Objects of type {type(value).__name__!r} can not be converted to COM")


def clean(
    rows: Sequence[Sequence[ComValue]],
    date: Callable[..., object],
    empty: object,
    number: Callable[[float], object] | None,
    err_to_str: bool,
) -> list[list[object]]:
    """Turn a block that was read into Python values, as xlwings' Windows engine does."""
    return [[_clean(value, date, empty, number, err_to_str) for value in row] for row in rows]


def _clean(
    value: ComValue,
    date: Callable[..., object],
    empty: object,
    number: Callable[[float], object] | None,
    err_to_str: bool,
) -> object:
    if value is None or value == "":
        return empty
    if isinstance(value, dt.datetime):
        return date(
            month=value.month, day=value.day, year=value.year, hour=value.hour,
            minute=value.minute, second=value.second, microsecond=value.microsecond, tzinfo=None,
        )  # fmt: skip
    if isinstance(value, float):
        return value if number is None else number(value)
    if isinstance(value, int) and not isinstance(value, bool):
        name = _ERROR_NAMES.get(value)
        if name in _NAMED_BY_XLWINGS:
            return name if err_to_str else None
    return value
