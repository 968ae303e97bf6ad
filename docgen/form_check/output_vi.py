"""Findings on form for people and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from docgen.form_check.findings import FormFinding
from workbook.domain.findings import Severity

Json = dict[str, object]


def findings_text(findings: Sequence[FormFinding]) -> str:
    """List findings by weight, each with its code, and sum them up in one sentence."""
    lines = []
    for severity in Severity:
        group = [finding for finding in findings if finding.severity is severity]
        if group:
            lines += [f"{severity.label.upper()} ({len(group)})"]
            lines += [f"  [{finding.code}] {finding.message}" for finding in group] + [""]
    return "\n".join([*lines, findings_summary(findings)])


def findings_summary(findings: Iterable[FormFinding]) -> str:
    """Say in one sentence how many findings there are and what to do."""
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return "Kiểm tra thể thức xong: không thấy điểm nào trái Nghị định 30/2020/NĐ-CP."
    told = ", ".join(f"{counts[s]} {s.label.lower()}" for s in Severity if counts[s])
    if counts[Severity.ERROR]:
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
