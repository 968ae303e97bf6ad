"""Charts as they are drawn for templates: what the official sees and Word must be told."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.shared.decree import FONT
from docgen.template_check.chart_parts import A, C
from docgen.word.charts.drawing import ChartPart, Look, bars_to_hundred, small_lines, stacked_bars

SAMPLE = {
    "Đạt": (Look("4C9A55", light=True), (3, 2)),
    "Chậm": (Look("8B0000", "wide_upward_diagonal"), (1, 4)),
}
STACKED = stacked_bars("bieu_do", ("Một", "Hai"), SAMPLE)
HUNDRED = bars_to_hundred("bieu_do_cham", ("Một", "Hai"), SAMPLE, "Mức cần đạt = 100")
LINES = small_lines(
    "m.ve",
    ("2024", "2025"),
    {
        "Kết quả": (Look("0D3C78"), (80, 81)),
        "Mức cần đạt": (Look("000000", marker="diamond", line=False, labels="right"), (None, 82)),
    },
)

EACH = pytest.mark.parametrize("chart", [STACKED, HUNDRED, LINES], ids=lambda one: one.tag)


def said(root: etree._Element, name: str) -> set[str | None]:
    """Return the values of all elements of a name."""
    return {one.get("val") for one in root.iter(f"{C}{name}")}


@EACH
def test_the_tag_is_the_title_and_the_samples_names_find_the_looks(chart: ChartPart) -> None:
    root = etree.fromstring(chart.xml)
    assert "".join(one.text or "" for one in root.iter(f"{A}t")).startswith(chart.tag)
    names = [one.findtext(f"{C}tx//{C}v") for one in root.iter(f"{C}ser")]
    assert names == (["Kết quả", "Mức cần đạt"] if chart is LINES else ["Đạt", "Chậm"])


@EACH
def test_nothing_is_left_to_defaults_that_programs_differ_in(chart: ChartPart) -> None:
    root = etree.fromstring(chart.xml)
    assert (
        said(root, "varyColors") == said(root, "overlay") == said(root, "roundedCorners") == {"0"}
    )
    assert said(root, "dispBlanksAs") == {"gap"}
    assert all(one.find(f"{C}delete") is not None for one in root.iter(f"{C}catAx", f"{C}valAx"))
    assert all(
        one.find(f"{C}smooth") is not None for one in root.iterfind(f".//{C}lineChart/{C}ser")
    )
    for labels in root.iter(f"{C}dLbls"):
        shown = {one.tag: one.get("val") for one in labels if "}show" in str(one.tag)}
        assert len(shown) == 6
        assert [tag for tag, value in shown.items() if value != "0"] == [f"{C}showVal"]


@EACH
def test_all_text_is_black_of_11_points_in_the_font_of_the_document(chart: ChartPart) -> None:
    form = etree.fromstring(chart.in_font(FONT)).find(f"{C}txPr//{A}defRPr")
    assert form is not None
    assert form.get("sz") == "1100"
    assert {one.get("typeface") for one in form.iterfind("*[@typeface]")} == {FONT}


def test_a_line_at_100_is_the_only_one_behind_the_bars() -> None:
    root = etree.fromstring(HUNDRED.xml)
    assert len(list(root.iter(f"{C}majorGridlines"))) == 1
    assert said(root, "majorUnit") == {"100"}
    assert [one.get("val") for one in root.iter(f"{A}prstDash")] == ["dash"]
    assert not list(etree.fromstring(STACKED.xml).iter(f"{C}majorGridlines"))
