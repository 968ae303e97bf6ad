"""What the product makes itself passes its own check; its preset lies inside the decree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.form_check import check_package, findings_text
from docgen.form_check.opening import read_package
from docgen.form_check.rules.measuring import fits
from docgen.plan.context import numbered
from docgen.plan.document import render_plan, render_year_plan
from docgen.report.document import render_report
from docgen.shared import decree
from docgen.shared import house_style as form
from docgen.shared.decree import Component
from tests.docgen.form_check.drafts import codes
from tests.docgen.test_report import CASES
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
    assert report.violations == ()
    # What the unit is to write itself is a notice, and nothing else is; all was recognised.
    assert {one.code for one in report} <= {"VT06"}
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


STYLES = {
    "QuocHieu": Component.MOTTO,
    "TieuNgu": Component.SLOGAN,
    "CoQuanChuQuan": Component.SUPERIOR,
    "CoQuan": Component.ISSUER,
    "SoKyHieu": Component.NUMBER,
    "DiaDanh": Component.DATE,
    "TenLoai": Component.TITLE,
    "TrichYeu": Component.ABSTRACT,
    "KinhGui": Component.ADDRESSEE,
    "KinhGuiNhieu": Component.ADDRESSEE,
    "KinhGuiDong": Component.ADDRESSEE,
    "NoiDung": Component.BODY,
    "MucLaMa": Component.ROMAN,
    "Khoan": Component.CLAUSE,
    "NoiNhan": Component.RECIPIENTS,
    "NoiNhanDong": Component.RECIPIENT,
    "ChucVu": Component.AUTHORITY,
    "NguoiKy": Component.SIGNER,
    "PhuLuc": Component.ANNEX,
    "TenPhuLuc": Component.ANNEX_NAME,
    "KemTheo": Component.ATTACHED,
    "DauTrang": Component.PAGE_NUMBER,
}


@pytest.mark.parametrize("style", STYLES)
def test_a_style_of_ours_has_the_form_of_its_component(style: str) -> None:
    ours = next(one for one in form.PARAGRAPHS if one.id == style)
    asked = STYLES[style].format
    assert asked.sizes[0] <= ours.size <= asked.sizes[1]
    assert asked.bold in (None, ours.bold)
    assert asked.italic in (None, ours.italic)
    assert not asked.centred or ours.align == "center"


def test_our_page_lies_inside_the_decree_s_ranges() -> None:
    assert (form.PAGE_WIDTH_MM, form.PAGE_HEIGHT_MM) == decree.PAGE_MM
    assert form.FONT == decree.FONT
    ours = {
        "top": form.MARGIN_TOP_MM,
        "bottom": form.MARGIN_BOTTOM_MM,
        "left": form.MARGIN_LEFT_MM,
        "right": form.MARGIN_RIGHT_MM,
    }
    assert all(fits(ours[edge], asked) for edge, asked in decree.MARGINS_MM.items())


def test_our_body_stands_as_the_decree_asks() -> None:
    body = next(one for one in form.PARAGRAPHS if one.id == "NoiDung")
    assert body.align == "both"
    assert body.first in decree.INDENTS_MM
    assert body.before + body.after >= decree.PARAGRAPH_GAP_PT


@pytest.mark.parametrize("kind", decree.TYPE_CODES)
def test_a_plan_of_any_type_is_numbered_by_the_decree_s_code(
    kind: str, judged_sample: Judged
) -> None:
    assessment = judged_sample.assessments[Period(2026)]
    plan = replace(assessment.plan, document_type=kind)
    code, _, agency = numbered(plan, assessment.settings).partition("-")
    assert (code, agency) == (decree.TYPE_CODES[kind], "UBND")
