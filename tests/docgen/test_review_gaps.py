"""The Báo cáo sơ kết and tổng kết: what is missing, of another area, or left open."""

from __future__ import annotations

import re

from tests.docgen import reading, reviews
from tests.docgen.review_documents import plain, said, section
from tests.docgen.written import render_review
from tests.workbook.domain.judging.samples import ELSEWHERE, HERE, Past
from workbook.domain.periods import Span


def test_a_year_without_a_figure_stays_a_gap_and_is_named() -> None:
    review = reviews.of_years({("CT02", 2022): "60/100", ("CT02", 2025): "82/100"}, 2025,
                              Span.MIDTERM)  # fmt: skip
    document = render_review(review, draft=False)
    *_, annex = reading.tables(document)
    row = next(row for row in annex if row[0] == "2")
    assert row[3:7] == ["60,0\n60/100", "[…]", "[…]", "82,0\n82/100"]
    assert "toàn diện (chỉ tiêu 2, năm 2023 và 2024)" not in plain(reading.text(document))
    assert "toàn diện (chỉ tiêu 2, các năm 2023 và 2024)" in plain(reading.text(document))
    assert "[…] chưa có số liệu" in reading.text(document)


def test_a_blank_never_looks_like_a_milestone_reached() -> None:
    text = said(reviews.nothing_typed(Span.FINAL))
    assert "Mốc năm 2025: 23 chỉ tiêu có mốc, đều chưa có số liệu" in text
    assert "Mốc năm 2025: chưa có số liệu để đánh giá." in text
    assert "Chưa có số liệu của các nội dung phải duy trì" in text
    assert "đều đạt" not in text
    assert "✔" not in text
    assert not re.search(r"^(0|0,0)$", text, re.MULTILINE)


def test_where_all_is_reached_nothing_is_missed_or_missing() -> None:
    text = said(reviews.all_reached(Span.FINAL))
    assert "Mốc năm 2025: không có nội dung nào không đạt." in text
    assert "đều đã có số liệu của mọi năm" in text
    assert "✖" not in text
    assert "[…]" not in text
    assert "còn thiếu" not in text


def test_the_break_of_series_is_said_once_and_marked_in_the_tables() -> None:
    review = reviews.of_two_areas()
    text = said(review)
    sentence = (
        f"Số liệu đánh dấu (a) của các năm 2022-2024 thuộc địa bàn {ELSEWHERE}, khác địa bàn {HERE}"
    )
    assert text.count(sentence) == 1
    *_, annex = reading.tables(render_review(review, draft=False))
    assert annex[0][3:7] == ["2022\n(a)", "2023\n(a)", "2024\n(a)", "2025"]
    assert "lên" not in section(text, "1. Tình hình chung", "2. Nội dung")
    assert "Chưa có nội dung nào có số liệu hai năm của cùng một địa bàn để so sánh." in text


def test_where_only_some_figures_are_of_another_area_they_carry_the_mark() -> None:
    past = [Past("CT02", "2024", "70/100", ELSEWHERE), Past("CT15", "2024", "100/100")]
    review = reviews.of_years({("CT02", 2025): "82/100"}, 2025, Span.MIDTERM, past=past)
    *_, annex = reading.tables(render_review(review, draft=False))
    assert annex[0][5] == "2024"
    assert next(row for row in annex if row[0] == "2")[5] == "70,0\n70/100\n(a)"
    assert next(row for row in annex if row[0] == "15")[5] == "100,0\n100/100"


def test_several_areas_have_each_a_mark_and_those_not_used_are_named() -> None:
    past = [
        Past("CT02", "2022", "60/100", "xã Một"),
        Past("CT02", "2023", "60/100", "xã Hai"),
        Past("CT15", "2023", "60/100", "xã Hai"),
        Past("CT15", "2023", "60/100", "xã Ba"),
    ]
    text = said(reviews.of_years({}, 2025, Span.MIDTERM, past=past))
    assert "Số liệu đánh dấu (a) của năm 2022 thuộc địa bàn xã Một" in text
    assert "Số liệu đánh dấu (b) của năm 2023 thuộc địa bàn xã Hai" in text
    assert "Không dùng trong báo cáo này: số liệu các năm trước của địa bàn xã Ba." in text


def test_converted_figures_count_for_the_new_area_and_that_is_said() -> None:
    text = said(reviews.of_two_areas(converted=True))
    assert f"ghi là đã quy đổi được coi là của địa bàn {HERE}" in text
    assert "(a)" not in text
    assert "có 30 nội dung không thay đổi; 01 nội dung chưa so sánh được; 01 nội dung" in text


def test_tasks_and_money_are_of_the_registers_year_or_left_open() -> None:
    text = said(reviews.other_midterm())
    assert "Năm 2026, kết quả thực hiện nhiệm vụ như sau:" in text
    assert "đã chi năm 2026 là 38.500.000 đồng" in text
    assert "[Đơn vị ghi kinh phí thực hiện của các năm khác trong giai đoạn 2025-2026.]" in text
    later = said(reviews.sample_midterm())
    assert "[Đơn vị ghi kết quả thực hiện nhiệm vụ của giai đoạn 2022-2025.]" in later
    assert "[Đơn vị ghi kinh phí thực hiện của giai đoạn 2022-2025.]" in later
    assert "Tổng dự toán" not in later


def test_causes_lessons_and_proposals_are_left_to_the_official() -> None:
    text = said(reviews.sample_final())
    for heading in (
        "1. Ưu điểm", "2. Tồn tại, hạn chế", "3. Nguyên nhân", "4. Bài học kinh nghiệm",
        "VI. ĐỀ XUẤT, KIẾN NGHỊ", "V. PHƯƠNG HƯỚNG, NHIỆM VỤ GIAI ĐOẠN TIẾP THEO",
    ):  # fmt: skip
        assert text.split(f"\n{heading}\n")[1].startswith("[Đơn vị ghi ")
