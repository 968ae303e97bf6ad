from __future__ import annotations

from datetime import date

import pytest

from workbook.domain.register import CellValue, ExcelError
from workbook.layout.blocks import Formula, seen, table


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, None),
        ("", None),
        (0, "#0"),
        (590, "#590"),
        (-3, "#-3"),
        (590.0, "#590"),
        (68.5, "#68.5"),
        (0.25, "#0.25"),
        (0.0000001, "#0.0000001"),
        (100 / 3, "#33.3333333333333"),
        (10**12, "#1000000000000"),
        (1.5e20, "#1.5E+20"),
        (date(2026, 6, 30), "#46203"),
        ("590", "590"),
        ("98,5%", "98,5%"),
        (" có ", " có "),
    ],
)
def test_what_was_typed_is_kept_as_a_text(typed: CellValue, kept: str | None) -> None:
    assert seen(typed) == kept


def test_a_number_is_kept_unlike_the_text_that_looks_like_it() -> None:
    assert seen(12) != seen("12")
    assert seen(0) != seen(None)


def test_what_is_neither_text_nor_number_is_kept_as_one() -> None:
    others: list[CellValue] = [ExcelError("#N/A"), ExcelError("#DIV/0!"), True, False]
    assert len({seen(one) for one in others}) == 1
    assert seen(True) not in (seen(1), seen("TRUE"))


def test_short_rows_are_filled_up_and_blank_texts_are_empty_cells() -> None:
    block = table("Trang", 5, 2, [["a", "", 1], [], ["b"]])
    assert block.values == (("a", None, 1), (None, None, None), ("b", None, None))


def test_a_formula_carries_its_result() -> None:
    formula = Formula("=1+1", 2)
    assert (formula, formula.cached) == ("=1+1", 2)
