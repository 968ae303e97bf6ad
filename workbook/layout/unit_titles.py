"""What a unit's sheet says of the chosen period, by live formulas on the chooser's cell."""

from __future__ import annotations

from workbook.domain.periods import Period, periods_of
from workbook.layout import formulas, texts_vi
from workbook.layout.blocks import Formula
from workbook.layout.job import Job
from workbook.layout.placement import UnitLayout
from workbook.layout.summary_layout import SummaryLayout, period_formula, reference


def unit_title(place: UnitLayout, shown: Period) -> Formula:
    """Return the title: the unit, and the period that is chosen on Tổng hợp."""
    before = f"{place.unit.name.rstrip('.')} – "
    chosen = reference(SummaryLayout.PERIOD_CELL)
    return Formula(f"={formulas.literal(before)}&{chosen}", before + shown.label)


def remaining(job: Job, place: UnitLayout) -> Formula:
    """Return how many of the asked figures of the chosen period are still empty."""
    counts = [_remaining(place, period) for period in periods_of(place.year)]
    formula = f"={period_formula(periods_of(place.year)[0], *counts)}"
    before = texts_vi.remaining_before(job.shown)
    empty = job.empty_figures(place, job.shown)
    return Formula(formula, f"{before}{empty}{texts_vi.REMAINING_AFTER}")


def _remaining(place: UnitLayout, period: Period) -> str:
    before, after = texts_vi.remaining_before(period), texts_vi.REMAINING_AFTER
    count = formulas.empty_count(place, period)
    return f"{formulas.literal(before)}&({count})&{formulas.literal(after)}"
