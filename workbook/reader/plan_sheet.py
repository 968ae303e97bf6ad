"""The very hidden sheet that makes a workbook a sổ: its plan, year and layout version."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from workbook.domain.errors import PlanError, unusable
from workbook.domain.plan import Plan
from workbook.domain.plan_file import parse_plan
from workbook.layout import sheets
from workbook.reader import messages_vi as vi
from workbook.reader.grid import Grid

_KEYS = (
    sheets.PLAN_MARKER_KEY,
    sheets.PLAN_YEAR_KEY,
    sheets.PLAN_SAMPLE_KEY,
    sheets.PLAN_DIGEST_KEY,
    sheets.PLAN_LINES_KEY,
)
_MOST_LINES = 20_000


@dataclass(frozen=True)
class Carried:
    """What the sổ says of itself."""

    plan: Plan
    year: int
    sample: bool


def read_carried(name: str, grids: Sequence[Grid]) -> Carried:
    """Read the plan and year that a sổ carries.

    Raises:
        UnusableInputError: this is no sổ, one of another version of the program, or its plan
            is damaged.
    """
    marked = [grid for grid in grids if grid.marker == sheets.PLAN_MARKER_KEY]
    if not marked:
        raise unusable(name, vi.NOT_A_REGISTER)
    grid = marked[0]
    values = {grid.text(row, 1): grid.raw(row, 2).value for row in range(1, len(_KEYS) + 1)}
    version, year, sample, digest, lines = (values.get(key) for key in _KEYS)
    if isinstance(version, int) and version != sheets.LAYOUT_VERSION:
        raise unusable(name, vi.NEWER if version > sheets.LAYOUT_VERSION else vi.OLDER)
    if not isinstance(year, int) or not isinstance(lines, int) or not 0 < lines <= _MOST_LINES:
        raise unusable(name, vi.PLAN_DAMAGED)
    rows = range(sheets.PLAN_FIRST_ROW, sheets.PLAN_FIRST_ROW + lines)
    toml = "\n".join(_line(grid, row) for row in rows)
    if hashlib.sha256(toml.encode()).hexdigest() != digest:
        raise unusable(name, vi.PLAN_DAMAGED)
    try:
        return Carried(parse_plan(toml, None), year, sample == 1)
    except PlanError:
        raise unusable(name, vi.PLAN_DAMAGED) from None


def _line(grid: Grid, row: int) -> str:
    """Return a line whole: spaces before it are part of the file."""
    value = grid.raw(row, 1).value
    return value if isinstance(value, str) else ""
