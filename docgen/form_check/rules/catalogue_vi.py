"""The catalogue of findings on form, and the wording that all its messages share.

A code is a component's two letters (`decree.Component`; besides TR page, PC typeface, VT
traces) and two digits. 01 to 10 mean the same for every component: 01 missing, 02 wording,
03 size, 04 bold and italic, 05 capitals, 06 place, 07 to 10 the line below; from 11 on each
component has its own. A message is `location: problem. remedy (clause).`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from docgen.findings import FindingKind
from docgen.form_check.reading.model import Paragraph, Run
from docgen.shared import decree
from docgen.shared.decree import Component, Range
from workbook.domain.findings import Severity

_E, _W, _N = Severity

NAMES = {
    Component.MOTTO: "Quốc hiệu",
    Component.SLOGAN: "Tiêu ngữ",
    Component.SUPERIOR: "Tên cơ quan chủ quản",
    Component.ISSUER: "Tên cơ quan ban hành",
    Component.NUMBER: "Số, ký hiệu",
    Component.DATE: "Địa danh, ngày tháng",
    Component.TITLE: "Tên loại văn bản",
    Component.ABSTRACT: "Trích yếu",
    Component.SUBJECT: "Trích yếu công văn (V/v)",
    Component.ADDRESSEE: "Kính gửi",
    Component.LEGAL_BASIS: "Căn cứ ban hành",
    Component.BODY: "Nội dung",
    Component.CHAPTER: "Phần, chương, mục",
    Component.ROMAN: "Tiêu đề mục",
    Component.ARTICLE: "Điều",
    Component.CLAUSE: "Khoản",
    Component.POINT: "Điểm",
    Component.AUTHORITY: "Quyền hạn, chức vụ người ký",
    Component.SIGNER: "Họ tên người ký",
    Component.RECIPIENTS: "Từ “Nơi nhận”",
    Component.RECIPIENT: "Danh sách nơi nhận",
    Component.DRAFTER: "Ký hiệu người soạn thảo",
    Component.ANNEX: "Từ “Phụ lục”",
    Component.ANNEX_NAME: "Tên Phụ lục",
    Component.ATTACHED: "Dòng “Kèm theo”",
    Component.PAGE_NUMBER: "Số trang",
}
DOCUMENT = "Văn bản"
LETTER_SIGN = "“<cơ quan>-<đơn vị soạn thảo>”, ví dụ “UBND-VHXH”"
PLAIN_LETTERS = "chữ và số không dấu"
MARKED_LETTERS = "chữ có dấu"
ALL_LETTERS = "mọi chữ"
# A face of the right font, chosen by its name instead of bold or italic.
FACE = re.compile(rf"{decree.FONT} (?:bold|italic|bold italic)", re.IGNORECASE)
_EDGES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_TELLING = 12  # characters of a run that can be found by themselves
_QUOTED = 50  # characters of a text that a location repeats


_MISSING = {
    Component.MOTTO: "Ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” ở trên cùng, bên phải trang đầu",
    Component.SLOGAN: "Ghi “Độc lập - Tự do - Hạnh phúc” dưới Quốc hiệu",
    Component.ISSUER: "Ghi tên cơ quan ban hành ở góc trên, bên trái trang đầu",
    Component.NUMBER: "Ghi “Số:      /<ký hiệu>” dưới tên cơ quan; số để trống cho Văn thư",
    Component.DATE: "Ghi “<địa danh>, ngày … tháng … năm …” dưới Tiêu ngữ; ngày có thể để trống",
    Component.TITLE: "Ghi tên loại (BÁO CÁO, KẾ HOẠCH…); công văn thì ghi “V/v …” dưới số, ký hiệu",
    Component.ABSTRACT: "Ghi trích yếu ngay dưới tên loại, canh giữa, chữ đậm",
    Component.ADDRESSEE: "Ghi “Kính gửi: …” phía trên nội dung công văn",
    Component.AUTHORITY: "Ghi quyền hạn, chức vụ người ký ở cuối văn bản, bên phải",
    Component.SIGNER: "Ghi họ và tên người ký dưới chức vụ",
    Component.RECIPIENTS: "Ghi “Nơi nhận:” ở cuối văn bản, bên trái, ngang với chức vụ người ký",
    Component.RECIPIENT: "Liệt kê từng nơi nhận dưới từ “Nơi nhận”",
    Component.ATTACHED: "Ghi “(Kèm theo … số … ngày … tháng … năm … của …)” dưới tên Phụ lục",
    Component.PAGE_NUMBER: "Chèn số trang vào giữa đầu trang (header)",
}


_DRAW = "Vẽ đường kẻ ngang, nét liền bằng Insert, Shapes, Line"
_LINED = {
    Component.SLOGAN: "dài bằng dòng chữ",
    Component.ISSUER: "dài bằng 1/3 đến 1/2 dòng chữ, ở giữa",
    Component.ABSTRACT: "dài bằng 1/3 đến 1/2 dòng chữ, ở giữa",
}


def _generic() -> Iterator[FindingKind]:
    """Yield the kinds that mean the same for every component."""
    for component in Component:
        code, cited, *_, capitals, centred = component.format
        if component in _MISSING:
            yield FindingKind(f"{code}01", _E, "không có", _MISSING[component], cited)
        if component is not Component.ARTICLE:  # its size is the body's
            yield FindingKind(f"{code}03", _E, "cỡ chữ {size}", "Đặt cỡ chữ {wanted}", cited)
        yield FindingKind(f"{code}04", _E, "kiểu chữ {shown}", "Đặt kiểu chữ {wanted}", cited)
        if capitals:
            yield FindingKind(
                f"{code}05", _E, "không phải chữ in hoa", "Viết bằng chữ in hoa", cited
            )
        elif capitals is False:
            yield FindingKind(f"{code}05", _E, "toàn chữ in hoa", "Viết bằng chữ in thường", cited)
        if centred:
            yield FindingKind(f"{code}06", _E, "không canh giữa", "Canh giữa", cited)
        if component in _LINED:
            yield from _line(code, cited, _LINED[component])


def _line(code: str, cited: str, length: str) -> Iterator[FindingKind]:
    draw = f"{_DRAW}, {length}"
    yield FindingKind(f"{code}07", _E, "phía dưới không có đường kẻ", draw, cited)
    # The decree's own samples (Phụ lục III) are typed so: no error, but no line either.
    typed = "dùng các dấu “_”, “-” hoặc “o0o” thay cho đường kẻ"
    yield FindingKind(f"{code}08", _W, typed, draw, cited)
    underlined = "gạch chân chữ thay cho đường kẻ"
    yield FindingKind(f"{code}09", _E, underlined, f"Bỏ gạch chân. {draw}", cited)
    measured = "đường kẻ dài khoảng {length} mm trong khi dòng chữ dài khoảng {text} mm"
    yield FindingKind(f"{code}10", _W, measured, f"Kéo đường kẻ cho {length}", cited)


_OWN: tuple[tuple[str, Severity, str, str, str], ...] = (
    ("TR01", _E, decree.PAGE, "khổ giấy {size} mm", "Đặt khổ giấy A4 (210 mm x 297 mm)"),
    ("TR02", _E, decree.ORIENTATION, "trang nằm ngang mà không có bảng, biểu",
     "Đặt trang theo chiều dài (Portrait)"),
    ("TR03", _E, decree.MARGINS, "{edges}",
     "Đặt lề trên, dưới 20-25 mm, trái 30-35 mm, phải 15-20 mm"),
    ("PC01", _E, decree.TYPEFACE, "phông chữ {font} ({letters})",
     "Chọn chữ rồi đặt phông Times New Roman"),
    ("PC02", _E, decree.TYPEFACE, "chữ màu {colour}", "Đặt chữ màu đen"),
    ("PC03", _N, decree.TYPEFACE, "phông chữ {font}",
     "Chọn phông Times New Roman rồi bấm nút đậm (B), nghiêng (I)"),
    ("PC04", _N, decree.TYPEFACE, "chữ nghiêng trong ngoặc đơn", "Đặt kiểu chữ đứng"),
    ("QG02", _E, "II.1.a", "viết sai", "Ghi đúng “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”"),
    ("QG11", _E, "II.1.a", "không ở bên phải tên cơ quan ban hành", "Đặt Quốc hiệu ở cột bên phải"),
    ("TN02", _E, "II.1.b", "viết sai",
     "Ghi đúng “Độc lập - Tự do - Hạnh phúc”, gạch nối (-) có cách chữ hai bên"),
    ("TN11", _E, "II.1.c", "cách Quốc hiệu xa hơn dòng đơn",
     "Đặt giãn dòng đơn (Single), khoảng cách trước và sau đoạn là 0"),
    ("BH02", _E, "II.2.a", "viết tắt", "Ghi tên chính thức, đầy đủ: “ỦY BAN NHÂN DÂN”"),
    ("SO02", _E, "II.3.c", "chưa đúng dạng “Số: …/<ký hiệu>”",
     "Ghi theo dạng “Số: 05/BC-UBND”; số có thể để trống"),
    ("SO05", _E, "II.3.c", "ký hiệu có chữ in thường", "Viết ký hiệu bằng chữ in hoa"),
    ("SO11", _E, "II.3.c", "số nhỏ hơn 10 chưa có số 0 phía trước", "Ghi {wanted}"),
    ("SO12", _E, "II.3.c", "các nhóm chữ của ký hiệu không nối bằng dấu gạch nối (-) liền chữ",
     "Ghi liền, ví dụ “BC-UBND”"),
    ("SO13", _E, "II.3.b", "ký hiệu “{sign}” không hợp với {type}", "Ghi {wanted}"),
    ("DD02", _E, "II.4.b", "chưa đúng dạng “<địa danh>, ngày … tháng … năm …”",
     "Ghi đủ địa danh, dấu phẩy, ngày, tháng, năm; ngày, tháng có thể để trống"),
    ("DD05", _E, "II.4.c", "chữ cái đầu của địa danh chưa viết hoa", "Viết hoa địa danh"),
    ("DD11", _E, "II.4.b", "ngày nhỏ hơn 10 chưa có số 0 phía trước", "Ghi ngày {wanted}"),
    ("DD12", _E, "II.4.b", "tháng 1, 2 chưa có số 0 phía trước", "Ghi tháng {wanted}"),
    ("DD13", _W, "II.4.b", "chỉ tháng 1, 2 mới thêm số 0 phía trước", "Ghi tháng {wanted}"),
    ("DD14", _E, "II.4.b", "không có ngày này trong lịch", "Kiểm tra lại ngày, tháng, năm"),
    ("DD15", _E, "II.4.c", "không cùng dòng với số, ký hiệu",
     "Đặt số, ký hiệu và ngày tháng trên cùng một dòng"),
    ("TL02", _E, "II.5.b", "viết liền với trích yếu",
     "Đặt trích yếu ở dòng riêng, ngay dưới tên loại"),
    ("VV02", _E, "II.5.b", "chưa bắt đầu bằng “V/v ”", "Ghi theo dạng “V/v …”"),
    ("VV11", _E, "II.5.b", "không cách số, ký hiệu 6 pt", "Đặt khoảng cách giữa hai dòng là 6 pt"),
    ("KG02", _E, "II.9.d", "sau từ “Kính gửi” không có dấu hai chấm liền chữ", "Ghi “Kính gửi: …”"),
    ("KG11", _W, "II.9.b", "không có dòng “Kính gửi”",
     "Nếu gửi cơ quan cấp trên thì ghi “Kính gửi: …” dưới trích yếu"),
    ("KG12", _E, "II.9.d", "danh sách nhiều nơi chưa đúng dạng",
     "Mỗi nơi một dòng, đầu dòng “- ”, cuối dòng “;”, dòng cuối “.”"),
    ("KG13", _E, "II.9.d", "chỉ gửi một nơi mà xuống dòng", "Ghi “Kính gửi: …” trên cùng một dòng"),
    ("KG14", _E, "II.9.c", "{type} không có phần “Kính gửi”",
     "Bỏ dòng “Kính gửi”, chỉ ghi ở “Nơi nhận”"),
    ("KG15", _E, "II.9.b", "không ghi nơi gửi", "Ghi tên cơ quan trực tiếp giải quyết công việc"),
    ("CC11", _E, "II.6.a", "cuối dòng không có dấu “{mark}”",
     "Mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”"),
    ("ND05", _E, "II.6.e", "cả đoạn viết bằng chữ in hoa", "Viết bằng chữ in thường"),
    ("ND06", _E, "II.6.e", "không canh đều hai lề", "Canh đều hai lề (Justify)"),
    ("ND11", _E, "II.6.e", "đầu dòng lùi vào {indent} cm", "Đặt First line 1 cm hoặc 1,27 cm"),
    ("ND12", _E, "II.6.e", "cách đoạn trước {gap} pt", "Đặt khoảng cách giữa các đoạn từ 6 pt"),
    ("ND13", _E, "II.6.e", "giãn dòng {spacing}", "Đặt giãn dòng từ 1 (Single) đến 1,5 lines"),
    ("ND14", _E, "PL3.II", "không kết thúc bằng “./.”", "Ghi “./.” sau câu cuối của nội dung"),
    ("ND15", _N, "II.6.e", "đầu dòng lùi vào bằng phím Tab hoặc dấu cách",
     "Xóa Tab, dấu cách ở đầu dòng rồi đặt First line 1 cm hoặc 1,27 cm"),
    ("PH02", _E, "II.6.đ", "tiêu đề viết liền với số thứ tự",
     "Ghi “Phần …”, “Chương …” ở dòng riêng, tiêu đề ở dòng dưới"),
    ("PH12", _E, "II.6.đ", "tiêu đề {wrong}", "Viết tiêu đề bằng chữ in hoa, đứng, đậm, canh giữa"),
    ("PH11", _E, "II.6.đ", "số thứ tự “{numeral}” không đúng kiểu số",
     "Phần, chương dùng số La Mã; mục, tiểu mục, điều dùng số Ả Rập"),
    ("MU11", _E, "V.6.b", "sau số thứ tự không phải dấu chấm", "Ghi theo dạng “I. TIÊU ĐỀ”"),
    ("KH11", _E, "II.6.đ", "sau số thứ tự không phải dấu chấm", "Ghi theo dạng “1. …”"),
    ("KH12", _E, "II.6.đ", "cỡ chữ {size} khác cỡ chữ {text} của lời văn", "Đặt cỡ chữ {text}"),
    ("DU11", _E, "II.6.đ", "sau số thứ tự của điều không phải dấu chấm", "Ghi “Điều 1. …”"),
    ("DI13", _E, "II.6.đ", "cỡ chữ {size} khác cỡ chữ {text} của lời văn", "Đặt cỡ chữ {text}"),
    ("DI11", _E, "II.6.đ", "sau chữ cái không phải dấu đóng ngoặc đơn", "Ghi theo dạng “a) …”"),
    ("DI12", _E, "II.6.đ", "điểm “{letter})” không theo thứ tự bảng chữ cái tiếng Việt",
     "Ghi điểm “{wanted})”; thứ tự là a, b, c, d, đ, e, g, h, i, k"),
    ("QN02", _E, "II.7.b", "chữ viết tắt quyền hạn chưa đúng dạng",
     "Ghi chữ in hoa, dấu chấm rồi cách một chữ: “TM. ”, “KT. ”, “Q. ”, “TL. ”, “TUQ. ”"),
    ("QN11", _E, "II.7.c", "thiếu chức vụ của người ký ở dòng dưới",
     "Ghi chức vụ của người ký dưới dòng này, ví dụ “PHÓ CHỦ TỊCH”"),
    ("QN12", _E, "II.7.b", "cấp phó ký mà không ghi “KT.” và chức vụ của cấp trưởng",
     "Ghi dòng “KT. <chức vụ cấp trưởng>” phía trên chức vụ cấp phó"),
    ("HT12", _N, "II.7.d", "không có khoảng trống để ký, đóng dấu",
     "Để trống khoảng 4 dòng giữa chức vụ và họ tên"),
    ("HT11", _E, "II.7.c", "có học hàm, học vị hoặc danh hiệu trước họ tên", "Chỉ ghi họ và tên"),
    ("NN02", _E, "II.9.d", "chưa đúng dạng “Nơi nhận:” trên một dòng riêng",
     "Ghi “Nơi nhận:” rồi xuống dòng"),
    ("NN06", _E, "II.9.d", "không sát lề trái", "Canh trái, không lùi đầu dòng"),
    ("NN11", _E, "II.9.d", "không ngang hàng với dòng quyền hạn, chức vụ của người ký",
     "Đặt hai phần trong cùng một dòng của bảng không kẻ"),
    ("DS02", _E, "II.9.d", "chưa đúng dạng", "Mỗi nơi một dòng, đầu dòng “- ”, cuối dòng “;”"),
    ("DS06", _E, "II.9.d", "gạch đầu dòng không sát lề trái", "Canh trái, không lùi đầu dòng"),
    ("DS11", _E, "II.9.d", "dòng cuối chưa đúng dạng “- Lưu: VT, ….”",
     "Ghi dòng cuối theo dạng “- Lưu: VT, <đơn vị soạn thảo>.”"),
    ("DS12", _E, "II.9.b", "dòng đầu không phải “- Như trên;” trong khi có “Kính gửi”",
     "Ghi dòng đầu “- Như trên;”"),
    ("DS13", _E, "II.9.c", "có “Như trên” mà văn bản không có “Kính gửi”", "Bỏ dòng “- Như trên;”"),
    ("PL02", _E, "III.1.b", "không ở một dòng riêng",
     "Ghi từ “Phụ lục” và số thứ tự ở dòng riêng, tên Phụ lục ở dòng dưới"),
    ("PL11", _E, "III.1.a", "chưa đánh số thứ tự bằng chữ số La Mã", "Ghi “Phụ lục {wanted}”"),
    ("PL12", _E, "III.1.a", "nội dung không nhắc đến Phụ lục kèm theo",
     "Thêm chỉ dẫn trong nội dung, ví dụ “(có Phụ lục kèm theo)”"),
    ("PL13", _E, "III.1.đ", "số trang không đánh riêng từ 1",
     "Đặt Phụ lục ở phần (section) riêng, Format Page Numbers, Start at 1"),
    ("KT02", _E, "III.1.c", "chưa đúng dạng “(Kèm theo …)”", "Ghi trong ngoặc đơn “(Kèm theo …)”"),
    ("ST06", _E, decree.NUMBERING, "không canh giữa", "Canh giữa số trang trong đầu trang"),
    ("ST11", _E, decree.NUMBERING, "ở chân trang", "Chuyển số trang lên giữa đầu trang (header)"),
    ("ST12", _E, decree.NUMBERING, "không phải chữ số Ả Rập",
     "Format Page Numbers, Number format 1, 2, 3"),
    ("ST13", _E, decree.NUMBERING, "hiển thị ở trang thứ nhất",
     "Chọn Different First Page, để trống đầu trang thứ nhất"),
    ("ST14", _E, decree.NUMBERING, "bắt đầu từ {start}", "Format Page Numbers, Start at 1"),
    ("VT01", _E, decree.BEFORE_SIGNING, "còn sót “{left}”", "Xóa hoặc điền nội dung đúng"),
    ("VT02", _E, decree.BEFORE_SIGNING, "còn {count} chỗ sửa đang theo dõi (Track Changes)",
     "Vào Review, chấp nhận hoặc bỏ hết rồi lưu lại"),
    ("VT03", _E, decree.BEFORE_SIGNING, "còn {count} chú thích (comment)",
     "Vào Review, xóa hết chú thích rồi lưu lại"),
    ("VT04", _E, decree.BEFORE_SIGNING, "có chữ ẩn (Hidden)", "Xóa chữ ẩn hoặc bỏ chọn Hidden"),
    ("VT05", _W, decree.BEFORE_SIGNING, "chữ được tô nền (Highlight)", "Bỏ tô nền"),
    ("VT06", _N, decree.BEFORE_SIGNING, "còn để trống", "Điền nội dung hoặc xóa"),
    ("VT07", _N, decree.BEFORE_SIGNING,
     "có {count} đoạn chưa nhận ra là thành phần nào, chỉ kiểm tra được phông và màu chữ: {which}",
     "Tự xem lại thể thức các đoạn này"),
)  # fmt: skip


def _catalogue() -> Iterator[FindingKind]:
    yield from _generic()
    for code, severity, cited, problem, remedy in _OWN:
        yield FindingKind(code, severity, problem, remedy, cited)


KINDS = {kind.code: kind for kind in _catalogue()}


def clause(key: str) -> str:
    """Write a clause of `decree` out: `Phụ lục I, Phần I, Mục II, khoản 5, điểm b`."""
    part, *rest = key.split(".")
    if part.startswith("D"):
        return f"Điều {part[1:]}, khoản {rest[0]}"
    if part == "PL3":
        return f"Phụ lục III, Mục {rest[0]}"
    if part == "V":
        return f"Phụ lục I, Phần I, Mục V, bảng mẫu chữ, số {''.join(rest)}"
    point = f", điểm {rest[1]}" if len(rest) > 1 else ""
    return f"Phụ lục I, Phần I, Mục {part}, khoản {rest[0]}{point}"


def quote(text: str) -> str:
    """Quote a text, cut after so many characters."""
    line = " ".join(text.split())
    cut = line if len(line) <= _QUOTED else f"{line[:_QUOTED].rstrip()}…"
    return f"“{cut}”"


def locations(names: Sequence[str]) -> str:
    """Name the first location and say how many others there are."""
    others = len(names) - 1
    return f"{names[0]} và {others} chỗ khác" if others else names[0]


def passage(paragraph: Paragraph, run: Run) -> str:
    """Name the location of a run: its words, and the table they stand in."""
    text = run.text if len(run.text.strip()) > _TELLING else paragraph.line
    cell = paragraph.cell
    return f"Bảng {cell.table + 1}, {quote(text)}" if cell else f"Đoạn {quote(text)}"


def section(number: int, count: int) -> str:
    """Name a section, or the whole document where it has only one."""
    return DOCUMENT if count == 1 else f"Phần trang thứ {number + 1} (section {number + 1})"


def in_section(what: str, number: int, count: int) -> str:
    """Name something of a section."""
    return what if count == 1 else f"{what}, phần trang thứ {number + 1} (section {number + 1})"


def edges(margins: Mapping[str, float]) -> str:
    """Write margins in mm: `lề trái 25 mm, lề phải 25 mm`."""
    return ", ".join(
        f"lề {_EDGES[edge]} {number(round(size, 1))} mm" for edge, size in margins.items()
    )


def number(value: float) -> str:
    """Write a measure: at most two decimals, with a comma."""
    return f"{round(value, 2):g}".replace(".", ",")


def points(sizes: Range) -> str:
    """Write a range of sizes: `13`, `13 đến 14`."""
    low, high = map(number, sizes)
    return low if low == high else f"{low} đến {high}"


def style(*, bold: bool | None, italic: bool | None) -> str:
    """Write italic and bold: `đứng, đậm`; what is left open is left out."""
    parts = {True: "nghiêng", False: "đứng", None: ""}[italic], {
        True: "đậm", False: "không đậm", None: ""}[bold]  # fmt: skip
    return ", ".join(part for part in parts if part)
