"""What the template of the Báo cáo is filled with.

Pure. All choosing, counting and formatting is done here and below; the template only
prints, repeats and leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypedDict

from docgen.shared import charts_vi, letterhead, phrases_vi, rows
from docgen.word.charts.data import Chart
from workbook.domain.judging.grouping import results_by_goal
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import lower_first


class ReportForm(letterhead.ReportForm):
    """The form of the Báo cáo."""

    don_vi_hanh_chinh: letterhead.UnitName
    nam: letterhead.ReportingYear
    ky_bao_cao: letterhead.ReportingPeriod
    ky_bao_cao_hoa: Annotated[str, "kỳ báo cáo viết hoa", "6 THÁNG ĐẦU NĂM 2026"]


class _GoalRow(TypedDict):
    so: Annotated[str, "số của mục tiêu", "1"]
    ten: Annotated[str, "tên mục tiêu", "Về sân chơi"]
    cac_cau: Annotated[list[str], "các câu tổng hợp của mục tiêu", "Có 02 nội dung đạt."]
    cac_dong: Annotated[list[rows.MeasureRow], "các dòng của bảng, mỗi dòng một nội dung"]
    luu_y: Annotated[str, "lưu ý về số liệu nhỏ; trống nếu không có", "(*) Số liệu nhỏ."]


class ReportContent(rows.PeriodContent, rows.TasksAndMoney):
    """The content of the Báo cáo."""

    bieu_do_muc_tieu: Annotated[Chart | str, "số nội dung theo mục tiêu và nhóm tình trạng, mỗi"
        " mục tiêu một thanh; trống khi chưa có số liệu nào"]  # fmt: skip
    bieu_do_cham: Annotated[Chart | str, "các nội dung chậm so với mức cần đạt (bằng 100), xa"
        " nhất đứng trước; trống khi không có nội dung nào so được"]  # fmt: skip
    chua_co_so_lieu: Annotated[list[rows.MissingRow], "các đơn vị còn nội dung chưa có số liệu"]
    cac_muc_tieu: Annotated[list[_GoalRow], "các mục tiêu của kế hoạch"]


def report_form(assessment: Assessment, draft: bool) -> ReportForm:
    """Return the form of the Báo cáo of a period."""
    period = assessment.period
    return {
        **letterhead.report_form(assessment, draft),
        "don_vi_hanh_chinh": assessment.settings.unit_name,
        "nam": str(period.year),
        "ky_bao_cao": period.label,
        "ky_bao_cao_hoa": period.label.upper(),
    }


def report_content(assessment: Assessment) -> ReportContent:
    """Return the content of the Báo cáo of a period."""
    overview = [*phrases_vi.standing(assessment), *phrases_vi.how_judged(assessment)]
    missing = [(result.measure, "") for result in assessment.without_figures]
    return {
        **rows.period_content(assessment, overview),
        "bieu_do_muc_tieu": charts_vi.goal_chart(assessment),
        "bieu_do_cham": charts_vi.lagging_chart(assessment),
        "chua_co_so_lieu": rows.missing_rows(assessment.plan, missing),
        "cac_muc_tieu": [
            {
                "so": str(goal.number),
                "ten": goal.title,
                "cac_cau": goal_sentences(assessment, results),
                "cac_dong": [rows.measure_row(assessment, result) for result in results],
                "luu_y": phrases_vi.small_numbers_note(results),
            }
            for goal, results in results_by_goal(assessment)
        ],
        **rows.tasks_and_money(assessment),
    }


def goal_sentences(assessment: Assessment, results: Sequence[MeasureResult]) -> list[str]:
    """Say what was reached under a goal, what lags and by how much, and what moved."""
    reached, lagging = [], []
    for result in results:
        value = lower_first(phrases_vi.with_counts(result.shown, result.observation))
        words = f"{lower_first(result.measure.name)} {phrases_vi.NONE} {value}"
        if result.status is Status.ACHIEVED:
            reached.append(words)
        if result.status.is_lagging:
            gap = [phrases_vi.gap(result)] if (result.gap_required or 0) > 0 else []
            label = lower_first(phrases_vi.plain_label(result))
            lagging.append(", ".join([words, label, *gap]))
    size = phrases_vi.size_of_goal([result.measure for result in results])
    changes = phrases_vi.changes_tally(result.trend.change for result in results)
    sentences = {
        "Nội dung đạt": "; ".join(reached),
        "Nội dung chậm hoặc không đạt": "; ".join(lagging),
        f"So với {assessment.period.last_year().label}": changes,
    }
    written = [f"{head}: {words}." for head, words in sentences.items() if words]
    return [f"{size}: {phrases_vi.tally(results)}.", *written]
