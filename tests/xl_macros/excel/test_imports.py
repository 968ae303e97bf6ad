"""What a click loads before it does anything: its user waits for that each time."""

from __future__ import annotations

import subprocess
import sys

# Wanted by single buttons or kinds of documents, which load them themselves.
LATER = (
    "xl_macros.diagnosis", "xl_macros.emails", "xl_macros.commands", "xl_macros.macro_book",
    "workbook.domain.judging.review", "workbook.domain.judging.unit", "workbook.domain.guide",
    "workbook.builder", "docgen", "lxml", "jinja2", "openpyxl", "xlsxwriter",
)  # fmt: skip
CODE = """
import sys
import xlwings
there = set(sys.modules)  # xlwings loads more where pandas is installed
from xl_macros.excel import entry
print(*sorted(set(sys.modules) - there))
"""


def test_what_only_some_buttons_want_is_not_loaded_for_all() -> None:
    run = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    loaded = run.stdout.split()
    assert "xl_macros.excel.report" in loaded
    assert [one for one in loaded if one.startswith(LATER)] == []
