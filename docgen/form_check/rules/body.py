"""The body: alignment, indents, gaps, line spacing, the form of its sections, its end.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.6 and V.6; the end `./.` stands in
the samples of Phụ lục III, section II. Texts in tables have no format of their own in the
decree; their typeface and colour are checked with all others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.form_check.reading.model import Document, Paragraph
from docgen.form_check.recognise import words_vi as words
from docgen.form_check.recognise.parts import TABLES, BodyParagraph, Kind
from docgen.form_check.rules import catalogue_vi as vi
from docgen.form_check.rules.measuring import Findings, check_format, check_style, fits, location_of
from docgen.shared import decree
from docgen.shared.decree import LETTERS, Component
from docgen.shared.text_width import text_width

_INDENT_TOLERANCE_MM = 0.5
_GAP_TOLERANCE_PT = 0.25
_LINE_TOLERANCE = 0.04
_LINE_HEIGHT = 1.15  # of the size: a single line of Times New Roman
_CAPITALS = 30  # letters: shorter may be a name or an abbreviation
_BLANK_INDENT = re.compile(r"\t+|[ \u00a0]{3,}")
_BLANK_INDENT_MM = (8, 16)  # what blanks may come to
_COMPONENTS = {
    Kind.CHAPTER: Component.CHAPTER,
    Kind.CHAPTER_TITLE: Component.CHAPTER,
    Kind.ROMAN: Component.ROMAN,
    Kind.ARTICLE: Component.BODY,
    Kind.CLAUSE_TITLE: Component.CLAUSE,
    Kind.CLAUSE: Component.CLAUSE,
    Kind.POINT: Component.POINT,
    Kind.TEXT: Component.BODY,
}
# After a number or letter: where, its pattern, the mark that is right, the code.
_MARKS = (
    ((Kind.ROMAN,), words.ROMAN_HEADING, re.compile(r"\."), "MU11"),
    ((Kind.CLAUSE, Kind.CLAUSE_TITLE), words.CLAUSE_HEADING, re.compile(r"\.|(?:\.\d+)+\.?"),
     "KH11"),
    ((Kind.ARTICLE,), words.ARTICLE, re.compile(r"\."), "DU11"),
    ((Kind.POINT,), words.POINT, re.compile(r"\)"), "DI11"),
)  # fmt: skip
_FLOWING = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.TEXT})
_AS_TEXT = {Kind.CLAUSE: "KH12", Kind.CLAUSE_TITLE: "KH12", Kind.POINT: "DI13"}


def check_body(findings: Findings, document: Document, body: Sequence[BodyParagraph]) -> None:
    """Check all paragraphs of the body."""
    points, text_size = _Points(), _size_of_text(body)
    for entry in body:
        if entry.kind in TABLES or entry.kind is Kind.APART:
            continue
        paragraph = entry.paragraph
        component = _COMPONENTS.get(entry.kind, Component.BODY)
        location = location_of(component, paragraph)
        if entry.kind is Kind.CHAPTER_TITLE:
            _check_chapter_title(findings, paragraph, location)
        elif entry.kind is not Kind.HEADING:
            check_format(findings, component, paragraph, quoted=True)
        elif words.CHAPTER_RUN_ON.fullmatch(paragraph.line):
            findings.add("PH02", location_of(Component.CHAPTER, paragraph))
        if entry.kind in _FLOWING and paragraph.lettered:
            _check_flow(findings, document, paragraph, location)
        _check_spacing(findings, entry, location)
        _check_size(findings, entry, text_size, location)
        _check_marks(findings, entry, location)
        points.check(findings, entry, location)
    ends = [entry.paragraph for entry in body if entry.kind not in (Kind.BESIDE_TABLE, Kind.APART)]
    if not ends or not ends[-1].line.endswith(words.ENDING):
        last = location_of(Component.BODY, ends[-1]) if ends else vi.NAMES[Component.BODY]
        findings.add("ND14", last)


def _size_of_text(body: Sequence[BodyParagraph]) -> float:
    """Return the size of most letters of the running text, 0 where there is none."""
    counts: Counter[float] = Counter()
    for entry in body:
        for run in entry.paragraph.lettered if entry.kind is Kind.TEXT else ():
            counts[run.format.size] += len(run.text)
    return counts.most_common(1)[0][0] if counts else 0


def _check_size(findings: Findings, entry: BodyParagraph, text: float, location: str) -> None:
    """Compare a khoản or a điểm with the size of the running text."""
    code = _AS_TEXT.get(entry.kind)
    for size in dict.fromkeys(run.format.size for run in entry.paragraph.lettered):
        if code and text and size != text and fits(size, Component.CLAUSE.format.sizes):
            findings.add(code, location, size=vi.number(size), text=vi.number(text))


def _check_chapter_title(findings: Findings, paragraph: Paragraph, location: str) -> None:
    if not paragraph.line.isupper():
        findings.add("PH12", location, wrong="không phải chữ in hoa")
    check_format(findings, Component.CHAPTER, paragraph, quoted=True)


def _check_flow(
    findings: Findings, document: Document, paragraph: Paragraph, location: str
) -> None:
    stated, line = paragraph.format, paragraph.line
    if line.isupper() and sum(map(str.isalpha, line)) > _CAPITALS:
        findings.add("ND05", location)
    room = document.sections[paragraph.section].text_width - stated.left - stated.right
    size = paragraph.lettered[0].format.size
    # On a paragraph of one line no eye can tell how it is aligned.
    if stated.align != "both" and text_width(line, size) > room:
        findings.add("ND06", location)
    start = stated.left + stated.first
    if any(fits(start, (wanted, wanted), _INDENT_TOLERANCE_MM) for wanted in decree.INDENTS_MM):
        return
    typed = _BLANK_INDENT.match("".join(run.text for run in paragraph.runs))
    reached = start + (_typed_indent(document, paragraph, typed[0], size) if typed else 0)
    if typed and fits(reached, _BLANK_INDENT_MM):
        findings.add("ND15", location)
    else:
        findings.add("ND11", location, indent=vi.number(reached / 10))


def _typed_indent(document: Document, paragraph: Paragraph, typed: str, size: float) -> float:
    """Return how far tabs or blanks at the start of a paragraph move its text, in mm."""
    if typed[0] != "\t":
        return text_width("x" * (len(typed) // 2), size)  # a blank is half as wide as an x
    stops = [stop for stop, _ in paragraph.format.tabs if stop > 0][: len(typed)]
    last = stops[-1] if stops else 0
    return last + (len(typed) - len(stops)) * document.tab_stop


def _check_spacing(findings: Findings, entry: BodyParagraph, location: str) -> None:
    stated = entry.paragraph.format
    if entry.above is not None and entry.kind is not Kind.CHAPTER_TITLE:
        above = entry.above.format
        near = above.style == stated.style
        gap = (0 if above.contextual and near else above.after) + (
            0 if stated.contextual and near else stated.before
        )
        if gap < decree.PARAGRAPH_GAP_PT - _GAP_TOLERANCE_PT:
            findings.add("ND12", location, gap=vi.number(gap))
    value, rule = stated.line
    if rule != "auto" and entry.paragraph.lettered:
        value /= _LINE_HEIGHT * max(run.format.size for run in entry.paragraph.lettered)
    low, high = decree.LINE_SPACING
    if not fits(value, (0 if rule == "atLeast" else low, high), _LINE_TOLERANCE):
        findings.add("ND13", location, spacing=f"{vi.number(value)} lines")


def _check_marks(findings: Findings, entry: BodyParagraph, location: str) -> None:
    """Check the mark after a number or letter, and the kind of number."""
    line = entry.paragraph.line
    if entry.kind is Kind.CHAPTER and (match := words.CHAPTER.fullmatch(line)):
        numeral = match["numeral"] or match["count"]
        right = words.ROMAN_NUMERAL.fullmatch(numeral) if match["big"] else numeral.isdecimal()
        if not right:
            findings.add("PH11", location, numeral=numeral)
    elif entry.kind is Kind.ARTICLE and (match := words.ARTICLE.fullmatch(line)):
        head, article = entry.paragraph.head(len(match["head"])), Component.ARTICLE
        check_style(findings, article, head, location_of(article, entry.paragraph))
    for kinds, pattern, right_mark, code in _MARKS:
        numbered = pattern.fullmatch(line) if entry.kind in kinds else None
        if numbered and not right_mark.fullmatch(numbered["mark"]):
            findings.add(code, location)


@dataclass
class _Points:
    """Follows the letters of điểm: each list begins with a and goes by the alphabet.

    `next` is the letter that is due; None after a wrong one, until a new list begins.
    """

    next: str | None = LETTERS[0]

    def check(self, findings: Findings, entry: BodyParagraph, location: str) -> None:
        """Compare a điểm with the letter that is due; a heading or khoản begins anew."""
        line = entry.paragraph.line
        match = words.POINT.fullmatch(line) if entry.kind is Kind.POINT else None
        if match is None:
            if entry.kind is not Kind.TEXT:
                self.next = LETTERS[0]
            return
        letter = match["letter"]
        if letter == LETTERS[0]:
            self.next = LETTERS[0]
        if self.next is None:
            return
        if letter != self.next:
            findings.add("DI12", location, letter=letter, wanted=self.next)
            self.next = None
            return
        after = LETTERS.index(letter) + 1
        self.next = LETTERS[after] if after < len(LETTERS) else None
