"""Checks the form of a Word document against Decree 30/2020/NĐ-CP, and says what it found.

A document is never refused for its form, only where it is no Word document, or too long.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from docgen.findings import Finding
from docgen.form_check.opening import WHY, Package, read_package
from docgen.form_check.reading.document import read_document
from docgen.form_check.recognise.parts import Coverage, coverage, take_apart
from docgen.form_check.rules import pages
from docgen.form_check.rules.body import check_body
from docgen.form_check.rules.components import check_closing, check_heading
from docgen.form_check.rules.measuring import Findings
from workbook.domain.findings import Severity
from workbook.domain.listing_vi import counted, listed
from workbook.packages import read_file, refusing


class FormReport(NamedTuple):
    """What a check of form comes to: what is found, and how much was read."""

    findings: tuple[Finding, ...]
    read: Coverage


def check_form(path: Path) -> FormReport:
    """Check a .docx file.

    Raises:
        UnusableInputError: it is no .docx, a damaged, protected or unsafe one, or too long.
    """
    name = path.name or str(path)
    with refusing(name, WHY):
        content = read_file(path)
    return check_package(read_package(name, content))


def check_package(package: Package) -> FormReport:
    """Check a Word file that was read already; like findings of many places are one.

    Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I.
    """
    findings, document = Findings(), read_document(package)
    parts = take_apart(document.paragraphs)
    read = coverage(parts)
    pages.check_pages(findings, document, parts)
    pages.check_typeface(findings, document)
    for part in parts:
        check_heading(findings, document, part)
        check_body(findings, document, part.body)
        check_closing(findings, document, part)
    pages.check_traces(findings, document, read)
    return FormReport(tuple(findings), read)


def findings_text(report: FormReport) -> str:
    """List findings by weight, each with its code; say how much was read; sum up."""
    read, counts = report.read, counted(report.findings)
    parts = {
        "trong bảng": read.tables,
        "trong phụ lục": read.annexes,
        "trong khung hoặc hộp chữ": read.apart,
        "chưa nhận ra thành phần": len(read.unrecognised),
    }
    apart = ", ".join(f"{count} đoạn {where}" for where, count in parts.items() if count)
    only = f"; {apart} chỉ kiểm tra phông, màu chữ và dấu vết" if apart else ""
    weights = {finding.severity for finding in report.findings}
    if Severity.ERROR in weights:
        summary = f"{counts}. Đề nghị sửa các lỗi trước khi trình ký"
    elif Severity.WARNING in weights:
        summary = f"{counts}; không có lỗi phải sửa"
    else:
        reminders = f" ({counts})" if counts else ""
        summary = f"không thấy điểm nào trái Nghị định 30/2020/NĐ-CP{reminders}"
    done = f"Đã đọc {read.paragraphs} đoạn có chữ{only}.\nKiểm tra thể thức xong: {summary}."
    return listed(report.findings, done)


def findings_json(report: FormReport) -> dict[str, object]:
    """Return findings as plain data, in their order, and how many paragraphs were read."""
    findings = [
        {
            "code": finding.code,
            "severity": finding.severity.key,
            "place": finding.location,
            "clause": finding.clause,
            "message": finding.message,
        }
        for finding in report.findings
    ]
    unrecognised = [paragraph.line for paragraph in report.read.unrecognised]
    return {"findings": findings, "read": report.read._asdict() | {"unrecognised": unrecognised}}
