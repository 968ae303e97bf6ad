"""Charts as LibreOffice shows them, and a template that it has saved."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from docgen.template_check.checking import check_template
from docgen.word.charts.data import decimals
from tests.docgen.word.charts.samples import DATA, FIELDS, drawn, fill, template
from tests.rendering import convert, needs_rendering, page_colors, pdf_words, to_pdf

ITEMS = [{"ten": "1", "ve": DATA}, {"ten": "2", "ve": DATA}]


@needs_rendering
def test_the_figures_and_words_of_a_chart_are_seen(tmp_path: Path) -> None:
    document = tmp_path / "van-ban.docx"
    document.write_bytes(fill(template(tmp_path / "mau.docx"), bieu_do=DATA, cac_muc=ITEMS))
    pdf = to_pdf(document, tmp_path)
    said = pdf_words(pdf)
    for words in (DATA.title, *DATA.categories, *(one.name for one in DATA.series)):
        assert said.count(words) >= 1, words
    colors: Counter[str] = sum(page_colors(pdf, tmp_path), Counter())
    assert colors["#4C9A55"] > 100


@needs_rendering
def test_numbers_have_a_comma_before_their_decimals(tmp_path: Path) -> None:
    document, data = tmp_path / "van-ban.docx", replace(DATA, number_format=decimals(1))
    items = [{"ten": "1", "ve": data}]
    document.write_bytes(fill(template(tmp_path / "mau.docx"), cac_muc=items))
    said = pdf_words(to_pdf(document, tmp_path))
    assert "0,3" in said
    assert "0.3" not in said


@needs_rendering
def test_a_template_that_libreoffice_saved_is_filled_as_well(tmp_path: Path) -> None:
    saved = convert(template(tmp_path / "mau.docx"), tmp_path / "luu", "docx")
    # It keeps the title of a chart, but not its alternative text.
    assert [one for one in check_template(saved, FIELDS) if one.blocks] == []
    charts = drawn(fill(saved, bieu_do=DATA, bieu_do_cham=DATA, cac_muc=ITEMS))
    assert [one.content() for one in charts] == [charts[0].content()] * 4
    assert {one.title for one in charts} == {DATA.title}
    assert {one.description for one in charts} == {DATA.description}
