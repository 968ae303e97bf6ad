"""Colours, fonts and the look of every status: symbol, word and colour together.

Source: reference look. A status is never shown by colour alone, so that a print in
black and white says the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbook.domain.findings import Severity
from workbook.domain.results import MeasureResult
from workbook.domain.statuses import NO_CASE_LABEL, Status

FONT = "Times New Roman"
TEXT_SIZE = 12
ENTRY_SIZE = 13
TITLE_SIZE = 16

ACCENT = "#1F3864"
WHITE = "#FFFFFF"
BLACK = "#000000"
ENTRY_FILL = "#FFF9E5"
ENTRY_BORDER = "#BFBFBF"
BORDER = "#BFBFBF"
BAND_FILL = "#D9E2F3"
NOT_TYPED_FILL = "#EFEFEF"  # a cell of the grid that this measure does not use
PAST_TEXT = "#7F7F7F"
HINT_TEXT = "#404040"
STAMP_TEXT = "#C00000"
LINK_TEXT = "#0D3C78"

THIN = 1
DASHED = 3


@dataclass(frozen=True)
class StatusLook:
    """Fill, text colour and border of a status cell."""

    fill: str
    text: str
    border: str = BORDER
    line: int = THIN


_OPEN = StatusLook("#EFEFEF", "#404040")
_NOTHING = StatusLook(WHITE, "#7F7F7F")

LOOKS: dict[Status, StatusLook] = {
    Status.ACHIEVED: StatusLook("#E2F0E4", "#1B5E20"),
    Status.ON_TRACK: StatusLook("#E6F0FA", "#0D3C78"),
    Status.SLOW: StatusLook("#FFF2CC", "#7A4F01"),
    Status.VERY_SLOW: StatusLook("#FFE0C7", "#8A3B00"),
    Status.WORSENING: StatusLook("#F9D6D5", "#8B0000"),
    Status.BELOW: StatusLook("#F7C9C6", "#8B0000"),
    Status.MISSED: StatusLook("#F2B5B2", "#7F0000"),
    Status.NOT_YET: _OPEN,
    Status.NOT_ASSESSABLE: _OPEN,
    Status.PENDING: _OPEN,
    Status.NO_DATA: StatusLook(WHITE, "#7F7F7F", "#7F7F7F", DASHED),
    Status.NOTHING_OCCURRED: _NOTHING,
    Status.NOT_DUE: _NOTHING,
    Status.INVALID: StatusLook(WHITE, "#C00000", "#C00000"),
}

# A status cell's text begins with its symbol, which tells the look.
SYMBOL_LOOKS: dict[str, StatusLook] = {
    status.symbol: look for status, look in reversed(LOOKS.items())
}

SEVERITY_LOOKS: dict[Severity, StatusLook] = {
    Severity.ERROR: StatusLook("#F2B5B2", "#7F0000"),
    Severity.WARNING: StatusLook("#FFF2CC", "#7A4F01"),
    Severity.NOTICE: StatusLook("#E6F0FA", "#0D3C78"),
}
# An entry cell that a finding names; a notice is no fault of the cell.
FAULT_LOOKS: dict[Severity, StatusLook] = {
    Severity.ERROR: StatusLook("#FCE4E4", "#C00000", "#C00000"),
    Severity.WARNING: StatusLook(ENTRY_FILL, "#C00000", "#C00000"),
}

STALE_LOOK = StatusLook("#D9D9D9", "#595959")


def look_of(result: MeasureResult) -> StatusLook:
    """Return the look of a result's status."""
    return _NOTHING if _no_case(result) else LOOKS[result.status]


def status_text(result: MeasureResult) -> str:
    """Return symbol and word as they stand in a cell: `▼ Chậm tiến độ`."""
    symbol = Status.NOTHING_OCCURRED.symbol if _no_case(result) else result.status.symbol
    return f"{symbol} {result.label}"


def _no_case(result: MeasureResult) -> bool:
    return result.status is Status.PENDING and result.label.startswith(NO_CASE_LABEL)


@dataclass(frozen=True)
class ChartLook:
    """The bars of a group of statuses in the chart by goal.

    `pattern` keeps the light ones apart in black and white.
    """

    fill: str
    pattern: str | None = None
    light: bool = False  # black labels on it


# In the order of `grouping.STATUS_GROUPS`.
CHART_LOOKS: tuple[ChartLook, ...] = (
    ChartLook("#1B5E20"),
    ChartLook("#0D3C78", "wide_upward_diagonal"),
    ChartLook("#8B0000"),
    ChartLook("#BFBFBF", light=True),
    ChartLook("#7F7F7F", "light_upward_diagonal"),
)
