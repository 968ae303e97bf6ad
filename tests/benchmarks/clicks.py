"""A click, from the command line that VBA starts to the finished work.

The pretended Excel's own loading and saving is taken off; the libraries that it shares
with the click (lxml) are counted as its own.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.benchmarks.pairs import compare, seconds
from tests.xlwings_engine import Click, click
from xl_macros import actions
from xl_macros.buttons import BUTTONS
from xl_macros.new_workbook import sample_register

_COMMAND = (
    'import xlwings.utils;xlwings.utils.prepare_sys_path("false;;;;;;");'
    " from xl_macros.excel import entry; entry.{function}()"
)
_BARE = "import xlwings, docx"
_ANSWERS = {"create_report": ("ok", "no"), "create_plan": ("yes", "no")}


def measure(folder: Path) -> None:
    """Print the time of each button's function, and its round trips on the busiest sheet."""
    path = folder / "so.xlsm"
    path.write_bytes(actions.make_workbook(actions.judge(sample_register()), buttons=True))
    for function in sorted({button.function for button in BUTTONS}):
        done = _run(function, path)
        journal = done.journal
        print(
            f"{function}: on the busiest sheet {journal.busiest('read')} block reads,"
            f" {journal.busiest('write')} block writes; {journal.count()} round trips in all"
        )
        compare(
            f"{function} / {_BARE}",
            lambda function=function: _run(function, path).seconds,  # type: ignore[misc] # bound now
            lambda: seconds(_BARE),
        )


def _run(function: str, path: Path) -> Click:
    program = _COMMAND.format(function=function)
    command = [sys.executable, "-B", "-c", program, f"--wb={path.name}", "--from_xl=1",
               "--app=Excel", "--hwnd=0"]  # fmt: skip
    with tempfile.TemporaryDirectory() as into:
        done = click(command, path, Path(into), answers=_ANSWERS.get(function, ()))
    assert (done.status, done.errors) == (0, ""), done.errors
    return done
