"""Takes a document apart: the document itself, and texts that it issues in the same file.

Every paragraph that prints something is counted, whatever it is taken for. Source: Decree
30/2020/NĐ-CP, Phụ lục I, part I, sections II.6 and V.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from docgen.form_check.reading.model import Paragraph
from docgen.form_check.recognise import words_vi
from docgen.form_check.recognise.closing import Closing, find_closing
from docgen.form_check.recognise.heading import Heading, find_heading, table_start, title_index
from docgen.shared.decree import Component

_HEADING_WITHIN = 24  # paragraphs between Quốc hiệu and "(Kèm theo Quyết định …)"


class Kind(Enum):
    """What a paragraph of the body is where no number or letter names its component."""

    CHAPTER_TITLE = auto()  # the line below "Chương I"
    HEADING = auto()  # any other centred line, or one in bold capitals
    TEXT = auto()
    TABLE = auto()  # stands in a table
    BESIDE_TABLE = auto()  # names a table (above) or explains it (below)
    APART = auto()  # in a frame or a text box: a mark, a caption of a picture


Named = Kind | Component
TABLES = (Kind.TABLE, Kind.BESIDE_TABLE)
PATTERNS: dict[Named, re.Pattern[str]] = {
    Component.CHAPTER: words_vi.CHAPTER,  # "Phần I", "Chương I", "Mục 1" on a line of their own
    Component.ROMAN: words_vi.ROMAN_HEADING,  # "I. TIÊU ĐỀ"
    Component.CLAUSE: words_vi.CLAUSE_HEADING,  # "1. …"
    Component.ARTICLE: words_vi.ARTICLE,  # "Điều 1. …"
    Component.POINT: words_vi.POINT,  # "a) …"
}


class BodyParagraph(NamedTuple):
    """A paragraph of the body with its kind."""

    paragraph: Paragraph
    kind: Named
    above: Paragraph | None  # right above it: nothing blank, no table, no frame


class Part(NamedTuple):
    """A document, or (`issued`) a text that a decision issues.

    An issued text has its own heading, without number and date, and no signature.
    """

    heading: Heading
    body: list[BodyParagraph]
    closing: Closing
    paragraphs: Sequence[Paragraph]
    issued: bool


class Coverage(NamedTuple):
    """How many paragraphs print something, and which are judged by typeface and colour alone."""

    paragraphs: int
    tables: int
    annexes: int
    apart: int  # in frames and text boxes
    unrecognised: tuple[Paragraph, ...]


def take_apart(paragraphs: Sequence[Paragraph]) -> list[Part]:
    """Return the parts of a document; the first is the document itself."""
    starts = _starts(paragraphs)
    ends = [*(start for start, _ in starts[1:]), len(paragraphs)]
    parts: list[Part] = []
    for (start, title), end in zip(starts, ends, strict=True):
        within = paragraphs[start:end]
        heading = find_heading(within, None if title is None else title - start)
        closing = find_closing(within, heading.end)
        body = _read_body(within[heading.end : closing.start])
        parts.append(Part(heading, body, closing, within, bool(parts or heading.attached)))
    return parts


def _starts(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int | None]]:
    """Return where the document and each issued text begin, and the indices of their titles."""
    starts = [(0, title_index(paragraphs))]
    country: int | None = None  # the last Quốc hiệu
    for index, paragraph in enumerate(paragraphs):
        if words_vi.MOTTO_FOLDED.search(paragraph.folded):
            country = index
        if paragraph.cell or not words_vi.ISSUED_WITH_FOLDED.fullmatch(paragraph.folded):
            continue
        last, title = starts[-1][1], _title_above(paragraphs, index)
        if last is None:
            starts[0] = (0, title)
        elif title is not None and title > last:
            after = max(last, index - _HEADING_WITHIN)
            near = country is not None and after < country < title
            start = table_start(paragraphs, country) if country and near else title
            starts.append((start if start > last else title, title))
    return starts


def _title_above(paragraphs: Sequence[Paragraph], index: int) -> int | None:
    """Return the title of which "(Kèm theo …)" is said, None for an annex."""
    title = None
    for at in range(index - 1, max(index - _HEADING_WITHIN, -1), -1):
        paragraph = paragraphs[at]
        if paragraph.cell or not (paragraph.blank or paragraph.centred):
            break
        for line in paragraph.printed[:1]:
            if words_vi.ANNEX_FOLDED.fullmatch(line.folded):
                return None
            title = at if line.folded in words_vi.TITLES_FOLDED else title
    return title


def _read_body(paragraphs: Sequence[Paragraph]) -> list[BodyParagraph]:
    """Return the paragraphs of a body in their order, without those that print nothing."""
    body: list[BodyParagraph] = []
    previous: Paragraph | None = None  # the last one that is not blank
    beside = zip([None, *paragraphs], paragraphs, [*paragraphs[1:], None], strict=False)
    for above, paragraph, below in beside:
        names = below and below.cell and paragraph.format.align in ("center", "right")
        explains = previous and previous.cell and words_vi.NOTE_FOLDED.fullmatch(paragraph.folded)
        previous = previous if paragraph.blank else paragraph
        if not (paragraph.lettered or words_vi.ENDING in paragraph.line):
            continue
        if above and (above.blank or above.cell or above.framed or above.boxed):
            above = None
        for piece, kind in _kinds(paragraph, body[-1].kind if body else None):
            if kind in (Kind.TEXT, Kind.HEADING) and (names or explains):
                kind = Kind.BESIDE_TABLE
            body.append(BodyParagraph(piece, kind, above if piece is paragraph else None))
    return body


def _kinds(paragraph: Paragraph, above: Named | None) -> Iterator[tuple[Paragraph, Named]]:
    """Yield a paragraph with its kind; a chapter and its title may share one."""
    if paragraph.framed or paragraph.boxed or paragraph.cell:
        yield paragraph, Kind.APART if paragraph.framed or paragraph.boxed else Kind.TABLE
        return
    line = paragraph.line
    first, *rest = paragraph.printed
    named = next((kind for kind, pattern in PATTERNS.items() if pattern.fullmatch(line)), None)
    if rest and words_vi.CHAPTER.fullmatch(first.line):
        yield first, Component.CHAPTER
        yield from ((piece, Kind.CHAPTER_TITLE) for piece in rest)
    elif named is None and (paragraph.centred or (paragraph.bold and line.isupper())):
        yield paragraph, Kind.CHAPTER_TITLE if above is Component.CHAPTER else Kind.HEADING
    else:
        yield paragraph, named or Kind.TEXT


def coverage(parts: Sequence[Part]) -> Coverage:
    """Count what was read, and keep what no component was recognised in."""
    kinds = [entry.kind for part in parts for entry in part.body]
    behind = [line for part in parts for line in part.closing.behind]
    after = [line for part in parts for line in part.paragraphs[part.closing.end :]]
    unrecognised: list[Paragraph] = []
    for heading, _, closing, *_ in parts:
        unrecognised += heading.unrecognised + closing.unrecognised
        unrecognised += [line for line in closing.behind if line.cell is None]
    return Coverage(
        paragraphs=sum(not line.blank for part in parts for line in part.paragraphs),
        tables=sum(kind in TABLES for kind in kinds) + sum(bool(line.cell) for line in behind),
        annexes=sum(not line.blank for line in after) - len(behind),
        apart=kinds.count(Kind.APART),
        unrecognised=tuple(unrecognised),
    )
