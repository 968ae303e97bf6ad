"""Cases of the body, Nơi nhận, the signature and the annexes (II.6, II.7, II.9, III.1)."""

from __future__ import annotations

from tests.docgen.form_check.cases import (
    after,
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
from tests.docgen.form_check.texts import GAP, LONG
from tests.docgen.form_check.writers import paragraph, text

BC, KH, CV, QD = "báo cáo", "kế hoạch", "công văn", "quyết định"
_TEXT = f"{LONG}."  # the first line of the body of the công văn
_KEPT = "- Lưu: VT"
_DRAFTER = paragraph("NoiNhanDong", "PL.(300)")
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:theme>'
)
_NUMBERED = (
    '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="0" '
    'w:firstLine="567"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="7">'
    '<w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def _numbered_by_word(draft: Draft) -> None:
    """Let Word number the điểm: it knows no đ."""
    draft.relate("numbering.xml", "numbering", _NUMBERED)
    for letter, start in zip(
        "abcdđe", ("Mỗi", "Trường", "Đoàn", "Công", "Trạm", "Tổ"), strict=True
    ):
        draft.say(f"{letter}) {start}", start)
        draft.stand(start, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')


def _sections_by_word(draft: Draft) -> None:
    """Let Word number the sections; one was deleted of which only the number is left out."""
    roman = _NUMBERED.replace("lowerLetter", "upperRoman").replace("%1)", "%1.")
    draft.relate("numbering.xml", "numbering", roman)
    draft.say("I. MỤC ĐÍCH", "MỤC ĐÍCH")
    draft.stand("MỤC ĐÍCH", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
    draft.say("II. TỔ CHỨC", "III. TỔ CHỨC")


def _two_rows(draft: Draft) -> None:
    """Move the signature below Nơi nhận."""
    *_, table = draft.body.iter("{*}tbl")
    table.append(element("<w:tr><w:tc><w:p/></w:tc></w:tr>"))
    first, second = table.iter("{*}tr")
    second.append(list(first.iter("{*}tc"))[1])


def _same_section(draft: Draft) -> None:
    """Let the second annex go on in the section of the first."""
    holder = next(draft.sections()[1].iterancestors("{*}p"))
    holder.getparent().remove(holder)  # type: ignore[union-attr]  # lxml's stubs


def _going_on(draft: Draft) -> None:
    draft.sections()[1].find("{*}pgNumType").attrib.clear()  # type: ignore[union-attr]


def _no_room(draft: Draft) -> None:
    """Take the blank lines between the office and the name."""
    for line in draft.styled("NguoiKy")[:4]:
        draft.remove(line)


def _typed_indent(typed: str) -> Edit:
    """Move the first line of the body by tabs or blanks."""

    def edit(draft: Draft) -> None:
        draft.stand(_TEXT, '<w:ind w:firstLine="0"/>')
        draft.find(_TEXT).insert(1, element(f"<w:r>{text(typed)}</w:r>"))

    return edit


def _spacing(start: str, **attributes: int) -> Edit:
    written = " ".join(f'w:{name}="{value}"' for name, value in attributes.items())
    return stand(start, f"<w:spacing {written}/>")


def _smaller_body(draft: Draft) -> None:
    """Set the running text and the khoản in 13 points."""
    for style in ("NoiDung", "Khoan"):
        draft.style(style, "rPr", '<w:sz w:val="26"/>')


def _theme_overridden(draft: Draft) -> None:
    """A style takes the theme's font, the runs name Times New Roman themselves."""
    theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    draft.style("NoiDung", "rPr", theme)
    draft.relate("theme1.xml", "theme", THEME)
    for start in (_TEXT, "Ủy ban nhân dân phường"):
        draft.run(start, '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')


CASES = [
    # Nội dung
    case("ND03", CV, "cỡ 12", size(_TEXT, 12)),
    case("ND04", CV, "nghiêng", italic(_TEXT)),
    case("ND04", CV, "cả đoạn đậm", bold(_TEXT)),
    case("ND06", CV, "canh giữa", align(_TEXT, "center")),
    case("ND05", CV, "in hoa", run(_TEXT, "<w:caps/>")),
    case("ND06", CV, "canh trái", align(_TEXT, "left")),
    case("ND11", CV, "không lùi đầu dòng", stand(_TEXT, '<w:ind w:firstLine="0"/>')),
    case("ND11", CV, "lùi 1,5 cm", stand(_TEXT, '<w:ind w:firstLine="850"/>')),
    case("ND12", CV, "các đoạn cách 3 pt", _spacing("Ủy ban nhân dân phường", before=60)),
    case("ND12", CV, "bỏ cách đoạn cùng kiểu",
         stand("Ủy ban nhân dân phường", "<w:contextualSpacing/>")),
    case("ND13", CV, "giãn dòng 2", _spacing(_TEXT, line=480)),
    case("ND13", CV, "giãn dòng đúng 14 pt",
         stand(_TEXT, '<w:spacing w:line="280" w:lineRule="exact"/>')),
    case("ND13", CV, "giãn dòng ít nhất 30 pt",
         stand(_TEXT, '<w:spacing w:line="600" w:lineRule="atLeast"/>')),
    case("ND15", CV, "lùi bằng Tab", _typed_indent("\t")),
    case("ND15", CV, "lùi bằng dấu cách", _typed_indent(" " * 9)),
    case("ND11", CV, "lùi bằng hai Tab", _typed_indent("\t\t")),
    case("ND11", CV, "lùi bằng ba dấu cách", _typed_indent(" " * 3)),
    case("ND14", BC, "không có ./.", say("./.", ".")),
    # Phần, mục, khoản, điểm
    case("PH03", QD, "cỡ 12", size("Chương I", 12)),
    case("PH04", QD, "không đậm", bold("Chương I", on=False)),
    case("PH06", QD, "canh trái", align("Chương I", "left")),
    case("PH02", QD, "tiêu đề cùng dòng", drop("QUY ĐỊNH CHUNG"),
         say("Chương I", "Chương I. QUY ĐỊNH CHUNG")),
    case("PH12", QD, "tiêu đề chữ thường", say("QUY ĐỊNH CHUNG", "Quy định chung")),
    case("PH11", QD, "chương số Ả Rập", say("Chương I", "Chương 1")),
    case("PH11", QD, "mục số La Mã", say("Chương I", "Mục I")),
    case("PH11", QD, "điều số La Mã", say("Điều 1.", "Điều I.")),
    case("PH13", QD, "bắt đầu từ chương II", say("Chương I", "Chương II")),
    case("MU03", BC, "cỡ 15", size("I. KẾT QUẢ", 15)),
    case("MU04", BC, "không đậm", bold("I. KẾT QUẢ", on=False)),
    case("MU05", BC, "chữ thường", say("I. KẾT QUẢ CHUNG", "I. Kết quả chung")),
    case("MU11", KH, "gạch chéo", say("II. TỔ CHỨC", "II/ TỔ CHỨC")),
    case("MU12", BC, "bỏ II", say("II. ĐỀ XUẤT", "III. ĐỀ XUẤT")),
    case("MU12", BC, "lặp I", say("II. ĐỀ XUẤT", "I. ĐỀ XUẤT")),
    case("MU12", KH, "Word tự đánh số, bỏ II", _sections_by_word),
    case("KH03", BC, "cỡ 12", size("1. Tình hình chung", 12)),
    case("KH04", BC, "nghiêng", italic("1. Tình hình chung")),
    case("KH05", BC, "in hoa", run("1. Tình hình chung", "<w:caps/>")),
    case("KH11", KH, "ngoặc đơn", say(f"2. {LONG}", f"2) {LONG}")),
    case("KH12", KH, "cỡ 13 trong lời văn 14", size("1. Mục tiêu chung", 13)),
    case("KH13", KH, "bỏ 2", say(f"2. {LONG}", f"3. {LONG}")),
    case("KH13", BC, "lặp 1", say("2. Kết quả các", "1. Kết quả các")),
    case("DU12", QD, "bắt đầu từ điều 2", say("Điều 1.", "Điều 2.")),
    case("DU04", QD, "không đậm", bold("Điều 1", on=False)),
    case("DU11", QD, "hai chấm", say("Điều 1.", "Điều 1:")),
    case("DI13", KH, "cỡ 13 trong lời văn 14", size("c) Đoàn", 13)),
    case("DI13", KH, "cỡ 14 trong lời văn 13", _smaller_body, size("c) Đoàn", 14)),
    case("DI03", KH, "cỡ 12", size("b) Trường", 12)),
    case("DI04", KH, "nghiêng", italic("b) Trường")),
    case("DI11", KH, "dấu chấm", say("b) Trường", "b. Trường")),
    case("DI12", KH, "bỏ đ", say("đ) Trạm", "e) Trạm"), say("e) Tổ", "g) Tổ")),
    case("DI12", KH, "khoản sau không bắt đầu từ a",
         after("a) Mỗi", paragraph("NoiDung", "3. Việc khác:"))),
    case("DI12", KH, "Word tự đánh số", _numbered_by_word),
    # Quyền hạn, chức vụ, họ tên
    case("QN01", BC, "không có chức vụ", drop("TM. ỦY BAN", "CHỦ TỊCH")),
    case("QN02", BC, "không cách chữ", say("TM. ỦY", "TM.ỦY")),
    case("QN02", KH, "gạch chéo", say("KT. CHỦ", "K/T CHỦ")),
    case("QN02", BC, "quyền chủ tịch không chấm", say("CHỦ TỊCH", "Q CHỦ TỊCH")),
    case("QN03", BC, "cỡ 12", size("CHỦ TỊCH", 12)),
    case("QN04", BC, "không đậm", bold("CHỦ TỊCH", on=False)),
    case("QN05", BC, "chữ thường", say("CHỦ TỊCH", "Chủ tịch")),
    case("QN06", BC, "canh trái", align("CHỦ TỊCH", "left")),
    case("QN12", KH, "cấp phó không ghi KT.", drop("KT. CHỦ TỊCH")),
    case("QN11", KH, "ký thay mà không ghi chức vụ", drop("PHÓ CHỦ TỊCH")),
    case("HT01", BC, "không có họ tên", drop("Trần Thị Bình")),
    case("HT03", BC, "cỡ 12", size("Trần Thị", 12)),
    case("HT04", BC, "không đậm", bold("Trần Thị", on=False)),
    case("HT05", BC, "in hoa", say("Trần Thị Bình", "TRẦN THỊ BÌNH")),
    case("HT06", BC, "canh trái", align("Trần Thị", "left")),
    case("HT12", BC, "không có chỗ ký", _no_room),
    case("HT11", BC, "học vị", say("Trần Thị Bình", "ThS. Trần Thị Bình")),
    case("HT11", BC, "Ông", say("Trần Thị Bình", "Ông Trần Văn Bình")),
    case("HT11", BC, "Bà", say("Trần Thị Bình", "Bà Trần Thị Bình")),
    case("HT11", BC, "nghề", say("Trần Thị Bình", "Bác sĩ Trần Thị Bình")),
    # Nơi nhận
    case("NN01", BC, "không có", drop("Nơi nhận", "- Như trên", "- Hội đồng", _KEPT)),
    case("NN02", BC, "thiếu dấu hai chấm", say("Nơi nhận:", "Nơi nhận")),
    case("NN03", BC, "cỡ 13", size("Nơi nhận", 13)),
    case("NN04", BC, "không nghiêng", italic("Nơi nhận", on=False)),
    case("NN06", BC, "canh giữa", align("Nơi nhận", "center")),
    case("NN12", KH, "gạch chân", run("Nơi nhận", '<w:u w:val="single"/>')),
    case("NN11", KH, "không ngang hàng với chức vụ", _two_rows),
    case("DS01", BC, "không liệt kê", drop("- Như trên", "- Hội đồng", _KEPT)),
    case("DS02", KH, "thiếu dấu chấm phẩy", say("nhân dân phường;", "nhân dân phường")),
    case("DS03", BC, "cỡ 12", size("- Hội đồng", 12)),
    case("DS04", BC, "nghiêng", italic("- Hội đồng")),
    case("DS06", BC, "lùi vào", stand("- Hội đồng", '<w:ind w:left="567"/>')),
    case("DS11", BC, "thiếu dấu hai chấm", say("- Lưu: VT.", "- Lưu VT.")),
    case("DS11", KH, "thiếu dấu phẩy", say("VT, VHXH", "VT VHXH")),
    case("DS11", BC, "không có VT", say("- Lưu: VT.", "- Lưu: VP.")),
    case("DS12", BC, "thiếu Như trên", drop("- Như trên")),
    case("DS13", KH, "Như trên mà không Kính gửi", say("- Hội đồng nhân dân phường;",
                                                      "- Như trên;")),
    case("NS03", KH, "cỡ 13", after(_KEPT, _DRAFTER), size("PL.(300)", 13)),
    case("NS04", KH, "đậm", after(_KEPT, _DRAFTER), bold("PL.(300)")),
    case("NS05", KH, "chữ thường", after(_KEPT, paragraph("NoiNhanDong", "pl.(300)"))),
    # Phụ lục
    case("PL02", QD, "tên ở cùng dòng", say("Phụ lục II", "Phụ lục II - Danh sách")),
    case("PL03", BC, "cỡ 13", size("Phụ lục", 13)),
    case("PL04", BC, "nghiêng", italic("Phụ lục")),
    case("PL05", BC, "in hoa", run("Phụ lục", "<w:caps/>")),
    case("PL06", BC, "canh trái", align("Phụ lục", "left")),
    case("PL11", QD, "số Ả Rập", say("Phụ lục II", "Phụ lục 2")),
    case("PL11", QD, "không đánh số", say("Phụ lục II", "Phụ lục")),
    case("PL11", BC, "một phụ lục, số Ả Rập", say("Phụ lục", "Phụ lục 1")),
    case("PL12", QD, "không được nhắc đến", say(" và các Phụ lục./.", "./.")),
    case("PL13", QD, "cùng phần với phụ lục trước", _same_section),
    case("PL13", BC, "số trang đánh tiếp", _going_on),
    case("TP03", BC, "cỡ 12", size("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", 12)),
    case("TP04", BC, "không đậm", bold("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", on=False)),
    case("TP05", QD, "chữ thường", say("DANH SÁCH SÂN CHƠI", "Danh sách sân chơi")),
    case("TP06", BC, "canh trái", align("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "left")),
    case("KT01", BC, "không có dòng Kèm theo", drop("(Kèm theo")),
    case("KT02", BC, "không có ngoặc", say("(Kèm theo", "Kèm theo")),
    case("KT11", BC, "tên loại khác", say("(Kèm theo Báo cáo", "(Kèm theo Kế hoạch")),
    case("KT03", BC, "cỡ 12", size("(Kèm theo", 12)),
    case("KT04", BC, "đứng", italic("(Kèm theo", on=False)),
    case("KT06", BC, "canh trái", align("(Kèm theo", "left")),
]  # fmt: skip

GOOD = [
    case("", BC, "số 05", say(f"Số:{GAP}/", "Số: 05/")),
    case("", BC, "ngày 05 tháng 01", say(f"ngày{GAP}tháng{GAP}", "ngày 05 tháng 01 ")),
    case("", BC, "ngày 10 tháng 9", say(f"ngày{GAP}tháng{GAP}", "ngày 10 tháng 9 ")),
    case("", BC, "chấm lửng", say(f"ngày{GAP}tháng{GAP}", "ngày … tháng ….. ")),
    case("", KH, "phó ký thay, thừa ủy quyền", say("KT. CHỦ TỊCH", "TUQ. CHỦ TỊCH")),
    case("", KH, "nguy nan, gian nan", say("a) Mỗi khu phố", "a) Nơi gian nan, mỗi khu phố")),
    case("", CV, "giãn dòng đúng 18 pt",
         stand(_TEXT, '<w:spacing w:line="360" w:lineRule="exact"/>')),
    case("", CV, "lùi 1,27 cm", stand(_TEXT, '<w:ind w:firstLine="720"/>')),
    case("", CV, "một dòng canh trái", align("Ủy ban nhân dân phường", "left")),
    case("", CV, "phông theo chủ đề bị chữ trực tiếp thay", _theme_overridden),
    case("", KH, "chữ đậm trong câu", after("1. Mục tiêu chung", paragraph("NoiDung", f"{LONG}."))),
    case("", CV, "ký hiệu còn để trống trong ngoặc", say("UBND-VHXH", "UBND-[KÝ HIỆU]")),
    case("", KH, "ký hiệu người soạn thảo", after(_KEPT, _DRAFTER)),
    case("", KH, "lời văn giữa các điểm", after("a) Mỗi", paragraph("NoiDung", f"{LONG}."))),
    case("", KH, "bỏ cách đoạn giữa hai kiểu khác nhau",
         stand("1. Mục tiêu chung", "<w:contextualSpacing/>")),
    case("", BC, "quyền chủ tịch", say("CHỦ TỊCH", "Q. CHỦ TỊCH")),
    case("", BC, "họ Ông", say("Trần Thị Bình", "Ông Thị Bình")),
    case("", BC, "họ tên dài", say("Trần Thị Bình", "Nguyễn Hoàng Thị Phương Thảo")),
    case("", BC, "nơi nhận canh đều", align("- Hội đồng", "both")),
    case("", CV, "hai dòng V/v", after("V/v", paragraph("SoKyHieu", "cho trẻ em"))),
]  # fmt: skip
