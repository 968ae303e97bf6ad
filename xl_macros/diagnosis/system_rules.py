"""What the machine itself is: Windows, Excel, how it reads numbers, the documents' font."""

from __future__ import annotations

from xl_macros.diagnosis import words_vi as vi
from xl_macros.diagnosis.facts import Facts, Separators, Windows
from xl_macros.diagnosis.making import (
    Rule,
    Verdict,
    fault,
    fine,
    on_any_system,
    on_windows,
    unknown,
    warning,
)

_COMMA, _POINT = ",", "."


def system(facts: Facts) -> Verdict:
    """Which system this is."""
    return fine(f"{facts.system}.")


def excel(_: Facts, windows: Windows) -> Verdict:
    """Whether Excel is there."""
    if windows.excel is None:
        return warning(vi.EXCEL_MISSING, vi.EXCEL_ADVICE)
    return fine(vi.EXCEL_FOUND.format(version=windows.excel))


def windows_numbers(_: Facts, windows: Windows) -> Verdict:
    """How Windows separates, which Excel follows when people type."""
    there = windows.separators
    if there.decimal is None:
        return unknown()
    if there.decimal == there.thousands:
        return fault(vi.NUMBERS_SAME.format(decimal=there.decimal), vi.NUMBERS_SAME_ADVICE)
    found = vi.NUMBERS_FOUND.format(
        decimal=there.decimal,
        thousands=_named(there.thousands),
        listing=_named(there.listing),
    )
    if there.decimal == _COMMA:
        return fine(found)
    if there.decimal == _POINT:
        return warning(found, vi.NUMBERS_POINT_ADVICE)
    return warning(found, vi.NUMBERS_ODD_ADVICE)


def excel_numbers(_: Facts, windows: Windows) -> Verdict:
    """Whether Excel has separators of its own."""
    own, system = windows.excel_separators, windows.separators
    if own is None:
        return fine(vi.EXCEL_FOLLOWS)
    same = Separators(own.decimal, own.thousands) == Separators(system.decimal, system.thousands)
    words = vi.EXCEL_SAME if same else vi.EXCEL_DIFFERS
    found = words.format(decimal=_named(own.decimal), thousands=_named(own.thousands))
    return fine(found) if same else warning(found, vi.EXCEL_NUMBERS_ADVICE)


def font(_: Facts, windows: Windows) -> Verdict:
    """Whether the font that the decree names for documents is there."""
    if windows.times_new_roman:
        return fine(vi.FONT_FOUND)
    return warning(vi.FONT_MISSING, vi.FONT_ADVICE)


def _named(separator: str | None) -> str:
    """Return a separator as it can be seen."""
    if not separator:
        return vi.NONE
    return vi.BLANK if not separator.strip() else separator


RULES: tuple[Rule, ...] = (
    on_any_system("system", vi.SYSTEM, system),
    on_windows("excel", vi.EXCEL, excel),
    on_windows("windows_separators", vi.WINDOWS_NUMBERS, windows_numbers),
    on_windows("excel_separators", vi.EXCEL_NUMBERS, excel_numbers),
    on_windows("font", vi.FONT, font),
)
