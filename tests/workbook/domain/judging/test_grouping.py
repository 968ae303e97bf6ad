"""Results by goal and group, and how far behind each is: what both charts show."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from workbook.domain.judging import grouping
from workbook.domain.plan import Rule
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.statuses import Status
from xl_macros import actions


@pytest.fixture
def assessment(judged_sample: actions.Judged) -> Assessment:
    return judged_sample.assessments[judged_sample.latest]


def with_index(result: MeasureResult, value: str, required: str | None) -> MeasureResult:
    wanted = None if required is None else Fraction(required)
    verdict = replace(result.verdict, required=wanted, failed=None)
    return replace(result, value=Fraction(value), verdict=verdict)


def of_rule(assessment: Assessment, rule: Rule) -> MeasureResult:
    return next(r for r in assessment.results if r.measure.milestones[-1].rule is rule)


def test_goals_hold_all_measures(assessment: Assessment) -> None:
    grouped = grouping.results_by_goal(assessment)
    assert [goal for goal, _ in grouped] == list(assessment.plan.goals)
    assert sum(len(results) for _, results in grouped) == len(assessment.results)
    for _, results in grouped:
        assert sum(grouping.group_counts(results)) == len(results)


def test_the_classes_of_the_chart_hold_every_status_once() -> None:
    gathered = [status for group in grouping.STATUS_GROUPS for status in group.statuses]
    assert sorted(gathered, key=lambda s: s.weight) == list(Status)


@pytest.mark.parametrize(
    ("rule", "value", "required", "index"),
    [
        (Rule.AT_LEAST, "41", "82", 50),
        (Rule.BELOW, "12", "9", 75),
        (Rule.ZERO, "2", "0", 0),
        (Rule.AT_LEAST, "41", None, None),
    ],
)
def test_below_100_always_means_behind(
    assessment: Assessment, rule: Rule, value: str, required: str | None, index: int | None
) -> None:
    result = with_index(of_rule(assessment, rule), value, required)
    assert grouping.progress_index(result) == index


def test_a_value_of_nothing_has_no_index(assessment: Assessment) -> None:
    result = with_index(of_rule(assessment, Rule.BELOW), "0", "9")
    assert grouping.progress_index(result) is None


def test_the_goal_with_most_lagging_measures_is_named(assessment: Assessment) -> None:
    worst = grouping.worst_goals(assessment)
    counts = {
        goal.number: sum(r.status.is_lagging for r in results)
        for goal, results in grouping.results_by_goal(assessment)
    }
    assert worst == tuple(one for one, count in counts.items() if count == max(counts.values()))
    assert worst


def test_no_goal_is_the_worst_where_nothing_lags(assessment: Assessment) -> None:
    fine = [one for one in assessment.results if not one.status.is_lagging]
    assert grouping.worst_goals(replace(assessment, results=tuple(fine))) == ()


def test_the_furthest_behind_comes_first(assessment: Assessment) -> None:
    found = [index for _, index in grouping.lagging_indexes(assessment) if index is not None]
    assert found == sorted(found)
    assert len(grouping.lagging_indexes(assessment)) == len(assessment.lagging)
