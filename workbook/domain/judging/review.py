"""A span of years judged: what a sơ kết or a tổng kết rests on.

A past year is judged by the very rules of the current one: its rows of Lịch sử stand
where the entries stood. Which years belong to a span is the plan's to say: it begins
with the plan's first year and ends with a milestone's year (sơ kết), or with the plan's
last (tổng kết). Source: plan, milestones; reference domain, sections 2.3 and 8.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbook.domain.errors import UnusableInputError
from workbook.domain.findings import Finding
from workbook.domain.judging import review_vi as words
from workbook.domain.judging.assessment import assess
from workbook.domain.judging.series import MilestoneYear, Series, is_asked
from workbook.domain.periods import Period, Span
from workbook.domain.plan import Plan
from workbook.domain.register import Checked, Observation
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.settings import Settings
from workbook.domain.statuses import worst
from workbook.domain.text_vi import fold

_Rows = Mapping[str, Observation]  # by measure


@dataclass(frozen=True)
class Review:
    """The years of a span, each judged, the first to the last.

    `years` are whole years. The figures of a year may be of another area than the
    settings name; they are judged by the milestones all the same, beside past figures of
    their own area. `register_year` is the year of the sổ. `unused_areas` are areas of
    which Lịch sử holds figures of these years, and none is used.
    """

    span: Span
    years: tuple[Assessment, ...]
    register_year: int
    unused_areas: tuple[str, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan that was carried out."""
        return self.years[-1].plan

    @property
    def settings(self) -> Settings:
        """The settings of the sổ."""
        return self.years[-1].settings

    @property
    def sample(self) -> bool:
        """Whether the figures are made up."""
        return self.years[-1].sample

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong in the figures of the span, or belongs to no period."""
        return self.years[-1].findings

    @property
    def first_year(self) -> int:
        """The first year looked back on."""
        return self.years[0].period.year

    @property
    def last_year(self) -> int:
        """The last year looked back on."""
        return self.years[-1].period.year

    @property
    def own_year(self) -> Assessment | None:
        """The year whose tasks and money the sổ holds; None where it lies after the span."""
        return self.years[-1] if self.register_year == self.last_year else None

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Every measure through the years, in the plan's order."""
        by_year = [one.by_id for one in self.years]
        return tuple(
            Series(measure, tuple(one[measure.id] for one in by_year), self.settings.area)
            for measure in self.plan.measures.values()
        )

    @cached_property
    def foreign_areas(self) -> Mapping[str, frozenset[int]]:
        """The other areas of the figures, by their folded names, with their years.

        In the order of the plan's measures and the years.
        """
        found: dict[str, set[int]] = {}
        for one in self.series:
            for year, area in one.foreign_areas.items():
                found.setdefault(fold(area), set()).add(year)
        return {area: frozenset(years) for area, years in found.items()}

    @cached_property
    def milestones(self) -> tuple[MilestoneYear, ...]:
        """The milestones that fell due in the span."""
        return tuple(
            MilestoneYear(
                one, tuple(r for r in one.results if is_asked(r.measure, one.period.year))
            )
            for one in self.years
            if one.period.year in self.plan.milestone_years
        )


def review(checked: Checked, span: Span) -> Review:
    """Judge every year of a span.

    Args:
        checked: the sổ after all checks; its year is the span's last, or lies after it.
        span: sơ kết (to the latest milestone due that is not the plan's end) or tổng kết.

    Raises:
        UnusableInputError: the sổ's year lies before the span's end, or the plan has no
            milestone before its end; one Vietnamese sentence says what to do.
    """
    plan, year = checked.register.plan, checked.register.year
    last = _last_year(plan, span, year)
    years = range(plan.start_year, last + 1)
    rows = [row for row in checked.history if not row.period.half and row.period.year in years]
    areas = _by_size(rows)
    chosen = {
        one: _chosen([row for row in rows if row.period.year == one], areas, checked.settings)
        for one in years
        if one != year
    }
    used = {fold(row.area) for one in chosen.values() for row in one.values()}
    return Review(
        span=span,
        years=tuple(
            assess(checked, Period(year)) if one == year else _past_year(checked, one, chosen[one])
            for one in years
        ),
        register_year=year,
        unused_areas=tuple(
            name
            for name in areas.values()
            if fold(name) not in used | {fold(checked.settings.area)}
        ),
    )


def _last_year(plan: Plan, span: Span, year: int) -> int:
    if span is Span.FINAL:
        if year < plan.end_year:
            raise UnusableInputError(words.too_early_for_final(plan, year))
        return plan.end_year
    stones = [one for one in plan.milestone_years if plan.start_year <= one < plan.end_year]
    if not stones:
        raise UnusableInputError(words.no_midterm(plan))
    if year < stones[0]:
        raise UnusableInputError(words.too_early_for_midterm(stones[0], year))
    return max(one for one in stones if one <= year)


def _by_size(rows: Iterable[Observation]) -> Mapping[str, str]:
    """Return the areas as written, by their folded names; that of most rows first.

    Where one year has figures of several other areas, all measures show the same one.
    """
    names = {fold(row.area): row.area for row in rows}
    counts = Counter(fold(row.area) for row in rows)
    return {one: names[one] for one in sorted(names, key=lambda one: (-counts[one], one))}


def _chosen(rows: Iterable[Observation], areas: Mapping[str, str], settings: Settings) -> _Rows:
    """Choose a year's row of each measure: of the own area, else converted to it, else another."""
    order = list(areas)

    def rank(row: Observation) -> tuple[bool, bool, int]:
        return not _is_here(row, settings), not row.converted, order.index(fold(row.area))

    chosen: dict[str, Observation] = {}
    for row in sorted(rows, key=rank):
        chosen.setdefault(row.measure_id, row)
    return chosen


def _is_here(row: Observation, settings: Settings) -> bool:
    return fold(row.area) == fold(settings.area)


def _past_year(checked: Checked, year: int, rows: _Rows) -> Assessment:
    """Judge a past year; figures of another area by that area's own past."""
    period, settings = Period(year), checked.settings
    past = replace(
        checked,
        observations={(name, period): row for name, row in rows.items()},
        invalid=frozenset(),
        tasks={},
        funding={},
        findings=tuple(one for one in checked.findings if one.period is None),
    )
    judged = assess(past, period)
    results = dict(judged.by_id)
    foreign = {
        name: row.area
        for name, row in rows.items()
        if not (_is_here(row, settings) or row.converted)
    }
    # A converted figure is one of the new area, wherever it was counted.
    unconverted = tuple(row for row in checked.history if not row.converted)
    for area in set(foreign.values()):
        there = replace(past, settings=replace(settings, area=area), history=unconverted)
        found = assess(there, period).by_id
        results |= {name: found[name] for name, where in foreign.items() if where == area}
    return _with_results(judged, results.values())


def _with_results(judged: Assessment, results: Iterable[MeasureResult]) -> Assessment:
    made = tuple(results)
    return replace(
        judged,
        results=made,
        indicators={
            number: worst([one.status for one in made if one.measure.indicator == number])
            for number in judged.indicators
        },
    )
