"""The letters to the units: who owes what, until when, and where an answer is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from docgen.letters.context import debts, explanation_fields, reminder_fields
from tests.docgen import made
from workbook.domain.findings import Finding, Severity
from workbook.domain.settings import Window
from workbook.domain.statuses import Status

WARNING = replace(made.fault(), severity=Severity.WARNING)
OF_A_SHEET = replace(made.fault(), measure=None, sheet="Thể thao", cell="", message="Mất cột.")
OF_NO_UNIT = replace(made.fault(), measure=None, sheet="Lịch sử", message="Mã lạ.")
OTHER_PERIOD = replace(made.fault(), period=made.HALF)


def rows(fields: dict[str, object]) -> list[dict[str, object]]:
    found = fields["can_giai_trinh"]
    assert isinstance(found, list)
    return found


def due(day: date | None) -> object:
    windows = {made.YEAR: Window(None, None, day)}
    return made.assessment(settings=replace(made.SETTINGS, windows=windows))


def test_a_unit_with_a_blank_measure_owes_it() -> None:
    (debt,) = debts(made.assessment())
    assert debt.unit.name == "Thư viện phường"
    assert [one.measure.id for one in debt.missing] == ["M3"]
    assert debt.faults == ()


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
    found = debts(made.assessment(findings=findings))
    assert {one.unit.id: len(one.faults) for one in found} == owed


def test_nothing_is_owed_where_all_is_there() -> None:
    complete = [one for one in made.results() if one.status is not Status.NO_DATA]
    assert debts(made.assessment(complete)) == []


def test_the_reminder_lists_addresses_and_what_to_send_or_mend() -> None:
    fields = reminder_fields(made.assessment(findings=(made.fault(), OF_A_SHEET)))
    assert fields["kinh_gui_nhieu"] == ["Tổ phụ trách thể thao;", "Thư viện phường."]
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
    judged = due(day)
    assert reminder_fields(judged)["thoi_han"] == text  # type: ignore[arg-type] # made above


def test_each_lagging_measure_is_a_row_with_the_place_of_the_answer() -> None:
    fields = explanation_fields(made.assessment(), {"M2a": ("Thể thao", "P11")})
    assert (fields["kinh_gui"], fields["kinh_gui_nhieu"]) == ("Tổ phụ trách thể thao", [])
    assert fields["tong_hop"] == "Kết quả năm 2026 có 01 nội dung chậm hoặc không đạt"
    (row,) = rows(fields)
    shown = ("stt", "so", "ten", "ket_qua", "so_dem", "can_dat", "con_thieu", "ten_don_vi",
             "noi_ghi", "tinh_trang")  # fmt: skip
    told = {key: row[key] for key in shown}
    assert told == {
        "stt": "1", "so": "2a", "ten": "Tỷ lệ trẻ em biết bơi", "ket_qua": "81,0%",
        "so_dem": "81/100", "can_dat": "≥\u00a082%", "con_thieu": "còn thiếu 01 trẻ",
        "ten_don_vi": "Tổ phụ trách thể thao", "noi_ghi": "Trang “Thể thao”, ô\u00a0P11",
        "tinh_trang": "▼\u00a0Chậm tiến độ",
    }  # fmt: skip


def test_a_sheet_without_the_column_is_named_alone() -> None:
    fields = explanation_fields(made.assessment(), {})
    (row,) = rows(fields)
    assert row["noi_ghi"] == "Trang “Thể thao”, cột Giải trình"
