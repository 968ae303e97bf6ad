"""What the .bat files start: the same actions without Excel, told in windows of Windows."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.docgen import reading
from tests.xl_macros.excel.made import other_register, with_figures
from workbook.domain.plan import Kind, Slot
from workbook.domain.register import Register
from workbook.layout import findings_layout as place
from xl_macros import actions, windows_dialogs, without_excel
from xl_macros import without_excel_vi as vi
from xl_macros.dropped_files import BAT_VARIABLE, LINE_VARIABLE
from xl_macros.excel import messages_vi


class Official:
    """Answers questions in turn, and keeps what was said."""

    def __init__(self, *answers: bool | None, chosen: Path | None = None) -> None:
        self.answers, self.chosen = list(answers), chosen
        self.told: list[str] = []
        self.warned: list[str] = []
        self.opened: list[Path] = []

    def say(self, text: str, *, serious: bool = False) -> None:
        (self.warned if serious else self.told).append(text)

    def ask(self, text: str) -> bool | None:
        self.told.append(text)
        return self.answers.pop(0)

    def choose_file(self, title: str, filters: windows_dialogs.Filters) -> Path | None:
        self.told.append(title)
        return self.chosen

    def open_file(self, path: Path) -> None:
        self.opened.append(path)


Sits = Callable[[Official], Official]


@pytest.fixture
def sits(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sits]:
    """Put an official before the machine; all answers must have been asked for."""
    there: list[Official] = []

    def sit(official: Official) -> Official:
        for name in ("say", "choose_file"):
            monkeypatch.setattr(windows_dialogs, name, getattr(official, name))
        for name in ("ask", "choose"):
            monkeypatch.setattr(windows_dialogs, name, official.ask)
        monkeypatch.setattr(windows_dialogs, "silent", lambda: False)
        monkeypatch.setattr(without_excel, "open_file", official.open_file)
        there.append(official)
        return official

    yield sit
    assert [one.answers for one in there if one.answers] == []


def made(folder: Path, suffix: str) -> list[str]:
    return sorted(path.name for path in folder.glob(f"*{suffix}"))


@pytest.fixture
def other_file(tmp_path: Path) -> Path:
    """A sổ of the other plan in which nothing is wrong."""
    judged = actions.judge(other_register(filled=True))
    path = tmp_path / "So.xlsx"
    path.write_bytes(actions.make_workbook(judged))
    return path


@pytest.fixture
def faulty_file(sample: Register, tmp_path: Path) -> Path:
    """The sample sổ with a text for a number, which blocks the final reports."""
    measure = next(one for one in sample.plan.measures.values() if one.kind is Kind.COUNT)
    faulty = with_figures(sample, {measure.id: {Slot.AMOUNT: "ba em"}})
    path = tmp_path / "so.xlsx"
    path.write_bytes(actions.make_workbook(actions.judge(faulty)))
    return path


# --- the report -----------------------------------------------------------------------------


def test_the_report_of_the_latest_figures_lies_beside_the_workbook_and_is_opened(
    sample_file: Path, sits: Sits
) -> None:
    before = sample_file.read_bytes()
    official = sits(Official(True, True))
    assert without_excel.main(["bao-cao", str(sample_file)]) == 0
    (name,) = made(sample_file.parent, ".docx")
    assert name == "Bao_cao_nam_2026_so_lieu_mau.docx"
    assert official.opened == [sample_file.parent / name]
    which, offer = official.told
    assert which.startswith("Lập báo cáo năm 2026?")
    assert "“Không” (No) để lập báo cáo 6 tháng đầu năm 2026" in which
    assert offer.startswith(f"Đã lập văn bản:\n{sample_file.parent / name}\n")
    assert sample_file.read_bytes() == before


def test_the_other_period_can_be_chosen_and_nothing_need_be_opened(
    sample_file: Path, sits: Sits
) -> None:
    official = sits(Official(False, False))
    assert without_excel.main(["bao-cao", str(sample_file)]) == 0
    assert made(sample_file.parent, ".docx") == ["Bao_cao_6_thang_2026_so_lieu_mau.docx"]
    assert official.opened == []


def test_who_cancels_gets_nothing(sample_file: Path, sits: Sits) -> None:
    sits(Official(None))
    assert without_excel.main(["bao-cao", str(sample_file)]) == 0
    assert made(sample_file.parent, ".docx") == []


def test_where_faults_block_the_report_a_draft_is_offered(faulty_file: Path, sits: Sits) -> None:
    official = sits(Official(True, True, False))
    assert without_excel.main(["bao-cao", str(faulty_file)]) == 0
    (name,) = made(faulty_file.parent, ".docx")
    assert name.startswith("Du_thao_")
    assert "chính thức vì số liệu còn 1 lỗi:" in official.told[1]
    assert "Bản dự thảo này còn 1 lỗi số liệu" in official.told[2]
    assert "DỰ THẢO" in reading.text((faulty_file.parent / name).read_bytes())


def test_who_wants_no_draft_is_told_where_all_faults_are_listed(
    faulty_file: Path, sits: Sits
) -> None:
    official = sits(Official(True, False))
    assert without_excel.main(["bao-cao", str(faulty_file)]) == 3
    assert made(faulty_file.parent, ".docx") == []
    assert "KiemTra.bat" in official.told[-1]


def test_a_workbook_open_in_excel_is_read_as_it_was_saved_and_that_is_said(
    sample_file: Path, sits: Sits
) -> None:
    sample_file.with_name(f"~${sample_file.name}").write_bytes(b"\x05Nguoi dung")
    official = sits(Official(True, False))
    assert without_excel.main(["bao-cao", str(sample_file)]) == 0
    assert vi.STILL_OPEN in official.told[-1]


def test_where_no_program_opens_the_file_that_is_said(
    sample_file: Path, sits: Sits, monkeypatch: pytest.MonkeyPatch
) -> None:
    official = sits(Official(True, True))

    def refuse(path: Path) -> None:
        raise OSError(path)

    monkeypatch.setattr(without_excel, "open_file", refuse)
    assert without_excel.main(["bao-cao", str(sample_file)]) == 0
    (written,) = sample_file.parent.glob("*.docx")
    assert official.warned == [messages_vi.not_opened(written)]


# --- the findings ---------------------------------------------------------------------------


def test_the_findings_lie_in_a_new_workbook_beside_the_sổ(faulty_file: Path, sits: Sits) -> None:
    before = faulty_file.read_bytes()
    official = sits(Official(True))
    assert without_excel.main(["kiem-tra", str(faulty_file)]) == 3
    written = faulty_file.parent / "Ket_qua_kiem_tra_2026_so_lieu_mau.xlsx"
    assert official.opened == [written]
    (told,) = official.told
    assert told.startswith("Kiểm tra xong: 2 lỗi")
    assert str(written) in told
    assert faulty_file.read_bytes() == before
    sheet = openpyxl.load_workbook(written).active
    assert sheet is not None
    severities = [sheet.cell(row, place.SEVERITY + 1).value for row in range(place.FIRST_ROW, 99)]
    assert severities.count("Lỗi") == 2


def test_where_nothing_is_found_the_new_workbook_says_so(other_file: Path, sits: Sits) -> None:
    official = sits(Official(False))
    assert without_excel.main(["kiem-tra", str(other_file)]) == 0
    assert official.told[0].startswith("Kiểm tra xong: không có điểm nào cần xem lại.")
    (written,) = other_file.parent.glob("Ket_qua*.xlsx")
    sheet = openpyxl.load_workbook(written).active
    assert sheet is not None
    assert sheet.cell(place.FIRST_ROW, 1).value == "Không có lỗi, cảnh báo hay nhắc việc nào."


def test_several_workbooks_are_done_one_after_another_and_the_worst_counts(
    faulty_file: Path, other_file: Path, sits: Sits, monkeypatch: pytest.MonkeyPatch
) -> None:
    sits(Official(False, False))
    monkeypatch.setenv(BAT_VARIABLE, "KiemTra.bat")
    monkeypatch.setenv(LINE_VARIABLE, f'cmd /c ""D:\\KiemTra.bat" "{other_file}" "{faulty_file}""')
    assert without_excel.main(["kiem-tra", str(other_file)]) == 3
    assert len(made(faulty_file.parent, ".xlsx")) == 4


# --- what goes wrong ------------------------------------------------------------------------


def test_who_double_clicks_chooses_a_workbook(sample_file: Path, sits: Sits) -> None:
    official = sits(Official(False, chosen=sample_file))
    assert without_excel.main(["kiem-tra", ""]) == 0
    assert official.told[0] == vi.CHOOSE_WORKBOOK
    assert made(sample_file.parent, ".xlsx") != [sample_file.name]


def test_who_chooses_none_gets_nothing(sits: Sits) -> None:
    official = sits(Official())
    assert without_excel.main(["kiem-tra"]) == 0
    assert (official.told, official.warned) == ([vi.CHOOSE_WORKBOOK], [])


def test_where_nobody_can_choose_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(windows_dialogs.SILENCE, "1")
    assert without_excel.main(["kiem-tra"]) == 2
    assert capsys.readouterr().err == f"{vi.NO_WORKBOOK}\n"


def test_in_silence_the_path_is_printed(
    sample_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(windows_dialogs.SILENCE, "co")
    assert without_excel.main(["bao-cao", str(sample_file)]) == 0
    (written,) = sample_file.parent.glob("*.docx")
    assert capsys.readouterr().out.splitlines()[-1] == str(written)


@pytest.mark.parametrize("arguments", [[], ["in"], ["--help"]])
def test_an_unknown_action_is_refused(arguments: list[str], sits: Sits) -> None:
    official = sits(Official())
    assert without_excel.main(arguments) == 2
    assert official.warned == [vi.UNKNOWN_ACTION]


@pytest.mark.parametrize("action", ["bao-cao", "kiem-tra"])
def test_what_is_no_workbook_is_told_in_a_sentence(action: str, tmp_path: Path, sits: Sits) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    official = sits(Official())
    assert without_excel.main([action, str(tmp_path / "a.docx")]) == 2
    (told,) = official.warned
    assert "a.docx" in told


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "ổ đĩa đã đầy"), (errno.EACCES, "quyền ghi"), (errno.EROFS, "quyền ghi")],
)
@pytest.mark.parametrize("action", ["bao-cao", "kiem-tra"])
def test_a_full_disk_and_a_folder_that_refuses_are_told_and_leave_nothing_behind(
    number: int,
    told: str,
    action: str,
    sample_file: Path,
    sits: Sits,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    official = sits(Official(*[True] * (action == "bao-cao")))
    assert without_excel.main([action, str(sample_file)]) == 2
    (sentence,) = official.warned
    assert told in sentence
    assert [path.name for path in sample_file.parent.iterdir()] == [sample_file.name]


def test_our_own_bug_is_a_sentence_with_a_log(
    sample_file: Path, sits: Sits, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(actions, "judge", broken)
    official = sits(Official())
    assert without_excel.main(["kiem-tra", str(sample_file)]) == 2
    (told,) = official.warned
    (log,) = re.findall(r"\S+\.log", told)
    assert "ZeroDivisionError: a bug" in Path(log).read_text(encoding="utf-8")
    Path(log).unlink()
