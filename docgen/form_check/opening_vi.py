"""Why a Word file cannot be checked at all: one sentence each, what it is, what to do."""

from __future__ import annotations

from workbook.foreign_file import OF_ANY_FILE, Sentences, What

_WORD = "văn bản Word (đuôi .docx)"
_SAVE_AS = "Đề nghị mở bằng Word rồi lưu lại theo kiểu Word Document (.docx)"
_AGAIN = "Đề nghị lấy lại tệp từ nơi gửi, hoặc mở bằng Word để sửa rồi lưu lại"

_OLD_OFFICE = f"là tệp Office kiểu cũ, không phải văn bản Word. Đề nghị chọn {_WORD}"
NOT_WORD = f"không phải là văn bản Word. Đề nghị chọn {_WORD}"
WHY: Sentences = {
    **OF_ANY_FILE,
    What.FOLDER: f"là một thư mục. Đề nghị chọn {_WORD} trong thư mục đó",
    What.NOT_A_FILE: f"không phải là tệp thường. Đề nghị chọn {_WORD}",
    What.TOO_BIG: "quá lớn để kiểm tra. Đề nghị nén hoặc bỏ bớt hình ảnh rồi lưu lại",
    What.PROTECTED: (
        "được đặt mật khẩu mở nên không đọc được. Đề nghị mở bằng Word, bỏ mật khẩu"
        " (File, Info, Protect Document) rồi lưu lại"
    ),
    What.OLD_WORD: f"là văn bản Word kiểu cũ (.doc). {_SAVE_AS}",
    What.OLD_OFFICE: _OLD_OFFICE,
    What.OLD_EXCEL: _OLD_OFFICE,
    What.RICH_TEXT: f"là văn bản kiểu Rich Text (.rtf). {_SAVE_AS}",
    What.PDF: "là tệp PDF. Đề nghị chọn bản Word (đuôi .docx) của văn bản",
    What.WEB_PAGE: f"là trang web (HTML hoặc XML) đổi đuôi tệp. Đề nghị chọn {_WORD}",
    What.PLAIN_TEXT: f"là tệp chữ đổi đuôi tệp. Đề nghị chọn {_WORD}",
    What.OTHER: NOT_WORD,
}
OPEN_DOCUMENT = f"là văn bản kiểu OpenDocument (.odt). {_SAVE_AS}"
EXCEL = f"là tệp Excel. Đề nghị chọn {_WORD}; sổ chỉ tiêu thì kiểm tra bằng lệnh kiem-tra"
STRICT = f"được lưu theo kiểu Strict Open XML. {_SAVE_AS}"
TRUNCATED = f"bị cắt cụt hoặc hỏng. {_AGAIN}"
PART_LOST = "thiếu phần {part} bên trong. Đề nghị lấy lại tệp từ nơi gửi"
PART_DAMAGED = f"bị hỏng ở phần {{part}} bên trong. {_AGAIN}"
BOMB = (
    "chứa phần {part} quá lớn so với một văn bản nên không được mở. Đề nghị lấy lại tệp từ"
    " nguồn tin cậy"
)
ENTITIES = (
    "chứa khai báo XML lạ (DOCTYPE) ở phần {part} nên không được mở. Đề nghị lấy lại tệp từ"
    " nguồn tin cậy"
)
