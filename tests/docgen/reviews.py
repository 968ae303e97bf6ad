"""The reviews that several tests look at: sơ kết and tổng kết, full, empty, of two areas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from tests.docgen.plans import OTHER, long_settings, other_plan, settings_of
from tests.workbook.domain.judging.samples import ELSEWHERE, HERE, Past, checked
from workbook.domain.judging.review import Review, review
from workbook.domain.periods import Period, Span
from workbook.domain.plan import Kind, Measure, Plan, Rule
from workbook.domain.register import Checked, Observation
from workbook.domain.settings import Settings
from workbook.domain.validation import check
from workbook.plans import default_plan
from xl_macros.new_workbook import register_from_files, sample_register

BEST = {
    Kind.YES_NO: {True: "có", False: "có"},
    Kind.COUNT: {True: "9", False: "0"},
    Kind.PERCENTAGE: {True: "1000/1000", False: "0/1000"},
    Kind.RATE: {True: "1000/1000", False: "0/1000"},
}
_BETTER_EACH_YEAR = 30  # children of a thousand


@cache
def sample_checked() -> Checked:
    """The product's sample sổ, of the year after the first milestone."""
    return check(sample_register())


def sample_midterm() -> Review:
    """The sơ kết of the sample."""
    return review(sample_checked(), Span.MIDTERM)


@cache
def final_checked() -> Checked:
    """A sổ of the plan's last year: the sample grown on, with what is kept broken in 2027."""
    now = sample_checked()
    plan, year = now.register.plan, now.register.year
    last = plan.end_year
    annual = [row for (_, period), row in now.observations.items() if not period.half]
    history = [*now.history, *annual]
    for later in range(year + 1, last + 1):
        history += [_grown(plan.measures[row.measure_id], row, later) for row in annual]
    return replace(
        now,
        register=replace(now.register, year=last),
        observations={(row.measure_id, row.period): row for row in history
                      if row.period.year == last},
        invalid=frozenset(),
        history=tuple(row for row in history if row.period.year < last),
        tasks={},
        funding={},
        findings=(),
    )  # fmt: skip


def _grown(measure: Measure, row: Observation, year: int) -> Observation:
    """A figure of a later year: better by so many of a thousand each year, but for 2027."""
    period, step = Period(year), year - row.period.year
    better = measure.milestones[0].rule.higher_is_better
    broken = measure.keep and year == row.period.year + 1
    if row.numerator is None or row.denominator is None:
        amount = row.amount or 0
        worse = 1 if broken and not better else amount
        return replace(row, period=period, amount=1 if better else worse)
    change = row.denominator * _BETTER_EACH_YEAR * step // 1000 * (1 if better else -1)
    numerator = row.numerator + change - (1 if broken and better else 0)
    most = row.denominator - broken if better else row.denominator
    return replace(row, period=period, numerator=max(0, min(most, numerator)))


def sample_final() -> Review:
    """The tổng kết of the grown sample."""
    return review(final_checked(), Span.FINAL)


def of_years(
    values: Mapping[tuple[str, int], str],
    year: int,
    span: Span,
    *,
    plan: Plan | None = None,
    settings: Settings | None = None,
    past: Iterable[Past] = (),
) -> Review:
    """Review figures in short notation, by measure and year; those of `year` are the sổ's."""
    plan = plan or default_plan()
    chosen = replace(settings or settings_of(plan), area=HERE)
    typed = {(one, str(when)): text for (one, when), text in values.items() if when == year}
    rows = [Past(one, str(when), text) for (one, when), text in values.items() if when < year]
    made = checked(plan, typed, [*rows, *past], chosen=chosen)
    return review(replace(made, register=replace(made.register, year=year)), span)


def _every(plan: Plan, last: int, text_of: Mapping[Kind, Mapping[bool, str]]) -> dict[
    tuple[str, int], str
]:  # fmt: skip
    return {
        (one.id, year): text_of[one.kind][one.milestones[0].rule.higher_is_better]
        for one in plan.measures.values()
        for year in range(plan.start_year, last + 1)
        if one.valid_in(year)
    }


def all_reached(span: Span) -> Review:
    """Every measure at its best in every year; what is to fall has fallen."""
    plan = default_plan()
    last = plan.milestone_years[0] if span is Span.MIDTERM else plan.end_year
    values = _every(plan, last, BEST)
    for one in plan.measures.values():
        if one.milestones[0].rule is Rule.FALLS:
            values[one.id, plan.start_year] = "5/1000"
    return of_years(values, last, span)


def nothing_typed(span: Span) -> Review:
    """Every cell and Lịch sử are blank."""
    plan = default_plan()
    last = plan.milestone_years[0] if span is Span.MIDTERM else plan.end_year
    return of_years({}, last, span)


def all_missed_with_long_names() -> Review:
    """Every measure at its worst in every year, every name as long as it could be."""
    plan = default_plan()
    worst = {
        Kind.YES_NO: {True: "không", False: "không"},
        Kind.COUNT: {True: "0", False: "12"},
        Kind.PERCENTAGE: {True: "1/98765", False: "98764/98765"},
        Kind.RATE: {True: "1/98765", False: "98764/98765"},
    }
    values = _every(plan, plan.end_year, worst)
    return of_years(values, plan.end_year, Span.FINAL, settings=long_settings(settings_of(plan)))


def of_two_areas(*, converted: bool = False) -> Review:
    """The plan's first years elsewhere, the milestone's year here."""
    plan = default_plan()
    first, last = plan.start_year, plan.milestone_years[0]
    values = {key: text for key, text in _every(plan, last, BEST).items() if key[1] == last}
    past = [
        Past(one.id, str(year), BEST[one.kind][one.milestones[0].rule.higher_is_better],
             ELSEWHERE, converted)
        for one in plan.measures.values()
        for year in range(first, last)
        if one.valid_in(year)
    ]  # fmt: skip
    return of_years(values, last, Span.MIDTERM, past=past)


def other_midterm() -> Review:
    """The sơ kết of the plan of nowhere, of its own files."""
    register = register_from_files(other_plan(), 2026, OTHER / "so_lieu.csv", OTHER / "lich_su.csv")
    return review(check(register), Span.MIDTERM)
