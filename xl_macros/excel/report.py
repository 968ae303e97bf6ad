"""“Tạo báo cáo” and “Tạo kế hoạch”: the documents that the drop-down cells ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import xlwings as xw

from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Period
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.register import Register
from workbook.layout import texts_vi
from workbook.layout.summary_layout import SummaryLayout
from xl_macros import actions
from xl_macros.actions import Document, Templates
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.choices import SummaryHead, read_head
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

if TYPE_CHECKING:
    from docgen.documents import DocumentKind


def create_report(book: xw.Book, opener: Opener = open_file) -> None:
    """Write the document that is chosen; nothing in the sổ changes."""
    # Word's libraries are not wanted in the path of the other buttons.
    from docgen.documents import kind_named

    with working(book):
        head = _head(book)
        register = read_open_book(book, progress(book, vi.CHECKING))
        choices = head.choices(register.plan, register.year)
    if choices.kind == texts_vi.EMAIL:
        create_email(book, register, opener)
        return
    period, unit = choices.period, choices.unit
    kind = kind_named(choices.kind, of_unit=unit is not None)
    if kind is None:
        say(book, _not_of_a_unit(choices.kind, head.sheet))
        return
    draft = choices.draft if kind.may_be_draft else None
    if confirmed(book, vi.about_to_write(kind.described(period, unit), draft=draft)):
        _write(book, register, kind, opener, period=period, unit=unit, draft=choices.draft)


def create_plan(book: xw.Book, opener: Opener = open_file) -> None:
    """Write the plan: of the coming year or of its whole period, as the official answers."""
    from docgen.documents import PLAN, YEAR_PLAN

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
    _write(book, register, YEAR_PLAN if yearly else PLAN, opener, year=year, draft=draft)


def _head(book: xw.Book) -> SummaryHead:
    head = read_head(book)
    if head is None:
        raise UnusableInputError(vi.NO_SUMMARY)
    return head


def _write(
    book: xw.Book,
    register: Register,
    kind: DocumentKind,
    opener: Opener,
    *,
    period: Period | None = None,
    unit: ResponsibleUnit | None = None,
    year: int | None = None,
    draft: bool,
) -> None:
    """Judge, make the document, write it and offer to open it, or say why it is refused."""
    with working(book):
        doing(book, vi.REPORTING)
        judged = actions.judge(register)
        target = target_folder(book, judged.checked.settings)
        document = actions.make_document(
            judged, kind.key, period=period, unit=unit, year=year, draft=draft,
            templates=Templates(target.beside),
        )  # fmt: skip
        path = None if document.content is None else write_new(
            target.folder / document.name, document.content
        )  # fmt: skip
    if path is None:
        text = vi.refused(
            kind.described(period, unit, year), document.blocked_by,
            cell=SummaryLayout.VERSION_CELL, draft=texts_vi.DRAFT,
        )  # fmt: skip
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
