"""Windows programs on Linux, as tests run them: WScript.Shell as VBA has it, and cmd.exe.

Tests that use it carry `@needs_wine`; without wine they are skipped and say so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

import pytest

from xl_macros.windows_folder.wine import Wine, missing

_Test = TypeVar("_Test", bound=Callable[..., object])

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
    absent = missing()
    skip = pytest.mark.skipif(bool(absent), reason=f"cần wine và Xvfb (thiếu: {', '.join(absent)})")
    return cast(_Test, pytest.mark.wine(skip(test)))


@dataclass(frozen=True)
class Ran:
    """What came of a command line: its exit status, and how long it took."""

    status: int
    seconds: float


def shell_run(wine: Wine, line: str, variables: Mapping[str, str] | None = None) -> Ran:
    """Run a command line as `WScript.Shell.Run` of VBA does."""
    (wine.drive / _SCRIPT).write_text(_RUN, encoding="ascii")
    command = ["wine", "cscript", "/nologo", f"D:\\{_SCRIPT}"]
    done = wine.call(command, {**(variables or {}), _COMMAND: line}, wine.drive)
    return Ran(done.returncode, int(done.stdout) / 1000)
