"""The Kế hoạch for a year as a document: what is refused, marks, names, form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.documents import YEAR_PLAN
from docgen.form_check.checking import check_form
from docgen.year_plan.context import YearPlan
from tests.docgen import made, plans, reading
from tests.docgen.every_document import sample
from tests.docgen.form_check.drafts import violations
from tests.docgen.written import render_year_plan
from tests.docgen.year_plans import NEXT, THIS, of_sample
from tests.validator import Office, needs_validator, validate
from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Period
from xl_macros.actions import Judged


@pytest.mark.parametrize("year", [THIS - 1, NEXT + 1, 2031])
def test_a_year_the_sheet_knows_nothing_of_is_refused(year: int) -> None:
    assessment = sample()
    with pytest.raises(UnusableInputError, match=rf"kế hoạch năm {year} .*2026 hoặc 2027"):
        render_year_plan(assessment, year, draft=False)


def test_no_year_after_the_plans_end_can_be_planned() -> None:
    last = made.assessment(period=Period(2030))
    with pytest.raises(UnusableInputError, match="năm lập được: 2030"):
        render_year_plan(last, 2031, draft=False)


def test_half_a_year_is_no_ground_for_a_plan(judged_sample: Judged) -> None:
    half = judged_sample.assessments[Period(THIS, half=True)]
    with pytest.raises(ValueError, match="half"):
        render_year_plan(half, NEXT, draft=False)


def test_a_draft_is_marked_on_every_page_and_lists_its_faults() -> None:
    judged = made.assessment(findings=(made.fault(),))
    draft = render_year_plan(judged, NEXT, draft=True)
    assert reading.headers(draft) == ["DỰ THẢO"] * 2
    assert "chưa dùng làm kế hoạch chính thức, còn 01 lỗi" in reading.text(draft)
    assert "Ô H9: số âm." in reading.text(draft)
    final = render_year_plan(judged, NEXT, draft=False)
    assert reading.headers(final) == [""] * 2
    assert "DỰ THẢO" not in reading.text(final)


def test_made_up_figures_are_stamped_on_every_page() -> None:
    next_year = of_sample(NEXT)
    assert reading.headers(next_year) == ["SỐ LIỆU MẪU"] * 2
    assert "giả định, không dùng để lập kế hoạch" in reading.text(next_year)


def test_the_plans_slips_do_not_pass_into_a_new_document() -> None:
    next_year = of_sample(NEXT)
    text = reading.text(next_year)
    for slip in ("đề thực hiện", "nâng cáo", "Sở y tế", "UBND phương", "2021-2030", "Đảng uỷ"):
        assert slip not in text
    assert "Như trên" not in text


@pytest.mark.parametrize(
    ("profile", "foreign"),
    [
        ("ngo-may", ("phường An Khê", "PHƯỜNG AN KHÊ")),
        ("an-khe", ("Ngô Mây", "NGÔ MÂY", "thị xã", "Công chức", "Nguyễn Ngọc Lai")),
    ],
)
def test_a_profiles_plan_names_its_office_and_not_the_other(
    profile: str, foreign: tuple[str, ...]
) -> None:
    plan = plans.under(profile)
    judged = replace(plans.nothing_typed(), plan=plan, settings=plans.settings_of(plan))
    text = reading.text(render_year_plan(judged, NEXT, draft=False))
    assert str(plan.settings["unit_name"]) in text
    assert [name for name in foreign if name in text] == []


def test_the_file_name_says_year_draft_and_sample() -> None:
    assessment = sample()
    assert YEAR_PLAN.file_name(YearPlan(made.assessment(), 2027), draft=False) == (
        "Ke_hoach_nam_2027.docx"
    )
    assert YEAR_PLAN.file_name(YearPlan(assessment, 2027), draft=True) == (
        "Du_thao_Ke_hoach_nam_2027_so_lieu_mau.docx"
    )


# The plan for the next year is among the documents of test_every_document.
CASES = {
    "this year": (sample(), THIS, False),
    "draft": (made.assessment(findings=(made.fault(),)), NEXT, True),
}


@pytest.mark.parametrize("case", CASES)
def test_the_form_has_no_fault(case: str, tmp_path: Path) -> None:
    judged, year, draft = CASES[case]
    path = tmp_path / "ke_hoach_nam.docx"
    path.write_bytes(render_year_plan(judged, year, draft=draft))
    assert [one.message for one in violations(check_form(path))] == []


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
@pytest.mark.parametrize("case", CASES)
def test_office_finds_no_fault(case: str, office: Office, tmp_path: Path) -> None:
    judged, year, draft = CASES[case]
    path = tmp_path / "ke_hoach_nam.docx"
    path.write_bytes(render_year_plan(judged, year, draft=draft))
    assert validate(path, office) == []
