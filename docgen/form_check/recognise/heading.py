"""Finds the heading block, the title and Kính gửi: all that stands above the body.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, sections II.1 to II.5, II.9 and IV.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from docgen.form_check.reading.model import Paragraph
from docgen.form_check.recognise import words_vi
from docgen.shared.decree import Component

_TITLE_WITHIN = 80  # paragraphs: no title stands further down
_ABSTRACT_LENGTH = 400  # characters: longer is no abstract
_LINE_LENGTH = 120  # characters: longer is no line of the block
_ADDRESSEE_WITHIN = 4  # paragraphs that are not blank between the abstract and Kính gửi
_ATTACHED_PARAGRAPHS = 4  # over how many "(Kèm theo …)" may be typed
_ANCHORS = (Component.MOTTO, Component.SLOGAN, Component.NUMBER)
_PATTERNS = {
    Component.MOTTO: words_vi.MOTTO_FOLDED,
    Component.SLOGAN: words_vi.SLOGAN_FOLDED,
    Component.NUMBER: words_vi.NUMBER_FOLDED,
    Component.SUBJECT: words_vi.SUBJECT_FOLDED,
    Component.DATE: words_vi.DATE_FOLDED,
}


@dataclass
class Heading:
    """The components above the body."""

    lines: dict[Component, list[Paragraph]] = field(default_factory=lambda: defaultdict(list))
    # The last line of a component, and what follows it up to the next text.
    below: dict[Component, list[Paragraph]] = field(default_factory=lambda: defaultdict(list))
    kind: str | None = None  # the document's type, `LETTER` for a công văn
    attached: list[Paragraph] = field(default_factory=list)  # "(Kèm theo …)" of an issued text
    end: int = 0  # the index of the first paragraph after the heading
    unrecognised: list[Paragraph] = field(default_factory=list)

    def first(self, component: Component) -> Paragraph | None:
        """Return the first line of a component, None where it has none."""
        return next(iter(self.lines[component]), None)


def find_heading(paragraphs: Sequence[Paragraph], title: int | None = None) -> Heading:
    """Return the heading of a document; `title` is the title's index where it is known."""
    heading = Heading()
    if title is None:
        title = title_index(paragraphs)
    heading.end = _block_end(paragraphs) if title is None else title
    _sort_block(heading, paragraphs[: heading.end])
    if title is not None:
        _take_title(heading, paragraphs, title)
    elif heading.lines[Component.SUBJECT]:
        heading.kind = words_vi.LETTER
    for take in (_take_addressees, _take_legal_basis):
        rest = enumerate(paragraphs[heading.end :], heading.end)
        take(heading, [(at, one) for at, one in rest if one.lettered and not one.framed])
    return heading


def attached_lines(paragraphs: Sequence[Paragraph], start: int) -> list[Paragraph]:
    """Return the paragraphs of "(Kèm theo …)" from an index on, up to the closing bracket."""
    lines: list[Paragraph] = []
    for paragraph in paragraphs[start : start + _ATTACHED_PARAGRAPHS]:
        begins = words_vi.ATTACHED_FOLDED.fullmatch(paragraph.folded) is not None
        if paragraph.blank or paragraph.cell or begins is bool(lines):
            break
        lines.append(paragraph)
        if ")" in paragraph.line or not lines[0].line.startswith("("):
            return lines
    return lines[:1]


def table_start(paragraphs: Sequence[Paragraph], index: int) -> int:
    """Return where the table begins that holds a paragraph; its own index outside tables."""
    cell = paragraphs[index].cell
    while index and cell is not None:
        before = paragraphs[index - 1].cell
        if before is None or before.table != cell.table:
            break
        index -= 1
    return index


def title_index(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return where the title stands, None where it is none of the decree's types."""
    for index, paragraph in enumerate(paragraphs[:_TITLE_WITHIN]):
        if words_vi.ADDRESSEE_FOLDED.fullmatch(paragraph.folded):
            return None
        for line in [] if paragraph.framed else paragraph.printed[:1]:
            if line.folded in words_vi.TYPES_FOLDED or _run_on_title(line):
                return index
    return None


def _run_on_title(paragraph: Paragraph) -> str | None:
    """Return the type of a title that goes on with the abstract on the same line."""
    alone = paragraph.centred and not paragraph.cell
    for folded, name in words_vi.TYPES_FOLDED.items() if alone else ():
        if paragraph.folded.startswith(f"{folded} ") and paragraph.line[: len(name)].isupper():
            return name
    return None


def _block_end(paragraphs: Sequence[Paragraph]) -> int:
    """Return where the block ends without a title: Kính gửi, or the end of the table."""
    head = list(enumerate(paragraphs[:_TITLE_WITHIN]))
    for index, paragraph in head:
        if words_vi.ADDRESSEE_FOLDED.fullmatch(paragraph.folded):
            return index
    inside = [index for index, line in head if line.cell and not line.cell.table]
    if inside and all(line.blank or line.cell for _, line in head[: inside[0]]):
        return inside[-1] + 1
    known = (
        index + 1 for index, paragraph in head
        if any(_named(line) in (Component.MOTTO, Component.SLOGAN) for line in _lines(paragraph))
    )  # fmt: skip
    return max(known, default=0)


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the lines of a paragraph; outside tables blanks may part two columns."""
    for piece in paragraph.pieces:
        yield from (piece,) if piece.cell else piece.cut(words_vi.HEADING_GAP)


def _named(line: Paragraph) -> Component | None:
    """Return the component that a line's own words tell."""
    matches = (one for one, pattern in _PATTERNS.items() if pattern.fullmatch(line.folded))
    return next(matches, None)


def _sort_block(heading: Heading, block: Sequence[Paragraph]) -> None:
    lines = [line for paragraph in block for line in _lines(paragraph)]
    if not any(_named(line) in _ANCHORS for line in lines):
        # Nothing here is a heading of the decree's form.
        heading.unrecognised += [line for line in lines if not line.blank]
        return
    last: Component | None = None
    for line in lines:
        if _is_wordless(line):
            if last is not None:
                heading.below[last].append(line)
            continue
        mark = line.framed or words_vi.MARK_FOLDED.fullmatch(line.folded)
        last = _named(line) or (None if mark else _unnamed(heading, line))
        if last is not None:
            heading.lines[last].append(line)
            heading.below[last] = [line]
        elif not mark:
            heading.unrecognised.append(line)
    # The agency's lines: the superior's stand first, light or abbreviated. Where nothing is
    # bold, weight tells nothing and only abbreviations do.
    agency = heading.lines[Component.ISSUER]
    weighed = any(line.bold for line in agency)
    light = [(weighed and not one.bold) or words_vi.ABBREVIATED.match(one.line) for one in agency]
    above = len(list(takewhile(bool, light[:-1])))
    heading.lines[Component.SUPERIOR] = agency[:above]
    heading.lines[Component.ISSUER] = agency[above:]


def _is_wordless(line: Paragraph) -> bool:
    """Whether a line is blank, or dashes or `o0o` that stand for a drawn one."""
    return bool(words_vi.TYPED_LINE.fullmatch(line.line)) or not any(map(str.isalnum, line.line))


def _unnamed(heading: Heading, line: Paragraph) -> Component | None:
    """Return what a line of the block is by its place; ISSUER stands for either agency."""
    subject = heading.lines[Component.SUBJECT]
    if len(line.line) > _LINE_LENGTH:
        return None
    if subject and line.cell == subject[-1].cell:
        return Component.SUBJECT
    return None if heading.lines[Component.NUMBER] else Component.ISSUER


def _take_title(heading: Heading, paragraphs: Sequence[Paragraph], index: int) -> None:
    title, *rest = paragraphs[index].printed
    heading.kind = words_vi.TITLES_FOLDED.get(title.folded) or _run_on_title(title)
    heading.lines[Component.TITLE] = [title]
    heading.lines[Component.ABSTRACT] = rest[:]
    heading.end = index + 1
    if heading.kind in words_vi.NO_ABSTRACT:
        return
    below = heading.below[Component.ABSTRACT] = rest
    for at in range(heading.end, len(paragraphs)):
        paragraph = paragraphs[at]
        if at < heading.end:
            continue  # in "(Kèm theo …)"
        if _is_wordless(paragraph):
            if paragraph.cell is not None:
                return
            below.append(paragraph)
        elif attached := attached_lines(paragraphs, at):
            heading.attached = attached
            below.extend(attached)
            heading.end = at + len(attached)
        elif heading.attached or not _continues_abstract(heading, paragraph):
            return
        else:
            heading.lines[Component.ABSTRACT].append(paragraph)
            below[:] = [paragraph]
            heading.end = at + 1


def _continues_abstract(heading: Heading, paragraph: Paragraph) -> bool:
    if paragraph.cell or paragraph.framed or len(paragraph.line) > _ABSTRACT_LENGTH:
        return False
    others = [words_vi.ADDRESSEE_FOLDED, words_vi.LEGAL_BASIS_FOLDED]
    if heading.kind == words_vi.TELEGRAM:
        others.append(words_vi.TELEGRAM_FOLDED)
    if any(other.fullmatch(paragraph.folded) for other in others):
        return False
    if not heading.lines[Component.ABSTRACT]:
        numbered = words_vi.ROMAN_HEADING.fullmatch(paragraph.line)
        return not numbered and (paragraph.centred or paragraph.bold)
    # A line, a gap or capitals end the abstract.
    below = heading.below[Component.ABSTRACT]
    gap = len(below) > 1 or any(above.lines or above.format.borders for above in below)
    return paragraph.centred and not gap and not paragraph.line.isupper()


def _take_addressees(heading: Heading, texts: Sequence[tuple[int, Paragraph]]) -> None:
    """Take `Kính gửi` (in a công điện `… điện:`) and the lines that list its addressees."""
    telegram = heading.kind == words_vi.TELEGRAM
    head = words_vi.TELEGRAM_FOLDED if telegram else words_vi.ADDRESSEE_FOLDED
    for passed, (index, paragraph) in enumerate(texts, 1):
        if heading.lines[Component.ADDRESSEE]:
            if not words_vi.LISTED.fullmatch(paragraph.line):
                return
        elif not head.fullmatch(paragraph.folded):
            if passed >= _ADDRESSEE_WITHIN or paragraph.cell:
                return
            continue
        heading.lines[Component.ADDRESSEE] += paragraph.printed
        heading.end = index + 1


def _take_legal_basis(heading: Heading, texts: Sequence[tuple[int, Paragraph]]) -> None:
    """Take the lines `Căn cứ …;` with which a body may begin, below who decides.

    Where nobody is named, a single upright sentence that begins so opens the body of any other
    document.
    """
    who = takewhile(lambda text: text[1].centred and text[1].line.isupper(), texts)
    authority = len(list(who))
    basis, listed = [], authority > 0
    for index, line in texts[authority:]:
        italic = all(run.format.italic for run in line.lettered)
        apart = authority or italic or line.line.endswith((";", ".", ","))
        if line.cell or not apart or not words_vi.LEGAL_BASIS_BEGUN.match(line.folded):
            break
        basis.append((index, line))
        listed = listed or italic or line.line.endswith(";")
    if basis and listed:
        heading.lines[Component.LEGAL_BASIS] = [line for _, line in basis]
        heading.end = basis[-1][0] + 1
