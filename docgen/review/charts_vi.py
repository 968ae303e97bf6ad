"""The charts of the Báo cáo sơ kết and tổng kết: their figures and their words.

Pure. One chart of what was reached at the milestones, goal by goal, and a small one of
every measure that missed a milestone or lags at the end. Figures of another area are a
series of their own, so that no line runs over the break; a year without a figure is a
gap.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from docgen.report.charts_vi import GOAL_LETTERS, StatusBar, status_chart
from docgen.review.sentences_vi import span_words
from docgen.shared.measure_phrases_vi import milestone_level, named, number
from docgen.word.charts import data
from docgen.word.charts.data import Chart
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import Series
from workbook.domain.numbers_vi import format_count
from workbook.domain.plan import Kind
from workbook.domain.text_vi import fold, lower_first, shorten, upper_first

OWN, FOREIGN, MILESTONE = "Kết quả", "Địa bàn khác", "Mốc"  # the looks of the lines

_SMALL_LETTERS, _WIDE_LETTERS = 42, 76  # above a chart
_FEWEST_POINTS = 2
_MOST_YEARS = 6  # whose numbers stand side by side in half the width
_MOST_SMALL, _MOST_WIDE = 12, 10  # what stands on two pages; the Phụ lục is whole
_MOST_DECIMALS = 3


class TrendChart(TypedDict):
    """A chart of one measure through the years."""

    bieu_do: Annotated[
        Chart | str, "số liệu từng năm, mốc; số liệu của địa bàn khác là đường riêng"]  # fmt: skip


def milestone_chart(review: Review) -> Chart | str:
    """Return what was reached at every milestone by goal; "" while nothing has figures."""
    bars, several = [], len(review.milestones) > 1
    for goal in review.plan.goals:
        for due in review.milestones:
            described = f"Mục tiêu {goal.number}, mốc năm {due.year}"
            name = described if several else shorten(f"{goal.number}. {goal.title}", GOAL_LETTERS)
            results = [r for r in due.results if review.plan.goal_of(r.measure) == goal]
            if results:
                bars.append(StatusBar(name, described, results))
    missed = [
        f"mốc năm {due.year}: {format_count(len(due.missed)) if due.missed else 'không có'} "
        "nội dung không đạt"
        for due in review.milestones
    ]
    return status_chart(upper_first("; ".join(missed)), bars)


def trend_charts(review: Review) -> tuple[list[TrendChart], list[TrendChart]]:
    """Return a chart of each measure that missed a milestone or lags: small ones, wide ones.

    They are wide where the span has many years; the other list is empty.
    """
    drawn = _drawn(review)[: _most(review)]
    charts: list[TrendChart] = [{"bieu_do": _trend(review, series)} for series in drawn]
    return ([], charts) if _is_wide(review) else (charts, [])


def trends_title(review: Review) -> str:
    """Name the small charts, and say where there are more than can be drawn; "" for none."""
    count, most = len(_drawn(review)), _most(review)
    which = "các" if count <= most else f"{format_count(most)} trong {format_count(count)}"
    return f"Diễn biến {which} nội dung không đạt mốc hoặc chậm" if count else ""


def _is_wide(review: Review) -> bool:
    return len(review.years) > _MOST_YEARS


def _most(review: Review) -> int:
    return _MOST_WIDE if _is_wide(review) else _MOST_SMALL


def _drawn(review: Review) -> list[Series]:
    """Return what missed a milestone or lags at the end, with two figures or more."""
    lagging = {result.measure.id for due in review.milestones for result in due.missed}
    lagging |= {result.measure.id for result in review.years[-1].lagging}
    return [
        series
        for series in review.series
        if series.measure.id in lagging
        and series.measure.kind is not Kind.YES_NO
        and len(series.figures) >= _FEWEST_POINTS
    ]


def _trend(review: Review, series: Series) -> Chart:
    measure, years = series.measure, [judged.period.year for judged in review.years]
    places = min(max(1, *(result.decimals for result in series.figures)), _MOST_DECIMALS)
    letters = _WIDE_LETTERS if _is_wide(review) else _SMALL_LETTERS
    name = shorten(f"{number(review.plan, measure)}. {measure.name}", letters)
    figures = [
        f"{result.period.label} {lower_first(result.shown)}"
        + (f" ({area})" if (area := series.foreign_area(result)) else "")
        for result in series.figures
    ]
    asked = [milestone for milestone in measure.milestones if milestone.year in years]
    levels = [f"mốc năm {one.year} {milestone_level(measure, one)}" for one in asked]
    lines = _lines(series)
    due = {one.year: one for one in asked if one.year_stated and one.value is not None}
    if due:
        points = "; ".join(f"{year}: {milestone_level(measure, due[year])}" for year in due)
        values = tuple(due[year].value if year in due else None for year in years)
        lines.append(data.Series(f"{MILESTONE} {points}", values, MILESTONE))
    return Chart(
        f"{name} ({measure.measure_unit})",
        f"Diễn biến {span_words(review)}. {named(review.plan, measure)}: "
        f"{'; '.join(figures + levels)}.",
        tuple(map(str, years)),
        tuple(lines),
        data.decimals(places) if measure.kind.is_ratio else data.WHOLE,
    )


def _lines(series: Series) -> list[data.Series]:
    """Return the figures as a line for each area, the report's own first."""
    names = {"": "", **{fold(name): name for name in series.foreign_areas.values()}}
    lines = []
    for area, name in names.items():
        values = tuple(
            result.value
            if result in series.figures and fold(series.foreign_area(result)) == area
            else None
            for result in series.results
        )
        if any(value is not None for value in values):
            lines.append(data.Series(name or OWN, values, FOREIGN if name else OWN))
    return lines
