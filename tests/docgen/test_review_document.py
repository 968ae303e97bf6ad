"""The Báo cáo sơ kết and tổng kết as documents: marks, names, form, pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.documents import FINAL_REPORT, MIDTERM_REPORT
from docgen.form_check.checking import check_form
from docgen.template_locations import default_template
from tests.docgen import reading, reviews
from tests.docgen.form_check.drafts import violations
from tests.docgen.review_documents import CASES, document, plain, with_a_fault
from tests.docgen.written import render_review
from tests.rendering import convert_all, needs_rendering, page_sizes, pdf_pages
from tests.validator import Office, needs_validator, validate
from workbook.domain.judging.review import Review
from workbook.domain.periods import Span
from workbook.domain.statuses import Status


def test_a_draft_is_marked_on_every_page_and_lists_its_faults() -> None:
    assert reading.headers(document("draft")) == ["DỰ THẢO – SỐ LIỆU MẪU"] * 4
    text = reading.text(document("draft"))
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
    looked_back = review()
    kind = FINAL_REPORT if looked_back.span is Span.FINAL else MIDTERM_REPORT
    assert kind.file_name(looked_back, draft=draft) == name


def test_both_kinds_have_one_template_of_the_product() -> None:
    assert default_template("so_ket_tong_ket.docx").is_file()


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
def test_the_form_is_the_decrees(case: str, tmp_path: Path) -> None:
    path = tmp_path / "bao_cao.docx"
    path.write_bytes(document(case))
    assert [one.message for one in violations(check_form(path))] == []


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_office_finds_no_fault(office: Office, tmp_path: Path) -> None:
    for name in CASES:
        path = tmp_path / f"{name}.docx"
        path.write_bytes(document(name))
        assert validate(path, office) == [], name


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("so_ket")
    files = [folder / f"{name}.docx" for name in CASES]
    for file in files:
        file.write_bytes(document(file.stem))
    return dict(zip(CASES, convert_all(files, folder / "pdf", "pdf"), strict=True))


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
