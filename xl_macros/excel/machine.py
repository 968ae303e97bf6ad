"""“Kiểm tra máy”: is this computer fit for the buttons? The sổ itself is not read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import xlwings as xw

from xl_macros.excel import messages_vi as vi
from xl_macros.excel.folders import full_name
from xl_macros.excel.talk import Opener, doing, offer_to_open, say, working
from xl_macros.opening import open_file
from xl_macros.user_folders import documents_folder


def check_machine(book: xw.Book, opener: Opener = open_file) -> None:
    """Check the machine and write a page for whoever helps; nothing in the sổ changes."""
    # What it reads of the machine is not wanted in the path of the other buttons.
    from xl_macros.diagnosis import diagnose, look, output_vi
    from xl_macros.diagnosis.pages import written

    with working(book):
        doing(book, vi.CHECKING_MACHINE)
        name = full_name(book)
        known = "://" in name or Path(name).is_absolute()  # Excel gives a new workbook no folder
        facts = look(
            name if known else "", documents=documents_folder(), excel=str(book.app.version)
        )
        records = diagnose(facts)
        path = written(facts, records, datetime.now().astimezone())
    told = output_vi.message(records)
    if path is None:
        say(book, told, serious=True)
    else:
        offer_to_open(book, path, vi.machine_checked(told, path), opener)
