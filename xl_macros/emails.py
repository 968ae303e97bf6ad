"""An e-mail draft around a document that is already written, for both shells."""

from __future__ import annotations

from pathlib import Path

from docgen.email import email_draft, title_of
from workbook.domain.errors import UnusableInputError
from workbook.domain.guide import GUIDE_NAME
from workbook.domain.settings import Settings

_LOCK = "~$"  # Word's own file beside a document that is open


def draft_name(document: Path) -> str:
    """Return the file name of the draft that carries a document."""
    return f"{document.stem}.eml"


def draft_with(document: Path, settings: Settings) -> bytes:
    """Return the draft of an e-mail with a document attached, addressed as Cấu hình says.

    Raises:
        UnusableInputError: the document is not there or cannot be read.
    """
    content = _read(document)
    return email_draft(content, document.name, title_of(content) or document.stem, settings)


def newest_documents(folder: Path) -> list[Path]:
    """Return the Word documents of a folder, the last saved first; the guide is none.

    Raises:
        UnusableInputError: the folder cannot be read.
    """
    try:
        found = [
            (one.stat().st_mtime, one)
            for one in folder.iterdir()
            if one.suffix.lower() == ".docx"
            and not one.name.startswith(_LOCK)
            and one.name.casefold() != GUIDE_NAME.casefold()
        ]
    except OSError:
        raise UnusableInputError(
            f"Không đọc được thư mục “{folder}”. Đề nghị kiểm tra ổ đĩa, quyền truy cập rồi thử"
            " lại."
        ) from None
    return [one for _, one in sorted(found, reverse=True)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise UnusableInputError(
            f"Không tìm thấy văn bản “{path}”. Đề nghị kiểm tra lại tên tệp và thư mục."
        ) from None
    except OSError:
        raise UnusableInputError(
            f"Không đọc được văn bản “{path}”. Đề nghị đóng tệp nếu đang mở rồi thử lại."
        ) from None
