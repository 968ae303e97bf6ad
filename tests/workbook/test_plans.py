from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbook.domain.errors import PlanError, UnusableInputError
from workbook.domain.plan import Plan
from workbook.domain.plan_file import parse_plan
from workbook.layout import sheets
from workbook.plans import RESERVED_SHEETS, default_plan, load_plan, sample_files

OTHER = Path(__file__).parent.parent / "data" / "other_plan"
SEED = "plan.toml", "ke_hoach.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan of one's own, to be damaged at will."""
    for name in SEED:
        shutil.copy(OTHER / name, tmp_path)
    return tmp_path


def test_the_product_brings_its_plan_and_sample() -> None:
    assert len(default_plan().measures) == 32
    assert all(path.is_file() for path in sample_files())


def test_a_plan_of_ones_own_is_read_with_the_text_beside_it(folder: Path) -> None:
    plan = load_plan(folder / "plan.toml")
    assert list(plan.measures) == ["NS1", "NS2", "NS3"]
    assert plan.source == (folder / "plan.toml").read_text(encoding="utf-8")


def test_a_plan_read_again_from_its_source_is_the_same(plan: Plan) -> None:
    """A sổ carries the source alone, its lines split and joined again."""
    again = parse_plan("\n".join(plan.source.split("\n")), None)
    assert again == plan
    assert again.source == plan.source


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder: Path) -> None:
    before = load_plan(folder / "plan.toml")
    for name in SEED:
        content = (folder / name).read_bytes().replace(b"\n", b"\r\n")
        (folder / name).write_bytes(b"\xef\xbb\xbf" + content)
    assert load_plan(folder / "plan.toml") == before


@pytest.mark.parametrize("name", SEED)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(UnusableInputError, match=name):
        load_plan(folder / "plan.toml")


@pytest.mark.parametrize("name", SEED)
def test_a_file_that_is_no_utf_8_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes("Kế hoạch".encode("utf-16"))
    with pytest.raises(UnusableInputError, match=f"{name}.*UTF-8"):
        load_plan(folder / "plan.toml")


def test_a_folder_is_no_plan(folder: Path) -> None:
    with pytest.raises(UnusableInputError):
        load_plan(folder)


def test_a_fault_is_told_with_the_name_of_the_file(folder: Path) -> None:
    path = folder / "plan.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('kind = "count"', 'kind = "number"'), encoding="utf-8")
    with pytest.raises(PlanError, match=r"plan\.toml.*chỉ tiêu 2, mã NS2.*number"):
        load_plan(path)


def test_a_text_that_was_changed_is_found(folder: Path) -> None:
    path = folder / "ke_hoach.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("99%", "98%"), encoding="utf-8")
    with pytest.raises(PlanError, match="chỉ tiêu 1"):
        load_plan(folder / "plan.toml")


def test_no_unit_may_take_the_name_of_a_fixed_sheet(plan: Plan) -> None:
    fixed = set(sheets.markers(plan)) - {unit.sheet for unit in plan.units}
    assert set(RESERVED_SHEETS) == fixed | {sheets.PLAN}
