"""The Báo cáo sơ kết and tổng kết: milestones, years, what is counted and said."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from docgen.review.sentences_vi import years_words
from tests.docgen import golden, reading, reviews
from tests.docgen.numbers import strange
from tests.docgen.review_documents import CASES, document, plain, said, section
from tests.docgen.written import render_review, review_context
from workbook.domain.judging.review import Review
from workbook.domain.periods import Span
from workbook.domain.plan import Milestone, Rule
from workbook.plans import default_plan


@pytest.mark.parametrize("name", ["review_midterm", "review_final", "review_areas", "review_other"])
def test_the_text_is_the_one_that_was_read_and_approved(name: str) -> None:
    # After a wanted change: python -m tests.docgen.golden, then read the difference.
    approved = (golden.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert golden.review_texts()[name].splitlines() == approved.splitlines()


def test_two_renders_give_the_same_bytes() -> None:
    assert render_review(reviews.sample_final(), draft=False) == document("final")


@pytest.mark.parametrize("case", CASES)
def test_every_number_is_found_in_the_data(case: str) -> None:
    review, _ = CASES[case]()
    data = data_of(review)
    count = len(review.plan.measures)
    assert strange(reading.text(document(case)), data, counted=count) == set()


def data_of(review: Review) -> list[object]:
    """All figures and texts that the report may draw on."""
    data: list[object] = [review.plan, review.settings, review.findings, review.register_year]
    for year in review.years:
        data += [year.period.year, year.period.year + 1]
        for task in year.tasks.values():
            data += [task.result, task.deadline and f"{task.deadline:%d/%m/%Y}"]
        for money in year.funding.values():
            data += [money.planned, *money.spent.values(), money.note]
        for one in year.results:
            data += [one.shown, one.value, one.explanation, one.note, one.observation]
            data += [one.gap_required, one.trend.previous, one.trend.previous_value]
            data += [stone.value for stone in one.measure.milestones]
    if review.own_year is not None:
        planned = [one.planned or 0 for one in review.own_year.funding.values()]
        spent = [one.spent.get(review.own_year.period) or 0
                 for one in review.own_year.funding.values()]  # fmt: skip
        pairs = zip([*spent, sum(spent)], [*planned, sum(planned)], strict=True)
        data += [sum(planned), sum(spent)]
        data += [Fraction(100 * part, whole) for part, whole in pairs if whole]
    return data


def test_every_year_and_measure_stands_in_the_annex() -> None:
    for case in ("sample", "final", "other"):
        review, _ = CASES[case]()
        *_, annex = reading.tables(document(case))
        years = [str(one.period.year) for one in review.years]
        assert annex[0][3:-2] == years
        lines = [row for row in annex[1:] if len(row) > 1]
        assert [plain(row[1]) for row in lines] == [one.measure.name for one in review.series]
        assert all(len(row) == len(years) + 5 and all(row) for row in lines)


def test_a_cell_of_the_annex_holds_value_and_counts() -> None:
    *_, annex = reading.tables(document("sample"))
    row = next(row for row in annex if row[0] == "2")
    assert [plain(one) for one in row] == [
        "2", reviews.sample_midterm().plan.measures["CT02"].name, "%",
        "68,5", "68,8\n740/1.075", "73,08\n790/1.081", "79,7\n866/1.086", "≥ 80%", "✖ Không đạt",
    ]  # fmt: skip
    after = annex[annex.index(row) + 1]
    assert plain(after[0]) == (
        "Nguồn: 2022: Báo cáo năm của phường (chỉ có tỷ lệ); 2023-2025: Báo cáo của các trường "
        "và Trạm y tế."
    )


def test_with_several_milestones_each_says_its_year() -> None:
    *_, annex = reading.tables(document("final"))
    row = next(row for row in annex if row[0] == "2")
    assert plain(row[-2]) == "2025: ≥ 80%\n2030: ≥ 90%"
    assert plain(row[-1]) == "2025: ✖ Không đạt\n2030: ✔ Đạt"
    always = next(row for row in annex if row[0] == "11")
    assert plain(always[-2]) == "hằng năm: ≥ 100%"


@pytest.mark.parametrize("case", ["sample", "final", "missed"])
def test_every_milestone_missed_is_named_with_what_is_missing_and_whose(case: str) -> None:
    review, _ = CASES[case]()
    part = section(said(review), "2. Nội dung không đạt mốc", "3. Mức phải duy trì")
    blocks = re.split(r"Mốc năm \d{4}: có \d+ nội dung không đạt:\n", part)[1:]
    missed = [one for one in review.milestones if one.missed]
    assert len(blocks) == len(missed)
    for stone, block in zip(missed, blocks, strict=True):
        lines = [line for line in block.split("\n") if line.startswith("- ")]
        assert len(lines) == len(stone.missed)
        for result, line in zip(stone.missed, lines, strict=True):
            assert result.measure.name[1:] in line
            assert f"năm {stone.year}, " in line
            assert "Đơn vị thực hiện: " in line
            assert bool(re.search(r"còn thiếu|vượt", line)) == ((result.gap_required or 0) > 0)


def test_milestones_are_counted_by_indicator_and_by_measure() -> None:
    text = said(reviews.sample_midterm())
    assert (
        "Mốc năm 2025: 23 chỉ tiêu có mốc, gồm 17 đạt và 06 không đạt; tính theo "
        "nội dung: 31 nội dung có mốc, gồm 25 đạt và 06 không đạt."
    ) in text
    every = said(reviews.all_reached(Span.MIDTERM))
    assert "23 chỉ tiêu có mốc, đều đạt; tính theo nội dung: 31 nội dung có mốc, đều đạt." in every


def test_one_breach_of_what_is_to_be_kept_stays_visible_in_the_final_report() -> None:
    plan = default_plan()
    values = {("CT13", year): "500/500" for year in range(2022, 2031)} | {
        ("CT13", 2027): "499/500", ("CT08", 2028): "2",
    }  # fmt: skip
    review = reviews.of_years(values, plan.end_year, Span.FINAL)
    text = said(review)
    part = section(text, "3. Mức phải duy trì, mức yêu cầu hằng năm", "4. Nội dung chưa")
    assert "có 02 nội dung không giữ được" in part
    assert (
        "mức yêu cầu là 100%; năm 2027: 99,8% (499/500), còn thiếu 01 trẻ. Lưu ý: số liệu nhỏ. "
        "Đơn vị thực hiện: Công chức Tư pháp – Hộ tịch"
    ) in part
    assert "mức yêu cầu là không có trường hợp nào; năm 2028: 2 trường hợp. Đơn vị" in part
    *_, annex = reading.tables(render_review(review, draft=False))
    row = next(row for row in annex if row[0] == "13")
    assert row[3 + 5] == "99,8\n499 /500\n✖"
    assert "✖ năm không giữ được mức phải duy trì" in text


def test_levels_kept_that_differ_by_year_are_each_said() -> None:
    plan = default_plan()
    measure = plan.measures["CT13"]
    stones = (
        Milestone(2025, Rule.AT_LEAST, Fraction(90)),
        Milestone(2027, Rule.AT_LEAST, Fraction(95)),
    )
    indicator = next(one for one in plan.indicators if one.number == measure.indicator)
    changed = replace(indicator, measures=(replace(measure, milestones=stones),))
    other = replace(
        plan, indicators=tuple(changed if one is indicator else one for one in plan.indicators)
    )
    values = {("CT13", year): "80/100" for year in (2026, 2028)}
    part = said(reviews.of_years(values, 2030, Span.FINAL, plan=other))
    assert (
        "năm 2026: 80,0% (80/100), còn thiếu 10 trẻ, mức yêu cầu là từ 90% trở lên; "
        "năm 2028: 80,0% (80/100), còn thiếu 15 trẻ, mức yêu cầu là từ 95% trở lên."
    ) in part


def test_where_nothing_must_be_kept_that_is_said() -> None:
    plan = default_plan()
    one = plan.indicators[1]
    text = said(reviews.of_years({}, 2025, Span.MIDTERM, plan=replace(plan, indicators=(one,))))
    assert "Kế hoạch không quy định mức phải duy trì hoặc mức yêu cầu hằng năm." in text
    assert "nên số liệu chỉ nêu để theo dõi.\n" in text


@pytest.mark.parametrize(
    ("measure", "first", "last", "words"),
    [
        ("CT02", "60/100", "82/100",
         "Nội dung tốt hơn: tỷ lệ trẻ em đến 8 tuổi được tiếp cận các dịch vụ hỗ trợ chăm sóc phát "
         "triển toàn diện từ 60,0% (năm 2022: 60/100) lên 82,0% (năm 2025: 82/100)"),
        ("CT02", "68.5", "60/100", "Nội dung kém hơn: .* từ 68,5% \\(năm 2022\\) xuống 60,0%"),
        ("CT08", "1", "0", "Nội dung tốt hơn: số trẻ em bị xâm hại từ 1 trường hợp \\(năm 2022\\) "
         "xuống 0 trường hợp \\(năm 2025\\)"),
        ("CT08", "0", "0", "Nội dung không thay đổi: .* – 0 trường hợp \\(năm 2022 và năm 2025\\)"),
        ("CT20", "không", "có", "Nội dung tốt hơn: .* từ không \\(năm 2022\\) sang có"),
        ("CT16a", "10/10", "20/20",
         "Nội dung không thay đổi: .* – 100,0% \\(năm 2022: 10/10; năm 2025: 20/20\\)"),
        ("CT04a", "10.42", "10.44", "Nội dung kém hơn: .* từ 10,42% .* lên 10,44%"),
    ],
)  # fmt: skip
def test_how_a_measure_moved_is_said_with_its_figures(
    measure: str, first: str, last: str, words: str
) -> None:
    values = {(measure, 2022): first, (measure, 2025): last}
    text = said(reviews.of_years(values, 2025, Span.MIDTERM))
    pattern = words if "\\(" in words or ".*" in words else re.escape(words)
    assert re.search(pattern, text)


def test_of_what_must_not_happen_no_number_says_how_many_more_may() -> None:
    """Deaths, abuse, hunger: within the target, nothing is said of what is left."""
    review = reviews.all_reached(Span.FINAL)
    text = said(review)
    assert not re.search(r"trong mức mục tiêu|còn được|thấp hơn mức|cao hơn mức", text)


@pytest.mark.parametrize(
    ("programme", "title"),
    [
        ("Chương trình X giai đoạn 2022-2030", "Tổng kết thực hiện Chương trình X"),
        ("Chương trình X giai đoạn 2022 – 2030", "Tổng kết thực hiện Chương trình X"),
        ("Chương trình X giai đoạn 2021-2030", "Tổng kết giai đoạn 2022-2030 thực hiện"),
        ("Chương trình X", "Tổng kết giai đoạn 2022-2030 thực hiện Chương trình X trên"),
    ],
)
def test_the_title_names_the_years_once(programme: str, title: str) -> None:
    review = reviews.nothing_typed(Span.FINAL)
    last = replace(review.years[-1], settings=replace(review.settings, programme=programme))
    text = reading.text(render_review(replace(review, years=(*review.years[:-1], last)),
                                      draft=False))  # fmt: skip
    assert title in text
    assert "Sơ kết giai đoạn 2022-2025 thực hiện" in said(reviews.sample_midterm())


@pytest.mark.parametrize(
    ("end", "words"),
    [(2030, "GIAI ĐOẠN 2026-2030"), (2026, "NĂM 2026")],
)
def test_what_follows_the_span_is_the_rest_of_the_plan(end: int, words: str) -> None:
    plan = replace(default_plan(), end_year=end)
    context = review_context(reviews.of_years({}, 2025, Span.MIDTERM, plan=plan), draft=False)
    assert plain(str(context["giai_doan_sau_hoa"])) == words


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ([2022], "năm 2022"),
        ([2022, 2023], "các năm 2022 và 2023"),
        ([2024, 2022, 2023], "các năm 2022-2024"),
        ([2022, 2024, 2025, 2026, 2029], "các năm 2022, 2024-2026 và 2029"),
    ],
)
def test_years_are_named_briefly(years: list[int], words: str) -> None:
    assert years_words(years) == words
