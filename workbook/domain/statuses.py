"""The statuses of a measure: names, words, symbols, and which weighs more.

Source: reference methods, section 2; the order is that of an indicator's worst measure.
"""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """A status with its Vietnamese label and symbol, the worst first."""

    MISSED = ("Không đạt", "✖")
    BELOW = ("Dưới mức mốc", "◣")  # the milestone's year follows
    WORSENING = ("Kém hơn năm gốc", "↓")
    VERY_SLOW = ("Chậm nhiều", "▼▼")
    SLOW = ("Chậm tiến độ", "▼")
    INVALID = ("Số liệu chưa hợp lệ", "!")
    NO_DATA = ("Chưa có số liệu", "…")
    NOT_ASSESSABLE = ("Chưa đủ căn cứ đánh giá", "○")
    PENDING = ("Chưa đến kỳ đánh giá", "○")
    NOT_YET = ("Chưa đạt (chưa đến hạn)", "○")
    ON_TRACK = ("Đúng tiến độ", "●")
    ACHIEVED = ("Đạt", "✔")
    NOTHING_OCCURRED = ("Không phát sinh", "–")
    NOT_DUE = ("Không có mốc trong kỳ", "–")

    def __init__(self, label: str, symbol: str) -> None:
        """Keep label and symbol together: colour alone never carries meaning."""
        self.label = label
        self.symbol = symbol

    @property
    def weight(self) -> int:
        """Rank by seriousness, 0 for the worst."""
        return list(Status).index(self)

    @property
    def is_lagging(self) -> bool:
        """Whether the measure counts as a chỉ tiêu chậm."""
        return self in LAGGING


LAGGING = frozenset({Status.MISSED, Status.BELOW, Status.WORSENING, Status.VERY_SLOW, Status.SLOW})

EARLY_LABEL = "Đạt trước hạn"
NO_CASE_LABEL = "Chưa ghi nhận trường hợp"
STALE_LABEL = "Cần cập nhật"
STALE_SYMBOL = "↻"
PROVISIONAL = "tạm tính"


def worst(statuses: list[Status]) -> Status:
    """Return the most serious status; an indicator is as good as its worst measure."""
    return min(statuses, key=lambda status: status.weight)
