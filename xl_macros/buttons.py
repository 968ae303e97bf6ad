"""The buttons of the sổ: the one table from which all that names them is made.

The VBA subs, the buttons on the sheets, the ribbon's tab, the guide's list and the tests
come from here. A macro and a function are ASCII; captions and tips are read by officials.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from workbook.domain.plan import Plan
from workbook.layout import sheets


class Place(Enum):
    """Where a button stands."""

    SUMMARY = "summary"
    UNITS = "units"  # on every unit's sheet


@dataclass(frozen=True)
class Button:
    """A button: `macro` is its VBA sub, `function` what it runs in `xl_macros.excel.entry`.

    `slot` is its place in the row of buttons, from 0. `icon` is Office's own picture for
    the ribbon ("" where the ribbon has no such button).
    """

    place: Place
    slot: int
    caption: str
    macro: str
    function: str
    tip: str
    icon: str = ""


BUTTONS: tuple[Button, ...] = (
    Button(
        Place.SUMMARY, 0, "Kiểm tra số liệu", "CheckFigures", "check_figures",
        "Kiểm tra tất cả các trang, liệt kê chỗ cần sửa ở trang “Kết quả kiểm tra”.",
        "ReviewShowAllComments",
    ),
    Button(
        Place.SUMMARY, 1, "Cập nhật tình trạng", "UpdateStatuses", "update_statuses",
        "Tính lại tình trạng của mọi nội dung theo số liệu đang có và lập lại trang “Tổng hợp”.",
        "RefreshAll",
    ),
    Button(
        Place.SUMMARY, 2, "Tạo báo cáo", "CreateReport", "create_report",
        "Lập báo cáo hoặc công văn Word theo kỳ, loại, đơn vị, bản đã chọn ở trang “Tổng hợp”.",
        "FileSaveAsWordDocx",
    ),
    Button(
        Place.SUMMARY, 3, "Tạo kế hoạch", "CreatePlan", "create_plan",
        "Lập văn bản kế hoạch của năm tới hoặc của cả giai đoạn.",
        "CreateDocumentWorkspace",
    ),
    Button(
        Place.SUMMARY, 4, "Kiểm tra máy", "CheckMachine", "check_machine",
        "Xem máy này có chạy được chương trình không: tệp, thư mục, macro, dấu thập phân, phông.",
        "FileDocumentInspect",
    ),
    Button(
        Place.UNITS, 0, "Kiểm tra số liệu", "CheckThisSheet", "check_this_sheet",
        "Kiểm tra số liệu của trang này.",
    ),
    Button(
        Place.UNITS, 1, "Cập nhật tình trạng", "UpdateFromSheet", "update_statuses",
        "Tính lại tình trạng của mọi nội dung theo số liệu đang có.",
    ),
)  # fmt: skip


def on_ribbon() -> Iterator[Button]:
    """Yield the buttons that the ribbon's tab shows, in its order."""
    return (button for button in BUTTONS if button.icon)


def sheets_of(button: Button, plan: Plan) -> tuple[str, ...]:
    """Return the names of the sheets on which a button stands."""
    if button.place is Place.SUMMARY:
        return (sheets.SUMMARY,)
    return tuple(unit.sheet for unit in plan.units)
