"""The trend in words."""

from __future__ import annotations

from workbook.domain.judging.printing import print_level
from workbook.domain.numbers_vi import format_plain
from workbook.domain.plan import Kind
from workbook.domain.results import Change, MeasureResult

_CHANGES = {Change.BETTER: "tốt hơn", Change.SAME: "không đổi", Change.WORSE: "kém hơn"}
_DECIMALS = 1
_YEARLY_DECIMALS = 2


def describe_change(result: MeasureResult) -> str:
    """Say how the value moved: `tốt hơn cùng kỳ năm trước (80%)`; "" when not known."""
    trend = result.trend
    if trend.change is None or trend.previous_value is None:
        return ""
    decimals = max(_DECIMALS, result.decimals)
    before = print_level(result.measure, trend.previous_value, decimals).lower()
    joint = " so với" if trend.change is Change.SAME else ""
    return f"{_CHANGES[trend.change]}{joint} cùng kỳ năm trước ({before})"


def describe_forecast(result: MeasureResult) -> str:
    """Say where the pace leads: `với tốc độ hiện nay, năm 2030 ước đạt 87,5%`; or ""."""
    trend, measure = result.trend, result.measure
    if trend.forecast is None or trend.forecast_year is None:
        return ""
    rises = result.verdict.next is None or result.verdict.next.rule.higher_is_better
    text = (
        f"với tốc độ hiện nay, năm {trend.forecast_year} ước "
        f"{'đạt' if rises else 'ở mức'} {print_level(measure, trend.forecast, _DECIMALS)}"
    )
    if trend.yearly_change is None:
        return text
    point = "điểm phần trăm" if measure.kind is Kind.PERCENTAGE else measure.measure_unit
    change = format_plain(abs(trend.yearly_change), _YEARLY_DECIMALS)
    return f"{text}; từ nay mỗi năm cần {'tăng' if rises else 'giảm'} {change} {point}"
