from __future__ import annotations

import pytest

from workbook.domain.judging.grouping import STATUS_GROUPS
from workbook.domain.plan import Plan
from workbook.domain.results import Assessment
from workbook.domain.statuses import Status
from workbook.layout import styles, summary
from workbook.layout.summary_layout import SummaryLayout
from xl_macros import actions


@pytest.fixture
def assessment(judged_sample: actions.Judged) -> Assessment:
    return judged_sample.assessments[judged_sample.latest]


def test_every_measure_is_counted_once(assessment: Assessment) -> None:
    counts = summary.status_counts(assessment)
    assert sum(count for _, _, count in counts) == len(assessment.results)
    assert [status for status, _, _ in counts] == sorted(
        (status for status, _, _ in counts), key=lambda status: status.weight
    )


def test_every_status_has_a_look() -> None:
    assert set(styles.LOOKS) == set(Status)
    assert len(styles.CHART_LOOKS) == len(STATUS_GROUPS)


def test_blanks_are_listed_by_the_unit_that_owes_them(assessment: Assessment) -> None:
    gaps = summary.gaps_by_unit(assessment.plan, assessment)
    listed = {measure_id for gap in gaps for measure_id in gap.without}
    assert listed == {result.measure.id for result in assessment.without_figures}
    assert sum(gap.of for gap in gaps) == len(assessment.plan.measures)


def test_places_depend_on_the_plan_alone_and_the_list_shows_one_row_at_least(plan: Plan) -> None:
    place = SummaryLayout(plan, 2026)
    first, count = place.LAGGING_FIRST_ROW, len(plan.measures)
    assert place.lagging_rows(0) == place.lagging_rows(1) == (first, first)
    assert place.unused_rows(0) == place.unused_rows(1) == (first + 1, place.lagging_last_row)
    assert place.lagging_rows(count) == (first, place.lagging_last_row)
    assert place.unused_rows(count) is None
    for used in range(count):
        shown, unused = place.lagging_rows(used), place.unused_rows(used)
        assert unused is not None
        assert shown[1] + 1 == unused[0] <= unused[1] == place.lagging_last_row
        assert shown in place.rows_to_fit(used)


def test_every_measure_stands_under_its_goal(plan: Plan) -> None:
    place = SummaryLayout(plan, 2026)
    rows = [place.row(measure_id) for measure_id in plan.measures]
    assert len(set(rows) | set(place.goal_rows.values())) == len(rows) + len(plan.goals)
    assert max(rows) == place.last_row
    for indicator in plan.indicators:
        for measure in indicator.measures:
            above = [row for row in place.goal_rows.values() if row < place.row(measure.id)]
            assert max(above) == place.goal_rows[indicator.goal]
