"""A place of work on Windows: the program's folder as unpacked from the zip, a sổ in it.

A click is what the file's own VBA comes to: its command line, run through WScript.Shell.
The pretended Excel stands ready in the Python that this starts.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from tests.windows.wine import shell_run
from tests.xl_macros.macro_book.command_line import commands
from tests.xl_macros.macro_book.computer import Computer
from tests.xl_macros.macro_book.vba_excel import WINDOW, OpenedFile, Place, VbaExcel
from tests.xlwings_engine import Click
from tests.xlwings_engine.command import ROOT, order, outcome
from workbook.domain.guide import GUIDE_NAME
from xl_macros.excel import messages_vi as vi
from xl_macros.file_list import PROGRAM
from xl_macros.windows_folder.__main__ import DOWNLOADS
from xl_macros.windows_folder.building import Built, build
from xl_macros.windows_folder.downloads import downloaded
from xl_macros.windows_folder.parts import SITE_PACKAGES, parts
from xl_macros.windows_folder.wine import Wine, windows

FOLDER = "Tài liệu & số (1)"
BOOK = "Sổ & chỉ tiêu (1).xlsm"
TEMP = "Người dùng"
YEAR = 2026
_ANSWER = "ra"  # what the pretended Excel leaves

_PRETENDED = "pretended"
PRETENDED_PATHS = (f"D:\\{_PRETENDED}", rf"D:\{_PRETENDED}\tests\xlwings_engine\startup")
# Embedded Python reads no PYTHONPATH: this stands for it. Last in the alphabet, since the
# file of pywin32 must have been read before.
_STARTUP_FILE = "zz_pretended_excel.pth"
_STARTUP = rf"""D:\{_PRETENDED}\tests\xlwings_engine\startup
D:\{_PRETENDED}
import standing_ready
"""
_COMPILE = ("-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash")

# Waits for a message box of the program, tells its texts and closes it.
_CLOSE_MESSAGE = """if True:
    import json, sys, time
    import win32con, win32gui
    _, title, seconds = sys.argv
    until = time.monotonic() + float(seconds)
    while not (box := win32gui.FindWindow(None, title)) and time.monotonic() < until:
        time.sleep(0.05)
    texts = []
    if box:
        win32gui.EnumChildWindows(box, lambda one, _: texts.append(win32gui.GetWindowText(one)), 0)
        win32gui.PostMessage(box, win32con.WM_CLOSE, 0, 0)
    print(json.dumps(texts))
"""
_PATIENCE = 150  # seconds; less than a program may take


@dataclass(frozen=True)
class Desk:
    """A Windows with the program's folder.

    Attributes:
        wine: The Windows.
        folder: The program's folder as unpacked, which the sổ lies in.
        python: Its Python.
    """

    wine: Wine
    folder: Path
    python: Path

    @property
    def book(self) -> Path:
        """Where the sổ lies."""
        return self.folder / BOOK

    def line(self, opened: OpenedFile, macro: str) -> str:
        """Return the command line that a click comes to."""
        computer = Computer(files={self.wine.path(self.python)})
        computer.variables["temp"] = self.wine.path(self.wine.drive / TEMP)
        place = Place(BOOK, self.wine.path(self.folder))
        VbaExcel(opened, computer, place).click(macro)
        (run,) = computer.runs
        return run.line

    def bare_line(self, code: str) -> str:
        """Return a line that runs other code in the same way."""
        folder, python = self.wine.path(self.python.parent), self.wine.path(self.python)
        return f'cmd.exe /C D: & cd "{folder}" & "{python}" -B -c "{code}"'

    def run(self, line: str, content: bytes, answers: Iterable[str] = ()) -> Click:
        """Run a click's command line on a sổ with this content; the log comes as `errors`."""
        into = self.wine.drive / _ANSWER
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir()
        self.book.write_bytes(content)
        ordered = order(
            self.wine.path(self.book), self.wine.path(into), answers=answers, window=WINDOW
        )
        ran = shell_run(self.wine, line, ordered)
        return outcome(ran.status, self.log(line), ran.seconds, into, BOOK)

    def log(self, line: str) -> str:
        """Return what a line that was run wrote to its log, as the VBA would read it."""
        return self.wine.file(commands(line)[-1].errors_to).read_text(encoding="utf-8")

    @contextmanager
    def message_box(self) -> Iterator[list[str]]:
        """Close the message box of Windows that comes meanwhile; the list then has its texts."""
        with message_box(self.wine, self.python) as texts:
            yield texts


@contextmanager
def message_box(wine: Wine, python: Path) -> Iterator[list[str]]:
    """Close the program's message box that comes meanwhile; the list then has its texts."""
    texts: list[str] = []
    arguments = ("-c", _CLOSE_MESSAGE, vi.TITLE, str(_PATIENCE))
    with ThreadPoolExecutor(1) as beside:
        waiting = beside.submit(wine.run, python, *arguments)
        yield texts
        texts += json.loads(waiting.result())


def built_zip(downloads: Path) -> Built:
    """Make the zip as the build command does."""
    with windows() as wine:
        return build(parts(), downloaded(parts(), downloads), wine, YEAR)


def kept_downloads(otherwise: Path) -> Path:
    """Return the folder that the environment names for downloads, else another."""
    return Path(os.environ.get(DOWNLOADS) or otherwise)


def unpacked(archive: bytes, folder: Path) -> Path:
    """Unpack the zip into a folder, as an official does; return the program's folder."""
    with zipfile.ZipFile(BytesIO(archive)) as packed:
        packed.extractall(folder)
        top = packed.namelist()[0].partition("/")[0]
    return folder / top


@contextmanager
def furnished(archive: bytes) -> Iterator[Desk]:
    """Unpack the zip on a new Windows, with the pretended Excel beside it."""
    with windows() as wine:
        folder = unpacked(archive, wine.drive / FOLDER)
        python = folder / PROGRAM / "python.exe"
        (folder / GUIDE_NAME).unlink()  # the tests count the documents beside the sổ
        (wine.drive / TEMP).mkdir()
        _add_pretended_excel(wine, python)
        yield Desk(wine, folder, python)


def _add_pretended_excel(wine: Wine, python: Path) -> None:
    package = wine.drive / _PRETENDED / "tests"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "tests" / "xlwings_engine", package / "xlwings_engine", ignore=ignored)
    shutil.copy(ROOT / "tests" / "__init__.py", package)
    (python.parent / SITE_PACKAGES / _STARTUP_FILE).write_text(_STARTUP, encoding="ascii")
    wine.run(python, *_COMPILE, wine.path(wine.drive / _PRETENDED))
