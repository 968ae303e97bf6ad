"""What the template of the Báo cáo sơ kết and tổng kết is filled with.

Pure. All choosing, counting and formatting is done here and below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, TypedDict

from docgen.review import sentences_vi
from docgen.review.sentences_vi import span_words, years_words
from docgen.shared import charts_vi, letterhead, phrases_vi, rows
from docgen.shared.phrases_vi import NONE, breakable, named
from docgen.word.charts.data import Chart
from workbook.domain.judging.printing import print_value
from workbook.domain.judging.review import Review
from workbook.domain.judging.series import Series
from workbook.domain.plan import Goal, Measure
from workbook.domain.results import MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import fold, lower_first, upper_first


class ReviewForm(letterhead.ReportForm):
    """The form of the Báo cáo sơ kết and tổng kết."""

    don_vi_hanh_chinh: letterhead.UnitName
    loai_bao_cao: Annotated[str, "sơ kết hay tổng kết, kèm giai đoạn", "Sơ kết giai đoạn 2023-2025"]
    loai_bao_cao_thuong: Annotated[str, "như trên, viết trong câu", "sơ kết giai đoạn 2023-2025"]
    giai_doan: Annotated[str, "giai đoạn của báo cáo", "giai đoạn 2023-2025"]
    giai_doan_hoa: Annotated[str, "giai đoạn của báo cáo, viết hoa", "GIAI ĐOẠN 2023-2025"]
    giai_doan_sau_hoa: Annotated[str, "giai đoạn tiếp theo, viết hoa", "GIAI ĐOẠN 2026-2030"]


class _MissedRow(TypedDict):
    loi_dan: Annotated[str, "câu dẫn của danh sách không đạt",
        "Mốc năm 2025: có 02 nội dung không đạt:"]  # fmt: skip
    cac_noi_dung: Annotated[list[rows.LaggingRow], "các nội dung không đạt mốc"]


class _YearHead(TypedDict):
    nam: Annotated[str, "năm", "2023"]
    dau: Annotated[str, "dấu khi mọi số liệu của năm thuộc một địa bàn khác; nếu không thì trống",
        "(a)"]  # fmt: skip


class _YearCell(TypedDict):
    ket_qua: Annotated[str, "kết quả, không kèm đơn vị tính; trống khi chưa có số liệu", "81,0"]
    so_dem: Annotated[str, "số đếm", "81/100"]
    dau: Annotated[str, "dấu của năm không giữ được mức phải duy trì, dấu của địa bàn khác", "(a)"]


class _Rating(TypedDict):
    nhom: Annotated[str, "nhóm của tình trạng, để chọn kiểu của ô", "dat", rows.STATUS_KEYS]
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


class _GoalRow(TypedDict):
    so: Annotated[str, "số của mục tiêu", "1"]
    ten: Annotated[str, "tên mục tiêu", "Về sân chơi"]
    cac_cau: Annotated[list[str], "các câu tổng hợp của mục tiêu", "Mốc năm 2025: 02 đạt."]
    cac_dong: Annotated[list[_SeriesRow], "các dòng của bảng, mỗi dòng một nội dung"]
    luu_y: Annotated[str, "giải thích các dấu trong bảng; trống nếu không có",
        "Ghi chú: (*) số liệu nhỏ."]  # fmt: skip


class ReviewContent(charts_vi.Trends, rows.TasksAndMoney):
    """The content of the Báo cáo sơ kết and tổng kết."""

    ket_qua_chung: Annotated[
        list[str], "các câu về kết quả ở từng mốc, so sánh đầu và cuối giai đoạn, địa bàn",
        "Mốc năm 2025: 23 chỉ tiêu có mốc, gồm 20 chỉ tiêu đạt và 03 chỉ tiêu không đạt.",
    ]  # fmt: skip
    bieu_do_moc: Annotated[Chart | str, "kết quả ở từng mốc theo mục tiêu và nhóm tình trạng"]
    cac_moc: Annotated[list[_MissedRow], "các mốc đến hạn trong giai đoạn"]
    loi_dan_duy_tri: Annotated[str, "câu dẫn của danh sách không duy trì được",
        "Ngoài các năm có mốc, có 01 nội dung không giữ được mức phải duy trì:"]  # fmt: skip
    khong_duy_tri: Annotated[list[rows.MeasureAccount],
        "các nội dung có năm không giữ được mức phải duy trì, yêu cầu hằng năm"]  # fmt: skip
    loi_dan_chua_co_so_lieu: Annotated[str, "câu dẫn của danh sách chưa có số liệu",
        "Còn 01 nội dung chưa có số liệu của một số năm:"]  # fmt: skip
    chua_co_so_lieu: Annotated[list[rows.MissingRow], "các đơn vị còn nội dung chưa có số liệu"]
    cac_nam: Annotated[list[_YearHead], "các năm của giai đoạn, để làm đầu cột"]
    ten_moc: Annotated[str, "đầu cột của mức phải đạt", "Mốc năm 2025"]
    cac_muc_tieu: Annotated[list[_GoalRow], "các mục tiêu của kế hoạch"]
    luu_y: Annotated[str, "giải thích các dấu trong Phụ lục; trống nếu không có",
        "Ghi chú: (a) số liệu của địa bàn phường Bến Tre, khác địa bàn phường Bến Đò."]  # fmt: skip
    nam_cua_so: Annotated[
        str, "năm có kết quả nhiệm vụ và kinh phí; trống nếu ngoài giai đoạn", "2025"]  # fmt: skip


def review_form(review: Review, draft: bool) -> ReviewForm:
    """Return the form of the Báo cáo sơ kết or tổng kết."""
    span, kind = span_words(review), review.span.value
    years = f"{review.first_year}-{review.last_year}"
    if years not in review.settings.programme.replace(" ", "").replace("–", "-"):
        kind = f"{kind} {span}"  # else the programme names it
    return {
        **letterhead.report_form(review.years[-1], draft),
        "don_vi_hanh_chinh": review.settings.unit_name,
        "loai_bao_cao": upper_first(kind),
        "loai_bao_cao_thuong": kind,
        "giai_doan": span,
        "giai_doan_hoa": span.upper(),
        "giai_doan_sau_hoa": sentences_vi.next_span_words(review).upper(),
    }


def review_content(review: Review) -> ReviewContent:
    """Return the content of the Báo cáo sơ kết or tổng kết; tasks and money as `own_year`."""
    plan, milestones, own = review.plan, review.milestones, review.own_year
    heads, marks = _area_marks(review)
    missing = [
        (series.measure, f", {years_words(series.missing)}")
        for series in review.series
        if series.missing
    ]
    return {
        "ket_qua_chung": sentences_vi.overview(review),
        "bieu_do_moc": charts_vi.milestone_chart(review),
        **charts_vi.trends(review),
        "cac_moc": [
            {
                "loi_dan": sentences_vi.missed_lead(due),
                "cac_noi_dung": [rows.lagging_row(due.assessment, result) for result in due.missed],
            }
            for due in milestones
        ],
        "loi_dan_duy_tri": sentences_vi.breaches_lead(review),
        "khong_duy_tri": [
            {"ten": named(plan, series.measure), "dien_giai": sentences_vi.breaches(review, series)}
            for series in review.series
            if series.breaches
        ],
        "loi_dan_chua_co_so_lieu": sentences_vi.missing_lead(review),
        "chua_co_so_lieu": rows.missing_rows(plan, missing),
        "cac_nam": heads,
        "ten_moc": f"Mốc năm {milestones[0].year}" if len(milestones) == 1 else "Mốc",
        "cac_muc_tieu": [_goal(review, goal, marks) for goal in plan.goals],
        "luu_y": sentences_vi.table_note(review, review.series),
        "nam_cua_so": str(own.period.year) if own else "",
        **(rows.tasks_and_money(own) if own else rows.NO_TASKS_AND_MONEY),
    }


_Marks = Mapping[tuple[str, int], str]  # of other areas, by measure and year


def _area_marks(review: Review) -> tuple[list[_YearHead], _Marks]:
    """Return the years as heads, marked if wholly of another area, and the marks of cells."""
    areas = {area: mark for area, (mark, _) in sentences_vi.marked_areas(review).items()}
    marks = {
        (series.measure.id, result.period.year): areas.get(fold(series.foreign_area(result)), "")
        for series in review.series
        for result in series.results
        if result.observation is not None
    }
    heads = {}
    for year in (judged.period.year for judged in review.years):
        of_year = {mark for (_, marked_year), mark in marks.items() if marked_year == year}
        heads[year] = of_year.pop() if len(of_year) == 1 else ""
    cells = {(measure, year): mark for (measure, year), mark in marks.items() if not heads[year]}
    return [{"nam": str(year), "dau": mark} for year, mark in heads.items()], cells


def _goal(review: Review, goal: Goal, marks: _Marks) -> _GoalRow:
    of_goal = [series for series in review.series if review.plan.goal_of(series.measure) == goal]
    return {
        "so": str(goal.number),
        "ten": goal.title,
        "cac_cau": sentences_vi.goal_sentences(review, of_goal),
        "cac_dong": [_series(review, series, marks) for series in of_goal],
        "luu_y": sentences_vi.table_note(review, of_goal),
    }


def _series(review: Review, series: Series, marks: _Marks) -> _SeriesRow:
    measure = series.measure
    ratings: list[_Rating] = [
        {
            "nhom": rows.FILLS[result.status],
            "noi_dung": _of_year(review, result.period.year, phrases_vi.status(result)),
        }
        for result in sentences_vi.at_milestones(review, series)
    ]
    noted = [*sentences_vi.small_numbers(review, series), *series.breaches]
    notes = {result.period.year: lower_first(result.note) for result in noted if result.note}
    return {
        "so": phrases_vi.number(review.plan, measure),
        "ten": measure.name,
        "don_vi_tinh": measure.measure_unit,
        "cac_nam": [_cell(review, series, result, marks) for result in series.results],
        "moc": _levels(review, measure) or [NONE],
        "danh_gia": ratings or [{"nhom": rows.OTHER_FILL, "noi_dung": NONE}],
        "nguon": _sources(series),
        "ghi_chu": [f"{year}: {notes[year]}" for year in sorted(notes)],
    }


def _cell(review: Review, series: Series, result: MeasureResult, marks: _Marks) -> _YearCell:
    broken = result.status.symbol if result in series.breaches else ""
    mark = marks.get((series.measure.id, result.period.year), "")
    counts = phrases_vi.counts(result.observation)
    # A dash where a figure has no value or none is asked; "" where it is missing.
    value = "" if result.status is Status.NO_DATA else NONE
    if result.value is not None:
        without_unit = replace(result.measure, measure_unit="")
        value = print_value(without_unit, result.value, max(result.decimals, 1))
    return {
        "ket_qua": value,
        "so_dem": breakable(counts) if charts_vi.is_wide(review) else counts,
        "dau": " ".join(filter(None, [broken, mark])),
    }


def _levels(review: Review, measure: Measure) -> list[str]:
    """Write what a measure's milestones ask; what is asked every year once."""
    always = [due for due in measure.milestones if not due.year_stated]
    if always:
        return [f"hằng năm: {phrases_vi.milestone_level(measure, always[0])}"]
    due_years = {due.year for due in review.milestones}
    return [
        _of_year(review, due.year, phrases_vi.milestone_level(measure, due))
        for due in measure.milestones
        if due.year in due_years
    ]


def _of_year(review: Review, year: int, words: str) -> str:
    """Put the year before what is said of a milestone, where there are several."""
    return words if len(review.milestones) == 1 else f"{year}: {words}"


def _sources(series: Series) -> str:
    """Say where the figures of which years come from, with what was noted beside them."""
    years = defaultdict(list)
    for result in series.results:
        if (typed := result.observation) is not None:
            source, note = (" ".join(text.split()) for text in (typed.source, typed.note))
            account = (source or "chưa ghi nguồn") + (f" ({note})" if note else "")
            years[account].append(result.period.year)
    ranges = {
        account: ", ".join(sentences_vi.year_ranges(of_it)) for account, of_it in years.items()
    }
    return "; ".join(f"{of_it}: {account}" for account, of_it in ranges.items())
