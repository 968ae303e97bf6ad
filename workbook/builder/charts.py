"""The two native charts of Tổng hợp, and their figures right of what is printed."""

from __future__ import annotations

from fractions import Fraction

from xlsxwriter.chart import Chart

from workbook.builder.book import Page, Prop
from workbook.builder.summary_head import table_pixels
from workbook.domain.results import Assessment, MeasureResult
from workbook.layout import styles, summary, texts_vi
from workbook.layout.prompts_vi import shorten
from workbook.layout.sheets import SUMMARY

_DATA_ROW = 4
_LEAST_HEIGHT = 300  # pixels
_MOST_HEIGHT = 530  # the highest row that Excel allows holds so much
_SPACE = 12
_BAR = 30
_AROUND = 130
_NAME_LIMIT = 44
_LIGHT = "#D9D9D9"


def add_charts(page: Page, assessment: Assessment, row: int) -> int:
    """Write the figures, draw both charts side by side, return the row that follows."""
    indexes = summary.lagging_indexes(assessment)
    goals = _write_goal_figures(page, assessment)
    first = _DATA_ROW + goals + 3
    _write_lagging_figures(page, indexes, first)
    bars = max(goals, len(indexes))
    height = min(max(_LEAST_HEIGHT, _AROUND + _BAR * bars), _MOST_HEIGHT)
    # One high row: a page never breaks inside a row, so no chart is cut in print.
    page.height(row, (height + _SPACE) * 72 / 96)
    left = table_pixels() * 45 // 100
    size: dict[str, Prop] = {"width": left - 10, "height": height}
    page.sheet.insert_chart(
        row - 1,
        0,
        _goal_chart(page, assessment, goals, size),
        {"y_offset": _SPACE // 2, "object_position": 2},
    )
    if indexes:
        chart = _lagging_chart(page, indexes, first, table_pixels() - left, height)
        page.sheet.insert_chart(
            row - 1, 0, chart, {"x_offset": left, "y_offset": _SPACE // 2, "object_position": 2}
        )
    return row + 1


def _write_goal_figures(page: Page, assessment: Assessment) -> int:
    book, left = page.book, summary.CHART_DATA
    page.text(
        _DATA_ROW - 1, left, texts_vi.CHART_DATA_TITLE, book.format(bold=True, text_wrap=False)
    )
    page.column(left, 40)
    for index, group in enumerate(styles.CHART_CLASSES):
        page.column(left + 1 + index, 14)
        page.text(_DATA_ROW, left + 1 + index, group.label, book.format(bold=True, text_wrap=False))
    goals = summary.results_by_goal(assessment)
    for offset, (goal, results) in enumerate(goals):
        row = _DATA_ROW + 1 + offset
        label = texts_vi.GOAL_LABEL.format(number=goal.number)
        page.text(row, left, label, book.format(text_wrap=False))
        for index, count in enumerate(summary.class_counts(results)):
            page.number(row, left + 1 + index, count, book.format())
    return len(goals)


def _write_lagging_figures(
    page: Page, indexes: list[tuple[MeasureResult, Fraction]], first: int
) -> None:
    book, left = page.book, summary.CHART_DATA
    page.text(first - 1, left, texts_vi.LAGGING_AXIS, book.format(bold=True, text_wrap=False))
    for offset, (result, index) in enumerate(indexes):
        measure = result.measure
        label = shorten(f"{measure.id}: {measure.name}", _NAME_LIMIT)
        page.text(first + offset, left, label, book.format(text_wrap=False))
        page.number(first + offset, left + 1, float(index), book.format(num_format="0"))


def _font(size: int, *, bold: bool = False, color: str = styles.BLACK) -> dict[str, Prop]:
    return {"name": styles.FONT, "size": size, "bold": bold, "color": color}


def _dress(chart: Chart, title: str, width: int, height: int) -> None:
    chart.set_title(
        {"name": shorten(title, 120), "name_font": _font(13, bold=True), "overlay": False}
    )
    chart.set_size({"width": width, "height": height})
    chart.set_chartarea({"border": {"color": _LIGHT}})
    chart.set_y_axis(
        {"reverse": True, "crossing": "max", "num_font": _font(11), "line": {"color": _LIGHT}}
    )


def _goal_chart(page: Page, assessment: Assessment, goals: int, size: dict[str, Prop]) -> Chart:
    chart = page.book.file.add_chart({"type": "bar", "subtype": "stacked"})
    left, first, last = summary.CHART_DATA, _DATA_ROW, _DATA_ROW + goals - 1
    for index, group in enumerate(styles.CHART_CLASSES):
        column = left + 1 + index
        series = {
            "name": [SUMMARY, _DATA_ROW - 1, column],
            "categories": [SUMMARY, first, left, last, left],
            "values": [SUMMARY, first, column, last, column],
            "gap": 60,
            "border": {"color": group.fill},
            "data_labels": {
                "value": True,
                "num_format": "0;;;",
                "font": _font(
                    12,
                    bold=True,
                    color=styles.BLACK if group.pattern or group.light else styles.WHITE,
                ),
            },
        }
        if group.pattern:
            series["pattern"] = {
                "pattern": group.pattern, "fg_color": group.fill, "bg_color": styles.WHITE,
            }  # fmt: skip
        else:
            series["fill"] = {"color": group.fill}
        chart.add_series(series)
    lagging = len(assessment.lagging)
    blank, every = len(assessment.without_figures), len(assessment.results)
    title = texts_vi.goal_chart_title(lagging, summary.worst_goal(assessment), blank, every)
    _dress(chart, title, int(size["width"]), int(size["height"]))
    chart.set_x_axis({"major_gridlines": {"visible": False}, "visible": False})
    chart.set_legend({"position": "bottom", "font": _font(11)})
    return chart


def _lagging_chart(
    page: Page, indexes: list[tuple[MeasureResult, Fraction]], first: int, width: int, height: int
) -> Chart:
    chart = page.book.file.add_chart({"type": "bar"})
    left, last = summary.CHART_DATA, first + len(indexes) - 2
    points = [{"fill": {"color": styles.look_of(result).text}} for result, _ in indexes]
    chart.add_series(
        {
            "name": texts_vi.LAGGING_AXIS,
            "categories": [SUMMARY, first - 1, left, last, left],
            "values": [SUMMARY, first - 1, left + 1, last, left + 1],
            "points": points,
            "gap": 60,
            "data_labels": {"value": True, "num_format": "0", "font": _font(11, bold=True)},
        }
    )
    worst, index = indexes[0]
    _dress(chart, texts_vi.lagging_chart_title(worst.measure.id, index), width, height)
    highest = max(100, *(float(index) for _, index in indexes))
    chart.set_x_axis(
        {
            "name": texts_vi.LAGGING_AXIS,
            "name_font": _font(11, bold=False),
            "num_font": _font(11),
            "num_format": "0",
            "min": 0,
            "max": 100 if highest <= 100 else -(-int(highest) // 20) * 20 + 20,
            "major_unit": 20,
            "major_gridlines": {"visible": True, "line": {"color": _LIGHT, "width": 0.75}},
        }
    )
    chart.set_legend({"none": True})
    return chart
