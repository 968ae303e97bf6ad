from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from workbook.domain.errors import OutputError
from xl_macros.outputs import write_new


def test_a_new_file_gets_its_name_and_content(tmp_path: Path) -> None:
    path = write_new(tmp_path / "a" / "bao_cao.docx", b"x")
    assert path == tmp_path / "a" / "bao_cao.docx"
    assert path.read_bytes() == b"x"


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "bao_cao.docx"
    written = [write_new(target, content) for content in (b"1", b"2", b"3")]
    assert [path.name for path in written] == ["bao_cao.docx", "bao_cao-2.docx", "bao_cao-3.docx"]
    assert [path.read_bytes() for path in written] == [b"1", b"2", b"3"]


def test_writers_at_the_same_time_never_share_a_name(tmp_path: Path) -> None:
    contents = [str(number).encode() for number in range(20)]
    threads = [
        threading.Thread(target=write_new, args=(tmp_path / "a.docx", content))
        for content in contents
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == sorted(contents)


def test_a_full_disk_is_said_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="ổ đĩa đã đầy"):
        write_new(tmp_path / "a.docx", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "thu_muc").write_bytes(b"")
    with pytest.raises(OutputError, match="là tệp, không phải thư mục"):
        write_new(tmp_path / "thu_muc" / "a.docx", b"x")


def test_a_folder_that_refuses_writing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(OutputError, match="kiểm tra quyền ghi"):
        write_new(tmp_path / "a.docx", b"x")
