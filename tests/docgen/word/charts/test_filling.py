"""A template's chart filled: the look stays, the words and numbers are the data's."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.utils.escape import unescape

from docgen.template_check.chart_parts import A, C
from docgen.word.charts.data import WHOLE, Chart, Series, book, decimals, number
from docgen.word.charts.filling import ChartTemplate
from tests.docgen.word.charts.samples import DATA, EXAMPLE, LINES, STACKED, Drawn, numbers


def compiled(xml: str = STACKED.xml) -> ChartTemplate:
    return ChartTemplate(etree.fromstring(xml.encode()))


def filled(chart: Chart = DATA, xml: str = STACKED.xml) -> Drawn:
    root = etree.fromstring(compiled(xml).fill(chart))
    return Drawn("", "", 0, "", root, b"")


def color(series: etree._Element) -> str:
    found = series.find(f"{C}spPr//{A}srgbClr")
    return "" if found is None else found.get("val", "")


def test_title_names_categories_and_numbers_are_the_datas() -> None:
    made = filled()
    assert made.title == DATA.title
    assert made.content() == {
        "Chậm hoặc không đạt": [("1. Một", "1"), ("2. Hai", None), ("3. Ba", "2")],
        "Đạt": [("1. Một", "4"), ("2. Hai", "0.333333333333"), ("3. Ba", "0")],
        "Chưa có số liệu": [("1. Một", None), ("2. Hai", None), ("3. Ba", "1")],
    }


def test_a_series_takes_the_look_of_its_role_else_of_its_name_else_of_the_last() -> None:
    assert [color(one) for one in filled().series] == ["8B0000", "4C9A55", "8B0000"]


def test_a_role_is_found_whatever_its_capitals_and_diacritics() -> None:
    one = replace(DATA, series=(Series("Khác", numbers(1, 2, 3), role="ĐẠT"),))
    assert [color(each) for each in filled(one).series] == ["4C9A55"]


def test_a_series_of_the_template_that_the_data_lack_is_dropped() -> None:
    assert len(filled(replace(DATA, series=DATA.series[:1])).series) == 1


def test_what_is_missing_is_a_gap_and_never_nothing() -> None:
    for xml in (
        STACKED.xml,
        STACKED.xml.replace('dispBlanksAs val="gap"', 'dispBlanksAs val="zero"'),
    ):
        gaps = filled(xml=xml).root.findall(f".//{C}dispBlanksAs")
        assert [one.get("val") for one in gaps] == ["gap"]


def test_a_title_that_the_official_took_away_stays_away() -> None:
    xml = re.sub("<c:title>.*?</c:title>", "", STACKED.xml, count=1)
    made = filled(xml=xml)
    assert made.title == ""
    assert made.root.find(f".//{C}autoTitleDeleted").get("val") == "1"  # type: ignore[union-attr]


def test_a_chart_without_a_title_shows_none() -> None:
    made = filled(replace(DATA, title=""))
    assert made.root.find(f"{C}chart/{C}title") is None
    assert made.root.find(f".//{C}autoTitleDeleted").get("val") == "1"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "title",
    [
        # Word's own title of a chart of one series; a title from a cell; one with two looks.
        '<c:title><c:overlay val="0"/></c:title>',
        "<c:title><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f></c:strRef></c:tx>"
        '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1600"/></a:pPr></a:p></c:txPr></c:title>',
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr i=\"1\"/><a:t>Tên</a:t></a:r><a:r>"
        "<a:t> mẫu</a:t></a:r></a:p><a:p><a:r><a:t>dòng hai</a:t></a:r></a:p></c:rich></c:tx>"
        "</c:title>",
    ],
    ids=["automatic", "of a cell", "of several runs"],
)  # fmt: skip
def test_a_title_takes_the_words_whatever_it_was(title: str) -> None:
    made = filled(xml=re.sub("<c:title>.*?</c:title>", title, STACKED.xml, count=1))
    assert made.title == DATA.title
    assert made.root.find(f"{C}chart/{C}title//{C}f") is None
    assert len(made.root.findall(f"{C}chart/{C}title//{A}r")) == 1
    assert ('i="1"' in title) == ('i="1"' in etree.tostring(made.root, encoding="unicode"))


def test_what_was_done_to_single_points_of_the_example_goes() -> None:
    label = '<c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl>'
    point = '<c:dPt><c:idx val="1"/><c:bubble3D val="0"/></c:dPt>'
    xml = STACKED.xml.replace("<c:dLbls>", f"{point}<c:dLbls>{label}")
    made = filled(xml=xml).root
    assert made.find(f".//{C}dLbl") is None
    assert made.find(f".//{C}dPt") is None
    assert made.find(f".//{C}dLbls") is not None


def test_what_names_cells_of_the_examples_workbook_goes() -> None:
    bars = (
        '<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:plus><c:numRef>'
        "<c:f>Sheet1!$Z$9</c:f></c:numRef></c:plus></c:errBars>"
    )
    xml = STACKED.xml.replace("<c:cat>", f"{bars}<c:cat>")
    assert all(one.startswith("'Số liệu'!") for one, _ in filled(xml=xml).references())
    assert b"Sheet1" not in compiled(xml).fill(DATA)


def test_a_line_that_the_legend_hides_stays_hidden_wherever_its_series_comes() -> None:
    entry = (
        '<c:legendPos val="b"/><c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>'
    )
    made = filled(xml=STACKED.xml.replace('<c:legendPos val="b"/>', entry)).root
    entries = made.findall(f".//{C}legendEntry")
    assert [one.find(f"{C}idx").get("val") for one in entries] == ["1"]  # type: ignore[union-attr]


def test_a_kind_that_has_no_series_left_goes_with_its_axes() -> None:
    second = (
        '<c:lineChart><c:grouping val="standard"/><c:ser><c:idx val="5"/><c:order val="5"/>'
        "<c:tx><c:v>Mức cần đạt</c:v></c:tx><c:val><c:numLit/></c:val></c:ser>"
        '<c:axId val="7"/><c:axId val="8"/></c:lineChart>'
    )
    axes = '<c:valAx><c:axId val="7"/></c:valAx><c:catAx><c:axId val="8"/></c:catAx>'
    xml = STACKED.xml.replace("</c:barChart>", f"</c:barChart>{second}")
    xml = xml.replace("</c:plotArea>", f"{axes}</c:plotArea>")
    without, both = (
        filled(xml=xml).root,
        filled(
            replace(DATA, series=(*DATA.series, Series("Mức cần đạt", numbers(1, 2, 3)))), xml
        ).root,
    )
    assert without.find(f".//{C}lineChart") is None
    assert len(without.findall(f".//{C}axId")) == 4
    assert both.find(f".//{C}lineChart/{C}ser/{C}order").get("val") == "3"  # type: ignore[union-attr]
    assert len(both.findall(f".//{C}axId")) == 8


@pytest.mark.parametrize(
    ("change", "tag"),
    [
        (('<c:barDir val="bar"/>', '<c:barDir val="col"/>'), "barChart"),
        (("barChart", "areaChart"), "areaChart"),
        (("barChart", "pieChart"), "pieChart"),
    ],
)
def test_a_chart_of_another_kind_is_filled_as_well(change: tuple[str, str], tag: str) -> None:
    made = filled(xml=STACKED.xml.replace(*change))
    assert made.root.find(f".//{C}{tag}") is not None
    assert set(made.content()) == {one.name for one in DATA.series}


@pytest.mark.parametrize("kind", ["scatterChart", "bubbleChart", "stockChart", "surfaceChart"])
def test_a_kind_without_categories_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="no categories"):
        compiled(STACKED.xml.replace("barChart", kind))


@pytest.mark.parametrize("part", ["<a/>", f'<c:x xmlns:c="{C[1:-1]}"><c:chart/></c:x>'])
def test_what_is_no_chart_is_refused(part: str) -> None:
    with pytest.raises(ValueError, match="no categories"):
        compiled(part)


def test_a_chart_whose_series_were_all_taken_away_still_shows_the_figures() -> None:
    xml = re.sub("<c:ser>.*</c:ser>", "", STACKED.xml)
    assert filled(xml=xml).content() == filled().content()


def test_other_prefixes_make_no_difference() -> None:
    xml = re.sub(r"(</?)c:", r"\1bd:", STACKED.xml).replace("xmlns:c=", "xmlns:bd=")
    assert filled(xml=xml).content() == filled().content()
    plain = re.sub(r"(</?)c:", r"\1", STACKED.xml).replace("xmlns:c=", "xmlns=")
    assert filled(xml=plain).content() == filled().content()


def test_numbers_linked_to_cells_are_printed_in_the_datas_form() -> None:
    one = Chart("", "", ("2024",), (Series("Kết quả", numbers(80)),), decimals(2))
    root = filled(one, LINES.xml).root
    (label,) = root.findall(f".//{C}dLbls/{C}numFmt")
    assert label.get("formatCode") == one.number_format
    assert root.findtext(f".//{C}numCache/{C}formatCode") == one.number_format


def test_lying_bars_need_height_for_each_category_and_other_kinds_do_not() -> None:
    assert compiled().scale(EXAMPLE) == 1
    assert compiled().scale(DATA) == 6 / 5
    assert compiled(LINES.xml).scale(DATA) == 1
    assert compiled().scale(Chart("", "", (), ())) == 4 / 5


TEXTS = st.text(max_size=30)
FORMATS = st.sampled_from([WHOLE, decimals(1), decimals(2)])
VALUES = st.none() | st.fractions()


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = draw(st.lists(TEXTS, max_size=4))
    values = st.lists(VALUES, min_size=len(categories), max_size=len(categories)).map(tuple)
    series = draw(st.lists(st.builds(Series, TEXTS, values, TEXTS), max_size=4))
    return Chart(draw(TEXTS), draw(TEXTS), tuple(categories), tuple(series), draw(FORMATS))


@settings(deadline=None, max_examples=40)
@given(charts())
def test_any_names_and_values_give_xml_that_says_them(chart: Chart) -> None:
    for xml in (STACKED.xml, LINES.xml):
        made = filled(chart, xml)
        assert len(made.series) == len(chart.series)
        for one, series in zip(made.series, chart.series, strict=True):
            points = [each.findtext(f"{C}v") for each in one.iterfind(f"{C}val//{C}pt")]
            assert points == [number(each) for each in series.values if each is not None]


@settings(deadline=None, max_examples=40)
@given(charts())
def test_any_chart_and_its_workbook_agree_cell_by_cell(chart: Chart) -> None:
    made = replace(filled(chart), book=book(chart))
    for reference, cached in made.references():
        cells = made.cells(reference)
        for cell, text in zip(cells, cached, strict=len(chart.categories) > 0):
            if isinstance(cell, int | float):
                assert text is not None
                assert cell == pytest.approx(float(Fraction(text)))
            else:
                assert unescape(str(cell or "")) == (text or "")
