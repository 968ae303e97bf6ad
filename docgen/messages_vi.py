"""What is said in Vietnamese of a template that cannot be used: what, where, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_AGAIN = "Hãy sửa mẫu trong Word, hoặc dùng lại mẫu gốc đi kèm chương trình."
_QUOTED = 80  # characters of the template's text that are shown


def missing(name: str) -> str:
    """The template's file is not there."""
    return f"Không tìm thấy mẫu văn bản “{name}”. Hãy kiểm tra lại đường dẫn của mẫu."


def unreadable(name: str) -> str:
    """The template's file cannot be read (rights, a disk gone)."""
    return f"Không đọc được mẫu văn bản “{name}”. Hãy đóng tệp nếu đang mở và thử lại."


def no_word_file(name: str) -> str:
    """The file is no .docx."""
    return f"Tệp mẫu “{name}” không phải là tệp Word (.docx) nguyên vẹn. {_AGAIN}"


def unknown_field(name: str, field: str, known: Iterable[str]) -> str:
    """The template asks for a field that the product does not give."""
    near = get_close_matches(field, list(known), n=1)
    hint = f" Có phải là “{near[0]}” không?" if near else ""
    return (
        f"Mẫu “{name}” dùng ô điền “{field}” mà chương trình không có.{hint} "
        "Danh sách ô điền có trong templates/README.md."
    )


def bad_tag(name: str, text: str) -> str:
    """A tag is not closed, or misspelt."""
    return f"Mẫu “{name}” có thẻ viết sai hoặc chưa đóng, ở đoạn “{_cut(text)}”. {_AGAIN}"


def forbidden(name: str, text: str) -> str:
    """A tag does more than print a field, repeat or choose."""
    return (
        f"Mẫu “{name}” có thẻ không được phép dùng, ở đoạn “{_cut(text)}”: chỉ được điền ô, "
        "lặp (for) và chọn (if)."
    )


def misplaced(name: str) -> str:
    """The filled document is no well-formed XML: a tag stands where it breaks a table."""
    return (
        f"Mẫu “{name}” có thẻ đặt sai chỗ (ví dụ thẻ của dòng bảng đặt ngoài bảng) nên không "
        f"tạo được văn bản. {_AGAIN}"
    )


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"
