from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.layout import text_fit

_WORDS = st.lists(st.text("abcđêộWi,.1", min_size=1, max_size=30), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("Mã", 10, 1),
        ("một\nhai", 30, 2),
        ("một\n\nhai", 30, 3),
        ("Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh", 200, 1),
        ("W" * 60, 10, 15),  # a word longer than the column is broken inside
    ],
)
def test_lines_are_counted_as_excel_wraps_them(text: str, width: float, lines: int) -> None:
    assert text_fit.count_lines(text, width, 12) == lines


@given(_WORDS, st.integers(5, 100))
def test_a_wider_column_never_needs_more_lines(words: list[str], width: int) -> None:
    text = " ".join(words)
    assert text_fit.count_lines(text, width + 20, 12) <= text_fit.count_lines(text, width, 12)


@given(_WORDS, st.integers(5, 100))
def test_no_line_holds_more_than_the_column(words: list[str], width: int) -> None:
    text = " ".join(words)
    room = width * 8
    needed = text_fit.text_pixels(text, 12)
    assert text_fit.count_lines(text, width, 12) * room >= needed


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    text = "Nghị quyết về trẻ em đường phố"
    assert text_fit.text_pixels(text, 12) == pytest.approx(
        sum(text_fit.text_pixels(letter, 12) for letter in unicodedata.normalize("NFC", text))
    )


def test_bold_is_wider() -> None:
    assert text_fit.text_pixels("Trạm y tế", 12, bold=True) > text_fit.text_pixels("Trạm y tế", 12)


@pytest.mark.parametrize("lines", [1, 2, 5, 100])
def test_a_row_stays_within_what_excel_allows(lines: int) -> None:
    height = text_fit.row_height(lines, 12)
    assert text_fit.MIN_ROW_HEIGHT <= height <= text_fit.MAX_ROW_HEIGHT
    assert height >= min(lines * 12, text_fit.MAX_ROW_HEIGHT)
