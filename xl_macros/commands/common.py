"""What several commands share."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docgen.fields import nearest, plain
from workbook.domain.errors import UnusableInputError
from workbook.domain.findings import Finding
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.register import Register
from workbook.domain.text_vi import fold
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


def unit_in(register: Register, typed: str | None) -> ResponsibleUnit:
    """Return the unit whose sheet is named.

    Raises:
        UnusableInputError: no sheet is named, or the sổ has no such one; the sentence offers
            the nearest name, or all.
    """
    units = {unit.sheet: unit for unit in register.plan.units}
    for sheet, unit in units.items():
        if typed is not None and fold(sheet) == fold(typed):
            return unit
    names = ", ".join(f"“{sheet}”" for sheet in units)
    if typed is None:
        raise UnusableInputError(
            f"Báo cáo của một đơn vị cần có --don-vi và tên trang của đơn vị: {names}."
        )
    plain_names = {plain(sheet): sheet for sheet in units}
    near = plain_names.get(nearest(typed, plain_names))
    offered = f"tên gần nhất là “{near}”, đề nghị gõ lại" if near else f"các trang là {names}"
    raise UnusableInputError(f"Sổ không có trang đơn vị “{typed}”; {offered}.")


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
