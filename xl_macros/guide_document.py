"""HuongDan.docx as it comes with the program: the buttons and the looks of the sheets."""

from __future__ import annotations

from docgen.guide import render_guide
from workbook.domain.findings import Severity
from workbook.domain.statuses import Status
from workbook.layout import styles
from xl_macros.buttons import BUTTONS


def make_guide() -> bytes:
    """Return the content of HuongDan.docx; the same bytes every time."""
    explained: dict[str, str] = {}
    for button in BUTTONS:  # on Tổng hợp a button does most, and comes first
        explained.setdefault(button.caption, button.tip)
    statuses: dict[Status | None, str] = {one: _bare(look) for one, look in styles.LOOKS.items()}
    statuses[None] = _bare(styles.STALE_LOOK)
    severities: dict[Severity, str] = {
        one: _bare(look) for one, look in styles.SEVERITY_LOOKS.items()
    }
    return render_guide(explained.items(), statuses, severities)


def _bare(look: styles.StatusLook) -> str:
    return look.fill.removeprefix("#")
