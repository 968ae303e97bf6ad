"""One measure through the years of a span, and the years whose milestones fell due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbook.domain.plan import Measure
from workbook.domain.results import Assessment, Change, MeasureResult
from workbook.domain.statuses import Status, worst
from workbook.domain.text_vi import fold

# Figures that are shown, and that nothing is said of.
_SHOWN_ONLY = frozenset({Status.INVALID, Status.NOT_DUE})


@dataclass(frozen=True)
class Movement:
    """From the first to the last comparable figure, by the rule's direction."""

    first: MeasureResult
    last: MeasureResult
    change: Change


@dataclass(frozen=True)
class Series:
    """A measure's results, one a year in their order; `area` is the report's own."""

    measure: Measure
    results: tuple[MeasureResult, ...]
    area: str

    def foreign_area(self, result: MeasureResult) -> str:
        """Return the other area that a figure is of; "" for one of the own, or for none."""
        return self.foreign_areas.get(result.period.year, "")

    @cached_property
    def foreign_areas(self) -> Mapping[int, str]:
        """The years whose figures are of another area, with its name as written."""
        own = fold(self.area)
        rows = {one.period.year: one.observation for one in self.results}
        return {
            year: row.area
            for year, row in rows.items()
            if row is not None and not row.converted and fold(row.area) != own
        }

    @cached_property
    def figures(self) -> tuple[MeasureResult, ...]:
        """The results with a value that can be compared with others."""
        return tuple(
            one for one in self.results if one.value is not None and one.status not in _SHOWN_ONLY
        )

    @cached_property
    def movement(self) -> Movement | None:
        """Compare the last figure with the first of its area; None where it has no other."""
        last = self.figures[-1] if self.figures else None
        if last is None or last.value is None:
            return None
        area = fold(self.foreign_area(last))
        first = next(one for one in self.figures if fold(self.foreign_area(one)) == area)
        if first is last or first.value is None:
            return None
        if first.value == last.value:
            return Movement(first, last, Change.SAME)
        higher = self.measure.milestones[0].rule.higher_is_better
        better = (last.value > first.value) == higher
        return Movement(first, last, Change.BETTER if better else Change.WORSE)

    @property
    def is_never_asked(self) -> bool:
        """Whether the plan asks nothing of the measure in any of the years."""
        return all(one.status is Status.NOT_DUE for one in self.results)

    @property
    def missing(self) -> tuple[int, ...]:
        """The years in which the plan asks for a figure and there is none."""
        return tuple(one.period.year for one in self.results if one.status is Status.NO_DATA)

    @property
    def breaches(self) -> tuple[MeasureResult, ...]:
        """The years, without a stated milestone, in which what is asked every year was missed."""
        stated = {stone.year for stone in self.measure.milestones if stone.year_stated}
        return tuple(
            one
            for one in self.results
            if one.status is Status.MISSED and one.period.year not in stated
        )


def is_asked(measure: Measure, year: int) -> bool:
    """Whether the plan asks something of a measure in a milestone's year.

    A milestone is due in it, or an earlier one is to be kept.
    """
    due = [stone.year for stone in measure.milestones if stone.year <= year]
    return measure.valid_in(year) and (year in due or (measure.keep and bool(due)))


@dataclass(frozen=True)
class MilestoneYear:
    """A year whose milestones fell due; `results` are those of the measures asked in it."""

    assessment: Assessment
    results: tuple[MeasureResult, ...]

    @property
    def year(self) -> int:
        """The year."""
        return self.assessment.period.year

    @property
    def missed(self) -> tuple[MeasureResult, ...]:
        """The measures that did not reach what was asked."""
        return tuple(one for one in self.results if one.status is Status.MISSED)

    @property
    def indicators(self) -> Mapping[int, Status]:
        """The indicators asked, each as good as the worst of its parts that are."""
        return {
            number: worst([one.status for one in self.results if one.measure.indicator == number])
            for number in dict.fromkeys(one.measure.indicator for one in self.results)
        }
