"""What the template of the Báo cáo sơ kết and tổng kết is filled with.

Pure. All choosing, counting and formatting is done here and below; the keys are described
in `templates/README.md`.
"""

from __future__ import annotations

from typing import cast

from docgen.report import sentences_vi as sentences
from docgen.review import charts_vi as charts
from docgen.review import phrases_vi as said
from docgen.review import sentences_vi as reviewed
from docgen.review import tables as rows
from docgen.shared import rows as tables
from docgen.shared.letterhead import addressed, legal_basis, paper_fields
from docgen.shared.line_breaks_vi import all_unbroken
from docgen.word.jinja import Context, Value
from workbook.domain.judging.review import Review
from workbook.domain.text_vi import upper_first


def review_context(review: Review, *, draft: bool) -> Context:
    """Return the fields of the Báo cáo sơ kết or tổng kết.

    Args:
        review: the judged years; its settings give names, places and signature.
        draft: mark it DỰ THẢO and list the blocking findings.
    """
    nouns = [measure.noun for measure in review.plan.measures.values()]
    told = all_unbroken(cast(Value, _told(review)), nouns)
    fields = _paper(review, draft=draft) | cast(dict[str, object], told) | _tables(review)
    return cast(Context, fields)


def _paper(review: Review, *, draft: bool) -> dict[str, object]:
    settings, last = review.settings, review.years[-1]
    return paper_fields(settings) | addressed(settings) | {
        "ky_hieu": settings.number_suffix,
        "loai_bao_cao": upper_first(said.kind_words(review)),
        "loai_bao_cao_thuong": said.kind_words(review),
        "chuong_trinh": settings.programme,
        "don_vi_hanh_chinh": settings.unit_name,
        "can_cu": legal_basis(settings),
        "giai_doan": said.span_words(review),
        "giai_doan_hoa": said.span_words(review).upper(),
        "giai_doan_sau_hoa": said.next_span_words(review).upper(),
        "dau_trang": sentences.page_mark(last, draft=draft),
        "khung": sentences.frame(last, draft=draft),
        "cac_loi": tables.fault_rows(last) if draft else [],
    }  # fmt: skip


def _told(review: Review) -> dict[str, object]:
    """Return the sentences; their numbers stay with what they count."""
    return {
        "ket_qua_chung": reviewed.overview(review),
        "cac_moc": rows.missed_rows(review),
        "loi_dan_duy_tri": reviewed.breaches_lead(review),
        "khong_duy_tri": rows.breach_rows(review),
        "loi_dan_chua_co_so_lieu": reviewed.missing_lead(review),
        "chua_co_so_lieu": rows.missing_rows(review),
    }


def _tables(review: Review) -> dict[str, object]:
    return {
        "bieu_do_moc": charts.milestone_chart(review),
        "ten_dien_bien": charts.courses_title(review),
        **charts.course_charts(review),
        "cac_nam": rows.year_heads(review),
        "ten_moc": said.milestones_words(review),
        "cac_muc_tieu": rows.goal_rows(review),
        "luu_y": reviewed.table_note(review, review.series),
        **rows.tasks_and_money(review),
    }
