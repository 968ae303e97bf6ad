"""Results gathered for a chart: by goal and group of statuses; how far behind each one is.

Sổ and documents draw from here, so that they never differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbook.domain.plan import Goal
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.statuses import LAGGING, Status


@dataclass(frozen=True)
class StatusGroup:
    """Statuses that a chart draws alike: fourteen in one bar could not be told apart."""

    label: str
    statuses: frozenset[Status]


STATUS_GROUPS: tuple[StatusGroup, ...] = (
    StatusGroup("Đạt", frozenset({Status.ACHIEVED})),
    StatusGroup("Đúng tiến độ", frozenset({Status.ON_TRACK})),
    StatusGroup("Chậm hoặc không đạt", LAGGING),
    StatusGroup(
        "Chưa đánh giá, không phát sinh",
        frozenset({Status.NOT_YET, Status.NOT_ASSESSABLE, Status.PENDING,
                   Status.NOTHING_OCCURRED, Status.NOT_DUE}),
    ),
    StatusGroup(
        "Chưa có số liệu hoặc chưa hợp lệ", frozenset({Status.NO_DATA, Status.INVALID})
    ),
)  # fmt: skip

LAGGING_STATUSES = tuple(status for status in Status if status in LAGGING)


def results_by_goal(assessment: Assessment) -> list[tuple[Goal, list[MeasureResult]]]:
    """Return every goal of the plan with its results, both in the plan's order."""
    plan = assessment.plan
    goal_of = {one.number: one.goal for one in plan.indicators}
    return [
        (goal, [r for r in assessment.results if goal_of[r.measure.indicator] == goal.number])
        for goal in plan.goals
    ]


def group_counts(results: Sequence[MeasureResult]) -> list[int]:
    """Count results by group, in the order of `STATUS_GROUPS`."""
    return [sum(r.status in group.statuses for r in results) for group in STATUS_GROUPS]


def worst_goals(assessment: Assessment) -> tuple[int, ...]:
    """Return the goal with most lagging measures, or several that have equally many."""
    lagging = {
        goal.number: sum(result.status.is_lagging for result in results)
        for goal, results in results_by_goal(assessment)
    }
    most = max(lagging.values(), default=0)
    return tuple(number for number, count in lagging.items() if count == most) if most else ()


def progress_index(result: MeasureResult) -> Fraction | None:
    """Return how a lagging value stands to what is required, with required = 100.

    Where a low value is wanted the index is required / value, so that below 100 always
    means behind. None where value or requirement is no number to compare.
    """
    required = result.verdict.required
    if required is None and result.verdict.failed is not None:
        required = result.verdict.failed.value
    if required is None or result.value is None:
        return None
    up = result.measure.milestones[-1].rule.higher_is_better
    part, whole = (result.value, required) if up else (required, result.value)
    return part / whole * 100 if whole else None


def lagging_indexes(assessment: Assessment) -> list[tuple[MeasureResult, Fraction | None]]:
    """Return the lagging measures, the furthest behind first, those without index last."""
    found = [(result, progress_index(result)) for result in assessment.lagging]
    return sorted(found, key=lambda pair: (pair[1] is None, pair[1] or 0))
