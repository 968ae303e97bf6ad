"""Findings on a document's form: what is wrong, where, by which clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.form_check import wording_vi as vi
from docgen.form_check.messages_vi import FAULTS, sentence
from workbook.domain.findings import Severity


@dataclass(frozen=True)
class FormFinding:
    """One fault of form; like faults of many places are one finding.

    `place` names the component or quotes the text; `clause` is "" where no clause of the
    decree is broken; `message` holds place, problem, what to do and the clause.
    """

    code: str
    severity: Severity
    place: str
    clause: str
    message: str


@dataclass
class Found:
    """Gathers faults while checks run; what differs only in its place is counted."""

    _places: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[str]] = field(
        default_factory=dict
    )

    def add(self, code: str, place: str, clause: str = "", **facts: str) -> None:
        """Note a fault of the catalogue; `clause` overrides the catalogue's own."""
        key = code, clause, tuple(sorted(facts.items()))
        self._places.setdefault(key, []).append(place)

    def findings(self) -> Iterator[FormFinding]:
        """Yield the findings in the order in which they were first seen."""
        for (code, clause, facts), places in self._places.items():
            fault = FAULTS[code]
            cited = clause or fault.clause
            place = vi.places(places)
            yield FormFinding(
                code=code,
                severity=fault.severity,
                place=place,
                clause=vi.clause(cited),
                message=sentence(fault, place, cited, dict(facts)),
            )
