"""Which files were dropped on a .bat.

Windows quotes a name for cmd.exe only where it has blanks: `A&B.xlsx` comes bare, and what
is left of it in %1 is `A`. So the .bat hands over the whole command line as well.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from xl_macros import windows_dialogs as dialogs
from xl_macros.without_excel_vi import WORKBOOKS

LINE_VARIABLE = "SO_CHI_TIEU_LENH"  # the command line by which cmd.exe was started
BAT_VARIABLE = "SO_CHI_TIEU_BAT"  # the name of the .bat

_QUOTED_OR_BARE = re.compile(r'"([^"]*)"|([^\s"]+)')


# What a .bat's program ends with. 1 is left to Python itself, for where it does not come as
# far as our messages: the .bat then says so.
FINE, UNUSABLE, BLOCKED = 0, 2, 3


def meant(arguments: Sequence[str], title: str) -> list[Path]:
    """Return the files dropped or named, else the one that the official chooses, if any."""
    line, bat = (os.environ.get(name, "") for name in (LINE_VARIABLE, BAT_VARIABLE))
    if paths := dropped(arguments, line, bat, os.path.isfile):
        return [Path(path).absolute() for path in paths]
    chosen = dialogs.choose_file(title, WORKBOOKS)
    return [] if chosen is None else [chosen]


def dropped(
    arguments: Sequence[str], line: str, bat: str, exists: Callable[[str], bool]
) -> list[str]:
    r"""Return the paths meant: those in the command line where they are files.

    Args:
        arguments: what cmd.exe made of it.
        line: `cmd.exe /c ""D:\a\TaoBaoCao.bat" D:\A&B.xlsx"`; "" or another program's line
            where the .bat was started in another way.
        bat: the name of the .bat.
        exists: tells whether a path is a file.
    """
    started = re.search(re.escape(bat), line, re.IGNORECASE) if bat else None
    # After its own name comes the quote that closes it; at the end, that of `/c "…"`.
    rest = line[started.end() :].removeprefix('"') if started else ""
    tokens = _QUOTED_OR_BARE.findall(rest)
    found = [path for pair in tokens if exists(path := "".join(pair))]
    return found or [argument for argument in arguments if argument]
