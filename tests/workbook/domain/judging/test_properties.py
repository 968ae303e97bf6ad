"""What holds for all figures: better is never worse, order does not matter."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbook.domain.judging.samples import HERE, Past, checked
from tests.workbook.domain.judging.samples import settings as chosen_settings
from workbook.domain.judging import assess
from workbook.domain.judging.situation import Point, Situation
from workbook.domain.judging.status import judge_situation
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status
from workbook.plans import default_plan

PLAN = default_plan()
NUMBERS = [one for one in PLAN.measures.values() if one.kind is not Kind.YES_NO]


def situation(
    measure: Measure,
    period: Period,
    numerator: int,
    denominator: int,
    baseline: Fraction | None,
    interim: Interim,
) -> Situation:
    ratio = measure.kind.is_ratio
    units = Fraction(denominator, measure.factor) if ratio else Fraction(1)
    start = None if baseline is None else Point(Fraction(2021), baseline)
    return Situation(measure, period, interim, numerator / units, units, start)


@settings(max_examples=400, deadline=None)
@given(
    measure=st.sampled_from(NUMBERS),
    year=st.integers(2022, 2031),
    half=st.booleans(),
    denominator=st.integers(1, 2500),
    share=st.fractions(0, 1, max_denominator=2500),
    more=st.integers(1, 50),
    baseline=st.none() | st.fractions(0, 100, max_denominator=200),
    interim=st.sampled_from(Interim),
)
def test_improving_a_value_never_worsens_its_status(
    measure: Measure,
    year: int,
    half: bool,
    denominator: int,
    share: Fraction,
    more: int,
    baseline: Fraction | None,
    interim: Interim,
) -> None:
    low = round(share * denominator)
    period = Period(year, half)
    one, other = (
        situation(measure, period, number, denominator, baseline, interim)
        for number in (low, low + more)
    )
    worse, better = (one, other) if one.ahead.rule.higher_is_better else (other, one)
    before, after = judge_situation(worse).status, judge_situation(better).status
    # PENDING says that the period is not over, not how the figures are.
    if Status.PENDING not in (before, after):
        assert after.weight >= before.weight


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_the_order_of_the_input_does_not_matter(data: st.DataObject) -> None:
    names = [one.id for one in NUMBERS if one.kind.is_ratio]
    typed = {(name, "2026"): f"{index + 60}/100" for index, name in enumerate(names)}
    past = [
        Past(name, str(year), f"{50 + year % 7}/{100 + len(area)}", area, converted)
        for name in names[:8]
        for year in (2021, 2024, 2025)
        for area, converted in ((HERE, False), ("phường C", True), ("phường D", False))
    ]
    plain = checked(PLAN, typed, past)
    mixed = replace(
        plain,
        history=tuple(data.draw(st.permutations(plain.history))),
        observations=dict(data.draw(st.permutations(list(plain.observations.items())))),
    )
    assert assess(mixed, Period(2026)).results == assess(plain, Period(2026)).results


def test_the_order_test_compares_rows_that_differ() -> None:
    """Guard: with only one of the rival rows the results are others."""
    past = [Past("CT02", "2021", "50/100"), Past("CT02", "2021", "70/100", "phường D", True)]
    both = assess(checked(PLAN, {("CT02", "2024"): "72/100"}, past), Period(2024))
    late = assess(checked(PLAN, {("CT02", "2024"): "72/100"}, past[1:]), Period(2024))
    assert both.by_id["CT02"].verdict != late.by_id["CT02"].verdict
    assert chosen_settings().area == HERE
