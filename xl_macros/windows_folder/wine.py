"""Windows programs on Linux: a Windows of its own, run by wine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

_PROGRAMS = ("wine", "wineserver", "Xvfb")
_TIMEOUT = 180  # seconds; for a busy machine


def missing() -> tuple[str, ...]:
    """Return the programs that are not installed."""
    return tuple(program for program in _PROGRAMS if shutil.which(program) is None)


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
        done = self.call(["wine", self.path(program), *arguments], {}, program.parent)
        assert done.returncode == 0, done.stderr or done.stdout
        return done.stdout

    def call(
        self, command: list[str], variables: Mapping[str, str], folder: Path
    ) -> subprocess.CompletedProcess[str]:
        """Run a command of Linux (`wine …`) in a folder, with more variables."""
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
