"""Engine, application and workbooks of the pretended Excel.

Made of `xlwings.base_classes` alone; all that is not needed by the buttons or by the
tests of likeness raises NotImplementedError there.
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import xlwings as xw
from openpyxl.workbook import Workbook
from xlwings import base_classes

from tests.xlwings_engine import com_values
from tests.xlwings_engine.cells import SheetCells
from tests.xlwings_engine.journal import Journal, journal
from tests.xlwings_engine.names import Names
from tests.xlwings_engine.ranges import Range
from tests.xlwings_engine.sheets import VISIBLE, Sheet, Sheets

_PIDS = itertools.count(1000)
_MACRO_FILES = (".xlsm", ".xltm")


def load(path: Path, *, calculated: bool) -> Workbook:
    """Open a file by openpyxl: with formulas, or with their results."""
    with warnings.catch_warnings():
        # Conditional formats and validations of newer kinds are of no use to the tests.
        warnings.simplefilter("ignore")
        macros = path.suffix.lower() in _MACRO_FILES and not calculated
        return openpyxl.load_workbook(path, data_only=calculated, keep_vba=macros)


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


class App(base_classes.App):
    """One running Excel."""

    def __init__(self, engine: Engine, recorded: Journal) -> None:
        self.engine = engine
        self.journal = recorded
        self.open_books: list[Book] = []
        self.front = -1
        self.new_books = itertools.count(1)
        self._pid = next(_PIDS)
        self._screen_updating = True
        self._status_bar: str | bool = False

    # Plain settings: Excel keeps them, nothing else comes of them here.
    visible = True
    display_alerts = True
    enable_events = True
    interactive = True
    calculation = "automatic"
    cut_copy_mode = None
    version = "16.0"  # below 15 xlwings takes the file for one of an old Mac
    path = ""
    hwnd = 0

    @property
    def api(self) -> App:
        return self

    @property
    def pid(self) -> int:
        return self._pid

    @property
    def books(self) -> Books:
        return Books(self)

    def admit(self, book: Book) -> Book:
        """Take in a workbook and bring it to the front."""
        self.open_books.append(book)
        self.bring_forward(book)
        return book

    def bring_forward(self, book: Book) -> None:
        """Make a workbook the active one."""
        self.front = self.open_books.index(book) - len(self.open_books)

    @property
    def selection(self) -> Range | None:
        if not self.open_books:
            return None
        sheet = self.books.active.active_sheet
        return sheet.part(sheet.selected)

    def activate(self, steal_focus: bool = False) -> None:
        del steal_focus
        self.engine.running.remove(self)
        self.engine.running.insert(0, self)

    def quit(self) -> None:
        self.engine.running.remove(self)

    kill = quit

    def calculate(self) -> None:
        """Record the wish; the results come by `recalculate` of the test."""
        self.journal.cross("other", "", "", "calculate")

    @property
    def screen_updating(self) -> bool:
        return self._screen_updating

    @screen_updating.setter
    def screen_updating(self, value: bool) -> None:
        self.journal.cross("other", "", "", "screen_updating")
        self.journal.screen_updating.append(value)
        self._screen_updating = value

    @property
    def status_bar(self) -> str | bool:
        return self._status_bar

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self.journal.cross("other", "", "", "status_bar")
        if value is not False and not isinstance(value, str):
            raise self.journal.refuse("Unable to set the StatusBar property")
        self.journal.status_bars.append(value)
        self._status_bar = value

    def alert(
        self,
        prompt: str,
        title: str | None,
        buttons: str | None,
        mode: str | None,
        callback: object,
    ) -> str:
        del callback  # of another engine
        self.journal.cross("other", "", "", "alert")
        return self.journal.ask(prompt, title or "", buttons or "ok", mode)


class Apps(base_classes.Apps):
    """The running Excels; the first one is the active one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keys(self) -> list[int]:
        return [app.pid for app in self._engine.running]

    def add(
        self,
        spec: object = None,
        add_book: bool = True,
        xl: object = None,
        visible: object = None,
    ) -> App:
        del spec, xl, visible
        app = self._engine.start(journal())
        if add_book:
            app.books.add()
        return app

    @staticmethod
    def cleanup() -> None:
        """Nothing to clean: no process was started."""

    def __iter__(self) -> Iterator[App]:
        return iter(list(self._engine.running))

    def __len__(self) -> int:
        return len(self._engine.running)

    def __getitem__(self, pid: int) -> App:
        return next(app for app in self._engine.running if app.pid == pid)


class Engine:
    """The engine as xlwings sees it: a desktop Excel, not a "remote" or a "reader"."""

    name = "excel"
    type = "desktop"
    prepare_xl_data_element = staticmethod(com_values.prepare)
    clean_value_data = staticmethod(com_values.clean)

    def __init__(self) -> None:
        self.running: list[App] = []

    @property
    def apps(self) -> Apps:
        return Apps(self)

    def start(self, recorded: Journal) -> App:
        """Start an Excel without workbooks and make it the active one."""
        app = App(self, recorded)
        self.running.insert(0, app)
        return app


ENGINE = Engine()


def install() -> xw.Engine | None:
    """Make the pretended Excel xlwings' active engine; return the one that was."""
    before: xw.Engine | None = xw.engines.active
    engine = xw.Engine(impl=ENGINE)
    known: Sequence[str] = [known.name for known in xw.engines]
    if ENGINE.name not in known:
        xw.engines.add(engine)
    engine.activate()
    return before
