"""Vietnamese sentences of the plan for a year, made from targets and last year's figures.

Pure. A target is what the plan's milestones ask of the year; nothing is promised that
they do not ask, and what the office must decide is left to it. Of measures whose
headroom is hidden (deaths, abuse …) no number says how many more would be within the
target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from docgen.shared import measure_phrases_vi, rows, sentences_vi
from docgen.shared.measure_phrases_vi import listed
from workbook.domain.judging.targets import Target
from workbook.domain.judging.words_vi import rule_words
from workbook.domain.numbers_vi import format_count, format_date_long, round_half_up
from workbook.domain.periods import periods_of
from workbook.domain.plan import Plan, ResponsibleUnit
from workbook.domain.results import Assessment
from workbook.domain.text_vi import lower_first, upper_first

_MET = {True: "đạt", False: "chưa đạt", None: "chưa so sánh được"}


def plan_title(plan: Plan) -> str:
    """Name the plan for its whole period, which a year's plan carries out."""
    return f"{plan.document_type.capitalize()} giai đoạn {plan.start_year}-{plan.end_year}"


def last_year(assessment: Assessment, targets: Sequence[Target]) -> list[str]:
    """Say what last year reached: by status where it was judged, and beside the targets."""
    if not targets:
        return []
    year, sentences = targets[0].year, []
    if year > assessment.period.year:
        title = plan_title(assessment.plan)
        sentences.append(sentences_vi.indicators_sentence(assessment, title))
        sentences.append(sentences_vi.measures_sentence(assessment))
    met = Counter(target.met for target in targets)
    parts = [
        f"{format_count(met[key])} nội dung {words}" for key, words in _MET.items() if met[key]
    ]
    sentences.append(
        f"Năm {year} có {format_count(len(targets))} nội dung phải thực hiện. So với mục tiêu "
        f"năm {year}, kết quả năm {year - 1} có {listed(parts)}."
    )
    if blank := [target for target in targets if target.last is None]:
        sentences.append(
            f"Chưa có số liệu năm {year - 1} so sánh được của chỉ tiêu "
            f"{numbers_of(assessment.plan, blank, targets)}."
        )
    return list(filter(None, sentences))


def how_targets_are_set(assessment: Assessment, year: int) -> str:
    """Say by which way of judging the year's targets follow from the milestones."""
    years, document = assessment.plan.milestone_years, plan_title(assessment.plan)
    if year in years:
        return f"Mục tiêu năm {year} là mức mà {document} quy định cho năm {year}."
    return (
        f"{document} quy định mức của các năm {listed(list(map(str, years)))}; mục tiêu năm {year} "
        f"được tính {sentences_vi.INTERIM[assessment.settings.interim]}. Mức phải duy trì thì giữ"
        " nguyên."
    )


def missing(target: Target) -> str:
    """Say how far last year's figures are from the target, in whole children or cases."""
    asked, short, hidden = target.asked, target.missing, target.measure.hide_headroom
    if asked is None or target.met is None:
        return measure_phrases_vi.NONE
    reached = "trong mức mục tiêu" if hidden else "đạt mục tiêu"
    if hidden or short is None:
        return reached if target.met else f"chưa {reached}"
    if short <= 0:
        return reached
    return measure_phrases_vi.shortfall(target.measure, short, higher=asked.rule.higher_is_better)


def focus_sentence(plan: Plan, target: Target) -> str:
    """Say of a measure short of its target what was reached, is asked and is missing."""
    measure, level = target.measure, target.asked
    if level is not None and level.value is not None:
        decimals = measure_phrases_vi.level_decimals(level.value)
        level = replace(level, value=round_half_up(level.value, decimals))
    asked = rule_words(measure, level) if level else ""
    counts = measure_phrases_vi.counts(target.last)
    shown = lower_first(target.shown) + (f" ({counts})" if counts else "")
    short = f"; {missing(target)}" if not measure.hide_headroom and target.missing else ""
    return (
        f"{measure_phrases_vi.named(plan, measure)}: kết quả năm {target.year - 1} là {shown}; "
        f"mục tiêu năm {target.year} là {asked}{short}. Đơn vị thực hiện: "
        f"{plan.unit(measure.responsible_unit).name}."
    )


def focus_lead(targets: Sequence[Target], year: int) -> str:
    """Introduce the measures short of their targets, or say that there is none."""
    met = Counter(target.met for target in targets)
    if met[False]:
        return (
            f"Tập trung thực hiện {format_count(met[False])} nội dung mà kết quả năm {year - 1} "
            f"chưa đạt mục tiêu năm {year}:"
        )
    if not met[True]:
        return f"Chưa có kết quả năm {year - 1} nào so sánh được với mục tiêu năm {year}."
    if met[None]:
        return f"Các nội dung so sánh được đều đã đạt mục tiêu năm {year}."
    return f"Kết quả năm {year - 1} của mọi nội dung đều đã đạt mục tiêu năm {year}."


def owned(plan: Plan, unit: ResponsibleUnit, targets: Sequence[Target]) -> str:
    """Name the indicators a unit answers for in the year, and those it supports."""
    roles = {
        "thực hiện": [t for t in targets if t.measure.responsible_unit == unit.id],
        "phối hợp thực hiện": [t for t in targets if unit.id in t.measure.supporting_units],
    }
    parts = [
        f"{words} chỉ tiêu {numbers_of(plan, chosen, targets)}"
        for words, chosen in roles.items()
        if chosen
    ]
    return f"{upper_first('; '.join(parts))}." if parts else ""


def numbers_of(plan: Plan, chosen: Sequence[Target], targets: Sequence[Target]) -> str:
    """Name indicators by their numbers, and those of which not all parts are chosen by parts."""
    measures = [target.measure for target in chosen]
    left_out = Counter(target.measure.indicator for target in targets)
    left_out -= Counter(measure.indicator for measure in measures)
    numbers = (
        measure_phrases_vi.number(plan, measure)
        if measure.indicator in left_out
        else str(measure.indicator)
        for measure in measures
    )
    return listed(list(dict.fromkeys(numbers)))


def money_last_year(assessment: Assessment) -> str:
    """Say what was planned and spent last year, as far as it is known."""
    total, period = rows.money(assessment)[-1], assessment.period
    if total.planned is None:
        return f"Chưa đủ số liệu dự toán {period.label} của các nguồn."
    return sentences_vi.money_sentence(total.planned, total.spent, period)


def deadlines(assessment: Assessment, year: int) -> list[str]:
    """Say by when units hand in their figures, as far as Cấu hình says it for this year."""
    windows = assessment.settings.windows
    return [
        f"Các đơn vị gửi số liệu {period.label} chậm nhất {format_date_long(deadline)}."
        for period in periods_of(year)
        if period in windows and (deadline := windows[period].deadline) is not None
    ]
