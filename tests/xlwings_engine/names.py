"""The defined names of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName, DefinedNameDict
from xlwings import base_classes

from tests.xlwings_engine.areas import parse

if TYPE_CHECKING:
    from tests.xlwings_engine.books import Book
    from tests.xlwings_engine.ranges import Range
    from tests.xlwings_engine.sheets import Sheet

_UNKNOWN = "Application-defined or object-defined error"


class Name(base_classes.Name):
    """A defined name, of the workbook or of one sheet."""

    def __init__(self, book: Book, home: Sheet | None, defined: DefinedName) -> None:
        self._book = book
        self._home = home
        self._defined = defined

    def _table(self) -> DefinedNameDict:
        return self._book.content.defined_names if self._home is None else self._home.defined_names

    @property
    def api(self) -> Name:
        return self

    @property
    def name(self) -> str:
        local = str(self._defined.name)
        return local if self._home is None else f"{_quoted(self._home.name)}!{local}"

    @name.setter
    def name(self, value: str) -> None:
        table = self._table()
        del table[str(self._defined.name)]
        self._defined.name = value
        table[value] = self._defined

    @property
    def refers_to(self) -> str:
        return f"={self._defined.attr_text}"

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        self._defined.attr_text = value.lstrip("=")

    @property
    def refers_to_range(self) -> Range:
        self._book.journal.cross("other", "", self.name, "refers_to_range")
        sheet, _, address = str(self._defined.attr_text).rpartition("!")
        area = parse(address)
        if area is None or not sheet:
            raise self._book.journal.refuse(_UNKNOWN)
        return self._book.sheets(sheet.strip("'").replace("''", "'")).part(area)

    def delete(self) -> None:
        del self._table()[str(self._defined.name)]


class Names(base_classes.Names):
    """All names of a workbook with those of its sheets, or those of one sheet."""

    def __init__(self, book: Book, home: Sheet | None = None) -> None:
        self._book = book
        self._home = home

    @property
    def api(self) -> Names:
        return self

    def _all(self) -> list[Name]:
        homes = list(self._book.sheets) if self._home is None else [self._home]
        found = [
            Name(self._book, home, defined)
            for home in homes
            for defined in home.defined_names.values()
        ]
        if self._home is None:
            defined_names = self._book.content.defined_names.values()
            found += [Name(self._book, None, defined) for defined in defined_names]
        return sorted(found, key=lambda name: name.name.rpartition("!")[2].lower())

    def _find(self, key: int | str) -> Name | None:
        names = self._all()
        if isinstance(key, int):
            return names[key - 1]
        full = [name for name in names if name.name.lower() == key.lower()]
        local = [
            n for n in names if self._home and n.name.rpartition("!")[2].lower() == key.lower()
        ]
        return next(iter(full + local), None)

    def __call__(self, name_or_index: int | str) -> Name:
        found = self._find(name_or_index)
        if found is None:
            raise self._book.journal.refuse(_UNKNOWN)
        return found

    def contains(self, name_or_index: int | str) -> bool:
        return self._find(name_or_index) is not None

    def __len__(self) -> int:
        return len(self._all())

    def add(self, name: str, refers_to: str) -> Name:
        sheet, _, local = name.rpartition("!")
        home = self._book.sheets(sheet.strip("'")) if sheet else self._home
        defined = DefinedName(local, attr_text=refers_to.lstrip("="))
        table = self._book.content.defined_names if home is None else home.defined_names
        table[local] = defined
        return Name(self._book, home, defined)

    def define(self, name: str, target: Range) -> None:
        """Name a range."""
        self.add(name, f"{_quoted(target.sheet.name)}!{target.address}")

    def of(self, target: Range) -> Name | None:
        """Return the first name of exactly this range."""
        wanted = f"{_quoted(target.sheet.name)}!{target.address}"
        plain = wanted.replace("'", "")
        return next((n for n in self._all() if n.refers_to[1:].replace("'", "") == plain), None)


def _quoted(sheet: str) -> str:
    return sheet if sheet.isalnum() else quote_sheetname(sheet)
