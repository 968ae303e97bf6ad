"""Vietnamese phrases of one measure: values, milestones, gaps, who answers for it.

Pure. Whatever a document says of a measure is put together from here, so that table,
sentence and annex never differ. A blank is said to be blank; nothing is added that
the results do not hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from docgen.shared.decree import LETTERS
from workbook.domain.judging.printing import print_counts, print_level
from workbook.domain.judging.words_vi import amount_words
from workbook.domain.numbers_vi import NO_BREAK_SPACE, format_count
from workbook.domain.plan import Measure, Milestone, Plan, Rule
from workbook.domain.register import Observation
from workbook.domain.results import Change, MeasureResult
from workbook.domain.statuses import PROVISIONAL, Status
from workbook.domain.text_vi import lower_first

NONE = "–"
SMALL_NUMBER_MARK = "(*)"
_CHANGES = {Change.BETTER: "tốt hơn", Change.SAME: "không đổi so với", Change.WORSE: "kém hơn"}
_SYMBOLS = {Rule.AT_LEAST: "≥", Rule.BELOW: "<", Rule.FALLS: "<"}


def number(plan: Plan, measure: Measure) -> str:
    """Return the measure's number in the plan: `13`, or `3a`, `3b` where it has parts."""
    parts = [part.id for part in plan.measures.values() if part.indicator == measure.indicator]
    return f"{measure.indicator}{LETTERS[parts.index(measure.id)] if len(parts) > 1 else ''}"


def named(plan: Plan, measure: Measure) -> str:
    """Name a measure at the head of an item: `Chỉ tiêu 3a, tỷ suất tử vong trẻ sơ sinh`."""
    return f"Chỉ tiêu {number(plan, measure)}, {lower_first(measure.name)}"


def quantity(measure: Measure, value: Fraction, decimals: int | None = None) -> str:
    """Write a value in the measure's units: `99,5%`, `9‰`, `2 trường hợp`, `Có`."""
    return print_level(measure, value, level_decimals(value) if decimals is None else decimals)


def level_decimals(value: Fraction) -> int:
    """Return the decimals a level prints with at most; a plan may ask for `0,05%`."""
    return 2 if abs(value) >= 1 else 4


def in_cell(measure: Measure, value: Fraction, decimals: int | None = None) -> str:
    """Write a value for a narrow cell, where it may break before its unit."""
    return breakable(quantity(measure, value, decimals))


def breakable(value: str) -> str:
    """Let a printed value break before its unit, never in it: `350,4 /100.000`."""
    return value.replace("/", " /")


def milestone(measure: Measure, year: int) -> str:
    """Write what is asked in a year for a table, `–` for nothing; what names no year says so."""
    for due in measure.milestones:
        if due.year_stated and due.year == year:
            return milestone_level(measure, due)
    always = [due for due in measure.milestones if not due.year_stated]
    return f"{milestone_level(measure, always[0])} (không nêu năm)" if always else NONE


def milestone_level(measure: Measure, milestone: Milestone) -> str:
    """Write what a milestone asks for a table: `≥ 99,5%`, `0 cuộc`, `Có`."""
    rule, value = milestone.rule, milestone.value
    if rule is Rule.YES:
        return "Có"
    if rule is Rule.FALLS and value is None:
        return "Giảm so với năm gốc"
    if not value:
        return f"0 {measure.noun}" if rule is Rule.ZERO else in_cell(measure, Fraction(0))
    return f"{_SYMBOLS.get(rule, '≤')}{NO_BREAK_SPACE}{in_cell(measure, value)}"


def required(result: MeasureResult) -> str:
    """Write the value asked of the period for a table; `–` where no line is drawn."""
    ahead = result.verdict.failed or result.verdict.next
    if result.verdict.required is None or ahead is None:
        return NONE
    return milestone_level(result.measure, replace(ahead, value=result.verdict.required))


def counts(observation: Observation | None) -> str:
    """Write what a rate was computed from: `496/500`; "" for counts and bare rates."""
    if observation is None or observation.denominator is None or observation.numerator is None:
        return ""
    return print_counts(observation)


def shown(result: MeasureResult) -> str:
    """Write the period's value with its counts for a sentence: `99,2% (496/500)`."""
    value, beside = result.shown, counts(result.observation)
    return f"{value} ({beside})" if value and beside else value or beside


def previous(result: MeasureResult, area: str) -> str:
    """Write the value of the same period last year; another area is named."""
    before, value = result.trend.previous, result.trend.previous_value
    if before is None or value is None:
        return NONE
    text = in_cell(result.measure, value, max(result.decimals, 1))
    foreign = before.area != area and not before.converted
    return f"{text} ({before.area})" if foreign else text


def change(result: MeasureResult) -> str:
    """Say how the value moved: `tốt hơn cùng kỳ năm trước (80%; 400/500)`, or ""."""
    trend = result.trend
    if trend.change is None or trend.previous_value is None:
        return ""
    # The counts stand beside the value: two values may print alike and still differ.
    value = quantity(result.measure, trend.previous_value, max(result.decimals, 1))
    before = "; ".join(filter(None, [lower_first(value), counts(trend.previous)]))
    return f"{_CHANGES[trend.change]} cùng kỳ năm trước ({before})"


def status(result: MeasureResult) -> str:
    """Write the status for a table: symbol and word together, and the small-number mark."""
    mark = f" {SMALL_NUMBER_MARK}" if result.note else ""
    return f"{result.status.symbol}{NO_BREAK_SPACE}{result.label}{mark}"


def plain_label(result: MeasureResult) -> str:
    """Return the status's word without "tạm tính", which the text says once."""
    return result.label.replace(f" ({PROVISIONAL})", "").replace(f", {PROVISIONAL}", "")


def gap(result: MeasureResult) -> str:
    """Say what is missing in whole children or cases; never how many more deaths may be."""
    missing, ahead = result.gap_required, result.verdict.failed or result.verdict.next
    if missing is None or result.status in (Status.PENDING, Status.NOT_DUE):
        return NONE
    higher = ahead is not None and ahead.rule.higher_is_better
    if missing > 0 and result.status is Status.ON_TRACK:
        side, people = "thấp" if higher else "cao", amount_words(result.measure, missing)
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
    unit, document = plan.unit(measure.responsible_unit), plan.document_type.capitalize()
    if measure.assigned_by == "default":
        return f"{unit.name} ({document} chưa giao cụ thể, tạm phân công theo dõi)"
    return f"{unit.name} (mục {measure.assigned_by} của {document})"


def listed(parts: list[str]) -> str:
    """Join with commas, the last with a word: `05 đạt, 02 chậm và 01 chưa có số liệu`."""
    return " và ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def counted(counts: Mapping[str, int], noun: str = "") -> str:
    """Join counts with their words, none for 0: `05 đạt và 02 chậm`; `noun` follows a number."""
    return listed([f"{format_count(n)}{noun} {words}" for words, n in counts.items() if n])
