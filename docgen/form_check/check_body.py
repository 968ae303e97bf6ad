"""The body: alignment, indents, gaps, line spacing, the form of its sections, its end.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.6 and V.6; the end `./.` stands in
the samples of Phụ lục III, section II. Texts in tables have no form of their own in the
decree; their typeface and colour are checked with all others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.form_check import wording_vi as vi
from docgen.form_check import words_vi as words
from docgen.form_check.body import BodyParagraph, Kind
from docgen.form_check.document import Document, Paragraph
from docgen.form_check.findings import Found
from docgen.form_check.looks import check_look, check_style, fits, place_of
from docgen.shared.decree import (
    INDENTS_MM,
    LETTERS,
    LINE_SPACING,
    PARAGRAPH_GAP_PT,
    Component,
)
from docgen.shared.text_width import text_width

_INDENT_TOLERANCE_MM = 0.5
_GAP_TOLERANCE_PT = 0.25
_LINE_TOLERANCE = 0.04
_LINE_HEIGHT = 1.15  # of the size: a single line of Times New Roman
_CAPITALS = 30  # letters: shorter may be a name or an abbreviation
_COMPONENTS = {
    Kind.CHAPTER: Component.CHAPTER,
    Kind.ROMAN: Component.ROMAN,
    Kind.ARTICLE: Component.BODY,
    Kind.CLAUSE_TITLE: Component.CLAUSE,
    Kind.CLAUSE: Component.CLAUSE,
    Kind.POINT: Component.POINT,
    Kind.TEXT: Component.BODY,
}
# After a number or letter: where, how it is told, the mark that is right, the fault.
_MARKS = (
    ((Kind.ROMAN,), words.ROMAN_HEADING, re.compile(r"\."), "MU11"),
    ((Kind.CLAUSE, Kind.CLAUSE_TITLE), words.CLAUSE_HEADING, re.compile(r"\.|(?:\.\d+)+\.?"),
     "KH11"),
    ((Kind.ARTICLE,), words.ARTICLE, re.compile(r"\."), "DU11"),
    ((Kind.POINT,), words.POINT, re.compile(r"\)"), "DI11"),
)  # fmt: skip
_FLOWING = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.TEXT})
_AS_TEXT = {Kind.CLAUSE: "KH12", Kind.CLAUSE_TITLE: "KH12", Kind.POINT: "DI13"}
_TABLES = frozenset({Kind.TABLE, Kind.BESIDE_TABLE})


def check_body(found: Found, document: Document, body: Sequence[BodyParagraph]) -> None:
    """Check all paragraphs of the body."""
    points, text_size = _Points(), _size_of_text(body)
    for one in body:
        if one.kind in _TABLES:
            continue
        paragraph = one.paragraph
        component = _COMPONENTS.get(one.kind, Component.BODY)
        place = place_of(component, paragraph)
        if one.kind is not Kind.HEADING:
            check_look(found, component, paragraph, quoted=True)
        if one.kind in _FLOWING and paragraph.lettered:
            _check_flow(found, document, paragraph, place)
        _check_spacing(found, one, place)
        _check_size(found, one, text_size, place)
        _check_marks(found, one, place)
        points.check(found, one, place)
    said = [one for one in body if one.kind is not Kind.BESIDE_TABLE]
    last = said[-1].paragraph if said else None
    if last is None or not last.line.endswith(words.ENDING):
        found.add("ND14", place_of(Component.BODY, last) if last else vi.NAMES[Component.BODY])


def _size_of_text(body: Sequence[BodyParagraph]) -> float:
    """Return the size of most letters of the running text, 0 where there is none."""
    counts: Counter[float] = Counter()
    for one in body:
        for run in one.paragraph.lettered if one.kind is Kind.TEXT else ():
            counts[run.look.size] += len(run.text)
    return counts.most_common(1)[0][0] if counts else 0


def _check_size(found: Found, one: BodyParagraph, text: float, place: str) -> None:
    """A khoản and a điểm are as large as the running text."""
    code = _AS_TEXT.get(one.kind)
    for size in dict.fromkeys(run.look.size for run in one.paragraph.lettered):
        if code and text and size != text and fits(size, Component.CLAUSE.form.sizes):
            found.add(code, place, size=vi.number(size), text=vi.number(text))


def _check_flow(found: Found, document: Document, paragraph: Paragraph, place: str) -> None:
    look, line = paragraph.look, paragraph.line
    if line.isupper() and sum(map(str.isalpha, line)) > _CAPITALS:
        found.add("ND05", place)
    room = document.sections[paragraph.section].text_width - look.left - look.right
    size = paragraph.lettered[0].look.size
    # On a paragraph of one line no eye can tell how it is aligned.
    if look.align != "both" and text_width(line, size) > room:
        found.add("ND06", place)
    start = look.left + look.first
    if not any(fits(start, (one, one), _INDENT_TOLERANCE_MM) for one in INDENTS_MM):
        found.add("ND11", place, indent=vi.number(start / 10))


def _check_spacing(found: Found, one: BodyParagraph, place: str) -> None:
    look = one.paragraph.look
    if one.before is not None:
        above = one.before.look
        near = above.style == look.style
        gap = (0 if above.contextual and near else above.after) + (
            0 if look.contextual and near else look.before
        )
        if gap < PARAGRAPH_GAP_PT - _GAP_TOLERANCE_PT:
            found.add("ND12", place, gap=vi.number(gap))
    value, rule = look.line
    if rule != "auto" and one.paragraph.lettered:
        value /= _LINE_HEIGHT * max(run.look.size for run in one.paragraph.lettered)
    low, high = LINE_SPACING
    if not fits(value, (0 if rule == "atLeast" else low, high), _LINE_TOLERANCE):
        found.add("ND13", place, spacing=f"{vi.number(value)} lines")


def _check_marks(found: Found, one: BodyParagraph, place: str) -> None:
    """Check the mark after a number or letter, and the kind of number."""
    line = one.paragraph.line
    if one.kind is Kind.CHAPTER and (match := words.CHAPTER.fullmatch(line)):
        numeral = match["numeral"] or match["count"]
        right = words.ROMAN_NUMERAL.fullmatch(numeral) if match["big"] else numeral.isdecimal()
        if not right:
            found.add("PH11", place, numeral=numeral)
    elif one.kind is Kind.ARTICLE and (match := words.ARTICLE.fullmatch(line)):
        head = one.paragraph.head(len(match["head"]))
        check_style(found, Component.ARTICLE, head, place_of(Component.ARTICLE, one.paragraph))
    for kinds, pattern, mark, code in _MARKS:
        found_mark = pattern.fullmatch(line) if one.kind in kinds else None
        if found_mark and not mark.fullmatch(found_mark["mark"]):
            found.add(code, place)


@dataclass
class _Points:
    """Follows the letters of điểm: each list begins with a and goes by the alphabet.

    `next` is the letter that is due; None after a wrong one, until a new list begins.
    """

    next: str | None = LETTERS[0]

    def check(self, found: Found, one: BodyParagraph, place: str) -> None:
        """Compare a điểm with the letter that is due; a heading or khoản begins anew."""
        match = words.POINT.fullmatch(one.paragraph.line) if one.kind is Kind.POINT else None
        if match is None:
            if one.kind is not Kind.TEXT:
                self.next = LETTERS[0]
            return
        letter = match["letter"]
        if letter == LETTERS[0]:
            self.next = LETTERS[0]
        if self.next is None:
            return
        if letter != self.next:
            found.add("DI12", place, letter=letter, wanted=self.next)
            self.next = None
            return
        after = LETTERS.index(letter) + 1
        self.next = LETTERS[after] if after < len(LETTERS) else None
