"""The actions where Excel may not run programs: what TaoBaoCao.bat and KiemTra.bat start.

`python -m xl_macros.without_excel bao-cao|kiem-tra [SỔ]`. Both write beside the sổ and
leave it alone. Exit status: 0 fine; 2 the input cannot be used; 3 the figures have
blocking faults.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from workbook.domain.errors import SoChiTieuError, UnusableInputError
from workbook.domain.findings import blocking
from workbook.domain.periods import Period, periods_of
from xl_macros import actions, text_output
from xl_macros import windows_dialogs as dialogs
from xl_macros import without_excel_vi as vi
from xl_macros.actions import Judged, Templates
from xl_macros.commands.common import read
from xl_macros.dropped_files import BLOCKED, FINE, UNUSABLE, meant
from xl_macros.excel import messages_vi
from xl_macros.fault_log import unexpected
from xl_macros.opening import open_file
from xl_macros.outputs import write_new
from xl_macros.streams import speak_utf8


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one action on every file meant; the one place that catches faults."""
    speak_utf8()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except SoChiTieuError as error:
        dialogs.say(str(error), serious=True)
    except KeyboardInterrupt:  # the console window was closed or Ctrl+C pressed
        pass
    except Exception:  # our own bug: the official gets a sentence, the helper the details
        dialogs.say(unexpected(traceback.format_exc()), serious=True)
    return UNUSABLE


def _run(arguments: list[str]) -> int:
    action = _ACTIONS.get(arguments[0]) if arguments else None
    if action is None:
        raise UnusableInputError(vi.UNKNOWN_ACTION)
    paths = meant(arguments[1:], vi.CHOOSE_WORKBOOK)
    if not paths and dialogs.silent():
        raise UnusableInputError(vi.NO_WORKBOOK)
    return max((action(path) for path in paths), default=FINE)


def write_report(path: Path) -> int:
    """Write the Báo cáo beside a sổ; where faults block it, a draft if the official agrees."""
    judged = _judged(path)
    period = _period(judged)
    if period is None:
        return FINE
    print(vi.WRITING_REPORT.format(period=period.label), flush=True)
    templates = Templates(path.parent)
    report = actions.make_document(judged, "bao-cao", period=period, templates=templates)
    if report.content is None:
        if not dialogs.ask(vi.draft_instead(period, report.blocked_by)):
            dialogs.say(vi.refused(period, report.blocked_by))
            return BLOCKED
        report = actions.make_document(
            judged, "bao-cao", period=period, draft=True, templates=templates
        )
    written = write_new(path.parent / report.name, report.content or b"")
    faults = len(report.blocked_by)
    _offer(written, messages_vi.written(written, report.name, _notes(path), faults))
    return FINE


def write_findings(path: Path) -> int:
    """Write what the checks find into a new workbook beside a sổ."""
    checked = _judged(path).checked
    findings = checked.findings
    listed = actions.make_findings(checked, findings, path)
    written = write_new(path.parent / listed.name, listed.content or b"")
    _offer(written, vi.listed(written, text_output.findings_summary(findings), _notes(path)))
    return BLOCKED if blocking(findings) else FINE


_ACTIONS: dict[str, Callable[[Path], int]] = {"bao-cao": write_report, "kiem-tra": write_findings}


def _judged(path: Path) -> Judged:
    print(vi.READING.format(name=path.name), flush=True)
    return actions.judge(read(path))


def _period(judged: Judged) -> Period | None:
    """Ask for the period, that of the latest figures first; None: the official gave up."""
    first = judged.latest
    (other,) = {*periods_of(judged.checked.register.year)} - {first}
    wished = dialogs.choose(vi.which_period(first, other))
    return None if wished is None else first if wished else other


def _notes(path: Path) -> list[str]:
    # While a workbook is open Excel keeps a file with its owner's name beside it.
    return [vi.STILL_OPEN] if path.with_name(f"~${path.name}").exists() else []


def _offer(written: Path, text: str) -> None:
    if dialogs.silent():
        print(written)
        return
    try:
        if dialogs.ask(text):
            open_file(written)
    except OSError:  # no Word or Excel, or no longer where Windows looks for it
        dialogs.say(messages_vi.not_opened(written), serious=True)


if __name__ == "__main__":
    sys.exit(main())
