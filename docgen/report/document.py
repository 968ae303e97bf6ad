"""The Báo cáo: an assessment in, a Word document out."""

from __future__ import annotations

from pathlib import Path

from docgen.report.context import report_context
from docgen.report.fields_vi import REPORT_FIELDS
from docgen.template_locations import default_template
from docgen.word.template import load_template
from workbook.domain.results import Assessment

REPORT_TEMPLATE = "bao_cao.docx"


def render_report(assessment: Assessment, *, draft: bool, template: Path | None = None) -> bytes:
    """Write the Báo cáo of a period as a .docx file's content.

    Equal input gives equal bytes. Whether a final report may be written while findings
    block it is the caller's decision; figures that are no good are shown as such.

    Args:
        assessment: the judged period.
        draft: mark every page DỰ THẢO and list the blocking findings at the end.
        template: another template than the product's own.

    Raises:
        TemplateError: the template cannot be used; the sentence says what to do.
    """
    path = template or default_template(REPORT_TEMPLATE)
    return load_template(path, REPORT_FIELDS).render(report_context(assessment, draft=draft))
