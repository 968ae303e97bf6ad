"""The two charts of the Báo cáo: their figures and their words.

Pure. A title says the finding; the description says all that the bars say, for those who
cannot see them. Numbers come from where the sổ's own charts take them.
"""

from __future__ import annotations

import textwrap
from fractions import Fraction

from docgen.shared import measure_phrases_vi as phrases
from docgen.word.charts.data import Chart, Series, decimals
from workbook.domain.judging import grouping
from workbook.domain.judging.grouping import STATUS_GROUPS
from workbook.domain.numbers_vi import NO_BREAK_SPACE, format_count, format_decimal, round_half_up
from workbook.domain.plan import Goal
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.text_vi import lower_first, shorten

REQUIRED = "Mức cần đạt = 100; thanh càng ngắn càng xa mức cần đạt"

_GOAL_LETTERS, _NAME_LETTERS = 34, 44  # of a line beside the bars
_GOAL_LINES = 2
_MOST_BARS = 12  # what stands on a page; the list in the text is whole
_MOST_DECIMALS = 4
_HUNDRED = 100

Drawn = tuple[MeasureResult, Fraction]


def goal_chart(assessment: Assessment) -> Chart | str:
    """Return measures by goal and status; "" while no measure has figures.

    A group of statuses that holds nothing is left out.
    """
    if not any(one.shown for one in assessment.results):
        return ""
    goals = grouping.results_by_goal(assessment)
    counts = [grouping.group_counts(results) for _, results in goals]
    series = tuple(
        Series(group.label, tuple(map(Fraction, of_goals)))
        for group, of_goals in zip(STATUS_GROUPS, zip(*counts, strict=True), strict=True)
        if any(of_goals)
    )
    names = tuple(_goal_name(goal) for goal, _ in goals)
    said = " ".join(
        _of_goal(goal, of_goal) for (goal, _), of_goal in zip(goals, counts, strict=True)
    )
    description = f"Biểu đồ số nội dung theo mục tiêu và tình trạng. {said}"
    return Chart(_goal_title(assessment), description, names, series)


def _goal_name(goal: Goal) -> str:
    name = f"{goal.number}. {goal.title}"
    return "\n".join(textwrap.wrap(name, _GOAL_LETTERS, max_lines=_GOAL_LINES, placeholder="…"))


def _goal_title(assessment: Assessment) -> str:
    lagging, blank = len(assessment.lagging), len(assessment.without_figures)
    worst = [str(one) for one in grouping.worst_goals(assessment)]
    if lagging:
        said = f"Có {format_count(lagging)} nội dung chậm hoặc không đạt"
        several = len(assessment.plan.goals) > 1 and len(worst) < len(assessment.plan.goals)
        return f"{said}, nhiều nhất ở mục tiêu {phrases.listed(worst)}" if several else said
    if blank:
        of = format_count(len(assessment.results))
        return f"{format_count(blank)} trong {of} nội dung chưa có số liệu"
    return "Không có nội dung chậm hoặc không đạt"


def _of_goal(goal: Goal, counts: list[int]) -> str:
    parts = [
        f"{format_count(count)} {lower_first(group.label)}"
        for group, count in zip(STATUS_GROUPS, counts, strict=True)
        if count
    ]
    return f"Mục tiêu {goal.number}: {', '.join(parts) or 'không có nội dung'}."


def lagging_chart(assessment: Assessment) -> Chart | str:
    """Return lagging measures against what is asked of them (100), the furthest first.

    "" where none can be so compared. No more bars than stand on a page.
    """
    found: list[Drawn] = [
        (result, index)
        for result, index in grouping.lagging_indexes(assessment)
        if index is not None and 0 <= index < _HUNDRED
    ]
    if not found:
        return ""
    drawn = found[:_MOST_BARS]
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
        _lagging_title(assessment, found),
        _lagging_description(assessment, drawn, places),
        tuple(_bar(assessment, result) for result, _ in drawn),
        series,
        decimals(places),
    )


def _decimals(drawn: list[Drawn]) -> int:
    """Return the decimals that keep what is behind from printing as 100."""
    for places in range(1, _MOST_DECIMALS):
        if all(round_half_up(index, places) < _HUNDRED for _, index in drawn):
            return places
    return _MOST_DECIMALS


def _bar(assessment: Assessment, result: MeasureResult) -> str:
    name = f"{phrases.number(assessment.plan, result.measure)}. {result.measure.name}"
    status = phrases.plain_label(result)
    return f"{shorten(name, _NAME_LETTERS)}\n({lower_first(status)}: {_figures(result)})"


def _figures(result: MeasureResult) -> str:
    """Say what was reached and what was asked: `81,0%, cần đạt ≥ 82%`."""
    failed = result.verdict.failed
    if result.verdict.required is None and failed is not None:
        asked = phrases.level_in_table(result.measure, failed.rule, failed.value)
    else:
        asked = phrases.required(result)
    return f"{result.shown}, cần đạt{NO_BREAK_SPACE}{asked}"


def _lagging_title(assessment: Assessment, found: list[Drawn]) -> str:
    if len(found) > _MOST_BARS:
        return f"{format_count(_MOST_BARS)} nội dung xa mức cần đạt nhất"
    least = found[0][1]
    worst = [phrases.number(assessment.plan, one.measure) for one, index in found if index == least]
    return f"Xa mức cần đạt nhất: chỉ tiêu {phrases.listed(worst)}"


def _lagging_description(assessment: Assessment, drawn: list[Drawn], places: int) -> str:
    lines = "; ".join(
        f"{phrases.named(assessment.plan, result.measure)}: {_figures(result)}, bằng "
        f"{format_decimal(index, places)} so với 100"
        for result, index in drawn
    )
    return f"Biểu đồ các nội dung chậm so với mức cần đạt (bằng 100). {lines}."
