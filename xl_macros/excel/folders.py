"""Where documents are written, and opening what was written."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import xlwings as xw

from workbook.domain.settings import Settings
from workbook.layout import sheets
from xl_macros.excel import messages_vi as vi

_DOCUMENTS = 5  # CSIDL_PERSONAL: the user's documents, also where they were moved


@dataclass(frozen=True)
class Target:
    """A folder with what the official should know of why it is this one.

    `beside` is the folder in which the workbook itself lies, None where it has none.
    """

    folder: Path
    notes: tuple[str, ...] = ()
    beside: Path | None = None


def target_folder(book: xw.Book, settings: Settings) -> Target:
    """Return the folder of Cấu hình, else the workbook's, else the user's documents."""
    name = _full_name(book)
    online = "://" in name
    beside = Path(name).parent if not online and Path(name).is_absolute() else None
    wished = Path(settings.output_folder)
    if settings.output_folder and wished.is_absolute():
        return Target(wished, beside=beside)
    notes = (
        [vi.FOLDER_UNUSABLE.format(sheet=sheets.SETTINGS, folder=settings.output_folder)]
        if settings.output_folder
        else []
    )
    if beside is None:  # Excel gives a new workbook no folder
        notes.append(vi.BOOK_ONLINE if online else vi.BOOK_UNSAVED)
    return Target(beside or _documents(), tuple(notes), beside)


def _full_name(book: xw.Book) -> str:
    try:
        return str(book.fullname)
    except Exception:  # xlwings raises where it cannot map the address of a workbook online
        return "https://"


def _documents() -> Path:
    if sys.platform == "win32":
        import ctypes

        path = ctypes.create_unicode_buffer(260)
        if ctypes.windll.shell32.SHGetFolderPathW(None, _DOCUMENTS, None, 0, path) == 0:
            return Path(path.value)
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def open_file(path: Path) -> None:
    """Open a document in the program that Windows has for it.

    Raises:
        OSError: no program opens it.
    """
    if sys.platform == "win32":
        os.startfile(path)
    else:
        import webbrowser

        if not webbrowser.open(path.as_uri()):
            raise OSError(path)
