"""The templates of both plan documents: drawn by their tools, in the decree's form."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from docx import Document

from docgen.documents import field_tree
from docgen.fields import Field, FieldTree, Kind
from docgen.plan import template as plan_template
from docgen.template_locations import default_template
from docgen.word.charts.data import Chart
from docgen.word.jinja import Context, Value
from docgen.word.template import WordTemplate
from docgen.year_plan import template as year_plan_template
from tests.docgen import made, plans, reading
from tests.docgen.written import plan_context, year_plan_context
from tests.ooxml_compare import diff, parts
from tests.validator import Office, needs_validator, validate
from workbook.domain.findings import Finding
from workbook.domain.plan import Plan

PLAN, YEAR = default_template("ke_hoach.docx"), default_template("ke_hoach_nam.docx")
BOTH = pytest.mark.parametrize("path", [PLAN, YEAR], ids=lambda path: path.stem)
DRAWN = pytest.mark.parametrize(
    ("path", "draw"), [(PLAN, plan_template.draw), (YEAR, year_plan_template.draw)]
)


@DRAWN
def test_the_committed_template_is_what_its_tool_draws(
    path: Path, draw: Callable[[], bytes]
) -> None:
    # After a change: python -m docgen.plan.template, python -m docgen.year_plan.template
    assert diff(path.read_bytes(), draw()) == ""
    assert draw() == draw()


@BOTH
def test_the_page_is_a4_with_the_margins_of_the_decree(path: Path) -> None:
    (section,) = Document(str(path)).sections
    sides = (section.page_width or 0, section.page_height or 0)
    assert [round(side / 36000) for side in sides] == [210, 297]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    top, bottom, left, right = (round((edge or 0) / 36000) for edge in edges)
    assert 20 <= top <= 25
    assert 20 <= bottom <= 25
    assert 30 <= left <= 35
    assert 15 <= right <= 20
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


@BOTH
def test_number_day_and_year_are_left_open_and_nobody_is_addressed(path: Path) -> None:
    said = reading.text(path.read_bytes())
    assert re.search(r"Số:\s+/(KH-)?\{\{ (so_)?ky_hieu \}\}\n", said)
    assert re.search(r"\{\{ dia_danh \}\}, ngày\s+tháng\s+năm\s+\n", said)
    assert "Kính gửi" not in said
    assert "__" not in said


@BOTH
def test_nothing_is_highlighted_underlined_or_formatted_by_hand(path: Path) -> None:
    text = parts(path.read_bytes())["word/document.xml"].decode()
    assert not re.search(r"<w:(highlight|u|strike|drawing|pict|sz|rFonts|b|i|color|shd)\b", text)


def full_contexts(plan: Plan) -> dict[FieldTree, Context]:
    """Contexts in which every list has items."""
    faults: tuple[Finding, ...] = (made.fault(),)
    small = made.assessment(of=made.worded_plan(), findings=faults)
    return {
        field_tree("ke_hoach.docx"): plan_context(plan, plans.settings_of(plan)),
        field_tree("ke_hoach_nam.docx"): year_plan_context(small, 2027, draft=True),
    }


def same(field: Field, value: Value) -> bool:
    """Whether a value has the shape that is declared, all names included."""
    if field.kind is Kind.TEXT:
        return isinstance(value, str)
    if field.kind is Kind.CHART:
        return value == "" or isinstance(value, Chart)
    if field.kind is Kind.TEXTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    items = value if isinstance(value, list) else [value]
    return all(
        isinstance(one, Mapping)
        and set(one) == {child.name for child in field.fields}
        and all(same(child, one[child.name]) for child in field.fields)
        for one in items
    )


def test_the_declared_fields_are_those_the_documents_fill(plan: Plan) -> None:
    for tree, context in full_contexts(plan).items():
        assert set(context) == {field.name for field in tree.root.fields}
        wrong = [one.name for one in tree.root.fields if not same(one, context[one.name])]
        assert wrong == []


@pytest.mark.parametrize(
    ("path", "tree"), [(PLAN, field_tree("ke_hoach.docx")), (YEAR, field_tree("ke_hoach_nam.docx"))]
)
def test_the_templates_use_declared_fields_only(path: Path, tree: FieldTree) -> None:
    assert WordTemplate(path, tree)


@BOTH
def test_every_place_left_to_the_official_is_marked_as_such(path: Path) -> None:
    text = parts(path.read_bytes())["word/document.xml"].decode()
    for run in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", text):
        words = "".join(re.findall(r"<w:t[^>]*>([^<]*)", run))
        if words.startswith("["):
            assert 'w:rStyle w:val="DonViGhi"' in run or 'w:rStyle w:val="ThieuSoLieu"' in run


@needs_validator
@BOTH
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_word_can_open_the_template_to_edit_it(path: Path, office: Office) -> None:
    assert validate(path, office) == []


@BOTH
def test_the_template_opens_with_every_field_visible_as_text(path: Path) -> None:
    said = "\n".join(one.text for one in Document(io.BytesIO(path.read_bytes())).paragraphs)
    assert "{{ " in said
