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

from docgen.template_check import words_vi as words
from docgen.template_check.faults_vi import Fault, TemplateFault, fault
from docgen.template_check.parts import TextBlock

OPENING = re.compile(r"\{[{%#]")
CLOSING = re.compile(r"[}%#]\}")
_MARK = re.compile(r"\{[{%#]|[}%#]\}")
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

    def fault(self, kind: Fault, **facts: str) -> TemplateFault:
        """Return a fault of this tag, with its place and the words around it."""
        shown = self.block.excerpt(self.start, self.end)
        return fault(kind, self.block.place, shown, **{"tag": self.text, **facts})


Report = Callable[[TemplateFault], None]


def tags(block: TextBlock, report: Report) -> Iterator[Tag]:
    """Yield the tags of a paragraph; what is half a tag is reported."""
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(block.text):
        found = mark.group()
        if opened is None and found in _CLOSING:
            opened = mark
        elif opened is None:
            facts = {"tag": found, "opening": _OPENING[found]}
            report(_half(block, Fault.NOT_OPENED, mark.start(), mark.end(), facts))
        elif found == _CLOSING[opened.group()]:
            yield from _tag(block, opened.start(), mark.end(), report)
            opened = None
        else:
            _unclosed(block, opened, mark.start(), report)
            opened = mark if found in _CLOSING else None
    if opened is not None:
        _unclosed(block, opened, len(block.text), report)


def single_braces(block: TextBlock) -> Iterator[tuple[str, str, int]]:
    """Yield names in single braces: the name, as typed, and where it stands."""
    for found in _ONE_BRACE.finditer(block.text):
        yield found.group(1), found.group(), found.start()


def _unclosed(block: TextBlock, mark: re.Match[str], end: int, report: Report) -> None:
    facts = {"tag": block.text[mark.start() : end], "closing": _CLOSING[mark.group()]}
    report(_half(block, Fault.UNCLOSED, mark.start(), end, facts))


def _half(
    block: TextBlock, kind: Fault, start: int, end: int, facts: dict[str, str]
) -> TemplateFault:
    return fault(kind, block.place, block.excerpt(start, end), **facts)


def _tag(block: TextBlock, start: int, end: int, report: Report) -> Iterator[Tag]:
    typed = block.text[start:end]
    inside = typed[2:-2].translate(_STRAIGHT)
    found = _KIND.match(inside)
    kind = Kind.PRINT if typed.startswith("{{") else Kind.INLINE
    if found and kind is Kind.INLINE and found.group() in _PLACES:
        kind = _PLACES[found.group()]
        inside = inside[found.end() :]
    trimmed = inside.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+")
    made = Tag(kind, " ".join(trimmed.split()), block, start, end)
    if trimmed != inside and not typed.startswith("{#"):
        report(made.fault(Fault.UNREADABLE, hint=words.NO_DASH))
        yield made  # so that its other half is not found alone
        return
    wrong = _wrong(made, typed, found)
    if wrong is None:
        yield made
    else:
        report(wrong)


def _wrong(tag: Tag, typed: str, special: re.Match[str] | None) -> TemplateFault | None:
    """Say why a closed tag is none of ours."""
    if typed.startswith("{#"):
        return tag.fault(Fault.COMMENT)
    if not tag.body:
        return tag.fault(Fault.UNREADABLE, hint=words.SEE_TAGS)
    # `{{p }}` prints a field named p; `{{p x }}` and `{%r x %}` are docxtpl's, not ours.
    if special and tag.kind in (Kind.PRINT, Kind.INLINE) and " " in tag.body:
        return tag.fault(Fault.WRONG_KIND, mark=typed[: 2 + special.end()], hint=words.KINDS)
    return None
