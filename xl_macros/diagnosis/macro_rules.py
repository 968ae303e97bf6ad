"""Will Excel run the macros of the sổ, and may they start a program?

Source: reference domain, 5.5 (Mark of the Web); Microsoft's documents on VBA macros from
the internet, Trusted Locations and attack surface reduction.
"""

from __future__ import annotations

from pathlib import PureWindowsPath

from xl_macros.diagnosis import words_vi as vi
from xl_macros.diagnosis.facts import Facts, Kind, Location, MacroSettings, Windows
from xl_macros.diagnosis.making import (
    Rule,
    Verdict,
    fault,
    fine,
    not_applicable,
    on_windows,
    unknown,
    warning,
)

_INTERNET = 3  # zones from here on are not trusted: internet, restricted sites
_ALL, _ASK, _SIGNED, _NONE = 1, 2, 3, 4  # VBAWarnings
_BLOCKS, _WARNS = 1, 6  # what Defender's rule does


def mark(facts: Facts, windows: Windows) -> Verdict:
    """Whether the sổ carries the mark of a downloaded file, which blocks its macros."""
    if (reason := without_macros(facts)) is not None:
        return not_applicable(reason)
    if facts.folder.kind is Kind.ONLINE:
        return unknown(vi.MARK_ONLINE)
    if windows.zone is None or windows.zone < _INTERNET:
        return fine(vi.MARK_NONE)
    if is_trusted(facts, windows.macros):
        return fine(vi.MARK_TRUSTED)
    if windows.macros.block_from_internet == 0:
        return warning(vi.MARK_ALLOWED, vi.UNBLOCK)
    return fault(vi.MARK_BLOCKED, vi.UNBLOCK)


def trusted(facts: Facts, windows: Windows) -> Verdict:
    """Whether Excel trusts the folder, so that nobody is asked."""
    if (reason := without_macros(facts)) is not None:
        return not_applicable(reason)
    macros = windows.macros
    if macros.no_locations:
        return warning(vi.TRUSTED_OFF, vi.TRUSTED_OFF_ADVICE)
    if is_trusted(facts, macros):
        return fine(vi.TRUSTED_YES)
    if is_listed(facts.book, macros.locations):
        return warning(vi.TRUSTED_NETWORK, vi.COPY_HERE)
    return warning(vi.TRUSTED_NO, vi.TRUSTED_ADVICE)


def macros_allowed(facts: Facts, windows: Windows) -> Verdict:
    """What Excel does with macros that carry no mark."""
    macros = windows.macros
    level = _ASK if macros.warnings is None else macros.warnings
    found = {_ALL: vi.MACROS_ALL, _ASK: vi.MACROS_ASK, _SIGNED: vi.MACROS_SIGNED}.get(
        level, vi.MACROS_OFF
    )
    if macros.warnings_by_policy:
        found = vi.BY_POLICY.format(found=found)
    if level == _ALL:
        return warning(found, vi.MACROS_ALL_ADVICE)
    if level == _ASK:
        return fine(found, vi.MACROS_ASK_ADVICE)
    if is_trusted(facts, macros):
        return fine(vi.MACROS_TRUSTED.format(found=found))
    return fault(found, vi.MACROS_ADVICE)


def programs(_: Facts, windows: Windows) -> Verdict:
    """Whether Defender lets Office start a program, which every button does."""
    rule = windows.macros.child_processes
    if rule == _BLOCKS:
        return fault(vi.PROGRAMS_BLOCKED, vi.PROGRAMS_ADVICE)
    if rule == _WARNS:
        return warning(vi.PROGRAMS_WARN, vi.PROGRAMS_WARN_ADVICE)
    return fine(vi.PROGRAMS_FREE)


def without_macros(facts: Facts) -> str | None:
    """Return why there are no macros to be asked about, None where there are."""
    if not facts.book:
        return vi.NO_BOOK
    return None if facts.book.lower().endswith(".xlsm") else vi.MACRO_FREE


def is_trusted(facts: Facts, macros: MacroSettings) -> bool:
    """Tell whether the sổ lies in a Trusted Location that counts."""
    on_network = facts.folder.kind in (Kind.NETWORK, Kind.ONLINE)
    counts = not macros.no_locations and (macros.network_locations or not on_network)
    return counts and is_listed(facts.book, macros.locations)


def is_listed(book: str, locations: tuple[Location, ...]) -> bool:
    """Tell whether a file lies in one of the locations; case does not count."""
    if not book:
        return False
    folder, *above = PureWindowsPath(book).parents
    return any(
        (place := PureWindowsPath(one.path)) == folder or (one.subfolders and place in above)
        for one in locations
    )


RULES: tuple[Rule, ...] = (
    on_windows("mark", vi.MARK, mark),
    on_windows("trusted_location", vi.TRUSTED, trusted),
    on_windows("macros", vi.MACROS, macros_allowed),
    on_windows("child_processes", vi.PROGRAMS, programs),
)
