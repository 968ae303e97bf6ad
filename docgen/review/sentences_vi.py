"""Vietnamese sentences of the Báo cáo sơ kết and tổng kết, made from a review.

Pure. A sentence says what was reached and missed at the milestones, and how figures of
one area moved; never a cause, a merit or a promise. What has no figure in a year is said
so, and nothing is put in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.report import sentences_vi as sentences
from docgen.review import phrases_vi as said
from docgen.shared import measure_phrases_vi as phrases
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import MilestoneYear, Series
from workbook.domain.judging.words_vi import rule_words
from workbook.domain.numbers_vi import format_count
from workbook.domain.plan import Rule
from workbook.domain.results import Change, MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import fold, lower_first

_CHANGES = {
    Change.BETTER: "tốt hơn",
    Change.SAME: "không thay đổi",
    Change.WORSE: "kém hơn",
}


def overview(review: Review) -> list[str]:
    """Say how the span stands as a whole, and how that was judged."""
    made = [
        _size(review),
        *(_milestone(one) for one in review.milestones),
        _parts(review),
        _other_years(review),
        _movements(review),
        *_areas(review),
        _converted(review),
        _unused(review),
    ]
    return [sentence for sentence in made if sentence]


def _size(review: Review) -> str:
    plan = review.plan
    document = plan.document_type.capitalize()
    head = f"{document} có {format_count(len(plan.indicators))} chỉ tiêu"
    if len(plan.measures) != len(plan.indicators):
        head += f", được đánh giá qua {format_count(len(plan.measures))} nội dung"
    if not review.milestones:
        return f"{head}. Trong {said.span_words(review)} không có mốc nào đến hạn."
    return f"{head}."


def _milestone(stone: MilestoneYear) -> str:
    """Count what was reached and missed at a milestone, by indicator and by measure."""
    worst = [_worst(stone, number) for number in stone.indicators]
    first = f"Mốc năm {stone.year}: {_counted(worst, 'chỉ tiêu')}"
    if len(worst) == len(stone.results):
        return f"{first}."
    return f"{first}; tính theo nội dung: {_counted(stone.results, 'nội dung')}."


def _counted(results: Sequence[MeasureResult], noun: str) -> str:
    """Count what was asked: `23 chỉ tiêu có mốc, gồm …`, or `…, đều đạt`."""
    head = f"{format_count(len(results))} {noun} có mốc"
    statuses = {one.status for one in results}
    if len(statuses) > 1:
        return f"{head}, gồm {sentences.tally(results, early=False)}"
    every = "đều " if len(results) > 1 else ""
    return f"{head}, {every}{lower_first(statuses.pop().label)}"


def _worst(stone: MilestoneYear, number: int) -> MeasureResult:
    status = stone.indicators[number]
    return next(
        one for one in stone.results if one.measure.indicator == number and one.status is status
    )


def _parts(review: Review) -> str:
    if not any(len(one.results) != len(one.indicators) for one in review.milestones):
        return ""
    return "Một chỉ tiêu có nhiều nội dung được xếp theo nội dung có kết quả thấp nhất."


def _other_years(review: Review) -> str:
    stones = {one.year for one in review.milestones}
    others = [one.period.year for one in review.years if one.period.year not in stones]
    if not others:
        return ""
    document = review.plan.document_type.capitalize()
    text = (
        f"Với {said.years_words(others)}, {document} không quy định mốc nên số liệu chỉ nêu "
        "để theo dõi"
    )
    if any(said.asked_every_year(one) for one in review.series):
        text += "; riêng mức phải duy trì và mức yêu cầu hằng năm được đánh giá từng năm"
    return f"{text}."


def _movements(review: Review) -> str:
    found = [one.movement for one in review.series]
    moved = [one.change for one in found if one is not None]
    parts = [f"{format_count(moved.count(c))} nội dung {w}" for c, w in _CHANGES.items()
             if c in moved]  # fmt: skip
    if not parts:
        return "Chưa có nội dung nào có số liệu hai năm của cùng một địa bàn để so sánh."
    text = f"So số liệu cuối với số liệu đầu của cùng một địa bàn, có {phrases.listed(parts)}"
    unasked = sum(one.is_never_asked for one in review.series)
    if len(found) - len(moved) - unasked:
        text += f"; {format_count(len(found) - len(moved) - unasked)} nội dung chưa so sánh được"
    if unasked:
        text += f"; {format_count(unasked)} nội dung không có mốc trong giai đoạn"
    return f"{text}."


def _areas(review: Review) -> list[str]:
    """Say once, for each other area, which years are of it, and what follows."""
    own = review.settings.area
    return [
        f"Số liệu đánh dấu {one.mark} của {said.years_words(one.years)} thuộc địa bàn {one.name}, "
        f"khác địa bàn {own}; chỉ so sánh với số liệu của chính địa bàn đó."
        for one in said.marked_areas(review).values()
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
        f"Số liệu của {said.years_words(years)} ghi là đã quy đổi được coi là của địa bàn "
        f"{review.settings.area}."
    )


def _unused(review: Review) -> str:
    if not review.unused_areas:
        return ""
    return (
        "Không dùng trong báo cáo này: số liệu các năm trước của địa bàn "
        f"{phrases.listed(list(review.unused_areas))}."
    )


def missed_lead(stone: MilestoneYear) -> str:
    """Introduce what missed a milestone, or say that nothing did."""
    count = len(stone.missed)
    if count:
        return f"Mốc năm {stone.year}: có {format_count(count)} nội dung không đạt:"
    if not any(one.value is not None for one in stone.results):
        return f"Mốc năm {stone.year}: chưa có số liệu để đánh giá."
    if any(one.status in (Status.NO_DATA, Status.INVALID) for one in stone.results):
        return (
            f"Mốc năm {stone.year}: không có nội dung nào không đạt trong số các nội dung đã có "
            "số liệu."
        )
    return f"Mốc năm {stone.year}: không có nội dung nào không đạt."


def breaches_lead(review: Review) -> str:
    """Introduce what was not kept in a year without a milestone, or say that all was."""
    asked = [one for one in review.series if said.asked_every_year(one)]
    if not asked:
        document = review.plan.document_type.capitalize()
        return f"{document} không quy định mức phải duy trì hoặc mức yêu cầu hằng năm."
    broken = [one for one in asked if one.breaches]
    if broken:
        return (
            f"Ngoài các năm có mốc, có {format_count(len(broken))} nội dung không giữ được mức "
            "phải duy trì hoặc mức yêu cầu hằng năm:"
        )
    text = (
        "Ngoài các năm có mốc, không có nội dung nào không giữ được mức phải duy trì hoặc mức "
        "yêu cầu hằng năm"
    )
    blank = any(one.missing for one in asked)
    statuses = {one.status for series in asked for one in series.results}
    if blank and statuses <= {Status.NO_DATA, Status.NOT_DUE}:
        return "Chưa có số liệu của các nội dung phải duy trì hoặc có mức yêu cầu hằng năm."
    return f"{text} trong số liệu đã có." if blank else f"{text}."


def breaches(review: Review, series: Series) -> str:
    """Say of a measure in which years it was not kept, by how much, and whose it is."""
    broken = series.breaches
    asked = {stone: rule_words(series.measure, stone) for one in broken
             if (stone := one.verdict.failed) is not None}  # fmt: skip
    alike = len(set(asked.values())) == 1
    told = [
        _breach(one, "" if alike or one.verdict.failed is None else asked[one.verdict.failed])
        for one in broken
    ]
    if alike:
        told.insert(0, f"mức yêu cầu là {next(iter(asked.values()))}")
    note = " Lưu ý: số liệu nhỏ." if any(one.note for one in broken) else ""
    owner = phrases.owner(review.plan, series.measure)
    return f"{'; '.join(told)}.{note} Đơn vị thực hiện: {owner}."


def _breach(result: MeasureResult, asked: str) -> str:
    failed = result.verdict.failed
    parts = [lower_first(phrases.shown(result))]
    if (result.gap_required or 0) > 0 and failed is not None and failed.rule is not Rule.ZERO:
        parts.append(phrases.gap(result))
    if asked:
        parts.append(f"mức yêu cầu là {asked}")
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
    ids = {one.measure.id for one in of_goal}
    indicators = {one.measure.indicator for one in of_goal}
    first = f"Mục tiêu có {format_count(len(indicators))} chỉ tiêu"
    if len(of_goal) != len(indicators):
        first += f" với {format_count(len(of_goal))} nội dung"
    told = [f"{first}."]
    for stone in review.milestones:
        asked = [one for one in stone.results if one.measure.id in ids]
        if asked:
            told.append(f"Mốc năm {stone.year}: {sentences.tally(asked, early=False)}.")
    return [" ".join(told), *_moved(review, of_goal)]


def _moved(review: Review, of_goal: Sequence[Series]) -> list[str]:
    made = []
    for change, words in _CHANGES.items():
        parts = [
            said.movement(one, one.movement)
            for one in of_goal
            if one.movement is not None and one.movement.change is change
        ]
        if parts:
            made.append(f"Nội dung {words}: {'; '.join(parts)}.")
    still = [one for one in of_goal if one.movement is None]
    for words, chosen in (
        ("Chưa có số liệu hai năm của cùng một địa bàn để so sánh",
         [one for one in still if not one.is_never_asked]),
        ("Không có mốc trong giai đoạn", [one for one in still if one.is_never_asked]),
    ):  # fmt: skip
        if chosen:
            made.append(f"{words}: chỉ tiêu {said.numbers(review, chosen)}.")
    return made


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
        for area, one in said.marked_areas(review).items()
        if area in areas
    ]
    told = "; ".join(one for one in notes if one)
    return f"Ghi chú: {told}." if told else ""


def _small_numbers(review: Review, rows: Sequence[Series]) -> str:
    ids = {one.measure.id for one in rows}
    marked = [r for one in review.milestones for r in one.results if r.measure.id in ids]
    moved = [one.movement for one in rows if one.movement is not None]
    marked += [end for one in moved for end in (one.first, one.last)]
    if not any(one.note for one in marked):
        return ""
    return (
        f"{phrases.SMALL_NUMBER_MARK} số liệu nhỏ, cần đọc cùng khoảng tin cậy và số liệu nhiều "
        "năm ở phần ghi chú của Phụ lục"
    )
