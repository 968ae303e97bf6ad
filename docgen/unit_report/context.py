"""What the template of a unit's own Báo cáo is filled with.

Pure. All choosing, counting and formatting is done here and below; the keys are described
in `templates/README.md`.
"""

from __future__ import annotations

from typing import cast

from docgen.report import sentences_vi as sentences
from docgen.shared import measure_phrases_vi as phrases
from docgen.shared import rows as tables
from docgen.shared.letterhead import AS_ABOVE, FILED, addressees, closed, legal_basis, paper_fields
from docgen.shared.line_breaks_vi import all_unbroken
from docgen.unit_report import sentences_vi as said
from docgen.unit_report.letterhead import unit_heading
from docgen.word.jinja import Context, Value
from workbook.domain.results import Assessment, MeasureResult


def unit_report_context(assessment: Assessment, *, draft: bool) -> Context:
    """Return the fields of the Báo cáo that a unit sends in.

    Args:
        assessment: a judged period narrowed to the unit (`judging.unit.of_unit`).
        draft: mark it DỰ THẢO and list the unit's blocking findings.
    """
    nouns = [result.measure.noun for result in assessment.results]
    told = all_unbroken(cast(Value, _told(assessment)), nouns)
    fields = _paper(assessment, draft=draft) | cast(dict[str, object], told) | _tables(assessment)
    return cast(Context, fields)


def _paper(assessment: Assessment, *, draft: bool) -> dict[str, object]:
    settings, period = assessment.settings, assessment.period
    (unit,) = assessment.plan.units
    before = period.last_year().label
    first, second = tables.milestone_years(assessment)
    return (
        paper_fields(settings)
        | unit_heading(unit, settings)
        | addressees([settings.body_name] if settings.body_name else [])
        | {
            "noi_nhan": closed([AS_ABOVE, FILED]),
            "nam": str(period.year),
            "chuong_trinh": settings.programme,
            "ky_bao_cao": period.label,
            "ky_truoc": before[:1].upper() + before[1:],
            "moc_truoc": str(first or ""),
            "moc_sau": str(second or ""),
            "can_cu": legal_basis(settings),
            "noi_dung_bao_cao": said.subject(assessment),
            "dau_trang": sentences.page_mark(assessment, draft=draft),
            "khung": sentences.frame(assessment, draft=draft),
            "cac_loi": tables.fault_rows(assessment) if draft else [],
        }
    )


def _told(assessment: Assessment) -> dict[str, object]:
    """Return the sentences; their numbers stay with what they count."""
    return {
        "ket_qua_chung": said.overview(assessment),
        "loi_dan_cham": sentences.lagging_lead(assessment),
        "loi_dan_chua_co_so_lieu": said.missing_lead(assessment),
        "cau_nhiem_vu": said.tasks_sentence(assessment),
    }


def _tables(assessment: Assessment) -> dict[str, object]:
    results = assessment.results
    return {
        "cac_dong": [_row(assessment, result) for result in results],
        "luu_y": sentences.small_numbers_note(results, said.SMALL_NUMBERS_PLACE),
        "chi_tieu_cham": [
            tables.lagging_row(assessment, one) | {"dien_giai": sentences.lagging_account(one)}
            for one in assessment.lagging
        ],
        "chua_co_so_lieu": [
            phrases.named(assessment.plan, one.measure) for one in assessment.without_figures
        ],
        "cac_nhiem_vu": [
            task
            for unit in tables.task_rows(assessment)
            for task in cast(list[tables.Row], unit["cac_nhiem_vu"])
        ],
    }


def _row(assessment: Assessment, result: MeasureResult) -> tables.Row:
    row = tables.measure_row(assessment, result)
    return row | {
        "ghi_chu": [one for one in row["ghi_chu"] if one],
        "nguon": result.observation.source if result.observation else "",
    }
