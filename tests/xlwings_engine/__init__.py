"""A pretended Excel for tests: the real xlwings API over openpyxl, without Windows.

It behaves as Excel does through COM where that matters to the buttons: numbers are floats,
locked cells refuse, texts that Excel would turn into numbers or dates are reported, and
every call that would cross to Excel is counted.

    with excel(path, answers=["yes"]) as book:
        with unprotected(book):
            some_button(book)
        assert journal_of(book).count("read", sheet="…") <= 2

It calculates nothing: see `recalculate`. What it does not know raises NotImplementedError.
"""

from tests.xlwings_engine.command import Click, click
from tests.xlwings_engine.journal import (
    Alert,
    ComError,
    Journal,
    Trip,
    UnscriptedQuestionError,
)
from tests.xlwings_engine.session import (
    excel,
    journal_of,
    protected_sheets,
    recalculate,
    save_copy,
    unprotected,
)

__all__ = [
    "Alert",
    "Click",
    "ComError",
    "Journal",
    "Trip",
    "UnscriptedQuestionError",
    "click",
    "excel",
    "journal_of",
    "protected_sheets",
    "recalculate",
    "save_copy",
    "unprotected",
]
