"""Why a Word file cannot be checked at all: one sentence each, what it is, what to do."""

from __future__ import annotations

from workbook.domain.errors import UnusableInputError

_WORD = "văn bản Word (đuôi .docx)"
_SAVE_AS = "Đề nghị mở bằng Word rồi lưu lại theo kiểu Word Document (.docx)"
_AGAIN = "Đề nghị lấy lại tệp từ nơi gửi, hoặc mở bằng Word để sửa rồi lưu lại"

MISSING = "không có. Đề nghị kiểm tra lại tên tệp và thư mục"
FOLDER = f"là một thư mục. Đề nghị chọn {_WORD} trong thư mục đó"
NOT_A_FILE = f"không phải là tệp thường. Đề nghị chọn {_WORD}"
FORBIDDEN = "không cho phép đọc. Đề nghị xin quyền đọc tệp, hoặc chép tệp về thư mục của mình"
UNREADABLE = "không đọc được từ đĩa. Đề nghị chép lại tệp rồi thử lại"
EMPTY = "rỗng, không có nội dung. Đề nghị lấy lại tệp từ nơi gửi"
TOO_BIG = "quá lớn để kiểm tra. Đề nghị nén hoặc bỏ bớt hình ảnh rồi lưu lại"
PROTECTED = (
    "được đặt mật khẩu mở nên không đọc được. Đề nghị mở bằng Word, bỏ mật khẩu"
    " (File, Info, Protect Document) rồi lưu lại"
)
OLD_WORD = f"là văn bản Word kiểu cũ (.doc). {_SAVE_AS}"
OLD_OFFICE = f"là tệp Office kiểu cũ, không phải văn bản Word. Đề nghị chọn {_WORD}"
RICH_TEXT = f"là văn bản kiểu Rich Text (.rtf). {_SAVE_AS}"
OPEN_DOCUMENT = f"là văn bản kiểu OpenDocument (.odt). {_SAVE_AS}"
PDF = "là tệp PDF. Đề nghị chọn bản Word (đuôi .docx) của văn bản"
WEB_PAGE = f"là trang web (HTML hoặc XML) đổi đuôi tệp. Đề nghị chọn {_WORD}"
PLAIN_TEXT = f"là tệp chữ đổi đuôi tệp. Đề nghị chọn {_WORD}"
NOT_WORD = f"không phải là văn bản Word. Đề nghị chọn {_WORD}"
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


def unusable(name: str, why: str, **facts: str) -> UnusableInputError:
    """Return the error that tells why the file `name` cannot be checked."""
    return UnusableInputError(f"Tệp “{name}” {why.format(**facts)}.")
