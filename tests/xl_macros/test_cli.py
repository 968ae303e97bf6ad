"""The commands as a newcomer meets them: what they print, write and return."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from workbook.domain.plan import Plan
from workbook.domain.statuses import Status
from workbook.plans import sample_files
from xl_macros.cli import main

ROOT = Path(__file__).parent.parent.parent
COMMANDS = (
    "chay-thu", "tao-so", "kiem-tra", "tinh-trang", "xuat", "bao-cao", "ke-hoach", "don-doc",
    "giai-trinh", "thu-dien-tu", "kiem-mau", "the-thuc",
    "chan-doan",
)  # fmt: skip

ENGLISH = re.compile(
    r"\b(usage|error|optional|positional|arguments?|options|show this|invalid|expected|required"
    r"|the following|Traceback|None|nan)\b"
)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_trial_writes_a_workbook_and_a_report_and_sums_up_in_three_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "chay-thu", "-o", tmp_path)
    lines = out.splitlines()
    written = [Path(line) for line in lines[:2]]
    assert (status, err) == (0, "")
    assert [path.suffix for path in written] == [".xlsx", ".docx"]
    assert sorted(tmp_path.iterdir()) == sorted(written)
    assert len(lines) == 5
    assert not ENGLISH.search("\n".join(lines[2:]))


def test_a_second_trial_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = run(capsys, "chay-thu", "-o", tmp_path)[1].splitlines()[:2]
    contents = [Path(name).read_bytes() for name in first]
    second = run(capsys, "chay-thu", "-o", tmp_path)[1].splitlines()[:2]
    assert set(first).isdisjoint(second)
    assert [Path(name).read_bytes() for name in first] == contents
    assert [Path(name).read_bytes() for name in second] == contents, "the same bytes each time"


def test_help_is_in_vietnamese_and_names_every_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for arguments in ([], *([command] for command in COMMANDS)):
        with pytest.raises(SystemExit) as stop:
            main([*arguments, "--help"])
        text = capsys.readouterr().out
        assert stop.value.code == 0
        assert not ENGLISH.search(text), text
        assert arguments or all(command in text for command in COMMANDS)


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"so-chi-tieu {command}" not in readme] == []


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("bao-cáo",),
        ("kiem-tra",),
        ("kiem-tra", "khong-co.xlsx"),
        ("kiem-tra", "a.xlsx", "--ky", "quý 1"),
        ("kiem-tra", "a.xlsx", "--nhanh"),
        ("kiem-tra", "a.xlsx", "b.xlsx"),
        ("tao-so", "--nam", "26", "-o", "a.xlsx"),
        ("tao-so", "-o", "a.docx"),
        ("tao-so", "-o", "a"),
        ("tao-so",),
        ("tao-so", "-o"),
        ("tao-so", "--so-lieu", "khong-co.csv", "-o", "a.xlsx"),
        ("tao-so", "--ke-hoach", "khong-co.toml", "-o", "a.xlsx"),
        ("xuat", "a.xlsx"),
    ],
)
def test_a_misused_command_gets_one_vietnamese_sentence_and_status_2(
    arguments: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.endswith(".\n")
    assert not ENGLISH.search(err), err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["so.docx", "so.xls", "so"])
def test_a_workbook_of_another_kind_is_refused_and_both_kinds_are_named(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, "tao-so", "-o", tmp_path / name)
    assert status == 2
    assert f"“{name}”" in err
    assert ".xlsm (có nút bấm)" in err
    assert ".xlsx (không có macro)" in err


def test_a_workbook_with_buttons_says_the_same_as_one_without(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, history = sample_files()
    made = tmp_path / "So.XLSM"
    arguments = ("--nam", 2026, "--so-lieu", figures, "--lich-su", history, "-o", made)
    assert run(capsys, "tao-so", *arguments) == (0, f"{made}\n", "")
    assert "xl/vbaProject.bin" in ZipFile(made).namelist()
    assert "xl/vbaProject.bin" not in ZipFile(sample_file).namelist()
    for command in ("kiem-tra", "tinh-trang"):
        told = run(capsys, command, made, "--json")
        assert told[1].startswith("{")
        assert told == run(capsys, command, sample_file, "--json")


def test_a_period_of_another_year_is_refused(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("kiem-tra", "tinh-trang", "bao-cao"):
        status, _, err = run(capsys, command, sample_file, "--ky", "2025")
        assert status == 2
        assert "2025" in err
        assert "2026-H1" in err


def test_findings_as_json_have_the_keys_of_the_design(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "kiem-tra", sample_file, "--json")
    findings = json.loads(out)["findings"]
    assert status == 0
    assert findings
    for finding in findings:
        assert list(finding) == [
            "code", "severity", "period", "sheet", "cell", "measure", "message",
        ]  # fmt: skip
        assert finding["severity"] in ("error", "warning", "notice")
        assert finding["period"] in ("2026", "2026-H1", None)


def test_statuses_as_json_have_the_keys_and_types_of_the_design(
    sample_file: Path, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(capsys, "tinh-trang", sample_file, "--json", "--ky", "2026")
    result = json.loads(out)
    assert list(result) == ["period", "measures", "indicators", "lagging"]
    assert result["period"] == "2026"
    assert [one["id"] for one in result["measures"]] == list(plan.measures)
    assert [one["number"] for one in result["indicators"]] == [i.number for i in plan.indicators]
    for one in result["measures"]:
        assert list(one) == [
            "id", "indicator", "sheet", "status", "label", "numerator", "denominator", "value",
            "required", "gap_next", "gap_required", "note", "explanation",
        ]  # fmt: skip
        assert one["status"] in Status.__members__
        for key in ("numerator", "denominator", "gap_next", "gap_required"):
            assert one[key] is None or type(one[key]) is int
        for key in ("value", "required"):
            assert one[key] is None or re.fullmatch(r"\d+(\.\d{0,3}[1-9])?", one[key])
    lagging = {one["id"] for one in result["measures"] if Status[one["status"]].is_lagging}
    assert set(result["lagging"]) == lagging


def test_a_report_is_written_beside_the_workbook(
    sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "bao-cao", sample_file, "--ky", "2026-H1")
    assert status == 0
    (line,) = out.splitlines()
    assert Path(line).parent == sample_file.parent
    assert "6_thang_2026" in line


def damaged(sample_file: Path) -> Path:
    """A sổ in which an official typed more children reached than there are."""
    book = openpyxl.load_workbook(sample_file)
    sheet = book[book.sheetnames[1]]
    keys = next(
        {cell.value: place for place, cell in enumerate(row, start=1) if cell.value}
        for row in sheet.iter_rows()
        if any(cell.value == "measures.id" for cell in row)
    )
    row = next(
        number
        for number in range(11, sheet.max_row)
        if sheet.cell(number, keys["measures.2026.denominator"]).value
    )
    sheet.cell(row, keys["measures.2026.numerator"]).value = 10**6
    path = sample_file.with_name("hong.xlsx")
    book.save(path)
    return path


def test_blocking_faults_refuse_a_final_report_but_not_a_draft(
    sample_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faulty, folder = damaged(sample_file), tmp_path / "ra"
    assert run(capsys, "kiem-tra", faulty)[0] == 1
    status, out, err = run(capsys, "bao-cao", faulty, "-o", folder)
    assert (status, out) == (1, "")
    assert "--du-thao" in err
    assert not folder.exists()
    status, out, _ = run(capsys, "bao-cao", faulty, "-o", folder, "--du-thao")
    assert status == 0
    assert Path(out.strip()).name.startswith("Du_thao_")
    assert run(capsys, "bao-cao", faulty, "-o", folder, "--ky", "2026-H1")[0] == 0, "another period"


def test_a_bug_of_ours_shows_a_sentence_and_keeps_the_details_in_a_log(
    sample_file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xl_macros.actions.judge", lambda _: 1 / 0)
    status, out, err = run(capsys, "tinh-trang", sample_file)
    assert (status, out) == (2, "")
    assert not ENGLISH.search(err)
    log = Path(re.search(r"\S+\.log", err)[0])  # type: ignore[index] # the sentence names it
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    log.unlink()


def test_no_pandas_is_loaded_on_the_way_to_a_check_or_a_report(
    sample_file: Path, tmp_path: Path
) -> None:
    program = (
        "import sys; from xl_macros.cli import main; main(sys.argv[1:]);"
        "print(*[n for n in ('pandas', 'xlsxwriter', 'matplotlib') if n in sys.modules])"
    )
    # XlsxWriter writes the workbooks inside the charts of a report.
    for arguments, loaded in (
        (["kiem-tra", sample_file], ""),
        (["ke-hoach", sample_file, "-o", tmp_path], ""),
        (["bao-cao", sample_file, "-o", tmp_path], "xlsxwriter"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", program, *map(str, arguments)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.splitlines()[-1] == loaded
