"""Every rule of the check of the machine, as a table of examples."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.xl_macros.diagnosis.made import (
    FOLDER,
    HOME,
    LINUX,
    PROGRAM,
    WELL,
    on_windows,
    record_of,
    with_folder,
    with_macros,
    with_program,
)
from xl_macros.diagnosis import State, diagnose
from xl_macros.diagnosis import words_vi as vi
from xl_macros.diagnosis.facts import Facts, Files, Kind, Location, Separators, Writing
from xl_macros.file_list import Damage, Damaged

FAULT, WARNING, OK = State.FAULT, State.WARNING, State.OK
NONE, UNKNOWN = State.NOT_APPLICABLE, State.UNKNOWN

LOST = Damaged("python/python313.dll", Damage.MISSING)
SPOILT = Damaged("python/app/xl_macros/cli.py", Damage.CHANGED)
ADDED = Damaged("python/app/x.pyc", Damage.UNEXPECTED)
OTHER_PYTHON = r"C:\Users\an\AppData\Local\SoChiTieu\python\python.exe"
LONG = "D:\\" + "x" * 157
HERE = Location(HOME, subfolders=False)
SHARE = r"\\may-chu\chung"
MIB = 2**20

CASES: list[tuple[str, Facts, State, str]] = [
    ("product", WELL, OK, "2026.11.3"),
    ("product", with_program(product=None), UNKNOWN, ""),
    ("program", WELL, OK, "3.13.2"),
    ("program", on_windows(found_program=""), FAULT, "SOCHITIEU_HOME"),
    ("program", on_windows(found_program=OTHER_PYTHON), WARNING, "SoChiTieu"),
    ("program", on_windows(found_program=PROGRAM.executable.upper()), OK, ""),
    ("program", LINUX, NONE, "3.13.2"),
    ("files", WELL, OK, ""),
    ("files", with_program(files=Files((LOST,))), FAULT, "python313.dll (thiếu)"),
    ("files", with_program(files=Files((ADDED, SPOILT))), FAULT, "1 tệp của chương trình"),
    ("files", with_program(files=Files((LOST,) * 7)), FAULT, "và 2 tệp khác"),
    ("files", with_program(files=Files((ADDED,))), WARNING, "x.pyc (lạ)"),
    ("files", with_program(files=Files((), "Danh sách tệp đã hỏng.")), FAULT, "đã hỏng"),
    ("files", with_program(files=None), FAULT, "DanhSachTep.csv"),
    ("files", with_program(files=None, executable=r"C:\venv\Scripts\python.exe"), NONE, "pip"),
    ("files", replace(LINUX, program=replace(PROGRAM, files=None)), NONE, "pip"),
    ("libraries", WELL, OK, "xlwings 1.0"),
    ("libraries", with_program(libraries={"lxml": None, "jinja2": "3"}), FAULT, "Thiếu: lxml."),
    ("libraries", with_program(libraries={"lxml": None}), FAULT, "không có thư viện nào"),
    ("folder", WELL, OK, HOME),
    ("folder", with_folder(writing=Writing.REFUSED), FAULT, HOME),
    ("folder", with_folder(writing=Writing.FULL), FAULT, "đã đầy"),
    ("folder", with_folder(writing=None), UNKNOWN, ""),
    ("place", WELL, OK, ""),
    ("place", with_folder(kind=Kind.SYNCED), WARNING, "OneDrive"),
    ("place", with_folder(kind=Kind.ONLINE), WARNING, "SharePoint"),
    ("place", with_folder(kind=Kind.NETWORK), WARNING, "ổ mạng"),
    ("place", with_folder(kind=Kind.REMOVABLE), WARNING, "thẻ nhớ"),
    ("path_length", WELL, OK, "12 ký tự"),
    ("path_length", with_folder(path=LONG[:158]), OK, "158"),
    ("path_length", with_folder(path=LONG[:159]), WARNING, "159"),
    ("path_length", with_folder(f"{LONG}\\{'y' * 57}"), OK, ""),
    ("path_length", with_folder(f"{LONG}\\{'y' * 58}"), FAULT, "219"),
    ("path_length", with_folder("https://x/" + "y" * 300, kind=Kind.ONLINE), NONE, ""),
    ("path_characters", WELL, OK, ""),
    ("path_characters", with_folder(path=r"D:\Tài liệu & số (1) 100% 'a'"), OK, ""),
    ("path_characters", with_folder(path=r"D:\50%\60%"), OK, ""),
    ("path_characters", with_folder(path=r"D:\%TEMP%\a"), WARNING, "%TEMP%"),
    ("path_characters", with_folder("https://x/a%20b%20c", kind=Kind.ONLINE), OK, ""),
    ("space", WELL, OK, "50 GB"),
    ("space", with_folder(free=499 * MIB), WARNING, "499 MB"),
    ("space", with_folder(free=19 * MIB), FAULT, "19 MB"),
    ("space", with_folder(free=None), UNKNOWN, ""),
    ("temp", WELL, OK, "50 GB"),
    ("temp", replace(WELL, temp=replace(FOLDER, writing=Writing.REFUSED)), FAULT, HOME),
    ("temp", replace(WELL, temp=replace(FOLDER, writing=Writing.FULL)), FAULT, "đã đầy"),
    ("temp", replace(WELL, temp=replace(FOLDER, free=MIB)), FAULT, "1 MB"),
    ("temp", replace(WELL, temp=replace(FOLDER, free=None)), UNKNOWN, ""),
    ("mark", WELL, OK, ""),
    ("mark", with_macros(zone=3), FAULT, "thư điện tử"),
    ("mark", with_macros(zone=4), FAULT, ""),
    ("mark", with_macros(zone=2), OK, ""),
    ("mark", on_windows(zone=3), OK, "vị trí tin cậy"),
    ("mark", with_macros(zone=3, block_from_internet=0), WARNING, "cảnh báo"),
    ("mark", with_macros(zone=3, block_from_internet=1), FAULT, ""),
    ("mark", with_macros(zone=3, locations=(HERE,), no_locations=True), FAULT, ""),
    ("mark", replace(WELL, book=""), NONE, vi.NO_BOOK),
    ("mark", replace(WELL, book=rf"{HOME}\So.xlsx"), NONE, vi.MACRO_FREE),
    ("mark", with_folder("https://x/So.xlsm", kind=Kind.ONLINE), UNKNOWN, ""),
    ("trusted_location", WELL, OK, ""),
    ("trusted_location", with_macros(), WARNING, "hỏi trước"),
    ("trusted_location", with_macros(locations=(HERE,), no_locations=True), WARNING, "bị tắt"),
    ("trusted_location", replace(WELL, book=""), NONE, vi.NO_BOOK),
    ("macros", WELL, OK, "hỏi trước"),
    ("macros", with_macros(warnings=1), WARNING, "không hỏi"),
    ("macros", with_macros(warnings=2, warnings_by_policy=True), OK, "người quản trị"),
    ("macros", with_macros(warnings=3), FAULT, "chữ ký số"),
    ("macros", with_macros(warnings=4, warnings_by_policy=True), FAULT, "người quản trị"),
    ("macros", with_macros(warnings=4, locations=(HERE,)), OK, "vẫn chạy được"),
    ("child_processes", WELL, OK, ""),
    ("child_processes", with_macros(child_processes=1), FAULT, "Defender"),
    ("child_processes", with_macros(child_processes=2), OK, ""),
    ("child_processes", with_macros(child_processes=6), WARNING, "hỏi"),
    ("system", WELL, OK, "Windows 11"),
    ("system", LINUX, OK, "Linux 6.1"),
    ("excel", WELL, OK, "16.0.17928.20114"),
    ("excel", on_windows(excel=None), WARNING, "Không tìm thấy Excel"),
    ("windows_separators", WELL, OK, "“,”"),
    ("windows_separators", on_windows(separators=Separators(".", ",", ",")), WARNING, "“.”"),
    ("windows_separators", on_windows(separators=Separators(",", ",", ";")), FAULT, "đều là “,”"),
    ("windows_separators", on_windows(separators=Separators("'", ".", ";")), WARNING, "“'”"),
    ("windows_separators", on_windows(separators=Separators(",", "\xa0", ";")), OK, "“dấu cách”"),
    ("windows_separators", on_windows(separators=Separators(",", None, "")), OK, "“không đặt”"),
    ("windows_separators", on_windows(separators=Separators(None, None)), UNKNOWN, ""),
    ("excel_separators", WELL, OK, "theo Windows"),
    ("excel_separators", on_windows(excel_separators=Separators(",", ".")), OK, "như Windows"),
    ("excel_separators", on_windows(excel_separators=Separators(".", ",")), WARNING, "khác"),
    ("font", WELL, OK, ""),
    ("font", on_windows(times_new_roman=False), WARNING, ""),
]


@pytest.mark.parametrize(("check", "facts", "state", "told"), CASES)
def test_a_check_judges_what_was_found(check: str, facts: Facts, state: State, told: str) -> None:
    record = record_of(facts, check)
    assert record.state is state
    assert told in record.found


@pytest.mark.parametrize(("check", "facts", "state", "told"), CASES)
def test_whatever_is_wrong_comes_with_what_to_do(
    check: str, facts: Facts, state: State, told: str
) -> None:
    record = record_of(facts, check)
    assert record.title
    assert record.found
    assert not re.search(r"[{}]", record.found + record.advice), "a fact was not filled in"
    if state in (FAULT, WARNING) and not (facts.program.files and facts.program.files.list_fault):
        assert record.advice.endswith(".")


def test_every_check_is_judged_in_every_state_that_it_knows() -> None:
    """A rule without an example of trouble would never have been seen to speak."""
    troubled = {check for check, _, state, _ in CASES if state in (FAULT, WARNING, UNKNOWN)}
    assert troubled == {one.check for one in diagnose(WELL)} - {"system"}


def test_on_a_sound_machine_there_is_nothing_to_do() -> None:
    assert {one.state for one in diagnose(WELL)} == {OK}


def test_elsewhere_than_on_windows_what_does_not_apply_says_so() -> None:
    told = {one.check: one for one in diagnose(LINUX)}
    assert {one.state for one in told.values()} <= {OK, NONE}
    assert told["macros"].found == vi.ONLY_WINDOWS
    assert told["folder"].state is OK


def test_the_checks_are_the_same_everywhere_and_have_names_of_their_own() -> None:
    names = [one.check for one in diagnose(WELL)]
    assert len(set(names)) == len(names)
    assert [one.check for one in diagnose(LINUX)] == names


@pytest.mark.parametrize(
    ("path", "subfolders", "trusted"),
    [
        (HOME, False, True),
        (HOME.lower() + "\\", False, True),
        ("D:\\", False, False),
        ("D:\\", True, True),
        (r"D:\So", True, False),
        (rf"{HOME}\mau", True, False),
        (r"E:\SoChiTieu", True, False),
        (SHARE, True, False),
    ],
)
def test_a_trusted_location_covers_its_folder_and_where_it_says_so_those_below(
    path: str, subfolders: bool, trusted: bool
) -> None:
    facts = with_macros(locations=(Location(path, subfolders),))
    assert (record_of(facts, "trusted_location").state is OK) == trusted


@pytest.mark.parametrize("allowed", [False, True])
def test_on_the_network_a_trusted_location_counts_only_where_that_is_allowed(allowed: bool) -> None:
    there = Location(SHARE, subfolders=True)
    macros = with_macros(zone=3, locations=(there,), network_locations=allowed).windows
    facts = replace(with_folder(path=SHARE, kind=Kind.NETWORK), windows=macros)
    assert record_of(facts, "trusted_location").state is (OK if allowed else WARNING)
    assert record_of(facts, "mark").state is (OK if allowed else FAULT)
