"""Can documents be written where the sổ lies, and will Windows bear its path?"""

from __future__ import annotations

import re

from xl_macros.diagnosis import words_vi as vi
from xl_macros.diagnosis.facts import Facts, Folder, Kind, Windows, Writing
from xl_macros.diagnosis.making import (
    Rule,
    Verdict,
    fault,
    fine,
    not_applicable,
    on_any_system,
    on_windows,
    unknown,
    warning,
)

LONGEST_PATH = 259  # Windows' MAX_PATH without the closing zero
LONGEST_BOOK = 218  # Excel's own limit for the whole path of a workbook
LONGEST_NAME = 100  # more than the name of any of our documents, with `-2` and an ending
SPACE_NEEDED = 20 * 2**20  # a document, its temporary file, Word's own
SPACE_WANTED = 500 * 2**20  # below this Windows itself gets into trouble

_VARIABLE = re.compile(r"%[^%\\/]+%")

_PLACES = {
    Kind.LOCAL: vi.PLACE_LOCAL,
    Kind.REMOVABLE: vi.PLACE_REMOVABLE,
    Kind.NETWORK: vi.PLACE_NETWORK,
    Kind.SYNCED: vi.PLACE_SYNCED,
    Kind.ONLINE: vi.PLACE_ONLINE,
}


def writing(facts: Facts) -> Verdict:
    """Whether the folder takes a file."""
    folder = facts.folder
    if folder.writing is Writing.REFUSED:
        return fault(vi.REFUSED.format(path=folder.path), vi.REFUSED_ADVICE)
    if folder.writing is Writing.FULL:
        return fault(vi.FULL.format(path=folder.path), vi.FULL_ADVICE)
    if folder.writing is None:
        return unknown()
    return fine(vi.WRITABLE.format(path=folder.path))


def place(facts: Facts, _: Windows) -> Verdict:
    """Whether the sổ lies on the machine itself."""
    found = _PLACES[facts.folder.kind]
    return fine(found) if facts.folder.kind is Kind.LOCAL else warning(found, vi.COPY_HERE)


def length(facts: Facts, _: Windows) -> Verdict:
    """Whether the path leaves room for the names of our documents."""
    if facts.folder.kind is Kind.ONLINE:
        return not_applicable(vi.PLACE_ONLINE)
    if len(facts.book) > LONGEST_BOOK:
        found = vi.LENGTH_BOOK.format(book=len(facts.book), most=LONGEST_BOOK)
        return fault(found, vi.LENGTH_ADVICE)
    found = vi.LENGTH_FOUND.format(folder=len(facts.folder.path))
    if len(facts.folder.path) + 1 + LONGEST_NAME > LONGEST_PATH:
        return warning(found, vi.LENGTH_ADVICE)
    return fine(found)


def characters(facts: Facts, _: Windows) -> Verdict:
    """Whether the path holds what cmd.exe would replace: all else is quoted."""
    variable = _VARIABLE.search(facts.book or facts.folder.path)
    if variable and facts.folder.kind is not Kind.ONLINE:
        return warning(vi.CHARACTERS_PERCENT.format(part=variable[0]), vi.CHARACTERS_ADVICE)
    return fine(vi.CHARACTERS_FINE)


def space(facts: Facts) -> Verdict:
    """Whether there is room on the disk of the folder."""
    if facts.folder.free is None:
        return unknown()
    found = vi.SPACE_FOUND.format(free=vi.size_vi(facts.folder.free))
    return _room(facts.folder, found)


def temp(facts: Facts) -> Verdict:
    """Whether there is a folder for what is needed for a moment."""
    folder = facts.temp
    if folder.writing is Writing.REFUSED:
        return fault(vi.TEMP_REFUSED.format(path=folder.path), vi.TEMP_ADVICE)
    if folder.writing is Writing.FULL:
        return fault(vi.FULL.format(path=folder.path), vi.FULL_ADVICE)
    if folder.writing is None or folder.free is None:
        return unknown()
    return _room(folder, vi.TEMP_FINE.format(free=vi.size_vi(folder.free)))


def _room(folder: Folder, found: str) -> Verdict:
    free = folder.free or 0
    if free < SPACE_NEEDED:
        return fault(found, vi.SPACE_ADVICE)
    return warning(found, vi.SPACE_ADVICE) if free < SPACE_WANTED else fine(found)


RULES: tuple[Rule, ...] = (
    on_any_system("folder", vi.FOLDER, writing),
    on_windows("place", vi.PLACE, place),
    on_windows("path_length", vi.LENGTH, length),
    on_windows("path_characters", vi.CHARACTERS, characters),
    on_any_system("space", vi.SPACE, space),
    on_any_system("temp", vi.TEMP, temp),
)
