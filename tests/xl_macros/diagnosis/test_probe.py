"""Looking at a machine: this one in earnest, Windows as far as it can be told apart."""

from __future__ import annotations

import errno
import re
import tempfile
import tomllib
from pathlib import Path

import pytest

from xl_macros.diagnosis import probe, windows_probe
from xl_macros.diagnosis.facts import Kind, Writing

ROOT = Path(__file__).parents[3]
PYTHONS = {
    r"D:\So\python\python.exe": "beside",
    r"E:\venv\Scripts\python.exe": "venv",
    r"C:\L\SoChiTieu\python\python.exe": "installed",
}


def test_this_machine_is_looked_at_and_nothing_is_left_behind(tmp_path: Path) -> None:
    book = tmp_path / "So.xlsm"
    book.write_bytes(b"")
    facts = probe.look(str(book))
    assert facts.book == str(book)
    assert (facts.folder.path, facts.folder.writing) == (str(tmp_path), Writing.DONE)
    assert facts.folder.free
    assert facts.program.product
    assert None not in facts.program.libraries.values()
    assert list(tmp_path.iterdir()) == [book]


def test_without_a_workbook_it_is_the_present_folder_or_the_one_for_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert probe.look().folder.path == str(tmp_path)
    assert probe.look(documents=ROOT).folder.path == str(ROOT)


def test_a_workbook_on_the_web_is_known_by_its_address(tmp_path: Path) -> None:
    facts = probe.look("https://d.docs.live.net/abc/So.xlsm", documents=tmp_path)
    assert facts.folder.kind is Kind.ONLINE
    assert facts.folder.path == str(tmp_path)


@pytest.mark.parametrize(
    ("number", "writing"),
    [
        (errno.ENOSPC, Writing.FULL),
        (errno.EACCES, Writing.REFUSED),
        (errno.EROFS, Writing.REFUSED),
        (errno.ENOENT, Writing.REFUSED),
    ],
)
def test_what_hinders_writing_is_told_apart(
    number: int, writing: Writing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    assert probe.look_at(tmp_path).writing is writing


def test_a_machine_without_any_temporary_folder_is_looked_at_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", none)
    assert probe.look().temp.writing is Writing.REFUSED


def test_a_folder_that_is_not_there_is_not_written_to(tmp_path: Path) -> None:
    folder = probe.look_at(tmp_path / "khong-co")
    assert (folder.writing, folder.free) == (Writing.REFUSED, None)


def test_the_libraries_asked_for_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {re.split(r"[><=!~\[ ]", one)[0] for one in project["dependencies"]}
    assert {*probe.NEEDED, *probe.OTHERS} == required
    assert probe.version_of("khong-co-thu-vien-nay") is None


@pytest.mark.parametrize(
    ("folders", "found"),
    [
        (("D:\\So", "E:\\venv", r"C:\L\SoChiTieu"), "beside"),
        (("", "E:\\venv", r"C:\L\SoChiTieu"), "venv"),
        (("D:\\Khác", "", r"C:\L\SoChiTieu"), "installed"),
        (("", "", ""), None),
        (("D:\\Khác",), None),
    ],
)
def test_python_is_looked_for_where_the_buttons_look(
    folders: tuple[str, ...], found: str | None
) -> None:
    path = probe.found_program(folders, PYTHONS.__contains__)
    assert PYTHONS.get(path) == found
    assert bool(path) == bool(found)


def test_the_vba_looks_for_the_same_programs() -> None:
    vba = (ROOT / "xl_macros" / "vba" / "SoChiTieu.bas").read_text(encoding="ascii")
    (places,) = re.findall(r'PROGRAM_IN_FOLDER As String = "(.*)"', vba)
    assert tuple(place.removeprefix("\\") for place in places.split("|")) == probe.PROGRAMS


@pytest.mark.parametrize(
    ("path", "below"),
    [
        (r"C:\Users\an\OneDrive\So", True),
        (r"c:\users\AN\onedrive", True),
        (r"C:\Users\an\OneDrive2\So", False),
        (r"D:\So", False),
    ],
)
def test_a_folder_of_onedrive_is_known_by_its_place(path: str, below: bool) -> None:
    assert probe.is_below(path, ["", r"C:\Users\an\OneDrive"]) == below
    assert not probe.is_below(path, [""])


@pytest.mark.parametrize(
    ("path", "drive", "kind"),
    [
        ("D:\\So", 3, Kind.LOCAL),
        ("E:\\So", 2, Kind.REMOVABLE),
        ("Z:\\So", 4, Kind.NETWORK),
        (r"\\may-chu\chung", 1, Kind.NETWORK),
    ],
)
def test_drives_are_told_apart(path: str, drive: int, kind: Kind) -> None:
    assert windows_probe.kind_of_drive(path, drive) is kind


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ((6, 1, 7601), "Windows 7 (6.1.7601)"),
        ((6, 3, 9600), "Windows 8.1 (6.3.9600)"),
        ((10, 0, 19045), "Windows 10 (10.0.19045)"),
        ((10, 0, 22631), "Windows 11 (10.0.22631)"),
    ],
)
def test_windows_is_called_as_people_call_it(version: tuple[int, int, int], name: str) -> None:
    assert windows_probe.windows_name(*version) == name


@pytest.mark.parametrize(
    ("mark", "zone"),
    [
        ("[ZoneTransfer]\nZoneId=3\nReferrerUrl=https://x\n", 3),
        ("[ZoneTransfer]\nZoneId=0\n", 0),
        ("", None),
        (None, None),
    ],
)
def test_the_mark_of_a_downloaded_file_is_read(
    mark: str | None, zone: int | None, tmp_path: Path
) -> None:
    """A stream of a file on Windows; here a file of the same name stands for it."""
    if mark is not None:
        (tmp_path / "So.xlsm:Zone.Identifier").write_text(mark)
    assert windows_probe.zone_of(str(tmp_path / "So.xlsm")) == zone
