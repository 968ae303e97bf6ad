"""The Kế hoạch for a year: targets, what is missing, what is left open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.docgen import golden, made, plans, reading
from tests.docgen.declared import Value
from tests.docgen.every_document import sample
from tests.docgen.numbers import strange
from tests.docgen.written import render_year_plan, year_plan_context
from tests.docgen.year_plans import NEXT, THIS, of_sample, plain, rows
from workbook.domain.judging.targets import Target, targets_of
from workbook.domain.periods import Period
from workbook.domain.register import FundingResult, TaskResult
from workbook.domain.results import Assessment
from workbook.domain.settings import Interim, Window
from workbook.domain.statuses import Status


@pytest.mark.parametrize("name", ["year_plan_next", "year_plan_this", "year_plan_draft"])
def test_the_text_is_the_one_that_was_read_and_approved(name: str) -> None:
    # After a wanted change: python -m tests.docgen.golden, then read the difference.
    approved = (golden.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert golden.year_plans()[name].splitlines() == approved.splitlines()


@pytest.mark.parametrize("year", [THIS, NEXT])
def test_every_number_of_the_plan_is_found_in_its_data(year: int) -> None:
    assessment = sample()
    said = reading.text(render_year_plan(assessment, year, draft=False))
    targets = targets_of(assessment, year)
    assert strange(said, data_of(assessment, targets, year), counted=len(targets) + 1) == set()


def texts(value: Value) -> list[object]:
    assert isinstance(value, list)
    return list(value)


def data_of(assessment: Assessment, targets: tuple[Target, ...], year: int) -> list[object]:
    """All figures and texts the plan may draw on."""
    data: list[object] = [year - 1, year, assessment.plan, assessment.settings]
    for target in targets:
        level = target.asked.value if target.asked else None
        data += [target.shown, target.missing, target.last, level]
    planned = [one.planned or 0 for one in assessment.funding.values()]
    spent = [one.spent[assessment.period] or 0 for one in assessment.funding.values()]
    share = Fraction(100 * sum(spent), sum(planned))
    return [*data, *planned, *spent, sum(planned), sum(spent), share]


def test_the_targets_lie_on_the_line_between_the_milestones() -> None:
    next_year = of_sample(NEXT)
    """Worked out by hand: two fifths of the way from 2025 to 2030."""
    asked = {number: row[3].replace("\u00a0", " ") for number, row in rows(next_year).items()}
    assert asked["2"] == "≥ 84%"  # 80 -> 90
    assert asked["3a"] == "< 8,8‰"  # 9 -> 8,5
    assert asked["3b"] == "≤ 11,2‰"  # 12 -> 10
    assert asked["4b"] == "< 8,6%"  # 9 -> 8
    assert asked["7a"] == "< 1,6%"  # 2 -> 1
    assert asked["8"] == "0 trường hợp"
    assert asked["13"] == "≥ 100%"
    assert asked["19b"] == "≥ 48%"  # 40 -> 60
    assert asked["20"] == "Có"
    assert asked["5b"] == "≥ 97%"  # 92 % in 2022 -> 100


def test_what_is_missing_is_counted_in_children_of_last_year() -> None:
    next_year = of_sample(NEXT)
    this_year = of_sample(THIS)
    assert rows(next_year)["2"][2:] == [
        "81,0%\n885/1.092", "≥\u00a084%", "≥\u00a090%", "còn thiếu 33 trẻ",
        "Văn hóa xã hội - Trẻ em",
    ]  # fmt: skip
    assert rows(this_year)["2"][2:6] == [
        "79,7%\n866/1.086", "≥\u00a082%", "≥\u00a090%", "còn thiếu 25 trẻ",
    ]  # fmt: skip


@pytest.mark.parametrize("year", [THIS, NEXT])
def test_of_what_must_not_happen_no_number_is_said_to_be_missing_or_left(year: int) -> None:
    """Deaths, abuse, hunger: only whether the target is met."""
    judged = plans.with_long_names()
    context = year_plan_context(judged, year, draft=False)
    said = plain(*texts(context["trong_tam"]))
    hidden = [one for one in targets_of(judged, year) if one.measure.hide_headroom]
    assert len(hidden) == 13
    table = rows(render_year_plan(judged, year, draft=False))
    for target in hidden:
        number = next(key for key, row in table.items() if plain(row[1]) == target.measure.name)
        assert table[number][5] in ("chưa trong mức mục tiêu", "trong mức mục tiêu", "–")
        (sentence,) = re.findall(rf"Chỉ tiêu {number}, .*", said) or [""]
        assert not re.search(r"thiếu|vượt|còn \d", sentence)


def test_an_indicator_that_no_longer_applies_is_left_out() -> None:
    next_year = of_sample(NEXT)
    assert "5a" not in rows(next_year)
    assert len(rows(next_year)) == 31


def test_every_measure_short_of_its_target_is_named_with_its_unit() -> None:
    assessment = sample()
    next_year = of_sample(NEXT)
    text = reading.text(next_year).replace("\u00a0", " ")
    section = text.split("1. Nội dung trọng tâm")[1].split("2. Các nhóm")[0]
    lines = [line for line in section.split("\n") if line.startswith("- ")]
    short = [one for one in targets_of(assessment, NEXT) if one.met is False]
    assert len(lines) == len(short) == 12
    for line, target in zip(lines, short, strict=True):
        assert target.measure.name[1:] in line
        unit = assessment.plan.unit(target.measure.responsible_unit).name
        assert line.endswith(f"Đơn vị thực hiện: {unit}.")


def test_what_nobody_typed_is_an_open_place() -> None:
    text = reading.text(render_year_plan(plans.nothing_typed(), NEXT, draft=False))
    assert text.count("[chưa có số liệu]") == 31
    # CT10a's path depends on last year, CT05b has no start: the office sets both targets.
    assert text.count("[phường ghi]") == 2
    assert text.count("[chưa ghi]") == 16 + 2 * 3
    for place in ("đánh giá chung", "giải pháp cho từng", "hoạt động cụ thể", "thời hạn gửi"):
        assert f"[Đơn vị ghi {place}" in text
    assert "chưa giao chỉ tiêu 1, 2, 7, 9, 10, 11, 12, 20, 21, 22 và 23" in text.replace(
        "\u00a0", " "
    )


def test_a_blank_never_looks_like_a_target_reached() -> None:
    text = plain(reading.text(render_year_plan(plans.nothing_typed(), NEXT, draft=False)))
    assert "Chưa có kết quả năm 2026 nào so sánh được với mục tiêu năm 2027." in text
    assert "kết quả năm 2026 có 31 nội dung chưa so sánh được." in text
    assert "đạt mục tiêu" not in text
    judged = made.assessment([made.results()[0], made.results()[3]])
    lead = plain(year_plan_context(judged, NEXT, draft=False)["loi_dan_trong_tam"])
    assert lead == "Các nội dung so sánh được đều đã đạt mục tiêu năm 2027."


def test_where_all_is_reached_nothing_is_short() -> None:
    text = reading.text(render_year_plan(plans.all_reached(), NEXT, draft=False))
    assert "chưa đạt" not in text
    assert "Kết quả năm\u00a02026 của mọi nội dung đều đã đạt mục tiêu năm\u00a02027." in text
    assert "còn thiếu" not in text.replace("Phần còn thiếu tính", "")


def test_a_deadline_counts_only_in_its_own_year() -> None:
    tasks = {
        "A1": TaskResult("A1", date(2026, 3, 5), "", None),
        "A2": TaskResult("A2", date(2027, 9, 1), "", False),
    }
    judged = made.assessment(tasks=tasks)
    shown = {}
    for year in (THIS, NEXT):
        *_, table = reading.tables(render_year_plan(judged, year, draft=False))[:-1]
        shown[year] = [row[1:] for row in table[1:] if len(row) > 1]
    assert shown[THIS][:2] == [["Mở lớp bơi.", "05/03/2026"], ["Sửa sân chơi.", "[chưa ghi]"]]
    assert shown[NEXT][:2] == [
        ["Mở lớp bơi.", "[chưa ghi]"],
        ["Sửa sân chơi.\nNăm\u00a02026: chưa hoàn thành.", "01/09/2027"],
    ]


def test_money_planned_is_of_the_sheets_year_and_spent_of_the_year_before() -> None:
    funding = {key: FundingResult(key, 1_500_000, {made.YEAR: 900_000}, "") for key in ("NS", "XH")}
    judged = made.assessment(funding=funding)
    tables = {year: reading.tables(render_year_plan(judged, year, draft=False))[2]
              for year in (THIS, NEXT)}  # fmt: skip
    assert tables[THIS][0] == ["STT", "Nguồn kinh phí", "Dự toán năm 2026 (đồng)"]
    assert tables[THIS][-1] == ["", "Tổng cộng", "3.000.000"]
    assert tables[NEXT][0][2:] == ["Đã chi năm 2026 (đồng)", "Dự toán năm 2027 (đồng)"]
    assert [row[2:] for row in tables[NEXT][1:]] == [
        ["900.000", "[chưa ghi]"], ["900.000", "[chưa ghi]"], ["1.800.000", "[chưa ghi]"],
    ]  # fmt: skip


def test_the_days_for_figures_are_said_where_cau_hinh_has_them() -> None:
    windows = {
        made.HALF: Window(None, None, date(2026, 7, 5)),
        made.YEAR: Window(None, None, None),
    }
    judged = made.assessment(settings=replace(made.SETTINGS, windows=windows))
    said = year_plan_context(judged, THIS, draft=False)["han_so_lieu"]
    assert said == [
        "Các đơn vị gửi số liệu 6 tháng đầu năm\u00a02026 chậm nhất ngày\u00a005 tháng\u00a07 "
        "năm\u00a02026."
    ]
    assert year_plan_context(judged, NEXT, draft=False)["han_so_lieu"] == []


@pytest.mark.parametrize(
    ("way", "words", "asked"),
    [
        (Interim.STRAIGHT, "theo đường thẳng từ mốc đã đến hạn", "≥ 84%"),
        (Interim.HOLD, "bằng mức của mốc đã đến hạn gần nhất", "≥ 80%"),
        (Interim.NEXT, "bằng mức của mốc tiếp theo", "≥ 90%"),
    ],
)
def test_the_plan_says_by_which_way_its_targets_were_made(
    way: Interim, words: str, asked: str
) -> None:
    judged = made.assessment(settings=replace(made.SETTINGS, interim=way))
    document = render_year_plan(judged, NEXT, draft=False)
    assert words in reading.text(document)
    assert rows(document)["1"][3] == asked.replace(" ", "\u00a0")


def test_in_a_milestones_year_the_target_is_the_plans_own() -> None:
    judged = made.assessment(period=Period(2029))
    said = str(year_plan_context(judged, 2030, draft=False)["cach_tinh"])
    assert said == (
        "Mục tiêu năm\u00a02030 là mức mà Kế hoạch giai đoạn 2023-2030 quy định cho năm\u00a02030."
    )


def test_a_target_of_a_fraction_is_told_alike_in_table_and_sentence() -> None:
    stones = (
        replace(made.MEASURES[0].milestones[0], value=Fraction(80)),
        replace(made.MEASURES[0].milestones[1], value=Fraction(81)),
    )
    measure = replace(made.MEASURES[0], milestones=stones)
    judged = made.assessment([made.counted(measure, Status.SLOW, 1, 300, "0,3%")])
    context = year_plan_context(judged, NEXT, draft=False)
    assert "mục tiêu năm 2027 là từ 80,4% trở lên" in plain(*texts(context["trong_tam"]))
    assert rows(render_year_plan(judged, NEXT, draft=False))["1"][3] == "≥\u00a080,4%"
