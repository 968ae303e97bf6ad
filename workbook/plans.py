"""Plans on disk: the one that comes with the product, or a file of the user's own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workbook.domain.errors import PlanError, UnusableInputError
from workbook.domain.plan import Plan
from workbook.domain.plan_file import parse_plan, text_file_of
from workbook.domain.plan_profile import Profile, parse_profile_file
from workbook.layout import sheets

_DEFAULT = Path(__file__).parent / "data" / "ngo_may"
_PROFILES = "ho_so"  # folder beside a plan's file, a profile a file

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


def profiles(plan_file: Path | None = None) -> Mapping[str, Profile]:
    """Return the profiles that stand beside a plan's file, by id; the product's plan if none.

    Raises:
        UnusableInputError: a file cannot be read.
        PlanError: a profile's file is no profile.
    """
    return {profile.id: profile for profile, _ in _profiles(plan_file).values()}


def apply_profile(plan: Plan, profile_id: str, plan_file: Path | None = None) -> Plan:
    """Return the plan as the office of a profile carries it on.

    The profile becomes a part of the plan's source, so that a sổ made from the plan keeps
    it: names of sheets and defaults of Cấu hình are the profile's.

    Args:
        plan: a plan as read, under no profile yet.
        profile_id: one of `profiles(plan_file)`.
        plan_file: the file that the plan was read from; None for the product's plan.

    Raises:
        UnusableInputError: there is no such profile, or the plan has one.
        PlanError: the profile does not fit the plan.
    """
    known = _profiles(plan_file)
    if profile_id not in known:
        listed = ", ".join(known) or "không có hồ sơ nào"
        raise UnusableInputError(
            f"Không có hồ sơ “{profile_id}” của kế hoạch này; các hồ sơ có: {listed}."
            " Đề nghị chọn lại."
        )
    if plan.profile:
        raise UnusableInputError(
            f"Kế hoạch đã theo hồ sơ “{plan.profile}”. Đề nghị chọn hồ sơ trên kế hoạch gốc."
        )
    source = f"{plan.source.rstrip()}\n\n{known[profile_id][1]}"
    return parse_plan(source, None, RESERVED_SHEETS)


def _profiles(plan_file: Path | None) -> dict[str, tuple[Profile, str]]:
    folder = (plan_file.parent if plan_file else _DEFAULT) / _PROFILES
    found = {}
    for path in sorted(folder.glob("*.toml")):
        text = _read(path)
        try:
            profile = parse_profile_file(text)
        except PlanError as error:
            raise PlanError(f"Tệp “{path.name}”: {error}") from None
        found[profile.id] = (profile, text)
    return found


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
