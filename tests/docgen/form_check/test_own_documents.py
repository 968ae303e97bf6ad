"""What the product makes itself passes its own check."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.form_check.checking import check_package, findings_text
from docgen.form_check.opening import read_package
from docgen.plan.context import WholePlan, plan_form
from docgen.shared import decree
from tests.docgen.form_check.drafts import codes, violations
from tests.docgen.test_report import CASES
from tests.docgen.written import render_plan, render_report, render_year_plan
from workbook.domain.periods import Period
from xl_macros.actions import Judged

# Settings left blank give a document that lacks what was not set: that is true.
BARE = "bare settings"


@pytest.mark.parametrize("case", [name for name in CASES if name != BARE])
def test_a_report_of_ours_has_no_finding(case: str) -> None:
    judged, draft = CASES[case]
    assert codes(render_report(judged, draft=draft)) == []


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("draft", [False, True])
def test_the_sample_s_report_has_no_finding(judged_sample: Judged, half: bool, draft: bool) -> None:
    assessment = judged_sample.assessments[Period(2026, half=half)]
    report = check_package(read_package("x", render_report(assessment, draft=draft)))
    assert violations(report) == []
    # What the unit is to write itself is a notice, and nothing else is; all was recognised.
    assert {one.code for one in report.findings} <= {"VT06"}
    assert report.read.unrecognised == ()
    assert "không thấy điểm nào" in findings_text(report)


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_sample_s_plan_of_a_year_has_no_finding(judged_sample: Judged, year: int) -> None:
    assessment = judged_sample.assessments[Period(2026)]
    assert codes(render_year_plan(assessment, year, draft=False)) == []


def test_the_plan_itself_has_no_finding(judged_sample: Judged) -> None:
    assessment = judged_sample.assessments[Period(2026)]
    assert codes(render_plan(assessment.plan, assessment.settings)) == []


def test_settings_left_blank_are_found() -> None:
    judged, draft = CASES[BARE]
    # The only name left is the superior's, abbreviated and light.
    found = codes(render_report(judged, draft=draft))
    assert found == ["BH04", "BH02", "KG11", "DS01", "QN01", "HT01"]


@pytest.mark.parametrize("kind", decree.TYPE_CODES)
def test_a_plan_of_any_type_is_numbered_by_the_decree_s_code(
    kind: str, judged_sample: Judged
) -> None:
    assessment = judged_sample.assessments[Period(2026)]
    plan = replace(assessment.plan, document_type=kind)
    form = plan_form(WholePlan(plan, assessment.settings), draft=False)
    code, _, agency = form["so_ky_hieu"].partition("-")
    assert (code, agency) == (decree.TYPE_CODES[kind], "UBND")
