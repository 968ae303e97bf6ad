"""Blocks into the open workbook: one write each, what Excel would misread set right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import xlwings as xw

from workbook.layout.blocks import Block, Formula, Value
from workbook.layout.sheets import quoted

_LONGEST_IN_BLOCK = 8_000  # some versions of Excel refuse an array with a longer text


def write_blocks(
    found: Mapping[str, xw.Sheet], known: Iterable[str], blocks: Iterable[Block]
) -> None:
    """Write blocks into the sheets of their names; a sheet that is lost is passed over.

    `known` are all sheets that formulas may name. One that was renamed is named so in the
    formulas, and a formula that names a lost one stays out: Excel would ask for a file.
    """
    names = {name: found[name].name if name in found else None for name in known}
    changed = {name: now for name, now in names.items() if now != name}
    for block in blocks:
        if block.sheet in found:
            write_block(found[block.sheet], block, changed)


def write_block(sheet: xw.Sheet, block: Block, changed: Mapping[str, str | None]) -> None:
    """Write one block; texts too long for an array follow on their own."""
    rows = [[_to_excel(value, changed) for value in row] for row in block.values]
    if not rows or not rows[0]:
        return
    late: dict[tuple[int, int], str] = {}
    for row, line in enumerate(rows):
        for column, text in enumerate(line):
            if isinstance(text, str) and len(text) > _LONGEST_IN_BLOCK:
                late[row, column], line[column] = text, None
    area = sheet.range((block.row, block.column + 1)).resize(len(rows), len(rows[0]))
    area.value = rows
    for place, text in late.items():
        area[place].value = text


def _to_excel(value: Value, changed: Mapping[str, str | None]) -> str | float | None:
    if isinstance(value, Formula):
        return _renamed(value, changed)
    if isinstance(value, int):
        return float(value)  # COM carries whole numbers of 32 bits only; đồng need more
    if isinstance(value, str) and value.startswith("'"):
        return f"'{value}"  # Excel takes the first apostrophe for its own mark
    return value


def _renamed(formula: str, changed: Mapping[str, str | None]) -> str | None:
    for name, now in changed.items():
        if quoted(name) in formula:
            if now is None:
                return None
            formula = formula.replace(quoted(name), quoted(now))
    return formula
