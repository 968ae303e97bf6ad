"""The small workbook inside a chart, which Word opens for “Edit data”.

One sheet: in its first row the names of the series, in its first column the categories.
Texts are inline strings, which Excel never takes for formulas. The parts that are the
same in every workbook are packed once.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache

from docgen.word.charts.data import Chart
from docgen.word.wordxml import DECLARATION, R
from docgen.word.xml_text import escaped
from docgen.word.zip_writing import Entry, write_zip
from workbook.domain.cell_addresses import column_letters

SHEET = "Số liệu"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_PLACES = 12  # decimals of a number that has no end
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLED = 1  # index of the cell format of the numbers
_FIRST_CUSTOM = 164  # number formats below are Excel's own
_SHEET_PART = "xl/worksheets/sheet1.xml"
_STYLES_PART = "xl/styles.xml"

_FIXED = {
    "[Content_Types].xml": (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName='
        f'"/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/><Override PartName='
        f'"/{_SHEET_PART}" ContentType="{_KIND}.worksheet+xml"/><Override PartName='
        f'"/{_STYLES_PART}" ContentType="{_KIND}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{R}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        f'Type="{R}/styles" Target="styles.xml"/></Relationships>'
    ),
}

_column = lru_cache(maxsize=256)(column_letters)  # the same few in every chart


def reference(column_number: int, first: int, last: int) -> str:
    """Return how a chart names cells of one column of the sheet, rows counted from 1."""
    letters = _column(column_number)
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
    """Return the workbook of a chart as an .xlsx file's content."""
    styles = _styles(chart.number_format)
    return write_zip([*_fixed(), styles, Entry.stored(_SHEET_PART, _sheet(chart).encode())])


@cache
def _fixed() -> tuple[Entry, ...]:
    return tuple(Entry.packed(name, text.encode()) for name, text in _FIXED.items())


@lru_cache(maxsize=64)
def _styles(number_format: str) -> Entry:
    text = (
        f'{DECLARATION}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt '
        f'numFmtId="{_FIRST_CUSTOM}" formatCode="{escaped(number_format)}"/></numFmts>'
        '<fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/>'
        '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/>'
        f'<xf numFmtId="{_FIRST_CUSTOM}" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
    return Entry.packed(_STYLES_PART, text.encode())


def _sheet(chart: Chart) -> str:
    heading = _row(1, ["", *(one.name for one in chart.series)], [])
    rows = [
        _row(line, [category], [one.values[line - 2] for one in chart.series])
        for line, category in enumerate(chart.categories, 2)
    ]
    return (
        f'{DECLARATION}<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="40" '
        f'customWidth="1"/></cols><sheetData>{heading}{"".join(rows)}</sheetData></worksheet>'
    )


def _row(line: int, texts: list[str], values: list[Fraction | None]) -> str:
    cells = [
        f'<c r="{_column(place)}{line}" t="inlineStr"><is><t xml:space="preserve">{escaped(one)}'
        "</t></is></c>"
        for place, one in enumerate(texts)
        if one
    ]
    cells += [
        f'<c r="{_column(place)}{line}" s="{_STYLED}"><v>{number(one)}</v></c>'
        for place, one in enumerate(values, len(texts))
        if one is not None
    ]
    return f'<row r="{line}">{"".join(cells)}</row>'
