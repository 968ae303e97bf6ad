"""Gathers findings, and the measures that every component shares: size, style, place."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings import Finding, finding
from docgen.form_check.reading.model import Paragraph
from docgen.form_check.rules import catalogue_vi as vi
from docgen.shared.decree import Component, Range

_SIZE_TOLERANCE = 0.01
# What stands beside something else: outside a cell tabs or blanks place it.
_BESIDE_OTHERS = (
    Component.MOTTO, Component.SLOGAN, Component.SUPERIOR, Component.ISSUER, Component.NUMBER,
    Component.DATE, Component.SUBJECT, Component.AUTHORITY, Component.SIGNER,
)  # fmt: skip


class Findings:
    """Findings while checks run; those that differ only in their location are counted."""

    def __init__(self) -> None:
        self._locations: dict[tuple[str, tuple[tuple[str, str], ...]], list[str]] = {}

    def add(self, code: str, where: Paragraph | str = "", **facts: str) -> None:
        """Add a finding of the catalogue; without a location it is on the whole component."""
        if not where:
            where = vi.NAMES.get(code[:2], vi.DOCUMENT)
        elif isinstance(where, Paragraph):
            where = vi.location(code, where.line)
        self._locations.setdefault((code, tuple(sorted(facts.items()))), []).append(where)

    def expect(self, holds: object, code: str, where: Paragraph | str = "", **facts: str) -> None:
        """Add a finding where something does not hold."""
        if not holds:
            self.add(code, where, **facts)

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings in the order in which they were first added."""
        for (code, facts), locations in self._locations.items():
            kind, others = vi.KINDS[code], len(locations) - 1
            where = f"{locations[0]} và {others} chỗ khác" if others else locations[0]
            yield finding(kind, where, clause=vi.clause(kind.clause), **dict(facts))


def check_format(
    findings: Findings, component: Component, *lines: Paragraph, quoted: bool = False
) -> None:
    """Compare lines with their component's format; several are `quoted` in their locations."""
    wanted = component.format
    for line in lines:
        named = quoted or len(lines) > 1
        where = vi.location(wanted.code, line.line) if named else vi.NAMES[wanted.code]
        for size in dict.fromkeys(run.format.size for run in line.lettered):
            if not fits(size, wanted.sizes):
                sizes = vi.points(wanted.sizes)
                findings.add(f"{wanted.code}03", where, size=vi.number(size), wanted=sizes)
        check_style(findings, component, line, where)
        capitals = wanted.capitals in (None, line.line.isupper())
        findings.expect(capitals, f"{wanted.code}05", where)
        if wanted.centred and (component not in _BESIDE_OTHERS or (line.cell and not line.boxed)):
            findings.expect(line.centred, f"{wanted.code}06", where)


def check_style(findings: Findings, component: Component, line: Paragraph, where: str) -> None:
    """Compare bold and italic alone; italics only in brackets are a notice."""
    wanted = component.format
    for run in line.lettered:
        bold = None if wanted.bold is None else run.format.bold
        italic = None if wanted.italic is None else run.format.italic
        if (bold, italic) == (wanted.bold, wanted.italic):
            continue
        if bold == wanted.bold and italic and _italic_in_brackets(line):
            findings.add("PC04", where)
        else:
            shown, asked = vi.style(bold, italic), vi.style(wanted.bold, wanted.italic)
            findings.add(f"{wanted.code}04", where, shown=shown, wanted=asked)
        return


def _italic_in_brackets(paragraph: Paragraph) -> bool:
    """Whether every italic letter stands in brackets, and some letter does not."""
    depth, outside = 0, []
    for run in paragraph.runs:
        for letter in run.text:
            depth += (letter == "(") - (letter == ")")
            if depth <= 0 and letter.isalnum():
                outside.append(run.format.italic)
    return bool(outside) and not any(outside)


def fits(value: float, wanted: Range, tolerance: float = _SIZE_TOLERANCE) -> bool:
    """Whether a value lies in a range, its ends included."""
    return wanted[0] - tolerance <= value <= wanted[1] + tolerance
