"""Lists what was found, the heaviest first: of a sổ, a template, a document alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from workbook.domain.findings import Severity


class Found(Protocol):
    """What any check yields: a code, how much it weighs, and one Vietnamese message."""

    @property
    def code(self) -> str:
        """The stable code."""

    @property
    def severity(self) -> Severity:
        """How much it weighs."""

    @property
    def message(self) -> str:
        """Where, what is wrong, what to do."""


def listed(found: Sequence[Found], summary: str) -> str:
    """List what was found by weight, each with its code, and close with a sentence."""
    lines = []
    for severity in Severity:
        group = [one for one in found if one.severity is severity]
        if group:
            lines += [f"{severity.label.upper()} ({len(group)})"]
            lines += [f"  [{one.code}] {one.message}" for one in group] + [""]
    return "\n".join([*lines, summary])


def counted(found: Iterable[Found]) -> str:
    """Count by weight: `2 lỗi, 1 cảnh báo`; "" where nothing was found."""
    counts = Counter(one.severity for one in found)
    return ", ".join(f"{counts[one]} {one.label.lower()}" for one in Severity if counts[one])
