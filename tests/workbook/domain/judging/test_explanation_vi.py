"""Every status explains itself, and its numbers lead to the same status."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.workbook.domain.judging.rereading import reread, status_from
from tests.workbook.domain.judging.samples import Past, checked, result_of, settings
from tests.workbook.domain.judging.test_status import EXAMPLES, base
from workbook.domain.judging import assess
from workbook.domain.judging.explanation_vi import _CLAUSES
from workbook.domain.judging.labels import JUDGED
from workbook.domain.numbers_vi import format_count
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Measure, Plan
from workbook.domain.results import MeasureResult
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status
from workbook.plans import default_plan

PLAN = default_plan()
MEASURES = list(PLAN.measures.values())


def judged(measure: Measure, period: Period, typed: str, baseline: str | None) -> MeasureResult:
    past = [Past(measure.id, "2021", baseline)] if baseline else []
    return result_of(PLAN, measure.id, period.key, typed, past)


@st.composite
def results(draw: st.DrawFn) -> MeasureResult:
    """A measure of the plan with figures, often near the values that decide."""
    measure = draw(st.sampled_from(MEASURES))
    period = Period(draw(st.integers(2022, 2031)), draw(st.booleans()))
    if measure.kind is Kind.YES_NO:
        return judged(measure, period, draw(st.sampled_from(["có", "không"])), None)
    if measure.kind is Kind.COUNT:
        return judged(measure, period, str(draw(st.integers(0, 1500))), None)
    denominator = draw(st.integers(1, 3000))
    levels = [float(stone.value) for stone in measure.milestones if stone.value is not None]
    level = draw(st.sampled_from(levels or [150.0])) * denominator / measure.factor
    near = round(level) + draw(st.integers(-8, 8))
    numerator = min(denominator, max(0, draw(st.just(near) | st.integers(0, denominator))))
    rates = st.decimals(0, min(100, measure.factor), places=2).map(str)
    counts = st.tuples(st.integers(0, 300), st.integers(300, 999)).map(
        lambda pair: f"{pair[0]}/{pair[1]}"
    )
    baseline = draw(st.none() | rates | counts)
    return judged(measure, period, f"{numerator}/{denominator}", baseline)


@hypothesis_settings(max_examples=500, deadline=None)
@given(result=results())
def test_the_numbers_of_a_sentence_recompute_to_its_status(result: MeasureResult) -> None:
    if result.status not in JUDGED:
        return
    reading = reread(result.explanation, result.measure)
    again = status_from(reading, keep=result.measure.keep, kind=result.measure.kind)
    assert again == result.status.name, result.explanation
    assert reading.value == result.value


@pytest.mark.parametrize(("measure", "period", "typed", "baseline", "status"), EXAMPLES)
def test_the_examples_explain_themselves_in_one_sentence(
    plan: Plan, measure: str, period: str, typed: str, baseline: str, status: str
) -> None:
    result = result_of(plan, measure, period, typed, base(measure, baseline))
    text = result.explanation
    assert text.endswith(".")
    assert not re.search(r"\.\s|\s{2}|;\s*[;.]|None|\n", text)
    if result.status in JUDGED:
        reading = reread(text, result.measure)
        again = status_from(reading, keep=result.measure.keep, kind=result.measure.kind)
        assert again == status


@pytest.mark.parametrize(
    ("measure", "period", "typed", "baseline", "words"),
    [
        ("CT13", "2026", "496/500", "", "còn thiếu 04 trẻ"),
        ("CT18", "2026", "4/8", "", "còn thiếu 04 trường"),
        ("CT04a", "2025", "12/100", "", "vượt 01 trẻ"),
        ("CT08", "2026", "1", "", "vượt 01 trường hợp"),
        ("CT12", "2026", "2", "", "vượt 02 cuộc"),
        ("CT02", "2026", "81/100", "", "còn thiếu 01 trẻ so với lộ trình"),
        ("CT02", "2026", "82/100", "", "đúng lộ trình"),
        ("CT02", "2026", "84/100", "", "cao hơn lộ trình 02 trẻ"),
        ("CT02", "2024", "73/100", "60/100", "thấp hơn lộ trình 01 trẻ, trong phạm vi cho phép"),
        ("CT03a", "2026", "1/112", "", "cao hơn lộ trình 01 trường hợp, trong phạm vi cho phép"),
        ("CT02", "2026", "95/100", "", "cao hơn mức yêu cầu 05 trẻ"),
        ("CT02", "2026", "90/100", "", "vừa đủ mức yêu cầu"),
        ("CT03a", "2026", "0/112", "", "trong mức mục tiêu"),
        ("CT10a", "2026", "3/2000", "5/2000", "trong mức mục tiêu"),
        ("CT08", "2026", "0", "", "không ghi nhận trường hợp nào (nguồn: Sổ theo dõi)"),
        ("CT08", "2026-H1", "0", "", "không ghi nhận trường hợp nào (nguồn: Sổ theo dõi)"),
        ("CT10a", "2026", "0/2000", "", "không ghi nhận trường hợp nào (nguồn: Sổ theo dõi)"),
        ("CT13", "2026-H1", "496/500", "", "tạm tính"),
        ("CT05a", "2026", "50/50", "", "đến năm 2025"),
        ("CT05b", "2025", "50/50", "", "từ năm 2026"),
        ("CT02", "2024", "70/100", "", "chưa có số liệu năm gốc"),
    ],
)
def test_differences_read_as_offices_write_them(
    plan: Plan, measure: str, period: str, typed: str, baseline: str, words: str
) -> None:
    result = result_of(plan, measure, period, typed, base(measure, baseline))
    assert words in result.explanation


@hypothesis_settings(max_examples=200, deadline=None)
@given(result=results())
def test_nothing_is_said_of_how_many_more_would_still_be_within_the_target(
    result: MeasureResult,
) -> None:
    if not result.measure.hide_headroom:
        return
    short = {gap for gap in (result.gap_next, result.gap_required) if gap is not None and gap > 0}
    named = re.findall(r"(?:thiếu|vượt|lộ trình|yêu cầu|mức) ([\d.]+) ", result.explanation)
    assert set(named) <= {format_count(gap) for gap in short}
    assert "thấp hơn lộ trình" not in result.explanation
    assert "hơn mức yêu cầu" not in result.explanation


@pytest.mark.parametrize("interim", [Interim.HOLD, Interim.NEXT])
@pytest.mark.parametrize("typed", ["81/100", "95/100", "79/100"])
@pytest.mark.parametrize("period", ["2024", "2026"])
def test_the_other_ways_of_judging_name_themselves(
    plan: Plan, interim: Interim, typed: str, period: str
) -> None:
    result = result_of(plan, "CT02", period, typed, chosen=settings(interim))
    assert "đường thẳng" not in result.explanation
    named = "mốc trước" in result.explanation or "mốc sau" in result.explanation
    unmet = result.status in (Status.ON_TRACK, Status.NOT_YET)
    assert named or not unmet or "giữ mức" in result.explanation


def test_a_source_of_several_lines_stays_one_sentence(plan: Plan) -> None:
    plain = checked(plan, {("CT08", "2026"): "0"})
    key = ("CT08", Period(2026))
    typed = replace(plain.observations[key], source="Công an phường.\nSổ trực ban.")
    text = assess(replace(plain, observations={key: typed}), Period(2026)).by_id["CT08"].explanation
    assert "(nguồn: Công an phường. Sổ trực ban)" in text


def test_a_zero_without_source_says_that_too(plan: Plan) -> None:
    plain = checked(plan, {("CT08", "2026"): "0"})
    key = ("CT08", Period(2026))
    typed = replace(plain.observations[key], source="")
    found = assess(replace(plain, observations={key: typed}), Period(2026)).by_id["CT08"]
    assert "(nguồn: chưa ghi)" in found.explanation


def test_old_rates_are_said_exactly(plan: Plan) -> None:
    past = [Past("CT02", "2022", str(Decimal("60.25")))]
    assert "năm gốc 2022 (60,25%)" in result_of(plan, "CT02", "2024", "70/100", past).explanation


def test_a_year_of_which_only_the_rate_is_known_names_no_counts(plan: Plan) -> None:
    said = result_of(plan, "CT02", "2025", "79.5").explanation
    assert said == "Năm 2025, kết quả 79,5%, không đạt mốc năm 2025 (từ 80% trở lên)."


def test_every_status_has_its_words() -> None:
    assert set(_CLAUSES) == set(Status)
