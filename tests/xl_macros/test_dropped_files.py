"""Which files were dropped on a .bat, by the command lines that Windows makes."""

from __future__ import annotations

import pytest

from xl_macros.dropped_files import dropped

BAT = "KiemTra.bat"
FILES = {r"D:\So.xlsx", r"D:\A&B.xlsx", r"D:\A & B (1).xlsx", r"D:\50%.xlsx", r"D:\Sổ^!.xlsx"}
START = r'C:\WINDOWS\system32\cmd.exe /c ""D:\Tài liệu & số (1)\KiemTra.bat"'


@pytest.mark.parametrize(
    ("arguments", "line", "found"),
    [
        # A name without blanks comes bare: %1 is cut at the ampersand, the caret is eaten.
        ([r"D:\A"], rf'{START} D:\A&B.xlsx"', [r"D:\A&B.xlsx"]),
        ([r"D:\Sổ!.xlsx"], rf'{START} D:\Sổ^!.xlsx"', [r"D:\Sổ^!.xlsx"]),
        ([r"D:\So.xlsx"], rf'{START} D:\So.xlsx"', [r"D:\So.xlsx"]),
        ([r"D:\50%.xlsx"], rf'{START} D:\50%.xlsx"', [r"D:\50%.xlsx"]),
        ([r"D:\A & B (1).xlsx"], rf'{START} "D:\A & B (1).xlsx""', [r"D:\A & B (1).xlsx"]),
        # Several at once.
        (
            [r"D:\So.xlsx"],
            rf'{START} D:\So.xlsx "D:\A & B (1).xlsx" D:\A&B.xlsx"',
            [r"D:\So.xlsx", r"D:\A & B (1).xlsx", r"D:\A&B.xlsx"],
        ),
        # A double-click.
        ([""], f'{START}"', []),
        ([], f'{START} "', []),
        # Typed at a prompt; called by another .bat; by a system that knows no such line.
        ([r"D:\So.xlsx"], '"C:\\WINDOWS\\system32\\cmd.exe" ', [r"D:\So.xlsx"]),
        ([r"D:\So.xlsx"], r'cmd /c "D:\khac.bat" D:\A&B.xlsx', [r"D:\So.xlsx"]),
        ([r"D:\So.xlsx"], "", [r"D:\So.xlsx"]),
        # Nothing that exists: what was given is told, and refused where it is read.
        ([r"D:\Khong"], rf'{START} D:\Khong&co.xlsx"', [r"D:\Khong"]),
        # Windows may write the name in another case.
        ([r"D:\A"], r'cmd /c ""D:\KIEMTRA.BAT" D:\A&B.xlsx"', [r"D:\A&B.xlsx"]),
    ],
)
def test_the_files_are_found_in_the_line_else_in_the_arguments(
    arguments: list[str], line: str, found: list[str]
) -> None:
    assert dropped(arguments, line, BAT, FILES.__contains__) == found


def test_without_the_name_of_the_bat_the_line_says_nothing() -> None:
    line = rf'{START} D:\A&B.xlsx"'
    assert dropped([r"D:\So.xlsx"], line, "", FILES.__contains__) == [r"D:\So.xlsx"]
