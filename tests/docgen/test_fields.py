"""The declared fields: the same as the data, and as the page for officials."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.documents import field_tree, field_trees, fields_for
from docgen.fields import PATH, Field, FieldTree, Kind, nearest, plain
from docgen.product_templates import PAGE, with_lists
from docgen.shared.rows import FILLS
from docgen.template_locations import default_template
from docgen.word.charts.data import Chart
from tests.docgen import made
from tests.docgen.declared import text
from tests.docgen.written import report_context
from workbook.domain.register import FundingResult, Observation, TaskResult
from workbook.domain.results import Assessment


def full() -> Assessment:
    """An assessment in which no list of the report is empty."""
    first, slow, *rest = made.results()
    typed = Observation("M1", made.YEAR, made.AREA, numerator=1, denominator=2, note="Ghi chú.")
    said = Observation("M2a", made.YEAR, made.AREA, explanation="Bể bơi sửa chữa.")
    results = [replace(first, observation=typed), replace(slow, observation=said), *rest]
    settings = replace(made.SETTINGS, addressees=("Sở Y tế", "Sở Nội vụ"))
    return made.assessment(
        results,
        settings=settings,
        tasks={"A1": TaskResult("A1", None, "Đã mở.", True)},
        funding={"NS": FundingResult("NS", 100, {made.YEAR: 40}, "Đã phân bổ.")},
        findings=(made.fault(),),
    )


def shape(value: object, path: str = "") -> dict[str, str]:
    """The paths of a context with what stands there; the items of a list taken together."""
    if isinstance(value, str):
        return {path: "text"}
    if isinstance(value, Chart):
        return {path: "chart"}
    found = {path: "group"} if path else {}
    if isinstance(value, list):
        items = [shape(one, path) for one in value]
        for one in sorted(items, key=lambda item: "empty" in item.values(), reverse=True):
            found |= one
        kind = "texts" if found[path] == "text" else "rows"
        return found | {path: kind if value else "empty"}
    assert isinstance(value, dict)
    for key, one in value.items():
        found |= shape(one, f"{path}{PATH}{key}" if path else key)
    return found


def test_the_declared_fields_of_the_report_are_those_of_its_data() -> None:
    found = shape(dict(report_context(full(), draft=True)))
    assert "empty" not in found.values(), "give this test data for every list"
    declared = {
        path: field.kind.name.lower() for path, field in field_tree("bao_cao.docx").root.paths()
    }
    assert declared == found


def test_the_kinds_of_status_that_a_template_can_ask_are_those_of_the_data() -> None:
    (field,) = (one for _, one in field_tree("bao_cao.docx").root.paths() if one.choices)
    assert field.name == "nhom"
    assert set(FILLS.values()) <= set(field.choices)


def test_the_page_for_officials_holds_the_lists_as_they_are_declared() -> None:
    # After a change of the declarations: python -m docgen.product_templates
    written = PAGE.read_text(encoding="utf-8")
    assert with_lists(written) == written


@pytest.mark.parametrize("name", field_trees())
def test_every_field_is_explained_and_has_an_example(name: str) -> None:
    listed = PAGE.read_text(encoding="utf-8")
    for path, field in field_trees()[name].root.paths():
        names = PATH.join(f"`{one}`" for one in path.split(PATH))
        assert f"\n| {names} |" in listed, path
        assert field.meaning
        assert bool(field.example) == (field.kind in (Kind.TEXT, Kind.TEXTS)), path


@pytest.mark.parametrize("name", field_trees())
def test_names_of_fields_are_plain_and_never_twice_in_a_group(name: str) -> None:
    paths = [path for path, _ in field_trees()[name].root.paths()]
    assert len(set(paths)) == len(paths)
    for path in paths:
        last = path.rpartition(PATH)[2]
        assert last == plain(last)
        assert last.isidentifier()


def test_a_template_is_known_by_its_name_else_by_its_fields(tmp_path: Path) -> None:
    for name, tree in field_trees().items():
        assert fields_for(default_template(name)) is tree
        for given in (name.upper(), f"ban_sao_{name}"):
            renamed = Path(shutil.copy(default_template(name), tmp_path / given))
            assert fields_for(renamed) is tree


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dia_dan", "dia_danh"), ("Địa danh", "dia_danh"), ("đia_danh", "dia_danh"), ("qwert", "")],
)
def test_the_nearest_name_is_found_whatever_the_diacritics(typed: str, meant: str) -> None:
    assert nearest(typed, ["co_quan", "dia_danh", "nam"]) == meant


def test_an_item_of_a_list_is_what_one_turn_of_a_loop_holds() -> None:
    texts = Field("a", Kind.TEXTS)
    rows = Field("a", Kind.ROWS, fields=(text("ten", "tên", "Tên"),))
    assert texts.item is not None
    assert rows.item is not None
    assert (texts.item.kind, rows.item.kind) == (Kind.TEXT, Kind.GROUP)
    assert rows.item.child("ten") is not None
    assert rows.item.child("khac") is None
    assert Field("a", Kind.TEXT).item is None


def test_paths_lead_through_every_group() -> None:
    tree = FieldTree("Thử", (("", (Field("a", Kind.ROWS, fields=(text("b", "b", "b"),)),)),))
    assert [path for path, _ in tree.root.paths()] == ["a", f"a{PATH}b"]
