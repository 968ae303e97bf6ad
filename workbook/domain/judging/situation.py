"""One measure in one period as the rules see it.

Printing and the small-number note judge the same situation again with another value
(as printed; one case more or fewer), so everything a status rests on is gathered here.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Milestone, Rule
from workbook.domain.settings import Interim


@dataclass(frozen=True)
class Point:
    """A value (in the measure's units) at a time in years."""

    time: Fraction
    value: Fraction


@dataclass(frozen=True)
class Situation:
    """A measure with a value in a period.

    `units` is how many children or cases make one unit of the value, `baseline` the
    usable one; `broken` says that there is a baseline, but of another area.
    """

    measure: Measure
    period: Period
    interim: Interim
    value: Fraction
    units: Fraction | None
    baseline: Point | None = None
    broken: bool = False

    @cached_property
    def time(self) -> Fraction:
        """The period's time t."""
        return self.period.time

    @cached_property
    def ahead(self) -> Milestone:
        """The next milestone: the first with year >= t, else the last."""
        return milestone_ahead(self.measure, self.time)

    @cached_property
    def due(self) -> Milestone | None:
        """The latest milestone already due (year <= t)."""
        past = [stone for stone in self.measure.milestones if stone.year <= self.time]
        return past[-1] if past else None

    @property
    def asks_for_none(self) -> bool:
        """Whether a count must be 0: one child harmed is never "on track"."""
        return self.measure.kind is Kind.COUNT and self.ahead.rule is Rule.ZERO

    def baseline_for(self, stone: Milestone) -> Point | None:
        """Return the baseline a `falls` milestone is compared with; it lies before it."""
        if self.baseline is None or self.baseline.time >= stone.year:
            return None
        return self.baseline

    def meets(self, stone: Milestone, value: Fraction | None = None) -> bool | None:
        """Tell whether the value (the situation's own, if not given) meets a milestone.

        Returns:
            None for a `falls` milestone without a usable baseline, unless the value is 0.
        """
        reached = self.value if value is None else value
        target = stone.value or Fraction(0)
        match stone.rule:
            case Rule.AT_LEAST:
                return reached >= target
            case Rule.AT_MOST:
                return reached <= target
            case Rule.BELOW:
                return reached < target
            case Rule.ZERO:
                return reached == 0
            case Rule.YES:
                return reached == 1
            case Rule.FALLS:
                base = self.baseline_for(stone)
                if reached == 0:
                    return True
                return None if base is None else reached < base.value

    def is_worse(self, one: Fraction, other: Fraction) -> bool:
        """Tell whether a value is worse than another, by the next milestone's direction."""
        return one < other if self.ahead.rule.higher_is_better else one > other

    @cached_property
    def start(self) -> Point | None:
        """The path's start: the latest due milestone with a value, else the baseline.

        A met `falls` milestone starts from the baseline's value in its own year.
        """
        for stone in reversed(self.measure.milestones):
            if stone.year > self.time:
                continue
            if stone.rule is Rule.FALLS:
                base = self.baseline_for(stone)
                if base is not None and self.meets(stone):
                    return Point(Fraction(stone.year), base.value)
            elif stone.rule is Rule.ZERO:
                return Point(Fraction(stone.year), Fraction(0))
            elif stone.value is not None:
                return Point(Fraction(stone.year), stone.value)
        return self.baseline


def milestone_ahead(measure: Measure, time: Fraction) -> Milestone:
    """Return the next milestone of a measure: the first with year >= t, else the last."""
    stones = measure.milestones
    return next((stone for stone in stones if stone.year >= time), stones[-1])
