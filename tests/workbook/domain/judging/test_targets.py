"""What a year asks, and how far last year's figures are from it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.workbook.domain.judging.samples import ELSEWHERE, Past, checked, settings
from workbook.domain.judging import assess
from workbook.domain.judging.targets import Target, asked_of, targets_of
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, Rule
from workbook.domain.settings import Interim


def planned(
    plan: Plan,
    measure: str,
    year: int,
    *past: Past,
    typed: str = "",
    of: int = 2026,
    way: Interim = Interim.STRAIGHT,
) -> Target:
    """The target of a measure for a year, made from the sổ of the year `of`."""
    figures = {(measure, str(of)): typed} if typed else {}
    register = checked(plan, figures, past, chosen=settings(way))
    assessment = assess(register, Period(of))
    return next(one for one in targets_of(assessment, year) if one.measure.id == measure)


@pytest.mark.parametrize(
    ("measure", "year", "way", "rule", "value"),
    [
        # Between 2025 and 2030 two fifths of the way are due by 2027.
        ("CT02", 2027, Interim.STRAIGHT, ">=", "84"),
        ("CT03a", 2027, Interim.STRAIGHT, "<", "8.8"),
        ("CT03b", 2027, Interim.STRAIGHT, "<=", "11.2"),
        ("CT02", 2027, Interim.HOLD, ">=", "80"),
        ("CT02", 2027, Interim.NEXT, ">=", "90"),
        # The year of a milestone asks the milestone, whatever the way.
        ("CT02", 2030, Interim.STRAIGHT, ">=", "90"),
        ("CT02", 2030, Interim.HOLD, ">=", "90"),
        # What is to be kept, and what must not happen, has no line to walk.
        ("CT13", 2027, Interim.STRAIGHT, ">=", "100"),
        ("CT08", 2027, Interim.STRAIGHT, "= 0", "0"),
        ("CT20", 2027, Interim.STRAIGHT, "yes", None),
    ],
)
def test_a_year_asks_what_the_milestones_and_the_way_of_judging_ask(
    plan: Plan, measure: str, year: int, way: Interim, rule: str, value: str | None
) -> None:
    target = planned(plan, measure, year, of=min(year, 2029), way=way)
    assert target.asked is not None
    assert (target.asked.year, target.asked.rule) == (year, Rule(rule))
    assert target.asked.value == (None if value is None else Fraction(value))


def test_without_a_milestone_before_the_path_starts_at_the_baseline(plan: Plan) -> None:
    base = Past("CT05b", "2022", "552/600")  # 92 %: a fifth of 8 points to go each 1,6 years
    target = planned(plan, "CT05b", 2027, base, typed="550/590")
    assert target.asked is not None
    assert target.asked.value == Fraction(97)


@pytest.mark.parametrize(
    "past", [(), (Past("CT02", "2022", "60/100", ELSEWHERE),)], ids=["none", "of another area"]
)
def test_without_a_start_the_office_must_set_the_target_itself(
    plan: Plan, past: tuple[Past, ...]
) -> None:
    target = planned(plan, "CT02", 2024, *past, of=2023)
    assert target.asked is None
    assert target.missing is None
    assert target.met is None


def test_the_first_year_of_figures_is_the_baseline_of_the_next(plan: Plan) -> None:
    target = planned(plan, "CT02", 2024, typed="70/100", of=2023)
    assert target.asked is not None
    assert target.asked.value == 75


def test_a_baseline_that_meets_the_milestone_ahead_asks_to_stay_there(plan: Plan) -> None:
    target = planned(plan, "CT02", 2024, Past("CT02", "2022", "85/100"), of=2023)
    assert target.asked is not None
    assert (target.asked.rule, target.asked.value) == (Rule.AT_LEAST, Fraction(80))


def test_the_year_a_rate_must_fall_asks_less_than_the_baseline(plan: Plan) -> None:
    base = Past("CT10a", "2022", "5/2000")
    target = planned(plan, "CT10a", 2025, base, typed="5/2000", of=2024)
    assert target.asked is not None
    assert (target.asked.rule, target.asked.value) == (Rule.FALLS, Fraction(250))
    assert (target.missing, target.met) == (1, False)


def test_a_path_down_to_none_asks_at_most_so_much_on_the_way(plan: Plan) -> None:
    base = Past("CT10a", "2022", "5/2000")
    target = planned(plan, "CT10a", 2027, base, typed="4/2000")
    assert target.asked is not None
    assert (target.asked.rule, target.asked.value) == (Rule.AT_MOST, Fraction(150))


def test_where_the_path_depends_on_last_year_and_it_is_blank_no_target_is_made_up(
    plan: Plan,
) -> None:
    assert planned(plan, "CT10a", 2027, Past("CT10a", "2022", "5/2000")).asked is None
    assert planned(plan, "CT10a", 2027, typed="4/2000").asked is None


def test_what_the_plan_does_not_ask_in_the_year_has_no_target(plan: Plan) -> None:
    assessment = assess(checked(plan, {}), Period(2026))
    asked = {one.measure.id for one in targets_of(assessment, 2026)}
    assert "CT05a" not in asked
    assert len(asked) == 31


def test_the_year_of_the_sheet_looks_back_into_the_history(plan: Plan) -> None:
    target = planned(plan, "CT02", 2026, Past("CT02", "2025", "866/1086"), typed="885/1092")
    assert target.shown == "79,7%"
    assert target.missing == 25  # 82 % of 1,086 are 890.52


def test_the_next_year_looks_back_into_the_sheet(plan: Plan) -> None:
    target = planned(plan, "CT02", 2027, Past("CT02", "2025", "866/1086"), typed="885/1092")
    assert target.shown == "81,0%"
    assert target.missing == 33  # 84 % of 1,092 are 917.28
    assert target.met is False


def test_an_invalid_figure_is_no_result_of_last_year(plan: Plan) -> None:
    register = checked(
        plan, {("CT13", "2026"): "3/2"}, invalid=[("CT13", "2026")], chosen=settings()
    )
    targets = targets_of(assess(register, Period(2026)), 2027)
    target = next(one for one in targets if one.measure.id == "CT13")
    assert (target.last, target.shown, target.met) == (None, "", None)


def test_nothing_that_occurred_is_no_value_but_no_blank_either(plan: Plan) -> None:
    target = planned(plan, "CT11", 2027, typed="0/0")
    assert target.last is not None
    assert (target.value, target.met, target.missing) == (None, None, None)


def test_a_bare_rate_is_compared_but_not_counted(plan: Plan) -> None:
    target = planned(plan, "CT14", 2026, Past("CT14", "2025", "98.6"))
    assert (target.shown, target.met, target.missing) == ("98,6%", False, None)


def test_last_years_value_prints_with_the_decimals_that_show_it_short(plan: Plan) -> None:
    target = planned(plan, "CT02", 2027, typed="8399/10000")
    assert (target.shown, target.met) == ("83,99%", False)


def test_counts_between_milestones_are_whole(plan: Plan) -> None:
    measure = plan.measures["CT08"]
    stones = (
        replace(measure.milestones[0], rule=Rule.AT_LEAST, value=Fraction(4)),
        replace(measure.milestones[1], rule=Rule.AT_LEAST, value=Fraction(5)),
    )
    asked = asked_of(replace(measure, milestones=stones), 2027, Interim.STRAIGHT, None, None)
    assert asked is not None
    assert asked.value == 5
