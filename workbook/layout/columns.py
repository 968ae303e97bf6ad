"""The tables of the sổ: columns with a stable key, a heading and a width.

Above every visible heading row lies a hidden row with the columns' keys
(`measures.id`, `measures.2026-H1.numerator` …). The reader finds columns by key and
checks the heading against it; so an inserted column is understood, and a changed or
deleted one is reported, never misread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Slot

MEASURES = "measures"
TASKS = "tasks"
FUNDING = "funding"
HISTORY = "history"
SETTINGS = "settings"


@dataclass(frozen=True)
class Column:
    """A column: `key` within its table, the heading, the width in characters.

    `entry` marks cells to be typed. `period` is set in the groups of a period.
    `hidden` columns serve the workbook itself.
    """

    table: str
    key: str
    heading: str
    width: float
    entry: bool = False
    period: Period | None = None
    hidden: bool = False

    @property
    def full_key(self) -> str:
        """The text of the hidden key row."""
        if self.period is None:
            return f"{self.table}.{self.key}"
        return f"{self.table}.{self.period.key}.{self.key}"


# Keys of a period's group on a unit's sheet. NUMERATOR also holds counts and có/không.
BAND = "band"  # narrow, before the group: it stays when the group is collapsed
NUMERATOR = "numerator"
DENOMINATOR = "denominator"
VALUE = "value"
STATUS = "status"
SOURCE = "source"
ENTERED_ON = "entered_on"
NOTE = "note"
EXPLANATION = "explanation"  # giải trình, typed by the unit

# Columns at the far right, so that what Python writes stands in few blocks.
REASONING = "reasoning"  # the sentence that explains the status, computed
DECIMALS = "decimals"  # digits after the comma that the value needs
PAST = "past"  # the number that the column of last year shows
CHANGED = "changed"  # live: 1 where an entry differs from what was judged
STALE = "stale"  # live: 1 where anything that the status rests on has changed

# What is typed for a measure in a period, and the hidden copy that was judged.
SEEN = {
    NUMERATOR: "seen_numerator",
    DENOMINATOR: "seen_denominator",
    SOURCE: "seen_source",
    ENTERED_ON: "seen_entered_on",
    NOTE: "seen_note",
    EXPLANATION: "seen_explanation",
}

_GROUP: tuple[tuple[str, str, float, bool], ...] = (
    (NUMERATOR, "Tử số (hoặc số lượng, có/không)", 11, True),
    (DENOMINATOR, "Mẫu số", 10, True),
    (VALUE, "Giá trị", 10, False),
    (STATUS, "Tình trạng", 15, False),
    (SOURCE, "Nguồn số liệu", 15, True),
    (ENTERED_ON, "Ngày nhập", 12, True),
    (NOTE, "Ghi chú", 16, True),
    (EXPLANATION, "Giải trình", 24, True),
)
_SEEN_HEADING = "{heading} đã đánh giá"
_HIDDEN_WIDTH = 8


def slot_key(slot: Slot) -> str:
    """Return the column key that holds a slot; amounts share the numerator's column."""
    return DENOMINATOR if slot is Slot.DENOMINATOR else NUMERATOR


def measure_columns(year: int, milestone_years: tuple[int, ...]) -> tuple[Column, ...]:
    """Return all columns of a unit's table of measures, left to right."""
    fixed = [
        Column(MEASURES, "id", "Mã", 8),
        Column(MEASURES, "name", "Chỉ tiêu", 29),
        Column(MEASURES, "what", "Cần nhập", 32),
        Column(MEASURES, "measure_unit", "Đơn vị tính", 11),
        *(Column(MEASURES, f"milestone_{y}", f"Mốc {y}", 11) for y in milestone_years),
        Column(MEASURES, "last_year", f"Năm {year - 1}", 10),
    ]
    groups = [
        column
        for period in periods_of(year)
        for column in (
            Column(MEASURES, BAND, "6 tháng" if period.half else "Cả năm", 4, period=period),
            *(Column(MEASURES, key, heading, width, entry, period)
              for key, heading, width, entry in _GROUP),
        )
    ]  # fmt: skip
    return (*fixed, *groups, *_columns_at_the_right(year))


def _columns_at_the_right(year: int) -> Iterator[Column]:
    headings = {key: heading for key, heading, _, _ in _GROUP}
    for period in periods_of(year):
        yield Column(MEASURES, REASONING, "Diễn giải tình trạng", 50, period=period)
        for typed, seen in SEEN.items():
            yield _hidden(seen, _SEEN_HEADING.format(heading=headings[typed]), period)
        yield _hidden(DECIMALS, "Số chữ số thập phân", period)
    yield _hidden(PAST, f"Giá trị năm {year - 1}")
    for period in periods_of(year):
        yield _hidden(CHANGED, "Số liệu đã đổi", period)
        yield _hidden(STALE, "Cần đánh giá lại", period)


def _hidden(key: str, heading: str, period: Period | None = None) -> Column:
    return Column(MEASURES, key, heading, _HIDDEN_WIDTH, period=period, hidden=True)


def task_columns() -> tuple[Column, ...]:
    """Return the columns of a unit's tasks; they stand under the first ones above."""
    return (
        Column(TASKS, "id", "Mã", 8),
        Column(TASKS, "text", "Nhiệm vụ", 29),
        Column(TASKS, "result", "Kết quả thực hiện", 32, entry=True),
        Column(TASKS, "deadline", "Thời hạn", 11, entry=True),
        Column(TASKS, "done", "Hoàn thành", 11, entry=True),
    )


def funding_columns(year: int) -> tuple[Column, ...]:
    """Return the columns of Kinh phí; money in đồng."""
    half, whole = periods_of(year)
    return (
        Column(FUNDING, "id", "Mã", 8),
        Column(FUNDING, "name", "Nguồn kinh phí", 60),
        Column(FUNDING, "planned", f"Dự toán năm {year} (đồng)", 20, entry=True),
        Column(FUNDING, "spent", f"Đã chi {half.label} (đồng)", 20, entry=True, period=half),
        Column(FUNDING, "spent", f"Đã chi {whole.label} (đồng)", 20, entry=True, period=whole),
        Column(FUNDING, "share", "Tỷ lệ chi so với dự toán", 16),
        Column(FUNDING, "note", "Ghi chú", 40, entry=True),
    )


def history_columns() -> tuple[Column, ...]:
    """Return the columns of Lịch sử."""
    return (
        Column(HISTORY, "id", "Mã", 10, entry=True),
        Column(HISTORY, "period", "Kỳ", 11, entry=True),
        Column(HISTORY, "area", "Địa bàn", 24, entry=True),
        Column(HISTORY, NUMERATOR, "Tử số", 11, entry=True),
        Column(HISTORY, DENOMINATOR, "Mẫu số", 11, entry=True),
        Column(HISTORY, "amount", "Số lượng, có/không, hoặc tỷ lệ", 16, entry=True),
        Column(HISTORY, "form", "Cách ghi", 14),
        Column(HISTORY, SOURCE, "Nguồn số liệu", 40, entry=True),
        Column(HISTORY, NOTE, "Ghi chú", 40, entry=True),
    )


HISTORY_ROWS = 600  # rows prepared for typing
RATE_ONLY = "chỉ có tỷ lệ"


def setting_columns() -> tuple[Column, ...]:
    """Return the columns of Cấu hình; a list takes several rows with one key."""
    return (
        Column(SETTINGS, "key", "Mã", 16, hidden=True),
        Column(SETTINGS, "label", "Nội dung", 42),
        Column(SETTINGS, "value", "Giá trị", 50, entry=True),
        Column(SETTINGS, "default", "Theo kế hoạch", 50),
        Column(SETTINGS, "help", "Ghi chú", 40),
    )
