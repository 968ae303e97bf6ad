"""The charts of the Báo cáo, sơ kết and tổng kết: their figures and their words.

Pure. A title says the finding; the description says all that is drawn, for those who cannot
see it. Numbers come from where the sổ's own charts take them. In a line through the years a
year without a figure is a gap, and figures of another area are a series of their own.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, NamedTuple, TypedDict

from docgen.shared import phrases_vi
from docgen.shared.phrases_vi import listed, milestone_level, named, number
from docgen.word.charts.data import WHOLE, Chart, Series, decimals
from workbook.domain.judging import grouping, series
from workbook.domain.judging.review import Review
from workbook.domain.numbers_vi import NO_BREAK_SPACE, format_count, format_decimal, round_half_up
from workbook.domain.plan import Kind
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.text_vi import fold, lower_first, shorten, upper_first

OWN, FOREIGN, MILESTONE = "Kết quả", "Địa bàn khác", "Mốc"  # the looks of the lines

_GOAL_LETTERS, _GOAL_LINES = 34, 2  # beside a bar of a goal
_NAME_LETTERS = 44  # of a line beside a bar of a measure
_MOST_BARS = 12  # what stands on a page; the list in the text is whole
_MOST_DECIMALS = 4
_FEWEST_POINTS = 2  # of a line
_MOST_YEARS = 6  # whose numbers stand side by side
# By whether the charts are wide: letters above one, how many stand on two pages.
_TITLE_LETTERS, _MOST_TRENDS = {False: 42, True: 76}, {False: 12, True: 10}
_MOST_TREND_DECIMALS = 3


class _Bar(NamedTuple):
    name: str
    described: str  # its name in the description
    results: Sequence[MeasureResult]


class _TrendChart(TypedDict):
    bieu_do: Annotated[
        Chart | str, "số liệu từng năm, mốc; số liệu của địa bàn khác là đường riêng"]  # fmt: skip


class Trends(TypedDict):
    """A chart of each measure that missed a milestone or lags, of two figures or more."""

    ten_dien_bien: Annotated[str, "tên của các biểu đồ diễn biến; trống nếu không có",
        "Diễn biến các nội dung không đạt mốc hoặc chậm"]  # fmt: skip
    cac_dien_bien: Annotated[list[_TrendChart],
        "các nội dung không đạt mốc hoặc chậm, mỗi nội dung một biểu đồ nhỏ"]  # fmt: skip
    cac_dien_bien_rong: Annotated[list[_TrendChart], "như trên, khi giai đoạn có trên 6 năm"]


def _status_chart(title: str, bars: Sequence[_Bar], lead: str = "") -> Chart | str:
    """Return measures by group of statuses, "" without figures; `lead` begins the description."""
    if not any(result.shown for bar in bars for result in bar.results):
        return ""
    labels = [group.label for group in grouping.STATUS_GROUPS]
    counts = [grouping.group_counts(bar.results) for bar in bars]
    sentences = []
    for bar, of_bar in zip(bars, counts, strict=True):
        pairs = zip(labels, of_bar, strict=True)
        parts = [f"{format_count(count)} {lower_first(label)}" for label, count in pairs if count]
        sentences.append(f"{bar.described}: {', '.join(parts) or 'không có nội dung'}.")
    drawn = tuple(
        Series(label, tuple(map(Fraction, of_group)))
        for label, of_group in zip(labels, zip(*counts, strict=True), strict=True)
        if any(of_group)
    )
    return Chart(title, lead + " ".join(sentences), tuple(bar.name for bar in bars), drawn)


def goal_chart(assessment: Assessment) -> Chart | str:
    """Return measures by goal and status; "" while no measure has figures."""
    bars = []
    for goal, results in grouping.results_by_goal(assessment):
        name = textwrap.wrap(
            f"{goal.number}. {goal.title}", _GOAL_LETTERS, max_lines=_GOAL_LINES, placeholder="…"
        )
        bars.append(_Bar("\n".join(name), f"Mục tiêu {goal.number}", results))
    title, worst = "Không có nội dung chậm hoặc không đạt", grouping.worst_goals(assessment)
    if worst:
        title = f"Có {format_count(len(assessment.lagging))} nội dung chậm hoặc không đạt"
        if len(worst) < len(bars):
            title += f", nhiều nhất ở mục tiêu {listed(worst)}"
    elif missing := assessment.without_figures:
        total = format_count(len(assessment.results))
        title = f"{format_count(len(missing))} trong {total} nội dung chưa có số liệu"
    return _status_chart(title, bars, "Biểu đồ số nội dung theo mục tiêu và tình trạng. ")


def milestone_chart(review: Review) -> Chart | str:
    """Return what was reached at every milestone by goal; "" while nothing has figures."""
    bars, several = [], len(review.milestones) > 1
    for goal in review.plan.goals:
        for due in review.milestones:
            described = f"Mục tiêu {goal.number}, mốc năm {due.year}"
            name = described if several else shorten(f"{goal.number}. {goal.title}", _GOAL_LETTERS)
            if results := [r for r in due.results if review.plan.goal_of(r.measure) == goal]:
                bars.append(_Bar(name, described, results))
    missed = [
        f"mốc năm {due.year}: {format_count(len(due.missed)) if due.missed else 'không có'} "
        "nội dung không đạt"
        for due in review.milestones
    ]
    return _status_chart(upper_first("; ".join(missed)), bars)


def lagging_chart(assessment: Assessment) -> Chart | str:
    """Return what lags against what is asked (100), the furthest first; "" for nothing."""
    plan, every = assessment.plan, grouping.lagging_indexes(assessment)
    comparable = [
        (result, index) for result, index in every if index is not None and 0 <= index < 100
    ]
    if not comparable:
        return ""
    drawn = comparable[:_MOST_BARS]
    # As many decimals as it takes for no lagging measure to print as 100.
    nearest, least = max(index for _, index in drawn), comparable[0][1]
    enough = (n for n in range(1, _MOST_DECIMALS) if round_half_up(nearest, n) < 100)
    places = next(enough, _MOST_DECIMALS)
    names, sentences = [], []
    for result, index in drawn:
        failed, level = result.verdict.failed, phrases_vi.required(result)
        if result.verdict.required is None and failed is not None:
            level = milestone_level(result.measure, failed)
        figures = f"{result.shown}, cần đạt{NO_BREAK_SPACE}{level}"
        status = lower_first(phrases_vi.plain_label(result))
        name = f"{number(plan, result.measure)}. {result.measure.name}"
        names.append(f"{shorten(name, _NAME_LETTERS)}\n({status}: {figures})")
        share = f"bằng {format_decimal(index, places)} so với 100"
        sentences.append(f"{named(plan, result.measure)}: {figures}, {share}")
    worst = [number(plan, result.measure) for result, index in comparable if index == least]
    title = f"Xa mức cần đạt nhất: chỉ tiêu {listed(worst)}"
    if len(comparable) > _MOST_BARS:
        title = f"{format_count(_MOST_BARS)} nội dung xa mức cần đạt nhất"
    bars = tuple(
        Series(status.label, tuple(index if r.status is status else None for r, index in drawn))
        for status in grouping.LAGGING_STATUSES
        if any(result.status is status for result, _ in drawn)
    )
    lead = "Biểu đồ các nội dung chậm so với mức cần đạt (bằng 100)."
    return Chart(title, f"{lead} {'; '.join(sentences)}.", tuple(names), bars, decimals(places))


def trends(review: Review) -> Trends:
    """Return the charts through the years with their title, which says where there are more.

    They are wide where the span has many years; the other list is empty.
    """
    lagging = {result.measure.id for due in review.milestones for result in due.missed}
    lagging |= {result.measure.id for result in review.years[-1].lagging}
    found = [
        measured
        for measured in review.series
        if measured.measure.id in lagging
        and measured.measure.kind is not Kind.YES_NO
        and len(measured.figures) >= _FEWEST_POINTS
    ]
    wide = is_wide(review)
    count, most = len(found), _MOST_TRENDS[wide]
    which = "các" if count <= most else f"{format_count(most)} trong {format_count(count)}"
    drawn: list[_TrendChart] = [{"bieu_do": _trend(review, measured)} for measured in found[:most]]
    return {
        "ten_dien_bien": f"Diễn biến {which} nội dung không đạt mốc hoặc chậm" if count else "",
        "cac_dien_bien": [] if wide else drawn,
        "cac_dien_bien_rong": drawn if wide else [],
    }


def is_wide(review: Review) -> bool:
    """Whether the span has more years than numbers stand side by side in a narrow space."""
    return len(review.years) > _MOST_YEARS


def _trend(review: Review, measured: series.Series) -> Chart:
    measure, years = measured.measure, [judged.period.year for judged in review.years]
    places = min(max(1, *(result.decimals for result in measured.figures)), _MOST_TREND_DECIMALS)
    name = f"{number(review.plan, measure)}. {measure.name}"
    accounts = [
        f"{result.period.label} {lower_first(result.shown)}"
        + (f" ({area})" if (area := measured.foreign_area(result)) else "")
        for result in measured.figures
    ]
    milestones = [milestone for milestone in measure.milestones if milestone.year in years]
    accounts += [
        f"mốc năm {milestone.year} {milestone_level(measure, milestone)}"
        for milestone in milestones
    ]
    lines = _lines(measured)
    due = {
        milestone.year: milestone
        for milestone in milestones
        if milestone.year_stated and milestone.value is not None
    }
    if due:
        points = "; ".join(f"{year}: {milestone_level(measure, due[year])}" for year in due)
        values = tuple(due[year].value if year in due else None for year in years)
        lines.append(Series(f"{MILESTONE} {points}", values, MILESTONE))
    return Chart(
        f"{shorten(name, _TITLE_LETTERS[is_wide(review)])} ({measure.measure_unit})",
        f"Diễn biến giai đoạn {review.first_year}-{review.last_year}. "
        f"{named(review.plan, measure)}: {'; '.join(accounts)}.",
        tuple(map(str, years)),
        tuple(lines),
        decimals(places) if measure.kind.is_ratio else WHOLE,
    )


def _lines(measured: series.Series) -> list[Series]:
    """Return the figures as a line for each area, the report's own first."""
    names = {"": "", **{fold(name): name for name in measured.foreign_areas.values()}}
    lines, own = [], measured.figures
    for area, name in names.items():
        values = tuple(
            result.value if result in own and fold(measured.foreign_area(result)) == area else None
            for result in measured.results
        )
        if any(value is not None for value in values):
            lines.append(Series(name or OWN, values, FOREIGN if name else OWN))
    return lines
