"""Shows a template's faults: as Vietnamese text for people, as plain data for machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.template_check.faults_vi import TemplateFault
from workbook.domain.findings import Severity

Json = dict[str, object]


def faults_text(name: str, faults: Sequence[TemplateFault]) -> str:
    """List faults by weight, each with its code, and sum them up."""
    lines = []
    for severity in Severity:
        group = [one for one in faults if one.severity is severity]
        if group:
            lines += [f"{severity.label.upper()} ({len(group)})"]
            lines += [f"  [{one.code}] {one.message}" for one in group] + [""]
    return "\n".join([*lines, _summary(name, faults)])


def _summary(name: str, faults: Sequence[TemplateFault]) -> str:
    counts = {one: sum(fault.severity is one for fault in faults) for one in Severity}
    words = ", ".join(f"{counts[one]} {one.label.lower()}" for one in Severity if counts[one])
    if any(fault.blocks for fault in faults):
        return f"Mẫu “{name}”: {words}. Cần sửa các lỗi trước khi dùng mẫu."
    if words:
        return f"Mẫu “{name}”: {words}; không có lỗi nào, dùng được."
    return f"Mẫu “{name}”: không có lỗi, dùng được."


def faults_json(faults: Iterable[TemplateFault]) -> Json:
    """Return faults as plain data, in their order."""
    return {
        "faults": [
            {
                "code": one.code,
                "severity": one.severity.key,
                "place": one.place,
                "words": one.words,
                "message": one.message,
            }
            for one in faults
        ]
    }
