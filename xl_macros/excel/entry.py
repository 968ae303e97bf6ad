"""What the buttons run: `from xl_macros.excel import entry; entry.create_report()`."""

from __future__ import annotations

from xl_macros.excel import check, machine, report, update
from xl_macros.excel.guard import run


def check_figures() -> None:
    """Run “Kiểm tra số liệu” of Tổng hợp."""
    run(check.check_figures)


def check_this_sheet() -> None:
    """Run “Kiểm tra số liệu” of a unit's sheet."""
    run(check.check_this_sheet)


def update_statuses() -> None:
    """Run “Cập nhật tình trạng”."""
    run(update.update_statuses)


def create_report() -> None:
    """Run “Tạo báo cáo”."""
    run(report.create_report)


def create_plan() -> None:
    """Run “Tạo kế hoạch”."""
    run(report.create_plan)


def check_machine() -> None:
    """Run “Kiểm tra máy”."""
    run(machine.check_machine)
