"""The made-up figures: they agree with one another, and show what a report can say."""

from __future__ import annotations

import csv
from pathlib import Path

from workbook.domain.findings import Severity
from workbook.domain.judging import assess
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.domain.statuses import Status
from workbook.domain.validation import check

DATA = Path(__file__).parent.parent.parent.parent / "workbook" / "data" / "ngo_may"


def sample_rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_sample_leaves_some_measures_without_figures(plan: Plan) -> None:
    typed = {row["ma"] for row in sample_rows("so_lieu_mau.csv") if row["ky"] == "2026"}
    asked = {one.id for one in plan.measures.values() if one.valid_in(2026)}
    assert asked - typed == {"CT09", "CT14", "CT22"}
    assert {one.id for one in plan.funding} <= typed


def test_the_samples_history_reaches_back_to_the_plans_first_year(plan: Plan) -> None:
    history = sample_rows("lich_su_mau.csv")
    assert {row["ky"] for row in history} == {"2022", "2023", "2024", "2025", "2025-H1"}
    assert {row["dia_ban"] for row in history} == {plan.settings["area"]}
    rates = [row for row in history if row["ghi_chu"] == "chỉ có tỷ lệ"]
    assert rates
    assert all(row["gia_tri"] and not row["tu_so"] for row in rates)


def test_nothing_in_the_sample_blocks_a_report(sample: Register) -> None:
    findings = check(sample).findings
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    assert {one.severity for one in findings} == {Severity.WARNING, Severity.NOTICE}


def test_the_sample_shows_most_of_what_a_year_can_bring(sample: Register) -> None:
    results = assess(check(sample), Period(2026)).results
    found = {one.status for one in results}
    assert found >= {
        Status.MISSED, Status.BELOW, Status.VERY_SLOW, Status.SLOW, Status.NO_DATA,
        Status.ON_TRACK, Status.ACHIEVED, Status.NOTHING_OCCURRED, Status.NOT_DUE,
    }  # fmt: skip
    well = [one for one in results if one.status in (Status.ACHIEVED, Status.ON_TRACK)]
    lagging = [one for one in results if one.status.is_lagging]
    assert len(well) > len(results) / 2
    assert 5 <= len(lagging) <= 9
    assert next(one for one in results if one.measure.id == "CT10a").baseline is not None
