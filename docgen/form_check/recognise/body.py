"""Tells the paragraphs of a body apart: sections, khoản, điểm, text, what goes with tables.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, sections II.6 and V.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from docgen.form_check.reading.model import Paragraph
from docgen.form_check.recognise import words_vi as words


class Kind(Enum):
    """What a paragraph of the body is."""

    CHAPTER = auto()  # "Phần I", "Chương I", "Mục 1", centred on a line of their own
    CHAPTER_TITLE = auto()  # the line below it
    ROMAN = auto()  # "I. TIÊU ĐỀ"
    ARTICLE = auto()  # "Điều 1. …"
    CLAUSE_TITLE = auto()  # "1. Tiêu đề", in bold
    CLAUSE = auto()  # "1. …" without a title
    POINT = auto()  # "a) …"
    HEADING = auto()  # any other centred line, or one in bold capitals
    TEXT = auto()
    TABLE = auto()  # stands in a table
    BESIDE_TABLE = auto()  # names a table (above) or explains it (below)
    APART = auto()  # in a frame or a text box: a mark, a caption of a picture


TABLES = frozenset({Kind.TABLE, Kind.BESIDE_TABLE})


class BodyParagraph(NamedTuple):
    """A paragraph of the body with its kind.

    `above` is the paragraph right above it, None where something blank, a table or a frame
    stands between.
    """

    paragraph: Paragraph
    kind: Kind
    above: Paragraph | None = None


def read_body(paragraphs: Sequence[Paragraph]) -> list[BodyParagraph]:
    """Return the paragraphs of a body in their order, without those that print nothing."""
    body: list[BodyParagraph] = []
    previous: Paragraph | None = None  # the last one that is not blank
    for index, paragraph in enumerate(paragraphs):
        if not (paragraph.lettered or words.ENDING in paragraph.line):
            previous = previous if paragraph.blank else paragraph
            continue
        above = paragraphs[index - 1] if index else None
        if above is not None and (above.blank or above.cell or above.framed or above.boxed):
            above = None
        below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        for part, kind in _parts(paragraph, body[-1].kind if body else None):
            if kind in (Kind.TEXT, Kind.HEADING) and _beside_table(paragraph, previous, below):
                kind = Kind.BESIDE_TABLE
            body.append(BodyParagraph(part, kind, above if part is paragraph else None))
        previous = paragraph
    return body


def _parts(paragraph: Paragraph, above: Kind | None) -> Iterator[tuple[Paragraph, Kind]]:
    """Yield a paragraph with its kind; a chapter and its title may share one."""
    if paragraph.framed or paragraph.boxed:
        yield paragraph, Kind.APART
    elif paragraph.cell:
        yield paragraph, Kind.TABLE
    else:
        first, *rest = (piece for piece in paragraph.pieces if not piece.blank)
        if rest and words.CHAPTER.fullmatch(first.line):
            yield first, Kind.CHAPTER
            yield from ((piece, Kind.CHAPTER_TITLE) for piece in rest)
        else:
            yield paragraph, _kind(paragraph, above)


def _kind(paragraph: Paragraph, above: Kind | None) -> Kind:
    line = paragraph.line
    if words.CHAPTER.fullmatch(line):
        return Kind.CHAPTER
    if words.ROMAN_HEADING.fullmatch(line):
        return Kind.ROMAN
    if words.CLAUSE_HEADING.fullmatch(line):
        return Kind.CLAUSE_TITLE if paragraph.bold else Kind.CLAUSE
    if words.ARTICLE.fullmatch(line):
        return Kind.ARTICLE
    if words.POINT.fullmatch(line):
        return Kind.POINT
    if paragraph.centred or (paragraph.bold and line.isupper()):
        return Kind.CHAPTER_TITLE if above is Kind.CHAPTER else Kind.HEADING
    return Kind.TEXT


def _beside_table(
    paragraph: Paragraph, above: Paragraph | None, below: Paragraph | None
) -> bool:  # fmt: skip
    """Whether a paragraph names the table below it, or explains the one above."""
    if paragraph.format.align in ("center", "right") and below is not None and below.cell:
        return True
    explains = words.CAPTION_NOTE_FOLDED.fullmatch(paragraph.folded) is not None
    return explains and above is not None and above.cell is not None
