"""The table of statuses: every example of the reference, and the cases around it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.workbook.domain.judging.samples import (
    ELSEWHERE,
    Past,
    checked,
    observation,
    result_of,
    settings,
)
from workbook.domain.judging import assess, judge
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status

# Measure, period, typed, baseline, status: reference methods, section 2, "Examples".
EXAMPLES = [
    ("CT13", "2026", "496/500", "", "MISSED"),
    ("CT02", "2026", "82/100", "", "ON_TRACK"),
    ("CT02", "2026", "81/100", "", "SLOW"),
    ("CT02", "2028", "83/100", "", "VERY_SLOW"),
    ("CT02", "2026", "79/100", "", "BELOW"),
    ("CT02", "2025", "79/100", "", "MISSED"),
    ("CT02", "2026", "90/100", "", "ACHIEVED"),
    ("CT02", "2026-H1", "40/100", "", "PENDING"),
    ("CT02", "2024", "70/100", "60/100", "SLOW"),
    ("CT02", "2024", "70/100", "", "NOT_YET"),
    ("CT03a", "2026", "1/112", "", "ON_TRACK"),
    ("CT03a", "2026-H1", "1/60", "", "PENDING"),
    ("CT04a", "2025", "12/100", "", "MISSED"),
    ("CT04a", "2024", "13/100", "12/100", "WORSENING"),
    ("CT08", "2026", "0", "", "ACHIEVED"),
    ("CT08", "2024", "1", "5", "NOT_YET"),
    ("CT08", "2026-H1", "1", "", "MISSED"),
    ("CT08", "2026-H1", "0", "", "PENDING"),
    ("CT11", "2026", "0/0", "", "NOTHING_OCCURRED"),
    ("CT11", "2023", "19/20", "", "MISSED"),
    ("CT13", "2026", "0/0", "", "INVALID"),
    ("CT10a", "2026", "3/2000", "", "NOT_ASSESSABLE"),
    ("CT10a", "2026", "3/2000", "5/2000", "ON_TRACK"),
    ("CT10a", "2026", "0/2000", "", "ACHIEVED"),
    ("CT05a", "2026", "50/50", "", "NOT_DUE"),
    ("CT20", "2024", "không", "", "NOT_YET"),
    ("CT20", "2026", "không", "", "MISSED"),
    ("CT01", "2026", "không", "", "BELOW"),
]


def base(measure: str, text: str) -> list[Past]:
    return [Past(measure, "2022", text)] if text else []


@pytest.mark.parametrize(("measure", "period", "typed", "baseline", "status"), EXAMPLES)
def test_every_example_of_the_reference(
    plan: Plan, measure: str, period: str, typed: str, baseline: str, status: str
) -> None:
    result = result_of(plan, measure, period, typed, base(measure, baseline))
    assert result.status.name == status


@pytest.mark.parametrize(
    ("measure", "period", "typed", "baseline", "status"),
    [
        # Exact, never on rounded numbers.
        ("CT15", "2025", "369/371", "", "MISSED"),
        ("CT15", "2025", "199/200", "", "ACHIEVED"),
        ("CT15", "2025", "198/199", "", "MISSED"),
        # Rows 1 to 4.
        ("CT05b", "2025", "50/50", "", "NOT_DUE"),
        ("CT12", "2024", "1", "", "NOT_DUE"),
        ("CT12", "2024", "", "", "NOT_DUE"),
        ("CT12", "2025", "", "", "NO_DATA"),
        ("CT08", "2026", "", "", "NO_DATA"),
        ("CT03a", "2026", "0/0", "", "NOT_ASSESSABLE"),
        ("CT07b", "2026-H1", "0/0", "", "NOTHING_OCCURRED"),
        # Half-years.
        ("CT08", "2025-H1", "1", "", "MISSED"),
        ("CT08", "2024-H1", "1", "", "NOT_YET"),
        ("CT10a", "2026-H1", "0/2000", "", "PENDING"),
        ("CT13", "2026-H1", "499/500", "", "MISSED"),
        ("CT13", "2026-H1", "500/500", "", "ACHIEVED"),
        ("CT04a", "2026-H1", "12/100", "", "BELOW"),
        ("CT04a", "2026-H1", "9/100", "", "ACHIEVED"),
        # "falls".
        ("CT10a", "2025", "5/2000", "5/2000", "MISSED"),
        ("CT10a", "2025", "4/2000", "5/2000", "ACHIEVED"),
        ("CT10a", "2026", "5/2000", "5/2000", "BELOW"),
        ("CT10a", "2024", "5/2000", "5/2000", "NOT_YET"),
        ("CT10a", "2024", "6/2000", "5/2000", "WORSENING"),
        ("CT10a", "2024", "6/2000", "", "NOT_ASSESSABLE"),
        ("CT10a", "2026", "0/2000", "0/2000", "ACHIEVED"),
        ("CT10a", "2026", "1/2000", "0/2000", "BELOW"),
        # The start had already met the milestone; and a value below its start.
        ("CT02", "2024", "79/100", "85/100", "WORSENING"),
        ("CT02", "2024", "59/100", "60/100", "WORSENING"),
        # Bands of the path from 80: 95 % and 60 % of the way, softened for two years.
        ("CT02", "2028", "8570/10000", "", "ON_TRACK"),
        ("CT02", "2028", "8569/10000", "", "SLOW"),
        ("CT02", "2028", "836/1000", "", "SLOW"),
        ("CT02", "2028", "835/1000", "", "VERY_SLOW"),
        ("CT02", "2027", "824/1000", "", "SLOW"),
        ("CT02", "2027", "823/1000", "", "VERY_SLOW"),
        ("CT02", "2026", "800/1000", "", "SLOW"),
        # After the last milestone.
        ("CT02", "2031", "89/100", "", "BELOW"),
        ("CT02", "2031", "90/100", "", "ACHIEVED"),
        ("CT20", "2024", "có", "", "ACHIEVED"),
    ],
)
def test_cases_around_the_examples(
    plan: Plan, measure: str, period: str, typed: str, baseline: str, status: str
) -> None:
    result = result_of(plan, measure, period, typed, base(measure, baseline))
    assert result.status.name == status


@pytest.mark.parametrize(
    ("measure", "period", "typed", "baseline", "label"),
    [
        ("CT02", "2026", "90/100", "", "Đạt trước hạn"),
        ("CT02", "2025", "90/100", "", "Đạt"),
        ("CT13", "2026", "500/500", "", "Đạt"),
        ("CT02", "2026", "79/100", "", "Dưới mức mốc 2025"),
        ("CT02", "2031", "79/100", "", "Dưới mức mốc 2030"),
        ("CT08", "2026-H1", "0", "", "Chưa ghi nhận trường hợp"),
        ("CT08", "2026-H1", "1", "", "Không đạt (tạm tính)"),
        ("CT08", "2024-H1", "1", "", "Chưa đạt (chưa đến hạn) (tạm tính)"),
        ("CT04a", "2026-H1", "9/100", "", "Đạt trước hạn (tạm tính)"),
        ("CT04a", "2026-H1", "13/100", "", "Dưới mức mốc 2025 (tạm tính)"),
        ("CT02", "2026-H1", "40/100", "", "Chưa đến kỳ đánh giá"),
        ("CT02", "2026-H1", "", "", "Chưa có số liệu"),
        ("CT04a", "2024", "13/100", "12/100", "Kém hơn năm gốc"),
        ("CT02", "2028", "83/100", "", "Chậm nhiều"),
        ("CT02", "2026", "81/100", "", "Chậm tiến độ"),
        ("CT02", "2026", "82/100", "", "Đúng tiến độ"),
        ("CT13", "2026", "0/0", "", "Số liệu chưa hợp lệ"),
        ("CT10a", "2026", "3/2000", "", "Chưa đủ căn cứ đánh giá"),
        ("CT11", "2026", "0/0", "", "Không phát sinh"),
        ("CT05a", "2026", "50/50", "", "Không có mốc trong kỳ"),
    ],
)
def test_labels_are_those_of_the_reference(
    plan: Plan, measure: str, period: str, typed: str, baseline: str, label: str
) -> None:
    assert result_of(plan, measure, period, typed, base(measure, baseline)).label == label


@pytest.mark.parametrize(
    ("measure", "period", "typed", "baseline", "required"),
    [
        ("CT13", "2026", "496/500", "", Fraction(100)),
        ("CT13", "2026", "500/500", "", None),
        ("CT02", "2026", "82/100", "", Fraction(82)),
        ("CT02", "2026", "95/100", "", Fraction(82)),
        ("CT02", "2028", "83/100", "", Fraction(86)),
        ("CT02", "2026", "79/100", "", Fraction(80)),
        ("CT02", "2025", "85/100", "", None),
        ("CT02", "2024", "70/100", "60/100", Fraction(220, 3)),
        ("CT02", "2024", "70/100", "", None),
        ("CT02", "2026-H1", "40/100", "", None),
        ("CT04a", "2026-H1", "11/100", "", Fraction(118, 10)),
        ("CT03a", "2026", "1/112", "", Fraction(89, 10)),
        ("CT10a", "2026", "3/2000", "5/2000", Fraction(200)),
        ("CT10a", "2025", "5/2000", "5/2000", Fraction(250)),
        ("CT10a", "2026", "3/2000", "", None),
        ("CT08", "2026", "0", "", None),
        ("CT08", "2026", "2", "", Fraction(0)),
        ("CT20", "2026", "không", "", None),
        ("CT11", "2026", "0/0", "", None),
        ("CT05a", "2026", "50/50", "", None),
        ("CT02", "2026", "", "", None),
    ],
)
def test_the_required_value(
    plan: Plan, measure: str, period: str, typed: str, baseline: str, required: Fraction | None
) -> None:
    result = result_of(plan, measure, period, typed, base(measure, baseline))
    assert result.verdict.required == required


@pytest.mark.parametrize(
    ("interim", "period", "typed", "status", "required"),
    [
        (Interim.HOLD, "2026", "81/100", "ON_TRACK", 80),
        (Interim.HOLD, "2026", "79/100", "BELOW", 80),
        (Interim.HOLD, "2026", "90/100", "ACHIEVED", 80),
        (Interim.HOLD, "2024", "70/100", "NOT_YET", None),
        (Interim.NEXT, "2026", "89/100", "NOT_YET", 90),
        (Interim.NEXT, "2026", "79/100", "BELOW", 80),
        (Interim.NEXT, "2026", "90/100", "ACHIEVED", 90),
        (Interim.NEXT, "2024", "70/100", "NOT_YET", 80),
    ],
)
def test_the_years_between_milestones_by_the_chosen_way(
    plan: Plan, interim: Interim, period: str, typed: str, status: str, required: int | None
) -> None:
    result = result_of(plan, "CT02", period, typed, chosen=settings(interim))
    assert (result.status.name, result.verdict.required) == (status, required)


def test_a_held_fall_asks_for_the_baseline(plan: Plan) -> None:
    past = base("CT10a", "5/2000")
    result = result_of(plan, "CT10a", "2026", "4/2000", past, chosen=settings(Interim.HOLD))
    assert result.status is Status.ON_TRACK
    assert result.verdict.required == 250
    assert result.gap_required == 0


@pytest.mark.parametrize("measure", ["CT02", "CT13"])
def test_what_is_typed_wrong_is_invalid(plan: Plan, measure: str) -> None:
    typed = {(measure, "2026"): "510/500"}
    found = assess(checked(plan, typed, invalid=[(measure, "2026")]), Period(2026)).by_id[measure]
    assert found.status is Status.INVALID
    assert (found.shown, found.verdict.required) == ("102,0%", None)
    assert (found.gap_next, found.gap_required, found.note, found.interval) == (None,) * 4


def test_an_unreadable_entry_is_invalid_and_not_blank(plan: Plan) -> None:
    found = assess(checked(plan, {}, invalid=[("CT02", "2026")]), Period(2026)).by_id["CT02"]
    assert found.status is Status.INVALID


def test_a_year_outside_the_plan_comes_before_a_fault(plan: Plan) -> None:
    found = assess(checked(plan, {}, invalid=[("CT05a", "2026")]), Period(2026)).by_id["CT05a"]
    assert found.status is Status.NOT_DUE


def test_a_baseline_of_another_area_is_no_start_and_says_so(plan: Plan) -> None:
    past = [Past("CT02", "2022", "60/100", ELSEWHERE)]
    result = result_of(plan, "CT02", "2024", "70/100", past)
    assert (result.status, result.verdict.broken_series) == (Status.NOT_YET, True)
    assert ELSEWHERE in result.explanation


def test_a_fall_cannot_be_judged_against_another_area(plan: Plan) -> None:
    past = [Past("CT10a", "2022", "5/2000", ELSEWHERE)]
    result = result_of(plan, "CT10a", "2026", "3/2000", past)
    assert (result.status, result.verdict.broken_series) == (Status.NOT_ASSESSABLE, True)
    assert ELSEWHERE in result.explanation


def test_a_converted_row_counts_for_the_new_area(plan: Plan) -> None:
    past = [
        Past("CT02", "2022", "50/100", ELSEWHERE),
        Past("CT02", "2022", "60/100", ELSEWHERE, converted=True),
    ]
    result = result_of(plan, "CT02", "2024", "70/100", past)
    assert (result.status, result.verdict.required) == (Status.SLOW, Fraction(220, 3))
    assert not result.verdict.broken_series


def test_a_due_milestone_is_a_start_in_any_area(plan: Plan) -> None:
    past = [Past("CT02", "2022", "60/100", ELSEWHERE)]
    result = result_of(plan, "CT02", "2026", "81/100", past)
    assert (result.status, result.verdict.broken_series) == (Status.SLOW, False)


def test_the_area_is_compared_without_regard_to_capitals(plan: Plan) -> None:
    past = [Past("CT02", "2022", "60/100", "Phường  A")]
    assert result_of(plan, "CT02", "2024", "70/100", past).status is Status.SLOW


@pytest.mark.parametrize(
    ("named", "required"),
    [(None, Fraction(220, 3)), (2023, Fraction(75)), (2021, Fraction(220, 3))],
)
def test_the_baseline_is_the_year_named_else_the_earliest(
    plan: Plan, named: int | None, required: Fraction
) -> None:
    past = [Past("CT02", "2023", "70/100"), Past("CT02", "2022", "60/100")]
    chosen = settings(baseline_year=named)
    result = result_of(plan, "CT02", "2024", "70/100", past, chosen=chosen)
    assert result.verdict.required == required


@pytest.mark.parametrize("period", ["2024", "2025", "2022-H1"])
def test_the_baseline_is_a_whole_year_before_the_reporting_year(plan: Plan, period: str) -> None:
    past = [Past("CT02", period, "60/100")]
    result = result_of(plan, "CT02", "2024", "70/100", past)
    assert (result.status, result.baseline) == (Status.NOT_YET, None)


def test_a_bare_rate_can_be_the_baseline(plan: Plan) -> None:
    result = result_of(plan, "CT02", "2024", "70/100", [Past("CT02", "2022", "60")])
    assert result.verdict.required == Fraction(220, 3)


def test_the_baseline_of_a_fall_lies_before_its_milestone(plan: Plan) -> None:
    result = result_of(plan, "CT10a", "2027", "3/2000", [Past("CT10a", "2025", "5/2000")])
    assert result.status is Status.NOT_ASSESSABLE


def test_one_measure_can_be_judged_by_itself(plan: Plan) -> None:
    measure = plan.measures["CT13"]
    typed = observation(measure, "2026", "496/500")
    verdict = judge(measure, Period(2026), typed, settings())
    assert verdict.status is Status.MISSED
    assert verdict.required == 100
    assert verdict.failed == measure.milestones[0]


def test_every_status_has_a_label_and_a_symbol() -> None:
    assert all(status.label and status.symbol for status in Status)
    assert len({status.label for status in Status}) == len(Status)
