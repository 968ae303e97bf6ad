"""A sổ as a file -> a `Register`: raw cells with their addresses, and what is damaged.

Nothing in a file is run or followed. The package is checked and reduced before any
library opens it; sheets, columns and rows are found by their content.
"""

from __future__ import annotations

from pathlib import Path

from workbook.domain.register import Register
from workbook.layout import sheets
from workbook.reader import messages_vi as vi
from workbook.reader.damage import Damage
from workbook.reader.grids import Book, DamagedContentError, Grid
from workbook.reader.messages_vi import unusable
from workbook.reader.opening import open_package
from workbook.reader.other_sheets import read_funding, read_history, read_settings
from workbook.reader.package import read_content
from workbook.reader.plan_sheet import read_carried
from workbook.reader.sheet_finding import find_sheets
from workbook.reader.units import UnitSheets

__all__ = ["read_register"]


def read_register(path: Path) -> Register:
    """Read a sổ; damage to its sheets is in `Register.structure`.

    Raises:
        UnusableInputError: the file is no sổ, or cannot be read (one Vietnamese sentence).
    """
    with open_package(path) as package:
        content = read_content(path.name, package)
    try:
        return _register(path.name, Book(content).grids)
    except DamagedContentError:
        raise unusable(path.name, vi.CONTENT_DAMAGED) from None


def _register(name: str, grids: tuple[Grid, ...]) -> Register:
    carried = read_carried(name, grids)
    plan, year = carried.plan, carried.year
    damage = Damage()
    found = find_sheets(plan, grids, damage)
    units = UnitSheets(plan, year, damage)
    for unit in plan.units:
        if unit.sheet in found:
            units.add(unit, found[unit.sheet])
    return Register(
        plan=plan,
        year=year,
        entries=tuple(units.entries()),
        tasks=tuple(units.task_results()),
        history=tuple(read_history(found.get(sheets.HISTORY), damage)),
        funding=tuple(read_funding(plan, year, found.get(sheets.FUNDING), damage)),
        settings=read_settings(found.get(sheets.SETTINGS), damage),
        sheet_order=tuple(grid.name for grid in grids if grid.visible),
        structure=tuple(damage.findings),
        sample=carried.sample,
    )
