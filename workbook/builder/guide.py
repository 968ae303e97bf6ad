"""The sheet Hướng dẫn: twelve steps with pictures, the statuses, and every message."""

from __future__ import annotations

from io import BytesIO

from xlsxwriter.format import Format

from workbook.builder.book import Book
from workbook.builder.page import Page
from workbook.domain.guide import steps_vi as vi
from workbook.domain.guide.messages import messages
from workbook.domain.guide.statuses_vi import PROVISIONAL_HINT, status_meanings
from workbook.domain.guide.steps_vi import Picture, Step, steps
from workbook.guide_pictures import picture_file
from workbook.layout import sheets, styles
from workbook.layout.placement import TITLE_ROW

_HINT_ROW = TITLE_ROW + 1
_FIRST_ROW = TITLE_ROW + 3
_LABEL, _TEXT = 0, 1  # columns
_WIDTHS = [19.0, 69.0]  # together as wide as A4 portrait holds without being made smaller
_SIZE, _HEADING_SIZE = 13, 15
_AROUND = 6  # pixels above and below a picture
_POINTS_A_PIXEL = 72 / 96
_NO_CHANGE = 3  # a picture neither moves nor stretches with the cells


def write_guide(book: Book) -> None:
    """Add the sheet; without macros nothing is said of buttons."""
    page = Page(book, sheets.GUIDE, sheets.marker_of(sheets.GUIDE), portrait=True)
    page.columns(_WIDTHS)
    page.title(vi.GUIDE_TITLE)
    writer = _Writer(page)
    writer.note(_HINT_ROW, vi.GUIDE_HINT)
    for number, step in enumerate(steps(buttons=book.buttons is not None), start=1):
        writer.step(number, step)
    writer.buttons()
    writer.statuses()
    writer.messages()
    page.print_setup(writer.row - 1, _TEXT, (TITLE_ROW, TITLE_ROW))
    page.finish()


class _Writer:
    """Writes one part below the other; `row` is the next one that is free."""

    def __init__(self, page: Page) -> None:
        book = page.book
        self._page, self.row = page, _FIRST_ROW
        self._step = book.format(
            bold=True, font_size=_HEADING_SIZE, font_color=styles.WHITE, bg_color=styles.ACCENT,
            align="center", text_wrap=False,
        )  # fmt: skip
        self._heading = book.format(
            bold=True, font_size=_HEADING_SIZE, font_color=styles.ACCENT, indent=1,
            text_wrap=False, bg_color=styles.BAND_FILL,
        )  # fmt: skip
        self._body = book.format(font_size=_SIZE, indent=1)
        self._caption = book.format(font_size=_SIZE, italic=True, font_color=styles.HINT_TEXT)
        self._cell = book.cell_format(font_size=_SIZE)

    def note(self, row: int, text: str) -> None:
        """Write a few words on what follows; they wrap in the wide column."""
        self._page.text(row, _TEXT, text, self._caption)

    def step(self, number: int, step: Step) -> None:
        """Write a step whole; it prints on one page."""
        first = self.row
        self._page.text(first, _LABEL, f"Bước {number}", self._step)
        self._page.text(first, _TEXT, step.title, self._heading)
        for text in step.sentences:
            self._next(f"• {text}")
        self.row += 1
        for picture in step.pictures:
            self._picture(picture)
        self._page.keep_together(first, self.row - 1)
        self.row += 1

    def _next(self, text: str) -> None:
        self.row += 1
        self._page.text(self.row, _TEXT, text, self._body)

    def _picture(self, picture: Picture) -> None:
        file = picture_file(picture.name)
        self._page.height(self.row, (file.height + 2 * _AROUND) * _POINTS_A_PIXEL)
        options = {
            "image_data": BytesIO(file.content),
            "x_offset": 4,
            "y_offset": _AROUND,
            "x_scale": file.scale,
            "y_scale": file.scale,
            "object_position": _NO_CHANGE,
            "description": picture.caption,
        }
        self._page.sheet.insert_image(self.row - 1, _LABEL, f"{picture.name}.png", options)
        self._page.text(self.row + 1, _TEXT, picture.caption, self._caption)
        self.row += 2

    def _section(self, title: str, note: str = "") -> int:
        """Write the title of a part and a word on it; return the row of the title."""
        first = self.row
        self._page.section(first, title)
        if note:
            self.row += 1
            self.note(self.row, note)
        self.row += 1
        return first

    def _line(self, label: str, text: str, look: Format) -> None:
        self._page.text(self.row, _LABEL, label, look)
        self._page.text(self.row, _TEXT, text, self._cell)
        self.row += 1

    def buttons(self) -> None:
        """Write each caption once with what it does; on Tổng hợp it does most."""
        if self._page.book.buttons is None:
            return
        found: dict[str, str] = {}
        for button in self._page.book.buttons:
            found.setdefault(button.caption, button.tip)
        first = self._section(vi.BUTTONS_TITLE)
        for caption, tip in found.items():
            self._next_line(f"“{caption}”: {tip}")
        self._page.keep_together(first, self.row - 1)
        self.row += 1

    def _next_line(self, text: str) -> None:
        self._page.text(self.row, _TEXT, f"• {text}", self._body)
        self.row += 1

    def statuses(self) -> None:
        """Write every status as its cells look."""
        first = self._section(vi.STATUSES_TITLE, f"{vi.STATUSES_HINT} {PROVISIONAL_HINT}")
        for one in status_meanings():
            look = styles.STALE_LOOK if one.status is None else styles.LOOKS[one.status]
            self._line(one.text, one.meaning, self._look(look))
        self._page.keep_together(first, self.row - 1)
        self.row += 1

    def messages(self) -> None:
        """Write every code with its meaning and what to do."""
        first = self._section(vi.MESSAGES_TITLE, vi.MESSAGES_HINT)
        self._page.keep_together(first, self.row)
        for one in messages():
            look = self._look(styles.SEVERITY_LOOKS[one.severity])
            self._line(
                f"{one.code}\n{one.severity.label}", f"{one.meaning}\nCần làm: {one.remedy}", look
            )

    def _look(self, look: styles.StatusLook) -> Format:
        return self._page.book.cell_format(
            bold=True, font_size=_SIZE, align="center", bg_color=look.fill, font_color=look.text,
            border=look.line, border_color=look.border,
        )  # fmt: skip
