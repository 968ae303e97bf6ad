"""How spreadsheets name their columns."""

from __future__ import annotations


def column_letters(index: int) -> str:
    """Return the letters of the column with this index, counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
