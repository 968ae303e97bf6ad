"""The head of Tổng hợp: names, period, how to use it, choosers, and the strip of counts."""

from __future__ import annotations

from workbook.builder import inputs
from workbook.builder.macro_parts import place_buttons
from workbook.builder.page import Page
from workbook.domain.cell_addresses import column_letters
from workbook.domain.judging.grouping import STATUS_GROUPS
from workbook.domain.statuses import Status
from workbook.layout import prompts_vi, sheets, styles, summary, texts_vi
from workbook.layout.job import Job
from workbook.layout.placement import address
from workbook.layout.prompts_vi import Prompt
from workbook.layout.summary_layout import BOXES_A_ROW, SummaryLayout, reference

_BOX_HEIGHT = 46  # pixels
_BOX_GAP = 8
_BOX_ROW_POINTS = 42
_DIGIT = 8
_EDGE = 5


def table_pixels() -> int:
    """Return the width of the sheet's tables in pixels."""
    return int(sum(column.width * _DIGIT + _EDGE for column in summary.COLUMNS))


def write_head(page: Page, job: Job, place: SummaryLayout) -> None:
    """Write what stands above the list of lagging measures."""
    book, settings = page.book, job.assessment.settings
    page.live_title(place.title_formula(settings.unit_name, job.shown))
    programme = f"={reference(address(place.PROGRAMME_DATA_ROW, summary.DATA))}"
    names = book.format(bold=True, text_wrap=False)
    page.formula(place.PROGRAMME_ROW, 0, programme, settings.programme, names)
    hint = texts_vi.SUMMARY_HINT if book.buttons is None else texts_vi.SUMMARY_MACRO_HINT
    page.hint(place.HINT_ROW, hint)
    place_buttons(page, place.BUTTON_ROW)
    _write_choosers(page, job, place)
    _write_stale_count(page, place)
    title = texts_vi.COUNTS_TITLE.format(
        measures=len(job.assessment.results), indicators=len(job.plan.indicators)
    )
    page.section(place.COUNTS_TITLE_ROW, title)
    _write_strip(page, job, place)


def _write_choosers(page: Page, job: Job, place: SummaryLayout) -> None:
    if page.book.buttons is None:
        page.hide_row(place.CHOOSER_LABEL_ROW)
        page.hide_row(place.CHOOSER_ROW)
    choosers: tuple[tuple[int, str, str, list[str], Prompt], ...] = (
        (summary.NAME, texts_vi.CHOOSER_PERIOD, job.shown.label, list(place.periods),
         prompts_vi.CHOOSE_PERIOD),
        (summary.UNIT, texts_vi.CHOOSER_UNIT, texts_vi.WHOLE_WARD, place.unit_choices,
         prompts_vi.CHOOSE_UNIT),
        (summary.VALUE, texts_vi.CHOOSER_KIND, texts_vi.KINDS[0], list(texts_vi.KINDS),
         prompts_vi.CHOOSE_KIND),
        (summary.STATUS, texts_vi.CHOOSER_VERSION, texts_vi.VERSIONS[0], list(texts_vi.VERSIONS),
         prompts_vi.CHOOSE_VERSION),
    )  # fmt: skip
    label = page.book.format(
        italic=True, font_color=styles.HINT_TEXT, indent=1, valign="bottom", text_wrap=False
    )
    for column, name, chosen, choices, prompt in choosers:
        page.text(place.CHOOSER_LABEL_ROW, column, name, label)
        form = page.book.entry_format()
        page.text(place.CHOOSER_ROW, column, chosen, form)
        for choice in choices:  # the row must hold whatever is chosen later
            page.fit(place.CHOOSER_ROW, column, choice, form)
        cell = address(place.CHOOSER_ROW, column)
        source = _choices_in_cells(page, place, choices) if column == summary.UNIT else choices
        inputs.choice(page, cell, prompt, source)


def _choices_in_cells(page: Page, place: SummaryLayout, choices: list[str]) -> str:
    """Write choices right of the figures: a list in a rule may hold neither commas nor much."""
    column = summary.DATA + 1 + len(STATUS_GROUPS)
    form = page.book.format(text_wrap=False)
    for row, choice in enumerate(choices, start=place.DATA_ROW):
        page.text(row, column, choice, form)
    letters, last = column_letters(column), place.DATA_ROW + len(choices) - 1
    return f"=${letters}${place.DATA_ROW}:${letters}${last}"


def _write_stale_count(page: Page, place: SummaryLayout) -> None:
    red = page.book.format(bold=True, font_color=styles.STAMP_TEXT, text_wrap=False)
    page.formula(place.STALE_ROW, 0, place.stale_count_formula(), "", red)


def _write_strip(page: Page, job: Job, place: SummaryLayout) -> None:
    """Draw a box for every status, the most serious first, its text linked to a cell."""
    width = table_pixels() // BOXES_A_ROW - _BOX_GAP
    for line in range(-(-len(Status) // BOXES_A_ROW)):
        page.height(place.STRIP_ROW + line, _BOX_ROW_POINTS)
    for number, box in enumerate(summary.status_counts(job.assessment)):
        line, at = divmod(number, BOXES_A_ROW)
        cell = f"${column_letters(summary.DATA)}${place.STRIP_DATA_ROW + number}"
        look = styles.LOOKS[box[0]]
        page.sheet.insert_textbox(
            place.STRIP_ROW + line - 1,
            0,
            texts_vi.status_title(*box),
            {
                "textlink": f"={sheets.quoted(sheets.SUMMARY)}!{cell}",
                "x_offset": at * (width + _BOX_GAP),
                "y_offset": 4,
                "width": width,
                "height": _BOX_HEIGHT,
                "fill": {"color": look.fill},
                "line": {
                    "color": look.border,
                    "dash_type": "dash" if look.line == styles.DASHED else "solid",
                    "width": 1,
                },
                "font": {"name": styles.FONT, "size": 12, "bold": True, "color": look.text},
                "align": {"vertical": "middle", "horizontal": "center", "text": "center"},
                "object_position": 2,
                "description": f"{box[0].symbol} {box[0].label}",
            },
        )
