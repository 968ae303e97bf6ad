"""Tells the paragraphs of a body apart: sections, khoản, điểm, text, what goes with tables.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, sections II.6 and V.6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from docgen.form_check import words_vi as words
from docgen.form_check.document import Paragraph


class Kind(Enum):
    """What a paragraph of the body is."""

    CHAPTER = auto()  # "Phần I", "Chương I", "Mục 1", centred on a line of their own
    ROMAN = auto()  # "I. TIÊU ĐỀ"
    ARTICLE = auto()  # "Điều 1. …"
    CLAUSE_TITLE = auto()  # "1. Tiêu đề", in bold
    CLAUSE = auto()  # "1. …" without a title
    POINT = auto()  # "a) …"
    HEADING = auto()  # any other line of capitals, or bold and centred
    TEXT = auto()
    TABLE = auto()  # stands in a table
    BESIDE_TABLE = auto()  # names a table (above) or explains it (below)


@dataclass(frozen=True)
class BodyParagraph:
    """A paragraph of the body with what it is; blank ones are left out.

    `before` is the paragraph above it where nothing blank and no table stands between.
    """

    paragraph: Paragraph
    kind: Kind
    before: Paragraph | None = None


def read_body(paragraphs: Sequence[Paragraph]) -> list[BodyParagraph]:
    """Return the paragraphs of a body that say something, in their order."""
    found = []
    for place, paragraph in enumerate(paragraphs):
        if not (paragraph.lettered or words.ENDING in paragraph.line) or paragraph.framed:
            continue
        kind = Kind.TABLE if paragraph.cell else _kind(paragraph)
        if kind in (Kind.TEXT, Kind.HEADING) and _beside_table(paragraphs, place):
            kind = Kind.BESIDE_TABLE
        neighbour = paragraphs[place - 1] if place else None
        close = neighbour is not None and not (
            neighbour.blank or neighbour.cell or neighbour.framed
        )
        found.append(BodyParagraph(paragraph, kind, neighbour if close else None))
    return found


def _kind(paragraph: Paragraph) -> Kind:
    line = paragraph.line
    heavy = bool(paragraph.lettered) and all(run.look.bold for run in paragraph.lettered)
    if words.CHAPTER.fullmatch(line):
        return Kind.CHAPTER
    if words.ROMAN_HEADING.fullmatch(line):
        return Kind.ROMAN
    if words.CLAUSE_HEADING.fullmatch(line):
        return Kind.CLAUSE_TITLE if heavy else Kind.CLAUSE
    if words.ARTICLE.fullmatch(line):
        return Kind.ARTICLE
    if words.POINT.fullmatch(line):
        return Kind.POINT
    if paragraph.look.align == "center" or (heavy and line.isupper()):
        return Kind.HEADING
    return Kind.TEXT


def _beside_table(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether a paragraph names the table below it, or explains the one above."""
    paragraph = paragraphs[place]
    after = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
    if paragraph.look.align in ("center", "right") and after is not None and after.cell:
        return True
    before = next((one for one in reversed(paragraphs[:place]) if not one.blank), None)
    explains = words.CAPTION_NOTE_FOLDED.fullmatch(paragraph.folded) is not None
    return explains and before is not None and before.cell is not None
