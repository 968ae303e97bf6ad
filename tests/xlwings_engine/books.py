"""The open workbooks, behind `xlwings.Book`."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.workbook import Workbook
from xlwings import base_classes

from tests.xlwings_engine.cells import SheetCells
from tests.xlwings_engine.journal import Journal
from tests.xlwings_engine.names import Names
from tests.xlwings_engine.sheets import VISIBLE, Sheet, Sheets

if TYPE_CHECKING:
    from tests.xlwings_engine.application import App

_MACRO_FILES = (".xlsm", ".xltm")
_FILES = (".xlsx", ".xltx", *_MACRO_FILES)


def load(path: Path, *, calculated: bool) -> Workbook:
    """Open a file by openpyxl: with formulas, or with their results."""
    with warnings.catch_warnings():
        # Conditional formats and validations of newer kinds are of no use to the tests.
        warnings.simplefilter("ignore")
        macros = path.suffix.lower() in _MACRO_FILES and not calculated
        book = openpyxl.load_workbook(path, data_only=calculated, keep_vba=macros)
    for page in book.worksheets:
        # No button looks at pictures, and openpyxl can save them only once.
        vars(page)["_images"].clear()
    return book


class Book(base_classes.Book):
    """An open workbook."""

    def __init__(self, app: App, content: Workbook, path: Path | None, name: str) -> None:
        self._app = app
        self.content = content
        self.path = path
        self._name = name
        self.pages = [Sheet(self, SheetCells(page, app.journal)) for page in content.worksheets]

    @classmethod
    def opened(cls, app: App, path: Path) -> Book:
        """Open a file."""
        book = cls(app, load(path, calculated=False), path, path.name)
        book.take_results(path)
        return book

    def take_results(self, path: Path) -> None:
        """Keep the results of all formulas as a file with the same sheets holds them."""
        calculated = load(path, calculated=True)
        for page in self.pages:
            page.cells_store.take_results(calculated[page.name])

    @property
    def api(self) -> Book:
        return self

    @property
    def app(self) -> App:
        return self._app

    @property
    def journal(self) -> Journal:
        """What this run of Excel recorded."""
        return self._app.journal

    @property
    def name(self) -> str:
        return self._name

    @property
    def fullname(self) -> str:
        return self._name if self.path is None else str(self.path)

    @property
    def names(self) -> Names:
        return Names(self)

    def activate(self) -> None:
        self._app.bring_forward(self)

    def close(self) -> None:
        self._app.open_books.remove(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save by openpyxl: charts and buttons are lost, so tests save copies only."""
        del password
        self.journal.cross("other", "", "", "save")
        target = Path(path) if path else self.path or Path(f"{self._name}.xlsx")
        if target.suffix.lower() not in _FILES:
            raise NotImplementedError(f"saving as {target.suffix}")
        self.path = target.absolute()
        self._name = target.name
        self.content.save(self.path)

    # --- sheets --------------------------------------------------------------------------

    @property
    def sheets(self) -> Sheets:
        return Sheets(self)

    @property
    def active_sheet(self) -> Sheet:
        """The sheet that the official sees."""
        active = self.content.active
        return next(page for page in self.pages if page.cells_store.sheet is active)

    def show(self, sheet: Sheet) -> None:
        """Make a sheet the active one."""
        self.content.active = sheet.index - 1
        for page in self.pages:
            page.cells_store.sheet.sheet_view.tabSelected = page is sheet

    def guard_structure(self) -> None:
        """Refuse a change to the sheets of a protected workbook."""
        if self.content.security and self.content.security.lockStructure:
            raise self.journal.refuse("Workbook is protected and cannot be changed.")

    def insert(self, index: int, name: str | None) -> Sheet:
        """Add a sheet and show it."""
        taken = itertools.count(len(self.pages) + 1)
        title = name or next(f"Sheet{n}" for n in taken if f"Sheet{n}" not in self.content)
        page = Sheet(self, SheetCells(self.content.create_sheet(title, index), self.journal))
        self.pages.insert(index, page)
        self.show(page)
        return page

    def drop(self, sheet: Sheet) -> None:
        """Delete a sheet."""
        self.content.remove(sheet.cells_store.sheet)
        self.pages.remove(sheet)
        self.show(next(page for page in self.pages if page.visible == VISIBLE))


class Books(base_classes.Books):
    """The open workbooks of an application."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def api(self) -> Books:
        return self

    @property
    def active(self) -> Book:
        return self.app.open_books[self.app.front]

    def __call__(self, name_or_index: int | str) -> Book:
        if isinstance(name_or_index, int):
            return self.app.open_books[name_or_index - 1]
        for book in self:
            if book.name.lower() == name_or_index.lower():
                return book
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return len(self.app.open_books)

    def __iter__(self) -> Iterator[Book]:
        return iter(list(self.app.open_books))

    def add(self) -> Book:
        content = Workbook()
        content.worksheets[0].title = "Sheet1"
        return self.app.admit(Book(self.app, content, None, f"Book{next(self.app.new_books)}"))

    def open(self, fullname: str, *options: object) -> Book:
        del options
        return self.app.admit(Book.opened(self.app, Path(fullname)))
