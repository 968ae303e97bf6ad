"""Vietnamese phrases of figures through the years: which years, which area, from what to what.

Pure. A figure of another area is always said to be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.shared import measure_phrases_vi
from docgen.shared.decree import LETTERS
from docgen.shared.measure_phrases_vi import NONE, SMALL_NUMBER_MARK, listed
from workbook.domain.judging.printing import EXACT, NO, YES, print_value
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import Movement, Series
from workbook.domain.numbers_vi import format_decimal, format_integer, round_half_up
from workbook.domain.plan import Kind
from workbook.domain.results import Change, MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import fold, lower_first

_FEWEST_OF_RANGE = 3  # years in a row that are written as a range


def span_words(review: Review) -> str:
    """Name the span: `giai đoạn 2022-2025`."""
    return f"giai đoạn {review.first_year}-{review.last_year}"


def kind_words(review: Review) -> str:
    """Name what the report is: `sơ kết giai đoạn 2022-2025`; a span is named once.

    The programme's name often ends with the span of the tổng kết.
    """
    kind = review.span.value
    years = f"{review.first_year}-{review.last_year}"
    programme = review.settings.programme.replace(" ", "").replace("–", "-")
    return kind if years in programme else f"{kind} {span_words(review)}"


def next_span_words(review: Review) -> str:
    """Name what follows the span: `giai đoạn 2026-2030`, the plan's last year, or neither."""
    first, last = review.last_year + 1, review.plan.end_year
    if first > last:
        return "giai đoạn tiếp theo"
    return f"năm {last}" if first == last else f"giai đoạn {first}-{last}"


def milestones_words(review: Review) -> str:
    """Head the column of what was asked: `Mốc năm 2025`, or `Mốc`."""
    milestones = review.milestones
    return f"Mốc năm {milestones[0].year}" if len(milestones) == 1 else "Mốc"


def year_ranges(years: Iterable[int]) -> list[str]:
    """Write years, three or more in a row as a range: `2022-2024`, `2026`."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    ranges: list[str] = []
    for run in runs:
        is_range = len(run) >= _FEWEST_OF_RANGE
        ranges += [f"{run[0]}-{run[-1]}"] if is_range else map(str, run)
    return ranges


def years_words(years: Iterable[int]) -> str:
    """Name years in a sentence: `năm 2022`, `các năm 2022-2024 và 2026`."""
    distinct = set(years)
    return f"{'các ' if len(distinct) > 1 else ''}năm {listed(year_ranges(distinct))}"


@dataclass(frozen=True)
class MarkedArea:
    """Another area of the figures: its mark in the tables, its name as written, its years."""

    mark: str
    name: str
    years: frozenset[int]


def marked_areas(review: Review) -> Mapping[str, MarkedArea]:
    """Give every other area of the figures its mark `(a)`, `(b)`, by its folded name."""
    written = {fold(name): name for one in review.series for name in one.foreign_areas.values()}
    return {
        area: MarkedArea(f"({letter})", written[area], years)
        for letter, (area, years) in zip(LETTERS, review.foreign_areas.items(), strict=False)
    }


def value_without_unit(result: MeasureResult) -> str:
    """Write a value for a table that names the unit beside it: `99,5`, `2`, `Có`.

    "" where there is no figure; `–` where a figure has no value or none is asked.
    """
    if result.value is None:
        return "" if result.status is Status.NO_DATA else NONE
    if result.measure.kind is Kind.YES_NO:
        return YES if result.value else NO
    if result.measure.kind is Kind.COUNT:
        return format_integer(int(result.value))
    return format_decimal(result.value, max(result.decimals, 1))


def asked_every_year(series: Series) -> bool:
    """Whether the plan asks something of a measure in every year: to keep a level, or always."""
    measure = series.measure
    return measure.keep or any(not one.year_stated for one in measure.milestones)


def movement(series: Series, moved: Movement) -> str:
    """Say from what to what a measure went.

    `tỷ lệ … từ 68,8% (năm 2023: 740/1.075) lên 79,7% (năm 2025: 866/1.086)`.
    """
    name = lower_first(series.measure.name)
    mark = f" {SMALL_NUMBER_MARK}" if moved.first.note or moved.last.note else ""
    if moved.change is Change.SAME:
        when = _both(_when(moved.first), _when(moved.last))
        return f"{name} {NONE} {lower_first(moved.last.shown)} ({when}){mark}"
    first, last = _apart(moved)
    return (
        f"{name} từ {first} ({_when(moved.first)}) {_way(moved)} {last} ({_when(moved.last)}){mark}"
    )


def _both(first: str, last: str) -> str:
    return f"{first}; {last}" if ":" in first + last else f"{first} và {last}"


def _when(result: MeasureResult) -> str:
    counts = measure_phrases_vi.counts(result.observation)
    return f"{result.period.label}: {counts}" if counts else result.period.label


def _way(moved: Movement) -> str:
    if moved.last.measure.kind is Kind.YES_NO:
        return "sang"
    rises = (moved.last.value or 0) > (moved.first.value or 0)
    return "lên" if rises else "xuống"


def _apart(moved: Movement) -> tuple[str, str]:
    """Print two values, with as many decimals as tell them apart."""
    ends = (moved.first, moved.last)
    if not moved.last.measure.kind.is_ratio:
        first, last = (lower_first(one.shown) for one in ends)
        return first, last
    least = max(one.decimals for one in ends)
    values = [one.value or round_half_up(0, 0) for one in ends]
    if moved.first.shown != moved.last.shown:
        return moved.first.shown, moved.last.shown
    decimals = next(
        (n for n in range(least, EXACT) if len({round_half_up(one, n) for one in values}) > 1),
        EXACT,
    )
    first, last = (print_value(moved.last.measure, one, decimals) for one in values)
    return first, last


def numbers(review: Review, chosen: Sequence[Series]) -> str:
    """Name measures by their numbers in the plan: `3a, 5b và 14`."""
    return listed([measure_phrases_vi.number(review.plan, one.measure) for one in chosen])
