"""Messages, questions and the status bar; work with the screen standing still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import xlwings as xw

from xl_macros.excel import messages_vi as vi
from xl_macros.opening import open_file

Progress = Callable[[str, int, int], None]
Opener = Callable[[Path], None]


def say(book: xw.Book, text: str, *, serious: bool = False) -> None:
    """Show a message and wait until it is closed."""
    book.app.alert(text, vi.TITLE, "ok", "critical" if serious else "info")


def confirmed(book: xw.Book, text: str) -> bool:
    """Ask whether to go on: OK or Cancel."""
    return book.app.alert(text, vi.TITLE, "ok_cancel", "info") == "ok"


def agreed(book: xw.Book, text: str) -> bool:
    """Ask a question: Yes or No."""
    return book.app.alert(text, vi.TITLE, "yes_no", "info") == "yes"


def chosen(book: xw.Book, text: str) -> bool | None:
    """Ask which of two: Yes or No; None for Cancel."""
    answer = book.app.alert(text, vi.TITLE, "yes_no_cancel", "info")
    return {"yes": True, "no": False}.get(answer or "")


def offer_to_open(book: xw.Book, path: Path, text: str, opener: Opener = open_file) -> None:
    """Tell what was written and open it if the official wants so; `text` ends with the question."""
    if not agreed(book, text):
        return
    try:
        opener(path)
    except OSError:  # Word is not installed, or no longer where Windows looks for it
        say(book, vi.not_opened(path), serious=True)


@contextmanager
def working(book: xw.Book) -> Iterator[None]:
    """Keep the screen still while cells change; give all back whatever happens."""
    app = book.app
    before = app.screen_updating
    try:
        app.screen_updating = False
        yield
    finally:
        # Each on its own: where Excel refuses one, the other must still be given back.
        with suppress(Exception):
            app.status_bar = False
        with suppress(Exception):
            app.screen_updating = before


def progress(book: xw.Book, doing: str) -> Progress:
    """Return what tells in the status bar: `Đang kiểm tra Trạm y tế (5/7)…`."""

    def tell(sheet: str, number: int, of: int) -> None:
        book.app.status_bar = vi.PROGRESS.format(doing=doing, sheet=sheet, number=number, of=of)

    return tell


def doing(book: xw.Book, text: str) -> None:
    """Tell in the status bar what is being done."""
    book.app.status_bar = f"{text}…"
