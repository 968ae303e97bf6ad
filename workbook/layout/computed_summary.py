"""What Python writes on Tổng hợp: one block from the lagging list down, one of figures."""

from __future__ import annotations

from collections.abc import Iterable

from workbook.domain.judging import grouping
from workbook.domain.judging.words_vi import gap_words
from workbook.domain.results import MeasureResult
from workbook.domain.text_vi import shorten
from workbook.layout import columns, formulas, styles, summary, texts_vi
from workbook.layout.blocks import Block, Formula, Value, table
from workbook.layout.job import Job
from workbook.layout.placement import UnitLayout
from workbook.layout.sheets import SUMMARY, quoted
from workbook.layout.summary_layout import SummaryLayout, reference

_NAME_LIMIT = 44
_TITLE_LIMIT = 120
_WIDTH = summary.BARS + 1 + len(grouping.LAGGING_STATUSES)  # columns of the great block

Line = list[Value]


def summary_blocks(job: Job) -> tuple[Block, ...]:
    """Return the blocks of Tổng hợp for the period that is shown."""
    place = SummaryLayout(job.plan, job.year)
    lines: dict[int, Line] = {
        row: [None] * _WIDTH for row in range(place.LAGGING_TITLE_ROW, place.last_row + 1)
    }
    _add_lagging(job, place, lines)
    _add_missing(job, place, lines)
    _add_all(job, place, lines)
    great = table(SUMMARY, place.LAGGING_TITLE_ROW, 0, lines.values())
    return great, table(SUMMARY, place.DATA_ROW, summary.DATA, _figures(job))


def _put(line: Line, values: Iterable[Value], column: int = 0) -> None:
    for offset, value in enumerate(values):
        line[column + offset] = value


def _add_lagging(job: Job, place: SummaryLayout, lines: dict[int, Line]) -> None:
    lagging = job.assessment.lagging
    lines[place.LAGGING_TITLE_ROW][0] = _lagging_title(job)
    heading = lines[place.LAGGING_HEADING_ROW]
    _put(heading, (column.lagging for column in summary.COLUMNS))
    names = [f"{status.symbol} {status.label}" for status in grouping.LAGGING_STATUSES]
    _put(heading, [texts_vi.LAGGING_AXIS, *names], summary.BARS)
    for offset, result in enumerate(lagging):
        _put(lines[place.LAGGING_FIRST_ROW + offset], _result(job, result))
    for offset, (result, index) in enumerate(grouping.lagging_indexes(job.assessment)):
        bars = [
            None if index is None or status is not result.status else float(index)
            for status in grouping.LAGGING_STATUSES
        ]
        _put(lines[place.LAGGING_FIRST_ROW + offset], [_bar_name(result), *bars], summary.BARS)


def _lagging_title(job: Job) -> str:
    title = texts_vi.LAGGING_TITLE.format(count=len(job.assessment.lagging))
    if job.assessment.lagging:
        return title
    judged = any(result.value is not None for result in job.assessment.results)
    return f"{title}: {texts_vi.NO_LAGGING if judged else texts_vi.NONE_JUDGED}"


def _bar_name(result: MeasureResult) -> str:
    measure = result.measure
    return shorten(f"{result.status.symbol} {measure.id}: {measure.name}", _NAME_LIMIT)


def _result(job: Job, result: MeasureResult) -> Line:
    """Return the row of one measure; both tables of measures look alike."""
    measure = result.measure
    place = job.places[measure.responsible_unit]
    return [
        measure.id,
        measure.name,
        place.unit.sheet,
        result.shown,
        styles.status_text(result),
        gap_words(result),
        " ".join(part for part in (result.explanation, result.note) if part),
        Formula(_stale(job, place, measure.id), 0),
    ]


def _stale(job: Job, place: UnitLayout, measure_id: str) -> str:
    chosen, shown = (reference(cell) for cell in (SummaryLayout.PERIOD_CELL,
                                                  SummaryLayout.JUDGED_CELL))  # fmt: skip
    own = f"{quoted(place.unit.sheet)}!{place.cell(measure_id, job.shown, columns.STALE)}"
    return f"=IF(OR({chosen}<>{shown},{own}=1),1,0)"


def _add_missing(job: Job, place: SummaryLayout, lines: dict[int, Line]) -> None:
    lines[place.missing_title_row][0] = texts_vi.MISSING_TITLE
    _put(lines[place.missing_heading_row], (column.missing for column in summary.COLUMNS))
    for offset, gap in enumerate(summary.gaps_by_unit(job.plan, job.assessment)):
        unit = job.places[gap.unit_id]
        empty = job.empty_figures(unit, job.shown)
        count = Formula(f"={formulas.empty_count(unit, job.shown, gap.sheet)}", empty)
        line: Line = [offset + 1, gap.name.rstrip("."), len(gap.without), gap.of, count,
                      ", ".join(gap.without)]  # fmt: skip
        _put(lines[place.missing_first_row + offset], line)


def _add_all(job: Job, place: SummaryLayout, lines: dict[int, Line]) -> None:
    lines[place.all_title_row][0] = texts_vi.ALL_TITLE
    _put(lines[place.all_heading_row], (column.every for column in summary.COLUMNS))
    for goal in job.plan.goals:
        label = texts_vi.GOAL_LABEL.format(number=goal.number)
        lines[place.goal_rows[goal.number]][0] = f"{label}: {goal.title}"
    for result in job.assessment.results:
        _put(lines[place.row(result.measure.id)], _result(job, result))


def _figures(job: Job) -> list[Line]:
    """Return what titles, boxes and the chart by goal are linked to, row by row."""
    assessment = job.assessment
    lagging = len(assessment.lagging)
    goal_title = texts_vi.goal_chart_title(
        lagging,
        next(iter(grouping.worst_goals(assessment)), None),
        len(assessment.without_figures),
        len(assessment.results),
    )
    lines: list[Line] = [
        [job.shown.label],
        [assessment.settings.unit_name],
        [assessment.settings.programme],
        [shorten(goal_title, _TITLE_LIMIT)],
        [shorten(_bars_title(job), _TITLE_LIMIT)],
    ]
    for box in summary.status_counts(assessment):
        lines.append([texts_vi.status_title(*box)])
    lines.append([None, *(group.label for group in grouping.STATUS_GROUPS)])
    for goal, results in grouping.results_by_goal(assessment):
        label = texts_vi.GOAL_LABEL.format(number=goal.number)
        lines.append([label, *grouping.group_counts(results)])
    return lines


def _bars_title(job: Job) -> str:
    indexes = grouping.lagging_indexes(job.assessment)
    if not indexes:
        return texts_vi.NO_BARS
    result, index = indexes[0]
    return texts_vi.lagging_chart_title(result.measure.id, index)
