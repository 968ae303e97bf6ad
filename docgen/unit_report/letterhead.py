"""The heading and the signature of a unit's own documents, as far as the plan's file has them.

Pure. What it leaves out is left to the template, which marks it for the unit to write.
Source: Decree 30/2020/NĐ-CP, Phụ lục I, II, items 2, 3 and 7.
"""

from __future__ import annotations

import re

from docgen.shared.house_style import AGENCY_PT, HEADING_LEFT_MM
from docgen.shared.letterhead import Letterhead, letterhead
from docgen.shared.text_width import text_width
from docgen.unit_report.sentences_vi import OPEN_SUPERIOR
from workbook.domain.letterhead import named_letterhead
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.settings import Settings

_REMARK = re.compile(r"\s*\([^()]*\)$")  # behind a unit's name in the plan


class UnitLetterhead(Letterhead):
    """A unit's letterhead, with its number."""

    cho_ghi_chu_quan: str
    ky_hieu: str


def unit_letterhead(unit: ResponsibleUnit, settings: Settings) -> UnitLetterhead:
    """Return the heading and the signature of a unit; what the plan leaves out is empty."""
    known = named_letterhead(unit.letterhead, settings)
    issuer = (_REMARK.sub("", unit.name),) if known.issuer is None else known.issuer
    return {
        **letterhead(settings),
        "co_quan_chu_quan": (known.superior or "").upper(),
        "cho_ghi_chu_quan": OPEN_SUPERIOR if known.superior is None else "",
        "co_quan": [line for name in issuer for line in balanced(name.upper(), HEADING_LEFT_MM)],
        "ten_co_quan": unit.name,
        "ky_hieu": known.number_suffix,
        "quyen_han": [line.upper() for line in known.signature],
        "nguoi_ky": known.signer,
    }


def balanced(text: str, width: float, size: float = AGENCY_PT) -> list[str]:
    """Divide a name into as few lines as it needs, of about the same length.

    Units: `width` in millimetres, `size` in points (bold capitals).
    """
    words = text.split()
    lines = _filled(words, width, size)
    widths = {
        text_width(" ".join(words[start:end]), size)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    }
    for limit in sorted(length for length in widths if length <= width):
        tried = _filled(words, limit, size)
        if len(tried) <= len(lines) and all(text_width(line, size) <= limit for line in tried):
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
