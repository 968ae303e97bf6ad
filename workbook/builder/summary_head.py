"""The head of Tổng hợp: names, period, how to use it, and the strip of counts."""

from __future__ import annotations

from workbook.builder.book import Page
from workbook.layout.job import Job
from workbook.domain.statuses import Status
from workbook.layout import styles, summary, texts_vi
from workbook.layout.placement import TITLE_ROW

_BOX_HEIGHT = 46  # pixels
_BOX_GAP = 8
_BOX_ROW_POINTS = 42
_A_ROW = 7
_DIGIT = 8
_EDGE = 5


def table_pixels() -> int:
    """Return the width of the sheet's tables in pixels."""
    return int(sum(column.width * _DIGIT + _EDGE for column in summary.COLUMNS))


def write_head(page: Page, job: Job) -> int:
    """Write the head and return the row where the next part starts."""
    book, settings = page.book, job.assessment.settings
    page.title(f"{settings.unit_name} – {job.shown.label}")
    names = book.format(bold=True, text_wrap=False)
    page.text(TITLE_ROW + 1, 0, settings.programme, names)
    page.hint(TITLE_ROW + 2, texts_vi.SUMMARY_HINT)
    section = summary.STALE_ROW + 1
    title = texts_vi.COUNTS_TITLE.format(
        measures=len(job.assessment.results), indicators=len(job.plan.indicators)
    )
    page.section(section, title)
    return _write_strip(page, job, section + 1)


def _write_strip(page: Page, job: Job, row: int) -> int:
    """Draw a labelled box for every status that occurs, the most serious first."""
    boxes = summary.status_counts(job.assessment)
    lines = [boxes[n : n + _A_ROW] for n in range(0, len(boxes), _A_ROW)]
    width = table_pixels() // _A_ROW - _BOX_GAP
    for line, group in enumerate(lines):
        page.height(row + line, _BOX_ROW_POINTS)
        for place, (status, label, count) in enumerate(group):
            text = texts_vi.status_title(status, label, count)
            _draw_box(page, row + line, place * (width + _BOX_GAP), width, status, text)
    return row + len(lines) + 1


def _draw_box(page: Page, row: int, left: int, width: int, status: Status, text: str) -> None:
    look = styles.LOOKS[status]
    font = {"name": styles.FONT, "size": 12, "bold": True, "color": look.text}
    dash = "dash" if look.line == styles.DASHED else "solid"
    page.sheet.insert_textbox(
        row - 1,
        0,
        text,
        {
            "x_offset": left,
            "y_offset": 4,
            "width": width,
            "height": _BOX_HEIGHT,
            "fill": {"color": look.fill},
            "line": {"color": look.border, "dash_type": dash, "width": 1},
            "font": font,
            "align": {"vertical": "middle", "horizontal": "center", "text": "center"},
            "object_position": 2,
            "description": text.replace("\n", ": "),
        },
    )
