"""Gathers findings, and the measures that every component shares: size, style, place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.findings import Finding, finding
from docgen.form_check.reading.model import Paragraph
from docgen.form_check.rules import catalogue_vi as vi
from docgen.shared.decree import Component, Range

_SIZE_TOLERANCE = 0.01
# What stands beside something else: outside a cell tabs or blanks place it.
_BESIDE_OTHERS = frozenset(
    {
        Component.MOTTO, Component.SLOGAN, Component.SUPERIOR, Component.ISSUER, Component.NUMBER,
        Component.DATE, Component.SUBJECT, Component.AUTHORITY, Component.SIGNER,
    }
)  # fmt: skip


@dataclass
class Findings:
    """Findings while checks run; those that differ only in their location are counted."""

    _locations: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[str]] = field(
        default_factory=dict
    )

    def add(self, code: str, location: str, clause: str = "", **facts: str) -> None:
        """Add a finding of the catalogue; `clause` overrides the catalogue's own."""
        key = code, clause, tuple(sorted(facts.items()))
        self._locations.setdefault(key, []).append(location)

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings in the order in which they were first added."""
        for (code, clause, facts), locations in self._locations.items():
            kind = vi.KINDS[code]
            cited = vi.clause(clause or kind.clause)
            yield finding(kind, vi.locations(locations), clause=cited, **dict(facts))


def location_of(component: Component, paragraph: Paragraph, *, quoted: bool = True) -> str:
    """Name a location: the component, with its text where there may be several."""
    name = vi.NAMES[component]
    return f"{name} {vi.quote(paragraph.line)}" if quoted else name


def check_format(
    findings: Findings, component: Component, paragraph: Paragraph, *, quoted: bool = False
) -> None:
    """Compare a paragraph with its component's format; `quoted` names it by its text too."""
    wanted, location = component.format, location_of(component, paragraph, quoted=quoted)
    for size in dict.fromkeys(run.format.size for run in paragraph.lettered):
        if not fits(size, wanted.sizes):
            sizes = vi.points(wanted.sizes)
            findings.add(f"{wanted.code}03", location, size=vi.number(size), wanted=sizes)
    check_style(findings, component, paragraph, location)
    if wanted.capitals is not None and paragraph.line.isupper() is not wanted.capitals:
        findings.add(f"{wanted.code}05", location)
    by_alignment = component not in _BESIDE_OTHERS or (paragraph.cell and not paragraph.boxed)
    if wanted.centred and by_alignment and not paragraph.centred:
        findings.add(f"{wanted.code}06", location)


def check_style(
    findings: Findings, component: Component, paragraph: Paragraph, location: str
) -> None:
    """Compare bold and italic alone; italics only in brackets are a notice."""
    wanted = component.format
    for run in paragraph.lettered:
        bold = None if wanted.bold is None else run.format.bold
        italic = None if wanted.italic is None else run.format.italic
        if (bold, italic) == (wanted.bold, wanted.italic):
            continue
        if bold == wanted.bold and italic and _italic_in_brackets(paragraph):
            findings.add("PC04", location)
            return
        shown = vi.style(bold=bold, italic=italic)
        asked = vi.style(bold=wanted.bold, italic=wanted.italic)
        findings.add(f"{wanted.code}04", location, shown=shown, wanted=asked)
        return


def _italic_in_brackets(paragraph: Paragraph) -> bool:
    """Whether every italic letter stands in brackets, and some letter does not."""
    depth, outside = 0, False
    for run in paragraph.runs:
        for letter in run.text:
            depth += (letter == "(") - (letter == ")")
            if depth <= 0 and letter.isalnum():
                if run.format.italic:
                    return False
                outside = True
    return outside


def fits(value: float, wanted: Range, tolerance: float = _SIZE_TOLERANCE) -> bool:
    """Whether a value lies in a range, its ends included."""
    return wanted[0] - tolerance <= value <= wanted[1] + tolerance
