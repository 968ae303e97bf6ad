from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workbook.domain.errors import PlanError, UnusableInputError
from workbook.domain.plan import Plan
from workbook.domain.plan_file import parse_plan
from workbook.domain.validation import check
from workbook.filling import new_register
from workbook.layout import sheets
from workbook.plans import (
    RESERVED_SHEETS,
    apply_profile,
    default_plan,
    load_plan,
    profiles,
    sample_files,
)

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


@pytest.fixture(params=["an-khe", "ngo-may"])
def profile_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_product_brings_two_profiles_with_the_time_they_are_for() -> None:
    known = profiles()
    assert list(known) == ["an-khe", "ngo-may"]
    assert known["ngo-may"].valid_to == date(2025, 6, 30)
    assert known["an-khe"].valid_from == date(2025, 7, 1)


def test_a_plan_under_a_profile_has_valid_settings(plan: Plan, profile_id: str) -> None:
    carried = apply_profile(plan, profile_id)
    checked = check(new_register(carried, 2026))
    wrong = {one.code for one in checked.findings if one.sheet == sheets.SETTINGS}
    assert wrong == set()
    assert checked.settings.issuer == carried.settings["issuer"]


def test_the_first_profile_is_the_plan_as_issued(plan: Plan) -> None:
    assert replace(apply_profile(plan, "ngo-may"), profile="") == plan


def test_the_second_profile_marks_what_the_office_must_confirm(plan: Plan) -> None:
    carried = apply_profile(plan, "an-khe")
    for key in ("addressees", "legal_basis", "signer"):
        assert "đề nghị phường xác nhận" in str(carried.settings[key]), key
    readings = [one.reading for one in carried.notes[len(plan.notes) :]]
    assert len(readings) == 7
    assert sum("xác nhận" in one for one in readings) >= 5


def test_a_plan_carries_its_profile_in_its_source(plan: Plan, profile_id: str) -> None:
    carried = apply_profile(plan, profile_id)
    assert parse_plan(carried.source, None) == carried


def test_a_profile_nobody_made_is_refused_with_those_there_are(plan: Plan) -> None:
    with pytest.raises(UnusableInputError, match=r"“quy-nhon”.*an-khe, ngo-may"):
        apply_profile(plan, "quy-nhon")


def test_a_second_profile_on_the_first_is_refused(plan: Plan) -> None:
    with pytest.raises(UnusableInputError, match="an-khe"):
        apply_profile(apply_profile(plan, "an-khe"), "ngo-may")


def test_profiles_of_ones_own_plan_stand_beside_it(folder: Path) -> None:
    file = folder / "plan.toml"
    assert profiles(file) == {}
    with pytest.raises(UnusableInputError, match="không có hồ sơ nào"):
        apply_profile(load_plan(file), "an-khe", file)
    (folder / "ho_so").mkdir()
    text = '[profile]\nid = "moi"\nname = "Mới"\n[profile.settings]\nplace = "Núi Xanh"\n'
    (folder / "ho_so" / "moi.toml").write_text(text, encoding="utf-8")
    assert apply_profile(load_plan(file), "moi", file).settings["place"] == "Núi Xanh"


def test_a_profile_that_is_none_is_told_with_the_name_of_its_file(folder: Path) -> None:
    (folder / "ho_so").mkdir()
    (folder / "ho_so" / "hong.toml").write_text("[profile]\nten = 1\n", encoding="utf-8")
    with pytest.raises(PlanError, match=r"hong\.toml"):
        profiles(folder / "plan.toml")
