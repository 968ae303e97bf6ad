"""Plans on disk: the one that comes with the product, or a file of the user's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from workbook.domain.errors import PlanError, UnusableInputError
from workbook.domain.plan import Plan
from workbook.domain.plan_file import parse_plan, text_file_of
from workbook.layout import sheets

_DEFAULT = Path(__file__).parent / "data" / "ngo_may"

RESERVED_SHEETS = (
    sheets.SUMMARY,
    sheets.FUNDING,
    sheets.HISTORY,
    sheets.INDICATORS,
    sheets.SETTINGS,
    sheets.FINDINGS,
    sheets.GUIDE,
    sheets.PLAN,
)


@cache
def default_plan() -> Plan:
    """Return the plan that comes with the product."""
    return load_plan(_DEFAULT / "plan.toml")


def sample_files() -> tuple[Path, Path]:
    """Return the CSV files of made-up figures and history of the product's plan."""
    return _DEFAULT / "so_lieu_mau.csv", _DEFAULT / "lich_su_mau.csv"


def load_plan(path: Path) -> Plan:
    """Read a plan's TOML file and the text that it names beside it.

    Raises:
        UnusableInputError: a file is missing, cannot be read or is not UTF-8.
        PlanError: the plan contradicts itself or its text.
    """
    toml_text = _read(path)
    try:
        plan_text = _read(path.parent / text_file_of(toml_text))
        return parse_plan(toml_text, plan_text, RESERVED_SHEETS)
    except PlanError as error:
        raise PlanError(f"Tệp “{path.name}”: {error}") from None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnusableInputError(
            f"Không tìm thấy tệp kế hoạch “{path}”. Đề nghị kiểm tra lại tên và thư mục."
        ) from None
    except UnicodeDecodeError:
        raise UnusableInputError(
            f"Tệp kế hoạch “{path.name}” không phải văn bản UTF-8. Đề nghị lưu lại theo UTF-8."
        ) from None
    except OSError:
        raise UnusableInputError(
            f"Không đọc được tệp kế hoạch “{path}”. Đề nghị kiểm tra đây là tệp và quyền đọc tệp."
        ) from None
