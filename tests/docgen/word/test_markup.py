"""What Word puts around tags: repeated by loops, emptied by data, left over from editing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.template_check.checking import check_template
from docgen.word.template import WordTemplate
from tests.docgen import reading, templates, whole_packages
from tests.docgen.template_check.samples import FIELDS, with_part
from tests.docgen.word.word_parts import add_notes, add_picture, picture_run
from tests.docgen.wordxml import R, Table, W, only_if, paragraph, repeat, run
from tests.validator import needs_validator, validate

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROWS = [{"ten": "một"}, {"ten": "hai"}, {"ten": "ba"}]
CONTEXT: Mapping[str, object] = {
    "x": "chữ", "rong": "", "dau_trang": "", "ten_co_quan": "", "cac_dong": ROWS,
}  # fmt: skip

BOOKMARK = (
    '<w:bookmarkStart w:id="7" w:name="muc"/>', '<w:bookmarkEnd w:id="7"/>',
)  # fmt: skip
COMMENT = (
    '<w:commentRangeStart w:id="3"/>',
    '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
)
PERMISSION = ('<w:permStart w:id="4" w:edGrp="everyone"/>', '<w:permEnd w:id="4"/>')
NAME = run("{{ d.ten }}")


def control(inside: str, number: int = 5) -> str:
    """A content control around blocks or runs."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{number}"/><w:dataBinding w:xpath="/a" '
        f'w:storeItemID="{{1}}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    )


def drawn_line(number: int = 9) -> str:
    """A line drawn as Word draws it: a shape, and for old programs a VML one."""
    return (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        f'<v:line id="_x0000_s10{number}" o:spid="_x0000_s10{number}" from="0,0" to="9,0"/>'
        "</w:pict></w:r>"
    )


def in_loop(*runs: str) -> str:
    return repeat("d", "cac_dong", f"<w:p>{''.join(runs)}</w:p>")


def cells(*parts: str) -> str:
    table = Table((50, 50))
    return table.build(table.row(*parts))


LOOPS = {
    "bookmark": in_loop(BOOKMARK[0], NAME, BOOKMARK[1]),
    "bookmark over two turns": in_loop(NAME, BOOKMARK[0]) + f"<w:p>{BOOKMARK[1]}{run('z')}</w:p>",
    "bookmark from before": f"<w:p>{BOOKMARK[0]}{run('z')}</w:p>" + in_loop(NAME, BOOKMARK[1]),
    "comment": in_loop(COMMENT[0], NAME, COMMENT[1]),
    "permission": in_loop(PERMISSION[0], NAME, PERMISSION[1]),
    "picture": in_loop(NAME, picture_run()),
    "drawn line": in_loop(NAME, drawn_line()),
    "control around runs": in_loop(control(NAME)),
    "control around a paragraph": repeat("d", "cac_dong", control(f"<w:p>{NAME}</w:p>")),
    "footnote": in_loop(NAME, '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    "endnote": in_loop(NAME, '<w:r><w:endnoteReference w:id="2"/></w:r>'),
    "row": Table((50, 50)).build(
        Table((50, 50)).repeat(
            "d", "cac_dong",
            Table((50, 50)).row(f"<w:p>{BOOKMARK[0]}{NAME}{BOOKMARK[1]}</w:p>",
                                f"<w:p>{NAME}{picture_run()}</w:p>"),
        )
    ),
    "loop in a loop": repeat("d", "cac_dong", repeat(
        "e", "cac_dong", f"<w:p>{BOOKMARK[0]}{NAME}{BOOKMARK[1]}{picture_run()}</w:p>")),
}  # fmt: skip


def template(folder: Path, *body: str) -> Path:
    path = templates.write(folder / "mau.docx", *body, "{{ x }}")
    return add_picture(add_notes(add_notes(path), name="endnote"))


@pytest.mark.parametrize("case", LOOPS)
def test_what_a_loop_repeats_has_ids_of_its_own(tmp_path: Path, case: str) -> None:
    made = WordTemplate(template(tmp_path, LOOPS[case])).render(CONTEXT)
    assert whole_packages.problems(made) == []
    said = reading.text(made)
    assert [said.count(one["ten"]) > 0 for one in ROWS] == [True] * 3


@needs_validator
def test_office_finds_no_fault_in_what_loops_repeat(tmp_path: Path) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(WordTemplate(template(tmp_path, *LOOPS.values())).render(CONTEXT))
    assert validate(path) == []


@settings(deadline=None)  # the first template waits for python-docx
@given(chosen=st.lists(st.sampled_from(sorted(LOOPS)), max_size=5), rows=st.integers(0, 4))
def test_any_mixture_of_loops_gives_a_whole_package(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[str], rows: int
) -> None:
    path = template(tmp_path_factory.mktemp("mau"), *(LOOPS[one] for one in chosen))
    made = WordTemplate(path).render({**CONTEXT, "cac_dong": (ROWS * 2)[:rows]})
    assert whole_packages.problems(made) == []


def test_a_bookmark_begun_in_the_paragraph_of_a_tag_stays(tmp_path: Path) -> None:
    tag = f"<w:p>{BOOKMARK[0]}{run('{%p for d in cac_dong %}')}</w:p>"
    body = tag + f"<w:p>{NAME}</w:p>" + f"<w:p>{run('{%p endfor %}')}{BOOKMARK[1]}</w:p>"
    made = WordTemplate(template(tmp_path, body)).render(CONTEXT)
    assert whole_packages.problems(made) == []
    (start,) = reading.xml_of(made).iter(f"{_W}bookmarkStart")
    assert start.get(f"{_W}name") == "muc"
    following = start.getnext()
    assert following is not None
    assert "".join(one.text or "" for one in following.iter(f"{_W}t")) == "một"


@pytest.mark.parametrize("name", ["footnote", "endnote"])
def test_a_note_that_is_repeated_is_one_for_each_turn(tmp_path: Path, name: str) -> None:
    made = WordTemplate(template(tmp_path, LOOPS[name])).render(CONTEXT)
    notes = reading.xml_of(made, f"word/{name}s.xml")
    texts = ["".join(one.text or "" for one in note.iter(f"{_W}t")) for note in notes]
    assert texts.count("chú thích chữ") == 3


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (LOOPS["footnote"], ""),
        (LOOPS["endnote"], ""),
        (LOOPS["bookmark"], f"<w:p>{''.join(BOOKMARK)}</w:p>"),
        (LOOPS["drawn line"], f"<w:p>{drawn_line()}</w:p>"),
        (LOOPS["control around runs"], control(f"<w:p>{run('h')}</w:p>")),
    ],
    ids=["footnote", "endnote", "bookmark", "drawn line", "control"],
)
def test_parts_without_tags_are_in_a_second_document_what_they_are_in_the_first(
    tmp_path: Path, body: str, header: str
) -> None:
    path = template(tmp_path, body)
    for name in ("footnote", "endnote"):
        add_notes(path, paragraph("NoiDung", "chú thích"), name)
    templates.rewrite(path, "word/header-1-next.xml", lambda xml: xml.replace(
        b"{{ dau_trang }}", b"").replace(b"</w:hdr>", f"{header}</w:hdr>".encode()))  # fmt: skip
    without = {**CONTEXT, "cac_dong": []}
    used, fresh = WordTemplate(path), WordTemplate(path).render(without)
    used.render(CONTEXT)
    assert used.render(without) == fresh


EMPTIED = {
    "nothing else": "",
    "a bookmark's end": BOOKMARK[1],
    "a whole bookmark": "".join(BOOKMARK),
    "a permission": "".join(PERMISSION),
    "a proofing mark": '<w:proofErr w:type="spellStart"/>',
    "an empty control": control(only_if("rong", paragraph("NoiDung", "a"))),
    "a table without rows": Table((9,)).build(
        Table((9,)).repeat("d", "khong_dong", Table((9,)).row(paragraph("NoiDung", "{{ d.ten }}")))
    ),
    "a table": Table((9,)).build(Table((9,)).row(paragraph("NoiDung", "a"))),
}


@pytest.mark.parametrize("case", EMPTIED)
def test_a_cell_emptied_by_the_data_ends_with_a_paragraph(tmp_path: Path, case: str) -> None:
    start = BOOKMARK[0] if "end" in case else ""
    body = start + cells(
        only_if("rong", paragraph("NoiDung", "a")) + EMPTIED[case], paragraph("NoiDung", "b")
    )
    made = WordTemplate(template(tmp_path, f"<w:p>{run('đầu')}</w:p>", body)).render(
        {**CONTEXT, "khong_dong": []}
    )
    assert whole_packages.problems(made) == []
    assert {cell[-1].tag for cell in reading.xml_of(made).iter(f"{_W}tc")} == {f"{_W}p"}


def test_a_header_and_a_note_emptied_by_the_data_end_with_a_paragraph(tmp_path: Path) -> None:
    path = template(tmp_path, LOOPS["footnote"], LOOPS["endnote"])
    emptied = only_if("rong", paragraph("NoiDung", "a"))
    add_notes(add_notes(path, emptied), emptied, "endnote")
    templates.rewrite(path, "word/header-1-next.xml", lambda xml: xml.replace(
        b"<w:p>", b"<w:p><w:r><w:t>{%p if rong %}</w:t></w:r></w:p><w:p>", 1).replace(
        b"</w:hdr>", b"<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p></w:hdr>"))  # fmt: skip
    assert whole_packages.problems(WordTemplate(path).render(CONTEXT)) == []


def test_a_footer_emptied_by_the_data_ends_with_a_paragraph(tmp_path: Path) -> None:
    path, name = template(tmp_path), "word/footer1.xml"
    emptied = only_if("rong", paragraph("NoiDung", "a"))
    footer = f'<w:ftr xmlns:w="{W}">{emptied}</w:ftr>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    templates.rewrite(path, "[Content_Types].xml", lambda xml: xml.replace(b"</Types>", override))
    with_part(path, f"{R}/footer", "footer1.xml", footer)
    made = WordTemplate(path).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert [one.tag for one in reading.xml_of(made, name)] == [f"{_W}p"]


def test_a_table_whose_rows_stand_in_a_control_stays(tmp_path: Path) -> None:
    shape = Table((50, 50))
    rows = control(shape.row(paragraph("NoiDung", "a"), paragraph("NoiDung", "{{ x }}")))
    made = WordTemplate(template(tmp_path, shape.build(rows))).render(CONTEXT)
    assert reading.tables(made) == [[["a", "chữ"]]]


def test_a_cell_that_ends_with_a_paragraph_in_other_marks_gets_no_second_one(
    tmp_path: Path,
) -> None:
    marked = f'<w:customXml w:element="a">{paragraph("NoiDung", "a")}</w:customXml>'
    body = cells(marked, control(paragraph("NoiDung", "b")))
    made = WordTemplate(template(tmp_path, body)).render(CONTEXT)
    texts = [len(list(cell.iter(f"{_W}p"))) for cell in reading.xml_of(made).iter(f"{_W}tc")]
    assert texts == [1, 1]


def test_a_text_box_emptied_by_the_data_ends_with_a_paragraph(tmp_path: Path) -> None:
    emptied = only_if("rong", paragraph("NoiDung", "a"))
    box = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:rect><v:textbox>'
        f"<w:txbxContent>{emptied}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
    )
    made = WordTemplate(template(tmp_path, box)).render(CONTEXT)
    assert whole_packages.problems(made) == []
    (content,) = reading.xml_of(made).iter(f"{_W}txbxContent")
    assert [one.tag for one in content] == [f"{_W}p"]


def bookmarks(document: bytes, part: str = "word/document.xml") -> list[tuple[str, str]]:
    """The names of a part's bookmarks, and their ids."""
    starts = reading.xml_of(document, part).iter(f"{_W}bookmarkStart")
    return [(one.get(f"{_W}name", ""), one.get(f"{_W}id", "")) for one in starts]


def test_bookmarks_whose_names_differ_in_their_capitals_alone_are_one_for_word(
    tmp_path: Path,
) -> None:
    other = '<w:bookmarkStart w:id="8" w:name="MUC"/>', '<w:bookmarkEnd w:id="8"/>'
    body = (f"<w:p>{start}{run('z')}{end}</w:p>" for start, end in (BOOKMARK, other))
    made = WordTemplate(template(tmp_path, *body)).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert [name for name, _ in bookmarks(made)] == ["muc"]


def test_bookmarks_of_two_parts_that_count_by_themselves_get_ids_that_differ(
    tmp_path: Path,
) -> None:
    path, header = template(tmp_path, f"<w:p>{''.join(BOOKMARK)}</w:p>"), "word/header-1-next.xml"
    own = "".join(BOOKMARK).replace("muc", "dau")
    templates.rewrite(
        path, header, lambda xml: xml.replace(b"</w:hdr>", f"<w:p>{own}</w:p></w:hdr>".encode())
    )
    made = WordTemplate(path).render(CONTEXT)
    assert whole_packages.problems(made) == []
    ((name, number),), ((other, another),) = bookmarks(made), bookmarks(made, header)
    assert (name, other) == ("muc", "dau")
    assert number != another


def test_a_drawing_of_what_no_document_gets_goes_with_it(tmp_path: Path) -> None:
    """An add-in of Word in the text: its part stays behind, and so must what shows it."""
    drawing = (
        "<w:r><w:drawing><wp:inline "
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="9" cy="9"/><wp:docPr id="3" name="a"/><a:graphic '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="we">'
        '<we:webextensionref xmlns:we="http://schemas.microsoft.com/office/webextensions/'
        'webextension/2010/11" r:id="rIdX"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
        "</w:r>"
    )
    path = template(tmp_path, f"<w:p>{run('trước')}{drawing}{run(' sau')}</w:p>")
    kind = "http://schemas.microsoft.com/office/2011/relationships/webextension"
    with_part(path, kind, "webextensions/webextension1.xml", b"<we/>")
    made = WordTemplate(path).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert reading.text(made) == "trước sau\nchữ"
    assert not list(reading.xml_of(made).iter(f"{_W}drawing"))


TRACKED = (
    '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="a"/></w:rPr></w:pPr>'
    '<w:ins w:id="2" w:author="a"><w:r><w:t>thêm {{ x }}</w:t></w:r></w:ins>'
    '<w:del w:id="3" w:author="a"><w:r><w:delText>bớt</w:delText></w:r></w:del>'
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="4" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'
    "<w:t> đậm</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:rPr><w:del w:id="5" w:author="a"/></w:rPr></w:pPr>'
    '<w:del w:id="6" w:author="a"><w:r><w:delText>cả đoạn</w:delText></w:r></w:del></w:p>'
)


def test_tracked_changes_of_a_template_are_accepted_in_the_document(tmp_path: Path) -> None:
    made = WordTemplate(template(tmp_path, TRACKED)).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert reading.paragraphs(made)[:2] == ["thêm chữ đậm", "chữ"]


def test_what_is_struck_out_of_a_table_and_joined_in_a_text_is_accepted(tmp_path: Path) -> None:
    struck = '<w:del w:id="1" w:author="a"/>'
    row = "<w:tr>{}<w:tc><w:tcPr/><w:p>{}</w:p></w:tc>{}</w:tr>"
    cell = (
        f'<w:tc><w:tcPr><w:cellDel w:id="2" w:author="a"/></w:tcPr><w:p>{run("bỏ ô")}</w:p></w:tc>'
    )
    table = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
        + row.format(f"<w:trPr>{struck}</w:trPr>", run("bỏ dòng"), "")
        + row.format("", run("{{ x }}"), cell)
        + "</w:tbl>"
    )
    joined = (
        f"<w:p><w:pPr><w:rPr>{struck}</w:rPr></w:pPr>{run('đầu ')}</w:p><w:p>{run('{{ x }}')}</w:p>"
    )
    moved = (
        '<w:p><w:pPr><w:rPr><w:moveFrom w:id="3" w:author="a"/></w:rPr></w:pPr>'
        f'<w:moveFrom w:id="4" w:author="a">{run("đi nơi khác")}</w:moveFrom></w:p>'
    )
    made = WordTemplate(template(tmp_path, table, joined, moved)).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert reading.tables(made)[-1] == [["chữ"]]
    texts = ["".join(map(str, one.itertext())) for one in reading.xml_of(made).iter(f"{_W}p")]
    assert "đầu chữ" in texts
    assert not any("nơi khác" in text or "bỏ" in text for text in texts)


WITHOUT_WORDS = {
    "picture": drawn_line(),
    "page break": '<w:r><w:br w:type="page"/></w:r>',
    "sign": '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    "field": '<w:fldSimple w:instr=" PAGE "><w:r/></w:fldSimple>',
    "equation": '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
    "<m:r><m:t>a</m:t></m:r></m:oMath>",
}


@pytest.mark.parametrize("kept", WITHOUT_WORDS.values(), ids=WITHOUT_WORDS)
def test_what_shows_in_a_paragraph_whose_mark_is_deleted_joins_the_next(
    tmp_path: Path, kept: str
) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    path = template(tmp_path, f"<w:p>{mark}{kept}</w:p>", f"<w:p>{run('sau')}</w:p>")
    made = WordTemplate(path).render(CONTEXT)
    assert whole_packages.problems(made) == []
    first = next(reading.xml_of(made).iter(f"{_W}p"))
    (wanted,) = etree.fromstring(f'<w:p xmlns:w="{W}">{kept}</w:p>')
    assert [str(child.tag) for child in first] == [str(wanted.tag), f"{_W}r"]


def test_many_paragraphs_whose_marks_are_deleted_are_one(tmp_path: Path) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    words = [f"{number} " for number in range(3000)]
    path = template(tmp_path, *(f"<w:p>{mark}{run(word)}</w:p>" for word in words))
    assert reading.paragraphs(WordTemplate(path).render(CONTEXT))[0] == f"{''.join(words)}chữ"


def test_a_row_whose_cells_are_all_deleted_goes_and_with_the_last_the_table(
    tmp_path: Path,
) -> None:
    cell = f'<w:tc><w:tcPr><w:cellDel w:id="2" w:author="a"/></w:tcPr><w:p>{run("bỏ")}</w:p></w:tc>'
    grid = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    kept = f"<w:tr><w:tc><w:tcPr/><w:p>{run('{{ x }}')}</w:p></w:tc></w:tr>"
    one = f"{grid}<w:tr>{cell}</w:tr>{kept}</w:tbl>"
    path = template(tmp_path, one, "<w:p/>", f"{grid}<w:tr>{cell}</w:tr></w:tbl>")
    made = WordTemplate(path).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert [len(list(root)) for root in reading.xml_of(made).iter(f"{_W}tr")] == [1]


def test_rows_that_something_of_its_own_wraps_stay(tmp_path: Path) -> None:
    row = f"<w:tr><w:tc><w:tcPr/><w:p>{run('{{ x }}')}</w:p></w:tc></w:tr>"
    table = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
        f'<w:customXml w:uri="u" w:element="e">{row}</w:customXml></w:tbl>'
    )
    made = WordTemplate(template(tmp_path, table)).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert reading.text(made) == "chữ\nchữ"


@pytest.mark.parametrize("change", ["Ins", "Del", "MoveFrom", "MoveTo"])
def test_tracked_content_controls_leave_no_marks(tmp_path: Path, change: str) -> None:
    marks = (f'<w:customXml{change}Range{end} w:id="8"/>' for end in ("Start", "End"))
    path = template(tmp_path, in_loop(next(marks), NAME, next(marks)))
    assert "MB93" in [one.code for one in check_template(path, FIELDS)]
    assert "customXml" not in etree.tostring(
        reading.xml_of(WordTemplate(path).render(CONTEXT)), encoding="unicode"
    )


def test_each_part_keeps_the_type_of_its_shapes_once(tmp_path: Path) -> None:
    shapes = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shapetype id="_x0000_t136"/>'
        '<v:shape id="s1" type="#_x0000_t136"/></w:pict></w:r>'
    )
    path = template(tmp_path, in_loop(shapes))
    for name in ("word/header-1-first.xml", "word/header-1-next.xml"):
        header = f"<w:p>{shapes}</w:p></w:hdr>".encode()
        templates.rewrite(path, name, lambda xml, new=header: xml.replace(b"</w:hdr>", new))  # type: ignore[misc]  # a default that binds
    made = WordTemplate(path).render(CONTEXT)
    for name in ("word/document.xml", "word/header-1-first.xml", "word/header-1-next.xml"):
        types = reading.xml_of(made, name).iter("{urn:schemas-microsoft-com:vml}shapetype")
        assert [one.get("id") for one in types] == ["_x0000_t136"], name


def test_a_part_without_tags_is_made_whole_too(tmp_path: Path) -> None:
    """A table at the end of a header, and a cell that holds only a mark of editing."""
    path = template(tmp_path)
    table = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
        '<w:permStart w:id="1" w:edGrp="everyone"/></w:tc></w:tr></w:tbl></w:hdr>'
    )
    for name in ("word/header-1-first.xml", "word/header-1-next.xml"):
        templates.rewrite(path, name, lambda xml: xml.replace(b"</w:hdr>", table.encode()))
    assert whole_packages.problems(WordTemplate(path).render(CONTEXT)) == []


def test_a_template_without_properties_gives_documents_without_a_clock(tmp_path: Path) -> None:
    path = template(tmp_path)
    templates.rewrite(path, "_rels/.rels", lambda xml: re.sub(
        rb'<Relationship [^>]*core-properties"[^>]*/>', b"", xml))  # fmt: skip
    made = WordTemplate(path).render(CONTEXT)
    core = reading.xml_of(made, "docProps/core.xml")
    assert [one.text for one in core if one.text] == []


def test_a_text_moved_while_changes_were_tracked_stands_where_it_was_moved_to(
    tmp_path: Path,
) -> None:
    moved = (
        '<w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2" w:author="a"><w:r>'
        '<w:t>cũ</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="1"/></w:p>'
        '<w:p><w:moveToRangeStart w:id="3" w:name="m"/><w:moveTo w:id="4" w:author="a"><w:r>'
        '<w:t>mới {{ x }}</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="3"/></w:p>'
    )
    made = WordTemplate(template(tmp_path, moved)).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert reading.text(made) == "mới chữ\nchữ"


# Where Word writes the marks of editing that stand in no other test.
EDITED = {
    "paragraph": "<w:p><w:pPr><w:numPr><w:numberingChange/></w:numPr><w:pPrChange/></w:pPr>{}"
    "</w:p>",
    "run": "<w:p><w:r><w:annotationRef/></w:r><w:r><w:lastRenderedPageBreak/></w:r>"
    '<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/></w:p>',
    "comment": f"<w:p>{COMMENT[0]}{{}}{COMMENT[1]}</w:p>",
    "permission": f"<w:p>{PERMISSION[0]}{{}}{PERMISSION[1]}</w:p>",
    "section": '<w:p><w:pPr><w:sectPr><w:printerSettings r:id="rIdX"/><w:sectPrChange/></w:sectPr>'
    "</w:pPr>{}</w:p>",
    "table": "<w:tbl><w:tblPr><w:tblPrChange/></w:tblPr><w:tblGrid><w:gridCol/><w:tblGridChange/>"
    "</w:tblGrid><w:tr><w:tblPrEx><w:tblPrExChange/></w:tblPrEx><w:trPr><w:trPrChange/></w:trPr>"
    "<w:tc><w:tcPr><w:cellIns/><w:cellMerge/><w:tcPrChange/></w:tcPr><w:p>{}</w:p>"
    "</w:tc></w:tr></w:tbl>",
    "control": control("<w:p>{}</w:p>").replace("{1}", "{{1}}"),
}


@pytest.mark.parametrize("place", EDITED)
def test_marks_of_editing_go_and_the_text_between_them_stays(tmp_path: Path, place: str) -> None:
    path = template(tmp_path, EDITED[place].format(run("a {{ x }} b")))
    if "rIdX" in EDITED[place]:
        with_part(path, f"{R}/printerSettings", "printerSettings/printerSettings1.bin", b"a")
    made = WordTemplate(path).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert reading.text(made) == "a chữ b\nchữ"


def test_settings_of_editing_are_not_carried_into_the_document(tmp_path: Path) -> None:
    path = template(tmp_path)
    own = b'<w:writeProtection w:recommended="1"/><w:docVars/><w:rsids/></w:settings>'
    templates.rewrite(path, "word/settings.xml", lambda xml: xml.replace(b"</w:settings>", own))
    assert whole_packages.problems(WordTemplate(path).render(CONTEXT)) == []


def test_protection_of_a_template_is_not_carried_into_the_document(tmp_path: Path) -> None:
    path = template(tmp_path)
    kept = b'<w:trackRevisions/><w:documentProtection w:edit="readOnly"/><w:zoom'
    templates.rewrite(path, "word/settings.xml", lambda xml: xml.replace(b"<w:zoom", kept, 1))
    made = WordTemplate(path).render(CONTEXT)
    assert whole_packages.problems(made) == []
    assert not list(reading.xml_of(made, "word/settings.xml").iter(f"{_W}documentProtection"))


def test_the_check_of_packages_finds_what_it_is_there_for(tmp_path: Path) -> None:
    made = WordTemplate(template(tmp_path, cells(paragraph("NoiDung", "a"), "<w:p/>"))).render(
        CONTEXT
    )
    broken = templates.changed_content(
        made, "word/document.xml",
        lambda xml: etree.tostring(_without_paragraphs(etree.fromstring(xml))),
    )  # fmt: skip
    assert any("tc ends with" in one for one in whole_packages.problems(broken))


def _without_paragraphs(root: etree._Element) -> etree._Element:
    for cell in root.iter(f"{_W}tc"):
        for one in cell.findall(f"{_W}p"):
            cell.remove(one)
    return root
