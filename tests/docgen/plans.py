"""The plan documents that several tests look at, and the settings they are made with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.workbook.domain.judging.samples import HERE, Past, checked
from workbook.domain.judging import assess
from workbook.domain.periods import Period
from workbook.domain.plan import Kind, Plan
from workbook.domain.results import Assessment
from workbook.domain.settings import Settings
from workbook.domain.validation import check
from workbook.filling import new_register
from workbook.plans import apply_profile, default_plan, load_plan

DATA = Path(__file__).parent.parent.parent / "workbook" / "data" / "ngo_may"
OTHER = Path(__file__).parent.parent / "data" / "other_plan"
YEAR = 2026
# As long as anybody could have to write them.
LONG_NAME = "Xã Nguyễn Thị Minh Khai và các xã, phường lân cận đã sáp nhập năm 2025"


def settings_of(plan: Plan, year: int = YEAR) -> Settings:
    """Return the settings of a new sổ: the plan's own defaults."""
    return check(new_register(plan, year)).settings


@cache
def under(profile: str) -> Plan:
    """Return the product's plan under a profile."""
    return apply_profile(default_plan(), profile)


@cache
def other_plan() -> Plan:
    """Return the plan of nowhere, of another type and numbering."""
    return load_plan(OTHER / "plan.toml")


def long_settings(settings: Settings) -> Settings:
    """Return settings with every name and list as long as Cấu hình lets them be."""
    return replace(
        settings,
        superior="ỦY BAN NHÂN DÂN TỈNH GIA LAI",
        issuer=("ỦY BAN NHÂN DÂN", "XÃ NGUYỄN THỊ MINH KHAI", "VÀ CÁC XÃ LÂN CẬN"),
        body_name=f"Ủy ban nhân dân {LONG_NAME}",
        unit_name=LONG_NAME,
        place="Xã Nguyễn Thị Minh Khai",
        number_suffix="UBND-VHXH",
        plan_recipients=(*(f"{n}. {LONG_NAME}" for n in range(1, 10)), "Lưu: VT, VHXH"),
        signature=("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI",
                   "KIÊM TRƯỞNG BAN BẢO VỆ TRẺ EM", "(đã ký)"),
        signer="Nguyễn Hoàng Thị Phương Thảo Nguyên",
    )  # fmt: skip


def judged(
    typed: Mapping[tuple[str, str], str],
    settings: Settings | None = None,
    past: Iterable[Past] = (),
) -> Assessment:
    """Judge the product's plan in 2026 with these figures, nothing else typed."""
    plan = default_plan()
    chosen = replace(settings or settings_of(plan), area=HERE)
    return assess(checked(plan, typed, past, chosen=chosen), Period(YEAR))


def all_reached() -> Assessment:
    """Every measure of the plan at its best."""
    best = {
        Kind.YES_NO: {True: "có", False: "có"},
        Kind.COUNT: {True: "9", False: "0"},
        Kind.PERCENTAGE: {True: "1000/1000", False: "0/1000"},
        Kind.RATE: {True: "1000/1000", False: "0/1000"},
    }
    return judged(
        {
            (one.id, str(YEAR)): best[one.kind][one.milestones[0].rule.higher_is_better]
            for one in default_plan().measures.values()
        },
        # The one measure that the plan compares with the past.
        past=[Past("CT10a", "2022", "5/2000")],
    )


def nothing_typed() -> Assessment:
    """A new sổ: every cell is blank."""
    return judged({})


def with_long_names() -> Assessment:
    """Every name as long as it could be, and a target missed by every measure."""
    plan = default_plan()
    worst = {Kind.YES_NO: "không", Kind.COUNT: "12"}
    typed = {
        (one.id, str(YEAR)): worst.get(
            one.kind, "1/98765" if one.milestones[0].rule.higher_is_better else "98764/98765"
        )
        for one in plan.measures.values()
    }
    return judged(typed, long_settings(settings_of(plan)))
