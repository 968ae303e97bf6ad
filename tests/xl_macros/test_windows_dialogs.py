"""Where nobody looks, questions are answered by a variable and nothing waits."""

from __future__ import annotations

import sys

import pytest

from xl_macros import windows_dialogs as dialogs


@pytest.fixture(autouse=True)
def nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(dialogs.SILENCE, "1")


def test_a_message_goes_to_the_console_a_serious_one_to_stderr(
    capsys: pytest.CaptureFixture[str],
) -> None:
    dialogs.say("Đã lập báo cáo.")
    dialogs.say("Ổ đĩa đã đầy.", serious=True)
    assert capsys.readouterr() == ("Đã lập báo cáo.\n", "Ổ đĩa đã đầy.\n")


@pytest.mark.parametrize(
    ("value", "answer"), [("1", False), ("khong", False), ("co", True), ("Có", True)]
)
def test_a_question_is_shown_and_answered_by_the_variable(
    value: str, answer: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(dialogs.SILENCE, value)
    assert dialogs.ask("Lập bản dự thảo?") is answer
    assert capsys.readouterr().out == "Lập bản dự thảo?\n"


def test_of_two_ways_the_first_is_taken_and_no_file_is_chosen() -> None:
    assert dialogs.choose("Có: cả năm; Không: 6 tháng?") is True
    assert dialogs.choose_file("Chọn sổ", {"Sổ": "*.xlsx"}) is None


def test_on_windows_only_the_variable_silences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert dialogs.silent()
    monkeypatch.delenv(dialogs.SILENCE)
    assert not dialogs.silent()


def test_filters_are_pairs_closed_by_zeros() -> None:
    offered = {"Sổ (*.xlsx)": "*.xlsx;*.xlsm", "Tất cả": "*.*"}
    assert dialogs.filter_text(offered) == "Sổ (*.xlsx)\0*.xlsx;*.xlsm\0Tất cả\0*.*\0\0"
