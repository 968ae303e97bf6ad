"""What judging yields: one record a measure, an indicator, a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.plan import Measure, Milestone, Plan
from workbook.domain.register import FundingResult, Observation, TaskResult
from workbook.domain.settings import Settings
from workbook.domain.statuses import Status


class Change(Enum):
    """How a value moved since the same period last year, by the rule's direction."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True)
class Verdict:
    """Status with what it rests on; `label` is what officials read.

    `required` is the value asked of the period, in the measure's units; `failed` is the
    milestone not met (MISSED, BELOW), `next` the one ahead (or the last).
    """

    status: Status
    label: str
    next: Milestone | None = None
    failed: Milestone | None = None
    required: Fraction | None = None
    start: tuple[Fraction, Fraction] | None = None  # (year, value) of the path's start
    broken_series: bool = False  # the start point lies in another area


@dataclass(frozen=True)
class Interval:
    """A 95 % interval, in the measure's units."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class Trend:
    """Change since last year and the forecast at the next milestone.

    `yearly_change` is the change a year needed from now on to meet it.
    """

    previous: Observation | None = None
    previous_value: Fraction | None = None
    change: Change | None = None
    forecast_year: int | None = None
    forecast: Fraction | None = None
    yearly_change: Fraction | None = None


@dataclass(frozen=True)
class MeasureResult:
    """Everything said of one measure in one period.

    `shown` is the value as printed ("99,46%", "2 trường hợp", "Có"; "" when none);
    `decimals` the digits after the comma it needs so that it never contradicts the
    status. Gaps: above 0 short of (or over) by so many, 0 or less met, None no gap.
    """

    measure: Measure
    period: Period
    verdict: Verdict
    observation: Observation | None
    baseline: Observation | None
    value: Fraction | None
    shown: str
    decimals: int
    gap_next: int | None
    gap_required: int | None
    interval: Interval | None
    note: str | None
    trend: Trend
    explanation: str

    @property
    def status(self) -> Status:
        """The status in the period."""
        return self.verdict.status

    @property
    def label(self) -> str:
        """The status in Vietnamese, with year and "tạm tính" where they belong."""
        return self.verdict.label


@dataclass(frozen=True)
class Assessment:
    """A whole period judged. `results` are in the plan's order."""

    plan: Plan
    period: Period
    settings: Settings
    results: tuple[MeasureResult, ...]
    indicators: Mapping[int, Status]
    tasks: Mapping[str, TaskResult]
    funding: Mapping[str, FundingResult]
    findings: tuple[Finding, ...]  # of this period, or of none
    sample: bool = False

    @property
    def by_id(self) -> Mapping[str, MeasureResult]:
        """The results by measure id."""
        return {result.measure.id: result for result in self.results}

    @property
    def lagging(self) -> tuple[MeasureResult, ...]:
        """The measures behind, the most serious first, then in the plan's order."""
        behind = [result for result in self.results if result.status.is_lagging]
        return tuple(sorted(behind, key=lambda result: result.status.weight))

    @property
    def without_figures(self) -> tuple[MeasureResult, ...]:
        """The measures without data: a blank must never look better than a bad figure."""
        return tuple(r for r in self.results if r.status is Status.NO_DATA)
