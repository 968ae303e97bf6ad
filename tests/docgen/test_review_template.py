"""The template of sơ kết and tổng kết: drawn by its tool, in the decree's form."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from docgen.documents import field_tree
from docgen.review.template import draw
from docgen.template_check.checking import check_template
from docgen.template_locations import default_template
from docgen.word.template import WordTemplate
from tests.docgen import reading, reviews
from tests.docgen.review_documents import with_a_fault
from tests.docgen.test_plan_templates import same
from tests.docgen.written import review_context
from tests.ooxml_compare import diff, parts
from tests.validator import Office, needs_validator, validate

TEMPLATE = default_template("so_ket_tong_ket.docx")


def test_the_committed_template_is_what_its_tool_draws() -> None:
    # After a change: python -m docgen.review.template
    assert diff(TEMPLATE.read_bytes(), draw()) == ""
    assert draw() == draw()


def test_both_sections_are_a4_with_the_margins_of_the_decree() -> None:
    report, annex = Document(str(TEMPLATE)).sections
    assert report.orientation == WD_ORIENT.PORTRAIT
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    for section in (report, annex):
        sides = sorted((section.page_width or 0, section.page_height or 0))
        assert [round(side / 36000) for side in sides] == [210, 297]
        edges = (
            section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
        )  # fmt: skip
        top, bottom, left, right = (round((edge or 0) / 36000) for edge in edges)
        assert (20 <= top <= 25, 20 <= bottom <= 25) == (True, True)
        assert (30 <= left <= 35, 15 <= right <= 20) == (True, True)


def test_the_tables_are_as_wide_as_their_pages_whatever_the_years() -> None:
    for review in (reviews.sample_midterm(), reviews.sample_final(), reviews.other_midterm()):
        document = Document(io.BytesIO(WordTemplate(TEMPLATE).render(
            review_context(review, draft=False))))  # fmt: skip
        years = [str(one.period.year) for one in review.years]
        tables = [
            one for one in document.tables if years[0] in [cell.text for cell in one.rows[0].cells]
        ]
        assert len(tables) == len(review.plan.goals) + 1
        assert [len(one.columns) - len(years) for one in tables] == [2] * (len(tables) - 1) + [5]
        for table in tables:
            total = sum(column.width or 0 for column in table.columns)
            assert round(total / 36000) == (247 if table is tables[-1] else 160)


def test_number_day_and_year_are_left_open() -> None:
    said = reading.text(TEMPLATE.read_bytes())
    assert re.search(r"Số:\s+/BC-\{\{ ky_hieu \}\}\n", said)
    assert re.search(r"\{\{ dia_danh \}\}, ngày\s+tháng\s+năm\s+\n", said)
    assert "__" not in said


def test_nothing_is_highlighted_underlined_or_formatted_by_hand() -> None:
    text = parts(TEMPLATE.read_bytes())["word/document.xml"].decode()
    assert not re.search(r"<w:(highlight|u|strike|pict|sz|rFonts|b|i|color|shd)\b", text)


def test_the_declared_fields_are_those_that_are_filled() -> None:
    full = with_a_fault(replace(reviews.sample_final()))
    for review in (full, reviews.sample_midterm(), reviews.other_midterm()):
        context = review_context(review, draft=True)
        assert set(context) == {
            field.name for field in field_tree("so_ket_tong_ket.docx").root.fields
        }
        wrong = [
            one.name
            for one in field_tree("so_ket_tong_ket.docx").root.fields
            if not same(one, context[one.name])
        ]
        assert wrong == []


def test_the_template_has_no_fault_and_uses_every_field() -> None:
    assert check_template(TEMPLATE, field_tree("so_ket_tong_ket.docx")) == ()


def test_every_place_left_to_the_official_is_marked_as_such() -> None:
    text = parts(TEMPLATE.read_bytes())["word/document.xml"].decode()
    found = 0
    for run in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", text):
        words = "".join(re.findall(r"<w:t[^>]*>([^<]*)", run))
        if words.startswith("["):
            found += 1
            assert 'w:rStyle w:val="DonViGhi"' in run or 'w:rStyle w:val="ThieuSoLieu"' in run
    assert found


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_word_can_open_the_template_to_edit_it(office: Office) -> None:
    assert validate(TEMPLATE, office) == []


def test_the_template_opens_with_every_field_visible_as_text() -> None:
    said = "\n".join(one.text for one in Document(io.BytesIO(draw())).paragraphs)
    assert "{{ loai_bao_cao }}" in said
