"""Finds what stands below the body: Nơi nhận, the signatures, the annexes.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, sections II.7, II.9, III.1, III.3, IV.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen.form_check.reading.model import Paragraph
from docgen.form_check.recognise import words_vi as words
from docgen.form_check.recognise.heading import attached_lines, table_start
from workbook.domain.text_vi import fold

_LINE_LENGTH = 90  # characters: longer is no office, no name, no title of an annex
_NAME_LENGTH = 45  # characters: longer is no person's name
_ATTACHED_WITHIN = 6  # paragraphs below "Phụ lục" among which "(Kèm theo …)" is looked for
_TOGETHER = 40  # paragraphs: signature and Nơi nhận stand no further apart
_POINTS_A_LINE = 16  # of 14 points


@dataclass
class Signature:
    """Who signs: the offices, the name below them.

    `room` is the gap between both in lines, None where it cannot be told.
    """

    offices: list[Paragraph] = field(default_factory=list)
    name: Paragraph | None = None
    room: float | None = None


@dataclass
class Annex:
    """An annex: its word and number, its name, the lines "(Kèm theo …)"."""

    title: Paragraph
    name: list[Paragraph] = field(default_factory=list)
    attached: list[Paragraph] = field(default_factory=list)


@dataclass
class Closing:
    """The components below the body; `start` and `end` bound them.

    `behind` is what follows them, before the first annex; `unrecognised` are lines between
    them that are none of them.
    """

    start: int
    end: int
    recipients: Paragraph | None = None
    listed: list[Paragraph] = field(default_factory=list)
    drafter: Paragraph | None = None
    signatures: list[Signature] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    behind: list[Paragraph] = field(default_factory=list)
    unrecognised: list[Paragraph] = field(default_factory=list)


def find_closing(paragraphs: Sequence[Paragraph], start: int) -> Closing:
    """Return what closes a document whose body begins at the index `start`."""
    indices = range(start, len(paragraphs))
    annex = next((at for at in indices if _is_annex(paragraphs[at])), len(paragraphs))
    # The last one: a table of the body may use the words too.
    named = next(
        (at for at in reversed(indices[: annex - start]) if _is_recipients(paragraphs[at])), None
    )
    signed = _signature_index(paragraphs, start, annex, named)
    begin = min((at for at in (named, signed) if at is not None), default=annex)
    begin = max(start, table_start(paragraphs, begin)) if begin < annex else begin
    closing = Closing(begin, annex)
    _read(closing, paragraphs[begin:annex], listed=named is not None)
    closing.behind = [line for line in paragraphs[closing.end : annex] if not line.blank]
    closing.annexes = [
        _annex(paragraphs, at) for at in range(annex, len(paragraphs)) if _is_annex(paragraphs[at])
    ]
    return closing


def _signature_index(
    paragraphs: Sequence[Paragraph], start: int, end: int, named: int | None
) -> int | None:
    """Return where the signature begins: near Nơi nhận, or else the last one."""
    found = [at for at in range(start, end) if _begins_signature(paragraphs[at])]
    if named is not None:
        return next((at for at in found if at > named - _TOGETHER), None)
    last = found[-1] if found else None
    for at in reversed(found):
        if last is None or last - at > _TOGETHER:
            break
        last = at
    return last


def _is_recipients(paragraph: Paragraph) -> bool:
    first = next(iter(next(_rows(paragraph))), paragraph)
    return words.RECIPIENTS_FOLDED.fullmatch(first.folded) is not None


def _is_annex(paragraph: Paragraph) -> bool:
    if paragraph.cell or not paragraph.lettered:
        return False
    first = next(piece for piece in paragraph.pieces if not piece.blank)
    if len(first.line) > _LINE_LENGTH or not words.ANNEX_FOLDED.fullmatch(first.folded):
        return False
    # A sentence or a point of the body may begin so too: a title is centred or bold.
    return paragraph.centred or paragraph.bold


def _begins_signature(paragraph: Paragraph) -> bool:
    if paragraph.blank or len(paragraph.line) > 2 * _LINE_LENGTH:
        return False
    lines = [line for row in _rows(paragraph) for line in row]
    if any(len(line.line) < _LINE_LENGTH and words.AUTHORITY.match(line.line) for line in lines):
        return True
    capitals = all(line.line.isupper() and len(line.line) < _LINE_LENGTH for line in lines)
    if capitals and all(words.MEETING_FOLDED.fullmatch(line.folded) for line in lines):
        return bool(paragraph.cell) or len(lines) > 1
    office = words.OFFICE_LINE.fullmatch(paragraph.folded) is not None
    return paragraph.cell is not None and capitals and office


def _rows(paragraph: Paragraph) -> Iterator[list[Paragraph]]:
    """Yield the printed lines of a paragraph; outside tables two may stand beside each other."""
    for row in paragraph.cut(words.LINE_BREAK):
        columns = (row,) if row.cell else row.cut(words.COLUMN_GAP)
        yield [line for line in columns if not line.blank]


@dataclass
class _Column:
    """The lines of one signature, each with the blank lines above it (None: unknown)."""

    lines: list[tuple[Paragraph, float | None]] = field(default_factory=list)
    gap: float | None = 0
    named: bool = False

    def add(self, line: Paragraph) -> None:
        above = self.lines[-1][0] if self.lines else None
        gap = self.gap
        if gap is not None and above is not None:
            # The gap below a table, and heights of rows, are not read.
            points = above.format.after + line.format.before
            gap = gap + points / _POINTS_A_LINE if above.cell == line.cell else None
        self.lines.append((line, gap))
        self.gap = 0
        self.named = self.named or _is_name(line)


def _read(closing: Closing, paragraphs: Sequence[Paragraph], *, listed: bool) -> None:
    """Read recipients (`listed`) in one column, signatures in others, up to what follows."""
    columns: dict[int, _Column] = {}
    tables = {paragraph.cell.table for paragraph in paragraphs[:1] if paragraph.cell}
    for index, paragraph in enumerate(paragraphs):
        signed = bool(columns) and all(column.named for column in columns.values())
        complete = signed and (closing.recipients is not None or not listed)
        if paragraph.cell and complete and paragraph.cell.table not in tables:
            closing.end = closing.start + index
            break
        for row in _rows(paragraph):
            if not row or paragraph.pictured:
                _note_gap(columns, paragraph)
            lines = [line for line in row if not _take_recipient(closing, line)]
            if lines and complete and not paragraph.cell:
                closing.end = closing.start + index
                _divide(closing, columns)
                return
            for at, line in enumerate(lines):
                key = line.cell.column if line.cell else _free_column(columns, at)
                column = columns.setdefault(key, _Column())
                if line.line.startswith("("):
                    column.gap = None  # "(Chữ ký, dấu)"
                else:
                    column.add(line)
    _divide(closing, columns)


def _note_gap(columns: dict[int, _Column], paragraph: Paragraph) -> None:
    """Count a blank paragraph into the gap of its column; a picture makes it unknown."""
    for key, column in columns.items():
        if paragraph.cell is None or paragraph.cell.column == key:
            gap = column.gap
            column.gap = None if paragraph.pictured or gap is None else gap + 1


def _take_recipient(closing: Closing, line: Paragraph) -> bool:
    """Take a line into Nơi nhận where it belongs to it."""
    head = closing.recipients
    if head is None:
        if words.RECIPIENTS_FOLDED.fullmatch(line.folded):
            closing.recipients = line
            return True
        return False
    place = line.cell
    below = head.cell and place and (place.table, place.column) == (
        head.cell.table, head.cell.column,
    )  # fmt: skip
    if words.DRAFTER.fullmatch(line.line):
        closing.drafter = line
    elif below or line.line.startswith("-"):
        closing.listed.append(line)
    else:
        return False
    return True


def _free_column(columns: dict[int, _Column], position: int) -> int:
    """Return the column of a line outside tables: names stand below the offices."""
    keys = sorted(columns)
    waiting = [key for key in keys if not columns[key].named]
    candidates = waiting if position < len(waiting) else keys
    return candidates[position] if position < len(candidates) else len(keys)


def _divide(closing: Closing, columns: dict[int, _Column]) -> None:
    """Divide each column into offices and the name below them."""
    for _, column in sorted(columns.items()):
        signature = Signature()
        lines = [line for line, _ in column.lines]
        named = next((at for at, line in enumerate(lines) if _is_name(line)), None)
        if named is None and lines and not _is_office(lines[-1]):
            named = len(lines) - 1
        for at, (line, gap) in enumerate(column.lines):
            if at == named:
                signature.name, signature.room = line, gap
            elif (named is None or at < named) and (line.line.isupper() or _is_office(line)):
                signature.offices.append(line)
            else:
                closing.unrecognised.append(line)
        if signature.offices or signature.name:
            closing.signatures.append(signature)


def _is_name(line: Paragraph) -> bool:
    """Whether a line is a person's name in ordinary letters."""
    text = line.line
    if _is_office(line) or text.isupper() or len(text) > _NAME_LENGTH:
        return False
    titled = words.TITLED_NAME.match(text) is not None
    capitals = all(word[0].isupper() for word in text.split())
    return titled or (capitals and words.NAME.fullmatch(text) is not None)


def _is_office(line: Paragraph) -> bool:
    """Whether a line names an office; in small letters a word of it must come first."""
    office = words.OFFICE_FOLDED
    named = office.search(line.folded) if line.line.isupper() else office.match(line.folded)
    return named is not None or words.AUTHORITY.match(line.line) is not None


def _annex(paragraphs: Sequence[Paragraph], index: int) -> Annex:
    title, *name = (piece for piece in paragraphs[index].pieces if not piece.blank)
    annex = Annex(title, name)
    passed = 0
    for at in range(index + 1, len(paragraphs)):
        paragraph = paragraphs[at]
        if paragraph.blank:
            continue
        passed += 1
        if paragraph.cell or passed > _ATTACHED_WITHIN:
            break
        annex.attached = attached_lines(paragraphs, at)
        if annex.attached:
            return annex
        annex.name.append(paragraph)
    # Without "(Kèm theo …)" only centred lines can be told from the text below.
    annex.name = [line for line in annex.name if line.centred]
    return annex


def annex_number(annex: Annex) -> tuple[str, bool]:
    """Return an annex's number as typed ("" where none) and whether more follows it."""
    match = words.ANNEX_FOLDED.fullmatch(fold(annex.title.line))
    if match is None:
        return "", True
    return match["number"] or "", bool((match["rest"] or "").strip(" .:"))
