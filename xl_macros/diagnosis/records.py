"""What a check of the machine yields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How a check went; only a fault keeps the program from working."""

    FAULT = ("fault", "Lỗi", "✗")
    WARNING = ("warning", "Cần lưu ý", "!")
    UNKNOWN = ("unknown", "Chưa biết", "?")
    OK = ("ok", "Tốt", "✓")
    NOT_APPLICABLE = ("not_applicable", "Không áp dụng", "–")

    def __init__(self, key: str, label: str, symbol: str) -> None:
        """Keep the English key (for JSON) beside the Vietnamese word and a symbol."""
        self.key = key
        self.label = label
        self.symbol = symbol


@dataclass(frozen=True)
class Record:
    """One check: its stable key and title, how it went, what was found, what to do.

    `found` and `advice` are Vietnamese sentences; `advice` is "" where nothing is to do.
    """

    check: str
    title: str
    state: State
    found: str
    advice: str = ""
