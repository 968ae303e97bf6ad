"""The parts of Windows that are asked: registry, drives, marks; empty on other systems."""

from __future__ import annotations

import re
import sys
from pathlib import PureWindowsPath

from xl_macros.diagnosis.facts import Kind
from xl_macros.diagnosis.registry import CLASSES, MACHINE, USER

_REMOVABLE, _REMOTE = 2, 4  # winbase.h, GetDriveTypeW
_ZONE = re.compile(r"ZoneId=(\d+)")
_WINDOWS_11 = 22_000  # the build from which on Windows 10.0 is called 11
_OLD_NAMES = {(6, 1): "7", (6, 2): "8", (6, 3): "8.1"}


def zone_of(path: str) -> int | None:
    """Return the zone in the mark of a downloaded file, None where it carries none."""
    try:
        with open(f"{path}:Zone.Identifier", encoding="utf-8", errors="replace") as mark:  # noqa: PTH123 - a stream of a file is no path
            found = _ZONE.search(mark.read())
    except (OSError, ValueError):
        return None
    return int(found[1]) if found else None


def windows_name(major: int, minor: int, build: int) -> str:
    """Return what people call a version of Windows, with its build."""
    name = _OLD_NAMES.get((major, minor), "11" if build >= _WINDOWS_11 else "10")
    return f"Windows {name} ({major}.{minor}.{build})"


def kind_of_drive(path: str, drive_type: int) -> Kind:
    """Tell where a folder lies by its path and what Windows says of its drive."""
    if path.startswith("\\\\") or drive_type == _REMOTE:
        return Kind.NETWORK
    return Kind.REMOVABLE if drive_type == _REMOVABLE else Kind.LOCAL


if sys.platform == "win32":
    import ctypes
    import os
    import winreg

    _HIVES = {
        USER: winreg.HKEY_CURRENT_USER,
        MACHINE: winreg.HKEY_LOCAL_MACHINE,
        CLASSES: winreg.HKEY_CLASSES_ROOT,
    }

    class WindowsRegistry:
        """The registry of this Windows."""

        def value(self, hive: str, key: str, name: str) -> str | int | None:
            """Return a value, its variables resolved; None where there is none."""
            try:
                with winreg.OpenKey(_HIVES[hive], key) as opened:
                    value, _ = winreg.QueryValueEx(opened, name)
            except OSError:
                return None
            if isinstance(value, str):
                return os.path.expandvars(value)
            return value if isinstance(value, int) else None

        def subkeys(self, hive: str, key: str) -> list[str]:
            """Return the names of the keys below a key."""
            try:
                with winreg.OpenKey(_HIVES[hive], key) as opened:
                    count = winreg.QueryInfoKey(opened)[0]
                    return [winreg.EnumKey(opened, number) for number in range(count)]
            except OSError:
                return []

    def system_name() -> str:
        """Return Windows' name and build."""
        version = sys.getwindowsversion()
        return windows_name(version.major, version.minor, version.build)

    def kind_of(path: str) -> Kind:
        """Tell where a folder lies."""
        root = PureWindowsPath(path).anchor
        return kind_of_drive(path, int(ctypes.windll.kernel32.GetDriveTypeW(root)))
