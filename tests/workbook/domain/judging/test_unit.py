"""An assessment narrowed to one unit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.docgen import made
from workbook.domain.findings import Finding, Severity
from workbook.domain.judging.unit import of_unit, sheets_as_read, sheets_of, unit_to_mend
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.domain.statuses import Status
from xl_macros.actions import Judged

YEAR = Period(2026)


def finding(sheet: str, measure: str | None = None) -> Finding:
    return Finding("X1", Severity.ERROR, None, sheet, "H9", measure, "Số âm.")


def test_the_units_share_out_the_whole_period(judged_sample: Judged) -> None:
    whole = judged_sample.assessments[YEAR]
    parts = [of_unit(whole, unit.id) for unit in whole.plan.units]
    shared = [result for part in parts for result in part.results]
    assert sorted(r.measure.id for r in shared) == sorted(r.measure.id for r in whole.results)
    assert {key for part in parts for key in part.tasks} == set(whole.tasks)
    assert sum(len(part.lagging) for part in parts) == len(whole.lagging)
    assert sum(len(part.without_figures) for part in parts) == len(whole.without_figures)


def test_a_unit_keeps_its_own_measures_tasks_and_no_money() -> None:
    part = of_unit(made.assessment(), "B")
    assert [result.measure.id for result in part.results] == ["M2b", "M3"]
    assert [unit.id for unit in part.plan.units] == ["B"]
    assert (part.plan.funding, dict(part.funding)) == ((), {})


def test_an_indicator_is_as_good_as_the_measures_of_the_unit() -> None:
    whole = made.assessment()
    assert whole.indicators[2] is Status.SLOW  # its other measure is another unit's
    assert dict(of_unit(whole, "B").indicators) == {2: Status.ACHIEVED, 3: Status.NO_DATA}


def test_the_plan_keeps_its_indicators_whole() -> None:
    whole = made.assessment()
    assert of_unit(whole, "B").plan.indicators == whole.plan.indicators


def test_a_unit_of_another_plan_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        of_unit(made.assessment(), "nobody")


@pytest.mark.parametrize(
    ("fault", "owner"),
    [
        (finding("Thư viện", "M1"), "A"),  # the measure decides, wherever its row stands
        (finding("Lịch sử", "M3"), "B"),
        (finding("Thư viện"), "B"),
        (finding("Thư viện (2)"), "B"),  # a copy that somebody has to clear up
        (finding("Sách"), "B"),  # what its sheet is called in the sổ
        (finding("Cấu hình"), None),
        (finding("Thư viện cũ"), None),
    ],
)
def test_a_fault_is_mended_by_the_unit_of_its_measure_else_of_its_sheet(
    fault: Finding, owner: str | None
) -> None:
    plan = made.plan()
    assert unit_to_mend(plan, fault, {**sheets_of(plan), "Sách": "B"}) == owner


def test_only_the_faults_of_the_unit_are_left() -> None:
    faults = (finding("Thư viện"), finding("Thể thao"), finding("Cấu hình"), finding("", "M3"))
    whole = made.assessment(findings=faults)
    assert of_unit(whole, "B").findings == (faults[0], faults[3])
    assert of_unit(whole, "A").findings == (faults[1],)


def test_a_renamed_sheet_is_known_by_what_was_read_from_it(sample: Register, plan: Plan) -> None:
    unit = next(one for one in plan.units if any(plan.measures_of(one.id)))
    ids = {measure.id for measure in plan.measures_of(unit.id)}
    renamed = replace(
        sample,
        entries=tuple(
            replace(one, source=replace(one.source, sheet="Trang mới"))
            if one.measure_id in ids
            else one
            for one in sample.entries
        ),
    )
    assert sheets_as_read(renamed)["Trang mới"] == unit.id
    assert sheets_as_read(sample) == sheets_of(plan)


@given(st.data())
def test_a_fault_has_one_owner_at_most(judged_sample: Judged, data: st.DataObject) -> None:
    plan = judged_sample.checked.register.plan
    names = [*(unit.sheet for unit in plan.units), "Cấu hình", "Lịch sử", "x"]
    one = st.builds(finding, st.sampled_from(names), st.none() | st.sampled_from([*plan.measures]))
    faults = data.draw(st.lists(one))
    whole = replace(judged_sample.assessments[YEAR], findings=tuple(faults))
    kept = [one for unit in plan.units for one in of_unit(whole, unit.id).findings]
    owned = [one for one in faults if one.measure or one.sheet in sheets_of(plan)]
    assert sorted(map(repr, kept)) == sorted(map(repr, owned))
