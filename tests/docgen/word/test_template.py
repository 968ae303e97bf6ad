from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.documents import field_tree, field_trees
from docgen.template_check.checking import check_template
from docgen.template_locations import default_template
from docgen.word.charts.data import clean
from docgen.word.template import FaultyTemplateError, WordTemplate, load_template
from tests.docgen import reading, templates
from tests.docgen.declared import Context
from tests.docgen.wordxml import Table, paragraph
from tests.docgen.written import report_context
from tests.rendering import convert, needs_rendering
from tests.validator import needs_validator, validate
from workbook.domain.errors import TemplateError
from workbook.domain.periods import Period
from xl_macros.actions import Judged

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
YEAR, HALF = Period(2026), Period(2026, half=True)

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
    arrived = clean(value).replace("\r\n", "\n").replace("\r", "\n")
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


def shown(document: bytes) -> str:
    """What Word shows of a body: blanks at the ends of a text only where it is told to."""
    return "".join(
        (one.text or "") if one.get(_SPACE) == "preserve" else (one.text or "").strip()
        for one in reading.xml_of(document).iter(f"{_W}t")
    )


@pytest.mark.parametrize(
    "texts",
    [
        ("một", "{% if x %} {{ x }}{% endif %}"),
        ("một", "{%", "if x %} {{ x }}{% endif %}"),
        ("một", "{% if x", "%} {{ x }}{% endif %}"),
        ("một", "{% i", "f x %} {{ x }}{% en", "dif %}"),
    ],
)
def test_blanks_inside_tags_are_seen_however_word_has_cut_them(
    tmp_path: Path, texts: tuple[str, ...]
) -> None:
    """Word marks a text whose ends are blank, and not one whose ends are tags."""
    runs = "".join(f"<w:r><w:t>{one}</w:t></w:r>" for one in texts)
    path = templates.write(tmp_path / "mau.docx", f"<w:p>{runs}</w:p>")
    assert shown(WordTemplate(path).render(CONTEXT)) == "một chữ"


@pytest.mark.parametrize(
    "texts", [("a {{ x", "}} d"), ("a {{", "x }} d"), ("a {", "{ x ", "}", "} d")]
)
def test_a_blank_behind_a_tag_that_word_has_cut_is_seen(
    tmp_path: Path, texts: tuple[str, ...]
) -> None:
    runs = "".join(f"<w:r><w:t>{one}</w:t></w:r>" for one in texts)
    path = templates.write(tmp_path / "mau.docx", f"<w:p>{runs}</w:p>")
    assert shown(WordTemplate(path).render(CONTEXT)) == "a chữ d"


def test_all_faults_of_a_template_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FaultyTemplateError) as caught:
        filled(tmp_path, "{{ x", "{% if x %}", "a {%p endif %}", "{{ x | upper }}")
    said = str(caught.value).splitlines()
    assert said[0] == "Mẫu “mau.docx” có 4 lỗi, chưa dùng được. Hãy sửa trong Word:"
    assert len(said) == 1 + len(caught.value.faults) == 5
    assert "Đoạn “{{ x”: thẻ “{{ x” chưa đóng." in said[1]


def test_a_long_list_of_faults_is_cut_and_says_where_the_rest_is(tmp_path: Path) -> None:
    with pytest.raises(FaultyTemplateError) as caught:
        filled(tmp_path, *(f"{{{{ x | f{n} }}}}" for n in range(20)))
    *_, last = str(caught.value).splitlines()
    assert last == "… và 12 lỗi khác, xem bằng lệnh “so-chi-tieu kiem-mau”."


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{{ khong_co }}", "“khong_co”"),
        ("{{ rongg }}", "Có phải là “rong”"),
        ("{% if khong_co %}a{% endif %}", "“khong_co”"),
        ("{% for d in cac_dong %}{{ d.tenn }}{% endfor %}", "Có phải là “ten”"),
        ("{% for d in cac_dong %}{{ d.ten.upper }}{% endfor %}", "“upper”"),
    ],
)
def test_a_field_that_the_data_lack_stops_the_work(tmp_path: Path, body: str, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        filled(tmp_path, "đoạn đầu", body, "đoạn cuối")
    assert words in str(caught.value)
    assert "mau.docx" in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [b"", b"khong phai zip", b"PK\x03\x04 cut"],
    ids=["empty", "text", "cut"],
)
def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=r"không phải là tệp Word"):
        WordTemplate(path)


def test_a_zip_without_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
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


def edited(folder: Path, **properties: str) -> Path:
    """A template without tags in its properties, with those of whoever edited it."""
    path = templates.write(folder / "mau.docx", "{{ x }}")
    document = Document(str(path))
    document.core_properties.title, document.core_properties.author = "Mẫu", "Ủy ban"
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    document.save(str(path))
    return path


def properties_of(document: bytes) -> tuple[str, str]:
    properties = Document(io.BytesIO(document)).core_properties
    return properties.category, properties.content_status


def test_a_document_is_not_called_what_its_template_or_the_document_before_was(
    tmp_path: Path,
) -> None:
    template = WordTemplate(edited(tmp_path, category="mẫu", content_status="Bản cuối"))
    given = {"category": "bao_cao", "content_status": "DỰ THẢO"}
    assert properties_of(template.render(CONTEXT)) == ("", "")
    assert properties_of(template.render(CONTEXT, given)) == ("bao_cao", "DỰ THẢO")
    assert properties_of(template.render(CONTEXT)) == ("", "")


@pytest.mark.parametrize(("editor", "named"), [("Nguyễn Văn A", "Ủy ban"), ("", "")])
def test_whoever_edited_the_template_is_not_named_in_a_document(
    tmp_path: Path, editor: str, named: str
) -> None:
    made = WordTemplate(edited(tmp_path, last_modified_by=editor)).render(CONTEXT)
    assert Document(io.BytesIO(made)).core_properties.last_modified_by == named
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert not editor or editor.encode() not in archive.read("docProps/core.xml")


def test_a_body_of_any_name_is_named_by_a_template_that_word_has_saved(tmp_path: Path) -> None:
    """Word allows 255 characters in a property."""
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    document = Document(str(path))
    document.core_properties.last_modified_by = "Nguyễn Văn A"
    document.save(str(path))
    name = "Ủy ban nhân dân phường " * 20
    made = WordTemplate(path).render({**CONTEXT, "ten_co_quan": name})
    assert name.startswith(Document(io.BytesIO(made)).core_properties.last_modified_by)


SHADED = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc>'
    '<w:tcPr><w:tcW w:w="9" w:type="dxa"/>{own}<w:vAlign w:val="center"/></w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="TT_dat"/></w:pPr></w:p></w:tc></w:tr></w:tbl>'
)


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


# What Word may write into the properties of a cell, in the order of the schema (CT_TcPr).
BEFORE_SHADING = ("tcW", "gridSpan", "vMerge", "tcBorders")
BEHIND_SHADING = (
    "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark", "headers",
)  # fmt: skip


@pytest.mark.parametrize("behind", [*((one,) for one in BEHIND_SHADING), BEHIND_SHADING, ()])
@pytest.mark.parametrize("before", [BEFORE_SHADING, BEFORE_SHADING[:1]])
def test_a_fill_stands_where_the_schema_wants_it(
    tmp_path: Path, before: tuple[str, ...], behind: tuple[str, ...]
) -> None:
    own = "".join(f'<w:{name} w:val="1"/>' for name in (*before, *behind))
    start, _, end = SHADED.partition("<w:tcPr>")
    body = f"{start}<w:tcPr>{own}</w:tcPr>{end.partition('</w:tcPr>')[2]}"
    path = templates.write(tmp_path / "mau.docx", body, "{{ x }}")
    (properties,) = reading.xml_of(WordTemplate(path).render(CONTEXT)).iter(f"{_W}tcPr")
    names = tuple(child.tag.removeprefix(_W) for child in properties)
    assert names == (*before, "shd", *behind)


def emptied(folder: Path) -> Path:
    """A template whose table loses a cell's text, and has a table in a cell."""
    table = Table((9, 9))
    cells = table.row(
        paragraph("The", "{%p if rong %}")
        + paragraph("NoiDung", "a")
        + paragraph("The", "{%p endif %}"),
        table.build(table.row(paragraph("NoiDung", "b"), paragraph("NoiDung", "c"))),
    )
    return templates.write(folder / "mau.docx", table.build(cells), "{{ x }}")


def test_a_cell_that_the_data_leave_empty_keeps_a_paragraph(tmp_path: Path) -> None:
    made = WordTemplate(emptied(tmp_path)).render(CONTEXT)
    assert {cell[-1].tag for cell in reading.xml_of(made).iter(f"{_W}tc")} == {f"{_W}p"}
    assert reading.text(made) == "b\nc\nchữ"


@needs_validator
def test_office_finds_no_fault_in_what_was_emptied(tmp_path: Path) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(WordTemplate(emptied(tmp_path)).render({**CONTEXT, "x": "a\x0b🙂<b>"}))
    assert validate(path) == []


def test_a_table_without_any_row_is_left_out(tmp_path: Path) -> None:
    table = Table((9,))
    rows = table.repeat("d", "khong_dong", table.row(paragraph("NoiDung", "{{ d.ten }}")))
    around = Table((20,))
    body = around.build(around.row(table.build(rows)))
    path = templates.write(tmp_path / "mau.docx", table.build(rows), body, "{{ x }}")
    root = reading.xml_of(WordTemplate(path).render({**CONTEXT, "khong_dong": []}))
    assert len(list(root.iter(f"{_W}tbl"))) == 1
    assert {cell[-1].tag for cell in root.iter(f"{_W}tc")} == {f"{_W}p"}


def test_a_tag_put_together_leaves_the_marks_around_it_whole(tmp_path: Path) -> None:
    cut = (
        '<w:p><w:r><w:t>a {{</w:t></w:r><w:bookmarkStart w:id="1" w:name="b"/>'
        '<w:ins w:id="2" w:author="c"><w:r><w:t> x }</w:t></w:r></w:ins>'
        '<w:r><w:t>} d {{ x }}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    )
    path = templates.write(tmp_path / "mau.docx", cut)
    made = WordTemplate(path).render(CONTEXT)
    assert reading.text(made) == "a chữ d chữ"
    names = [one.tag.removeprefix(_W) for one in next(reading.xml_of(made).iter(f"{_W}p"))]
    assert names == ["r", "bookmarkStart", "r", "r", "bookmarkEnd"]


def test_an_edited_template_is_read_anew_and_an_unchanged_one_is_not(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", "một {{ x }}")
    first = load_template(path)
    assert load_template(path) is first
    templates.write(path, "hai {{ x }}")
    assert reading.text(load_template(path).render(CONTEXT)) == "hai chữ"
    path.unlink()
    with pytest.raises(TemplateError, match="Không tìm thấy"):
        load_template(path)


def test_parts_without_tags_lie_in_the_document_as_in_the_template(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", "{{ x }}")
    made = tmp_path / "van_ban.docx"
    made.write_bytes(WordTemplate(path).render(CONTEXT))
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(made) as after:
        assert after.testzip() is None
        assert sorted(after.namelist()) == sorted(before.namelist())
        for name in ("word/styles.xml", "word/settings.xml"):
            old, new = (etree.canonicalize(one.read(name).decode()) for one in (before, after))
            assert new == old


def test_texts_of_any_length_and_kind_cannot_break_a_document(tmp_path: Path) -> None:
    template = WordTemplate(templates.write(tmp_path / "mau.docx", "{{ x }}", "cuối"))
    for value in ("</w:t></w:r></w:p></w:body>", "<!--", "]]>", "&#0;", "\x1b[0m", "a" * 1_000_000):
        made = template.render({**CONTEXT, "x": value})
        assert reading.paragraphs(made)[0].startswith(value[:1].replace("\x1b", " "))
        assert reading.paragraphs(made)[1:] == ["cuối"]


def test_the_text_is_what_docxtpl_itself_makes_of_the_template(judged_sample: Judged) -> None:
    for period, draft in ((YEAR, False), (YEAR, True), (HALF, True)):
        context = report_context(judged_sample.assessments[period], draft=draft)
        theirs, buffer = DocxTemplate(templates.REPORT), io.BytesIO()
        theirs.render(dict(context), autoescape=True)
        theirs.save(buffer)
        ours = load_template(templates.REPORT, field_tree("bao_cao.docx")).render(context)
        for part in ("word/document.xml", "word/header-1-next.xml", "word/header-2-first.xml"):
            assert reading.paragraphs(ours, part) == reading.paragraphs(buffer.getvalue(), part)


@needs_rendering
def test_a_template_that_another_program_has_saved_fills_to_the_same_text(
    tmp_path: Path, judged_sample: Judged
) -> None:
    """It cuts the tags into runs of its own and writes every style anew."""
    document = convert(templates.REPORT, tmp_path / "odt", "odt")
    saved = convert(document, tmp_path / "docx", "docx:MS Word 2007 XML")
    assert check_template(saved, field_tree("bao_cao.docx")) == ()
    context = report_context(judged_sample.assessments[YEAR], draft=True)
    texts = [
        reading.text(load_template(one, field_tree("bao_cao.docx")).render(context))
        for one in (saved, templates.REPORT)
    ]
    assert texts[0] == texts[1]


def test_the_products_own_templates_have_no_fault() -> None:
    for name, fields in field_trees().items():
        assert check_template(default_template(name), fields) == ()
