"""The body: alignment, indents, gaps, line spacing, the form of its sections, its end.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.6 and V.6; the end `./.` stands in
the samples of Phụ lục III, section II. Texts in tables have no format of their own in the
decree; their typeface and colour are checked with all others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from docgen.form_check.reading.model import Document, Paragraph
from docgen.form_check.recognise import words_vi
from docgen.form_check.recognise.parts import PATTERNS, TABLES, BodyParagraph, Kind, Named
from docgen.form_check.rules import catalogue_vi
from docgen.form_check.rules.measuring import Findings, check_format, check_style, fits
from docgen.shared import decree
from docgen.shared.decree import LETTERS, Component
from docgen.shared.typography import text_width

_INDENT_TOLERANCE_MM = 0.5
_GAP_TOLERANCE_PT = 0.25
_LINE_TOLERANCE = 0.04
_LINE_HEIGHT = 1.15  # of the size: a single line of Times New Roman
_CAPITALS = 30  # letters: shorter may be a name or an abbreviation
_BLANK_INDENT = re.compile(r"\t+|[ \u00a0]{3,}")
_BLANK_INDENT_MM = (8, 16)  # what blanks may come to
# What is judged as another component; of an article all but its head is text.
_JUDGED_AS: dict[Named, Component] = {
    Kind.CHAPTER_TITLE: Component.CHAPTER,
    Component.ARTICLE: Component.BODY,
}
# The mark that is right after a number or letter, the code.
_MARKS: dict[Named, tuple[str, str]] = {
    Component.ROMAN: (r"\.", "MU11"),
    Component.CLAUSE: (r"\.|(?:\.\d+)+\.?", "KH11"),
    Component.ARTICLE: (r"\.", "DU11"),
    Component.POINT: (r"\)", "DI11"),
}
_FLOWING = (Component.ARTICLE, Component.CLAUSE, Component.POINT, Kind.TEXT)
_AS_TEXT: dict[Named, str] = {Component.CLAUSE: "KH12", Component.POINT: "DI13"}


def check_body(findings: Findings, document: Document, body: Sequence[BodyParagraph]) -> None:
    """Check all paragraphs of the body."""
    due, sizes = LETTERS[0], Counter[float]()
    for entry in body:
        for run in entry.paragraph.lettered if entry.kind is Kind.TEXT else ():
            sizes[run.format.size] += len(run.text)
    usual = max(sizes, key=sizes.__getitem__, default=0)  # of the running text
    for entry in body:
        paragraph, kind = entry.paragraph, entry.kind
        if kind in TABLES or kind is Kind.APART:
            continue
        component = _JUDGED_AS.get(kind, kind if isinstance(kind, Component) else Component.BODY)
        where = catalogue_vi.location(component.code, paragraph.line)
        if kind is Kind.CHAPTER_TITLE:
            findings.expect(paragraph.line.isupper(), "PH12", paragraph)
        if kind is not Kind.HEADING:
            check_format(findings, component, paragraph, quoted=True)
        elif words_vi.CHAPTER_RUN_ON.fullmatch(paragraph.line):
            findings.add("PH02", paragraph)
        titled = kind is Component.CLAUSE and paragraph.bold
        if kind in _FLOWING and paragraph.lettered and not titled:
            _check_flow(findings, document, paragraph, where)
        _check_spacing(findings, entry, where)
        for size in dict.fromkeys(run.format.size for run in paragraph.lettered):
            odd = usual and size != usual and fits(size, Component.CLAUSE.sizes)
            if odd and kind in _AS_TEXT:
                findings.add(_AS_TEXT[kind], paragraph, size=size, text=usual)
        _check_marks(findings, entry, where)
        due = _check_letter(findings, entry, due)
    ends = [entry.paragraph for entry in body if entry.kind not in (Kind.BESIDE_TABLE, Kind.APART)]
    last = ends[-1] if ends else None
    findings.expect(last and last.line.endswith(words_vi.ENDING), "ND14", last or "")


def _check_flow(findings: Findings, document: Document, paragraph: Paragraph, where: str) -> None:
    stated, line = paragraph.format, paragraph.line
    long = sum(map(str.isalpha, line)) > _CAPITALS
    findings.expect(not (long and line.isupper()), "ND05", where)
    room = document.sections[paragraph.section].text_width - stated.left - stated.right
    size = paragraph.lettered[0].format.size
    # On a paragraph of one line no eye can tell how it is aligned.
    findings.expect(stated.align == "both" or text_width(line, size) <= room, "ND06", where)
    start = stated.left + stated.first
    if any(fits(start, (wanted, wanted), _INDENT_TOLERANCE_MM) for wanted in decree.INDENTS_MM):
        return
    typed = _BLANK_INDENT.match("".join(run.text for run in paragraph.runs))
    reached = start + (_typed_indent(document, paragraph, typed[0], size) if typed else 0)
    if typed and fits(reached, _BLANK_INDENT_MM):
        findings.add("ND15", where)
    else:
        findings.add("ND11", where, indent=reached / 10)


def _typed_indent(document: Document, paragraph: Paragraph, typed: str, size: float) -> float:
    """Return how far tabs or blanks at the start of a paragraph move its text, in mm."""
    if typed[0] != "\t":
        return text_width("x" * (len(typed) // 2), size)  # a blank is half as wide as an x
    stops = [stop for stop, _ in paragraph.format.tabs if stop > 0][: len(typed)]
    last = stops[-1] if stops else 0
    return last + (len(typed) - len(stops)) * document.tab_stop


def _check_spacing(findings: Findings, entry: BodyParagraph, where: str) -> None:
    stated = entry.paragraph.format
    if entry.above is not None and entry.kind is not Kind.CHAPTER_TITLE:
        above = entry.above.format
        near = above.style == stated.style
        gap = above.after * (not (above.contextual and near))
        gap += stated.before * (not (stated.contextual and near))
        wide = gap >= decree.PARAGRAPH_GAP_PT - _GAP_TOLERANCE_PT
        findings.expect(wide, "ND12", where, gap=gap)
    value, rule = stated.line
    if rule != "auto" and entry.paragraph.lettered:
        value /= _LINE_HEIGHT * max(run.format.size for run in entry.paragraph.lettered)
    low, high = decree.LINE_SPACING
    right = fits(value, (0 if rule == "atLeast" else low, high), _LINE_TOLERANCE)
    findings.expect(right, "ND13", where, spacing=value)


def _check_marks(findings: Findings, entry: BodyParagraph, where: str) -> None:
    """Check the mark after a number or letter, and the kind of number."""
    paragraph, kind = entry.paragraph, entry.kind
    match = PATTERNS[kind].fullmatch(paragraph.line) if kind in PATTERNS else None
    if match is None:
        return
    if kind is Component.CHAPTER:
        numeral = match["numeral"] or match["count"]
        right = words_vi.ROMAN_NUMERAL.fullmatch(numeral) if match["big"] else numeral.isdecimal()
        findings.expect(right, "PH11", paragraph, numeral=numeral)
        return
    if kind is Component.ARTICLE and not paragraph.label:
        head, *_ = paragraph.cut(words_vi.BEHIND_NUMBER)
        article = catalogue_vi.location(Component.ARTICLE.code, paragraph.line)
        check_style(findings, Component.ARTICLE, head, article)
    mark, code = _MARKS[kind]
    findings.expect(re.fullmatch(mark, match["mark"]), code, where)


def _check_letter(findings: Findings, entry: BodyParagraph, due: str) -> str:
    """Compare a điểm with the letter that is due; return the letter due next.

    Each list begins with a and goes by the alphabet; a heading or khoản begins anew. After a
    wrong letter none ("") is due until a new list begins.
    """
    paragraph = entry.paragraph
    match = entry.kind is Component.POINT and words_vi.POINT.fullmatch(paragraph.line)
    if not match:
        return due if entry.kind is Kind.TEXT else LETTERS[0]
    letter = match["letter"]
    if letter == LETTERS[0]:
        due = letter
    if due and letter != due:
        findings.add("DI12", paragraph, letter=letter, wanted=due)
    return LETTERS[LETTERS.index(letter) + 1 :][:1] if letter == due else ""
