"""What the Báo cáo's template is filled with: nested plain texts, lists and dicts.

Pure. All choosing, counting and formatting is done here and below; the template only
prints, repeats and leaves out. The keys are described in `templates/README.md`.
"""

from __future__ import annotations

from typing import cast

from docgen import sentences_vi as sentences
from docgen import tables
from docgen.paper import AS_ABOVE, addressees, bare, closed, legal_basis, paper_fields, recipients
from docgen.template_language import Context
from workbook.domain.results import Assessment
from workbook.domain.settings import Settings


def report_context(assessment: Assessment, *, draft: bool) -> Context:
    """Return the fields of the Báo cáo of a period.

    Args:
        assessment: the judged period; its settings give names, places and signature.
        draft: mark it DỰ THẢO and list the blocking findings.
    """
    fields = (
        _paper(assessment)
        | _addresses(assessment.settings)
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


def _addresses(settings: Settings) -> dict[str, object]:
    """Kính gửi and Nơi nhận. Source: Decree 30/2020/NĐ-CP, Phụ lục I, II, item 9."""
    to = [bare(one) for one in settings.addressees if one.strip()]
    names = recipients(settings.recipients)
    return addressees(to) | {"noi_nhan": closed([AS_ABOVE, *names] if to else names)}


def _marks(assessment: Assessment, *, draft: bool) -> dict[str, object]:
    return {
        "dau_trang": sentences.page_mark(assessment, draft=draft),
        "khung": sentences.frame(assessment, draft=draft),
        "cac_loi": tables.fault_rows(assessment) if draft else [],
    }


def _content(assessment: Assessment) -> dict[str, object]:
    return {
        "ket_qua_chung": sentences.overview(assessment),
        "loi_dan_cham": sentences.lagging_lead(assessment),
        "chi_tieu_cham": tables.lagging_rows(assessment),
        "loi_dan_chua_co_so_lieu": sentences.missing_lead(assessment),
        "chua_co_so_lieu": tables.missing_rows(assessment),
        "cac_muc_tieu": tables.goal_rows(assessment),
        "cau_nhiem_vu": sentences.tasks_sentence(assessment),
        "nhiem_vu": tables.task_rows(assessment),
        "cau_kinh_phi": sentences.money_sentence(*tables.money_sums(assessment), assessment.period),
        "kinh_phi": tables.money_rows(assessment),
        "ghi_chu_kinh_phi": tables.money_notes(assessment),
    }
