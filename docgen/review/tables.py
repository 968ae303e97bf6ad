"""The rows of the tables of the Báo cáo sơ kết and tổng kết, as plain texts.

Pure: a review in, groups of fields out.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from docgen.review import phrases_vi, sentences_vi
from docgen.shared import measure_phrases_vi, rows
from docgen.shared.measure_phrases_vi import NONE, breakable
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import MilestoneYear, Series
from workbook.domain.plan import Goal
from workbook.domain.results import MeasureResult
from workbook.domain.text_vi import fold, lower_first

_WIDE = 6  # with more years than this, counts need two lines of their column


class YearHead(TypedDict):
    """A year at the head of its column."""

    nam: Annotated[str, "năm", "2023"]
    dau: Annotated[str, "dấu khi mọi số liệu của năm thuộc một địa bàn khác; nếu không thì trống",
        "(a)"]  # fmt: skip


class _YearCell(TypedDict):
    ket_qua: Annotated[str, "kết quả, không kèm đơn vị tính; trống khi chưa có số liệu", "81,0"]
    so_dem: Annotated[str, "số đếm", "81/100"]
    dau: Annotated[str, "dấu của năm không giữ được mức phải duy trì, dấu của địa bàn khác", "(a)"]


class _Rating(TypedDict):
    nhom: Annotated[str, "nhóm của tình trạng, để chọn kiểu của ô", "dat", rows.FILL_CHOICES]
    noi_dung: Annotated[str, "tình trạng, kèm năm của mốc khi có nhiều mốc", "2025: Đạt"]


class _SeriesRow(TypedDict):
    so: Annotated[str, "số của chỉ tiêu trong kế hoạch", "2a"]
    ten: Annotated[str, "tên chỉ tiêu", "Tỷ lệ trẻ em biết bơi"]
    don_vi_tinh: Annotated[str, "đơn vị tính", "%"]
    cac_nam: Annotated[list[_YearCell], "số liệu từng năm, cùng thứ tự với các năm ở đầu bảng"]
    moc: Annotated[list[str], "mức của các mốc đến hạn trong giai đoạn", "2025: ≥ 80%"]
    danh_gia: Annotated[list[_Rating], "đánh giá ở từng mốc"]
    nguon: Annotated[str, "nguồn số liệu của các năm; trống nếu chưa có số liệu",
        "2023-2025: Báo cáo năm"]  # fmt: skip
    ghi_chu: Annotated[list[str], "các dòng ghi chú về số liệu nhỏ", "2025: số liệu nhỏ (81/100)"]


class GoalRow(TypedDict):
    """A goal with the table of its measures."""

    so: Annotated[str, "số của mục tiêu", "1"]
    ten: Annotated[str, "tên mục tiêu", "Về sân chơi"]
    cac_cau: Annotated[list[str], "các câu tổng hợp của mục tiêu", "Mốc năm 2025: 02 đạt."]
    cac_dong: Annotated[list[_SeriesRow], "các dòng của bảng, mỗi dòng một nội dung"]
    luu_y: Annotated[str, "giải thích các dấu trong bảng; trống nếu không có",
        "Ghi chú: (*) số liệu nhỏ."]  # fmt: skip


class MissedRow(TypedDict):
    """A milestone with the measures that missed it."""

    loi_dan: Annotated[str, "câu dẫn của danh sách không đạt",
        "Mốc năm 2025: có 02 nội dung không đạt:"]  # fmt: skip
    cac_noi_dung: Annotated[list[rows.LaggingRow], "các nội dung không đạt mốc"]


class BreachRow(TypedDict):
    """A measure that was not kept in some year."""

    ten: Annotated[str, "số và tên chỉ tiêu", "Chỉ tiêu 2b, số trẻ em đuối nước"]
    dien_giai: Annotated[str, "từng năm không giữ được, đơn vị thực hiện",
        "năm 2026, 1 trường hợp, không đạt mốc năm 2025."]  # fmt: skip


class MissingRow(TypedDict):
    """What a unit has no figures of, with the years."""

    don_vi: Annotated[str, "tên đơn vị", "Thư viện phường"]
    chi_tieu: Annotated[str, "các nội dung kèm năm, nối bằng dấu chấm phẩy",
        "tỷ lệ trẻ em được đọc sách (chỉ tiêu 3, năm 2023)"]  # fmt: skip


class AreaMarks:
    """The marks of other areas: at the head of a year that is wholly of one, else in cells."""

    def __init__(self, review: Review) -> None:
        self._areas = phrases_vi.marked_areas(review)
        self._heads: dict[int, str] = {}
        for index, year in enumerate(judged.period.year for judged in review.years):
            areas = {
                fold(series.foreign_areas.get(year, ""))
                for series in review.series
                if series.results[index].observation is not None
            }
            if len(areas) == 1:
                self._heads[year] = self._of(areas.pop())

    def _of(self, area: str) -> str:
        marked = self._areas.get(area)
        return "" if marked is None else marked.mark

    def head(self, year: int) -> str:
        """Return the mark at the head of a year, "" for none."""
        return self._heads.get(year, "")

    def cell(self, series: Series, year: int) -> str:
        """Return the mark beside a figure, "" where it needs none."""
        mark = self._of(fold(series.foreign_areas.get(year, "")))
        return "" if mark == self.head(year) else mark


def year_heads(review: Review) -> list[YearHead]:
    """Return the years for the tables' heads, with the mark of another area."""
    marks = AreaMarks(review)
    years = [judged.period.year for judged in review.years]
    return [{"nam": str(year), "dau": marks.head(year)} for year in years]


def goal_rows(review: Review) -> list[GoalRow]:
    """Return the goals with their sentences, rows and the explanation of their marks."""
    marks = AreaMarks(review)
    return [_goal(review, goal, marks) for goal in review.plan.goals]


def _goal(review: Review, goal: Goal, marks: AreaMarks) -> GoalRow:
    of_goal = [one for one in review.series if review.plan.goal_of(one.measure) == goal]
    return {
        "so": str(goal.number),
        "ten": goal.title,
        "cac_cau": sentences_vi.goal_sentences(review, of_goal),
        "cac_dong": [_measure(review, series, marks) for series in of_goal],
        "luu_y": sentences_vi.table_note(review, of_goal),
    }


def _measure(review: Review, series: Series, marks: AreaMarks) -> _SeriesRow:
    measure = series.measure
    return {
        "so": measure_phrases_vi.number(review.plan, measure),
        "ten": measure.name,
        "don_vi_tinh": measure.measure_unit,
        "cac_nam": [_cell(review, series, result, marks) for result in series.results],
        "moc": _levels(review, series) or [NONE],
        "danh_gia": _ratings(review, series),
        "nguon": _sources(series),
        "ghi_chu": _notes(review, series),
    }


def _cell(review: Review, series: Series, result: MeasureResult, marks: AreaMarks) -> _YearCell:
    broken = result.status.symbol if result in series.breaches else ""
    counts = measure_phrases_vi.counts(result.observation)
    return {
        "ket_qua": phrases_vi.value_without_unit(result),
        "so_dem": breakable(counts) if len(review.years) > _WIDE else counts,
        "dau": " ".join(filter(None, [broken, marks.cell(series, result.period.year)])),
    }


def _levels(review: Review, series: Series) -> list[str]:
    """Write what a measure's milestones ask; what is asked every year once."""
    measure = series.measure
    always = [one for one in measure.milestones if not one.year_stated]
    if always:
        return [f"hằng năm: {measure_phrases_vi.milestone_level(measure, always[0])}"]
    milestones = {milestone.year: milestone for milestone in measure.milestones}
    return [
        _of_year(review, due.year, measure_phrases_vi.milestone_level(measure, milestone))
        for due in review.milestones
        if (milestone := milestones.get(due.year)) is not None
    ]


def _of_year(review: Review, year: int, words: str) -> str:
    """Put the year before what is said of a milestone, where there are several."""
    return words if len(review.milestones) == 1 else f"{year}: {words}"


def _ratings(review: Review, series: Series) -> list[_Rating]:
    ratings: list[_Rating] = [
        {
            "nhom": rows.fill(result.status),
            "noi_dung": _of_year(review, due.year, measure_phrases_vi.status(result)),
        }
        for due, result in _at_milestones(review, series)
    ]
    return ratings or [{"nhom": rows.OTHER_FILL, "noi_dung": NONE}]


def _at_milestones(review: Review, series: Series) -> list[tuple[MilestoneYear, MeasureResult]]:
    return [
        (due, result)
        for due in review.milestones
        for result in due.results
        if result.measure.id == series.measure.id
    ]


def _sources(series: Series) -> str:
    """Say where the figures of which years come from, with what was noted beside them."""
    years: dict[str, list[int]] = {}
    for result in series.results:
        if (observation := result.observation) is not None:
            source, note = (" ".join(text.split()) for text in (observation.source,
                                                                observation.note))  # fmt: skip
            text = (source or "chưa ghi nguồn") + (f" ({note})" if note else "")
            years.setdefault(text, []).append(result.period.year)
    return "; ".join(
        f"{', '.join(phrases_vi.year_ranges(of_source))}: {text}"
        for text, of_source in years.items()
    )


def _notes(review: Review, series: Series) -> list[str]:
    """Return the small-number notes of the years of which anything is said."""
    results = [result for _, result in _at_milestones(review, series)]
    if series.movement is not None:
        results += [series.movement.first, series.movement.last]
    results += series.breaches
    notes = {one.period.year: lower_first(one.note) for one in results if one.note}
    return [f"{year}: {notes[year]}" for year in sorted(notes)]


def missed_rows(review: Review) -> list[MissedRow]:
    """Return for each milestone what missed it, with what the units explain."""
    return [
        {
            "loi_dan": sentences_vi.missed_lead(due),
            "cac_noi_dung": [rows.lagging_row(due.assessment, one) for one in due.missed],
        }
        for due in review.milestones
    ]


def breach_rows(review: Review) -> list[BreachRow]:
    """Return what was not kept in years without a milestone."""
    return [
        {
            "ten": measure_phrases_vi.named(review.plan, series.measure),
            "dien_giai": sentences_vi.breaches(review, series),
        }
        for series in review.series
        if series.breaches and phrases_vi.asked_every_year(series)
    ]


def missing_rows(review: Review) -> list[MissingRow]:
    """Return by unit what has no figures, and of which years."""
    missing = [(one.measure, f", {phrases_vi.years_words(one.missing)}") for one in review.series
               if one.missing]  # fmt: skip
    return rows.missing_rows(review.plan, missing)
