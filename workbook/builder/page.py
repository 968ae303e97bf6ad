"""One sheet being written: cells, row heights that grow with texts, protection, printing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from xlsxwriter.format import Format

from workbook.builder.book import PROTECTION, Book, Prop
from workbook.builder.paging import (
    FOOT_MARGIN,
    HEAD_MARGIN,
    MARGIN,
    Printed,
    Rows,
    breaks_before,
)
from workbook.domain.errors import UnusableInputError
from workbook.domain.register import CellValue, ExcelError
from workbook.layout import styles, text_fit, texts_vi
from workbook.layout.blocks import Block, Formula, Scalar
from workbook.layout.placement import MARKER_ROW, STAMP_ROW, TITLE_ROW, address

MAX_TEXT = 32_767  # characters of a cell, Excel's limit
SECTION_HEIGHT = 28
_TITLE_HEIGHT = 26
_A4 = 9


class Page:
    """One sheet: rows counted from 1, columns from 0; heights grow with the texts."""

    def __init__(
        self, book: Book, name: str, marker: str, *, left: int = 0, portrait: bool = False
    ) -> None:
        """Add the sheet with its hidden marker and, in a sample, its stamp.

        `left` is the first visible column, where titles and hints stand. `portrait` is how
        it is printed; all tables are landscape.
        """
        self.book, self.name, self._left, self._portrait = book, name, left, portrait
        self.sheet = book.file.add_worksheet(name)
        self._heights: dict[int, float] = {}
        self._hidden: set[int] = set()
        self._widths: dict[int, float] = {}
        self._folded: set[int] = set()
        self._kept: list[Rows] = []
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

    def number(self, row: int, column: int, value: float, form: Format | None) -> None:
        """Write a number."""
        self.sheet.write_number(row - 1, column, value, form)

    def block(self, block: Block, form_at: Callable[[int, int], Format | None]) -> None:
        """Write a computed block; `form_at` says how a cell of a row and column looks.

        A cell without format is written only where it has content.
        """
        for row, line in enumerate(block.values, start=block.row):
            for column, value in enumerate(line, start=block.column):
                form = form_at(row, column)
                if isinstance(value, Formula):
                    self.formula(row, column, value, value.cached, form)
                elif isinstance(value, str):
                    self.text(row, column, value, form or self.book.format(text_wrap=False))
                elif value is not None:
                    self.number(row, column, value, form)
                elif form is not None:
                    self.text(row, column, "", form)

    def formula(
        self, row: int, column: int, formula: str, cached: Scalar, form: Format | None
    ) -> None:
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

    def title(self, text: str) -> None:
        """Write the sheet's title; it runs over the cells to its right."""
        self.text(TITLE_ROW, self._left, text, self._title_format())
        self.height(TITLE_ROW, _TITLE_HEIGHT)

    def live_title(self, text: Formula) -> None:
        """Write a title that follows other cells."""
        self.formula(TITLE_ROW, self._left, text, text.cached, self._title_format())
        self.height(TITLE_ROW, _TITLE_HEIGHT)

    def _title_format(self) -> Format:
        return self.book.format(
            bold=True, font_size=styles.TITLE_SIZE, font_color=styles.ACCENT, text_wrap=False
        )

    def hint(self, row: int, text: str) -> None:
        """Write a line of advice that runs over the cells to its right."""
        form = self.book.format(italic=True, font_color=styles.HINT_TEXT, text_wrap=False)
        self.text(row, self._left, text, form)

    def section(self, row: int, text: str) -> None:
        """Write the title of a table within the sheet."""
        self.text(row, 0, text, self.section_format())
        self.height(row, SECTION_HEIGHT)

    def section_format(self) -> Format:
        """Return the format of such a title."""
        return self.book.format(
            bold=True, font_size=14, font_color=styles.ACCENT, text_wrap=False, valign="bottom"
        )

    def keep_together(self, first: int, last: int) -> None:
        """Let rows print on one page: a heading with what it is the heading of."""
        self._kept.append((first, last))

    def printed(self, last_row: int, last_column: int, repeat: Rows) -> Printed:
        """Return what is printed of the sheet down to a row and a column."""
        heights = [
            0.0 if row in self._hidden else self._heights.get(row, text_fit.MIN_ROW_HEIGHT)
            for row in range(1, last_row + 1)
        ]
        widths = [w for i, w in self._widths.items() if i <= last_column and i not in self._folded]
        return Printed(heights, widths, repeat, self._portrait)

    def heights_by_content(self, first: int, last: int) -> None:
        """Leave the heights of rows to Excel."""
        for row in range(first, last + 1):
            self._heights.pop(row, None)

    def print_setup(self, last_row: int | None, last_column: int, repeat: Rows) -> None:
        """Set A4, one page wide, headings repeated, footer with page x/y.

        Without a last row all that is filled is printed.
        """
        sheet = self.sheet
        if not self._portrait:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(MARGIN, MARGIN, HEAD_MARGIN, FOOT_MARGIN)
        sheet.fit_to_pages(1, 0)
        if last_row is not None:
            sheet.print_area(0, 0, last_row - 1, last_column)
            breaks = breaks_before(self.printed(last_row, last_column, repeat), self._kept)
            sheet.set_h_pagebreaks([row - 1 for row in breaks])
        sheet.repeat_rows(repeat[0] - 1, repeat[1] - 1)
        font = f'&"{styles.FONT},Regular"&10'
        stamp = f'&C&"{styles.FONT},Bold"&10{texts_vi.SAMPLE_STAMP}' if self.book.sample else ""
        if stamp:
            sheet.set_header(stamp, {"margin": 0.2})
        left = f"{self.book.ward}, {self.book.period_label}".replace("&", "&&")
        sheet.set_footer(f"&L{font}{left}{stamp}&R{font}{self.name}, trang &P/&N", {"margin": 0.2})

    def finish(self, *, protected: bool = True) -> None:
        """Set the heights that the texts asked for and protect the sheet, without password."""
        for row in sorted(set(self._heights) | self._hidden):
            options = {"hidden": True} if row in self._hidden else {}
            self.sheet.set_row(row - 1, self._heights.get(row), None, options)
        if protected:
            self.sheet.protect("", PROTECTION)
