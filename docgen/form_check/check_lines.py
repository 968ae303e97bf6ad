"""The lines below Tiêu ngữ, the agency's name and the abstract: drawn, of their length.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.1.b, II.2.b, II.5.b.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.form_check import wording_vi as vi
from docgen.form_check.document import Document, Paragraph
from docgen.form_check.findings import Found
from docgen.form_check.heading import Heading
from docgen.form_check.looks import fits, place_of
from docgen.shared.decree import FULL_LINE, SHORT_LINE, Component, Range
from docgen.shared.text_width import text_width

_LENGTHS: dict[Component, Range] = {
    Component.SLOGAN: FULL_LINE,
    Component.ISSUER: SHORT_LINE,
    Component.ABSTRACT: SHORT_LINE,
}
_TOLERANCE = 0.12  # of the text's length: widths are estimated, and drawn by eye
_WRAPPED = 0.85  # how full the widest line of a wrapped text is at least
_TYPED = ("__", "--", "──", "——")


def check_lines(found: Found, document: Document, heading: Heading) -> None:
    """Check the line below each component that must have one."""
    claimed = {id(one) for component in _LENGTHS for one in heading.below.get(component, [])}
    block = document.paragraphs[: heading.end]
    spare = sum(len(one.lines) for one in block if id(one) not in claimed)
    for component, wanted in _LENGTHS.items():
        texts, below = heading.all(component), heading.below.get(component, [])
        if not texts:
            continue
        place, code = place_of(component, texts[-1], quoted=False), component.form.code
        if any(run.look.underlined for one in texts for run in one.lettered):
            found.add(f"{code}09", place)
        elif any(mark in one.text for one in below for mark in _TYPED):
            found.add(f"{code}08", place)
        elif lengths := list(_drawn(document, below, texts[-1])):
            _check_length(found, component, wanted, lengths[0], texts, document)
        elif spare:
            spare -= 1  # a shape drawn from another paragraph of the block
        else:
            found.add(f"{code}07", place)


def _drawn(
    document: Document, below: Sequence[Paragraph], text: Paragraph
) -> Iterator[float | None]:
    """Yield the lengths in mm of the lines drawn below a text, None where unknown."""
    for paragraph in below:
        yield from paragraph.lines
        # A text's own border counts below it; an empty paragraph's on either side.
        sides = {"bottom"} if paragraph is text else {"top", "bottom"}
        if paragraph.ruled and paragraph.look.borders & sides:
            width = _available(document, paragraph)
            yield width - paragraph.look.left - paragraph.look.right if width else None


def _available(document: Document, paragraph: Paragraph) -> float | None:
    if paragraph.cell is not None:
        return paragraph.cell.width
    return document.sections[paragraph.section].text_width


def _check_length(
    found: Found, component: Component, wanted: Range, length: float | None,
    texts: Sequence[Paragraph], document: Document,
) -> None:  # fmt: skip
    if length is None:
        return
    widths = []
    for text in texts:
        width = text_width(text.line, text.lettered[0].look.size)
        room = _available(document, text) or width
        widths += [room, room * _WRAPPED] if width > room else [width]
    if not any(fits(length / width, wanted, _TOLERANCE) for width in widths):
        found.add(
            f"{component.form.code}10", vi.NAMES[component],
            length=vi.number(round(length)), text=vi.number(round(max(widths))),
        )  # fmt: skip
