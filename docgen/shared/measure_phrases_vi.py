"""Vietnamese phrases of one measure: values, milestones, gaps, who answers for it.

Pure. Whatever a document says of a measure is put together from here, so that table,
sentence and annex never differ. A blank is said to be blank; nothing is added that
the results do not hold.
"""

from __future__ import annotations

from fractions import Fraction

from docgen.shared import decree
from workbook.domain.judging.printing import print_counts, print_level
from workbook.domain.judging.words_vi import amount_words
from workbook.domain.numbers_vi import NO_BREAK_SPACE
from workbook.domain.plan import Measure, Plan, Rule
from workbook.domain.register import Observation
from workbook.domain.results import Change, MeasureResult
from workbook.domain.statuses import PROVISIONAL, Status
from workbook.domain.text_vi import lower_first

NONE = "–"
SMALL_NUMBER_MARK = "(*)"
_CHANGES = {
    Change.BETTER: "tốt hơn",
    Change.SAME: "không đổi so với",
    Change.WORSE: "kém hơn",
}
LETTERS = decree.LETTERS
_SYMBOLS = {Rule.AT_LEAST: "≥", Rule.AT_MOST: "≤", Rule.BELOW: "<"}


def number(plan: Plan, measure: Measure) -> str:
    """Return the measure's number in the plan: `13`, or `3a`, `3b` where it has parts."""
    indicator = next(one for one in plan.indicators if one.number == measure.indicator)
    if len(indicator.measures) == 1:
        return str(indicator.number)
    ids = [one.id for one in indicator.measures]
    return f"{indicator.number}{LETTERS[ids.index(measure.id)]}"


def named(plan: Plan, measure: Measure) -> str:
    """Name a measure at the head of an item: `Chỉ tiêu 3a, tỷ suất tử vong trẻ sơ sinh`."""
    return f"Chỉ tiêu {number(plan, measure)}, {lower_first(measure.name)}"


def quantity(measure: Measure, value: Fraction, decimals: int | None = None) -> str:
    """Write a value in the measure's units: `99,5%`, `9‰`, `2 trường hợp`, `Có`.

    Left to themselves decimals are two, and four below 1 (a plan may ask for `0,05%`);
    needless zeros are dropped.
    """
    return print_level(measure, value, level_decimals(value) if decimals is None else decimals)


def level_decimals(value: Fraction) -> int:
    """Return the decimals that a level prints with at most."""
    return 2 if abs(value) >= 1 else 4


def in_cell(measure: Measure, value: Fraction, decimals: int | None = None) -> str:
    """Write a value for a narrow cell, where it may break before its unit."""
    return breakable(quantity(measure, value, decimals))


def breakable(value: str) -> str:
    """Let a printed value break before its unit, never in it: `350,4 /100.000`."""
    return value.replace("/", " /")


def milestone(measure: Measure, year: int) -> str:
    """Write the milestone of a year for a table: `≥ 99,5%`, `0 cuộc`, `Có`.

    `–` where the plan asks for nothing in that year; what it asks without naming a year
    is said to be so.
    """
    stated = [one for one in measure.milestones if one.year == year and one.year_stated]
    always = [one for one in measure.milestones if not one.year_stated]
    if stated:
        return level_in_table(measure, stated[0].rule, stated[0].value)
    if always:
        return f"{level_in_table(measure, always[0].rule, always[0].value)} (không nêu năm)"
    return NONE


def level_in_table(measure: Measure, rule: Rule, value: Fraction | None) -> str:
    """Write what is asked for a table: `≥ 99,5%`, `0 cuộc`, `Có`."""
    if rule is Rule.YES:
        return "Có"
    if rule is Rule.FALLS and value is None:
        return "Giảm so với năm gốc"
    if not value:
        return f"0 {measure.noun}" if rule is Rule.ZERO else in_cell(measure, Fraction(0))
    symbol = _SYMBOLS.get(rule, "<" if rule is Rule.FALLS else "≤")
    return f"{symbol}{NO_BREAK_SPACE}{in_cell(measure, value)}"


def required(result: MeasureResult) -> str:
    """Write the value asked of the period for a table; `–` where no line is drawn."""
    ahead = result.verdict.failed or result.verdict.next
    if result.verdict.required is None or ahead is None:
        return NONE
    return level_in_table(result.measure, ahead.rule, result.verdict.required)


def counts(observation: Observation | None) -> str:
    """Write what a rate was computed from: `496/500`; "" for counts and bare rates."""
    if observation is None or observation.denominator is None or observation.numerator is None:
        return ""
    return print_counts(observation)


def shown(result: MeasureResult) -> str:
    """Write the period's value with its counts for a sentence: `99,2% (496/500)`."""
    value, beside = result.shown, counts(result.observation)
    if not value:
        return beside
    return f"{value} ({beside})" if beside else value


def previous(result: MeasureResult, area: str) -> str:
    """Write the value of the same period last year; another area is named."""
    before, value = result.trend.previous, result.trend.previous_value
    if before is None or value is None:
        return NONE
    text = in_cell(result.measure, value, max(result.decimals, 1))
    foreign = before.area != area and not before.converted
    return f"{text} ({before.area})" if foreign else text


def change(result: MeasureResult) -> str:
    """Say how the value moved: `tốt hơn cùng kỳ năm trước (80%; 400/500)`, or "".

    The counts stand beside the value: two values may print alike and still differ.
    """
    trend = result.trend
    if trend.change is None or trend.previous_value is None:
        return ""
    value = quantity(result.measure, trend.previous_value, max(result.decimals, 1))
    before = "; ".join(one for one in (lower_first(value), counts(trend.previous)) if one)
    return f"{_CHANGES[trend.change]} cùng kỳ năm trước ({before})"


def status(result: MeasureResult) -> str:
    """Write the status for a table: symbol and word together, and the small-number mark."""
    mark = f" {SMALL_NUMBER_MARK}" if result.note else ""
    return f"{result.status.symbol}{NO_BREAK_SPACE}{result.label}{mark}"


def plain_label(result: MeasureResult) -> str:
    """Return the status's word without "tạm tính", which the text says once."""
    return result.label.replace(f" ({PROVISIONAL})", "").replace(f", {PROVISIONAL}", "")


def _higher_is_better(result: MeasureResult) -> bool:
    ahead = result.verdict.failed or result.verdict.next
    return ahead is not None and ahead.rule.higher_is_better


def gap(result: MeasureResult) -> str:
    """Say what is missing in whole children or cases, against the period's value.

    Of measures whose headroom is hidden (deaths, abuse …) it is never said how many more
    would still be within the target.
    """
    missing = result.gap_required
    if missing is None or result.status in (Status.PENDING, Status.NOT_DUE):
        return NONE
    higher = _higher_is_better(result)
    if missing > 0 and result.status is Status.ON_TRACK:
        side = "thấp" if higher else "cao"
        people = amount_words(result.measure, missing)
        return f"{side} hơn lộ trình {people}, trong phạm vi cho phép"
    return shortfall(result.measure, missing, higher=higher)


def shortfall(measure: Measure, missing: int, *, higher: bool) -> str:
    """Say how many are short of a level, or over it: `còn thiếu 04 trẻ`, `vượt 01 học sinh`."""
    if missing <= 0:
        return "trong mức mục tiêu" if measure.hide_headroom else "đạt mức cần đạt"
    people = amount_words(measure, missing)
    return f"còn thiếu {people}" if higher else f"vượt {people}"


def owner(plan: Plan, measure: Measure) -> str:
    """Say who answers for the measure and by which clause of the plan."""
    unit = plan.unit(measure.responsible_unit)
    document = plan.document_type.capitalize()
    if measure.assigned_by == "default":
        return f"{unit.name} ({document} chưa giao cụ thể, tạm phân công theo dõi)"
    return f"{unit.name} (mục {measure.assigned_by} của {document})"


def listed(parts: list[str], last: str = " và ") -> str:
    """Join with commas, the last with a word: `05 đạt, 02 chậm và 01 chưa có số liệu`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])}{last}{parts[-1]}"
