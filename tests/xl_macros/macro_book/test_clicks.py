"""A click, from the bytes of the file to the command line that Windows gets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from pyopenvba.exceptions import VBARuntimeError

from tests.xl_macros.macro_book.clicks import (
    FOLDER,
    PLACE,
    PROGRAM,
    click_faults,
    clickable,
    command,
    lines,
    ready,
)
from tests.xl_macros.macro_book.command_line import arguments, commands
from tests.xl_macros.macro_book.computer import LOCAL, TEMP, Computer, Popup
from tests.xl_macros.macro_book.package import Package
from tests.xl_macros.macro_book.vba_excel import OpenedFile, Place, VbaExcel
from tests.xl_macros.test_cli import ENGLISH
from workbook.domain.plan import Plan
from xl_macros.buttons import BUTTONS, on_ribbon, sheets_of
from xl_macros.macro_book.texts_vi import TEXTS

STOP, NOTE = 16, 48
TITLE = TEXTS["title"]
HOME = r"E:\Chương trình"
BESIDE, AT_HOME, INSTALLED = FOLDER, HOME, rf"{LOCAL}\SoChiTieu"
IN_BETWEEN = "Kinh phí"  # a sheet with others before and after it
KEPT_LOG = rf"{TEMP}\so-chi-tieu-loi.log"


def clicked(opened: OpenedFile, computer: Computer, place: Place = PLACE) -> VbaExcel:
    excel = VbaExcel(opened, computer, place)
    excel.click("CreateReport")
    assert excel.message_boxes == [], "MsgBox cannot show Vietnamese"
    for popup in computer.popups:
        assert popup.title == TITLE
        assert not ENGLISH.search(popup.text.removesuffix(KEPT_LOG)), popup.text
    return excel


def test_every_button_and_every_ribbon_item_runs_the_function_of_its_caption(
    package: Package, opened: OpenedFile, plan: Plan
) -> None:
    placed = sum(len(sheets_of(one, plan)) for one in BUTTONS)
    assert len(list(clickable(package))) == placed + len(list(on_ribbon()))
    assert click_faults(package, opened) == []


def test_excel_waits_for_python_and_shows_no_black_window(opened: OpenedFile) -> None:
    computer = ready()
    clicked(opened, computer)
    assert [(run.window, run.waits) for run in computer.runs] == [(0, True)]


def test_no_configuration_file_is_looked_for(opened: OpenedFile) -> None:
    computer = ready()
    clicked(opened, computer)
    assert set(computer.asked_for) == {PROGRAM}


def test_the_log_of_a_click_is_deleted(opened: OpenedFile) -> None:
    computer = ready()
    clicked(opened, computer)
    (line,) = (run.line for run in computer.runs)
    assert computer.deleted == [commands(line)[-1].errors_to]
    assert computer.copied == []


@pytest.mark.parametrize(
    ("there", "first"),
    [
        ([BESIDE, AT_HOME, INSTALLED], BESIDE),
        ([AT_HOME, INSTALLED], AT_HOME),
        ([INSTALLED], INSTALLED),
    ],
)
@pytest.mark.parametrize("inside", [r"\python\python.exe", r"\Scripts\python.exe"])
def test_python_beside_the_workbook_wins_over_the_variable_and_over_the_installed_one(
    opened: OpenedFile, there: list[str], first: str, inside: str
) -> None:
    computer = Computer(files={folder + inside for folder in there})
    computer.variables["sochitieu_home"] = HOME
    clicked(opened, computer)
    assert lines(computer) == [command("create_report", PLACE, first + inside)]
    assert computer.variables["sochitieu_python"] == first + inside


def test_the_folder_python_wins_over_a_virtual_environment_beside_it(opened: OpenedFile) -> None:
    computer = Computer(files={PROGRAM, rf"{FOLDER}\Scripts\python.exe"})
    clicked(opened, computer)
    assert lines(computer) == [command("create_report", PLACE, PROGRAM)]


@pytest.mark.parametrize(
    "place", [PLACE, Place("So1", ""), Place("So.xlsm", "https://d.docs.live.net/1/Tài liệu")]
)
def test_without_program_a_message_says_so_and_nothing_runs(
    opened: OpenedFile, place: Place
) -> None:
    # The last two stand where a careless look into "" or "%SOCHITIEU_HOME%" would find them.
    computer = Computer(files={r"\python\python.exe", r"%SOCHITIEU_HOME%\python\python.exe"})
    clicked(opened, computer, place)
    assert computer.popups == [Popup(TEXTS["no_program"], TITLE, STOP)]
    assert computer.runs == []
    assert opened.protections_now() == opened.protections


def test_a_workbook_that_is_read_only_is_told_and_the_action_runs(opened: OpenedFile) -> None:
    computer = ready()
    clicked(opened, computer, replace(PLACE, read_only=True))
    assert computer.popups == [Popup(TEXTS["read_only"], TITLE, NOTE)]
    assert lines(computer) == [command("create_report", PLACE, PROGRAM)]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("So.xlsm", r"C:\So"),
        ("Sổ & chỉ tiêu (1).xlsm", r"D:\Bé Ba & Bé Tư (2026)"),
        ("So 'moi' 100%.xlsm", r"D:\a;b,c=d"),
        ("So^1!.xlsm", r"D:\x ^ y"),
        ("Sổ.xlsm", r"\\may-chu\Chung & riêng"),
    ],
)
def test_any_path_comes_through_the_quoting_of_windows(
    opened: OpenedFile, name: str, folder: str
) -> None:
    place, program = Place(name, folder), rf"{folder}\python\python.exe"
    computer = Computer(files={program})
    clicked(opened, computer, place)
    (line,) = (run.line for run in computer.runs)
    *before, last = commands(line)
    python, *options, code, book, caller, app, window = arguments(last.text)
    assert (python, options) == (program, ["-B", "-c"])
    assert (book, caller) == (f"--wb={name}", "--from_xl=1")
    assert app.endswith(r"\Microsoft Excel")
    assert window == "--hwnd=4242"
    assert code.endswith("; from xl_macros.excel import entry; entry.create_report()")
    compile(code, "command", "exec")
    (into,) = (arguments(one.text) for one in before if not re.fullmatch("[A-Z]:", one.text))
    assert into == ["pushd" if folder.startswith("\\") else "cd", program.rpartition("\\")[0]]


# --- protection -----------------------------------------------------------------------------


def allowed(protection: object) -> object:
    """What people may do: programs may write, which no file keeps."""
    return replace(protection, user_interface_only=False)  # type: ignore[type-var] # no types


def test_the_protection_is_lifted_while_python_runs_and_set_again_as_it_was(
    opened: OpenedFile,
) -> None:
    seen: list[dict[str, object]] = []
    computer = ready()
    computer.meanwhile = lambda: seen.append(opened.protections_now())
    clicked(opened, computer)
    assert [set(one.values()) for one in seen] == [{None}]
    after = opened.protections_now()
    assert {name: allowed(one) for name, one in after.items()} == opened.protections
    assert all(one.user_interface_only for one in after.values())


def test_a_sheet_that_was_open_stays_open(opened: OpenedFile) -> None:
    excel = VbaExcel(opened, ready(), PLACE)
    opened.sheet(IN_BETWEEN).protection = None
    excel.click("CreateReport")
    open_sheets = [name for name, one in opened.protections_now().items() if one is None]
    assert open_sheets == [IN_BETWEEN]


def test_a_second_click_protects_the_same(opened: OpenedFile) -> None:
    excel = clicked(opened, ready())
    once = opened.protections_now()
    excel.click("CheckFigures")
    assert opened.protections_now() == once
    assert len(excel.computer.runs) == 2


def test_python_that_fails_is_told_in_vietnamese_and_its_log_is_kept(opened: OpenedFile) -> None:
    computer = replace(ready(), exit_status=1)
    clicked(opened, computer)
    assert computer.popups == [Popup(f"{TEXTS['failed']}\r\n{KEPT_LOG}", TITLE, STOP)]
    log = commands(computer.runs[0].line)[-1].errors_to
    assert computer.copied == [(log, KEPT_LOG)]
    assert None not in opened.protections_now().values()


def test_an_error_of_windows_in_between_is_told_and_the_sheets_are_protected(
    opened: OpenedFile,
) -> None:
    def fails() -> object:
        raise VBARuntimeError(70, "Permission denied")

    computer = replace(ready(), meanwhile=fails)
    clicked(opened, computer)
    assert computer.popups == [Popup(TEXTS["failed"], TITLE, STOP)]
    assert None not in opened.protections_now().values()


def answering(
    patch: pytest.MonkeyPatch, opened: OpenedFile, member: str, answer: Callable[[], object]
) -> None:
    """Let one member of one sheet behave otherwise."""
    sheet = opened.sheet(IN_BETWEEN)
    others = sheet.vba_get

    def vba_get(name: str, *rest: object) -> object:
        return answer() if name == member else others(name, *rest)

    patch.setattr(sheet, "vba_get", vba_get)


def refuses() -> object:
    raise VBARuntimeError(1004, "The password you supplied is not correct.")


def test_a_sheet_that_does_not_open_stops_the_action_and_leaves_none_open(
    opened: OpenedFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    computer = ready()
    answering(monkeypatch, opened, "Unprotect", refuses)
    clicked(opened, computer)
    assert computer.popups == [Popup(TEXTS["failed"], TITLE, STOP)]
    assert computer.runs == []
    assert None not in opened.protections_now().values()


def test_a_sheet_whose_own_password_is_not_given_keeps_it_and_the_others_open(
    opened: OpenedFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, object]] = []
    answering(monkeypatch, opened, "Unprotect", lambda: None)
    answering(monkeypatch, opened, "Protect", refuses)
    computer = replace(ready(), meanwhile=lambda: seen.append(opened.protections_now()))
    clicked(opened, computer)
    assert [name for name, one in seen[0].items() if one is not None] == [IN_BETWEEN]
    assert opened.protections_now()[IN_BETWEEN] == opened.protections[IN_BETWEEN]
    assert computer.popups == []


def test_a_sheet_that_cannot_be_protected_again_leaves_no_other_open(
    opened: OpenedFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, opened, "Protect", refuses)
    clicked(opened, ready())
    assert [name for name, one in opened.protections_now().items() if one is None] == [IN_BETWEEN]
