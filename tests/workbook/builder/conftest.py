"""Workbooks to look into: the sample, a blank one, one with hostile content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from workbook.builder import build_workbook
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, Slot
from workbook.domain.register import CellValue, ExcelError, RawCell, RawEntry, Register
from workbook.filling import new_register
from xl_macros import actions

# Whatever an official, an export or a joker may have typed.
HOSTILE: tuple[CellValue, ...] = (
    "=1+1",
    "=HYPERLINK(\"http://x\",\"y\")",
    "'ba mươi",
    "+84 905",
    "-3 trẻ",
    "@SUM(A1)",
    "Mẹ & bé <b>\"đậm\"</b> 👶",
    "8.5",
    "1.234",
    "  lề  ",
    "dòng 1\ndòng 2",
    "http://vi.example/a?b=c&d",
    "_x0041_ \x07",
    "x" * 1_000,
    "Nghị",
    True,
    0,
    -3,
    8.5,
    10**12,
    date(2026, 6, 30),
    ExcelError("#DIV/0!"),
)  # fmt: skip


def build(register: Register) -> bytes:
    """Build the sổ of a register as the command line does."""
    return actions.make_workbook(actions.judge(register))


def build_for(register: Register, shown: Period) -> bytes:
    """Build the sổ of a register for one of its periods."""
    judged = actions.judge(register)
    return build_workbook(register, judged.assessments, judged.checked.findings, shown)


def opened(content: bytes) -> Workbook:
    """Open a workbook for looking, formulas as text."""
    return load_workbook(BytesIO(content))


def cells_of(entry: RawEntry) -> Iterator[RawCell]:
    """Yield the typed cells of an entry."""
    yield from entry.figures.values()
    yield from (entry.source, entry.note, entry.explanation)


@pytest.fixture(scope="session")
def hostile(plan: Plan) -> Register:
    """A register whose first figures and notes hold what nobody should type."""
    blank = new_register(plan, 2026)
    entries = list(blank.entries)
    for index, value in enumerate(HOSTILE):
        entry = entries[index]
        slot = next(iter(entry.figures))
        figures: dict[Slot, RawCell] = dict(entry.figures)
        figures[slot] = replace(figures[slot], value=value)
        entries[index] = replace(entry, figures=figures, note=replace(entry.note, value=value))
    return replace(blank, entries=tuple(entries))


@pytest.fixture(scope="session")
def hostile_bytes(hostile: Register) -> bytes:
    return build(hostile)


@pytest.fixture(scope="session")
def blank_bytes(plan: Plan) -> bytes:
    """The sổ that `tao-so` makes without figures."""
    return build(new_register(plan, 2026))


@pytest.fixture(scope="session")
def sample_book(sample_bytes: bytes) -> Workbook:
    return opened(sample_bytes)
