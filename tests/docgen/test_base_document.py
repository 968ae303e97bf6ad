"""`templates/khung.docx`: page, headers and styles lie inside the decree's ranges.

Officials and developers change this file in Word; python-docx reads it here.
"""

from __future__ import annotations

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Mm
from docx.styles.style import ParagraphStyle

from docgen.form_check.rules.measuring import fits
from docgen.shared import decree, typography
from docgen.shared.decree import Component
from docgen.template_locations import default_template
from tests.docgen import reading
from tests.ooxml_compare import parts
from tests.validator import Office, needs_validator, validate

BASE = default_template("khung.docx")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

COMPONENTS = {
    "QuocHieu": Component.MOTTO,
    "TieuNgu": Component.SLOGAN,
    "CoQuanChuQuan": Component.SUPERIOR,
    "CoQuan": Component.ISSUER,
    "SoKyHieu": Component.NUMBER,
    "VeViec": Component.SUBJECT,
    "DiaDanh": Component.DATE,
    "TenLoai": Component.TITLE,
    "TrichYeu": Component.ABSTRACT,
    "KinhGui": Component.ADDRESSEE,
    "KinhGuiNhieu": Component.ADDRESSEE,
    "KinhGuiDong": Component.ADDRESSEE,
    "NoiDung": Component.BODY,
    "MucLaMa": Component.ROMAN,
    "Khoan": Component.CLAUSE,
    "NoiNhan": Component.RECIPIENTS,
    "NoiNhanDong": Component.RECIPIENT,
    "ChucVu": Component.AUTHORITY,
    "NguoiKy": Component.SIGNER,
    "PhuLuc": Component.ANNEX,
    "TenPhuLuc": Component.ANNEX_NAME,
    "KemTheo": Component.ATTACHED,
    "DauTrang": Component.PAGE_NUMBER,
}


@pytest.fixture(scope="module")
def base() -> WordDocument:
    return Document(str(BASE))


def style(base: WordDocument, identifier: str) -> ParagraphStyle:
    (found,) = (one for one in base.styles if one.style_id == identifier)
    assert isinstance(found, ParagraphStyle)
    return found


def edges(section: Section) -> dict[str, float]:
    """Return the margins in millimetres."""
    lengths = {name: getattr(section, f"{name}_margin") for name in decree.MARGINS_MM}
    return {name: round(length.mm, 1) for name, length in lengths.items()}


def test_an_upright_section_comes_before_a_landscape_one(base: WordDocument) -> None:
    assert [one.orientation for one in base.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


def test_both_sections_have_the_page_of_the_decree(base: WordDocument) -> None:
    for section in base.sections:
        sides = sorted(round(side.mm) for side in (section.page_width, section.page_height) if side)
        assert tuple(sides) == decree.PAGE_MM
        assert all(fits(edges(section)[edge], asked) for edge, asked in decree.MARGINS_MM.items())


def test_pages_are_numbered_from_the_second_each_section_from_one(base: WordDocument) -> None:
    for section in base.sections:
        assert section.different_first_page_header_footer
        number = section._sectPr.find(f"{_W}pgNumType")
        assert number is not None
        assert number.get(f"{_W}start") == "1"
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml


def test_every_header_has_room_for_the_mark_at_its_right_edge(base: WordDocument) -> None:
    for section in base.sections:
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        for header in (section.header, section.first_page_header):
            (line,) = header.paragraphs
            centre, right = (stop.position for stop in line.paragraph_format.tab_stops)
            assert (centre, right) == pytest.approx((width / 2, width), abs=1000)
            assert line.text.endswith("\t{{ dau_trang }}")


@pytest.mark.parametrize("identifier", COMPONENTS)
def test_a_style_has_the_form_of_its_component(base: WordDocument, identifier: str) -> None:
    ours, asked = style(base, identifier), COMPONENTS[identifier]
    assert ours.font.size is not None
    assert fits(ours.font.size.pt, asked.sizes)
    assert asked.bold in (None, bool(ours.font.bold))
    assert asked.italic in (None, bool(ours.font.italic))
    assert not asked.centred or ours.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.CENTER


def test_the_body_stands_as_the_decree_asks(base: WordDocument) -> None:
    body = style(base, "NoiDung").paragraph_format
    assert body.alignment is WD_ALIGN_PARAGRAPH.JUSTIFY
    assert body.first_line_indent is not None
    assert round(body.first_line_indent.mm, 1) in decree.INDENTS_MM
    assert (body.space_before or 0) + (body.space_after or 0) >= decree.PARAGRAPH_GAP_PT * 12700
    assert isinstance(body.line_spacing, float)
    assert fits(body.line_spacing, decree.LINE_SPACING)


def test_all_text_is_vietnamese_black_and_of_the_decrees_typeface() -> None:
    styles = reading.xml_of(BASE.read_bytes(), "word/styles.xml")
    (fonts,) = styles.iter(f"{_W}rFonts")
    slots = {fonts.get(f"{_W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert slots == {decree.FONT}
    assert {one.get(f"{_W}val") for one in styles.iter(f"{_W}color")} == {"000000"}
    assert {one.get(f"{_W}val") for one in styles.iter(f"{_W}lang")} == {"vi-VN"}


def test_numbers_are_written_with_a_comma_and_word_does_not_open_it_as_an_old_file() -> None:
    settings = reading.xml_of(BASE.read_bytes(), "word/settings.xml")
    assert [one.get(f"{_W}val") for one in settings.iter(f"{_W}decimalSymbol")] == [","]
    assert [one.get(f"{_W}val") for one in settings.iter(f"{_W}compatSetting")] == ["15"]


def test_the_heading_lines_are_drawn(base: WordDocument) -> None:
    lines = {one.style_id: one for one in base.styles if "Đường kẻ" in (one.name or "")}
    assert lines.keys() == {"Ke1", "Ke2", "Ke2DonVi", "Ke3"}
    shorter = lines.pop("Ke2DonVi")  # units' names are shorter than those of committees
    assert shorter.base_style == lines["Ke2"]
    assert all("w:pBdr" in one._element.xml for one in lines.values())
    indent = shorter.paragraph_format.left_indent
    assert typography.HEADING_LEFT_MM - 2 * indent.mm == pytest.approx(15, abs=0.1)


def test_what_python_says_of_the_styles_is_so(base: WordDocument) -> None:
    size = style(base, "CoQuan").font.size
    assert size is not None
    assert size.pt == typography.AGENCY_PT
    page = base.sections[0]
    margins = (page.left_margin or 0) + (page.right_margin or 0)
    assert ((page.page_width or 0) - margins) / Mm(1) == pytest.approx(typography.TEXT_MM, abs=0.1)
    kinds = {one.style_id for one in base.styles if one.type == WD_STYLE_TYPE.PARAGRAPH}
    assert {f"TT_{key}" for key in typography.STATUS_KEYS} <= kinds
    filled = typography.STATUS_KEYS[:-1]
    assert all("w:shd" in style(base, f"TT_{key}")._element.xml for key in filled)


def test_it_holds_nothing_but_pages_headers_and_styles(base: WordDocument) -> None:
    assert [one.text for one in base.paragraphs if one.text] == []
    unwanted = ("comments", "customXml", "glossary", "media", "numbering", "footnotes")
    assert [one for one in parts(BASE.read_bytes()) if any(name in one for name in unwanted)] == []


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_word_can_open_it(office: Office) -> None:
    assert validate(BASE, office) == []
