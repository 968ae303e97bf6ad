"""The plan's relations between typed cells; one finding each, at the last cell named.

Which measures, how severe and what share stand in the plan; here are the kinds only.

Source: reference methods, section 6, rows from deaths to live births.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbook.domain.findings import Finding, Severity
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Measure, Relation, RelationKind, Slot
from workbook.domain.register import RawCell
from workbook.domain.validation.entries import CheckedEntry
from workbook.domain.validation.making import (
    count_vi,
    finding,
    number_vi,
    other_cell,
    slot_name,
    subject_of,
)
from workbook.domain.validation.messages_vi import Fault

_FAULTS = {
    RelationKind.ORDERED_COUNTS: Fault.ORDERED_COUNTS,
    RelationKind.NESTED_POPULATIONS: Fault.NESTED_POPULATIONS,
    RelationKind.PART_OF: Fault.PART_OF,
    RelationKind.SAME_POPULATION: Fault.SAME_POPULATION,
    RelationKind.COVERAGE: Fault.COVERAGE,
}
_HUNDRED = 100

Entries = Mapping[tuple[str, Period], CheckedEntry]


@dataclass(frozen=True)
class _Figure:
    """A readable figure with the cell it stands in."""

    value: int
    cell: RawCell
    measure: Measure
    period: Period
    slot: Slot

    def words(self, beside: RawCell) -> str:
        """Return the figure as another cell's message names it."""
        number = count_vi(self.value)
        if self.cell == beside:
            return f"{number} ở ô này"
        name = slot_name(self.measure, self.slot)
        return f"{number} ở {other_cell(self.cell, beside)} ({self.measure.id}, {name})"


def check_relations(
    relations: Sequence[Relation], entries: Entries, year: int
) -> Iterator[Finding]:
    """Check every relation in every period of the sổ.

    A relation is skipped while one of its cells is empty or unreadable (which is found
    by itself), or belongs to a measure that the plan does not ask for in the year.
    """
    half, whole = periods_of(year)
    for relation in relations:
        if relation.kind is RelationKind.YEAR_NOT_BELOW_HALF:
            for cell in relation.cells:
                before, now = _figure(entries, cell, half), _figure(entries, cell, whole)
                if before is not None and now is not None:
                    yield from _year_against_half(relation, before, now)
            continue
        for period in (half, whole):
            found = [_figure(entries, cell, period) for cell in relation.cells]
            figures = [figure for figure in found if figure is not None]
            if len(figures) == len(found):
                yield from _check(relation, figures)


def _figure(entries: Entries, cell: tuple[str, Slot], period: Period) -> _Figure | None:
    measure_id, slot = cell
    checked = entries.get((measure_id, period))
    if checked is None or slot not in checked.values:
        return None
    if not checked.measure.valid_in(period.year):
        return None
    raw = checked.entry.figures[slot]
    return _Figure(checked.values[slot], raw, checked.measure, period, slot)


def _broken(relation: Relation, figures: list[_Figure]) -> tuple[_Figure, _Figure] | None:
    """Return the first two figures that contradict each other."""
    for first, second in pairwise(figures):
        match relation.kind:
            case RelationKind.SAME_POPULATION:
                holds = first.value == second.value
            case RelationKind.COVERAGE:
                holds = first.value >= relation.share * second.value
            case _:
                holds = first.value <= second.value
        if not holds:
            return first, second
    return None


def _check(relation: Relation, figures: list[_Figure]) -> Iterator[Finding]:
    pair = _broken(relation, figures)
    if pair is None:
        return
    first, second = pair
    yield _finding(
        _FAULTS[relation.kind], figures[-1], relation.severity,
        first=first.words(figures[-1].cell), second=second.words(figures[-1].cell),
        share=number_vi(relation.share * _HUNDRED),
    )  # fmt: skip


def _year_against_half(relation: Relation, half: _Figure, whole: _Figure) -> Iterator[Finding]:
    if whole.value >= relation.share * half.value:
        return
    fault = Fault.YEAR_BELOW_HALF if relation.share <= 1 else Fault.YEAR_CLOSE_TO_HALF
    yield _finding(
        fault, whole, relation.severity, share=number_vi(relation.share),
        number=count_vi(whole.value), most=count_vi(half.value), other=half.cell.cell,
    )  # fmt: skip


def _finding(fault: Fault, at: _Figure, weight: Severity, **facts: str) -> Finding:
    subject = subject_of(at.measure, at.period, slot_name(at.measure, at.slot))
    return finding(fault, at.cell, subject, weight, **facts)
