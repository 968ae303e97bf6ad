"""What a document tells of itself for the e-mail: from our documents and from those of others."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.email import KINDS, MailedDocument, cleaned, open_document, read_document
from tests.docgen.form_check.drafts import written
from tests.docgen.form_check.writers import WRITERS
from workbook.domain.errors import UnusableInputError

BODY = "Thực hiện Kế hoạch số 12/KH-UBND, Ủy ban nhân dân phường báo cáo như sau:"


def word_file(
    lines: Sequence[str] = (BODY,), header: str = "", *, centred: bool = False, **properties: str
) -> bytes:
    """Return a Word file of these paragraphs; properties as python-docx names them."""
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph(line)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.sections[0].header.paragraphs[0].text = header
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(
    *lines: str, file: str = "van ban.docx", header: str = "", **properties: str
) -> MailedDocument:
    return read_document(file, word_file(lines or (BODY,), header, centred=False, **properties))


# --- kinds, titles -------------------------------------------------------------------------


@pytest.mark.parametrize("key", KINDS)
def test_the_kind_in_the_properties_is_the_kind_whatever_the_file_is_called(key: str) -> None:
    assert read(category=key, file="Ke_hoach_2022_2030.docx").kind is KINDS[key]


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("Bao_cao_nam_2026.docx", "bao_cao"),
        ("Bao_cao_6_thang_2026-2.docx", "bao_cao"),
        ("Du_thao_Bao_cao_nam_2026_so_lieu_mau.docx", "bao_cao"),
        ("bao_cao_nam_2026.PDF", "bao_cao"),
        ("Bao_cao_so_ket_2022_2025.docx", "so_ket_tong_ket"),
        ("Bao_cao_tong_ket_2022_2030.docx", "so_ket_tong_ket"),
        ("Ke_hoach_2022_2030.docx", "ke_hoach"),
        ("Ke_hoach_nam_2027.docx", "ke_hoach_nam"),
        ("Cong_van_don_doc_nam_2026.docx", "cong_van_don_doc"),
        ("Cong_van_giai_trinh_6_thang_2026_so_lieu_mau.docx", "cong_van_giai_trinh"),
        # Of a unit, or of anybody: its own "Kính gửi" decides.
        ("Bao_cao_Tram_y_te_nam_2026.docx", None),
        ("Bao_cao_thang_5.docx", None),
        ("So_Bao_cao_nam_2026.docx", None),
    ],
)
def test_documents_of_earlier_releases_are_known_by_their_file_names(
    file: str, key: str | None
) -> None:
    content = b"%PDF-1.7" if file.endswith("PDF") else word_file()
    assert read_document(file, content).kind is (KINDS[key] if key else None)


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("Bao_cao_nam_2026.pdf", "Báo cáo năm 2026"),
        ("Bao_cao_nam_2026-2.pdf", "Báo cáo năm 2026"),
        ("Bao_cao_nam_99999.pdf", "Bao cao nam 99999"),
        ("Du_thao_.pdf", ""),
        (" .pdf", ""),
        ("Du_thao_Bao_cao_6_thang_2026.pdf", "Báo cáo 6 tháng đầu năm 2026"),
        ("Bao_cao_so_ket_2022_2025.pdf", "Báo cáo sơ kết giai đoạn 2022-2025"),
        ("Bao_cao_tong_ket_2022_2030.pdf", "Báo cáo tổng kết giai đoạn 2022-2030"),
        ("Ke_hoach_2022_2030.pdf", "Kế hoạch giai đoạn 2022-2030"),
        ("Ke_hoach_nam_2027.pdf", "Kế hoạch năm 2027"),
        ("Cong_van_don_doc_nam_2026_so_lieu_mau.pdf", "Công văn đôn đốc năm 2026"),
        ("Cong_van_giai_trinh_nam_2026.pdf", "Công văn yêu cầu giải trình năm 2026"),
        ("Bao_cao_Tram_y_te_nam_2026.pdf", "Bao cao Tram y te nam 2026"),
        ("Tờ trình xin kinh phí.pdf", "Tờ trình xin kinh phí"),
    ],
)
def test_a_pdf_is_called_what_its_file_name_tells(file: str, title: str) -> None:
    assert read_document(file, b"%PDF-1.7").title == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("BÁO CÁO", "Kết quả thực hiện", "", BODY), "Báo cáo kết quả thực hiện"),
        (("BÁO CÁO", "", "Kết quả\nnăm\u00a02026", "", BODY), "Báo cáo kết quả năm 2026"),
        (("BÁO CÁO", "Kết quả", "năm 2026", "", BODY), "Báo cáo kết quả năm 2026"),
        (("BÁO CÁO", "Báo cáo kết quả", "", BODY), "Báo cáo kết quả"),
        (("TỜ TRÌNH", "Về việc xin kinh phí", "Kính gửi: Sở"), "Tờ trình về việc xin kinh phí"),
        (("KẾ HOẠCH", "UBND phường năm 2027", "", BODY), "Kế hoạch UBND phường năm 2027"),
        (("V/v gửi số liệu", "Kính gửi: Sở Y tế"), "Công văn V/v gửi số liệu"),
        (("V/v gửi,\nsửa số liệu", "Bến Đò, ngày", "Kính gửi: Sở Y tế"),
         "Công văn V/v gửi, sửa số liệu"),
        (("BIÊN BẢN HỌP", "V/v xét duyệt", BODY), "Tên trong thuộc tính"),
        (("Kính gửi: Sở Y tế", "BÁO CÁO", "nào đó"), "Tên trong thuộc tính"),
        ((BODY,), "Tên trong thuộc tính"),
    ],
)  # fmt: skip
def test_the_title_is_the_type_and_the_subject_as_printed_else_that_of_the_properties(
    lines: tuple[str, ...], title: str
) -> None:
    content = word_file(lines, centred=True, title="Tên trong thuộc tính")
    assert read_document("a.docx", content).title == title
    decomposed = word_file([unicodedata.normalize("NFD", one) for one in lines], centred=True,
                           title=unicodedata.normalize("NFD", "Tên trong thuộc tính"))  # fmt: skip
    assert read_document("a.docx", decomposed).title == title


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize(
    ("text", "title", "addressees"),
    [
        ("công văn gửi một nơi",
         "Công văn V/v đề nghị hỗ trợ kinh phí mở sân chơi cho trẻ em", ("Sở Y tế tỉnh Gia Lai",)),
        ("quyết định", "Quyết định về việc thành lập Tổ quản lý sân chơi cho trẻ em", ()),
        ("công điện", "Công điện về việc chủ động ứng phó với bão số 3", ()),
        ("giấy nghỉ phép", "van ban", ()),
    ],
)  # fmt: skip
def test_documents_of_others_are_read_however_they_are_typed(
    writer: str, text: str, title: str, addressees: tuple[str, ...]
) -> None:
    document = read_document("van ban.docx", written(writer, text))
    assert (document.title, document.addressees) == (title, addressees)


@pytest.mark.parametrize(
    ("category", "title"),
    [
        ("bao_cao", "Báo cáo thực hiện công tác trẻ em"),
        ("ke_hoach", "Kế hoạch thực hiện công tác trẻ em"),
        ("cong_van_don_doc", "Công văn thực hiện công tác trẻ em"),
        ("", "Thực hiện công tác trẻ em"),
    ],
)
def test_a_title_of_the_properties_gets_the_type_of_its_kind(category: str, title: str) -> None:
    assert read(category=category, title="Thực hiện công tác trẻ em").title == title


def test_without_any_title_the_file_name_is_one_without_its_marks() -> None:
    assert read(file="Du_thao_Thu_moi_hop_so_lieu_mau-2.docx").title == "Thu moi hop-2"
    assert read(file="Du_thao_Bao_cao_nam_2026_so_lieu_mau-2.docx").title == "Báo cáo năm 2026"
    assert read(file="Báo cáo Đợt 1.docx").title == "Báo cáo Đợt 1"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ba\u0301o ca\u0301o", "Báo cáo"),
        ("a\r\nb\u2028c\u2029d\x85e\x0bf", "a b c d e f"),
        ("năm\u00a0 2026\t", "năm 2026"),
        ("a\x00\x07\x7fb\u200b\u202e\u2066\ufeff\u00adc\ud800d", "abcd"),
        ("=?utf-8?q?a=0D=0AB?=", "=?utf-8?q?a=0D=0AB?="),
    ],
)
def test_a_cleaned_text_is_one_line_without_what_no_eye_sees(text: str, line: str) -> None:
    assert cleaned(text) == line


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=80))
@example("=?utf-8?q?a=0D=0ABcc:_ai@do.vn?=")
@example("Báo cáo\u2028Bcc: ai@do.vn \u202enăm")
def test_a_title_property_is_taken_as_it_stands_on_one_line(title: str) -> None:
    try:
        content = word_file(title=title)
    except ValueError:  # not allowed in XML
        return
    read_title = read_document("van ban.docx", content).title
    assert read_title == (cleaned(title) or "van ban")
    assert len(read_title.splitlines()) <= 1


# --- Kính gửi ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Kính gửi: Sở Y tế", BODY), ("Sở Y tế",)),
        (("KÍNH GỬI: Sở Y tế.", "- Căn cứ Luật Trẻ em;"), ("Sở Y tế",)),
        (("Kính  gửi :\u00a0Sở Y tế;", BODY), ("Sở Y tế",)),
        (("Kính gửi Sở Y tế", BODY), ("Sở Y tế",)),
        (("Kính gửi: Sở Y tế; Sở Nội vụ.", BODY), ("Sở Y tế", "Sở Nội vụ")),
        (("Kính gửi:", "- Sở Y tế;", "- Sở Nội vụ.", BODY), ("Sở Y tế", "Sở Nội vụ")),
        (("Kính gửi:", "", "- Sở Y tế;", "- Sở Nội vụ", "", BODY), ("Sở Y tế", "Sở Nội vụ")),
        (("Kính gửi: - Sở Y tế;", "\t- Sở Nội vụ.", BODY), ("Sở Y tế", "Sở Nội vụ")),
        (("Kính gửi:\n- Sở Y tế;\n- Sở Nội vụ.", BODY), ("Sở Y tế", "Sở Nội vụ")),
        (("Kính gửi:", "Sở Y tế;", "Sở Nội vụ.", BODY), ("Sở Y tế", "Sở Nội vụ")),
        (("Kính gửi:", "+ Sở Lao động, Thương binh và Xã hội", "+ Sở Nội vụ", "", BODY),
         ("Sở Lao động, Thương binh và Xã hội", "Sở Nội vụ")),
        (("Kính gửi:", BODY), ()),
        (("Kính gửi:", "- Căn cứ Luật Trẻ em;"), ()),
        (("Kính gửi kèm theo danh sách.", BODY), ()),
        ((BODY,), ()),
        ((*["Dòng"] * 200, "Kính gửi: Sở Y tế"), ()),  # of an annex
    ],
)  # fmt: skip
def test_the_addressees_are_those_behind_kinh_gui(
    lines: tuple[str, ...], names: tuple[str, ...]
) -> None:
    assert read(*lines).addressees == names
    assert read(*(unicodedata.normalize("NFD", one) for one in lines)).addressees == names


def test_addressees_in_a_table_are_found() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Kính gửi:"
    table.cell(0, 1).text = "- Sở Y tế;"
    table.cell(0, 1).add_paragraph("- Sở Nội vụ.")
    document.add_paragraph(BODY)
    stream = io.BytesIO()
    document.save(stream)
    found = read_document("a.docx", stream.getvalue()).addressees
    assert found == ("Sở Y tế", "Sở Nội vụ")


_TEXT_BOX = (
    '<w:r xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">'
    "<w:txbxContent><w:p><w:r><w:t>[Ghi số]</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>[Ghi số]</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_and_apart_from_the_text_around_it() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Kính gửi: Sở Y tế")
    paragraph._p.append(parse_xml(_TEXT_BOX.format(w=nsmap["w"])))
    stream = io.BytesIO()
    document.save(stream)
    found = read_document("a.docx", stream.getvalue())
    assert found.addressees == ("Sở Y tế",)
    assert found.open_places == ("[Ghi số]",)


def test_a_watermark_behind_the_pages_calls_it_a_draft() -> None:
    document = docx.Document()
    shape = '<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
    mark = '<v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    header = document.sections[0].header
    header.paragraphs[0]._p.append(parse_xml((shape + mark).format(w=nsmap["w"])))
    stream = io.BytesIO()
    document.save(stream)
    assert read_document("a.docx", stream.getvalue()).draft


# --- drafts, samples, open places ----------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "is_draft", "sample"),
    [
        ({}, False, False),
        ({"content_status": "DỰ THẢO"}, True, False),
        ({"content_status": "DỰ THẢO – SỐ LIỆU MẪU"}, True, True),
        ({"header": "DỰ THẢO – SỐ LIỆU MẪU"}, True, True),
        ({"header": "Dự thảo"}, True, False),
        ({"header": "SỐ LIỆU MẪU"}, False, True),
        ({"file": "Du_thao_Bao_cao.docx"}, True, False),
        ({"file": "Dự thảo báo cáo.docx"}, True, False),
        ({"file": "Bao_cao_so_lieu_mau-2.docx"}, False, True),
        ({"title": "Dự thảo Nghị quyết"}, False, False),
    ],
)
def test_a_document_calls_itself_a_draft_or_a_sample(
    given: dict[str, str], is_draft: bool, sample: bool
) -> None:
    document = read(**given)
    assert (document.draft, document.sample) == (is_draft, sample)


@pytest.mark.parametrize(
    ("line", "is_draft"),
    [
        ("DỰ THẢO: để lấy ý kiến.", True), ("Dự thảo", True), ("(Dự thảo lần thứ 2)", True),
        ("DỰ THẢO LẦN 2", True), ("Dự thảo Nghị quyết đã được gửi lấy ý kiến.", False),
        ("Góp ý DỰ THẢO", False),
    ],
)  # fmt: skip
def test_a_line_of_the_heading_calls_it_a_draft(line: str, is_draft: bool) -> None:
    assert read(line, BODY).draft is is_draft
    assert read(*[BODY] * 200, line).draft is False


@pytest.mark.parametrize("above", [0, 3, 20, 149])
def test_a_mark_below_the_heading_is_seen_as_well(above: int) -> None:
    heading = ("ỦY BAN NHÂN DÂN", "Số: /BC-UBND", "BÁO CÁO", "Kết quả năm 2026")
    lines = (*heading, *[BODY] * above)[:above]
    assert read(*lines, "(Dự thảo)", BODY).draft


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Ưu điểm: [Đơn vị ghi ưu điểm.] và […]", ("[Đơn vị ghi ưu điểm.]", "[…]")),
        ("gửi trước ngày …… tháng …… năm ……", ("gửi trước ngày ……",)),
        ("trước ngày........", ("trước ngày........",)),
        ("theo tài liệu [1], [2, 3]; đã xong [ ]", ()),
        ("và các việc khác…", ()),
        ("[chưa đóng", ()),
    ],
)
def test_what_is_still_to_be_written_is_found_anywhere(line: str, places: tuple[str, ...]) -> None:
    assert read(*[BODY] * 200, line).open_places == places


# --- files ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("a.docx", b"", "rỗng"),
        ("a.docx", b"PK\x03\x04 noi dung", "bị cắt cụt hoặc hỏng"),
        ("a.docx", b"%PDF-1.7", "là tệp PDF"),
        ("a.pdf", b"chu thuong", "là tệp chữ"),
        ("a.doc", bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le"),
         "Word kiểu cũ"),
    ],
)  # fmt: skip
def test_what_is_no_word_file_gets_one_sentence(
    file: str, content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / file
    path.write_bytes(content)
    with pytest.raises(UnusableInputError, match=said) as caught:
        open_document(path)
    assert f"“{file}”" in str(caught.value)


def with_properties(core: bytes) -> bytes:
    """Return a Word file with another docProps/core.xml."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file())) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, core if name == "docProps/core.xml" else old.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    "core",
    [
        b"<a", b"", b"\xff\xfe\x00",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a><title>&b;</title></a>',
        b"<a><title>" + b"a" * (2**20 + 1) + b"</title></a>",
    ],
    ids=["broken", "empty", "no text", "entities", "too big"],
)  # fmt: skip
def test_properties_that_cannot_be_read_are_left_aside(core: bytes) -> None:
    assert read_document("Bao_cao.docx", with_properties(core)).title == "Bao cao"


def test_texts_of_any_length_are_read_with_few_addressees() -> None:
    lines = ("[" * 50_000, "…a" * 50_000, "Kính gửi: " + "a;" * 50_000, "dự thảo " * 20_000)
    content = word_file(lines)
    document = read_document("a.docx", content)
    assert len(document.addressees) <= 30
