"""Facts of a Windows on which all is well, to be spoiled by the tests."""

from __future__ import annotations

from dataclasses import replace

from xl_macros.diagnosis import diagnose
from xl_macros.diagnosis.facts import (
    Facts,
    Files,
    Folder,
    Kind,
    Location,
    MacroSettings,
    Program,
    Separators,
    Windows,
    Writing,
)
from xl_macros.diagnosis.probe import NEEDED, NEEDED_ON_WINDOWS, OTHERS
from xl_macros.diagnosis.records import Record

HOME = r"D:\SoChiTieu"
PYTHON = rf"{HOME}\python\python.exe"
GIB = 2**30

FOLDER = Folder(HOME, Kind.LOCAL, Writing.DONE, 50 * GIB)
PROGRAM = Program(
    executable=PYTHON,
    python="3.13.2",
    product="2026.11.3",
    libraries=dict.fromkeys((*NEEDED, *NEEDED_ON_WINDOWS), "1.0"),
    others=dict.fromkeys(OTHERS),
    files=Files(()),
)
MACROS = MacroSettings(locations=(Location(HOME, subfolders=True),))
WINDOWS = Windows(
    found_program=PYTHON,
    zone=None,
    excel="16.0.17928.20114",
    macros=MACROS,
    separators=Separators(",", ".", ";"),
    excel_separators=None,
    times_new_roman=True,
)
WELL = Facts(
    system="Windows 11 (10.0.22631)",
    program=PROGRAM,
    book=rf"{HOME}\So_2026.xlsm",
    folder=FOLDER,
    temp=Folder(r"C:\Users\an\AppData\Local\Temp", Kind.LOCAL, Writing.DONE, 50 * GIB),
    windows=WINDOWS,
)
LINUX = replace(WELL, system="Linux 6.1", book="/nha/So.xlsm", windows=None)


def on_windows(**changes: object) -> Facts:
    """Return the facts with something else on Windows itself."""
    return replace(WELL, windows=replace(WINDOWS, **changes))  # type: ignore[arg-type] # by name


def with_macros(zone: int | None = None, **changes: object) -> Facts:
    """Return the facts of a Windows that was told something else of macros."""
    return on_windows(zone=zone, macros=MacroSettings(**changes))  # type: ignore[arg-type] # by name


def with_folder(book: str = "", **changes: object) -> Facts:
    """Return the facts with another folder; the sổ lies in it unless named."""
    folder = replace(FOLDER, **changes)  # type: ignore[arg-type] # by name
    return replace(WELL, folder=folder, book=book or rf"{folder.path}\So_2026.xlsm")


def with_program(**changes: object) -> Facts:
    """Return the facts with another program."""
    return replace(WELL, program=replace(PROGRAM, **changes))  # type: ignore[arg-type] # by name


def record_of(facts: Facts, check: str) -> Record:
    """Return the one record of a check."""
    (record,) = [one for one in diagnose(facts) if one.check == check]
    return record
