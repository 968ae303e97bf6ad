"""Takes a document apart: the document itself, and texts that it issues in the same file.

Every paragraph that prints something is counted, whatever it is taken for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docgen.form_check.reading.model import Paragraph
from docgen.form_check.recognise import words_vi as words
from docgen.form_check.recognise.body import TABLES, BodyParagraph, Kind, read_body
from docgen.form_check.recognise.closing import Closing, find_closing
from docgen.form_check.recognise.heading import Heading, find_heading, table_start, title_index

_HEADING_WITHIN = 24  # paragraphs between Quốc hiệu and "(Kèm theo Quyết định …)"


class Part(NamedTuple):
    """A document, or (`issued`) a text that a decision issues.

    An issued text has its own heading, without number and date, and no signature.
    """

    heading: Heading
    body: list[BodyParagraph]
    closing: Closing
    paragraphs: Sequence[Paragraph]
    issued: bool

    @property
    def annexes(self) -> list[Paragraph]:
        """All that the annexes print."""
        behind = self.paragraphs[self.closing.end :]
        return [line for line in behind if not line.blank][len(self.closing.behind) :]

    @property
    def within(self) -> Sequence[Paragraph]:
        """The paragraphs of the body."""
        return self.paragraphs[self.heading.end : self.closing.start]


class Coverage(NamedTuple):
    """How many paragraphs that print something were read, and what for.

    `tables`, `annexes` and `apart` (frames, text boxes) are judged by typeface and colour
    alone, and so are the `unrecognised`.
    """

    read: int
    tables: int
    annexes: int
    apart: int
    unrecognised: tuple[Paragraph, ...]


def take_apart(paragraphs: Sequence[Paragraph]) -> list[Part]:
    """Return the parts of a document; the first is the document itself."""
    first_title, starts = _issued(paragraphs)
    bounds = [0, *(start for start, _ in starts), len(paragraphs)]
    titles = [first_title, *(title - start for start, title in starts)]
    return [
        _part(paragraphs[start:end], title, issued=index > 0)
        for index, (start, end, title) in enumerate(zip(bounds, bounds[1:], titles, strict=False))
    ]


def _part(paragraphs: Sequence[Paragraph], title: int | None, *, issued: bool) -> Part:
    heading = find_heading(paragraphs, title)
    closing = find_closing(paragraphs, heading.end)
    body = read_body(paragraphs[heading.end : closing.start])
    return Part(heading, body, closing, paragraphs, issued or bool(heading.attached))


def _issued(paragraphs: Sequence[Paragraph]) -> tuple[int | None, list[tuple[int, int]]]:
    """Return the first title's index, and where each issued text and its title begin."""
    first_title, starts = title_index(paragraphs), []
    country: int | None = None  # the last Quốc hiệu
    for index, paragraph in enumerate(paragraphs):
        if words.MOTTO_FOLDED.search(paragraph.folded):
            country = index
        if paragraph.cell or not words.ISSUED_WITH_FOLDED.fullmatch(paragraph.folded):
            continue
        title = _title_above(paragraphs, index)
        if first_title is None:
            first_title = title
        elif title is not None and title > first_title:
            near = country is not None and first_title < country > index - _HEADING_WITHIN
            starts.append((table_start(paragraphs, country) if country and near else title, title))
    return first_title, starts


def _title_above(paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """Return the title of which "(Kèm theo …)" is said, None for an annex."""
    title = None
    for at in range(index - 1, max(index - _HEADING_WITHIN, -1), -1):
        paragraph = paragraphs[at]
        if paragraph.cell or not (paragraph.blank or paragraph.centred):
            break
        first = next((piece for piece in paragraph.pieces if not piece.blank), None)
        if first is None:
            continue
        if words.ANNEX_FOLDED.fullmatch(first.folded):
            return None
        if first.folded in words.TYPES_FOLDED or first.folded in words.ISSUED_FOLDED:
            title = at
    return title


def coverage(parts: Sequence[Part]) -> Coverage:
    """Count what was read, and keep what no component was recognised in."""
    kinds = [entry.kind for part in parts for entry in part.body]
    kinds += [Kind.TABLE for part in parts for line in part.closing.behind if line.cell]
    unrecognised: list[Paragraph] = []
    for part in parts:
        unrecognised += part.heading.unrecognised + part.closing.unrecognised
        unrecognised += [line for line in part.closing.behind if line.cell is None]
    return Coverage(
        read=sum(not paragraph.blank for part in parts for paragraph in part.paragraphs),
        tables=sum(kind in TABLES for kind in kinds),
        annexes=sum(len(part.annexes) for part in parts),
        apart=kinds.count(Kind.APART),
        unrecognised=tuple(unrecognised),
    )
