"""A document written in LibreOffice, and LibreOffice's word on how documents look."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docgen.form_check.checking import check_form
from docgen.form_check.opening import read_package
from docgen.form_check.reading.document import read_document
from docgen.form_check.reading.model import Document
from tests.docgen import made
from tests.docgen.form_check import drafts
from tests.docgen.form_check.draft import Draft
from tests.docgen.form_check.open_document import FlatDocument, Letter
from tests.docgen.written import render_report
from tests.rendering import convert, needs_rendering
from workbook.domain.periods import Period
from xl_macros.actions import Judged

WRITTEN = Path(__file__).parent / "ke_hoach.fodt"


@pytest.fixture
def converted(tmp_path: Path) -> Callable[[str], Path]:
    """Save the written document as .docx, after a change of its text."""

    def save(text: str) -> Path:
        source = tmp_path / "ke_hoach.fodt"
        source.write_text(text, encoding="utf-8")
        return convert(source, tmp_path / "word", "docx")

    return save


@needs_rendering
def test_a_document_written_in_libreoffice_is_in_form(converted: Callable[[str], Path]) -> None:
    findings = check_form(converted(WRITTEN.read_text(encoding="utf-8"))).findings
    assert [one.message for one in findings] == []


# Each conversion takes seconds: a few faults of different kinds together.
BROKEN = {
    "kiểu và trang": (
        {
            '<style:text-properties style:font-name="Times New Roman" fo:font-size="14pt"/>':
                '<style:text-properties fo:font-size="14pt"/>',
            'fo:margin-left="3cm"': 'fo:margin-left="2cm"',
            '<style:text-properties fo:font-size="13pt" fo:font-style="italic"/>':
                '<style:text-properties fo:font-size="13pt" fo:font-weight="bold"/>',
            '"Standard"><style:text-properties fo:font-size="11pt"/>':
                '"Standard"><style:text-properties fo:font-size="13pt"/>',
        },
        {"TR03", "PC01", "DD04", "DS03"},
    ),
    "đoạn và số trang": (
        {
            'fo:line-height="110%"': 'fo:line-height="190%"',
            'fo:margin-top="0.106cm"': 'fo:margin-top="0cm"',
            'fo:text-align="justify"': 'fo:text-align="start"',
            "<draw:line": "<draw:rect",
            "style:header>": "style:footer>",
        },
        # Without a header its height is missing from the margin.
        {"ND13", "ND12", "ND06", "TY07", "ST11", "TR03"},
    ),
}  # fmt: skip


@needs_rendering
@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_in_libreoffice_is_found(
    what: str, converted: Callable[[str], Path]
) -> None:
    changes, codes = BROKEN[what]
    text = WRITTEN.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    assert {one.code for one in check_form(converted(text)).findings} == codes


def letters(document: Document) -> Iterator[Letter]:
    """The look of every letter as our cascade has it."""
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            look = run.format
            for letter in filter(str.isalnum, run.text.upper() if look.caps else run.text):
                font = look.ascii if letter.isascii() else look.hansi
                yield Letter(letter, font, look.size, look.bold, look.italic)


@functools.cache
def table_of_parts() -> bytes:
    """A document of mixed levels: character styles, toggles, a table's style."""
    draft = Draft(render_report(made.assessment(), draft=False))
    draft.run("I. KẾT QUẢ", '<w:rStyle w:val="DonViGhi"/>', "<w:i/>")
    draft.run("1. Tình hình chung", '<w:b w:val="0"/>', '<w:sz w:val="27"/>')
    draft.run("Kính gửi", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    draft.style("Normal", "rPr", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>')
    draft.style("NoiDung", "rPr", "<w:i/>")
    return draft.bytes()


def documents(judged: Judged, converted: Callable[[str], Path]) -> dict[str, bytes]:
    """The product's documents, ours for tests, and the one written in LibreOffice."""
    small = made.assessment(findings=(made.fault(),))
    sample = judged.assessments[Period(2026)]
    return {
        "mẫu": render_report(sample, draft=False),
        "dự thảo": render_report(small, draft=True),
        "trộn": table_of_parts(),
        **{name: base() for name, base in drafts.BASES.items()},
        "libreoffice": converted(WRITTEN.read_text(encoding="utf-8")).read_bytes(),
    }


@needs_rendering
def test_the_cascade_agrees_with_libreoffice_on_every_letter(
    judged_sample: Judged, converted: Callable[[str], Path], tmp_path: Path
) -> None:
    for name, content in documents(judged_sample, converted).items():
        path = tmp_path / f"{name.replace(' ', '_')}.docx"
        path.write_bytes(content)
        theirs = list(FlatDocument(convert(path, tmp_path / "flat", "fodt")).letters())
        ours = list(letters(read_document(read_package(path.name, path.read_bytes()))))
        assert len(ours) > 300, name
        differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
        assert differing == [], name
