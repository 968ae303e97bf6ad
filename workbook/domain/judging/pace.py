"""The pace towards the next milestone: the straight path and its bands.

Source: reference methods, section 2, "Pace"; the bands are those of Statistics Canada's
and Eurostat's goal monitoring, the path is a straight line **(choice)**.
"""

from __future__ import annotations

from fractions import Fraction

from workbook.domain.judging.situation import Situation
from workbook.domain.plan import Kind
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status

ON_TRACK_FROM = Fraction(95, 100)
SLOW_FROM = Fraction(60, 100)
# In so few years after the start a bad ratio says little yet (choice).
SOFT_YEARS = 2


def path_value(situation: Situation) -> Fraction | None:
    """Compute the value that the straight path asks for at the period's time.

    Returns:
        None where no line can be drawn: no start point, a next milestone without a
        value or already met by the start, or no time between start and period.
    """
    start, ahead = situation.start, situation.ahead
    if start is None or ahead.value is None or situation.meets(ahead, start.value):
        return None
    if situation.time <= start.time or ahead.year <= start.time:
        return None
    share = (situation.time - start.time) / (ahead.year - start.time)
    return start.value + (ahead.value - start.value) * share


def required_value(situation: Situation) -> Fraction | None:
    """Return the value asked of the period by the chosen way of judging.

    None for có/không, and for counts that must be 0: no line leads there.
    """
    if situation.asks_for_none or situation.measure.kind is Kind.YES_NO:
        return None
    match situation.interim:
        case Interim.STRAIGHT:
            return path_value(situation)
        case Interim.HOLD:
            return held_value(situation)
        case Interim.NEXT:
            return situation.ahead.value


def held_value(situation: Situation) -> Fraction | None:
    """Return the level of the due milestone; for `falls` it is the baseline's."""
    due = situation.due
    if due is None:
        return None
    if due.value is not None:
        return due.value
    base = situation.baseline_for(due)
    return None if base is None else base.value


def status_by_pace(situation: Situation) -> Status:
    """Judge a value that meets every due milestone, but not the next one."""
    match situation.interim:
        case Interim.HOLD:
            return Status.NOT_YET if situation.due is None else Status.ON_TRACK
        case Interim.NEXT:
            return Status.NOT_YET
        case Interim.STRAIGHT:
            return _status_on_path(situation)


def _status_on_path(situation: Situation) -> Status:
    start, ahead = situation.start, situation.ahead
    if start is None:
        return Status.NOT_YET
    if situation.meets(ahead, start.value) or situation.is_worse(situation.value, start.value):
        return Status.WORSENING
    required = path_value(situation)
    if required is None or required == start.value:
        return Status.ON_TRACK
    if _short_by_less_than_one(situation, required):
        return Status.ON_TRACK
    ratio = (situation.value - start.value) / (required - start.value)
    if ratio >= ON_TRACK_FROM:
        return Status.ON_TRACK
    early = situation.time - start.time < SOFT_YEARS
    return Status.SLOW if ratio >= SLOW_FROM or early else Status.VERY_SLOW


def _short_by_less_than_one(situation: Situation, required: Fraction) -> bool:
    # Figures of a ward come in whole children: less than one is not short (choice).
    if situation.units is None:
        return False
    return abs(situation.value - required) * situation.units < 1
