"""What the Báo cáo's template is filled with: nested plain texts, lists and dicts.

Pure. All choosing, counting and formatting is done here and below; the template only
prints, repeats and leaves out. The keys are described in `templates/README.md`.
"""

from __future__ import annotations

from typing import cast

from docgen.report import charts_vi as charts
from docgen.report import sentences_vi as sentences
from docgen.shared import rows as tables
from docgen.shared.letterhead import addressed, legal_basis, paper_fields
from docgen.word.jinja import Context
from workbook.domain.results import Assessment


def report_context(assessment: Assessment, *, draft: bool) -> Context:
    """Return the fields of the Báo cáo of a period.

    Args:
        assessment: the judged period; its settings give names, places and signature.
        draft: mark it DỰ THẢO and list the blocking findings.
    """
    fields = (
        _paper(assessment)
        | addressed(assessment.settings)
        | _marks(assessment, draft=draft)
        | _content(assessment)
    )
    return cast(Context, fields)


def _paper(assessment: Assessment) -> dict[str, object]:
    settings, period = assessment.settings, assessment.period
    before = period.last_year().label
    first, second = tables.milestone_years(assessment)
    return paper_fields(settings) | {
        "ky_hieu": settings.number_suffix,
        "nam": str(period.year),
        "chuong_trinh": settings.programme,
        "don_vi_hanh_chinh": settings.unit_name,
        "ky_bao_cao": period.label,
        "ky_bao_cao_hoa": period.label.upper(),
        "ky_truoc": before[:1].upper() + before[1:],
        "moc_truoc": str(first or ""),
        "moc_sau": str(second or ""),
        "can_cu": legal_basis(settings),
    }


def _marks(assessment: Assessment, *, draft: bool) -> dict[str, object]:
    return {
        "dau_trang": sentences.page_mark(assessment, draft=draft),
        "khung": sentences.frame(assessment, draft=draft),
        "cac_loi": tables.fault_rows(assessment) if draft else [],
    }


def _content(assessment: Assessment) -> dict[str, object]:
    return {
        "ket_qua_chung": sentences.overview(assessment),
        "bieu_do_muc_tieu": charts.goal_chart(assessment),
        "loi_dan_cham": sentences.lagging_lead(assessment),
        "chi_tieu_cham": tables.lagging_rows(assessment),
        "bieu_do_cham": charts.lagging_chart(assessment),
        "loi_dan_chua_co_so_lieu": sentences.missing_lead(assessment),
        "chua_co_so_lieu": tables.missing_rows(assessment),
        "cac_muc_tieu": tables.goal_rows(assessment),
        **tables.tasks_and_money(assessment),
    }
