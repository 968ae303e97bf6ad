"""“Tạo báo cáo” and “Tạo kế hoạch”: the documents that the drop-down cells ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import xlwings as xw

from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Span
from workbook.domain.register import Register
from workbook.domain.text_vi import lower_first
from workbook.layout import texts_vi
from workbook.layout.summary_layout import SummaryLayout
from xl_macros import actions
from xl_macros.actions import Document, Judged, Templates
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.choices import Choices, SummaryHead, read_head
from xl_macros.excel.email import create_email
from xl_macros.excel.folders import Target, target_folder
from xl_macros.excel.open_book import read_open_book
from xl_macros.excel.talk import (
    Opener,
    chosen,
    confirmed,
    doing,
    offer_to_open,
    progress,
    say,
    working,
)
from xl_macros.opening import open_file
from xl_macros.outputs import write_new

Make = Callable[[Judged, Templates], Document]

_SPANS = {texts_vi.MIDTERM_REPORT: Span.MIDTERM, texts_vi.FINAL_REPORT: Span.FINAL}
_LETTERS: dict[str, Callable[..., Document]] = {  # they are never drafts
    texts_vi.REMINDER: actions.make_reminder,
    texts_vi.EXPLANATION_LETTER: actions.make_explanation,
}


def create_report(book: xw.Book, opener: Opener = open_file) -> None:
    """Write the document that is chosen; nothing in the sổ changes."""
    with working(book):
        head = _head(book)
        register = read_open_book(book, progress(book, vi.CHECKING))
        choices = head.choices(register.plan, register.year)
    if choices.kind == texts_vi.EMAIL:
        create_email(book, register, opener)
        return
    if choices.unit is not None and choices.kind != texts_vi.REPORT:
        say(book, _not_of_a_unit(choices.kind, head.sheet))
        return
    draft = None if choices.kind in _LETTERS else choices.draft
    what = _name_of(choices)
    if confirmed(book, vi.about_to_write(what, draft=draft)):
        _write(book, register, what, opener, _maker(choices))


def _name_of(choices: Choices) -> str:
    """Name the document in a sentence; what looks back on a span of years has no period."""
    kind = lower_first(choices.kind)
    if choices.kind in _SPANS:
        return kind
    of_unit = f" của “{choices.unit.sheet}”" if choices.unit else ""
    return f"{kind} {choices.period.label}{of_unit}"


def _maker(choices: Choices) -> Make:
    period, draft, unit, kind = choices.period, choices.draft, choices.unit, choices.kind
    if unit is not None:
        return lambda judged, templates: actions.make_unit_report(
            judged, period, unit, draft=draft, templates=templates)  # fmt: skip
    if kind in _SPANS:
        return lambda judged, templates: actions.make_review(
            judged, _SPANS[kind], draft=draft, templates=templates)  # fmt: skip
    if kind in _LETTERS:
        return lambda judged, templates: _LETTERS[kind](judged, period, templates=templates)
    return lambda judged, templates: actions.make_report(
        judged, period, draft=draft, templates=templates)  # fmt: skip


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
    make: Make,
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


def _not_of_a_unit(kind: str, sheet: xw.Sheet) -> str:
    return vi.NOT_OF_A_UNIT.format(
        kind=kind, whole=texts_vi.WHOLE_WARD, unit_cell=SummaryLayout.UNIT_CELL,
        report=texts_vi.REPORT, kind_cell=SummaryLayout.KIND_CELL, sheet=sheet.name,
    )  # fmt: skip


def _offer(book: xw.Book, path: Path, document: Document, target: Target, opener: Opener) -> None:
    text = vi.written(path, document.name, target.notes, len(document.blocked_by))
    offer_to_open(book, path, text, opener)
