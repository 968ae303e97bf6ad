"""The charts of the Báo cáo's template, drawn around made-up figures.

Part of the tool that draws the template; see `docgen.report.template`. The looks keep
apart in black and white: what is behind is the darkest, what nobody can judge the
lightest, and neighbours differ by pattern.
"""

from __future__ import annotations

from fractions import Fraction

from docgen.report.charts_vi import REQUIRED
from docgen.word.charts.data import Chart, Series, decimals
from docgen.word.charts.drawing import ChartPart, Look, bars_to_hundred, stacked_bars
from workbook.domain.judging.grouping import LAGGING_STATUSES, STATUS_GROUPS

_STATUS_LOOKS = (
    Look("4C9A55", light=True),
    Look("0D3C78", "wide_upward_diagonal"),
    Look("8B0000"),
    Look("D9D9D9", light=True),
    Look("595959", "light_horizontal"),
)
_LAGGING_LOOKS = (Look("7F0000"), Look("8B0000"), Look("8B0000"), Look("8A3B00"), Look("7A4F01"))

_COUNTS = ((5, 4, 3), (2, 1, 2), (1, 2, 3), (1, 1, 0), (1, 0, 1))  # of a group, by goal
_BY_GROUP = Chart(
    "",
    "",
    ("1. Mục tiêu thứ nhất", "2. Mục tiêu thứ hai", "3. Mục tiêu thứ ba"),
    tuple(
        Series(group.label, tuple(map(Fraction, counts)))
        for group, counts in zip(STATUS_GROUPS, _COUNTS, strict=True)
    ),
)
_LAGGING = Chart(
    "",
    "",
    tuple(
        f"{number}. Nội dung {status.label.lower()}"
        for number, status in enumerate(LAGGING_STATUSES, 1)
    ),
    tuple(
        Series(
            status.label,
            tuple(Fraction(50 + 10 * row) if status is other else None
                  for row, other in enumerate(LAGGING_STATUSES)),
        )
        for status in LAGGING_STATUSES
    ),
    decimals(1),
)  # fmt: skip

LAGGING_CHART = bars_to_hundred("bieu_do_cham", _LAGGING, _LAGGING_LOOKS, REQUIRED)


def status_chart(path: str) -> ChartPart:
    """Return the chart of how many measures of each goal are of each group of statuses."""
    return stacked_bars(path, _BY_GROUP, _STATUS_LOOKS, height=60)
