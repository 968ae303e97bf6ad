"""The gap in whole children or cases: the number a person can act on.

Source: reference methods, section 3.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from workbook.domain.judging.situation import Situation
from workbook.domain.plan import Kind, Rule
from workbook.domain.results import Verdict
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status

_WITHOUT_GAP = frozenset({Status.PENDING})


def gap(rule: Rule, target: Fraction, numerator: int, units: Fraction) -> int | None:
    """Count how many children or cases are short of a target, or over it.

    Args:
        rule: how the target is met.
        target: in the measure's units; for `falls` the baseline's value.
        numerator: what was typed (a count: the amount).
        units: children or cases that make one unit of the value (D / m; 1 for counts).

    Returns:
        Above 0: so many short or over; 0 or less: met. None for có/không.
    """
    bound = target * units
    match rule:
        case Rule.AT_LEAST:
            return ceil(bound) - numerator
        case Rule.AT_MOST | Rule.ZERO:
            return numerator - floor(bound)
        case Rule.BELOW:
            return numerator - (ceil(bound) - 1)
        case Rule.FALLS:
            # 0 always meets "falls", also where the baseline itself was 0.
            return numerator - max(0, ceil(bound) - 1)
        case Rule.YES:
            return None


def gap_to_next(situation: Situation, verdict: Verdict) -> int | None:
    """Count the gap towards the next milestone; None where no requirement exists."""
    if verdict.status in _WITHOUT_GAP or situation.measure.kind is Kind.YES_NO:
        return None
    ahead = situation.ahead
    target = ahead.value
    if ahead.rule is Rule.ZERO:
        target = Fraction(0)
    elif ahead.rule is Rule.FALLS:
        base = situation.baseline_for(ahead)
        target = None if base is None else base.value
    return _gap_of(situation, ahead.rule, target)


def gap_to_required(situation: Situation, verdict: Verdict) -> int | None:
    """Count the gap towards what is asked of the period.

    For a missed milestone, and where its level is held between milestones, the rule is
    that milestone's; else the next one's.
    """
    if verdict.status in _WITHOUT_GAP:
        return None
    rule = situation.ahead.rule
    if verdict.failed is not None:
        rule = verdict.failed.rule
    elif situation.interim is Interim.HOLD and situation.due is not None:
        rule = situation.due.rule
    return _gap_of(situation, rule, verdict.required)


def _gap_of(situation: Situation, rule: Rule, target: Fraction | None) -> int | None:
    if target is None or situation.units is None:
        return None
    numerator = situation.value * situation.units
    return gap(rule, target, int(numerator), situation.units)
