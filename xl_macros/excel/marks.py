"""Notes on faulty cells: what is wrong and how to mend it, where the mouse points.

The red outline of these cells is a conditional format of the sheet, which looks into
Kết quả kiểm tra. Notes that people wrote themselves are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable

import xlwings as xw

from workbook.domain.findings import Finding
from workbook.domain.validation.sentences_vi import place_vi

FIRST_LINE = "Kiểm tra:"  # how our own notes are recognised


def clear_marks(sheet: xw.Sheet) -> frozenset[str]:
    """Delete our notes of an earlier check; return the cells that hold other people's."""
    foreign = set()
    for note in list(sheet.notes):
        if note.text.startswith(FIRST_LINE):
            note.delete()
        else:
            foreign.add(note.location.get_address(row_absolute=False, column_absolute=False))
    return frozenset(foreign)


def mark(sheet: xw.Sheet, findings: Iterable[Finding]) -> None:
    """Replace our notes on a sheet; all findings of a cell share one note."""
    taken = clear_marks(sheet)
    for cell, lines in _by_cell(findings).items():
        if cell not in taken:
            _add(sheet.range(cell), "\n".join([FIRST_LINE, *lines]))


def _add(cell: xw.Range, text: str) -> None:
    try:
        cell.add_note(text)
    except Exception:
        if cell.comment is None:  # else people discuss the cell there: no room for a note
            raise


def _by_cell(findings: Iterable[Finding]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in findings:
        if one.cell:
            line = f"- {one.severity.label} {one.code}: {_without_place(one)}"
            found.setdefault(one.cell, []).append(line)
    return found


def _without_place(finding: Finding) -> str:
    """Return the message without sheet and cell, which the note itself shows."""
    return finding.message.removeprefix(place_vi(finding.sheet, finding.cell)).lstrip(": ")
