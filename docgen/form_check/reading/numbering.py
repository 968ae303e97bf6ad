"""Lists that Word numbers itself: the label of each paragraph, and a level's indents.

Source: ECMA-376 part 1, 17.9. A label is text that stands in no run; `a)`, `I.` or `-`
count for the form as much as typed ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from docgen.form_check.opening import W
from docgen.form_check.reading.properties import Properties, paragraph_properties

_BULLETS = str.maketrans({"\uf02d": "-", "–": "-", "—": "-", "\u2010": "-", "\u2011": "-"})
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class _Level:
    start: int
    kind: str
    text: str
    indents: Properties


@dataclass
class Numbering:
    """The lists of a document; `label` counts on, so paragraphs come in their order."""

    part: etree._Element | None
    _levels: dict[tuple[str, str], _Level] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.part is None:
            return
        abstract = {
            definition.get(f"{W}abstractNumId", ""): definition
            for definition in self.part.iter(f"{W}abstractNum")
        }
        for instance in self.part.iter(f"{W}num"):
            key = instance.get(f"{W}numId", "")
            base = instance.find(f"{W}abstractNumId")
            name = base.get(f"{W}val", "") if base is not None else ""
            levels = list(abstract[name].iter(f"{W}lvl")) if name in abstract else []
            overridden = list(instance.iter(f"{W}lvlOverride"))
            # A list that starts anew counts for itself; the others share their counts.
            self._abstract[key] = f"num {key}" if overridden else name
            for level in [*levels, *(lvl for part in overridden for lvl in part.iter(f"{W}lvl"))]:
                self._levels[key, level.get(f"{W}ilvl", "0")] = _level(level)

    def indents(self, key: str, level: str) -> Properties:
        """Return the paragraph properties of a list's level, {} where there is none."""
        stated = self._levels.get((key, level))
        return stated.indents if stated else {}

    def label(self, key: str, level: str) -> str:
        """Return the label of the next paragraph of a list, "" where it has none."""
        stated = self._levels.get((key, level))
        if stated is None or not level.isdecimal():
            return ""
        counter, depth = self._abstract[key], int(level)
        self._counts[counter, depth] = self._counts.get((counter, depth), stated.start - 1) + 1
        for deeper in [key for key in self._counts if key[0] == counter and key[1] > depth]:
            del self._counts[deeper]
        if stated.kind == "bullet":
            return stated.text.translate(_BULLETS)
        text = stated.text
        for number in range(depth + 1):
            above = self._levels.get((key, str(number)), stated)
            count = self._counts.get((counter, number), above.start)
            text = text.replace(f"%{number + 1}", _written(count, above.kind))
        return text


def _level(element: etree._Element) -> _Level:
    def value(name: str, otherwise: str) -> str:
        child = element.find(f"{W}{name}")
        return child.get(f"{W}val", otherwise) if child is not None else otherwise

    start = value("start", "1")
    return _Level(
        start=int(start) if start.isdecimal() else 1,
        kind=value("numFmt", "decimal"),
        text=value("lvlText", ""),
        indents=paragraph_properties(element.find(f"{W}pPr")),
    )


def _written(number: int, kind: str) -> str:
    if kind == "none":
        return ""
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        return roman(number) if kind == "lowerRoman" else roman(number).upper()
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def roman(number: int) -> str:
    """Write a number above 0 in small Roman numerals."""
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written
