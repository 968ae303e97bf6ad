"""Cases of paper, page numbers, typeface and traces (I.1 to I.4, I.7, article 12)."""

from __future__ import annotations

from tests.docgen.form_check.cases import after, case, run, say
from tests.docgen.form_check.cases_body import THEME
from tests.docgen.form_check.draft import Draft, Edit, element
from tests.docgen.form_check.texts import LONG
from tests.docgen.form_check.writers import paragraph

BC, KH, CV = "báo cáo", "kế hoạch", "công văn"
_TEXT = f"{LONG}."
_NUMBER = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def _page(name: str, **attributes: str) -> Edit:
    return lambda draft: draft.page(0, name, **attributes)


def _header(change: str, *, kind: str = "default") -> Edit:
    """Replace the paragraph of a header."""

    def edit(draft: Draft) -> None:
        root = draft.parts[draft.header(kind=kind)]
        root[0].getparent().replace(root[0], element(change))  # type: ignore[union-attr]

    return edit


def _into_footer(draft: Draft) -> None:
    """Move the page number from the header to a footer."""
    _header("<w:p/>")(draft)
    key = draft.relate("footer9.xml", "footer", f"<w:ftr>{paragraph('DauTrang', _NUMBER)}</w:ftr>")
    draft.sections()[0].insert(0, element(f'<w:footerReference w:type="default" r:id="{key}"/>'))


def _header_run(*properties: str) -> Edit:
    return lambda draft: draft.run("2", *properties, part=draft.header())


def _tracked(draft: Draft) -> None:
    draft.add_to("I. KẾT QUẢ", '<w:ins w:id="1" w:author="a"><w:r><w:t> X</w:t></w:r></w:ins>')


def _deleted(draft: Draft) -> None:
    words = "<w:r><w:delText> chung {{ x }}</w:delText></w:r>"
    draft.add_to("I. KẾT QUẢ", f'<w:del w:id="1" w:author="a">{words}</w:del>')


def _commented(draft: Draft) -> None:
    draft.add_to("I. KẾT QUẢ", '<w:r><w:commentReference w:id="0"/></w:r>')


def _hidden(draft: Draft) -> None:
    draft.add_to("I. KẾT QUẢ", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>")


def _in_box(xml: str) -> Edit:
    """Put a text box into the body."""
    box = f"<w:r><w:pict><w:txbxContent>{xml}</w:txbxContent></w:pict></w:r>"
    return lambda draft: draft.add_to("I. KẾT QUẢ", box)


def _turned(draft: Draft) -> None:
    draft.page(0, "pgSz", w="16838", h="11906")
    draft.page(0, "pgMar", top="1134", bottom="1134", left="1701", right="1134")


def _long(draft: Draft) -> None:
    """Let the document reach a second page, without page numbers."""
    for _ in range(12):
        draft.add_after(_TEXT, paragraph("NoiDung", f"{LONG}, {LONG}."))
    _header("<w:p/>")(draft)


def _even_pages(draft: Draft) -> None:
    """Give pages with even numbers a header of their own, and nothing in it."""
    draft.parts["word/settings.xml"].append(element("<w:evenAndOddHeaders/>"))


def _turned_annex(**millimetres: int) -> Edit:
    edges = {edge: str(round(mm * 1440 / 25.4)) for edge, mm in millimetres.items()}
    return lambda draft: draft.page(1, "pgMar", **edges)


def _theme(draft: Draft) -> None:
    draft.relate("theme1.xml", "theme", THEME)
    draft.run(_TEXT, _font(asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi"))


def _font(**slots: str) -> str:
    written = " ".join(f'w:{slot}="{name}"' for slot, name in slots.items())
    return f"<w:rFonts {written}/>"


_CENTRED = _header(paragraph("DauTrang", _NUMBER, extra='<w:jc w:val="center"/>'))

CASES = [
    case("TR01", BC, "khổ Letter", _page("pgSz", w="12240", h="15840")),
    case("TR01", KH, "hẹp hơn A4 5 mm", _page("pgSz", w="11622")),
    case("TR02", CV, "nằm ngang", _turned, _CENTRED),
    case("TR03", BC, "lề trái 25 mm", _page("pgMar", left="1417")),
    case("TR03", BC, "lề phải 25 mm", _page("pgMar", right="1417")),
    case("TR03", BC, "lề trên 15 mm", _page("pgMar", top="850")),
    case("TR03", BC, "lề dưới 30 mm", _page("pgMar", bottom="1701")),
    case("TR03", BC, "khoảng đóng gáy", _page("pgMar", gutter="567"), _CENTRED),
    case("TR03", BC, "trang phụ lục nằm ngang, lề trên 40 mm",
         _turned_annex(top=40, bottom=20, left=20, right=20)),
    case("PC01", CV, "cả hai ô phông", run(_TEXT, _font(ascii="Arial", hAnsi="Arial"))),
    case("PC01", CV, "chỉ ô hAnsi", run(_TEXT, _font(hAnsi="Arial"))),
    case("PC01", CV, "chỉ ô ascii", run(_TEXT, _font(ascii="Calibri"))),
    case("PC01", CV, "kiểu gốc", lambda d: d.style("Normal", "rPr", _font(hAnsi="Arial"))),
    case("PC01", BC, "trong bảng", run("Tỷ lệ trẻ em", _font(ascii="Arial", hAnsi="Arial"))),
    case("PC01", CV, "phông theo chủ đề", _theme),
    case("PC01", BC, "trong hộp chữ", _in_box(
        f"<w:p><w:r><w:rPr>{_font(ascii='Arial')}</w:rPr><w:t>abc</w:t></w:r></w:p>")),
    case("PC03", CV, "đậm bằng tên phông", run("Ủy ban nhân dân phường", _font(
        ascii="Times New Roman Bold", hAnsi="Times New Roman Bold"))),
    case("PC04", CV, "nghiêng trong ngoặc", lambda d: d.find(_TEXT).append(
        element("<w:r><w:rPr><w:i/></w:rPr><w:t> (có bảng kèm theo)</w:t></w:r>"))),
    case("PC02", BC, "chữ đỏ", run("I. KẾT QUẢ", '<w:color w:val="FF0000"/>')),
    case("PC02", BC, "màu của kiểu",
         lambda d: d.style("MucLaMa", "rPr", '<w:color w:val="1F3864" w:themeColor="accent1"/>')),
    # Số trang
    case("ST01", CV, "dài mà không có số trang", _long),
    case("ST01", BC, "không có số trang", _header("<w:p/>")),
    case("ST03", BC, "cỡ 12", _header_run('<w:sz w:val="24"/>')),
    case("ST04", BC, "nghiêng", _header_run("<w:i/>")),
    case("ST06", BC, "bên phải", _header(paragraph("DauTrang", _NUMBER,
                                                  extra='<w:jc w:val="right"/>'))),
    case("ST06", BC, "tab sai chỗ", _header(paragraph(
        "DauTrang", "<w:r><w:tab/></w:r>", _NUMBER,
        extra='<w:tabs><w:tab w:val="center" w:pos="3000"/></w:tabs>'))),
    case("ST06", KH, "tab lệch giữa trang 6 mm", _header(paragraph(
        "DauTrang", "<w:r><w:tab/></w:r>", _NUMBER,
        extra='<w:tabs><w:tab w:val="center" w:pos="4195"/></w:tabs>'))),
    case("ST01", BC, "trang chẵn không có số", _even_pages),
    case("ST11", BC, "ở chân trang", _into_footer),
    case("ST12", BC, "số La Mã", _page("pgNumType", fmt="lowerRoman")),
    case("ST12", BC, "trường số La Mã", _header(paragraph("DauTrang",
         '<w:fldSimple w:instr=" PAGE \\* roman "><w:r><w:t>ii</w:t></w:r></w:fldSimple>',
         extra='<w:jc w:val="center"/>'))),
    case("ST13", BC, "hiển thị ở trang nhất",
         lambda d: d.sections()[0].remove(next(d.sections()[0].iter("{*}titlePg")))),
    case("ST13", BC, "đầu trang nhất có số",
         _header(paragraph("DauTrang", _NUMBER, extra='<w:jc w:val="center"/>'), kind="first")),
    case("ST15", BC, "ghi chữ Trang", lambda draft: draft.find("2", draft.header()).insert(
        1, element("<w:r><w:t>Trang </w:t></w:r>"))),
    case("ST14", BC, "bắt đầu từ 3", _page("pgNumType", start="3")),
    case("ST14", BC, "bắt đầu từ 0", _page("pgNumType", start="0")),
    # Dấu vết
    *(case("VT01", BC, left, say("Số liệu chi tiết", f"Số liệu {left} chi tiết"))
      for left in ("{{ x }}", "{% if x %}", "None", "NaN", "#REF!", "#####", "undefined",
                   "#DIV/0!", "(nan%)", "Error! Reference source not found", "\ufffd")),
    case("VT01", BC, "trong đầu trang", lambda d: d.find("", d.header()).append(
        element("<w:r><w:t>{{ y }}</w:t></w:r>"))),
    case("VT06", BC, "chỗ đơn vị ghi", say("không có ý kiến khác", "[Đơn vị ghi ý kiến]")),
    case("VT06", CV, "đề nghị xác nhận",
         say("Các đơn vị", "[đề nghị phường xác nhận tên đơn vị], các đơn vị")),
    case("VT06", CV, "dòng chấm", say("Các đơn vị", "Trước ngày ……, các đơn vị")),
    case("VT06", CV, "số, ký hiệu", say("Các đơn vị", "Thực hiện Công văn [số, ký hiệu], các")),
    case("VT07", BC, "dòng lạ dưới chữ ký", after("Trần Thị Bình", paragraph(
        "NguoiKy", "Điện thoại: 0123"))),
    case("VT08", BC, "công thức", lambda d: d.add_to("I. KẾT QUẢ", (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>x</m:t></m:r></m:oMath>"))),
    case("VT08", BC, "văn bản chèn vào", after("I. KẾT QUẢ", (
        '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'r:id="rId99"/>'))),
    case("VT08", BC, "chữ nghệ thuật", lambda d: d.add_to("I. KẾT QUẢ", (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:textpath string="BẢN SAO"/></v:shape></w:pict></w:r>'))),
    case("VT02", BC, "chèn", _tracked),
    case("VT02", BC, "xóa", _deleted),
    case("VT03", BC, "chú thích", _commented),
    case("VT04", BC, "chữ ẩn", _hidden),
    case("VT05", BC, "tô nền", run("I. KẾT QUẢ", '<w:highlight w:val="yellow"/>')),
    case("VT01", BC, "trong hộp chữ", _in_box("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>")),
    case("VT01", CV, "ở dòng cuối", after(_TEXT, paragraph("NoiDung", "None."))),
]  # fmt: skip

GOOD = [
    case("", KH, "tab ở giữa trang", _header(paragraph(
        "DauTrang", "<w:r><w:tab/></w:r>", _NUMBER,
        extra='<w:tabs><w:tab w:val="center" w:pos="4535"/></w:tabs>'))),
    # A sheet that was turned keeps the margins of its edges.
    case("", BC, "phụ lục xoay sang phải",
         _turned_annex(top=35, bottom=15, left=20, right=25)),
    case("", BC, "phụ lục xoay sang trái",
         _turned_annex(top=15, bottom=35, left=25, right=20)),
]  # fmt: skip
