"""The drawing kit: what it writes is what python-docx reads, and the tags stand right."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from docgen.template_locations import default_template
from docgen.word.drawing import (
    KEEP,
    NEW_PAGE,
    ROW,
    UNLINED,
    Column,
    Item,
    Picture,
    Row,
    Table,
    Tag,
    draw,
    each,
    either,
    only_if,
    repeat,
    table,
)
from docgen.word.template import WordTemplate
from tests.docgen import reading
from tests.validator import needs_validator, validate

BASE = default_template("khung.docx")


def drawn(*body: Item, landscape: Sequence[Item] = (), marked: bool = True) -> WordDocument:
    return Document(io.BytesIO(draw(BASE, "Thử", body, landscape, marked=marked)))


def filled(folder: Path, *body: Item, **context: object) -> bytes:
    path = folder / "mau.docx"
    path.write_bytes(draw(BASE, "Thử", body))
    given = {"dau_trang": "", "ten_co_quan": "", **context}
    return WordTemplate(path).render(given)


def test_paragraphs_have_their_styles_texts_and_properties() -> None:
    document = drawn(
        ("NoiDung", "Một ", ("ThieuSoLieu", "[hai]"), ".", KEEP),
        ("Ke2DonVi",),
        ("PhuLuc", "Ba", NEW_PAGE),
    )
    first, line, last = document.paragraphs
    assert (first.style and first.style.style_id, first.text) == ("NoiDung", "Một [hai].")
    assert [one.style.style_id for one in first.runs][1] == "ThieuSoLieu"
    assert first.paragraph_format.keep_with_next
    assert line.style
    assert line.style.style_id == "Ke2DonVi"
    assert last.paragraph_format.page_break_before


def test_tags_enclose_what_is_drawn_inside_them() -> None:
    inside = only_if(
        "m.a",
        ("NoiDung", "{{ m.a }}"),
        Tag("elif m.b"),
        *either("m.c", [("NoiDung", "c")], each("cau in m.cac_cau", "NoiDung")),
    )
    document = drawn(*repeat("m in cac_muc", *inside))
    assert [one.text for one in document.paragraphs] == [
        "{%p for m in cac_muc %}", "{%p if m.a %}", "{{ m.a }}", "{%p elif m.b %}",
        "{%p if m.c %}", "c", "{%p else %}", "{%p for cau in m.cac_cau %}", "{{ cau }}",
        "{%p endfor %}", "{%p endif %}", "{%p endif %}", "{%p endfor %}",
    ]  # fmt: skip


def test_rows_and_columns_are_repeated(tmp_path: Path) -> None:
    cell = either("n.co", [("BangSo", "{{ n.ten }}")], [("BangSo", "–")])
    columns: list[Column] = [
        (20, Tag("for n in cac_nam"), Tag("for n in cac_nam")),
        (100, cell, cell),
        (20, Tag("endfor"), Tag("endfor")),
        (20, "Hết", ("BangChu", "{{ d }}")),
    ]
    wide = ("BangMuc", "{{ d }}")
    years = [{"ten": "2025", "co": "x"}, {"ten": "2026", "co": ""}]
    document = filled(
        tmp_path,
        table(columns, *repeat("d in cac_dong", wide)),
        table(columns, *repeat("d in cac_dong", ROW)),
        cac_nam=years,
        cac_dong=["a", "b"],
    )
    assert reading.tables(document) == [
        [["2025", "–", "Hết"], ["a"], ["b"]],
        [["2025", "–", "Hết"], ["2025", "–", "a"], ["2025", "–", "b"]],
    ]


def test_a_table_has_the_widths_that_it_is_given() -> None:
    columns = ((12.5, "STT", ("BangSo", "1")), (40, "Chữ", ("BangChu", "a")))
    document = drawn(
        table(columns, Row([cell for _, _, cell in columns], fill="FFEFE3")),
        Table((60, 100), [Row([[("BangChu", "b")]], wide=True)], UNLINED),
    )
    lined, unlined = document.tables
    widths = [[cell.width.mm if cell.width else 0 for cell in row.cells] for row in lined.rows]
    assert widths == [pytest.approx([12.5, 40], abs=0.02)] * 2
    assert [one.style and one.style.style_id for one in (lined, unlined)] == ["BangKe", UNLINED]
    head, below = (one._tr for one in lined.rows)
    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert all(one.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for one in (head, below))
    assert [one.get(qn("w:fill")) for one in lined._tbl.iter(qn("w:shd"))] == ["FFEFE3"]
    assert unlined.rows[0].cells[0].grid_span == 2


def test_a_row_of_too_few_cells_and_an_unknown_style_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        drawn(Table((20, 20), [Row([("BangSo", "1")])]))
    with pytest.raises(KeyError):
        drawn(("KhongCo", "a"))


def test_a_row_stands_in_a_table_only() -> None:
    with pytest.raises(TypeError, match="table"):
        drawn(Row([("BangSo", "1")]))


@pytest.mark.parametrize("annex", [False, True])
def test_the_landscape_section_is_there_only_if_something_stands_on_it(annex: bool) -> None:
    document = drawn(("NoiDung", "Một"), landscape=[("PhuLuc", "Hai")] * annex)
    turned = [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE][: 1 + annex]
    assert [one.orientation for one in document.sections] == turned
    headers = [one for one in document.part.rels.values() if one.reltype.endswith("/header")]
    assert len(headers) == 2 * len(turned)
    assert all("{{ dau_trang }}" in one.header.paragraphs[0].text for one in document.sections)


def test_the_mark_can_be_left_out_of_the_headers() -> None:
    (section,) = drawn(marked=False).sections
    for header in (section.header, section.first_page_header):
        assert "{{" not in header._element.xml
    assert "PAGE" in section.header._element.xml


def test_title_and_author_are_properties_and_no_clock_is_written() -> None:
    content = draw(BASE, "Tên & tiêu đề", [], author="Ủy ban")
    properties = Document(io.BytesIO(content)).core_properties
    assert (properties.title, properties.author) == ("Tên & tiêu đề", "Ủy ban")
    assert (properties.created, properties.modified) == (None, None)
    assert draw(BASE, "Tên & tiêu đề", [], author="Ủy ban") == content


def test_a_base_document_saved_by_word_serves_as_well(tmp_path: Path) -> None:
    # Word ends a document with a paragraph, and cuts a tag into runs where it checks spelling.
    saved = Document(str(BASE))
    saved.add_paragraph()
    for section in saved.sections:
        for header in (section.header, section.first_page_header):
            run = header.paragraphs[0].runs[-1]
            run.text = "{{ dau"
            header.paragraphs[0].add_run("_trang }}", run.style)
    path = tmp_path / "khung.docx"
    saved.save(str(path))
    content = draw(path, "Thử", [("NoiDung", "Một")], marked=False)
    document = Document(io.BytesIO(content))
    assert [one.text for one in document.paragraphs] == ["Một"]
    assert document.sections[0].header.paragraphs[0].text.strip() in ("", "2")


@needs_validator
def test_pictures_are_valid_and_have_words_for_who_cannot_see_them(
    tmp_path: Path,
) -> None:
    content = next((default_template("x").parent.parent / "workbook").rglob("*.png")).read_bytes()
    body = [("HdHinh", Picture(content, 100, 50, f"Hình {number} < 3")) for number in (1, 2)]
    path = tmp_path / "a.docx"
    path.write_bytes(draw(BASE, "Thử", body))
    assert validate(path, "Microsoft365") == []
    shapes = Document(str(path)).inline_shapes
    assert [(round(one.width.mm), round(one.height.mm)) for one in shapes] == [(100, 50)] * 2
    assert [one._inline.docPr.get("descr") for one in shapes] == ["Hình 1 < 3", "Hình 2 < 3"]
