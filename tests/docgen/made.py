"""Assessments made by hand: a small plan of nowhere, each figure chosen for its test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from workbook.domain.findings import Finding, Severity
from workbook.domain.periods import Period
from workbook.domain.plan import (
    FundingSource,
    Goal,
    Indicator,
    Kind,
    Measure,
    Milestone,
    Nature,
    Plan,
    ResponsibleUnit,
    Rule,
    Section,
    Task,
)
from workbook.domain.register import FundingResult, Observation, TaskResult
from workbook.domain.results import Assessment, MeasureResult, Trend, Verdict
from workbook.domain.settings import Interim, Settings
from workbook.domain.statuses import Status, worst

YEAR = Period(2026)
HALF = Period(2026, half=True)
AREA = "phường Bến Đò"

SETTINGS = Settings(
    superior="",
    issuer=("ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN ĐÒ"),
    body_name="Ủy ban nhân dân phường Bến Đò",
    unit_name="phường Bến Đò",
    area=AREA,
    programme="Chương trình sân chơi giai đoạn 2023-2030",
    place="Bến Đò",
    number_suffix="UBND",
    addressees=("Ủy ban nhân dân thành phố",),
    legal_basis=("Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2023;",),
    recipients=("Như trên", "Hội đồng nhân dân phường", "Lưu: VT"),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Trần Thị Bình",
    interim=Interim.STRAIGHT,
    baseline_year=None,
    schools=(),
    emails=(),
    windows={},
)


def measure(identifier: str, indicator: int, name: str, **changed: object) -> Measure:
    """A percentage with milestones 80 and 90, changed where a test needs it."""
    made = Measure(
        id=identifier,
        indicator=indicator,
        name=name,
        quote=name,
        kind=Kind.PERCENTAGE,
        factor=100,
        measure_unit="%",
        milestones=(
            Milestone(2025, Rule.AT_LEAST, Fraction(80)),
            Milestone(2030, Rule.AT_LEAST, Fraction(90)),
        ),
        nature=Nature.STOCK,
        responsible_unit="A",
        assigned_by="V.1",
        noun="trẻ",
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # any field, by name


MEASURES = (
    measure("M1", 1, "Tỷ lệ trẻ em có sân chơi"),
    measure("M2a", 2, "Tỷ lệ trẻ em biết bơi"),
    measure(
        "M2b",
        2,
        "Số trẻ em đuối nước",
        kind=Kind.COUNT,
        factor=1,
        measure_unit="trường hợp",
        noun="trường hợp",
        milestones=(Milestone(2025, Rule.ZERO), Milestone(2030, Rule.ZERO)),
        nature=Nature.EVENT,
        keep=True,
        hide_headroom=True,
        responsible_unit="B",
        assigned_by="default",
    ),
    measure("M3", 3, "Tỷ lệ trẻ em được đọc sách", responsible_unit="B", assigned_by="V.2"),
)


def plan(measures: Sequence[Measure] = MEASURES, **changed: object) -> Plan:
    """A plan with two goals, two units, three tasks and two sources of money."""
    numbers = dict.fromkeys(one.indicator for one in measures)
    indicators = tuple(
        Indicator(
            number,
            1 if number < 3 else 2,
            f"I.2, chỉ tiêu {number}",
            "",
            tuple(one for one in measures if one.indicator == number),
        )
        for number in numbers
    )
    nothing = Section("", "", ())
    made = Plan(
        id="ben-do", document_type="KẾ HOẠCH", title=("Thực hiện Chương trình sân chơi",),
        start_year=2023, end_year=2030, text_file="", opening=(), general_goal=nothing,
        specific_goals_heading="",
        goals=(Goal(1, "Về sân chơi", "I.2.1"), Goal(2, "Về đọc sách", "I.2.2")),
        indicators=indicators, scope=(), solutions=(), funding_heading="",
        funding=(FundingSource("NS", "Ngân sách nhà nước", "IV.1"),
                 FundingSource("XH", "Huy động xã hội", "IV.2")),
        units=(
            ResponsibleUnit("A", "Tổ phụ trách thể thao", "Thể thao", "V.1",
                            (Task("A1", "Mở lớp bơi."), Task("A2", "Sửa sân chơi."))),
            ResponsibleUnit("B", "Thư viện phường", "Thư viện", "V.2",
                            (Task("B1", "Tổ chức ngày đọc sách."),)),
        ),
        closing="", recipients=("Hội đồng nhân dân phường", "Lưu: VT"), signature=(), signer="",
        legal_basis=(), relations=(), windows={}, settings={},
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]  # any field, by name


def worded_plan() -> Plan:
    """The small plan with the sentences that a plan document prints."""
    return plan(
        general_goal=Section("I.1", "Mục tiêu chung", ("Mọi trẻ em có chỗ chơi an toàn.",)),
        solutions=(Section("III.1", "Mở lớp bơi.", ()), Section("III.2", "Mua sách", ())),
    )


def result(one: Measure, status: Status = Status.NO_DATA, **changed: object) -> MeasureResult:
    """A result without figures, changed where a test needs it."""
    made = MeasureResult(
        measure=one,
        period=YEAR,
        verdict=Verdict(status, status.label, next=one.milestones[-1]),
        observation=None,
        baseline=None,
        value=None,
        shown="",
        decimals=1,
        gap_next=None,
        gap_required=None,
        interval=None,
        note=None,
        trend=Trend(),
        explanation=f"Năm 2026, {status.label.lower()}.",
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # any field, by name


def counted(
    one: Measure, status: Status, numerator: int, denominator: int, shown: str, **changed: object
) -> MeasureResult:
    """A result of typed counts."""
    typed = Observation(one.id, YEAR, AREA, numerator=numerator, denominator=denominator)
    fields: dict[str, object] = {
        "observation": typed,
        "value": Fraction(numerator * one.factor, denominator),
        "shown": shown,
        "explanation": f"Năm 2026, kết quả {numerator}/{denominator} ({shown}).",
    }
    return result(one, status, **(fields | changed))


def results() -> tuple[MeasureResult, ...]:
    """One achieved, one slow, one count of zero, one without figures."""
    first, second, third, fourth = MEASURES
    slow = Verdict(
        Status.SLOW, Status.SLOW.label, next=second.milestones[-1], required=Fraction(82)
    )
    return (
        counted(first, Status.ACHIEVED, 190, 200, "95,0%", gap_required=-26, gap_next=-10),
        counted(second, Status.SLOW, 81, 100, "81,0%", verdict=slow, gap_required=1, gap_next=9,
                note="Số liệu nhỏ (81/100)"),
        result(third, Status.ACHIEVED, shown="0 trường hợp", gap_required=0, gap_next=0,
               observation=Observation(third.id, YEAR, AREA, amount=0)),
        result(fourth),
    )  # fmt: skip


def assessment(
    made: Iterable[MeasureResult] | None = None,
    *,
    period: Period = YEAR,
    of: Plan | None = None,
    settings: Settings = SETTINGS,
    tasks: Mapping[str, TaskResult] | None = None,
    funding: Mapping[str, FundingResult] | None = None,
    findings: tuple[Finding, ...] = (),
    sample: bool = False,
) -> Assessment:
    """A judged period; the default is `results()` of the small plan."""
    rows = tuple(results() if made is None else made)
    base = plan([one.measure for one in rows]) if of is None else of
    statuses = {one.measure.id: one.status for one in rows}
    return Assessment(
        plan=base,
        period=period,
        settings=settings,
        results=rows,
        indicators={
            one.number: worst([statuses[part.id] for part in one.measures])
            for one in base.indicators
        },
        tasks=tasks or {},
        funding=funding or {},
        findings=findings,
        sample=sample,
    )


def fault() -> Finding:
    """A finding that blocks a final report."""
    return Finding("X1", Severity.ERROR, YEAR, "Thư viện", "H9", "M3", "Ô H9: số âm.")
