"""What is said in Vietnamese of a template that cannot be used: what, where, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

_AGAIN = "Hãy sửa mẫu trong Word, hoặc dùng lại mẫu gốc đi kèm chương trình."


def missing(name: str) -> str:
    """The template's file is not there."""
    return f"Không tìm thấy mẫu văn bản “{name}”. Hãy kiểm tra lại đường dẫn của mẫu."


def unreadable(name: str) -> str:
    """The template's file cannot be read (rights, a disk gone)."""
    return f"Không đọc được mẫu văn bản “{name}”. Hãy đóng tệp nếu đang mở và thử lại."


def unreadable_folder(name: str) -> str:
    """The folder in which copies of the templates are looked for cannot be read."""
    return (
        f"Không đọc được thư mục “{name}” để tìm mẫu riêng. Hãy kiểm tra ổ đĩa, quyền truy cập "
        "rồi thử lại."
    )


def two_copies(name: str, folders: Sequence[str]) -> str:
    """Two folders hold a copy of the same template."""
    listed = ", ".join(f"“{one}”" for one in folders)
    return (
        f"Có {len(folders)} bản của mẫu “{name}”, trong các thư mục {listed} cạnh sổ. "
        "Hãy giữ lại một thư mục tên “mau”."
    )


def wrong_copy(name: str, found: str, folder: str) -> str:
    """The folder holds what looks like a copy, under a name that would not be found."""
    return (
        f"Thư mục “{folder}” cạnh sổ có tệp “{found}” nhưng không có “{name}”. "
        f"Hãy lưu tệp ấy thành “{name}” nếu là mẫu riêng, hoặc chuyển đi nơi khác."
    )


def no_word_file(name: str) -> str:
    """The file is no .docx."""
    return f"Tệp mẫu “{name}” không phải là tệp Word (.docx) nguyên vẹn. {_AGAIN}"


def encrypted(name: str) -> str:
    """The file is locked with a password."""
    return (
        f"Tệp mẫu “{name}” có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu "
        "(Tệp, Thông tin, Bảo vệ tài liệu) rồi lưu lại."
    )


def old_doc(name: str) -> str:
    """The file is of Word 97-2003."""
    return (
        f"Tệp mẫu “{name}” là tệp Word kiểu cũ (.doc). Hãy mở bằng Word và lưu lại thành "
        "“Word Document (.docx)”."
    )


def too_large(name: str) -> str:
    """The file, or what it unpacks to, is absurdly large."""
    return f"Tệp mẫu “{name}” lớn quá mức của một mẫu văn bản nên không được mở. {_AGAIN}"


def faulty(name: str, messages: Sequence[str], *, most: int = 8) -> str:
    """The template has faults; as many as fit are listed."""
    shown = [f"- {one}" for one in messages[:most]]
    more = len(messages) - len(shown)
    rest = [f"… và {more} lỗi khác, xem bằng lệnh “so-chi-tieu kiem-mau”."] if more else []
    head = f"Mẫu “{name}” có {len(messages)} lỗi, chưa dùng được. Hãy sửa trong Word:"
    return "\n".join([head, *shown, *rest])


def unknown_field(name: str, field: str, known: Iterable[str]) -> str:
    """The template asks for a field that the product does not give."""
    near = get_close_matches(field, list(known), n=1)
    hint = f" Có phải là “{near[0]}” không?" if near else ""
    return (
        f"Mẫu “{name}” dùng ô điền “{field}” mà chương trình không có.{hint} "
        "Danh sách ô điền có trong templates/README.md."
    )


def bad_tag(name: str) -> str:
    """A part does not compile although its tags were found good, one by one."""
    return f"Mẫu “{name}” có thẻ mà chương trình không hiểu. {_AGAIN}"


def endless(name: str) -> str:
    """What is made from the template grows beyond all measure."""
    return f"Văn bản lập từ mẫu “{name}” dài quá mức, có lẽ do lặp chồng lên nhau. {_AGAIN}"


def misplaced(name: str) -> str:
    """The filled document is no well-formed XML: a tag stands where it breaks a table."""
    return (
        f"Mẫu “{name}” có thẻ đặt sai chỗ (ví dụ thẻ của dòng bảng đặt ngoài bảng) nên không "
        f"tạo được văn bản. {_AGAIN}"
    )
