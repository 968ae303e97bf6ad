"""The list of the Windows folder's files, and what it finds out about a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.domain.errors import UnusableInputError
from xl_macros import file_list
from xl_macros.file_list import Damage, Damaged, ListedFile

CONTENT = {
    "python/python.exe": b"MZ",
    "python/app/a.py": b"a = 1\n",
    "CaiDat.bat": b"@echo off\r\n",
    "giay_phep/Tài liệu.txt": b"MIT",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in CONTENT.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    files = [ListedFile(name, file_list.sha256(tmp_path / name), "MIT") for name in CONTENT]
    text = file_list.write_list(files)
    (tmp_path / file_list.LIST_NAME).write_text(text, encoding="utf-8-sig", newline="")
    return tmp_path


paths = st.lists(st.text("abcắ, \"'&();", min_size=1), min_size=1).map("/".join)
files = st.builds(
    ListedFile, paths, st.text("0123456789abcdef", min_size=64, max_size=64), st.text("MIT-3 ,")
)


@given(st.lists(files, unique_by=lambda one: one.path))
def test_a_list_that_was_written_reads_the_same(listed: list[ListedFile]) -> None:
    text = file_list.write_list(listed)
    expected = tuple(sorted(listed, key=lambda one: one.path))
    assert file_list.read_list(text) == file_list.read_list("\ufeff" + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tep,sha256\r\n",
        "tep;sha256;giay_phep\r\n",
        f"tep,sha256,giay_phep\r\na,{'0' * 63},MIT\r\n",
        f"tep,sha256,giay_phep\r\na,{'0' * 64}\r\n",
        f"tep,sha256,giay_phep\r\n../a,{'0' * 64},MIT\r\n",
        f"tep,sha256,giay_phep\r\n/a,{'0' * 64},MIT\r\n",
    ],
)
def test_a_broken_list_is_refused(text: str) -> None:
    with pytest.raises(UnusableInputError, match="giải nén lại"):
        file_list.read_list(text)


def test_a_whole_folder_has_no_damage(folder: Path) -> None:
    assert file_list.damaged(folder) == []


def test_what_an_official_keeps_there_is_no_damage(folder: Path) -> None:
    (folder / "So_2026.xlsm").write_bytes(b"PK")
    (folder / "mau").mkdir()
    (folder / "mau" / "bao_cao.docx").write_bytes(b"PK")
    assert file_list.damaged(folder) == []


def test_each_damage_is_found_with_its_file(folder: Path) -> None:
    (folder / "python/python.exe").write_bytes(b"MY")
    (folder / "python/app/a.py").unlink()
    (folder / "CaiDat.bat").unlink()
    (folder / "CaiDat.bat").mkdir()
    (folder / "python/app/b.py").write_bytes(b"")
    found = file_list.damaged(folder)
    assert sorted(found, key=lambda one: one.path) == [
        Damaged("CaiDat.bat", Damage.UNREADABLE),
        Damaged("python/app/a.py", Damage.MISSING),
        Damaged("python/app/b.py", Damage.UNEXPECTED),
        Damaged("python/python.exe", Damage.CHANGED),
    ]


@pytest.mark.parametrize(
    ("path", "version"),
    [
        ("python/app/so_chi_tieu-2026.11.3.dist-info/METADATA", "2026.11.3"),
        ("python/app/so_chi_tieu-2026.11.3.dist-info/RECORD", ""),
        ("python/Lib/site-packages/lxml-6.1.3.dist-info/METADATA", ""),
    ],
)
def test_the_version_is_known_by_the_metadata_among_the_files(path: str, version: str) -> None:
    assert file_list.version_of([ListedFile("a", "", ""), ListedFile(path, "", "")]) == version


def test_a_folder_without_a_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="Không thấy danh sách tệp"):
        file_list.damaged(tmp_path)


def test_a_list_that_is_no_text_is_told(folder: Path) -> None:
    (folder / file_list.LIST_NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnusableInputError, match="Không đọc được"):
        file_list.damaged(folder)


def test_the_home_is_the_folder_around_the_running_python(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert file_list.home() is None
    monkeypatch.setattr(sys, "executable", str(folder / "python" / "python.exe"))
    assert file_list.home() == folder
    (folder / file_list.LIST_NAME).unlink()
    assert file_list.home() is None
