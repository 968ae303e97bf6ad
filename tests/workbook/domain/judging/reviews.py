"""Registers and reviews that several tests of a span of years look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.workbook.domain.judging.samples import Past, checked
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import Series
from workbook.domain.plan import Plan
from workbook.domain.register import Checked
from workbook.domain.statuses import Status

FARTHER = "phường C"


def register(
    plan: Plan, year: int, typed: Mapping[str, str], past: list[Past] | None = None
) -> Checked:
    """A checked sổ of a year."""
    made = checked(plan, {(one, str(year)): text for one, text in typed.items()}, past or [])
    return replace(made, register=replace(made.register, year=year))


def series_of(made: Review, measure: str) -> Series:
    return next(one for one in made.series if one.measure.id == measure)


def statuses(made: Review, measure: str) -> list[Status]:
    return [one.status for one in series_of(made, measure).results]


def shown(made: Review, measure: str) -> list[str]:
    return [one.shown for one in series_of(made, measure).results]


# Which years.
