"""Findings on form for people and for machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.form_check.findings import FormFinding
from workbook.domain.findings import Severity
from workbook.domain.listing_vi import counted, listed

Json = dict[str, object]


def findings_text(findings: Sequence[FormFinding]) -> str:
    """List findings by weight, each with its code, and sum them up in one sentence."""
    return listed(findings, _summary(findings))


def _summary(findings: Sequence[FormFinding]) -> str:
    told = counted(findings)
    if not told:
        return "Kiểm tra thể thức xong: không thấy điểm nào trái Nghị định 30/2020/NĐ-CP."
    if any(one.severity is Severity.ERROR for one in findings):
        return f"Kiểm tra thể thức xong: {told}. Đề nghị sửa các lỗi trước khi trình ký."
    return f"Kiểm tra thể thức xong: {told}; không có lỗi phải sửa."


def findings_json(findings: Iterable[FormFinding]) -> Json:
    """Return findings as plain data, in their order."""
    return {
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.key,
                "place": finding.place,
                "clause": finding.clause,
                "message": finding.message,
            }
            for finding in findings
        ]
    }
