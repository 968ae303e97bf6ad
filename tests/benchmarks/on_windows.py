"""A click in the folder for Windows, under wine, and the same on this system.

Wine is no Windows: what compares is the ratios within one system. Run:
python -m tests.benchmarks.on_windows DOWNLOADS
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import patch

from tests.benchmarks.pairs import compare, seconds
from tests.windows.desk import BOOK, Desk, built_zip, furnished
from tests.windows.wine import shell_run
from tests.xl_macros.macro_book.effects import run, without_libraries
from tests.xl_macros.macro_book.vba_excel import OpenedFile
from xl_macros import actions
from xl_macros.new_workbook import sample_register

_MACRO, _ANSWERS = "CreateReport", ("ok", "no")
_BARE, _NOTHING = "import xlwings, jinja2, lxml.etree", "pass"


def main(downloads: Path) -> None:
    """Print how “Tạo báo cáo” compares with its imports and with an empty program."""
    content = actions.make_workbook(actions.judge(sample_register()), buttons=True)
    with furnished(built_zip(downloads).archive) as desk:
        line = desk.line(OpenedFile(content), _MACRO)
        _print("wine", partial(_click, desk, line, content), partial(_bare, desk))
    # Without pandas, as the folder for Windows is: xlwings imports it where it is found.
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.dict(os.environ, without_libraries(Path(folder))),
    ):
        _print("here", partial(_click_here, line, content), seconds)


def _print(system: str, click: Callable[[], float], bare: Callable[[str], float]) -> None:
    compare(f"{system}: {_MACRO} / {_BARE}", click, partial(bare, _BARE))
    compare(f"{system}: {_MACRO} / python", click, partial(bare, _NOTHING))
    compare(f"{system}: {_BARE} / python", partial(bare, _BARE), partial(bare, _NOTHING))


def _click(desk: Desk, line: str, content: bytes) -> float:
    done = desk.run(line, content, _ANSWERS)
    assert (done.status, done.errors) == (0, ""), done.errors
    return done.seconds


def _bare(desk: Desk, code: str) -> float:
    ran = shell_run(desk.wine, desk.bare_line(code))
    assert ran.status == 0
    return ran.seconds


def _click_here(line: str, content: bytes) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / BOOK
        path.write_bytes(content)
        done = run(line, path, Path(folder) / "ra", _ANSWERS, {})
    assert (done.status, done.errors) == (0, ""), done.errors
    return done.seconds


if __name__ == "__main__":
    main(Path(sys.argv[1]))
