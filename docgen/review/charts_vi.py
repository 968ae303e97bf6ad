"""The charts of the Báo cáo sơ kết and tổng kết: their figures and their words.

Pure. One chart of what was reached at the milestones, goal by goal, and a small one of
every measure that missed a milestone or lags at the end. Figures of another area are a
series of their own, so that no line runs over the break; a year without a figure is a
gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from docgen.review import phrases_vi as said
from docgen.shared import measure_phrases_vi as phrases
from docgen.word.charts.data import WHOLE, Chart, Series, decimals
from workbook.domain.judging.grouping import STATUS_GROUPS, group_counts
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import Series as Course
from workbook.domain.numbers_vi import format_count
from workbook.domain.plan import Goal, Kind
from workbook.domain.results import MeasureResult
from workbook.domain.text_vi import fold, lower_first, shorten

OWN, FOREIGN, STONE = "Kết quả", "Địa bàn khác", "Mốc"  # the looks of the lines

_GOAL_LETTERS = 34  # beside a bar
_SMALL_LETTERS, _WIDE_LETTERS = 42, 76  # above a chart
_FEWEST_POINTS = 2
_MOST_YEARS = 6  # whose numbers stand side by side in half the width
_MOST_SMALL, _MOST_WIDE = 12, 10  # what stands on two pages; the Phụ lục is whole
_MOST_DECIMALS = 3


def milestone_chart(review: Review) -> Chart | str:
    """Return what was reached at every milestone by goal; "" while nothing has figures."""
    bars = [
        (goal, stone.year, [r for r in stone.results if _goal_of(review, r) == goal.number])
        for goal in review.plan.goals
        for stone in review.milestones
    ]
    bars = [bar for bar in bars if bar[2]]
    if not any(one.value is not None for _, _, results in bars for one in results):
        return ""
    counts = [group_counts(results) for _, _, results in bars]
    several = len(review.milestones) > 1
    return Chart(
        _missed_title(review),
        " ".join(
            f"Mục tiêu {goal.number}, mốc năm {year}: {_group_words(found)}."
            for (goal, year, _), found in zip(bars, counts, strict=True)
        ),
        tuple(_bar_name(goal, year if several else None) for goal, year, _ in bars),
        tuple(
            Series(group.label, tuple(map(Fraction, found)))
            for group, found in zip(STATUS_GROUPS, zip(*counts, strict=True), strict=True)
            if any(found)
        ),
    )


def _goal_of(review: Review, result: MeasureResult) -> int:
    return review.plan.goal_of(result.measure).number


def _bar_name(goal: Goal, year: int | None) -> str:
    if year is not None:
        return f"Mục tiêu {goal.number}, mốc năm {year}"
    return shorten(f"{goal.number}. {goal.title}", _GOAL_LETTERS)


def _group_words(counts: Sequence[int]) -> str:
    return ", ".join(
        f"{format_count(count)} {lower_first(group.label)}"
        for group, count in zip(STATUS_GROUPS, counts, strict=True)
        if count
    )


def _missed_title(review: Review) -> str:
    parts = [
        f"mốc năm {one.year}: {format_count(len(one.missed)) if one.missed else 'không có'} "
        "nội dung không đạt"
        for one in review.milestones
    ]
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}"


def course_charts(review: Review) -> dict[str, list[dict[str, Chart]]]:
    """Return a chart of each measure that missed a milestone or lags, as rows.

    Small ones, or wide ones where the span has many years; the other list is empty.
    """
    made = [{"bieu_do": _course(review, one)} for one in _drawn(review)[: _most(review)]]
    wide = _is_wide(review)
    return {"cac_dien_bien": [] if wide else made, "cac_dien_bien_rong": made if wide else []}


def _is_wide(review: Review) -> bool:
    return len(review.years) > _MOST_YEARS


def _most(review: Review) -> int:
    return _MOST_WIDE if _is_wide(review) else _MOST_SMALL


def courses_title(review: Review) -> str:
    """Name the small charts, and say where there are more than can be drawn; "" for none."""
    count = len(_drawn(review))
    if not count:
        return ""
    what = "nội dung không đạt mốc hoặc chậm"
    if count > _most(review):
        return f"Diễn biến {format_count(_most(review))} trong {format_count(count)} {what}"
    return f"Diễn biến các {what}"


def _drawn(review: Review) -> list[Course]:
    """Return what is drawn: behind at a milestone or at the end, with two figures or more."""
    behind = {one.measure.id for stone in review.milestones for one in stone.missed}
    behind |= {one.measure.id for one in review.years[-1].lagging}
    return [
        one
        for one in review.series
        if one.measure.id in behind
        and one.measure.kind is not Kind.YES_NO
        and len(one.figures) >= _FEWEST_POINTS
    ]


def _course(review: Review, course: Course) -> Chart:
    measure = course.measure
    years = [one.period.year for one in review.years]
    number = phrases.number(review.plan, measure)
    series = [*_lines(course), *_stones(course, years)]
    places = max(one.decimals for one in course.figures)
    form = decimals(min(max(places, 1), _MOST_DECIMALS)) if measure.kind.is_ratio else WHOLE
    letters = _WIDE_LETTERS if _is_wide(review) else _SMALL_LETTERS
    title = shorten(f"{number}. {measure.name}", letters)
    return Chart(
        f"{title} ({measure.measure_unit})",
        _description(review, course),
        tuple(map(str, years)),
        tuple(series),
        form,
    )


def _stones(course: Course, years: Sequence[int]) -> list[Series]:
    """Return the milestones as points; their levels stand in the series' name."""
    measure = course.measure
    stones = {
        one.year: one
        for one in measure.milestones
        if one.year in years and one.year_stated and one.value is not None
    }
    if not stones:
        return []
    levels = [
        f"{year}: {phrases.level_in_table(measure, one.rule, one.value)}"
        for year, one in stones.items()
    ]
    values = tuple(stones[year].value if year in stones else None for year in years)
    return [Series(f"{STONE} {'; '.join(levels)}", values, STONE)]


def _lines(course: Course) -> list[Series]:
    """Return the figures as a line for each area, the report's own first."""
    drawn = set(map(id, course.figures))
    names = {fold(name): name for name in course.foreign_areas.values()}
    lines = []
    for area in ("", *names):
        values = tuple(
            one.value if id(one) in drawn and fold(course.foreign_area(one)) == area else None
            for one in course.results
        )
        if any(one is not None for one in values):
            name = names.get(area, "")
            lines.append(Series(name or OWN, values, FOREIGN if name else OWN))
    return lines


def _description(review: Review, course: Course) -> str:
    points = [
        f"{one.period.label} {lower_first(one.shown)}"
        + (f" ({area})" if (area := course.foreign_area(one)) else "")
        for one in course.figures
    ]
    asked = [
        f"mốc năm {stone.year} {phrases.level_in_table(course.measure, stone.rule, stone.value)}"
        for stone in course.measure.milestones
        if stone.year in {one.period.year for one in review.years}
    ]
    name = phrases.named(review.plan, course.measure)
    return f"Diễn biến {said.span_words(review)}. {name}: {'; '.join([*points, *asked])}."
