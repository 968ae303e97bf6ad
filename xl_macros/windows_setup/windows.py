"""The parts of Windows that the installer changes: registry, environment, marks of files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PureWindowsPath

from xl_macros.diagnosis.registry import USER
from xl_macros.windows_setup.planning import LOCATION, new_location

assert sys.platform == "win32"  # what follows is there on Windows alone

import ctypes  # noqa: E402 - see above
import winreg  # noqa: E402

from xl_macros.diagnosis.windows_probe import WindowsRegistry  # noqa: E402

HOME_VARIABLE = "SOCHITIEU_HOME"
OFFICE = r"Software\Microsoft\Office"

_ENVIRONMENT = "Environment"
_LOCATIONS = r"Excel\Security\Trusted Locations"
_DESCRIPTION = "Sổ chỉ tiêu"
_MARK = ":Zone.Identifier"  # the stream of a file that says where it was downloaded from
_NEEDED = "from xl_macros.excel import entry; import openpyxl, xlsxwriter"
_PATIENCE = 180  # seconds; the first start after a scan of the antivirus program is slow

# winuser.h and winerror.h
_ALL_WINDOWS, _SETTING_CHANGED, _NOT_IF_HUNG = 0xFFFF, 0x1A, 0x2
_WAIT = 2000  # milliseconds for each window
_NO_SUCH_FILE, _NO_SUCH_NAME = 2, 123  # the latter where a drive has no streams


class Windows:
    """This Windows, as its present user may change it."""

    def unblock(self, folder: Path) -> int:
        """Take the mark of the internet from all files; return how many keep it."""
        files = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)  # noqa: PTH118 - a stream is no path
        return sum(not _unblocked(file) for file in files)

    def remember(self, folder: Path) -> None:
        """Set SOCHITIEU_HOME for the programs that start from now on."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _ENVIRONMENT) as key:
            winreg.SetValueEx(key, HOME_VARIABLE, 0, winreg.REG_SZ, str(folder))
        _tell_environment_changed()

    def forget(self) -> None:
        """Take SOCHITIEU_HOME away."""
        with (
            suppress(FileNotFoundError),
            winreg.OpenKey(
                winreg.HKEY_CURRENT_USER, _ENVIRONMENT, access=winreg.KEY_SET_VALUE
            ) as key,
        ):
            winreg.DeleteValue(key, HOME_VARIABLE)
        _tell_environment_changed()

    def trust(self, folder: Path, versions: tuple[str, ...]) -> None:
        """Make a folder a Trusted Location of these versions of Excel."""
        for version in versions:
            locations = rf"{OFFICE}\{version}\{_LOCATIONS}"
            name = new_location(dict(_trusted(locations)), str(folder))
            if name is not None:
                _add_location(rf"{locations}\{name}", folder)

    def distrust(self) -> None:
        """Take our Trusted Locations away, from every version."""
        registry = WindowsRegistry()
        for version in registry.subkeys(USER, OFFICE):
            locations = rf"{OFFICE}\{version}\{_LOCATIONS}"
            for name in registry.subkeys(USER, locations):
                if name.lower().startswith(LOCATION.lower()):
                    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, rf"{locations}\{name}")

    def starts(self, python: Path) -> bool:
        """Tell whether a Python starts and finds what the buttons need."""
        command = [str(python), "-B", "-c", _NEEDED]
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE,
                check=False, creationflags=subprocess.CREATE_NO_WINDOW,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return False
        return done.returncode == 0


def remembered_home() -> str:
    """Return what SOCHITIEU_HOME is set to, "" for nothing.

    From the registry: this process may have started before it was set.
    """
    return str(WindowsRegistry().value(USER, _ENVIRONMENT, HOME_VARIABLE) or "")


def versions_with_settings() -> list[str]:
    """Return the versions of Office in which this user has settings of Excel."""
    registry = WindowsRegistry()
    return [
        version
        for version in registry.subkeys(USER, OFFICE)
        if version[:1].isdecimal() and registry.subkeys(USER, rf"{OFFICE}\{version}\Excel")
    ]


def _trusted(locations: str) -> Iterator[tuple[str, str]]:
    registry = WindowsRegistry()
    for name in registry.subkeys(USER, locations):
        yield name, str(registry.value(USER, rf"{locations}\{name}", "Path") or "")


def _add_location(key_name: str, folder: Path) -> None:
    path = str(PureWindowsPath(folder)).rstrip("\\") + "\\"
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key_name) as key:
        winreg.SetValueEx(key, "Path", 0, winreg.REG_SZ, path)
        winreg.SetValueEx(key, "AllowSubfolders", 0, winreg.REG_DWORD, 1)
        winreg.SetValueEx(key, "Description", 0, winreg.REG_SZ, _DESCRIPTION)


def _unblocked(file: str) -> bool:
    try:
        os.remove(file + _MARK)  # noqa: PTH107 - a stream of a file is no path
    except OSError as error:
        return error.winerror in (_NO_SUCH_FILE, _NO_SUCH_NAME)
    return True


def _tell_environment_changed() -> None:
    """Let Explorer know, so that an Excel that it starts has the variable."""
    ctypes.windll.user32.SendMessageTimeoutW(
        _ALL_WINDOWS, _SETTING_CHANGED, 0, "Environment", _NOT_IF_HUNG, _WAIT, None
    )
