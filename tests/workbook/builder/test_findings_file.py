"""The file of findings: the table of the sổ's sheet, apart, for whoever mends the figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.rendering import needs_rendering, page_sizes, pdf_words, to_pdf
from tests.validator import needs_validator, validate
from tests.workbook.builder.conftest import opened
from workbook.builder import build_findings
from workbook.domain.register import Checked, Register
from workbook.domain.validation import check
from workbook.layout import findings_layout as place
from workbook.layout import sheets, texts_vi

SOURCE = "Sổ & <1>.xlsx"


@pytest.fixture(scope="module")
def checked(hostile: Register) -> Checked:
    """A register with findings of every weight, and texts that nobody should type."""
    return check(hostile)


@pytest.fixture(scope="module")
def content(checked: Checked) -> bytes:
    return build_findings(checked, checked.findings, SOURCE)


def sheet_of(content: bytes) -> Worksheet:
    book = opened(content)
    assert book.sheetnames == [sheets.FINDINGS]
    return book[sheets.FINDINGS]


def test_every_finding_is_a_row_with_place_content_and_what_to_do(
    checked: Checked, content: bytes
) -> None:
    sheet = sheet_of(content)
    first, last = place.rows_used(len(checked.findings))
    assert sheet.max_row == last
    rows = sheet.iter_rows(min_row=first, max_row=last, values_only=True)
    for number, (row, one) in enumerate(zip(rows, checked.findings, strict=True), start=1):
        period = one.period.key if one.period else None
        where = (number, one.severity.label, one.code, period, one.sheet, one.cell or None)
        assert row == (*where, one.measure, one.problem, one.remedy)


def test_content_and_what_to_do_together_are_the_message(checked: Checked) -> None:
    for one in checked.findings:
        assert one.remedy
        assert f"{one.problem} {one.remedy}" == one.message


def test_no_link_leads_into_the_void(content: bytes) -> None:
    sheet = sheet_of(content)
    assert [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert values == []


def test_the_name_of_the_workbook_stands_above(content: bytes) -> None:
    assert f"“{SOURCE}”" in str(sheet_of(content).cell(place.HINT_ROW, 1).value)


def test_people_may_sort_filter_and_write(content: bytes, checked: Checked) -> None:
    sheet = sheet_of(content)
    assert not sheet.protection.sheet
    last = place.rows_used(len(checked.findings))[1]
    assert sheet.auto_filter.ref == f"A{place.HEADING_ROW}:I{last}"


def test_where_nothing_is_found_that_is_said(checked: Checked) -> None:
    sheet = sheet_of(build_findings(checked, (), SOURCE))
    assert sheet.cell(place.COUNT_ROW, 1).value == "Lỗi: 0   Cảnh báo: 0   Nhắc: 0"
    assert sheet.cell(place.FIRST_ROW, 1).value == texts_vi.NO_FINDINGS
    assert sheet.max_row == place.FIRST_ROW
    assert sheet.auto_filter.ref is None


def test_the_same_findings_give_the_same_bytes(checked: Checked, content: bytes) -> None:
    assert build_findings(checked, checked.findings, SOURCE) == content


@needs_validator
@pytest.mark.parametrize("count", [None, 0])
def test_office_accepts_the_file(count: int | None, checked: Checked, tmp_path: Path) -> None:
    path = tmp_path / "ket_qua.xlsx"
    path.write_bytes(build_findings(checked, checked.findings[:count], SOURCE))
    assert validate(path) == []


@needs_rendering
def test_it_prints_on_a4_with_nothing_cut(sample: Register, tmp_path: Path) -> None:
    found = check(sample)
    path = tmp_path / "ket_qua.xlsx"
    path.write_bytes(build_findings(found, found.findings, "so.xlsx"))
    pdf = to_pdf(path, tmp_path)
    assert {tuple(map(round, size)) for size in page_sizes(pdf)} == {(842, 595)}
    words = pdf_words(pdf)
    for one in found.findings:
        assert one.remedy.replace(" ", "") in words.replace(" ", "").replace("\n", "")
