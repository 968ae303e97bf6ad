from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.csv_rows import FIGURE_COLUMNS, as_typed, decode, parse_rows
from workbook.domain.errors import UnusableInputError

HEADER = ",".join(FIGURE_COLUMNS)


def test_rows_keep_their_line_in_the_file() -> None:
    text = f'{HEADER}\nA,2026,1,2,,"hai\ndòng",\n\nB,2026,,,3,,\n'
    rows = parse_rows(text, FIGURE_COLUMNS, "a.csv")
    assert [(row.line, row["ma"]) for row in rows] == [(2, "A"), (5, "B")]
    assert rows[0]["nguon"] == "hai\ndòng"


def test_semicolons_and_a_bom_are_understood() -> None:
    content = ("﻿" + HEADER.replace(",", ";") + "\r\nA;2026;1;2;;Sổ, tờ;\r\n").encode()
    (row,) = parse_rows(decode(content, "a.csv"), FIGURE_COLUMNS, "a.csv")
    assert (row["tu_so"], row["nguon"]) == ("1", "Sổ, tờ")


def test_columns_may_stand_in_another_order() -> None:
    (row,) = parse_rows("ky,ma,tu_so,mau_so,gia_tri,nguon,ghi_chu\n2026,A\n", FIGURE_COLUMNS, "a")
    assert (row["ma"], row["ky"], row["tu_so"]) == ("A", "2026", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "dòng 1: cần đúng các cột"),
        ("ma,ky\nA,2026\n", "dòng 1: cần đúng các cột"),
        (HEADER + ",ma\n", "dòng 1: cần đúng các cột"),
        (HEADER + "\nA,2026,1,2,,a,b,c\n", "dòng 2: thừa ô"),
        (HEADER + '\nA,2026,1,2,,"a,b\n', "dòng 2: dấu ngoặc kép"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(text: str, words: str) -> None:
    with pytest.raises(UnusableInputError, match=words):
        parse_rows(text, FIGURE_COLUMNS, "a.csv")


def test_a_file_in_an_old_code_page_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="CSV UTF-8"):
        decode("Trạm".encode("cp1258", errors="ignore") + b"\xe3", "a.csv")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", None),
        ("0", 0),
        ("82", 82),
        ("-3", -3),
        ("8.5", 8.5),
        ("1.234", "1.234"),
        ("99,5", "99,5"),
        ("<5", "<5"),
        ("007", "007"),
        ("1e3", "1e3"),
        ("NaN", "NaN"),
        ("có", "có"),
    ],
)
def test_only_plain_numbers_become_numbers(text: str, cell: object) -> None:
    typed = as_typed(text)
    assert (typed, type(typed)) == (cell, type(cell))


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_every_whole_number_survives(number: int) -> None:
    assert as_typed(str(number)) == number
