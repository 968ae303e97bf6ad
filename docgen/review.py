"""The Báo cáo sơ kết and the Báo cáo tổng kết: a review in, a Word document out."""

from __future__ import annotations

from pathlib import Path

from docgen.rendering import load_template
from docgen.review_context import review_context
from docgen.review_fields_vi import REVIEW_FIELDS
from docgen.template_locations import default_template
from workbook.domain.judging.review import Review, Span

REVIEW_TEMPLATE = "so_ket_tong_ket.docx"
_NAMES = {Span.MIDTERM: "so_ket", Span.FINAL: "tong_ket"}


def template_name(span: Span) -> str:
    """Return the file name of the template of a span's report; both have the same one."""
    del span  # kept in the interface: an office may want two
    return REVIEW_TEMPLATE


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
    path = template or default_template(template_name(review.span))
    return load_template(path, REVIEW_FIELDS).render(review_context(review, draft=draft))


def review_name(review: Review, *, draft: bool) -> str:
    """Return the ASCII file name of the report, marked as the document is."""
    parts = ["Du_thao"] * draft + ["Bao_cao", _NAMES[review.span]]
    parts += [str(review.first_year), str(review.last_year)]
    return "_".join(parts + ["so_lieu_mau"] * review.sample) + ".docx"
