"""The catalogue of findings on form, and the wording that all its messages share.

A code is a component's two letters (`decree.Component`; besides TR page, PC typeface, VT
traces) and two digits. 01 to 10 mean the same for every component: 01 missing, 02 wording,
03 size, 04 bold and italic, 05 capitals, 06 place, 07 to 10 the line below; from 11 on each
component has its own. A message is `location: problem. remedy (clause).`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from docgen.findings import FindingKind
from docgen.form_check.reading.model import Paragraph, Run
from docgen.shared import decree
from docgen.shared.decree import Component, Range
from workbook.domain.findings import Severity

# The components by the letters of their codes.
NAMES = {
    "QG": "Quốc hiệu", "TN": "Tiêu ngữ", "CQ": "Tên cơ quan chủ quản",
    "BH": "Tên cơ quan ban hành", "SO": "Số, ký hiệu", "DD": "Địa danh, ngày tháng",
    "TL": "Tên loại văn bản", "TY": "Trích yếu", "VV": "Trích yếu công văn (V/v)",
    "KG": "Kính gửi", "CC": "Căn cứ ban hành", "ND": "Nội dung", "PH": "Phần, chương, mục",
    "MU": "Tiêu đề mục", "DU": "Điều", "KH": "Khoản", "DI": "Điểm",
    "QN": "Quyền hạn, chức vụ người ký", "HT": "Họ tên người ký", "NN": "Từ “Nơi nhận”",
    "DS": "Danh sách nơi nhận", "NS": "Ký hiệu người soạn thảo", "PL": "Từ “Phụ lục”",
    "TP": "Tên Phụ lục", "KT": "Dòng “Kèm theo”", "ST": "Số trang",
}  # fmt: skip
DOCUMENT = "Văn bản"
Fact = str | float | Range  # what a message says of one file; measures as numbers
# By the element that prints what is not read; "" is a picture.
UNREAD = {
    "oMath": "công thức", "altChunk": "văn bản khác chèn vào", "subDoc": "văn bản khác chèn vào",
    "relIds": "sơ đồ SmartArt", "textpath": "chữ nghệ thuật (WordArt)", "": "ảnh",
}  # fmt: skip
# Word's standard colours.
COLOURS = {
    "C00000": "đỏ sẫm", "FF0000": "đỏ", "FFC000": "cam", "FFFF00": "vàng", "92D050": "xanh lá nhạt",
    "00B050": "xanh lá", "00B0F0": "xanh da trời", "0070C0": "xanh dương", "0000FF": "xanh dương",
    "002060": "xanh đen", "7030A0": "tím", "FFFFFF": "trắng",
}  # fmt: skip
LETTER_SIGN = "“<cơ quan>-<đơn vị soạn thảo>”, ví dụ “UBND-VHXH”"
PLAIN_LETTERS, MARKED_LETTERS, ALL_LETTERS = "chữ và số không dấu", "chữ có dấu", "mọi chữ"
# A face of the right font, chosen by its name instead of bold or italic.
FACE = re.compile(rf"{decree.FONT} (?:bold|italic|bold italic)", re.IGNORECASE)
EDGES = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}
_TELLING = 12  # characters of a run that can be found by themselves
_QUOTED = 50  # characters of a text that a location repeats

_CLAUSES = {component.code: component.clause for component in Component}
_CLAUSES |= {"PC": decree.TYPEFACE, "VT": decree.BEFORE_SIGNING}
_WARNINGS = ("TN08", "BH08", "TY08", "TN10", "BH10", "TY10", "DD13", "KG11", "TY11", "VT05")
_NOTICES = ("PC03", "PC04", "ND15", "HT12", "VT06", "VT07", "VT08")
# How long the line below a component is.
_LINED = {
    "TN": "dài bằng dòng chữ",
    "BH": "dài bằng 1/3 đến 1/2 dòng chữ, ở giữa",
    "TY": "dài bằng 1/3 đến 1/2 dòng chữ, ở giữa",
}
# Code, problem, remedy, and the clause where it is not the component's.
_OWN: tuple[tuple[str, ...], ...] = (
    ("TR01", "khổ giấy {size} mm", "Đặt khổ giấy A4 (210 mm x 297 mm)", decree.PAGE),
    ("TR02", "trang nằm ngang mà không có bảng, biểu",
     "Đặt trang theo chiều dài (Portrait)", decree.ORIENTATION),
    ("TR03", "{edges}", "Đặt lề trên, dưới 20-25 mm, trái 30-35 mm, phải 15-20 mm", decree.MARGINS),
    ("PC01", "phông chữ {font} ({letters})", "Chọn chữ rồi đặt phông Times New Roman"),
    ("PC02", "chữ màu {colour}", "Đặt chữ màu đen"),
    ("PC03", "phông chữ {font}", "Chọn phông Times New Roman rồi bấm nút đậm (B), nghiêng (I)"),
    ("PC04", "chữ nghiêng trong ngoặc đơn", "Đặt kiểu chữ đứng"),
    ("QG01", "không có",
     "Ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” ở trên cùng, bên phải trang đầu"),
    ("QG02", "viết sai", "Ghi đúng “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”"),
    ("QG11", "không ở bên phải tên cơ quan ban hành", "Đặt Quốc hiệu ở cột bên phải"),
    ("TN01", "không có", "Ghi “Độc lập - Tự do - Hạnh phúc” dưới Quốc hiệu"),
    ("TN02", "viết sai",
     "Ghi đúng “Độc lập - Tự do - Hạnh phúc”, gạch nối (-) có cách chữ hai bên"),
    ("TN11", "cách Quốc hiệu xa hơn dòng đơn",
     "Đặt giãn dòng đơn (Single), khoảng cách trước và sau đoạn là 0", "II.1.c"),
    ("BH01", "không có", "Ghi tên cơ quan ban hành ở góc trên, bên trái trang đầu"),
    ("BH02", "viết tắt", "Ghi tên chính thức, đầy đủ: “ỦY BAN NHÂN DÂN”", "II.2.a"),
    ("SO01", "không có", "Ghi “Số:      /<ký hiệu>” dưới tên cơ quan; số để trống cho Văn thư"),
    ("SO02", "chưa đúng dạng “Số: …/<ký hiệu>”",
     "Ghi theo dạng “Số: 05/BC-UBND”; số có thể để trống"),
    ("SO05", "ký hiệu có chữ in thường", "Viết ký hiệu bằng chữ in hoa"),
    ("SO11", "số nhỏ hơn 10 chưa có số 0 phía trước", "Ghi {wanted}"),
    ("SO12", "các nhóm chữ của ký hiệu không nối bằng dấu gạch nối (-) liền chữ",
     "Ghi liền, ví dụ “BC-UBND”"),
    ("SO13", "ký hiệu “{sign}” không hợp với {type}", "Ghi {wanted}", "II.3.b"),
    ("DD01", "không có",
     "Ghi “<địa danh>, ngày … tháng … năm …” dưới Tiêu ngữ; ngày có thể để trống"),
    ("DD02", "chưa đúng dạng “<địa danh>, ngày … tháng … năm …”",
     "Ghi đủ địa danh, dấu phẩy, ngày, tháng, năm; ngày, tháng có thể để trống", "II.4.b"),
    ("DD05", "chữ cái đầu của địa danh chưa viết hoa", "Viết hoa địa danh"),
    ("DD11", "ngày nhỏ hơn 10 chưa có số 0 phía trước", "Ghi ngày {wanted}", "II.4.b"),
    ("DD12", "tháng 1, 2 chưa có số 0 phía trước", "Ghi tháng {wanted}", "II.4.b"),
    ("DD13", "chỉ tháng 1, 2 mới thêm số 0 phía trước", "Ghi tháng {wanted}", "II.4.b"),
    ("DD14", "không có ngày này trong lịch", "Kiểm tra lại ngày, tháng, năm", "II.4.b"),
    ("DD16", "địa danh viết tắt", "Ghi đầy đủ tên gọi", "II.4.b"),
    ("DD15", "không cùng dòng với số, ký hiệu", "Đặt số, ký hiệu và ngày tháng trên cùng một dòng"),
    ("TL01", "không có",
     "Ghi tên loại (BÁO CÁO, KẾ HOẠCH…); công văn thì ghi “V/v …” dưới số, ký hiệu"),
    ("TL02", "viết liền với trích yếu", "Đặt trích yếu ở dòng riêng, ngay dưới tên loại"),
    ("TY01", "không có", "Ghi trích yếu ngay dưới tên loại, canh giữa, chữ đậm"),
    ("TY02", "bắt đầu bằng “V/v”", "Ghi nội dung, hoặc “Về việc …”; “V/v” chỉ dùng cho công văn"),
    ("TY11", "có dấu chấm ở cuối", "Bỏ dấu chấm"),
    ("VV02", "chưa bắt đầu bằng “V/v ”", "Ghi theo dạng “V/v …”"),
    ("VV11", "không cách số, ký hiệu 6 pt", "Đặt khoảng cách giữa hai dòng là 6 pt"),
    ("KG01", "không có", "Ghi “Kính gửi: …” phía trên nội dung công văn"),
    ("KG02", "sau từ “Kính gửi” không có dấu hai chấm liền chữ", "Ghi “Kính gửi: …”"),
    ("KG11", "không có dòng “Kính gửi”",
     "Nếu gửi cơ quan cấp trên thì ghi “Kính gửi: …” dưới trích yếu", "II.9.b"),
    ("KG12", "danh sách nhiều nơi chưa đúng dạng",
     "Mỗi nơi một dòng, đầu dòng “- ”, cuối dòng “;”, dòng cuối “.”"),
    ("KG13", "chỉ gửi một nơi mà xuống dòng", "Ghi “Kính gửi: …” trên cùng một dòng"),
    ("KG14", "{type} không có phần “Kính gửi”",
     "Bỏ dòng “Kính gửi”, chỉ ghi ở “Nơi nhận”", "II.9.c"),
    ("KG15", "không ghi nơi gửi", "Ghi tên cơ quan trực tiếp giải quyết công việc", "II.9.b"),
    ("CC11", "cuối dòng không có dấu “{mark}”",
     "Mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”"),
    ("ND05", "cả đoạn viết bằng chữ in hoa", "Viết bằng chữ in thường"),
    ("ND06", "không canh đều hai lề", "Canh đều hai lề (Justify)"),
    ("ND11", "đầu dòng lùi vào {indent} cm", "Đặt First line 1 cm hoặc 1,27 cm"),
    ("ND12", "cách đoạn trước {gap} pt", "Đặt khoảng cách giữa các đoạn từ 6 pt"),
    ("ND13", "giãn dòng {spacing} dòng", "Đặt giãn dòng từ 1 dòng (Single) đến 1,5 dòng"),
    ("ND14", "không kết thúc bằng “./.”", "Ghi “./.” sau câu cuối của nội dung", "PL3.II"),
    ("ND15", "đầu dòng lùi vào bằng phím Tab hoặc dấu cách",
     "Xóa Tab, dấu cách ở đầu dòng rồi đặt First line 1 cm hoặc 1,27 cm"),
    ("PH02", "tiêu đề viết liền với số thứ tự",
     "Ghi “Phần …”, “Chương …” ở dòng riêng, tiêu đề ở dòng dưới"),
    ("PH12", "tiêu đề không phải chữ in hoa", "Viết tiêu đề bằng chữ in hoa, đứng, đậm, canh giữa"),
    ("PH11", "số thứ tự “{numeral}” không đúng kiểu số",
     "Phần, chương dùng số La Mã; mục, tiểu mục, điều dùng số Ả Rập"),
    ("PH13", "số thứ tự “{number}” không liên tục",
     "Ghi “{wanted}” rồi đánh lại số các phần, chương, mục phía sau"),
    ("MU11", "sau số thứ tự không phải dấu chấm", "Ghi theo dạng “I. TIÊU ĐỀ”"),
    ("MU12", "số thứ tự “{number}” không liên tục", "Ghi “{wanted}.” rồi đánh lại số các mục sau"),
    ("KH11", "sau số thứ tự không phải dấu chấm", "Ghi theo dạng “1. …”"),
    ("KH12", "cỡ chữ {size} khác cỡ chữ {text} của lời văn", "Đặt cỡ chữ {text}"),
    ("KH13", "số thứ tự “{number}” không liên tục",
     "Ghi “{wanted}.” rồi đánh lại số các khoản sau"),
    ("DU11", "sau số thứ tự của điều không phải dấu chấm", "Ghi theo dạng “Điều <số>. …”"),
    ("DU12", "số thứ tự “{number}” không liên tục",
     "Ghi “Điều {wanted}.” rồi đánh lại số các điều sau"),
    ("DI13", "cỡ chữ {size} khác cỡ chữ {text} của lời văn", "Đặt cỡ chữ {text}"),
    ("DI11", "sau chữ cái không phải dấu đóng ngoặc đơn", "Ghi theo dạng “a) …”"),
    ("DI12", "điểm “{number})” không theo thứ tự bảng chữ cái tiếng Việt",
     "Ghi điểm “{wanted})”; thứ tự là a, b, c, d, đ, e, g, h, i, k"),
    ("QN01", "không có", "Ghi quyền hạn, chức vụ người ký ở cuối văn bản, bên phải"),
    ("QN02", "chữ viết tắt quyền hạn chưa đúng dạng",
     "Ghi chữ in hoa, dấu chấm rồi cách một chữ: “TM. ”, “KT. ”, “Q. ”, “TL. ”, “TUQ. ”", "II.7.b"),
    ("QN11", "thiếu chức vụ của người ký ở dòng dưới",
     "Ghi chức vụ của người ký dưới dòng này, ví dụ “PHÓ CHỦ TỊCH”", "II.7.c"),
    ("QN12", "cấp phó ký mà không ghi “KT.” và chức vụ của cấp trưởng",
     "Ghi dòng “KT. <chức vụ cấp trưởng>” phía trên chức vụ cấp phó", "II.7.b"),
    ("HT01", "không có", "Ghi họ và tên người ký dưới chức vụ"),
    ("HT12", "không có khoảng trống để ký, đóng dấu",
     "Để trống khoảng 4 dòng giữa chức vụ và họ tên", "II.7.d"),
    ("HT11", "có học hàm, học vị, danh hiệu hoặc “Ông”, “Bà” trước họ tên",
     "Chỉ ghi họ và tên", "II.7.c"),
    ("NN01", "không có", "Ghi “Nơi nhận:” ở cuối văn bản, bên trái, ngang với chức vụ người ký"),
    ("NN02", "chưa đúng dạng “Nơi nhận:” trên một dòng riêng", "Ghi “Nơi nhận:” rồi xuống dòng"),
    ("NN06", "không sát lề trái", "Canh trái, không lùi đầu dòng"),
    ("NN12", "gạch chân", "Bỏ gạch chân"),
    ("NN11", "không ngang hàng với dòng quyền hạn, chức vụ của người ký",
     "Đặt hai phần trong cùng một dòng của bảng không kẻ"),
    ("DS01", "không có", "Liệt kê từng nơi nhận dưới từ “Nơi nhận”"),
    ("DS02", "chưa đúng dạng", "Mỗi nơi một dòng, đầu dòng “- ”, cuối dòng “;”"),
    ("DS06", "gạch đầu dòng không sát lề trái", "Canh trái, không lùi đầu dòng"),
    ("DS11", "dòng cuối chưa đúng dạng “- Lưu: VT, ….”",
     "Ghi dòng cuối theo dạng “- Lưu: VT, <đơn vị soạn thảo>.”"),
    ("DS12", "dòng đầu không phải “- Như trên;” trong khi có “Kính gửi”",
     "Ghi dòng đầu “- Như trên;”", "II.9.b"),
    ("DS13", "có “Như trên” mà văn bản không có “Kính gửi”", "Bỏ dòng “- Như trên;”", "II.9.c"),
    ("PL02", "không ở một dòng riêng",
     "Ghi từ “Phụ lục” và số thứ tự ở dòng riêng, tên Phụ lục ở dòng dưới"),
    ("PL11", "chưa đánh số thứ tự bằng chữ số La Mã",
     "Đánh số các Phụ lục theo thứ tự I, II, III…", "III.1.a"),
    ("PL12", "nội dung không nhắc đến Phụ lục kèm theo",
     "Thêm chỉ dẫn trong nội dung, ví dụ “(có Phụ lục kèm theo)”", "III.1.a"),
    ("PL13", "số trang không đánh riêng từ 1",
     "Đặt Phụ lục ở phần (section) riêng, Format Page Numbers, Start at 1", "III.1.đ"),
    ("KT01", "không có", "Ghi “(Kèm theo … số … ngày … tháng … năm … của …)” dưới tên Phụ lục"),
    ("KT02", "chưa đúng dạng “(Kèm theo …)”", "Ghi trong ngoặc đơn “(Kèm theo …)”"),
    ("KT11", "ghi kèm theo {named} trong khi văn bản là {type}", "Ghi đúng tên loại văn bản"),
    ("ST01", "không có", "Chèn số trang vào giữa đầu trang (header)"),
    ("ST06", "không canh giữa", "Canh giữa số trang trong đầu trang"),
    ("ST11", "ở chân trang", "Chuyển số trang lên giữa đầu trang (header)"),
    ("ST12", "không phải chữ số Ả Rập", "Format Page Numbers, Number format 1, 2, 3"),
    ("ST13", "hiển thị ở trang thứ nhất", "Chọn Different First Page, để trống đầu trang thứ nhất"),
    ("ST14", "bắt đầu từ {start}", "Format Page Numbers, Start at 1"),
    ("ST15", "có thêm chữ", "Chỉ để chữ số"),
    ("VT01", "còn sót “{left}”", "Xóa hoặc điền nội dung đúng"),
    ("VT02", "còn {count} chỗ sửa đang theo dõi (Track Changes)",
     "Vào Review, chấp nhận hoặc bỏ hết rồi lưu lại"),
    ("VT03", "còn {count} chú thích (comment)", "Vào Review, xóa hết chú thích rồi lưu lại"),
    ("VT04", "có chữ ẩn (Hidden)", "Xóa chữ ẩn hoặc bỏ chọn Hidden"),
    ("VT05", "chữ được tô nền (Highlight)", "Bỏ tô nền"),
    ("VT06", "còn để trống", "Điền nội dung hoặc xóa"),
    ("VT07",
     "có {count} đoạn chưa nhận ra là thành phần nào, chỉ kiểm tra được phông và màu chữ: {which}",
     "Tự xem lại thể thức các đoạn này"),
    ("VT08", "chữ trong {which} chưa được kiểm tra", "Tự xem lại thể thức các phần này"),
)  # fmt: skip


def _shared(component: Component) -> Iterator[tuple[str, ...]]:
    """Yield the rows that mean the same for every component."""
    code = component.code
    if component is not Component.ARTICLE:  # its size is the body's
        yield f"{code}03", "cỡ chữ {size}", "Đặt cỡ chữ {wanted}"
    yield f"{code}04", "kiểu chữ {shown}", "Đặt kiểu chữ {wanted}"
    if component.capitals:
        yield f"{code}05", "không phải chữ in hoa", "Viết bằng chữ in hoa"
    elif component.capitals is False:
        yield f"{code}05", "toàn chữ in hoa", "Viết bằng chữ in thường"
    if component.centred:
        yield f"{code}06", "không canh giữa", "Canh giữa"
    if code in _LINED:
        draw = f"Vẽ đường kẻ ngang, nét liền bằng Insert, Shapes, Line, {_LINED[code]}"
        yield f"{code}07", "phía dưới không có đường kẻ", draw
        # The decree's own samples (Phụ lục III) are typed so: no error, but no line either.
        yield f"{code}08", "dùng các dấu “_”, “-” hoặc “o0o” thay cho đường kẻ", draw
        yield f"{code}09", "gạch chân chữ thay cho đường kẻ", f"Bỏ gạch chân. {draw}"
        measured = "đường kẻ dài khoảng {length} mm trong khi dòng chữ dài khoảng {text} mm"
        yield f"{code}10", measured, f"Kéo đường kẻ cho {_LINED[code]}"


def _kind(code: str, problem: str, remedy: str, cited: str = "") -> FindingKind:
    error, warning, notice = Severity
    severity = warning if code in _WARNINGS else notice if code in _NOTICES else error
    return FindingKind(code, severity, problem, remedy, cited or _CLAUSES[code[:2]])


KINDS = {row[0]: _kind(*row) for row in chain(_OWN, *map(_shared, Component))}


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


def location(code: str, text: str = "") -> str:
    """Name a location: the component of a code, and its text where there are several of it."""
    name = NAMES.get(code[:2], DOCUMENT)
    return f"{name} {quote(text)}" if text else name


def passage(paragraph: Paragraph, run: Run) -> str:
    """Name the location of a run: its words, and the table they stand in."""
    text = run.text if len(run.text.strip()) > _TELLING else paragraph.line
    cell = paragraph.cell
    return f"Bảng {cell.table + 1}, {quote(text)}" if cell else f"Đoạn {quote(text)}"


def section(number: int, count: int, what: str = "") -> str:
    """Name a section or something of it; where there is only one the section is left out."""
    name = f"phần trang thứ {number + 1} (section {number + 1})"
    if count == 1:
        return what or DOCUMENT
    return f"{what}, {name}" if what else name.capitalize()


def written(fact: Fact) -> str:
    """Write a fact: a measure with at most two decimals and a comma, a range as `13 đến 14`."""
    if isinstance(fact, tuple):
        return " đến ".join(dict.fromkeys(map(written, fact)))
    return f"{round(fact, 2):g}".replace(".", ",") if isinstance(fact, float) else str(fact)


def style(bold: bool | None, italic: bool | None) -> str:
    """Write italic and bold: `đứng, đậm`; what is left open is left out."""
    slant = {True: "nghiêng", False: "đứng", None: ""}[italic]
    weight = {True: "đậm", False: "không đậm", None: ""}[bold]
    return ", ".join(filter(None, (slant, weight)))
