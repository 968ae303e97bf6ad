"""Which sheet is which: by the marker in A1, else by the name on the tab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbook.domain.plan import Plan
from workbook.domain.text_vi import fold
from workbook.domain.validation.messages_vi import Fault
from workbook.layout import sheets
from workbook.reader.damage import Damage
from workbook.reader.grid import Grid


def find_sheets(plan: Plan, grids: Sequence[Grid], damage: Damage) -> Mapping[str, Grid]:
    """Map the names that the sheets should have to the sheets.

    A moved sheet is understood; a lost, renamed, copied or foreign one is reported.
    """
    found: dict[str, Grid] = {}
    left = [grid for grid in grids if grid.marker != sheets.PLAN_MARKER_KEY]
    expected = sheets.markers(plan)
    for name, marker in expected.items():
        marked = [grid for grid in left if grid.marker == marker]
        # Excel names a copy "… (2)": the one with the name is the original.
        marked.sort(key=lambda grid: fold(grid.name) != fold(name))
        if marked:
            found[name] = marked[0]
            left = [grid for grid in left if grid not in marked]
            for copy in marked[1:]:
                damage.of_sheet(Fault.SHEET_TWICE, copy.name, typed=name)
            if fold(marked[0].name) != fold(name):
                damage.of_sheet(Fault.SHEET_RENAMED, marked[0].name, typed=name)
    for name in expected:
        if name not in found:
            named = [grid for grid in left if fold(grid.name) == fold(name)]
            if named:
                found[name] = named[0]
                left.remove(named[0])
            else:
                damage.of_sheet(Fault.SHEET_MISSING, name, typed=name)
    for grid in left:
        if grid.visible and grid.cells:
            damage.of_sheet(Fault.SHEET_UNKNOWN, grid.name)
    return found
