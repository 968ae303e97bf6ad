"""The commands that write and check Word files: what they print, write and return."""

from __future__ import annotations

import email
import email.policy
import json
from pathlib import Path
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
from xl_macros.cli import main


def test_a_mail_draft_carries_the_document_and_its_title(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bao-cao", str(sample_file)]) == 0
    report = Path(capsys.readouterr().out.strip())
    assert main(["thu-dien-tu", str(sample_file), str(report), "-o", str(tmp_path / "thu")]) == 0
    draft = Path(capsys.readouterr().out.strip())
    assert draft == tmp_path / "thu" / f"{report.stem}.eml"
    message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    assert str(message["Subject"]).startswith("Kết quả thực hiện")
    (attached,) = message.iter_attachments()
    assert attached.get_content() == report.read_bytes()


@pytest.mark.parametrize("name", ["khong-co.docx", "."])
def test_a_document_that_is_not_there_gets_a_sentence(
    name: str, sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["thu-dien-tu", str(sample_file), name]) == 2
    assert "Không tìm thấy văn bản" in capsys.readouterr().err


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
