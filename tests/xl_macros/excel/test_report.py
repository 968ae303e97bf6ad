"""“Tạo báo cáo”: what is asked, refused, written, where, and under which name."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings as xw

from docgen.template_locations import default_template
from tests.xl_macros.excel.made import (
    HALF,
    YEAR,
    built,
    choose,
    choose_period,
    click,
    contents,
    other_register,
    type_in,
    with_figures,
)
from tests.xlwings_engine import excel, journal_of, save_copy
from workbook.domain.errors import OutputError, TemplateError, UnusableInputError
from workbook.domain.plan import Slot
from workbook.domain.register import Register
from workbook.layout import sheets, texts_vi
from workbook.layout.placement import SettingsLayout
from workbook.layout.summary_layout import SummaryLayout
from xl_macros.cli import main
from xl_macros.excel.report import create_plan, create_report


def documents(folder: Path) -> list[Path]:
    """The documents that were written; a template beside the sổ is none."""
    return sorted(one for one in folder.rglob("*.docx") if one.parent.name != "mau")


def faulty(sample: Register) -> Register:
    measure = next(one for one in sample.plan.measures.values() if one.kind.is_ratio)
    return with_figures(sample, {measure.id: {Slot.NUMERATOR: 10**6}})


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
