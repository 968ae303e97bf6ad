from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from docgen.report.context import goal_sentences, report_content
from docgen.shared import phrases_vi
from docgen.shared.letterhead import frame, page_mark
from docgen.shared.rows import lagging_row
from tests.docgen import made
from workbook.domain.findings import Finding, Severity
from workbook.domain.periods import Period
from workbook.domain.register import TaskResult
from workbook.domain.results import Assessment, Change, Trend, Verdict
from workbook.domain.settings import Interim
from workbook.domain.statuses import Status

FAULT = Finding("X1", Severity.ERROR, made.YEAR, "Thư viện", "H9", "M3", "Tử số lớn hơn mẫu số.")
WARNING = replace(FAULT, severity=Severity.WARNING)


def overview(judged: Assessment) -> list[str]:
    return report_content(judged)["ket_qua_chung"]


@pytest.mark.parametrize(
    ("draft", "sample", "mark"),
    [
        (False, False, ""),
        (True, False, "DỰ THẢO"),
        (False, True, "SỐ LIỆU MẪU"),
        (True, True, "DỰ THẢO – SỐ LIỆU MẪU"),
    ],
)
def test_pages_are_marked_as_draft_and_as_sample(draft: bool, sample: bool, mark: str) -> None:
    assert page_mark(draft=draft, sample=sample) == mark


def test_a_final_report_of_real_figures_has_no_frame() -> None:
    assert frame(made.assessment(findings=(WARNING,)), draft=False) == []


def test_a_draft_says_how_many_faults_stand_in_its_way() -> None:
    judged = made.assessment(findings=(FAULT, FAULT, WARNING))
    (line,) = frame(judged, draft=True)
    assert "còn 02 lỗi" in line


def test_the_overview_counts_indicators_and_measures() -> None:
    first, second, *_ = overview(made.assessment())
    assert first == (
        "Kế hoạch có 03 chỉ tiêu. Kết quả năm 2026: 01 chỉ tiêu đạt, 01 chỉ tiêu chậm tiến độ "
        "và 01 chỉ tiêu chưa có số liệu."
    )
    assert "02 đạt, 01 chậm tiến độ và 01 chưa có số liệu" in second


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (Interim.STRAIGHT, "đường thẳng"),
        (Interim.HOLD, "mốc đã đến hạn gần nhất"),
        (Interim.NEXT, "bằng mức của mốc tiếp theo"),
    ],
)
def test_the_report_says_how_the_years_between_milestones_are_judged(
    way: Interim, words: str
) -> None:
    judged = made.assessment(settings=replace(made.SETTINGS, interim=way))
    assert sum(words in one for one in overview(judged)) == 1


def test_in_a_milestone_year_nothing_is_said_of_years_between() -> None:
    judged = made.assessment(period=Period(2025))
    assert not any("mức cần đạt" in one for one in overview(judged))


def test_half_year_results_are_said_to_be_provisional() -> None:
    half = made.assessment(period=made.HALF)
    assert any("tạm tính" in one for one in overview(half))
    assert not any("tạm tính" in one for one in overview(made.assessment()))


def test_a_break_of_the_series_is_said_with_its_indicators() -> None:
    first, *rest = made.results()
    broken = replace(first, verdict=replace(first.verdict, broken_series=True))
    said = overview(made.assessment([broken, *rest]))
    assert any("địa bàn khác" in one and one.endswith("chỉ tiêu 1.") for one in said)


def test_a_lagging_measure_names_its_unit_its_clause_and_its_note() -> None:
    judged = made.assessment()
    (result,) = judged.lagging
    before = Trend(previous_value=Fraction(80), change=Change.BETTER)
    said = lagging_row(judged, replace(result, trend=before))["dien_giai"]
    assert said.startswith("năm 2026, kết quả 81/100")
    assert "tốt hơn cùng kỳ năm trước (80%)" in said
    assert "Lưu ý: số liệu nhỏ (81/100)." in said
    assert said.endswith("Đơn vị thực hiện: Tổ phụ trách thể thao (mục V.1 của Kế hoạch).")


def test_no_lagging_measure_is_never_said_to_be_good_while_figures_are_missing() -> None:
    blank = made.assessment([made.result(one) for one in made.MEASURES])
    assert "đã có số liệu" in phrases_vi.lagging_lead(blank)
    assert "04 nội dung chưa có số liệu" in phrases_vi.missing_lead(blank)
    good = made.assessment([made.results()[0]])
    assert phrases_vi.lagging_lead(good) == "Không có nội dung nào chậm hoặc không đạt."
    assert "đều đã có số liệu" in phrases_vi.missing_lead(good)


def test_a_goal_says_what_was_reached_what_lags_and_by_how_much() -> None:
    judged = made.assessment()
    said = goal_sentences(judged, judged.results[:3])
    assert said == [
        "Mục tiêu có 02 chỉ tiêu với 03 nội dung: 02 đạt và 01 chậm tiến độ.",
        "Nội dung đạt: tỷ lệ trẻ em có sân chơi – 95,0% (190/200); số trẻ em đuối nước – "
        "0 trường hợp.",
        "Nội dung chậm hoặc không đạt: tỷ lệ trẻ em biết bơi – 81,0% (81/100), chậm tiến độ, "
        "còn thiếu 01 trẻ.",
    ]


def test_a_goal_says_how_many_moved_since_last_year() -> None:
    first, second, third, fourth = made.results()
    moved = [
        replace(first, trend=Trend(change=Change.BETTER)),
        replace(second, trend=Trend(change=Change.WORSE)),
        replace(third, trend=Trend(change=Change.WORSE)),
    ]
    judged = made.assessment([*moved, fourth])
    assert goal_sentences(judged, moved)[-1] == (
        "So với năm 2025: 01 nội dung tốt hơn và 02 nội dung kém hơn."
    )


def test_an_early_achievement_is_counted_under_its_own_words() -> None:
    early = Verdict(Status.ACHIEVED, "Đạt trước hạn")
    first, *rest = made.results()
    tally = phrases_vi.tally([replace(first, verdict=early), *rest])
    assert tally == "01 đạt trước hạn, 01 đạt, 01 chậm tiến độ và 01 chưa có số liệu"


def test_tasks_are_counted_by_what_the_units_say() -> None:
    tasks = {
        "A1": TaskResult("A1", None, "", True),
        "A2": TaskResult("A2", None, "", False),
    }
    assert phrases_vi.tasks_sentence(made.assessment(tasks=tasks)) == (
        "Kế hoạch giao 03 nhiệm vụ cho 02 đơn vị; đến kỳ báo cáo: 01 đã hoàn thành, "
        "01 chưa hoàn thành và 01 chưa ghi mức độ hoàn thành."
    )


@pytest.mark.parametrize(
    ("planned", "spent", "words", "never"),
    [
        (155_000_000, 139_750_000, "bằng 90,2% dự toán", "chưa đủ"),
        (None, 5, "Chưa đủ số liệu dự toán", "0 đồng"),
        (5, None, "chưa đủ số liệu đã chi", "bằng"),
        (0, 0, "đã chi năm 2026 là 0\u00a0đồng", "bằng"),
    ],
)
def test_money_is_summed_only_when_it_is_all_there(
    planned: int | None, spent: int | None, words: str, never: str
) -> None:
    said = phrases_vi.money_sentence(planned, spent, made.YEAR)
    assert words in said
    assert never not in said
