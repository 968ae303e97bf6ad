"""The charts of sơ kết and tổng kết: exact figures, gaps, breaks, and words for all of it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from docgen.shared.charts_vi import (
    FOREIGN,
    MILESTONE,
    OWN,
    milestone_chart,
    trends,
)
from docgen.word.charts.data import WHOLE, Chart, Series
from tests.docgen import reviews
from tests.docgen.written import render_review
from tests.ooxml_compare import parts
from tests.workbook.domain.judging.samples import ELSEWHERE, Past
from workbook.domain.judging.review import Review
from workbook.domain.periods import Span


def drawn(review: Review) -> list[Chart]:
    found = trends(review)
    charts = [row["bieu_do"] for row in found["cac_dien_bien"] + found["cac_dien_bien_rong"]]
    return [chart for chart in charts if isinstance(chart, Chart)]


def one_trend(values: dict[int, str], measure: str = "CT02", past: list[Past] | None = None,
               ) -> list[Chart]:  # fmt: skip
    typed = {(measure, year): text for year, text in values.items()}
    return drawn(reviews.of_years(typed, 2025, Span.MIDTERM, past=past or ()))


def line(chart: Chart, role: str) -> Series:
    return next(one for one in chart.series if (one.role or one.name) == role)


def test_a_year_without_a_figure_is_a_gap_and_the_milestone_a_point() -> None:
    (chart,) = one_trend({2022: "60/100", 2024: "70/100", 2025: "78/100"})
    assert chart.categories == ("2022", "2023", "2024", "2025")
    assert line(chart, OWN).values == (Fraction(60), None, Fraction(70), Fraction(78))
    assert line(chart, MILESTONE).values == (None, None, None, Fraction(80))
    assert line(chart, MILESTONE).name.replace("\u00a0", " ") == "Mốc 2025: ≥ 80%"


def test_a_break_of_the_series_breaks_the_line() -> None:
    past = [Past("CT02", "2022", "60/100", ELSEWHERE), Past("CT02", "2023", "61/100", ELSEWHERE)]
    (chart,) = one_trend({2024: "70/100", 2025: "78/100"}, past=past)
    assert line(chart, OWN).values == (None, None, Fraction(70), Fraction(78))
    elsewhere = line(chart, FOREIGN)
    assert elsewhere.name == ELSEWHERE
    assert elsewhere.values == (Fraction(60), Fraction(61), None, None)
    assert f"năm 2022 60,0% ({ELSEWHERE})" in chart.description


@pytest.mark.parametrize(
    ("measure", "values"),
    [
        ("CT02", {2025: "78/100"}),  # one point is no line
        ("CT02", {2022: "60/100", 2025: "82/100"}),  # the milestone is reached
        ("CT20", {2022: "không", 2025: "không"}),  # nothing to measure
        ("CT02", {}),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing_to_see(
    measure: str, values: dict[int, str]
) -> None:
    assert one_trend(values, measure) == []


def test_a_count_is_drawn_in_whole_numbers_and_a_rate_with_its_decimals() -> None:
    (count,) = one_trend({2022: "3", 2025: "1"}, "CT08")
    assert count.number_format == WHOLE
    assert line(count, MILESTONE).values == (None, None, None, Fraction(0))
    (rate,) = one_trend({2022: "60/100", 2025: "79996/100000"})
    assert rate.number_format.endswith("#,##0.000")


def test_more_than_fit_two_pages_are_said_to_be_more() -> None:
    review = reviews.all_missed_with_long_names()
    assert len(drawn(review)) == 10
    assert (
        trends(review)["ten_dien_bien"] == "Diễn biến 10 trong 30 nội dung không đạt mốc hoặc chậm"
    )
    few = reviews.sample_midterm()
    assert trends(few)["ten_dien_bien"] == "Diễn biến các nội dung không đạt mốc hoặc chậm"
    assert trends(reviews.all_reached(Span.FINAL))["ten_dien_bien"] == ""


def test_many_years_take_the_wide_charts() -> None:
    midterm, final = trends(reviews.sample_midterm()), trends(reviews.sample_final())
    assert midterm["cac_dien_bien"]
    assert not midterm["cac_dien_bien_rong"]
    assert not final["cac_dien_bien"]
    assert final["cac_dien_bien_rong"]


def test_the_milestones_chart_adds_up_to_what_was_asked() -> None:
    for review in (reviews.sample_midterm(), reviews.sample_final(), reviews.other_midterm()):
        chart = milestone_chart(review)
        assert isinstance(chart, Chart)
        total = sum(value or 0 for one in chart.series for value in one.values)
        assert total == sum(len(stone.results) for stone in review.milestones)
        assert all(any(one.values) for one in chart.series)


def test_the_title_says_what_was_missed_and_the_description_says_all() -> None:
    chart = milestone_chart(reviews.sample_midterm())
    assert isinstance(chart, Chart)
    assert chart.title == "Mốc năm 2025: 06 nội dung không đạt"
    best = milestone_chart(reviews.all_reached(Span.FINAL))
    assert isinstance(best, Chart)
    assert best.title == (
        "Mốc năm 2025: không có nội dung không đạt; mốc năm 2030: không có nội dung không đạt"
    )
    assert chart.description.startswith(
        "Mục tiêu 1, mốc năm 2025: 06 đạt, 03 chậm hoặc không đạt. Mục tiêu 2, mốc năm 2025:"
    )


def test_without_any_figure_there_is_no_chart() -> None:
    review = reviews.nothing_typed(Span.FINAL)
    assert milestone_chart(review) == ""
    made = parts(render_review(review, draft=False))
    assert not [name for name in made if "/charts/" in name]


def test_every_chart_stands_in_the_document() -> None:
    review = reviews.sample_midterm()
    made = parts(render_review(review, draft=False))
    charts = [name for name in made if name.startswith("word/charts/") and "_rels" not in name]
    assert len(charts) == 1 + len(drawn(review))
