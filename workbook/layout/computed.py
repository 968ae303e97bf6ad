"""Everything that Python writes into a sổ besides what was typed, as whole blocks.

Computed once and purely; the builder writes the blocks with their formats into a new
file, the buttons write them into the open book. So both come out the same.
"""

from __future__ import annotations

from workbook.layout.blocks import Block, Formula
from workbook.layout.computed_findings import findings_blocks, findings_file_block
from workbook.layout.computed_judged import judged_blocks
from workbook.layout.computed_summary import summary_blocks
from workbook.layout.computed_units import unit_blocks

__all__ = [
    "Block",
    "Formula",
    "findings_blocks",
    "findings_file_block",
    "judged_blocks",
    "summary_blocks",
    "unit_blocks",
]
