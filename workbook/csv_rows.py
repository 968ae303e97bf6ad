"""Figures as CSV text -> rows with their line numbers; decides nothing about them.

Columns: `ma,ky,tu_so,mau_so,gia_tri,nguon,ghi_chu`; history adds `dia_ban`. UTF-8 with
or without BOM, comma or semicolon. What is no plain number stays text, for the checks
to find in its cell.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbook.domain.errors import UnusableInputError

FIGURE_COLUMNS: Final = ("ma", "ky", "tu_so", "mau_so", "gia_tri", "nguon", "ghi_chu")
HISTORY_COLUMNS: Final = (*FIGURE_COLUMNS, "dia_ban")

_WHOLE = re.compile(r"-?(0|[1-9]\d*)")
# "1.234" may mean 1234 in Vietnam: three digits after the dot are left as typed.
_DECIMAL = re.compile(r"-?(0|[1-9]\d*)\.(\d{1,2}|\d{4,})")


@dataclass(frozen=True)
class CsvRow:
    """One row: the line in the file and the text of each column ("" when empty)."""

    line: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text of a column."""
        return self.fields[column]


def decode(content: bytes, name: str) -> str:
    """Decode a CSV file's bytes.

    Raises:
        UnusableInputError: the file is not UTF-8.
    """
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnusableInputError(
            f"Tệp số liệu “{name}” không phải văn bản UTF-8. Trong Excel, đề nghị lưu lại"
            " tệp theo kiểu “CSV UTF-8”."
        ) from None


def parse_rows(text: str, columns: Sequence[str], name: str) -> tuple[CsvRow, ...]:
    """Read the rows of a CSV text; blank lines are passed over.

    Raises:
        UnusableInputError: a column is missing, unknown or given twice, or a row has
            too many fields; the message names the line.
    """
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [cell.strip().casefold() for cell in next(reader, [])]
        _check_header(header, columns, name)
        return tuple(_rows(reader, header, name))
    except csv.Error:
        raise UnusableInputError(
            f"Tệp số liệu “{name}”, dòng {reader.line_num}: dấu ngoặc kép không khép kín."
            " Đề nghị kiểm tra lại dòng này."
        ) from None


def _check_header(header: list[str], columns: Sequence[str], name: str) -> None:
    if sorted(header) != sorted(columns):
        raise UnusableInputError(
            f"Tệp số liệu “{name}”, dòng 1: cần đúng các cột {', '.join(columns)}."
            " Đề nghị sửa lại dòng tiêu đề."
        )


def _rows(reader: Iterator[list[str]], header: list[str], name: str) -> Iterator[CsvRow]:
    before = 1
    for cells in reader:
        line, before = before + 1, reader.line_num  # type: ignore[attr-defined] # csv's reader
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            raise UnusableInputError(
                f"Tệp số liệu “{name}”, dòng {line}: thừa ô ({len(cells)} ô, tiêu đề có"
                f" {len(header)} cột). Nội dung có dấu phẩy cần đặt trong ngoặc kép."
            )
        padded = cells + [""] * (len(header) - len(cells))
        yield CsvRow(line, {key: cell.strip() for key, cell in zip(header, padded, strict=True)})


def as_typed(text: str) -> int | float | str | None:
    """Return what the cell shall hold: a plain number, the text as typed, or nothing."""
    if not text:
        return None
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text
