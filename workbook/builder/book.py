"""A workbook being written: formats, pages with row heights, protection, print set-up.

Thin shell over XlsxWriter; what stands where is `workbook.layout`'s affair.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from workbook.domain.errors import UnusableInputError
from workbook.domain.register import CellValue, ExcelError
from workbook.layout import styles, text_fit, texts_vi
from workbook.layout.placement import MARKER_ROW, STAMP_ROW, TITLE_ROW, address

Prop = str | int | float | bool
Scalar = str | int | float

DATE_FORMAT = "dd/mm/yyyy"
_GENERAL = "General"
MAX_TEXT = 32_767  # characters of a cell, Excel's limit
_FORMULA_STARTS = ("=", "+", "-", "@")
# Without `font_scheme` XlsxWriter ties the font to the theme's, which is Calibri.
_DEFAULT_FONT: dict[str, Prop] = {
    "font_name": styles.FONT,
    "font_family": 1,  # Roman
    "font_size": styles.TEXT_SIZE,
    "font_scheme": "none",
}
_DIGIT_8_PIXELS = 72  # XlsxWriter's name for a default font whose digits are 8 pixels wide
_A4 = 9
_MARGIN = 0.35  # inches
_HEAD_MARGIN = 0.6
_FOOT_MARGIN = 0.6
_PAGE_WIDTH = (11.69 - 2 * _MARGIN) * 72  # points of A4 landscape within the margins
_PAGE_HEIGHT = (8.27 - _HEAD_MARGIN - _FOOT_MARGIN) * 72 * 0.96  # printers differ a little


def _indent(props: Mapping[str, Prop]) -> int:
    # Texts and numbers keep off the border; centred ones have room on both sides.
    return 0 if props.get("align") == "center" else 1


class Book:
    """The workbook in memory; one format per set of properties."""

    def __init__(self, title: str, ward: str, period_label: str, year: int, sample: bool) -> None:
        """Start an empty workbook; everything that could differ between runs is fixed."""
        self._bytes = BytesIO()
        self.file = Workbook(
            self._bytes,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": dict(_DEFAULT_FONT),  # it is written to
                "default_column_width": _DIGIT_8_PIXELS,
            },
        )
        self.file.set_properties({"title": title, "created": datetime(year, 1, 1)})  # noqa: DTZ001 - no clock: the same input gives the same bytes
        self.file.set_calc_mode("auto")
        self.ward, self.period_label, self.sample = ward, period_label, sample
        self._formats: dict[tuple[tuple[str, Prop], ...], Format] = {}
        self._props: dict[Format, dict[str, Prop]] = {}

    def format(self, **props: Prop) -> Format:
        """Return the format with these properties over the house's own."""
        merged: dict[str, Prop] = {**_DEFAULT_FONT, "valign": "vcenter", "text_wrap": True, **props}
        key = tuple(sorted(merged.items()))
        if key not in self._formats:
            self._formats[key] = self.file.add_format(dict(merged))
            self._props[self._formats[key]] = merged
        return self._formats[key]

    def suited(self, form: Format, value: CellValue) -> Format:
        """Return the format under which a value keeps its kind.

        To Excel a date is a number with a date's format: in a cell for counts it would
        turn into 46203, and a plain number in a cell for dates into a day.
        """
        props = self._props[form]
        dated = props.get("num_format") == DATE_FORMAT
        if isinstance(value, date) and not dated:
            return self.format(**{**props, "num_format": DATE_FORMAT})
        if isinstance(value, int | float) and dated:
            return self.format(**{**props, "num_format": _GENERAL})
        return form

    def entry_format(self, **props: Prop) -> Format:
        """Return the format of a cell to be typed: the only pale yellow, unlocked ones."""
        return self.format(
            **{
                "align": "left",
                "indent": _indent(props),
                "bg_color": styles.ENTRY_FILL,
                "border": styles.THIN,
                "border_color": styles.ENTRY_BORDER,
                "font_size": styles.ENTRY_SIZE,
                "locked": False,
                **props,
            }
        )

    def cell_format(self, **props: Prop) -> Format:
        """Return the format of a locked table cell."""
        return self.format(
            **{
                "align": "left",
                "indent": _indent(props),
                "border": styles.THIN,
                "border_color": styles.BORDER,
                **props,
            }
        )

    def heading_format(self, **props: Prop) -> Format:
        """Return the format of a table heading."""
        return self.cell_format(
            **{
                "bold": True,
                "font_color": styles.WHITE,
                "bg_color": styles.ACCENT,
                "align": "center",
                **props,
            }
        )

    def close(self) -> bytes:
        """Finish and return the file's bytes."""
        self.file.close()
        return self._bytes.getvalue()


class Page:
    """One sheet: rows counted from 1, columns from 0; heights grow with the texts."""

    def __init__(self, book: Book, name: str, marker: str, *, left: int = 0) -> None:
        """Add the sheet with its hidden marker and, in a sample, its stamp.

        `left` is the first visible column, where titles and hints stand.
        """
        self.book, self.name, self._left = book, name, left
        self.sheet = book.file.add_worksheet(name)
        self._heights: dict[int, float] = {}
        self._hidden: set[int] = set()
        self._widths: dict[int, float] = {}
        self._folded: set[int] = set()
        self.sheet.hide_gridlines(2)
        self.sheet.write_string(MARKER_ROW - 1, 0, marker)
        self.hide_row(MARKER_ROW)
        if book.sample:
            stamp = book.format(bold=True, font_color=styles.STAMP_TEXT, text_wrap=False)
            self.text(STAMP_ROW, left, texts_vi.SAMPLE_LINE, stamp)
        else:
            self.hide_row(STAMP_ROW)

    def columns(self, widths: list[float]) -> None:
        """Set the widths of the columns from the first on, in characters."""
        for index, width in enumerate(widths):
            self.column(index, width)

    def column(self, index: int, width: float, **options: Prop) -> None:
        """Set one column's width; options as XlsxWriter's set_column takes them."""
        self._widths[index] = width
        if options.get("hidden"):
            self._folded.add(index)
        self.sheet.set_column(index, index, width, None, options)

    def hide_row(self, row: int) -> None:
        """Hide a row whatever its height."""
        self._hidden.add(row)

    def height(self, row: int, points: float) -> None:
        """Let a row be at least so high."""
        wanted = min(points, text_fit.MAX_ROW_HEIGHT)
        self._heights[row] = max(wanted, self._heights.get(row, text_fit.MIN_ROW_HEIGHT))

    def fit(self, row: int, column: int, text: str, form: Format) -> None:
        """Let a row be high enough for a wrapped text in one of its columns."""
        width = self._widths.get(column, 8)
        size = float(form.font_size)
        width -= text_fit.INDENT_WIDTH * form.indent
        lines = text_fit.count_lines(text, width, size, bold=bool(form.bold))
        self.height(row, text_fit.row_height(lines, size))

    def text(self, row: int, column: int, text: str, form: Format) -> None:
        """Write a text (blank: the format alone) and make room for it where it wraps."""
        self.height(row, text_fit.MIN_ROW_HEIGHT)
        if not text:
            self.sheet.write_blank(row - 1, column, None, form)
            return
        self._write_string(row, column, text, form)
        if form.text_wrap and not form.rotation:
            self.fit(row, column, text, form)

    def number(self, row: int, column: int, value: float, form: Format) -> None:
        """Write a number."""
        self.sheet.write_number(row - 1, column, value, form)

    def formula(self, row: int, column: int, formula: str, cached: Scalar, form: Format) -> None:
        """Write a formula with the result that readers see before any calculation."""
        self.sheet.write_formula(row - 1, column, formula, form, cached)

    def raw(self, row: int, column: int, value: CellValue, form: Format) -> None:
        """Write what was typed exactly as it was typed: text stays text."""
        form = self.book.suited(form, value)
        if value is None or value == "":
            self.text(row, column, "", form)
        elif isinstance(value, ExcelError):
            self.formula(row, column, f"={value.text}", value.text, form)
        elif isinstance(value, bool):
            self.sheet.write_boolean(row - 1, column, value, form)
        elif isinstance(value, int | float):
            self.number(row, column, value, form)
        elif isinstance(value, date):
            self.sheet.write_datetime(row - 1, column, value, form)
        else:
            self.text(row, column, value, form)

    def _write_string(self, row: int, column: int, text: str, form: Format) -> None:
        if len(text) > MAX_TEXT:
            raise UnusableInputError(
                f"Trang “{self.name}”, ô {address(row, column)}: nội dung dài {len(text)} ký tự,"
                f" Excel chỉ chứa được {MAX_TEXT}. Đề nghị rút ngắn."
            )
        self.sheet.write_string(row - 1, column, text, form)

    def title(self, text: str, *, row: int = TITLE_ROW) -> None:
        """Write the sheet's title; it runs over the cells to its right."""
        form = self.book.format(
            bold=True, font_size=styles.TITLE_SIZE, font_color=styles.ACCENT, text_wrap=False
        )
        self.text(row, self._left, text, form)
        self.height(row, 26)

    def hint(self, row: int, text: str) -> None:
        """Write a line of advice that runs over the cells to its right."""
        form = self.book.format(italic=True, font_color=styles.HINT_TEXT, text_wrap=False)
        self.text(row, self._left, text, form)

    def section(self, row: int, text: str) -> None:
        """Write the title of a table within the sheet."""
        form = self.book.format(
            bold=True, font_size=14, font_color=styles.ACCENT, text_wrap=False, valign="bottom"
        )
        self.text(row, 0, text, form)
        self.height(row, 28)

    def fits_on_one_page(self, last_row: int, last_column: int) -> bool:
        """Tell whether the rows down to this one print on the first page."""
        widths = [w for i, w in self._widths.items() if i <= last_column and i not in self._folded]
        heights = (
            self._heights.get(row, text_fit.MIN_ROW_HEIGHT)
            for row in range(1, last_row + 1)
            if row not in self._hidden
        )
        scale = min(1.0, _PAGE_WIDTH / sum(text_fit.column_points(width) for width in widths))
        return sum(heights) * scale < _PAGE_HEIGHT

    def print_setup(self, last_row: int, last_column: int, repeat: tuple[int, int]) -> None:
        """Set A4 landscape, one page wide, headings repeated, footer with page x/y."""
        sheet = self.sheet
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_HEAD_MARGIN, bottom=_FOOT_MARGIN)
        sheet.fit_to_pages(1, 0)
        sheet.print_area(0, 0, last_row - 1, last_column)
        sheet.repeat_rows(repeat[0] - 1, repeat[1] - 1)
        font = f'&"{styles.FONT},Regular"&10'
        stamp = f'&C&"{styles.FONT},Bold"&10{texts_vi.SAMPLE_STAMP}' if self.book.sample else ""
        if stamp:
            sheet.set_header(stamp, {"margin": 0.2})
        left = f"{self.book.ward}, {self.book.period_label}".replace("&", "&&")
        sheet.set_footer(f"&L{font}{left}{stamp}&R{font}{self.name}, trang &P/&N", {"margin": 0.2})

    def finish(self) -> None:
        """Set the heights that the texts asked for and protect the sheet, without password."""
        for row in sorted(set(self._heights) | self._hidden):
            options = {"hidden": True} if row in self._hidden else {}
            self.sheet.set_row(row - 1, self._heights.get(row), None, options)
        self.sheet.protect("", {"format_columns": True, "format_rows": True})
