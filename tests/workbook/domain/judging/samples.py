"""Checked registers made by hand from short notations such as `496/500`, `2`, `không`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from workbook.domain.judging import assess
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Plan
from workbook.domain.register import Checked, Observation, Register
from workbook.domain.results import MeasureResult
from workbook.domain.settings import Interim, Settings

HERE = "phường A"
ELSEWHERE = "phường B"
SOURCE = "Sổ theo dõi"


@dataclass(frozen=True)
class Past:
    """One row of Lịch sử: measure, period, what stands there, and where."""

    measure: str
    period: str
    text: str
    area: str = HERE
    converted: bool = False


def settings(interim: Interim = Interim.STRAIGHT, baseline_year: int | None = None) -> Settings:
    return Settings(
        superior="",
        issuer=(),
        body_name="",
        unit_name="",
        area=HERE,
        programme="",
        place="",
        number_suffix="",
        addressees=(),
        legal_basis=(),
        recipients=(),
        signature=(),
        signer="",
        interim=interim,
        baseline_year=baseline_year,
        schools=(),
        emails=(),
        windows={},
    )


def observation(measure: Measure, period: str, text: str, area: str = HERE) -> Observation:
    """Read `496/500`, a count, `có`/`không`, or a bare rate such as `97.5` of a ratio."""
    blank = Observation(measure.id, Period.parse(period), area, source=SOURCE)
    if measure.kind is Kind.YES_NO:
        return replace(blank, amount=int(text == "có"))
    if "/" in text:
        numerator, denominator = text.split("/")
        return replace(blank, numerator=int(numerator), denominator=int(denominator))
    if measure.kind is Kind.COUNT:
        return replace(blank, amount=int(text))
    return replace(blank, rate=Fraction(text))


def checked(
    plan: Plan,
    typed: Mapping[tuple[str, str], str],
    past: Iterable[Past] = (),
    *,
    chosen: Settings | None = None,
    invalid: Iterable[tuple[str, str]] = (),
) -> Checked:
    """Make a checked register; `typed` maps (measure, period) to a short notation."""
    years = [Period.parse(period).year for _, period in typed]
    return Checked(
        register=Register(plan, max(years, default=2026)),
        settings=chosen or settings(),
        observations={
            (name, Period.parse(period)): observation(plan.measures[name], period, text)
            for (name, period), text in typed.items()
        },
        invalid=frozenset((name, Period.parse(period)) for name, period in invalid),
        history=tuple(
            replace(
                observation(plan.measures[row.measure], row.period, row.text, row.area),
                converted=row.converted,
            )
            for row in past
        ),
        tasks={},
        funding={},
        findings=(),
    )


def result_of(
    plan: Plan,
    measure: str,
    period: str,
    text: str,
    past: Iterable[Past] = (),
    *,
    chosen: Settings | None = None,
) -> MeasureResult:
    """Judge one measure alone, the rest of the plan without figures; "" types nothing."""
    typed = {(measure, period): text} if text else {}
    return assess(checked(plan, typed, past, chosen=chosen), Period.parse(period)).by_id[measure]
