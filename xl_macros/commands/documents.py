"""Commands that write documents: Báo cáo, Kế hoạch, letters to the units, e-mail draft."""

from __future__ import annotations

import argparse

from workbook.domain.errors import UnusableInputError
from xl_macros import actions
from xl_macros.commands.common import FINE, complain, period_in, read, refuse, unit_in
from xl_macros.outputs import write_new


def write_report(options: argparse.Namespace) -> int:
    """Write the Báo cáo of a period, of a span of years, or of one unit."""
    of_unit = options.don_vi is not None
    return _write(options.loai or ("don-vi" if of_unit else "bao-cao"), options)


def write_plan(options: argparse.Namespace) -> int:
    """Write the plan document: of the whole period, or of one year."""
    if options.nam is None and options.du_thao:
        raise UnusableInputError(
            "Kế hoạch cả giai đoạn không có bản dự thảo; đề nghị bỏ --du-thao, hoặc thêm --nam để"
            " lập kế hoạch của một năm."
        )
    return _write("ke-hoach" if options.nam is None else "ke-hoach-nam", options)


def write_letter(options: argparse.Namespace) -> int:
    """Write a letter to the units; the command's name is the key of its kind."""
    return _write(options.lệnh, options)


def _write(key: str, options: argparse.Namespace) -> int:
    """Write a document, or say which faults stand in its way."""
    # Word's libraries are not wanted in the path of the other commands.
    from docgen.documents import KINDS, Per

    kind = KINDS[key]
    if kind.per is Per.SPAN:
        _check_span(kind.name, options)
    register = read(options.so)
    in_period = kind.per in (Per.PERIOD, Per.UNIT)
    period = period_in(register, options.ky) if in_period else None
    unit = unit_in(register, options.don_vi) if kind.per is Per.UNIT else None
    year = options.nam if kind.per is Per.YEAR else None
    document = actions.make_document(
        actions.judge(register), key, period=period, unit=unit, year=year,
        draft=kind.may_be_draft and options.du_thao,
        templates=actions.Templates(options.so.parent, options.mau),
    )  # fmt: skip
    if document.content is None:
        return refuse(kind.described(period, unit, year), document.blocked_by)
    print(write_new((options.folder or options.so.parent) / document.name, document.content))
    return FINE


def _check_span(name: str, options: argparse.Namespace) -> None:
    for option, typed in (("--ky", options.ky), ("--don-vi", options.don_vi)):
        if typed is not None:
            raise UnusableInputError(
                f"{name} là văn bản chung của cả giai đoạn nên không dùng {option};"
                f" đề nghị bỏ {option} rồi làm lại."
            )


def write_email(options: argparse.Namespace) -> int:
    """Write an e-mail draft with a document attached; stderr tells what to look at in it."""
    from xl_macros.emails import draft_name, draft_with

    draft = draft_with(options.van_ban, read(options.so))
    folder = options.folder or options.van_ban.parent
    print(write_new(folder / draft_name(options.van_ban), draft.content))
    for notice in draft.notices:
        complain(notice)
    return FINE
