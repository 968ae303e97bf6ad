"""“Tạo báo cáo” and “Tạo kế hoạch”: the documents that the drop-down cells ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import xlwings as xw

from workbook.domain.errors import UnusableInputError
from workbook.domain.register import Register
from workbook.domain.text_vi import lower_first
from workbook.layout import texts_vi
from workbook.layout.summary_layout import SummaryLayout
from xl_macros import actions
from xl_macros.actions import Document, Judged, Templates
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.choices import SummaryHead, read_head
from xl_macros.excel.folders import Target, open_file, target_folder
from xl_macros.excel.open_book import read_open_book
from xl_macros.excel.talk import agreed, chosen, confirmed, doing, progress, say, working
from xl_macros.outputs import write_new

Opener = Callable[[Path], None]


def create_report(book: xw.Book, opener: Opener = open_file) -> None:
    """Write the document that is chosen; nothing in the sổ changes."""
    with working(book):
        head = _head(book)
        register = read_open_book(book, progress(book, vi.CHECKING))
        choices = head.choices(register.plan, register.year)
    if choices.unit is not None:
        say(book, _unit_later(choices.unit, head.sheet))
        return
    draft = choices.draft if choices.kind == texts_vi.REPORT else None
    if not confirmed(book, vi.about_to_write(choices.kind, choices.period, draft=draft)):
        return
    makers: dict[str, Callable[..., Document]] = {
        texts_vi.REPORT: partial(actions.make_report, draft=choices.draft),
        texts_vi.REMINDER: actions.make_reminder,
        texts_vi.EXPLANATION_LETTER: actions.make_explanation,
    }
    make = makers[choices.kind]
    what = f"{lower_first(choices.kind)} {choices.period.label}"
    _write(book, register, what, opener, lambda judged, templates: make(
        judged, choices.period, templates=templates))  # fmt: skip


def create_plan(book: xw.Book, opener: Opener = open_file) -> None:
    """Write the plan: of the coming year or of its whole period, as the official answers."""
    with working(book):
        head = _head(book)
        register = read_open_book(book, progress(book, vi.CHECKING))
        draft = head.choices(register.plan, register.year).draft
    plan, year = register.plan, min(register.year + 1, register.plan.end_year)
    yearly = chosen(
        book, vi.WHICH_PLAN.format(year=year, first=plan.start_year, last=plan.end_year)
    )
    if yearly is None:
        return
    if not yearly:
        _write(book, register, "kế hoạch", opener, lambda judged, templates: actions.make_plan(
            judged, templates=templates))  # fmt: skip
        return
    make = partial(actions.make_year_plan, year=year, draft=draft)
    _write(book, register, f"kế hoạch năm {year}", opener, lambda judged, templates: make(
        judged, templates=templates))  # fmt: skip


def _head(book: xw.Book) -> SummaryHead:
    head = read_head(book)
    if head is None:
        raise UnusableInputError(vi.NO_SUMMARY)
    return head


def _write(
    book: xw.Book,
    register: Register,
    what: str,
    opener: Opener,
    make: Callable[[Judged, Templates], Document],
) -> None:
    """Judge, make the document, write it and offer to open it, or say why it is refused."""
    with working(book):
        doing(book, vi.REPORTING)
        judged = actions.judge(register)
        target = target_folder(book, judged.checked.settings)
        document = make(judged, Templates(target.beside))
        path = None if document.content is None else write_new(
            target.folder / document.name, document.content
        )  # fmt: skip
    if path is None:
        text = vi.refused(
            what, document.blocked_by, cell=SummaryLayout.VERSION_CELL, draft=texts_vi.DRAFT
        )
        say(book, text, serious=True)
    else:
        _offer(book, path, document, target, opener)


def _unit_later(unit: str, sheet: xw.Sheet) -> str:
    return vi.UNIT_LATER.format(
        unit=unit, offered=texts_vi.WHOLE_WARD, cell=SummaryLayout.UNIT_CELL, sheet=sheet.name
    )


def _offer(book: xw.Book, path: Path, document: Document, target: Target, opener: Opener) -> None:
    text = vi.written(path, document.name, target.notes, len(document.blocked_by))
    if not agreed(book, text):
        return
    try:
        opener(path)
    except OSError:  # Word is not installed, or no longer where Windows looks for it
        say(book, vi.not_opened(path), serious=True)
