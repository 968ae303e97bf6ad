"""The template of sơ kết and tổng kết: its fields and its columns."""

from __future__ import annotations

import io
from dataclasses import replace

from docx import Document

from docgen.documents import field_tree
from docgen.template_check.checking import check_template
from docgen.template_locations import default_template
from docgen.word.template import WordTemplate
from tests.docgen import reviews
from tests.docgen.review_documents import with_a_fault
from tests.docgen.test_plan_templates import same
from tests.docgen.written import review_context

TEMPLATE = default_template("so_ket_tong_ket.docx")


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
