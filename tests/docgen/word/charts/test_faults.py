"""Faults of a template around its charts: found, and said with what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.findings import Finding, FindingKind
from docgen.template_check import catalogue_vi
from docgen.template_check.checking import check_template
from tests.docgen.word.charts.samples import FIELDS, STACKED, template
from tests.docgen.wordxml import ChartPart, chart_paragraph, paragraph, repeat


def alternative(words: str) -> str:
    """A paragraph with the chart, and this as its alternative text."""
    return chart_paragraph(STACKED).replace("{{ bieu_do }}", words)


def check(folder: Path, body: str, chart: ChartPart = STACKED) -> list[Finding]:
    path = template(folder / "mau.docx", body, (chart,))
    return [one for one in check_template(path, FIELDS) if one.code != catalogue_vi.UNUSED.code]


CASES: dict[str, tuple[FindingKind, str, str]] = {
    "unknown": (
        catalogue_vi.UNKNOWN_FIELD, alternative("{{ bieudo }}"), "Có phải là “bieu_do” không?",
    ),
    "a text": (
        catalogue_vi.NO_CHART, alternative("{{ x }}"), "Ô biểu đồ của văn bản này: “bieu_do”",
    ),
    "a text with a near name": (
        catalogue_vi.NO_CHART, alternative("{{ cac_muc }}"), "“cac_muc → ve”",
    ),
    "two tags": (catalogue_vi.ALT_TEXT, alternative("{{ bieu_do }}{{ bieu_do }}"), "đúng một thẻ"),
    "other words": (catalogue_vi.ALT_TEXT, alternative("Biểu đồ {{ bieu_do }}"), "đúng một thẻ"),
    "a command": (catalogue_vi.ALT_TEXT, alternative("{% if bieu_do %}"), "đúng một thẻ"),
    "half a tag": (catalogue_vi.UNCLOSED, alternative("{{ bieu_do"), "Viết “}}”"),
    "a filter": (catalogue_vi.FILTER, alternative("{{ bieu_do | upper }}"), "bộ lọc"),
    "out of its loop": (
        catalogue_vi.UNKNOWN_FIELD, alternative("{{ m.ve }}"), "Xem danh sách ô điền của mẫu này",
    ),
    "printed": (
        catalogue_vi.PRINTS_CHART, paragraph("NoiDung", "{{ bieu_do }}"), "văn bản thay thế",
    ),
    "printed in a loop": (
        catalogue_vi.PRINTS_CHART,
        repeat("m", "cac_muc", paragraph("NoiDung", "{{ m.ve }}")), "biểu đồ",
    ),
    "compared": (
        catalogue_vi.COMPARISON,
        paragraph("NoiDung", '{% if bieu_do == "a" %}a{% endif %}'), "so sánh",
    ),
    "looped over": (
        catalogue_vi.LOOPS_NO_LIST, repeat("m", "bieu_do", paragraph("NoiDung", "a")), "lặp",
    ),
    "of something else": (
        catalogue_vi.TAG_ELSEWHERE,
        chart_paragraph(STACKED).replace("c:chart", "c:other"), "chữ thay ảnh",
    ),
}  # fmt: skip
TESTED = {kind for kind, *_ in CASES.values()} | {catalogue_vi.CHART_KIND}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_found_alone_and_says_what_to_do(tmp_path: Path, case: str) -> None:
    kind, body, words = CASES[case]
    found = check(tmp_path, body)
    assert {one.code for one in found} == {kind.code}
    assert words.lower() in found[0].message.lower()


@pytest.mark.parametrize("kind", ["scatterChart", "stockChart"])
def test_a_kind_that_takes_no_categories_is_named(tmp_path: Path, kind: str) -> None:
    chart = replace(STACKED, xml=STACKED.xml.replace("barChart", kind))
    (found,) = check(tmp_path, chart_paragraph(chart), chart)
    assert found.code == catalogue_vi.CHART_KIND.code
    assert "Change Chart Type" in found.message


def test_the_place_of_such_a_fault_is_the_alternative_text(tmp_path: Path) -> None:
    (found,) = check(tmp_path, alternative("{{ x }}"))
    assert found.location == "Chữ thay thế (Alt Text) của biểu đồ"
    assert found.excerpt == "{{ x }}"


def titled(title: str) -> ChartPart:
    """The chart with another title."""
    return replace(STACKED, xml=STACKED.xml.replace("{{ bieu_do }}", title))


def test_a_description_of_a_chart_of_ones_own_is_no_fault(tmp_path: Path) -> None:
    body = alternative("Số trẻ em theo năm, 100 % {y}")
    assert check(tmp_path, body, titled("Dân số phường")) == []


def test_the_title_is_enough_where_the_alternative_text_is_lost(tmp_path: Path) -> None:
    assert check(tmp_path, alternative("")) == []
    assert check(tmp_path, alternative("Số trẻ em theo năm")) == []


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("{{ bieudo }}", catalogue_vi.UNKNOWN_FIELD),
        ("Biểu đồ {{ bieu_do }}", catalogue_vi.ALT_TEXT),
        ("{{ x }}", catalogue_vi.NO_CHART),
    ],
)
def test_a_fault_of_a_title_that_links_its_chart_is_placed_there(
    tmp_path: Path, title: str, kind: FindingKind
) -> None:
    (found,) = check(tmp_path, alternative(""), titled(title))
    assert (found.code, found.location) == (kind.code, "Tên của biểu đồ")


def test_a_tag_of_one_brace_is_refused(tmp_path: Path) -> None:
    found = {one.code for one in check(tmp_path, alternative("{ bieu_do }"), titled("Tên"))}
    assert found == {catalogue_vi.OTHER_MARKS.code}


def test_a_chart_that_is_bound_to_no_field_is_warned_of(tmp_path: Path) -> None:
    body = paragraph("NoiDung", "{%p if bieu_do %}") + alternative("")
    body += paragraph("NoiDung", "{%p endif %}")
    (found,) = check(tmp_path, body, titled("Số liệu nháp"))
    assert (found.code, found.blocks) == (catalogue_vi.UNBOUND_CHART.code, False)
    path = template(tmp_path / "mau.docx", body, (titled("Số liệu nháp"),))
    unused = check_template(path, FIELDS)[-1]
    assert (unused.code, "bieu_do" in unused.message) == ("MB91", True)
