"""Findings: what is wrong in a sổ, as typed records with an address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from workbook.domain.periods import Period


class Severity(Enum):
    """How much a finding weighs; only an error blocks a final report."""

    ERROR = ("error", "Lỗi")
    WARNING = ("warning", "Cảnh báo")
    NOTICE = ("notice", "Nhắc")

    def __init__(self, key: str, label: str) -> None:
        """Keep the English key (for JSON, the plan file) beside the Vietnamese word."""
        self.key = key
        self.label = label

    @classmethod
    def of(cls, key: str) -> Severity:
        """Return the severity with this key (KeyError when there is none)."""
        return {severity.key: severity for severity in cls}[key]


@dataclass(frozen=True)
class Finding:
    """One fault: code, severity, where it is and one Vietnamese message.

    `sheet` and `cell` name the place ("Trạm y tế", "H12"); `cell` is "" where a whole
    sheet is meant. `measure` is the measure's id, or None where none is concerned. The
    message ends with `remedy`, the sentence that says what to do.
    """

    code: str
    severity: Severity
    period: Period | None
    sheet: str
    cell: str
    measure: str | None
    message: str
    remedy: str = ""

    @property
    def blocks(self) -> bool:
        """Whether a final report must wait for this fault to be mended."""
        return self.severity is Severity.ERROR

    @property
    def problem(self) -> str:
        """The message without what to do: where, and what is wrong."""
        return self.message.removesuffix(self.remedy).rstrip()


def blocking(findings: Iterable[Finding], period: Period | None = None) -> list[Finding]:
    """Return the findings that block a final report of the period (None: of any).

    A fault that belongs to no period (a lost sheet, say) blocks every report.
    """
    return [
        finding
        for finding in findings
        if finding.blocks and (period is None or finding.period in (None, period))
    ]
