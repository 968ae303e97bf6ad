"""What KiemTraMay.bat starts: windows of Windows instead of Excel's, little of the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workbook.domain.errors import OutputError
from xl_macros import windows_dialogs
from xl_macros.diagnosis import Record, State, __main__, output_vi, pages

FAULT = Record("x", "X", State.FAULT, "Hỏng.", "Sửa.")
# What is not needed to tell that a folder lacks files.
SPARED = ("openpyxl", "xlsxwriter", "docgen", "jinja2", "lxml", "xlwings", "workbook.reader")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put an official before the machine who says yes to all."""
    texts: list[str] = []

    def ask(text: str) -> bool:
        texts.append(text)
        return True

    def say(text: str, *, serious: bool = False) -> None:
        texts.append(text)

    monkeypatch.setattr(windows_dialogs, "silent", lambda: False)
    monkeypatch.setattr(windows_dialogs, "ask", ask)
    monkeypatch.setattr(windows_dialogs, "say", say)
    monkeypatch.setattr(windows_dialogs, "choose_file", lambda *_: None)
    return texts


def test_the_page_lies_beside_the_workbook_and_is_opened(
    sample_file: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(__main__, "open_file", opened.append)
    assert __main__.main([str(sample_file)]) == 0
    page = sample_file.parent / output_vi.PAGE_NAME
    assert opened == [page]
    (text,) = told
    assert text.startswith("Đã kiểm tra máy:")
    assert str(page) in text


def test_without_a_workbook_the_present_folder_is_checked(
    told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(__main__, "open_file", lambda _: None)
    assert __main__.main([""]) == 0
    assert [path.name for path in tmp_path.iterdir()] == [output_vi.PAGE_NAME]


def test_an_unfit_machine_is_told_by_the_status(
    told: list[str], sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(__main__, "diagnose", lambda _: (FAULT,))
    monkeypatch.setattr(__main__, "open_file", lambda _: None)
    assert __main__.main([str(sample_file)]) == 3


def test_where_no_folder_takes_the_page_the_result_is_told_all_the_same(
    told: list[str], sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _: bytes) -> Path:
        raise OutputError(f"Không ghi được {path.name}.")

    monkeypatch.setattr(pages, "write_new", refuse)
    assert __main__.main([str(sample_file)]) == 0
    (text,) = told
    assert text.startswith("Đã kiểm tra máy:")


def test_our_own_bug_is_a_sentence(told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(__main__, "diagnose", broken)
    assert __main__.main([]) == 2
    (text,) = told
    assert "lỗi ngoài dự kiến" in text


def test_it_runs_where_most_of_the_program_is_missing() -> None:
    code = "import sys; from xl_macros.diagnosis import __main__; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert [name for name in loaded if name.startswith(SPARED)] == []
