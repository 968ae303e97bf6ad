"""Finds what stands below the body: Nơi nhận, the signatures, the annexes.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, sections II.7, II.9, III.1, III.3, IV.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise, takewhile
from math import nan
from typing import NamedTuple

from docgen.form_check.reading.model import LINE_BREAK, Paragraph
from docgen.form_check.recognise import words_vi
from docgen.form_check.recognise.heading import attached_lines, table_start

_LINE_LENGTH = 90  # characters: longer is no office, no name, no title of an annex
_NAME_LENGTH = 45  # characters: longer is no person's name
_ATTACHED_WITHIN = 6  # paragraphs below "Phụ lục" among which "(Kèm theo …)" is looked for
_TOGETHER = 40  # paragraphs: signature and Nơi nhận stand no further apart
_POINTS_A_LINE = 16  # of 14 points


class Signature(NamedTuple):
    """Who signs: the offices, the name below them."""

    offices: list[Paragraph]
    name: Paragraph | None
    room: float  # lines between both, nan where it cannot be told


class Annex(NamedTuple):
    """An annex: its word and number, its name, the lines "(Kèm theo …)"."""

    title: Paragraph
    name: list[Paragraph]
    attached: list[Paragraph]


@dataclass
class Closing:
    """The components below the body; `start` and `end` bound them."""

    start: int
    end: int
    recipients: Paragraph | None = None  # the word "Nơi nhận"
    listed: list[Paragraph] = field(default_factory=list)
    drafter: list[Paragraph] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    behind: list[Paragraph] = field(default_factory=list)  # before the first annex
    unrecognised: list[Paragraph] = field(default_factory=list)


def find_closing(paragraphs: Sequence[Paragraph], start: int) -> Closing:
    """Return what closes a document whose body begins at the index `start`."""
    annexes = [at for at in range(start, len(paragraphs)) if _is_annex(paragraphs[at])]
    end = annexes[0] if annexes else len(paragraphs)
    # The last one: a table of the body may use the words too.
    named = max((at for at in range(start, end) if _is_recipients(paragraphs[at])), default=None)
    signs = [at for at in range(start, end) if _begins_signature(paragraphs[at])]
    if named is None:  # the last one, with all that stand together
        apart = (later for at, later in pairwise(signs) if later - at > _TOGETHER)
        signed = max(apart, default=signs[0] if signs else None)
    else:
        signed = next((at for at in signs if at > named - _TOGETHER), None)
    begin = min((at for at in (named, signed) if at is not None), default=end)
    begin = max(start, table_start(paragraphs, begin)) if begin < end else begin
    closing = Closing(begin, end)
    _read(closing, paragraphs[begin:end], listed=named is not None)
    closing.behind = [line for line in paragraphs[closing.end : end] if not line.blank]
    closing.annexes = [_annex(paragraphs, at) for at in annexes]
    return closing


def _is_recipients(paragraph: Paragraph) -> bool:
    first = next(iter(next(_rows(paragraph))), paragraph)
    return words_vi.RECIPIENTS_FOLDED.fullmatch(first.folded) is not None


def _is_annex(paragraph: Paragraph) -> bool:
    if paragraph.cell or not paragraph.lettered:
        return False
    first = paragraph.printed[0]
    titled = len(first.line) <= _LINE_LENGTH and words_vi.ANNEX_FOLDED.fullmatch(first.folded)
    # A sentence or a point of the body may begin so too: a title is centred or bold.
    return bool(titled) and (paragraph.centred or paragraph.bold)


def _begins_signature(paragraph: Paragraph) -> bool:
    if paragraph.blank or len(paragraph.line) > 2 * _LINE_LENGTH:
        return False
    lines = [line for row in _rows(paragraph) for line in row]
    short = [line for line in lines if len(line.line) < _LINE_LENGTH]
    if any(words_vi.AUTHORITY.match(line.line) for line in short):
        return True
    capitals = len(short) == len(lines) and all(line.line.isupper() for line in lines)
    meeting = all(words_vi.MEETING_FOLDED.fullmatch(line.folded) for line in lines)
    office = paragraph.cell and words_vi.OFFICE_LINE.fullmatch(paragraph.folded)
    return capitals and bool(office or (meeting and (paragraph.cell or len(lines) > 1)))


def _rows(paragraph: Paragraph) -> Iterator[list[Paragraph]]:
    """Yield the printed lines of a paragraph; outside tables two may stand beside each other."""
    for row in paragraph.cut(LINE_BREAK):
        columns = (row,) if row.cell else row.cut(words_vi.COLUMN_GAP)
        yield [line for line in columns if not line.blank]


@dataclass
class _Column:
    """What stands below one another: a signature's lines, and what parts them."""

    pieces: list[Paragraph] = field(default_factory=list)
    named: bool = False


def _read(closing: Closing, paragraphs: Sequence[Paragraph], *, listed: bool) -> None:
    """Read recipients (`listed`) in one column, signatures in others, up to what follows."""
    columns: dict[int, _Column] = {}
    tables = {paragraph.cell.table for paragraph in paragraphs[:1] if paragraph.cell}
    for index, paragraph in enumerate(paragraphs):
        signed = bool(columns) and all(column.named for column in columns.values())
        complete = signed and (closing.recipients is not None or not listed)
        other = paragraph.cell is not None and paragraph.cell.table not in tables
        if (complete and other) or not _take(closing, columns, paragraph, complete=complete):
            closing.end = closing.start + index
            break
    for _, column in sorted(columns.items()):
        _divide(closing, column.pieces)


def _take(
    closing: Closing, columns: dict[int, _Column], paragraph: Paragraph, *, complete: bool
) -> bool:
    """Take the lines of a paragraph; False where it stands behind a complete closing."""
    for row in _rows(paragraph):
        for key, column in columns.items() if not row or paragraph.pictured else ():
            if paragraph.cell is None or paragraph.cell.column == key:
                column.pieces.append(replace(paragraph, runs=()))
        lines = [line for line in row if not _take_recipient(closing, line)]
        if lines and complete and not paragraph.cell:
            return False
        for at, line in enumerate(lines):
            key = line.cell.column if line.cell else _free_column(columns, at)
            column = columns.setdefault(key, _Column())
            column.pieces.append(line)
            column.named = column.named or _is_name(line)
    return True


def _free_column(columns: dict[int, _Column], position: int) -> int:
    """Return the column of a line outside tables: names stand below the offices."""
    keys = sorted(columns)
    waiting = [key for key in keys if not columns[key].named]
    candidates = waiting if position < len(waiting) else keys
    return candidates[position] if position < len(candidates) else len(keys)


def _take_recipient(closing: Closing, line: Paragraph) -> bool:
    """Take a line into Nơi nhận where it belongs to it."""
    head = closing.recipients
    if head is None:
        if words_vi.RECIPIENTS_FOLDED.fullmatch(line.folded):
            closing.recipients = line
        return closing.recipients is line
    below = head.cell and line.cell and (
        (line.cell.table, line.cell.column) == (head.cell.table, head.cell.column)
    )  # fmt: skip
    if words_vi.DRAFTER.fullmatch(line.line):
        closing.drafter = [line]
    elif below or line.line.startswith("-"):
        closing.listed.append(line)
    else:
        return False
    return True


def _divide(closing: Closing, pieces: Sequence[Paragraph]) -> None:
    """Divide a column into offices and the name below them."""
    lines = [line for line in pieces if not (line.blank or line.line.startswith("("))]
    named = next((at for at, line in enumerate(lines) if _is_name(line)), len(lines))
    if named == len(lines) and lines and not _is_office(lines[-1]):
        named -= 1
    offices: list[Paragraph] = []
    for line in lines[:named]:
        office = line.line.isupper() or _is_office(line)
        (offices if office else closing.unrecognised).append(line)
    name = lines[named] if named < len(lines) else None
    closing.unrecognised += lines[named + 1 :]
    if offices or name:
        room = _room(pieces, name) if name else nan
        closing.signatures.append(Signature(offices, name, room))


def _room(pieces: Sequence[Paragraph], name: Paragraph) -> float:
    """Return how many lines are free above a name, nan where it cannot be told."""
    room, above = 0.0, name
    for piece in takewhile(lambda piece: piece is not name, pieces):
        if piece.blank:
            room += nan if piece.pictured else 1
        elif piece.line.startswith("("):  # "(Chữ ký, dấu)"
            room = nan
        else:
            room, above = 0, piece
    # The gap below a table, and heights of rows, are not read.
    points = above.format.after + name.format.before if above.cell == name.cell else nan
    return room + points / _POINTS_A_LINE


def _is_name(line: Paragraph) -> bool:
    """Whether a line is a person's name in ordinary letters, or a place left open for one."""
    text = line.line
    if _is_office(line) or text.isupper() or len(text) > _NAME_LENGTH:
        return False
    if any(words_vi.open_places(text)):
        return True
    capitals = all(word[0].isupper() for word in text.split())
    return bool(words_vi.TITLED_NAME.match(text) or (capitals and words_vi.NAME.fullmatch(text)))


def _is_office(line: Paragraph) -> bool:
    """Whether a line names an office; in small letters a word of it must come first."""
    named = words_vi.OFFICE_FOLDED.search if line.line.isupper() else words_vi.OFFICE_FOLDED.match
    return bool(named(line.folded) or words_vi.AUTHORITY.match(line.line))


def _annex(paragraphs: Sequence[Paragraph], index: int) -> Annex:
    title, *name = paragraphs[index].printed
    texts = (at for at in range(index + 1, len(paragraphs)) if not paragraphs[at].blank)
    for at in islice(texts, _ATTACHED_WITHIN):
        if paragraphs[at].cell:
            break
        if attached := attached_lines(paragraphs, at):
            return Annex(title, name, attached)
        name.append(paragraphs[at])
    # Without "(Kèm theo …)" only centred lines can be told from the text below.
    return Annex(title, [line for line in name if line.centred], [])
