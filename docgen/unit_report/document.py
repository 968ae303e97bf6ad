"""The Báo cáo that one unit sends in: an assessment narrowed to it in, a document out."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.fields import plain
from docgen.template_locations import default_template
from docgen.unit_report.context import unit_report_context
from docgen.unit_report.fields_vi import UNIT_REPORT_FIELDS
from docgen.word.template import load_template
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.results import Assessment

UNIT_REPORT_TEMPLATE = "bao_cao_don_vi.docx"


def render_unit_report(
    assessment: Assessment, *, draft: bool, template: Path | None = None
) -> bytes:
    """Write the Báo cáo of a unit on a period as a .docx file's content.

    Equal input gives equal bytes. Whether a final report may be written while findings
    block it is the caller's decision, as with the Báo cáo of the whole ward.

    Args:
        assessment: a judged period narrowed to the unit (`judging.unit.of_unit`).
        draft: mark every page DỰ THẢO and list the unit's blocking findings at the end.
        template: another template than the product's own.

    Raises:
        TemplateError: the template cannot be used; the sentence says what to do.
    """
    path = template or default_template(UNIT_REPORT_TEMPLATE)
    context = unit_report_context(assessment, draft=draft)
    return load_template(path, UNIT_REPORT_FIELDS).render(context)


def file_words(unit: ResponsibleUnit) -> str:
    """Return a unit's sheet as a part of a file name, in ASCII: `Tram_y_te`."""
    words = re.sub(r"[^a-z0-9]+", "_", plain(unit.sheet)).strip("_")
    return words[:1].upper() + words[1:] or unit.id
