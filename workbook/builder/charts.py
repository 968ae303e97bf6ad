"""The two native charts of Tổng hợp; all they show is linked to cells."""

from __future__ import annotations

from xlsxwriter.chart import Chart

from workbook.builder.book import Prop
from workbook.builder.page import Page
from workbook.builder.summary_head import table_pixels
from workbook.domain.judging.grouping import LAGGING_STATUSES
from workbook.layout import styles, summary, texts_vi
from workbook.layout.placement import address
from workbook.layout.sheets import SUMMARY
from workbook.layout.summary_layout import SummaryLayout, reference

_LEAST_HEIGHT = 300  # pixels
_MOST_HEIGHT = 530  # the highest row that Excel allows holds so much
_SPACE = 12
_BAR = 30
_AROUND = 130
_LIGHT = "#D9D9D9"
_GAP = 60


def add_charts(page: Page, place: SummaryLayout) -> None:
    """Draw both charts side by side in their row."""
    bars = max(len(place.plan.goals), len(place.plan.measures))
    height = min(max(_LEAST_HEIGHT, _AROUND + _BAR * bars), _MOST_HEIGHT)
    # One high row: a page never breaks inside a row, so no chart is cut in print.
    page.height(place.charts_row, (height + _SPACE) * 72 / 96)
    left = table_pixels() * 45 // 100
    charts = (
        (_goal_chart(page, place), 0, left - 10),
        (_lagging_chart(page, place), left, table_pixels() - left),
    )
    for chart, offset, width in charts:
        chart.set_size({"width": width, "height": height})
        page.sheet.insert_chart(
            place.charts_row - 1,
            0,
            chart,
            {"x_offset": offset, "y_offset": _SPACE // 2, "object_position": 2},
        )


def _font(size: int, *, bold: bool = False, color: str = styles.BLACK) -> dict[str, Prop]:
    return {"name": styles.FONT, "size": size, "bold": bold, "color": color}


def _dress(chart: Chart, title_row: int) -> None:
    title = reference(address(title_row, summary.DATA))
    chart.set_title({"name": f"={title}", "name_font": _font(13, bold=True), "overlay": False})
    chart.set_chartarea({"border": {"color": _LIGHT}})
    chart.set_y_axis(
        {
            "reverse": True,
            "crossing": "max",
            "num_font": _font(11),
            "line": {"color": _LIGHT},
        }
    )


def _series(first: int, last: int, categories: int, column: int, heading: int) -> dict[str, object]:
    """Return what a series shows: rows counted from 1, of one column."""
    return {
        "name": [SUMMARY, heading - 1, column],
        "categories": [SUMMARY, first - 1, categories, last - 1, categories],
        "values": [SUMMARY, first - 1, column, last - 1, column],
        "gap": _GAP,
    }


def _goal_chart(page: Page, place: SummaryLayout) -> Chart:
    chart = page.book.file.add_chart({"type": "bar", "subtype": "stacked"})
    chart.show_hidden_data()
    for index, group in enumerate(styles.CHART_LOOKS):
        column = summary.DATA + 1 + index
        series = _series(
            place.GOAL_FIRST_ROW, place.goal_last_row, summary.DATA, column, place.GOAL_HEADING_ROW
        )
        series["border"] = {"color": group.fill}
        dark = styles.BLACK if group.pattern or group.light else styles.WHITE
        series["data_labels"] = {
            "value": True, "num_format": "0;;;", "font": _font(12, bold=True, color=dark),
        }  # fmt: skip
        if group.pattern:
            series["pattern"] = {
                "pattern": group.pattern, "fg_color": group.fill, "bg_color": styles.WHITE,
            }  # fmt: skip
        else:
            series["fill"] = {"color": group.fill}
        chart.add_series(series)
    _dress(chart, place.GOAL_TITLE_ROW)
    chart.set_x_axis({"major_gridlines": {"visible": False}, "visible": False})
    chart.set_legend({"position": "bottom", "font": _font(11)})
    return chart


def _lagging_chart(page: Page, place: SummaryLayout) -> Chart:
    """Draw a series each lagging status, over each other: so the colours follow the rows."""
    chart = page.book.file.add_chart({"type": "bar"})
    for index, status in enumerate(LAGGING_STATUSES):
        series = _series(
            place.LAGGING_FIRST_ROW,
            place.lagging_last_row,
            summary.BARS,
            summary.BARS + 1 + index,
            place.LAGGING_HEADING_ROW,
        )
        series |= {
            "overlap": 100,
            "fill": {"color": styles.LOOKS[status].text},
            "data_labels": {"value": True, "num_format": "0", "font": _font(11, bold=True)},
        }
        chart.add_series(series)
    _dress(chart, place.LAGGING_CHART_TITLE_ROW)
    chart.set_x_axis(
        {
            "name": texts_vi.LAGGING_AXIS,
            "name_font": _font(11, bold=False),
            "num_font": _font(11),
            "num_format": "0",
            "min": 0,
            "major_unit": 20,
            "major_gridlines": {"visible": True, "line": {"color": _LIGHT, "width": 0.75}},
        }
    )
    chart.set_legend({"none": True})
    return chart
