"""The helper that traces numbers finds a strange one, and takes the forms of offices."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.docgen.numbers import strange


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Năm 2025 có 79,7% (866/1.086).", set()),
        ("tỷ lệ 79,74% và 80%", set()),
        ("từ 05 đến 12 nội dung", set()),
        ("79,8%", {"79,8"}),
        ("1.087 trẻ", {"1.087"}),
        ("13 nội dung", {"13"}),
    ],
)
def test_only_what_the_data_do_not_hold_is_strange(text: str, found: set[str]) -> None:
    data = [2025, Fraction(86600, 1086), "866 trẻ", 1086]
    assert strange(text, data, counted=12) == found
