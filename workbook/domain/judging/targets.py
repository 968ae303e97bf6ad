"""What a year asks of every measure, and how far last year's figures are from it.

A plan for a year is made before the year has figures: its targets follow from the
plan's milestones and the way of judging the years between them, its distances from the
figures of the year before. Source: reference methods, sections 2 (pace) and 3 (gap).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from workbook.domain.judging.gaps import gap
from workbook.domain.judging.history import PastValue
from workbook.domain.judging.pace import required_value
from workbook.domain.judging.printing import MOST, print_value, printed_level
from workbook.domain.judging.situation import Point, Situation
from workbook.domain.judging.values import observed_value, units_per_value
from workbook.domain.numbers_vi import round_half_up
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Milestone, Rule
from workbook.domain.register import Observation
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status
from workbook.domain.text_vi import fold


@dataclass(frozen=True)
class Target:
    """What a year asks of a measure, beside the figures of the year before.

    `asked` is None where no line can be drawn (no start point, or the plan asks nothing
    yet of such a measure): the office must set the target itself. `missing` is how many
    children or cases last year's figures are short of it, or over it; 0 or less: met.
    """

    measure: Measure
    year: int
    asked: Milestone | None
    ahead: Milestone  # the plan's next milestone, or its last
    last: Observation | None
    value: Fraction | None
    shown: str  # last year's value as printed, "" where there is none
    missing: int | None

    @property
    def met(self) -> bool | None:
        """Whether last year's value meets the target; None where nothing can be said."""
        if self.asked is None or self.value is None:
            return None
        return _meets(self.measure, self.value, self.asked)


def targets_of(assessment: Assessment, year: int) -> tuple[Target, ...]:
    """Return the targets of a year for every measure that the plan asks for in it.

    Args:
        assessment: the whole year of a sổ, judged.
        year: the sổ's year, or the next.
    """
    return tuple(
        _target(assessment, result, year)
        for result in assessment.results
        if result.measure.valid_in(year)
    )


def _target(assessment: Assessment, result: MeasureResult, year: int) -> Target:
    measure = result.measure
    last, fewest = _last_year(result, year)
    value = observed_value(measure, last)
    base = _baseline(assessment, result, last)
    way = assessment.settings.interim
    asked = asked_of(measure, year, way, value, base)
    missing = None if asked is None or last is None else _missing(measure, asked, last)
    target = Target(
        measure=measure,
        year=year,
        asked=asked,
        ahead=_situation(measure, year, way, value).ahead,
        last=last,
        value=value,
        shown="",
        missing=missing,
    )
    if value is None:
        return target
    return replace(target, shown=print_value(measure, value, _decimals(target, fewest)))


def _last_year(result: MeasureResult, year: int) -> tuple[Observation | None, int]:
    """Return the figures of the year before, and the decimals they print with at least."""
    if year == result.period.year:
        return result.trend.previous, result.decimals
    usable = result.status not in (Status.INVALID, Status.NOT_DUE)
    return (result.observation if usable else None), result.decimals


def _baseline(
    assessment: Assessment, result: MeasureResult, last: Observation | None
) -> Point | None:
    """Return the usable baseline; the first year of figures is one for the next year."""
    base = result.baseline or last
    value = observed_value(result.measure, base)
    if base is None or value is None:
        return None
    past = PastValue(base, value, fold(base.area) == fold(assessment.settings.area))
    return Point(Fraction(base.period.year), value) if past.usable else None


def asked_of(
    measure: Measure,
    year: int,
    interim: Interim,
    value: Fraction | None,
    baseline: Point | None,
) -> Milestone | None:
    """Return what a year asks, as a milestone of that year.

    Args:
        measure: valid in the year.
        year: the year planned.
        interim: how the years between milestones are judged.
        value: the value of the year before; where a milestone asked that it fall, the
            path's start depends on it.
        baseline: the usable baseline.
    """
    situation = _situation(measure, year, interim, value, baseline)
    ahead, due = situation.ahead, situation.due
    if ahead.year == year and ahead.rule is Rule.FALLS:
        base = situation.baseline_for(ahead)
        return ahead if base is None else replace(ahead, value=base.value)
    if ahead.year == year or situation.asks_for_none:
        return replace(ahead, year=year)
    if measure.kind is Kind.YES_NO:
        return None if due is None else replace(due, year=year)
    if due is not None and _hangs_on_a_blank(situation, due, value):
        return None
    required = required_value(situation)
    if required is not None:
        held = interim is Interim.HOLD and due is not None
        return _between(measure, year, due.rule if held and due else ahead.rule, required)
    if due is not None:
        return replace(due, year=year)
    start = situation.start
    return replace(ahead, year=year) if start and situation.meets(ahead, start.value) else None


def _hangs_on_a_blank(situation: Situation, due: Milestone, value: Fraction | None) -> bool:
    """Whether a milestone asked that the value fall, and nobody can tell whether it did."""
    return due.rule is Rule.FALLS and (value is None or situation.baseline_for(due) is None)


def _between(measure: Measure, year: int, rule: Rule, required: Fraction) -> Milestone:
    """Return a level between milestones; counts are whole, and a path to 0 allows what it asks."""
    if rule is Rule.ZERO and required > 0:
        rule = Rule.AT_MOST
    if measure.kind is Kind.COUNT:
        required = Fraction(ceil(required) if rule.higher_is_better else floor(required))
    return Milestone(year, rule, required)


def _situation(
    measure: Measure,
    year: int,
    interim: Interim,
    value: Fraction | None,
    baseline: Point | None = None,
) -> Situation:
    return Situation(measure, Period(year), interim, value or Fraction(0), None, baseline)


def _meets(measure: Measure, value: Fraction, asked: Milestone) -> bool | None:
    if asked.rule is Rule.FALLS and asked.value is not None:
        return value == 0 or value < asked.value
    return _situation(measure, asked.year, Interim.NEXT, value).meets(asked)


def _missing(measure: Measure, asked: Milestone, last: Observation) -> int | None:
    units = units_per_value(measure, last)
    numerator = last.amount if last.numerator is None else last.numerator
    target = Fraction(0) if asked.rule is Rule.ZERO else asked.value
    if units is None or numerator is None or target is None:
        return None
    return gap(asked.rule, target, numerator, units)


def _decimals(target: Target, fewest: int) -> int:
    """Choose the decimals of last year's value so that it never contradicts the target."""
    value, asked = target.value, target.asked
    if value is None or not target.measure.kind.is_ratio:
        return 0
    for decimals in range(fewest, MOST + 1):
        printed = round_half_up(value, decimals)
        if printed != value and printed in (0, target.measure.factor):
            continue
        if asked is None or asked.value is None:
            return decimals
        level = replace(asked, value=printed_level(asked.value, decimals))
        if printed == value or _meets(target.measure, printed, level) == target.met:
            return decimals
    return fewest
