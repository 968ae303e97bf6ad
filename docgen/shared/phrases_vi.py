"""Vietnamese phrases of a measure, sentences of a judged period, and where lines must not break.

Pure. Whatever documents say of a measure is put together from here, so that table, sentence
and annex never differ. A blank is said to be blank; a sentence says what was typed and what
follows from it by the plan, never a cause, a merit or a promise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import cast

from docgen.shared.decree import LETTERS
from workbook.domain.judging.printing import print_counts, print_level
from workbook.domain.judging.words_vi import gap_words
from workbook.domain.numbers_vi import NO_BREAK_SPACE, format_count, format_money, format_plain
from workbook.domain.periods import Period
from workbook.domain.plan import Measure, Milestone, Plan, Rule
from workbook.domain.plan_checks import DEFAULT_OWNER
from workbook.domain.register import Observation
from workbook.domain.results import Assessment, Change, MeasureResult
from workbook.domain.settings import Interim
from workbook.domain.statuses import PROVISIONAL, Status
from workbook.domain.text_vi import lower_first

NONE = "–"
SMALL_NUMBER_MARK = "(*)"
_COMPARED = {Change.BETTER: "tốt hơn", Change.SAME: "không đổi so với", Change.WORSE: "kém hơn"}
_SYMBOLS = {Rule.AT_LEAST: "≥", Rule.BELOW: "<", Rule.FALLS: "<"}
CHANGES = {Change.BETTER: "tốt hơn", Change.SAME: "không thay đổi", Change.WORSE: "kém hơn"}
INTERIM = {
    Interim.STRAIGHT: "theo đường thẳng từ mốc đã đến hạn (hoặc số liệu năm gốc) đến mốc tiếp theo",
    Interim.HOLD: "bằng mức của mốc đã đến hạn gần nhất",
    Interim.NEXT: "bằng mức của mốc tiếp theo",
}
READ_TOGETHER = "cần đọc cùng khoảng tin cậy và số liệu nhiều năm"
BY_WORST_PART = "Một chỉ tiêu có nhiều nội dung được xếp theo nội dung có kết quả thấp nhất."
_BEST_FIRST = list(dict.fromkeys([Status.ACHIEVED, Status.ON_TRACK, *Status]))
_TASKS = {True: "đã hoàn thành", False: "chưa hoàn thành", None: "chưa ghi mức độ hoàn thành"}
# Fields that templates print in narrow columns, where a line must be free to break at any space.
_IN_COLUMNS = frozenset(
    ["moc_truoc", "moc_sau", "ky_truoc", "cac_nam", "cac_dong", "can_giai_trinh", "kinh_phi"]
)
_UNITS = ("%", "‰", "tuổi", "loại", "đồng", "nội dung", "chỉ tiêu", "nhiệm vụ", "đơn vị")
_UNBROKEN = (
    re.compile(r"\b(?:ngày|tháng|năm|số|tiêu|mục|khoản|điều) (?=\d)", re.IGNORECASE),
    re.compile(r"(?<=\d) [-–] (?=\d)"),  # a range
    re.compile(r"(?<=/[A-ZĐ]{2}) [-–] (?=[A-ZĐ])"),  # 46/KH – UBND, as some write it
)


def number(plan: Plan, measure: Measure) -> str:
    """Return the measure's number in the plan: `13`, or `3a`, `3b` where it has parts."""
    parts = [part.id for part in plan.measures.values() if part.indicator == measure.indicator]
    return f"{measure.indicator}{LETTERS[parts.index(measure.id)] if len(parts) > 1 else ''}"


def named(plan: Plan, measure: Measure) -> str:
    """Name a measure at the head of an item: `Chỉ tiêu 3a, tỷ suất tử vong trẻ sơ sinh`."""
    return f"Chỉ tiêu {number(plan, measure)}, {lower_first(measure.name)}"


def level_decimals(value: Fraction) -> int:
    """Return the decimals a level prints with at most; a plan may ask for `0,05%`."""
    return 2 if abs(value) >= 1 else 4


def breakable(value: str) -> str:
    """Let a printed value break before its unit, never in it: `350,4 /100.000`."""
    return value.replace("/", " /")


def milestone(measure: Measure, year: int) -> str:
    """Write what is asked in a year for a table, `–` for nothing; what names no year says so."""
    for due in measure.milestones:
        if due.year_stated and due.year == year:
            return milestone_level(measure, due)
    always = [due for due in measure.milestones if not due.year_stated]
    return f"{milestone_level(measure, always[0])} (không nêu năm)" if always else NONE


def milestone_level(measure: Measure, milestone: Milestone) -> str:
    """Write what a milestone asks for a table: `≥ 99,5%`, `0 cuộc`, `Có`."""
    rule, value = milestone.rule, milestone.value
    if rule is Rule.YES:
        return "Có"
    if rule is Rule.FALLS and value is None:
        return "Giảm so với năm gốc"
    if rule is Rule.ZERO and not value:
        return f"0 {measure.noun}"
    shown = breakable(
        print_level(measure, value or Fraction(0), level_decimals(value or Fraction(0)))
    )
    return f"{_SYMBOLS.get(rule, '≤')}{NO_BREAK_SPACE}{shown}" if value else shown


def required(result: MeasureResult) -> str:
    """Write the value asked of the period for a table; `–` where no line is drawn."""
    ahead = result.verdict.failed or result.verdict.next
    if result.verdict.required is None or ahead is None:
        return NONE
    return milestone_level(result.measure, replace(ahead, value=result.verdict.required))


def counts(observation: Observation | None) -> str:
    """Write what a rate was computed from: `496/500`; "" for counts and bare rates."""
    if observation is None or observation.denominator is None or observation.numerator is None:
        return ""
    return print_counts(observation)


def with_counts(value: str, observation: Observation | None) -> str:
    """Write a printed value with its counts for a sentence: `99,2% (496/500)`."""
    beside = counts(observation)
    return f"{value} ({beside})" if value and beside else value or beside


def previous(result: MeasureResult, area: str) -> str:
    """Write the value of the same period last year; another area is named."""
    before, value = result.trend.previous, result.trend.previous_value
    if before is None or value is None:
        return NONE
    text = breakable(print_level(result.measure, value, max(result.decimals, 1)))
    foreign = before.area != area and not before.converted
    return f"{text} ({before.area})" if foreign else text


def status(result: MeasureResult) -> str:
    """Write the status for a table: symbol and word together, and the small-number mark."""
    mark = f" {SMALL_NUMBER_MARK}" if result.note else ""
    return f"{result.status.symbol}{NO_BREAK_SPACE}{result.label}{mark}"


def plain_label(result: MeasureResult) -> str:
    """Return the status's word without "tạm tính", which the text says once."""
    return result.label.replace(f" ({PROVISIONAL})", "").replace(f", {PROVISIONAL}", "")


def gap(result: MeasureResult) -> str:
    """Say what is missing in whole children or cases; never how many more deaths may be."""
    judged = result.status not in (Status.PENDING, Status.NOT_DUE)
    return (gap_words(result) if judged else "") or NONE


def owner(plan: Plan, measure: Measure) -> str:
    """Say who answers for the measure and by which clause of the plan."""
    unit, document = plan.unit(measure.responsible_unit), plan.document_type.capitalize()
    if measure.assigned_by == DEFAULT_OWNER:
        return f"{unit.name} ({document} chưa giao cụ thể, tạm phân công theo dõi)"
    return f"{unit.name} (mục {measure.assigned_by} của {document})"


def listed(things: Iterable[object]) -> str:
    """Join with commas, the last with a word: `05 đạt, 02 chậm và 01 chưa có số liệu`."""
    parts = list(map(str, things))
    return " và ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def counted(counts: Mapping[str, int], noun: str = "") -> str:
    """Join counts with their words, none for 0: `05 đạt và 02 chậm`; `noun` follows a number."""
    return listed([f"{format_count(n)}{noun} {words}" for words, n in counts.items() if n])


def standing(assessment: Assessment, document: str = "") -> list[str]:
    """Count indicators by their worst measures, and measures; `document` names the plan."""
    document = document or assessment.plan.document_type.capitalize()
    results, worst = assessment.results, worst_measures(assessment.results)
    by_indicator = (
        f"{document} có {format_count(len(worst))} chỉ tiêu. Kết quả {assessment.period.label}: "
        f"{tally(worst, ' chỉ tiêu', early=False)}."
    )
    by_measure = (
        f"Các chỉ tiêu được đánh giá qua {format_count(len(results))} nội dung, trong đó "
        f"{tally(results)}. {BY_WORST_PART}"
    )
    return [by_indicator] + [by_measure] * (len(results) != len(assessment.indicators))


def worst_measures(results: Sequence[MeasureResult]) -> list[MeasureResult]:
    """Return of each indicator the first measure with its worst status."""
    by_indicator: dict[int, MeasureResult] = {}
    for result in sorted(results, key=lambda result: result.status.weight):
        by_indicator.setdefault(result.measure.indicator, result)
    return list(by_indicator.values())


def tally(results: Iterable[MeasureResult], noun: str = "", *, early: bool = True) -> str:
    """Count results by status, the best first: `05 đạt, 01 chậm tiến độ và 02 chưa có số liệu`.

    `noun` stands behind every number, with a space before it; `early` counts by itself what
    was achieved before its year.
    """
    labels: Counter[str] = Counter()
    for result in sorted(results, key=lambda result: _BEST_FIRST.index(result.status)):
        plain = early or result.status is not Status.ACHIEVED
        label = plain_label(result) if plain else result.status.label
        labels[lower_first(label)] += 1
    return counted(labels, noun)


def changes_tally(changes: Iterable[Change | None]) -> str:
    """Count how figures moved: `02 nội dung tốt hơn và 01 nội dung kém hơn`; "" for none."""
    counts = Counter(changes)
    return counted({words: counts[change] for change, words in CHANGES.items()}, " nội dung")


def size_of_goal(measures: Sequence[Measure]) -> str:
    """Count a goal's indicators, and its measures where there are more."""
    indicators = {measure.indicator for measure in measures}
    has_parts = len(measures) != len(indicators)
    parts = f" với {format_count(len(measures))} nội dung" if has_parts else ""
    return f"Mục tiêu có {format_count(len(indicators))} chỉ tiêu{parts}"


def how_judged(assessment: Assessment) -> list[str]:
    """Say what must be known of the statuses: provisional, between milestones, other areas."""
    plan, years = assessment.plan, assessment.plan.milestone_years
    broken = [result.measure for result in assessment.results if result.verdict.broken_series]
    sentences = {
        f"Kết quả 6 tháng là {PROVISIONAL}; nội dung tính theo cả năm chỉ nêu số liệu, được đánh "
        "giá khi có số liệu năm.": assessment.period.half,
        f"{plan.document_type.capitalize()} chỉ quy định mốc các năm {listed(years)}; mức cần đạt "
        f"của kỳ báo cáo được tính {INTERIM[assessment.settings.interim]}.": (
            years and assessment.period.time not in years
        ),
        "Số liệu các năm trước thuộc địa bàn khác nên không lấy làm điểm xuất phát để đánh giá "
        f"tiến độ của chỉ tiêu {listed(number(plan, measure) for measure in broken)}.": broken,
    }
    return [sentence for sentence, is_true in sentences.items() if is_true]


def lagging_lead(assessment: Assessment) -> str:
    """Introduce the lagging list, or say that there is none."""
    if count := len(assessment.lagging):
        return f"Có {format_count(count)} nội dung chậm hoặc không đạt, xếp theo mức độ:"
    among = " trong số các nội dung đã có số liệu" if assessment.without_figures else ""
    return f"Không có nội dung nào chậm hoặc không đạt{among}."


def lagging_account(result: MeasureResult) -> str:
    """Say of a lagging measure what was reached, asked and is missing."""
    account, trend = lower_first(result.explanation.strip()), result.trend
    if trend.change is not None and trend.previous_value is not None:
        # The counts stand beside the value: two values may print alike and still differ.
        value = print_level(result.measure, trend.previous_value, max(result.decimals, 1))
        before = "; ".join(filter(None, [lower_first(value), counts(trend.previous)]))
        account += f" Kết quả {_COMPARED[trend.change]} cùng kỳ năm trước ({before})."
    return f"{account} Lưu ý: {lower_first(result.note)}." if result.note else account


def missing_lead(assessment: Assessment, after: str = "") -> str:
    """Introduce what has no figures, or say that all are there; `after`: in which order."""
    if count := len(assessment.without_figures):
        return f"Còn {format_count(count)} nội dung chưa có số liệu{after}:"
    return "Các nội dung phải báo cáo trong kỳ đều đã có số liệu."


def small_numbers_note(
    results: Sequence[MeasureResult], where: str = "ở cột Ghi chú của Phụ lục"
) -> str:
    """Explain the mark of few cases, "" for none; `where` interval and past figures stand."""
    is_small = any(result.note for result in results)
    return f"{SMALL_NUMBER_MARK} Số liệu nhỏ, {READ_TOGETHER} {where}." if is_small else ""


def tasks_sentence(assessment: Assessment, *, of_unit: bool = False) -> str:
    """Count the tasks of the plan, or of its one unit, by what the units say of them."""
    document = assessment.plan.document_type.capitalize()
    counts = [len(unit.tasks) for unit in assessment.plan.units if unit.tasks]
    if of_unit and not counts:
        return f"{document} không giao nhiệm vụ riêng cho đơn vị."
    tasks = f"{format_count(sum(counts))} nhiệm vụ"
    given = f"{tasks} cho {format_count(len(counts))} đơn vị"
    typed = [assessment.tasks.get(task.id) for unit in assessment.plan.units for task in unit.tasks]
    done = Counter(result.done if result else None for result in typed)
    account = counted({words: done[key] for key, words in _TASKS.items()})
    return (
        f"{document} giao {f'cho đơn vị {tasks}' if of_unit else given}; đến kỳ báo cáo: {account}."
    )


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


def all_unbroken(context: Mapping[str, object], nouns: Collection[str] = ()) -> dict[str, object]:
    """Return a document's fields with no-break spaces around the numbers of all prose.

    `nouns` are what the plan counts: trẻ, học sinh, trường …; a chart breaks its own lines.
    """
    units = "|".join(map(re.escape, sorted({*_UNITS, *nouns} - {""}, key=len, reverse=True)))
    before_unit = re.compile(rf"(?<=\d) (?=(?:{units})(?!\w))")

    def unbroken(value: object) -> object:
        if isinstance(value, str):
            for pattern in (before_unit, *_UNBROKEN):
                value = pattern.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), value)
        if isinstance(value, Mapping):
            return {
                key: item if key in _IN_COLUMNS else unbroken(item) for key, item in value.items()
            }
        return list(map(unbroken, value)) if isinstance(value, list) else value

    return cast(dict[str, object], unbroken(context))
