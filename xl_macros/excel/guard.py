"""The one place between a click and its function: every fault becomes a Vietnamese message.

Nothing leaves it as an exception, since Excel would show that as an English listing.
"""

from __future__ import annotations

import atexit
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress

import xlwings as xw

from workbook.domain.errors import SoChiTieuError
from xl_macros import windows_dialogs
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.talk import say
from xl_macros.fault_log import keep_log, unexpected

Action = Callable[[xw.Book], None]

# What Excel answers through COM; the numbers are Windows' own and stay in every language.
_BUSY = {
    -2147418111,  # RPC_E_CALL_REJECTED: a dialog is open
    -2147417846,  # RPC_E_SERVERCALL_RETRYLATER
    -2146777998,  # 0x800AC472: a cell is being edited
}
_GONE = {
    -2147417848,  # RPC_E_DISCONNECTED
    -2147023174,  # RPC_S_SERVER_UNAVAILABLE
    -2147023170,  # RPC_S_CALL_FAILED
}
_REFUSED = {-2146827284}  # 0x800A03EC: error 1004, a locked cell more often than not


def run(action: Action) -> None:
    """Run a button's function on the workbook that called."""
    _leave_other_excels_alone()
    try:
        book = xw.Book.caller()
    except Exception:  # no workbook, so no alert of Excel's: the last resort tells it
        _tell_without_excel(_caller_lost(traceback.format_exc()))
        return
    guarded(book, action)


def _leave_other_excels_alone() -> None:
    """Keep xlwings from ending other Excels when this process ends.

    It takes each one without a window that it recognises for a dead one; a sheet that is
    being edited inside a Word document would be lost.
    """
    windows = sys.modules.get("xlwings._xlwindows")  # only there on Windows
    cleanup = getattr(windows, "cleanup", None)
    if cleanup is not None:
        atexit.unregister(cleanup)


def guarded(book: xw.Book, action: Action) -> None:
    """Run a function on an open workbook; whatever goes wrong is told, never raised."""
    try:
        action(book)
    except Exception as error:
        text = fault_vi(error, traceback.format_exc())
        try:
            say(book, text, serious=True)
        except Exception:  # Excel was closed meanwhile
            _tell_without_excel(text)


def fault_vi(error: Exception, details: str) -> str:
    """Return what to tell the official; `details` are logged where a helper needs them."""
    if isinstance(error, SoChiTieuError):
        return str(error)
    numbers = _com_numbers(error)
    if numbers & _BUSY:
        return vi.EXCEL_BUSY
    if numbers & _GONE:
        return vi.EXCEL_GONE
    if numbers & _REFUSED:
        return vi.EXCEL_REFUSED.format(log=keep_log(details) or vi.NO_LOG)
    return unexpected(details)


def _com_numbers(error: BaseException) -> set[int]:
    """Return the numbers of a COM error, known by its shape: no pywin32 where tests run."""
    found: set[int] = set()
    if isinstance(number := getattr(error, "hresult", None), int):
        found.add(number)
        inner = getattr(error, "excepinfo", None)
        found |= {part for part in inner or () if isinstance(part, int)}
    return found


def _caller_lost(details: str) -> str:
    return vi.NO_CALLER.format(log=keep_log(details) or vi.NO_LOG)


def _tell_without_excel(text: str) -> None:
    """Show a message box of Windows itself; elsewhere write to stderr."""
    with suppress(Exception):
        windows_dialogs.say(text, serious=True)
