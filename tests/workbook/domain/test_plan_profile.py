"""Profiles: another office's names on the same plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbook.domain.errors import PlanError
from workbook.domain.plan_faults_vi import PlanFault, PlanFaultError
from workbook.domain.plan_file import parse_plan
from workbook.domain.plan_profile import parse_profile_file

OTHER = Path(__file__).parent.parent.parent / "data" / "other_plan"
SOURCE = (OTHER / "plan.toml").read_text(encoding="utf-8")
TEXT = (OTHER / "ke_hoach.txt").read_text(encoding="utf-8")
PROFILE = """
[profile]
id = "nui-xanh"
name = "Xã Núi Xanh"
valid_from = 2026-01-01
recipients = ["Lưu: VT, VHXH"]
notes = [{ kind = "choice", place = "Hồ sơ", original = "", reading = "Đề nghị xã xác nhận." }]

[profile.settings]
unit_name = "xã Núi Xanh"
signature = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]

[[profile.units]]
id = "BBV"
name = "Tổ công tác xã hội"
sheet = "Công tác xã hội"

[[profile.words]]
original = "xã Suối Lành"
text = "xã Núi Xanh"
"""


def test_a_profile_changes_names_and_keeps_the_rest() -> None:
    before = parse_plan(SOURCE, TEXT)
    plan = parse_plan(f"{SOURCE}\n{PROFILE}", TEXT)
    assert plan.profile == "nui-xanh"
    assert plan.title == ("Vì trẻ em xã Núi Xanh giai đoạn 2025-2028",)
    assert plan.settings["unit_name"] == "xã Núi Xanh"
    assert plan.settings["place"] == before.settings["place"]
    assert plan.recipients == ("Lưu: VT, VHXH",)
    assert [(one.name, one.sheet) for one in plan.units] == [
        ("Tổ công tác xã hội", "Công tác xã hội"),
        ("Trường Tiểu học Suối Lành", "Tiểu học Suối Lành"),
    ]
    assert [one.reading for one in plan.notes][-1] == "Đề nghị xã xác nhận."
    assert plan.measures == before.measures


def test_the_plan_itself_is_still_held_against_its_own_text() -> None:
    with pytest.raises(PlanError, match="nguyên văn"):
        parse_plan(f"{SOURCE}\n{PROFILE}", TEXT.replace("Suối Lành", "Suối Khô"))


def test_a_file_of_its_own_is_read_alike() -> None:
    profile = parse_profile_file(PROFILE)
    assert (profile.id, profile.valid_from, profile.valid_to) == (
        "nui-xanh", date(2026, 1, 1), None,
    )  # fmt: skip
    assert dict(profile.words) == {"xã Suối Lành": "xã Núi Xanh"}


@pytest.mark.parametrize(
    ("old", "new", "fault", "place"),
    [
        ('id = "BBV"', 'id = "XYZ"', PlanFault.UNKNOWN_REFERENCE, "hồ sơ, đơn vị XYZ"),
        ('original = "xã Suối Lành"', 'original = "xã Suối Khô"', PlanFault.WORDS_NOT_FOUND,
         "hồ sơ, lời thay thứ 1"),
        ('sheet = "Công tác xã hội"', 'sheet = "Tiểu học Suối Lành"', PlanFault.SHEET_NAME,
         "đơn vị TSL"),
        ('name = "Tổ công tác xã hội"', 'name = "Trường Tiểu học Suối Lành"', PlanFault.DUPLICATE,
         "đơn vị TSL"),
        ("valid_from = 2026-01-01", 'valid_from = "2026"', PlanFault.WRONG_TYPE, "[profile]"),
        ("valid_from = 2026-01-01", "valid_from = 2026-01-01T00:00:00", PlanFault.WRONG_TYPE,
         "[profile]"),
        ("unit_name =", "ten_don_vi =", PlanFault.UNKNOWN_KEY, "[profile.settings]"),
        ('unit_name = "xã Núi Xanh"', 'unit_name = " "', PlanFault.BLANK, "[profile.settings]"),
        ('unit_name = "xã Núi Xanh"', 'interim = "x"', PlanFault.UNKNOWN_CHOICE, "[profile.settin"),
        ('recipients = ["Lưu: VT, VHXH"]', "recipients = []", PlanFault.BLANK, "[profile]"),
        ('name = "Xã Núi Xanh"', "", PlanFault.MISSING_KEY, "[profile]"),
    ],
)  # fmt: skip
def test_a_profile_that_does_not_fit_is_refused_with_its_place(
    old: str, new: str, fault: PlanFault, place: str
) -> None:
    assert old in PROFILE
    with pytest.raises(PlanFaultError) as caught:
        parse_plan(f"{SOURCE}\n{PROFILE.replace(old, new)}", None)
    assert caught.value.fault is fault
    assert place in caught.value.place


@pytest.mark.parametrize("array", ["units", "words"])
def test_one_thing_renamed_twice_is_refused(array: str) -> None:
    block = PROFILE[PROFILE.index(f"[[profile.{array}]]") :].split("\n\n")[0]
    with pytest.raises(PlanFaultError) as caught:
        parse_profile_file(f"{PROFILE}\n{block}\n")
    assert caught.value.fault is PlanFault.DUPLICATE


def test_words_renamed_under_a_profile_cannot_bring_two_units_to_one_name() -> None:
    first, last = 'original = "Ban Bảo vệ trẻ em xã"', 'text = "Trường Tiểu học Suối Lành"'
    words = f"[[profile.words]]\n{first}\n{last}\n"
    profile = PROFILE[: PROFILE.index("[[profile.units]]")] + words
    with pytest.raises(PlanFaultError) as caught:
        parse_plan(f"{SOURCE}\n{profile}", None)
    assert caught.value.fault is PlanFault.DUPLICATE
