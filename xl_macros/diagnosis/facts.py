"""What was found on a machine, before it is judged: plain values, as Windows gives them.

None stands for what could not be found out. On another system than Windows `windows` is
None, and the checks on it do not apply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from xl_macros.file_list import Damaged


class Kind(Enum):
    """Where a folder lies."""

    LOCAL = "local"
    REMOVABLE = "removable"
    NETWORK = "network"
    SYNCED = "synced"  # on this machine, but OneDrive moves its files about
    ONLINE = "online"  # an address on the web, as Excel gives for a workbook in OneDrive


class Writing(Enum):
    """What came of writing a small file."""

    DONE = "done"
    REFUSED = "refused"
    FULL = "full"


@dataclass(frozen=True)
class Folder:
    """A folder that is to be written to; `free` in bytes."""

    path: str
    kind: Kind
    writing: Writing | None
    free: int | None


@dataclass(frozen=True)
class Files:
    """What became of comparing the program with its list of files.

    `list_fault` says why the list itself is of no use.
    """

    damaged: tuple[Damaged, ...]
    list_fault: str = ""


@dataclass(frozen=True)
class Program:
    """The program that runs.

    Attributes:
        executable: Its Python.
        python: The version of Python.
        product: Our own version.
        libraries: Those it cannot do without -> version, None where one is missing.
        others: Those that some commands alone need, in the same way.
        files: How its files compare with their list, None where it came without a list.
    """

    executable: str
    python: str
    product: str | None
    libraries: Mapping[str, str | None]
    others: Mapping[str, str | None]
    files: Files | None


@dataclass(frozen=True)
class Location:
    """A Trusted Location of Excel, its variables resolved."""

    path: str
    subfolders: bool


@dataclass(frozen=True)
class MacroSettings:
    """What Excel is told of macros; the numbers are those of the registry.

    Attributes:
        warnings: VBAWarnings, 1 to 4.
        warnings_by_policy: Whether an administrator set it.
        block_from_internet: blockcontentexecutionfrominternet of the policy.
        locations: The Trusted Locations.
        no_locations: Whether all of them are switched off.
        network_locations: Whether they may lie on the network.
        child_processes: What Defender does when Office starts a program: 1 blocks.
    """

    warnings: int | None = None
    warnings_by_policy: bool = False
    block_from_internet: int | None = None
    locations: tuple[Location, ...] = ()
    no_locations: bool = False
    network_locations: bool = False
    child_processes: int | None = None


@dataclass(frozen=True)
class Separators:
    """Decimal and thousands separators; Windows has one for lists too."""

    decimal: str | None
    thousands: str | None
    listing: str | None = None


@dataclass(frozen=True)
class Windows:
    """What there is on Windows alone.

    Attributes:
        found_program: The Python that the buttons find, "" for none.
        zone: The zone in the mark that a downloaded file carries, 3 for the internet.
        excel: Excel's version.
        macros: What Excel is told of macros.
        separators: Windows' own.
        excel_separators: Excel's own, None where it follows Windows.
        times_new_roman: Whether the font of the documents is there.
    """

    found_program: str
    zone: int | None
    excel: str | None
    macros: MacroSettings
    separators: Separators
    excel_separators: Separators | None
    times_new_roman: bool


@dataclass(frozen=True)
class Facts:
    """Everything found; `book` is the path or address of the sổ, "" where none is meant."""

    system: str
    program: Program
    book: str
    folder: Folder
    temp: Folder
    windows: Windows | None
    private_names: tuple[str, ...] = field(default=(), repr=False)
