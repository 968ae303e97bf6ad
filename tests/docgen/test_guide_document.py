"""HuongDan.docx: what it says, how it looks on paper, that it is the same every time."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.docgen import reading
from tests.rendering import needs_rendering, page_sizes, pdf_pages, to_pdf
from tests.validator import needs_validator, validate
from workbook.domain.guide.messages import messages
from workbook.domain.guide.statuses_vi import status_meanings
from workbook.domain.guide.steps_vi import steps
from workbook.layout import styles
from xl_macros.buttons import BUTTONS
from xl_macros.guide_document import make_guide

A4 = (595.3, 841.9)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def guide() -> bytes:
    return make_guide()


def test_the_same_guide_has_the_same_bytes(guide: bytes) -> None:
    assert make_guide() == guide


def test_the_twelve_steps_are_headings_with_all_their_sentences(guide: bytes) -> None:
    told = steps(buttons=True)
    headings = reading.headings(guide)
    assert [one for one in headings if one.startswith("Bước")] == [
        f"Bước {number}. {step.title}" for number, step in enumerate(told, start=1)
    ]
    text = reading.text(guide)
    assert [one for step in told for one in step.sentences if one not in text] == []
    assert [one.caption for one in BUTTONS if f"“{one.caption}”: " not in text] == []


def test_every_picture_is_in_the_file_with_words_for_who_cannot_see_it(guide: bytes) -> None:
    wanted = [picture for step in steps(buttons=True) for picture in step.pictures]
    with ZipFile(io.BytesIO(guide)) as package:
        assert len([one for one in package.namelist() if one.endswith(".png")]) == len(wanted)
    shown = [one.get("descr") for one in reading.xml_of(guide).iter("{*}docPr")]
    assert shown == [one.caption for one in wanted]


def test_every_status_has_its_symbol_its_word_and_its_fill(guide: bytes) -> None:
    table = next(one for one in reading.tables(guide) if len(one[0]) == 2)
    told = list(status_meanings())
    assert [tuple(row) for row in table[1:]] == [(one.text, one.meaning) for one in told]
    element = next(reading.xml_of(guide).iter(f"{_W}tbl"))
    fills = [one.get(f"{_W}fill") for one in element.iter(f"{_W}shd")]
    looks = [styles.STALE_LOOK if one.status is None else styles.LOOKS[one.status] for one in told]
    assert fills == [look.fill[1:] for look in looks]


def test_every_code_is_in_the_table_and_nothing_else(guide: bytes) -> None:
    table = next(one for one in reading.tables(guide) if len(one[0]) == 3)
    wanted = [
        (f"{one.code}\n{one.severity.label}", f"{one.meaning}\nVí dụ: {one.problem}", one.remedy)
        for one in messages()
    ]
    assert [tuple(row) for row in table[1:]] == wanted


def test_no_tag_of_a_template_is_left(guide: bytes) -> None:
    with ZipFile(io.BytesIO(guide)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    assert not [one for one in parts if b"{{" in one or b"{%" in one]


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_office_accepts_the_guide(office: str, guide: bytes, tmp_path: Path) -> None:
    path = tmp_path / "HuongDan.docx"
    path.write_bytes(guide)
    assert validate(path, office) == []  # type: ignore[arg-type] # one of the versions


@needs_rendering
def test_it_prints_on_a4_with_numbered_pages_and_whole_steps(guide: bytes, tmp_path: Path) -> None:
    path = tmp_path / "HuongDan.docx"
    path.write_bytes(guide)
    pdf = to_pdf(path, tmp_path / "pdf")
    pages, sizes = pdf_pages(pdf), page_sizes(pdf)
    assert 10 < len(pages) < 22
    assert all(size == pytest.approx(A4, abs=1) for size in sizes)
    for number, page in enumerate(pages[1:], start=2):
        assert page.split()[0] == str(number)
    words = [" ".join(page.split()) for page in pages]
    for number, step in enumerate(steps(buttons=True), start=1):
        (page,) = (one for one in words if f"Bước {number}. {step.title}" in one)
        assert step.pictures[-1].caption in page, step.title
