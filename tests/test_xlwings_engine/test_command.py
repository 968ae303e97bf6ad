"""A RunPython command in a process of its own finds the open book."""

from __future__ import annotations

import sys
from pathlib import Path

import openpyxl
import pytest

from tests.xlwings_engine import Click, click

_ARGUMENTS = ("--wb=Sổ thử.xlsx", "--from_xl=1", "--app=C:\\Excel.exe", "--hwnd=42")
_PROLOGUE = 'import xlwings.utils;xlwings.utils.prepare_sys_path("false;;;;;");'


def run(path: Path, into: Path, code: str, **options: object) -> Click:
    program = f"{_PROLOGUE} import xlwings as xw; book = xw.Book.caller(); {code}"
    command = [sys.executable, "-B", "-c", program, *_ARGUMENTS]
    return click(command, path, into, **options)  # type: ignore[arg-type] # passed through


def test_the_caller_is_the_book_that_the_command_line_names(path: Path, tmp_path: Path) -> None:
    code = "book.sheets['Khóa']['A1'].value = book.fullname; book.app.status_bar = 'xong'"
    done = run(path, tmp_path / "ra", code)
    assert (done.status, done.errors) == (0, "")
    assert openpyxl.load_workbook(done.workbook)["Khóa"]["A1"].value == str(path)
    assert openpyxl.load_workbook(done.workbook)["Khóa"].protection.sheet
    assert openpyxl.load_workbook(path)["Khóa"]["A1"].value == 1
    assert done.journal.status_bars == ["xong"]
    assert done.journal.count("write", sheet="Khóa") == 1


def test_another_name_finds_nothing(path: Path, tmp_path: Path) -> None:
    other = path.with_name("Sổ khác.xlsx")
    other.write_bytes(path.read_bytes())
    done = run(other, tmp_path / "ra", "book.app.alert('tìm thấy')")
    assert done.status == 1
    assert "FileNotFoundError" in done.errors
    assert done.journal.alerts == []


def test_answers_and_modules_come_back(path: Path, tmp_path: Path) -> None:
    code = "import wave; print(book.app.alert('Mở?', buttons='yes_no'))"
    done = run(path, tmp_path / "ra", code, answers=["yes"])
    assert [(alert.text, alert.answer) for alert in done.journal.alerts] == [("Mở?", "yes")]
    assert "wave" in done.modules
    assert "openpyxl" not in done.modules
    assert 0 < done.seconds < 60


def test_a_module_that_the_pretended_excel_had_loaded_is_told_when_asked_for(
    path: Path, tmp_path: Path
) -> None:
    done = run(path, tmp_path / "ra", "import openpyxl.styles")
    assert "openpyxl.styles" in done.modules


@pytest.mark.parametrize(("lifted", "status"), [(True, 0), (False, 1)])
def test_the_protection_is_lifted_as_asked(
    path: Path, tmp_path: Path, lifted: bool, status: int
) -> None:
    done = run(path, tmp_path / "ra", "book.sheets['Khóa']['A1'].value = 2", lifted=lifted)
    assert done.status == status
    assert bool(done.journal.refusals) is not lifted


def test_a_question_without_answer_ends_the_process(path: Path, tmp_path: Path) -> None:
    done = run(path, tmp_path / "ra", "book.app.alert('Mở?', buttons='yes_no')")
    assert done.status == 1
    assert done.journal.unanswered == ["Mở?"]
