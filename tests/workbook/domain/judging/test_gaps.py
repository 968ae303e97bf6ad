"""Gaps in whole children: check values, brute force, agreement with the status."""

from __future__ import annotations

from fractions import Fraction
from itertools import count

import pytest

from tests.workbook.domain.judging.samples import Past, result_of
from workbook.domain.judging.gaps import gap
from workbook.domain.plan import Plan, Rule

# Measure, milestone year, denominator, greatest numerator: reference methods, section 3.
GREATEST = [
    *[("CT03a", 2025, births, most) for births, most in ((60, 0), (111, 0), (112, 1), (200, 1))],
    *[("CT03b", 2025, births, most) for births, most in ((60, 0), (111, 1), (112, 1), (200, 2))],
    *[("CT03c", 2025, births, most) for births, most in ((60, 1), (111, 2), (112, 2), (200, 3))],
    *[("CT03c", 2030, births, most) for births, most in ((60, 0), (111, 1), (112, 1), (200, 2))],
    ("CT16b", 2025, 500, 0),
    ("CT16b", 2025, 2001, 1),
    ("CT17b", 2025, 1000, 0),
    ("CT17b", 2025, 1900, 1),
]


@pytest.mark.parametrize(("measure", "year", "denominator", "most"), GREATEST)
def test_the_greatest_number_within_a_limit(
    plan: Plan, measure: str, year: int, denominator: int, most: int
) -> None:
    within = result_of(plan, measure, str(year), f"{most}/{denominator}")
    beyond = result_of(plan, measure, str(year), f"{most + 1}/{denominator}")
    assert (within.gap_next, beyond.gap_next) == (0, 1)


@pytest.mark.parametrize(
    ("measure", "period", "typed", "baseline", "to_next", "to_required"),
    [
        ("CT13", "2026", "496/500", "", 4, 4),
        ("CT02", "2026", "81/100", "", 9, 1),
        ("CT02", "2026", "79/100", "", 11, 1),
        ("CT02", "2026", "95/100", "", -5, -13),
        ("CT02", "2024", "70/100", "60/100", 10, 4),
        ("CT02", "2024", "70/100", "", 10, None),
        ("CT03a", "2026", "1/112", "", 1, 1),
        ("CT08", "2026", "2", "", 2, 2),
        ("CT08", "2026", "0", "", 0, None),
        ("CT08", "2024", "1", "", 1, None),
        ("CT10a", "2026", "3/2000", "5/2000", 3, -1),
        ("CT10a", "2026", "5/2000", "5/2000", 5, 1),
        ("CT10a", "2024", "6/2000", "5/2000", 2, None),
        ("CT10a", "2024", "0/2000", "0/2000", 0, None),
        ("CT10a", "2026", "3/2000", "", 3, None),
        ("CT20", "2026", "không", "", None, None),
        ("CT11", "2026", "0/0", "", None, None),
        ("CT05a", "2026", "50/50", "", None, None),
        ("CT02", "2026", "", "", None, None),
        ("CT02", "2026-H1", "40/100", "", None, None),
    ],
)
def test_both_gaps(
    plan: Plan,
    measure: str,
    period: str,
    typed: str,
    baseline: str,
    to_next: int | None,
    to_required: int | None,
) -> None:
    past = [Past(measure, "2022", baseline)] if baseline else []
    result = result_of(plan, measure, period, typed, past)
    assert (result.gap_next, result.gap_required) == (to_next, to_required)


def meets(rule: Rule, target: Fraction, factor: int, numerator: int, denominator: int) -> bool:
    """Whether a numerator meets a target, in whole numbers only."""
    reached = numerator * factor * target.denominator
    asked = target.numerator * denominator
    match rule:
        case Rule.AT_LEAST:
            return reached >= asked
        case Rule.AT_MOST | Rule.ZERO:
            return reached <= asked
        case Rule.BELOW:
            return reached < asked
        case Rule.FALLS:
            return numerator == 0 or reached < asked
        case Rule.YES:
            raise AssertionError(rule)


@pytest.mark.parametrize(
    ("rule", "target", "factor"),
    [
        (Rule.AT_LEAST, "80", 100),
        (Rule.AT_LEAST, "99.5", 100),
        (Rule.AT_LEAST, "220/3", 100),
        (Rule.AT_LEAST, "100", 100),
        (Rule.AT_MOST, "12", 1000),
        (Rule.AT_MOST, "2", 100),
        (Rule.BELOW, "8.5", 1000),
        (Rule.BELOW, "0.05", 100),
        (Rule.BELOW, "12", 100),
        (Rule.ZERO, "0", 100_000),
        (Rule.ZERO, "200", 100_000),
        (Rule.FALLS, "250", 100_000),
        (Rule.FALLS, "100/7", 100),
        (Rule.FALLS, "0", 100_000),
    ],
)
def test_the_gap_is_right_for_every_denominator_up_to_2000(
    rule: Rule, target: str, factor: int
) -> None:
    level = Fraction(target)
    for denominator in range(1, 2001):
        units = Fraction(denominator, factor)
        if rule.higher_is_better:
            least = next(n for n in count() if meets(rule, level, factor, n, denominator))
            expected, at = least, 0
        else:
            too_many = next(n for n in count() if not meets(rule, level, factor, n, denominator))
            expected, at = denominator - (too_many - 1), denominator
        assert gap(rule, level, at, units) == expected, denominator
        assert gap(rule, level, at + 7, units) == expected + (-7 if rule.higher_is_better else 7)
