"""What Tổng hợp shows, from top to bottom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from workbook.domain.plan import Plan
from workbook.domain.results import Assessment
from workbook.domain.statuses import PROVISIONAL, Status


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
