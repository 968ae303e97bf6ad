"""“Thư điện tử”: which document is asked for, what is written, what is told."""

from __future__ import annotations

import email
import email.policy
import os
from datetime import datetime
from pathlib import Path

import pytest

from tests.xl_macros.excel.made import choose, click
from tests.xlwings_engine import excel, journal_of
from workbook.domain.errors import UnusableInputError
from workbook.domain.guide import GUIDE_NAME
from workbook.layout import texts_vi
from workbook.layout.placement import SettingsLayout
from workbook.layout.sheets import SETTINGS
from workbook.layout.summary_layout import SummaryLayout
from xl_macros.cli import main
from xl_macros.emails import newest_documents
from xl_macros.excel.report import create_report

NOON = datetime(2027, 1, 5, 12, 0).astimezone().timestamp()


@pytest.fixture
def two_reports(sample_file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Path]:
    """The year's report, and that of the first half, which was saved later."""
    made = []
    for hour, period in enumerate(("2026", "2026-H1")):
        assert main(["bao-cao", str(sample_file), "--ky", period]) == 0
        made.append(Path(capsys.readouterr().out.strip()))
        os.utime(made[-1], (NOON, NOON + 3600 * hour))
    return made[0], made[1]


def asked(
    sample_file: Path, answers: list[str], address: str | None = None
) -> tuple[list[str], list[Path]]:
    """What the button tells, and what it opens."""
    opened: list[Path] = []
    with excel(sample_file, answers=answers) as book:
        book.sheets[SETTINGS].range(SettingsLayout().cell("emails")).value = address
        choose(book, SummaryLayout.KIND_CELL, texts_vi.EMAIL)
        click(book, lambda book: create_report(book, opened.append))
        return [one.text for one in journal_of(book).alerts], opened


@pytest.mark.parametrize(("answers", "place"), [(["yes", "no"], 1), (["no", "yes", "no"], 0)])
def test_the_document_saved_last_is_asked_for_first(
    answers: list[str], place: int, sample_file: Path, two_reports: tuple[Path, Path]
) -> None:
    (sample_file.parent / GUIDE_NAME).write_bytes(b"")
    for other in (f"~${two_reports[0].name}", ".tam-abc.docx"):
        (sample_file.parent / other).write_bytes(two_reports[0].read_bytes())
    (sample_file.parent / "rong.docx").write_bytes(b"")
    (sample_file.parent / "thu_muc.docx").mkdir()
    told, _ = asked(sample_file, answers)
    picked = two_reports[place]
    assert f"“{picked.name}”, lưu lúc {12 + place}:00 ngày 05/01/2027" in told[-2]
    draft = picked.with_suffix(".eml")
    assert str(draft) in told[-1]
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == picked.read_bytes()


def test_the_draft_is_that_of_the_command_line_and_is_opened_when_wanted(
    sample_file: Path, two_reports: tuple[Path, Path], tmp_path: Path
) -> None:
    told, opened = asked(sample_file, ["yes", "yes"])
    (draft,) = opened
    assert "chưa gửi đi" in told[-1]
    command = ["thu-dien-tu", str(sample_file), str(two_reports[1]), "-o", str(tmp_path / "thu")]
    assert main(command) == 0
    assert draft.read_bytes() == (tmp_path / "thu" / draft.name).read_bytes()


@pytest.mark.parametrize("answers", [["cancel"], ["no", "no"]])
def test_without_a_choice_no_draft_is_written(
    answers: list[str], sample_file: Path, two_reports: tuple[Path, Path]
) -> None:
    asked(sample_file, answers)
    assert two_reports[0].is_file()
    assert list(sample_file.parent.glob("*.eml")) == []


def test_without_any_document_the_message_says_what_to_do_first(sample_file: Path) -> None:
    told, _ = asked(sample_file, [])
    assert "chưa có văn bản Word nào" in told[-1]
    assert SummaryLayout.KIND_CELL in told[-1]


@pytest.mark.usefixtures("two_reports")
@pytest.mark.parametrize(
    ("address", "words"),
    [
        (None, f"trang “{SETTINGS}” chưa có địa chỉ thư điện tử nào"),
        ("vhxh@phuong.gov.vn", "Thư gửi đến: vhxh@phuong.gov.vn."),
    ],
)
def test_whom_the_draft_is_addressed_to_is_told(
    address: str | None, words: str, sample_file: Path
) -> None:
    told, _ = asked(sample_file, ["yes", "no"], address)
    assert words in told[-1]


@pytest.mark.usefixtures("two_reports")
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("văn thư", '"văn thư" không phải là địa chỉ thư điện tử'),
        (None, "“[chưa có số liệu]”"),
        (None, "Văn bản là SỐ LIỆU MẪU"),
    ],
)
def test_what_is_to_be_looked_at_before_sending_is_told(
    address: str | None, words: str, sample_file: Path
) -> None:
    told, _ = asked(sample_file, ["yes", "no"], address)
    assert words in told[-1]


def test_of_a_letter_to_units_it_is_told_that_they_have_no_address(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["don-doc", str(sample_file)]) == 0
    letter = Path(capsys.readouterr().out.strip())
    told, _ = asked(sample_file, ["yes", "no"], "vhxh@phuong.gov.vn")
    assert "vhxh@phuong.gov.vn" not in told[-1]
    assert "chưa có địa chỉ người nhận: văn bản kính gửi" in told[-1]
    content = letter.with_suffix(".eml").read_bytes()
    assert email.message_from_bytes(content, policy=email.policy.default)["To"] is None


def test_a_document_that_is_damaged_gets_a_sentence_and_no_draft(sample_file: Path) -> None:
    (sample_file.parent / "hong.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(UnusableInputError, match=r"“hong\.docx” bị cắt cụt hoặc hỏng"):
        asked(sample_file, ["yes", "no"])
    assert list(sample_file.parent.glob("*.eml")) == []


def test_a_folder_that_is_gone_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="Không đọc được thư mục"):
        newest_documents(tmp_path / "khong_con")
