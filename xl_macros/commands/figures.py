"""Commands on a sổ and its figures: make, check, judge, export."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from workbook.domain.errors import UnusableInputError
from workbook.domain.findings import blocking
from xl_macros import actions, text_output
from xl_macros.commands.common import BLOCKED, FINE, complain, period_in, print_json, read
from xl_macros.json_output import assessment_json, findings_json
from xl_macros.outputs import write_new


def check_figures(options: argparse.Namespace) -> int:
    """Print all findings, or write them into a workbook; BLOCKED where some of them block."""
    from workbook.domain.validation import check

    checked = check(read(options.so))
    findings = checked.findings
    if options.ky is not None:
        period = period_in(checked.register, options.ky)
        findings = tuple(f for f in findings if f.period in (None, period))
    if options.file is not None:
        listed = actions.make_findings(checked, findings, options.so)
        print(write_new(options.file, listed.content or b""))
        print(text_output.findings_summary(findings))
    elif options.json:
        print_json(findings_json(findings))
    else:
        print(text_output.findings_text(findings))
    return BLOCKED if blocking(findings) else FINE


def show_statuses(options: argparse.Namespace) -> int:
    """Print how every measure stands."""
    register = read(options.so)
    period = period_in(register, options.ky)
    assessment = actions.judge(register).assessments[period]
    if options.json:
        print_json(assessment_json(assessment))
    else:
        print(text_output.assessment_text(assessment))
    return FINE


def make_workbook(options: argparse.Namespace) -> int:
    """Make a new sổ, with buttons or without macros by its ending."""
    from workbook.plans import apply_profile, default_plan, load_plan
    from xl_macros.new_workbook import register_from_files

    kind = options.file.suffix.lower()
    if kind not in (".xlsx", ".xlsm"):
        raise UnusableInputError(
            f"Tên tệp “{options.file.name}” cần có đuôi .xlsm (có nút bấm) hoặc .xlsx (không có"
            " macro). Đề nghị đặt lại tên sau -o."
        )
    plan = load_plan(options.ke_hoach) if options.ke_hoach else default_plan()
    if options.ho_so:
        plan = apply_profile(plan, options.ho_so, options.ke_hoach)
    year = options.nam or datetime.now().astimezone().year
    register = register_from_files(plan, year, options.so_lieu, options.lich_su)
    content = actions.make_workbook(actions.judge(register), buttons=kind == ".xlsm")
    print(write_new(options.file, content))
    return FINE


def try_out(options: argparse.Namespace) -> int:
    """Do the whole job on made-up figures."""
    from xl_macros.new_workbook import sample_register

    sample = sample_register()
    folder: Path = options.folder
    name = f"So_chi_tieu_{sample.year}_so_lieu_mau.xlsx"
    path = write_new(folder / name, actions.make_workbook(actions.judge(sample)))
    print(path)
    # From here on as every user does: from the file, not from what made it.
    judged = actions.judge(read(path))
    report = actions.make_document(
        judged, "bao-cao", period=judged.latest, templates=actions.Templates()
    )
    if report.content is None:
        complain(text_output.findings_text(report.blocked_by))
        return BLOCKED
    print(write_new(folder / report.name, report.content))
    assessment = judged.assessments[judged.latest]
    print("\n".join(text_output.summary(assessment, assessment.findings)))
    return FINE


def export_tables(options: argparse.Namespace) -> int:
    """Write the results as tables."""
    from workbook.tables import export

    judged = actions.judge(read(options.so))
    for name, content in export(judged.checked, judged.assessments).items():
        print(write_new(options.folder / name, content))
    return FINE
