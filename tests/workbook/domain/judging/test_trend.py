"""Change since last year and the forecast."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.workbook.domain.judging.samples import ELSEWHERE, Past, result_of
from workbook.domain.judging import describe_change, describe_forecast
from workbook.domain.judging.trend import line_at
from workbook.domain.plan import Plan
from workbook.domain.results import Change


def years(measure: str, *texts: str, area: str | None = None) -> list[Past]:
    """Rows of Lịch sử for the years up to 2025."""
    first = 2026 - len(texts)
    rows = [Past(measure, str(first + index), text) for index, text in enumerate(texts)]
    if area is not None:
        rows[0] = Past(measure, rows[0].period, rows[0].text, area)
    return rows


@pytest.mark.parametrize(
    ("measure", "period", "before", "now", "change"),
    [
        ("CT02", "2026", "80/100", "82/100", Change.BETTER),
        ("CT02", "2026", "80/100", "164/200", Change.BETTER),
        ("CT02", "2026", "80/100", "40/50", Change.SAME),
        ("CT02", "2026", "80/100", "79/100", Change.WORSE),
        ("CT04a", "2026", "10/100", "11/100", Change.WORSE),
        ("CT08", "2026", "3", "1", Change.BETTER),
        ("CT20", "2026", "có", "không", Change.WORSE),
        ("CT02", "2026-H1", "30/100", "40/100", Change.BETTER),
    ],
)
def test_change_goes_by_the_rules_direction(
    plan: Plan, measure: str, period: str, before: str, now: str, change: Change
) -> None:
    past = [Past(measure, period.replace("2026", "2025"), before)]
    result = result_of(plan, measure, period, now, past)
    assert result.trend.change is change
    assert describe_change(result)


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("9934/10000", "9932/10000", "kém hơn cùng kỳ năm trước (99,34%)"),
        ("9926/10000", "9932/10000", "tốt hơn cùng kỳ năm trước (99,26%)"),
        ("2/3", "200/300", "không đổi so với cùng kỳ năm trước (66,7%)"),
    ],
)
def test_last_years_value_never_contradicts_the_change(
    plan: Plan, before: str, now: str, words: str
) -> None:
    result = result_of(plan, "CT13", "2026", now, [Past("CT13", "2025", before)])
    assert describe_change(result) == words


def test_another_area_is_not_compared(plan: Plan) -> None:
    past = [Past("CT02", "2025", "80/100", ELSEWHERE)]
    trend = result_of(plan, "CT02", "2026", "82/100", past).trend
    assert (trend.previous, trend.previous_value, trend.change) == (None, None, None)


def test_last_years_value_stands_also_beside_a_blank(plan: Plan) -> None:
    trend = result_of(plan, "CT02", "2026", "", [Past("CT02", "2025", "80/100")]).trend
    assert trend.previous_value == 80
    assert trend.change is None


def test_a_straight_series_is_continued(plan: Plan) -> None:
    past = years("CT02", "60/100", "62/100", "64/100", "66/100")
    result = result_of(plan, "CT02", "2026", "68/100", past)
    assert result.trend.forecast_year == 2030
    assert result.trend.forecast == 76
    assert result.trend.yearly_change == Fraction(22, 4)
    assert describe_forecast(result) == (
        "với tốc độ hiện nay, năm 2030 ước đạt 76%; từ nay mỗi năm cần tăng 5,5 điểm phần trăm"
    )


def test_a_small_yearly_change_does_not_read_as_none(plan: Plan) -> None:
    past = years("CT16b", *["40/100000"] * 4)
    text = describe_forecast(result_of(plan, "CT16b", "2026", "42/100000", past))
    assert text.endswith("từ nay mỗi năm cần giảm 0,003 điểm phần trăm")


def test_a_rates_yearly_change_is_over_its_factor(plan: Plan) -> None:
    past = years("CT10a", *["8/2000"] * 4)
    text = describe_forecast(result_of(plan, "CT10a", "2026", "8/2000", past))
    assert text.endswith("ước ở mức 400/100.000; từ nay mỗi năm cần giảm 100/100.000")


def test_a_forecast_stays_between_nothing_and_all(plan: Plan) -> None:
    rising = result_of(plan, "CT02", "2026", "95/100", years("CT02", *["60/100"] * 3, "90/100"))
    falling = result_of(plan, "CT04a", "2026", "1/100", years("CT04a", *["30/100"] * 3, "9/100"))
    assert rising.trend.forecast == 100
    assert falling.trend.forecast == 0


def test_a_met_milestone_needs_no_yearly_change(plan: Plan) -> None:
    result = result_of(plan, "CT02", "2026", "95/100", years("CT02", *["60/100"] * 4))
    assert result.trend.forecast is not None
    assert result.trend.yearly_change is None


@pytest.mark.parametrize(
    ("measure", "period", "now", "past"),
    [
        ("CT02", "2026", "68/100", years("CT02", "60/100", "62/100", "64/100")),
        ("CT02", "2026", "68/100", years("CT02", *["60/100"] * 4, area=ELSEWHERE)),
        ("CT02", "2026-H1", "68/100", years("CT02", *["60/100"] * 5)),
        ("CT03a", "2026", "1/100", years("CT03a", *["1/100"] * 4)),
        ("CT08", "2026", "1", years("CT08", *["1"] * 4)),
        ("CT02", "2026", "", years("CT02", *["60/100"] * 5)),
    ],
)
def test_no_forecast_on_few_broken_or_unsuited_series(
    plan: Plan, measure: str, period: str, now: str, past: list[Past]
) -> None:
    result = result_of(plan, measure, period, now, past)
    assert (result.trend.forecast, describe_forecast(result)) == (None, "")


def test_the_line_is_that_of_least_squares() -> None:
    points = {2022: Fraction(1), 2023: Fraction(3), 2024: Fraction(2), 2026: Fraction(6)}
    # Worked by hand: mean year 2023.75, mean value 3, slope 10/8.75.
    assert line_at(points, 2030) == 3 + Fraction(1000, 875) * Fraction(25, 4)
