"""What a check of a Word file finds, in a template and in a document alike.

A catalogue is a table of `FindingKind`, one row a code; a finding is a row of it with the
place and the facts of one file.
"""

from __future__ import annotations

from typing import NamedTuple

from workbook.domain.findings import Severity


class FindingKind(NamedTuple):
    """A row of a catalogue: a code that never changes, and the words that may.

    `problem` and `remedy` are the parts of the sentence, without their full stops; `{…}` in
    them are facts.
    """

    code: str
    severity: Severity
    problem: str
    remedy: str
    clause: str = ""  # of the decree, where one is broken


class Finding(NamedTuple):
    """One finding in a file."""

    kind: FindingKind
    location: str  # in Vietnamese: a component, a paragraph, the whole file
    excerpt: str  # the words that stand there, "" where the whole file is meant
    clause: str  # of the decree, written out in Vietnamese, "" where none is broken
    message: str  # the whole sentence: where, what is wrong, what to do

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.kind.severity

    @property
    def blocks(self) -> bool:
        """Whether it must be corrected before the file can be used."""
        return self.severity is Severity.ERROR


def finding(
    kind: FindingKind, location: str, *, excerpt: str = "", clause: str = "", **facts: str
) -> Finding:
    """Return a finding whose message reads `location “excerpt”: problem. Remedy (clause)`."""
    where = f"{location} “{excerpt}”" if excerpt else location
    problem, remedy = kind.problem.format(**facts), kind.remedy.format(**facts)
    cited = f" ({clause})" if clause else ""
    return Finding(kind, location, excerpt, clause, f"{where}: {problem}. {remedy}{cited}.")
