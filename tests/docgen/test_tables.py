from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from docgen.report.context import report_content
from docgen.shared import rows
from docgen.shared.letterhead import fault_rows
from docgen.shared.typography import STATUS_KEYS
from tests.docgen import made
from workbook.domain.findings import Finding, Severity
from workbook.domain.plan import Milestone, Rule
from workbook.domain.register import FundingResult, Observation, TaskResult
from workbook.domain.statuses import Status


def with_years(*years: int) -> tuple[int | None, int | None]:
    stones = tuple(Milestone(year, Rule.YES) for year in years)
    return rows.milestone_years(
        made.assessment([made.result(replace(made.MEASURES[0], milestones=stones))])
    )


@pytest.mark.parametrize(
    ("years", "chosen"),
    [
        ((2025, 2030), (2025, 2030)),
        ((2026, 2028), (2026, 2028)),
        ((2028, 2030), (2028, 2030)),
        ((2020, 2022), (2020, 2022)),
        ((2022, 2024, 2028, 2030), (2024, 2028)),
        ((2028,), (2028, None)),
    ],
)
def test_the_tables_show_the_milestone_just_due_and_the_next(
    years: tuple[int, ...], chosen: tuple[int | None, int | None]
) -> None:
    assert with_years(*years) == chosen


def test_a_row_shows_the_value_with_what_was_counted() -> None:
    judged = made.assessment()
    row = rows.measure_row(judged, judged.results[1])
    assert (row["ket_qua"], row["so_dem"]) == ("81,0%", "81/100")
    assert (row["moc_truoc"], row["moc_sau"]) == ("≥\u00a080%", "≥\u00a090%")
    assert (row["can_dat"], row["con_thieu"]) == ("≥\u00a082%", "còn thiếu 01 trẻ")
    assert (row["so"], row["don_vi"], row["nhom"]) == ("2a", "Thể thao", "cham")


def test_a_missing_value_is_left_to_the_template_to_say() -> None:
    judged = made.assessment()
    assert rows.measure_row(judged, judged.results[3])["ket_qua"] == ""


@pytest.mark.parametrize("status", [Status.NOT_DUE, Status.NOTHING_OCCURRED, Status.NOT_ASSESSABLE])
def test_a_value_without_meaning_is_a_dash_and_not_missing(status: Status) -> None:
    one = made.result(made.MEASURES[0], status)
    assert rows.measure_row(made.assessment([one]), one)["ket_qua"] == "–"


def test_a_value_typed_wrong_shows_what_was_typed() -> None:
    typed = Observation("M1", made.YEAR, made.AREA, numerator=9, denominator=0)
    one = made.result(made.MEASURES[0], Status.INVALID, observation=typed)
    assert rows.measure_row(made.assessment([one]), one)["so_dem"] == "9/0"


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_a_fill_that_the_template_knows(status: Status) -> None:
    one = made.result(made.MEASURES[0], status)
    assert rows.measure_row(made.assessment([one]), one)["nhom"] in STATUS_KEYS


def test_notes_stand_in_lines_the_small_number_first() -> None:
    typed = Observation("M1", made.YEAR, made.AREA, amount=1, note="Dòng một\r\n\nDòng hai")
    one = made.result(made.MEASURES[0], Status.SLOW, observation=typed, note="Số liệu nhỏ")
    row = rows.measure_row(made.assessment([one]), one)
    assert row["ghi_chu"] == ["Số liệu nhỏ", "Dòng một", "Dòng hai"]


def test_every_measure_stands_under_its_goal_once() -> None:
    goals = report_content(made.assessment())["cac_muc_tieu"]
    numbers = [[row["so"] for row in goal["cac_dong"]] for goal in goals]
    assert numbers == [["1", "2a", "2b"], ["3"]]


def test_what_a_unit_explains_stands_beside_its_lagging_measure() -> None:
    first, slow, *rest = made.results()
    typed = Observation("M2a", made.YEAR, made.AREA, explanation="Bể bơi sửa chữa.\nĐã mở lại.")
    judged = made.assessment([first, replace(slow, observation=typed), *rest])
    (row,) = report_content(judged)["chi_tieu_cham"]
    assert row["giai_trinh"] == ["Bể bơi sửa chữa.", "Đã mở lại."]


def test_an_explanation_of_a_measure_that_does_not_lag_is_not_a_cause_of_anything() -> None:
    typed = Observation("M1", made.YEAR, made.AREA, explanation="Vượt mưa gió.")
    achieved = replace(made.results()[0], observation=typed)
    assert report_content(made.assessment([achieved]))["chi_tieu_cham"] == []


def test_what_has_no_figures_is_listed_by_unit() -> None:
    blank = made.assessment([made.result(one) for one in made.MEASURES])
    units = report_content(blank)["chua_co_so_lieu"]
    assert [row["don_vi"] for row in units] == ["Tổ phụ trách thể thao", "Thư viện phường"]
    assert units[0]["chi_tieu"] == (
        "tỷ lệ trẻ em có sân chơi (chỉ tiêu 1); tỷ lệ trẻ em biết bơi (chỉ tiêu 2a)"
    )


def test_a_task_shows_deadline_result_and_whether_it_is_done() -> None:
    said = {"A1": TaskResult("A1", date(2026, 3, 5), "Đã mở.\nĐông trẻ.", True)}
    first, second = rows.tasks_and_money(made.assessment(tasks=said))["nhiem_vu"]
    done, silent = first["cac_nhiem_vu"]
    assert done == {
        "stt": "1",
        "nhiem_vu": "Mở lớp bơi.",
        "thoi_han": "05/03/2026",
        "ket_qua": ["Đã mở.", "Đông trẻ."],
        "hoan_thanh": "Đã hoàn thành",
    }
    assert (silent["thoi_han"], silent["ket_qua"], silent["hoan_thanh"]) == ("", [], "")
    assert second["don_vi"] == "Thư viện phường"


def test_money_is_blank_or_a_number_never_a_zero_from_nothing() -> None:
    funding = {
        "NS": FundingResult("NS", 1_200_000, {made.YEAR: 0, made.HALF: 5}, "Ghi chú"),
        "XH": FundingResult("XH", None, {}, ""),
    }
    state, society, total = rows.money_rows(made.assessment(funding=funding))
    assert (state["du_toan"], state["da_chi"], state["ty_le"]) == ("1.200.000", "0", "0%")
    assert (society["du_toan"], society["da_chi"], society["ty_le"]) == ("", "", "–")
    assert (total["du_toan"], total["da_chi"]) == ("", "")
    content = rows.tasks_and_money(made.assessment(funding=funding))
    assert content["ghi_chu_kinh_phi"] == ["Ngân sách nhà nước: Ghi chú"]


def test_whole_sums_add_up() -> None:
    funding = {key: FundingResult(key, 100, {made.YEAR: 40}, "") for key in ("NS", "XH")}
    assert rows.money(made.assessment(funding=funding))[-1][2:] == (200, 80)
    assert rows.money_rows(made.assessment(funding=funding))[-1]["ty_le"] == "40%"


def test_only_blocking_faults_are_listed_with_their_place() -> None:
    fault = Finding("X1", Severity.ERROR, made.YEAR, "Thư viện", "H9", "M3", "Số âm.")
    lost = replace(fault, period=None, sheet="Kinh phí", cell="")
    other = replace(fault, period=made.HALF)
    notice = replace(fault, severity=Severity.NOTICE)
    listed = fault_rows(made.assessment(findings=(fault, notice, other, lost)))
    assert [row["noi"] for row in listed] == ["Thư viện, ô H9", "Kinh phí"]
