"""The charts of the template of the Báo cáo sơ kết and tổng kết, around made-up figures.

Part of the tool that draws the template; see `docgen.review.template`. Readable in black
and white: the own line is whole with round points, that of another area dashed with
squares, a milestone a triangle without a line.
"""

from __future__ import annotations

from fractions import Fraction

from docgen.review.charts_vi import FOREIGN, MILESTONE, OWN
from docgen.word.charts.data import Chart, Series, decimals
from docgen.word.charts.drawing import Look, small_lines

_SAMPLE = Chart(
    "Tên biểu đồ do chương trình điền",
    "",
    ("2022", "2023", "2024", "2025"),
    (
        Series(FOREIGN, (Fraction(60), Fraction(65), None, None)),
        Series(OWN, (None, None, Fraction(72), Fraction(79))),
        Series(MILESTONE, (None, None, None, Fraction(80))),
    ),
    decimals(1),
)
_LOOKS = (
    Look("595959", marker="square", dash="dash"),
    Look("0D3C78"),
    Look("7F0000", marker="triangle", line=False, labels=""),
)
SMALL_CHART = small_lines("c.bieu_do", _SAMPLE, _LOOKS)
WIDE_CHART = small_lines("c.bieu_do", _SAMPLE, _LOOKS, width=160, height=50)
