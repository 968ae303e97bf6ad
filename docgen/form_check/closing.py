"""Finds what stands below the body: Nơi nhận, the signature, the annexes.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, sections II.7, II.9, III.1 and IV.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen.form_check import words_vi as words
from docgen.form_check.document import Paragraph
from workbook.domain.text_vi import fold

_SHORT = 90  # characters: longer is no office, no name, no title of an annex
_NAME_NEAR = 6  # paragraphs below "Phụ lục" among which "(Kèm theo …)" is looked for


@dataclass
class Annex:
    """An annex: its word and number, its name, the line that tells what it belongs to."""

    title: Paragraph
    name: list[Paragraph] = field(default_factory=list)
    attached: Paragraph | None = None


@dataclass
class Closing:
    """The parts below the body; `start` and `end` bound them, annexes come after."""

    start: int
    end: int
    recipients: Paragraph | None = None
    listed: list[Paragraph] = field(default_factory=list)
    authority: list[Paragraph] = field(default_factory=list)
    signer: Paragraph | None = None
    annexes: list[Annex] = field(default_factory=list)


def find_closing(paragraphs: Sequence[Paragraph], start: int) -> Closing:
    """Return what closes a document whose body begins at `start`."""
    places = range(start, len(paragraphs))
    annex = next((at for at in places if _is_annex(paragraphs, at)), len(paragraphs))
    # The last one: a table of the body may use the words too.
    named = next(
        (at for at in reversed(places) if at < annex and _is_recipients(paragraphs[at])), None
    )
    signed = next((at for at in places if _is_authority(paragraphs[at])), None)
    first = min((at for at in (named, signed) if at is not None), default=None)
    if first is None:
        return _with_annexes(Closing(annex, annex), paragraphs)
    here = paragraphs[first].cell
    if here is None:
        closing = Closing(first, annex if annex > first else len(paragraphs))
        _read_lines(closing, paragraphs)
    else:
        within = [at for at in places if _in_table(paragraphs[at], here.table)]
        closing = Closing(within[0], within[-1] + 1)
        _read_table(closing, paragraphs[within[0] : within[-1] + 1])
    return _with_annexes(closing, paragraphs)


def _is_recipients(paragraph: Paragraph) -> bool:
    first = paragraph.pieces()[0]
    return words.RECIPIENTS_FOLDED.fullmatch(first.folded) is not None


def _in_table(paragraph: Paragraph, table: int) -> bool:
    return paragraph.cell is not None and paragraph.cell.table == table


def _is_annex(paragraphs: Sequence[Paragraph], place: int) -> bool:
    paragraph = paragraphs[place]
    if paragraph.cell or len(paragraph.line) > _SHORT:
        return False
    match = words.ANNEX_FOLDED.fullmatch(paragraph.pieces()[0].folded)
    # A sentence or a point of the body may begin so too: a title is centred or heavy.
    shown = paragraph.look.align == "center" or all(run.look.bold for run in paragraph.lettered)
    return match is not None and bool(paragraph.lettered) and shown


def _is_authority(paragraph: Paragraph) -> bool:
    return any(
        len(piece.line) < _SHORT and words.AUTHORITY.match(piece.line) is not None
        for piece in paragraph.pieces()
    ) or (
        paragraph.cell is not None
        and paragraph.line.isupper()
        and len(paragraph.line) < _SHORT
        and words.OFFICE_LINE.fullmatch(paragraph.folded) is not None
    )


def _read_table(closing: Closing, paragraphs: Sequence[Paragraph]) -> None:
    """Read a table: recipients in one column, the signature in those to its right."""
    pieces = [one for paragraph in paragraphs for one in paragraph.pieces() if not one.blank]
    head = next((one for one in pieces if words.RECIPIENTS_FOLDED.fullmatch(one.folded)), None)
    column = head.cell.column if head is not None and head.cell else -1
    closing.recipients = head
    signature = []
    for piece in pieces:
        if piece.cell and piece.cell.column > column:
            signature.append(piece)
        elif piece is not head and head is not None:
            closing.listed.append(piece)
    _read_signature(closing, signature)


def _read_lines(closing: Closing, paragraphs: Sequence[Paragraph]) -> None:
    """Read lines without a table: recipients begin with a dash, the rest is signature."""
    signature: list[Paragraph] = []
    for paragraph in paragraphs[closing.start : closing.end]:
        for piece in paragraph.pieces():
            if piece.blank or (piece.cell is not None and not signature):
                continue
            if words.RECIPIENTS_FOLDED.fullmatch(piece.folded):
                closing.recipients = piece
            elif piece.line.startswith("-"):
                closing.listed.append(piece)
            else:
                signature.append(piece)
    _read_signature(closing, signature)


def _read_signature(closing: Closing, lines: list[Paragraph]) -> None:
    """Divide the lines into offices and the name, which stands last."""
    said = [line for line in lines if not line.line.startswith("(")]
    if said and not _is_office(said[-1]):
        closing.signer = said.pop()
    closing.authority = [line for line in said if line.line.isupper() or _is_office(line)]


def _is_office(line: Paragraph) -> bool:
    """Whether a line names an office; in small letters a word of it must come first."""
    office = words.OFFICE_FOLDED
    named = office.search(line.folded) if line.line.isupper() else office.match(line.folded)
    return named is not None or words.AUTHORITY.match(line.line) is not None


def _with_annexes(closing: Closing, paragraphs: Sequence[Paragraph]) -> Closing:
    for place in range(closing.end, len(paragraphs)):
        if _is_annex(paragraphs, place):
            closing.annexes.append(_annex(paragraphs, place))
    return closing


def _annex(paragraphs: Sequence[Paragraph], place: int) -> Annex:
    pieces = [one for one in paragraphs[place].pieces() if not one.blank]
    annex = Annex(pieces[0], pieces[1:])
    for paragraph in _until_text(paragraphs[place + 1 :]):
        if words.ATTACHED_FOLDED.fullmatch(paragraph.folded):
            annex.attached = paragraph
            break
        annex.name.append(paragraph)
    else:
        # Without "(Kèm theo …)" only centred lines can be told from the text below.
        annex.name = [one for one in annex.name if one.look.align == "center"]
    return annex


def _until_text(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    met = 0
    for paragraph in paragraphs:
        if paragraph.blank:
            continue
        met += 1
        if paragraph.cell or met > _NAME_NEAR:
            return
        yield paragraph


def annex_number(annex: Annex) -> tuple[str, bool]:
    """Return an annex's number as typed ("" where none) and whether more follows it."""
    match = words.ANNEX_FOLDED.fullmatch(fold(annex.title.line))
    if match is None:
        return "", True
    return match["number"] or "", bool((match["rest"] or "").strip(" .:"))
