"""The Báo cáo sơ kết and the Báo cáo tổng kết: a review in, a Word document out."""

from __future__ import annotations

from pathlib import Path

from docgen.review.context import review_context
from docgen.review.fields_vi import REVIEW_FIELDS
from docgen.template_locations import default_template
from docgen.word.template import load_template
from workbook.domain.file_names import file_name
from workbook.domain.judging.review import Review
from workbook.domain.periods import Span

REVIEW_TEMPLATE = "so_ket_tong_ket.docx"
_NAMES = {Span.MIDTERM: "so_ket", Span.FINAL: "tong_ket"}


def render_review(review: Review, *, draft: bool, template: Path | None = None) -> bytes:
    """Write the Báo cáo sơ kết or tổng kết as a .docx file's content.

    Equal input gives equal bytes. Whether a final report may be written while findings
    block it is the caller's decision, as with the Báo cáo.

    Args:
        review: the judged years.
        draft: mark every page DỰ THẢO and list the blocking findings at the end.
        template: another template than the product's own.

    Raises:
        TemplateError: the template cannot be used; the sentence says what to do.
    """
    path = template or default_template(REVIEW_TEMPLATE)
    return load_template(path, REVIEW_FIELDS).render(review_context(review, draft=draft))


def review_name(review: Review, *, draft: bool) -> str:
    """Return the ASCII file name of the report, marked as the document is."""
    years = (str(review.first_year), str(review.last_year))
    name = _NAMES[review.span]
    return file_name("Bao_cao", name, *years, draft=draft, sample=review.sample)
