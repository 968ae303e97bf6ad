"""One entry by itself: what was typed for a measure in a period, read and checked.

Source: reference methods, section 6, rows on text and numbers, on numerator and
denominator, on blanks, zeros, sources and dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbook.domain.cell_values import Reading, read_date, read_whole, read_yes_no
from workbook.domain.findings import Finding
from workbook.domain.numbers_vi import format_date_short
from workbook.domain.plan import Kind, Measure, Slot, ZeroDenominator
from workbook.domain.register import Observation, RawCell, RawEntry
from workbook.domain.settings import Settings, Window
from workbook.domain.text_vi import lower_first
from workbook.domain.validation.making import (
    Subject,
    count_vi,
    finding,
    reading_findings,
    slot_name,
    subject_of,
)
from workbook.domain.validation.messages_vi import COLUMN_NAMES, Fault
from workbook.domain.validation.text import cell_text


@dataclass(frozen=True)
class CheckedEntry:
    """An entry as understood. `values` holds the readable figures (có is 1, không 0)."""

    measure: Measure
    entry: RawEntry
    values: Mapping[Slot, int]
    findings: tuple[Finding, ...]

    @property
    def typed_whole(self) -> bool:
        """Whether every cell of figures holds something, readable or not."""
        return all(not cell.is_blank for cell in self.entry.figures.values())

    def observation(self, area: str) -> Observation | None:
        """Return the figures, None while one of them is blank or cannot be read."""
        if len(self.values) < len(self.measure.slots):
            return None
        return Observation(
            measure_id=self.measure.id,
            period=self.entry.period,
            area=area,
            numerator=self.values.get(Slot.NUMERATOR),
            denominator=self.values.get(Slot.DENOMINATOR),
            amount=self.values.get(Slot.AMOUNT),
            source=cell_text(self.entry.source),
            note=cell_text(self.entry.note),
            explanation=cell_text(self.entry.explanation),
        )


def check_entry(measure: Measure, entry: RawEntry, settings: Settings) -> CheckedEntry:
    """Read one entry and find what is wrong with it alone."""
    readings = {slot: read_slot(measure, cell) for slot, cell in entry.figures.items()}
    values = {slot: int(r.value) for slot, r in readings.items() if r.value is not None}
    checked = CheckedEntry(measure, entry, values, ())
    found: list[Finding] = []
    for slot, reading in readings.items():
        cell, subject = entry.figures[slot], _subject(checked, slot)
        found += reading_findings(cell, reading, subject)
    found += _blanks(checked)
    found += ratio_findings(
        measure, values, entry.figures, noted=not entry.note.is_blank,
        subject=_subject(checked, Slot.DENOMINATOR),
    )  # fmt: skip
    found += _source(checked)
    found += _entry_date(checked, settings.windows[entry.period])
    return CheckedEntry(measure, entry, values, tuple(found))


def read_slot(measure: Measure, cell: RawCell) -> Reading[int] | Reading[bool]:
    """Read a figure by the measure's kind."""
    return read_yes_no(cell) if measure.kind is Kind.YES_NO else read_whole(cell)


def _subject(checked: CheckedEntry, slot: Slot) -> Subject:
    name = slot_name(checked.measure, slot)
    return subject_of(checked.measure, checked.entry.period, name)


def _blanks(checked: CheckedEntry) -> Iterator[Finding]:
    measure, figures = checked.measure, checked.entry.figures
    blank = [slot for slot, cell in figures.items() if cell.is_blank]
    if not blank or not figures:
        return
    slot = blank[0]
    if len(blank) < len(figures):
        fault = Fault.NO_DENOMINATOR if slot is Slot.DENOMINATOR else Fault.NO_NUMERATOR
        other = next(cell.cell for cell in figures.values() if not cell.is_blank)
        yield finding(fault, figures[slot], _subject(checked, slot), other=other)
    elif measure.valid_in(checked.entry.period.year):
        chosen = measure.kind is Kind.YES_NO
        fault = Fault.NOTHING_CHOSEN if chosen else Fault.NOTHING_TYPED
        yield finding(fault, figures[slot], _subject(checked, slot), what=_what(measure))


def _what(measure: Measure) -> str:
    """Say what is to be typed, in the plan file's own words."""
    words = (
        [measure.numerator, measure.denominator] if measure.kind.is_ratio else [measure.numerator]
    )
    told = [lower_first(word) for word in words if word]
    return " và ".join(told) or "số liệu"


def ratio_findings(
    measure: Measure,
    values: Mapping[Slot, int],
    cells: Mapping[Slot, RawCell],
    *,
    noted: bool,
    subject: Subject,
) -> Iterator[Finding]:
    """Check numerator against denominator; a finding stands at the denominator.

    Where the numerator may exceed (children come from elsewhere), a note is asked for
    and settles the matter: with one there is no finding.
    """
    if Slot.NUMERATOR not in values or Slot.DENOMINATOR not in values:
        return
    numerator, denominator = values[Slot.NUMERATOR], values[Slot.DENOMINATOR]
    fault: Fault | None = None
    if denominator == 0:
        fault = _zero_denominator(measure, numerator)
    elif measure.kind is Kind.PERCENTAGE and numerator > denominator:
        if not measure.numerator_may_exceed:
            fault = Fault.NUMERATOR_ABOVE
        elif not noted:
            fault = Fault.NUMERATOR_ABOVE_UNEXPLAINED
    if fault is not None:
        other = cells[Slot.NUMERATOR].cell
        number, most = count_vi(numerator), count_vi(denominator)
        at = cells[Slot.DENOMINATOR]
        yield finding(fault, at, subject, other=other, number=number, most=most)


def _zero_denominator(measure: Measure, numerator: int) -> Fault | None:
    if numerator > 0:
        unusual = measure.zero_denominator is ZeroDenominator.NOT_ASSESSABLE
        return Fault.DENOMINATOR_ZERO_UNUSUAL if unusual else Fault.DENOMINATOR_ZERO
    nobody = measure.zero_denominator in (ZeroDenominator.INVALID, None)
    return Fault.NOBODY_COUNTED if nobody else None


def _source(checked: CheckedEntry) -> Iterator[Finding]:
    measure, entry = checked.measure, checked.entry
    typed = any(not cell.is_blank for cell in entry.figures.values())
    if not typed or not entry.source.is_blank or not measure.valid_in(entry.period.year):
        return
    zero = measure.zero_needs_source and checked.values.get(measure.slots[0]) == 0
    fault = Fault.ZERO_WITHOUT_SOURCE if zero else Fault.NO_SOURCE
    subject = subject_of(measure, entry.period, COLUMN_NAMES["source"])
    yield finding(fault, entry.source, subject)


def _entry_date(checked: CheckedEntry, window: Window) -> Iterator[Finding]:
    cell = checked.entry.entered_on
    reading = read_date(cell)
    subject = subject_of(checked.measure, checked.entry.period, COLUMN_NAMES["entered_on"])
    yield from reading_findings(cell, Reading(flaw=reading.flaw), subject)
    day = reading.value
    if day is None:
        return
    limits = (
        (Fault.TOO_EARLY, window.opens, window.opens and day < window.opens),
        (Fault.TOO_LATE, window.closes, window.closes and day > window.closes),
        (Fault.PAST_DEADLINE, window.deadline, window.deadline and day > window.deadline),
    )
    for fault, limit, broken in limits:
        if limit is not None and broken:
            told, latest = format_date_short(day), format_date_short(limit)
            yield finding(fault, cell, subject, date=told, limit=latest)
