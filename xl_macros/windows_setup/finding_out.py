"""Looks at the machine for the installer; changes nothing."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from workbook.domain.errors import UnusableInputError
from xl_macros import file_list
from xl_macros.diagnosis import probe
from xl_macros.diagnosis.facts import Writing
from xl_macros.diagnosis.registry import excel_version, macro_settings
from xl_macros.file_list import Damage
from xl_macros.user_folders import documents_folder
from xl_macros.windows_setup import messages_vi as vi
from xl_macros.windows_setup.facts import COPIED_FROM, Facts, Program, is_same

NAME = "SoChiTieu"  # of our folder under %LOCALAPPDATA% and among the user's documents


def source_folder() -> Path:
    """Return the folder of the installer that runs this (UnusableInputError: none)."""
    home = file_list.home()
    if home is None:
        raise UnusableInputError(vi.NO_LIST)
    return home


def local_folder() -> Path:
    """Return the folder on this machine for the program of the present user."""
    return Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir(), NAME)


def look(*, compare: bool = True) -> Facts:
    """Find out what the installer must know.

    Args:
        compare: whether to compare the source's files with their list; to take the program
            back it need not be whole.

    Raises:
        UnusableInputError: this is not the folder of the installer, or its list is broken.
    """
    folder = source_folder()
    source = Program(folder, file_list.version_of(file_list.list_in(folder)))
    place = probe.look_at(folder)
    excel, locations_off, remembered = _windows_facts()
    installed = program_in(local_folder(), source)
    # At every logon of forty computers the share need not be read through again.
    unused = place.kind in COPIED_FROM and is_same(installed, source)
    return Facts(
        source=source,
        damaged=_damaged(folder) if compare and not unused else (),
        kind=place.kind,
        writable=place.writing is Writing.DONE,
        temporary=probe.is_below(str(folder), [tempfile.gettempdir()]),
        trustable=not is_broad(folder, _folders_of_all()),
        local=local_folder(),
        installed=installed,
        remembered=program_in(Path(remembered), source) if remembered else None,
        workplace=documents_folder() / NAME,
        excel=excel,
        locations_off=locations_off,
    )


def program_in(folder: Path, source: Program) -> Program | None:
    """Return the program that a folder holds with its list, None for none.

    Its files are looked at where the version is that of the source: any other is replaced.
    """
    if folder == source.folder:
        return source
    try:
        version = file_list.version_of(file_list.list_in(folder))
        whole = version != source.version or not _damaged(folder)
    except UnusableInputError:
        return None
    return Program(folder, version, whole)


def _damaged(folder: Path) -> tuple[str, ...]:
    found = file_list.damaged(folder)
    return tuple(one.path for one in found if one.damage is not Damage.UNEXPECTED)


def is_broad(folder: Path, of_all: Iterable[Path]) -> bool:
    """Tell whether a folder holds other things too, so that Excel should not trust it."""
    return folder == folder.parent or folder in of_all


def _folders_of_all() -> list[Path]:
    home = Path.home()
    named = [os.environ.get(name, "") for name in ("USERPROFILE", "PUBLIC", "OneDrive", "WINDIR")]
    own = [home / name for name in ("Desktop", "Downloads", "Documents")]
    return [home, documents_folder(), *own, *map(Path, filter(None, named))]


def _windows_facts() -> tuple[tuple[str, ...], bool, str]:
    """Return Excel's versions, whether it trusts no location, and SOCHITIEU_HOME."""
    if sys.platform != "win32":
        return (), False, ""
    from xl_macros.diagnosis import windows_probe
    from xl_macros.windows_setup import windows

    registry = windows_probe.WindowsRegistry()
    versions = set(windows.versions_with_settings())
    if (exact := excel_version(registry)) is not None:
        versions.add(".".join([exact.split(".")[0], "0"]))
    off = macro_settings(registry).no_locations
    return tuple(sorted(versions)), off, windows.remembered_home()
