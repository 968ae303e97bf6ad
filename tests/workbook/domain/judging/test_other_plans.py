"""Kinds of measures that another place's plan may have, and this one has not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.workbook.domain.judging.samples import checked, observation, settings
from workbook.domain.judging import assess, judge
from workbook.domain.periods import Period
from workbook.domain.plan import Indicator, Kind, Measure, Milestone, Nature, Plan, Rule
from workbook.domain.results import MeasureResult
from workbook.domain.statuses import Status

GROUNDS = Measure(
    id="SC1",
    indicator=1,
    name="Số sân chơi",
    quote="",
    kind=Kind.COUNT,
    factor=1,
    measure_unit="sân",
    milestones=(
        Milestone(2026, Rule.AT_LEAST, Fraction(3)),
        Milestone(2028, Rule.AT_LEAST, Fraction(10)),
    ),
    nature=Nature.STOCK,
    responsible_unit="A",
    assigned_by="default",
    noun="sân",
)
ACCIDENTS = replace(
    GROUNDS,
    measure_unit="vụ",
    noun="vụ",
    milestones=(Milestone(2026, Rule.AT_MOST, Fraction(5)),),
    nature=Nature.EVENT,
)


def result_of(plan: Plan, measure: Measure, period: str, amount: int) -> MeasureResult:
    small = replace(plan, indicators=(Indicator(1, 1, "", "", (measure,)),))
    return assess(
        checked(small, {(measure.id, period): str(amount)}), Period.parse(period)
    ).results[0]


@pytest.mark.parametrize(
    ("amount", "status", "required", "to_required", "words"),
    [
        (2, Status.BELOW, 3, 1, "còn thiếu 01 sân"),
        (4, Status.SLOW, Fraction(13, 2), 3, "cần đạt 6,5 sân; còn thiếu 03 sân so với lộ trình"),
        (6, Status.ON_TRACK, Fraction(13, 2), 1, "thấp hơn lộ trình 01 sân"),
        (10, Status.ACHIEVED, Fraction(13, 2), -3, "vừa đủ mức yêu cầu"),
    ],
)
def test_a_count_that_is_to_grow_has_a_path(
    plan: Plan, amount: int, status: Status, required: Fraction, to_required: int, words: str
) -> None:
    result = result_of(plan, GROUNDS, "2027", amount)
    assert result.status is status
    assert result.verdict.required == required
    assert result.gap_required == to_required
    assert words in result.explanation


def test_headroom_is_said_where_it_counts_no_harm(plan: Plan) -> None:
    assert "thấp hơn mức yêu cầu 02 vụ" in result_of(plan, ACCIDENTS, "2026", 3).explanation


@pytest.mark.parametrize("amount", [0, 3, 9])
def test_a_limit_for_the_year_is_not_judged_at_half_of_it(amount: int) -> None:
    typed = observation(ACCIDENTS, "2026-H1", str(amount))
    verdict = judge(ACCIDENTS, Period(2026, half=True), typed, settings())
    assert verdict.status is Status.PENDING
