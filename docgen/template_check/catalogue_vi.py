"""The catalogue of what is found in a template: a row a code, with its Vietnamese sentence.

A code is stable for ever; its words may change. MB01: tags; MB21: fields; MB31 and MB41:
where tags stand; MB61: what a template may not carry; MB91: what stops nobody. The sentence
is `location “excerpt”: problem. remedy.`
"""

from __future__ import annotations

from docgen.findings import Finding, FindingKind, finding
from docgen.template_check.words_vi import shorten
from workbook.domain.findings import Severity

_E, _W, _N = Severity
_OWN_WORDS = ("hint", "choices", "fields", "example", "right", "begin", "end", "characters")

# fmt: off
# Tags.
UNCLOSED = FindingKind("MB01", _E, "thẻ “{tag}” chưa đóng",
    "Viết “{closing}” vào cuối thẻ, trong cùng đoạn")
NOT_OPENED = FindingKind("MB02", _E, "có dấu đóng thẻ “{tag}” mà không có dấu mở thẻ “{opening}”",
    "Viết đủ dấu mở thẻ, hoặc xóa dấu này")
UNREADABLE = FindingKind("MB03", _E, "không hiểu thẻ “{tag}”", "{hint}")
UNKNOWN_COMMAND = FindingKind("MB04", _E, "không có lệnh “{word}” (thẻ “{tag}”)", "{hint}")
WRONG_KIND = FindingKind("MB05", _E, "không có loại thẻ “{mark}” (thẻ “{tag}”)", "{hint}")
FILTER = FindingKind("MB06", _E, "bộ lọc “{word}” không dùng được (thẻ “{tag}”)",
    "Xóa phần từ dấu “|”; chương trình đã định dạng sẵn nội dung")
NOT_ALLOWED = FindingKind("MB07", _E, "thẻ “{tag}” có {what}, mẫu không được dùng",
    "Thẻ chỉ được điền ô, lặp (for) và chọn (if)")
COMMENT = FindingKind("MB08", _E, "thẻ chú thích “{tag}” không dùng được",
    "Xóa thẻ; nếu cần ghi chú thì dùng Chú thích (Comment) của Word")
COMPARISON = FindingKind("MB09", _E, "so sánh trong thẻ “{tag}” không dùng được",
    "Chỉ so sánh một ô với chữ đặt trong ngoặc kép, bằng == hoặc !=")
TOO_LONG = FindingKind("MB10", _E, "thẻ “{tag}” quá dài",
    "Viết thẻ ngắn lại, hoặc tách thành nhiều thẻ")
SINGLE_BRACE = FindingKind("MB11", _W,
    "“{tag}” chỉ có một dấu ngoặc nhọn nên sẽ được in nguyên văn",
    "Nếu là thẻ thì viết {right}")
INVISIBLE = FindingKind("MB12", _E, "thẻ “{tag}” có ký tự ẩn: {characters}",
    "Xóa cả thẻ rồi gõ lại bằng bàn phím, không chép từ nơi khác")

# Fields.
UNKNOWN_FIELD = FindingKind("MB21", _E, "dùng ô điền “{field}” mà chương trình không có", "{hint}")
PRINTS_LIST = FindingKind("MB22", _E,
    "ô “{field}” là danh sách nên không điền được bằng thẻ “{tag}”",
    "Lặp bằng {{%p for cau in {field} %}} … {{%p endfor %}}")
PRINTS_GROUP = FindingKind("MB23", _E,
    "ô “{field}” gồm nhiều ô nên không điền được bằng thẻ “{tag}”",
    "Điền từng ô, ví dụ {example}")
LOOPS_NO_LIST = FindingKind("MB24", _E,
    "ô “{field}” không phải là danh sách nên không lặp được (thẻ “{tag}”)",
    "Điền bằng {example}, hoặc lặp một ô là danh sách")
NO_PARTS = FindingKind("MB25", _E, "ô “{field}” không có ô con “{part}” (thẻ “{tag}”)", "{hint}")
UNKNOWN_CHOICE = FindingKind("MB26", _E, "ô “{field}” không bao giờ là “{value}” (thẻ “{tag}”)",
    "Ô này chỉ nhận: {choices}")
LOOP_NAME = FindingKind("MB27", _E,
    "tên “{word}” không đặt được cho mục của vòng lặp (thẻ “{tag}”)",
    "Đặt tên khác, ví dụ {{%p for dong in … %}}")
PRINTS_CHART = FindingKind("MB28", _E,
    "ô “{field}” là biểu đồ nên không in được thành chữ (thẻ “{tag}”)",
    "Bấm chuột phải vào biểu đồ của mẫu, chọn Xem văn bản thay thế (View Alt Text) và ghi "
    "thẻ vào đó")
NO_CHART = FindingKind("MB29", _E,
    "ô “{field}” không phải là biểu đồ nên không vẽ được (thẻ “{tag}”)",
    "{hint}")
NO_OWN_FIELDS = FindingKind("MB30", _E,
    "mẫu không có ô điền nào thuộc nội dung của {document}, có lẽ là một văn bản đã lập "
    "xong",
    "Chép mẫu gốc đi kèm chương trình (thư mục mau_goc hoặc templates) rồi sửa bản chép ấy")

# Where tags stand, what can be repeated.
LOST_BREAK = FindingKind("MB31", _E, "đoạn của thẻ “{tag}” có {what}, sẽ mất cùng với thẻ",
    "{hint}")
NUMBERED_LOOP = FindingKind("MB32", _E,
    "đoạn này đánh số tự động trong vòng lặp lồng nhau nên số chạy tiếp, không bắt đầu lại "
    "từ đầu",
    "Bấm vào đoạn, tắt đánh số (Numbering) rồi gõ thẻ {{{{ loop.index }}}} ở chỗ của số")
NO_END = FindingKind("MB41", _E, "thẻ “{tag}” không có thẻ kết thúc",
    "Thêm thẻ {end} sau phần cần lặp hoặc chọn")
NO_BEGIN = FindingKind("MB42", _E, "thẻ “{tag}” không có thẻ mở đầu",
    "Thêm thẻ mở đầu {begin}, hoặc xóa thẻ này")
CROSSED = FindingKind("MB43", _E, "thẻ “{tag}” đứng khi “{open}” còn chưa kết thúc",
    "Kết thúc “{open}” bằng {end} trước thẻ này")
MIXED = FindingKind("MB44", _E, "thẻ “{tag}” không cùng loại với thẻ mở đầu “{open}”",
    "Viết {right} cho cùng loại với thẻ mở đầu")
ROW_OUTSIDE = FindingKind("MB45", _E, "thẻ của dòng bảng “{tag}” đứng ngoài bảng",
    "Ngoài bảng dùng {right}, hoặc chuyển thẻ vào một dòng của bảng")
NOT_ALONE = FindingKind("MB46", _E, "thẻ “{tag}” phải đứng riêng một đoạn",
    "Chuyển thẻ sang một đoạn mới chỉ có thẻ này; đoạn ấy không có ảnh, hình vẽ")
ROW_NOT_ALONE = FindingKind("MB47", _E, "thẻ “{tag}” phải đứng riêng một dòng của bảng",
    "Chèn một dòng mới chỉ có thẻ này")
TORN = FindingKind("MB48", _E, "thẻ “{tag}” và thẻ mở đầu “{open}” đứng ở hai nơi khác nhau",
    "Đặt cả hai cùng ở trong một ô, một bảng, hoặc cùng ở ngoài bảng")
SPREADS = FindingKind("MB49", _E, "thẻ “{tag}” không kết thúc trong cùng đoạn",
    "Thêm {end} vào cùng đoạn; nếu lặp hoặc chọn cả đoạn thì dùng {right}, đứng riêng một "
    "đoạn")
SECOND_ELSE = FindingKind("MB50", _E, "thẻ “{tag}” đứng sau thẻ else của “{open}”",
    "Xóa thẻ này, hoặc chuyển lên trước thẻ else")
ELSE_IN_LOOP = FindingKind("MB51", _E, "thẻ “{tag}” không dùng được trong vòng lặp “{open}”",
    "Dùng if để chọn, và kết thúc if trước endfor")
TOO_DEEP = FindingKind("MB52", _E, "thẻ “{tag}” nằm trong quá nhiều tầng lặp, chọn",
    "Bớt số tầng: nhiều nhất {limit} tầng")
MULTIPLIES = FindingKind("MB53", _E,
    "vòng lặp “{tag}” không phải danh sách con của vòng lặp bao quanh nó nên nhân số lượt "
    "lên quá nhiều",
    "Lặp danh sách con của vòng lặp bao quanh, hoặc chuyển thẻ ra ngoài")
TAG_ELSEWHERE = FindingKind("MB54", _E,
    "có thẻ “{tag}” ở chỗ chương trình không điền được (biểu đồ, mã trường, chữ thay ảnh, "
    "công thức…)",
    "Chuyển thẻ vào chữ thường của văn bản")
TRACKED = FindingKind("MB55", _E,
    "thẻ “{tag}” nằm trong phần đã xóa của Theo dõi thay đổi (Track Changes)",
    "Chấp nhận hoặc từ chối mọi thay đổi rồi lưu lại")
TOO_MANY = FindingKind("MB56", _E, "mẫu có {number} thẻ, quá nhiều", "Giảm còn dưới {limit} thẻ")
COLUMN_OUTSIDE = FindingKind("MB57", _E, "thẻ của cột bảng “{tag}” đứng ngoài bảng",
    "Ngoài bảng dùng {right}, hoặc chuyển thẻ vào một ô của bảng")
COLUMN_NOT_ALONE = FindingKind("MB58", _E, "thẻ “{tag}” phải đứng riêng một ô của bảng",
    "Chèn một cột mới có ô chỉ chứa thẻ này")
ALT_TEXT = FindingKind("MB59", _E, "biểu đồ phải gắn bằng đúng một thẻ điền ô biểu đồ",
    "Chỉ để lại một thẻ, ví dụ {{{{ bieu_do_muc_tieu }}}}; nếu biểu đồ giữ nguyên như "
    "trong mẫu thì chữ thay thế và tên biểu đồ không có thẻ")
CHART_KIND = FindingKind("MB60", _E, "loại biểu đồ này không điền được số liệu (thẻ “{tag}”)",
    "Đổi loại (Change Chart Type) thành cột, thanh, đường, miền, tròn hoặc mạng nhện; hoặc "
    "chép biểu đồ từ mẫu gốc")

# What a template may not carry.
EXTERNAL = FindingKind("MB61", _E, "có liên kết ra ngoài tệp ({target})",
    "Xóa liên kết và giữ lại chữ; ảnh thì chèn hẳn vào tệp; rồi lưu lại")
ATTACHED = FindingKind("MB62", _E, "tệp gắn với một mẫu Word khác ({target})",
    "Trong Word: Nhà phát triển (Developer), Mẫu tài liệu (Document Template), đổi về "
    "Normal; rồi lưu lại")
MACRO = FindingKind("MB63", _E, "tệp có macro ({part})",
    "Lưu lại thành “Word Document (.docx)”, không có macro")
OBJECT = FindingKind("MB64", _E, "có đối tượng nhúng ({part})",
    "Xóa đối tượng; nếu cần nội dung thì dán dạng chữ, ảnh hoặc bảng")
ACTIVEX = FindingKind("MB65", _E, "có nút, ô ActiveX ({part})", "Xóa nút, ô ấy rồi lưu lại")
FIELD_CODE = FindingKind("MB66", _E, "có trường “{field}” của Word, mẫu không được dùng",
    "Bấm vào trường, bấm Ctrl+Shift+F9 để đổi thành chữ, hoặc xóa trường")
IMPORTED = FindingKind("MB67", _E, "có văn bản khác gắn vào ({part})",
    "Chép nội dung cần giữ dạng chữ rồi xóa phần gắn vào")
ENTITIES = FindingKind("MB68", _E, "phần {part} có khai báo DOCTYPE, tệp Word không bao giờ có",
    "Không dùng tệp này; lấy lại từ nguồn tin cậy hoặc từ mẫu gốc")
MAIL_MERGE = FindingKind("MB69", _E, "tệp đang nối với nguồn trộn thư",
    "Trong Word: Thư (Mailings), Bắt đầu trộn thư (Start Mail Merge), chọn Tài liệu Word "
    "thường (Normal Word Document); rồi lưu lại")
STRANGE = FindingKind("MB70", _E, "có thành phần lạ ({part})",
    "Mở bằng Word, xóa thành phần ấy, hoặc bắt đầu lại từ mẫu gốc")
TWICE = FindingKind("MB71", _E, "phần {part} có hai lần trong tệp",
    "Không dùng tệp này; mở bằng Word và lưu lại, hoặc bắt đầu lại từ mẫu gốc")
BROKEN = FindingKind("MB72", _E, "phần {part} bị hỏng",
    "Mở bằng Word để sửa chữa và lưu lại, hoặc bắt đầu lại từ mẫu gốc")
TOO_LARGE = FindingKind("MB73", _E, "phần {part} quá lớn",
    "Bắt đầu lại từ mẫu gốc; mẫu chỉ có chữ, bảng và ảnh nhỏ")
WORD_TEMPLATE = FindingKind("MB74", _E, "tệp không phải loại “Word Document (.docx)” thường",
    "Mở bằng Word và lưu lại thành “Word Document (.docx)”")
LOST_PART = FindingKind("MB75", _E, "thiếu thành phần {part} mà tệp dẫn tới",
    "Mở bằng Word để sửa chữa và lưu lại, hoặc bắt đầu lại từ mẫu gốc")
LOST_USE = FindingKind("MB76", _E, "phần {part} dùng một thành phần không có trong tệp ({target})",
    "Mở bằng Word để sửa chữa và lưu lại, hoặc bắt đầu lại từ mẫu gốc")

# What does not stop anybody.
UNUSED = FindingKind("MB91", _N, "mẫu không dùng các ô: {fields}", "Nếu cố ý bỏ thì không cần sửa")
COMMENTS = FindingKind("MB92", _W,
    "mẫu còn {number} chú thích (Comment), không được mang sang văn bản",
    "Ghi chú cho người sửa mẫu thì cứ để; không cần thì xóa: Xem lại (Review), Xóa (Delete)")
CHANGES = FindingKind("MB93", _W,
    "mẫu còn thay đổi được theo dõi (Track Changes), không được mang sang văn bản: văn bản "
    "lấy nội dung như khi đã chấp nhận mọi thay đổi",
    "Xem lại (Review), chấp nhận (Accept) hoặc từ chối (Reject) mọi thay đổi, tắt Track "
    "Changes rồi lưu lại")
RESTRICTED = FindingKind("MB94", _W,
    "mẫu đang hạn chế chỉnh sửa (Restrict Editing), hạn chế này không được mang sang văn "
    "bản",
    "Nếu không cần thì bỏ: Xem lại (Review), Hạn chế chỉnh sửa (Restrict Editing), Dừng "
    "bảo vệ (Stop Protection)")
MARKED_FINAL = FindingKind("MB95", _W,
    "mẫu được đánh dấu là bản cuối (Mark as Final), dấu này không được mang sang văn bản",
    "Nếu không cần thì bỏ: Tệp, Thông tin, Bảo vệ tài liệu, Đánh dấu là bản cuối (Mark as "
    "Final)")
# fmt: on

ALL = tuple(one for one in globals().copy().values() if isinstance(one, FindingKind))


def found(kind: FindingKind, location: str, excerpt: str = "", **facts: str) -> Finding:
    """Return a finding; what a fact quotes of the template is shortened."""
    shown = {key: one if key in _OWN_WORDS else shorten(one) for key, one in facts.items()}
    return finding(kind, location, excerpt=excerpt, **shown)
