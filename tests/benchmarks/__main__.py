"""Print how the commands compare with the least that the same work can cost.

Each pair is run in turn, so that a busy machine slows both; the median of the pairs'
ratios is shown. Run: python -m tests.benchmarks
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks import clicks
from tests.benchmarks.pairs import compare, seconds

_CLI = "import sys; from xl_macros.cli import main; sys.exit(main())"
_BARE_WORD = "import openpyxl, jinja2, lxml.etree"
_BARE_READING = "import openpyxl"
_CALAMINE = (
    "import sys, python_calamine as c; book = c.CalamineWorkbook.from_path(sys.argv[1]);"
    "[book.get_sheet_by_name(name).to_python() for name in book.sheet_names]"
)
_OPENPYXL = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"


def main() -> None:
    """Make a sample sổ and measure on it."""
    with tempfile.TemporaryDirectory() as folder:
        seconds(_CLI, "chay-thu", "-o", folder)
        (book,) = (str(path) for path in Path(folder).glob("*.xlsx"))
        report = partial(seconds, _CLI, "bao-cao", book, "-o", folder)
        check = partial(seconds, _CLI, "kiem-tra", book)
        bare = partial(seconds, _BARE_WORD)
        compare("bao-cao / importing the same libraries", report, bare)
        calamine = partial(seconds, _CALAMINE, book)
        compare("kiem-tra / python-calamine reading the file", check, calamine)
        compare("kiem-tra / openpyxl reading the file", check, partial(seconds, _OPENPYXL, book))
        compare("kiem-tra / importing openpyxl", check, partial(seconds, _BARE_READING))
        clicks.measure(Path(folder))


if __name__ == "__main__":
    main()
