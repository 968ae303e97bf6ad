"""Looks at this machine; judges nothing and changes nothing."""

from __future__ import annotations

import errno
import getpass
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import metadata
from pathlib import Path, PureWindowsPath

from workbook.domain.errors import UnusableInputError
from xl_macros import file_list
from xl_macros.diagnosis import registry as keys
from xl_macros.diagnosis.facts import Facts, Files, Folder, Kind, Program, Windows, Writing

PRODUCT = "so-chi-tieu"
# Without these the buttons or the .bat files do not work; pywin32 speaks to Excel.
NEEDED = ("xlwings", "jinja2", "lxml", "python-docx", "XlsxWriter", "openpyxl")
NEEDED_ON_WINDOWS = ("pywin32",)
OTHERS = ("pandas", "pyOpenVBA")  # for single commands

PROGRAMS = (r"python\python.exe", r"Scripts\python.exe")  # as the VBA looks for them
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def look(book: str = "", *, documents: Path | None = None, excel: str | None = None) -> Facts:
    """Find out what can be known of this machine.

    Args:
        book: path of the sổ, or its address where Excel has it from the web; "" for none.
        documents: where documents go where the sổ has no folder on this machine.
        excel: Excel's version where Excel itself tells it.
    """
    online = bool(_ADDRESS.match(book))
    full = book if online or not book else str(Path(book).absolute())
    beside = documents or Path.cwd() if online or not book else Path(full).parent
    return Facts(
        system=_system(),
        program=_program(),
        book=full,
        folder=look_at(beside, online=online),
        temp=_temp(),
        windows=_windows(full, beside, excel),
        private_names=_private_names(),
    )


def look_at(path: Path, *, online: bool = False) -> Folder:
    """Look at a folder: a small file is written to it and vanishes."""
    kind = Kind.ONLINE if online else _kind(str(path))
    free = None
    with suppress(OSError):
        free = shutil.disk_usage(path).free
    return Folder(str(path), kind, _writing(path), free)


def _writing(path: Path) -> Writing:
    try:
        with tempfile.TemporaryFile(dir=path) as file:
            file.write(b"1")
            file.flush()
    except OSError as error:
        return Writing.FULL if error.errno == errno.ENOSPC else Writing.REFUSED
    return Writing.DONE


def _temp() -> Folder:
    try:
        return look_at(Path(tempfile.gettempdir()))
    except FileNotFoundError:  # none of the usual places can be written to
        return Folder(os.environ.get("TEMP", ""), Kind.LOCAL, Writing.REFUSED, None)


def _kind(path: str) -> Kind:
    if sys.platform != "win32":
        return Kind.LOCAL
    from xl_macros.diagnosis import windows_probe

    synced = (os.environ.get(name, "") for name in _ONEDRIVE)
    return Kind.SYNCED if is_below(path, synced) else windows_probe.kind_of(path)


def is_below(path: str, folders: Iterable[str]) -> bool:
    """Tell whether a path of Windows is one of these folders or lies below it."""
    here = PureWindowsPath(path)
    return any(PureWindowsPath(one) in (here, *here.parents) for one in folders if one)


def _program() -> Program:
    windows_only = NEEDED_ON_WINDOWS if sys.platform == "win32" else ()
    return Program(
        executable=sys.executable,
        python=platform.python_version(),
        product=version_of(PRODUCT),
        libraries={name: version_of(name) for name in (*NEEDED, *windows_only)},
        others={name: version_of(name) for name in OTHERS},
        files=_files(),
    )


def _files() -> Files | None:
    home = file_list.home()
    if home is None:
        return None
    try:
        return Files(tuple(file_list.damaged(home)))
    except UnusableInputError as error:
        return Files((), list_fault=str(error))


def version_of(name: str) -> str | None:
    """Return the version of an installed package, None where there is none."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def found_program(folders: Iterable[str], is_file: Callable[[str], bool] = os.path.isfile) -> str:
    """Return the Python that the buttons find in these folders, "" for none."""
    paths = (str(PureWindowsPath(one, name)) for one in folders if one for name in PROGRAMS)
    return next((path for path in paths if is_file(path)), "")


def _windows(book: str, beside: Path, excel: str | None) -> Windows | None:
    if sys.platform != "win32":
        return None
    from xl_macros.diagnosis import windows_probe

    registry = windows_probe.WindowsRegistry()
    home, local = (os.environ.get(name, "") for name in ("SOCHITIEU_HOME", "LOCALAPPDATA"))
    installed = str(PureWindowsPath(local, "SoChiTieu")) if local else ""
    return Windows(
        found_program=found_program((str(beside) if book else "", home, installed)),
        zone=windows_probe.zone_of(book),
        excel=keys.excel_version(registry) or excel,
        macros=keys.macro_settings(registry),
        separators=keys.separators(registry),
        excel_separators=keys.excel_separators(registry),
        times_new_roman=keys.has_times_new_roman(registry) or _font_file().is_file(),
    )


def _font_file() -> Path:
    return Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts", "times.ttf")


def _system() -> str:
    if sys.platform == "win32":
        from xl_macros.diagnosis import windows_probe

        return windows_probe.system_name()
    return f"{platform.system()} {platform.release()}"


def _private_names() -> tuple[str, ...]:
    # On Windows `platform` would ask WMI, which takes seconds and on some machines forever.
    machine = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else platform.node()
    names = [machine, Path.home().name]
    with suppress(OSError, KeyError, ImportError):  # a user whom the system does not know
        names.append(getpass.getuser())
    return tuple(names)
