"""Checks any .docx against the form of Decree 30/2020/NĐ-CP, Phụ lục I.

Rooms: `reading` (what is printed), `recognise` (which component it is), `rules` (what is
wrong with it); each imports only those before it.
"""

from docgen.form_check.checking import check_form, check_package, findings_json, findings_text

__all__ = ["check_form", "check_package", "findings_json", "findings_text"]
