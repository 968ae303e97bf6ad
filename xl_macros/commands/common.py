"""What several commands share."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from workbook.domain.errors import UnusableInputError
from workbook.domain.findings import Finding
from workbook.domain.periods import Period, periods_of
from workbook.domain.register import Register
from xl_macros import text_output

FINE, BLOCKED, UNUSABLE = 0, 1, 2


def read(path: Path) -> Register:
    """Read a sổ from its file."""
    # Its library is not wanted in the path of the commands that read none.
    from workbook.reader.file import read_register

    return read_register(path)


def period_in(register: Register, period: Period | None) -> Period:
    """Return the period asked for, the year's if none (UnusableInputError: not of this sổ)."""
    half, whole = periods_of(register.year)
    if period is None:
        return whole
    if period not in (half, whole):
        raise UnusableInputError(
            f"Sổ này là sổ năm {register.year}, không có kỳ {period.key};"
            f" kỳ là {whole.key} hoặc {half.key}."
        )
    return period


def print_json(value: object) -> None:
    """Print a value for machines."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def complain(text: str) -> None:
    """Print a text on stderr."""
    print(text, file=sys.stderr)


def refuse(what: str, faults: tuple[Finding, ...]) -> int:
    """Tell which faults stand in a document's way."""
    complain(text_output.findings_text(faults))
    complain(
        f"Chưa lập {what} vì số liệu còn {len(faults)} lỗi nêu trên."
        " Đề nghị sửa trong sổ, hoặc thêm --du-thao để lập bản dự thảo."
    )
    return BLOCKED
