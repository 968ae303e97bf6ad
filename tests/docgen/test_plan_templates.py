"""The templates of both plan documents: their fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from docgen.documents import field_tree
from docgen.fields import Field, FieldTree, Kind
from docgen.template_locations import default_template
from docgen.word.charts.data import Chart
from docgen.word.template import WordTemplate
from tests.docgen import made, plans, reading
from tests.docgen.declared import Context, Value
from tests.docgen.written import plan_context, year_plan_context
from workbook.domain.findings import Finding
from workbook.domain.plan import Plan

PLAN, YEAR = default_template("ke_hoach.docx"), default_template("ke_hoach_nam.docx")
BOTH = pytest.mark.parametrize("path", [PLAN, YEAR], ids=lambda path: path.stem)


@BOTH
def test_number_day_and_year_are_left_open_and_nobody_is_addressed(path: Path) -> None:
    said = reading.text(path.read_bytes())
    assert re.search(r"Số:\s+/(KH-)?\{\{ (so_)?ky_hieu \}\}\n", said)
    assert re.search(r"\{\{ dia_danh \}\}, ngày\s+tháng\s+năm\s+\n", said)
    assert "Kính gửi" not in said
    assert "__" not in said


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
