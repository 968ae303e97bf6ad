from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from workbook.domain.judging.words_vi import gap_words
from workbook.domain.plan import Kind, Measure, Milestone, Plan, Rule
from workbook.domain.statuses import Status
from workbook.layout import texts_vi
from xl_macros import actions


@pytest.fixture
def measure(plan: Plan) -> Measure:
    return next(m for m in plan.measures.values() if m.kind is Kind.PERCENTAGE)


@pytest.mark.parametrize(
    ("rule", "value", "unit", "text"),
    [
        (Rule.AT_LEAST, Fraction(80), "%", "≥ 80%"),
        (Rule.AT_LEAST, Fraction("99.5"), "%", "≥ 99,5%"),
        (Rule.BELOW, Fraction("0.05"), "%", "< 0,05%"),
        (Rule.BELOW, Fraction("8.5"), "‰", "< 8,5‰"),
        (Rule.AT_MOST, Fraction(1200), "trên 100.000 trẻ em", "≤ 1.200"),
        (Rule.FALLS, None, "%", "giảm so với năm gốc"),
        (Rule.ZERO, Fraction(0), "trường hợp", "= 0"),
        (Rule.YES, None, "có/không", "Có"),
    ],
)
def test_a_milestone_is_short_and_exact(
    measure: Measure, rule: Rule, value: Fraction | None, unit: str, text: str
) -> None:
    owner = replace(measure, measure_unit=unit)
    assert texts_vi.milestone_text(owner, Milestone(2025, rule, value)) == text


def test_a_milestone_without_a_year_is_asked_every_year(measure: Measure) -> None:
    stone = Milestone(2022, Rule.AT_LEAST, Fraction(100), year_stated=False)
    every = replace(measure, milestones=(stone,))
    assert texts_vi.milestone_of_year(every, 2030).startswith("≥ 100%")
    assert texts_vi.milestone_of_year(replace(measure, milestones=()), 2030) == ""


def test_headroom_is_never_told_where_the_plan_hides_it(judged_sample: actions.Judged) -> None:
    for assessment in judged_sample.assessments.values():
        for result in assessment.results:
            text = gap_words(result)
            met = result.gap_required is not None and result.gap_required <= 0
            if met:
                assert not any(letter.isdigit() for letter in text)


def test_what_is_missing_is_told_in_children(judged_sample: actions.Judged) -> None:
    assessment = judged_sample.assessments[judged_sample.latest]
    told = [
        (result, gap_words(result))
        for result in assessment.lagging
        if result.gap_required is not None and result.gap_required > 0
    ]
    assert told
    for result, text in told:
        assert result.measure.noun in text
        higher = result.measure.milestones[-1].rule.higher_is_better
        assert text.startswith("còn thiếu" if higher else "vượt")


def test_a_tolerated_shortfall_is_told_as_such(judged_sample: actions.Judged) -> None:
    results = judged_sample.assessments[judged_sample.latest].results
    result = next(r for r in results if r.measure.kind is Kind.PERCENTAGE)
    on_track = replace(
        result, verdict=replace(result.verdict, status=Status.ON_TRACK), gap_required=1
    )
    assert "trong phạm vi cho phép" in gap_words(on_track)


def test_a_chart_of_blanks_never_reads_as_a_success() -> None:
    assert "31" in texts_vi.goal_chart_title(0, None, 31, 32)
    assert "31" not in texts_vi.goal_chart_title(0, None, 0, 31)
    assert "mục tiêu 3" in texts_vi.goal_chart_title(4, 3, 2, 32)
