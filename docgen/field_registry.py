"""Which fields belong to which template: one line for each document of the product."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from docgen.fields import FieldTree
from docgen.letters.fields_vi import EXPLANATION_FIELDS, REMINDER_FIELDS
from docgen.plan.fields_vi import PLAN_FIELDS, YEAR_PLAN_FIELDS
from docgen.report.fields_vi import REPORT_FIELDS
from docgen.review.fields_vi import REVIEW_FIELDS
from docgen.template_check.checking import inspect
from docgen.template_check.package import read_package
from docgen.unit_report.fields_vi import UNIT_REPORT_FIELDS

# File name of the product's template -> its fields, in the order of the list for officials.
FIELDS: Mapping[str, FieldTree] = {
    "bao_cao.docx": REPORT_FIELDS,
    "bao_cao_don_vi.docx": UNIT_REPORT_FIELDS,
    "so_ket_tong_ket.docx": REVIEW_FIELDS,
    "ke_hoach.docx": PLAN_FIELDS,
    "ke_hoach_nam.docx": YEAR_PLAN_FIELDS,
    "cong_van_don_doc.docx": REMINDER_FIELDS,
    "cong_van_giai_trinh.docx": EXPLANATION_FIELDS,
}


def fields_for(path: Path) -> FieldTree:
    """Return the fields of the document that a template is for.

    A copy under the product's own name is that document's; one under any other name is
    taken for the document whose fields leave the fewest faults.

    Raises:
        TemplateError: the file is missing, cannot be read, or is no Word file.
    """
    by_name = FIELDS.get(path.name.lower())
    if by_name is not None or len(FIELDS) == 1:
        return by_name or next(iter(FIELDS.values()))
    counts = {
        tree: sum(one.blocks for one in inspect(read_package(path), tree).findings)
        for tree in FIELDS.values()
    }
    return min(counts, key=lambda tree: counts[tree])
