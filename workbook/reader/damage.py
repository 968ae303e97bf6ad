"""What has happened to the sổ's shape, gathered as findings while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbook.domain.findings import Finding
from workbook.domain.register import RawCell
from workbook.domain.validation.making import NO_SUBJECT, Subject, finding
from workbook.domain.validation.messages_vi import Fault
from workbook.reader.grid import Grid, address


@dataclass
class Damage:
    """Findings on sheets, tables, columns, rows and formulas, in the order found."""

    findings: list[Finding] = field(default_factory=list)

    def at(
        self, fault: Fault, grid: Grid, where: tuple[int, int], subject: Subject = NO_SUBJECT,
        **facts: str,
    ) -> None:  # fmt: skip
        """Tell a fault of the cell at (row, column)."""
        cell = RawCell(grid.text(*where) or None, grid.name, address(*where))
        self.findings.append(finding(fault, cell, subject, None, **facts))

    def of_sheet(
        self, fault: Fault, sheet: str, subject: Subject = NO_SUBJECT, **facts: str
    ) -> None:
        """Tell a fault of a whole sheet."""
        self.findings.append(finding(fault, RawCell(None, sheet, ""), subject, None, **facts))
