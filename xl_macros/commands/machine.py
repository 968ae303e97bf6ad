"""The command on the machine: is it fit for the program?"""

from __future__ import annotations

import argparse
from datetime import datetime

from workbook.domain.errors import UnusableInputError
from xl_macros.commands.common import BLOCKED, FINE, print_json
from xl_macros.diagnosis import State, diagnose, look, output_vi
from xl_macros.outputs import write_new


def check_machine(options: argparse.Namespace) -> int:
    """Print how the machine stands, and write a page to be sent; BLOCKED where it is unfit."""
    if options.so is not None and not options.so.is_file():
        raise UnusableInputError(
            f"Không tìm thấy sổ “{options.so}”. Đề nghị kiểm tra lại tên tệp và thư mục."
        )
    records = diagnose(look(str(options.so or "")))
    if options.json:
        print_json(output_vi.records_json(records))
    else:
        print(output_vi.records_text(records))
    if options.folder is not None:
        now = datetime.now().astimezone()
        print(write_new(options.folder / output_vi.PAGE_NAME, output_vi.page(records, now)))
    return BLOCKED if any(record.state is State.FAULT for record in records) else FINE
