"""A whole period judged: every measure of the plan, and what else the report needs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from workbook.domain.judging.account import Account
from workbook.domain.judging.explanation_vi import explain
from workbook.domain.judging.gaps import gap_to_next, gap_to_required
from workbook.domain.judging.history import History, PastValue
from workbook.domain.judging.labels import label_of
from workbook.domain.judging.printing import FEWEST, decimals_of, print_value
from workbook.domain.judging.situation import Point, Situation, milestone_ahead
from workbook.domain.judging.small_numbers import interval_of, note_of
from workbook.domain.judging.status import judge_situation, status_of_entry
from workbook.domain.judging.trend import trend_of
from workbook.domain.judging.values import observed_value, units_per_value
from workbook.domain.periods import Period
from workbook.domain.plan import Measure
from workbook.domain.register import Checked, Observation
from workbook.domain.results import Assessment, MeasureResult, Verdict
from workbook.domain.settings import Settings
from workbook.domain.statuses import Status, worst

# Their figures are shown, but nothing is said of them.
_WITHOUT_JUDGEMENT = (Status.INVALID, Status.NOT_DUE)


def assess(checked: Checked, period: Period) -> Assessment:
    """Judge all measures of the plan in a period.

    Args:
        checked: a register after all checks; what is typed wrong is INVALID, what is
            not typed NO_DATA.
        period: the period to report on.

    Returns:
        Results in the plan's order; findings of this period, or of none.
    """
    plan = checked.register.plan
    history = History(checked.history, plan.measures, checked.settings)
    results = tuple(
        _result(checked, period, measure, history) for measure in plan.measures.values()
    )
    statuses = {result.measure.id: result.status for result in results}
    return Assessment(
        plan=plan,
        period=period,
        settings=checked.settings,
        results=results,
        indicators={
            indicator.number: worst([statuses[measure.id] for measure in indicator.measures])
            for indicator in plan.indicators
        },
        tasks=checked.tasks,
        funding=checked.funding,
        findings=tuple(one for one in checked.findings if one.period in (None, period)),
        sample=checked.register.sample,
    )


def judge(
    measure: Measure,
    period: Period,
    observation: Observation | None,
    settings: Settings,
    past: PastValue | None = None,
    *,
    invalid: bool = False,
) -> Verdict:
    """Judge one measure in a period (methods, section 2: the first rule that applies).

    Args:
        measure: what is judged.
        period: the period the observation is for.
        observation: what was typed; None when nothing, or only one of two cells.
        settings: the way of judging the years between milestones.
        past: the baseline; one of another area breaks the series.
        invalid: whether a blocking fault stands at the entry.
    """
    situation = _situation(measure, period, observation, settings, past)
    status = status_of_entry(measure, period, observation, invalid=invalid)
    if status is None and situation is not None:
        return judge_situation(situation)
    status = status or Status.NO_DATA
    ahead = milestone_ahead(measure, period.time)
    return Verdict(status, label_of(status, measure, period), next=ahead)


def _situation(
    measure: Measure,
    period: Period,
    observation: Observation | None,
    settings: Settings,
    past: PastValue | None,
) -> Situation | None:
    value = observed_value(measure, observation)
    if observation is None or value is None:
        return None
    baseline = None
    if past is not None and past.usable:
        baseline = Point(Fraction(past.observation.period.year), past.value)
    return Situation(
        measure=measure,
        period=period,
        interim=settings.interim,
        value=value,
        units=units_per_value(measure, observation),
        baseline=baseline,
        broken=past is not None and not past.usable,
    )


def _result(checked: Checked, period: Period, measure: Measure, history: History) -> MeasureResult:
    key, settings = (measure.id, period), checked.settings
    observation = checked.observations.get(key)
    past = history.baseline(measure, period.year)
    invalid = key in checked.invalid
    verdict = judge(measure, period, observation, settings, past, invalid=invalid)
    situation = _situation(measure, period, observation, settings, past)
    if verdict.status in _WITHOUT_JUDGEMENT:
        situation = None
    value = observed_value(measure, observation)
    decimals = _decimals(measure, situation)
    counted = None if situation is None else observation
    interval = None if counted is None else interval_of(measure, counted)
    result = MeasureResult(
        measure=measure,
        period=period,
        verdict=verdict,
        observation=observation,
        baseline=None if past is None else past.observation,
        value=value,
        shown="" if value is None else print_value(measure, value, decimals),
        decimals=decimals,
        gap_next=None if situation is None else gap_to_next(situation, verdict),
        gap_required=None if situation is None else gap_to_required(situation, verdict),
        interval=interval,
        note=note_of(situation, counted, history, interval),
        trend=trend_of(measure, period, situation, history),
        explanation="",
    )
    return replace(result, explanation=explain(Account(result, past, settings.interim)))


def _decimals(measure: Measure, situation: Situation | None) -> int:
    if not measure.kind.is_ratio:
        return 0
    return FEWEST if situation is None else decimals_of(situation)
