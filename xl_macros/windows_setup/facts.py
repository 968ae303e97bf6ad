"""What was found before anything is done: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xl_macros.diagnosis.facts import Kind

# Neither stays with the machine, so the program is copied from there.
COPIED_FROM = (Kind.NETWORK, Kind.REMOVABLE)


@dataclass(frozen=True)
class Program:
    """A folder that holds the program; `whole`: all its files are as they were shipped."""

    folder: Path
    version: str
    whole: bool = True

    def is_newer_than(self, other: Program) -> bool:
        """Compare versions, which are numbers between full stops."""
        return _numbers(self.version) > _numbers(other.version)


@dataclass(frozen=True)
class Facts:
    """What the installer knows of the machine.

    Attributes:
        source: The program that is being set up: the folder it was started in.
        damaged: Its files that are missing or changed.
        kind: Where that folder lies.
        writable: Whether it can be written to.
        temporary: Whether it is a folder that Windows or a zip program will delete.
        trustable: Whether it is a folder of its own, not Downloads or a whole drive.
        local: Where the program is copied to where it cannot stay.
        installed: The program that is there, if any.
        remembered: The program where SOCHITIEU_HOME says, if any.
        workplace: The folder for sổ where the program's own cannot serve.
        excel: The versions of Excel that the user has, as `16.0`.
        locations_off: Whether Excel is told to trust no location.
    """

    source: Program
    local: Path
    workplace: Path
    damaged: tuple[str, ...] = ()
    kind: Kind = Kind.LOCAL
    writable: bool = True
    temporary: bool = False
    trustable: bool = True
    installed: Program | None = None
    remembered: Program | None = None
    excel: tuple[str, ...] = ("16.0",)
    locations_off: bool = False


def is_same(present: Program | None, source: Program) -> bool:
    """Tell whether what is there already is this program, whole."""
    return present is not None and present.whole and present.version == source.version


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
