"""Checks the form of a Word document against Decree 30/2020/NĐ-CP, and says what it found.

A document is never refused for its form, only where it is no Word document, or too long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.findings import Finding
from docgen.form_check.opening import Package, W, open_package
from docgen.form_check.reading.document import read_document
from docgen.form_check.reading.model import Document
from docgen.form_check.recognise.parts import Coverage, coverage, take_apart
from docgen.form_check.rules.body import check_body
from docgen.form_check.rules.closing import check_closing
from docgen.form_check.rules.heading import check_heading
from docgen.form_check.rules.measuring import Findings
from docgen.form_check.rules.pages import check_pages, check_traces, check_typeface
from workbook.domain.errors import unusable
from workbook.domain.findings import Severity
from workbook.domain.listing_vi import counted, listed

Json = dict[str, object]

# About three thousand pages: no administrative document, and some 10 seconds of work.
_MOST_PARAGRAPHS = 50_000
_MOST_RUNS = 400_000
_TOO_LONG = (
    "dài quá một văn bản hành chính ({count} đoạn) nên không kiểm tra được. Đề nghị tách các phần"
    " kèm theo thành tệp riêng rồi kiểm tra từng tệp"
)


@dataclass(frozen=True)
class FormReport:
    """What a check of form comes to; iterating over it yields the findings."""

    findings: tuple[Finding, ...]
    read: Coverage

    def __iter__(self) -> Iterator[Finding]:
        """Yield the findings."""
        return iter(self.findings)

    @property
    def violations(self) -> tuple[Finding, ...]:
        """What is against the decree: all findings but notices."""
        return tuple(one for one in self.findings if one.severity is not Severity.NOTICE)


def check_form(path: Path) -> FormReport:
    """Check a .docx file.

    Raises:
        UnusableInputError: it is no .docx, a damaged, protected or unsafe one, or too long.
    """
    return check_package(open_package(path), path.name)


def check_package(package: Package, name: str = "") -> FormReport:
    """Check a Word file that was read already; `name` is for the error.

    Raises:
        UnusableInputError: it is too long.
    """
    paragraphs = sum(1 for _ in package.main.iter(f"{W}p"))
    if paragraphs > _MOST_PARAGRAPHS or sum(1 for _ in package.main.iter(f"{W}r")) > _MOST_RUNS:
        raise unusable(name, _TOO_LONG, count=f"{paragraphs:,}".replace(",", "."))
    return check_document(read_document(package))


def check_document(document: Document) -> FormReport:
    """Check a document; like findings of many places are one.

    Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I.
    """
    findings = Findings()
    parts = take_apart(document.paragraphs)
    read = coverage(parts)
    check_pages(findings, document, parts)
    check_typeface(findings, document)
    for part in parts:
        check_heading(findings, document, part)
        check_body(findings, document, part.body)
        check_closing(findings, document, part)
    check_traces(findings, document, read)
    return FormReport(tuple(findings), read)


def findings_text(report: FormReport) -> str:
    """List findings by weight, each with its code; say how much was read; sum up."""
    return listed(report.findings, f"{_coverage(report.read)}\n{_summary(report.findings)}")


def _coverage(read: Coverage) -> str:
    parts = {
        "trong bảng": read.tables,
        "trong phụ lục": read.annexes,
        "trong khung hoặc hộp chữ": read.apart,
        "chưa nhận ra thành phần": len(read.unrecognised),
    }
    counts = [f"{count} đoạn {where}" for where, count in parts.items() if count]
    only = f"; {', '.join(counts)} chỉ kiểm tra phông, màu chữ và dấu vết" if counts else ""
    return f"Đã đọc {read.read} đoạn có chữ{only}."


def _summary(findings: tuple[Finding, ...]) -> str:
    done, counts = "Kiểm tra thể thức xong", counted(findings)
    if any(finding.severity is Severity.ERROR for finding in findings):
        return f"{done}: {counts}. Đề nghị sửa các lỗi trước khi trình ký."
    if any(finding.severity is Severity.WARNING for finding in findings):
        return f"{done}: {counts}; không có lỗi phải sửa."
    reminders = f" ({counts})" if counts else ""
    return f"{done}: không thấy điểm nào trái Nghị định 30/2020/NĐ-CP{reminders}."


def findings_json(report: FormReport) -> Json:
    """Return findings as plain data, in their order, and how many paragraphs were read."""
    read = report.read
    return {
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.key,
                "place": finding.location,
                "clause": finding.clause,
                "message": finding.message,
            }
            for finding in report.findings
        ],
        "read": {
            "paragraphs": read.read,
            "tables": read.tables,
            "annexes": read.annexes,
            "apart": read.apart,
            "unrecognised": [paragraph.line for paragraph in read.unrecognised],
        },
    }
