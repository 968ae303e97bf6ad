"""Cases of the heading block, the title and Kính gửi (decree, II.1 to II.5, II.9)."""

from __future__ import annotations

from tests.docgen.form_check.cases import (
    align,
    bold,
    case,
    drop,
    italic,
    run,
    say,
    size,
    stand,
)
from tests.docgen.form_check.draft import Draft, Edit, element
from tests.docgen.form_check.texts import GAP
from tests.docgen.form_check.writers import paragraph

BC, KH, CV, QD = "báo cáo", "kế hoạch", "công văn", "quyết định"
_WIDE = '<w:spacing w:before="120" w:line="240" w:lineRule="auto"/>'
_COUNTRY, _SLOGAN, _AGENCY = "CỘNG HÒA", "Độc lập", "PHƯỜNG BẾN ĐÒ"


def _no_line(*styles: str) -> Edit:
    """Remove the paragraphs that draw a line."""

    def edit(draft: Draft) -> None:
        for style in styles:
            for one in list(draft.body.iter("{*}pStyle")):
                if style in one.values():
                    line = next(one.iterancestors("{*}p"))
                    next(line.iterancestors()).remove(line)

    return edit


def _as_text(style: str, text: str) -> Edit:
    """Type a row of characters where a line was drawn."""

    def edit(draft: Draft) -> None:
        for one in draft.body.iter("{*}pStyle"):
            if style in one.values():
                line = next(one.iterancestors("{*}p"))
                line.append(element(f"<w:r><w:t>{text}</w:t></w:r>"))

    return edit


def _indent(style: str, millimetres: float) -> Edit:
    twips = round(millimetres * 1440 / 25.4)
    return lambda draft: draft.style(style, "pPr", f'<w:ind w:left="{twips}" w:right="{twips}"/>')


def _full_width(style: str) -> Edit:
    def edit(draft: Draft) -> None:
        for line in draft.styled(style):
            indent = next(line.iter("{*}ind"))
            for side in list(indent.attrib):
                indent.set(side, "0")

    return edit


def _swap_columns(draft: Draft) -> None:
    row = next(draft.body[0].iter("{*}tr"))
    row.append(next(row.iter("{*}tc")))


def _third_row(draft: Draft) -> None:
    """Move the date into a row of its own."""
    table = draft.body[0]
    rows = list(table.iter("{*}tr"))
    table.append(element("<w:tr><w:tc><w:p/></w:tc></w:tr>"))
    new = list(table.iter("{*}tr"))[-1]
    new.append(list(rows[1].iter("{*}tc"))[1])


def _addressed(draft: Draft) -> None:
    (line,) = (one for one in draft.body.iter("{*}pStyle") if "Ke3" in one.values())
    next(line.iterancestors("{*}p")).addnext(element(paragraph("KinhGui", "Kính gửi: Sở Y tế")))


def _dated(day: str) -> Edit:
    return say(f"ngày{GAP}tháng{GAP}năm 2026", f"ngày {day}")


def _one_line_title(draft: Draft) -> None:
    draft.drop("Các đơn vị phối hợp mở rộng sân chơi cho trẻ em, sửa các sân cũ")
    draft.say("KẾ HOẠCH", "KẾ HOẠCH MỞ RỘNG SÂN CHƠI")


CASES = [
    # Quốc hiệu
    case("QG01", BC, "không có Quốc hiệu", drop(_COUNTRY)),
    *(case("QG02", BC, wrong, say("CỘNG HÒA XÃ HỘI", wrong)) for wrong in (
        "CÔNG HÒA XÃ HỘI", "CỘNG HÓA XÃ HỘI", "CỘNG HÒA XÃ HÔI", "CỘNG HÒA XẢ HỘI")),
    case("QG02", BC, "thiếu chữ", say("CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIÊT NAM")),
    case("QG03", BC, "cỡ 14", size(_COUNTRY, 14)),
    case("QG04", BC, "không đậm", bold(_COUNTRY, on=False)),
    case("QG05", BC, "chữ thường",
         say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    case("QG06", BC, "không canh giữa", align(_COUNTRY, "left")),
    case("QG11", BC, "ở bên trái", _swap_columns),
    # Tiêu ngữ
    case("TN01", BC, "không có Tiêu ngữ", drop(_SLOGAN)),
    case("TN02", BC, "gạch ngang dài", say("Độc lập - Tự do - Hạnh phúc",
                                          "Độc lập – Tự do – Hạnh phúc")),
    case("TN02", BC, "không cách chữ", say("Độc lập - Tự do - Hạnh phúc",
                                          "Độc lập-Tự do-Hạnh phúc")),
    case("TN02", BC, "chữ đầu không hoa", say("Tự do - Hạnh phúc", "tự do - hạnh phúc")),
    case("TN03", BC, "cỡ 12", size(_SLOGAN, 12), _indent("Ke1", 25)),
    case("TN04", BC, "nghiêng", italic(_SLOGAN)),
    case("TN05", BC, "in hoa", run(_SLOGAN, "<w:caps/>"), _indent("Ke1", 13)),
    case("TN06", BC, "canh trái", align(_SLOGAN, "left")),
    case("TN07", BC, "không có đường kẻ", _no_line("Ke1")),
    case("TN08", BC, "các dấu gạch dưới", _as_text("Ke1", "_____________")),
    case("TN09", BC, "gạch chân", run(_SLOGAN, '<w:u w:val="single"/>'), _no_line("Ke1")),
    case("TN10", BC, "đường kẻ ngắn", _indent("Ke1", 40)),
    case("TN11", BC, "cách xa Quốc hiệu", stand(_SLOGAN, _WIDE)),
    case("TN11", BC, "giãn dòng 1,5", stand(_COUNTRY, '<w:spacing w:line="360"/>')),
    # Cơ quan
    case("BH01", BC, "không có tên cơ quan", drop("ỦY BAN NHÂN DÂN", _AGENCY)),
    case("BH02", BC, "viết tắt", drop("ỦY BAN NHÂN DÂN"), say(_AGENCY, "UBND PHƯỜNG BẾN ĐÒ")),
    case("BH03", BC, "cỡ 14", size(_AGENCY, 14)),
    case("BH04", BC, "không đậm", bold(_AGENCY, on=False)),
    case("BH05", BC, "chữ thường", say(_AGENCY, "Phường Bến Đò")),
    case("BH06", BC, "canh trái", align(_AGENCY, "left")),
    case("BH07", BC, "không có đường kẻ", _no_line("Ke2")),
    case("BH08", BC, "các dấu gạch dưới", _as_text("Ke2", "________")),
    case("BH09", BC, "gạch chân", run(_AGENCY, '<w:u w:val="single"/>')),
    case("BH10", BC, "đường kẻ dài", _indent("Ke2", 5)),
    case("CQ03", BC, "cỡ 11", bold("ỦY BAN NHÂN DÂN", on=False), size("ỦY BAN NHÂN DÂN", 11)),
    case("CQ04", BC, "tên viết tắt đậm", say("ỦY BAN NHÂN DÂN", "UBND THÀNH PHỐ"),
         say("TM. UBND THÀNH PHỐ", "TM. ỦY BAN NHÂN DÂN")),
    case("CQ05", BC, "chữ thường", bold("ỦY BAN NHÂN DÂN", on=False),
         say("ỦY BAN NHÂN DÂN", "Ủy ban nhân dân"),
         say("TM. Ủy ban nhân dân", "TM. ỦY BAN NHÂN DÂN")),
    case("CQ06", BC, "canh trái", bold("ỦY BAN NHÂN DÂN", on=False),
         align("ỦY BAN NHÂN DÂN", "left")),
    # Số, ký hiệu
    case("SO01", BC, "không có số", drop("Số:")),
    case("SO02", BC, "thiếu dấu hai chấm", say("Số:", "Số")),
    case("SO02", CV, "thiếu dấu gạch chéo", say("15/UBND", "15 UBND")),
    case("SO02", CV, "có năm", say("15/UBND", "15/2026/UBND")),
    case("SO03", BC, "cỡ 14", size("Số:", 14)),
    case("SO04", BC, "đậm", bold("Số:")),
    case("SO05", CV, "ký hiệu chữ thường", say("UBND-VHXH", "UBND-Vhxh")),
    case("SO05", CV, "chỗ để trống chữ thường", say("UBND-VHXH", "UBND-[ký hiệu]")),
    case("SO02", CV, "ngoặc vuông không đóng", say("UBND-VHXH", "UBND-[KÝ HIỆU")),
    case("SO06", BC, "canh trái", align("Số:", "left")),
    case("SO11", CV, "số 5", say("Số: 15/", "Số: 5/")),
    case("SO12", CV, "cách chữ", say("UBND-VHXH", "UBND - VHXH")),
    case("SO12", BC, "gạch ngang dài", say("/BC-UBND", "/BC–UBND")),
    case("SO13", KH, "ký hiệu của báo cáo", say("/KH-UBND", "/BC-UBND")),
    *(case("SO13", CV, f"công văn ghi {code}", say("UBND-VHXH", f"{code}-UBND"))
      for code in ("CV", "BC", "KH", "TB", "TTr", "QĐ", "NQ", "CTr", "BB", "GM")),
    # Địa danh, ngày tháng
    case("DD01", BC, "không có", drop("Bến Đò, ngày")),
    case("DD02", BC, "thiếu dấu phẩy", say("Bến Đò, ngày", "Bến Đò ngày")),
    case("DD02", KH, "viết tắt", _dated("05 tháng 01/2026")),
    case("DD02", BC, "năm hai chữ số", say("năm 2026", "năm 26")),
    *(case("DD16", BC, short, say("Bến Đò, ngày", f"{short} Bến Đò, ngày"))
      for short in ("TP.", "TP", "P.", "Q.", "TX.")),
    case("DD03", BC, "cỡ 12", size("Bến Đò, ngày", 12)),
    case("DD04", BC, "đứng", italic("Bến Đò, ngày", on=False)),
    case("DD05", BC, "chữ thường", say("Bến Đò, ngày", "Bến đò, ngày")),
    case("DD06", BC, "canh phải", align("Bến Đò, ngày", "right")),
    case("DD11", KH, "ngày 5", _dated("5 tháng 3 năm 2026")),
    case("DD12", KH, "tháng 1", _dated("15 tháng 1 năm 2026")),
    case("DD13", KH, "tháng 03", _dated("15 tháng 03 năm 2026")),
    case("DD14", KH, "ngày 31 tháng 4", _dated("31 tháng 4 năm 2026")),
    case("DD15", BC, "khác dòng với số", _third_row),
    # Tên loại, trích yếu
    case("TL01", KH, "không có tên loại", drop("KẾ HOẠCH")),
    case("TL02", KH, "viết liền trích yếu", _one_line_title, _no_line("Ke3")),
    case("TL03", BC, "cỡ 16", size("BÁO CÁO", 16)),
    case("TL04", BC, "không đậm", bold("BÁO CÁO", on=False)),
    case("TL05", BC, "chữ thường", say("BÁO CÁO", "Báo cáo")),
    case("TL06", BC, "canh trái", align("BÁO CÁO", "left")),
    case("TY01", BC, "không có trích yếu", drop("Kết quả thực hiện")),
    case("TY02", BC, "V/v", say("Kết quả thực hiện Chương", "V/v thực hiện Chương")),
    case("TY11", BC, "dấu chấm", say("sân chơi năm 2026", "sân chơi năm 2026.")),
    case("TY03", BC, "cỡ 12", size("Kết quả thực hiện", 12)),
    case("TY04", BC, "không đậm", bold("Kết quả thực hiện", on=False)),
    case("TY05", BC, "in hoa", run("Kết quả thực hiện", "<w:caps/>")),
    case("TY06", BC, "canh đều", align("Kết quả thực hiện", "both")),
    case("TY07", BC, "không có đường kẻ", _no_line("Ke3")),
    case("TY08", BC, "các dấu gạch dưới", _as_text("Ke3", "__________")),
    case("TY09", BC, "gạch chân", run("Kết quả thực hiện", '<w:u w:val="single"/>')),
    case("TY10", BC, "đường kẻ hết trang", _full_width("Ke3")),
    # Trích yếu công văn
    case("VV02", CV, "không có V/v", say("V/v mở", "Về việc mở")),
    case("VV03", CV, "cỡ 14", size("V/v", 14)),
    case("VV04", CV, "nghiêng", italic("V/v")),
    case("VV06", CV, "canh trái", align("V/v", "left")),
    case("VV11", CV, "không cách dòng", stand("V/v", '<w:spacing w:before="0"/>')),
    # Kính gửi
    case("KG01", CV, "công văn không có", drop("Kính gửi", "- Các trường", "- Trạm", "- Như trên")),
    case("KG02", BC, "thiếu dấu hai chấm", say("Kính gửi: ", "Kính gửi ")),
    case("KG03", BC, "cỡ 12", size("Kính gửi", 12)),
    case("KG04", BC, "đậm", bold("Kính gửi")),
    case("KG05", BC, "in hoa", run("Kính gửi", "<w:caps/>")),
    case("KG05", BC, "hai chữ đầu in hoa", say("Kính gửi:", "KÍNH GỬI:")),
    case("KG11", BC, "báo cáo không có", drop("Kính gửi", "- Như trên")),
    case("KG12", CV, "thiếu dấu chấm phẩy", say("- Các trường học;", "- Các trường học")),
    case("KG12", CV, "thiếu dấu chấm cuối", say("- Trạm y tế phường.", "- Trạm y tế phường;")),
    case("KG13", CV, "một nơi mà xuống dòng", drop("- Các trường học")),
    case("KG14", KH, "kế hoạch có Kính gửi", _addressed, say("- Hội đồng nhân dân phường;",
                                                            "- Như trên;")),
    case("KG14", QD, "quyết định có Kính gửi", _addressed, say("- Như Điều 1;", "- Như trên;")),
    case("KG14", KH, "kế hoạch có Kính gửi mà không ghi Như trên", _addressed),
    case("KG15", BC, "không ghi nơi gửi", say("Kính gửi: Ủy ban nhân dân thành phố", "Kính gửi:")),
    # Căn cứ
    case("CC03", QD, "cỡ 12", size("Căn cứ", 12)),
    case("CC04", QD, "đứng", italic("Căn cứ", on=False)),
    case("CC11", QD, "dấu phẩy", say("Luật Trẻ em;", "Luật Trẻ em,")),
    case("CC11", QD, "thiếu dấu", say("Luật Trẻ em;", "Luật Trẻ em")),
    case("CC11", QD, "dòng cuối thiếu dấu", say(
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội")),
]  # fmt: skip
