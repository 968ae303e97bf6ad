"""A whole period: all measures, indicators, what is passed through."""

from __future__ import annotations

from dataclasses import replace

from tests.workbook.domain.judging.samples import checked
from workbook.domain.findings import Finding, Severity
from workbook.domain.judging import assess
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.register import FundingResult, TaskResult
from workbook.domain.statuses import Status


def test_every_measure_of_the_plan_is_judged_in_order(plan: Plan) -> None:
    results = assess(checked(plan, {}), Period(2026)).results
    assert [result.measure for result in results] == list(plan.measures.values())


def test_without_figures_nothing_is_better_than_no_data(plan: Plan) -> None:
    results = assess(checked(plan, {}), Period(2026)).results
    assert {result.status for result in results} == {Status.NO_DATA, Status.NOT_DUE}


def test_an_indicator_is_as_good_as_its_worst_measure(plan: Plan) -> None:
    typed = {("CT16a", "2026"): "100/100", ("CT16b", "2026"): "1/100", ("CT08", "2026"): "0"}
    indicators = assess(checked(plan, typed), Period(2026)).indicators
    assert indicators[16] is Status.BELOW
    assert indicators[8] is Status.ACHIEVED
    assert indicators[17] is Status.NO_DATA
    assert list(indicators) == [indicator.number for indicator in plan.indicators]


def test_a_measure_that_is_not_due_does_not_hide_the_other(plan: Plan) -> None:
    typed = {("CT05b", "2026"): "100/100"}
    assert assess(checked(plan, typed), Period(2026)).indicators[5] is Status.ACHIEVED


def test_lagging_measures_come_worst_first(plan: Plan) -> None:
    typed = {("CT02", "2026"): "81/100", ("CT08", "2026"): "1", ("CT14", "2026"): "90/100"}
    lagging = assess(checked(plan, typed), Period(2026)).lagging
    assert [result.measure.id for result in lagging] == ["CT08", "CT14", "CT02"]


def test_only_figures_of_the_period_are_judged(plan: Plan) -> None:
    results = assess(checked(plan, {("CT08", "2026-H1"): "0"}), Period(2026)).by_id
    assert results["CT08"].status is Status.NO_DATA


def test_findings_of_other_periods_are_left_out(plan: Plan) -> None:
    found = {
        key: Finding(key, Severity.NOTICE, period, "", "", None, "")
        for key, period in (
            ("half", Period(2026, half=True)),
            ("year", Period(2026)),
            ("none", None),
        )
    }
    register = replace(checked(plan, {}), findings=tuple(found.values()))
    assert [one.code for one in assess(register, Period(2026)).findings] == ["year", "none"]


def test_tasks_funding_and_the_sample_mark_are_passed_on(plan: Plan) -> None:
    tasks = {"t": TaskResult("t", None, "xong", True)}
    funding = {"f": FundingResult("f", 1, {}, "")}
    plain = checked(plan, {})
    full = replace(
        plain, tasks=tasks, funding=funding, register=replace(plain.register, sample=True)
    )
    assessment = assess(full, Period(2026))
    assert (assessment.tasks, assessment.funding, assessment.sample) == (tasks, funding, True)
    assert not assess(plain, Period(2026)).sample
