"""A sổ of the office that carries the plan on: its sheets, its settings, its documents."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.docgen import reading
from tests.docgen.written import render_plan, render_report, render_year_plan
from workbook.domain.periods import Period
from workbook.domain.register import Register
from workbook.filling import new_register
from workbook.layout import sheets
from workbook.plans import apply_profile, default_plan
from workbook.reader.file import read_register
from xl_macros import actions

YEAR = 2026
FOREIGN = ("Ngô Mây", "NGÔ MÂY", "thị xã", "LĐ-TB&XH", "Nguyễn Ngọc Lai", "Công chức")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan = apply_profile(default_plan(), "an-khe")
    path = tmp_path_factory.mktemp("so") / "so.xlsx"
    path.write_bytes(actions.make_workbook(actions.judge(new_register(plan, YEAR))))
    return path


@pytest.fixture(scope="module")
def register(file: Path) -> Register:
    return read_register(file)


def test_the_profile_travels_in_the_workbook(register: Register) -> None:
    assert register.plan == apply_profile(default_plan(), "an-khe")
    assert register.structure == ()


def test_cau_hinh_shows_the_offices_own_names_as_the_plans(file: Path) -> None:
    settings = openpyxl.load_workbook(file)[sheets.SETTINGS]
    shown = {str(cell.value) for row in settings.iter_rows() for cell in row if cell.value}
    assert {"phường An Khê", "PHƯỜNG AN KHÊ", "sửa lỗi"} <= shown
    assert [one for one in shown if any(name in one for name in FOREIGN)] == []


def test_what_must_be_confirmed_stands_with_the_plans_notes(file: Path) -> None:
    notes = openpyxl.load_workbook(file)[sheets.INDICATORS]
    said = "\n".join(str(cell.value) for row in notes.iter_rows() for cell in row if cell.value)
    assert said.count("đề nghị phường xác nhận") >= 5


def test_every_document_names_the_office_and_not_the_other(register: Register) -> None:
    judged = actions.judge(register)
    assessment = judged.assessments[Period(YEAR)]
    for document in (
        render_report(assessment, draft=True),
        render_plan(register.plan, judged.checked.settings),
        render_year_plan(assessment, YEAR + 1, draft=False),
    ):
        text = reading.text(document)
        assert "PHƯỜNG AN KHÊ" in text
        assert [name for name in FOREIGN if name in text] == []
