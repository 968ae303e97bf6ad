"""The notes of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from xlwings import base_classes

from tests.xlwings_engine.areas import Area

if TYPE_CHECKING:
    from tests.xlwings_engine.ranges import Range
    from tests.xlwings_engine.sheets import Sheet


class Note(base_classes.Note):
    """A note on one cell."""

    def __init__(self, sheet: Sheet, cell: Cell) -> None:
        self._sheet = sheet
        self._cell = cell

    @classmethod
    def add(cls, sheet: Sheet, area: Area, text: str) -> Note:
        """Put a note on a cell that has none; an object that protection can forbid."""
        sheet.cells_store.guard_right("objects")
        cell = sheet.cells_store.sheet.cell(area.row, area.column)
        if isinstance(cell, MergedCell) or cell.comment is not None:
            raise sheet.journal.refuse("Application-defined or object-defined error")
        cell.comment = Comment(text, "Excel")
        return cls(sheet, cell)

    def _comment(self, member: str) -> Comment:
        self._sheet.journal.cross("note", self._sheet.name, self._cell.coordinate, member)
        if self._cell.comment is None:
            raise self._sheet.journal.refuse("Object required")
        return self._cell.comment

    @property
    def api(self) -> Note:
        return self

    @property
    def text(self) -> str:
        return self._comment("text").text

    @text.setter
    def text(self, value: str) -> None:
        comment = self._comment("text")
        self._sheet.cells_store.guard_right("objects")
        self._cell.comment = Comment(value, comment.author)

    @property
    def author(self) -> str:
        return self._comment("author").author or ""

    @property
    def location(self) -> Range:
        from tests.xlwings_engine.ranges import Range  # a range knows its note as well

        self._comment("location")
        return Range(self._sheet, Area(self._cell.row, self._cell.column))

    def delete(self) -> None:
        self._comment("delete")
        self._sheet.cells_store.guard_right("objects")
        self._cell.comment = None


def notes_of(sheet: Sheet) -> list[Note]:
    """Return the notes of a sheet, row by row; listing them takes one trip each."""
    cells = [
        cell
        for row in sheet.cells_store.sheet.iter_rows()
        for cell in row
        if isinstance(cell, Cell) and cell.comment is not None
    ]
    for cell in cells:
        sheet.journal.cross("note", sheet.name, cell.coordinate, "notes")
    return [Note(sheet, cell) for cell in cells]
