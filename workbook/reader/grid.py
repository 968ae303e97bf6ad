"""The cells of one sheet, wherever they come from: a file, or the workbook that is open."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from workbook.domain.register import CellValue, RawCell
from workbook.layout import placement

_EXACT = 10**15
_PERCENT_FORMAT = re.compile(r'^(?:[^"\\%]|"[^"]*"|\\.)*%')


@dataclass(frozen=True)
class Cell:
    """A cell of content; `formula` without its cached value, which is read on demand."""

    value: CellValue
    formula: str | None
    font: str | None


class Grid(ABC):
    """One sheet: cells by (row, column), both counted from 1."""

    def __init__(self, name: str, *, visible: bool) -> None:
        """Keep what the tab shows; cells are read when first asked for."""
        self.name = name
        self.visible = visible

    @property
    @abstractmethod
    def cells(self) -> Mapping[tuple[int, int], Cell]:
        """All cells of content."""

    @property
    @abstractmethod
    def marker(self) -> str:
        """The text of A1; the sheet's other cells need not be read for it."""

    @abstractmethod
    def result(self, row: int, column: int) -> Cell | None:
        """Return what a cell's formula gave when it was last calculated."""

    @cached_property
    def last_row(self) -> int:
        """The last row with content, 0 for an empty sheet."""
        return max((row for row, _ in self.cells), default=0)

    def text(self, row: int, column: int) -> str:
        """Return a cell's text, "" where it holds none."""
        cell = self.cells.get((row, column))
        return cell.value.strip() if cell and isinstance(cell.value, str) else ""

    def formula(self, row: int, column: int) -> str | None:
        """Return a cell's formula, None where it holds none."""
        cell = self.cells.get((row, column))
        return cell.formula if cell else None

    def raw(self, row: int, column: int) -> RawCell:
        """Return a cell as typed; of a formula its result as last computed."""
        cell = self.cells.get((row, column))
        if cell is not None and cell.formula is not None:
            cell = self.result(row, column)
        where = address(row, column)
        if cell is None:
            return RawCell(None, self.name, where)
        return RawCell(cell.value, self.name, where, cell.font)


def address(row: int, column: int) -> str:
    """Return the A1 text of a cell, both counted from 1."""
    return placement.address(row, column - 1)


def number(value: int | float, *, percent: bool) -> CellValue:
    """Return a number as it was typed: whole ones as int, in a percent format as shown.

    Who types 98% means no 0.98, and 100% no 1.
    """
    if percent:
        shown = (Decimal(repr(value)) * 100).normalize()
        return f"{shown:f}%".replace(".", ",")
    whole = isinstance(value, float) and value.is_integer() and abs(value) < _EXACT
    return int(value) if whole else value


def is_percent(number_format: str) -> bool:
    """Tell whether a number format shows hundredfold with a percent sign."""
    return _PERCENT_FORMAT.match(number_format) is not None
