"""Print how the commands compare with the least that the same work can cost.

Each pair is run in turn, so that a busy machine slows both; the median of the pairs'
ratios is shown. Run: python -m tests.benchmarks
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
_CLI = "import sys; from xl_macros.cli import main; sys.exit(main())"
_BARE_WORD = "import openpyxl, docx, docxtpl, lxml.etree"
_BARE_READING = "import openpyxl"
_CALAMINE = (
    "import sys, python_calamine as c; book = c.CalamineWorkbook.from_path(sys.argv[1]);"
    "[book.get_sheet_by_name(name).to_python() for name in book.sheet_names]"
)
_OPENPYXL = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"


def seconds(code: str, *arguments: str) -> float:
    """Run Python code in a process of its own; return the whole process's time."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-B", "-c", code, *arguments],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    return time.perf_counter() - start


def compare(title: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> None:
    """Print the ratio of two programs' times, measured in turn."""
    pairs = [(seconds(*ours), seconds(*theirs)) for _ in range(ROUNDS)]
    ratios = sorted(mine / other for mine, other in pairs)
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        f"{title}: {statistics.median(ratios):.2f} times"
        f" ({mine * 1000:.0f} ms to {other * 1000:.0f} ms; {ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


def main() -> None:
    """Make a sample sổ and measure on it."""
    with tempfile.TemporaryDirectory() as folder:
        seconds(_CLI, "chay-thu", "-o", folder)
        (book,) = (str(path) for path in Path(folder).glob("*.xlsx"))
        report = (_CLI, "bao-cao", book, "-o", folder)
        check = (_CLI, "kiem-tra", book)
        compare("bao-cao / importing the same libraries", report, (_BARE_WORD,))
        compare("kiem-tra / python-calamine reading the file", check, (_CALAMINE, book))
        compare("kiem-tra / openpyxl reading the file", check, (_OPENPYXL, book))
        compare("kiem-tra / importing openpyxl", check, (_BARE_READING,))


if __name__ == "__main__":
    main()
