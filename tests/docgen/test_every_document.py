"""What a reader holds against any document of ours, whatever the data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docgen import reading, whole_packages
from tests.docgen.every_document import DATA, names, written
from tests.docgen.form_check.drafts import codes
from tests.docgen.numbers import data_of, printed_sums, strange
from tests.rendering import convert_all, needs_rendering, page_sizes, pdf_pages, pdf_words
from tests.validator import needs_validator, validate

A4 = (595, 842)
LETTERS = ("reminder", "explanation")  # they have no headings
EACH = pytest.mark.parametrize(("document", "data"), list(names()))
NUMBER = re.compile(r"\d[\d.,/]*\d[%‰]?")


def content(document: str, data: str) -> bytes:
    made = written(document, data)
    assert made is not None
    return made


@EACH
def test_the_check_of_form_finds_nothing(document: str, data: str) -> None:
    assert codes(content(document, data)) == []


@pytest.mark.parametrize(
    ("document", "data"),
    [(document, data) for document, data in names() if document != "plan of the next year"],
)
def test_every_number_is_found_in_the_data(document: str, data: str) -> None:
    # The targets of a plan for a year are data of their own: see test_year_plan.
    judged = DATA[data]()
    known = [*data_of(judged), *printed_sums(judged)]
    said = reading.text(content(document, data))
    assert strange(said, known, counted=len(judged.results)) == set()


@EACH
def test_the_package_is_whole(document: str, data: str) -> None:
    assert whole_packages.problems(content(document, data)) == []


@needs_validator
@EACH
def test_office_finds_no_fault(document: str, data: str, tmp_path: Path) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(content(document, data))
    assert validate(path) == []


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    folder = tmp_path_factory.mktemp("every_document")
    files = []
    for document, data in names():
        files.append(folder / f"{document} {data}.docx".replace(" ", "_"))
        files[-1].write_bytes(content(document, data))
    return dict(zip(names(), convert_all(files, folder / "pdf", "pdf"), strict=True))


Printed = dict[tuple[str, str], Path]


@needs_rendering
@EACH
def test_pages_are_a4_and_quoc_hieu_stands_on_one_line(
    document: str, data: str, printed: Printed
) -> None:
    pdf = printed[document, data]
    sizes = [(round(width), round(height)) for width, height in page_sizes(pdf)]
    assert set(sizes) <= {A4, A4[::-1]}
    assert sizes == sorted(sizes)  # what lies across comes last
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pdf_pages(pdf)[0]


@needs_rendering
@EACH
def test_the_signature_stands_with_the_last_sentence(
    document: str, data: str, printed: Printed
) -> None:
    (page,) = (one for one in pdf_pages(printed[document, data]) if "Nơi nhận:" in one)
    assert "./." in page.split("Nơi nhận:")[0]


@needs_rendering
@EACH
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    document: str, data: str, printed: Printed
) -> None:
    headings = [" ".join(one.split()) for one in reading.headings(content(document, data))]
    assert headings or document in LETTERS
    for page in pdf_pages(printed[document, data])[:-1]:
        end = " ".join(page.split())
        assert not [one for one in headings if end.endswith(one)]


@needs_rendering
@EACH
def test_no_number_is_cut_by_the_end_of_a_line(document: str, data: str, printed: Printed) -> None:
    words = pdf_words(printed[document, data])
    numbers = set(NUMBER.findall(reading.text(content(document, data))))
    assert {one for one in numbers if one not in words} == set()


WORD = re.compile(r"\w+")


@needs_rendering
@EACH
def test_no_word_is_cut_by_the_end_of_a_line(document: str, data: str, printed: Printed) -> None:
    known = set(WORD.findall(" ".join(reading.all_texts(content(document, data)))))
    shown = set(WORD.findall(pdf_words(printed[document, data])))
    # Numbers of one or two digits are those of pages and of charts' axes.
    assert {one for one in shown - known if not (one.isdecimal() and len(one) < 3)} == set()
