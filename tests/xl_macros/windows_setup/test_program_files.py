"""A program takes the place of another one whole or not at all; what is not its own stays."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.xl_macros.windows_setup.conftest import MakeFolder
from workbook.domain.errors import OutputError, UnusableInputError
from xl_macros.file_list import LIST_NAME, damaged, list_in, version_of
from xl_macros.windows_setup.program_files import LOG_NAME, copy_program, remove_program

OLD, NEW = "2026.11.2", "2026.11.3"


def version_in(folder: Path) -> str:
    return version_of(list_in(folder))


def files(folder: Path) -> dict[str, bytes]:
    found = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {path.relative_to(folder).as_posix(): data for path, data in found.items()}


@pytest.fixture
def source(make_folder: MakeFolder) -> Path:
    return make_folder("moi", NEW)


@pytest.fixture
def used(make_folder: MakeFolder) -> Path:
    """A folder that has been worked in: sổ, documents, an office's own templates."""
    folder = make_folder("đang dùng", OLD)
    (folder / "So_2026.xlsm").write_bytes(b"so")
    (folder / "mau").mkdir()
    (folder / "mau" / "bao_cao.docx").write_bytes(b"mau rieng")
    return folder


def test_the_program_alone_is_copied_and_is_whole_there(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "may" / "SoChiTieu"
    copy_program(source, target, everything=False)
    assert damaged(target) == []
    assert version_in(target) == NEW
    assert sorted(one.name for one in target.iterdir()) == [LIST_NAME, "python"]


@pytest.mark.parametrize("times", [1, 2])
def test_an_update_changes_the_program_and_leaves_what_is_the_officials(
    times: int, source: Path, used: Path
) -> None:
    for _ in range(times):
        copy_program(source, used, everything=True)
    expected = files(source) | {"So_2026.xlsm": b"so", "mau/bao_cao.docx": b"mau rieng"}
    assert files(used) == expected
    assert damaged(used) == []


def failing(error: int, method: str, on: str) -> Callable[..., object]:
    """Return a method of Path that fails for paths with this end."""
    original = getattr(Path, method)

    def fails(self: Path, *arguments: object, **named: object) -> object:
        if str(self).endswith(on):
            second = str(arguments[0]) if method in ("rename", "replace") else None
            raise OSError(error, "injected", str(self), None, second)
        return original(self, *arguments, **named)

    return fails


@pytest.mark.parametrize(
    ("error", "method", "on", "words"),
    [
        (errno.ENOSPC, "write_bytes", "python.moi/Lib/a.py", "đã đầy"),
        (errno.ENOSPC, "mkdir", "python.moi", "đã đầy"),
        (errno.EACCES, "write_bytes", "python.moi/python.exe", "không cho ghi"),
        (errno.EACCES, "rename", "dùng/python", "đang mở"),
        (errno.EACCES, "rename", "python.moi", "đang mở"),
    ],
)
def test_what_fails_is_told_and_the_old_program_stays_whole(
    error: int, method: str, on: str, words: str, source: Path, used: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = files(used)
    with monkeypatch.context() as patched:
        patched.setattr(Path, method, failing(error, method, on))
        with pytest.raises(OutputError, match=words):
            copy_program(source, used, everything=True)
    assert files(used) == before
    copy_program(source, used, everything=True)
    assert damaged(used) == []


@pytest.mark.parametrize("on", ["CaiDat.bat.tam", f"{LIST_NAME}.tam"])
def test_a_run_that_broke_off_later_is_not_taken_for_done(
    on: str, source: Path, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", failing(errno.ENOSPC, "write_bytes", on))
        with pytest.raises(OutputError, match="đã đầy"):
            copy_program(source, used, everything=True)
    assert version_in(used) == OLD
    assert not list(used.rglob("*.tam"))
    copy_program(source, used, everything=True)
    assert damaged(used) == []


def test_a_run_that_was_killed_between_its_renames_is_mended(source: Path, used: Path) -> None:
    (used / "python").rename(used / "python.cu")
    (used / "python.moi").mkdir()
    (used / "python.moi" / "half").write_bytes(b"")
    copy_program(source, used, everything=True)
    assert damaged(used) == []
    assert not (used / "python.cu").exists()
    assert not (used / "python.moi").exists()


@pytest.mark.parametrize("change", [lambda path: path.unlink(), lambda path: path.write_text("x")])
def test_a_file_of_the_source_that_is_not_as_listed_stops_it(
    change: Callable[[Path], object], source: Path, used: Path
) -> None:
    before = files(used)
    change(source / "python/Lib/a.py")
    with pytest.raises(UnusableInputError, match=r"python/Lib/a\.py"):
        copy_program(source, used, everything=True)
    assert files(used) == before


def test_removal_leaves_nothing_of_the_copy(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "SoChiTieu"
    copy_program(source, target, everything=False)
    (target / LOG_NAME).write_text("nhật ký")
    remove_program(target)
    assert not target.exists()
    remove_program(target)


def test_removal_leaves_what_is_not_its_own(source: Path, used: Path) -> None:
    remove_program(used)
    assert sorted(files(used)) == [
        "CaiDat.bat", "So_2026.xlsm", "mau/bao_cao.docx", "mau_goc/bao_cao.docx",
    ]  # fmt: skip


def test_a_running_program_is_not_removed_by_half(
    used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(used)
    monkeypatch.setattr(Path, "rename", failing(errno.EACCES, "rename", "dùng/python"))
    with pytest.raises(OutputError, match="Đề nghị đóng Excel và Word"):
        remove_program(used)
    assert files(used) == before
