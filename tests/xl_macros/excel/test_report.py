"""“Tạo báo cáo”: what is asked, refused, written, where, and under which name."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings as xw

from docgen.template_locations import default_template
from tests.xl_macros.excel.made import (
    HALF,
    YEAR,
    choose,
    choose_period,
    click,
    contents,
    documents,
    faulty,
    type_in,
)
from tests.xlwings_engine import excel, journal_of, save_copy
from workbook.domain.errors import OutputError, TemplateError, UnusableInputError
from workbook.domain.register import Register
from workbook.layout import sheets, texts_vi
from workbook.layout.placement import SettingsLayout
from workbook.layout.summary_layout import SummaryLayout
from xl_macros.cli import main
from xl_macros.excel.report import create_report


@pytest.mark.parametrize("period", [HALF, YEAR], ids=lambda period: period.key)
@pytest.mark.parametrize("draft", [False, True])
def test_the_report_is_byte_for_byte_that_of_the_command_line(
    sample_file: Path, tmp_path: Path, period: object, draft: bool
) -> None:
    with excel(sample_file, answers=["ok", "no"]) as book:
        choose_period(book, period)  # type: ignore[arg-type] # one of the two above
        choose(book, SummaryLayout.VERSION_CELL, texts_vi.DRAFT if draft else texts_vi.FINAL)
        click(book, create_report)
        (written,) = documents(tmp_path)
        copy = save_copy(book, tmp_path / "sao.xlsx")
    key = period.key  # type: ignore[attr-defined] # as above
    arguments = ["bao-cao", str(copy), "--ky", key, "-o", str(tmp_path / "ra")]
    assert main([*arguments, *["--du-thao"] * draft]) == 0
    (told,) = documents(tmp_path / "ra")
    assert told.name == written.name
    assert told.read_bytes() == written.read_bytes()
    assert written.parent == sample_file.parent


def test_nothing_in_the_workbook_changes(sample_file: Path, tmp_path: Path) -> None:
    with excel(sample_file, answers=["ok", "no"]) as book:
        before = contents(save_copy(book, tmp_path / "1.xlsx"))
        click(book, create_report)
        assert journal_of(book).count("write") == 0
        assert contents(save_copy(book, tmp_path / "2.xlsx")) == before


def test_the_question_tells_what_will_be_made_and_cancel_makes_nothing(
    sample_file: Path, tmp_path: Path
) -> None:
    with excel(sample_file, answers=["cancel"]) as book:
        choose_period(book, HALF)
        choose(book, SummaryLayout.VERSION_CELL, texts_vi.DRAFT)
        click(book, create_report)
        (alert,) = journal_of(book).alerts
    assert alert.buttons == "ok_cancel"
    assert "6 tháng đầu năm 2026" in alert.text
    assert "dự thảo" in alert.text
    assert documents(tmp_path) == []


@pytest.mark.parametrize(("answer", "times"), [("yes", 1), ("no", 0)])
def test_the_document_is_opened_when_the_official_agrees(
    sample_file: Path, tmp_path: Path, answer: str, times: int
) -> None:
    opened: list[Path] = []
    with excel(sample_file, answers=["ok", answer]) as book:
        click(book, lambda book: create_report(book, opened.append))
        offer = journal_of(book).alerts[-1]
    (written,) = documents(tmp_path)
    assert str(written) in offer.text
    assert opened == [written] * times


def test_a_document_that_nothing_opens_is_told(sample_file: Path, tmp_path: Path) -> None:
    def fails(path: Path) -> None:
        raise OSError(path)

    with excel(sample_file, answers=["ok", "yes"]) as book:
        click(book, lambda book: create_report(book, fails))
        last = journal_of(book).alerts[-1]
    assert last.text.startswith("Đã ghi tệp nhưng chưa mở được.")
    assert str(documents(tmp_path)[0]) in last.text


def test_an_earlier_document_is_kept_and_the_new_name_is_told(
    sample_file: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        with excel(sample_file, answers=["ok", "no"]) as book:
            click(book, create_report)
            text = journal_of(book).alerts[-1].text
    first, second = sorted(documents(tmp_path), key=lambda path: len(path.name))
    assert second.stem == f"{first.stem}-2"
    assert f"đã có tệp “{first.name}”" in text
    assert f"mang tên “{second.name}”" in text


def test_blocking_faults_refuse_a_final_report_and_name_the_way_out(
    sample: Register, sample_file: Path, tmp_path: Path
) -> None:
    with excel(sample_file, answers=["ok"]) as book:
        type_in(book, sample, faulty(sample))
        click(book, create_report)
        last = journal_of(book).alerts[-1]
    assert documents(tmp_path) == []
    assert last.mode == "critical"
    assert "vì số liệu còn" in last.text
    assert "- Trang " in last.text
    assert f"“{texts_vi.DRAFT}” ở ô {SummaryLayout.VERSION_CELL}" in last.text


def test_a_draft_is_written_with_faults_and_says_how_many(
    sample: Register, sample_file: Path, tmp_path: Path
) -> None:
    with excel(sample_file, answers=["ok", "no"]) as book:
        type_in(book, sample, faulty(sample))
        choose(book, SummaryLayout.VERSION_CELL, texts_vi.DRAFT)
        click(book, create_report)
        last = journal_of(book).alerts[-1]
    (written,) = documents(tmp_path)
    assert written.name.startswith("Du_thao_")
    assert "lỗi số liệu, liệt kê ở cuối văn bản" in last.text


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        (SummaryLayout.PERIOD_CELL, "quý I"),
        (SummaryLayout.KIND_CELL, "Công văn"),
        (SummaryLayout.UNIT_CELL, "Bưu điện"),
        (SummaryLayout.VERSION_CELL, "in thử"),
        (SummaryLayout.VERSION_CELL, None),
    ],
)
def test_an_unreadable_choice_names_its_cell_and_what_may_be_chosen(
    book: xw.Book, cell: str, typed: str | None
) -> None:
    book.sheets[sheets.SUMMARY].range(cell).value = typed
    with pytest.raises(UnusableInputError) as raised:
        click(book, create_report)
    text = str(raised.value)
    assert text.startswith(f"Ô {cell}, trang “{sheets.SUMMARY}”")
    assert f"“{typed or '(trống)'}”" in text
    assert "Đề nghị chọn một mục" in text


def test_choices_may_be_typed_without_capitals(sample_file: Path, tmp_path: Path) -> None:
    with excel(sample_file, answers=["ok", "no"]) as book:
        choose(book, SummaryLayout.VERSION_CELL, " dự thảo ")
        click(book, create_report)
    assert documents(tmp_path)[0].name.startswith("Du_thao_")


def test_a_copy_of_the_template_beside_the_workbook_takes_its_place(
    sample_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "mau").mkdir()
    text = default_template("bao_cao.docx").read_bytes()
    (tmp_path / "mau" / "bao_cao.docx").write_bytes(text[: len(text) // 2])
    with excel(sample_file, answers=["ok"]) as book, pytest.raises(TemplateError):
        click(book, create_report)


def test_the_folder_of_the_settings_is_used(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Văn bản đi"
    with excel(sample_file, answers=["ok", "no"]) as book:
        cell = SettingsLayout().cell("output_folder")
        book.sheets[sheets.SETTINGS].range(cell).value = str(folder)
        click(book, create_report)
    assert [path.parent for path in documents(tmp_path)] == [folder]


def test_a_folder_that_cannot_be_written_is_told(sample_file: Path, tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")
    with excel(sample_file, answers=["ok"]) as book:
        cell = SettingsLayout().cell("output_folder")
        book.sheets[sheets.SETTINGS].range(cell).value = str(tmp_path / "tep")
        with pytest.raises(OutputError, match="là tệp, không phải thư mục"):
            click(book, create_report)
        assert journal_of(book).status_bars[-1] is False


def test_without_the_summary_the_message_says_so(book: xw.Book) -> None:
    book.sheets[sheets.SUMMARY].delete()
    with pytest.raises(UnusableInputError, match="Không tìm thấy trang “Tổng hợp”"):
        click(book, create_report)


def test_few_trips_are_made(sample_file: Path) -> None:
    with excel(sample_file, answers=["ok", "no"]) as book:
        click(book, create_report)
        assert journal_of(book).busiest("read") <= 2
        assert journal_of(book).count("write", "note") == 0
        assert {trip.member for trip in journal_of(book).trips if trip.kind == "format"} <= {"get"}
