"""The letters to the units: who owes what, until when, and where an answer is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from docgen.letters.context import (
    UnexplainedDelays,
    explanation_content,
    explanation_form,
    outstanding,
    reminder_content,
    reminder_form,
)
from tests.docgen import made
from workbook.domain.findings import Finding, Severity
from workbook.domain.results import Assessment
from workbook.domain.settings import Window
from workbook.domain.statuses import Status

WARNING = replace(made.fault(), severity=Severity.WARNING)
OF_A_SHEET = replace(made.fault(), measure=None, sheet="Thể thao", cell="", message="Mất cột.")
OF_NO_UNIT = replace(made.fault(), measure=None, sheet="Lịch sử", message="Mã lạ.")
OTHER_PERIOD = replace(made.fault(), period=made.HALF)


CELLS = {"M2a": ("Thể thao", "P11")}


def due(day: date | None) -> Assessment:
    windows = {made.YEAR: Window(None, None, day)}
    return made.assessment(settings=replace(made.SETTINGS, windows=windows))


def test_a_unit_with_a_blank_measure_owes_it() -> None:
    (owed,) = outstanding(made.assessment())
    assert owed.unit.name == "Thư viện phường"
    assert [one.measure.id for one in owed.missing] == ["M3"]
    assert owed.faults == []


@pytest.mark.parametrize(
    ("findings", "owed"),
    [
        ((made.fault(),), {"B": 1}),
        ((WARNING,), {"B": 0}),
        ((OTHER_PERIOD,), {"B": 0}),
        ((OF_A_SHEET,), {"A": 1, "B": 0}),
        ((OF_NO_UNIT,), {"B": 0}),
        ((made.fault(), OF_A_SHEET), {"A": 1, "B": 1}),
    ],
)
def test_faults_that_block_the_period_are_owed_by_the_unit_of_measure_or_sheet(
    findings: tuple[Finding, ...], owed: dict[str, int]
) -> None:
    found = outstanding(made.assessment(findings=findings))
    assert {one.unit.id: len(one.faults) for one in found} == owed


def test_nothing_is_owed_where_all_is_there() -> None:
    complete = [one for one in made.results() if one.status is not Status.NO_DATA]
    assert outstanding(made.assessment(complete)) == []


def test_the_reminder_lists_addresses_and_what_to_send_or_mend() -> None:
    judged = made.assessment(findings=(made.fault(), OF_A_SHEET))
    fields = reminder_content(judged)
    assert reminder_form(judged, False)["kinh_gui_nhieu"] == [
        "Tổ phụ trách thể thao;",
        "Thư viện phường.",
    ]
    assert fields["tong_hop"] == (
        "Đến nay, số liệu năm 2026 còn 01 nội dung chưa có số liệu và 02 chỗ số liệu chưa hợp lệ"
    )
    assert fields["don_vi_no"] == [
        {"stt": "1", "don_vi": "Tổ phụ trách thể thao", "trang": "Thể thao",
         "con_thieu": [], "can_sua": ["Mất cột."]},
        {"stt": "2", "don_vi": "Thư viện phường", "trang": "Thư viện",
         "con_thieu": ["Chỉ tiêu 3: tỷ lệ trẻ em được đọc sách."], "can_sua": ["Ô H9: số âm."]},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "text"), [(None, ""), (date(2027, 1, 5), "ngày 05 tháng 01 năm 2027")]
)
def test_the_deadline_is_that_of_the_settings_or_left_open(day: date | None, text: str) -> None:
    assert reminder_content(due(day))["thoi_han"] == text


def test_each_lagging_measure_is_a_row_with_the_place_of_the_answer() -> None:
    delays = UnexplainedDelays(made.assessment(), CELLS)
    form, fields = explanation_form(delays, False), explanation_content(delays)
    assert (form["kinh_gui"], form["kinh_gui_nhieu"]) == ("Tổ phụ trách thể thao", [])
    assert fields["tong_hop"] == "Kết quả năm 2026 có 01 nội dung chậm hoặc không đạt"
    (row,) = fields["can_giai_trinh"]
    shown = ("stt", "so", "ten", "ket_qua", "so_dem", "can_dat", "con_thieu", "ten_don_vi",
             "noi_ghi", "tinh_trang")  # fmt: skip
    told = {key: value for key, value in row.items() if key in shown}
    assert told == {
        "stt": "1", "so": "2a", "ten": "Tỷ lệ trẻ em biết bơi", "ket_qua": "81,0%",
        "so_dem": "81/100", "can_dat": "≥\u00a082%", "con_thieu": "còn thiếu 01 trẻ",
        "ten_don_vi": "Tổ phụ trách thể thao", "noi_ghi": "Trang “Thể thao”, ô\u00a0P11",
        "tinh_trang": "▼\u00a0Chậm tiến độ",
    }  # fmt: skip


def test_a_sheet_without_the_column_is_named_alone() -> None:
    fields = explanation_content(UnexplainedDelays(made.assessment(), {}))
    (row,) = fields["can_giai_trinh"]
    assert row["noi_ghi"] == "Trang “Thể thao”, cột Giải trình"
