"""The Báo cáo sơ kết and tổng kết, made from a sổ with history."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from docgen.form_check.checking import check_form
from docgen.review import render_review, review_name, template_name
from docgen.review_context import review_context
from docgen.review_phrases_vi import years_words
from docgen.template_locations import default_template
from tests.docgen import golden, made, reading, reviews
from tests.docgen.numbers import strange
from tests.rendering import needs_rendering, page_sizes, pdf_pages, to_pdf
from tests.validator import Office, needs_validator, validate
from tests.workbook.domain.judging.samples import ELSEWHERE, HERE, Past
from workbook.domain.judging.review import Review, Span
from workbook.domain.plan import Milestone, Rule
from workbook.domain.statuses import Status
from workbook.plans import default_plan

CASES: dict[str, Callable[[], tuple[Review, bool]]] = {
    "sample": lambda: (reviews.sample_midterm(), False),
    "final": lambda: (reviews.sample_final(), False),
    "reached": lambda: (reviews.all_reached(Span.FINAL), False),
    "nothing": lambda: (reviews.nothing_typed(Span.FINAL), False),
    "missed": lambda: (reviews.all_missed_with_long_names(), False),
    "areas": lambda: (reviews.of_two_areas(), False),
    "other": lambda: (reviews.other_midterm(), False),
    "draft": lambda: (with_a_fault(reviews.sample_midterm()), True),
}


def with_a_fault(review: Review) -> Review:
    """The same, with a finding of Lịch sử that blocks a final report."""
    fault = replace(made.fault(), period=None, sheet="Lịch sử")
    return replace(review, years=(*review.years[:-1], replace(review.years[-1], findings=(fault,))))


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return {
        name: render_review(review, draft=draft)
        for name, (review, draft) in ((name, case()) for name, case in CASES.items())
    }


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def said(review: Review) -> str:
    """The document's text with usual spaces."""
    return plain(reading.text(render_review(review, draft=False)))


def section(text: str, first: str, after: str) -> str:
    return text.split(f"\n{first}\n")[1].split(f"\n{after}")[0]


@pytest.mark.parametrize("name", ["review_midterm", "review_final", "review_areas", "review_other"])
def test_the_text_is_the_one_that_was_read_and_approved(name: str) -> None:
    # After a wanted change: python -m tests.docgen.golden, then read the difference.
    approved = (golden.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert golden.review_texts()[name].splitlines() == approved.splitlines()


def test_two_renders_give_the_same_bytes(documents: dict[str, bytes]) -> None:
    assert render_review(reviews.sample_final(), draft=False) == documents["final"]


@pytest.mark.parametrize("case", CASES)
def test_every_number_is_found_in_the_data(documents: dict[str, bytes], case: str) -> None:
    review, _ = CASES[case]()
    data = data_of(review)
    count = len(review.plan.measures)
    assert strange(reading.text(documents[case]), data, counted=count) == set()


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


def test_every_year_and_measure_stands_in_the_annex(documents: dict[str, bytes]) -> None:
    for case in ("sample", "final", "other"):
        review, _ = CASES[case]()
        *_, annex = reading.tables(documents[case])
        years = [str(one.period.year) for one in review.years]
        assert annex[0][3:-2] == years
        lines = [row for row in annex[1:] if len(row) > 1]
        assert [row[1] for row in lines] == [one.measure.name for one in review.series]
        assert all(len(row) == len(years) + 5 and all(row) for row in lines)


def test_a_cell_of_the_annex_holds_value_and_counts(documents: dict[str, bytes]) -> None:
    *_, annex = reading.tables(documents["sample"])
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


def test_with_several_milestones_each_says_its_year(documents: dict[str, bytes]) -> None:
    *_, annex = reading.tables(documents["final"])
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
    assert context["giai_doan_sau_hoa"] == words


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


def test_a_draft_is_marked_on_every_page_and_lists_its_faults(
    documents: dict[str, bytes],
) -> None:
    assert reading.headers(documents["draft"]) == ["DỰ THẢO – SỐ LIỆU MẪU"] * 4
    text = reading.text(documents["draft"])
    assert "DANH SÁCH LỖI PHẢI SỬA TRƯỚC KHI BAN HÀNH" in text
    assert "Ô H9: số âm." in text
    final = reading.text(render_review(with_a_fault(reviews.sample_midterm()), draft=False))
    assert "DỰ THẢO" not in final


@pytest.mark.parametrize(
    ("review", "draft", "name"),
    [
        (reviews.sample_midterm, False, "Bao_cao_so_ket_2022_2025_so_lieu_mau.docx"),
        (reviews.sample_final, True, "Du_thao_Bao_cao_tong_ket_2022_2030_so_lieu_mau.docx"),
        (reviews.other_midterm, False, "Bao_cao_so_ket_2025_2026.docx"),
    ],
)
def test_the_file_name_says_kind_years_draft_and_sample(
    review: Callable[[], Review], draft: bool, name: str
) -> None:
    assert review_name(review(), draft=draft) == name


def test_both_kinds_have_a_template_of_the_product() -> None:
    assert all(default_template(template_name(span)).is_file() for span in Span)


def test_every_status_of_a_measure_has_its_place_in_the_table() -> None:
    """Whatever a measure's status at a milestone, the table says it and takes its fill."""
    review = reviews.sample_midterm()
    (stone,) = review.milestones
    last = stone.assessment
    results = tuple(
        replace(one, verdict=replace(one.verdict, status=status, label=status.label))
        for one, status in zip(last.results, list(Status) * 3, strict=False)
    )
    changed = replace(review, years=(*review.years[:-1], replace(last, results=results)))
    *_, annex = reading.tables(render_review(changed, draft=False))
    shown = plain("\n".join(row[-1] for row in annex if len(row) > 1))
    # A measure that is not asked in the year has no verdict there.
    assert {one for one in Status if one.label in shown} == set(Status)


@pytest.mark.parametrize("case", CASES)
def test_the_form_is_the_decrees(documents: dict[str, bytes], case: str, tmp_path: Path) -> None:
    path = tmp_path / "bao_cao.docx"
    path.write_bytes(documents[case])
    assert [one.message for one in check_form(path)] == []


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_office_finds_no_fault(documents: dict[str, bytes], office: Office, tmp_path: Path) -> None:
    for name, content in documents.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(content)
        assert validate(path, office) == [], name


@pytest.fixture(scope="module")
def pdfs(documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("so_ket")
    drawn = {}
    for name, content in documents.items():
        path = folder / f"{name}.docx"
        path.write_bytes(content)
        drawn[name] = to_pdf(path, folder)
    return drawn


@needs_rendering
def test_every_page_is_a4_the_annex_in_landscape(pdfs: dict[str, Path]) -> None:
    for pdf in pdfs.values():
        sizes = [(round(width), round(height)) for width, height in page_sizes(pdf)]
        assert set(sizes) == {(595, 842), (842, 595)}
        assert sizes == sorted(sizes)


@needs_rendering
def test_the_signature_never_stands_alone_on_its_page(pdfs: dict[str, Path]) -> None:
    for name, pdf in pdfs.items():
        (page,) = (one for one in pdf_pages(pdf) if "Trên đây là báo cáo" in one)
        assert "Nơi nhận:" in page, name
        assert "VI. ĐỀ XUẤT, KIẾN NGHỊ" in page, name


@needs_rendering
def test_no_heading_stands_alone_at_the_foot_of_a_page(pdfs: dict[str, Path]) -> None:
    heading = re.compile(r"\s*([IVX]+\. [A-ZĐÁÀẢÃẠ, Ế\d-]+|\d\. \D.*|Kết quả từng năm các.*)")
    for name, pdf in pdfs.items():
        if name == "areas":  # LibreOffice does not keep one with what follows; its style says so
            continue
        for page in pdf_pages(pdf)[:-1]:
            last = page.rstrip().split("\n")[-1]
            assert not heading.fullmatch(last), (name, last)


@needs_rendering
def test_nine_years_fit_the_page_and_no_value_breaks(pdfs: dict[str, Path]) -> None:
    """A value cut in two would leave its digits on a line without their comma."""
    pages = "\n".join(pdf_pages(pdfs["final"]))
    heads = re.findall(r"2022 +2023 +2024 +2025 +2026 +2027 +2028 +2029 +2030", pages)
    assert len(heads) >= 5
    assert re.search(r"68,5 +68,8 +73,08 +79,7 ", pages)
    assert re.search(r"98,3 +98,7 +98,99 +99,3 ", pages)
