"""What every page is written from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, Slot
from workbook.domain.register import CellValue, RawEntry, RawFunding, RawTask, Register
from workbook.domain.results import Assessment, MeasureResult
from workbook.layout.placement import UnitLayout


@dataclass(frozen=True)
class Job:
    """A register with what Python says of it; `shown` is the period being reported."""

    register: Register
    assessments: Mapping[Period, Assessment]
    findings: Sequence[Finding]
    shown: Period

    @property
    def plan(self) -> Plan:
        """The plan of the sổ."""
        return self.register.plan

    @property
    def year(self) -> int:
        """The reporting year."""
        return self.register.year

    @property
    def assessment(self) -> Assessment:
        """The assessment of the period being reported."""
        return self.assessments[self.shown]

    @cached_property
    def _results(self) -> dict[tuple[str, Period], MeasureResult]:
        return {
            (result.measure.id, period): result
            for period, assessment in self.assessments.items()
            for result in assessment.results
        }

    @cached_property
    def _entries(self) -> dict[tuple[str, Period], RawEntry]:
        return {(entry.measure_id, entry.period): entry for entry in self.register.entries}

    @cached_property
    def tasks(self) -> dict[str, RawTask]:
        """What was typed for tasks, by id."""
        return {task.task_id: task for task in self.register.tasks}

    @cached_property
    def funding(self) -> dict[str, RawFunding]:
        """What was typed for sources of money, by id."""
        return {source.source_id: source for source in self.register.funding}

    @cached_property
    def places(self) -> dict[str, UnitLayout]:
        """The layout of every unit's sheet, by the unit's id."""
        return {unit.id: UnitLayout(self.plan, unit.id, self.year) for unit in self.plan.units}

    def result(self, measure_id: str, period: Period) -> MeasureResult | None:
        """Return what is said of a measure in a period, if it was judged."""
        return self._results.get((measure_id, period))

    def entry(self, measure_id: str, period: Period) -> RawEntry | None:
        """Return what was typed for a measure in a period, if anything."""
        return self._entries.get((measure_id, period))

    def figure(self, measure_id: str, period: Period, slot: Slot) -> CellValue:
        """Return what was typed in a figure's cell; None for nothing."""
        entry = self.entry(measure_id, period)
        cell = entry.figures.get(slot) if entry else None
        return cell.value if cell else None

    def empty_figures(self, place: UnitLayout, period: Period) -> int:
        """Count the figures that the plan asks of a unit and nobody has typed."""
        return sum(
            self.figure(measure.id, period, slot) in (None, "")
            for measure in place.measures
            if measure.valid_in(self.year)
            for slot in measure.slots
        )
