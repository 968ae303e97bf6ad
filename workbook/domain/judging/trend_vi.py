"""The trend in words."""

from __future__ import annotations

from fractions import Fraction

from workbook.domain.judging.printing import EXACT, print_level, with_unit
from workbook.domain.numbers_vi import format_plain, round_half_up
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
    before = print_level(result.measure, _past_beside(result, trend.previous_value)).lower()
    joint = " so với" if trend.change is Change.SAME else ""
    return f"{_CHANGES[trend.change]}{joint} cùng kỳ năm trước ({before})"


def _past_beside(result: MeasureResult, past: Fraction) -> Fraction:
    """Round last year's value, never so far that it contradicts the change."""
    value = result.value or Fraction(0)
    shown = round_half_up(value, result.decimals)
    for decimals in range(result.decimals, EXACT):
        rounded = round_half_up(past, decimals)
        if (rounded > shown) == (past > value) and (rounded < shown) == (past < value):
            return rounded
    return past


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
    size = _small(abs(trend.yearly_change))
    percent = measure.kind is Kind.PERCENTAGE
    change = f"{size} điểm phần trăm" if percent else with_unit(measure, size)
    return f"{text}; từ nay mỗi năm cần {'tăng' if rises else 'giảm'} {change}"


def _small(value: Fraction) -> str:
    """Write a change with two decimals, and with more while it would read as 0."""
    decimals = next(
        (some for some in range(_YEARLY_DECIMALS, EXACT) if round_half_up(value, some)), EXACT
    )
    return format_plain(value, decimals)
