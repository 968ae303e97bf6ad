"""The heading of a unit's own documents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.shared.typography import text_width
from docgen.unit_report.context import UnitReportForm, balanced, unit_report_form
from tests.docgen import made
from workbook.domain.letterhead import Letterhead
from workbook.domain.plan import ResponsibleUnit

UNIT = ResponsibleUnit("A", "Tổ phụ trách thể thao (kiêm nhiệm)", "Thể thao", "V.1", ())


def heading(letterhead: Letterhead) -> UnitReportForm:
    plan = made.plan(units=(replace(UNIT, letterhead=letterhead),))
    return unit_report_form(made.assessment(of=plan), False)


def test_without_a_letterhead_the_units_name_is_all_that_is_known() -> None:
    known = {
        "co_quan_chu_quan": "",
        "cho_ghi_chu_quan": "[CƠ QUAN CHỦ QUẢN]",
        "co_quan": ["TỔ PHỤ TRÁCH", "THỂ THAO"],
        "ten_co_quan": UNIT.name,
        "dia_danh": made.SETTINGS.place,
        "ky_hieu": "",
        "quyen_han": [],
        "nguoi_ky": "",
    }
    assert {name: text for name, text in heading(Letterhead()).items() if name in known} == known


def test_what_is_told_is_printed_in_capitals_and_names_as_written() -> None:
    found = heading(
        Letterhead("UBND {unit_name}", ("Tổ", "Thể thao"), "TTT", ("Tổ trưởng",), "Bình")
    )
    assert (found["co_quan_chu_quan"], found["cho_ghi_chu_quan"]) == ("UBND PHƯỜNG BẾN ĐÒ", "")
    assert (found["co_quan"], found["quyen_han"]) == (["TỔ", "THỂ THAO"], ["TỔ TRƯỞNG"])
    assert (found["ky_hieu"], found["nguoi_ky"]) == ("TTT", "Bình")


def test_a_unit_without_a_superior_has_no_place_for_one() -> None:
    found = heading(Letterhead(superior=""))
    assert (found["co_quan_chu_quan"], found["cho_ghi_chu_quan"]) == ("", "")


def test_a_name_to_be_written_is_left_open() -> None:
    assert heading(Letterhead(issuer=()))["co_quan"] == []


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("TRẠM Y TẾ", ["TRẠM Y TẾ"]),
        ("TRƯỜNG TIỂU HỌC SUỐI LÀNH", ["TRƯỜNG TIỂU", "HỌC SUỐI LÀNH"]),
        ("A", ["A"]),
        ("", []),
    ],
)
def test_a_name_is_divided_into_lines_of_about_the_same_length(name: str, lines: list[str]) -> None:
    assert balanced(name, 58) == lines


WORDS = st.text(alphabet="ABCĐƯỜNG", min_size=1, max_size=9)


@given(st.lists(WORDS, max_size=14), st.integers(20, 80))
def test_dividing_loses_no_word_and_no_line_is_too_long_that_could_be_shorter(
    words: list[str], width: int
) -> None:
    lines = balanced(" ".join(words), width)
    assert " ".join(lines).split() == words
    for line in lines:
        assert text_width(line, 13) <= width or len(line.split()) == 1
