"""Vietnamese sentences of the Báo cáo sơ kết and tổng kết, made from a review.

Pure. A sentence says what was reached and missed at the milestones, and how figures of
one area moved; never a cause, a merit or a promise. What has no figure in a year is said
so, and nothing is put in its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from docgen.review import phrases_vi
from docgen.shared import measure_phrases_vi
from docgen.shared.measure_phrases_vi import SMALL_NUMBER_MARK, listed
from docgen.shared.sentences_vi import CHANGES, size_of_goal, tally, worst_measures
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import MilestoneYear, Series
from workbook.domain.judging.words_vi import rule_words
from workbook.domain.numbers_vi import format_count
from workbook.domain.plan import Rule
from workbook.domain.results import MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import fold, lower_first


def overview(review: Review) -> list[str]:
    """Say how the span stands as a whole, and how that was judged."""
    sentences = [
        _size(review),
        *(_milestone(one) for one in review.milestones),
        _parts(review),
        _other_years(review),
        _movements(review),
        *_areas(review),
        _converted(review),
        _unused(review),
    ]
    return [sentence for sentence in sentences if sentence]


def _size(review: Review) -> str:
    plan = review.plan
    document = plan.document_type.capitalize()
    head = f"{document} có {format_count(len(plan.indicators))} chỉ tiêu"
    if len(plan.measures) != len(plan.indicators):
        head += f", được đánh giá qua {format_count(len(plan.measures))} nội dung"
    if not review.milestones:
        return f"{head}. Trong {phrases_vi.span_words(review)} không có mốc nào đến hạn."
    return f"{head}."


def _milestone(due: MilestoneYear) -> str:
    """Count what was reached and missed at a milestone, by indicator and by measure."""
    worst = worst_measures(due.indicators, due.results)
    by_indicator = f"Mốc năm {due.year}: {_counted(worst, 'chỉ tiêu')}"
    if len(worst) == len(due.results):
        return f"{by_indicator}."
    return f"{by_indicator}; tính theo nội dung: {_counted(due.results, 'nội dung')}."


def _counted(results: Sequence[MeasureResult], noun: str) -> str:
    """Count what was asked: `23 chỉ tiêu có mốc, gồm …`, or `…, đều đạt`."""
    head = f"{format_count(len(results))} {noun} có mốc"
    statuses = {one.status for one in results}
    if len(statuses) > 1:
        return f"{head}, gồm {tally(results, early=False)}"
    every = "đều " if len(results) > 1 else ""
    return f"{head}, {every}{lower_first(statuses.pop().label)}"


def _parts(review: Review) -> str:
    if not any(len(one.results) != len(one.indicators) for one in review.milestones):
        return ""
    return "Một chỉ tiêu có nhiều nội dung được xếp theo nội dung có kết quả thấp nhất."


def _other_years(review: Review) -> str:
    due = {milestone.year for milestone in review.milestones}
    others = [judged.period.year for judged in review.years if judged.period.year not in due]
    if not others:
        return ""
    document = review.plan.document_type.capitalize()
    text = (
        f"Với {phrases_vi.years_words(others)}, {document} không quy định mốc nên số liệu chỉ nêu "
        "để theo dõi"
    )
    if any(phrases_vi.asked_every_year(one) for one in review.series):
        text += "; riêng mức phải duy trì và mức yêu cầu hằng năm được đánh giá từng năm"
    return f"{text}."


def _movements(review: Review) -> str:
    changes = Counter(one.movement.change for one in review.series if one.movement is not None)
    parts = [
        f"{format_count(changes[change])} nội dung {words}"
        for change, words in CHANGES.items()
        if changes[change]
    ]
    if not parts:
        return "Chưa có nội dung nào có số liệu hai năm của cùng một địa bàn để so sánh."
    text = f"So số liệu cuối với số liệu đầu của cùng một địa bàn, có {listed(parts)}"
    never_due = sum(series.is_never_asked for series in review.series)
    others = len(review.series) - changes.total() - never_due
    if others:
        text += f"; {format_count(others)} nội dung chưa so sánh được"
    if never_due:
        text += f"; {format_count(never_due)} nội dung không có mốc trong giai đoạn"
    return f"{text}."


def _areas(review: Review) -> list[str]:
    """Say once, for each other area, which years are of it, and what follows."""
    own = review.settings.area
    return [
        f"Số liệu đánh dấu {one.mark} của {phrases_vi.years_words(one.years)} thuộc địa bàn "
        f"{one.name}, khác địa bàn {own}; chỉ so sánh với số liệu của chính địa bàn đó."
        for one in phrases_vi.marked_areas(review).values()
    ]


def _converted(review: Review) -> str:
    years = [
        result.period.year
        for one in review.series
        for result in one.results
        if result.observation is not None and result.observation.converted
    ]
    if not years:
        return ""
    return (
        f"Số liệu của {phrases_vi.years_words(years)} ghi là đã quy đổi được coi là của địa bàn "
        f"{review.settings.area}."
    )


def _unused(review: Review) -> str:
    if not review.unused_areas:
        return ""
    return (
        "Không dùng trong báo cáo này: số liệu các năm trước của địa bàn "
        f"{listed(list(review.unused_areas))}."
    )


def missed_lead(due: MilestoneYear) -> str:
    """Introduce what missed a milestone, or say that nothing did."""
    head = f"Mốc năm {due.year}:"
    if due.missed:
        return f"{head} có {format_count(len(due.missed))} nội dung không đạt:"
    if not any(result.value is not None for result in due.results):
        return f"{head} chưa có số liệu để đánh giá."
    gaps = any(result.status in (Status.NO_DATA, Status.INVALID) for result in due.results)
    among = " trong số các nội dung đã có số liệu" if gaps else ""
    return f"{head} không có nội dung nào không đạt{among}."


def breaches_lead(review: Review) -> str:
    """Introduce what was not kept in a year without a milestone, or say that all was."""
    yearly = [one for one in review.series if phrases_vi.asked_every_year(one)]
    if not yearly:
        document = review.plan.document_type.capitalize()
        return f"{document} không quy định mức phải duy trì hoặc mức yêu cầu hằng năm."
    broken = [one for one in yearly if one.breaches]
    if broken:
        return (
            f"Ngoài các năm có mốc, có {format_count(len(broken))} nội dung không giữ được mức "
            "phải duy trì hoặc mức yêu cầu hằng năm:"
        )
    text = (
        "Ngoài các năm có mốc, không có nội dung nào không giữ được mức phải duy trì hoặc mức "
        "yêu cầu hằng năm"
    )
    blank = any(one.missing for one in yearly)
    statuses = {one.status for series in yearly for one in series.results}
    if blank and statuses <= {Status.NO_DATA, Status.NOT_DUE}:
        return "Chưa có số liệu của các nội dung phải duy trì hoặc có mức yêu cầu hằng năm."
    return f"{text} trong số liệu đã có." if blank else f"{text}."


def breaches(review: Review, series: Series) -> str:
    """Say of a measure in which years it was not kept, by how much, and whose it is."""
    broken = series.breaches
    levels = [_level_words(series, result) for result in broken]
    alike = len({level for level in levels if level}) == 1
    parts = [_breach(result, "" if alike else level)
             for result, level in zip(broken, levels, strict=True)]  # fmt: skip
    if alike:
        parts.insert(0, f"mức yêu cầu là {next(filter(None, levels))}")
    note = " Lưu ý: số liệu nhỏ." if any(result.note for result in broken) else ""
    owner = measure_phrases_vi.owner(review.plan, series.measure)
    return f"{'; '.join(parts)}.{note} Đơn vị thực hiện: {owner}."


def _level_words(series: Series, result: MeasureResult) -> str:
    failed = result.verdict.failed
    return rule_words(series.measure, failed) if failed is not None else ""


def _breach(result: MeasureResult, level: str) -> str:
    failed = result.verdict.failed
    parts = [lower_first(measure_phrases_vi.shown(result))]
    if (result.gap_required or 0) > 0 and failed is not None and failed.rule is not Rule.ZERO:
        parts.append(measure_phrases_vi.gap(result))
    if level:
        parts.append(f"mức yêu cầu là {level}")
    return f"{result.period.label}: {', '.join(parts)}"


def missing_lead(review: Review) -> str:
    """Introduce what has no figures in some year, or say that all are there."""
    count = sum(bool(one.missing) for one in review.series)
    if not count:
        return "Các nội dung phải báo cáo đều đã có số liệu của mọi năm."
    return (
        f"Còn {format_count(count)} nội dung chưa có số liệu của một số năm, theo đơn vị thực "
        "hiện như sau:"
    )


def goal_sentences(review: Review, of_goal: Sequence[Series]) -> list[str]:
    """Say what was reached under a goal at each milestone, and how its figures moved."""
    ids = {series.measure.id for series in of_goal}
    sentences = [f"{size_of_goal([series.measure for series in of_goal])}."]
    for due in review.milestones:
        results = [result for result in due.results if result.measure.id in ids]
        if results:
            sentences.append(f"Mốc năm {due.year}: {tally(results, early=False)}.")
    return [" ".join(sentences), *_moved(review, of_goal)]


def _moved(review: Review, of_goal: Sequence[Series]) -> list[str]:
    sentences = []
    for change, words in CHANGES.items():
        parts = [
            phrases_vi.movement(one, one.movement)
            for one in of_goal
            if one.movement is not None and one.movement.change is change
        ]
        if parts:
            sentences.append(f"Nội dung {words}: {'; '.join(parts)}.")
    still = [one for one in of_goal if one.movement is None]
    for words, chosen in (
        ("Chưa có số liệu hai năm của cùng một địa bàn để so sánh",
         [one for one in still if not one.is_never_asked]),
        ("Không có mốc trong giai đoạn", [one for one in still if one.is_never_asked]),
    ):  # fmt: skip
        if chosen:
            sentences.append(f"{words}: chỉ tiêu {phrases_vi.numbers(review, chosen)}.")
    return sentences


def table_note(review: Review, rows: Sequence[Series]) -> str:
    """Explain the marks of a table of these measures, as far as they occur; "" for none.

    In one paragraph, as a note below a table.
    """
    notes = [_small_numbers(review, rows)]
    if any(one.missing for one in rows):
        notes.append("[…] chưa có số liệu")
    if any(one.breaches for one in rows):
        notes.append(
            f"{Status.MISSED.symbol} năm không giữ được mức phải duy trì hoặc mức yêu cầu hằng năm"
        )
    areas = {fold(name) for one in rows for name in one.foreign_areas.values()}
    notes += [
        f"{one.mark} số liệu của địa bàn {one.name}, khác địa bàn {review.settings.area}"
        for area, one in phrases_vi.marked_areas(review).items()
        if area in areas
    ]
    explained = "; ".join(note for note in notes if note)
    return f"Ghi chú: {explained}." if explained else ""


def _small_numbers(review: Review, rows: Sequence[Series]) -> str:
    ids = {one.measure.id for one in rows}
    marked = [r for one in review.milestones for r in one.results if r.measure.id in ids]
    moved = [one.movement for one in rows if one.movement is not None]
    marked += [end for one in moved for end in (one.first, one.last)]
    if not any(one.note for one in marked):
        return ""
    return (
        f"{SMALL_NUMBER_MARK} số liệu nhỏ, cần đọc cùng khoảng tin cậy và số liệu nhiều "
        "năm ở phần ghi chú của Phụ lục"
    )
