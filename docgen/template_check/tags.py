"""Finds the tags in a text: `{{ … }}`, `{% … %}`, `{%p … %}`, `{%tr … %}`, `{%tc … %}`.

A tag lies within one paragraph. What only looks like one (not closed, not opened, one
brace) is a fault; nothing here asks what a tag means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from docgen.findings import Finding, FindingKind
from docgen.template_check import catalogue_vi, words_vi
from docgen.template_check.parts import TextBlock
from docgen.template_check.typing_vi import BETWEEN, invisible_in, visible

OPENING = re.compile(rf"\{{{BETWEEN}[{{%#]")
CLOSING = re.compile(rf"[}}%#]{BETWEEN}\}}")
_MARK = re.compile(f"{OPENING.pattern}|{CLOSING.pattern}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_KIND = re.compile(r"(p|tr|tc|r)(?=[\s]|$)")
_ONE_BRACE = re.compile(r"(?<![{\w])\{\s*([^\W\d][\w.]*)\s*\}(?!\})")
# Word's typographer, and the wide spaces of other keyboards.
_STRAIGHT = str.maketrans("\u201c\u201d\u201e\u2018\u2019\u00a0", '"""\'\' ')


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


_PLACES = {"p": Kind.PARAGRAPH, "tr": Kind.ROW, "tc": Kind.COLUMN}


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
        """The first word of a `{% … %}` tag."""
        return self.body.partition(" ")[0]

    @property
    def anchor(self) -> etree._Element:
        """The text element in which it begins."""
        return self.block.anchor(self.start)

    def finding(self, kind: FindingKind, **facts: str) -> Finding:
        """Return a finding on this tag, with its location and the words around it."""
        shown = self.block.excerpt(self.start, self.end)
        return catalogue_vi.found(kind, self.block.location, shown, **{"tag": self.text, **facts})


Report = Callable[[Finding], None]


def tags(block: TextBlock, report: Report) -> Iterator[Tag]:
    """Yield the tags of a paragraph; what is half a tag is reported."""
    opened: re.Match[str] | None = None
    for place in _MARK.finditer(block.text):
        mark = visible(place.group())
        if opened is None and mark in _CLOSING:
            opened = place
        elif opened is None:
            half = Tag(Kind.PRINT, "", block, place.start(), place.end())
            report(half.finding(catalogue_vi.NOT_OPENED, opening=_OPENING[mark]))
        elif mark == _CLOSING[visible(opened.group())]:
            yield from _tag(block, opened.start(), place.end(), report)
            opened = None
        else:
            report(_unclosed(block, opened, place.start()))
            opened = place if mark in _CLOSING else None
    if opened is not None:
        report(_unclosed(block, opened, len(block.text)))


def single_braces(block: TextBlock) -> Iterator[tuple[str, str, int]]:
    """Yield names in single braces: the name, as typed, and where it stands."""
    for found in _ONE_BRACE.finditer(block.text):
        yield found.group(1), found.group(), found.start()


def _unclosed(block: TextBlock, opened: re.Match[str], end: int) -> Finding:
    half = Tag(Kind.PRINT, "", block, opened.start(), end)
    return half.finding(catalogue_vi.UNCLOSED, closing=_CLOSING[visible(opened.group())])


def _tag(block: TextBlock, start: int, end: int, report: Report) -> Iterator[Tag]:
    typed = visible(block.text[start:end])
    inside = typed[2:-2].translate(_STRAIGHT)
    special = _KIND.match(inside)
    kind = Kind.PRINT if typed.startswith("{{") else Kind.INLINE
    if special and kind is Kind.INLINE and special.group() in _PLACES:
        kind = _PLACES[special.group()]
        inside = inside[special.end() :]
    trimmed = inside.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+")
    tag = Tag(kind, " ".join(trimmed.split()), block, start, end)
    hidden = invisible_in(tag.text)
    if hidden:
        report(tag.finding(catalogue_vi.INVISIBLE, characters=hidden))
    elif trimmed != inside and not typed.startswith("{#"):
        report(tag.finding(catalogue_vi.UNREADABLE, hint=words_vi.NO_DASH))
    elif wrong := _wrong(tag, typed, special):
        report(wrong)
        return
    yield tag  # even so: its other half is not to be found alone


def _wrong(tag: Tag, typed: str, special: re.Match[str] | None) -> Finding | None:
    """Say why a closed tag is none of ours."""
    if typed.startswith("{#"):
        return tag.finding(catalogue_vi.COMMENT)
    if not tag.body:
        return tag.finding(catalogue_vi.UNREADABLE, hint=words_vi.SEE_TAGS)
    # `{{p }}` prints a field named p; `{{p x }}` and `{%r x %}` are docxtpl's, not ours.
    if special and tag.kind in (Kind.PRINT, Kind.INLINE) and " " in tag.body:
        mark = typed[: 2 + special.end()]
        return tag.finding(catalogue_vi.WRONG_KIND, mark=mark, hint=words_vi.KINDS)
    return None
