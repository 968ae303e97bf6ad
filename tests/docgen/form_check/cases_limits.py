"""Cases at the ends of the decree's ranges: right at each end, wrong just outside it.

All values are those of Decree 30/2020/NĐ-CP, Phụ lục I, part I, typed here once more.
"""

from __future__ import annotations

from tests.docgen.form_check.cases import bold, case, say, size, stand
from tests.docgen.form_check.draft import Draft, Edit, element
from tests.docgen.form_check.texts import GAP, LONG
from tests.docgen.form_check.writers import paragraph

BC, KH, CV, QD = "báo cáo", "kế hoạch", "công văn", "quyết định"
_TEXT = f"{LONG}."
_SECOND = "Ủy ban nhân dân phường"  # the second paragraph of the công văn, of one line
_AGENCY = "ỦY BAN NHÂN DÂN"


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def _margins(**edges: float) -> Edit:
    written = {edge: str(_twips(millimetres)) for edge, millimetres in edges.items()}
    return lambda draft: draft.page(0, "pgMar", **written)


def _spacing(start: str, **attributes: int) -> Edit:
    written = " ".join(f'w:{name}="{value}"' for name, value in attributes.items())
    return stand(start, f"<w:spacing {written}/>")


def _indent(start: str, **sides: float) -> Edit:
    written = " ".join(f'w:{side}="{_twips(value)}"' for side, value in sides.items())
    return stand(start, f"<w:ind {written}/>")


def _line(style: str, room: float, millimetres: float) -> Edit:
    """Make a line so long that is drawn as a border in so much room."""
    indent = (room - millimetres) / 2

    def edit(draft: Draft) -> None:
        for line in draft.styled(style):
            for properties in line.iter("{*}pPr"):
                for old in list(properties.iter("{*}ind")):
                    properties.remove(old)
                twips = _twips(indent)
                properties.append(element(f'<w:ind w:left="{twips}" w:right="{twips}"/>'))

    return edit


def _slogan_line(part: float) -> Edit:
    return _line("Ke1", 102 - 3.8, 60.5 * part)  # Tiêu ngữ of 14 points: 60,5 mm


def _agency_line(part: float, text: float = 43.2) -> Edit:
    """Draw the line below the agency; `ỦY BAN NHÂN DÂN` of 13 points: 43,2 mm."""
    return _line("Ke2", 58 - 3.8, text * part)


def _abstract_line(part: float) -> Edit:
    return _line("Ke3", 160, 108.7 * part)


def _points(letters: str) -> Edit:
    """List points with these letters in place of the plan's."""

    def edit(draft: Draft) -> None:
        draft.drop("a) Mỗi", "b) Trường", "c) Đoàn", "d) Công", "đ) Trạm", "e) Tổ")
        listed = (paragraph("NoiDung", f"{letter}) Việc cần làm;") for letter in letters)
        draft.add_after(f"2. {LONG}", *listed)

    return edit


def _dated(day: str) -> Edit:
    return say(f"ngày{GAP}tháng{GAP}năm 2026", f"ngày {day}")


def _blank_lines(count: int) -> Edit:
    """Leave so many blank lines between the office and the name."""

    def edit(draft: Draft) -> None:
        for line in draft.styled("NguoiKy")[: 4 - count]:
            draft.remove(line)

    return edit


def _at_the_end(xml: str) -> Edit:
    """Put something behind the table of the signature."""
    return lambda draft: list(draft.body.iter("{*}tbl"))[-1].addnext(element(xml))


CASES = [
    # I.3: top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20
    *(case("TR03", KH, f"lề {edge} {wrong} mm", _margins(**{edge: wrong}))
      for edge, wrongs in {"top": (19, 26), "bottom": (19, 26), "left": (29, 36),
                           "right": (14, 21)}.items()
      for wrong in wrongs),
    # II.1.b: as long as the text; II.2.b, II.5.b: a third to a half of it
    case("TN10", BC, "bốn phần năm dòng chữ", _slogan_line(0.8)),
    case("TN10", BC, "dài hơn dòng chữ một phần năm", _slogan_line(1.2)),
    case("BH10", BC, "chưa đến một phần năm dòng chữ", _agency_line(0.18, text=39.1)),
    case("BH10", BC, "hai phần ba dòng chữ", _agency_line(0.67)),
    case("TY10", BC, "chưa đến một phần năm dòng chữ", _abstract_line(0.18)),
    case("TY10", BC, "hai phần ba dòng chữ", _abstract_line(0.67)),
    # II.1.c: single spacing
    case("TN11", BC, "Quốc hiệu giãn dòng 1,15", _spacing("CỘNG HÒA", line=276)),
    case("TN11", BC, "Tiêu ngữ giãn dòng 1,15", _spacing("Độc lập", line=276)),
    case("TN11", BC, "cách Quốc hiệu 4 pt", _spacing("Độc lập", before=80)),
    # II.3.c, II.4.b: zeros below 10, and before months 1 and 2
    case("SO11", CV, "số 9", say("Số: 15/", "Số: 9/")),
    case("DD11", KH, "ngày 9", _dated("9 tháng 3 năm 2026")),
    case("DD12", KH, "tháng 2", _dated("15 tháng 2 năm 2026")),
    case("DD13", KH, "tháng 09", _dated("15 tháng 09 năm 2026")),
    case("DD14", KH, "ngày 29 tháng 02 của năm thường", _dated("29 tháng 02 năm 2026")),
    # II.5.b: 6 points between số, ký hiệu and V/v
    case("VV11", CV, "cách 4 pt", _spacing("V/v", before=80)),
    case("VV11", CV, "cách 8 pt", _spacing("V/v", before=160)),
    # II.6.e: 1 cm or 1,27 cm; at least 6 points; single to 1,5 lines
    *(case("ND11", CV, f"lùi {wrong} mm", _indent(_TEXT, firstLine=wrong))
      for wrong in (9, 11.3, 14)),
    case("ND12", CV, "các đoạn cách 5,5 pt", _spacing(_SECOND, before=110)),
    case("ND13", CV, "giãn dòng 1,6", _spacing(_TEXT, line=384)),
    case("ND13", CV, "giãn dòng 0,9", _spacing(_TEXT, line=216)),
    # II.6.đ: the letters of điểm
    case("DI12", KH, "bỏ q", _points("abcdđeghiklmnoprs")),
    case("DI12", KH, "có f", _points("abcdđefg")),
    case("DI12", KH, "có w", _points("abcdđeghiklmnopqrstuvw")),
    # II.7.d: room for the signature and the seal
    case("HT12", BC, "chỉ một dòng trống để ký", _blank_lines(1)),
    # II.9.d: flush with the margin
    case("NN06", BC, "lùi vào 3 mm", _indent("Nơi nhận", left=3)),
    case("DS06", BC, "lùi vào 3 mm", _indent("- Hội đồng", left=3)),
    # What stands behind the closing is no component
    case("VT07", KH, "đoạn lạ sau phần ký", _at_the_end(paragraph("NoiDung", "Xem mặt sau"))),
]  # fmt: skip

GOOD = [
    case("", KH, "lề nhỏ nhất", _margins(top=20, bottom=20, left=30, right=15)),
    case("", KH, "lề lớn nhất", _margins(top=25, bottom=25, left=35, right=20)),
    case("", BC, "đường kẻ dài đúng bằng Tiêu ngữ", _slogan_line(1)),
    case("", BC, "đường kẻ bằng 1/3 tên cơ quan", _agency_line(1 / 3)),
    case("", BC, "đường kẻ bằng 1/2 tên cơ quan", _agency_line(1 / 2)),
    case("", BC, "đường kẻ bằng 1/3 trích yếu", _abstract_line(1 / 3)),
    case("", BC, "đường kẻ bằng 1/2 trích yếu", _abstract_line(1 / 2)),
    case("", CV, "số 10", say("Số: 15/", "Số: 10/")),
    case("", KH, "ngày 10 tháng 10", _dated("10 tháng 10 năm 2026")),
    case("", KH, "ngày 09 tháng 02", _dated("09 tháng 02 năm 2026")),
    case("", KH, "ngày 31 tháng 12", _dated("31 tháng 12 năm 2026")),
    case("", KH, "ngày 29 tháng 02 của năm nhuận", _dated("29 tháng 02 năm 2028")),
    case("", CV, "giãn dòng đơn", _spacing(_TEXT, line=240)),
    case("", CV, "giãn dòng 1,5", _spacing(_TEXT, line=360)),
    case("", CV, "các đoạn cách 12 pt", _spacing(_SECOND, before=240)),
    case("", CV, "lùi 1 cm", _indent(_TEXT, firstLine=10)),
    case("", KH, "điểm a đến y", _points("abcdđeghiklmnopqrstuvxy")),
]  # fmt: skip

# Code, document, the start of a paragraph, the sizes from and to, in points (II, III, V).
SIZES: list[tuple[str, str, str, float, float]] = [
    ("QG", BC, "CỘNG HÒA", 12, 13), ("TN", BC, "Độc lập", 13, 14), ("CQ", BC, _AGENCY, 12, 13),
    ("BH", BC, "PHƯỜNG BẾN ĐÒ", 12, 13), ("SO", BC, "Số:", 13, 13),
    ("DD", BC, "Bến Đò, ngày", 13, 14), ("TL", BC, "BÁO CÁO", 13, 14),
    ("TY", BC, "Kết quả thực hiện", 13, 14), ("VV", CV, "V/v", 12, 13),
    ("KG", BC, "Kính gửi", 13, 14), ("CC", QD, "Căn cứ", 13, 14), ("ND", CV, _TEXT, 13, 14),
    ("ND", QD, "Điều 1", 13, 14), ("PH", QD, "Chương I", 13, 14),
    ("PH", QD, "QUY ĐỊNH CHUNG", 13, 14), ("MU", BC, "I. KẾT QUẢ", 13, 14),
    ("KH", BC, "1. Tình hình chung", 13, 14), ("DI", KH, "b) Trường", 13, 14),
    ("QN", BC, "CHỦ TỊCH", 13, 14), ("HT", BC, "Trần Thị", 13, 14),
    ("NN", BC, "Nơi nhận", 12, 12), ("DS", BC, "- Hội đồng", 11, 11), ("PL", BC, "Phụ lục", 14, 14),
    ("TP", BC, "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", 13, 14), ("KT", BC, "(Kèm theo", 13, 14),
    ("NS", KH, "PL.(300)", 11, 11), ("ST", BC, "2", 13, 14),
]  # fmt: skip


def sized(code: str, start: str, points: float) -> tuple[Edit, ...]:
    """Return the edits that give a component of `SIZES` this size."""
    if code == "ST":
        number = f'<w:sz w:val="{round(points * 2)}"/>'
        return (lambda draft: draft.run(start, number, part=draft.header()),)
    if code == "CQ":  # light, the first line is the superior's
        return bold(start, on=False), size(start, points)
    if code == "NS":
        drafter = paragraph("NoiNhanDong", start)
        return lambda draft: draft.add_after("- Lưu", drafter), size(start, points)
    return (size(start, points),)


# Phụ lục III, section I: types of documents and their codes.
CODES = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC", "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC", "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr",
    "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA", "DỰ ÁN": "DA", "BÁO CÁO": "BC",
    "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ",
    "BẢN GHI NHỚ": "BGN", "BẢN THỎA THUẬN": "BTT", "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM",
    "GIẤY GIỚI THIỆU": "GGT", "GIẤY NGHỈ PHÉP": "GNP", "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC",
    "PHIẾU BÁO": "PB",
}  # fmt: skip
