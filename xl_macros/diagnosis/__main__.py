"""What KiemTraMay.bat starts: the check of the machine where no button can run.

`python -m xl_macros.diagnosis [SỔ]`. It needs little of the program, so that it still runs
in a folder that lacks files. Exit status: 0 fine; 2 our own bug; 3 the machine is unfit.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from xl_macros import windows_dialogs as dialogs
from xl_macros.diagnosis import State, diagnose, look, output_vi
from xl_macros.diagnosis.pages import written
from xl_macros.dropped_files import BLOCKED, FINE, UNUSABLE, meant
from xl_macros.excel import messages_vi
from xl_macros.fault_log import unexpected
from xl_macros.opening import open_file
from xl_macros.streams import speak_utf8


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the machine, for a sổ where one is meant; the one place that catches faults."""
    speak_utf8()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        pass
    except Exception:  # our own bug: the official gets a sentence, the helper the details
        dialogs.say(unexpected(traceback.format_exc()), serious=True)
    return UNUSABLE


def _run(arguments: Sequence[str]) -> int:
    book = next(iter(meant(arguments, output_vi.CHOOSE_WORKBOOK)), None)
    print(messages_vi.CHECKING_MACHINE + "…", flush=True)
    facts = look("" if book is None else str(book))
    records = diagnose(facts)
    path = written(facts, records, datetime.now().astimezone())
    _tell(output_vi.message(records), path)
    return BLOCKED if any(one.state is State.FAULT for one in records) else FINE


def _tell(told: str, path: Path | None) -> None:
    if path is None or dialogs.silent():
        dialogs.say(told)
        print(path or "")
        return
    try:
        if dialogs.ask(messages_vi.machine_checked(told, path)):
            open_file(path)
    except OSError:  # no browser, or no longer where Windows looks for it
        dialogs.say(messages_vi.not_opened(path), serious=True)


if __name__ == "__main__":
    sys.exit(main())
