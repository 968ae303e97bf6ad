"""Lists that Word numbers itself: the label of each paragraph, and a level's indents.

A label (`a)`, `I.`, `-`) stands in no run and counts as much as a typed one. Source: ECMA-376
part 1, 17.9.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from docgen.form_check.opening import W
from docgen.form_check.reading.properties import PARAGRAPH, VAL, Properties, child, stated

_BULLETS = str.maketrans({"\uf02d": "-", "–": "-", "—": "-", "\u2010": "-", "\u2011": "-"})
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class _Level(NamedTuple):
    start: int
    kind: str
    text: str
    indents: Properties


class Numbering:
    """The lists of a document; `label` counts on, so paragraphs come in their order."""

    def __init__(self, part: etree._Element) -> None:
        self._levels: dict[tuple[str, str], _Level] = {}
        self._counters: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        abstract = {
            definition.get(f"{W}abstractNumId", ""): definition
            for definition in part.iter(f"{W}abstractNum")
        }
        for instance in part.iter(f"{W}num"):
            key, base = instance.get(f"{W}numId", ""), child(instance, "abstractNumId").get(VAL, "")
            overridden = list(instance.iter(f"{W}lvlOverride"))
            # A list that starts anew counts for itself; the others share their counts.
            self._counters[key] = f"num {key}" if overridden else base
            for holder in [*([abstract[base]] if base in abstract else []), *overridden]:
                for level in holder.iter(f"{W}lvl"):
                    start = child(level, "start").get(VAL, "1")
                    self._levels[key, level.get(f"{W}ilvl", "0")] = _Level(
                        start=int(start) if start.isdecimal() else 1,
                        kind=child(level, "numFmt").get(VAL, "decimal"),
                        text=child(level, "lvlText").get(VAL, ""),
                        indents=stated(child(level, "pPr"), PARAGRAPH),
                    )

    def indents(self, key: str, level: str) -> Properties:
        """Return the paragraph properties of a list's level, {} where there is none."""
        found = self._levels.get((key, level))
        return found.indents if found else {}

    def label(self, key: str, level: str) -> str:
        """Return the label of the next paragraph of a list, "" where it has none."""
        found = self._levels.get((key, level))
        if found is None or not level.isdecimal():
            return ""
        counts, depth = self._counts.setdefault(self._counters[key], {}), int(level)
        counts[depth] = counts.get(depth, found.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        text = found.text
        if found.kind == "bullet":
            return text.translate(_BULLETS)
        for number in range(depth + 1):
            above = self._levels.get((key, str(number)), found)
            count = counts.get(number, above.start)
            text = text.replace(f"%{number + 1}", _written(count, above.kind))
        return text


def _written(number: int, kind: str) -> str:
    if kind == "none":
        return ""
    if kind.endswith("Letter"):
        written = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif kind.endswith("Roman"):
        written = roman(number)
    else:
        written = f"{number:02d}" if kind == "decimalZero" else str(number)
    return written.upper() if kind.startswith("upper") else written


def roman(number: int) -> str:
    """Write a number above 0 in small Roman numerals."""
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written
