from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.rendering import WordTemplate, printable
from docgen.template_language import Context
from docgen.wordxml import Table, paragraph
from tests.docgen import reading, templates
from workbook.domain.errors import TemplateError

CONTEXT: Context = {
    "x": "chữ",
    "dau_trang": "",
    "ten_co_quan": "",
    "rong": "",
    "cac_dong": [{"ten": "một"}, {"ten": "hai"}],
}


def filled(folder: Path, *body: str, context: Context = CONTEXT) -> str:
    path = templates.write(folder / "mau.docx", *body)
    return reading.text(WordTemplate(path).render(context))


@pytest.mark.parametrize(
    "value",
    [
        "R&D <br> </w:p> \"ngoặc\" 'đơn'",
        "{{ x }} {% if %} {_{ }_}",
        "🙂 ắằẵặấầẫậ Đđ ‰ ≥",
        "a" * 1000,
        "hai  khoảng\ttrắng và một ngắt",
        "]]> <!-- --> &amp; &#10;",
    ],
)
def test_texts_arrive_unchanged(tmp_path: Path, value: str) -> None:
    assert filled(tmp_path, "{{ x }}", context={**CONTEXT, "x": value}) == value


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=st.text(max_size=60))
def test_any_text_arrives_with_only_what_xml_cannot_hold_replaced(
    tmp_path: Path, value: str
) -> None:
    path = templates.write(tmp_path / "mau.docx", "|{{ x }}|")
    made = WordTemplate(path).render({**CONTEXT, "x": value})
    # XML reads every kind of line end as a line feed.
    arrived = str(printable(value)).replace("\r\n", "\n").replace("\r", "\n")
    assert reading.paragraphs(made)[0] == f"|{arrived}|"


def test_control_characters_become_spaces(tmp_path: Path) -> None:
    context: Context = {**CONTEXT, "x": "a\x00b\x0bc\ud800d\ufffee"}
    assert filled(tmp_path, "{{ x }}", context=context) == "a b c d e"


def test_tags_repeat_and_choose(tmp_path: Path) -> None:
    body = (
        "{%p for d in cac_dong %}",
        "{{ loop.index }}. {{ d.ten }}{% if not loop.last %};{% endif %}",
        "{%p endfor %}",
        "{%p if rong %}",
        "không bao giờ",
        "{%p else %}",
        "còn lại",
        "{%p endif %}",
    )
    assert filled(tmp_path, *body) == "1. một;\n2. hai\ncòn lại"


def test_a_tag_that_word_has_split_over_runs_is_understood(tmp_path: Path) -> None:
    runs = "".join(
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{part}</w:t></w:r>" for part in ("{", "{ ", "x", " }", "}")
    )
    assert filled(tmp_path, f"<w:p>{runs}</w:p>") == "chữ"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{{ khong_co }}", "“khong_co”"),
        ("{{ rongg }}", "Có phải là “rong”"),
        ("{{ khong_co is defined }}", "không được phép"),
        ("{% if khong_co %}a{% endif %}", "“khong_co”"),
        ("{% for d in cac_dong %}{{ d.tenn }}{% endfor %}", "Có phải là “ten”"),
        ("{{ x", "“{{ x"),
        ("trước {% for d cac_dong %} sau", "“trước"),
        ("{%p if x %}", "chưa đóng"),
        ("{% khonghieu %}", "“{% khonghieu %}”"),
    ],
)
def test_a_bad_tag_is_named_with_its_field_or_its_paragraph(
    tmp_path: Path, body: str, words: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(tmp_path, "đoạn đầu", body, "đoạn cuối")
    assert words in str(caught.value)
    assert "mau.docx" in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        "{{ x.__class__ }}",
        "{{ cac_dong[0] }}",
        "{{ x() }}",
        "{{ 'a' * 10 }}",
        "{{ x | upper }}",
        "{{ x ~ x }}",
        "{% set y = x %}",
        "{% include 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{{ [x for x in cac_dong] }}",
    ],
)
def test_a_template_runs_no_code(tmp_path: Path, body: str) -> None:
    with pytest.raises(TemplateError):
        filled(tmp_path, body)


def test_a_condition_that_tears_a_table_apart_is_refused(tmp_path: Path) -> None:
    table = Table((9,))
    torn = table.build(table.row(paragraph("NoiDung", "{% endif %}")))
    with pytest.raises(TemplateError, match="đặt sai chỗ"):
        filled(tmp_path, "{% if rong %}", torn)


@pytest.mark.parametrize(
    "content",
    [b"", b"khong phai zip", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    ids=["empty", "text", "cut", "ole"],
)
def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=r"không phải là tệp Word"):
        WordTemplate(path)


def test_a_zip_without_a_document_and_a_bomb_are_refused(tmp_path: Path) -> None:
    for name, content in (("xl/workbook.xml", b"<x/>"), ("word/document.xml", b" " * 200_000_000)):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        path = tmp_path / "mau.docx"
        path.write_bytes(buffer.getvalue())
        with pytest.raises(TemplateError, match=r"không phải là tệp Word"):
            WordTemplate(path)


def test_a_missing_template_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"Không tìm thấy mẫu văn bản “khong_co\.docx”"):
        WordTemplate(tmp_path / "khong_co.docx")
    with pytest.raises(TemplateError, match="Không đọc được"):
        WordTemplate(tmp_path)


def test_one_template_fills_many_documents(tmp_path: Path) -> None:
    template = WordTemplate(templates.write(tmp_path / "mau.docx", "{{ x }}"))
    texts = [reading.text(template.render({**CONTEXT, "x": one})) for one in ("một", "hai")]
    assert texts == ["một", "hai"]


SHADED = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>'
    '<w:tcPr><w:tcW w:w="9" w:type="dxa"/>{own}<w:vAlign w:val="center"/></w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="TT_dat"/></w:pPr></w:p></w:tc></w:tr></w:tbl>'
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(
    ("own", "fill"),
    [("", "F0F7F1"), ('<w:shd w:val="clear" w:fill="123456"/>', "123456")],
)
def test_a_cell_takes_the_fill_of_its_style_unless_it_has_one(
    tmp_path: Path, own: str, fill: str
) -> None:
    path = templates.write(tmp_path / "mau.docx", SHADED.format(own=own), "{{ x }}")
    root = reading.xml_of(WordTemplate(path).render(CONTEXT))
    (properties,) = root.iter(f"{_W}tcPr")
    assert [child.tag.removeprefix(_W) for child in properties] == ["tcW", "shd", "vAlign"]
    shading = properties.find(f"{_W}shd")
    assert shading is not None
    assert shading.get(f"{_W}fill") == fill
