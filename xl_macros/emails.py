"""An e-mail draft around a document that is already written, for both shells."""

from __future__ import annotations

import stat
from pathlib import Path

from docgen.email import WORD, Draft, email_draft, open_document
from workbook.domain.errors import UnusableInputError
from workbook.domain.guide import GUIDE_NAME
from workbook.domain.register import Register
from workbook.domain.validation.settings_reading import read_settings

# Word's own file beside a document that is open, our temporary files, what Unix hides.
_NO_DOCUMENTS = ("~$", ".")


def draft_name(document: Path) -> str:
    """Return the file name of the draft that carries a document."""
    return f"{document.stem}.eml"


def draft_with(document: Path, register: Register) -> Draft:
    """Return the draft of an e-mail with a document attached, as document and Cấu hình say.

    Raises:
        UnusableInputError: the document is not there, or is no Word file and no PDF.
    """
    settings, findings = read_settings(register)
    units = [unit.name for unit in register.plan.units]
    return email_draft(open_document(document), settings, units=units, findings=findings)


def newest_documents(folder: Path) -> list[Path]:
    """Return the Word documents of a folder, the last saved first.

    The guide is none, nor are empty files, temporary ones and those of other programs.

    Raises:
        UnusableInputError: the folder cannot be read.
    """
    try:
        paths = [path for path in folder.iterdir() if _may_be_sent(path)]
    except OSError:
        raise UnusableInputError(
            f"Không đọc được thư mục “{folder}”. Đề nghị kiểm tra ổ đĩa, quyền truy cập rồi thử"
            " lại."
        ) from None
    saved = [(when, path) for path in paths if (when := _saved(path)) is not None]
    return [path for _, path in sorted(saved, reverse=True)]


def _may_be_sent(path: Path) -> bool:
    return (
        path.suffix.lower() == WORD
        and not path.name.startswith(_NO_DOCUMENTS)
        and path.name.casefold() != GUIDE_NAME.casefold()
    )


def _saved(path: Path) -> float | None:
    """Return when a file was last saved, in seconds; None for an empty one and for no file."""
    try:
        status = path.stat()
    except OSError:  # it is gone meanwhile
        return None
    return status.st_mtime if stat.S_ISREG(status.st_mode) and status.st_size else None
