"""Where a line of Vietnamese text must not break: between a number and what it counts.

Pure. Only spaces change, into no-break ones; the words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import cast

from workbook.domain.numbers_vi import NO_BREAK_SPACE

# Fields that templates print in narrow columns, where a line must be free to break at any space.
_IN_COLUMNS = frozenset(
    ["moc_truoc", "moc_sau", "ky_truoc", "cac_nam", "cac_dong", "can_giai_trinh", "kinh_phi"]
)
_UNITS = ("%", "‰", "tuổi", "loại", "đồng", "nội dung", "chỉ tiêu", "nhiệm vụ", "đơn vị")
_UNBROKEN = (
    re.compile(r"\b(?:ngày|tháng|năm|số|tiêu|mục|khoản|điều) (?=\d)", re.IGNORECASE),
    re.compile(r"(?<=\d) [-–] (?=\d)"),  # a range
    re.compile(r"(?<=/[A-ZĐ]{2}) [-–] (?=[A-ZĐ])"),  # 46/KH – UBND, as some write it
)


def all_unbroken(context: Mapping[str, object], nouns: Collection[str] = ()) -> dict[str, object]:
    """Return a document's fields with no-break spaces around the numbers of all prose.

    `nouns` are what the plan counts: trẻ, học sinh, trường …; a chart breaks its own lines.
    """
    units = "|".join(map(re.escape, sorted({*_UNITS, *nouns} - {""}, key=len, reverse=True)))
    before_unit = re.compile(rf"(?<=\d) (?=(?:{units})(?!\w))")

    def unbroken(value: object) -> object:
        if isinstance(value, str):
            for pattern in (before_unit, *_UNBROKEN):
                value = pattern.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), value)
        return list(map(unbroken, value)) if isinstance(value, list) else of_fields(value)

    def of_fields(value: object) -> object:
        if not isinstance(value, Mapping):
            return value
        return {name: one if name in _IN_COLUMNS else unbroken(one) for name, one in value.items()}

    return cast(dict[str, object], of_fields(context))
