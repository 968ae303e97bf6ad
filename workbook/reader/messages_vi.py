"""Why a file cannot be used at all: one sentence each, what it is and what to do."""

from __future__ import annotations

from workbook.packages import OF_ANY_FILE, Reason, Sentences

_OLD_OFFICE = "là tệp Office kiểu cũ, không phải sổ Excel. Đề nghị chọn đúng tệp sổ (.xlsx)"
_NOT_EXCEL = "không phải là tệp Excel. Đề nghị chọn đúng tệp sổ (đuôi .xlsx hoặc .xlsm)"
_DAMAGED = "bị cắt cụt hoặc hỏng. Đề nghị lấy lại tệp từ nơi gửi, hoặc mở bằng Excel rồi lưu lại"
WHY: Sentences = {
    **OF_ANY_FILE,
    Reason.FOLDER: "là một thư mục. Đề nghị chọn tệp sổ (đuôi .xlsx hoặc .xlsm) trong thư mục đó",
    Reason.NOT_A_FILE: "không phải là tệp thường. Đề nghị chọn tệp sổ (đuôi .xlsx hoặc .xlsm)",
    Reason.TOO_BIG: (
        "quá lớn so với một sổ chỉ tiêu. Đề nghị xóa hình ảnh, trang không dùng rồi lưu lại"
    ),
    Reason.PROTECTED: (
        "được đặt mật khẩu mở nên không đọc được. Đề nghị mở bằng Excel, bỏ mật khẩu"
        " (File, Info, Protect Workbook) rồi lưu lại"
    ),
    Reason.OLD_EXCEL: (
        "là tệp Excel kiểu cũ (.xls). Đề nghị mở bằng Excel rồi lưu lại theo kiểu"
        " Excel Workbook (.xlsx)"
    ),
    Reason.OLD_OFFICE: _OLD_OFFICE,
    Reason.OLD_WORD: _OLD_OFFICE,
    Reason.WEB_PAGE: (
        "là trang web (HTML hoặc XML) đổi đuôi tệp. Đề nghị chọn đúng tệp sổ do Excel lưu"
    ),
    Reason.PLAIN_TEXT: (
        "là tệp văn bản (như CSV) đổi đuôi tệp. Đề nghị chọn đúng tệp sổ; số liệu CSV thì nạp"
        " bằng lệnh tao-so"
    ),
    Reason.RICH_TEXT: _NOT_EXCEL,
    Reason.PDF: _NOT_EXCEL,
    Reason.OTHER: _NOT_EXCEL,
    Reason.DAMAGED: _DAMAGED,
    Reason.PART_TWICE: _DAMAGED,
    Reason.PART_DAMAGED: (
        "bị hỏng ở phần {part} bên trong. Đề nghị lấy lại tệp từ nơi gửi, hoặc mở bằng Excel để sửa"
        " rồi lưu lại"
    ),
    Reason.PART_TOO_BIG: (
        "chứa phần {part} quá lớn so với một sổ chỉ tiêu nên không được mở. Đề nghị lấy lại tệp từ"
        " nguồn tin cậy"
    ),
    Reason.ENCODING: (
        "dùng bảng mã lạ ở phần {part} nên không được mở. Đề nghị mở bằng Excel rồi lưu lại"
    ),
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
CONTENT_DAMAGED = (
    "có nội dung bên trong bị hỏng nên không đọc được. Đề nghị mở bằng Excel để sửa rồi lưu lại"
)
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
