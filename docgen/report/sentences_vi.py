"""Vietnamese sentences of the Báo cáo, made from an assessment.

Pure. A sentence says what was typed and what follows from it by the plan; never a
cause, a merit or a promise, which nobody but the official can write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from docgen.shared import measure_phrases_vi as phrases
from workbook.domain.findings import blocking
from workbook.domain.numbers_vi import (
    format_count,
    format_money,
    format_plain,
)
from workbook.domain.periods import Period
from workbook.domain.results import Assessment, Change, MeasureResult
from workbook.domain.settings import Interim
from workbook.domain.statuses import PROVISIONAL, Status
from workbook.domain.text_vi import lower_first

SAMPLE_MARK = "SỐ LIỆU MẪU"
DRAFT_MARK = "DỰ THẢO"

_INTERIM = {
    Interim.STRAIGHT: "theo đường thẳng từ mốc đã đến hạn (hoặc số liệu năm gốc) đến mốc tiếp theo",
    Interim.HOLD: "bằng mức của mốc đã đến hạn gần nhất",
    Interim.NEXT: "bằng mức của mốc tiếp theo",
}
_CHANGES = {Change.BETTER: "tốt hơn", Change.SAME: "không thay đổi", Change.WORSE: "kém hơn"}


def page_mark(assessment: Assessment, *, draft: bool) -> str:
    """Return what stands at the head of every page; "" for a real final report."""
    marks = [DRAFT_MARK] * draft + [SAMPLE_MARK] * assessment.sample
    return f" {phrases.NONE} ".join(marks)


def frame(
    assessment: Assessment, *, draft: bool, document: str = "báo cáo", use: str = "báo cáo"
) -> list[str]:
    """Say at the top why this is no document to be issued; empty for a final one."""
    faults = blocking(assessment.findings, assessment.period)
    lines = []
    if draft and faults:
        lines.append(
            f"{DRAFT_MARK}: chưa dùng làm {document} chính thức, còn {format_count(len(faults))} "
            "lỗi phải sửa (danh sách ở cuối văn bản)."
        )
    elif draft:
        lines.append(f"{DRAFT_MARK}: để lấy ý kiến, chưa dùng làm {document} chính thức.")
    if assessment.sample:
        lines.append(
            f"{SAMPLE_MARK}: các con số trong văn bản này là giả định, không dùng để {use}."
        )
    return lines


def overview(assessment: Assessment) -> list[str]:
    """Say how the plan stands as a whole, and how that was judged."""
    made = [indicators_sentence(assessment), measures_sentence(assessment)]
    return [*(sentence for sentence in made if sentence), *how_judged(assessment)]


def how_judged(assessment: Assessment) -> list[str]:
    """Say what must be known of the statuses: provisional, between milestones, other areas."""
    made = [_provisional(assessment), _interim(assessment), _series_break(assessment)]
    return [sentence for sentence in made if sentence]


def indicators_sentence(assessment: Assessment, document: str = "") -> str:
    """Count the indicators by their worst measures; `document` names the plan otherwise."""
    document = document or assessment.plan.document_type.capitalize()
    total = len(assessment.indicators)
    worst = [_worst_of(assessment, number) for number in assessment.indicators]
    return (
        f"{document} có {format_count(total)} chỉ tiêu. Kết quả {assessment.period.label}: "
        f"{tally(worst, ' chỉ tiêu', early=False)}."
    )


def _worst_of(assessment: Assessment, number: int) -> MeasureResult:
    """Return the measure that gives an indicator its status."""
    status = assessment.indicators[number]
    return next(
        result
        for result in assessment.results
        if result.measure.indicator == number and result.status is status
    )


def measures_sentence(assessment: Assessment) -> str:
    """Count the measures by status, where indicators have parts."""
    total = len(assessment.results)
    if total == len(assessment.indicators):
        return ""
    return (
        f"Các chỉ tiêu được đánh giá qua {format_count(total)} nội dung, trong đó "
        f"{tally(assessment.results)}. Một chỉ tiêu có nhiều nội dung được xếp theo nội dung có "
        "kết quả thấp nhất."
    )


def _best_first(found: Counter[Status]) -> list[Status]:
    order = [Status.ACHIEVED, Status.ON_TRACK, *Status]
    return [one for one in dict.fromkeys(order) if found[one]]


def tally(results: Sequence[MeasureResult], noun: str = "", *, early: bool = True) -> str:
    """Count results by status: `05 đạt, 01 chậm tiến độ và 02 chưa có số liệu`.

    Args:
        results: what is counted.
        noun: stands behind every number, with a space before it.
        early: whether what was achieved before its year is counted by itself.
    """
    found = Counter(result.status for result in results)
    parts = []
    for one in _best_first(found):
        labels = Counter(phrases.plain_label(r) for r in results if r.status is one)
        if one is Status.ACHIEVED and not early:
            labels = Counter({one.label: found[one]})
        parts += [f"{format_count(n)}{noun} {lower_first(label)}" for label, n in labels.items()]
    return phrases.listed(parts)


def _provisional(assessment: Assessment) -> str:
    if not assessment.period.half:
        return ""
    return (
        f"Kết quả 6 tháng là {PROVISIONAL}; nội dung tính theo cả năm chỉ nêu số liệu, "
        "được đánh giá khi có số liệu năm."
    )


def _interim(assessment: Assessment) -> str:
    years = assessment.plan.milestone_years
    if assessment.period.time in years or not years:
        return ""
    listed = phrases.listed([str(year) for year in years])
    return (
        f"Kế hoạch chỉ quy định mốc các năm {listed}; mức cần đạt của kỳ báo cáo được tính "
        f"{interim_words(assessment.settings.interim)}."
    )


def interim_words(way: Interim) -> str:
    """Say how the years between two milestones are judged."""
    return _INTERIM[way]


def _series_break(assessment: Assessment) -> str:
    broken = [r.measure for r in assessment.results if r.verdict.broken_series]
    if not broken:
        return ""
    numbers = [phrases.number(assessment.plan, one) for one in broken]
    return (
        "Số liệu các năm trước thuộc địa bàn khác nên không lấy làm điểm xuất phát để đánh giá "
        f"tiến độ của chỉ tiêu {phrases.listed(numbers)}."
    )


def lagging_lead(assessment: Assessment) -> str:
    """Introduce the lagging list, or say that there is none."""
    count = len(assessment.lagging)
    if count:
        return f"Có {format_count(count)} nội dung chậm hoặc không đạt, xếp theo mức độ:"
    if assessment.without_figures:
        return "Không có nội dung nào chậm hoặc không đạt trong số các nội dung đã có số liệu."
    return "Không có nội dung nào chậm hoặc không đạt."


def lagging_sentence(assessment: Assessment, result: MeasureResult) -> str:
    """Say of one lagging measure what was reached, asked and is missing, and whose it is."""
    owner = phrases.owner(assessment.plan, result.measure)
    return f"{lagging_account(result)} Đơn vị thực hiện: {owner}."


def lagging_account(result: MeasureResult) -> str:
    """Say of one lagging measure what was reached, asked and is missing."""
    said = lower_first(result.explanation.strip())
    change = phrases.change(result)
    moved = f" Kết quả {change}." if change else ""
    note = f" Lưu ý: {lower_first(result.note)}." if result.note else ""
    return f"{said}{moved}{note}"


def missing_lead(assessment: Assessment) -> str:
    """Introduce the list of what has no figures, or say that all figures are there."""
    count = len(assessment.without_figures)
    if not count:
        return "Các nội dung phải báo cáo trong kỳ đều đã có số liệu."
    return f"Còn {format_count(count)} nội dung chưa có số liệu, theo đơn vị thực hiện như sau:"


def goal_sentences(assessment: Assessment, results: Sequence[MeasureResult]) -> list[str]:
    """Say what was reached under a goal, what lags and by how much."""
    indicators = {result.measure.indicator for result in results}
    first = f"Mục tiêu có {format_count(len(indicators))} chỉ tiêu"
    if len(results) != len(indicators):
        first += f" với {format_count(len(results))} nội dung"
    sentences = [f"{first}: {tally(results)}."]
    reached = [_reached(r) for r in results if r.status is Status.ACHIEVED]
    if reached:
        sentences.append(f"Nội dung đạt: {'; '.join(reached)}.")
    behind = [_behind(r) for r in results if r.status.is_lagging]
    if behind:
        sentences.append(f"Nội dung chậm hoặc không đạt: {'; '.join(behind)}.")
    changed = _changes(assessment, results)
    return [*sentences, changed] if changed else sentences


def _reached(result: MeasureResult) -> str:
    name, value = result.measure.name, phrases.shown(result)
    return f"{lower_first(name)} {phrases.NONE} {lower_first(value)}"


def _behind(result: MeasureResult) -> str:
    missing = f", {phrases.gap(result)}" if (result.gap_required or 0) > 0 else ""
    return f"{_reached(result)}, {lower_first(phrases.plain_label(result))}{missing}"


def _changes(assessment: Assessment, results: Sequence[MeasureResult]) -> str:
    found = Counter(r.trend.change for r in results if r.trend.change is not None)
    parts = [f"{format_count(found[one])} nội dung {_CHANGES[one]}" for one in Change if found[one]]
    if not parts:
        return ""
    before = assessment.period.last_year().label
    return f"So với {before}: {phrases.listed(parts)}."


def small_numbers_note(
    results: Sequence[MeasureResult], place: str = "ở cột Ghi chú của Phụ lục"
) -> str:
    """Explain the mark beside the statuses that rest on few cases; "" where none does.

    `place` is where the interval and the figures of several years stand.
    """
    if not any(result.note for result in results):
        return ""
    return (
        f"{phrases.SMALL_NUMBER_MARK} Số liệu nhỏ, cần đọc cùng khoảng tin cậy và số liệu nhiều "
        f"năm {place}."
    )


def tasks_sentence(assessment: Assessment) -> str:
    """Count the plan's tasks by what the units say of them."""
    plan = assessment.plan
    tasks = sum(len(unit.tasks) for unit in plan.units)
    units = sum(bool(unit.tasks) for unit in plan.units)
    return (
        f"{plan.document_type.capitalize()} giao {format_count(tasks)} nhiệm vụ cho "
        f"{format_count(units)} đơn vị; {tasks_account(assessment)}."
    )


def tasks_account(assessment: Assessment) -> str:
    """Count the tasks by what the units say: `đến kỳ báo cáo: 02 đã hoàn thành và …`."""
    tasks = [task.id for unit in assessment.plan.units for task in unit.tasks]
    said = Counter(assessment.tasks[one].done if one in assessment.tasks else None for one in tasks)
    words = {True: "đã hoàn thành", False: "chưa hoàn thành", None: "chưa ghi mức độ hoàn thành"}
    parts = [f"{format_count(said[one])} {text}" for one, text in words.items() if said[one]]
    return f"đến kỳ báo cáo: {phrases.listed(parts)}"


def money_sentence(planned: int | None, spent: int | None, period: Period) -> str:
    """Say what was planned and spent; sums are None while a source is blank."""
    if planned is None:
        return "Chưa đủ số liệu dự toán của các nguồn; số liệu đã có nêu ở bảng sau."
    said = f"Tổng dự toán năm {period.year} là {format_money(planned)}"
    if spent is None:
        return f"{said}; chưa đủ số liệu đã chi của các nguồn."
    share = f", bằng {share_of(spent, planned)} dự toán" if planned else ""
    return f"{said}; đã chi {period.label} là {format_money(spent)}{share}."


def share_of(part: int, whole: int) -> str:
    """Write a share in percent with one decimal: `87,5%`."""
    return f"{format_plain(Fraction(part * 100, whole), 1)}%"
