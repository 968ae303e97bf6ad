from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from docgen.shared import phrases_vi
from tests.docgen import made
from workbook.domain.judging.printing import print_level
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Milestone, Rule
from workbook.domain.register import Observation
from workbook.domain.results import Change, Trend, Verdict
from workbook.domain.statuses import Status

FIRST, SECOND, COUNT, THIRD = made.MEASURES


def with_milestone(rule: Rule, value: str | None, measure: Measure = FIRST) -> Measure:
    stone = Milestone(2025, rule, None if value is None else Fraction(value))
    return replace(measure, milestones=(stone,))


@pytest.mark.parametrize(
    ("rule", "value", "text"),
    [
        (Rule.AT_LEAST, "99.5", "≥\u00a099,5%"),
        (Rule.AT_MOST, "12", "≤\u00a012%"),
        (Rule.BELOW, "0.05", "<\u00a00,05%"),
        (Rule.BELOW, "8.5", "<\u00a08,5%"),
        (Rule.FALLS, None, "Giảm so với năm gốc"),
        (Rule.YES, None, "Có"),
        (Rule.ZERO, None, "0 trẻ"),
    ],
)
def test_a_milestone_stands_in_a_table_with_its_rule(
    rule: Rule, value: str | None, text: str
) -> None:
    assert phrases_vi.milestone(with_milestone(rule, value), 2025) == text


def test_a_milestone_of_no_year_is_said_to_be_of_no_year() -> None:
    stone = Milestone(2022, Rule.AT_LEAST, Fraction(100), year_stated=False)
    assert "không nêu năm" in phrases_vi.milestone(replace(FIRST, milestones=(stone,)), 2030)


def test_a_year_without_milestone_shows_a_dash() -> None:
    assert phrases_vi.milestone(with_milestone(Rule.AT_LEAST, "80"), 2030) == "–"


def test_parts_of_an_indicator_carry_letters() -> None:
    plan = made.plan()
    numbers = [phrases_vi.number(plan, one) for one in made.MEASURES]
    assert numbers == ["1", "2a", "2b", "3"]


def gap_of(measure: Measure, status: Status, gap: int | None) -> str:
    verdict = Verdict(status, status.label, next=measure.milestones[-1])
    return phrases_vi.gap(made.result(measure, status, verdict=verdict, gap_required=gap))


FALLING = with_milestone(Rule.BELOW, "2")
HIDDEN = replace(FALLING, hide_headroom=True)


@pytest.mark.parametrize(
    ("measure", "status", "gap", "text"),
    [
        (FIRST, Status.SLOW, 4, "còn thiếu 04 trẻ"),
        (FIRST, Status.SLOW, 12, "còn thiếu 12 trẻ"),
        (FALLING, Status.MISSED, 1, "vượt 01 trẻ"),
        (FIRST, Status.ACHIEVED, -3, "đạt mức cần đạt"),
        (FIRST, Status.ACHIEVED, 0, "đạt mức cần đạt"),
        (HIDDEN, Status.ACHIEVED, -3, "trong mức mục tiêu"),
        (HIDDEN, Status.MISSED, 2, "vượt 02 trẻ"),
        (FIRST, Status.ON_TRACK, 1, "thấp hơn lộ trình 01 trẻ, trong phạm vi cho phép"),
        (FALLING, Status.ON_TRACK, 1, "cao hơn lộ trình 01 trẻ, trong phạm vi cho phép"),
        (FIRST, Status.NO_DATA, None, "–"),
        (FIRST, Status.PENDING, 5, "–"),
    ],
)
def test_a_gap_is_said_in_whole_children(
    measure: Measure, status: Status, gap: int | None, text: str
) -> None:
    assert gap_of(measure, status, gap) == text


@pytest.mark.parametrize("gap", range(-30, 1))
def test_of_hidden_headroom_no_number_is_ever_said(gap: int) -> None:
    assert not any(letter.isdigit() for letter in gap_of(HIDDEN, Status.ACHIEVED, gap))


def test_the_required_value_takes_the_sign_of_its_rule() -> None:
    ahead = FIRST.milestones[-1]
    verdict = Verdict(Status.SLOW, "", next=ahead, required=Fraction(220, 3))
    assert phrases_vi.required(made.result(FIRST, verdict=verdict)) == "≥\u00a073,33%"
    assert phrases_vi.required(made.result(FIRST)) == "–"


def test_the_failed_milestone_gives_the_sign_before_the_next_one() -> None:
    failed = Milestone(2025, Rule.BELOW, Fraction(12))
    verdict = Verdict(
        Status.MISSED, "", next=FIRST.milestones[-1], failed=failed, required=Fraction(12)
    )
    assert phrases_vi.required(made.result(FIRST, verdict=verdict)) == "<\u00a012%"


def test_last_year_of_another_area_is_named() -> None:
    before = Observation(FIRST.id, Period(2025), "xã Bên Kia", numerator=3, denominator=4)
    result = made.result(FIRST, trend=Trend(before, Fraction(75)))
    assert phrases_vi.previous(result, made.AREA) == "75% (xã Bên Kia)"
    same = replace(before, area=made.AREA)
    assert phrases_vi.previous(made.result(FIRST, trend=Trend(same, Fraction(75))), made.AREA) == (
        "75%"
    )


def test_without_last_year_there_is_a_dash_and_no_zero() -> None:
    assert phrases_vi.previous(made.result(FIRST), made.AREA) == "–"


def test_a_value_never_stands_without_its_counts() -> None:
    result = made.counted(FIRST, Status.ACHIEVED, 1996, 2000, "99,8%")
    assert phrases_vi.with_counts(result.shown, result.observation) == "99,8% (1.996/2.000)"
    count = made.results()[2]
    assert phrases_vi.with_counts(count.shown, count.observation) == "0 trường hợp"


def test_who_answers_is_named_with_the_clause_or_as_assigned_by_default() -> None:
    plan = made.plan()
    assert phrases_vi.owner(plan, FIRST) == "Tổ phụ trách thể thao (mục V.1 của Kế hoạch)"
    assert "chưa giao" in phrases_vi.owner(plan, COUNT)


def test_a_few_cases_are_marked_beside_the_status() -> None:
    marked = made.result(FIRST, Status.SLOW, note="Số liệu nhỏ (1/2)")
    assert phrases_vi.status(marked) == "▼\u00a0Chậm tiến độ (*)"
    assert phrases_vi.status(made.result(FIRST, Status.SLOW)) == "▼\u00a0Chậm tiến độ"


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_a_list_ends_with_a_word(parts: list[str], text: str) -> None:
    assert phrases_vi.listed(parts) == text


def test_yes_and_no_are_words() -> None:
    asked = replace(FIRST, kind=Kind.YES_NO, factor=1)
    assert print_level(asked, Fraction(1)) == "Có"
    assert print_level(asked, Fraction(0)) == "Không"


def test_a_change_shows_the_counts_since_values_may_print_alike() -> None:
    before = Observation(FIRST.id, Period(2025), made.AREA, numerator=590, denominator=594)
    trend = Trend(before, Fraction(59000, 594), Change.WORSE)
    assert phrases_vi.lagging_account(made.result(FIRST, trend=trend)).endswith(
        " Kết quả kém hơn cùng kỳ năm trước (99,3%; 590/594)."
    )
    assert "cùng kỳ" not in phrases_vi.lagging_account(made.result(FIRST))


def test_a_long_unit_may_break_off_in_a_narrow_cell() -> None:
    rate = replace(FIRST, kind=Kind.RATE, factor=100_000, measure_unit="/100.000")
    assert phrases_vi.breakable(print_level(rate, Fraction("350.4"))) == "350,4 /100.000"
