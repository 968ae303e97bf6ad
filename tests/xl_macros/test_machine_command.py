"""`so-chi-tieu chan-doan` on this machine, and `kiem-tra -o`."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from xl_macros.cli import main
from xl_macros.commands import machine
from xl_macros.diagnosis import Record, State, output_vi

FAULT = Record("x", "X", State.FAULT, "Hỏng.", "Sửa.")


def test_the_machine_is_told_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chan-doan"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "✓ Thư mục của sổ: Ghi được vào" in out
    assert out.splitlines()[-1].startswith("Đã kiểm tra máy:")


def test_machines_get_json(sample_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chan-doan", str(sample_file), "--json"]) == 0
    checks = {one["check"]: one for one in json.loads(capsys.readouterr().out)["checks"]}
    assert checks["folder"]["state"] == "ok"
    assert sample_file.parent.name in checks["folder"]["found"]
    assert checks["macros"]["state"] == "not_applicable"


def test_the_page_is_written_and_its_path_is_the_last_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["chan-doan", "-o", str(tmp_path / "gui")]) == 0
    page = tmp_path / "gui" / output_vi.PAGE_NAME
    assert capsys.readouterr().out.splitlines()[-1] == str(page)
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")


def test_an_unfit_machine_has_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "diagnose", lambda _: (FAULT,))
    assert main(["chan-doan"]) == 1
    assert capsys.readouterr().out == "✗ X: Hỏng.\n    → Sửa.\n\nĐã kiểm tra máy: 1 lỗi.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chan-doan", "khong-co.xlsm"], "khong-co.xlsm"),
        (["chan-doan", "--json", "-o", "gui"], "không dùng -o cùng với --json"),
        (["kiem-tra", "so.xlsx", "-o", "a.csv"], "“a.csv” cần có đuôi .xlsx"),
        (["kiem-tra", "so.xlsx", "-o", "a.xlsx", "--json"], "không dùng --json cùng với -o"),
    ],
)
def test_a_misused_command_is_one_sentence(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_findings_go_into_a_new_workbook_of_a_period_where_one_is_named(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = tmp_path / "ket_qua.xlsx"
    assert main(["kiem-tra", str(sample_file), "--ky", "2026-H1", "-o", str(wanted)]) == 0
    path, summary = capsys.readouterr().out.splitlines()
    assert path == str(wanted)
    assert summary.startswith("Kiểm tra xong:")
    sheet = openpyxl.load_workbook(wanted).active
    assert sheet is not None
    periods = {row[3] for row in sheet.iter_rows(min_row=8, values_only=True)}
    assert periods <= {None, "2026-H1"}
    assert "2026-H1" in periods


def test_an_existing_workbook_is_not_written_over(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sample_file.read_bytes()
    main(["kiem-tra", str(sample_file), "-o", str(sample_file)])
    assert capsys.readouterr().out.splitlines()[0] == str(sample_file.with_name("so-2.xlsx"))
    assert sample_file.read_bytes() == before
