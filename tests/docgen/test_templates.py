"""The templates: each is what its tool draws, in the decree's form, for Word to edit."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from docgen.documents import KINDS
from docgen.product_templates import TEMPLATES
from docgen.template_locations import default_template
from tests.docgen import reading
from tests.ooxml_compare import diff, parts
from tests.validator import Office, needs_validator, validate

# After a change: python -m docgen.product_templates.
TOOLS = {template.name: template.draw for template in TEMPLATES}
WITH_ANNEX = {"bao_cao.docx", "so_ket_tong_ket.docx"}
EACH = pytest.mark.parametrize("name", TOOLS)


def content(name: str) -> bytes:
    return default_template(name).read_bytes()


@EACH
def test_the_committed_template_is_what_its_tool_draws(name: str) -> None:
    assert diff(content(name), TOOLS[name]()) == ""


@EACH
def test_a_tool_draws_the_same_bytes_every_time(name: str) -> None:
    assert TOOLS[name]() == TOOLS[name]()


def test_every_kind_of_document_has_its_template_drawn() -> None:
    assert TOOLS.keys() == {kind.template for kind in KINDS.values()}


@EACH
def test_its_styles_settings_and_headers_are_those_of_the_base_document(name: str) -> None:
    ours, base = parts(content(name)), parts(content("khung.docx"))
    shared = {one for one in ours if "styles" in one or "settings" in one or "header" in one}
    assert {one: ours[one] for one in shared} == {one: base[one] for one in shared}
    assert len(shared) == (6 if name in WITH_ANNEX else 4)


@EACH
def test_an_annex_alone_lies_on_landscape_pages(name: str) -> None:
    turned = [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE][: 2 if name in WITH_ANNEX else 1]
    assert [one.orientation for one in Document(io.BytesIO(content(name))).sections] == turned


@EACH
def test_no_paragraph_is_formatted_by_hand(name: str) -> None:
    for part, text in parts(content(name)).items():
        if part == "word/document.xml" or part.startswith("word/header"):
            written = text.decode()
            assert not re.search(r"<w:(highlight|u|strike|pict|sz|rFonts|b|i|color|shd)\b", written)
            # charts, and no pictures
            assert written.count("<w:drawing>") == written.count("<c:chart ")


@EACH
def test_every_place_left_to_the_official_is_marked_as_such(name: str) -> None:
    text = parts(content(name))["word/document.xml"].decode()
    for run in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", text):
        words = "".join(re.findall(r"<w:t[^>]*>([^<]*)", run))
        if words.startswith("["):
            assert 'w:rStyle w:val="DonViGhi"' in run or 'w:rStyle w:val="ThieuSoLieu"' in run


@EACH
def test_number_and_day_are_left_open_and_lines_are_no_underscores(name: str) -> None:
    text = reading.text(content(name))
    assert re.search(r"Số:\s+/(BC-|KH-)?\{\{ (so_)?ky_hieu \}\}\n", text)
    assert re.search(r"\{\{ dia_danh \}\}, ngày\s+tháng\s+năm\s", text)
    assert "__" not in text


@EACH
def test_fields_are_visible_as_text(name: str) -> None:
    text = "\n".join(one.text for one in Document(io.BytesIO(content(name))).paragraphs)
    assert "{{ " in text


@EACH
def test_quoc_hieu_has_a_column_of_100_mm(name: str) -> None:
    cell = Document(io.BytesIO(content(name))).tables[0].rows[0].cells[1]
    assert (cell.width or 0) >= 100 * 36000


@needs_validator
@EACH
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_word_can_open_the_template_to_edit_it(name: str, office: Office) -> None:
    assert validate(default_template(name), office) == []
