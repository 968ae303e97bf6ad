"""Where documents are written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import xlwings as xw

from workbook.domain.settings import Settings
from workbook.layout import sheets
from xl_macros.excel import messages_vi as vi
from xl_macros.user_folders import documents_folder


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
    name = full_name(book)
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
    return Target(beside or documents_folder(), tuple(notes), beside)


def full_name(book: xw.Book) -> str:
    """Return the workbook's path, or its address on the web; a bare name where not saved."""
    try:
        return str(book.fullname)
    except Exception:  # xlwings raises where it cannot map the address of a workbook online
        return "https://"
