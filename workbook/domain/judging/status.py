"""The status of a measure in a period: the first rule that applies.

Source: reference methods, section 2. The numbers in the comments are the table's rows.
"""

from __future__ import annotations

from fractions import Fraction

from workbook.domain.judging.labels import label_of
from workbook.domain.judging.pace import required_value, status_by_pace
from workbook.domain.judging.situation import Situation
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Milestone, Nature, Rule, ZeroDenominator
from workbook.domain.register import Observation
from workbook.domain.results import Verdict
from workbook.domain.statuses import Status

_WITHOUT_DENOMINATOR = {
    ZeroDenominator.NOTHING: Status.NOTHING_OCCURRED,
    ZeroDenominator.NOT_ASSESSABLE: Status.NOT_ASSESSABLE,
    ZeroDenominator.INVALID: Status.INVALID,
    None: Status.INVALID,
}
_OVER_THE_WHOLE_YEAR = (Nature.FLOW, Nature.CUMULATIVE)


def status_of_entry(
    measure: Measure, period: Period, observation: Observation | None, *, invalid: bool
) -> Status | None:
    """Judge what needs no value: rows 1 to 4. None means that there is a value."""
    if not measure.valid_in(period.year):
        return Status.NOT_DUE  # 1
    if invalid:
        return Status.INVALID  # 3
    if observation is None:
        return Status.NO_DATA  # 2
    if observation.denominator == 0:
        return _WITHOUT_DENOMINATOR[measure.zero_denominator]  # 4
    return None


def judge_situation(situation: Situation) -> Verdict:
    """Judge a value: rows 5 to 15, with the milestones and values it rests on."""
    status, failed = _status(situation)
    unjudged = (Status.PENDING, Status.NOT_ASSESSABLE)
    start = None if status in unjudged else situation.start
    return Verdict(
        status=status,
        label=label_of(status, situation.measure, situation.period, situation.ahead, failed),
        next=situation.ahead,
        failed=failed,
        required=None if status in unjudged else _required(situation, status, failed),
        start=None if start is None else (start.time, start.value),
        broken_series=_is_broken(situation),
    )


def _status(situation: Situation) -> tuple[Status, Milestone | None]:
    if situation.period.half:
        half = _status_at_half_year(situation)
        if half is not None:
            return half
    ahead, due = situation.ahead, situation.due
    if situation.meets(ahead):
        return Status.ACHIEVED, None  # 7
    if due is not None:
        met = situation.meets(due)
        if met is None:
            return Status.NOT_ASSESSABLE, None  # 8
        if not met:
            final = situation.time == due.year or situation.measure.keep
            return (Status.MISSED if final else Status.BELOW), due  # 9, 10
    return _status_before_due(situation), None


def _status_at_half_year(situation: Situation) -> tuple[Status, Milestone | None] | None:
    if situation.measure.nature in _OVER_THE_WHOLE_YEAR:
        return Status.PENDING, None  # 5
    if situation.measure.nature is not Nature.EVENT:
        return None
    zeros = [stone for stone in situation.measure.milestones if stone.rule is Rule.ZERO]
    if situation.value == 0 or not zeros:
        return Status.PENDING, None  # 6
    asked = [stone for stone in zeros if stone.year <= situation.period.year]
    return (Status.MISSED, asked[-1]) if asked else (Status.NOT_YET, None)


def _status_before_due(situation: Situation) -> Status:
    ahead = situation.ahead
    if situation.meets(ahead) is None:
        return Status.NOT_ASSESSABLE  # 11
    if situation.measure.kind is Kind.YES_NO or situation.asks_for_none:
        return Status.NOT_YET  # 12
    if ahead.rule is Rule.FALLS:  # 13
        base = situation.baseline_for(ahead)
        higher = base is not None and situation.value > base.value
        return Status.WORSENING if higher else Status.NOT_YET
    return status_by_pace(situation)  # 14, 15


def _required(situation: Situation, status: Status, failed: Milestone | None) -> Fraction | None:
    if failed is None:
        return required_value(situation)
    if failed.rule is Rule.YES:
        return None
    if failed.rule is Rule.ZERO:
        return Fraction(0)
    base = situation.baseline_for(failed)
    return base.value if failed.value is None and base is not None else failed.value


def _is_broken(situation: Situation) -> bool:
    """Whether a start point is missing only because it lies in another area."""
    if situation.asks_for_none or situation.measure.kind is Kind.YES_NO:
        return False
    return situation.broken and situation.start is None
