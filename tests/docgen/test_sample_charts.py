"""The charts of `templates/khung.docx`: what the official sees, and what Word must be told."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from docgen.shared import charts_vi, decree
from docgen.template_check.chart_parts import A, C
from docgen.template_locations import default_template
from workbook.domain.judging.grouping import LAGGING_STATUSES, STATUS_GROUPS

_GROUPS = [group.label for group in STATUS_GROUPS]
_LINES = [charts_vi.FOREIGN, charts_vi.OWN, charts_vi.MILESTONE]
# Of each chart: the field of its tag, and every series that a document can have.
CHARTS = {
    "bieu_do_muc_tieu": ("bieu_do_muc_tieu", _GROUPS),
    "bieu_do_cham": ("bieu_do_cham", [status.label for status in LAGGING_STATUSES]),
    "bieu_do_moc": ("bieu_do_moc", _GROUPS),
    "dien_bien": ("c.bieu_do", _LINES),
    "dien_bien_rong": ("c.bieu_do", _LINES),
}
EACH = pytest.mark.parametrize("name", CHARTS)


class Sample(NamedTuple):
    """A chart of the base document."""

    alt_text: str
    root: etree._Element

    def values(self, name: str) -> set[str | None]:
        """Return the values of all elements of a name."""
        return {element.get("val") for element in self.root.iter(f"{C}{name}")}


@pytest.fixture(scope="module")
def samples() -> dict[str, Sample]:
    base = Document(str(default_template("khung.docx")))
    found = {}
    for inline in base.element.body.iter(qn("wp:inline")):
        (chart,) = inline.iter(qn("c:chart"))
        part = base.part.related_parts[chart.get(qn("r:id"))]
        sample = Sample(inline.docPr.get("descr"), etree.fromstring(part.blob))
        found[inline.docPr.get("name")] = sample
    assert found.keys() == CHARTS.keys()
    return found


@EACH
def test_a_charts_tag_is_its_title_and_its_alternative_text(
    samples: dict[str, Sample], name: str
) -> None:
    sample, (field, _) = samples[name], CHARTS[name]
    title = "".join(words.text or "" for words in sample.root.iterfind(f".//{C}title//{A}t"))
    assert title.startswith(f"{{{{ {field} }}}}")
    assert sample.alt_text == f"{{{{ {field} }}}}"


@EACH
def test_a_chart_has_a_look_for_every_series_there_can_be(
    samples: dict[str, Sample], name: str
) -> None:
    series = samples[name].root.iter(f"{C}ser")
    assert [one.findtext(f"{C}tx//{C}v") for one in series] == CHARTS[name][1]


@EACH
def test_nothing_is_left_to_defaults_that_programs_differ_in(
    samples: dict[str, Sample], name: str
) -> None:
    sample, root = samples[name], samples[name].root
    assert sample.values("varyColors") == sample.values("overlay") == {"0"}
    assert sample.values("roundedCorners") == {"0"}
    assert sample.values("dispBlanksAs") == {"gap"}
    axes = root.iter(f"{C}catAx", f"{C}valAx")
    assert all(axis.find(f"{C}delete") is not None for axis in axes)
    lines = root.iterfind(f".//{C}lineChart/{C}ser")
    assert all(line.find(f"{C}smooth") is not None for line in lines)
    for labels in root.iter(f"{C}dLbls"):
        shown = {one.tag: one.get("val") for one in labels if "}show" in str(one.tag)}
        assert len(shown) == 6
        assert [tag for tag, value in shown.items() if value != "0"] == [f"{C}showVal"]


@EACH
def test_all_text_is_black_of_11_points_in_the_font_of_the_document(
    samples: dict[str, Sample], name: str
) -> None:
    form = samples[name].root.find(f"{C}txPr//{A}defRPr")
    assert form is not None
    assert form.get("sz") == "1100"
    assert [color.get("val") for color in form.iter(f"{A}srgbClr")] == ["000000"]
    assert {slot.get("typeface") for slot in form.iterfind("*[@typeface]")} == {decree.FONT}


def test_a_line_at_100_is_the_only_one_behind_the_bars(samples: dict[str, Sample]) -> None:
    hundred, stacked = samples["bieu_do_cham"], samples["bieu_do_muc_tieu"]
    assert len(list(hundred.root.iter(f"{C}majorGridlines"))) == 1
    assert hundred.values("majorUnit") == {"100"}
    assert [dash.get("val") for dash in hundred.root.iter(f"{A}prstDash")] == ["dash"]
    assert not list(stacked.root.iter(f"{C}majorGridlines"))
