"""Limits hold to the last one, and what is measured is said with its measure."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen.form_check import opening
from docgen.form_check.checking import check_package
from docgen.form_check.opening import read_package
from docgen.form_check.reading.model import Paragraph, ParagraphFormat, Run, RunFormat
from docgen.form_check.recognise.parts import take_apart
from tests.docgen.form_check.cases_heading import CASES
from tests.docgen.form_check.draft import Draft
from tests.docgen.form_check.drafts import BASES, letter
from workbook.domain.errors import UnusableInputError


def centred(text: str) -> Paragraph:
    """A centred paragraph."""
    return Paragraph((Run(text, RunFormat(size=14)),), ParagraphFormat(align="center"))


@pytest.mark.parametrize(("between", "parts"), [(22, 2), (23, 1)])
def test_an_issued_text_s_title_stands_less_than_24_paragraphs_above(
    between: int, parts: int
) -> None:
    decision = [
        centred("QUYẾT ĐỊNH"),
        centred("Ban hành Quy chế"),
        Paragraph((), ParagraphFormat()),
    ]
    body = Paragraph((Run("Điều 1. Ban hành Quy chế.", RunFormat()),), ParagraphFormat())
    blank = [centred("")] * between
    issued = [centred("QUY CHẾ"), *blank, centred("(Kèm theo Quyết định số 1)")]
    assert len(take_apart([*decision, body, *issued])) == parts


def test_a_line_of_a_wrong_length_is_told_with_its_own() -> None:
    case = next(one for one in CASES if one.code == "TN10")
    draft = Draft(BASES[case.base]())
    for edit in case.edits:
        edit(draft)
    (finding,) = check_package(read_package("x", draft.bytes())).findings
    assert "đường kẻ dài khoảng 18 mm trong khi dòng chữ dài khoảng 60 mm" in finding.message


def test_small_capitals_print_capitals() -> None:
    run = Run("Kế hoạch", RunFormat(small_caps=True))
    assert Paragraph((run,), ParagraphFormat()).text == "KẾ HOẠCH"


def test_markup_and_paragraphs_are_counted_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    content = letter()
    package = read_package("x", content)
    roots = [package.main, *(one for kind in package.kinds.values() for one in kind.values())]
    paragraphs = sum(1 for root in roots for _ in root.iter(f"{opening.W}p"))
    names = {"word/document.xml", *(name for kind in package.kinds.values() for name in kind)}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        # The declaration of each part is no markup.
        markup = sum(archive.read(name).count(b"<") - 1 for name in names)
    monkeypatch.setattr(opening, "_MOST_MARKUP", markup)
    monkeypatch.setattr(opening, "_MOST_PARAGRAPHS", paragraphs)
    read_package("x", content)
    for name, count in (("_MOST_MARKUP", markup), ("_MOST_PARAGRAPHS", paragraphs)):
        with monkeypatch.context() as lower:
            lower.setattr(opening, name, count - 1)
            with pytest.raises(UnusableInputError):
                read_package("x", content)
