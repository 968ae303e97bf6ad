"""The charts of the Báo cáo: counts by goal, and what lags against what is asked."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from docgen.shared.charts_vi import goal_chart, lagging_chart
from docgen.word.charts.data import Chart
from tests.docgen import made, plans
from workbook.domain.judging import grouping
from workbook.domain.plan import Goal, Milestone, Rule
from workbook.domain.results import Assessment, MeasureResult, Verdict
from workbook.domain.statuses import Status
from xl_macros.actions import Judged

YEAR = made.YEAR


@pytest.fixture
def assessment(judged_sample: Judged) -> Assessment:
    return judged_sample.assessments[judged_sample.latest]


def of_goals(assessment: Assessment) -> Chart:
    chart = goal_chart(assessment)
    assert isinstance(chart, Chart)
    return chart


def of_lagging(assessment: Assessment) -> Chart:
    chart = lagging_chart(assessment)
    assert isinstance(chart, Chart)
    return chart


def behind(value: str, required: str | None, status: Status = Status.SLOW) -> MeasureResult:
    """The second measure of the small plan, lagging with these figures."""
    one = made.MEASURES[1]
    wanted = None if required is None else Fraction(required)
    verdict = Verdict(status, status.label, next=one.milestones[-1], required=wanted)
    return made.result(one, status, verdict=verdict, value=Fraction(value), shown=f"{value}%")


def test_bars_of_goals_add_up_to_all_measures(assessment: Assessment) -> None:
    chart = of_goals(assessment)
    assert len(chart.categories) == len(assessment.plan.goals)
    assert sum(one or 0 for series in chart.series for one in series.values) == len(
        assessment.results
    )
    for place, (_, results) in enumerate(grouping.results_by_goal(assessment)):
        assert sum(one.values[place] or 0 for one in chart.series) == len(results)


def test_the_small_plans_goals_are_told_in_words_as_well() -> None:
    chart = of_goals(made.assessment())
    assert chart.title == "Có 01 nội dung chậm hoặc không đạt, nhiều nhất ở mục tiêu 1"
    assert chart.categories == ("1. Về sân chơi", "2. Về đọc sách")
    assert [(one.name, one.values) for one in chart.series] == [
        ("Đạt", (Fraction(2), Fraction(0))),
        ("Chậm hoặc không đạt", (Fraction(1), Fraction(0))),
        ("Chưa có số liệu hoặc chưa hợp lệ", (Fraction(0), Fraction(1))),
    ]
    assert chart.description == (
        "Biểu đồ số nội dung theo mục tiêu và tình trạng. Mục tiêu 1: 02 đạt, 01 chậm hoặc không"
        " đạt. Mục tiêu 2: 01 chưa có số liệu hoặc chưa hợp lệ."
    )


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        ("SSSS", "Có 04 nội dung chậm hoặc không đạt, nhiều nhất ở mục tiêu 1"),
        ("SAAS", "Có 02 nội dung chậm hoặc không đạt"),  # as many under each: no goal stands out
        ("AAAN", "01 trong 04 nội dung chưa có số liệu"),
        ("AAAA", "Không có nội dung chậm hoặc không đạt"),
    ],
)
def test_the_title_says_what_was_found(statuses: str, title: str) -> None:
    kinds = {"S": Status.SLOW, "A": Status.ACHIEVED, "N": Status.NO_DATA}
    results = [
        made.result(one, kinds[key], shown="1")
        for one, key in zip(made.MEASURES, statuses, strict=True)
    ]
    assert of_goals(made.assessment(results)).title == title


def test_no_goal_is_singled_out_where_there_is_one_only() -> None:
    results = [made.result(one, Status.SLOW, shown="1") for one in made.MEASURES[:2]]
    plan = made.plan(made.MEASURES[:2], goals=(Goal(1, "Về sân chơi", "I.2.1"),))
    chart = of_goals(made.assessment(results, of=plan))
    assert chart.title == "Có 02 nội dung chậm hoặc không đạt"
    assert len(chart.categories) == 1


def test_nothing_is_drawn_while_no_measure_has_figures() -> None:
    blank = made.assessment([made.result(one) for one in made.MEASURES])
    for one in (blank, plans.nothing_typed()):
        assert (goal_chart(one), lagging_chart(one)) == ("", "")


def test_a_long_name_is_cut_at_a_word_within_its_lines() -> None:
    longest = plans.with_long_names()
    charts = [goal_chart(longest), lagging_chart(longest)]
    names = [name for one in charts if isinstance(one, Chart) for name in one.categories]
    assert names
    for name in names:
        first, *second = name.split("\n")
        assert len(first) <= 44
        assert len(second) <= 1


def test_lagging_measures_are_drawn_the_furthest_first_in_the_look_of_their_status(
    assessment: Assessment,
) -> None:
    chart = of_lagging(assessment)
    indexes = [index for _, index in grouping.lagging_indexes(assessment) if index is not None]
    found = [
        [one.values[place] for one in chart.series if one.values[place] is not None]
        for place in range(len(chart.categories))
    ]
    assert found == [[index] for index in indexes]
    assert [one.name for one in chart.series] == [
        status.label
        for status in grouping.LAGGING_STATUSES
        if any(one.status is status for one in assessment.lagging)
    ]


def test_a_bar_says_what_was_reached_and_asked() -> None:
    chart = of_lagging(made.assessment([behind("81", "82")]))
    assert chart.categories == (
        "2. Tỷ lệ trẻ em biết bơi\n(chậm tiến độ: 81%, cần đạt\u00a0≥\u00a082%)",
    )
    assert chart.title == "Xa mức cần đạt nhất: chỉ tiêu 2"
    assert chart.description.startswith("Biểu đồ các nội dung chậm so với mức cần đạt (bằng 100).")
    assert "bằng 98,8 so với 100" in chart.description


def test_what_was_not_met_at_its_milestone_is_held_against_that() -> None:
    stone = Milestone(2025, Rule.AT_LEAST, Fraction(90))
    verdict = Verdict(Status.BELOW, "Dưới mức mốc 2025", failed=stone)
    result = replace(behind("45", None), verdict=verdict)
    chart = of_lagging(made.assessment([result]))
    assert chart.series[0].values == (Fraction(50),)
    assert "cần đạt\u00a0≥\u00a090%" in chart.categories[0]


@pytest.mark.parametrize("result", [behind("81", None), behind("90", "82")])
def test_what_cannot_be_held_against_a_number_is_not_drawn(result: MeasureResult) -> None:
    assert lagging_chart(made.assessment([result])) == ""


@pytest.mark.parametrize(
    ("value", "code"), [("81", "#,##0.0"), ("81.98", "#,##0.00"), ("81.99999", "#,##0.0000")]
)
def test_what_is_behind_never_prints_as_100(value: str, code: str) -> None:
    chart = of_lagging(made.assessment([behind(value, "82")]))
    assert chart.number_format.endswith(code)


def test_no_more_bars_are_drawn_than_stand_on_a_page() -> None:
    measures = [made.measure(f"M{n}", n, f"Nội dung {n}") for n in range(1, 31)]
    results = [replace(behind("41", "82"), measure=one) for one in measures]
    chart = of_lagging(made.assessment(results))
    assert len(chart.categories) == 12
    assert chart.title == "12 nội dung xa mức cần đạt nhất"
