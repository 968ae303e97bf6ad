"""A new sổ's content from files: the plan's sample, or the CSV files a user names."""

from __future__ import annotations

from pathlib import Path

from workbook.csv_rows import FIGURE_COLUMNS, HISTORY_COLUMNS, CsvRow, decode, parse_rows
from workbook.domain.errors import UnusableInputError
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.filling import new_register
from workbook.plans import default_plan, sample_files


def register_from_files(
    plan: Plan, year: int, figures: Path | None, history: Path | None, *, sample: bool = False
) -> Register:
    """Fill a new register from CSV files.

    Raises:
        UnusableInputError: a file cannot be read, or a row cannot be placed.
    """
    return new_register(
        plan,
        year,
        _rows(figures, FIGURE_COLUMNS) if figures else (),
        _rows(history, HISTORY_COLUMNS) if history else (),
        sample=sample,
    )


def sample_register() -> Register:
    """Return the sổ of the plan that comes with the product, filled with made-up figures."""
    plan = default_plan()
    figures, history = sample_files()
    year = max(int(row["ky"][:4]) for row in _rows(figures, FIGURE_COLUMNS))
    return register_from_files(plan, year, figures, history, sample=True)


def _rows(path: Path, columns: tuple[str, ...]) -> tuple[CsvRow, ...]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnusableInputError(
            f"Không tìm thấy tệp số liệu “{path}”. Đề nghị kiểm tra lại tên và thư mục."
        ) from None
    except OSError:
        raise UnusableInputError(
            f"Không đọc được tệp số liệu “{path}”. Đề nghị kiểm tra quyền đọc tệp."
        ) from None
    return parse_rows(decode(content, path.name), columns, path.name)
