"""Checks any .docx against the form of Decree 30/2020/NĐ-CP, Phụ lục I."""

from docgen.form_check.checking import check_document, check_form, check_package
from docgen.form_check.findings import FormFinding
from docgen.form_check.output_vi import findings_json, findings_text

__all__ = [
    "FormFinding",
    "check_document",
    "check_form",
    "check_package",
    "findings_json",
    "findings_text",
]
