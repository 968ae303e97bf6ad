"""Columns that a template repeats: their number is the data's, their room the template's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.word.template import WordTemplate
from tests.docgen import reading, templates
from tests.docgen.declared import Value
from tests.docgen.wordxml import Table, paragraph, twips
from tests.validator import needs_validator, validate

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHAPE = Table((20, 10, 40, 10, 30))


def cell(words: str) -> str:
    return paragraph("BangSo", words)


def drawn() -> str:
    """A table of a head, a band over all columns, and a row for every line."""
    head = SHAPE.row(
        cell("Tên"), *Table.columns("n", "cac_nam", cell("{{ n }}")), cell("Mốc"), header=True
    )
    line = SHAPE.row(
        cell("{{ d.ten }}"), *Table.columns("v", "d.cac_so", cell("{{ v }}")), cell("{{ d.moc }}")
    )
    return SHAPE.build(head, SHAPE.spanning_row(cell("Mục")), SHAPE.repeat("d", "cac_dong", line))


def template(folder: Path) -> WordTemplate:
    return WordTemplate(templates.write(folder / "mau.docx", drawn()))


def filled(made: WordTemplate, years: int, lines: int = 2) -> bytes:
    numbers: list[Value] = [str(2000 + n) for n in range(years)]
    line: Value = {"ten": "a", "cac_so": numbers, "moc": "b"}
    context: dict[str, Value] = {
        "x": "", "dau_trang": "", "ten_co_quan": "", "cac_nam": numbers,
        "cac_dong": [line] * lines,
    }  # fmt: skip
    return made.render(context)


def table_of(document: bytes) -> etree._Element:
    return next(reading.xml_of(document).iter(f"{_W}tbl"))


def grid(table: etree._Element) -> list[int]:
    return [int(one.get(f"{_W}w", "")) for one in table.iter(f"{_W}gridCol")]


def widths(row: etree._Element) -> list[int]:
    return [int(one.get(f"{_W}w", "")) for one in row.iter(f"{_W}tcW")]


@settings(deadline=None)  # the first template waits for python-docx
@given(years=st.integers(1, 40), lines=st.integers(0, 3))
def test_the_room_of_a_repeated_column_is_shared_to_the_last_twip(
    tmp_path_factory: pytest.TempPathFactory, years: int, lines: int
) -> None:
    made = template(tmp_path_factory.getbasetemp())
    table = table_of(filled(made, years, lines))
    room = sum(map(twips, (10, 40, 10)))
    assert grid(table)[0] == twips(20)
    assert grid(table)[-1] == twips(30)
    shared = grid(table)[1:-1]
    assert len(shared) == years
    assert sum(shared) == room
    assert max(shared) - min(shared) <= 1
    head, band, *rest = table.iter(f"{_W}tr")
    assert len(rest) == lines
    assert [widths(row) for row in (head, *rest)] == [grid(table)] * (lines + 1)
    assert widths(band) == [sum(grid(table))]
    (span,) = band.iter(f"{_W}gridSpan")
    assert span.get(f"{_W}val") == str(years + 2)


def test_the_texts_stand_in_their_columns(tmp_path: Path) -> None:
    (rows,) = reading.tables(filled(template(tmp_path), 3, 1))
    assert rows == [
        ["Tên", "2000", "2001", "2002", "Mốc"], ["Mục"], ["a", "2000", "2001", "2002", "b"],
    ]  # fmt: skip


def test_where_nothing_is_repeated_the_other_columns_stay(tmp_path: Path) -> None:
    document = filled(template(tmp_path), 0)
    assert reading.tables(document)[0][0] == ["Tên", "Mốc"]
    assert grid(table_of(document)) == [twips(20), twips(30)]


def test_a_row_that_holds_nothing_else_is_left_out_with_its_columns(tmp_path: Path) -> None:
    shape = Table((10, 40, 10))
    body = shape.build(
        shape.row(*Table.columns("n", "cac_nam", cell("{{ n }}"))),
        shape.spanning_row(cell("Mục")),
    )
    made = WordTemplate(templates.write(tmp_path / "mau.docx", body))
    assert reading.tables(filled(made, 0)) == [[["Mục"]]]
    assert reading.tables(filled(made, 2)) == [[["2000", "2001"], ["Mục"]]]


def test_a_column_can_be_chosen_too(tmp_path: Path) -> None:
    shape = Table((20, 10, 40, 10))
    tags = (cell("{%tc if x %}"), cell("{{ x }}"), cell("{%tc endif %}"))
    made = WordTemplate(
        templates.write(tmp_path / "mau.docx", shape.build(shape.row(cell("a"), *tags)))
    )
    context: dict[str, Value] = {"x": "b", "dau_trang": "", "ten_co_quan": ""}
    with_it, without = made.render(context), made.render(context | {"x": ""})
    assert reading.tables(with_it) == [[["a", "b"]]]
    assert grid(table_of(with_it)) == [twips(20), sum(map(twips, (10, 40, 10)))]
    assert reading.tables(without) == [[["a"]]]
    assert grid(table_of(without)) == [twips(20)]


def test_two_cells_of_one_loop_share_alike(tmp_path: Path) -> None:
    shape = Table((10, 20, 20, 10, 30))
    first, body, last = Table.columns("n", "cac_nam", cell("{{ n }}"))
    made = WordTemplate(
        templates.write(
            tmp_path / "mau.docx",
            shape.build(shape.row(first, body, cell("{{ loop.index }}"), last, cell("a"))),
        )
    )
    document = filled(made, 2)
    assert reading.tables(document) == [[["2000", "1", "2001", "2", "a"]]]
    assert sum(grid(table_of(document))) == sum(map(twips, (10, 20, 20, 10, 30)))


def test_cells_over_parts_of_a_repeated_column_share_what_it_has_become(tmp_path: Path) -> None:
    head = SHAPE.row(*map(cell, ("Tên", "a", "b", "c", "Mốc")))
    line = SHAPE.row(cell("x"), *Table.columns("n", "cac_nam", cell("{{ n }}")), cell("y"))
    made = WordTemplate(templates.write(tmp_path / "mau.docx", SHAPE.build(head, line)))
    table = table_of(filled(made, 6))
    first, last = widths_of(filled(made, 6))
    assert last == grid(table)
    assert first == [last[0], sum(last[1:3]), sum(last[3:5]), sum(last[5:7]), last[7]]


def test_content_controls_around_cells_and_rows_give_way_to_the_columns(tmp_path: Path) -> None:
    plain = drawn()
    control = r"<w:sdt><w:sdtPr/><w:sdtContent>\1</w:sdtContent></w:sdt>"
    held = re.sub(r"(<w:tc>(?:(?!</w:tc>).)*\{\{ [nv] \}\}.*?</w:tc>)", control, plain)
    held = re.sub(r"(<w:tr>(?:(?!</w:tr>).)*Mục.*?</w:tr>)", control, held)
    assert held.count("<w:sdt>") == 3
    path = templates.write(tmp_path / "mau.docx", held)
    assert widths_of(filled(WordTemplate(path), 3)) == widths_of(filled(template(tmp_path), 3))


def widths_of(document: bytes) -> list[list[int]]:
    return [widths(row) for row in table_of(document).iter(f"{_W}tr")]


@needs_validator
@pytest.mark.parametrize("years", [0, 1, 9])
def test_office_finds_no_fault(tmp_path: Path, years: int) -> None:
    path = tmp_path / "van_ban.docx"
    path.write_bytes(filled(template(tmp_path), years))
    assert validate(path) == []


def _every_width(xml: bytes, kind: str, value: str) -> bytes:
    root = etree.fromstring(xml)
    for width in root.iter(f"{_W}tcW"):
        width.set(f"{_W}type", kind)
        width.set(f"{_W}w", value)
    return etree.tostring(root)


def _without_cell_widths(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    for width in list(root.iter(f"{_W}tcW")):
        parent = width.getparent()
        assert parent is not None
        parent.remove(width)
    return etree.tostring(root)


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: _every_width(xml, "pct", "1000"),
        lambda xml: _every_width(xml, "auto", "0"),
        _without_cell_widths,
    ],
    ids=["in percent", "auto", "unnamed"],
)
@pytest.mark.parametrize("years", [1, 3, 7])
def test_cells_that_do_not_count_in_twips_get_the_same_widths(
    tmp_path: Path, change: Callable[[bytes], bytes], years: int
) -> None:
    wanted = table_of(filled(template(tmp_path), years))
    path = templates.write(tmp_path / "mau.docx", drawn())
    templates.rewrite(path, "word/document.xml", change)
    table = table_of(filled(WordTemplate(path), years))
    assert grid(table) == grid(wanted)
    for row, other in zip(table.iter(f"{_W}tr"), wanted.iter(f"{_W}tr"), strict=True):
        assert widths(row) == widths(other)
    assert {one.get(f"{_W}type") for one in table.iter(f"{_W}tcW")} == {"dxa"}


def test_a_grid_that_names_no_widths_gives_equal_ones(tmp_path: Path) -> None:
    path = templates.write(tmp_path / "mau.docx", drawn())
    templates.rewrite(path, "word/document.xml", lambda xml: re.sub(
        rb'<w:gridCol w:w="\d+"/>', b"<w:gridCol/>", xml))  # fmt: skip
    table = table_of(filled(WordTemplate(path), 3))
    assert grid(table)[0] == grid(table)[-1] > 0
    assert max(grid(table)[1:-1]) - min(grid(table)[1:-1]) <= 1
    assert sum(grid(table)) == pytest.approx(9071, abs=5)
