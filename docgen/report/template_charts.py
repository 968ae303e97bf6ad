"""The charts of the Báo cáo's template, drawn around made-up figures.

Part of the tool that draws the template; see `docgen.report.template`. The looks keep
apart in black and white: what is behind is the darkest, what nobody can judge the
lightest, and neighbours differ by pattern.
"""

from __future__ import annotations

from fractions import Fraction

from docgen.report.charts_vi import REQUIRED
from docgen.word.charts.data import Chart, Series, decimals
from docgen.word.charts.drawing import Look, bars_to_hundred, stacked_bars
from workbook.domain.judging.grouping import LAGGING_STATUSES, STATUS_GROUPS

GROUP_LOOKS = (
    Look("4C9A55", light=True),
    Look("0D3C78", "wdUpDiag"),
    Look("8B0000"),
    Look("D9D9D9", light=True),
    Look("595959", "ltHorz"),
)
_LAGGING_LOOKS = (Look("7F0000"), Look("8B0000"), Look("8B0000"), Look("8A3B00"), Look("7A4F01"))


def _counts(*numbers: int) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, numbers))


GOAL_CHART = stacked_bars(
    1,
    "bieu_do_muc_tieu",
    Chart(
        "",
        "",
        ("1. Mục tiêu thứ nhất", "2. Mục tiêu thứ hai", "3. Mục tiêu thứ ba"),
        tuple(
            Series(group.label, values)
            for group, values in zip(
                STATUS_GROUPS,
                (_counts(5, 4, 3), _counts(2, 1, 2), _counts(1, 2, 3), _counts(1, 1, 0),
                 _counts(1, 0, 1)),
                strict=True,
            )
        ),
    ),
    GROUP_LOOKS,
    height_mm=60,
)  # fmt: skip

LAGGING_CHART = bars_to_hundred(
    2,
    "bieu_do_cham",
    Chart(
        "",
        "",
        tuple(
            f"{place}. Nội dung {status.label.lower()}"
            for place, status in enumerate(LAGGING_STATUSES, 1)
        ),
        tuple(
            Series(
                status.label,
                tuple(
                    Fraction(50 + 10 * place) if place == other else None
                    for other in range(len(LAGGING_STATUSES))
                ),
            )
            for place, status in enumerate(LAGGING_STATUSES)
        ),
        decimals(1),
    ),
    _LAGGING_LOOKS,
    REQUIRED,
    height_mm=90,
)
