"""The printed value never contradicts the status."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbook.domain.judging.samples import Past, result_of
from workbook.domain.judging.printing import decimals_of
from workbook.domain.judging.situation import Point, Situation
from workbook.domain.judging.status import judge_situation
from workbook.domain.numbers_vi import round_half_up
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.settings import Interim
from workbook.plans import default_plan

RATIOS = [measure for measure in default_plan().measures.values() if measure.kind.is_ratio]


@pytest.mark.parametrize(
    ("measure", "period", "typed", "shown"),
    [
        ("CT15", "2025", "369/371", "99,46%"),
        ("CT15", "2025", "198/199", "99,497%"),
        ("CT15", "2025", "199/200", "99,5%"),
        ("CT15", "2025", "1/1", "100,0%"),
        ("CT02", "2026", "81/100", "81,0%"),
        ("CT03a", "2026", "1/112", "8,93‰"),
        ("CT16b", "2026", "1/5000", "0,02%"),
        ("CT16b", "2026", "0/640", "0,0%"),
        ("CT13", "2026", "4999/5000", "99,98%"),
        ("CT10a", "2026", "3/2000", "150,0/100.000"),
        ("CT08", "2026", "2", "2 trường hợp"),
        ("CT08", "2026", "0", "0 trường hợp"),
        ("CT20", "2026", "có", "Có"),
        ("CT20", "2026", "không", "Không"),
        ("CT02", "2026", "", ""),
        ("CT11", "2026", "0/0", ""),
    ],
)
def test_values_print_short_but_true(
    plan: Plan, measure: str, period: str, typed: str, shown: str
) -> None:
    assert result_of(plan, measure, period, typed).shown == shown


def test_a_short_value_does_not_print_as_its_required_value(plan: Plan) -> None:
    result = result_of(plan, "CT02", "2024", "733/1000", [Past("CT02", "2022", "600/1000")])
    assert result.shown == "73,3%"
    assert "cần đạt 73,33%" in result.explanation
    tight = result_of(plan, "CT07a", "2026", "36/2010")
    assert tight.shown == "1,79%"
    assert "ở mức 1,8%" in tight.explanation


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """A ratio of the plan, often within a few cases of a milestone.

    The baseline lies in 2020, so that every path rises in steps of finite decimals: a
    value equal to a bound without finite decimals has no true short form.
    """
    measure = draw(st.sampled_from(RATIOS))
    denominator = draw(st.integers(1, 4000))
    units = Fraction(denominator, measure.factor)
    levels = [stone.value for stone in measure.milestones if stone.value is not None]
    share = st.fractions(0, 1, max_denominator=4000).map(lambda part: part * measure.factor)
    level = draw(share | st.sampled_from(levels)) if levels else draw(share)
    numerator = max(0, round(level * units) + draw(st.integers(-3, 3)))
    baseline = draw(st.none() | st.decimals(0, 100, places=2).map(Fraction))
    return Situation(
        measure,
        Period(draw(st.integers(2022, 2031)), draw(st.booleans())),
        draw(st.sampled_from(Interim)),
        numerator / units,
        units,
        None if baseline is None else Point(Fraction(2020), baseline),
    )


@settings(max_examples=300, deadline=None)
@given(situation=situations())
def test_the_printed_number_gives_the_same_status(situation: Situation) -> None:
    status = judge_situation(situation).status
    printed = replace(situation, value=round_half_up(situation.value, decimals_of(situation)))
    assert judge_situation(printed).status is status
    assert (printed.value == 0) == (situation.value == 0)


def test_a_bound_without_finite_decimals_keeps_the_value_short(plan: Plan) -> None:
    """22,222…% on a path from 0: no decimals give exactly this value back."""
    past = [Past("CT05b", "2021", "0/100")]
    result = result_of(plan, "CT05b", "2026", "1/3", past)
    assert result.shown == "33,3%"
