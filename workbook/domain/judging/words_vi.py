"""The words of milestones, starts and differences in an explanation."""

from __future__ import annotations

from fractions import Fraction

from workbook.domain.judging.history import PastValue
from workbook.domain.judging.printing import FEWEST, print_counts, print_level, printed_level
from workbook.domain.numbers_vi import format_count
from workbook.domain.plan import Measure, Milestone, Rule
from workbook.domain.register import Observation
from workbook.domain.results import MeasureResult
from workbook.domain.statuses import Status

_ALL = 100  # percent: nothing lies above it


def rule_words(measure: Measure, stone: Milestone) -> str:
    """Say what a milestone asks: `từ 80% trở lên`, `dưới 9‰`, `không có trường hợp nào`."""
    level = print_level(measure, stone.value or Fraction(0))
    match stone.rule:
        case Rule.AT_LEAST:
            whole = measure.factor == _ALL and stone.value == _ALL
            return level if whole else f"từ {level} trở lên"
        case Rule.AT_MOST:
            return f"không quá {level}"
        case Rule.BELOW:
            return f"dưới {level}"
        case Rule.ZERO:
            return "không có trường hợp nào"
        case Rule.FALLS:
            return "giảm so với năm gốc"
        case Rule.YES:
            return "có"


def milestone_words(measure: Measure, stone: Milestone) -> str:
    """Name a milestone with what it asks: `mốc năm 2025 (từ 80% trở lên)`.

    Where the plan names no year, its first milestone says since when it is asked.
    """
    name = f"mốc năm {stone.year}"
    if not stone.year_stated:
        first = next(one.year for one in measure.milestones if not one.year_stated)
        name = f"mức yêu cầu hằng năm từ năm {first}"
    return f"{name} ({rule_words(measure, stone)})"


def baseline_words(measure: Measure, past: PastValue) -> str:
    """Name the baseline with its counts: `năm gốc 2022 (60/100, 60%)`."""
    return f"năm gốc {past.observation.period.year} ({_figures(measure, past)})"


def _figures(measure: Measure, past: PastValue) -> str:
    level = print_level(measure, printed_level(past.value, FEWEST))
    if past.observation.numerator is None:
        return level
    return f"{print_counts(past.observation)}, {level}"


def amount_words(measure: Measure, number: int) -> str:
    """Write so many children or cases: `04 trẻ`."""
    return f"{format_count(number)} {measure.noun}".rstrip()


def gap_words(result: MeasureResult) -> str:
    """Say what is missing or over, in whole children or cases; "" where no gap exists.

    Source: reference methods, section 3. Where the plan's measure hides headroom nothing
    is said of how many more would still be within the target.
    """
    measure, gap = result.measure, result.gap_required
    if gap is None:
        return ""
    ahead = result.verdict.failed or result.verdict.next or measure.milestones[-1]
    higher = ahead.rule.higher_is_better
    if gap > 0 and result.status is Status.ON_TRACK:
        side, amount = "thấp hơn" if higher else "cao hơn", amount_words(measure, gap)
        return f"{side} lộ trình {amount}, trong phạm vi cho phép"
    if gap <= 0 or result.status is Status.ACHIEVED:
        return "trong mức mục tiêu" if measure.hide_headroom else "đạt mức cần đạt"
    return short_words(measure, gap, higher=higher)


def short_words(measure: Measure, number: int, *, higher: bool) -> str:
    """Say how many are short of a level, or over it: `còn thiếu 04 trẻ`, `vượt 01 học sinh`."""
    return f"{'còn thiếu' if higher else 'vượt'} {amount_words(measure, number)}"


def source_words(observation: Observation) -> str:
    """Name the source in brackets, as a zero must: `(nguồn: Công an phường)`."""
    source = " ".join(observation.source.split()).rstrip(".")
    return f"(nguồn: {source or 'chưa ghi'})"
