"""Vietnamese sentences of a judged period that several documents say.

Pure. A sentence says what was typed and what follows from it by the plan; never a cause,
a merit or a promise, which nobody but the official can write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from docgen.shared import measure_phrases_vi
from docgen.shared.measure_phrases_vi import SMALL_NUMBER_MARK, counted, listed
from workbook.domain.numbers_vi import format_count, format_money, format_plain
from workbook.domain.periods import Period
from workbook.domain.plan import Measure
from workbook.domain.results import Assessment, Change, MeasureResult
from workbook.domain.settings import Interim
from workbook.domain.statuses import PROVISIONAL, Status
from workbook.domain.text_vi import lower_first

CHANGES = {Change.BETTER: "tốt hơn", Change.SAME: "không thay đổi", Change.WORSE: "kém hơn"}
INTERIM = {
    Interim.STRAIGHT: "theo đường thẳng từ mốc đã đến hạn (hoặc số liệu năm gốc) đến mốc tiếp theo",
    Interim.HOLD: "bằng mức của mốc đã đến hạn gần nhất",
    Interim.NEXT: "bằng mức của mốc tiếp theo",
}
BY_WORST_PART = "Một chỉ tiêu có nhiều nội dung được xếp theo nội dung có kết quả thấp nhất."
_BEST_FIRST = list(dict.fromkeys([Status.ACHIEVED, Status.ON_TRACK, *Status]))
_TASKS = {True: "đã hoàn thành", False: "chưa hoàn thành", None: "chưa ghi mức độ hoàn thành"}


def indicators_sentence(assessment: Assessment, document: str = "") -> str:
    """Count the indicators by their worst measures; `document` names the plan otherwise."""
    document = document or assessment.plan.document_type.capitalize()
    worst = worst_measures(assessment.results)
    return (
        f"{document} có {format_count(len(worst))} chỉ tiêu. Kết quả {assessment.period.label}: "
        f"{tally(worst, ' chỉ tiêu', early=False)}."
    )


def worst_measures(results: Sequence[MeasureResult]) -> list[MeasureResult]:
    """Return of each indicator the first measure with its worst status."""
    by_indicator: dict[int, MeasureResult] = {}
    for result in sorted(results, key=lambda result: result.status.weight):
        by_indicator.setdefault(result.measure.indicator, result)
    return list(by_indicator.values())


def measures_sentence(assessment: Assessment) -> str:
    """Count the measures by status; "" where no indicator has parts."""
    total = len(assessment.results)
    if total == len(assessment.indicators):
        return ""
    return (
        f"Các chỉ tiêu được đánh giá qua {format_count(total)} nội dung, trong đó "
        f"{tally(assessment.results)}. {BY_WORST_PART}"
    )


def tally(results: Iterable[MeasureResult], noun: str = "", *, early: bool = True) -> str:
    """Count results by status, the best first: `05 đạt, 01 chậm tiến độ và 02 chưa có số liệu`.

    `noun` stands behind every number, with a space before it; `early` counts by itself what
    was achieved before its year.
    """
    labels: Counter[str] = Counter()
    for result in sorted(results, key=lambda result: _BEST_FIRST.index(result.status)):
        plain = early or result.status is not Status.ACHIEVED
        label = measure_phrases_vi.plain_label(result) if plain else result.status.label
        labels[lower_first(label)] += 1
    return counted(labels, noun)


def changes_tally(changes: Iterable[Change | None]) -> str:
    """Count how figures moved: `02 nội dung tốt hơn và 01 nội dung kém hơn`; "" for none."""
    counts = Counter(changes)
    return counted({words: counts[change] for change, words in CHANGES.items()}, " nội dung")


def size_of_goal(measures: Sequence[Measure]) -> str:
    """Count a goal's indicators, and its measures where there are more."""
    indicators = {measure.indicator for measure in measures}
    size = f"Mục tiêu có {format_count(len(indicators))} chỉ tiêu"
    if len(measures) != len(indicators):
        size += f" với {format_count(len(measures))} nội dung"
    return size


def how_judged(assessment: Assessment) -> list[str]:
    """Say what must be known of the statuses: provisional, between milestones, other areas."""
    plan, years, sentences = assessment.plan, assessment.plan.milestone_years, []
    if assessment.period.half:
        sentences.append(
            f"Kết quả 6 tháng là {PROVISIONAL}; nội dung tính theo cả năm chỉ nêu số liệu, "
            "được đánh giá khi có số liệu năm."
        )
    if years and assessment.period.time not in years:
        sentences.append(
            f"Kế hoạch chỉ quy định mốc các năm {listed(list(map(str, years)))}; mức "
            f"cần đạt của kỳ báo cáo được tính {INTERIM[assessment.settings.interim]}."
        )
    broken = [result.measure for result in assessment.results if result.verdict.broken_series]
    if broken:
        numbers = listed([measure_phrases_vi.number(plan, measure) for measure in broken])
        sentences.append(
            "Số liệu các năm trước thuộc địa bàn khác nên không lấy làm điểm xuất phát để đánh giá "
            f"tiến độ của chỉ tiêu {numbers}."
        )
    return sentences


def lagging_lead(assessment: Assessment) -> str:
    """Introduce the lagging list, or say that there is none."""
    count = len(assessment.lagging)
    if count:
        return f"Có {format_count(count)} nội dung chậm hoặc không đạt, xếp theo mức độ:"
    if assessment.without_figures:
        return "Không có nội dung nào chậm hoặc không đạt trong số các nội dung đã có số liệu."
    return "Không có nội dung nào chậm hoặc không đạt."


def lagging_sentence(assessment: Assessment, result: MeasureResult) -> str:
    """Say of a lagging measure what was reached, asked and is missing, and whose it is."""
    owner = measure_phrases_vi.owner(assessment.plan, result.measure)
    return f"{lagging_account(result)} Đơn vị thực hiện: {owner}."


def lagging_account(result: MeasureResult) -> str:
    """Say of a lagging measure what was reached, asked and is missing."""
    account, change = lower_first(result.explanation.strip()), measure_phrases_vi.change(result)
    if change:
        account += f" Kết quả {change}."
    return f"{account} Lưu ý: {lower_first(result.note)}." if result.note else account


def missing_lead(assessment: Assessment, after: str = "") -> str:
    """Introduce what has no figures, or say that all are there; `after`: in which order."""
    count = len(assessment.without_figures)
    if not count:
        return "Các nội dung phải báo cáo trong kỳ đều đã có số liệu."
    return f"Còn {format_count(count)} nội dung chưa có số liệu{after}:"


def small_numbers_note(
    results: Sequence[MeasureResult], where: str = "ở cột Ghi chú của Phụ lục"
) -> str:
    """Explain the mark of few cases, "" for none; `where` interval and past figures stand."""
    if not any(result.note for result in results):
        return ""
    return (
        f"{SMALL_NUMBER_MARK} Số liệu nhỏ, cần đọc cùng khoảng tin cậy và số liệu nhiều "
        f"năm {where}."
    )


def tasks_sentence(assessment: Assessment) -> str:
    """Count the plan's tasks by what the units say of them."""
    plan = assessment.plan
    counts = [len(unit.tasks) for unit in plan.units if unit.tasks]
    return (
        f"{plan.document_type.capitalize()} giao {format_count(sum(counts))} nhiệm vụ cho "
        f"{format_count(len(counts))} đơn vị; {tasks_account(assessment)}."
    )


def tasks_account(assessment: Assessment) -> str:
    """Count the tasks by what the units say: `đến kỳ báo cáo: 02 đã hoàn thành và …`."""
    tasks = [task for unit in assessment.plan.units for task in unit.tasks]
    typed = [assessment.tasks.get(task.id) for task in tasks]
    done = Counter(result.done if result else None for result in typed)
    return f"đến kỳ báo cáo: {counted({words: done[key] for key, words in _TASKS.items()})}"


def money_sentence(planned: int | None, spent: int | None, period: Period) -> str:
    """Say what was planned and spent, in đồng; sums are None while a source is blank."""
    if planned is None:
        return "Chưa đủ số liệu dự toán của các nguồn; số liệu đã có nêu ở bảng sau."
    total = f"Tổng dự toán năm {period.year} là {format_money(planned)}"
    if spent is None:
        return f"{total}; chưa đủ số liệu đã chi của các nguồn."
    share = f", bằng {share_of(spent, planned)} dự toán" if planned else ""
    return f"{total}; đã chi {period.label} là {format_money(spent)}{share}."


def share_of(part: int, whole: int) -> str:
    """Write a share in percent with one decimal: `87,5%`."""
    return f"{format_plain(Fraction(part * 100, whole), 1)}%"
