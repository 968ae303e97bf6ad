"""What a chart of a document shows: plain texts and exact numbers, nothing of its look.

The look is the template's: a native Word chart that officials restyle in Word. A series finds
its look there by the name that the template's own series has. Word opens the small workbook
inside the chart for “Edit data”: one sheet, the names of the series in its first row, the
categories in its first column. A text never becomes a formula, a number or a link there.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from workbook.domain.cell_addresses import column_letters
from workbook.domain.numbers_vi import format_json

WHOLE = "#,##0"  # a count
SHEET = "Số liệu"
BOOK_ID = "rIdSoLieu"  # the relationship of a chart to its workbook
_LOCALE = "[$-42A]"  # Vietnamese: decimal comma where Windows' own form is not used
# What XML cannot hold: control characters, lone surrogates, two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - the file names no zone: equal bytes
_OPTIONS = {"in_memory": True} | dict.fromkeys(
    ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
)


@dataclass(frozen=True)
class Series:
    """One row of bars, one line."""

    name: str
    values: tuple[Fraction | None, ...]  # one a category, None where there is none: a gap, never 0
    # The name of the template's series whose look this one takes, without regard to capitals and
    # diacritics; "" is `name`. Without such a series the last one of its first kind (of its bars,
    # say) is the pattern.
    role: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart's content, the value of a field of kind CHART; "" in a context is no chart."""

    title: str  # the finding, in a few words; "" for none
    description: str  # what the chart says, for those who cannot see it (alternative text)
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str = WHOLE  # a format code as Excel knows them, see `decimals`

    def __str__(self) -> str:
        """Return what stands for the chart where it cannot be drawn."""
        return self.title

    def __post_init__(self) -> None:
        """Hold every series against the categories."""
        if any(len(series.values) != len(self.categories) for series in self.series):
            raise ValueError("a series has one value for each category")


def clean(text: str) -> str:
    """Replace characters that no Office file can hold by a space."""
    return _UNPRINTABLE.sub(" ", text)


def decimals(places: int) -> str:
    """Return the format code of numbers with so many decimals: `99,5`."""
    return f"{_LOCALE}#,##0.{'0' * places}".rstrip(".")


def number(value: Fraction) -> str:
    """Write a number exactly; one without end to twelve decimals, half up."""
    return format_json(value, 12)


def reference(column: int, first: int, last: int) -> str:
    """Return how a chart names cells of a column (from 0) of the sheet, rows from 1."""
    letters = column_letters(column)
    start = f"'{SHEET}'!${letters}${first}"
    return start if last <= first else f"{start}:${letters}${last}"


def book(chart: Chart) -> bytes:
    """Return the workbook of a chart as an .xlsx file's content; no cell for a missing value."""
    # Wanted by documents with charts alone.
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as workbook:
        workbook.set_properties({"created": _NO_CLOCK})
        sheet = workbook.add_worksheet(SHEET)
        numbers = workbook.add_format({"num_format": chart.number_format})
        sheet.set_column(0, 0, 40)
        for row, category in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, clean(category))
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, clean(series.name))
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, column, float(value), numbers)
    return buffer.getvalue()
