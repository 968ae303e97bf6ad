"""Small numbers: 95 % intervals, and the note that stands beside the legal status.

Source: reference methods, section 4. Wilson for percentages; exact Poisson below 10
events and Byar's approximation from 10 for rates. The intervals are estimates, so
floats serve here; no status ever rests on them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import exp, sqrt
from statistics import NormalDist

from workbook.domain.judging.history import History
from workbook.domain.judging.labels import JUDGED
from workbook.domain.judging.printing import decimals_of, print_counts, print_value
from workbook.domain.judging.situation import Situation
from workbook.domain.judging.status import judge_situation
from workbook.domain.judging.values import observed_value
from workbook.domain.plan import Kind, Measure
from workbook.domain.register import Observation
from workbook.domain.results import Interval

FEW = 20  # cases, or cases left to the denominator
EXACT_BELOW = 10  # events
TAIL = 0.025  # on each side of a 95 % interval
_Z = NormalDist().inv_cdf(1 - TAIL)
_PLACES = 9  # kept of a float; the check values have five and six
_HIGHEST = 50.0  # above every limit for fewer than 10 events
_STEPS = 60  # halvings: below a float's precision


def wilson(numerator: int, denominator: int) -> tuple[float, float]:
    """Compute Wilson's 95 % interval of a proportion, both limits within 0..1."""
    share = numerator / denominator
    spread = _Z**2 / denominator
    middle = share + spread / 2
    half = sqrt(spread * (share * (1 - share) + spread / 4))
    low = 0.0 if numerator == 0 else (middle - half) / (1 + spread)
    high = 1.0 if numerator == denominator else (middle + half) / (1 + spread)
    return max(0.0, low), min(1.0, high)


def poisson(events: int) -> tuple[float, float]:
    """Compute the 95 % interval of a number of events: exact below 10, else Byar's."""
    if events >= EXACT_BELOW:
        return _byar(events)
    low = 0.0
    if events:
        low = _solve(lambda mean: 1 - _at_most(events - 1, mean) < TAIL)
    return low, _solve(lambda mean: _at_most(events, mean) > TAIL)


def _byar(events: int) -> tuple[float, float]:
    more = events + 1
    low = events * (1 - 1 / (9 * events) - _Z / (3 * sqrt(events))) ** 3
    return low, more * (1 - 1 / (9 * more) + _Z / (3 * sqrt(more))) ** 3


def _at_most(events: int, mean: float) -> float:
    """Return the probability of at most so many events (Poisson)."""
    term = total = exp(-mean)
    for number in range(1, events + 1):
        term *= mean / number
        total += term
    return total


def _solve(is_below: Callable[[float], bool]) -> float:
    """Halve towards the mean at which the condition stops to hold."""
    low, high = 0.0, _HIGHEST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if is_below(middle) else (low, middle)
    return (low + high) / 2


def interval_of(measure: Measure, observation: Observation) -> Interval | None:
    """Compute the 95 % interval of a percentage or rate, in the measure's units.

    Returns:
        None for counts, for complete registers (every case is known), without a
        denominator, and for a share above the whole (children from elsewhere).
    """
    numerator, denominator = observation.numerator, observation.denominator
    if measure.complete_register or numerator is None or not denominator:
        return None
    if measure.kind is Kind.RATE:
        low, high = poisson(numerator)
        scale = Fraction(measure.factor, denominator)
    elif measure.kind is Kind.PERCENTAGE and numerator <= denominator:
        low, high = wilson(numerator, denominator)
        scale = Fraction(measure.factor)
    else:
        return None
    return Interval(_fraction(low) * scale, _fraction(high) * scale)


def _fraction(number: float) -> Fraction:
    return Fraction(round(number * 10**_PLACES), 10**_PLACES)


def note_of(
    situation: Situation | None,
    observation: Observation | None,
    history: History,
    interval: Interval | None,
) -> str | None:
    """Write the small-number note of a percentage or rate, or None where none is due."""
    if situation is None or observation is None:
        return None
    measure = situation.measure
    numerator, denominator = observation.numerator, observation.denominator
    if numerator is None or not denominator:
        return None
    few = min(numerator, abs(denominator - numerator)) < FEW
    sensitive = _one_case_decides(situation, numerator)
    if not few and not sensitive:
        return None
    counts = print_counts(observation)
    parts = [f"số liệu nhỏ ({counts})" if few else f"kết quả {counts}"]
    if sensitive:
        parts.append("chênh lệch 01 trường hợp làm thay đổi đánh giá")
    decimals = decimals_of(situation)
    if interval is not None:
        low, high = (print_value(measure, end, decimals) for end in (interval.low, interval.high))
        parts.append(f"khoảng tin cậy 95% từ {low} đến {high}")
    pooled = _pooled(measure, observation, history, decimals)
    text = "; ".join([*parts, pooled] if pooled else parts)
    return text[0].upper() + text[1:]


def _one_case_decides(situation: Situation, numerator: int) -> bool:
    """Tell whether one case more or fewer would change the status."""
    if situation.units is None:
        return False
    status = judge_situation(situation).status
    if status not in JUDGED:
        return False
    measure = situation.measure
    most = situation.units * measure.factor
    free = measure.kind is Kind.RATE or measure.numerator_may_exceed
    return any(
        judge_situation(replace(situation, value=other / situation.units)).status is not status
        for other in (numerator - 1, numerator + 1)
        if other >= 0 and (free or other <= most)
    )


def _pooled(
    measure: Measure, observation: Observation, history: History, decimals: int
) -> str | None:
    """Write the value of three years together, where history has the counts of both."""
    last = observation.period.last_year()
    past = [history.at(measure, last.last_year()), history.at(measure, last)]
    rows = [observation, *(one.observation for one in past if one is not None)]
    counts = [(r.numerator, r.denominator) for r in rows if r.numerator is not None]
    if len(counts) <= len(past):
        return None
    total = replace(
        observation,
        numerator=sum(numerator for numerator, _ in counts),
        denominator=sum(denominator or 0 for _, denominator in counts),
    )
    value = observed_value(measure, total)
    if value is None:
        return None
    years = f"{last.year - 1}-{observation.period.year}"
    return (
        f"tính chung 3 năm {years}: {print_counts(total)} ({print_value(measure, value, decimals)})"
    )
