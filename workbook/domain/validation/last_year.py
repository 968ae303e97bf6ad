"""Figures against the same period last year, in the same area.

Source: reference methods, section 6: a denominator that moved, figures unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.plan import Slot
from workbook.domain.register import Observation
from workbook.domain.text_vi import fold
from workbook.domain.validation.entries import CheckedEntry
from workbook.domain.validation.making import count_vi, finding, slot_name, subject_of
from workbook.domain.validation.messages_vi import Fault

_JUMP = Fraction(33, 100)
_MOVE = Fraction(20, 100)
_TELLING = 50  # below, two equal figures in a row are nothing remarkable

Key = tuple[str, Period]


def comparable(history: Sequence[Observation], area: str) -> Mapping[Key, Observation]:
    """Return the past figures of the area, or converted to it, by measure and period."""
    here = fold(area)
    same = {(o.measure_id, o.period): o for o in history if fold(o.area) == here}
    converted = {(o.measure_id, o.period): o for o in history if o.converted}
    return converted | same


def check_last_year(checked: CheckedEntry, past: Mapping[Key, Observation]) -> Iterator[Finding]:
    """Compare an entry's figures with those of the same period last year."""
    before = past.get((checked.measure.id, checked.entry.period.last_year()))
    numerator = checked.values.get(Slot.NUMERATOR)
    denominator = checked.values.get(Slot.DENOMINATOR)
    # A 0 on either side has rules of its own: it is no change of a population.
    if before is None or not before.denominator or numerator is None or not denominator:
        return
    fault = _compare(checked, before, numerator, denominator)
    if fault is None:
        return
    name = slot_name(checked.measure, Slot.DENOMINATOR)
    subject = subject_of(checked.measure, checked.entry.period, name)
    number = count_vi(denominator)
    most = count_vi(numerator if fault is Fault.UNCHANGED else before.denominator)
    at = checked.entry.figures[Slot.DENOMINATOR]
    yield finding(fault, at, subject, number=number, most=most)


def _compare(
    checked: CheckedEntry, before: Observation, numerator: int, denominator: int
) -> Fault | None:
    was = before.denominator or 0
    change = Fraction(abs(denominator - was), was)
    if change > _MOVE:
        return Fault.POPULATION_JUMPED if change > _JUMP else Fault.POPULATION_MOVED
    unchanged = (numerator, denominator) == (before.numerator, was)
    if unchanged and denominator >= _TELLING and not checked.measure.counts_institutions:
        return Fault.UNCHANGED
    return None
