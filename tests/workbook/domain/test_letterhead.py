"""How a unit's own documents are headed: read from the plan, nothing made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.docgen.made import SETTINGS
from workbook.domain.letterhead import UNTOLD, Letterhead, named_letterhead
from workbook.domain.plan import Plan
from workbook.domain.plan_faults_vi import PlanFault, PlanFaultError
from workbook.domain.plan_file import parse_plan
from workbook.plans import apply_profile

OTHER = Path(__file__).parent.parent.parent / "data" / "other_plan" / "plan.toml"
SOURCE = OTHER.read_text(encoding="utf-8")
(LINE,) = (line for line in SOURCE.splitlines() if line.startswith("letterhead"))


def headed(letterhead: str) -> Letterhead:
    """The letterhead of the other plan's first unit, written otherwise."""
    return parse_plan(SOURCE.replace(LINE, letterhead), None).units[0].letterhead


def test_what_is_told_is_read_and_what_is_left_out_is_not_told() -> None:
    told, untold = (unit.letterhead for unit in parse_plan(SOURCE, None).units)
    assert told == Letterhead(
        superior="UBND {unit_name}",
        issuer=("Ban Bảo vệ", "trẻ em xã"),
        number_suffix="BBVTE",
        signature=("Trưởng ban",),
        signer="Lê Thị Thử",
    )
    assert untold == UNTOLD


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", UNTOLD),
        ("letterhead = {}", UNTOLD),
        ('letterhead = { superior = "" }', Letterhead(superior="")),
        ("letterhead = { issuer = [] }", Letterhead(issuer=())),
    ],
)
def test_having_none_is_told_apart_from_not_being_told(line: str, wanted: Letterhead) -> None:
    assert headed(line) == wanted


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('letterhead = "UBND"', PlanFault.WRONG_TYPE),
        ('letterhead = { issuer = "Ban" }', PlanFault.WRONG_TYPE),
        ('letterhead = { issuer = [""] }', PlanFault.BLANK),
        ("letterhead = { signature = [] }", PlanFault.BLANK),
        ('letterhead = { number_suffix = "" }', PlanFault.BLANK),
        ('letterhead = { nguoi_ky = "Lê" }', PlanFault.UNKNOWN_KEY),
        ('letterhead = { superior = "UBND {unit}" }', PlanFault.NO_SUCH_NAME),
        ('letterhead = { issuer = ["Ban", "{signature}"] }', PlanFault.NO_SUCH_NAME),
    ],
)
def test_a_letterhead_that_does_not_fit_is_refused_with_its_place(
    line: str, fault: PlanFault
) -> None:
    with pytest.raises(PlanFaultError) as caught:
        headed(line)
    assert caught.value.fault is fault
    assert "đơn vị BBV" in caught.value.place


def test_names_are_those_of_the_settings() -> None:
    asked = Letterhead(
        "UBND {unit_name}", ("Trạm", "{unit_name}"), "A", ("{body_name}",), "{place}"
    )
    settings = replace(SETTINGS, unit_name="phường X", body_name="Ủy ban Y", place="Z")
    assert named_letterhead(asked, settings) == Letterhead(
        "UBND phường X", ("Trạm", "phường X"), "A", ("Ủy ban Y",), "Z"
    )
    assert named_letterhead(UNTOLD, settings) == UNTOLD


def test_a_unit_renamed_by_a_profile_has_no_letterhead_of_the_old_body(plan: Plan) -> None:
    changed = apply_profile(plan, "an-khe")
    renamed = [new for old, new in zip(plan.units, changed.units, strict=True)
               if old.name != new.name and old.letterhead.issuer]  # fmt: skip
    assert renamed
    for unit in renamed:
        issuer = " ".join(unit.letterhead.issuer or ())
        # The name as the profile has it, without the remark in brackets.
        assert unit.name.startswith(issuer)
        assert unit.letterhead.signature == ()
    kept = {one.id: one.letterhead for one in plan.units} | {
        one.id: one.letterhead for one in renamed
    }
    assert {one.id: one.letterhead for one in changed.units} == kept
