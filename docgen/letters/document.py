"""The two Công văn to the units: an assessment in, Word documents out."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from docgen.letters.context import Places, explanation_fields, reminder_fields
from docgen.letters.fields_vi import EXPLANATION_FIELDS, REMINDER_FIELDS
from docgen.report import sentences_vi as sentences
from docgen.shared.letterhead import AS_ABOVE, closed, legal_basis, paper_fields, recipients
from docgen.template_locations import default_template
from docgen.word.jinja import Context
from docgen.word.template import load_template
from workbook.domain.results import Assessment
from workbook.domain.settings import Settings

REMINDER_TEMPLATE = "cong_van_don_doc.docx"
EXPLANATION_TEMPLATE = "cong_van_giai_trinh.docx"
_FILED = "lưu:"  # how the line on the copy that is kept begins


def render_reminder(assessment: Assessment, *, template: Path | None = None) -> bytes:
    """Write the Công văn that asks the units for missing figures and for mending wrong ones.

    Args:
        assessment: the judged period; whether any unit owes figures is the caller's to ask
            (`letters.debts`).
        template: another template than the product's own.

    Raises:
        TemplateError: the template cannot be used; the sentence says what to do.
    """
    path = template or default_template(REMINDER_TEMPLATE)
    return load_template(path, REMINDER_FIELDS).render(reminder_context(assessment))


def render_explanation(
    assessment: Assessment, places: Places, *, template: Path | None = None
) -> bytes:
    """Write the Công văn that asks the units to explain what lags.

    Args:
        assessment: the judged period, with lagging measures.
        places: where each measure's Giải trình is typed; without one its sheet is named.
        template: another template than the product's own.

    Raises:
        TemplateError: the template cannot be used; the sentence says what to do.
    """
    path = template or default_template(EXPLANATION_TEMPLATE)
    return load_template(path, EXPLANATION_FIELDS).render(explanation_context(assessment, places))


def reminder_context(assessment: Assessment) -> Context:
    """Return the fields of the Công văn đôn đốc."""
    return cast(Context, _letter(assessment) | reminder_fields(assessment))


def explanation_context(assessment: Assessment, places: Places) -> Context:
    """Return the fields of the Công văn yêu cầu giải trình."""
    return cast(Context, _letter(assessment) | explanation_fields(assessment, places))


def _letter(assessment: Assessment) -> dict[str, object]:
    """Return what both letters have in common.

    A letter goes to the units themselves: of the recipients only the copy that is kept
    stays, and the units stand as "Như trên". Source: Decree 30/2020/NĐ-CP, Phụ lục I, II, 9.
    """
    settings, period = assessment.settings, assessment.period
    kept = [one for one in recipients(settings.recipients) if one.casefold().startswith(_FILED)]
    return paper_fields(settings) | {
        "so_ky_hieu": "-".join(filter(None, [settings.number_suffix, _drafting_unit(settings)])),
        "chuong_trinh": settings.programme,
        "ky_bao_cao": period.label,
        "can_cu": legal_basis(settings),
        "noi_nhan": closed([AS_ABOVE, *kept]),
        "dau_trang": sentences.page_mark(assessment, draft=False),
        "khung": sentences.frame(assessment, draft=False),
    }


def _drafting_unit(settings: Settings) -> str:
    """Return the abbreviation of who drafts, as the line on the kept copy ends: `VHXH`.

    A letter has no type in its number; the drafting unit stands there (Phụ lục I, II, 3).
    """
    for line in recipients(settings.recipients):
        if line.casefold().startswith(_FILED):
            *_, last = line.partition(":")[2].split(",")
            words = last.split()
            return words[0] if words and words[0] != "VT" else ""
    return ""
