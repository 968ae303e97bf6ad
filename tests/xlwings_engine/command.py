"""A click as Excel makes it: the RunPython command in a process of its own.

Excel would stand ready with the workbook before the command starts. Here the new Python
does that first (`startup/sitecustomize.py`): it opens the workbook in the pretended Excel,
where the real `xw.Book.caller()` finds it by the name that the command line gives. At the
end it leaves a copy of the workbook and a record of what happened.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path

import xlwings as xw

from tests.xlwings_engine.application import ENGINE, install
from tests.xlwings_engine.journal import Alert, Journal, Trip, journal
from tests.xlwings_engine.session import save_copy, unprotected

_ROOT = Path(__file__).parents[2]
_STARTUP = Path(__file__).parent / "startup"
_VARIABLE = "SO_CHI_TIEU_TEST_CLICK"
_TIMEOUT = 180  # seconds; for a busy machine


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
        modules: The modules loaded since the workbook was open.
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
    order = {"book": str(path), "into": str(into), "answers": list(answers), "lifted": lifted}
    variables = {**os.environ, **(environment or {}), _VARIABLE: json.dumps(order)}
    paths = [str(_STARTUP), str(_ROOT), variables.get("PYTHONPATH", "")]
    variables["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    begun = time.perf_counter()
    done = subprocess.run(
        command, env=variables, capture_output=True, text=True, encoding="utf-8",
        errors="replace", timeout=_TIMEOUT, check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - begun
    record_file = into / "record.json"
    assert record_file.exists(), f"the pretended Excel left no record: {done.stderr}"
    record = json.loads(record_file.read_text(encoding="utf-8"))
    return Click(
        done.returncode, done.stderr, _journal(record), into / path.name,
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
    order = json.loads(os.environ.pop(_VARIABLE))  # not for the processes that this one starts
    install()
    recorded = journal(order["answers"])
    book = xw.Book(impl=ENGINE.start(recorded).books.open(order["book"]))
    stack = ExitStack()
    if order["lifted"]:
        stack.enter_context(unprotected(book))
    loaded = set(sys.modules)
    own = time.perf_counter() - begun
    atexit.register(_finish, recorded, book, stack, Path(order["into"]), loaded, own)


def _finish(
    recorded: Journal, book: xw.Book, stack: ExitStack, into: Path, loaded: set[str], own: float
) -> None:
    begun = time.perf_counter()
    stack.close()
    new = sorted(set(sys.modules) - loaded)
    recorded.before_trip = None
    record = asdict(recorded) | {"answers": list(recorded.answers), "modules": new}
    save_copy(book, into / book.name)
    record["own_seconds"] = own + time.perf_counter() - begun
    text = json.dumps(record, ensure_ascii=False)
    (into / "record.json").write_text(text, encoding="utf-8")
