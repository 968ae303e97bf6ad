"""Another place, other units, other indicators, other years: the same program."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import openpyxl
import pytest

from workbook.domain.plan import Plan
from workbook.plans import load_plan
from xl_macros.cli import main

DATA = Path(__file__).parent.parent / "data" / "other_plan"


@pytest.fixture(scope="module")
def other() -> Plan:
    return load_plan(DATA / "plan.toml")


@pytest.fixture
def other_file(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    status = main([
        "tao-so", "--nam", "2026", "--ke-hoach", str(DATA / "plan.toml"),
        "--so-lieu", str(DATA / "so_lieu.csv"), "--lich-su", str(DATA / "lich_su.csv"),
        "-o", str(path),
    ])  # fmt: skip
    assert status == 0
    return path


def test_the_other_plan_is_really_another(other: Plan, plan: Plan) -> None:
    assert len(other.indicators) == 3
    assert other.milestone_years == (2026, 2028)
    assert set(other.measures).isdisjoint(plan.measures)
    assert {unit.name for unit in other.units}.isdisjoint(unit.name for unit in plan.units)


def test_its_workbook_has_its_units_and_none_of_ours(
    other_file: Path, other: Plan, plan: Plan
) -> None:
    names = openpyxl.load_workbook(other_file).sheetnames
    assert {unit.sheet for unit in other.units} <= set(names)
    assert {unit.sheet for unit in plan.units}.isdisjoint(names)


def test_it_is_checked_and_judged(
    other_file: Path, other: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kiem-tra", str(other_file)]) == 0
    capsys.readouterr()
    assert main(["tinh-trang", str(other_file), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in result["measures"]] == list(other.measures)
    assert all(one["status"] not in ("NO_DATA", "INVALID") for one in result["measures"])


def words(path: Path) -> str:
    document = docx.Document(str(path))
    body = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(body + cells)


def test_its_report_speaks_of_its_own_place_only(
    other_file: Path, other: Plan, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["bao-cao", str(other_file)]) == 0
    text = words(Path(capsys.readouterr().out.strip())).replace("\u00a0", " ")
    assert all(measure.name in text for measure in other.measures.values())
    assert str(other.settings["unit_name"]) in text
    assert "2028" in text
    ours = [str(plan.settings["unit_name"]), *plan.measures, *(unit.name for unit in plan.units)]
    assert [word for word in ours if word in text] == []


def test_its_tables_are_exported(
    other_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["xuat", str(other_file), "-o", str(tmp_path / "bang")]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(written) == sorted((tmp_path / "bang").iterdir())
