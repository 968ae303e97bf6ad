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
# What Word writes of tracked changes, but for the marks where moved texts begin and end.
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

# Characters that nobody sees and no tag needs; they may stand inside its marks too.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb"
)
_ANY_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_BETWEEN = f"[{_INVISIBLE}]*"
_NAMES = {
    "\u00ad": "dấu gạch nối ẩn",
    "\u200b": "dấu cách không độ rộng",
    "\u2060": "dấu nối không độ rộng",
    "\ufeff": "dấu đầu tệp (BOM)",
    **dict.fromkeys("\u200c\u200d", "dấu nối chữ"),
    **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e", "dấu chiều chữ"),
}
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
ONE_BRACE = re.compile(r"(?<![{\w])\{\s*([^\W\d][\w.]*)\s*\}(?!\})")
_MARK = re.compile(f"{OPENING.pattern}|{CLOSING.pattern}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_KIND = re.compile(r"(p|tr|tc|r)(?=\s|$)")
# Word's typographer, and the wide spaces of other keyboards.
_STRAIGHT = str.maketrans("\u201c\u201d\u201e\u2018\u2019\u00a0", '"""\'\' ')


@dataclass(eq=False)
class TextBlock:
    """A paragraph (or a property of the file): its text elements and what they say."""

    element: etree._Element
    part: str  # its Vietnamese name, "" for the body
    texts: list[etree._Element] = field(default_factory=list)

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
    for element in root.iter(f"{W}t"):
        paragraph = next(element.iterancestors(f"{W}p"), None)
        if paragraph is not None:
            found.setdefault(paragraph, TextBlock(paragraph, part)).texts.append(element)
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


# Takes a tag, the kind of finding on it, and its facts by name.
Report = Callable[..., None]


def tags_in(block: TextBlock, report: Report) -> Iterator[Tag]:
    """Yield the tags of a paragraph; what is half a tag is reported."""
    opened: re.Match[str] | None = None
    for match in (*_MARK.finditer(block.text), None):
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


def _tag(block: TextBlock, start: int, end: int, report: Report) -> Iterator[Tag]:
    """Yield what stands between two marks, if it is a tag; a slip in it is reported."""
    typed = visible(block.text[start:end])
    inside = typed[2:-2].translate(_STRAIGHT)
    special = _KIND.match(inside)
    holder = special.group() if special else ""
    kind = Kind.PRINT if typed.startswith("{{") else Kind.INLINE
    if kind is Kind.INLINE and holder in ("p", "tr", "tc"):
        kind, inside = Kind(f"{{%{holder}"), inside.removeprefix(holder)
    trimmed = inside.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+")
    tag = Tag(kind, " ".join(trimmed.split()), block, start, end)
    if hidden := invisible_in(tag.text):
        report(tag, catalogue_vi.INVISIBLE, characters=hidden)
    elif typed.startswith("{#"):
        report(tag, catalogue_vi.COMMENT)
        return
    elif trimmed != inside:
        report(tag, catalogue_vi.UNREADABLE, hint=catalogue_vi.NO_DASH)
    elif not tag.body:
        report(tag, catalogue_vi.UNREADABLE, hint=catalogue_vi.SEE_TAGS)
        return
    # `{{p }}` prints a field named p; `{{p x }}` and `{%r x %}` are docxtpl's, not ours.
    elif holder and kind in (Kind.PRINT, Kind.INLINE) and " " in tag.body:
        mark = typed[: 2 + len(holder)]
        report(tag, catalogue_vi.WRONG_KIND, mark=mark, hint=catalogue_vi.KINDS_OF_TAGS)
        return
    yield tag  # even with a slip: its other half is not to be found alone


def visible(text: str) -> str:
    """Return a text without its invisible characters."""
    return _ANY_INVISIBLE.sub("", text)


def invisible_in(text: str) -> str:
    """Name the invisible characters of a text, such as `dấu chiều chữ (U+200E)`; "" for none."""
    found = dict.fromkeys(_ANY_INVISIBLE.findall(text))
    return ", ".join(
        f"{_NAMES.get(sign, 'ký tự điều khiển')} (U+{ord(sign):04X})" for sign in found
    )


def likely_word(word: str, known: Iterable[str], *, near: bool = True) -> str:
    """Return the known word that was most likely typed, "" where there is none.

    A word that Telex has turned (`ì`, `fỏ`, `endìf`) is told by its keys, one with marks too
    many by its letters; `near` lets a few wrong letters pass.
    """
    words = list(known)
    letters, keys = plain(word), sorted(_keys(word))
    same = (known for known in words if known == letters or sorted(known) == keys)
    return next(same, nearest(word, words) if near else "")


def meant(name: str, paths: Mapping[str, str], otherwise: str) -> str:
    """Return the hint that names the path of the name most likely meant, else the other one."""
    near = likely_word(name, paths)
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
        piece
        if piece.isascii() or piece[0] in "\"'"
        else likely_word(piece, _WORDS, near=False) or piece
        for piece in re.split(r'("[^"]*"|\'[^\']*\'|\s+)', body)
    )
    return corrected if corrected != body else ""
