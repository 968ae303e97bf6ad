"""What tests use: a workbook open in the pretended Excel."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import xlwings as xw

from tests.xlwings_engine.application import ENGINE, install
from tests.xlwings_engine.books import Book
from tests.xlwings_engine.journal import Journal, journal


@contextmanager
def excel(path: Path, *, answers: Iterable[str] = ()) -> Iterator[xw.Book]:
    """Open a file in an Excel of its own; `xw.Book.caller()` returns it meanwhile.

    Args:
        path: The workbook; it is read, never written.
        answers: The buttons that the test presses at questions, in their order.

    Raises:
        AssertionError: At the end, for what a test must not overlook: writes that Excel
            would silently have changed, questions without answer, answers never asked for.
            A test that meant them empties `journal_of(book).hazards` and the like.
    """
    before, caller = install(), getattr(xw.Book, "_mock_caller", None)
    recorded = journal(answers)
    app = ENGINE.start(recorded)
    book = xw.Book(impl=app.books.open(str(path)))
    book.set_mock_caller()
    try:
        yield book
    finally:
        if caller is None:
            del xw.Book._mock_caller  # type: ignore[attr-defined] # set by set_mock_caller
        else:
            caller.set_mock_caller()
        ENGINE.running.remove(app)
        setattr(xw.engines, "active", before)  # noqa: B010 # declared as None there
    faults = recorded.faults()
    assert faults == [], faults


def _content(book: xw.Book) -> Book:
    content = book.impl
    assert isinstance(content, Book)
    return content


def journal_of(book: xw.Book) -> Journal:
    """Return what was recorded since the book was opened."""
    return _content(book).journal


@contextmanager
def unprotected(book: xw.Book) -> Iterator[None]:
    """Lift the protection of all sheets, as the VBA does around a click."""
    protections = [page.cells_store.sheet.protection for page in _content(book).pages]
    lifted = [protection for protection in protections if protection.sheet]
    for protection in lifted:
        protection.sheet = False
    try:
        yield
    finally:
        for protection in lifted:
            protection.sheet = True


def protected_sheets(book: xw.Book) -> list[str]:
    """Return the names of the sheets that are protected now."""
    pages = _content(book).pages
    return [page.name for page in pages if page.cells_store.sheet.protection.sheet]


def save_copy(book: xw.Book, path: Path) -> Path:
    """Save the book as it stands to another file; charts and buttons are lost."""
    content = _content(book)
    assert content.path != path, "the opened file itself is never written"
    content.content.save(path)
    return path


def recalculate(book: xw.Book) -> None:
    """Calculate all formulas by LibreOffice; the open book holds the results afterwards.

    Without this, formulas keep the results of the file that was opened even when what
    they depend on changes, and a formula that was changed reads as an empty cell.
    """
    # What stands ready in a process of its own does without LibreOffice and pytest.
    from tests.rendering import convert

    content = _content(book)
    with tempfile.TemporaryDirectory() as folder:
        suffix = Path(content.name).suffix or ".xlsx"
        copy = save_copy(book, Path(folder) / f"copy{suffix}")
        content.take_results(convert(copy, Path(folder) / "calculated", "xlsx"))
