"""Commands that write documents: Báo cáo, Kế hoạch, letters to the units, e-mail draft."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Span
from xl_macros import actions
from xl_macros.cli_parser import FINAL, MIDTERM, OF_A_UNIT
from xl_macros.commands.common import FINE, complain, period_in, read, refuse, unit_in
from xl_macros.outputs import write_new

_SPANS = {MIDTERM: Span.MIDTERM, FINAL: Span.FINAL}


def write_report(options: argparse.Namespace) -> int:
    """Write the Báo cáo of a period, of a span of years, or of one unit."""
    if options.loai in _SPANS:
        return _write_review(options, _SPANS[options.loai])
    register = read(options.so)
    period = period_in(register, options.ky)
    given = {"draft": options.du_thao, "templates": _templates(options)}
    what = f"báo cáo {period.label}"
    if options.loai == OF_A_UNIT or options.don_vi is not None:
        unit = unit_in(register, options.don_vi)
        what = f"{what} của “{unit.sheet}”"
        report = actions.make_unit_report(actions.judge(register), period, unit, **given)
    else:
        report = actions.make_report(actions.judge(register), period, **given)
    if report.content is None:
        return refuse(what, report.blocked_by)
    return _written(report, report.content, options)


def _write_review(options: argparse.Namespace, span: Span) -> int:
    for name, given in (("--ky", options.ky), ("--don-vi", options.don_vi)):
        if given is not None:
            raise UnusableInputError(
                f"Báo cáo {span.value} là văn bản chung của cả giai đoạn nên không dùng {name};"
                f" đề nghị bỏ {name} rồi làm lại."
            )
    judged = actions.judge(read(options.so))
    report = actions.make_review(judged, span, draft=options.du_thao, templates=_templates(options))
    if report.content is None:
        return refuse(f"báo cáo {span.value}", report.blocked_by)
    return _written(report, report.content, options)


def write_plan(options: argparse.Namespace) -> int:
    """Write the plan document: of the whole period, or of one year."""
    judged = actions.judge(read(options.so))
    templates = _templates(options)
    if options.nam is None:
        plan = actions.make_plan(judged, templates=templates)
    else:
        plan = actions.make_year_plan(
            judged, options.nam, draft=options.du_thao, templates=templates
        )
    if plan.content is None:
        return refuse(f"kế hoạch năm {options.nam}", plan.blocked_by)
    return _written(plan, plan.content, options)


def write_reminder(options: argparse.Namespace) -> int:
    """Write the letter that asks the units for missing and wrong figures."""
    return _letter(options, actions.make_reminder)


def write_explanation(options: argparse.Namespace) -> int:
    """Write the letter that asks the units to explain what lags."""
    return _letter(options, actions.make_explanation)


def _letter(options: argparse.Namespace, make: Callable[..., actions.Document]) -> int:
    register = read(options.so)
    period = period_in(register, options.ky)
    letter = make(actions.judge(register), period, templates=_templates(options))
    return _written(letter, letter.content or b"", options)


def _templates(options: argparse.Namespace) -> actions.Templates:
    return actions.Templates(options.so.parent, options.mau)


def _written(document: actions.Document, content: bytes, options: argparse.Namespace) -> int:
    folder = options.folder or options.so.parent
    print(write_new(folder / document.name, content))
    return FINE


def write_email(options: argparse.Namespace) -> int:
    """Write an e-mail draft with a document attached; stderr tells what to look at in it."""
    from xl_macros.emails import draft_name, draft_with

    draft = draft_with(options.van_ban, read(options.so))
    folder = options.folder or options.van_ban.parent
    print(write_new(folder / draft_name(options.van_ban), draft.content))
    for notice in draft.notices:
        complain(notice)
    return FINE
