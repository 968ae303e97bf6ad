"""What a document is about: a judged period or span, or the plan, and what more it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workbook.domain.findings import Finding
from workbook.domain.plan import Plan
from workbook.domain.results import Assessment


class Subject(Protocol):
    """What every document asks of its subject; an `Assessment` and a `Review` are subjects."""

    @property
    def plan(self) -> Plan:
        """The plan that is carried out."""

    @property
    def sample(self) -> bool:
        """Whether the figures are made up."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong in the figures of the document, or belongs to no period."""


@dataclass(frozen=True)
class JudgedPeriod:
    """A judged period, as the subject of a document that needs more beside it."""

    assessment: Assessment

    @property
    def plan(self) -> Plan:
        """The plan that is carried out."""
        return self.assessment.plan

    @property
    def sample(self) -> bool:
        """Whether the figures are made up."""
        return self.assessment.sample

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong in the figures of the period, or belongs to none."""
        return self.assessment.findings
