"""Charts in filled documents: each with parts of its own, found by relationships alone."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from docgen.template_check.checking import check_template
from docgen.word.charts.data import Chart, Series
from docgen.word.template import FaultyTemplateError, WordTemplate
from tests.docgen.word.charts.samples import (
    BODY,
    DATA,
    EXAMPLE,
    FIELDS,
    LINES,
    NOTHING,
    STACKED,
    changed,
    drawn,
    fill,
    numbers,
    parts_of,
    template,
)
from tests.docgen.wordxml import chart_paragraph, paragraph
from tests.validator import needs_validator, validate
from workbook.domain.errors import TemplateError

ITEMS = [{"ten": str(one), "ve": DATA} for one in range(3)]
_DOCUMENT = "word/document.xml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return template(tmp_path / "mau.docx")


def replaced(path: Path, name: str, old: str, new: str) -> Path:
    def change(parts: dict[str, bytes]) -> Mapping[str, bytes]:
        assert old.encode() in parts[name]
        return parts | {name: parts[name].replace(old.encode(), new.encode())}

    return changed(path, change)


def static(path: Path) -> None:
    """Make the first chart one of the official's own."""
    replaced(path, _DOCUMENT, "{{ bieu_do }}", "Dân số phường")
    replaced(path, "word/charts/chart1.xml", "{{ bieu_do }}", "Dân số phường")


def test_every_chart_has_its_own_part_workbook_and_number(path: Path) -> None:
    document = fill(path, bieu_do=DATA, bieu_do_cham=DATA, cac_muc=ITEMS)
    charts = drawn(document)
    assert len(charts) == 5
    assert len({one.name for one in charts}) == len({one.number for one in charts}) == 5
    for one in charts:
        assert one.title == DATA.title
        for reference, cached in one.references():
            cells = [None if cell is None else str(cell) for cell in one.cells(reference)]
            assert [text and text[:9] for text in cached] == [text and text[:9] for text in cells]


def test_the_alternative_text_becomes_the_description(path: Path) -> None:
    (chart,) = drawn(fill(path, bieu_do=DATA))
    assert chart.description == DATA.description


def test_characters_that_no_file_can_hold_are_left_out_of_a_chart(path: Path) -> None:
    odd = replace(DATA, title="a\x00b\ud800", description="c\x07", categories=("\x1f", "2", "3"))
    (chart,) = drawn(fill(path, bieu_do=odd))
    assert (chart.title, chart.description) == ("a b ", "c ")


def test_where_there_is_nothing_to_draw_no_chart_is_left(path: Path) -> None:
    document = fill(path)
    names = parts_of(document)
    assert not [one for one in names if "chart" in one or "bieudo" in one or "embeddings" in one]
    assert b"chart" not in names["[Content_Types].xml"]
    assert b"/chart" not in names["word/_rels/document.xml.rels"]


def test_a_drawing_without_if_around_it_goes_when_there_is_nothing_to_draw(tmp_path: Path) -> None:
    path = template(tmp_path / "mau.docx", chart_paragraph(STACKED), (STACKED,))
    assert drawn(fill(path)) == []
    assert b"w:drawing" not in parts_of(fill(path))[_DOCUMENT]


def test_the_example_figures_of_a_template_never_reach_a_document(path: Path) -> None:
    document = fill(path, bieu_do=DATA, cac_muc=ITEMS)
    for name, content in parts_of(document).items():
        assert name.endswith(".xlsx") or b"{{" not in content, name
    assert {tuple(one.content()) for one in drawn(document)} == {
        tuple(one.name for one in DATA.series)
    }


def test_lying_bars_make_their_drawing_higher(path: Path) -> None:
    (chart,) = drawn(fill(path, bieu_do=DATA))
    assert chart.height == round(50 * 36000 * 6 / 5)


def test_no_drawing_grows_beyond_the_page(path: Path) -> None:
    long = Chart("", "", ("a",) * 90, (Series("Đạt", numbers(*range(90))),))
    (chart,) = drawn(fill(path, bieu_do=long))
    assert chart.height == 220 * 36000


def test_a_chart_without_a_tag_stays_as_it_is(path: Path) -> None:
    static(path)
    before = parts_of(path.read_bytes())
    names = parts_of(fill(path, bieu_do=DATA, bieu_do_cham=DATA))
    kept = [one for one in before if one.endswith(("chart1.xml", "chart1.xlsx"))]
    assert len(kept) == 2
    assert all(names[one] == before[one] for one in kept)
    assert before["word/charts/chart2.xml"] not in names.values()


def test_equal_input_gives_equal_bytes(path: Path) -> None:
    assert fill(path, bieu_do=DATA, cac_muc=ITEMS) == fill(path, bieu_do=DATA, cac_muc=ITEMS)


def test_a_document_holds_no_chart_of_the_one_before(path: Path) -> None:
    several: tuple[dict[str, object], ...] = (
        {"bieu_do": DATA, "cac_muc": ITEMS}, {}, {"bieu_do_cham": EXAMPLE}, {"bieu_do": DATA},
    )  # fmt: skip
    used = WordTemplate(path, FIELDS)
    for given in several:
        assert used.render({**NOTHING, **given}) == fill(path, **given)


def test_a_document_that_fails_leaves_no_chart_behind(path: Path) -> None:
    used = WordTemplate(path, FIELDS)
    for wrong in ({}, {"ve": DATA}):
        lacking = {**NOTHING, "bieu_do": DATA, "cac_muc": [wrong]}
        del lacking["ten_co_quan"]
        with pytest.raises(TemplateError):
            used.render(lacking)
    assert used.render(NOTHING) == fill(path)


def test_other_tools_open_the_document(path: Path) -> None:
    document = Document(io.BytesIO(fill(path, bieu_do=DATA, cac_muc=ITEMS)))
    assert len(document.inline_shapes) == 4


def renamed(parts: dict[str, bytes]) -> Mapping[str, bytes]:
    """Rename and renumber everything of a chart, as Word does when it saves."""
    names = {
        "word/charts/chart1.xml": "word/charts/chartA.xml",
        "word/charts/_rels/chart1.xml.rels": "word/charts/_rels/chartA.xml.rels",
        "word/embeddings/chart1.xlsx": "word/embeddings/Microsoft_Excel_Worksheet.xlsx",
    }
    made = {}
    for name, content in parts.items():
        text = content.replace(b"charts/chart1.xml", b"charts/chartA.xml")
        text = text.replace(b"embeddings/chart1.xlsx", b"embeddings/Microsoft_Excel_Worksheet.xlsx")
        text = text.replace(b"rIdBieuDo1", b"rId77").replace(b"rIdSoLieu", b"rId3")
        made[names.get(name, name)] = content if name.endswith(".xlsx") else text
    return made


def restyled(parts: dict[str, bytes]) -> Mapping[str, bytes]:
    """Turn the first chart into columns of another font, with Word's own style parts."""
    chart, rels, types = (
        "word/charts/chart1.xml", "word/charts/_rels/chart1.xml.rels", "[Content_Types].xml",
    )  # fmt: skip
    styled = parts[chart].replace(b'<c:barDir val="bar"/>', b'<c:barDir val="col"/>')
    styled = styled.replace(b"Times New Roman", b"Arial").replace(b"4C9A55", b"00FF00")
    kind = "http://schemas.microsoft.com/office/2011/relationships"
    lines = "".join(
        f'<Relationship Id="rIdC{place}" Type="{kind}/{name}" Target="{target}"/>'
        for place, (name, target) in enumerate(
            [("chartStyle", "style1.xml"), ("chartColorStyle", "colors1.xml")]
        )
    )
    overrides = (
        '<Override PartName="/word/charts/style1.xml" ContentType="application/vnd.ms-office.'
        'chartstyle+xml"/><Override PartName="/word/charts/colors1.xml" ContentType='
        '"application/vnd.ms-office.chartcolorstyle+xml"/>'
    )
    return parts | {
        chart: styled,
        rels: parts[rels].replace(b"</Relationships>", f"{lines}</Relationships>".encode()),
        types: parts[types].replace(b"</Types>", f"{overrides}</Types>".encode()),
        "word/charts/style1.xml": b"<s>style</s>",
        "word/charts/colors1.xml": b"<s>colours</s>",
    }


def test_a_template_whose_parts_were_renamed_is_filled_as_before(path: Path) -> None:
    before = [one.content() for one in drawn(fill(path, bieu_do=DATA, bieu_do_cham=DATA))]
    changed(path, renamed)
    document = fill(path, bieu_do=DATA, bieu_do_cham=DATA)
    assert [one.content() for one in drawn(document)] == before
    assert not [one for one in parts_of(document) if "chartA" in one or "Microsoft" in one]


def test_a_restyled_chart_keeps_its_look_and_its_style_parts_in_every_copy(path: Path) -> None:
    body = BODY + chart_paragraph(STACKED)
    changed(template(path, body), restyled)
    document = fill(path, bieu_do=DATA)
    parts, charts = parts_of(document), drawn(document)
    assert len(charts) == 2
    for one in charts:
        text = etree.tostring(one.root, encoding="unicode")
        assert 'barDir val="col"' in text
        assert "Arial" in text
        assert "00FF00" in text
        assert one.height == 50 * 36000
    for content in (b"<s>style</s>", b"<s>colours</s>"):
        copies = [name for name, one in parts.items() if one == content]
        assert len(copies) == 2
        assert all(f'"/{name}"'.encode() in parts["[Content_Types].xml"] for name in copies)


def test_a_chart_that_floats_beside_the_text_is_filled_too(path: Path) -> None:
    def floating(parts: dict[str, bytes]) -> Mapping[str, bytes]:
        text = parts[_DOCUMENT].replace(b"<wp:inline", b"<wp:anchor")
        return parts | {_DOCUMENT: text.replace(b"</wp:inline>", b"</wp:anchor>")}

    assert len(drawn(fill(changed(path, floating), bieu_do=DATA, cac_muc=ITEMS))) == 4


def test_every_drawing_has_a_number_of_its_own(path: Path) -> None:
    replaced(path, _DOCUMENT, '<wp:docPr id="1"', '<wp:docPr id="4000"')
    static(path)
    charts = drawn(fill(path, bieu_do=DATA, cac_muc=ITEMS))
    assert len({one.number for one in charts}) == len(charts) == 4


def test_names_that_are_taken_are_left_alone(path: Path) -> None:
    def taken(parts: dict[str, bytes]) -> Mapping[str, bytes]:
        rels = "word/_rels/document.xml.rels"
        line = (
            '<Relationship Id="rIdVe1" Target="charts/bieudo1.xml" Type="http://schemas.'
            'openxmlformats.org/officeDocument/2006/relationships/chart"/></Relationships>'
        )
        return parts | {
            "word/charts/bieudo1.xml": b"<own/>",
            rels: parts[rels].replace(b"</Relationships>", line.encode()),
        }

    document = fill(changed(path, taken), bieu_do=DATA)
    assert parts_of(document)["word/charts/bieudo1.xml"] == b"<own/>"
    assert [one.title for one in drawn(document)] == [DATA.title]


def test_a_chart_in_a_header_is_filled_there(tmp_path: Path) -> None:
    path = template(tmp_path / "mau.docx", paragraph("NoiDung", "{{ x }}"), (STACKED,))
    header = "word/header-1-first.xml"

    def moved(parts: dict[str, bytes]) -> Mapping[str, bytes]:
        rels = parts["word/_rels/document.xml.rels"]
        shown = chart_paragraph(STACKED).encode()
        return parts | {
            header: parts[header].replace(b"</w:hdr>", shown + b"</w:hdr>"),
            "word/_rels/header-1-first.xml.rels": re.sub(
                b'<Relationship Id="rId[^B].*?/>', b"", rels
            ),
            "word/_rels/document.xml.rels": re.sub(b'<Relationship Id="rIdBieu.*?/>', b"", rels),
        }

    document = fill(changed(path, moved), bieu_do=DATA)
    (chart,) = drawn(document, header)
    assert chart.title == DATA.title
    assert drawn(document) == []


def test_a_template_of_other_fields_prints_no_chart_as_text(tmp_path: Path) -> None:
    path = template(tmp_path / "mau.docx", paragraph("NoiDung", "{{ bieu_do }}"), ())
    with pytest.raises(FaultyTemplateError):
        WordTemplate(path, FIELDS)
    unchecked = WordTemplate(path).render({**NOTHING, "bieu_do": DATA})
    assert "Fraction" not in Document(io.BytesIO(unchecked)).element.xml


def test_a_template_with_charts_has_no_fault(path: Path) -> None:
    assert [one for one in check_template(path, FIELDS) if one.blocks] == []


@needs_validator
@pytest.mark.parametrize("change", [dict, renamed], ids=["as drawn", "renamed"])
def test_word_can_open_template_and_document(
    path: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], Mapping[str, bytes]]
) -> None:
    changed(path, change)
    assert validate(path) == []
    made = tmp_path / "van-ban.docx"
    for given in ({"bieu_do": DATA, "bieu_do_cham": DATA, "cac_muc": ITEMS}, {}):
        made.write_bytes(fill(path, **given))
        assert validate(made) == []
        assert validate(made, "Office2016") == []


def test_the_drawings_keep_the_size_that_was_asked_for() -> None:
    assert f'cx="{78 * 36000}" cy="{55 * 36000}"' in chart_paragraph(LINES)
