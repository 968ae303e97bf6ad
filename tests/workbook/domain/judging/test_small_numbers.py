"""Intervals against published check values; when the note stands, and what it says."""

from __future__ import annotations

import pytest

from tests.workbook.domain.judging.samples import ELSEWHERE, Past, result_of
from workbook.domain.judging.small_numbers import poisson, wilson
from workbook.domain.plan import Plan


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [
        (0, 20, 0, 0.161125),
        (1, 20, 0.008881, 0.236131),
        (49, 50, 0.895046, 0.996461),
        (120, 120, 0.968981, 1),
    ],
)
def test_wilson_gives_the_check_values(
    numerator: int, denominator: int, low: float, high: float
) -> None:
    assert wilson(numerator, denominator) == pytest.approx((low, high), abs=5e-7)


@pytest.mark.parametrize(
    ("events", "low", "high"),
    [
        (0, 0, 3.68888),
        (1, 0.02532, 5.57164),
        (2, 0.24221, 7.22469),
        (5, 1.62349, 11.66833),
        (9, 4.11537, 17.08480),
    ],
)
def test_poisson_gives_the_check_values(events: int, low: float, high: float) -> None:
    assert poisson(events) == pytest.approx((low, high), abs=6e-6)


def test_from_ten_events_byar_is_close_to_the_exact_limits() -> None:
    assert poisson(10) == pytest.approx((4.79539, 18.39036), abs=0.01)
    assert poisson(10) != pytest.approx((4.79539, 18.39036), abs=1e-4)


def test_byar_continues_where_the_exact_limits_end() -> None:
    limits = [poisson(events) for events in range(40)]
    assert limits == sorted(limits)
    assert all(low < events < high for events, (low, high) in enumerate(limits) if events)


def test_the_interval_is_in_the_measures_units(plan: Plan) -> None:
    interval = result_of(plan, "CT03a", "2026", "1/112").interval
    assert interval is not None
    assert float(interval.low) == pytest.approx(0.02532 * 1000 / 112, abs=1e-4)
    assert float(interval.high) == pytest.approx(5.57164 * 1000 / 112, abs=1e-4)


@pytest.mark.parametrize(
    ("measure", "typed"),
    [
        ("CT06", "9/10"),
        ("CT13", "496/500"),
        ("CT18", "9/10"),
        ("CT19a", "5/10"),
        ("CT08", "0"),
        ("CT09", "1"),
        ("CT12", "0"),
        ("CT20", "có"),
        ("CT15", "101/100"),
    ],
)
def test_no_interval_where_every_case_is_known(plan: Plan, measure: str, typed: str) -> None:
    assert result_of(plan, measure, "2026", typed).interval is None


@pytest.mark.parametrize(
    ("measure", "typed", "noted"),
    [
        ("CT02", "500/1000", False),
        ("CT02", "981/1000", True),
        ("CT02", "980/1000", False),
        ("CT02", "900/1000", True),
        ("CT02", "819/1000", True),
        ("CT02", "830/1000", False),
        ("CT02", "799/1000", True),
        ("CT08", "1", False),
        ("CT20", "có", False),
        ("CT11", "0/0", False),
        ("CT02", "", False),
    ],
)
def test_the_note_stands_where_few_cases_decide(
    plan: Plan, measure: str, typed: str, noted: bool
) -> None:
    assert (result_of(plan, measure, "2026", typed).note is not None) == noted


@pytest.mark.parametrize(
    ("typed", "decides"), [("900/1000", True), ("901/1000", False), ("899/1000", True)]
)
def test_the_note_says_when_one_case_would_change_the_status(
    plan: Plan, typed: str, decides: bool
) -> None:
    note = result_of(plan, "CT02", "2026", typed).note or ""
    assert ("chênh lệch 01 trường hợp làm thay đổi đánh giá" in note) == decides


def test_counts_stand_beside_the_rate(plan: Plan) -> None:
    assert "1/112" in (result_of(plan, "CT03a", "2026", "1/112").note or "")


def test_three_years_are_pooled_where_history_has_their_counts(plan: Plan) -> None:
    past = [Past("CT03a", "2024", "2/100"), Past("CT03a", "2025", "0/88")]
    note = result_of(plan, "CT03a", "2026", "1/112", past).note or ""
    assert "3/300" in note
    assert "10,00‰" in note


@pytest.mark.parametrize(
    "other",
    [
        Past("CT03a", "2025", "0/88", ELSEWHERE),
        Past("CT03a", "2025", "8.5"),
        Past("CT03a", "2023", "0/88"),
    ],
)
def test_nothing_is_pooled_across_areas_gaps_or_bare_rates(plan: Plan, other: Past) -> None:
    past = [Past("CT03a", "2024", "2/100"), other]
    assert "3 năm" not in (result_of(plan, "CT03a", "2026", "1/112", past).note or "")
