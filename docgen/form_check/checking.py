"""Checks the form of a Word document against Decree 30/2020/NĐ-CP, Phụ lục I.

Pure but for `check_form`, which reads the file. Every check returns what it finds; a
document is never refused for its form, only where it is no Word document at all.
"""

from __future__ import annotations

from pathlib import Path

from docgen.form_check.body import read_body
from docgen.form_check.check_annexes import check_annexes
from docgen.form_check.check_body import check_body
from docgen.form_check.check_closing import check_recipients, check_signature
from docgen.form_check.check_heading import check_heading
from docgen.form_check.check_lines import check_lines
from docgen.form_check.check_pages import check_page_numbers, check_paper
from docgen.form_check.check_title import check_addressees, check_legal_basis, check_title
from docgen.form_check.check_traces import check_traces, check_typeface
from docgen.form_check.closing import Closing, find_closing
from docgen.form_check.document import Document
from docgen.form_check.findings import FormFinding, Found
from docgen.form_check.heading import Heading, find_heading
from docgen.form_check.opening import Package, open_package
from docgen.form_check.reading import read_document


def check_form(path: Path) -> tuple[FormFinding, ...]:
    """Check a .docx file; () where its form has no fault.

    Raises:
        UnusableInputError: it is no .docx, or a damaged, protected or unsafe one.
    """
    return check_package(open_package(path))


def check_package(package: Package) -> tuple[FormFinding, ...]:
    """Check a Word file that was read already."""
    return check_document(read_document(package))


def check_document(document: Document) -> tuple[FormFinding, ...]:
    """Check a document; like faults of many places are one finding.

    Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I.
    """
    heading = find_heading(document.paragraphs)
    closing = find_closing(document.paragraphs, heading.end)
    within = document.paragraphs[heading.end : closing.start]
    body = read_body(within)
    found = Found()
    check_paper(found, document, _layout_tables(heading, closing))
    check_typeface(found, document)
    check_heading(found, heading)
    check_title(found, document, heading)
    check_lines(found, document, heading)
    check_addressees(found, heading)
    check_legal_basis(found, heading)
    check_body(found, document, body)
    check_recipients(found, heading, closing)
    check_signature(found, closing)
    check_annexes(found, document, closing, within)
    check_page_numbers(found, document)
    check_traces(found, document)
    return tuple(found.findings())


def _layout_tables(heading: Heading, closing: Closing) -> set[int]:
    """Return the tables that hold the heading block and the signature."""
    parts = [one for found in heading.found.values() for one in found]
    parts += [*closing.listed, *closing.authority]
    parts += [one for one in (closing.recipients, closing.signer) if one is not None]
    return {one.cell.table for one in parts if one.cell is not None}
