"""The commands that write and check Word files: what they print, write and return."""

from __future__ import annotations

import email
import email.policy
import json
from email.message import EmailMessage
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import docx
import docx.shared
import openpyxl
import pytest

from tests.workbook.domain.validation.registers import at
from tests.xl_macros.test_cli import ROOT, run
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.layout import summary
from workbook.layout.placement import SettingsLayout, address
from workbook.layout.sheets import SETTINGS, SUMMARY
from workbook.layout.summary_layout import SummaryLayout

SUPERIORS = "vanthu@thixa.gov.vn"
UNIT = ("--loai", "don-vi", "--don-vi", "Trạm y tế")


def mailed(
    capsys: pytest.CaptureFixture[str], book: Path, document: Path
) -> tuple[EmailMessage, str]:
    """What the command writes for a document, and what it tells."""
    status, out, err = run(capsys, "thu-dien-tu", book, document, "-o", book.parent / "thu")
    draft = Path(out.strip())
    assert (status, draft.parent) == (0, book.parent / "thu")
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == document.read_bytes()
    return message, err


@pytest.mark.parametrize(
    ("command", "to", "subject", "sender", "greets"),
    [
        (("bao-cao",), SUPERIORS, "Báo cáo kết quả thực hiện Chương", "body", "addressees"),
        (("bao-cao", "--du-thao"), SUPERIORS, "Báo cáo kết quả thực hiện Chương", "body",
         "addressees"),
        (("bao-cao", "--loai", "so-ket"), SUPERIORS, "Báo cáo sơ kết giai đoạn", "body",
         "addressees"),
        (("bao-cao", *UNIT), None, "Báo cáo kết quả thực hiện các chỉ tiêu", "unit", "body"),
        (("ke-hoach",), None, "Kế hoạch thực hiện Chương trình", "body", ""),
        (("ke-hoach", "--nam", "2027"), None, "Kế hoạch thực hiện Chương trình", "body", ""),
        (("don-doc",), None, "Công văn V/v gửi, sửa số liệu", "body", "units"),
        (("giai-trinh",), None, "Công văn V/v giải trình nội dung", "body", "units"),
    ],
)  # fmt: skip
def test_a_mail_draft_follows_its_document(
    command: tuple[str, ...],
    to: str | None,
    subject: str,
    sender: str,
    greets: str,
    sample_file: Path,
    plan: Plan,
    capsys: pytest.CaptureFixture[str],
) -> None:
    book = openpyxl.load_workbook(sample_file)
    book[SETTINGS][SettingsLayout().cell("emails")] = SUPERIORS
    book.save(sample_file)
    _, out, _ = run(capsys, command[0], sample_file, *command[1:])
    message, told = mailed(capsys, sample_file, Path(out.strip()))
    body = message.get_body()
    assert body is not None
    text = str(body.get_content())
    is_sample, is_draft = command != ("ke-hoach",), "--du-thao" in command
    marks = " – ".join(["DỰ THẢO"] * is_draft + ["SỐ LIỆU MẪU"] * is_sample)
    assert str(message["Subject"]).startswith(f"{marks}: {subject}" if marks else subject)
    assert message["To"] == to
    assert ("chưa có địa chỉ người nhận" in told) is (to is None)
    ward = str(plan.settings["body_name"])
    assert f"{'Trạm y tế phường' if sender == 'unit' else ward} gửi kèm thư này" in text
    addressees = {
        "units": {unit.name for unit in plan.units}, "body": {ward}, "": set(),
        "addressees": {str(one) for one in cast(list[object], plan.settings["addressees"])},
    }[greets]  # fmt: skip
    greeting, _, _ = text.partition(" gửi kèm thư này")
    assert ("Kính gửi" in greeting) is bool(greets)
    named = [line.strip("- ;.\r") for line in greeting.split("\n") if line.startswith("- ")]
    named += [one.removeprefix("Kính gửi: ") for one in greeting.splitlines()
              if one.startswith("Kính gửi: ")]  # fmt: skip
    assert set(named) <= addressees


def test_a_letter_to_the_units_never_goes_to_the_superiors_and_it_is_told(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "don-doc", sample_file)
    message, told = mailed(capsys, sample_file, Path(out.strip()))
    assert message["To"] is None
    assert "văn bản kính gửi Công chức Văn hóa xã hội" in told
    assert "Đề nghị ghi địa chỉ người nhận vào thư trước khi gửi." in told


def test_a_wrong_address_and_open_places_are_told_with_their_places(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(sample_file)
    cell = SettingsLayout().cell("emails")
    book[SETTINGS][cell] = "văn thư"
    book.save(sample_file)
    _, out, _ = run(capsys, "bao-cao", sample_file)
    message, told = mailed(capsys, sample_file, Path(out.strip()))
    assert message["To"] is None
    assert f'Trang "{SETTINGS}", ô {cell}' in told
    assert '"văn thư" không phải là địa chỉ thư điện tử' in told
    assert "“[chưa có số liệu]”" in told


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("khong-co.docx", None, "Tệp “khong-co.docx” không có."),
        (".", None, "là một thư mục"),
        ("rong.docx", b"", "rỗng, không có nội dung"),
        ("hong.docx", b"PK\x03\x04", "bị cắt cụt hoặc hỏng"),
        ("chu.docx", b"Bao cao", "là tệp chữ đổi đuôi tệp"),
    ],
)
def test_what_cannot_be_attached_gets_one_sentence_and_no_draft(
    name: str, content: bytes | None, said: str, sample_file: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = sample_file.parent / name
    if content is not None:
        path.write_bytes(content)
    status, out, err = run(capsys, "thu-dien-tu", sample_file, path)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said in err
    assert list(sample_file.parent.rglob("*.eml")) == []


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("ke-hoach",), "Ke_hoach_2022_2030.docx"),
        (("ke-hoach", "--nam", "2027"), "Ke_hoach_nam_2027_so_lieu_mau.docx"),
        (("ke-hoach", "--nam", "2026", "--du-thao"),
         "Du_thao_Ke_hoach_nam_2026_so_lieu_mau.docx"),
        (("bao-cao", "--loai", "so-ket"), "Bao_cao_so_ket_2022_2025_so_lieu_mau.docx"),
        (("bao-cao", "--loai", "don-vi", "--don-vi", "Trạm y tế"),
         "Bao_cao_Tram_y_te_nam_2026_so_lieu_mau.docx"),
        (("bao-cao", "--don-vi", " công AN phường", "--ky", "2026-H1", "--du-thao"),
         "Du_thao_Bao_cao_Cong_an_phuong_6_thang_2026_so_lieu_mau.docx"),
        (("don-doc",), "Cong_van_don_doc_nam_2026_so_lieu_mau.docx"),
        (("don-doc", "--ky", "2026-H1"), "Cong_van_don_doc_6_thang_2026_so_lieu_mau.docx"),
        (("giai-trinh",), "Cong_van_giai_trinh_nam_2026_so_lieu_mau.docx"),
    ],
)  # fmt: skip
def test_every_document_is_written_beside_the_workbook_in_the_decrees_form(
    arguments: tuple[str, ...], name: str, sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, *options = arguments
    status, out, _ = run(capsys, command, sample_file, *options)
    assert (status, out.strip()) == (0, str(sample_file.with_name(name)))
    status, out, _ = run(capsys, "the-thuc", sample_file.with_name(name))
    assert status == 0
    assert "không thấy điểm nào trái" in out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--loai", "don-vi"), "cần có --don-vi và tên trang của đơn vị: “"),
        (("--don-vi", "Tram y te"), "tên gần nhất là “Trạm y tế”"),
        (("--don-vi", "Bưu điện"), "các trang là “"),
        (("--loai", "nam"), "các loại là so-ket, tong-ket, don-vi"),
        (("--loai", "so-ket", "--ky", "2026"), "không dùng --ky"),
        (("--loai", "tong-ket", "--don-vi", "Trạm y tế"), "không dùng --don-vi"),
        (("--loai", "tong-ket"), "năm 2030"),
    ],
)
def test_a_kind_of_report_that_does_not_fit_gets_one_sentence_and_writes_nothing(
    options: tuple[str, ...], said: str, sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "bao-cao", sample_file, *options)
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert list(sample_file.parent.glob("*.docx")) == []


def spoilt(path: Path, plan: Plan) -> str:
    """Type a wrong figure, and return the sheet of the unit that must mend it."""
    sheet, cell = at(plan, "CT13", Period(2026), "numerator")
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = -5
    book.save(path)
    return sheet


def test_only_its_own_faults_refuse_a_units_report(
    sample_file: Path, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    own = spoilt(sample_file, plan)
    other = next(unit.sheet for unit in plan.units if unit.sheet != own)
    status, _, err = run(capsys, "bao-cao", sample_file, "--don-vi", own)
    assert status == 1
    assert f"Chưa lập báo cáo năm 2026 của “{own}”" in err
    assert run(capsys, "bao-cao", sample_file, "--don-vi", own, "--du-thao")[0] == 0
    assert run(capsys, "bao-cao", sample_file, "--don-vi", other)[0] == 0


def test_a_renamed_sheet_refuses_the_report_of_its_unit(
    sample_file: Path, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(sample_file)
    own, other = plan.units[0].sheet, plan.units[1].sheet
    book[own].title = "Trang khác"
    book.save(sample_file)
    status, _, err = run(capsys, "bao-cao", sample_file, "--don-vi", own)
    assert status == 1
    assert f'tên đúng là "{own}"' in err
    assert run(capsys, "bao-cao", sample_file, "--don-vi", other)[0] == 0


def test_a_copy_of_the_units_template_beside_the_workbook_takes_its_place(
    sample_file: Path, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = sample_file.parent / "mau" / "bao_cao_don_vi.docx"
    copy.parent.mkdir()
    copy.write_bytes((ROOT / "templates" / "bao_cao.docx").read_bytes())
    status, _, err = run(capsys, "bao-cao", sample_file, "--don-vi", plan.units[0].sheet)
    assert status == 2
    assert "bao_cao_don_vi.docx" in err


def test_a_report_with_characters_that_word_cannot_hold_is_refused_and_names_the_cell(
    sample_file: Path, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet, cell = at(plan, "CT13", Period(2026), "note")
    book = openpyxl.load_workbook(sample_file)
    book[sheet][cell] = "Đã đối chiếu_x0007_ sổ"  # Word's own mark at the end of a table's cell
    book.save(sample_file)
    status, _, err = run(capsys, "bao-cao", sample_file)
    assert (status, list(sample_file.parent.glob("*.docx"))) == (1, [])
    assert f'Trang "{sheet}", ô {cell}' in err
    assert "ký tự điều khiển" in err


@pytest.mark.parametrize(
    "command",
    [
        ("bao-cao",), ("bao-cao", "--loai", "so-ket"),
        ("bao-cao", "--loai", "don-vi", "--don-vi", "Trạm y tế"), ("ke-hoach",),
        ("ke-hoach", "--nam", "2027"), ("don-doc",), ("giai-trinh",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_document_leaves_out_what_a_name_of_the_settings_holds(
    command: tuple[str, ...], sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cell = SettingsLayout().cell("signer")
    book = openpyxl.load_workbook(sample_file)
    book[SETTINGS][cell] = "Nguyễn_x0007_ Thị A"
    book.save(sample_file)
    status, _, err = run(capsys, command[0], sample_file, *command[1:])
    assert status in (1, 2)
    assert list(sample_file.parent.glob("*.docx")) == []
    assert f'Trang "{SETTINGS}", ô {cell}' in err


def test_the_plan_of_the_whole_period_has_no_draft(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "ke-hoach", sample_file, "--du-thao")
    assert (status, out) == (2, "")
    assert "bỏ --du-thao" in err


def test_a_plan_of_a_year_that_the_workbook_knows_nothing_of_is_refused(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, "ke-hoach", sample_file, "--nam", "2031")
    assert status == 2
    assert "năm lập được: 2026 hoặc 2027" in err


def test_the_check_of_form_names_what_is_wrong_for_people_and_machines(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "bao-cao", sample_file)
    (report,) = tmp_path.glob("*.docx")
    document = docx.Document(str(report))
    document.sections[0].left_margin = docx.shared.Mm(15)
    document.save(str(report))
    status, out, _ = run(capsys, "the-thuc", report)
    assert status == 1
    assert "[TR03]" in out
    status, out, _ = run(capsys, "the-thuc", report, "--json")
    assert "TR03" in {one["code"] for one in json.loads(out)["findings"]}


def test_the_check_of_a_template_names_a_wrong_field_and_a_copy_of_it_is_refused(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "mau" / "bao_cao.docx"
    copy.parent.mkdir()
    wrong = ("word/document.xml", b"{{ dia_danh }}", b"{{ dia_dan }}")
    with ZipFile(ROOT / "templates" / "bao_cao.docx") as old, ZipFile(copy, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(*wrong[1:]) if name == wrong[0] else part)
    status, out, _ = run(capsys, "kiem-mau", copy)
    assert status == 1
    assert "dia_dan" in out
    status, out, _ = run(capsys, "kiem-mau", copy, "--json")
    assert any("dia_danh" in one["message"] for one in json.loads(out)["faults"])
    status, _, err = run(capsys, "bao-cao", sample_file)
    assert status == 2
    assert "dia_danh" in err


def test_a_new_workbook_carries_the_names_of_the_profile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "so.xlsx"
    assert run(capsys, "tao-so", "--nam", 2026, "--ho-so", "an-khe", "-o", path)[0] == 0
    ward = address(SummaryLayout.WARD_ROW, summary.DATA)
    assert openpyxl.load_workbook(path)[SUMMARY][ward].value == "phường An Khê"
    status, _, err = run(capsys, "tao-so", "--ho-so", "lung-tung", "-o", tmp_path / "b.xlsx")
    assert status == 2
    assert "an-khe" in err
