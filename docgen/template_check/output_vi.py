"""Shows a template's faults: as Vietnamese text for people, as plain data for machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.template_check.faults_vi import TemplateFault
from workbook.domain.listing_vi import counted, listed

Json = dict[str, object]


def faults_text(name: str, faults: Sequence[TemplateFault]) -> str:
    """List faults by weight, each with its code, and sum them up."""
    return listed(faults, _summary(name, faults))


def _summary(name: str, faults: Sequence[TemplateFault]) -> str:
    told = counted(faults)
    if any(fault.blocks for fault in faults):
        return f"Mẫu “{name}”: {told}. Cần sửa các lỗi trước khi dùng mẫu."
    if told:
        return f"Mẫu “{name}”: {told}; không có lỗi nào, dùng được."
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
