"""Status cells: colour, symbol and word; grey once the figures have changed since."""

from __future__ import annotations

from xlsxwriter.format import Format

from workbook.builder.book import Book, Page, Prop
from workbook.domain.periods import Period
from workbook.domain.results import MeasureResult
from workbook.domain.statuses import STALE_LABEL, STALE_SYMBOL, Status
from workbook.layout import columns, formulas, styles
from workbook.layout.placement import UnitLayout, address
from workbook.layout.styles import StatusLook

_STALE_TEXT = f'"{STALE_SYMBOL} {STALE_LABEL}"'
# One part each for positive, negative, zero and text: whatever stands there is covered.
_STALE_NUMBER_FORMAT = ";".join([_STALE_TEXT] * 4)


def status_format(book: Book, look: StatusLook) -> Format:
    """Return the format of a status with this look."""
    return book.format(
        bg_color=look.fill,
        font_color=look.text,
        bold=True,
        align="center",
        border=look.line,
        border_color=look.border,
    )


def write_status(page: Page, row: int, column: int, result: MeasureResult | None) -> None:
    """Write a status, or an empty cell where nothing was judged."""
    if result is None:
        page.text(row, column, "", page.book.cell_format())
        return
    form = status_format(page.book, styles.look_of(result))
    page.text(row, column, styles.status_text(result), form)


def stale_format(book: Book, *, words: bool) -> Format:
    """Return the conditional format of a stale cell; `words` puts ↻ Cần cập nhật there."""
    look = styles.STALE_LOOK
    props: dict[str, Prop] = {"bg_color": look.fill, "font_color": look.text}
    if words:
        props["num_format"] = _STALE_NUMBER_FORMAT
    return book.file.add_format(props)


def mark_stale(page: Page, place: UnitLayout, period: Period) -> None:
    """Turn statuses and their sentences grey while figures differ from those judged."""
    criteria = "=" + formulas.stale(place, UnitLayout.FIRST_ROW, period, anchored=True)
    for key in (columns.STATUS, columns.REASONING):
        column = place.column(key, period)
        cells = f"{address(UnitLayout.FIRST_ROW, column)}:{address(place.last_row, column)}"
        form = stale_format(page.book, words=key == columns.STATUS)
        page.sheet.conditional_format(
            cells, {"type": "formula", "criteria": criteria, "format": form}
        )


def look_of_status(status: Status) -> StatusLook:
    """Return the look of a bare status, for counts."""
    return styles.LOOKS[status]
