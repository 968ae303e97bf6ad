"""Values as printed: short, but never so short that they contradict the status.

Source: design, "A value prints with one decimal, and with more until the printed
number gives the same status".
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from workbook.domain.judging.situation import Situation
from workbook.domain.judging.status import judge_situation
from workbook.domain.numbers_vi import (
    format_decimal,
    format_integer,
    format_plain,
    round_half_up,
)
from workbook.domain.plan import Kind, Measure
from workbook.domain.register import Observation

FEWEST = 1
# A value that equals a bound without finite decimals (66,666…%) stays as short as others.
MOST = 12
FEWEST_OF_LEVEL = 2
EXACT = 6  # decimals that a milestone or an old rate may have
YES, NO = "Có", "Không"


def print_value(measure: Measure, value: Fraction, decimals: int) -> str:
    """Write a value with its unit: `99,46%`, `8,93‰`, `2 trường hợp`, `Có`."""
    if measure.kind is Kind.YES_NO:
        return YES if value else NO
    if measure.kind is Kind.COUNT:
        return f"{format_integer(int(value))} {measure.measure_unit}".rstrip()
    return with_unit(measure, format_decimal(value, decimals))


def print_level(measure: Measure, value: Fraction, decimals: int = EXACT) -> str:
    """Write a milestone's, a path's or a baseline's value without needless zeros: `80%`."""
    if measure.kind is Kind.YES_NO:
        return YES if value else NO
    if measure.kind is Kind.COUNT:
        return f"{format_plain(value, decimals)} {measure.measure_unit}".rstrip()
    return with_unit(measure, format_plain(value, decimals))


def with_unit(measure: Measure, number: str) -> str:
    """Set the unit behind a number: `98,27%`, `8,93‰`, `150/100.000`, `2,5 quyển/trẻ`.

    A rate named in words ("trên 100.000 trẻ em") prints over its factor.
    """
    unit = measure.measure_unit
    if not unit[:1].isalpha():
        return f"{number}{unit}"
    if measure.kind is Kind.RATE and measure.factor > 1:
        return f"{number}/{format_integer(measure.factor)}"
    return f"{number} {unit}"


def print_counts(observation: Observation) -> str:
    """Write what was typed for a percentage or rate: `369/371`."""
    return (
        f"{format_integer(observation.numerator or 0)}"
        f"/{format_integer(observation.denominator or 0)}"
    )


def printed_level(value: Fraction, decimals: int) -> Fraction:
    """Return a path's or a baseline's value as it prints beside a value.

    Whole where its decimals end, else two decimals, or as many as the value has.
    """
    exact = round_half_up(value, EXACT)
    return exact if exact == value else round_half_up(value, max(decimals, FEWEST_OF_LEVEL))


def decimals_of(situation: Situation) -> int:
    """Choose the decimals of a value so that it never contradicts its status.

    The printed number gives the same status, stands on the same side of the required
    value as that prints, and is neither 0 nor 100 % where the value is not.
    """
    if not situation.measure.kind.is_ratio:
        return 0
    verdict = judge_situation(situation)
    value, required = situation.value, verdict.required
    for decimals in range(FEWEST, MOST + 1):
        printed = round_half_up(value, decimals)
        if printed != value and printed in (0, situation.measure.factor):
            continue
        if required is not None and _side(value, required) != _side(
            printed, printed_level(required, decimals)
        ):
            continue
        if printed == value or (
            judge_situation(replace(situation, value=printed)).status is verdict.status
        ):
            return decimals
    return FEWEST


def _side(value: Fraction, bound: Fraction) -> int:
    return (value > bound) - (value < bound)
