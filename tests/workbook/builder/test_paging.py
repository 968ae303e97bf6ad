from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.builder.paging import Printed, breaks_before, fits_on_one_page

NARROW = [10.0]  # one narrow column: printed at 100 %
ROOM = Printed([], NARROW, (1, 1)).room
ROWS = 20
PART = ROOM / ROWS  # so many rows of this height fill a page exactly


def printed(heights: Sequence[float], repeated: tuple[int, int] = (1, 1)) -> Printed:
    return Printed(heights, NARROW, repeated)


def test_a_wide_sheet_is_made_smaller_and_holds_more_rows() -> None:
    assert Printed([], [100.0] * 4, (1, 1)).room > 2 * ROOM


def test_a_block_that_surely_fits_needs_no_break() -> None:
    assert breaks_before(printed([PART] * ROWS), [(2, 5)]) == []
    assert fits_on_one_page(printed([PART] * (ROWS - 1)))


@pytest.mark.parametrize("first", [ROWS - 1, ROWS])
def test_a_block_near_the_foot_begins_a_page(first: int) -> None:
    assert breaks_before(printed([PART] * 2 * ROWS), [(first, first + 1)]) == [first]
    assert not fits_on_one_page(printed([PART] * ROWS))


def test_rows_after_a_break_are_counted_from_it() -> None:
    fits, cut = (ROWS + 15, ROWS + 16), (2 * ROWS - 2, 2 * ROWS - 1)
    blocks = [(ROWS, ROWS + 1), fits, cut]
    assert breaks_before(printed([PART] * 3 * ROWS), blocks) == [ROWS, cut[0]]


def test_repeated_headings_take_room_on_later_pages() -> None:
    heights = [PART] * 2 * ROWS
    last = 2 * ROWS - 4
    assert breaks_before(printed(heights), [(last, last + 1)]) == []
    assert breaks_before(printed(heights, (1, 4)), [(last, last + 1)]) == [last]


def test_hidden_rows_take_no_room() -> None:
    heights = [PART] * 5 + [0.0] * 2 * ROWS + [PART] * 5
    assert breaks_before(printed(heights), [(len(heights) - 1, len(heights))]) == []


def test_a_block_longer_than_a_page_is_broken_once_at_its_beginning() -> None:
    assert breaks_before(printed([PART] * 4 * ROWS), [(5, 3 * ROWS)]) == [5]


@given(
    st.lists(st.floats(5, 200), min_size=2, max_size=80),
    st.sets(st.integers(0, 39), max_size=20),
    st.floats(0.96, 1.04),
)
def test_no_heading_is_parted_from_its_first_row_however_long_the_page(
    heights: list[float], headings: set[int], share: float
) -> None:
    blocks = [(2 * n + 1, 2 * n + 2) for n in sorted(headings) if 2 * n + 2 <= len(heights)]
    breaks = breaks_before(printed(heights), blocks)
    page, used, pages = 0, 0.0, {}
    for row, height in enumerate(heights, start=1):
        repeated = heights[0] if row > 1 else 0.0
        if row in breaks or used + height > ROOM * share:
            page, used = page + 1, repeated
        used += height
        pages[row] = page
    small = [one for one in blocks if heights[0] + sum(heights[one[0] - 1 : one[1]]) < ROOM * 0.9]
    assert all(pages[first] == pages[last] for first, last in small)
