"""What the template of the Báo cáo sơ kết and tổng kết is filled with.

Pure. All choosing, counting and formatting is done here and below.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from docgen.review import phrases_vi, sentences_vi, tables
from docgen.review.charts_vi import TrendChart, milestone_chart, trend_charts, trends_title
from docgen.shared import letterhead, rows
from docgen.shared.marks_vi import Marks, marks
from docgen.word.charts.data import Chart
from workbook.domain.judging.review import Review
from workbook.domain.text_vi import upper_first


class _Span(TypedDict):
    don_vi_hanh_chinh: letterhead.UnitName
    ky_hieu: Annotated[str, "chữ viết tắt sau “BC-”", "UBND"]
    loai_bao_cao: Annotated[str, "sơ kết hay tổng kết, kèm giai đoạn", "Sơ kết giai đoạn 2023-2025"]
    loai_bao_cao_thuong: Annotated[str, "như trên, viết trong câu", "sơ kết giai đoạn 2023-2025"]
    chuong_trinh: letterhead.Programme
    giai_doan: Annotated[str, "giai đoạn của báo cáo", "giai đoạn 2023-2025"]
    giai_doan_hoa: Annotated[str, "giai đoạn của báo cáo, viết hoa", "GIAI ĐOẠN 2023-2025"]
    giai_doan_sau_hoa: Annotated[str, "giai đoạn tiếp theo, viết hoa", "GIAI ĐOẠN 2026-2030"]
    can_cu: letterhead.LegalBasis


class ReviewForm(letterhead.Letterhead, _Span, letterhead.Addressed, Marks):
    """The form of the Báo cáo sơ kết and tổng kết."""


class _Results(TypedDict):
    ket_qua_chung: Annotated[
        list[str], "các câu về kết quả ở từng mốc, so sánh đầu và cuối giai đoạn, địa bàn",
        "Mốc năm 2025: 23 chỉ tiêu có mốc, gồm 20 chỉ tiêu đạt và 03 chỉ tiêu không đạt.",
    ]  # fmt: skip
    bieu_do_moc: Annotated[Chart | str, "kết quả ở từng mốc theo mục tiêu và nhóm tình trạng"]
    ten_dien_bien: Annotated[str, "tên của các biểu đồ diễn biến; trống nếu không có",
        "Diễn biến các nội dung không đạt mốc hoặc chậm"]  # fmt: skip
    cac_dien_bien: Annotated[list[TrendChart],
        "các nội dung không đạt mốc hoặc chậm, mỗi nội dung một biểu đồ nhỏ"]  # fmt: skip
    cac_dien_bien_rong: Annotated[list[TrendChart], "như trên, khi giai đoạn có trên 6 năm"]
    cac_moc: Annotated[list[tables.MissedRow], "các mốc đến hạn trong giai đoạn"]
    loi_dan_duy_tri: Annotated[str, "câu dẫn của danh sách không duy trì được",
        "Ngoài các năm có mốc, có 01 nội dung không giữ được mức phải duy trì:"]  # fmt: skip
    khong_duy_tri: Annotated[list[tables.BreachRow],
        "các nội dung có năm không giữ được mức phải duy trì, yêu cầu hằng năm"]  # fmt: skip
    loi_dan_chua_co_so_lieu: Annotated[str, "câu dẫn của danh sách chưa có số liệu",
        "Còn 01 nội dung chưa có số liệu của một số năm:"]  # fmt: skip
    chua_co_so_lieu: Annotated[list[tables.MissingRow], "các đơn vị còn nội dung chưa có số liệu"]
    cac_nam: Annotated[list[tables.YearHead], "các năm của giai đoạn, để làm đầu cột"]
    ten_moc: Annotated[str, "đầu cột của mức phải đạt", "Mốc năm 2025"]
    cac_muc_tieu: Annotated[list[tables.GoalRow], "các mục tiêu của kế hoạch"]
    luu_y: Annotated[str, "giải thích các dấu trong Phụ lục; trống nếu không có",
        "Ghi chú: (a) số liệu của địa bàn phường Bến Tre, khác địa bàn phường Bến Đò."]  # fmt: skip
    nam_cua_so: Annotated[
        str, "năm có kết quả nhiệm vụ và kinh phí; trống nếu ngoài giai đoạn", "2025"]  # fmt: skip


class ReviewContent(_Results, rows.TasksAndMoney):
    """The content of the Báo cáo sơ kết and tổng kết."""


def review_form(review: Review, draft: bool) -> ReviewForm:
    """Return the form of the Báo cáo sơ kết or tổng kết."""
    settings, kind = review.settings, phrases_vi.kind_words(review)
    return {
        **letterhead.letterhead(settings),
        "don_vi_hanh_chinh": settings.unit_name,
        "ky_hieu": letterhead.number_suffix(settings),
        "loai_bao_cao": upper_first(kind),
        "loai_bao_cao_thuong": kind,
        "chuong_trinh": settings.programme,
        "giai_doan": phrases_vi.span_words(review),
        "giai_doan_hoa": phrases_vi.span_words(review).upper(),
        "giai_doan_sau_hoa": phrases_vi.next_span_words(review).upper(),
        "can_cu": letterhead.legal_basis(settings),
        **letterhead.addressed_to_superiors(settings),
        **marks(review.years[-1], draft),
    }


def review_content(review: Review) -> ReviewContent:
    """Return the content of the Báo cáo sơ kết or tổng kết.

    Tasks and money are those of the sổ's own year; none where it lies after the span.
    """
    small, wide = trend_charts(review)
    own = review.own_year
    return {
        "ket_qua_chung": sentences_vi.overview(review),
        "bieu_do_moc": milestone_chart(review),
        "ten_dien_bien": trends_title(review),
        "cac_dien_bien": small,
        "cac_dien_bien_rong": wide,
        "cac_moc": tables.missed_rows(review),
        "loi_dan_duy_tri": sentences_vi.breaches_lead(review),
        "khong_duy_tri": tables.breach_rows(review),
        "loi_dan_chua_co_so_lieu": sentences_vi.missing_lead(review),
        "chua_co_so_lieu": tables.missing_rows(review),
        "cac_nam": tables.year_heads(review),
        "ten_moc": phrases_vi.milestones_words(review),
        "cac_muc_tieu": tables.goal_rows(review),
        "luu_y": sentences_vi.table_note(review, review.series),
        "nam_cua_so": str(own.period.year) if own else "",
        **(rows.tasks_and_money(own) if own else rows.NO_TASKS_AND_MONEY),
    }
