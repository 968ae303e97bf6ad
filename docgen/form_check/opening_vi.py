"""Why a Word file cannot be checked at all: one sentence each, what it is, what to do."""

from __future__ import annotations

from workbook.packages import OF_ANY_FILE, Reason, Sentences

_WORD = "văn bản Word (đuôi .docx)"
_SAVE_AS = "Đề nghị mở bằng Word rồi lưu lại theo kiểu Word Document (.docx)"
_AGAIN = "Đề nghị lấy lại tệp từ nơi gửi, hoặc mở bằng Word để sửa rồi lưu lại"

_OLD_OFFICE = f"là tệp Office kiểu cũ, không phải văn bản Word. Đề nghị chọn {_WORD}"
NOT_WORD = f"không phải là văn bản Word. Đề nghị chọn {_WORD}"
_DAMAGED = f"bị cắt cụt hoặc hỏng. {_AGAIN}"
WHY: Sentences = {
    **OF_ANY_FILE,
    Reason.FOLDER: f"là một thư mục. Đề nghị chọn {_WORD} trong thư mục đó",
    Reason.NOT_A_FILE: f"không phải là tệp thường. Đề nghị chọn {_WORD}",
    Reason.TOO_BIG: "quá lớn để kiểm tra. Đề nghị nén hoặc bỏ bớt hình ảnh rồi lưu lại",
    Reason.PROTECTED: (
        "được đặt mật khẩu mở nên không đọc được. Đề nghị mở bằng Word, bỏ mật khẩu"
        " (File, Info, Protect Document) rồi lưu lại"
    ),
    Reason.OLD_WORD: f"là văn bản Word kiểu cũ (.doc). {_SAVE_AS}",
    Reason.OLD_OFFICE: _OLD_OFFICE,
    Reason.OLD_EXCEL: _OLD_OFFICE,
    Reason.RICH_TEXT: f"là văn bản kiểu Rich Text (.rtf). {_SAVE_AS}",
    Reason.PDF: "là tệp PDF. Đề nghị chọn bản Word (đuôi .docx) của văn bản",
    Reason.WEB_PAGE: f"là trang web (HTML hoặc XML) đổi đuôi tệp. Đề nghị chọn {_WORD}",
    Reason.PLAIN_TEXT: f"là tệp chữ đổi đuôi tệp. Đề nghị chọn {_WORD}",
    Reason.OTHER: NOT_WORD,
    Reason.DAMAGED: _DAMAGED,
    Reason.PART_TWICE: _DAMAGED,
    Reason.PART_DAMAGED: f"bị hỏng ở phần {{part}} bên trong. {_AGAIN}",
    Reason.PART_TOO_BIG: (
        "chứa phần {part} quá lớn so với một văn bản nên không được mở. Đề nghị lấy lại tệp từ"
        " nguồn tin cậy"
    ),
    Reason.ENCODING: f"dùng bảng mã lạ ở phần {{part}} nên không được mở. {_SAVE_AS}",
}
OPEN_DOCUMENT = f"là văn bản kiểu OpenDocument (.odt). {_SAVE_AS}"
EXCEL = f"là tệp Excel. Đề nghị chọn {_WORD}; sổ chỉ tiêu thì kiểm tra bằng lệnh kiem-tra"
STRICT = f"được lưu theo kiểu Strict Open XML. {_SAVE_AS}"
