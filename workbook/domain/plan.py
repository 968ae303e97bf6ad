"""The plan as values: goals, indicators, measures, units, tasks and relations.

Everything here is read from the plan's TOML file by `plan_file`; no value of any
plan stands in the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import cached_property

from workbook.domain.findings import Severity
from workbook.domain.letterhead import UNTOLD, Letterhead
from workbook.domain.periods import PeriodWindow

SettingValue = str | tuple[str, ...]


class Kind(Enum):
    """What a measure's value is made of."""

    PERCENTAGE = "percentage"  # numerator is a part of the denominator
    RATE = "rate"  # events per so many (1,000 live births, 100,000 children)
    COUNT = "count"
    YES_NO = "yes_no"

    @property
    def is_ratio(self) -> bool:
        """Whether a numerator and a denominator are typed."""
        return self in (Kind.PERCENTAGE, Kind.RATE)


class Rule(Enum):
    """How a milestone is met."""

    AT_LEAST = ">="
    AT_MOST = "<="
    BELOW = "<"
    ZERO = "= 0"
    FALLS = "falls"  # 0, or strictly below the baseline
    YES = "yes"

    @property
    def higher_is_better(self) -> bool:
        """The direction in which the value improves."""
        return self in (Rule.AT_LEAST, Rule.YES)


class Nature(Enum):
    """What a figure says about its period."""

    STOCK = "stock"  # a state at the period's end
    FLOW = "flow"  # a rate of events over the period
    EVENT = "event"  # a count of what must not happen
    CUMULATIVE = "cumulative"  # grows through the year


class ZeroDenominator(Enum):
    """What a denominator of 0 means."""

    NOTHING = "nothing"
    NOT_ASSESSABLE = "not_assessable"
    INVALID = "invalid"


class Slot(Enum):
    """A cell that a unit types for a measure in a period."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    AMOUNT = "amount"  # a count, or có/không


class RelationKind(Enum):
    """A cross-check between typed cells (`Relation.cells` in the order named)."""

    ORDERED_COUNTS = "ordered_counts"  # each at most the next
    NESTED_POPULATIONS = "nested_populations"  # each at most the next, denominators
    PART_OF = "part_of"  # the first at most the second
    SAME_POPULATION = "same_population"  # all equal
    COVERAGE = "coverage"  # the first at least `share` of the second
    YEAR_NOT_BELOW_HALF = "year_not_below_half"  # each: year >= share * half-year


class NoteKind(Enum):
    """Why the plan's wording needs a working reading beside it."""

    AMBIGUOUS = "ambiguous"
    MISTAKE = "mistake"
    SILENT = "silent"
    CHOICE = "choice"


@dataclass(frozen=True)
class PlanNote:
    """A place where the plan is ambiguous, mistaken or silent; both wordings stand."""

    kind: NoteKind
    place: str
    original: str  # the plan's words, "" where it says nothing
    reading: str  # the working reading (Vietnamese)
    mended: str = ""  # what replaces a mistake where documents may be mended


@dataclass(frozen=True)
class Milestone:
    """A value due at the end of a year. `value` is None for `falls` and `yes`."""

    year: int
    rule: Rule
    value: Fraction | None = None  # in the measure's units: percent points, per 1,000 …
    year_stated: bool = True


@dataclass(frozen=True)
class Measure:
    """The smallest thing of the plan with a value of its own."""

    id: str
    indicator: int
    name: str
    quote: str
    kind: Kind
    factor: int  # 100, 1_000, 100_000; 1 for counts and yes/no
    measure_unit: str  # as printed: "%", "‰", "trường hợp" …
    milestones: tuple[Milestone, ...]
    nature: Nature
    responsible_unit: str
    assigned_by: str  # clause of the plan, or "default"
    noun: str  # what is counted: trẻ, trường, trường hợp …
    numerator: str = ""  # wording of what is typed (for counts and yes/no: the amount)
    denominator: str = ""
    supporting_units: tuple[str, ...] = ()
    keep: bool = False
    valid_from: int | None = None
    valid_to: int | None = None
    zero_denominator: ZeroDenominator | None = None
    hide_headroom: bool = False
    complete_register: bool = False  # no interval: every case is known
    forecast: bool = True
    numerator_may_exceed: bool = False  # children come from elsewhere: note required
    zero_needs_source: bool = False
    counts_institutions: bool = False
    notes: tuple[PlanNote, ...] = ()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The cells that are typed for this measure."""
        if self.kind.is_ratio:
            return Slot.NUMERATOR, Slot.DENOMINATOR
        return (Slot.AMOUNT,)

    def valid_in(self, year: int) -> bool:
        """Whether the plan asks for this measure in the year."""
        return (self.valid_from or year) <= year <= (self.valid_to or year)


@dataclass(frozen=True)
class Indicator:
    """A chỉ tiêu with the plan's whole sentence."""

    number: int
    goal: int
    source: str
    quote: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class Goal:
    """A mục tiêu cụ thể; `heading` is the plan's own line, "" where it is numbered alike."""

    number: int
    title: str
    source: str
    heading: str = ""


@dataclass(frozen=True)
class Task:
    """A task that the plan gives to a unit."""

    id: str
    text: str


@dataclass(frozen=True)
class ResponsibleUnit:
    """A unit of the plan's section on organisation; it has one sheet.

    `heading` is the plan's own line above the tasks, "" where it is the name alone.
    """

    id: str
    name: str
    sheet: str
    clause: str
    tasks: tuple[Task, ...]
    heading: str = ""
    tasks_dashed: bool = True  # whether the plan sets a dash before each task
    letterhead: Letterhead = UNTOLD  # of the unit's own documents


@dataclass(frozen=True)
class FundingSource:
    """A source of money the plan names."""

    id: str
    name: str
    clause: str


@dataclass(frozen=True)
class Section:
    """A heading of the plan with its paragraphs, in order."""

    number: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Relation:
    """A cross-check between cells; a finding stands at the last cell named."""

    kind: RelationKind
    cells: tuple[tuple[str, Slot], ...]
    severity: Severity
    share: Fraction = Fraction(1)


@dataclass(frozen=True)
class Plan:
    """A whole plan, checked for consistency by `plan_file.parse_plan`."""

    id: str
    document_type: str  # "KẾ HOẠCH"
    title: tuple[str, ...]
    start_year: int
    end_year: int
    text_file: str
    opening: tuple[str, ...]
    general_goal: Section
    specific_goals_heading: str
    goals: tuple[Goal, ...]
    indicators: tuple[Indicator, ...]
    scope: tuple[Section, ...]  # II
    solutions: tuple[Section, ...]  # III
    funding_heading: str
    funding: tuple[FundingSource, ...]  # IV
    units: tuple[ResponsibleUnit, ...]  # V
    closing: str
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    signer: str
    legal_basis: tuple[str, ...]
    relations: tuple[Relation, ...]
    windows: Mapping[str, PeriodWindow]  # "H1" and "year"
    settings: Mapping[str, SettingValue]  # by key of `settings.SPECS`; no dates
    notes: tuple[PlanNote, ...] = ()
    goals_heading: str = ""  # I
    scope_heading: str = ""  # II
    solutions_heading: str = ""  # III
    organisation_heading: str = ""  # V
    profile: str = ""  # id of the profile whose names the plan carries
    source: str = field(default="", repr=False, compare=False)  # the TOML itself

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """All measures by id, in the plan's order."""
        return {measure.id: measure for one in self.indicators for measure in one.measures}

    @cached_property
    def milestone_years(self) -> tuple[int, ...]:
        """The years whose milestones the plan states, ascending."""
        stones = [stone for measure in self.measures.values() for stone in measure.milestones]
        return tuple(sorted({stone.year for stone in stones if stone.year_stated}))

    def unit(self, unit_id: str) -> ResponsibleUnit:
        """Return the unit with this id (KeyError when there is none)."""
        return {unit.id: unit for unit in self.units}[unit_id]

    def measures_of(self, unit_id: str) -> Iterator[Measure]:
        """Yield the measures a unit answers for, in the plan's order."""
        return (m for m in self.measures.values() if m.responsible_unit == unit_id)

    def goal_of(self, measure: Measure) -> Goal:
        """Return the goal under which the measure's indicator stands."""
        number = next(i.goal for i in self.indicators if i.number == measure.indicator)
        return next(goal for goal in self.goals if goal.number == number)
