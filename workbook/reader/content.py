"""The sheets of a sổ -> a `Register`: raw cells with their addresses, and what is damaged.

Sheets, columns and rows are found by their content. A file and the open workbook are read
by the same steps, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbook.domain.register import Register
from workbook.layout import sheets
from workbook.reader.damage import Damage
from workbook.reader.grid import Grid
from workbook.reader.other_sheets import read_funding, read_history, read_settings
from workbook.reader.plan_sheet import read_carried
from workbook.reader.sheet_finding import find_sheets
from workbook.reader.units import UnitSheets


def register_of(name: str, grids: Sequence[Grid]) -> Register:
    """Read a sổ from its sheets, in the order of their tabs.

    Args:
        name: what messages call the workbook.
        grids: all of its sheets, hidden ones too.

    Raises:
        UnusableInputError: this is no sổ, one of a newer program, or its plan is damaged.
    """
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
