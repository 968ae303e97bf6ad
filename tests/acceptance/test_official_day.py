"""An official's day: an empty sổ, figures typed, checked, judged, reported."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.layout.placement import UnitLayout
from xl_macros.cli import main

YEAR = Period(2026)


@pytest.fixture
def empty_file(tmp_path: Path) -> Path:
    path = tmp_path / "So_2026.xlsx"
    assert main(["tao-so", "--nam", "2026", "-o", str(path)]) == 0
    return path


def status_of(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert main(["tinh-trang", str(path), "--json"]) == 0
    return {one["id"]: one for one in json.loads(capsys.readouterr().out)["measures"]}


def typed(path: Path, plan: Plan, figures: dict[tuple[str, str], int | str]) -> Path:
    """Type figures as Excel would save them (openpyxl drops charts; the reader needs none)."""
    book = openpyxl.load_workbook(path)
    for (measure_id, key), value in figures.items():
        unit = plan.measures[measure_id].responsible_unit
        sheet = book[plan.unit(unit).sheet]
        assert isinstance(sheet, Worksheet)
        sheet[UnitLayout(plan, unit, 2026).cell(measure_id, YEAR, key)] = value
    target = path.with_name("da_nhap.xlsx")
    book.save(target)
    return target


def test_nothing_typed_is_no_data_and_never_zero(
    empty_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statuses = status_of(empty_file, capsys)
    assert {one["status"] for one in statuses.values()} == {"NO_DATA", "NOT_DUE"}
    assert all(one["value"] is None for one in statuses.values())


def test_typed_figures_are_judged_and_reported(
    empty_file: Path, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    path = typed(
        empty_file,
        plan,
        {
            ("CT13", "numerator"): 496,
            ("CT13", "denominator"): 500,
            ("CT13", "source"): "Sổ hộ tịch & <điện tử>",
            ("CT08", "numerator"): 0,
            ("CT08", "source"): "Công an phường",
            ("CT20", "numerator"): "Có",
        },
    )
    statuses = status_of(path, capsys)
    assert statuses["CT13"]["status"] == "MISSED"
    assert statuses["CT13"]["gap_next"] == 4
    assert statuses["CT08"]["status"] == "ACHIEVED"
    assert statuses["CT20"]["status"] == "ACHIEVED"
    assert main(["bao-cao", str(path)]) == 0
    document = docx.Document(capsys.readouterr().out.strip())
    text = "\n".join(
        [p.text for p in document.paragraphs]
        + [c.text for t in document.tables for r in t.rows for c in r.cells]
    )
    assert "99,2%" in text
    assert "496/500" in text
    assert "04\u00a0trẻ" in text
    assert "[chưa có số liệu]" in text


def test_a_text_for_a_number_is_found_in_its_cell(
    empty_file: Path, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    path = typed(empty_file, plan, {("CT13", "numerator"): "1.234", ("CT13", "denominator"): 1300})
    capsys.readouterr()
    assert main(["kiem-tra", str(path), "--ky", "2026", "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    place = UnitLayout(plan, plan.measures["CT13"].responsible_unit, 2026)
    where = [(f["measure"], f["cell"], f["sheet"]) for f in findings if f["severity"] == "error"]
    assert where == [("CT13", place.cell("CT13", YEAR, "numerator"), place.unit.sheet)]
    assert status_of(path, capsys)["CT13"]["status"] == "INVALID"
