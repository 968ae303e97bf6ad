"""The two charts of the Báo cáo: their figures and their words.

Pure. A title says the finding; the description says all that the bars say, for those who
cannot see them. Numbers come from where the sổ's own charts take them.
"""

from __future__ import annotations

import textwrap
from fractions import Fraction

from docgen.shared import measure_phrases_vi
from docgen.shared.charts_vi import GOAL_LETTERS, StatusBar, status_chart
from docgen.shared.measure_phrases_vi import listed
from docgen.word.charts.data import Chart, Series, decimals
from workbook.domain.judging import grouping
from workbook.domain.numbers_vi import NO_BREAK_SPACE, format_count, format_decimal, round_half_up
from workbook.domain.plan import Goal
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.text_vi import lower_first, shorten

REQUIRED = "Mức cần đạt = 100; thanh càng ngắn càng xa mức cần đạt"

_NAME_LETTERS = 44  # of a line beside a bar
_GOAL_LINES = 2
_MOST_BARS = 12  # what stands on a page; the list in the text is whole
_MOST_DECIMALS = 4
_HUNDRED = 100

Drawn = tuple[MeasureResult, Fraction]


def goal_chart(assessment: Assessment) -> Chart | str:
    """Return measures by goal and status; "" while no measure has figures."""
    if not any(result.shown for result in assessment.results):
        return ""
    bars = [
        StatusBar(_goal_name(goal), f"Mục tiêu {goal.number}", results)
        for goal, results in grouping.results_by_goal(assessment)
    ]
    lead = "Biểu đồ số nội dung theo mục tiêu và tình trạng. "
    return status_chart(_goal_title(assessment), bars, lead)


def _goal_name(goal: Goal) -> str:
    name = f"{goal.number}. {goal.title}"
    return "\n".join(textwrap.wrap(name, GOAL_LETTERS, max_lines=_GOAL_LINES, placeholder="…"))


def _goal_title(assessment: Assessment) -> str:
    goals, count = len(assessment.plan.goals), len(assessment.lagging)
    worst = [str(goal) for goal in grouping.worst_goals(assessment)]
    if count:
        title = f"Có {format_count(count)} nội dung chậm hoặc không đạt"
        most = f", nhiều nhất ở mục tiêu {listed(worst)}"
        return title + most * (len(worst) < goals and goals > 1)
    if missing := len(assessment.without_figures):
        total = format_count(len(assessment.results))
        return f"{format_count(missing)} trong {total} nội dung chưa có số liệu"
    return "Không có nội dung chậm hoặc không đạt"


def lagging_chart(assessment: Assessment) -> Chart | str:
    """Return lagging measures against what is asked of them (100), the furthest first.

    "" where none can be so compared. No more bars than stand on a page.
    """
    comparable: list[Drawn] = [
        (result, index)
        for result, index in grouping.lagging_indexes(assessment)
        if index is not None and 0 <= index < _HUNDRED
    ]
    if not comparable:
        return ""
    drawn = comparable[:_MOST_BARS]
    places = _decimals(drawn)
    series = tuple(
        Series(
            status.label,
            tuple(index if result.status is status else None for result, index in drawn),
        )
        for status in grouping.LAGGING_STATUSES
        if any(result.status is status for result, _ in drawn)
    )
    return Chart(
        _lagging_title(assessment, comparable),
        _lagging_description(assessment, drawn, places),
        tuple(_bar(assessment, result) for result, _ in drawn),
        series,
        decimals(places),
    )


def _decimals(drawn: list[Drawn]) -> int:
    """Return the decimals with which no lagging measure prints as 100."""
    for places in range(1, _MOST_DECIMALS):
        if all(round_half_up(index, places) < _HUNDRED for _, index in drawn):
            return places
    return _MOST_DECIMALS


def _bar(assessment: Assessment, result: MeasureResult) -> str:
    name = f"{measure_phrases_vi.number(assessment.plan, result.measure)}. {result.measure.name}"
    status = measure_phrases_vi.plain_label(result)
    return f"{shorten(name, _NAME_LETTERS)}\n({lower_first(status)}: {_figures(result)})"


def _figures(result: MeasureResult) -> str:
    """Say what was reached and what is required: `81,0%, cần đạt ≥ 82%`."""
    failed = result.verdict.failed
    if result.verdict.required is None and failed is not None:
        level = measure_phrases_vi.milestone_level(result.measure, failed)
    else:
        level = measure_phrases_vi.required(result)
    return f"{result.shown}, cần đạt{NO_BREAK_SPACE}{level}"


def _lagging_title(assessment: Assessment, comparable: list[Drawn]) -> str:
    if len(comparable) > _MOST_BARS:
        return f"{format_count(_MOST_BARS)} nội dung xa mức cần đạt nhất"
    least = comparable[0][1]
    worst = [
        measure_phrases_vi.number(assessment.plan, result.measure)
        for result, index in comparable
        if index == least
    ]
    return f"Xa mức cần đạt nhất: chỉ tiêu {listed(worst)}"


def _lagging_description(assessment: Assessment, drawn: list[Drawn], places: int) -> str:
    lines = "; ".join(
        f"{measure_phrases_vi.named(assessment.plan, result.measure)}: {_figures(result)}, bằng "
        f"{format_decimal(index, places)} so với 100"
        for result, index in drawn
    )
    return f"Biểu đồ các nội dung chậm so với mức cần đạt (bằng 100). {lines}."
