"""The catalogue of what is found in a template: a row a code; and the words of its sentences.

A code is stable for ever; its words may change. MB01: tags; MB21: fields; MB31 and MB41:
where tags stand; MB61: what a template may not carry; MB91: what stops nobody. The sentence
is `location “excerpt”: problem. remedy.`
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.findings import Finding, FindingKind, finding
from workbook.domain.findings import Severity

_W, _N = Severity.WARNING, Severity.NOTICE
_OWN_WORDS = ("hint", "choices", "fields", "example", "right", "begin", "end", "characters")
_REPAIR = "Mở bằng Word để sửa chữa và lưu lại, hoặc bắt đầu lại từ mẫu gốc"


def _error(code: str, problem: str, remedy: str) -> FindingKind:
    return FindingKind(code, Severity.ERROR, problem, remedy)


# fmt: off
# Tags.
UNCLOSED = _error("MB01", "thẻ “{tag}” chưa đóng", "Viết “{closing}” vào cuối thẻ, trong cùng đoạn")
NOT_OPENED = _error("MB02", "có dấu đóng thẻ “{tag}” mà không có dấu mở thẻ “{opening}”",
    "Viết đủ dấu mở thẻ, hoặc xóa dấu này")
UNREADABLE = _error("MB03", "không hiểu thẻ “{tag}”", "{hint}")
UNKNOWN_COMMAND = _error("MB04", "không có lệnh “{word}” (thẻ “{tag}”)", "{hint}")
WRONG_KIND = _error("MB05", "không có loại thẻ “{mark}” (thẻ “{tag}”)", "{hint}")
FILTER = _error("MB06", "bộ lọc “{word}” không dùng được (thẻ “{tag}”)",
    "Xóa phần từ dấu “|”; chương trình đã định dạng sẵn nội dung")
NOT_ALLOWED = _error("MB07", "thẻ “{tag}” có {what}, mẫu không được dùng",
    "Thẻ chỉ được điền ô, lặp (for) và chọn (if)")
COMMENT = _error("MB08", "thẻ chú thích “{tag}” không dùng được",
    "Xóa thẻ; nếu cần ghi chú thì dùng Chú thích (Comment) của Word")
COMPARISON = _error("MB09", "so sánh trong thẻ “{tag}” không dùng được",
    "Chỉ so sánh một ô với chữ đặt trong ngoặc kép, bằng == hoặc !=")
TOO_LONG = _error("MB10", "thẻ “{tag}” quá dài", "Viết thẻ ngắn lại, hoặc tách thành nhiều thẻ")
OTHER_MARKS = _error("MB11",
    "“{tag}” không có đúng dấu của thẻ nên sẽ được in nguyên văn", "Viết là {right}")
STRANGE_SIGN = _error("MB12", "thẻ “{tag}” có ký tự lạ: {characters}",
    "Xóa cả thẻ rồi gõ lại bằng bàn phím, không chép từ nơi khác")

# Fields.
UNKNOWN_FIELD = _error("MB21", "dùng ô điền “{field}” mà loại văn bản này không có", "{hint}")
PRINTS_LIST = _error("MB22", "ô “{field}” là danh sách nên không điền được bằng thẻ “{tag}”",
    "Lặp bằng {{%p for cau in {field} %}} … {{%p endfor %}}")
PRINTS_GROUP = _error("MB23", "ô “{field}” gồm nhiều ô nên không điền được bằng thẻ “{tag}”",
    "Điền từng ô, ví dụ {example}")
LOOPS_NO_LIST = _error("MB24",
    "ô “{field}” không phải là danh sách nên không lặp được (thẻ “{tag}”)",
    "Điền bằng {example}, hoặc lặp một ô là danh sách")
NO_PARTS = _error("MB25", "ô “{field}” không có ô con “{part}” (thẻ “{tag}”)", "{hint}")
UNKNOWN_CHOICE = _error("MB26", "ô “{field}” không bao giờ là “{value}” (thẻ “{tag}”)",
    "Ô này chỉ nhận: {choices}")
LOOP_NAME = _error("MB27", "tên “{word}” không đặt được cho mục của vòng lặp (thẻ “{tag}”)",
    "Đặt tên khác, ví dụ {{%p for dong in … %}}")
PRINTS_CHART = _error("MB28", "ô “{field}” là biểu đồ nên không in được thành chữ (thẻ “{tag}”)",
    "Bấm chuột phải vào biểu đồ của mẫu, chọn Xem văn bản thay thế (View Alt Text) và ghi thẻ vào "
    "đó")
NO_CHART = _error("MB29", "ô “{field}” không phải là biểu đồ nên không vẽ được (thẻ “{tag}”)",
    "{hint}")
NO_OWN_FIELDS = _error("MB30",
    "mẫu không có ô điền nào thuộc nội dung của {document}, có lẽ là một văn bản đã lập xong",
    "Chép mẫu gốc đi kèm chương trình (thư mục mau_goc hoặc templates) rồi sửa bản chép ấy")

# Where tags stand, what can be repeated.
LOST_BREAK = _error("MB31", "đoạn của thẻ “{tag}” có {what}, sẽ mất cùng với thẻ", "{hint}")
NUMBERED_LOOP = _error("MB32",
    "đoạn này đánh số tự động trong vòng lặp lồng nhau nên số chạy tiếp, không bắt đầu lại từ đầu",
    "Bấm vào đoạn, tắt đánh số (Numbering) rồi gõ thẻ {{{{ loop.index }}}} ở chỗ của số")
NO_END = _error("MB41", "thẻ “{tag}” không có thẻ kết thúc",
    "Thêm thẻ {end} sau phần cần lặp hoặc chọn")
NO_BEGIN = _error("MB42", "thẻ “{tag}” không có thẻ mở đầu",
    "Thêm thẻ mở đầu {begin}, hoặc xóa thẻ này")
CROSSED = _error("MB43", "thẻ “{tag}” đứng khi “{open}” còn chưa kết thúc",
    "Kết thúc “{open}” bằng {end} trước thẻ này")
MIXED = _error("MB44", "thẻ “{tag}” không cùng loại với thẻ “{open}”", "Viết là {right}")
ROW_OUTSIDE = _error("MB45", "thẻ của dòng bảng “{tag}” đứng ngoài bảng",
    "Ngoài bảng dùng {right}, hoặc chuyển thẻ vào một dòng của bảng")
NOT_ALONE = _error("MB46", "thẻ “{tag}” phải đứng riêng một đoạn",
    "Chuyển thẻ sang một đoạn mới chỉ có thẻ này; đoạn ấy không có ảnh, hình vẽ")
ROW_NOT_ALONE = _error("MB47", "thẻ “{tag}” phải đứng riêng một dòng của bảng",
    "Chèn một dòng mới chỉ có thẻ này")
TORN = _error("MB48", "thẻ “{tag}” và thẻ mở đầu “{open}” đứng ở hai nơi khác nhau",
    "Đặt cả hai cùng ở trong một ô, một bảng, một trường của Word, hoặc cùng ở ngoài")
SPREADS = _error("MB49", "thẻ “{tag}” không kết thúc trong cùng đoạn",
    "Thêm {end} vào cùng đoạn; nếu lặp hoặc chọn cả đoạn thì dùng {right}, đứng riêng một đoạn")
SECOND_ELSE = _error("MB50", "thẻ “{tag}” đứng sau thẻ else của “{open}”",
    "Xóa thẻ này, hoặc chuyển lên trước thẻ else")
ELSE_IN_LOOP = _error("MB51", "thẻ “{tag}” không dùng được trong vòng lặp “{open}”",
    "Dùng if để chọn, và kết thúc if trước endfor")
TOO_DEEP = _error("MB52", "thẻ “{tag}” nằm trong quá nhiều tầng lặp, chọn",
    "Bớt số tầng: nhiều nhất {limit} tầng")
MULTIPLIES = _error("MB53",
    "vòng lặp “{tag}” không phải danh sách con của vòng lặp bao quanh nó nên nhân số lượt lên quá "
    "nhiều", "Lặp danh sách con của vòng lặp bao quanh, hoặc chuyển thẻ ra ngoài")
TAG_ELSEWHERE = _error("MB54",
    "có thẻ “{tag}” ở chỗ chương trình không điền được (biểu đồ, mã trường, số trang, chữ thay "
    "ảnh, công thức…)", "Chuyển thẻ vào chữ thường của văn bản")
TRACKED = _error("MB55", "thẻ “{tag}” nằm trong phần đã xóa của Theo dõi thay đổi (Track Changes)",
    "Chấp nhận hoặc từ chối mọi thay đổi rồi lưu lại")
TOO_MANY = _error("MB56", "mẫu có {number} thẻ, quá nhiều", "Giảm còn dưới {limit} thẻ")
COLUMN_OUTSIDE = _error("MB57", "thẻ của cột bảng “{tag}” đứng ngoài bảng",
    "Ngoài bảng dùng {right}, hoặc chuyển thẻ vào một ô của bảng")
COLUMN_NOT_ALONE = _error("MB58", "thẻ “{tag}” phải đứng riêng một ô của bảng",
    "Chèn một cột mới có ô chỉ chứa thẻ này")
ALT_TEXT = _error("MB59", "biểu đồ phải gắn bằng đúng một thẻ điền ô biểu đồ",
    "Chỉ để lại một thẻ, ví dụ {{{{ bieu_do_muc_tieu }}}}; nếu biểu đồ giữ nguyên như trong mẫu "
    "thì chữ thay thế và tên biểu đồ không có thẻ")
CHART_KIND = _error("MB60", "loại biểu đồ này không điền được số liệu (thẻ “{tag}”)",
    "Đổi loại (Change Chart Type) thành cột, thanh, đường, miền, tròn hoặc mạng nhện; hoặc chép "
    "biểu đồ từ mẫu gốc")

# What a template may not carry.
EXTERNAL = _error("MB61", "có liên kết ra ngoài tệp ({part})",
    "Xóa liên kết và giữ lại chữ; ảnh thì chèn hẳn vào tệp; rồi lưu lại")
ATTACHED = _error("MB62", "tệp gắn với một mẫu Word khác ({part})",
    "Trong Word: Nhà phát triển (Developer), Mẫu tài liệu (Document Template), đổi về Normal; rồi "
    "lưu lại")
MACRO = _error("MB63", "tệp có macro ({part})",
    "Lưu lại thành “Word Document (.docx)”, không có macro")
OBJECT = _error("MB64", "có đối tượng nhúng ({part})",
    "Xóa đối tượng; nếu cần nội dung thì dán dạng chữ, ảnh hoặc bảng")
ACTIVEX = _error("MB65", "có nút, ô ActiveX ({part})", "Xóa nút, ô ấy rồi lưu lại")
FIELD_CODE = _error("MB66", "có trường “{field}” của Word, mẫu không được dùng",
    "Bấm vào trường, bấm Ctrl+Shift+F9 để đổi thành chữ, hoặc xóa trường")
IMPORTED = _error("MB67", "có văn bản khác gắn vào ({part})",
    "Chép nội dung cần giữ dạng chữ rồi xóa phần gắn vào")
ENTITIES = _error("MB68", "phần {part} có khai báo DOCTYPE, tệp Word không bao giờ có",
    "Không dùng tệp này; lấy lại từ nguồn tin cậy hoặc từ mẫu gốc")
MAIL_MERGE = _error("MB69", "tệp đang nối với nguồn trộn thư",
    "Trong Word: Thư (Mailings), Bắt đầu trộn thư (Start Mail Merge), chọn Tài liệu Word thường "
    "(Normal Word Document); rồi lưu lại")
STRANGE = _error("MB70", "có thành phần lạ ({part})",
    "Mở bằng Word, xóa thành phần ấy, hoặc bắt đầu lại từ mẫu gốc")
TWICE = _error("MB71", "phần {part} có hai lần trong tệp",
    "Không dùng tệp này; mở bằng Word và lưu lại, hoặc bắt đầu lại từ mẫu gốc")
BROKEN = _error("MB72", "phần {part} bị hỏng", _REPAIR)
TOO_LARGE = _error("MB73", "phần {part} quá lớn",
    "Bắt đầu lại từ mẫu gốc; mẫu chỉ có chữ, bảng và ảnh nhỏ")
WORD_TEMPLATE = _error("MB74", "tệp không phải loại “Word Document (.docx)” thường",
    "Mở bằng Word và lưu lại thành “Word Document (.docx)”")
LOST_PART = _error("MB75", "thiếu thành phần {part} mà tệp dẫn tới", _REPAIR)
LOST_USE = _error("MB76", "phần {part} dùng một thành phần không có trong tệp ({target})", _REPAIR)

# What does not stop anybody.
UNUSED = FindingKind("MB91", _N, "mẫu không dùng các ô: {fields}", "Nếu cố ý bỏ thì không cần sửa")
COMMENTS = FindingKind("MB92", _W,
    "mẫu còn {number} chú thích (Comment), không được mang sang văn bản",
    "Ghi chú cho người sửa mẫu thì cứ để; không cần thì xóa: Xem lại (Review), Xóa (Delete)")
CHANGES = FindingKind("MB93", _W,
    "mẫu còn thay đổi được theo dõi (Track Changes), không được mang sang văn bản: văn bản lấy "
    "nội dung như khi đã chấp nhận mọi thay đổi",
    "Xem lại (Review), chấp nhận (Accept) hoặc từ chối (Reject) mọi thay đổi, tắt Track Changes "
    "rồi lưu lại")
RESTRICTED = FindingKind("MB94", _W,
    "mẫu đang hạn chế chỉnh sửa (Restrict Editing), hạn chế này không được mang sang văn bản",
    "Nếu không cần thì bỏ: Xem lại (Review), Hạn chế chỉnh sửa (Restrict Editing), Dừng bảo vệ "
    "(Stop Protection)")
MARKED_FINAL = FindingKind("MB95", _W,
    "mẫu được đánh dấu là bản cuối (Mark as Final), dấu này không được mang sang văn bản",
    "Nếu không cần thì bỏ: Tệp, Thông tin, Bảo vệ tài liệu, Đánh dấu là bản cuối (Mark as Final)")
UNBOUND_CHART = FindingKind("MB96", _W,
    "biểu đồ không gắn với ô nào nên văn bản sẽ giữ nguyên số liệu có sẵn của biểu đồ trong mẫu",
    "Bấm chuột phải vào biểu đồ, chọn Xem văn bản thay thế (View Alt Text) và ghi thẻ của ô biểu "
    "đồ vào đó; không cần thì xóa biểu đồ")
# fmt: on

ALL = tuple(kind for kind in globals().copy().values() if isinstance(kind, FindingKind))

# Hints.
SEE_FIELDS = "Xem danh sách ô điền của mẫu này trong templates/README.md"
SEE_TAGS = "Viết lại theo cách viết thẻ trong templates/README.md"
DID_YOU_MEAN = f"Có phải là “{{path}}” không? {SEE_FIELDS}"
LIES_WITHIN = "Ô này nằm trong danh sách: “{path}”. Đặt thẻ trong vòng lặp của danh sách đó"
LIKE = "Viết theo mẫu {example}"
WRITE_AS = "Viết là {right}"
CHART_FIELDS = "Ô biểu đồ của văn bản này: {charts}"
NO_CHART_FIELDS = "Văn bản này không có ô biểu đồ nào; xóa thẻ trong chữ thay thế"
LOOP_ONLY = "Tên “{name}” chỉ dùng được bên trong vòng lặp, giữa thẻ for và thẻ endfor của nó"
TWO_SIGNS = "So sánh thì viết hai dấu “==”: {right}"
COPIED = "Thẻ này nằm trong mục lục hoặc trường tham chiếu: xóa trường ấy khỏi mẫu"
COMMANDS = "Lệnh dùng được: for … in …, endfor, if, elif, else, endif"
KINDS_OF_TAGS = (
    "Dùng {{ … }} để điền, {% … %} trong đoạn, {%p … %} cho đoạn, {%tr … %} cho dòng bảng, "
    "{%tc … %} cho cột"
)
NO_DASH = "Bỏ dấu “-” hoặc “+” sát dấu mở, đóng thẻ"

# What a tag may not do, by the name of Jinja's syntax node; and what no node tells.
NODES = {
    "Call": "lời gọi hàm", "Getitem": "ngoặc vuông", "Slice": "ngoặc vuông",
    "Test": "phép thử “is”", "CondExpr": "“if … else” trong thẻ điền", "List": "danh sách tự viết",
    "Tuple": "nhiều giá trị cách nhau bằng dấu phẩy", "Dict": "ngoặc nhọn bên trong",
    "Const": "giá trị viết sẵn", "TemplateData": "giá trị viết sẵn", "Concat": "phép nối “~”",
    "Compare": "phép so sánh", "And": "phép “and”", "Or": "phép “or”", "Not": "phép “not”",
}  # fmt: skip
CALCULATION = "phép tính"
HIDDEN_SIGN = "ký tự ẩn"
HIDDEN = "tên bắt đầu bằng dấu gạch dưới"
RESERVED = "tên dành riêng"
RECURSIVE = "vòng lặp đệ quy"
FILTERED = "điều kiện trong thẻ for"
FLAG = "điều chỉ hỏi được sau if"

# Locations.
PARAGRAPH = "Đoạn"
CELL = "Ô của bảng có dòng đầu “{head}”"
CELL_WITHOUT_HEAD = "Ô của bảng"
CHART_ALT_TEXT = "Chữ thay thế (Alt Text) của biểu đồ"
CHART_TITLE = "Tên của biểu đồ"
PROPERTIES = "Thuộc tính của tệp (Tệp, Thông tin)"

# What is lost with a tag's paragraph, and how it is kept, by the element or its type.
_MOVE_BREAK = "Chuyển sang một đoạn riêng, đứng trước hoặc sau đoạn của thẻ"
BREAKS = {
    "page": ("ngắt trang", _MOVE_BREAK),
    "column": ("ngắt cột", _MOVE_BREAK),
    "sectPr": ("ngắt phần (Section Break)", _MOVE_BREAK),
    "p": (
        "lệnh sang trang mới (Page break before)",
        "Bỏ chọn Page break before của đoạn này (Paragraph, Line and Page Breaks; hoặc đổi kiểu "
        "đoạn) và chọn cho đoạn chữ cần sang trang",
    ),
}


def quoted(values: Iterable[str]) -> str:
    """Return values as a list of choices."""
    return ", ".join(f"“{value}”" for value in values)


def shorten(words: str, most: int = 80) -> str:
    """Return words for a sentence: on one line, and not too long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most]}…"


def in_part(part: str, location: str) -> str:
    """Return a location inside a header, a footer and the like, "" being the body."""
    return f"{part}, {location[0].lower()}{location[1:]}" if part else location


def found(kind: FindingKind, location: str, excerpt: str = "", **facts: str) -> Finding:
    """Return a finding; what a fact quotes of the template is shortened."""
    shown = {key: fact if key in _OWN_WORDS else shorten(fact) for key, fact in facts.items()}
    return finding(kind, location, excerpt=excerpt, **shown)


def of_file(kind: FindingKind, **facts: str) -> Finding:
    """Return a finding on the whole file."""
    return found(kind, "Tệp mẫu", **facts)
