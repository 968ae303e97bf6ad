"""The two charts of the Báo cáo: their figures and their words.

Pure. A title says the finding; the description says all that the bars say, for those who
cannot see them. Numbers come from where the sổ's own charts take them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from docgen.shared import measure_phrases_vi
from docgen.shared.measure_phrases_vi import listed
from docgen.word.charts.data import Chart, Series, decimals
from workbook.domain.judging import grouping
from workbook.domain.numbers_vi import NO_BREAK_SPACE, format_count, format_decimal, round_half_up
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.text_vi import lower_first, shorten

GOAL_LETTERS = 34  # of a line beside a bar of a goal
REQUIRED = "Mức cần đạt = 100; thanh càng ngắn càng xa mức cần đạt"

_NAME_LETTERS = 44  # of a line beside a bar of a measure
_GOAL_LINES = 2
_MOST_BARS = 12  # what stands on a page; the list in the text is whole
_MOST_DECIMALS = 4


class StatusBar(NamedTuple):
    """A bar: its name beside it, its name in the description, the measures it counts."""

    name: str
    described: str
    results: Sequence[MeasureResult]


def status_chart(title: str, bars: Sequence[StatusBar], lead: str = "") -> Chart | str:
    """Return a chart of measures by group of statuses, empty groups left out.

    "" while no measure has figures. `lead` begins the description, with a space at its end.
    """
    if not any(result.shown for bar in bars for result in bar.results):
        return ""
    groups, counts = grouping.STATUS_GROUPS, [grouping.group_counts(bar.results) for bar in bars]
    sentences = []
    for bar, of_bar in zip(bars, counts, strict=True):
        parts = [
            f"{format_count(count)} {lower_first(group.label)}"
            for group, count in zip(groups, of_bar, strict=True)
            if count
        ]
        sentences.append(f"{bar.described}: {', '.join(parts) or 'không có nội dung'}.")
    series = tuple(
        Series(group.label, tuple(map(Fraction, of_group)))
        for group, of_group in zip(groups, zip(*counts, strict=True), strict=True)
        if any(of_group)
    )
    return Chart(title, lead + " ".join(sentences), tuple(bar.name for bar in bars), series)


def goal_chart(assessment: Assessment) -> Chart | str:
    """Return measures by goal and status; "" while no measure has figures."""
    bars = []
    for goal, results in grouping.results_by_goal(assessment):
        name = textwrap.wrap(
            f"{goal.number}. {goal.title}", GOAL_LETTERS, max_lines=_GOAL_LINES, placeholder="…"
        )
        bars.append(StatusBar("\n".join(name), f"Mục tiêu {goal.number}", results))
    lead = "Biểu đồ số nội dung theo mục tiêu và tình trạng. "
    return status_chart(_goal_title(assessment), bars, lead)


def _goal_title(assessment: Assessment) -> str:
    goals, count = len(assessment.plan.goals), len(assessment.lagging)
    worst = [str(goal) for goal in grouping.worst_goals(assessment)]
    if count:
        most = f", nhiều nhất ở mục tiêu {listed(worst)}" if len(worst) < goals else ""
        return f"Có {format_count(count)} nội dung chậm hoặc không đạt{most}"
    if missing := len(assessment.without_figures):
        total = format_count(len(assessment.results))
        return f"{format_count(missing)} trong {total} nội dung chưa có số liệu"
    return "Không có nội dung chậm hoặc không đạt"


def lagging_chart(assessment: Assessment) -> Chart | str:
    """Return lagging measures against what is asked of them (100), the furthest first.

    "" where none can be so compared. No more bars than stand on a page.
    """
    comparable = [
        (result, index)
        for result, index in grouping.lagging_indexes(assessment)
        if index is not None and 0 <= index < 100
    ]
    if not comparable:
        return ""
    drawn = comparable[:_MOST_BARS]
    enough = (
        places
        for places in range(1, _MOST_DECIMALS)
        if all(round_half_up(index, places) < 100 for _, index in drawn)
    )
    places = next(enough, _MOST_DECIMALS)  # with which no lagging measure prints as 100
    series = tuple(
        Series(status.label, tuple(index if r.status is status else None for r, index in drawn))
        for status in grouping.LAGGING_STATUSES
        if any(result.status is status for result, _ in drawn)
    )
    lines = "; ".join(
        f"{measure_phrases_vi.named(assessment.plan, result.measure)}: {_figures(result)}, bằng "
        f"{format_decimal(index, places)} so với 100"
        for result, index in drawn
    )
    return Chart(
        _lagging_title(assessment, comparable),
        f"Biểu đồ các nội dung chậm so với mức cần đạt (bằng 100). {lines}.",
        tuple(_bar(assessment, result) for result, _ in drawn),
        series,
        decimals(places),
    )


def _lagging_title(
    assessment: Assessment, comparable: Sequence[tuple[MeasureResult, Fraction]]
) -> str:
    if len(comparable) > _MOST_BARS:
        return f"{format_count(_MOST_BARS)} nội dung xa mức cần đạt nhất"
    worst = [
        measure_phrases_vi.number(assessment.plan, result.measure)
        for result, index in comparable
        if index == comparable[0][1]
    ]
    return f"Xa mức cần đạt nhất: chỉ tiêu {listed(worst)}"


def _bar(assessment: Assessment, result: MeasureResult) -> str:
    name = f"{measure_phrases_vi.number(assessment.plan, result.measure)}. {result.measure.name}"
    status = lower_first(measure_phrases_vi.plain_label(result))
    return f"{shorten(name, _NAME_LETTERS)}\n({status}: {_figures(result)})"


def _figures(result: MeasureResult) -> str:
    """Say what was reached and what is required: `81,0%, cần đạt ≥ 82%`."""
    failed, level = result.verdict.failed, measure_phrases_vi.required(result)
    if result.verdict.required is None and failed is not None:
        level = measure_phrases_vi.milestone_level(result.measure, failed)
    return f"{result.shown}, cần đạt{NO_BREAK_SPACE}{level}"
