"""Carries a plan out on a machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, assert_never

from workbook.domain.errors import OutputError
from xl_macros.file_list import PROGRAM
from xl_macros.windows_setup import messages_vi as vi
from xl_macros.windows_setup import planning
from xl_macros.windows_setup.program_files import copy_program, remove_program


class Machine(Protocol):
    """What only Windows can do."""

    def unblock(self, folder: Path) -> int:
        """Take the mark of the internet from all files; return how many keep it."""

    def remember(self, folder: Path) -> None:
        """Set SOCHITIEU_HOME for the programs that start from now on."""

    def forget(self) -> None:
        """Take SOCHITIEU_HOME away."""

    def trust(self, folder: Path, versions: tuple[str, ...]) -> None:
        """Make a folder a Trusted Location of these versions of Excel."""

    def distrust(self) -> None:
        """Take our Trusted Locations away, from every version."""

    def starts(self, python: Path) -> bool:
        """Tell whether a Python starts and finds what the buttons need."""


def carry_out(steps: Iterable[planning.Step], machine: Machine, log: Path) -> list[str]:
    """Do the steps; return what the official should know besides.

    Raises:
        OutputError, UnusableInputError: a step failed; what to do.
    """
    return [note for step in steps if (note := _do(step, machine, log))]


def _do(step: planning.Step, machine: Machine, log: Path) -> str:
    note = ""
    match step:
        case planning.Unblock(folder):
            if left := machine.unblock(folder):
                note = vi.STILL_BLOCKED.format(count=left)
        case planning.Copy(source, target, everything):
            copy_program(source, target, everything=everything)
        case planning.MakeFolder(folder):
            _make_folder(folder)
        case planning.Remember(folder):
            machine.remember(folder)
        case planning.Trust(folder, versions):
            machine.trust(folder, versions)
        case planning.Check(folder):
            if not machine.starts(folder / PROGRAM / "python.exe"):
                note = vi.DOES_NOT_START.format(log=log)
        case planning.Distrust():
            machine.distrust()
        case planning.Forget():
            machine.forget()
        case planning.Remove(folder):
            remove_program(folder)
        case _:
            assert_never(step)
    return note


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(vi.NOT_ALLOWED.format(folder=folder)) from error
