"""Finds the heading block, the title and Kính gửi: all that stands above the body.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, sections II.1 to II.5, II.9 and IV.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.form_check import words_vi as words
from docgen.form_check.document import Paragraph
from docgen.shared.decree import Component

_FAR = 80  # paragraphs: no title stands further down
_SHORT = 400  # characters: longer is no abstract
_LINE = 120  # characters: longer is no line of the block
_NEAR = 4  # paragraphs that are not blank between the abstract and Kính gửi
_ANCHORS = (words.MOTTO_FOLDED, words.SLOGAN_FOLDED, words.NUMBER_FOLDED)


@dataclass
class Heading:
    """The parts above the body.

    `below` holds, for what must have a line below it, the paragraph itself and those up
    to the next text; `type` is the document's type (`LETTER` for a công văn), `end` the
    index of the first paragraph after the heading.
    """

    found: dict[Component, list[Paragraph]] = field(default_factory=dict)
    below: dict[Component, list[Paragraph]] = field(default_factory=dict)
    type: str | None = None
    end: int = 0

    def one(self, component: Component) -> Paragraph | None:
        """Return the (first) paragraph of a component, None where it has none."""
        found = self.found.get(component)
        return found[0] if found else None

    def all(self, component: Component) -> list[Paragraph]:
        """Return the paragraphs of a component."""
        return self.found.get(component, [])

    def add(self, component: Component, paragraph: Paragraph) -> None:
        """Note a paragraph of a component."""
        self.found.setdefault(component, []).append(paragraph)


def find_heading(paragraphs: Sequence[Paragraph]) -> Heading:
    """Return the heading of a document's paragraphs."""
    heading = Heading()
    title = _title_place(paragraphs)
    block_end = title if title is not None else _block_end(paragraphs)
    _sort_block(heading, paragraphs[:block_end])
    heading.end = block_end
    if title is not None:
        _take_title(heading, paragraphs, title)
    elif heading.all(Component.SUBJECT):
        heading.type = words.LETTER
    _take_addressees(heading, paragraphs)
    _take_legal_basis(heading, paragraphs)
    return heading


def _title_place(paragraphs: Sequence[Paragraph]) -> int | None:
    for place, paragraph in enumerate(paragraphs[:_FAR]):
        if words.ADDRESSEE_FOLDED.fullmatch(paragraph.folded):
            return None
        if paragraph.framed:
            continue
        first = next((one for one in paragraph.pieces() if not one.blank), None)
        if first is not None and (words.TYPES_FOLDED.get(first.folded) or _run_on_title(first)):
            return place
    return None


def _run_on_title(paragraph: Paragraph) -> str | None:
    """The type of a title that goes on with the abstract on the same line."""
    if paragraph.look.align != "center" or paragraph.cell is not None:
        return None
    for folded, name in words.TYPES_FOLDED.items():
        if paragraph.folded.startswith(f"{folded} ") and paragraph.line[: len(name)].isupper():
            return name
    return None


def _block_end(paragraphs: Sequence[Paragraph]) -> int:
    """Where the block ends when no title follows: Kính gửi, or the end of the table."""
    for place, paragraph in enumerate(paragraphs[:_FAR]):
        if words.ADDRESSEE_FOLDED.fullmatch(paragraph.folded):
            return place
    inside = [
        place for place, one in enumerate(paragraphs[:_FAR]) if one.cell and one.cell.table == 0
    ]
    if inside and all(one.blank or one.cell for one in paragraphs[: inside[0]]):
        return inside[-1] + 1
    heads = (words.MOTTO_FOLDED, words.SLOGAN_FOLDED)
    known = [
        place for place, one in enumerate(paragraphs[:_FAR])
        if any(head.fullmatch(one.folded) for head in heads)
    ]  # fmt: skip
    return known[-1] + 1 if known else 0


def _sort_block(heading: Heading, block: Sequence[Paragraph]) -> None:
    if not any(pattern.fullmatch(one.folded) for one in block for pattern in _ANCHORS):
        return  # nothing here is a heading of the decree's form
    agency: list[Paragraph] = []
    last: Component | None = None
    for paragraph in block:
        for piece in paragraph.pieces():
            if piece.blank or not any(map(str.isalnum, piece.line)):
                if last is not None:
                    heading.below.setdefault(last, []).append(piece)
                continue
            last = _component(piece, heading)
            if last is Component.ISSUER:
                agency.append(piece)
                heading.below[last] = [piece]
            elif last is not None:
                heading.add(last, piece)
                heading.below[last] = [piece]
    _sort_agency(heading, agency)


def _component(piece: Paragraph, heading: Heading) -> Component | None:
    """Tell what a line of the block is; ISSUER stands for either agency's name."""
    patterns = (
        (words.MOTTO_FOLDED, Component.MOTTO),
        (words.SLOGAN_FOLDED, Component.SLOGAN),
        (words.NUMBER_FOLDED, Component.NUMBER),
        (words.SUBJECT_FOLDED, Component.SUBJECT),
        (words.DATE_FOLDED, Component.DATE),
    )
    for pattern, component in patterns:
        if pattern.fullmatch(piece.folded):
            return component
    if piece.framed or words.MARK_FOLDED.fullmatch(piece.folded) or len(piece.line) > _LINE:
        return None
    if heading.all(Component.SUBJECT) and piece.cell == heading.all(Component.SUBJECT)[-1].cell:
        return Component.SUBJECT
    return None if heading.all(Component.NUMBER) else Component.ISSUER


def _sort_agency(heading: Heading, lines: list[Paragraph]) -> None:
    """Divide the agency's lines: the superior's stand first, light or abbreviated."""
    short = [bool(words.ABBREVIATED.match(line.line)) for line in lines]
    heavy = [all(run.look.bold for run in line.lettered) for line in lines]
    # Where nothing is bold, weight tells nothing and only abbreviations do.
    light = [not one for one in heavy] if any(heavy) else [False] * len(lines)
    above = next(
        (
            at for at in range(len(lines))
            if at == len(lines) - 1 or not (light[at] or short[at])
        ),
        0,
    )  # fmt: skip
    for place, line in enumerate(lines):
        heading.add(Component.SUPERIOR if place < above else Component.ISSUER, line)


def _take_title(heading: Heading, paragraphs: Sequence[Paragraph], place: int) -> None:
    pieces = [one for one in paragraphs[place].pieces() if not one.blank]
    heading.type = words.TYPES_FOLDED.get(pieces[0].folded) or _run_on_title(pieces[0])
    heading.add(Component.TITLE, pieces[0])
    for piece in pieces[1:]:
        heading.add(Component.ABSTRACT, piece)
    heading.end = place + 1
    if heading.type in words.NO_ABSTRACT:
        return
    taken = heading.all(Component.ABSTRACT)
    below = heading.below[Component.ABSTRACT] = list(pieces[1:])
    for at, paragraph in enumerate(paragraphs[place + 1 :], place + 1):
        if paragraph.blank or not any(map(str.isalnum, paragraph.line)):
            if paragraph.cell is not None:
                break
            below.append(paragraph)
            continue
        if not _goes_on_with_abstract(paragraph, taken, below):
            break
        heading.add(Component.ABSTRACT, paragraph)
        taken = heading.all(Component.ABSTRACT)
        below[:] = [paragraph]
        heading.end = at + 1
    if not taken:
        heading.below.pop(Component.ABSTRACT)


def _goes_on_with_abstract(
    paragraph: Paragraph, taken: list[Paragraph], below: list[Paragraph]
) -> bool:
    if paragraph.cell or paragraph.framed or len(paragraph.line) > _SHORT:
        return False
    if words.ADDRESSEE_FOLDED.fullmatch(paragraph.folded) or words.LEGAL_BASIS_FOLDED.fullmatch(
        paragraph.folded
    ):
        return False
    heavy = bool(paragraph.lettered) and all(run.look.bold for run in paragraph.lettered)
    if not taken:
        numbered = words.ROMAN_HEADING.fullmatch(paragraph.line)
        return not numbered and (paragraph.look.align == "center" or heavy)
    # A line, a gap or capitals end the abstract.
    gap = len(below) > 1 or any(one.lines or one.ruled for one in below)
    return paragraph.look.align == "center" and not gap and not paragraph.line.isupper()


def _take_addressees(heading: Heading, paragraphs: Sequence[Paragraph]) -> None:
    """Take `Kính gửi` and the lines that list its addressees."""
    met = 0
    for place in range(heading.end, len(paragraphs)):
        paragraph = paragraphs[place]
        if not paragraph.lettered or paragraph.framed:
            continue
        if not heading.all(Component.ADDRESSEE):
            if not words.ADDRESSEE_FOLDED.fullmatch(paragraph.folded):
                met += 1
                if met >= _NEAR or paragraph.cell:
                    return
                continue
        elif not words.LISTED.fullmatch(paragraph.line):
            return
        for piece in paragraph.pieces():
            if not piece.blank:
                heading.add(Component.ADDRESSEE, piece)
        heading.end = place + 1


def _take_legal_basis(heading: Heading, paragraphs: Sequence[Paragraph]) -> None:
    """Take the lines `Căn cứ …;` with which a body may begin, below who decides."""
    basis = Component.LEGAL_BASIS
    for place in range(heading.end, len(paragraphs)):
        paragraph = paragraphs[place]
        authority = paragraph.look.align == "center" and paragraph.line.isupper()
        if not paragraph.lettered or paragraph.framed or (authority and not heading.all(basis)):
            continue
        if paragraph.cell or not words.LEGAL_BASIS_FOLDED.fullmatch(paragraph.folded):
            return
        heading.add(basis, paragraph)
        heading.end = place + 1
