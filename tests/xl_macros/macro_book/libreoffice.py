"""A sổ with buttons in LibreOffice: a second VBA engine, clicked through accessibility.

LibreOffice opens the file's own bytes and compiles all of its modules. It has neither COM
nor a few members of Excel's; what asks for them is given stand-ins (`stand_ins/`) by the
replacements below. All the rest, xlwings' module included, runs as it stands in the file,
up to the command that would start Python.
"""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar, cast

import pytest

from xl_macros.buttons import BUTTONS, on_ribbon
from xl_macros.macro_book.modules import BRIDGE, OWN, SUBS, ribbon_macro

_Test = TypeVar("_Test", bound=Callable[..., object])
_Json = Any
_HERE = Path(__file__).parent
_CLIENT = _HERE / "libreoffice_client.py"
_STAND_INS = _HERE / "stand_ins"
_PATIENCE = 180  # seconds for an answer; a cold start on a busy machine takes a while
_FUNCTION = re.compile(r"from xl_macros\.excel import entry; entry\.(\w+)\(\)")


@dataclass(frozen=True)
class Replacement:
    """A piece of a module that LibreOffice cannot run, and what it runs instead."""

    module: str
    old: str
    new: str


def _noting(sub: str, name: str) -> Replacement:
    """Let a sub say that it runs: two of them may ask for the same function."""
    return Replacement(SUBS, f"{sub}\n", f'{sub}\n    StandIns.Note "macro", "{name}"\n')


REPLACEMENTS = (
    # No COM, and the function cannot be hidden by one of the same name.
    Replacement(BRIDGE, "CreateObject(", "StandIns.CreateObject("),
    Replacement(OWN, "CreateObject(", "StandIns.CreateObject("),
    # Classes of LibreOffice have no properties with arguments to be set.
    Replacement(OWN, ".Item(PROGRAM_VARIABLE) = program", ".SetItem PROGRAM_VARIABLE, program"),
    # It lacks these members; its seed of random numbers is a 16-bit number.
    Replacement(OWN, "ThisWorkbook.ReadOnly", "StandIns.OpenedReadOnly()"),
    Replacement(BRIDGE, "Randomize Timer() + Application.Hwnd", "Randomize"),
    Replacement(BRIDGE, "Application.Hwnd", "StandIns.WindowHandle()"),
    Replacement(BRIDGE, "Application.Path", "StandIns.OfficeFolder()"),
    # It does not know these arguments.
    Replacement(
        OWN, ", _\n            AllowFormattingColumns:=True, AllowFormattingRows:=True", ""
    ),
    # It reads an optional argument's own default once only. "" is what VBA gives without one.
    Replacement(BRIDGE, ' As String = ""', " As String"),
    # It moves a cursor through the view, where a hidden sheet has none.
    Replacement(BRIDGE, 'sht.Range("A1").End(xlDown)', "StandIns.LastFilled(sht)"),
    # Without a screen its message boxes vanish, and officials should never meet one.
    Replacement(BRIDGE, "MsgBox ", "StandIns.MessageBox "),
    # These are for the tests.
    *(_noting(f"Public Sub {one.macro}()", one.macro) for one in BUTTONS),
    *(
        _noting(f"Public Sub {ribbon_macro(one)}(control As Object)", ribbon_macro(one))
        for one in on_ribbon()
    ),
)


@dataclass(frozen=True)
class FoundButton:
    """A button as LibreOffice sees it; `slot` counts from the left."""

    sheet: str
    slot: int
    caption: str
    scripts: tuple[str, ...]


@dataclass(frozen=True)
class Clicked:
    """What a click did: notes of the stand-ins (what, text), and the sheets protected after."""

    journal: tuple[tuple[str, str], ...]
    protected: frozenset[str]

    def noted(self, what: str) -> tuple[str, ...]:
        """Return the texts of the notes of one kind."""
        return tuple(text for kind, text in self.journal if kind == what)

    @property
    def functions(self) -> tuple[str, ...]:
        """Return what the commands run of `entry`, all of them."""
        return tuple(name for one in self.noted("command") for name in _FUNCTION.findall(one))


@functools.cache
def _python_with_uno() -> str | None:
    """Return the Python that LibreOffice can be driven with."""
    office = shutil.which("soffice")
    if office is None:
        return None
    inside = Path(office).resolve().parent / "python"
    beside = Path(office).parent / "python3"
    found = [Path(folder) / "python3" for folder in os.get_exec_path()]
    for python in (inside, beside, *found):
        if python.exists():
            done = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if done.returncode == 0:
                return str(python)
    return None


def needs_clicking(test: _Test) -> _Test:
    """Mark a test as `render` and skip it where LibreOffice or its Python bridge is missing."""
    reason = "cần LibreOffice và python3-uno"
    skip = pytest.mark.skipif(_python_with_uno() is None, reason=reason)
    return cast(_Test, pytest.mark.render(skip(test)))


class Office:
    """One LibreOffice for many clicks; the workbook last opened is the one that is clicked."""

    def __init__(self, folder: Path) -> None:
        """Start it; the folder takes its profile."""
        self.path: Path | None = None
        self.buttons: tuple[FoundButton, ...] = ()
        self.sheets: frozenset[str] = frozenset()
        self._process = subprocess.Popen(
            [_python_with_uno() or "python3", _CLIENT, folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def stop(self) -> None:
        """End it."""
        try:
            self._process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self._kill()
            raise

    def _kill(self) -> None:
        # The whole group: LibreOffice runs under the process that drives it.
        os.killpg(self._process.pid, signal.SIGKILL)

    def _ask(self, what: str, *arguments: object) -> _Json:
        sent, got = cast(IO[str], self._process.stdin), cast(IO[str], self._process.stdout)
        watch = threading.Timer(_PATIENCE, self._kill)
        watch.start()
        try:
            sent.write(json.dumps([what, arguments]) + "\n")
            sent.flush()
            answer = json.loads(got.readline() or '{"error": "LibreOffice gave no answer"}')
        finally:
            watch.cancel()
        if "error" in answer:
            raise AssertionError(f"{what}: {answer['error']}")
        return answer["answer"]

    def open(self, path: Path) -> None:
        """Open a workbook and put the stand-ins in."""
        texts: Mapping[str, str] = {
            one.name: one.read_text(encoding="ascii") for one in sorted(_STAND_INS.iterdir())
        }
        found = self._ask("open", str(path), texts)
        self.buttons = tuple(
            FoundButton(one["sheet"], one["slot"], one["caption"], tuple(one["scripts"]))
            for one in found["buttons"]
        )
        self.sheets = frozenset(found["sheets"])
        for one in REPLACEMENTS:
            self._ask("replace", one.module, one.old, one.new)
        self.path = path

    def click(self, sheet: str, slot: int, misfortune: str = "") -> Clicked:
        """Click a button; a misfortune is one of those that the stand-ins know."""
        return _clicked(self._ask("click", sheet, slot, misfortune))

    def run(self, module: str, macro: str) -> Clicked:
        """Run a macro of the ribbon."""
        return _clicked(self._ask("run", f"{module}.{macro}"))

    def protect(self, sheet: str, password: str | None) -> None:
        """Do what a user may: protect a sheet with a password, or unprotect it (None)."""
        self._ask("protect", sheet, password)


def _clicked(answer: _Json) -> Clicked:
    journal = tuple((str(what), str(text)) for what, text in answer["journal"])
    return Clicked(journal, frozenset(answer["protected"]))
