"""The sheet Cấu hình: every setting with the plan's value beside it."""

from __future__ import annotations

from workbook.builder import inputs
from workbook.builder.book import DATE_FORMAT, Book
from workbook.builder.faults import mark_faulty
from workbook.builder.page import Page
from workbook.domain.settings import SPECS, SettingKind, SettingSpec
from workbook.layout import prompts_vi, sheets, styles, texts_vi
from workbook.layout.formulas import ranges
from workbook.layout.job import Job
from workbook.layout.placement import SettingsLayout
from workbook.layout.setting_defaults import default_texts


def write_settings(book: Book, job: Job) -> None:
    """Add the sheet."""
    place = SettingsLayout()
    page = Page(book, sheets.SETTINGS, sheets.marker_of(sheets.SETTINGS), left=1)
    for index, column in enumerate(place.columns):
        page.column(index, column.width, hidden=column.hidden)
    _write_head(page, place)
    group = book.format(bold=True, bg_color=styles.BAND_FILL, text_wrap=False)
    for name, row in place.group_rows.items():
        for index in range(1, len(place.columns)):
            page.text(row, index, name if index == 1 else "", group)
        page.keep_together(row, row + 1)
    defaults = default_texts(job.register)
    for spec in SPECS:
        for index, default in enumerate(defaults[spec.key]):
            _write_value(page, job, place, spec, index, default)
        _add_prompts(page, place, spec)
    values = place.column("value")
    rows = (place.row(spec.key, index) for spec in SPECS for index in range(spec.rows))
    mark_faulty(page, *ranges((row, values) for row in rows))
    page.sheet.freeze_panes(place.HEADING_ROW, 2)
    page.print_setup(place.last_row, len(place.columns) - 1, (place.HEADING_ROW,) * 2)
    page.finish()


def _write_head(page: Page, place: SettingsLayout) -> None:
    book = page.book
    page.title(texts_vi.SETTINGS_TITLE)
    page.hint(place.HINT_ROW, texts_vi.SETTINGS_HINT)
    page.hide_row(place.KEY_ROW)
    for index, column in enumerate(place.columns):
        page.text(place.KEY_ROW, index, column.full_key, book.format(text_wrap=False))
        page.text(place.HEADING_ROW, index, column.heading, book.heading_format())


def _write_value(
    page: Page, job: Job, place: SettingsLayout, spec: SettingSpec, index: int, default: str
) -> None:
    row, book = place.row(spec.key, index), page.book
    cells = job.register.settings.get(spec.key, ())
    form = book.entry_format(align="left")
    if spec.kind is SettingKind.DATE:
        form = book.entry_format(align="left", num_format=DATE_FORMAT)
    first = index == 0
    page.text(row, place.column("key"), spec.key, book.format(text_wrap=False))
    page.text(row, place.column("label"), spec.label if first else "", book.cell_format())
    page.raw(row, place.column("value"), cells[index].value if index < len(cells) else None, form)
    grey = book.cell_format(font_color=styles.HINT_TEXT)
    page.text(row, place.column("default"), default, grey)
    page.text(row, place.column("help"), spec.help if first else "", book.cell_format(italic=True))


def _add_prompts(page: Page, place: SettingsLayout, spec: SettingSpec) -> None:
    cell = place.cell(spec.key)
    if spec.kind is SettingKind.DATE:
        inputs.day(page, cell, prompts_vi.SETTING_DATE)
    elif spec.kind is SettingKind.YEAR:
        inputs.year(page, cell, prompts_vi.SETTING_YEAR)
    elif spec.kind is SettingKind.CHOICE:
        inputs.choice(page, cell, prompts_vi.SETTING_CHOICE, list(spec.choices))
