"""Where a line of Vietnamese text must not break: between a number and what it counts.

Pure. Only spaces change, into no-break ones; the words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import cast

from workbook.domain.numbers_vi import NO_BREAK_SPACE as _GLUE

# Fields that templates print in narrow columns, where a line must be free to break at any space.
_IN_COLUMNS = frozenset(
    ["moc_truoc", "moc_sau", "ky_truoc", "cac_nam", "cac_dong", "can_giai_trinh", "kinh_phi"]
)
_UNITS = ("%", "‰", "tuổi", "loại", "đồng", "nội dung", "chỉ tiêu", "nhiệm vụ", "đơn vị")
_BEFORE = ("ngày", "tháng", "năm", "số", "tiêu", "mục", "khoản", "điều")
_BEFORE_NUMBER = re.compile(rf"\b({'|'.join(_BEFORE)}) (?=\d)", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\d) ([-–]) (?=\d)")
_CODE = re.compile(r"(?<=/[A-ZĐ]{2}) ([-–]) (?=[A-ZĐ])")  # 46/KH – UBND, as some write it


def all_unbroken(context: Mapping[str, object], nouns: Iterable[str] = ()) -> dict[str, object]:
    """Return a document's fields with no-break spaces around the numbers of all prose.

    Args:
        context: texts, lists and groups of them; a chart breaks its own lines.
        nouns: what the plan counts: trẻ, học sinh, trường …
    """
    units = "|".join(map(re.escape, sorted({*_UNITS, *nouns} - {""}, key=len, reverse=True)))
    before_unit = re.compile(rf"(?<=\d) (?=(?:{units})(?!\w))")

    def unbroken(value: object) -> object:
        if isinstance(value, str):
            text = before_unit.sub(_GLUE, value)
            text = _BEFORE_NUMBER.sub(rf"\1{_GLUE}", text)
            text = _RANGE.sub(rf"{_GLUE}\1{_GLUE}", text)
            return _CODE.sub(rf"{_GLUE}\1{_GLUE}", text)
        if isinstance(value, Mapping):
            return {
                name: part if name in _IN_COLUMNS else unbroken(part)
                for name, part in value.items()
            }
        return list(map(unbroken, value)) if isinstance(value, list) else value

    return cast(dict[str, object], unbroken(context))
