"""Vietnamese sentences of the plan for a year, made from targets and last year's figures.

Pure. A target is what the plan's milestones ask of the year; nothing is promised that
they do not ask, and what the office must decide is left to it. Of measures whose
headroom is hidden (deaths, abuse …) no number says how many more would be within the
target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.shared import measure_phrases_vi
from docgen.shared.measure_phrases_vi import listed
from docgen.shared.sentences_vi import (
    INTERIM,
    indicators_sentence,
    measures_sentence,
    money_sentence,
)
from workbook.domain.judging.targets import Target
from workbook.domain.judging.words_vi import rule_words
from workbook.domain.numbers_vi import format_count, format_date_long, round_half_up
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Plan, ResponsibleUnit
from workbook.domain.results import Assessment
from workbook.domain.text_vi import lower_first, upper_first


def plan_title(plan: Plan) -> str:
    """Name the plan for its whole period, which a year's plan carries out."""
    return f"{plan.document_type.capitalize()} giai đoạn {plan.start_year}-{plan.end_year}"


def last_year(assessment: Assessment, targets: Sequence[Target]) -> list[str]:
    """Say what last year reached: by status where it was judged, and beside the targets."""
    sentences = [_beside_targets(targets), without_figures(assessment, targets)]
    if targets and targets[0].year > assessment.period.year:
        sentences = [
            indicators_sentence(assessment, plan_title(assessment.plan)),
            measures_sentence(assessment),
            *sentences,
        ]
    return [sentence for sentence in sentences if sentence]


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
        f"năm {year}, kết quả năm {year - 1} có {listed(parts)}."
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


def how_targets_are_set(assessment: Assessment, year: int) -> str:
    """Say by which way of judging the year's targets follow from the milestones."""
    years, document = assessment.plan.milestone_years, plan_title(assessment.plan)
    if year in years:
        return f"Mục tiêu năm {year} là mức mà {document} quy định cho năm {year}."
    return (
        f"{document} quy định mức của các năm {listed(list(map(str, years)))}; mục tiêu năm {year} "
        f"được tính {INTERIM[assessment.settings.interim]}. Mức phải duy trì thì giữ nguyên."
    )


def target_in_cell(target: Target) -> str:
    """Write the target for a table; "" where the office must set it."""
    level = target.asked
    return "" if level is None else measure_phrases_vi.milestone_level(target.measure, level)


def target_words(target: Target) -> str:
    """Write the target for a sentence: `từ 84% trở lên`; "" where the office must set it."""
    level = target.asked
    if level is None:
        return ""
    if level.value is not None:
        decimals = measure_phrases_vi.level_decimals(level.value)
        level = replace(level, value=round_half_up(level.value, decimals))
    return rule_words(target.measure, level)


def missing(target: Target) -> str:
    """Say how far last year's figures are from the target, in whole children or cases."""
    if target.met is None:
        return measure_phrases_vi.NONE
    if target.measure.hide_headroom:
        return "trong mức mục tiêu" if target.met else "chưa trong mức mục tiêu"
    if target.missing is None or target.asked is None:
        return "đạt mục tiêu" if target.met else "chưa đạt mục tiêu"
    if target.missing <= 0:
        return "đạt mục tiêu"
    higher = target.asked.rule.higher_is_better
    return measure_phrases_vi.shortfall(target.measure, target.missing, higher=higher)


def focus_sentence(plan: Plan, target: Target) -> str:
    """Say of a measure short of its target what was reached, is asked and is missing."""
    counts = measure_phrases_vi.counts(target.last)
    shown = lower_first(target.shown) + (f" ({counts})" if counts else "")
    short = f"; {missing(target)}" if not target.measure.hide_headroom and target.missing else ""
    return (
        f"{measure_phrases_vi.named(plan, target.measure)}: kết quả năm {target.year - 1} là "
        f"{shown}; mục tiêu năm {target.year} là {target_words(target)}{short}. "
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
    supported = [t for t in targets if unit.id in t.measure.supporting_units]
    parts = [
        f"{words} chỉ tiêu {numbers_of(plan, chosen, targets)}"
        for words, chosen in (("thực hiện", own), ("phối hợp thực hiện", supported))
        if chosen
    ]
    return f"{upper_first('; '.join(parts))}." if parts else ""


def numbers_of(plan: Plan, chosen: Sequence[Target], targets: Sequence[Target]) -> str:
    """Name indicators by their numbers, and those of which not all parts are chosen by parts."""
    numbers: list[str] = []
    for number in dict.fromkeys(target.measure.indicator for target in chosen):
        parts = [target.measure for target in chosen if target.measure.indicator == number]
        if len(parts) == sum(target.measure.indicator == number for target in targets):
            numbers.append(str(number))
        else:
            numbers += [measure_phrases_vi.number(plan, part) for part in parts]
    return listed(numbers)


def money_last_year(planned: int | None, spent: int | None, period: Period) -> str:
    """Say what was planned and spent last year, as far as it is known."""
    if planned is None:
        return f"Chưa đủ số liệu dự toán {period.label} của các nguồn."
    return money_sentence(planned, spent, period)


def deadlines(assessment: Assessment, year: int) -> list[str]:
    """Say by when units hand in their figures, as far as Cấu hình says it for this year."""
    windows = assessment.settings.windows
    return [
        f"Các đơn vị gửi số liệu {period.label} chậm nhất {format_date_long(deadline)}."
        for period in periods_of(year)
        if period in windows and (deadline := windows[period].deadline) is not None
    ]
