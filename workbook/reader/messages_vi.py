"""Why a file cannot be used at all: one sentence each, what it is and what to do."""

from __future__ import annotations

from workbook.foreign_file import OF_ANY_FILE, Sentences, What

_OLD_OFFICE = "là tệp Office kiểu cũ, không phải sổ Excel. Đề nghị chọn đúng tệp sổ (.xlsx)"
_NOT_EXCEL = "không phải là tệp Excel. Đề nghị chọn đúng tệp sổ (đuôi .xlsx hoặc .xlsm)"
WHY: Sentences = {
    **OF_ANY_FILE,
    What.FOLDER: "là một thư mục. Đề nghị chọn tệp sổ (đuôi .xlsx hoặc .xlsm) trong thư mục đó",
    What.NOT_A_FILE: "không phải là tệp thường. Đề nghị chọn tệp sổ (đuôi .xlsx hoặc .xlsm)",
    What.TOO_BIG: (
        "quá lớn so với một sổ chỉ tiêu. Đề nghị xóa hình ảnh, trang không dùng rồi lưu lại"
    ),
    What.PROTECTED: (
        "được đặt mật khẩu mở nên không đọc được. Đề nghị mở bằng Excel, bỏ mật khẩu"
        " (File, Info, Protect Workbook) rồi lưu lại"
    ),
    What.OLD_EXCEL: (
        "là tệp Excel kiểu cũ (.xls). Đề nghị mở bằng Excel rồi lưu lại theo kiểu"
        " Excel Workbook (.xlsx)"
    ),
    What.OLD_OFFICE: _OLD_OFFICE,
    What.OLD_WORD: _OLD_OFFICE,
    What.WEB_PAGE: (
        "là trang web (HTML hoặc XML) đổi đuôi tệp. Đề nghị chọn đúng tệp sổ do Excel lưu"
    ),
    What.PLAIN_TEXT: (
        "là tệp văn bản (như CSV) đổi đuôi tệp. Đề nghị chọn đúng tệp sổ; số liệu CSV thì nạp"
        " bằng lệnh tao-so"
    ),
    What.RICH_TEXT: _NOT_EXCEL,
    What.PDF: _NOT_EXCEL,
    What.OTHER: _NOT_EXCEL,
}
WORD = "là văn bản Word đổi đuôi tệp. Đề nghị chọn đúng tệp sổ (đuôi .xlsx hoặc .xlsm)"
OTHER_OFFICE = "không phải là sổ Excel. Đề nghị chọn đúng tệp sổ (đuôi .xlsx hoặc .xlsm)"
BINARY_EXCEL = (
    "là sổ Excel kiểu nhị phân (.xlsb). Đề nghị mở bằng Excel rồi lưu lại theo kiểu"
    " Excel Workbook (.xlsx)"
)
STRICT = (
    "được lưu theo kiểu Strict Open XML. Đề nghị mở bằng Excel rồi lưu lại theo kiểu"
    " Excel Workbook (.xlsx)"
)
TRUNCATED = "bị cắt cụt hoặc hỏng. Đề nghị lấy lại tệp từ nơi gửi, hoặc mở bằng Excel rồi lưu lại"
PART_LOST = "thiếu phần {part} bên trong. Đề nghị lấy lại tệp từ nơi gửi"
PART_DAMAGED = (
    "bị hỏng ở phần {part} bên trong. Đề nghị lấy lại tệp từ nơi gửi, hoặc mở bằng Excel để sửa rồi"
    " lưu lại"
)
CONTENT_DAMAGED = (
    "có nội dung bên trong bị hỏng nên không đọc được. Đề nghị mở bằng Excel để sửa rồi lưu lại"
)
BOMB = (
    "chứa phần {part} quá lớn so với một sổ chỉ tiêu nên không được mở. Đề nghị lấy lại tệp từ"
    " nguồn tin cậy"
)
ENTITIES = (
    "chứa khai báo XML lạ (DOCTYPE) ở phần {part} nên không được mở. Đề nghị lấy lại tệp từ"
    " nguồn tin cậy"
)
ENCODING = "dùng bảng mã lạ ở phần {part} nên không được mở. Đề nghị mở bằng Excel rồi lưu lại"
STRAY_CELL = (
    'có nội dung ở ô {cell}, trang "{sheet}", rất xa bảng. Đề nghị mở bằng Excel, xóa ô đó'
    " rồi lưu lại"
)
TOO_MANY_CELLS = (
    'có quá nhiều ô ở trang "{sheet}". Đề nghị mở bằng Excel, xóa các dòng và cột thừa dưới bảng'
    " rồi lưu lại"
)
NOT_A_REGISTER = (
    "là tệp Excel nhưng không phải sổ chỉ tiêu. Đề nghị chọn đúng sổ, hoặc lập sổ mới bằng"
    " lệnh tao-so"
)
OLDER = (
    "được lập bằng phiên bản chương trình cũ. Đề nghị lập sổ mới bằng lệnh tao-so rồi chép số liệu"
    " sang"
)
NEWER = "được lập bằng phiên bản chương trình mới hơn. Đề nghị cập nhật chương trình"
PLAN_DAMAGED = (
    "có trang ẩn chứa kế hoạch bị sửa hoặc hỏng. Đề nghị lấy lại tệp từ nơi gửi, hoặc lập sổ mới"
    " rồi chép số liệu sang"
)
