"""Windows' own message boxes and its dialog for choosing a file, for programs without Excel.

Elsewhere than on Windows, and on a server where nobody looks (SO_CHI_TIEU_IM_LANG is set),
texts go to the console and questions are answered by the variable, so nothing ever waits.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from xl_macros.excel.messages_vi import TITLE

SILENCE = "SO_CHI_TIEU_IM_LANG"  # `co`: silent, yes to all; anything else: silent, no to all
_YES = {"co", "có", "yes"}

# winuser.h. A box of a console program would else open behind other windows.
_OK, _YES_NO_CANCEL, _YES_NO = 0x0, 0x3, 0x4
_STOP, _QUESTION, _INFORMATION = 0x10, 0x20, 0x40
_IN_FRONT = 0x10000 | 0x40000  # MB_SETFOREGROUND, MB_TOPMOST
_ANSWERED_YES, _ANSWERED_NO = 6, 7

# commdlg.h: an existing file, and the folder of the process stays what it was.
_MUST_EXIST = 0x8 | 0x800 | 0x1000 | 0x80000  # NOCHANGEDIR, PATH and FILEMUSTEXIST, EXPLORER
_LONGEST_PATH = 32_768

Filters = Mapping[str, str]


def say(text: str, *, serious: bool = False) -> None:
    """Show a message and wait until it is closed."""
    if silent():
        print(text, file=sys.stderr if serious else sys.stdout)
    else:
        _box(text, _OK | (_STOP if serious else _INFORMATION))


def ask(text: str) -> bool:
    """Ask a question: Yes or No."""
    if silent():
        print(text)
        return _silent_answer()
    return _box(text, _YES_NO | _QUESTION) == _ANSWERED_YES


def choose(text: str) -> bool | None:
    """Ask which of two: Yes or No; None for Cancel. Silent: the first one, Yes."""
    if silent():
        print(text)
        return True
    answers = {_ANSWERED_YES: True, _ANSWERED_NO: False}
    return answers.get(_box(text, _YES_NO_CANCEL | _QUESTION))


def choose_file(title: str, filters: Filters) -> Path | None:
    """Let the official choose an existing file.

    Args:
        title: of the dialog.
        filters: what is offered -> patterns, as `{"Sổ chỉ tiêu": "*.xlsm;*.xlsx"}`.

    Returns:
        the file; None where none was chosen, or nobody can choose.
    """
    if silent():
        return None
    return _open_dialog(title, filters)


def silent() -> bool:
    """Tell whether nobody is there to answer."""
    return sys.platform != "win32" or bool(os.environ.get(SILENCE))


def _silent_answer() -> bool:
    return os.environ.get(SILENCE, "").strip().lower() in _YES


def filter_text(filters: Filters) -> str:
    """Return filters as Windows takes them: pairs, each part closed by a zero."""
    return "".join(f"{name}\0{patterns}\0" for name, patterns in filters.items()) + "\0"


if sys.platform == "win32":
    from ctypes import wintypes

    class _OpenFileName(ctypes.Structure):
        """OPENFILENAMEW of commdlg.h."""

        _fields_ = (
            ("size", wintypes.DWORD),
            ("owner", wintypes.HWND),
            ("instance", wintypes.HINSTANCE),
            ("filter", ctypes.c_void_p),
            ("custom_filter", ctypes.c_void_p),
            ("longest_custom_filter", wintypes.DWORD),
            ("filter_index", wintypes.DWORD),
            ("file", ctypes.c_void_p),
            ("longest_file", wintypes.DWORD),
            ("file_title", ctypes.c_void_p),
            ("longest_file_title", wintypes.DWORD),
            ("first_folder", wintypes.LPCWSTR),
            ("title", wintypes.LPCWSTR),
            ("flags", wintypes.DWORD),
            ("file_offset", wintypes.WORD),
            ("extension_offset", wintypes.WORD),
            ("default_extension", wintypes.LPCWSTR),
            ("custom_data", wintypes.LPARAM),
            ("hook", ctypes.c_void_p),
            ("template", wintypes.LPCWSTR),
            ("reserved_pointer", ctypes.c_void_p),
            ("reserved", wintypes.DWORD),
            ("more_flags", wintypes.DWORD),
        )

    def _open_dialog(title: str, filters: Filters) -> Path | None:
        chosen = ctypes.create_unicode_buffer(_LONGEST_PATH)
        offered = ctypes.create_unicode_buffer(filter_text(filters))
        asked = _OpenFileName(
            size=ctypes.sizeof(_OpenFileName),
            filter=ctypes.addressof(offered),
            file=ctypes.addressof(chosen),
            longest_file=_LONGEST_PATH,
            title=title,
            flags=_MUST_EXIST,
        )
        found = ctypes.windll.comdlg32.GetOpenFileNameW(ctypes.byref(asked))
        return Path(chosen.value) if found else None

    def _box(text: str, style: int) -> int:
        return int(ctypes.windll.user32.MessageBoxW(None, text, TITLE, style | _IN_FRONT))

else:

    def _open_dialog(title: str, filters: Filters) -> Path | None:
        raise NotImplementedError("only Windows has this dialog")

    def _box(text: str, style: int) -> int:
        raise NotImplementedError("only Windows has message boxes")
