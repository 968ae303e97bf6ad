"""A small workbook of our own, open in the pretended Excel."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
import xlwings as xw

from tests.xlwings_engine import excel


def small_workbook() -> bytes:
    """A sheet without protection, a protected one, a hidden one, made as the product does."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.set_size(1200, 800)
        text = book.add_format({"num_format": "@"})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        bold = book.add_format({"bold": True, "font_name": "Arial", "bg_color": "#00FF00"})
        entry = book.add_format({"locked": False})
        free = book.add_worksheet("Tự do")
        free.write("A1", 5)
        free.write("B1", "chữ", bold)
        free.write_datetime("C1", datetime(2026, 5, 31), day)  # noqa: DTZ001 # as Excel has it
        free.write("D1", True)
        free.write_formula("E1", "=A1*2", None, 10)
        free.write_formula("F1", "=1/0", None, "#DIV/0!")
        free.write_formula("G1", '=""', None, "")
        free.write("A2", None, text)
        free.merge_range("A4:B4", "gộp")
        free.set_column("C:E", 20)
        free.set_row(9, None, None, {"hidden": True})
        free.write_comment("B1", "ghi chú")
        locked = book.add_worksheet("Khóa")
        locked.write("A1", 1)
        locked.write("B1", 2, entry)
        locked.protect()
        hidden = book.add_worksheet("Ẩn")
        hidden.very_hidden()
        book.define_name("o_nhap", "='Tự do'!$A$1:$B$1")
        book.define_name("'Khóa'!rieng", "='Khóa'!$A$1")
        book.define_name("hang_so", "=5")
    return stream.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small workbook as a file."""
    path = tmp_path / "Sổ thử.xlsx"
    path.write_bytes(small_workbook())
    return path


@pytest.fixture
def book(path: Path) -> Iterator[xw.Book]:
    """The small workbook, open."""
    with excel(path) as book:
        yield book


@pytest.fixture
def free(book: xw.Book) -> xw.Sheet:
    """Its sheet without protection."""
    return book.sheets["Tự do"]


@pytest.fixture
def locked(book: xw.Book) -> xw.Sheet:
    """Its protected sheet; only B1 may be written."""
    return book.sheets["Khóa"]
