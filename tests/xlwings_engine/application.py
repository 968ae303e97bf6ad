"""The engine and the application of the pretended Excel.

Made of `xlwings.base_classes` alone; all that is not needed by the buttons or by the
tests of likeness raises NotImplementedError there.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import xlwings as xw
from xlwings import base_classes

from tests.xlwings_engine import com_values
from tests.xlwings_engine.books import Book, Books
from tests.xlwings_engine.journal import Journal, journal
from tests.xlwings_engine.ranges import Range

_PIDS = itertools.count(1000)


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
