"""What every picture shows: a part of a sheet, marks on it, what Excel draws around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from openpyxl.utils import get_column_letter

from tests.guide_pictures import books
from workbook.builder.macro_parts import button_box
from workbook.domain.guide import GUIDE_NAME
from workbook.layout import columns, sheets, summary
from workbook.layout import findings_layout as findings
from workbook.layout.placement import TITLE_ROW, UnitLayout
from workbook.layout.summary_layout import SummaryLayout
from xl_macros.buttons import BUTTONS
from xl_macros.windows_folder import contents

UNBLOCK = ("CHẾ ĐỘ XEM ĐƯỢC BẢO VỆ (PROTECTED VIEW)", "Bật chỉnh sửa (Enable Editing)")
ENABLE = ("CẢNH BÁO BẢO MẬT (SECURITY WARNING)", "Bật nội dung (Enable Content)")


@dataclass(frozen=True)
class Bar:
    """A bar of Excel above the sheet: its words, its button, the number of its mark."""

    words: str
    button: str
    mark: int


@dataclass(frozen=True)
class Scene:
    """A part of a sheet.

    `marks` maps numbers to cells or ranges, and to captions of buttons (`:` before
    them). `scrolled` are the columns that lie scrolled away left of the area's others.
    `tabs` is the number of the mark on the sheet's own tab; 0 draws no tabs. `width` is
    where the picture ends, in pixels; 0 is the end of the area.
    """

    name: str
    book: Callable[[], bytes]
    sheet: str
    area: str
    marks: tuple[tuple[int, str], ...] = ()
    scrolled: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    tabs: int = 0
    width: int = 0


@dataclass(frozen=True)
class Folder:
    """A folder's window: its files, and the numbers of the marks on them."""

    name: str
    files: tuple[str, ...]
    marks: tuple[tuple[int, str], ...]


_YEAR = 2026
_BOOK, _PLAIN_BOOK = contents.workbook_name(_YEAR), contents.unit_workbook_name(_YEAR)
_FILES = sorted(
    [
        *(one.name for one in (Path(contents.__file__).parent / "files").iterdir() if one.suffix),
        GUIDE_NAME,
        _BOOK,
        _PLAIN_BOOK,
    ],
    key=str.casefold,
)

FOLDERS = (
    Folder("cai-dat", tuple(_FILES), ((1, "CaiDat.bat"), (2, _BOOK))),
    Folder("mo-so", (_PLAIN_BOOK,), ((1, _PLAIN_BOOK),)),
    Folder("tep-lenh", ("KiemTra.bat", "KiemTraMay.bat", _BOOK, "TaoBaoCao.bat"),
           ((2, "KiemTra.bat"), (3, "KiemTraMay.bat"), (4, "TaoBaoCao.bat"))),
    Folder("tep-lenh-xlsx", ("KiemTra.bat", _PLAIN_BOOK, "TaoBaoCao.bat"),
           ((1, "KiemTra.bat"), (2, "TaoBaoCao.bat"))),
)  # fmt: skip
_MARGIN = 6  # pixels right of the last button
REPORT = "bao-cao"  # the first page of the sample's report


def _unit(key: str, number: int = 0) -> str:
    return books.place().cell(number, key)


def _column(key: str) -> str:
    return _unit(key).rstrip("0123456789")


def _rows(key: str) -> str:
    """Return a column's cells of the measures that the pictures show."""
    return f"{_unit(key)}:{_unit(key, books.ROWS - 1)}"


def _between(first: str, last: str) -> tuple[str, ...]:
    """Return the columns between two others, both left out."""
    letters = [get_column_letter(index) for index in range(1, 200)]
    return tuple(letters[letters.index(first) + 1 : letters.index(last)])


def _unit_scenes() -> list[Scene]:
    place = books.place()
    head, last = UnitLayout.GROUP_ROW, UnitLayout.FIRST_ROW + books.ROWS - 1
    figures = (columns.NUMERATOR, columns.DENOMINATOR, columns.VALUE)
    first, value = _column(columns.NUMERATOR), _column(columns.VALUE)
    status, source = _column(columns.STATUS), _column(columns.SOURCE)
    away = _between("B", first)
    who = UnitLayout.FILLED_BY_ROW
    remaining = f"{UnitLayout.REMAINING_CELL}:{first}{who}"
    return [
        Scene("chon-trang", books.sample, place.unit.sheet, f"A{TITLE_ROW}:E{UnitLayout.HINT_ROW}",
              ((2, UnitLayout.FILLED_BY_CELL), (3, UnitLayout.FILLED_ON_CELL)), tabs=1),
        Scene("con-thieu", books.sample, place.unit.sheet, f"D{who}:{first}{who}",
              ((1, remaining),)),
        Scene("o-vang", books.sample, place.unit.sheet, f"A{head}:{status}{last}",
              ((1, f"{_unit(figures[0], 1)}:{_unit(figures[1], books.ROWS - 1)}"),
               (2, f"{value}{UnitLayout.FIRST_ROW + 1}:{value}{last}"), (3, _unit(figures[1]))),
              scrolled=away),
        Scene("nguon", books.sample, place.unit.sheet,
              f"B{head}:{_column(columns.EXPLANATION)}{last}",
              ((1, _rows(columns.SOURCE)), (2, _rows(columns.ENTERED_ON)),
               (3, f"{_unit(columns.NOTE)}:{_unit(columns.EXPLANATION, books.ROWS - 1)}")),
              scrolled=_between("B", source)),
        Scene("kiem-tra", books.faulty, place.unit.sheet,
              f"A{UnitLayout.HINT_ROW}:{status}{last - 1}",
              ((1, ":0"), (2, f"{_unit(figures[0], 1)}:{_unit(figures[1], 1)}")), scrolled=away),
        Scene("o-xam", books.changed, place.unit.sheet, f"A{head}:{status}{last - 1}",
              ((1, _unit(columns.STATUS, 1)),), scrolled=away),
    ]  # fmt: skip


def _summary_scenes() -> list[Scene]:
    head, last = SummaryLayout.TITLE_ROW, SummaryLayout.STRIP_ROW + 1
    right = get_column_letter(summary.STATUS + 1)
    gap = get_column_letter(summary.GAP + 1)
    lagging = SummaryLayout.LAGGING_FIRST_ROW
    choosers = f"{SummaryLayout.PERIOD_CELL}:{SummaryLayout.VERSION_CELL}"
    bars = (Bar(*UNBLOCK, 1), Bar(*ENABLE, 2))
    asked = f"A{head}:{gap}{SummaryLayout.CHOOSER_ROW}"
    buttons = button_box(sheets.SUMMARY, max(one.slot for one in BUTTONS))
    width = buttons[0] + buttons[2] + _MARGIN
    return [
        Scene("thanh-vang", books.sample, sheets.SUMMARY, asked, bars=bars,
              width=width),
        Scene("thanh-vang-xlsx", books.plain, sheets.SUMMARY,
              f"A{head}:{gap}{head + 1}", bars=bars[:1],
              width=width),
        Scene("cap-nhat", books.changed, sheets.SUMMARY,
              f"A{head}:{gap}{SummaryLayout.STALE_ROW}",
              ((2, ":1"), (3, f"A{SummaryLayout.STALE_ROW}:B{SummaryLayout.STALE_ROW}")),
              width=width),
        Scene("lap-van-ban", books.sample, sheets.SUMMARY, asked,
              ((1, choosers), (2, ":2"), (3, ":3")), width=width),
        Scene("kiem-tra-may", books.sample, sheets.SUMMARY,
              f"A{head}:{gap}{SummaryLayout.BUTTON_ROW}", ((1, ":4"),), width=width),
        Scene("tong-hop", books.sample, sheets.SUMMARY,
              f"A{SummaryLayout.STRIP_ROW}:{right}{last}",
              ((1, f"A{SummaryLayout.STRIP_ROW}:{right}{last}"),)),
        Scene("danh-sach", books.sample, sheets.SUMMARY,
              f"B{SummaryLayout.LAGGING_HEADING_ROW}:{gap}{lagging + 2}",
              ((2, f"B{lagging}:B{lagging + 2}"), (3, f"{gap}{lagging}:{gap}{lagging + 2}"))),
    ]  # fmt: skip


def _other_scenes() -> list[Scene]:
    first, last = findings.FIRST_ROW, findings.FIRST_ROW + 2
    severity, cell, message = (
        get_column_letter(index + 1)
        for index in (findings.SEVERITY, findings.CELL, findings.MESSAGE)
    )
    emails, more = books.email_rows()
    return [
        Scene("ket-qua", books.faulty, sheets.FINDINGS, f"A{TITLE_ROW}:{cell}{last}",
              ((1, f"{severity}{first}:{severity}{last}"), (2, f"{cell}{first}:{cell}{last}"))),
        Scene("ket-qua-loi", books.faulty, sheets.FINDINGS,
              f"{message}{findings.HEADING_ROW}:{message}{last}",
              ((3, f"{message}{first}:{message}{last}"),)),
        Scene("thu", books.sample, sheets.SETTINGS, f"B{emails}:C{more}",
              ((1, f"C{emails}:C{more}"),)),
    ]  # fmt: skip


def scenes() -> list[Scene]:
    """Return the pictures that show a part of a sheet."""
    return [*_unit_scenes(), *_summary_scenes(), *_other_scenes()]


def names() -> list[str]:
    """Return the names of all pictures."""
    return [*(one.name for one in scenes()), *(one.name for one in FOLDERS), REPORT]
