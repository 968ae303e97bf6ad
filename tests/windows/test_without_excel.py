"""The ways without macros, in the folder unpacked from the zip: the two .bat, the diagnosis.

What wine's cmd.exe lacks is not shown here: the variable that holds its own command line,
by which a dropped name with & and no blank is saved (tests/xl_macros/test_dropped_files.py).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest

from tests.docgen import reading
from tests.windows.desk import Desk, unpacked
from tests.windows.wine import needs_wine, shell_run
from xl_macros import actions, windows_dialogs
from xl_macros import without_excel_vi as vi
from xl_macros.diagnosis import output_vi
from xl_macros.excel import messages_vi
from xl_macros.file_list import LIST_NAME, PROGRAM

REPORT_BAT, CHECK_BAT, MACHINE_BAT = "TaoBaoCao.bat", "KiemTra.bat", "KiemTraMay.bat"
BOOK = "Sổ & chỉ tiêu (1).xlsx"
REPORT = "Bao_cao_nam_2026_so_lieu_mau.docx"
FINDINGS = "Ket_qua_kiem_tra_2026_so_lieu_mau.xlsx"
SILENT = {windows_dialogs.SILENCE: "1"}
_PRINTED = "in.txt"

# Answers windows in their order: presses a button by its number, or types the name of a
# file and presses OK. Tells the texts of each.
_OFFICIAL = """if True:
    import json, sys, time
    import win32con, win32gui
    until = time.monotonic() + 150
    told, OK, NAME = [], 1, (0x47C, 0x480)
    for title, answer in json.loads(sys.argv[1]):
        while not (box := win32gui.FindWindow(None, title)) and time.monotonic() < until:
            time.sleep(0.05)
        texts = []
        win32gui.EnumChildWindows(box, lambda one, _: texts.append(win32gui.GetWindowText(one)), 0)
        told.append(texts)
        if isinstance(answer, str):
            (field,) = [one for number in NAME if (one := win32gui.GetDlgItem(box, number))][:1]
            win32gui.SendMessage(field, win32con.WM_SETTEXT, 0, answer)
            answer = OK
        win32gui.PostMessage(box, win32con.WM_COMMAND, answer, 0)
        while win32gui.IsWindow(box) and time.monotonic() < until:
            time.sleep(0.05)
    print(json.dumps(told))
"""
NO = 7  # winuser.h, IDNO

Entry = tuple[str, str, str | int]  # of the user's registry: key, name, value

# Looks at the machine with some entries in the registry, which are gone afterwards.
_DIAGNOSIS = """if True:
    import json, sys, winreg
    from xl_macros.diagnosis import diagnose, look, output_vi
    entries = json.loads(sys.argv[2])
    kinds = {int: winreg.REG_DWORD, str: winreg.REG_SZ}
    kept = []
    for key, name, value in entries:
        opened = winreg.CreateKey(winreg.HKEY_CURRENT_USER, key)
        try:
            kept.append((opened, name, winreg.QueryValueEx(opened, name)))
        except OSError:
            kept.append((opened, name, None))
        winreg.SetValueEx(opened, name, 0, kinds[type(value)], value)
    try:
        print(json.dumps(output_vi.records_json(diagnose(look(sys.argv[1])))))
    finally:
        for opened, name, before in kept:
            if before is None:
                winreg.DeleteValue(opened, name)
            else:
                winreg.SetValueEx(opened, name, 0, before[1], before[0])
"""


@pytest.fixture
def book(desk: Desk, sample_bytes: bytes) -> Iterator[Path]:
    """The sample sổ in a folder of its own, with a difficult name."""
    folder = desk.wine.drive / "Văn bản (2) & khác"
    folder.mkdir()
    path = folder / BOOK
    path.write_bytes(sample_bytes)
    yield path
    shutil.rmtree(folder)


def drop(
    desk: Desk, bat: Path, *paths: Path, variables: Mapping[str, str] = SILENT
) -> tuple[int, str]:
    """Start a .bat as Windows does when files are dropped on it; return status and output."""
    printed = desk.wine.drive / _PRINTED
    quoted = " ".join(f'"{desk.wine.path(path)}"' for path in (bat, *paths))
    line = f'cmd.exe /c "{quoted} > {desk.wine.path(printed)} 2>&1"'
    status = shell_run(desk.wine, line, variables).status
    return status, printed.read_bytes().decode("utf-8", errors="replace")


@contextmanager
def official(desk: Desk, *answers: tuple[str, str | int]) -> Iterator[list[list[str]]]:
    """Let somebody answer the windows that come; the list then has their texts."""
    told: list[list[str]] = []
    with ThreadPoolExecutor(1) as beside:
        arguments = ("-c", _OFFICIAL, json.dumps(answers))
        answering = beside.submit(desk.wine.run, desk.python, *arguments)
        yield told
        told += json.loads(answering.result())


# --- the .bat files -------------------------------------------------------------------------


@needs_wine
def test_a_workbook_dropped_on_the_report_gives_the_report_beside_it(
    desk: Desk, book: Path, judged_sample: actions.Judged
) -> None:
    before = book.read_bytes()
    status, printed = drop(desk, desk.folder / REPORT_BAT, book)
    written = book.parent / REPORT
    assert (status, printed.splitlines()[-1]) == (0, desk.wine.path(written))
    here = actions.make_document(
        judged_sample, "bao-cao", period=judged_sample.latest, templates=actions.Templates()
    )
    assert here.content is not None
    assert reading.text(written.read_bytes()) == reading.text(here.content)
    assert sorted(path.name for path in book.parent.iterdir()) == sorted([REPORT, BOOK])
    assert book.read_bytes() == before


@needs_wine
def test_a_workbook_dropped_on_the_check_gives_a_new_workbook_of_findings(
    desk: Desk, book: Path, judged_sample: actions.Judged
) -> None:
    before = book.read_bytes()
    status, printed = drop(desk, desk.folder / CHECK_BAT, book)
    assert (status, printed.splitlines()[-1]) == (0, desk.wine.path(book.parent / FINDINGS))
    checked = judged_sample.checked
    here = actions.make_findings(checked, checked.findings, book)
    there = openpyxl.load_workbook(book.parent / FINDINGS).active
    assert there is not None
    (book.parent / "o_day.xlsx").write_bytes(here.content or b"")
    own = openpyxl.load_workbook(book.parent / "o_day.xlsx").active
    assert own is not None
    assert list(there.values) == list(own.values)
    assert book.read_bytes() == before


@needs_wine
def test_who_double_clicks_chooses_the_workbook_and_answers_in_windows(
    desk: Desk, book: Path
) -> None:
    answers: list[tuple[str, str | int]] = [
        (vi.CHOOSE_WORKBOOK, desk.wine.path(book)),
        (messages_vi.TITLE, NO),
        (messages_vi.TITLE, NO),
    ]
    with official(desk, *answers) as told:
        status, _ = drop(desk, desk.folder / REPORT_BAT, variables={})
    assert status == 0
    _, which, offer = ("\n".join(texts) for texts in told)
    assert "Lập báo cáo năm 2026?" in which
    assert "Bao_cao_6_thang_2026_so_lieu_mau.docx" in offer
    assert (book.parent / "Bao_cao_6_thang_2026_so_lieu_mau.docx").exists()


@needs_wine
def test_what_is_no_workbook_is_told_in_a_window(desk: Desk, book: Path) -> None:
    paper = book.with_name("Giấy & tờ (1).xlsx")
    paper.write_text("không phải sổ", encoding="utf-8")
    with official(desk, (messages_vi.TITLE, 1)) as told:
        status, _ = drop(desk, desk.folder / CHECK_BAT, paper, variables={})
    assert status == 2
    assert any(paper.name in text for text in told[0]), told


@needs_wine
def test_a_bat_elsewhere_finds_the_program_by_the_variable_and_else_says_that_there_is_none(
    desk: Desk, book: Path
) -> None:
    bat = Path(shutil.copy(desk.folder / CHECK_BAT, book.parent))
    home = {"SOCHITIEU_HOME": desk.wine.path(desk.folder)}
    assert drop(desk, bat, book, variables=SILENT | home)[0] == 0
    status, printed = drop(desk, bat, book)
    assert status == 2
    assert "CaiDat.bat" in printed


# --- the diagnosis --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def fresh(desk: Desk, archive: bytes) -> Path:
    """The folder unpacked once more: nothing of the tests is in it."""
    return unpacked(archive, desk.wine.drive / "Bản mới (3) & sạch")


def checks(desk: Desk, fresh: Path, entries: Iterable[Entry] = ()) -> dict[str, dict[str, str]]:
    """Return what the folder's Python says of its own sổ, by check.

    `entries` are in the user's registry meanwhile.
    """
    (book,) = fresh.glob("*.xlsm")
    arguments = ("-B", "-c", _DIAGNOSIS, desk.wine.path(book), json.dumps(list(entries)))
    found = json.loads(desk.wine.run(fresh / PROGRAM / "python.exe", *arguments))["checks"]
    return {one["check"]: one for one in found}


@needs_wine
def test_a_folder_just_unpacked_is_whole_and_its_buttons_find_it(desk: Desk, fresh: Path) -> None:
    found = checks(desk, fresh)
    for check in ("product", "program", "files", "libraries", "folder", "temp", "path_characters"):
        assert found[check]["state"] == "ok", found[check]
    assert "3.13" in found["program"]["found"]
    assert found["system"]["found"].startswith("Windows ")
    assert found["trusted_location"]["state"] == "warning"


@needs_wine
def test_what_excel_is_told_of_macros_and_how_windows_separates_is_read_from_the_registry(
    desk: Desk, fresh: Path
) -> None:
    security = r"Software\Microsoft\Office\16.0\Excel\Security"
    international = r"Control Panel\International"
    off: Entry = (security, "VBAWarnings", 4)
    entries: list[Entry] = [
        off,
        (rf"{security}\Trusted Locations\Location77", "Path", desk.wine.path(fresh) + "\\"),
        (international, "sDecimal", ","),
        (international, "sThousand", "."),
    ]
    with spoilt(fresh / LIST_NAME, b""):  # to compare all files takes long
        found = checks(desk, fresh, entries)
        untrusted = checks(desk, fresh, [off])
    assert found["trusted_location"]["state"] == "ok"
    assert found["macros"]["state"] == "ok"
    assert found["macros"]["found"].startswith("Excel tắt mọi macro")
    assert found["windows_separators"]["state"] == "ok"
    assert untrusted["macros"]["state"] == "fault"


@needs_wine
@pytest.mark.parametrize(
    ("name", "content", "state", "told"),
    [
        (f"{PROGRAM}/app/xl_macros/buttons.py", b"#", "fault", "buttons.py (bị thay đổi)"),
        (f"{PROGRAM}/app/docgen/documents.py", None, "fault", "documents.py (thiếu)"),
        (f"{PROGRAM}/Lib/site-packages/la.pth", b"", "warning", "la.pth (lạ)"),
        (LIST_NAME, b"tep", "fault", "đã hỏng"),
        (LIST_NAME, None, "fault", LIST_NAME),
    ],
)
def test_a_damaged_file_is_found(
    name: str, content: bytes | None, state: str, told: str, desk: Desk, fresh: Path
) -> None:
    with spoilt(fresh / name, content):
        files = checks(desk, fresh)["files"]
    assert files["state"] == state
    assert told in files["found"]


@needs_wine
def test_the_check_by_its_bat_runs_also_where_the_program_lacks_files(
    desk: Desk, fresh: Path, book: Path
) -> None:
    with spoilt(fresh / PROGRAM / "app" / "xl_macros" / "actions.py", None):
        status, printed = drop(desk, fresh / MACHINE_BAT, book)
        report, said = drop(desk, fresh / REPORT_BAT, book)
    page = book.parent / output_vi.PAGE_NAME
    assert (status, printed.splitlines()[-1]) == (3, desk.wine.path(page))
    assert "actions.py (thiếu)" in page.read_text(encoding="utf-8")
    assert report == 2
    assert "CaiDat.bat" in said


@contextmanager
def spoilt(path: Path, content: bytes | None) -> Iterator[None]:
    """Change a file for a while, or take it away."""
    before = path.read_bytes() if path.exists() else None
    put(path, content)
    try:
        yield
    finally:
        put(path, before)


def put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
