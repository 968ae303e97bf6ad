"""What Tổng hợp shows, from top to bottom, and the figures behind its two charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbook.domain.plan import Goal, Plan
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.statuses import LAGGING, PROVISIONAL, Status
from workbook.layout.styles import CHART_CLASSES


@dataclass(frozen=True)
class SummaryColumn:
    """A column of Tổng hợp: the headings its three tables give it, and its width."""

    width: float
    lagging: str
    missing: str
    every: str


# The tables stand above each other and share the columns A, B, C …
COLUMNS: tuple[SummaryColumn, ...] = (
    SummaryColumn(9, "Mã", "STT", "Mã"),
    SummaryColumn(46, "Nội dung", "Đơn vị", "Nội dung"),
    SummaryColumn(20, "Đơn vị phụ trách", "Chưa có số liệu", "Đơn vị phụ trách"),
    SummaryColumn(13, "Giá trị", "Trên tổng số", "Giá trị"),
    SummaryColumn(21, "Tình trạng", "Ô chưa nhập (hiện nay)", "Tình trạng"),
    SummaryColumn(22, "Còn thiếu / vượt", "Mã chưa có số liệu", "Còn thiếu / vượt"),
    SummaryColumn(62, "Diễn giải", "", "Diễn giải"),
)
ID, NAME, UNIT, VALUE, STATUS, GAP, REASONING = range(7)
STALE = 7  # hidden column: 1 where what the status rests on has changed since
# Right of what is printed: the figures of the chart of lagging measures, beside their
# rows, so that hidden rows are not drawn; then, hidden, everything else.
BARS = 9
DATA = 17
LAGGING_STATUSES = tuple(status for status in Status if status in LAGGING)


def status_counts(assessment: Assessment) -> list[tuple[Status, str, int]]:
    """Count the measures by status, the most serious first.

    The word is the one that all of them carry ("Dưới mức mốc 2025"), else the status's.
    """
    counts = Counter(result.status for result in assessment.results)
    labels: dict[Status, set[str]] = {status: set() for status in Status}
    for result in assessment.results:
        labels[result.status].add(result.label.removesuffix(f" ({PROVISIONAL})"))
    return [
        (status, labels[status].pop() if len(labels[status]) == 1 else status.label, counts[status])
        for status in Status
    ]


def results_by_goal(assessment: Assessment) -> list[tuple[Goal, list[MeasureResult]]]:
    """Return every goal of the plan with its results, both in the plan's order."""
    plan = assessment.plan
    goal_of = {one.number: one.goal for one in plan.indicators}
    return [
        (goal, [r for r in assessment.results if goal_of[r.measure.indicator] == goal.number])
        for goal in plan.goals
    ]


def class_counts(results: Sequence[MeasureResult]) -> list[int]:
    """Count results by the classes of the chart, in the order of `CHART_CLASSES`."""
    return [sum(r.status in group.statuses for r in results) for group in CHART_CLASSES]


def worst_goal(assessment: Assessment) -> int | None:
    """Return the goal with most lagging measures (the first of equals); None if none."""
    lagging = {
        goal.number: sum(result.status.is_lagging for result in results)
        for goal, results in results_by_goal(assessment)
    }
    most = max(lagging.values(), default=0)
    return (
        next((number for number, count in lagging.items() if count == most), None) if most else None
    )


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


@dataclass(frozen=True)
class UnitGap:
    """A unit's measures without figures."""

    unit_id: str
    name: str
    sheet: str
    without: tuple[str, ...]
    of: int


def gaps_by_unit(plan: Plan, assessment: Assessment) -> list[UnitGap]:
    """Return for every unit with measures which of them have no figures."""
    blank = {result.measure.id for result in assessment.without_figures}
    rows = []
    for unit in plan.units:
        measures = [measure.id for measure in plan.measures_of(unit.id)]
        if measures:
            without = tuple(one for one in measures if one in blank)
            rows.append(UnitGap(unit.id, unit.name, unit.sheet, without, len(measures)))
    return rows
