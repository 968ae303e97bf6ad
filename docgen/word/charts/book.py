"""The small workbook inside a chart, which Word opens for “Edit data”.

One sheet: in its first row the names of the series, in its first column the categories.
A text never becomes a formula, a number or a link.
"""

from __future__ import annotations

import io
from datetime import datetime
from fractions import Fraction

from docgen.word.charts.data import Chart, clean
from workbook.domain.cell_addresses import column_letters

SHEET = "Số liệu"
BOOK_ID = "rIdSoLieu"  # the relationship of a chart to its workbook

_PLACES = 12  # decimals of a number that has no end
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001 - the file names no zone: equal bytes
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def reference(column: int, first: int, last: int) -> str:
    """Return how a chart names cells of a column (from 0) of the sheet, rows from 1."""
    letters = column_letters(column)
    start = f"'{SHEET}'!${letters}${first}"
    return start if last <= first else f"{start}:${letters}${last}"


def number(value: Fraction) -> str:
    """Write a number exactly; one without end to twelve decimals, half up."""
    if value.denominator == 1:
        return str(value.numerator)
    scale = 10**_PLACES
    units = (abs(value.numerator) * scale * 2 // value.denominator + 1) // 2
    whole, part = divmod(units, scale)
    text = f"{whole}.{part:0{_PLACES}d}".rstrip("0").rstrip(".") if part else str(whole)
    return f"-{text}" if value < 0 and units else text


def book(chart: Chart) -> bytes:
    """Return the workbook of a chart as an .xlsx file's content; no cell for a missing value."""
    # Wanted by documents with charts alone.
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
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
    workbook.close()
    return buffer.getvalue()
