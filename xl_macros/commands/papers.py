"""Commands on Word files: is a template fit, is a document in form? And the guide."""

from __future__ import annotations

import argparse

from xl_macros.commands.common import BLOCKED, FINE, print_json
from xl_macros.outputs import write_new


def check_template(options: argparse.Namespace) -> int:
    """Print all faults of a template; BLOCKED where it cannot be used."""
    from docgen.documents import template_findings
    from docgen.template_check import checking

    path = options.tep
    findings = template_findings(path)
    if options.json:
        print_json(checking.findings_json(findings))
    else:
        print(checking.findings_text(path.name, findings))
    return BLOCKED if any(one.blocks for one in findings) else FINE


def check_form(options: argparse.Namespace) -> int:
    """Print what is against the decree's form; BLOCKED where something must be mended."""
    from docgen.form_check import checking

    report = checking.check_form(options.tep)
    if options.json:
        print_json(checking.findings_json(report))
    else:
        print(checking.findings_text(report))
    return BLOCKED if any(one.blocks for one in report.findings) else FINE


def write_guide(options: argparse.Namespace) -> int:
    """Write the guide for officials."""
    from workbook.domain.guide import GUIDE_NAME
    from xl_macros.guide_document import make_guide

    print(write_new(options.folder / GUIDE_NAME, make_guide()))
    return FINE
