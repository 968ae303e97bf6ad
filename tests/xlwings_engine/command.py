"""A click as Excel makes it: the RunPython command in a process of its own.

Excel would stand ready with the workbook before the command starts. Here the new Python
does that first (`startup/sitecustomize.py`): it opens the workbook in the pretended Excel,
where the real `xw.Book.caller()` finds it by the name that the command line gives. At the
end it leaves a copy of the workbook and a record of what happened.
"""

from __future__ import annotations

import atexit
import builtins
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import ModuleType

import xlwings as xw

from tests.xlwings_engine.application import ENGINE, App, install
from tests.xlwings_engine.journal import Alert, Journal, Trip, journal
from tests.xlwings_engine.session import save_copy, unprotected

ROOT = Path(__file__).parents[2]
STARTUP = Path(__file__).parent / "startup"
_VARIABLE = "SO_CHI_TIEU_TEST_CLICK"
_TIMEOUT = 180  # seconds; for a busy machine
_OWN = {"tests", "openpyxl", "et_xmlfile"}  # what the pretended Excel is made of


@dataclass(frozen=True)
class Click:
    """What came of one command.

    Attributes:
        status: The exit status of the process.
        errors: What it wrote to stderr.
        journal: What the pretended Excel recorded.
        workbook: A copy of the workbook as the command left it.
        seconds: From the start of the process to its end, without the time that the
            pretended Excel took to load and to save the workbook. Modules that both need
            (lxml) count as the pretended Excel's.
        modules: The modules loaded since the workbook was open, and those that the command
            asked for although the pretended Excel had loaded them before.
    """

    status: int
    errors: str
    journal: Journal
    workbook: Path
    seconds: float
    modules: frozenset[str] = field(repr=False)


def click(
    command: Sequence[str],
    path: Path,
    into: Path,
    *,
    answers: Iterable[str] = (),
    lifted: bool = True,
    environment: Mapping[str, str] | None = None,
) -> Click:
    """Run a RunPython command on a workbook that is "open".

    Args:
        command: The command line, split into its arguments.
        path: The workbook; it is not changed.
        into: A folder for the copy of the workbook and the record.
        answers: The buttons pressed at questions, in their order.
        lifted: Whether protection is lifted meanwhile, as the VBA does.
        environment: Variables besides those of this process.
    """
    into.mkdir(parents=True, exist_ok=True)
    variables = {**os.environ, **(environment or {})}
    variables |= order(str(path), str(into), answers=answers, lifted=lifted)
    paths = [str(STARTUP), str(ROOT), variables.get("PYTHONPATH", "")]
    variables["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    begun = time.perf_counter()
    done = subprocess.run(
        command, env=variables, capture_output=True, text=True, encoding="utf-8",
        errors="replace", timeout=_TIMEOUT, check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - begun
    return outcome(done.returncode, done.stderr, seconds, into, path.name)


def order(
    path: str, into: str, *, answers: Iterable[str] = (), lifted: bool = True, window: int = 0
) -> dict[str, str]:
    """Return the variable that tells a new Python to stand ready; the paths are its own.

    `window` is the handle by which Windows knows the pretended Excel.
    """
    asked = {"book": path, "into": into, "answers": list(answers), "lifted": lifted}
    return {_VARIABLE: json.dumps(asked | {"window": window})}


def outcome(status: int, errors: str, seconds: float, into: Path, name: str) -> Click:
    """Return what came of a command that ran for so long; `name` is the workbook's."""
    record_file = into / "record.json"
    assert record_file.exists(), f"the pretended Excel left no record: {errors}"
    record = json.loads(record_file.read_text(encoding="utf-8"))
    return Click(
        status, errors, _journal(record), into / name,
        seconds - record["own_seconds"], frozenset(record["modules"]),
    )  # fmt: skip


def _journal(record: dict[str, list[dict[str, str]]]) -> Journal:
    lists = ("answers", "status_bars", "screen_updating", "refusals", "hazards", "unanswered")
    found = journal()
    for name in lists:
        getattr(found, name).extend(record[name])
    found.alerts.extend(Alert(**alert) for alert in record["alerts"])
    found.trips.extend(Trip(**trip) for trip in record["trips"])  # type: ignore[arg-type] # the kinds were written by us
    return found


# --- inside the new process ------------------------------------------------------------


def begin(begun: float) -> None:
    """Stand ready with the workbook; `begun` is when the pretended Excel began to load."""
    asked = json.loads(os.environ.pop(_VARIABLE))  # not for the processes that this one starts
    install()
    if sys.platform == "win32":
        # There `xw.Book.caller()` asks COM for the Excel of the window that called.
        xw._xlwindows.App = _excel_of_window
    recorded = journal(asked["answers"])
    app = ENGINE.start(recorded)
    app.hwnd = asked["window"]
    book = xw.Book(impl=app.books.open(asked["book"]))
    stack = ExitStack()
    if asked["lifted"]:
        stack.enter_context(unprotected(book))
    loaded, asked_for = set(sys.modules), _watch_imports()

    def modules() -> set[str]:
        return set(sys.modules) - loaded | asked_for

    own = time.perf_counter() - begun
    atexit.register(_finish, recorded, book, stack, Path(asked["into"]), modules, own)


def _excel_of_window(xl: int) -> App:
    return next(app for app in ENGINE.running if app.hwnd == xl)


def _watch_imports() -> set[str]:
    """Return the names, more and more of them, that others than we import from now on."""
    asked_for: set[str] = set()
    plain = builtins.__import__

    def watching(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        importer = str((globals or {}).get("__name__", "")).partition(".")[0]
        if importer not in _OWN:
            asked_for.add(name)
        return plain(name, globals, locals, fromlist, level)

    builtins.__import__ = watching
    return asked_for


def _finish(
    recorded: Journal,
    book: xw.Book,
    stack: ExitStack,
    into: Path,
    modules: Callable[[], set[str]],
    own: float,
) -> None:
    begun = time.perf_counter()
    stack.close()
    new = sorted(modules())
    recorded.before_trip = None
    record = asdict(recorded) | {"answers": list(recorded.answers), "modules": new}
    save_copy(book, into / book.name)
    record["own_seconds"] = own + time.perf_counter() - begun
    text = json.dumps(record, ensure_ascii=False)
    (into / "record.json").write_text(text, encoding="utf-8")
