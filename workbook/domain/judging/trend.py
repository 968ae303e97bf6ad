"""Change since last year, and where the present pace leads.

Source: reference methods, section 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from workbook.domain.judging.history import History
from workbook.domain.judging.situation import Situation
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure
from workbook.domain.results import Change, Trend

FEWEST_POINTS = 5
_WHOLE = 100  # percent


def trend_of(
    measure: Measure, period: Period, situation: Situation | None, history: History
) -> Trend:
    """Compare with the same period last year, and forecast the next milestone's year.

    Without a value of this period (`situation` None) only last year's stands.
    """
    past = history.at(measure, period.last_year())
    trend = Trend() if past is None else Trend(past.observation, past.value)
    if situation is None:
        return trend
    if past is not None:
        trend = replace(trend, change=_change(situation, past.value))
    return _with_forecast(trend, situation, history)


def _change(situation: Situation, before: Fraction) -> Change:
    if situation.value == before:
        return Change.SAME
    return Change.WORSE if situation.is_worse(situation.value, before) else Change.BETTER


def _with_forecast(trend: Trend, situation: Situation, history: History) -> Trend:
    measure, ahead = situation.measure, situation.ahead
    if not (measure.forecast and measure.kind.is_ratio) or situation.period.half:
        return trend
    points = {
        **history.annual_values(measure, situation.period.year),
        situation.period.year: situation.value,
    }
    if len(points) < FEWEST_POINTS or ahead.year <= situation.time:
        return trend
    yearly = None
    if ahead.value is not None and not situation.meets(ahead):
        yearly = (ahead.value - situation.value) / (ahead.year - situation.time)
    return replace(
        trend,
        forecast_year=ahead.year,
        forecast=_clamped(situation, line_at(points, ahead.year)),
        yearly_change=yearly,
    )


def line_at(points: Mapping[int, Fraction], at: int) -> Fraction:
    """Return the value of the least-squares line through yearly points at a year.

    Args:
        points: at least two years with their values.
        at: the year to read the line at.
    """
    count = len(points)
    middle = Fraction(sum(points), count)
    level = sum(points.values(), Fraction(0)) * Fraction(1, count)
    steps = {year: year - middle for year in points}
    spread = sum((step * step for step in steps.values()), Fraction(0))
    rise = sum((steps[year] * (value - level) for year, value in points.items()), Fraction(0))
    return level + rise / spread * (at - middle)


def _clamped(situation: Situation, value: Fraction) -> Fraction:
    highest = max(value, Fraction(0))
    part_of_whole = situation.measure.kind is Kind.PERCENTAGE
    return min(highest, Fraction(_WHOLE)) if part_of_whole else highest
