"""“Tạo báo cáo” with “Thư điện tử” chosen: a draft around a document already written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import xlwings as xw

from workbook.domain.register import Register
from workbook.domain.validation.settings_reading import read_settings
from workbook.layout.summary_layout import SummaryLayout
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.folders import target_folder
from xl_macros.excel.talk import Opener, chosen, offer_to_open, say, working
from xl_macros.outputs import write_new

_OFFERED = 3  # documents asked for, one after the other


def create_email(book: xw.Book, register: Register, opener: Opener) -> None:
    """Write a draft with the document that the official picks; nothing is sent."""
    # Its libraries are not wanted in the path of the other buttons.
    from xl_macros.emails import draft_name, draft_with, newest_documents

    settings, _ = read_settings(register)
    folder = target_folder(book, settings).folder
    documents = newest_documents(folder)
    if not documents:
        say(book, vi.NO_DOCUMENT.format(folder=folder, cell=SummaryLayout.KIND_CELL))
        return
    document = _picked(book, documents[:_OFFERED])
    if document is None:
        return
    with working(book):
        draft = draft_with(document, register)
        path = write_new(folder / draft_name(document), draft.content)
    addressed = [vi.ADDRESSED.format(to=", ".join(draft.to))] if draft.to else []
    notes = "\n\n".join([*addressed, *draft.notices])
    offer_to_open(book, path, vi.EMAIL_WRITTEN.format(path=path, notes=notes), opener)


def _picked(book: xw.Book, documents: list[Path]) -> Path | None:
    """Ask for each document, the last saved first; None where none is wanted."""
    for document in documents:
        saved = datetime.fromtimestamp(document.stat().st_mtime).astimezone()
        when = f"{saved:%H:%M ngày %d/%m/%Y}"
        answer = chosen(book, vi.WHICH_DOCUMENT.format(name=document.name, when=when))
        if answer is None:
            return None
        if answer:
            return document
    say(book, vi.NO_OTHER_DOCUMENT.format(folder=documents[0].parent))
    return None
