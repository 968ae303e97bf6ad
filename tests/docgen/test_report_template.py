"""The template of the Báo cáo: drawn by its tool, and of the form the decree asks for.

The numbers here are the decree's own (Decree 30/2020/NĐ-CP, Phụ lục I), written out once
more on purpose: `docgen.shared.house_style` is what is tested.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.styles.style import ParagraphStyle

from docgen.report.template import draw
from docgen.template_locations import default_template
from tests.docgen import made, reading, templates
from tests.docgen.written import report_context
from tests.ooxml_compare import diff, parts
from tests.validator import Office, needs_validator, validate

README = Path(__file__).parent.parent.parent / "templates" / "README.md"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def template() -> WordDocument:
    return Document(str(templates.REPORT))


def test_the_committed_template_is_what_the_tool_draws() -> None:
    # After a change of the tool: python -m docgen.report.template
    assert diff(templates.REPORT.read_bytes(), draw()) == ""


def test_the_tool_draws_the_same_bytes_every_time() -> None:
    assert draw() == draw()


def test_both_sections_are_a4_with_the_margins_of_the_decree(template: WordDocument) -> None:
    report, annex = template.sections
    assert report.orientation == WD_ORIENT.PORTRAIT
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    for section in (report, annex):
        sides = sorted((section.page_width or 0, section.page_height or 0))
        assert [round(side / 36000) for side in sides] == [210, 297]
        edges = (
            section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
        )  # fmt: skip
        top, bottom, left, right = (round((edge or 0) / 36000) for edge in edges)
        assert (20 <= top <= 25, 20 <= bottom <= 25) == (True, True)
        assert (30 <= left <= 35, 15 <= right <= 20) == (True, True)


def test_pages_are_numbered_from_the_second_each_section_from_one(template: WordDocument) -> None:
    for section in template.sections:
        assert section.different_first_page_header_footer
        number = section._sectPr.find(f"{_W}pgNumType")
        assert number is not None
        assert number.get(f"{_W}start") == "1"
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml


def test_all_text_is_black_times_new_roman_in_every_slot() -> None:
    styles = reading.xml_of(templates.REPORT.read_bytes(), "word/styles.xml")
    (fonts,) = styles.iter(f"{_W}rFonts")
    assert {fonts.get(f"{_W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {
        "Times New Roman"
    }
    assert {one.get(f"{_W}val") for one in styles.iter(f"{_W}color")} == {"000000"}


@pytest.mark.parametrize(
    "part",
    [
        name
        for name in parts(templates.REPORT.read_bytes())
        if name.startswith("word/") and name.endswith(".xml")
    ],
)
def test_nothing_is_highlighted_underlined_or_formatted_by_hand(part: str) -> None:
    text = parts(templates.REPORT.read_bytes())[part].decode()
    assert not re.search(r"<w:(highlight|u|strike|pict)\b", text)
    assert text.count("<w:drawing>") == text.count("<c:chart ")  # charts, and no pictures
    if part == "word/document.xml":
        assert not re.search(r"<w:(sz|rFonts|b|i|color|shd)\b", text)


@pytest.mark.parametrize(
    ("style", "size", "bold", "italic"),
    [
        ("Quốc hiệu", 13, True, False),
        ("Tiêu ngữ", 14, True, False),
        ("Cơ quan chủ quản", 13, False, False),
        ("Cơ quan ban hành", 13, True, False),
        ("Số và ký hiệu", 13, False, False),
        ("Địa danh và ngày tháng", 14, False, True),
        ("Tên loại", 14, True, False),
        ("Trích yếu", 14, True, False),
        ("Kính gửi", 14, False, False),
        ("Nội dung", 14, False, False),
        ("Mục I", 14, True, False),
        ("Khoản 1", 14, True, False),
        ("Chức vụ người ký", 14, True, False),
        ("Họ và tên người ký", 14, True, False),
        ("Nơi nhận", 12, True, True),
        ("Nơi nhận (từng nơi)", 11, False, False),
        ("Phụ lục", 14, True, False),
        ("Tên phụ lục", 14, True, False),
        ("Kèm theo", 14, False, True),
        ("Đầu trang", 14, False, False),
    ],
)
def test_a_component_has_the_size_and_weight_of_the_decree(
    template: WordDocument, style: str, size: int, bold: bool, italic: bool
) -> None:
    form = template.styles[style]
    assert form.font.size is not None
    assert (form.font.size.pt, bool(form.font.bold), bool(form.font.italic)) == (size, bold, italic)


def test_the_body_is_justified_and_indented_with_6_points_between(template: WordDocument) -> None:
    body = template.styles["Nội dung"]
    assert isinstance(body, ParagraphStyle)
    form = body.paragraph_format
    assert form.alignment is not None
    assert form.alignment.name == "JUSTIFY"
    assert round((form.first_line_indent or 0) / 36000) == 10
    assert (form.space_before or 0) + (form.space_after or 0) >= 6 * 12700
    assert form.line_spacing == 1


def test_the_heading_lines_are_drawn_and_never_underscores(template: WordDocument) -> None:
    assert "__" not in reading.text(templates.REPORT.read_bytes())
    borders = [one for one in template.styles if one.name and one.name.startswith("Đường kẻ")]
    assert len(borders) == 3
    assert all("w:pBdr" in one._element.xml for one in borders)


def test_quoc_hieu_has_a_column_of_100_mm(template: WordDocument) -> None:
    cell = template.tables[0].rows[0].cells[1]
    assert (cell.width or 0) >= 100 * 36000


def test_number_and_date_are_left_open() -> None:
    said = reading.text(templates.REPORT.read_bytes())
    assert re.search(r"Số:\s+/BC-\{\{ ky_hieu \}\}", said)
    assert re.search(r"ngày\s+tháng\s+năm\s\{\{ nam \}\}", said)


def fields() -> set[str]:
    """All field names of the context, nested ones too."""

    def names(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(names, value))
        if isinstance(value, dict):
            return set(value).union(*map(names, value.values()))
        return set()

    fault = made.fault()
    return names(dict(report_context(made.assessment(findings=(fault,)), draft=True)))


def test_every_field_is_described_in_the_readme() -> None:
    described = set(re.findall(r"`(\w+)`", README.read_text(encoding="utf-8")))
    assert fields() - described == set()


def test_the_template_and_the_readme_lie_together() -> None:
    assert default_template("bao_cao.docx").parent == README.parent


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_word_can_open_the_template_to_edit_it(office: Office) -> None:
    assert validate(templates.REPORT, office) == []


def test_the_template_opens_with_every_field_visible_as_text() -> None:
    said = "\n".join(p.text for p in Document(io.BytesIO(draw())).paragraphs)
    assert "{{ chuong_trinh }}" in said
