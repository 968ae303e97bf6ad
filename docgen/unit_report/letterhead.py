"""The heading and the signature of a unit's own documents, from what the plan tells.

Pure. What is not told is left to the template, which marks it for the unit to write.
Source: Decree 30/2020/NĐ-CP, Phụ lục I, II, items 2, 3 and 7.
"""

from __future__ import annotations

import re

from docgen.shared.house_style import AGENCY_PT, HEADING_LEFT_MM
from docgen.shared.text_width import text_width
from docgen.unit_report.sentences_vi import UNTOLD_SUPERIOR
from workbook.domain.letterhead import named_letterhead
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.settings import Settings

_REMARK = re.compile(r"\s*\([^()]*\)$")  # behind a unit's name in the plan


def unit_heading(unit: ResponsibleUnit, settings: Settings) -> dict[str, object]:
    """Return the fields of a unit's heading and signature; what is not told is empty."""
    told = named_letterhead(unit.letterhead, settings)
    name = (_REMARK.sub("", unit.name),) if told.issuer is None else told.issuer
    return {
        "co_quan_chu_quan": (told.superior or "").upper(),
        "cho_ghi_chu_quan": UNTOLD_SUPERIOR if told.superior is None else "",
        "co_quan": [line for one in name for line in balanced(one.upper(), HEADING_LEFT_MM)],
        "ten_co_quan": unit.name,
        "ky_hieu": told.number_suffix,
        "quyen_han": [one.upper() for one in told.signature],
        "nguoi_ky": told.signer,
    }


def balanced(text: str, width: float, size: float = AGENCY_PT) -> list[str]:
    """Divide a name into as few lines as it needs, of about the same length.

    Units: `width` in millimetres, `size` in points (bold capitals).
    """
    words = text.split()
    lines = _filled(words, width, size)
    widths = (
        text_width(" ".join(words[start:end]), size)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    )
    for limit in sorted(one for one in widths if one <= width):
        tried = _filled(words, limit, size)
        if len(tried) <= len(lines) and all(text_width(one, size) <= limit for one in tried):
            return tried
    return lines


def _filled(words: list[str], width: float, size: float) -> list[str]:
    """Fill lines one after the other, each as far as it goes."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
