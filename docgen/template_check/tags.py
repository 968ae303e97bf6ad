"""Reads the texts of a part, and finds the tags in them: `{{ … }}`, `{% … %}`, `{%p … %}`.

A tag lies within one paragraph, whatever runs, proofing marks or tracked changes Word has cut
it into. What only looks like one (not closed, not opened, one brace) is a fault; nothing here
asks what a tag means. Check and filling both build on this reading: what was checked runs.
Vietnamese keyboards and copying put invisible characters into a tag, and turn its words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import accumulate

from lxml import etree

from docgen.fields import nearest, plain
from docgen.template_check import catalogue_vi

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {"w": W[1:-1]}  # for paths
# What Word writes of tracked changes.
CHANGES = (
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
    "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange", "cellIns",
    "cellDel", "cellMerge",
    *(f"{change}Range{end}" for end in ("Start", "End") for change in (
        "moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
        "customXmlMoveTo")),
)  # fmt: skip
ALT_TEXT = "descr"  # the attribute that holds it
Elements = Collection[etree._Element]
_EXCERPT = 80  # characters of a paragraph that are shown
_HEAD = 40  # characters of a table's first row

# Characters that nobody sees and no tag needs may stand inside its marks too: those of Unicode's
# categories without a shape, and the blank ones among the letters and symbols.
_SHAPELESS = ("Cc", "Cf", "Cn", "Co", "Mn", "Zl", "Zp")
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_ODD = re.compile(rf"[^\x00-\x7f\w]|[{_BLANKS}]")
_BETWEEN = rf"(?:[^\x00-\x7f\w\s]|[{_BLANKS}])*"
# What is typed on Telex for a mark, or for đ; a circumflex is its letter once more.
_TELEX = {
    "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j",
    "\u0306": "w", "\u031b": "w", "đ": "dd",
}  # fmt: skip
_CIRCUMFLEX = "\u0302"
COMMANDS = ("for", "if", "elif", "else", "endfor", "endif")
_WORDS = (*COMMANDS, "in", "and", "or", "not")

OPENING = re.compile(rf"\{{{_BETWEEN}[{{%#]")
CLOSING = re.compile(rf"[}}%#]{_BETWEEN}\}}")
# Words in any brackets that somebody may have typed for a tag: `{ % if x % }`, `<<x>>`.
_GAP = rf"(?:[^!-~\w]|[{_BLANKS}]){{0,4}}"
BRACKETED = re.compile(
    rf"(?:(\{{)|(?=[<\[]{_GAP}[<\[%])){_GAP}(?:[{{<\[%]{_GAP}){{0,6}}+"
    rf"([^{{}}<>\[\]%]{{1,300}}+)"
    rf"%?{_GAP}(?(1)\}}(?:{_GAP}\}}){{0,5}}|[>\]](?:{_GAP}[>\]]){{0,5}})"
)
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_MARK = re.compile(f"{OPENING.pattern}|{CLOSING.pattern}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_KIND = re.compile(r"(p|tr|tc|r)(?=\s|$)")
# Word's typographer, and the wide spaces of other keyboards.
_STRAIGHT = str.maketrans("\u201c\u201d\u201e\u2018\u2019\u00a0", '"""\'\' ')


@dataclass(eq=False)
class TextBlock:
    """A paragraph (or a property of the file): its text elements and what they say."""

    element: etree._Element
    part: str  # its Vietnamese name, "" for the body
    texts: list[etree._Element] = field(default_factory=list)
    # Those that stand in a field of Word, each with its mark.
    fields: dict[etree._Element, etree._Element] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """The whole text, as a reader sees it."""
        return "".join(element.text or "" for element in self.texts)

    @cached_property
    def cell(self) -> etree._Element | None:
        """The table cell it stands in, if any."""
        return next(self.element.iterancestors(f"{W}tc"), None)

    @cached_property
    def location(self) -> str:
        """Where it stands, in Vietnamese."""
        if self.part == catalogue_vi.PROPERTIES:
            return self.part
        return catalogue_vi.in_part(self.part, self._location())

    def _location(self) -> str:
        if self.cell is None:
            return catalogue_vi.PARAGRAPH
        table = next(self.cell.iterancestors(f"{W}tbl"), self.cell)
        first = next((row for row in table.iter(f"{W}tr") if text_of(row).strip()), None)
        if first is None or first in self.cell.iterancestors(f"{W}tr"):
            return catalogue_vi.CELL_WITHOUT_HEAD
        cells = (" ".join(text_of(cell).split()) for cell in first.iter(f"{W}tc"))
        head = catalogue_vi.shorten(", ".join(filter(None, cells)), _HEAD)
        return catalogue_vi.CELL.format(head=head)

    @cached_property
    def offsets(self) -> list[int]:
        """Where each of its text elements begins in the text, as it was read."""
        return [0, *accumulate(len(element.text or "") for element in self.texts)]

    def index(self, start: int) -> int:
        """Return the index of the text element in which a place of the text lies."""
        return bisect_right(self.offsets, start) - 1

    def anchor(self, start: int) -> etree._Element:
        """Return the text element in which a place of the text lies."""
        return self.texts[self.index(start)]

    def excerpt(self, start: int, end: int) -> str:
        """Return the words around a place of the text, on one line."""
        end = min(end, start + _EXCERPT)
        spare = (_EXCERPT - (end - start)) // 2
        first, last = max(0, start - spare), max(start + _EXCERPT - spare, end + spare)
        cut = " ".join(self.text[first:last].split())
        return f"{'…' if first else ''}{cut}{'…' if last < len(self.text) else ''}"


def text_of(element: etree._Element) -> str:
    """Return all text inside an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def blocks(root: etree._Element, part: str) -> list[TextBlock]:
    """Return the texts of a part in their order; a text box inside a paragraph is its own."""
    if part == catalogue_vi.PROPERTIES:
        leaves = (element for element in root.iter("*") if element.text and len(element) == 0)
        return [TextBlock(leaf, part, [leaf]) for leaf in leaves]
    found: dict[etree._Element, TextBlock] = {}
    marks: list[etree._Element] = []  # of the fields that have begun, each with its last one
    for element in root.iter(f"{W}t", f"{W}fldChar"):
        paragraph = next(element.iterancestors(f"{W}p"), None)
        if element.tag == f"{W}fldChar":
            if element.get(f"{W}fldCharType") != "begin":
                del marks[-1:]
            if element.get(f"{W}fldCharType") != "end":
                marks.append(element)
        elif paragraph is not None:
            block = found.setdefault(paragraph, TextBlock(paragraph, part))
            block.texts.append(element)
            block.fields.update((element, mark) for mark in marks[-1:])
    return list(found.values())


def elsewhere(
    root: etree._Element, read: Elements, described: Elements = ()
) -> Iterator[tuple[str, bool]]:
    """Yield texts with tags that are not filled, and whether they are tracked deletions.

    In attributes, field codes, formulas: wherever else than in the text of the elements `read`
    and the alternative text of those `described`.
    """
    for element in root.iter("*"):
        known = ALT_TEXT if element in described else ""
        texts = [str(value) for key, value in element.items() if key != known]
        own = "" if element in read else element.text or ""
        for text in filter(OPENING.search, [*texts, own, element.tail or ""]):
            yield text, text is own and element.tag == f"{W}delText"


class Kind(Enum):
    """What a tag acts on."""

    PRINT = "{{"
    INLINE = "{%"
    PARAGRAPH = "{%p"
    ROW = "{%tr"
    COLUMN = "{%tc"

    def written(self, body: str) -> str:
        """Return a tag of this kind as it is typed."""
        return f"{self.value} {body} {'}}' if self is Kind.PRINT else '%}'}"


PLACES = {"p": Kind.PARAGRAPH, "tr": Kind.ROW, "tc": Kind.COLUMN}


@dataclass(frozen=True, eq=False)
class Tag:
    """A tag and its place: offsets into the text of its paragraph."""

    kind: Kind
    body: str  # without the marks, single spaces, straight quotes
    block: TextBlock
    start: int
    end: int

    @property
    def text(self) -> str:
        """The tag as it was typed."""
        return self.block.text[self.start : self.end]

    @property
    def command(self) -> str:
        """The first word of a `{% … %}` tag, "print" of others."""
        return "print" if self.kind is Kind.PRINT else self.body.partition(" ")[0]

    @property
    def anchor(self) -> etree._Element:
        """The text element in which it begins."""
        return self.block.anchor(self.start)

    @cached_property
    def fields(self) -> set[etree._Element | None]:
        """The marks of the fields of Word in which it stands: one, where none tears it."""
        if not self.block.fields:
            return {None}
        first, last = map(self.block.index, (self.start, self.end - 1))
        return {self.block.fields.get(text) for text in self.block.texts[first : last + 1]}


# Takes a tag, the kind of finding on it, and its facts by name.
Report = Callable[..., None]


# Tells of words in brackets the tag that is meant, if any.
Meaning = Callable[[str], tuple[Kind, str] | None]


def tags_in(block: TextBlock, report: Report, meaning: Meaning) -> Iterator[Tag]:
    """Yield the tags of a paragraph; what is half a tag, or in other marks, is reported."""
    mistyped = list(_mistyped(block, report, meaning))
    yield from mistyped
    taken = {place for tag in mistyped for place in range(tag.start, tag.end)}
    marks = [mark for mark in _MARK.finditer(block.text) if mark.start() not in taken]
    opened: re.Match[str] | None = None
    for match in (*marks, None):
        mark = visible(match.group()) if match else ""
        if opened:
            closing = _CLOSING[visible(opened.group())]
            if match and mark == closing:
                yield from _tag(block, opened.start(), match.end(), report)
                opened = None
                continue
            end = match.start() if match else len(block.text)
            half = Tag(Kind.PRINT, "", block, opened.start(), end)
            report(half, catalogue_vi.UNCLOSED, closing=closing)
        elif match and mark in _OPENING:
            half = Tag(Kind.PRINT, "", block, *match.span())
            report(half, catalogue_vi.NOT_OPENED, opening=_OPENING[mark])
        opened = match if mark in _CLOSING else None


def _mistyped(block: TextBlock, report: Report, meaning: Meaning) -> Iterator[Tag]:
    """Yield what is meant for a tag, but has other marks: it would be printed as it stands."""
    for match in BRACKETED.finditer(block.text.translate(NARROW)):
        if meant := meaning(" ".join(visible(match[2]).translate(_STRAIGHT).split())):
            kind, body = meant
            tag, mark = Tag(kind, body, block, *match.span()), kind.value[:2]
            opening = visible(block.text[match.start() : match.start(2)]).strip()
            closing = visible(block.text[match.end(2) : match.end()])
            if (opening, closing) != (mark, _CLOSING[mark]):
                report(tag, catalogue_vi.OTHER_MARKS, right=kind.written(body))
                yield tag


def _tag(block: TextBlock, start: int, end: int, report: Report) -> Iterator[Tag]:
    """Yield what stands between two marks, if it is a tag; a slip in it is reported."""
    typed = visible(block.text[start:end])
    inside = typed[2:-2].translate(_STRAIGHT)
    special = _KIND.match(inside)
    holder = special.group() if special else ""
    kind = Kind.PRINT if typed.startswith("{{") else PLACES.get(holder, Kind.INLINE)
    if kind in PLACES.values():
        inside = inside.removeprefix(holder)
    trimmed = inside.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+")
    tag = Tag(kind, " ".join(trimmed.split()), block, start, end)
    if typed.startswith("{#"):
        report(tag, catalogue_vi.COMMENT)
        return
    elif trimmed != inside:
        report(tag, catalogue_vi.UNREADABLE, hint=catalogue_vi.NO_DASH)
    elif not tag.body:
        report(tag, catalogue_vi.UNREADABLE, hint=catalogue_vi.SEE_TAGS)
        return
    # `{{p }}` prints a field named p; `{{p x }}` and `{%r x %}` are docxtpl's, not ours.
    elif holder and kind not in PLACES.values() and " " in tag.body:
        mark = typed[: 2 + len(holder)]
        report(tag, catalogue_vi.WRONG_KIND, mark=mark, hint=catalogue_vi.KINDS_OF_TAGS)
        return
    yield tag  # even with a slip: its other half is not to be found alone


def visible(text: str) -> str:
    """Return a text without its invisible characters."""
    return _ODD.sub(lambda sign: "" if _is_hidden(sign[0]) else sign[0], text)


def _is_hidden(sign: str) -> bool:
    return sign in _BLANKS or (unicodedata.category(sign) in _SHAPELESS and not _is_typed(sign))


def _is_typed(sign: str) -> bool:
    """Whether a Vietnamese keyboard types a character."""
    apart = unicodedata.normalize("NFD", sign.lower().translate(_STRAIGHT))
    return all(one.isascii() or one in _TELEX or one == _CIRCUMFLEX for one in apart)


def strange_in(text: str) -> str:
    """Name the characters of a tag that no keyboard types there, such as `ký tự ẩn (U+200E)`.

    Between quotes only what nobody sees; dashes have a sentence of their own.
    """
    words = _QUOTED.sub("", text.translate(_STRAIGHT))
    seen = {sign for sign in words if unicodedata.category(sign) != "Pd"}
    return ", ".join(
        f"{catalogue_vi.HIDDEN_SIGN if _is_hidden(sign) else f'“{sign}”'} (U+{ord(sign):04X})"
        for sign in dict.fromkeys(text)
        if not _is_typed(sign) and (sign in seen or _is_hidden(sign))
    )


def likely_word(word: str, known: Iterable[str], near: float = 0) -> str:
    """Return the known word that was most likely typed, "" where there is none.

    A word that Telex has turned (`ì`, `fỏ`, `endìf`) is told by its keys, one with marks too
    many by its letters; `near` is how much of it must be the same where letters are wrong.
    """
    words = list(known)
    letters, keys = plain(word), sorted(_keys(word))
    same = (one for one in words if plain(one) == letters or sorted(one) == keys)
    return next(same, nearest(word, words, near) if near else "")


def meant(name: str, paths: Mapping[str, str], otherwise: str) -> str:
    """Return the hint that names the path of the name most likely meant, else the other one."""
    near = likely_word(name, paths, 0.8)
    return catalogue_vi.DID_YOU_MEAN.format(path=paths[near]) if near else otherwise


def _keys(word: str) -> str:
    """Return the keys pressed for a word, in some order."""
    keys, letter = "", ""
    for character in unicodedata.normalize("NFD", word.lower()):
        keys += letter if character == _CIRCUMFLEX else _TELEX.get(character, character)
        letter = letter if unicodedata.combining(character) else character
    return keys


def retyped(body: str) -> str:
    """Return a tag's body with the commands and `and`, `or` … that Telex has turned put right.

    "" where none was. A text in quotes is left as it is.
    """
    corrected = "".join(
        piece if piece.isascii() or piece[0] in "\"'" else likely_word(piece, _WORDS) or piece
        for piece in re.split(rf"({_QUOTED.pattern}|\s+)", body)
    )
    return corrected if corrected != body else ""
