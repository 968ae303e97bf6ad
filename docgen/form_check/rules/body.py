"""The body: alignment, indents, gaps, line spacing, the form of its sections, its end.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.6 and V.6; the end `./.` stands in
the samples of Phụ lục III, section II. Texts in tables have no format of their own in the
decree; their typeface and colour are checked with all others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from docgen.form_check.reading.model import LINE_BREAK, Document, Paragraph
from docgen.form_check.reading.styles import roman
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
# The mark that is right after a number or letter; the codes of a wrong mark, a wrong order.
_MARKS: dict[Named, tuple[str, str, str]] = {
    Component.CHAPTER: (r"[.:]?", "PH11", "PH13"),
    Component.ROMAN: (r"\.", "MU11", "MU12"),
    Component.CLAUSE: (r"\.|(?:\.\d+)+\.?", "KH11", "KH13"),
    Component.ARTICLE: (r"\.", "DU11", "DU12"),
    Component.POINT: (r"\)", "DI11", "DI12"),
}
_SERIES = (
    [str(number) for number in range(1, 1000)],
    [roman(number).upper() for number in range(1, 40)],
    list(LETTERS),
)
_FLOWING = (Component.ARTICLE, Component.CLAUSE, Component.POINT, Kind.TEXT)
_AS_TEXT: dict[Named, str] = {Component.CLAUSE: "KH12", Component.POINT: "DI13"}


def check_body(findings: Findings, document: Document, body: Sequence[BodyParagraph]) -> None:
    """Check all paragraphs of the body."""
    order, sizes = _Order(findings), Counter[float]()
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
        if kind in (Kind.TEXT, Kind.HEADING):
            _check_running(findings, document, paragraph, where)
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
        order.read(entry)
    ends = [entry.paragraph for entry in body if entry.kind not in (Kind.BESIDE_TABLE, Kind.APART)]
    last = ends[-1] if ends else None
    findings.expect(last and last.line.endswith(words_vi.ENDING), "ND14", last or "")


def _check_running(
    findings: Findings, document: Document, paragraph: Paragraph, where: str
) -> None:
    """Check that sentences of several lines are neither centred nor wholly bold."""
    line, runs = paragraph.line, paragraph.lettered
    if not runs or line.isupper() or line[0] == "(" or not line.endswith((".", ";")):
        return
    if text_width(line, runs[0].format.size) > document.sections[paragraph.section].text_width:
        findings.expect(not paragraph.centred, "ND06", where)
        if paragraph.bold and not any(run.format.italic for run in runs):
            shown, wanted = (catalogue_vi.style(bold, False) for bold in (True, False))
            findings.add("ND04", where, shown=shown, wanted=wanted)


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
    if kind in (Component.CHAPTER, Component.ARTICLE):
        numeral, big = match["numeral"], kind is Component.CHAPTER and match["big"]
        right = words_vi.ROMAN_NUMERAL.fullmatch(numeral) if big else numeral.isdecimal()
        findings.expect(right, "PH11", where, numeral=numeral)
    if kind is Component.ARTICLE and not paragraph.label:
        head, *_ = paragraph.cut(words_vi.BEHIND_NUMBER)
        article = catalogue_vi.location(Component.ARTICLE.code, paragraph.line)
        check_style(findings, Component.ARTICLE, head, article)
    mark, code, _ = _MARKS[kind]
    findings.expect(re.fullmatch(mark, match["mark"]), code, where)


class _Order:
    """Follows the numbers of all kinds; a list may stand inside another one of its kind.

    After a wrong number its list is judged no more. What may be no number (a reference, a line
    below a line break) is followed where it fits and never judged; quotations are passed over.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        # The numbers due in open lists, the innermost first, by the first number or the word.
        self._due: defaultdict[str, list[int]] = defaultdict(list)
        self._last: dict[str, bool] = {}  # whether the number before is bold, if none may begin
        self._quoted = False

    def read(self, entry: BodyParagraph) -> None:
        """Compare the number of a paragraph with the one that is due."""
        paragraph, kind, quoted = entry.paragraph, entry.kind, self._quoted
        self._quoted ^= len(words_vi.QUOTE.findall(paragraph.text)) % 2 == 1
        titled = paragraph.bold or words_vi.LETTERED.match(paragraph.line)
        if kind in (Kind.HEADING, Component.CHAPTER, Kind.CHAPTER_TITLE) or (
            kind is Kind.TEXT and titled
        ):
            self._last.clear()
        elif kind is Kind.TEXT and not self._last.get("1"):
            self._last.pop("1", None)
        for at, line in enumerate(() if quoted else paragraph.cut(LINE_BREAK)):
            match = words_vi.NUMBERED.match(line.line)
            numbered = kind in _MARKS and not at
            if match and (numbered or match["mark"] or match["word"] or paragraph.bold):
                sure = numbered and (kind is Component.CHAPTER or match["mark"] is not None)
                self._follow(entry, match, sure=sure)
        if kind not in (Component.POINT, Kind.TEXT):
            self._due[LETTERS[0]].clear()
        if paragraph.line.endswith(":"):
            self._last.pop("1", None)

    def _follow(self, entry: BodyParagraph, match: re.Match[str], *, sure: bool) -> None:
        typed, bold = match["numeral"], entry.paragraph.bold
        series = _SERIES[typed.isupper() + 2 * typed.islower()]
        number = series.index(plain) + 1 if (plain := typed.lstrip("0")) in series else -1
        if sure and entry.kind in (Component.CHAPTER, Component.ROMAN, Component.ARTICLE):
            self._due["1"].clear()
        key = (match["word"] or series[0]).casefold()
        due = self._due[key]
        begins = self._last.get(key) is not bold or (key == "1" and due[:1] != [2]) or key == "a"
        if sure:
            self._last[key] = bold
        if number in due:
            del due[: due.index(number) + 1 if sure else 0]
        elif number != 1 or not begins:
            wanted = series[due[0] - 1 if due else 0 :][:1]
            if sure and all(due) and wanted:
                *_, code = _MARKS[entry.kind]
                self._findings.add(code, entry.paragraph, number=typed, wanted=wanted[0])
            due[:] = [0] if sure else due
            return
        due.insert(0, number + 1)
