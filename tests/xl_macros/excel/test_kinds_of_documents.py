"""“Tạo báo cáo” and “Tạo kế hoạch”: the other kinds of documents that can be chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings as xw

from tests.xl_macros.excel.made import (
    HALF,
    YEAR,
    built,
    choose,
    choose_period,
    click,
    documents,
    faulty,
    other_register,
    type_in,
)
from tests.xlwings_engine import excel, journal_of
from workbook.domain.errors import UnusableInputError
from workbook.domain.register import Register
from workbook.layout import texts_vi
from workbook.layout.summary_layout import SummaryLayout
from xl_macros.cli import main
from xl_macros.excel.report import create_plan, create_report


@pytest.mark.parametrize("draft", [False, True])
def test_a_units_report_is_byte_for_byte_that_of_the_command_line(
    draft: bool, sample: Register, sample_file: Path, tmp_path: Path
) -> None:
    unit = sample.plan.units[-1]
    with excel(sample_file, answers=["ok", "no"]) as book:
        choose_period(book, HALF)
        choose(book, SummaryLayout.UNIT_CELL, unit.sheet)
        choose(book, SummaryLayout.VERSION_CELL, texts_vi.DRAFT if draft else texts_vi.FINAL)
        click(book, create_report)
        question = journal_of(book).alerts[0].text
        (written,) = documents(tmp_path)
    assert f"Sẽ lập báo cáo {HALF.label} của “{unit.sheet}”" in question
    assert ("dự thảo" in question) is draft
    arguments = ["bao-cao", str(sample_file), "--ky", HALF.key, "--don-vi", unit.sheet]
    assert main([*arguments, "-o", str(tmp_path / "ra"), *["--du-thao"] * draft]) == 0
    (told,) = documents(tmp_path / "ra")
    assert (told.name, told.read_bytes()) == (written.name, written.read_bytes())


def test_only_its_own_faults_refuse_a_units_report(
    sample: Register, sample_file: Path, tmp_path: Path
) -> None:
    wrong = next(one for one in sample.plan.measures.values() if one.kind.is_ratio)
    own = sample.plan.unit(wrong.responsible_unit)
    other = next(one for one in sample.plan.units if one is not own)
    for unit, answers in ((own, ["ok"]), (other, ["ok", "no"])):
        with excel(sample_file, answers=answers) as book:
            type_in(book, sample, faulty(sample))
            choose(book, SummaryLayout.UNIT_CELL, unit.sheet)
            click(book, create_report)
            last = journal_of(book).alerts[-1]
        assert (last.mode == "critical") is (unit is own)
        assert len(documents(tmp_path)) == (unit is other)
    assert "- Trang " not in last.text


@pytest.mark.parametrize(
    "kind",
    [one for one in texts_vi.KINDS if one not in (texts_vi.REPORT, texts_vi.EMAIL)],
    ids=str.lower,
)
def test_a_unit_and_a_document_of_the_whole_ward_do_not_go_together_and_the_cells_are_named(
    kind: str, book: xw.Book, sample: Register, tmp_path: Path
) -> None:
    choose(book, SummaryLayout.UNIT_CELL, sample.plan.units[-1].sheet)
    choose(book, SummaryLayout.KIND_CELL, kind)
    click(book, create_report)
    (alert,) = journal_of(book).alerts
    assert f"“{kind}”" in alert.text
    assert f"“{texts_vi.WHOLE_WARD}” ở ô {SummaryLayout.UNIT_CELL}" in alert.text
    assert f"“{texts_vi.REPORT}” ở ô {SummaryLayout.KIND_CELL}" in alert.text
    assert documents(tmp_path) == []


@pytest.mark.parametrize("draft", [False, True])
def test_a_midterm_report_is_byte_for_byte_that_of_the_command_line(
    draft: bool, sample_file: Path, tmp_path: Path
) -> None:
    with excel(sample_file, answers=["ok", "no"]) as book:
        choose(book, SummaryLayout.KIND_CELL, texts_vi.MIDTERM_REPORT)
        choose(book, SummaryLayout.VERSION_CELL, texts_vi.DRAFT if draft else texts_vi.FINAL)
        click(book, create_report)
        question = journal_of(book).alerts[0].text
        (written,) = documents(tmp_path)
    version = "dự thảo" if draft else "chính thức"
    assert question.startswith(f"Sẽ lập báo cáo sơ kết, bản {version}.")
    arguments = ["bao-cao", str(sample_file), "--loai", "so-ket", *["--du-thao"] * draft]
    assert main([*arguments, "-o", str(tmp_path / "ra")]) == 0
    (told,) = documents(tmp_path / "ra")
    assert (told.name, told.read_bytes()) == (written.name, written.read_bytes())


def test_a_final_report_before_its_time_is_not_written_and_says_when(
    sample_file: Path, tmp_path: Path
) -> None:
    with excel(sample_file, answers=["ok"]) as book:
        choose(book, SummaryLayout.KIND_CELL, texts_vi.FINAL_REPORT)
        with pytest.raises(UnusableInputError, match="năm 2030"):
            click(book, create_report)
    assert documents(tmp_path) == []


@pytest.mark.parametrize(
    ("answer", "arguments"), [("yes", ["--nam", "2027"]), ("no", [])], ids=["year", "period"]
)
def test_the_plan_is_byte_for_byte_that_of_the_command_line(
    answer: str, arguments: list[str], sample_file: Path, tmp_path: Path
) -> None:
    with excel(sample_file, answers=[answer, "no"]) as book:
        click(book, create_plan)
        question = journal_of(book).alerts[0]
        (written,) = documents(tmp_path)
    assert question.buttons == "yes_no_cancel"
    assert "Lập kế hoạch năm 2027?" in question.text
    assert main(["ke-hoach", str(sample_file), *arguments, "-o", str(tmp_path / "ra")]) == 0
    (told,) = documents(tmp_path / "ra")
    assert (told.name, told.read_bytes()) == (written.name, written.read_bytes())


def test_a_plan_that_nobody_wants_is_not_made(sample_file: Path, tmp_path: Path) -> None:
    with excel(sample_file, answers=["cancel"]) as book:
        click(book, create_plan)
        assert journal_of(book).count("write") == 0
    assert documents(tmp_path) == []


@pytest.mark.parametrize(
    ("kind", "command"),
    [(texts_vi.REMINDER, "don-doc"), (texts_vi.EXPLANATION_LETTER, "giai-trinh")],
)
def test_a_letter_is_byte_for_byte_that_of_the_command_line(
    kind: str, command: str, sample_file: Path, tmp_path: Path
) -> None:
    with excel(sample_file, answers=["ok", "no"]) as book:
        choose(book, SummaryLayout.KIND_CELL, kind)
        click(book, create_report)
        question = journal_of(book).alerts[0]
        (written,) = documents(tmp_path)
    assert kind.lower() in question.text.lower()
    assert "chính thức" not in question.text
    assert main([command, str(sample_file), "-o", str(tmp_path / "ra")]) == 0
    (told,) = documents(tmp_path / "ra")
    assert (told.name, told.read_bytes()) == (written.name, written.read_bytes())


def test_a_letter_without_cause_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(other_register(filled=True), YEAR))
    with excel(path, answers=["ok"]) as book:
        choose(book, SummaryLayout.KIND_CELL, texts_vi.REMINDER)
        with pytest.raises(UnusableInputError, match="không có đơn vị nào cần đôn đốc"):
            click(book, create_report)
    assert documents(tmp_path) == []
