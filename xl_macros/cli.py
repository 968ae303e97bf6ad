"""`so-chi-tieu`: the actions without Excel, for IT staff, servers and tests.

Exit status: 0 fine; 1 the sổ has blocking faults (`kiem-tra`) or the report was refused
because of them (`bao-cao`); 2 the input cannot be used, said in one Vietnamese sentence.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from workbook.domain.errors import SoChiTieuError, UnusableInputError
from workbook.domain.findings import blocking
from workbook.domain.periods import Period, periods_of
from workbook.domain.register import Register
from xl_macros import actions, text_output
from xl_macros.cli_parser import Command, build_parser
from xl_macros.fault_log import unexpected
from xl_macros.json_output import assessment_json, findings_json
from xl_macros.outputs import write_new

FINE, BLOCKED, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; the one place that catches faults."""
    _speak_utf8()
    try:
        options = build_parser(_RUN).parse_args(arguments)
        status: int = options.run(options)
    except SoChiTieuError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; chưa ghi tệp nào dở dang.", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        return FINE
    except Exception:  # our own bug: the official gets a sentence, the helper the details
        print(unexpected(traceback.format_exc()), file=sys.stderr)
        return UNUSABLE
    return status


def _speak_utf8() -> None:
    """Write UTF-8 also where output is piped on a machine with an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _read(path: Path) -> Register:
    from workbook.reader.file import read_register

    return read_register(path)


def _period_in(register: Register, period: Period | None) -> Period:
    half, whole = periods_of(register.year)
    if period is None:
        return whole
    if period not in (half, whole):
        raise UnusableInputError(
            f"Sổ này là sổ năm {register.year}, không có kỳ {period.key};"
            f" kỳ là {whole.key} hoặc {half.key}."
        )
    return period


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _check(options: argparse.Namespace) -> int:
    from workbook.domain.validation import check

    register = _read(options.so)
    findings = check(register).findings
    if options.ky is not None:
        period = _period_in(register, options.ky)
        findings = tuple(f for f in findings if f.period in (None, period))
    if options.json:
        _print_json(findings_json(findings))
    else:
        print(text_output.findings_text(findings))
    return BLOCKED if blocking(findings) else FINE


def _status(options: argparse.Namespace) -> int:
    register = _read(options.so)
    period = _period_in(register, options.ky)
    assessment = actions.judge(register).assessments[period]
    if options.json:
        _print_json(assessment_json(assessment))
    else:
        print(text_output.assessment_text(assessment))
    return FINE


def _report(options: argparse.Namespace) -> int:
    register = _read(options.so)
    period = _period_in(register, options.ky)
    report = actions.make_report(
        actions.judge(register), period, draft=options.du_thao, template=options.mau
    )
    if report.content is None:
        print(text_output.findings_text(report.blocked_by), file=sys.stderr)
        print(
            f"Chưa lập báo cáo {period.label} vì số liệu còn {len(report.blocked_by)} lỗi nêu trên."
            " Đề nghị sửa trong sổ, hoặc thêm --du-thao để lập bản dự thảo.",
            file=sys.stderr,
        )
        return BLOCKED
    folder = options.folder or options.so.parent
    print(write_new(folder / report.name, report.content))
    return FINE


def _new_workbook(options: argparse.Namespace) -> int:
    from workbook.plans import default_plan, load_plan
    from xl_macros.new_workbook import register_from_files

    kind = options.file.suffix.lower()
    if kind not in (".xlsx", ".xlsm"):
        raise UnusableInputError(
            f"Tên tệp “{options.file.name}” cần có đuôi .xlsm (có nút bấm) hoặc .xlsx (không có"
            " macro). Đề nghị đặt lại tên sau -o."
        )
    plan = load_plan(options.ke_hoach) if options.ke_hoach else default_plan()
    year = options.nam or datetime.now().astimezone().year
    register = register_from_files(plan, year, options.so_lieu, options.lich_su)
    content = actions.make_workbook(actions.judge(register), buttons=kind == ".xlsm")
    print(write_new(options.file, content))
    return FINE


def _trial(options: argparse.Namespace) -> int:
    from xl_macros.new_workbook import sample_register

    sample = sample_register()
    folder: Path = options.folder
    name = f"So_chi_tieu_{sample.year}_so_lieu_mau.xlsx"
    path = write_new(folder / name, actions.make_workbook(actions.judge(sample)))
    print(path)
    # From here on as every user does: from the file, not from what made it.
    judged = actions.judge(_read(path))
    report = actions.make_report(judged, judged.latest, draft=False, template=None)
    if report.content is None:
        print(text_output.findings_text(report.blocked_by), file=sys.stderr)
        return BLOCKED
    print(write_new(folder / report.name, report.content))
    assessment = judged.assessments[judged.latest]
    print("\n".join(text_output.summary(assessment, assessment.findings)))
    return FINE


def _tables(options: argparse.Namespace) -> int:
    from workbook.tables import export

    judged = actions.judge(_read(options.so))
    for name, content in export(judged.checked, judged.assessments).items():
        print(write_new(options.folder / name, content))
    return FINE


_RUN: dict[str, Command] = {
    "chay-thu": _trial,
    "tao-so": _new_workbook,
    "kiem-tra": _check,
    "tinh-trang": _status,
    "xuat": _tables,
    "bao-cao": _report,
}
