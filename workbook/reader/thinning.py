"""A worksheet's XML, streamed, without its empty cells and all that is no cell.

People format whole columns, and a program that then saves the sheet writes a million
rows of empty cells. What is dropped here holds no value, so nothing is lost; what is
kept is small enough for a library to load. Only bytes are looked at, nothing is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from workbook.domain.cell_addresses import column_letters

MAX_ROW = 5_000
MAX_COLUMN = 256
_MOST_KEPT = 24 * 2**20
_LONGEST_ROW = 8 * 2**20
MOST_CELLS = 150_000

_ROOT = re.compile(rb"<(?:([A-Za-z_][\w.-]*):)?worksheet(?=[\s>])[^>]*>")
_ROW_NUMBER = re.compile(rb'\sr="(\d{1,9})"')
_ADDRESS = re.compile(rb'\sr="([A-Z]{1,4})(\d{1,9})"')


class DamagedSheetError(Exception):
    """The XML is cut or not of the form that spreadsheet programs write."""


class OverfullSheetError(Exception):
    """More content than any sổ holds."""


class StrayCellError(Exception):
    """A cell with content far outside every table; `cell` is its address."""

    def __init__(self, cell: str) -> None:
        """Keep the address."""
        super().__init__(cell)
        self.cell = cell


@dataclass
class _Thinner:
    """Takes the rows of one sheet in pieces and keeps the cells with content."""

    prefix: bytes
    kept: list[bytes] = field(default_factory=list)
    size: int = 0
    cells: int = 0
    last_row: int = 0
    last_column: int = 0

    def __post_init__(self) -> None:
        p = re.escape(self.prefix)
        self.row_start = b"<" + self.prefix + b"row"
        self.cell_end = b"</" + self.prefix + b"c>"
        self.contents = tuple(b"<" + self.prefix + tag for tag in (b"v", b"f", b"is"))
        self.cell = re.compile(rb"<%bc(\s[^>]*?)?(?:/>|>(.*?)</%bc>)" % (p, p), re.DOTALL)

    def take(self, rows: bytes) -> None:
        """Take some whole rows; most pieces of a formatted sheet hold no content at all."""
        if not any(tag in rows for tag in self.contents):
            return
        for row in rows.split(self.row_start)[1:]:
            if any(tag in row for tag in self.contents):
                self._take_row(row)

    def _take_row(self, row: bytes) -> None:
        head, _, body = row.partition(b">")
        number = _ROW_NUMBER.search(head)
        if number is None or int(number[1]) <= self.last_row:
            raise DamagedSheetError
        self.last_row = int(number[1])
        cells = b"".join(self._cells(body))
        self.kept.append(self.row_start + head + b">" + cells + b"</" + self.row_start[1:] + b">")
        self.size += len(self.kept[-1])
        if self.size > _MOST_KEPT or self.cells > MOST_CELLS:
            raise OverfullSheetError

    def _cells(self, body: bytes) -> Iterator[bytes]:
        # Bounded, so that cells without an end do not make the search quadratic.
        for match in self.cell.finditer(body, 0, body.rfind(self.cell_end) + len(self.cell_end)):
            content = match[2]
            if content is None or not any(tag in content for tag in self.contents):
                continue
            where = _ADDRESS.search(match[1] or b"")
            if where is None or int(where[2]) != self.last_row:
                raise DamagedSheetError
            column = column_number(where[1])
            if self.last_row > MAX_ROW or column > MAX_COLUMN:
                raise StrayCellError((where[1] + where[2]).decode("ascii"))
            self.last_column = max(self.last_column, column)
            self.cells += 1
            yield match[0]


def column_number(letters: bytes) -> int:
    """Return the number of a column, 1 for A."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def thin(chunks: Iterable[bytes]) -> bytes:
    """Return a small worksheet with the same cells of content.

    Raises:
        DamagedSheetError: the XML is cut, or cells have no address.
        OverfullSheetError: more content than any sổ holds.
        StrayCellError: content far outside every table.
    """
    stream = iter(chunks)
    root, thinner, start = _head(stream)
    rest: bytes | None = start
    rows = b"<" + thinner.prefix + b"row"
    end = b"</" + thinner.prefix + b"sheetData"
    while rest is not None and end not in rest:
        cut = rest.rfind(rows)
        if cut > 0:
            thinner.take(rest[:cut])
            rest = rest[cut:]
        if len(rest) > _LONGEST_ROW:
            raise OverfullSheetError
        chunk = next(stream, None)
        rest = None if chunk is None else rest + chunk
    if rest is None:
        raise DamagedSheetError
    last, _, tail = rest.partition(end)
    thinner.take(last)
    _check_end(tail, stream, b"</" + thinner.prefix + b"worksheet")
    return _small(root, thinner)


def _head(stream: Iterator[bytes]) -> tuple[bytes, _Thinner, bytes]:
    """Read up to the first row: the root's tag, the thinner, what is left."""
    head = b""
    for chunk in stream:
        head += chunk
        root = _ROOT.search(head)
        if root is not None:
            prefix = root[1] + b":" if root[1] else b""
            start = re.search(rb"<%bsheetData\s*(/?)>" % re.escape(prefix), head)
            if start is not None:
                # An empty sheet has no rows and no end tag: give it one.
                ending = b"</" + prefix + b"sheetData>" if start[1] else b""
                return root[0], _Thinner(prefix), ending + head[start.end() :]
        if len(head) > _LONGEST_ROW:
            raise OverfullSheetError
    raise DamagedSheetError


def _check_end(tail: bytes, stream: Iterator[bytes], end: bytes) -> None:
    for chunk in stream:
        tail = tail[-len(end) * 8 :] + chunk
    if not re.search(re.escape(end) + rb"\s*>\s*$", tail):
        raise DamagedSheetError


def _small(root: bytes, thinner: _Thinner) -> bytes:
    p = thinner.prefix
    last = f"{column_letters(max(thinner.last_column - 1, 0))}{max(thinner.last_row, 1)}".encode()
    # openpyxl looks for the dimension first, and through the whole sheet if there is none.
    dimension = b'<%bdimension ref="A1:%b"/>' % (p, last)
    rows = b"".join(thinner.kept)
    return b"%b%b<%bsheetData>%b</%bsheetData></%bworksheet>" % (root, dimension, p, rows, p, p)
