"""Whatever happens inside a click, the official reads Vietnamese and knows what to do."""

from __future__ import annotations

import atexit
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
import xlwings as xw

from tests.xl_macros.test_cli import ENGLISH
from tests.xlwings_engine import ComError, Journal, excel, journal_of
from workbook.domain.errors import UnusableInputError
from xl_macros.excel import guard, talk
from xl_macros.excel.messages_vi import EXCEL_BUSY, EXCEL_GONE


def told(sample_file: Path, error: Exception) -> tuple[str, Journal]:
    """Run an action that fails with the error in the middle of its work; return the message."""

    def fails(book: xw.Book) -> None:
        with talk.working(book):
            talk.doing(book, "Đang làm")
            raise error

    with excel(sample_file) as book:
        guard.run(fails)
        journal = journal_of(book)
    (alert,) = journal.alerts
    assert (alert.buttons, alert.mode, alert.title) == ("ok", "critical", "Sổ chỉ tiêu")
    assert journal.status_bars[-1] is False
    assert journal.screen_updating == [False, True]
    assert not ENGLISH.search(alert.text), alert.text
    return alert.text, journal


def log_named_in(text: str) -> str:
    log = Path(re.search(r"\S+\.log", text)[0])  # type: ignore[index] # the sentence names it
    content = log.read_text(encoding="utf-8")
    log.unlink()
    return content


def test_what_the_product_knows_is_told_as_it_is(sample_file: Path) -> None:
    assert told(sample_file, UnusableInputError("Sổ hỏng."))[0] == "Sổ hỏng."


def test_a_bug_of_ours_is_a_sentence_and_a_log(sample_file: Path) -> None:
    text, _ = told(sample_file, ZeroDivisionError("phép chia “0”"))
    content = log_named_in(text)
    assert "ZeroDivisionError: phép chia “0”" in content
    assert "Traceback" in content


@pytest.mark.parametrize(
    ("hresult", "scode", "text"),
    [
        (-2147418111, None, EXCEL_BUSY),
        (-2147417846, None, EXCEL_BUSY),
        (-2147352567, -2146777998, EXCEL_BUSY),
        (-2146777998, None, EXCEL_BUSY),
        (-2147417848, None, EXCEL_GONE),
        (-2147023174, None, EXCEL_GONE),
    ],
)
def test_what_excel_answers_is_known_by_its_number(
    sample_file: Path, hresult: int, scode: int | None, text: str
) -> None:
    assert told(sample_file, ComError("Call was rejected by callee.", hresult, scode))[0] == text


def test_a_refused_write_says_that_the_sheet_is_locked_and_keeps_a_log(sample_file: Path) -> None:
    text, _ = told(sample_file, ComError("The cell you're trying to change is protected"))
    assert "trang đang bị khóa" in text
    assert "The cell you're trying to change" in log_named_in(text)


def test_an_unknown_answer_of_excel_is_treated_as_a_bug(sample_file: Path) -> None:
    text, _ = told(sample_file, ComError("?", -1, -2))
    assert "lỗi ngoài dự kiến" in text
    log_named_in(text)


def test_a_real_locked_cell_is_told_so(sample_file: Path) -> None:
    def writes(book: xw.Book) -> None:
        book.sheets[0].range("A1").value = "x"

    with excel(sample_file) as book:
        guard.run(writes)
        assert "trang đang bị khóa" in journal_of(book).alerts[0].text
        log_named_in(journal_of(book).alerts[0].text)


def test_without_a_calling_workbook_a_sentence_still_appears(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lost() -> xw.Book:
        raise KeyError("Sổ thử.xlsm")

    monkeypatch.setattr(xw.Book, "caller", lost)
    guard.run(lambda _: None)
    err = capsys.readouterr().err
    assert err.startswith("Chương trình không tìm thấy sổ vừa bấm nút.")
    assert "KeyError" in log_named_in(err)


def test_when_excel_was_closed_meanwhile_a_sentence_still_appears(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def closed(book: xw.Book) -> None:
        def gone(_: object) -> None:
            raise ComError("The object invoked has disconnected", -2147417848, None)

        journal_of(book).before_trip = gone
        with talk.working(book):
            pass

    with excel(sample_file):
        guard.run(closed)
    assert capsys.readouterr().err == f"{EXCEL_GONE}\n"


def test_a_full_disk_costs_the_log_not_the_message(
    sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    assert "báo người hỗ trợ" in told(sample_file, ZeroDivisionError())[0]


def test_other_excels_are_not_ended_when_the_click_is_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cleanup() -> None:
        """Stand for what xlwings does at the end on Windows."""

    windows = ModuleType("xlwings._xlwindows")
    windows.cleanup = cleanup  # type: ignore[attr-defined] # as xlwings has it
    monkeypatch.setitem(sys.modules, "xlwings._xlwindows", windows)
    kept: list[object] = []
    monkeypatch.setattr(atexit, "unregister", kept.append)
    guard.run(lambda book: None)  # no workbook has called: the sentence goes to stderr
    assert kept == [cleanup]
    assert "không tìm thấy sổ" in capsys.readouterr().err
