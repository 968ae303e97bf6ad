"""Where a line of Vietnamese text must not break: between a number and what it counts.

Pure. Only spaces change, into no-break ones; the words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from docgen.word.charts.data import Chart
from docgen.word.jinja import Value
from workbook.domain.numbers_vi import NO_BREAK_SPACE as _GLUE

_UNITS = ("%", "‰", "tuổi", "loại", "đồng", "nội dung", "chỉ tiêu", "nhiệm vụ", "đơn vị")
_BEFORE = ("ngày", "tháng", "năm", "số", "tiêu", "mục", "khoản", "điều")
_BEFORE_NUMBER = re.compile(rf"\b({'|'.join(_BEFORE)}) (?=\d)", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\d) ([-–]) (?=\d)")
_CODE = re.compile(r"(?<=/[A-ZĐ]{2}) ([-–]) (?=[A-ZĐ])")  # 46/KH – UBND, as some write it


def unbroken(text: str, nouns: Iterable[str] = ()) -> str:
    """Return the text with no-break spaces around its numbers.

    Args:
        text: a sentence or an item of a list.
        nouns: what the plan counts: trẻ, học sinh, trường …
    """
    units = "|".join(map(re.escape, sorted({*_UNITS, *nouns} - {""}, key=len, reverse=True)))
    text = re.sub(rf"(?<=\d) (?=(?:{units})(?!\w))", _GLUE, text)
    text = _BEFORE_NUMBER.sub(rf"\1{_GLUE}", text)
    text = _RANGE.sub(rf"{_GLUE}\1{_GLUE}", text)
    return _CODE.sub(rf"{_GLUE}\1{_GLUE}", text)


def all_unbroken(value: Value, nouns: Iterable[str] = ()) -> Value:
    """Return fields with every text of them unbroken, nested ones too."""
    nouns = tuple(nouns)
    if isinstance(value, str):
        return unbroken(value, nouns)
    if isinstance(value, Chart):  # breaks its own lines
        return value
    if isinstance(value, Mapping):
        return {key: all_unbroken(one, nouns) for key, one in value.items()}
    return [all_unbroken(one, nouns) for one in value]
