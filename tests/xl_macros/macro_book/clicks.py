"""What a click must come to: the exact command, and what is left of it on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyopenvba.interpreter import NOTHING

from tests.xl_macros.macro_book.computer import TEMP, Computer
from tests.xl_macros.macro_book.package import Package
from tests.xl_macros.macro_book.vba_excel import OFFICE, WINDOW, OpenedFile, Place, VbaExcel
from xl_macros.buttons import BUTTONS

FOLDER = r"D:\Tài liệu & số"
PLACE = Place("Sổ & chỉ tiêu.xlsm", FOLDER)
PROGRAM = rf"{FOLDER}\python\python.exe"
_ANY_LOG = re.compile(r"xlwings-[0-9A-F-]{36}\.log")


def ready() -> Computer:
    """Return a computer on which Python lies beside the workbook."""
    return Computer(files={PROGRAM})


def command(function: str, place: Place, program: str) -> str:
    """Return the line that a click hands to Windows; the log's name is left out."""
    python = program.rpartition("\\")[0]
    change = rf'pushd "{python}"' if program.startswith("\\") else rf'{program[:2]} & cd "{python}"'
    # Where cmd.exe sees no quotes, & is protected; Python reads \\ as one backslash.
    book = place.full_name.replace("&", "^&").replace("\\", "\\\\")
    return (
        rf'cmd.exe /C {change} & "{program}" -B -c "import xlwings.utils;'
        rf"xlwings.utils.prepare_sys_path(\"false;{book};{book};;;;\"); "
        rf'from xl_macros.excel import entry; entry.{function}()"  --wb="{place.name}"'
        rf' --from_xl=1 --app="{OFFICE}\Microsoft Excel" --hwnd="{WINDOW}"'
        rf' 2> "{TEMP}\xlwings-….log" '
    )


def lines(computer: Computer) -> list[str]:
    """Return the command lines that were run, without the names of their logs."""
    return [_ANY_LOG.sub("xlwings-….log", run.line) for run in computer.runs]


def clickable(package: Package) -> Iterator[tuple[str, str, tuple[object, ...]]]:
    """Yield all that can be clicked: where it stands and its caption, its sub, what it gets."""
    for button in package.buttons:
        yield f"{button.sheet}, {button.caption}", button.macro, ()
    for part in package.parts:
        if part.startswith("customUI/"):
            for one in package.xml(part).iter():
                if macro := one.get("onAction"):
                    yield f"Ribbon, {one.get('label')}", macro, (NOTHING,)


def click_faults(package: Package, opened: OpenedFile) -> list[str]:
    """Click on everything: each must run the function of its caption, as the table has it."""
    faults = []
    for what, macro, arguments in clickable(package):
        computer = ready()
        excel = VbaExcel(opened, computer, PLACE)
        excel.click(macro, *arguments)
        if lines(computer) != [command(_function(what), PLACE, PROGRAM)]:
            faults.append(f"{what}: {lines(computer)}")
        if computer.popups or excel.message_boxes:
            faults.append(f"{what}: {computer.popups} {excel.message_boxes}")
    return faults


def _function(what: str) -> str:
    sheet, _, caption = what.rpartition(", ")
    units = sheet not in ("Ribbon", "Tổng hợp")
    places = {True: "units", False: "summary"}
    (found,) = [
        one.function
        for one in BUTTONS
        if one.caption == caption and one.place.value == places[units]
    ]
    return found
