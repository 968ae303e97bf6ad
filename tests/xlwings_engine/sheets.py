"""The sheets of a workbook, behind `xlwings.Sheets` and `xlwings.Sheet`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

from openpyxl.workbook.defined_name import DefinedNameDict
from xlwings import base_classes

from tests.xlwings_engine.areas import MAX_COLUMN, MAX_ROW, Area, between, parse
from tests.xlwings_engine.cells import SheetCells
from tests.xlwings_engine.journal import ComError, Journal
from tests.xlwings_engine.names import Names
from tests.xlwings_engine.notes import Note, notes_of
from tests.xlwings_engine.ranges import Range

if TYPE_CHECKING:
    from tests.xlwings_engine.books import Book

VISIBLE, HIDDEN, VERY_HIDDEN = -1, 0, 2
_State: TypeAlias = Literal["visible", "hidden", "veryHidden"]
_STATES: dict[_State, int] = {"visible": VISIBLE, "hidden": HIDDEN, "veryHidden": VERY_HIDDEN}
_BAD_INDEX = -2147352565


class Sheet(base_classes.Sheet):
    """One sheet."""

    def __init__(self, book: Book, cells: SheetCells) -> None:
        self._book = book
        self.cells_store = cells
        self.selected = Area(1, 1)

    @property
    def api(self) -> Sheet:
        return self

    @property
    def journal(self) -> Journal:
        """What this run of Excel recorded."""
        return self.cells_store.journal

    @property
    def defined_names(self) -> DefinedNameDict:
        """The names that belong to this sheet alone."""
        return self.cells_store.sheet.defined_names

    def _cross(self, member: str) -> None:
        self.journal.cross("other", self.name, "", member)

    @property
    def book(self) -> Book:
        return self._book

    @property
    def name(self) -> str:
        return self.cells_store.sheet.title

    @name.setter
    def name(self, value: str) -> None:
        self._book.guard_structure()
        before = self.name
        self.cells_store.sheet.title = value
        for page in self._book.pages:
            page.cells_store.follow_new_name(before, self.name)

    @property
    def names(self) -> Names:
        return Names(self._book, self)

    @property
    def index(self) -> int:
        return self._book.content.sheetnames.index(self.name) + 1

    @property
    def notes(self) -> list[Note]:
        return notes_of(self)

    # --- ranges --------------------------------------------------------------------------

    def range(self, arg1: object, arg2: object = None) -> Range:
        if isinstance(arg1, int) and isinstance(arg2, int):
            arg1, arg2 = (arg1, arg2), None
        first = self._area(arg1)
        return self.part(first if arg2 is None else between(first, self._area(arg2)))

    def part(self, area: Area) -> Range:
        """Return a range of this sheet."""
        return Range(self, area)

    def _area(self, argument: object) -> Area:
        if isinstance(argument, Range):
            return argument.area
        if isinstance(argument, tuple):
            if 0 in argument[:2]:
                raise IndexError(
                    "Attempted to access 0-based Range. xlwings/Excel Ranges are 1-based."
                )
            return Area(*argument)
        return parse(str(argument)) or self._named(str(argument))

    def _named(self, name: str) -> Area:
        own, shared = Names(self._book, self), self._book.names
        for names in (own, shared):
            if names.contains(name):
                target = names(name).refers_to_range
                if target.sheet is self:
                    return target.area
        raise self.journal.refuse(f"Method 'Range' of object '_Worksheet' failed: {name!r}")

    @property
    def cells(self) -> Range:
        return self.part(Area(1, 1, MAX_ROW, MAX_COLUMN))

    @property
    def used_range(self) -> Range:
        self._cross("used_range")
        return self.part(self.cells_store.used)

    def clear_contents(self) -> None:
        self.cells.clear_contents()

    def clear_formats(self) -> None:
        self.cells.clear_formats()

    def clear(self) -> None:
        self.cells.clear()

    def autofit(self, axis: str | None = None) -> None:
        self.used_range.autofit(axis)

    # --- the sheet in its book -----------------------------------------------------------

    @property
    def is_active(self) -> bool:
        """Whether the official sees this sheet."""
        return self._book.active_sheet is self

    def activate(self) -> None:
        self._cross("activate")
        if self.visible != VISIBLE:
            raise self.journal.refuse("Activate method of Worksheet class failed")
        self._book.show(self)

    def select(self) -> None:
        self._cross("select")
        if self.visible != VISIBLE:
            raise self.journal.refuse("Select method of Worksheet class failed")
        self._book.show(self)

    @property
    def visible(self) -> int:
        """-1, 0 or 2: a very hidden sheet is "true" here, as through COM."""
        return _STATES[self.cells_store.sheet.sheet_state]

    @visible.setter
    def visible(self, value: int) -> None:
        self._cross("visible")
        self._book.guard_structure()
        wanted = VISIBLE if value in (True, VISIBLE) else value
        others = [sheet for sheet in self._book.sheets if sheet is not self]
        if wanted != VISIBLE and all(sheet.visible != VISIBLE for sheet in others):
            raise self.journal.refuse("Unable to set the Visible property of the Worksheet class")
        names = {number: name for name, number in _STATES.items()}
        self.cells_store.sheet.sheet_state = names[int(wanted)]
        if wanted != VISIBLE and self.is_active:
            self._book.show(next(sheet for sheet in others if sheet.visible == VISIBLE))

    def delete(self) -> None:
        self._cross("delete")
        self._book.guard_structure()
        self._book.drop(self)


class Sheets(base_classes.Sheets):
    """The sheets of a book.

    `name in book.sheets` is False even for a sheet that exists, as on Windows: xlwings'
    own collection there compares sheets with the name.
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def api(self) -> Sheets:
        return self

    @property
    def active(self) -> Sheet:
        self._book.journal.cross("other", "", "", "sheets.active")
        return self._book.active_sheet

    def __call__(self, name_or_index: int | str) -> Sheet:
        if isinstance(name_or_index, int):
            return list(self)[name_or_index - 1]
        for sheet in self:
            if sheet.name.lower() == name_or_index.lower():
                return sheet
        raise ComError(f"Invalid index: {name_or_index}", _BAD_INDEX)

    def __len__(self) -> int:
        return len(self._book.pages)

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self._book.pages)

    def add(
        self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None
    ) -> Sheet:
        self._book.guard_structure()
        where = before or after or self._book.active_sheet
        return self._book.insert(where.index - 1 + (after is not None and before is None), name)
