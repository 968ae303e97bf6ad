"""A span of years judged: which years, milestones, breaches, how figures moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workbook.domain.judging.reviews import register, series_of, shown, statuses
from tests.workbook.domain.judging.samples import Past
from workbook.domain.errors import UnusableInputError
from workbook.domain.findings import Finding, Severity
from workbook.domain.judging import assess
from workbook.domain.judging.review import review
from workbook.domain.judging.series import is_asked
from workbook.domain.periods import Period, Span
from workbook.domain.plan import Milestone, Plan
from workbook.domain.register import Checked
from workbook.domain.results import Change
from workbook.domain.statuses import Status
from workbook.domain.validation import check
from xl_macros.new_workbook import sample_register


@pytest.mark.parametrize(
    ("year", "span", "years"),
    [
        (2025, Span.MIDTERM, (2022, 2025)),
        (2027, Span.MIDTERM, (2022, 2025)),
        (2030, Span.MIDTERM, (2022, 2025)),
        (2030, Span.FINAL, (2022, 2030)),
        (2031, Span.FINAL, (2022, 2030)),
    ],
)
def test_the_years_are_those_of_the_plan(
    plan: Plan, year: int, span: Span, years: tuple[int, int]
) -> None:
    made = review(register(plan, year, {}), span)
    assert (made.first_year, made.last_year) == years
    assert [one.period for one in made.years] == [
        Period(one) for one in range(years[0], years[1] + 1)
    ]


def test_the_latest_milestone_due_is_the_one_looked_back_on(plan: Plan) -> None:
    def with_another(one: Milestone) -> tuple[Milestone, ...]:
        return one, replace(one, year=2028)

    first = plan.indicators[1]
    measure = first.measures[0]
    stones = (*with_another(measure.milestones[0]), measure.milestones[1])
    changed = replace(first, measures=(replace(measure, milestones=stones),))
    longer = replace(plan, indicators=(plan.indicators[0], changed, *plan.indicators[2:]))
    assert review(register(longer, 2027, {}), Span.MIDTERM).last_year == 2025
    assert review(register(longer, 2029, {}), Span.MIDTERM).last_year == 2028
    assert [one.year for one in review(register(longer, 2030, {}), Span.FINAL).milestones] == [
        2025, 2028, 2030,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("year", "span", "words"),
    [
        (2024, Span.MIDTERM, "Sổ năm 2024 chưa đến mốc năm 2025"),
        (2029, Span.FINAL, "Sổ năm 2029 chưa đến năm cuối của giai đoạn 2022-2030"),
    ],
)
def test_a_register_of_too_early_a_year_is_refused(
    plan: Plan, year: int, span: Span, words: str
) -> None:
    with pytest.raises(UnusableInputError, match=words) as caught:
        review(register(plan, year, {}), span)
    assert "Đề nghị lập từ sổ năm" in str(caught.value)


def test_a_plan_without_a_milestone_before_its_end_has_no_midterm(plan: Plan) -> None:
    short = replace(plan, end_year=2025)
    with pytest.raises(UnusableInputError, match=r"không có mốc nào trước năm cuối.*tổng kết"):
        review(register(short, 2025, {}), Span.MIDTERM)
    assert review(register(short, 2025, {}), Span.FINAL).last_year == 2025


# By the same rules.


@pytest.fixture(scope="module")
def sample() -> Checked:
    return check(sample_register())


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_a_past_year_is_judged_as_it_was_when_it_was_the_present(
    sample: Checked, year: int
) -> None:
    period = Period(year)
    then = replace(
        sample,
        register=replace(sample.register, year=year),
        observations={
            (row.measure_id, period): row for row in sample.history if row.period == period
        },
        history=tuple(row for row in sample.history if row.period.year < year),
        invalid=frozenset(),
    )
    made = review(sample, Span.MIDTERM)
    of_the_year = next(one for one in made.years if one.period == period)
    assert of_the_year.results == assess(then, period).results
    assert of_the_year.indicators == assess(then, period).indicators


def test_the_registers_own_year_is_judged_from_its_entries(plan: Plan) -> None:
    made = review(register(plan, 2025, {"CT02": "79/100"}), Span.MIDTERM)
    assert statuses(made, "CT02") == [Status.NO_DATA] * 3 + [Status.MISSED]
    assert made.own_year is made.years[-1]
    later = review(register(plan, 2026, {}, [Past("CT02", "2025", "79/100")]), Span.MIDTERM)
    assert statuses(later, "CT02") == statuses(made, "CT02")
    assert later.own_year is None


def test_tasks_and_money_belong_to_the_registers_year_alone(sample: Checked) -> None:
    this_year = replace(sample, register=replace(sample.register, year=2025))
    *before, last = review(this_year, Span.MIDTERM).years
    assert last.tasks == sample.tasks
    assert all(not one.tasks and not one.funding for one in before)
    assert not review(sample, Span.MIDTERM).years[-1].tasks


def test_a_year_without_a_figure_has_none(plan: Plan) -> None:
    past = [Past("CT02", "2022", "60/100"), Past("CT02", "2024", "70/100")]
    made = review(register(plan, 2025, {"CT02": "80/100"}, past), Span.MIDTERM)
    assert shown(made, "CT02") == ["60,0%", "", "70,0%", "80,0%"]
    assert series_of(made, "CT02").missing == (2023,)


def test_half_years_are_no_years(plan: Plan) -> None:
    made = review(register(plan, 2025, {}, [Past("CT02", "2024-H1", "30/100")]), Span.MIDTERM)
    assert shown(made, "CT02") == ["", "", "", ""]


def test_nothing_occurred_in_a_past_year_is_no_missing_figure(plan: Plan) -> None:
    made = review(register(plan, 2025, {}, [Past("CT11", "2023", "0/0")]), Span.MIDTERM)
    assert statuses(made, "CT11")[1] is Status.NOTHING_OCCURRED
    assert series_of(made, "CT11").missing == (2022, 2024, 2025)


def test_an_indicator_reaches_a_milestone_when_all_parts_asked_in_it_do(plan: Plan) -> None:
    # CT05b is not asked before 2026, and is no part of the milestone of 2025.
    made = review(register(plan, 2025, {"CT05a": "98/100", "CT05b": "1/100"}), Span.MIDTERM)
    (stone,) = made.milestones
    assert stone.indicators[5] is Status.ACHIEVED
    assert len(stone.results) == 31
    worse = review(register(plan, 2025, {"CT19a": "3/6", "CT19b": "1/100"}), Span.MIDTERM)
    assert worse.milestones[0].indicators[19] is Status.MISSED
    assert [one.measure.id for one in worse.milestones[0].missed] == ["CT19b"]


@pytest.mark.parametrize(
    ("measure", "year", "asked"),
    [
        ("CT02", 2025, True), ("CT02", 2026, False), ("CT02", 2030, True),
        ("CT13", 2026, True), ("CT13", 2024, False),
        ("CT05a", 2025, True), ("CT05a", 2030, False),
        ("CT05b", 2025, False), ("CT05b", 2030, True),
        ("CT11", 2022, True), ("CT11", 2024, True),
    ],
)  # fmt: skip
def test_what_a_year_asks(plan: Plan, measure: str, year: int, asked: bool) -> None:
    assert is_asked(plan.measures[measure], year) is asked


def test_one_breach_of_what_is_to_be_kept_stays_visible_at_the_end(plan: Plan) -> None:
    past = [Past("CT13", str(year), "500/500") for year in range(2022, 2030) if year != 2027]
    past.append(Past("CT13", "2027", "499/500"))
    made = review(register(plan, 2030, {"CT13": "500/500"}, past), Span.FINAL)
    (breach,) = series_of(made, "CT13").breaches
    assert (breach.period.year, breach.gap_required) == (2027, 1)
    assert [stone.indicators[13] for stone in made.milestones] == [Status.ACHIEVED] * 2


def test_a_miss_in_a_milestones_own_year_is_told_there_and_not_as_a_breach(plan: Plan) -> None:
    made = review(register(plan, 2025, {"CT13": "499/500"}), Span.MIDTERM)
    assert series_of(made, "CT13").breaches == ()
    assert [one.measure.id for one in made.milestones[0].missed] == ["CT13"]


def test_what_is_asked_of_every_year_is_broken_in_any(plan: Plan) -> None:
    past = [Past("CT11", "2023", "19/20"), Past("CT02", "2023", "1/100")]
    made = review(register(plan, 2025, {"CT11": "20/20"}, past), Span.MIDTERM)
    assert [one.period.year for one in series_of(made, "CT11").breaches] == [2023]
    assert series_of(made, "CT02").breaches == ()


@pytest.mark.parametrize(
    ("measure", "first", "last", "change"),
    [
        ("CT02", "60/100", "70/100", Change.BETTER),
        ("CT02", "70/100", "60/100", Change.WORSE),
        ("CT02", "68.5", "137/200", Change.SAME),
        ("CT03a", "2/131", "1/121", Change.BETTER),
        ("CT04a", "12/100", "13/100", Change.WORSE),
        ("CT08", "1", "0", Change.BETTER),
        ("CT08", "0", "0", Change.SAME),
        ("CT20", "không", "có", Change.BETTER),
        ("CT10a", "5/2000", "3/2000", Change.BETTER),
    ],
)
def test_a_measure_moved_by_the_direction_of_its_rule(
    plan: Plan, measure: str, first: str, last: str, change: Change
) -> None:
    made = review(register(plan, 2025, {measure: last}, [Past(measure, "2022", first)]),
                  Span.MIDTERM)  # fmt: skip
    moved = series_of(made, measure).movement
    assert moved is not None
    assert moved.change is change


def test_one_figure_moves_nowhere_and_an_invalid_one_counts_for_nothing(plan: Plan) -> None:
    alone = review(register(plan, 2025, {"CT02": "80/100"}), Span.MIDTERM)
    assert series_of(alone, "CT02").movement is None
    typed = register(plan, 2025, {"CT02": "80/100"}, [Past("CT02", "2022", "60/100")])
    faulty = replace(typed, invalid=frozenset({("CT02", Period(2025))}))
    assert series_of(review(faulty, Span.MIDTERM), "CT02").movement is None


def test_the_findings_are_those_of_the_years_and_of_no_period(plan: Plan) -> None:
    def finding(period: Period | None, code: str) -> Finding:
        return Finding(code, Severity.ERROR, period, "Trang", "A1", None, code)

    found = (
        finding(None, "of Lịch sử"),
        finding(Period(2026), "of the year"),
        finding(Period(2026, half=True), "of the half"),
    )
    typed = replace(register(plan, 2026, {}), findings=found)
    assert [one.code for one in review(typed, Span.MIDTERM).findings] == ["of Lịch sử"]
    ended = replace(plan, end_year=2026)
    last = replace(typed, register=replace(typed.register, plan=ended))
    assert [one.code for one in review(last, Span.FINAL).findings] == ["of Lịch sử", "of the year"]


@pytest.mark.parametrize("order", [(0,), (2, 0, 1), (6, 3, 0, 5, 1, 4, 2)])
def test_the_order_of_lich_su_does_not_matter(sample: Checked, order: tuple[int, ...]) -> None:
    rows = sample.history[::-1]
    turned = tuple(row for start in order for row in rows[start :: len(order)])
    assert sorted(turned, key=repr) == sorted(rows, key=repr)
    after = review(replace(sample, history=turned), Span.MIDTERM)
    assert after == review(sample, Span.MIDTERM)


# Areas.
