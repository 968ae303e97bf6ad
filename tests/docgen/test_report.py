from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.docgen import made, reading, templates
from tests.docgen.numbers import data_of, printed_sums, strange
from tests.docgen.written import render_report
from tests.docgen.year_plans import plain
from tests.ooxml_compare import parts
from tests.rendering import needs_rendering, page_sizes, pdf_pages, to_pdf
from tests.validator import Office, needs_validator, validate
from workbook.domain.errors import TemplateError
from workbook.domain.periods import Period
from workbook.domain.register import Observation, TaskResult
from workbook.domain.statuses import Status
from xl_macros.actions import Judged

GOLDEN = Path(__file__).parent / "golden_texts"
YEAR, HALF = Period(2026), Period(2026, half=True)
SMALL = made.assessment(findings=(made.fault(),))
BLANK = made.assessment([made.result(one) for one in made.MEASURES])
LONG = made.assessment(
    [replace(one, measure=replace(one.measure, name=f"{one.measure.name} {'và rất dài ' * 12}"))
     for one in made.results()]
)  # fmt: skip


@pytest.fixture(scope="module")
def sample_report(judged_sample: Judged) -> bytes:
    return render_report(judged_sample.assessments[YEAR], draft=False)


@pytest.fixture(scope="module")
def half_year(judged_sample: Judged) -> bytes:
    return render_report(judged_sample.assessments[HALF], draft=True)


@pytest.mark.parametrize("kind", ["small", "sample"])
def test_the_text_is_the_one_that_was_read_and_approved(kind: str, sample_report: bytes) -> None:
    # After a wanted change: python -m tests.docgen.golden, then read the difference.
    made_now = sample_report if kind == "sample" else render_report(SMALL, draft=True)
    assert reading.text(made_now).splitlines() == (
        (GOLDEN / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    )


def test_two_renders_give_the_same_bytes(sample_report: bytes, judged_sample: Judged) -> None:
    assert render_report(judged_sample.assessments[YEAR], draft=False) == sample_report


def test_all_that_is_not_filled_is_the_templates_own(sample_report: bytes) -> None:
    made, template = parts(sample_report), parts(templates.REPORT.read_bytes())
    filled = re.compile(
        r"word/(document\.xml|header.*|charts/.*|embeddings/.*|_rels/document.*)|docProps/core\.xml"
        r"|\[Content_Types\]\.xml"  # charts have parts, types and relationships of their own
    )
    kept = {name: content for name, content in template.items() if not filled.fullmatch(name)}
    assert {"word/styles.xml", "word/settings.xml"} <= kept.keys()
    assert {name: one for name, one in made.items() if not filled.fullmatch(name)} == kept


def test_no_tag_of_the_template_is_left(sample_report: bytes, half_year: bytes) -> None:
    for report in (sample_report, half_year):
        for name, content in parts(report).items():
            assert name.endswith(".xlsx") or not re.search(rb"\{[{%]", content), name


def test_every_number_of_the_sample_report_is_found_in_its_data(
    sample_report: bytes, judged_sample: Judged
) -> None:
    judged = judged_sample.assessments[YEAR]
    data = [*data_of(judged), *printed_sums(judged)]
    assert strange(reading.text(sample_report), data, counted=len(judged.results)) == set()


def test_every_measure_stands_in_the_tables_and_in_the_annex(
    sample_report: bytes, judged_sample: Judged
) -> None:
    *_, annex = reading.tables(sample_report)
    rows = [row for row in annex[1:] if len(row) > 1]
    results = judged_sample.assessments[YEAR].results
    assert [plain(row[1]) for row in rows] == [one.measure.name for one in results]
    assert all(one.label in plain(row[8]) for one, row in zip(results, rows, strict=True))
    body = plain(reading.text(sample_report))
    assert all(body.count(one.measure.name) >= 2 for one in results)


def test_no_cell_is_left_blank_where_a_value_belongs(sample_report: bytes) -> None:
    *_, annex = reading.tables(sample_report)
    assert all(cell for row in annex if len(row) > 1 for cell in row[:-1])


def test_what_is_missing_is_said_in_brackets() -> None:
    text = reading.text(render_report(BLANK, draft=False))
    # By unit, in the goals' tables, in the annex; and the money nobody typed.
    assert text.count("[chưa có số liệu]") == 2 + 4 + 4 + 6
    assert text.count("[đơn vị chưa ghi kết quả]") == 3
    assert "0,0" not in text


def test_causes_merits_and_proposals_are_left_to_the_official(sample_report: bytes) -> None:
    text = reading.text(sample_report)
    for heading in (
        "1. Ưu điểm",
        "2. Tồn tại, hạn chế",
        "3. Nguyên nhân",
        "VI. ĐỀ XUẤT, KIẾN NGHỊ",
    ):
        after = text.split(f"\n{heading}\n")[1]
        assert after.startswith("[Đơn vị ghi ")


def test_lagging_measures_come_before_all_others(
    sample_report: bytes, judged_sample: Judged
) -> None:
    text = plain(reading.text(sample_report))
    lagging = judged_sample.assessments[YEAR].lagging
    section = text.split("2. Chỉ tiêu chậm, không đạt")[1].split("3. Chỉ tiêu chưa có")[0]
    places = [section.index(one.measure.name[1:]) for one in lagging]
    assert lagging
    assert places == sorted(places)
    assert text.index("2. Chỉ tiêu chậm") < text.index("II. KẾT QUẢ THỰC HIỆN")


def test_a_draft_is_marked_on_every_page_and_lists_its_faults() -> None:
    draft = render_report(SMALL, draft=True)
    assert reading.headers(draft) == ["DỰ THẢO"] * 4
    assert "DANH SÁCH LỖI PHẢI SỬA TRƯỚC KHI BAN HÀNH" in reading.text(draft)
    assert "Ô H9: số âm." in reading.text(draft)
    final = render_report(SMALL, draft=False)
    assert reading.headers(final) == [""] * 4
    assert "DỰ THẢO" not in reading.text(final)


def test_made_up_figures_are_stamped_on_every_page(sample_report: bytes) -> None:
    assert reading.headers(sample_report) == ["SỐ LIỆU MẪU"] * 4
    assert "giả định" in reading.text(sample_report)


def test_what_officials_typed_arrives_unchanged() -> None:
    typed = "A & B <br/> </w:p> \"x\" 'y' 🙂 {{ x }} {% if %} " + "dài " * 250
    one, *rest = made.results()
    observation = Observation("M1", made.YEAR, made.AREA, numerator=1, denominator=2, note=typed)
    noted = replace(one, observation=observation)
    task = {"A1": TaskResult("A1", None, f"{typed}\ndòng hai", None)}
    settings = replace(made.SETTINGS, signer=typed, place="R&D", programme="<b>")
    judged = made.assessment([noted, *rest], tasks=task, settings=settings)
    made_now = render_report(judged, draft=False)
    assert reading.text(made_now).split("\n").count(typed) == 3
    assert "\ndòng hai\n" in reading.text(made_now)
    assert made_now == render_report(judged, draft=False)


def test_an_unknown_field_in_an_edited_template_is_named(tmp_path: Path) -> None:
    edited = templates.changed(
        tmp_path / "cua_toi.docx", "word/document.xml",
        lambda part: part.replace(b"{{ dia_danh }}", b"{{ dia_dan }}"),
    )  # fmt: skip
    with pytest.raises(TemplateError) as caught:
        render_report(SMALL, draft=False, template=edited)
    assert "Mẫu “cua_toi.docx” có 1 lỗi, chưa dùng được." in str(caught.value)
    assert "ô điền “dia_dan”" in str(caught.value)
    assert "“dia_danh”" in str(caught.value)


def test_a_field_in_an_edited_header_is_filled_too(tmp_path: Path) -> None:
    edited = templates.changed(
        tmp_path / "cua_toi.docx", "word/header-1-next.xml",
        lambda part: part.replace(b"{{ dau_trang }}", b"{{ dia_danh }}"),
    )  # fmt: skip
    assert "Bến Đò" in reading.headers(render_report(SMALL, draft=False, template=edited))


EVERY_STATUS = made.assessment(
    [made.result(made.measure(f"S{n}", n, f"Chỉ số {n}"), one) for n, one in enumerate(Status, 1)]
)
CASES = {
    "small draft": (SMALL, True),
    "blank": (BLANK, False),
    "long names": (LONG, False),
    "every status": (EVERY_STATUS, False),
    "nothing to list": (made.assessment([made.results()[0]]), False),
    "bare settings": (
        made.assessment(settings=replace(
            made.SETTINGS, addressees=(), recipients=(), legal_basis=(), signer="",
            superior="UBND THÀNH PHỐ", signature=(), issuer=())),
        False,
    ),
}  # fmt: skip


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
@pytest.mark.parametrize("case", CASES)
def test_office_finds_no_fault(case: str, office: Office, tmp_path: Path) -> None:
    judged, draft = CASES[case]
    path = tmp_path / "bao_cao.docx"
    path.write_bytes(render_report(judged, draft=draft))
    assert validate(path, office) == []


@needs_validator
def test_office_finds_no_fault_in_the_sample(
    sample_report: bytes, half_year: bytes, tmp_path: Path
) -> None:
    for name, report in (("nam", sample_report), ("6_thang", half_year)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(report)
        assert validate(path) == []


@pytest.fixture(scope="module")
def printed(
    sample_report: bytes, half_year: bytes, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The documents as PDF."""
    folder = tmp_path_factory.mktemp("printed")
    reports = {name: render_report(one, draft=draft) for name, (one, draft) in CASES.items()}
    reports |= {"sample": sample_report, "half": half_year}
    made_now = {}
    for name, content in reports.items():
        path = folder / f"{name.replace(' ', '_')}.docx"
        path.write_bytes(content)
        made_now[name] = to_pdf(path, folder)
    return made_now


@needs_rendering
def test_every_page_is_a4_the_annex_in_landscape(printed: dict[str, Path]) -> None:
    for pdf in printed.values():
        sizes = [(round(width), round(height)) for width, height in page_sizes(pdf)]
        assert set(sizes) == {(595, 842), (842, 595)}
        assert sizes == sorted(sizes)


@needs_rendering
def test_the_signature_never_stands_alone_on_its_page(printed: dict[str, Path]) -> None:
    for name, pdf in printed.items():
        (page,) = (one for one in pdf_pages(pdf) if "Trên đây là báo cáo" in one)
        if name != "bare settings":
            assert "Nơi nhận:" in page, name
        assert "VI. ĐỀ XUẤT, KIẾN NGHỊ" in page, name


@needs_rendering
def test_quoc_hieu_stands_on_one_line(printed: dict[str, Path]) -> None:
    for pdf in printed.values():
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pdf_pages(pdf)[0]


@needs_rendering
def test_pages_carry_their_number_from_the_second(printed: dict[str, Path]) -> None:
    pages = pdf_pages(printed["sample"])
    heads = [page.lstrip("\n").split("\n")[0].split() for page in pages]
    annex = next(place for place, page in enumerate(pages) if "Phụ lục\n" in page)
    for place, head in enumerate(heads):
        number = place + 1 if place < annex else place - annex + 1
        expected = ["SỐ", "LIỆU", "MẪU"] if number == 1 else [str(number), "SỐ", "LIỆU", "MẪU"]
        assert head == expected


@needs_rendering
def test_no_heading_stands_alone_at_the_foot_of_a_page(printed: dict[str, Path]) -> None:
    heading = re.compile(r"\s*([IVX]+\. [A-ZĐÁÀẢÃẠ, Ế]+|\d\. \D.*)")
    for pdf in printed.values():
        for page in pdf_pages(pdf)[:-1]:
            last = page.rstrip().split("\n")[-1]
            assert not heading.fullmatch(last), last
