"""Vietnamese phrases and sentences of the Báo cáo sơ kết and tổng kết, made from a review.

Pure. A sentence says what was reached and missed at the milestones, and how figures of
one area moved; never a cause, a merit or a promise. What has no figure in a year is said
so, and nothing is put in its place; a figure of another area is always said to be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from docgen.shared import phrases_vi
from docgen.shared.decree import LETTERS
from docgen.shared.phrases_vi import NONE, SMALL_NUMBER_MARK, listed
from workbook.domain.judging.printing import EXACT, print_value
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import MilestoneYear, Movement, Series
from workbook.domain.judging.words_vi import rule_words
from workbook.domain.numbers_vi import format_count, round_half_up
from workbook.domain.plan import Kind, Rule
from workbook.domain.results import Change, MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import fold, lower_first

_FEWEST_OF_RANGE = 3  # years in a row that are written as a range
_NOT_MOVED = {  # by whether the plan never asks for it in the span
    False: "Chưa có số liệu hai năm của cùng một địa bàn để so sánh",
    True: "Không có mốc trong giai đoạn",
}
_YEARLY = "mức phải duy trì hoặc mức yêu cầu hằng năm"


def marked_areas(review: Review) -> Mapping[str, tuple[str, str]]:
    """Return mark `(a)`, `(b)` and name of the figures' other areas, by their folded names."""
    written = {
        fold(name): name for series in review.series for name in series.foreign_areas.values()
    }
    areas = zip(LETTERS, review.foreign_areas, strict=False)
    return {area: (f"({letter})", written[area]) for letter, area in areas}


def span_words(review: Review) -> str:
    """Name the span: `giai đoạn 2022-2025`."""
    return f"giai đoạn {review.first_year}-{review.last_year}"


def next_span_words(review: Review) -> str:
    """Name what follows the span: `giai đoạn 2026-2030`, the plan's last year, or neither."""
    first, last = review.last_year + 1, review.plan.end_year
    if first > last:
        return "giai đoạn tiếp theo"
    return f"năm {last}" if first == last else f"giai đoạn {first}-{last}"


def year_ranges(years: Iterable[int]) -> list[str]:
    """Write years, three or more in a row as a range: `2022-2024`, `2026`."""
    ranges: list[str] = []
    for _, run in groupby(enumerate(sorted(set(years))), lambda pair: pair[1] - pair[0]):
        row = [str(year) for _, year in run]
        ranges += [f"{row[0]}-{row[-1]}"] if len(row) >= _FEWEST_OF_RANGE else row
    return ranges


def years_words(years: Iterable[int]) -> str:
    """Name years in a sentence: `năm 2022`, `các năm 2022-2024 và 2026`."""
    distinct = set(years)
    return f"{'các ' if len(distinct) > 1 else ''}năm {listed(year_ranges(distinct))}"


def asked_every_year(series: Series) -> bool:
    """Whether the plan asks something of a measure in every year: to keep a level, or always."""
    measure = series.measure
    return measure.keep or any(not milestone.year_stated for milestone in measure.milestones)


def overview(review: Review) -> list[str]:
    """Say how the span stands as a whole, and how that was judged."""
    plan, own = review.plan, review.settings.area
    size = f"{plan.document_type.capitalize()} có {format_count(len(plan.indicators))} chỉ tiêu"
    if len(plan.measures) != len(plan.indicators):
        size += f", được đánh giá qua {format_count(len(plan.measures))} nội dung"
    if not review.milestones:
        size += f". Trong {span_words(review)} không có mốc nào đến hạn"
    have_parts = any(len(due.results) != len(due.indicators) for due in review.milestones)
    observations = [result.observation for series in review.series for result in series.results]
    converted = [row.period.year for row in observations if row is not None and row.converted]
    sentences = [
        f"{size}.",
        *map(_milestone, review.milestones),
        phrases_vi.BY_WORST_PART if have_parts else "",
        _other_years(review),
        _movements(review),
        *(
            f"Số liệu đánh dấu {mark} của {years_words(review.foreign_areas[area])} thuộc địa bàn "
            f"{name}, khác địa bàn {own}; chỉ so sánh với số liệu của chính địa bàn đó."
            for area, (mark, name) in marked_areas(review).items()
        ),
    ]
    years, unused = years_words(converted), listed(review.unused_areas)
    if converted:
        sentences.append(f"Số liệu của {years} ghi là đã quy đổi được coi là của địa bàn {own}.")
    if unused:
        sentences.append(
            f"Không dùng trong báo cáo này: số liệu các năm trước của địa bàn {unused}."
        )
    return list(filter(None, sentences))


def _milestone(due: MilestoneYear) -> str:
    """Count what was reached and missed: `23 chỉ tiêu có mốc, gồm …; tính theo nội dung: …`."""
    worst, counted = phrases_vi.worst_measures(due.results), []
    for noun, results in {"chỉ tiêu": worst, "nội dung": due.results}.items():
        every = "đều " if len(results) > 1 else ""
        how = f"{every}{lower_first(results[0].status.label)}"
        if len({result.status for result in results}) > 1:
            how = f"gồm {phrases_vi.tally(results, early=False)}"
        counted.append(f"{format_count(len(results))} {noun} có mốc, {how}")
    chosen = counted[:1] if len(worst) == len(due.results) else counted
    return f"Mốc năm {due.year}: {'; tính theo nội dung: '.join(chosen)}."


def _other_years(review: Review) -> str:
    due = {milestone.year for milestone in review.milestones}
    others = {judged.period.year for judged in review.years} - due
    if not others:
        return ""
    document, text = review.plan.document_type.capitalize(), "để theo dõi"
    if any(map(asked_every_year, review.series)):
        text += "; riêng mức phải duy trì và mức yêu cầu hằng năm được đánh giá từng năm"
    return f"Với {years_words(others)}, {document} không quy định mốc nên số liệu chỉ nêu {text}."


def _movements(review: Review) -> str:
    moved = [series.movement.change for series in review.series if series.movement is not None]
    if not moved:
        return "Chưa có nội dung nào có số liệu hai năm của cùng một địa bàn để so sánh."
    never_due = sum(series.is_never_asked for series in review.series)
    others = {
        "chưa so sánh được": len(review.series) - len(moved) - never_due,
        "không có mốc trong giai đoạn": never_due,
    }
    count = phrases_vi.changes_tally(moved)
    parts = [f"So số liệu cuối với số liệu đầu của cùng một địa bàn, có {count}"]
    parts += [f"{format_count(n)} nội dung {words}" for words, n in others.items() if n]
    return f"{'; '.join(parts)}."


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
    yearly = list(filter(asked_every_year, review.series))
    if not yearly:
        return f"{review.plan.document_type.capitalize()} không quy định {_YEARLY}."
    if broken := sum(bool(series.breaches) for series in yearly):
        count = format_count(broken)
        return f"Ngoài các năm có mốc, có {count} nội dung không giữ được {_YEARLY}:"
    blank = any(series.missing for series in yearly)
    statuses = {result.status for series in yearly for result in series.results}
    if blank and statuses <= {Status.NO_DATA, Status.NOT_DUE}:
        return "Chưa có số liệu của các nội dung phải duy trì hoặc có mức yêu cầu hằng năm."
    among = " trong số liệu đã có" if blank else ""
    return f"Ngoài các năm có mốc, không có nội dung nào không giữ được {_YEARLY}{among}."


def breaches(review: Review, series: Series) -> str:
    """Say of a measure in which years it was not kept, by how much, and whose it is."""
    levels = {
        result.period.year: f"mức yêu cầu là {rule_words(series.measure, failed)}"
        for result in series.breaches
        if (failed := result.verdict.failed) is not None
    }
    common = set(levels.values()) if len(set(levels.values())) == 1 else set()
    parts = [*common]
    for result in series.breaches:
        failed, short = result.verdict.failed, (result.gap_required or 0) > 0
        is_counted = short and failed is not None and failed.rule is not Rule.ZERO
        gap = phrases_vi.gap(result) if is_counted else ""
        level = "" if common else levels.get(result.period.year, "")
        year = [lower_first(phrases_vi.with_counts(result.shown, result.observation)), gap, level]
        parts.append(f"{result.period.label}: {', '.join(filter(None, year))}")
    note = " Lưu ý: số liệu nhỏ." if any(result.note for result in series.breaches) else ""
    owner = phrases_vi.owner(review.plan, series.measure)
    return f"{'; '.join(parts)}.{note} Đơn vị thực hiện: {owner}."


def missing_lead(review: Review) -> str:
    """Introduce what has no figures in some year, or say that all are there."""
    if count := sum(bool(series.missing) for series in review.series):
        missing = f"Còn {format_count(count)} nội dung chưa có số liệu của một số năm"
        return f"{missing}, theo đơn vị thực hiện như sau:"
    return "Các nội dung phải báo cáo đều đã có số liệu của mọi năm."


def goal_sentences(review: Review, of_goal: Sequence[Series]) -> list[str]:
    """Say what was reached under a goal at each milestone, and how its figures moved."""
    measures = [series.measure for series in of_goal]
    reached = [f"{phrases_vi.size_of_goal(measures)}."]
    for due in review.milestones:
        if results := [result for result in due.results if result.measure in measures]:
            reached.append(f"Mốc năm {due.year}: {phrases_vi.tally(results, early=False)}.")
    movements = [series.movement for series in of_goal if series.movement is not None]
    sentences = {
        f"Nội dung {words}": "; ".join(
            movement(moved) for moved in movements if moved.change is change
        )
        for change, words in phrases_vi.CHANGES.items()
    }
    for is_never_asked, words in _NOT_MOVED.items():
        unmoved = [series for series in of_goal if series.movement is None]
        still = [series.measure for series in unmoved if series.is_never_asked is is_never_asked]
        numbers = listed(phrases_vi.number(review.plan, measure) for measure in still)
        sentences[words] = f"chỉ tiêu {numbers}" if numbers else ""
    return [" ".join(reached), *(f"{head}: {words}." for head, words in sentences.items() if words)]


def movement(moved: Movement) -> str:
    """Say from what to what a measure went, with as many decimals as tell its values apart.

    `tỷ lệ … từ 68,8% (năm 2023: 740/1.075) lên 79,7% (năm 2025: 866/1.086)`.
    """
    ends, measure = (moved.first, moved.last), moved.last.measure
    name = lower_first(measure.name)
    when = [[end.period.label, phrases_vi.counts(end.observation)] for end in ends]
    before, after = (": ".join(filter(None, words)) for words in when)
    first, last = (lower_first(end.shown) for end in ends)
    mark = f" {SMALL_NUMBER_MARK}" if any(end.note for end in ends) else ""
    if moved.change is Change.SAME:
        between = "; " if ":" in before + after else " và "
        return f"{name} {NONE} {last} ({before}{between}{after}){mark}"
    start, end = (result.value or Fraction(0) for result in ends)
    if first == last and measure.kind.is_ratio:
        decimals = range(max(result.decimals for result in ends), EXACT)
        apart = (n for n in decimals if round_half_up(start, n) != round_half_up(end, n))
        places = next(apart, EXACT)
        first, last = (print_value(measure, value, places) for value in (start, end))
    way = "sang" if measure.kind is Kind.YES_NO else "lên" if end > start else "xuống"
    return f"{name} từ {first} ({before}) {way} {last} ({after}){mark}"


def table_note(review: Review, rows: Sequence[Series]) -> str:
    """Explain the marks that occur in a table of these measures, in a paragraph; "" for none."""
    small = f"số liệu nhỏ, {phrases_vi.READ_TOGETHER} ở phần ghi chú của Phụ lục"
    areas = {fold(name) for series in rows for name in series.foreign_areas.values()}
    notes = {
        f"{SMALL_NUMBER_MARK} {small}": any(small_numbers(review, series) for series in rows),
        "[…] chưa có số liệu": any(series.missing for series in rows),
        f"{Status.MISSED.symbol} năm không giữ được {_YEARLY}": any(
            series.breaches for series in rows
        ),
    } | {
        f"{mark} số liệu của địa bàn {name}, khác địa bàn {review.settings.area}": area in areas
        for area, (mark, name) in marked_areas(review).items()
    }
    written = "; ".join(note for note, is_needed in notes.items() if is_needed)
    return f"Ghi chú: {written}." if written else ""


def small_numbers(review: Review, series: Series) -> list[MeasureResult]:
    """Return the results marked as resting on few cases: at milestones, ends of a movement."""
    results = at_milestones(review, series)
    if series.movement is not None:
        results += [series.movement.first, series.movement.last]
    return [result for result in results if result.note]


def at_milestones(review: Review, series: Series) -> list[MeasureResult]:
    """Return the results of a measure at the milestones at which it is asked."""
    results = [result for due in review.milestones for result in due.results]
    return [result for result in results if result.measure.id == series.measure.id]
