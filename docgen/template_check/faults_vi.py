"""The catalogue of a template's faults: code, severity, and the Vietnamese sentence.

A code is stable for ever; its words may change. MB01: tags; MB21: fields; MB41: where
tags stand; MB61: what a template may not carry; MB91: mere notices. The sentence is
`place: problem. remedy.`; `fault` fills in the facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from docgen.template_check.words_vi import shorten
from workbook.domain.findings import Severity

_E, _W, _N = Severity


class Fault(Enum):
    """One kind of fault."""

    def __init__(self, code: str, severity: Severity, problem: str, remedy: str) -> None:
        """Keep the parts of the sentence; `{…}` are facts."""
        self.code = code
        self.severity = severity
        self.problem = problem
        self.remedy = remedy

    # fmt: off
    UNCLOSED = ("MB01", _E,
        "thẻ “{tag}” chưa đóng",
        "Viết “{closing}” vào cuối thẻ, trong cùng đoạn")
    NOT_OPENED = ("MB02", _E,
        "có dấu đóng thẻ “{tag}” mà không có dấu mở thẻ “{opening}”",
        "Viết đủ dấu mở thẻ, hoặc xóa dấu này")
    UNREADABLE = ("MB03", _E,
        "không hiểu thẻ “{tag}”",
        "{hint}")
    UNKNOWN_COMMAND = ("MB04", _E,
        "không có lệnh “{word}” (thẻ “{tag}”)",
        "{hint}")
    WRONG_KIND = ("MB05", _E,
        "không có loại thẻ “{mark}” (thẻ “{tag}”)",
        "{hint}")
    FILTER = ("MB06", _E,
        "bộ lọc “{word}” không dùng được (thẻ “{tag}”)",
        "Xóa phần từ dấu “|”; chương trình đã định dạng sẵn nội dung")
    NOT_ALLOWED = ("MB07", _E,
        "thẻ “{tag}” có {what}, mẫu không được dùng",
        "Thẻ chỉ được điền ô, lặp (for) và chọn (if)")
    COMMENT = ("MB08", _E,
        "thẻ chú thích “{tag}” không dùng được",
        "Xóa thẻ; nếu cần ghi chú thì dùng Chú thích (Comment) của Word")
    COMPARISON = ("MB09", _E,
        "so sánh trong thẻ “{tag}” không dùng được",
        "Chỉ so sánh một ô với chữ đặt trong ngoặc kép, bằng == hoặc !=")
    TOO_LONG = ("MB10", _E,
        "thẻ “{tag}” quá dài",
        "Viết thẻ ngắn lại, hoặc tách thành nhiều thẻ")
    SINGLE_BRACE = ("MB11", _W,
        "“{tag}” chỉ có một dấu ngoặc nhọn nên sẽ được in nguyên văn",
        "Nếu là thẻ thì viết {right}")

    UNKNOWN_FIELD = ("MB21", _E,
        "dùng ô điền “{field}” mà chương trình không có",
        "{hint}")
    PRINTS_LIST = ("MB22", _E,
        "ô “{field}” là danh sách nên không điền được bằng thẻ “{tag}”",
        "Lặp bằng {{%p for cau in {field} %}} … {{%p endfor %}}")
    PRINTS_GROUP = ("MB23", _E,
        "ô “{field}” gồm nhiều ô nên không điền được bằng thẻ “{tag}”",
        "Điền từng ô, ví dụ {example}")
    LOOPS_NO_LIST = ("MB24", _E,
        "ô “{field}” không phải là danh sách nên không lặp được (thẻ “{tag}”)",
        "Điền bằng {example}, hoặc lặp một ô là danh sách")
    NO_PARTS = ("MB25", _E,
        "ô “{field}” không có ô con “{part}” (thẻ “{tag}”)",
        "{hint}")
    UNKNOWN_CHOICE = ("MB26", _E,
        "ô “{field}” không bao giờ là “{value}” (thẻ “{tag}”)",
        "Ô này chỉ nhận: {choices}")
    LOOP_NAME = ("MB27", _E,
        "tên “{word}” không đặt được cho mục của vòng lặp (thẻ “{tag}”)",
        "Đặt tên khác, ví dụ {{%p for dong in … %}}")
    PRINTS_CHART = ("MB28", _E,
        "ô “{field}” là biểu đồ nên không in được thành chữ (thẻ “{tag}”)",
        "Bấm chuột phải vào biểu đồ của mẫu, chọn Xem văn bản thay thế (View Alt Text) và ghi"
        " thẻ vào đó")
    NO_CHART = ("MB29", _E,
        "ô “{field}” không phải là biểu đồ nên không vẽ được (thẻ “{tag}”)",
        "{hint}")

    NO_END = ("MB41", _E,
        "thẻ “{tag}” không có thẻ kết thúc",
        "Thêm thẻ {end} sau phần cần lặp hoặc chọn")
    NO_BEGIN = ("MB42", _E,
        "thẻ “{tag}” không có thẻ mở đầu",
        "Thêm thẻ mở đầu {begin}, hoặc xóa thẻ này")
    CROSSED = ("MB43", _E,
        "thẻ “{tag}” đứng khi “{open}” còn chưa kết thúc",
        "Kết thúc “{open}” bằng {end} trước thẻ này")
    MIXED = ("MB44", _E,
        "thẻ “{tag}” không cùng loại với thẻ mở đầu “{open}”",
        "Viết {right} cho cùng loại với thẻ mở đầu")
    ROW_OUTSIDE = ("MB45", _E,
        "thẻ của dòng bảng “{tag}” đứng ngoài bảng",
        "Ngoài bảng dùng {right}, hoặc chuyển thẻ vào một dòng của bảng")
    NOT_ALONE = ("MB46", _E,
        "thẻ “{tag}” phải đứng riêng một đoạn",
        "Chuyển thẻ sang một đoạn mới chỉ có thẻ này; đoạn ấy không có ảnh, ngắt phần")
    ROW_NOT_ALONE = ("MB47", _E,
        "thẻ “{tag}” phải đứng riêng một dòng của bảng",
        "Chèn một dòng mới chỉ có thẻ này")
    TORN = ("MB48", _E,
        "thẻ “{tag}” và thẻ mở đầu “{open}” đứng ở hai nơi khác nhau",
        "Đặt cả hai cùng ở trong một ô, một bảng, hoặc cùng ở ngoài bảng")
    SPREADS = ("MB49", _E,
        "thẻ “{tag}” không kết thúc trong cùng đoạn",
        "Thêm {end} vào cùng đoạn; nếu lặp hoặc chọn cả đoạn thì dùng {right}, đứng riêng một đoạn")
    SECOND_ELSE = ("MB50", _E,
        "thẻ “{tag}” đứng sau thẻ else của “{open}”",
        "Xóa thẻ này, hoặc chuyển lên trước thẻ else")
    ELSE_IN_LOOP = ("MB51", _E,
        "thẻ “{tag}” không dùng được trong vòng lặp “{open}”",
        "Dùng if để chọn, và kết thúc if trước endfor")
    TOO_DEEP = ("MB52", _E,
        "thẻ “{tag}” nằm trong quá nhiều tầng lặp, chọn",
        "Bớt số tầng: nhiều nhất {limit} tầng")
    MULTIPLIES = ("MB53", _E,
        "vòng lặp “{tag}” không phải danh sách con của vòng lặp bao quanh nó nên nhân số lượt"
        " lên quá nhiều",
        "Lặp danh sách con của vòng lặp bao quanh, hoặc chuyển thẻ ra ngoài")
    TAG_ELSEWHERE = ("MB54", _E,
        "có thẻ “{tag}” ở chỗ chương trình không điền được (biểu đồ, mã trường, chữ thay ảnh,"
        " công thức…)",
        "Chuyển thẻ vào chữ thường của văn bản")
    TRACKED = ("MB55", _E,
        "thẻ “{tag}” nằm trong phần đã xóa của Theo dõi thay đổi (Track Changes)",
        "Chấp nhận hoặc từ chối mọi thay đổi rồi lưu lại")
    TOO_MANY = ("MB56", _E,
        "mẫu có {number} thẻ, quá nhiều",
        "Giảm còn dưới {limit} thẻ")
    COLUMN_OUTSIDE = ("MB57", _E,
        "thẻ của cột bảng “{tag}” đứng ngoài bảng",
        "Ngoài bảng dùng {right}, hoặc chuyển thẻ vào một ô của bảng")
    COLUMN_NOT_ALONE = ("MB58", _E,
        "thẻ “{tag}” phải đứng riêng một ô của bảng",
        "Chèn một cột mới có ô chỉ chứa thẻ này")
    ALT_TEXT = ("MB59", _E,
        "biểu đồ phải gắn bằng đúng một thẻ điền ô biểu đồ",
        "Chỉ để lại một thẻ, ví dụ {{{{ bieu_do_muc_tieu }}}}; nếu biểu đồ giữ nguyên như trong mẫu"
        " thì chữ thay thế và tên biểu đồ không có thẻ")
    CHART_KIND = ("MB60", _E,
        "loại biểu đồ này không điền được số liệu (thẻ “{tag}”)",
        "Đổi loại (Change Chart Type) thành cột, thanh, đường, miền, tròn hoặc mạng nhện; hoặc chép"
        " biểu đồ từ mẫu gốc")

    EXTERNAL = ("MB61", _E,
        "có liên kết ra ngoài tệp ({target})",
        "Xóa liên kết và giữ lại chữ; ảnh thì chèn hẳn vào tệp; rồi lưu lại")
    ATTACHED = ("MB62", _E,
        "tệp gắn với một mẫu Word khác ({target})",
        "Trong Word: Nhà phát triển (Developer), Mẫu tài liệu (Document Template), đổi về Normal;"
        " rồi lưu lại")
    MACRO = ("MB63", _E,
        "tệp có macro ({part})",
        "Lưu lại thành “Word Document (.docx)”, không có macro")
    OBJECT = ("MB64", _E,
        "có đối tượng nhúng ({part})",
        "Xóa đối tượng; nếu cần nội dung thì dán dạng chữ, ảnh hoặc bảng")
    ACTIVEX = ("MB65", _E,
        "có nút, ô ActiveX ({part})",
        "Xóa nút, ô ấy rồi lưu lại")
    FIELD_CODE = ("MB66", _E,
        "có trường “{field}” của Word, mẫu không được dùng",
        "Bấm vào trường, bấm Ctrl+Shift+F9 để đổi thành chữ, hoặc xóa trường")
    IMPORTED = ("MB67", _E,
        "có văn bản khác gắn vào ({part})",
        "Chép nội dung cần giữ dạng chữ rồi xóa phần gắn vào")
    ENTITIES = ("MB68", _E,
        "phần {part} có khai báo DOCTYPE, tệp Word không bao giờ có",
        "Không dùng tệp này; lấy lại từ nguồn tin cậy hoặc từ mẫu gốc")
    MAIL_MERGE = ("MB69", _E,
        "tệp đang nối với nguồn trộn thư",
        "Trong Word: Thư (Mailings), Bắt đầu trộn thư (Start Mail Merge), chọn Tài liệu Word"
        " thường (Normal Word Document); rồi lưu lại")
    STRANGE = ("MB70", _E,
        "có thành phần lạ ({part})",
        "Mở bằng Word, xóa thành phần ấy, hoặc bắt đầu lại từ mẫu gốc")
    TWICE = ("MB71", _E,
        "phần {part} có hai lần trong tệp",
        "Không dùng tệp này; mở bằng Word và lưu lại, hoặc bắt đầu lại từ mẫu gốc")
    BROKEN = ("MB72", _E,
        "phần {part} bị hỏng",
        "Mở bằng Word để sửa chữa và lưu lại, hoặc bắt đầu lại từ mẫu gốc")
    TOO_LARGE = ("MB73", _E,
        "phần {part} quá lớn",
        "Bắt đầu lại từ mẫu gốc; mẫu chỉ có chữ, bảng và ảnh nhỏ")
    WORD_TEMPLATE = ("MB74", _E,
        "tệp không phải loại “Word Document (.docx)” thường",
        "Mở bằng Word và lưu lại thành “Word Document (.docx)”")

    UNUSED = ("MB91", _N,
        "mẫu không dùng các ô: {fields}",
        "Nếu cố ý bỏ thì không cần sửa")
    # fmt: on


@dataclass(frozen=True)
class TemplateFault:
    """One fault of a template: code, severity, where it is and one Vietnamese message.

    `place` says where in the document ("Đoạn", "Ô của bảng “STT, Nhiệm vụ”"), `words`
    are the words there; both are "" where the whole file is meant.
    """

    code: str
    severity: Severity
    place: str
    words: str
    message: str

    @property
    def blocks(self) -> bool:
        """Whether no document can be made from the template."""
        return self.severity is Severity.ERROR


_WHOLE = ("hint", "choices", "fields", "example", "right", "begin", "end")  # our own words


def fault(kind: Fault, place: str, words: str, **facts: str) -> TemplateFault:
    """Return a fault with its sentence: where, what is wrong, what to do."""
    shown = {key: value if key in _WHOLE else shorten(value) for key, value in facts.items()}
    where = f"{place} “{words}”" if words else place
    problem, remedy = kind.problem.format(**shown), kind.remedy.format(**shown)
    return TemplateFault(kind.code, kind.severity, place, words, f"{where}: {problem}. {remedy}.")
