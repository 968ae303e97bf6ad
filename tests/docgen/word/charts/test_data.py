"""The plain content of a chart, and how its numbers are to be printed."""

from __future__ import annotations

import pytest

from docgen.word.charts.data import Chart, Series, decimals
from tests.docgen.word.charts.samples import DATA, numbers


@pytest.mark.parametrize(
    ("places", "code"), [(0, "[$-42A]#,##0"), (1, "[$-42A]#,##0.0"), (2, "[$-42A]#,##0.00")]
)
def test_numbers_have_a_format_of_excel(places: int, code: str) -> None:
    assert decimals(places) == code


def test_a_series_has_a_value_for_each_category() -> None:
    with pytest.raises(ValueError, match="each category"):
        Chart("", "", ("Một",), (Series("Đạt", numbers(1, 2)),))


def test_a_chart_where_none_can_be_drawn_is_its_title() -> None:
    assert str(DATA) == DATA.title
