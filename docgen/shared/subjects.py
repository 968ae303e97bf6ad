"""A judged period as the subject of a document that needs more beside it."""

from __future__ import annotations

from dataclasses import dataclass

from workbook.domain.findings import Finding
from workbook.domain.plan import Plan
from workbook.domain.results import Assessment


@dataclass(frozen=True)
class JudgedPeriod:
    """A judged period; what more a document needs stands in the fields of a subclass."""

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
