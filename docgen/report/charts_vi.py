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
from docgen.shared.measure_phrases_vi import listed, named, number
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
    """Return measures by group of statuses, "" without figures; `lead` begins the description."""
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
    title, worst = "Không có nội dung chậm hoặc không đạt", grouping.worst_goals(assessment)
    if worst:
        title = f"Có {format_count(len(assessment.lagging))} nội dung chậm hoặc không đạt"
        if len(worst) < len(bars):
            title += f", nhiều nhất ở mục tiêu {listed(list(map(str, worst)))}"
    elif missing := assessment.without_figures:
        total = format_count(len(assessment.results))
        title = f"{format_count(len(missing))} trong {total} nội dung chưa có số liệu"
    return status_chart(title, bars, "Biểu đồ số nội dung theo mục tiêu và tình trạng. ")


def lagging_chart(assessment: Assessment) -> Chart | str:
    """Return what lags against what is asked (100), the furthest first; "" for nothing."""
    plan, every = assessment.plan, grouping.lagging_indexes(assessment)
    comparable = [(one, index) for one, index in every if index is not None and 0 <= index < 100]
    if not comparable:
        return ""
    drawn = comparable[:_MOST_BARS]
    # As many decimals as it takes for no lagging measure to print as 100.
    nearest, least = max(index for _, index in drawn), comparable[0][1]
    enough = (n for n in range(1, _MOST_DECIMALS) if round_half_up(nearest, n) < 100)
    places = next(enough, _MOST_DECIMALS)
    names, lines = [], []
    for result, index in drawn:
        name = f"{number(plan, result.measure)}. {result.measure.name}"
        status, figures = lower_first(measure_phrases_vi.plain_label(result)), _figures(result)
        names.append(f"{shorten(name, _NAME_LETTERS)}\n({status}: {figures})")
        share = f"bằng {format_decimal(index, places)} so với 100"
        lines.append(f"{named(plan, result.measure)}: {figures}, {share}")
    worst = [number(plan, result.measure) for result, index in comparable if index == least]
    title = f"Xa mức cần đạt nhất: chỉ tiêu {listed(worst)}"
    if len(comparable) > _MOST_BARS:
        title = f"{format_count(_MOST_BARS)} nội dung xa mức cần đạt nhất"
    series = tuple(
        Series(status.label, tuple(index if r.status is status else None for r, index in drawn))
        for status in grouping.LAGGING_STATUSES
        if any(result.status is status for result, _ in drawn)
    )
    lead = "Biểu đồ các nội dung chậm so với mức cần đạt (bằng 100)."
    return Chart(title, f"{lead} {'; '.join(lines)}.", tuple(names), series, decimals(places))


def _figures(result: MeasureResult) -> str:
    """Say what was reached and what is required: `81,0%, cần đạt ≥ 82%`."""
    failed, level = result.verdict.failed, measure_phrases_vi.required(result)
    if result.verdict.required is None and failed is not None:
        level = measure_phrases_vi.milestone_level(result.measure, failed)
    return f"{result.shown}, cần đạt{NO_BREAK_SPACE}{level}"
