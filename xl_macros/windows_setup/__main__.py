"""`python -m xl_macros.windows_setup install|remove [/im]`: what the two .bat files start.

Exit status: 0 all is well; 3 done, with something for the official to do; 2 not done. Any
other comes from Windows or Python itself, and the .bat then says so.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from workbook.domain.errors import SoChiTieuError, UnusableInputError
from xl_macros import windows_dialogs as dialogs
from xl_macros.fault_log import unexpected
from xl_macros.streams import speak_utf8
from xl_macros.windows_setup import finding_out, planning
from xl_macros.windows_setup import messages_vi as vi
from xl_macros.windows_setup.carrying_out import Machine, carry_out
from xl_macros.windows_setup.facts import Facts
from xl_macros.windows_setup.planning import Plan
from xl_macros.windows_setup.program_files import LOG_NAME

FINE, NOT_DONE, WITH_NOTES = 0, 2, 3

_PLANS: dict[str, Callable[[Facts], Plan]] = {
    "install": planning.installation,
    "remove": planning.removal,
}
_SILENT = "/im"
_NO_TO_ALL = "khong"


def main(arguments: Sequence[str] | None = None) -> int:
    """Set the program up or take it back; the one place that catches faults."""
    speak_utf8()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except SoChiTieuError as error:
        _tell(str(error), serious=True)
    except Exception:  # our own bug: the official gets a sentence, the helper the details
        _tell(unexpected(traceback.format_exc()), serious=True)
    return NOT_DONE


def _run(arguments: list[str]) -> int:
    action, *options = arguments or [""]
    if any(option.lower() == _SILENT for option in options):
        os.environ.setdefault(dialogs.SILENCE, _NO_TO_ALL)
    if action not in _PLANS or any(option.lower() != _SILENT for option in options):
        raise UnusableInputError(vi.UNKNOWN_ACTION)
    if sys.platform != "win32":
        raise UnusableInputError(vi.ONLY_ON_WINDOWS)
    from xl_macros.windows_setup import windows

    installing = action == "install"
    plan = _PLANS[action](finding_out.look(compare=installing))
    return follow(plan, windows.Windows(), logged=installing)


def follow(plan: Plan, machine: Machine, *, logged: bool) -> int:
    """Ask, carry out, and tell what came of it; return the exit status."""
    if plan.refusal:
        raise UnusableInputError(plan.refusal)
    if plan.question and not dialogs.ask(plan.question):
        _tell(vi.KEPT_NEWER)
        return WITH_NOTES
    notes = [*plan.notes, *carry_out(plan.steps, machine, log_file())]
    _tell("\n\n".join([plan.done, *notes]), logged=logged)
    return WITH_NOTES if notes else FINE


def log_file() -> Path:
    """Return where the log of installations is kept."""
    return finding_out.local_folder() / LOG_NAME


def _tell(text: str, *, serious: bool = False, logged: bool = True) -> None:
    if logged:
        with suppress(OSError):  # a full disk must not hide the message
            log_file().parent.mkdir(parents=True, exist_ok=True)
            with log_file().open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n{text}\n\n")
    dialogs.say(text, serious=serious)


if __name__ == "__main__":
    sys.exit(main())
