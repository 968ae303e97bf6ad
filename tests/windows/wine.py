"""Windows programs on Linux: a Windows of its own, and WScript.Shell as VBA has it.

Tests that use it carry `@needs_wine`; without wine they are skipped and say so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import TypeVar, cast

import pytest

_Test = TypeVar("_Test", bound=Callable[..., object])
_PROGRAMS = ("wine", "wineserver", "Xvfb")
_MISSING = [program for program in _PROGRAMS if shutil.which(program) is None]
_TIMEOUT = 180  # seconds; for a busy machine

# The very object through which VBA starts programs. The command comes by a variable: in a
# file it would have to be in the one code page of this Windows.
_COMMAND = "SO_CHI_TIEU_TEST_COMMAND"
_SCRIPT = "run.vbs"
_RUN = f"""\
Set shell = CreateObject("WScript.Shell")
command = shell.Environment("PROCESS").Item("{_COMMAND}")
begun = Timer
status = shell.Run(command, 0, True)
WScript.Echo CLng((Timer - begun) * 1000)
WScript.Quit status
"""


def needs_wine(test: _Test) -> _Test:
    """Mark a test as `wine` and skip it where wine or Xvfb is missing."""
    reason = f"cần wine và Xvfb (thiếu: {', '.join(_MISSING)})"
    skip = pytest.mark.skipif(bool(_MISSING), reason=reason)
    return cast(_Test, pytest.mark.wine(skip(test)))


@dataclass(frozen=True)
class Ran:
    """What came of a command line: its exit status, and how long it took."""

    status: int
    seconds: float


@dataclass(frozen=True)
class Wine:
    """A Windows that is running; `folder` holds all of it, `display` shows its windows."""

    folder: Path
    display: str

    @property
    def drive(self) -> Path:
        """The folder that is the drive D:."""
        return self.folder / "d"

    def path(self, file: Path) -> str:
        """Return how Windows calls a file of the drive D:."""
        return str(PureWindowsPath("D:/", *file.relative_to(self.drive).parts))

    def file(self, path: str) -> Path:
        """Return the file of the drive D: that Windows calls so."""
        return self.drive.joinpath(*PureWindowsPath(path).parts[1:])

    def run(self, program: Path, *arguments: str) -> str:
        """Run a program in its own folder; return what it writes to stdout.

        Raises:
            AssertionError: It failed.
        """
        done = self._call(["wine", self.path(program), *arguments], {}, program.parent)
        assert done.returncode == 0, done.stderr or done.stdout
        return done.stdout

    def shell_run(self, line: str, variables: Mapping[str, str] | None = None) -> Ran:
        """Run a command line as `WScript.Shell.Run` of VBA does."""
        command = ["wine", "cscript", "/nologo", f"D:\\{_SCRIPT}"]
        done = self._call(command, {**(variables or {}), _COMMAND: line}, self.drive)
        return Ran(done.returncode, int(done.stdout) / 1000)

    def _call(
        self, command: list[str], variables: Mapping[str, str], folder: Path
    ) -> subprocess.CompletedProcess[str]:
        # Output goes through pipes: wine's console programs write nothing to a file.
        return subprocess.run(
            command, cwd=folder, env={**self.environment(), **variables}, capture_output=True,
            stdin=subprocess.DEVNULL, text=True, encoding="utf-8", errors="replace",
            timeout=_TIMEOUT, check=False,
        )  # fmt: skip

    def environment(self) -> dict[str, str]:
        """Return the variables of Linux that wine needs; Windows gets its own."""
        return {
            "DISPLAY": self.display,
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(self.folder),  # the user's folders would be linked into it
            "TMPDIR": str(self.folder),  # the server's socket and lock
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEDEBUG": "-all",
            # Neither questions about .NET and a browser, nor entries in the user's menus.
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
            "LC_ALL": "C.UTF-8",  # names of files are UTF-8
        }


@contextmanager
def windows() -> Iterator[Wine]:
    """Run a new Windows; it is gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="windows-", ignore_cleanup_errors=True) as folder,
        _screen() as display,
    ):
        wine = Wine(Path(folder), display)
        wine.drive.mkdir()
        (wine.drive / _SCRIPT).write_text(_RUN, encoding="ascii")
        # Its services would hold the pipes of the first program open: they start here.
        _background(wine, "wineserver", "--persistent").wait(_TIMEOUT)
        _background(wine, "wine", "wineboot", "--init").wait(_TIMEOUT)
        (Path(folder) / "prefix" / "dosdevices" / "d:").symlink_to(wine.drive)
        # While a window is open the desktop stays: each new one takes seconds to come.
        with _background(wine, "wine", "notepad"):
            try:
                yield wine
            finally:
                _background(wine, "wineserver", "--kill").wait(_TIMEOUT)
        _background(wine, "wineserver", "--wait").wait(_TIMEOUT)


@contextmanager
def _screen() -> Iterator[str]:
    """Start a screen that nobody sees; without any, programs wait for their desktop."""
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as screen:
        assert screen.stdout is not None
        try:
            yield f":{int(screen.stdout.readline())}"
        finally:
            screen.terminate()


def _background(wine: Wine, *command: str) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=wine.drive, env=wine.environment(), stdin=nothing, stdout=nothing,
        stderr=nothing,
    )  # fmt: skip
