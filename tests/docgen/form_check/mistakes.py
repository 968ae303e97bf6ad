"""What clerks typically get wrong, at least two in every row of the decree's table.

Written down from the decree (Phụ lục I, part I) before the rules were looked at again:
row of the table, the code of the finding that is right, who typed which text, what is
wrong in it. The rows are those of sections I, II, III and V.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.docgen.form_check.cases import after, align, bold, drop, italic, run, say, size, stand
from tests.docgen.form_check.draft import Draft, Edit, element
from tests.docgen.form_check.texts import LONG
from tests.docgen.form_check.writers import paragraph

STYLES, TABS, BLANKS, OLD = "kiểu và bảng", "tab", "dấu cách", "thói quen cũ"


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong in a text which one of the writers typed."""

    row: str
    code: str
    writer: str
    text: str
    what: str
    edits: tuple[Edit, ...]

    @property
    def name(self) -> str:
        """The mistake in words."""
        return f"{self.code} {self.what}"


def _wrong(row: str, code: str, writer: str, text: str, what: str, *edits: Edit) -> Mistake:
    return Mistake(row, code, writer, text, what, edits)


def _margin(**edges: int) -> Edit:
    return lambda draft: draft.page(
        0, "pgMar", **{edge: str(round(mm * 1440 / 25.4)) for edge, mm in edges.items()}
    )


def _turned(draft: Draft) -> None:
    draft.page(0, "pgSz", w="16838", h="11906")


def _font(start: str, name: str) -> Edit:
    return run(start, f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>')


def _spacing(start: str, **attributes: int) -> Edit:
    written = " ".join(f'w:{name}="{value}"' for name, value in attributes.items())
    return stand(start, f"<w:spacing {written}/>")


def _typed_line(style: str) -> Edit:
    """Type a row of dashes where a line was drawn."""

    def edit(draft: Draft) -> None:
        (line,) = draft.styled(style)
        line.append(element("<w:r><w:t>____________</w:t></w:r>"))

    return edit


def _no_line(style: str) -> Edit:
    def edit(draft: Draft) -> None:
        for line in draft.styled(style):
            draft.remove(line)

    return edit


def _header(extra: str) -> Edit:
    return lambda draft: draft.stand("2", extra, part=draft.header())


def _number_in_footer(draft: Draft) -> None:
    """Move the page number to the foot of the page."""
    name = draft.header()
    number = draft.find("2", name)
    draft.remove(number)
    key = draft.relate("footer9.xml", "footer", "<w:ftr/>")
    draft.parts["word/footer9.xml"].append(number)
    draft.sections()[0].insert(0, element(f'<w:footerReference w:type="default" r:id="{key}"/>'))


def _shown_on_first_page(draft: Draft) -> None:
    setup = draft.sections()[0]
    setup.remove(next(setup.iter("{*}titlePg")))


_BODY = f"{LONG}."
_TITLE_OF_RULES = "QUY ĐỊNH CHUNG"

MISTAKES = [
    # Khổ giấy, kiểu trình bày, lề, phông
    _wrong("trang", "TR01", TABS, "thông báo", "khổ giấy Letter",
           lambda d: d.page(0, "pgSz", w="12240", h="15840")),
    _wrong("trang", "TR03", TABS, "công văn", "lề trái 25,4 mm", _margin(left=25)),
    _wrong("trang", "TR03", OLD, "kế hoạch", "lề phải 25,4 mm", _margin(right=25)),
    _wrong("trang", "TR02", TABS, "giấy mời", "trang nằm ngang không có bảng", _turned),
    _wrong("phông", "PC01", OLD, "thông báo", "phông Calibri", _font("1. Thời gian", "Calibri")),
    _wrong("phông", "PC01", TABS, "tờ trình", "phông .VnTime", _font(_BODY, ".VnTime")),
    _wrong("phông", "PC02", STYLES, "công văn", "chữ màu xanh",
           run(_BODY, '<w:color w:val="0000FF"/>')),
    # 1: Quốc hiệu, Tiêu ngữ
    _wrong("1 Quốc hiệu", "QG03", STYLES, "tờ trình", "cỡ 14", size("CỘNG HÒA", 14)),
    _wrong("1 Quốc hiệu", "QG02", BLANKS, "công văn", "sai chính tả",
           say("CHỦ NGHĨA VIỆT NAM", "CHŨ NGHĨA VIỆT NAM")),
    _wrong("1 Tiêu ngữ", "TN02", TABS, "kế hoạch", "gạch ngang dài",
           say("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")),
    _wrong("1 Tiêu ngữ", "TN09", OLD, "báo cáo", "gạch chân thay đường kẻ",
           run("Độc lập", '<w:u w:val="single"/>')),
    _wrong("1 Tiêu ngữ", "TN03", STYLES, "giấy mời", "cỡ 12", size("Độc lập", 12)),
    # 2: cơ quan
    _wrong("2 chủ quản", "CQ04", STYLES, "công văn gửi một nơi", "đậm", bold("UBND PHƯỜNG")),
    _wrong("2 chủ quản", "CQ03", STYLES, "công văn gửi một nơi", "cỡ 14",
           size("UBND PHƯỜNG", 14)),
    _wrong("2 ban hành", "BH02", STYLES, "thông báo", "viết tắt", drop("ỦY BAN NHÂN DÂN"),
           say("PHƯỜNG BẾN ĐÒ", "UBND PHƯỜNG BẾN ĐÒ")),
    _wrong("2 ban hành", "BH04", STYLES, "kế hoạch", "không đậm",
           bold("PHƯỜNG BẾN ĐÒ", on=False)),
    _wrong("2 ban hành", "BH08", STYLES, "quyết định", "đường kẻ bằng dấu gạch dưới",
           _typed_line("Ke2")),
    # 3: số, ký hiệu
    _wrong("3", "SO02", TABS, "thông báo", "thiếu dấu hai chấm", say("Số: 21", "Số 21")),
    _wrong("3", "SO11", STYLES, "tờ trình", "số nhỏ hơn 10 thiếu số 0", say("08/TTr", "8/TTr")),
    _wrong("3", "SO12", OLD, "giấy mời", "cách chữ quanh gạch nối", say("GM-UBND", "GM - UBND")),
    _wrong("3", "SO13", BLANKS, "công văn", "công văn ghi CV", say("15/UBND-VHXH", "15/CV-UBND")),
    _wrong("3", "SO13", STYLES, "thông báo", "ký hiệu của loại khác", say("TB-UBND", "BC-UBND")),
    # 4: địa danh, ngày
    _wrong("4", "DD02", TABS, "công văn", "thiếu dấu phẩy", say("Bến Đò, ngày", "Bến Đò ngày")),
    _wrong("4", "DD02", OLD, "thông báo", "ngày viết bằng số",
           say("ngày 15 tháng 3 năm 2026", "ngày 15/3/2026")),
    _wrong("4", "DD11", STYLES, "giấy mời", "ngày nhỏ hơn 10 thiếu số 0",
           say("Bến Đò, ngày 15", "Bến Đò, ngày 5")),
    _wrong("4", "DD13", BLANKS, "thông báo", "tháng 03",
           say("Đò, ngày 15 tháng 3", "Đò, ngày 15 tháng 03")),
    _wrong("4", "DD04", STYLES, "công điện", "chữ đứng", italic("Bến Đò, ngày", on=False)),
    # 5a: tên loại, trích yếu
    _wrong("5a tên loại", "TL03", TABS, "báo cáo", "cỡ 16", size("BÁO CÁO", 16)),
    _wrong("5a tên loại", "TL05", STYLES, "thông báo", "chữ thường",
           say("THÔNG BÁO", "Thông báo")),
    _wrong("5a trích yếu", "TY04", TABS, "kế hoạch", "nghiêng", italic(f"{LONG} năm 2027")),
    _wrong("5a trích yếu", "TY05", STYLES, "tờ trình", "in hoa",
           run("Về việc đề nghị", "<w:caps/>")),
    _wrong("5a trích yếu", "TY07", STYLES, "hướng dẫn", "không có đường kẻ", _no_line("Ke3")),
    # 5b: V/v
    _wrong("5b", "VV02", STYLES, "công văn", "dấu hai chấm sau V/v", say("V/v mở", "V/v: mở")),
    _wrong("5b", "VV02", TABS, "công văn gửi một nơi", "Về việc", say("V/v đề", "Về việc đề")),
    _wrong("5b", "VV04", STYLES, "công văn", "nghiêng", italic("V/v")),
    # 6: nội dung
    _wrong("6 nội dung", "ND06", STYLES, "báo cáo", "canh trái", align(LONG, "left")),
    _wrong("6 nội dung", "ND11", OLD, "công văn", "không lùi đầu dòng",
           stand(_BODY, '<w:ind w:firstLine="0"/>')),
    _wrong("6 nội dung", "ND12", STYLES, "công văn", "các đoạn sát nhau",
           _spacing("Ủy ban nhân dân phường đề nghị", before=0)),
    _wrong("6 nội dung", "ND13", TABS, "thông báo", "giãn dòng 2", _spacing(LONG, line=480)),
    _wrong("6 nội dung", "ND03", OLD, "công văn", "cỡ 12", size(_BODY, 12)),
    _wrong("6 nội dung", "ND14", BLANKS, "giấy mời", "không kết thúc bằng ./.",
           say("đúng giờ./.", "đúng giờ.")),
    _wrong("6 căn cứ", "CC04", STYLES, "quyết định", "chữ đứng",
           italic("Căn cứ Luật Trẻ em", on=False)),
    _wrong("6 căn cứ", "CC11", TABS, "nghị quyết", "dấu phẩy cuối dòng",
           say("năm 2016;", "năm 2016,")),
    _wrong("6 phần, chương", "PH11", OLD, "quyết định và quy chế", "chương số Ả Rập",
           say("Chương I", "Chương 1")),
    _wrong("6 phần, chương", "PH12", STYLES, "hướng dẫn", "tiêu đề phần chữ thường",
           say(_TITLE_OF_RULES, "Quy định chung")),
    _wrong("6 mục", "PH11", STYLES, "quyết định và quy chế", "mục số La Mã", say("Mục 1", "Mục I")),
    _wrong("6 mục", "PH06", STYLES, "quyết định và quy chế", "mục canh trái",
           align("Mục 1", "left")),
    _wrong("6 điều", "DU11", TABS, "quyết định", "hai chấm sau số", say("Điều 2.", "Điều 2:")),
    _wrong("6 điều", "DU04", STYLES, "quyết định", "không đậm", bold("Điều 1.", on=False)),
    _wrong("6 mục La Mã", "MU11", BLANKS, "tờ trình", "gạch chéo", say("I. SỰ", "I/ SỰ")),
    _wrong("6 mục La Mã", "MU05", OLD, "báo cáo", "chữ thường",
           say("I. KẾT QUẢ CHUNG", "I. Kết quả chung")),
    _wrong("6 khoản có tiêu đề", "KH03", STYLES, "báo cáo", "cỡ 12",
           size("1. Tình hình chung", 12)),
    _wrong("6 khoản có tiêu đề", "KH04", OLD, "báo cáo", "nghiêng", italic("1. Tình hình chung")),
    _wrong("6 khoản", "KH11", TABS, "thông báo", "ngoặc đơn sau số", say("2. Địa", "2) Địa")),
    _wrong("6 khoản", "KH04", STYLES, "tờ trình", "nghiêng", italic("1. Mở mới")),
    _wrong("6 điểm", "DI11", OLD, "kế hoạch", "dấu chấm sau chữ", say("b) Trường", "b. Trường")),
    _wrong("6 điểm", "DI12", BLANKS, "kế hoạch", "bỏ chữ đ", say("đ) Trạm", "e) Trạm"),
           say("e) Tổ", "f) Tổ")),
    # 7: quyền hạn, họ tên
    _wrong("7a", "QN02", TABS, "báo cáo", "T.M", say("TM. ỦY", "T.M ỦY")),
    _wrong("7a", "QN02", STYLES, "kế hoạch", "không cách chữ", say("KT. CHỦ", "KT.CHỦ")),
    _wrong("7a", "QN12", STYLES, "kế hoạch", "cấp phó không ghi KT.", drop("KT. CHỦ TỊCH")),
    _wrong("7a", "QN12", OLD, "công văn gửi một nơi", "chỉ ghi chức vụ cấp phó",
           say("KT. TRƯỞNG PHÒNG", "TRƯỞNG PHÒNG")),
    _wrong("7b", "HT11", TABS, "tờ trình", "học vị", say("Trần Thị Bình", "ThS. Trần Thị Bình")),
    _wrong("7b", "HT05", OLD, "thông báo", "in hoa", say("Phạm Văn Nam", "PHẠM VĂN NAM")),
    # 9: Kính gửi, Nơi nhận
    _wrong("9a", "KG12", BLANKS, "báo cáo", "nhiều nơi trên một dòng",
           say("Ủy ban nhân dân thành phố", "Sở Y tế; Sở Giáo dục và Đào tạo; Sở Nội vụ")),
    _wrong("9a", "KG04", STYLES, "tờ trình", "đậm", bold("Kính gửi")),
    _wrong("9a", "KG02", TABS, "báo cáo", "cách trước dấu hai chấm",
           say("Kính gửi:", "Kính gửi :")),
    _wrong("9b Nơi nhận", "NN04", STYLES, "công văn", "không nghiêng",
           italic("Nơi nhận", on=False)),
    _wrong("9b Nơi nhận", "NN03", OLD, "kế hoạch", "cỡ 14", size("Nơi nhận", 14)),
    _wrong("9b danh sách", "DS11", BLANKS, "thông báo", "thiếu dấu hai chấm sau Lưu",
           say("- Lưu: VT", "- Lưu VT")),
    _wrong("9b danh sách", "DS12", STYLES, "công văn", "thiếu Như trên", drop("- Như trên")),
    _wrong("9b danh sách", "DS02", OLD, "quyết định", "thiếu dấu chấm phẩy",
           say("- Như Điều 3;", "- Như Điều 3")),
    # Phụ lục
    _wrong("Phụ lục", "PL05", OLD, "báo cáo", "in hoa", say("Phụ lục", "PHỤ LỤC")),
    _wrong("Phụ lục", "PL11", STYLES, "hướng dẫn", "số Ả Rập", say("Phụ lục II", "Phụ lục 2")),
    _wrong("tên phụ lục", "TP05", TABS, "hướng dẫn", "chữ thường",
           say("DANH SÁCH SÂN CHƠI", "Danh sách sân chơi")),
    _wrong("tên phụ lục", "TP04", STYLES, "báo cáo", "không đậm",
           bold("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", on=False)),
    _wrong("kèm theo", "KT01", TABS, "báo cáo", "không có", drop("(Kèm theo")),
    _wrong("kèm theo", "KT04", STYLES, "báo cáo", "chữ đứng", italic("(Kèm theo", on=False)),
    # 14: số trang
    _wrong("14", "ST11", TABS, "báo cáo", "ở chân trang", _number_in_footer),
    _wrong("14", "ST06", STYLES, "báo cáo", "bên phải", _header('<w:jc w:val="right"/>')),
    _wrong("14", "ST13", OLD, "báo cáo", "hiện ở trang thứ nhất", _shown_on_first_page),
    # 12: ký hiệu người soạn thảo, số bản
    _wrong("12", "NS03", STYLES, "thông báo", "cỡ 13",
           after("- Lưu", paragraph("NoiNhanDong", "PL.(300)")), size("PL.(300)", 13)),
    _wrong("12", "NS05", STYLES, "công văn", "chữ thường",
           after("- Lưu", paragraph("NoiNhanDong", "pl.(300)"))),
    # Trước khi ký
    _wrong("trước khi ký", "VT06", TABS, "báo cáo", "chỗ đơn vị ghi còn để trống",
           say("Ủy ban nhân dân phường không có ý kiến khác", "[Đơn vị ghi đề xuất, kiến nghị]")),
    _wrong("trước khi ký", "VT06", OLD, "công văn", "[số, ký hiệu] còn để trống",
           say("Các đơn vị phối hợp", "Thực hiện Công văn [số, ký hiệu], các đơn vị phối hợp")),
    _wrong("trước khi ký", "VT03", TABS, "công văn", "còn chú thích",
           lambda d: d.add_to(_BODY, '<w:r><w:commentReference w:id="0"/></w:r>')),
]  # fmt: skip

# Known misses, each with why; a miss is never silent.
MISSED: dict[str, str] = {}
