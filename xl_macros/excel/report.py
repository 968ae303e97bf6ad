"""“Tạo báo cáo” and “Tạo kế hoạch”: the documents that the drop-down cells ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import xlwings as xw

from workbook.domain.errors import UnusableInputError
from workbook.layout import texts_vi
from workbook.layout.summary_layout import SummaryLayout
from xl_macros import actions
from xl_macros.actions import Report
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.choices import Choices, read_head
from xl_macros.excel.folders import Target, open_file, target_folder
from xl_macros.excel.open_book import read_open_book
from xl_macros.excel.talk import agreed, confirmed, doing, progress, say, working
from xl_macros.outputs import write_new

Opener = Callable[[Path], None]


def create_report(book: xw.Book, opener: Opener = open_file) -> None:
    """Write the Báo cáo that is chosen; nothing in the sổ changes."""
    with working(book):
        head = read_head(book)
        if head is None:
            raise UnusableInputError(vi.NO_SUMMARY)
        register = read_open_book(book, progress(book, vi.CHECKING))
        choices = head.choices(register.plan, register.year)
    if choices.unit is not None:
        say(book, _unit_later(choices.unit, head.sheet))
        return
    if not confirmed(book, vi.about_to_report(choices.period, draft=choices.draft)):
        return
    with working(book):
        doing(book, vi.REPORTING)
        judged = actions.judge(register)
        report = actions.make_report(judged, choices.period, draft=choices.draft, template=None)
        target = target_folder(book, judged.checked.settings)
        path = None if report.content is None else write_new(
            target.folder / report.name, report.content
        )  # fmt: skip
    if path is None:
        say(book, _refused(choices, report), serious=True)
    else:
        _offer(book, path, report, target, opener)


def create_plan(book: xw.Book) -> None:
    """Say that this document comes in a later version, and what to do meanwhile."""
    say(book, vi.PLAN_LATER)


def _unit_later(unit: str, sheet: xw.Sheet) -> str:
    return vi.UNIT_LATER.format(
        unit=unit, offered=texts_vi.WHOLE_WARD, cell=SummaryLayout.UNIT_CELL, sheet=sheet.name
    )


def _refused(choices: Choices, report: Report) -> str:
    return vi.refused(
        choices.period,
        report.blocked_by,
        cell=SummaryLayout.VERSION_CELL,
        draft=texts_vi.DRAFT,
    )


def _offer(book: xw.Book, path: Path, report: Report, target: Target, opener: Opener) -> None:
    text = vi.written(path, report.name, target.notes, len(report.blocked_by))
    if not agreed(book, text):
        return
    try:
        opener(path)
    except OSError:  # Word is not installed, or no longer where Windows looks for it
        say(book, vi.not_opened(path), serious=True)
