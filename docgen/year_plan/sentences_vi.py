"""Vietnamese sentences of the plan for a year, made from targets and last year's figures.

Pure. A target is what the plan's milestones ask of the year; nothing is promised that
they do not ask, and what the office must decide is left to it. Of measures whose
headroom is hidden (deaths, abuse …) no number says how many more would be within the
target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.report.sentences_vi import (
    indicators_sentence,
    interim_words,
    measures_sentence,
    money_sentence,
)
from docgen.shared import measure_phrases_vi as phrases
from workbook.domain.judging.targets import Target
from workbook.domain.judging.words_vi import rule_words
from workbook.domain.numbers_vi import format_count, format_date_long, round_half_up
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Milestone, Plan, ResponsibleUnit
from workbook.domain.results import Assessment
from workbook.domain.text_vi import lower_first


def plan_title(plan: Plan) -> str:
    """Name the plan for its whole period, which a year's plan carries out."""
    return f"{plan.document_type.capitalize()} giai đoạn {plan.start_year}-{plan.end_year}"


def last_year(assessment: Assessment, targets: Sequence[Target]) -> list[str]:
    """Say what last year reached: by status where it was judged, and beside the targets."""
    said = [_beside_targets(targets), without_figures(assessment, targets)]
    if targets and targets[0].year > assessment.period.year:
        document = plan_title(assessment.plan)
        said = [indicators_sentence(assessment, document), measures_sentence(assessment), *said]
    return [one for one in said if one]


def _beside_targets(targets: Sequence[Target]) -> str:
    if not targets:
        return ""
    year = targets[0].year
    words = {True: "đạt", False: "chưa đạt", None: "chưa so sánh được"}
    parts = [
        f"{format_count(count)} nội dung {text}"
        for met, text in words.items()
        if (count := sum(one.met is met for one in targets))
    ]
    return (
        f"Năm {year} có {format_count(len(targets))} nội dung phải thực hiện. So với mục tiêu "
        f"năm {year}, kết quả năm {year - 1} có {phrases.listed(parts)}."
    )


def without_figures(assessment: Assessment, targets: Sequence[Target]) -> str:
    """Name the indicators of which last year has no comparable figures; "" where none."""
    blank = [one for one in targets if one.last is None]
    if not blank:
        return ""
    return (
        f"Chưa có số liệu năm {blank[0].year - 1} so sánh được của chỉ tiêu "
        f"{numbers_of(assessment.plan, blank, targets)}."
    )


def how_targets_are_made(assessment: Assessment, year: int) -> str:
    """Say by which way of judging the year's targets follow from the milestones."""
    years, document = assessment.plan.milestone_years, plan_title(assessment.plan)
    listed = phrases.listed([str(one) for one in years])
    if year in years:
        return f"Mục tiêu năm {year} là mức mà {document} quy định cho năm {year}."
    return (
        f"{document} quy định mức của các năm {listed}; mục tiêu năm {year} được tính "
        f"{interim_words(assessment.settings.interim)}. Mức phải duy trì thì giữ nguyên."
    )


def asked_in_cell(target: Target) -> str:
    """Write the target for a table; "" where the office must set it."""
    asked = target.asked
    return "" if asked is None else phrases.level_in_table(target.measure, asked.rule, asked.value)


def asked_words(target: Target) -> str:
    """Write the target for a sentence: `từ 84% trở lên`; "" where the office must set it."""
    if target.asked is None:
        return ""
    return rule_words(target.measure, _as_printed(target.asked))


def _as_printed(asked: Milestone) -> Milestone:
    if asked.value is None:
        return asked
    return replace(asked, value=round_half_up(asked.value, phrases.level_decimals(asked.value)))


def missing(target: Target) -> str:
    """Say how far last year's figures are from the target, in whole children or cases."""
    if target.met is None:
        return phrases.NONE
    if target.measure.hide_headroom:
        return "trong mức mục tiêu" if target.met else "chưa trong mức mục tiêu"
    if target.missing is None or target.asked is None:
        return "đạt mục tiêu" if target.met else "chưa đạt mục tiêu"
    if target.missing <= 0:
        return "đạt mục tiêu"
    higher = target.asked.rule.higher_is_better
    return phrases.shortfall(target.measure, target.missing, higher=higher)


def focus_sentence(plan: Plan, target: Target) -> str:
    """Say of a measure short of its target what was reached, is asked and is missing."""
    beside = phrases.counts(target.last)
    shown = f"{lower_first(target.shown)} ({beside})" if beside else lower_first(target.shown)
    short = f"; {missing(target)}" if not target.measure.hide_headroom and target.missing else ""
    return (
        f"Chỉ tiêu {phrases.number(plan, target.measure)}, {lower_first(target.measure.name)}: "
        f"kết quả năm {target.year - 1} là {shown}; mục tiêu năm {target.year} là "
        f"{asked_words(target)}{short}. "
        f"Đơn vị thực hiện: {plan.unit(target.measure.responsible_unit).name}."
    )


def focus_lead(targets: Sequence[Target], year: int) -> str:
    """Introduce the measures short of their targets, or say that there is none."""
    short = [one for one in targets if one.met is False]
    if short:
        return (
            f"Tập trung thực hiện {format_count(len(short))} nội dung mà kết quả năm {year - 1} "
            f"chưa đạt mục tiêu năm {year}:"
        )
    if all(one.met is None for one in targets):
        return f"Chưa có kết quả năm {year - 1} nào so sánh được với mục tiêu năm {year}."
    if any(one.met is None for one in targets):
        return f"Các nội dung so sánh được đều đã đạt mục tiêu năm {year}."
    return f"Kết quả năm {year - 1} của mọi nội dung đều đã đạt mục tiêu năm {year}."


def owned(plan: Plan, unit: ResponsibleUnit, targets: Sequence[Target]) -> str:
    """Name the indicators a unit answers for in the year, and those it supports."""
    own = [t for t in targets if t.measure.responsible_unit == unit.id]
    beside = [t for t in targets if unit.id in t.measure.supporting_units]
    parts = [
        f"{words} chỉ tiêu {numbers_of(plan, chosen, targets)}"
        for words, chosen in (("thực hiện", own), ("phối hợp thực hiện", beside))
        if chosen
    ]
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def numbers_of(plan: Plan, chosen: Sequence[Target], targets: Sequence[Target]) -> str:
    """Name indicators by their numbers; one of which only parts are meant by those parts."""
    named: list[str] = []
    for number in dict.fromkeys(one.measure.indicator for one in chosen):
        meant = [one.measure for one in chosen if one.measure.indicator == number]
        whole = len(meant) == sum(one.measure.indicator == number for one in targets)
        named += [str(number)] if whole else [phrases.number(plan, one) for one in meant]
    return phrases.listed(named)


def money_last_year(planned: int | None, spent: int | None, period: Period) -> str:
    """Say what was planned and spent last year, as far as it is known."""
    if planned is None:
        return f"Chưa đủ số liệu dự toán {period.label} của các nguồn."
    return money_sentence(planned, spent, period)


def deadlines(assessment: Assessment, year: int) -> list[str]:
    """Say by when units hand in their figures, as far as Cấu hình says it for this year."""
    said = []
    for period in periods_of(year):
        window = assessment.settings.windows.get(period)
        if window is not None and window.deadline is not None:
            said.append(
                f"Các đơn vị gửi số liệu {period.label} chậm nhất "
                f"{format_date_long(window.deadline)}."
            )
    return said
