"""What the checks of the machine say in Vietnamese: what was found, what to do."""

from __future__ import annotations

from workbook.domain.numbers_vi import format_integer
from xl_macros.file_list import Damage

# --- titles -------------------------------------------------------------------------------
PYTHON = "Chương trình của các nút"
FILES = "Tệp của chương trình"
LIBRARIES = "Thư viện của chương trình"
PRODUCT = "Phiên bản Sổ chỉ tiêu"
FOLDER = "Thư mục của sổ"
PLACE = "Nơi để sổ"
LENGTH = "Độ dài đường dẫn"
CHARACTERS = "Ký tự trong đường dẫn"
SPACE = "Chỗ trống trên ổ đĩa"
TEMP = "Thư mục tạm"
MARK = "Dấu “tải từ mạng” trên sổ"
TRUSTED = "Vị trí tin cậy của Excel"
MACROS = "Mức cho phép macro"
PROGRAMS = "Quyền chạy chương trình từ Excel"
SYSTEM = "Hệ điều hành"
EXCEL = "Microsoft Excel"
WINDOWS_NUMBERS = "Dấu thập phân của Windows"
EXCEL_NUMBERS = "Dấu thập phân của Excel"
FONT = "Phông chữ Times New Roman"

ONLY_WINDOWS = "Chỉ kiểm tra trên Windows."
NO_BOOK = "Không nêu sổ nào để kiểm tra."
MACRO_FREE = "Sổ không có macro."
NOT_KNOWN = "Không xác định được."

# --- the program --------------------------------------------------------------------------
RUN_INSTALLER = "Bấm đúp CaiDat.bat trong thư mục SoChiTieu, rồi kiểm tra lại."
PYTHON_FOUND = "Nút dùng Python {version} ở {path}."
PYTHON_RUNS = "Đang chạy Python {version} ở {path}."
PYTHON_NOT_FOUND = (
    "Các nút trong Excel không tìm thấy chương trình: không có cạnh sổ, không có ở SOCHITIEU_HOME,"
    " không có ở %LOCALAPPDATA%\\SoChiTieu."
)
PYTHON_OTHER = "Nút dùng chương trình ở {found}, còn bản đang kiểm tra ở {path}."
PYTHON_OTHER_ADVICE = "Nếu các nút chạy bản cũ: bấm đúp CaiDat.bat của bản mới."
FILES_WHOLE = "Mọi tệp đúng như khi phát hành."
FILES_NO_LIST = "Chương trình cài bằng pip, không có danh sách tệp để đối chiếu."
FILES_LIST_LOST = "Không thấy danh sách tệp {name} cạnh thư mục python."
FILES_DAMAGED = "{count} tệp của chương trình không còn nguyên: {names}."
FILES_DAMAGED_ADVICE = (
    "Giải nén lại tệp SoChiTieu-….zip vào một thư mục mới rồi bấm đúp CaiDat.bat; nếu lại mất tệp,"
    " xem phần mềm diệt vi-rút có cách ly tệp không."
)
FILES_ADDED = "Có {count} tệp không thuộc chương trình: {names}."
FILES_ADDED_ADVICE = "Chuyển các tệp này ra ngoài thư mục python."
DAMAGE = {
    Damage.MISSING: "thiếu",
    Damage.CHANGED: "bị thay đổi",
    Damage.UNREADABLE: "không đọc được",
    Damage.UNEXPECTED: "lạ",
}
MORE_NAMES = " … và {left} tệp khác"
LIBRARIES_MISSING = "Thiếu: {missing}. Đang có: {there}."
LIBRARIES_THERE = "Có đủ: {there}."
NONE_THERE = "không có thư viện nào"
LIBRARIES_ADVICE = "Cài lại chương trình."
PRODUCT_FOUND = "Phiên bản {version}."

# --- folders ------------------------------------------------------------------------------
WRITABLE = "Ghi được vào {path}."
REFUSED = "Không ghi được vào {path}."
REFUSED_ADVICE = (
    "Chép sổ sang thư mục khác, ví dụ Documents hoặc D:\\; hoặc nhờ người quản trị cho quyền ghi"
    " và xem phần mềm diệt vi-rút có chặn không."
)
FULL = "Ổ đĩa của {path} đã đầy."
FULL_ADVICE = "Dọn bớt tệp trên ổ đĩa này."
ONLINE_FOLDER = "Sổ nằm trên mạng nên văn bản được ghi vào thư mục tài liệu của máy: {path}."
PLACE_LOCAL = "Sổ nằm trên máy này."
PLACE_REMOVABLE = "Sổ nằm trên thẻ nhớ hoặc ổ cắm ngoài."
PLACE_NETWORK = "Sổ nằm trên ổ mạng."
PLACE_SYNCED = "Sổ nằm trong thư mục OneDrive."
PLACE_ONLINE = "Sổ mở thẳng từ OneDrive hoặc SharePoint."
COPY_HERE = "Chép sổ vào một thư mục trên máy, làm việc với bản đó; xong thì chép trở lại."
LENGTH_FOUND = "Thư mục dài {folder} ký tự."
LENGTH_BOOK = "Đường dẫn của sổ dài {book} ký tự; Excel chỉ mở được tới {most}."
LENGTH_ADVICE = "Chuyển sổ sang thư mục có đường dẫn ngắn hơn, ví dụ D:\\SoChiTieu."
CHARACTERS_FINE = "Không có ký tự gây trở ngại."
CHARACTERS_PERCENT = "Đường dẫn có “{part}”, Windows có thể hiểu là một biến."
CHARACTERS_ADVICE = "Đặt lại tên thư mục hoặc tệp, bỏ dấu %."
SPACE_FOUND = "Còn {free}."
SPACE_ADVICE = "Dọn bớt tệp trên ổ đĩa này; mỗi văn bản cần chưa đến 1 MB."
TEMP_FINE = "Ghi được, còn {free}."
TEMP_REFUSED = "Không ghi được vào thư mục tạm {path}."
TEMP_ADVICE = "Nhờ người quản trị xem biến TEMP và quyền ghi vào thư mục đó."

# --- macros -------------------------------------------------------------------------------
MARK_NONE = "Sổ không bị đánh dấu."
MARK_ONLINE = "Sổ không nằm trên máy nên không xem được."
MARK_TRUSTED = "Sổ bị đánh dấu nhưng nằm ở vị trí tin cậy nên macro vẫn chạy."
MARK_ALLOWED = "Sổ bị đánh dấu; chính sách của máy chỉ cảnh báo, không chặn."
MARK_BLOCKED = "Sổ bị đánh dấu là tải từ mạng hoặc thư điện tử nên Excel chặn macro."
UNBLOCK = (
    "Đóng sổ; bấm chuột phải vào tệp, chọn Thuộc tính (Properties), đánh dấu Bỏ chặn (Unblock),"
    " bấm OK; hoặc chép sổ vào thư mục SoChiTieu rồi bấm đúp CaiDat.bat."
)
TRUSTED_YES = "Thư mục của sổ là vị trí tin cậy."
TRUSTED_NO = "Thư mục của sổ chưa phải là vị trí tin cậy; Excel sẽ hỏi trước khi chạy macro."
TRUSTED_ADVICE = "Để sổ trong thư mục SoChiTieu rồi bấm đúp CaiDat.bat, hoặc bấm “Bật nội dung”."
TRUSTED_OFF = "Các vị trí tin cậy đã bị tắt trên máy này."
TRUSTED_OFF_ADVICE = "Bấm “Bật nội dung” (Enable Content) khi mở sổ, hoặc hỏi người quản trị máy."
TRUSTED_NETWORK = "Thư mục có trong danh sách, nhưng vị trí tin cậy trên mạng chưa được cho phép."
MACROS_ALL = "Excel chạy mọi macro mà không hỏi, kém an toàn."
MACROS_ALL_ADVICE = (
    "Nên đặt lại trong Excel: Tệp (File), Tùy chọn (Options), Trung tâm Tin cậy (Trust Center),"
    " Thiết đặt Macro (Macro Settings), chọn mức tắt và có thông báo (with notification)."
)
MACROS_ASK = "Excel hỏi trước khi chạy macro."
MACROS_ASK_ADVICE = "Bấm “Bật nội dung” (Enable Content) khi mở sổ lần đầu."
MACROS_SIGNED = "Excel chỉ chạy macro có chữ ký số; macro của sổ không có."
MACROS_OFF = "Excel tắt mọi macro mà không hỏi."
MACROS_TRUSTED = "{found} Sổ nằm ở vị trí tin cậy nên vẫn chạy được."
MACROS_ADVICE = (
    "Để sổ trong thư mục SoChiTieu rồi bấm đúp CaiDat.bat; nếu vẫn bị chặn, dùng TaoBaoCao.bat và"
    " KiemTra.bat."
)
BY_POLICY = "{found} Mức này do người quản trị đặt."
PROGRAMS_FREE = "Không thấy chính sách nào chặn Excel chạy chương trình."
PROGRAMS_BLOCKED = "Windows Defender chặn Excel chạy chương trình nên các nút không chạy được."
PROGRAMS_WARN = "Windows Defender hỏi trước khi cho Excel chạy chương trình."
PROGRAMS_ADVICE = (
    "Dùng TaoBaoCao.bat và KiemTra.bat: kéo sổ thả vào tệp lệnh; hoặc nhờ người quản trị cho phép."
)
PROGRAMS_WARN_ADVICE = "Khi Windows hỏi, chọn cho phép."

# --- the machine --------------------------------------------------------------------------
EXCEL_FOUND = "Phiên bản {version}."
EXCEL_MISSING = "Không tìm thấy Excel trên máy."
EXCEL_ADVICE = "Vẫn kiểm tra và lập báo cáo được bằng KiemTra.bat, TaoBaoCao.bat."
NUMBERS_FOUND = (
    "Dấu thập phân “{decimal}”, dấu ngăn hàng nghìn “{thousands}”, dấu ngăn danh sách “{listing}”."
)
NUMBERS_SAME = "Dấu thập phân và dấu ngăn hàng nghìn đều là “{decimal}”."
NUMBERS_SAME_ADVICE = (
    "Vào Cài đặt vùng (Region) của Windows, đặt dấu thập phân là “,” và dấu ngăn hàng nghìn là “.”."
)
NUMBERS_POINT_ADVICE = (
    "Trên máy này số lẻ gõ với dấu chấm (99.5), không gõ dấu ngăn hàng nghìn; văn bản vẫn in 99,5."
)
NUMBERS_ODD_ADVICE = "Trong sổ chỉ gõ số nguyên; nếu Excel hiểu sai số, đặt lại vùng của Windows."
EXCEL_FOLLOWS = "Excel theo Windows."
EXCEL_DIFFERS = (
    "Excel dùng riêng dấu thập phân “{decimal}”, dấu ngăn hàng nghìn “{thousands}”, khác Windows."
)
EXCEL_SAME = (
    "Excel dùng riêng dấu thập phân “{decimal}”, dấu ngăn hàng nghìn “{thousands}”, như Windows."
)
EXCEL_NUMBERS_ADVICE = (
    "Trong Excel: Tệp (File), Tùy chọn (Options), Nâng cao (Advanced), đánh dấu dùng dấu phân"
    " cách của hệ thống (Use system separators)."
)
FONT_FOUND = "Có trên máy."
FONT_MISSING = "Không có trên máy; văn bản sẽ hiện bằng phông chữ khác."
FONT_ADVICE = "Nhờ người quản trị cài lại phông chữ này."
NONE = "không đặt"
BLANK = "dấu cách"


def size_vi(size: int) -> str:
    """Return a size as people read it: `12 GB`, `800 MB`, `0 MB`."""
    mebibytes = size // 2**20
    if mebibytes >= 10 * 1024:
        return f"{format_integer(mebibytes // 1024)} GB"
    return f"{format_integer(mebibytes)} MB"
