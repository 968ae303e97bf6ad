"""A span of years of which some figures are of another area."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbook.domain.judging.reviews import FARTHER, register, series_of, shown, statuses
from tests.workbook.domain.judging.samples import ELSEWHERE, HERE, Past, settings
from workbook.domain.judging.review import review
from workbook.domain.periods import Span
from workbook.domain.plan import Plan
from workbook.domain.results import Change
from workbook.domain.statuses import Status


def test_a_figure_of_another_area_is_judged_and_not_compared(plan: Plan) -> None:
    past = [Past("CT02", str(year), f"{60 + year - 2022}/100", ELSEWHERE) for year in
            (2022, 2023, 2024)]  # fmt: skip
    made = review(register(plan, 2025, {"CT02": "79/100"}, past), Span.MIDTERM)
    one = series_of(made, "CT02")
    assert [one.foreign_area(result) for result in one.results] == [ELSEWHERE] * 3 + [""]
    assert one.movement is None
    # Within the other area the past is a past: 61 of 100 after 60 asks 66 2/3.
    assert statuses(made, "CT02")[1] in (Status.SLOW, Status.VERY_SLOW)
    assert statuses(made, "CT02")[3] is Status.MISSED


def test_a_milestone_that_asks_a_fall_rests_on_a_baseline_of_its_own_area(plan: Plan) -> None:
    past = [
        Past("CT10a", "2022", "5/2000", ELSEWHERE),
        Past("CT10a", "2025", "3/2000", ELSEWHERE),
    ]
    made = review(register(plan, 2026, {"CT10a": "2/9000"}, past), Span.MIDTERM)
    assert statuses(made, "CT10a")[3] is Status.ACHIEVED
    here = review(register(plan, 2025, {"CT10a": "3/2000"}, past[:1]), Span.MIDTERM)
    assert statuses(here, "CT10a")[3] is Status.NOT_ASSESSABLE


def test_where_all_figures_are_of_one_other_area_they_are_compared_with_each_other(
    plan: Plan,
) -> None:
    past = [Past("CT02", "2022", "60/100", ELSEWHERE), Past("CT02", "2025", "80/100", ELSEWHERE)]
    moved = series_of(review(register(plan, 2026, {}, past), Span.MIDTERM), "CT02").movement
    assert moved is not None
    assert (moved.first.period.year, moved.last.period.year) == (2022, 2025)
    assert moved.change is Change.BETTER


@pytest.mark.parametrize(
    ("rows", "text", "foreign"),
    [
        ([Past("CT02", "2024", "10/100", ELSEWHERE), Past("CT02", "2024", "20/100")],
         "20,0%", ""),
        ([Past("CT02", "2024", "10/100", ELSEWHERE),
          Past("CT02", "2024", "30/100", ELSEWHERE, converted=True)], "30,0%", ""),
        ([Past("CT02", "2024", "20/100"),
          Past("CT02", "2024", "30/100", ELSEWHERE, converted=True)], "20,0%", ""),
        ([Past("CT02", "2024", "10/100", ELSEWHERE)], "10,0%", ELSEWHERE),
    ],
    ids=["own before another", "converted before another", "own before converted", "another"],
)  # fmt: skip
def test_of_several_rows_of_a_year_the_nearest_area_is_shown(
    plan: Plan, rows: list[Past], text: str, foreign: str
) -> None:
    for turned in (rows, rows[::-1]):
        one = series_of(review(register(plan, 2025, {}, turned), Span.MIDTERM), "CT02")
        assert one.results[2].shown == text
        assert one.foreign_area(one.results[2]) == foreign


def test_of_several_other_areas_the_one_with_most_figures_is_shown_and_the_rest_named(
    plan: Plan,
) -> None:
    past = [
        Past("CT02", "2023", "10/100", FARTHER),
        Past("CT02", "2023", "20/100", ELSEWHERE),
        Past("CT13", "2023", "30/100", FARTHER),
        Past("CT15", "2023", "40/100", FARTHER),
        Past("CT15", "2023", "50/100", ELSEWHERE),
    ]
    made = review(register(plan, 2025, {}, past), Span.MIDTERM)
    assert [shown(made, one)[1] for one in ("CT02", "CT13", "CT15")] == ["10,0%", "30,0%", "40,0%"]
    assert made.unused_areas == (ELSEWHERE,)


def test_an_area_spelt_otherwise_is_the_same_area(plan: Plan) -> None:
    past = [Past("CT02", "2022", "60/100", HERE.upper())]
    made = review(register(plan, 2025, {"CT02": "80/100"}, past), Span.MIDTERM)
    assert series_of(made, "CT02").movement is not None
    assert made.unused_areas == ()


# Milestones, what is kept, how figures moved.


def test_the_baseline_named_in_cau_hinh_serves_every_year(plan: Plan) -> None:
    past = [Past("CT10a", "2022", "9/2000"), Past("CT10a", "2023", "2/2000")]
    typed = register(plan, 2025, {"CT10a": "3/2000"}, past)
    assert statuses(review(typed, Span.MIDTERM), "CT10a")[3] is Status.ACHIEVED
    named = replace(typed, settings=settings(baseline_year=2023))
    assert statuses(review(named, Span.MIDTERM), "CT10a")[3] is Status.MISSED
