from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbook.builder.conftest import build, build_for, opened
from workbook.domain.periods import periods_of
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.domain.settings import SPECS
from workbook.domain.statuses import Status
from workbook.layout import columns, prompts_vi, sheets, styles, summary, text_fit, texts_vi
from workbook.layout.placement import (
    FundingLayout,
    SettingsLayout,
    UnitLayout,
    history_cell,
)
from workbook.layout.summary_layout import SummaryLayout

LONGEST_FORMULA = 8192  # characters
LONGEST_LIST = 255 + 2  # characters of a list inside a rule, in quotation marks


def visible(book: Workbook) -> list[Worksheet]:
    return [book[name] for name in book.sheetnames if book[name].sheet_state == "visible"]


def parts(item: HeaderFooterItem | None) -> str:
    """Return the texts of a header or footer, left to right."""
    assert item is not None
    return " ".join(str(part.text) for part in (item.left, item.center, item.right))


def footer(sheet: Worksheet) -> str:
    return parts(sheet.oddFooter)


def entry_cells(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield sheet and address of every cell that is to be typed, from the layout alone."""
    half, whole = periods_of(2026)
    for chooser in (
        SummaryLayout.PERIOD_CELL,
        SummaryLayout.UNIT_CELL,
        SummaryLayout.KIND_CELL,
        SummaryLayout.VERSION_CELL,
    ):
        yield sheets.SUMMARY, chooser
    for unit in plan.units:
        place = UnitLayout(plan, unit.id, 2026)
        yield unit.sheet, UnitLayout.FILLED_BY_CELL
        yield unit.sheet, UnitLayout.FILLED_ON_CELL
        for measure in place.measures:
            keys = [columns.slot_key(slot) for slot in measure.slots]
            others = (columns.SOURCE, columns.ENTERED_ON, columns.NOTE, columns.EXPLANATION)
            for key in (*keys, *others):
                for period in (half, whole):
                    yield unit.sheet, place.cell(measure.id, period, key)
        for task in unit.tasks:
            for key in ("result", "deadline", "done"):
                yield unit.sheet, place.task_cell(task.id, key)
    money = FundingLayout(plan, 2026)
    for source in plan.funding:
        yield sheets.FUNDING, money.cell(source.id, "planned")
        yield sheets.FUNDING, money.cell(source.id, "note")
        for period in (half, whole):
            yield sheets.FUNDING, money.cell(source.id, "spent", period)
    for index in range(columns.HISTORY_ROWS):
        for column in columns.history_columns():
            if column.entry:
                yield sheets.HISTORY, history_cell(index, column.key)
    place_of_settings = SettingsLayout()
    for spec in SPECS:
        for index in range(spec.rows):
            yield sheets.SETTINGS, place_of_settings.cell(spec.key, index)


def test_exactly_the_cells_to_be_typed_are_unlocked(sample_book: Workbook, plan: Plan) -> None:
    unlocked = {
        (sheet.title, cell.coordinate)
        for sheet in visible(sample_book)
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked == set(entry_cells(plan))


def test_exactly_the_cells_to_be_typed_are_pale_yellow(sample_book: Workbook, plan: Plan) -> None:
    yellow = {
        (sheet.title, cell.coordinate)
        for sheet in visible(sample_book)
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.start_color.rgb == f"FF{styles.ENTRY_FILL[1:]}"
    }
    assert yellow == set(entry_cells(plan))


def test_sheets_are_protected_without_a_password(sample_book: Workbook) -> None:
    for name in sample_book.sheetnames:
        protection = sample_book[name].protection
        assert protection.sheet
        assert not protection.password
        hidden = sample_book[name].sheet_state == "veryHidden"
        assert hidden or protection.formatColumns is False  # False: allowed


def test_every_prompt_is_within_what_excel_allows(sample_book: Workbook) -> None:
    rules = [v for sheet in visible(sample_book) for v in sheet.data_validations.dataValidation]
    assert rules
    for rule in rules:
        assert 0 < len(rule.promptTitle or "") <= prompts_vi.TITLE_LIMIT
        assert 0 < len(rule.prompt or "") <= prompts_vi.TEXT_LIMIT
        assert len(rule.error or "") <= prompts_vi.TEXT_LIMIT
        if rule.type:
            assert rule.error
            assert rule.errorStyle in (None, "stop")


def test_every_figure_has_its_own_prompt(sample_book: Workbook, plan: Plan) -> None:
    for unit in plan.units:
        rules = sample_book[unit.sheet].data_validations.dataValidation
        place = UnitLayout(plan, unit.id, 2026)
        prompts = {str(rule.sqref): rule.prompt for rule in rules}
        for measure in place.measures:
            for period in periods_of(2026):
                for slot in measure.slots:
                    cell = place.cell(measure.id, period, columns.slot_key(slot))
                    assert prompts[cell] == prompts_vi.figure_prompt(measure, slot).text


def test_no_cells_are_merged(sample_book: Workbook) -> None:
    assert all(not sheet.merged_cells.ranges for sheet in visible(sample_book))


def test_every_table_prints_on_a4_landscape_and_the_guide_upright(sample_book: Workbook) -> None:
    for sheet in visible(sample_book):
        upright = sheet.title == sheets.GUIDE
        assert sheet.page_setup.orientation == ("portrait" if upright else "landscape")
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.print_title_rows
        assert "&P/&N" in footer(sheet)
        assert "năm 2026" in footer(sheet)


def test_a_sample_says_so_on_every_sheet_and_page(sample_book: Workbook) -> None:
    for sheet in visible(sample_book):
        shown = [cell.value for cell in sheet[2] if not is_hidden(sheet, (cell.column or 1) - 1)]
        assert any(texts_vi.SAMPLE_STAMP in str(value) for value in shown)
        assert not sheet.row_dimensions[2].hidden
        assert texts_vi.SAMPLE_STAMP in parts(sheet.oddHeader)
        assert texts_vi.SAMPLE_STAMP in footer(sheet)


def test_real_figures_carry_no_stamp(blank_bytes: bytes) -> None:
    with ZipFile(BytesIO(blank_bytes)) as package:
        content = b"".join(package.read(name) for name in package.namelist())
    assert texts_vi.SAMPLE_STAMP.encode() not in content


def test_the_period_not_reported_is_collapsed(sample: Register, plan: Plan) -> None:
    half, whole = periods_of(2026)
    for shown, folded in ((half, whole), (whole, half)):
        book = opened(build_for(sample, shown))
        for unit in plan.units:
            place = UnitLayout(plan, unit.id, 2026)
            for index, column in enumerate(place.columns):
                other = column.period == folded and column.key != columns.BAND
                hidden = column.hidden or other
                assert is_hidden(book[unit.sheet], index) is hidden, column.full_key


def is_hidden(sheet: Worksheet, index: int) -> bool:
    """Tell whether a column is hidden; openpyxl keeps runs of alike columns as one."""
    for dimension in sheet.column_dimensions.values():
        first, last = dimension.min or 0, dimension.max or 0
        if first <= index + 1 <= last:
            return bool(dimension.hidden)
    return False


def test_panes_are_frozen_below_the_headings_and_right_of_the_name(
    sample_book: Workbook, plan: Plan
) -> None:
    for unit in plan.units:
        place = UnitLayout(plan, unit.id, 2026)
        corner = f"{get_column_letter(place.column('name') + 2)}{place.FIRST_ROW}"
        assert sample_book[unit.sheet].freeze_panes == corner


def test_the_summary_carries_two_native_charts(sample_bytes: bytes) -> None:
    with ZipFile(BytesIO(sample_bytes)) as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert len(charts) == 2
    assert "nội dung" in drawing or "Đạt" in drawing


def test_every_status_has_a_box_whose_centred_text_is_that_of_a_cell(sample_bytes: bytes) -> None:
    with ZipFile(BytesIO(sample_bytes)) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    boxes = drawing.split("<xdr:sp ")[1:]
    assert len(boxes) == len(Status)
    for box in boxes:
        assert f"textlink=\"'{sheets.SUMMARY}'!$" in box
        assert '<a:p><a:pPr algn="ctr"/><a:fld ' in box


def test_no_formula_is_longer_than_excel_allows(sample_book: Workbook) -> None:
    formulas = [
        str(cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value)
        for sheet in sample_book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert any("EXACT" in one for one in formulas)
    assert max(map(len, formulas)) <= LONGEST_FORMULA


def test_fonts_do_not_follow_the_theme(sample_bytes: bytes) -> None:
    with ZipFile(BytesIO(sample_bytes)) as package:
        xml = package.read("xl/styles.xml").decode()
    assert "<scheme" not in xml
    assert f'name val="{styles.FONT}"' in xml


@pytest.mark.parametrize("name", ["Ông 'Tư' & bà <Năm>", "Đơn vị (1), tổ #2"])
def test_a_unit_may_have_an_odd_name(plan: Plan, sample: Register, name: str) -> None:
    first = replace(plan.units[0], sheet=name, name=name)
    odd = replace(plan, units=(first, *plan.units[1:]))
    book = opened(build(replace(sample, plan=odd)))
    assert name in book.sheetnames
    assert all(f"'{name}'" not in str(s.print_area) or s.title == name for s in visible(book))


def test_a_unit_without_measures_or_tasks_gets_a_sheet(plan: Plan, sample: Register) -> None:
    idle = replace(plan.units[0], id="RANH", sheet="Đơn vị rảnh", tasks=())
    wider = replace(plan, units=(*plan.units, idle))
    sheet = opened(build(replace(sample, plan=wider)))["Đơn vị rảnh"]
    for row in (UnitLayout.KEY_ROW, UnitLayout.HEADING_ROW):
        assert sheet.row_dimensions[row].hidden


def test_the_row_of_choices_holds_whatever_may_be_chosen(sample_bytes: bytes, plan: Plan) -> None:
    sheet = opened(sample_bytes)[sheets.SUMMARY]
    offered = {
        summary.UNIT: SummaryLayout(plan, 2026).unit_choices,
        summary.VALUE: texts_vi.KINDS,
        summary.STATUS: texts_vi.VERSIONS,
    }
    asked = max(
        text_fit.count_lines(choice, summary.COLUMNS[column].width, styles.ENTRY_SIZE)
        for column, choices in offered.items()
        for choice in choices
    )
    height = sheet.row_dimensions[SummaryLayout.CHOOSER_ROW].height
    assert height >= text_fit.row_height(asked, styles.ENTRY_SIZE)
    assert asked > 1


def test_the_kinds_of_document_are_offered_in_one_short_list(sample_bytes: bytes) -> None:
    sheet = opened(sample_bytes)[sheets.SUMMARY]
    (rule,) = (
        one
        for one in sheet.data_validations.dataValidation
        if SummaryLayout.KIND_CELL in str(one.sqref).split()
    )
    assert rule.formula1.strip('"').split(",") == list(texts_vi.KINDS)
    assert len(rule.formula1) <= LONGEST_LIST
