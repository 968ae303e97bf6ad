"""Gathers findings, and the measures that every component shares: size, style, place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.findings import Finding, finding
from docgen.form_check.reading.model import Paragraph
from docgen.form_check.rules import catalogue_vi
from docgen.form_check.rules.catalogue_vi import Fact
from docgen.shared.decree import Component, Range

_SIZE_TOLERANCE = 0.01
# What stands beside something else: outside a cell tabs or blanks place it.
_BESIDE_OTHERS = (
    Component.MOTTO, Component.SLOGAN, Component.SUPERIOR, Component.ISSUER, Component.NUMBER,
    Component.DATE, Component.SUBJECT, Component.AUTHORITY, Component.SIGNER,
)  # fmt: skip
_IN_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)?")


class Findings:
    """Findings while checks run; those that differ only in their location are counted."""

    def __init__(self) -> None:
        self._locations: dict[tuple[str, frozenset[tuple[str, str]]], list[str]] = {}

    def add(self, code: str, where: Paragraph | str = "", **facts: Fact) -> None:
        """Add a finding of the catalogue; without a location it is on the whole component."""
        if not isinstance(where, str):
            where = catalogue_vi.location(code, where.line)
        key = code, frozenset((name, catalogue_vi.written(fact)) for name, fact in facts.items())
        self._locations.setdefault(key, []).append(where or catalogue_vi.location(code))

    def expect(self, holds: object, code: str, where: Paragraph | str = "", **facts: Fact) -> None:
        """Add a finding where something does not hold."""
        if not holds:
            self.add(code, where, **facts)

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings in the order in which they were first added."""
        for (code, facts), locations in self._locations.items():
            kind, others = catalogue_vi.KINDS[code], len(locations) - 1
            where = f"{locations[0]} và {others} chỗ khác" if others else locations[0]
            yield finding(kind, where, clause=catalogue_vi.clause(kind.clause), **dict(facts))


def check_format(
    findings: Findings, component: Component, *lines: Paragraph, quoted: bool = False
) -> None:
    """Compare lines with their component's format; several are `quoted` in their locations."""
    code = component.code
    for line in lines:
        where = catalogue_vi.location(code, line.line if quoted or len(lines) > 1 else "")
        for size in dict.fromkeys(run.format.size for run in line.lettered):
            right = fits(size, component.sizes)
            findings.expect(right, f"{code}03", where, size=size, wanted=component.sizes)
        check_style(findings, component, line, where)
        capitals = component.capitals in (None, line.line.isupper())
        findings.expect(capitals, f"{code}05", where)
        placed = component in _BESIDE_OTHERS and (line.boxed or not line.cell)
        findings.expect(line.centred or placed or not component.centred, f"{code}06", where)


def check_style(findings: Findings, component: Component, line: Paragraph, where: str) -> None:
    """Compare bold and italic alone; italics only in brackets are a notice."""
    for run in line.lettered:
        bold = None if component.bold is None else run.format.bold
        italic = None if component.italic is None else run.format.italic
        if (bold, italic) == (component.bold, component.italic):
            continue
        if bold == component.bold and italic and _italic_in_brackets(line):
            findings.add("PC04", where)
        else:
            shown = catalogue_vi.style(bold, italic)
            wanted = catalogue_vi.style(component.bold, component.italic)
            findings.add(f"{component.code}04", where, shown=shown, wanted=wanted)
        return


def _italic_in_brackets(line: Paragraph) -> bool:
    """Whether no letter outside of brackets is italic, and some letter stands there."""
    outside = [run for piece in line.cut(_IN_BRACKETS) for run in piece.lettered]
    return bool(outside) and not any(run.format.italic for run in outside)


def fits(value: float, wanted: Range, tolerance: float = _SIZE_TOLERANCE) -> bool:
    """Whether a value lies in a range, its ends included."""
    return wanted[0] - tolerance <= value <= wanted[1] + tolerance
