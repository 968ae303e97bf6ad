"""What stands in a sổ, as read (raw cells) and as understood (observations).

A `Register` is the content of one sổ before any check: every cell keeps its value as
typed and its address, so that a finding can name the place. Values may be: None
(blank), bool, int, float, str, date, or `ExcelError` ("#DIV/0!").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, Slot
from workbook.domain.settings import Settings


@dataclass(frozen=True)
class ExcelError:
    """An error value of Excel, such as `#DIV/0!`."""

    text: str


CellValue = None | bool | int | float | str | date | ExcelError


@dataclass(frozen=True)
class RawCell:
    """A cell as read. `cell` is an A1 address; `font` the font's name, if known."""

    value: CellValue
    sheet: str
    cell: str
    font: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed (a cell of spaces counts as blank)."""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    @property
    def text(self) -> str:
        """The content as text, "" for a blank cell."""
        return "" if self.is_blank else str(self.value).strip()


@dataclass(frozen=True)
class RawEntry:
    """What a unit typed for one measure in one period."""

    measure_id: str
    period: Period
    figures: Mapping[Slot, RawCell]
    source: RawCell
    entered_on: RawCell
    note: RawCell
    explanation: RawCell  # giải trình


@dataclass(frozen=True)
class RawHistory:
    """One row of Lịch sử."""

    measure_id: RawCell
    period: RawCell
    area: RawCell
    numerator: RawCell
    denominator: RawCell
    amount: RawCell  # a count, có/không, or a bare rate
    source: RawCell
    note: RawCell


@dataclass(frozen=True)
class RawTask:
    """What a unit typed for one of its tasks."""

    task_id: str
    deadline: RawCell
    result: RawCell
    done: RawCell


@dataclass(frozen=True)
class RawFunding:
    """Money of one source, in đồng: planned for the year, spent by the period's end."""

    source_id: str
    planned: RawCell
    spent: Mapping[Period, RawCell]
    note: RawCell


@dataclass(frozen=True)
class Register:
    """The content of one sổ. `settings` maps a key to the cells of its rows."""

    plan: Plan
    year: int
    entries: tuple[RawEntry, ...] = ()
    history: tuple[RawHistory, ...] = ()
    tasks: tuple[RawTask, ...] = ()
    funding: tuple[RawFunding, ...] = ()
    settings: Mapping[str, tuple[RawCell, ...]] = field(default_factory=dict)
    sheet_order: tuple[str, ...] = ()
    structure: tuple[Finding, ...] = ()  # damage to sheets, headers, rows, formulas
    sample: bool = False  # the figures are made up: everything made from them says so


@dataclass(frozen=True)
class Observation:
    """A checked figure of one measure and one period.

    Exactly one form is filled: numerator and denominator; `amount` (a count, or 1/0
    for có/không); or `rate` alone (old reports, in the measure's units).
    """

    measure_id: str
    period: Period
    area: str
    numerator: int | None = None
    denominator: int | None = None
    amount: int | None = None
    rate: Fraction | None = None
    source: str = ""
    note: str = ""
    explanation: str = ""  # giải trình typed by the unit
    converted: bool = False  # "quy đổi theo địa bàn mới"


@dataclass(frozen=True)
class TaskResult:
    """A task with what the unit says of it; `done` is None while nothing is said."""

    task_id: str
    deadline: date | None
    result: str
    done: bool | None


@dataclass(frozen=True)
class FundingResult:
    """Money of one source in đồng; None is blank, never zero."""

    source_id: str
    planned: int | None
    spent: Mapping[Period, int | None]
    note: str


@dataclass(frozen=True)
class Checked:
    """A register after all checks: what can be counted on, and what is wrong.

    `observations` holds every fully typed and readable entry, also an invalid one (its
    figures are shown). `invalid` names entries that are typed whole but have a blocking
    fault; an entry in neither is NO_DATA (nothing, or only one of two cells, typed).
    `history` is in the sheet's order and holds readable rows only.
    """

    register: Register
    settings: Settings
    observations: Mapping[tuple[str, Period], Observation]
    invalid: frozenset[tuple[str, Period]]
    history: tuple[Observation, ...]
    tasks: Mapping[str, TaskResult]
    funding: Mapping[str, FundingResult]
    findings: tuple[Finding, ...]
