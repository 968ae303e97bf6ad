from __future__ import annotations

import dataclasses
import json
from dataclasses import replace

import pytest

from docgen.word.charts.data import Chart
from tests.docgen import made
from tests.docgen.written import report_context
from workbook.domain.findings import Finding, Severity
from workbook.domain.settings import Settings


def test_the_context_is_plain_texts_charts_lists_and_dicts() -> None:
    def check(value: object) -> None:
        if isinstance(value, dict):
            assert all(isinstance(key, str) and key.isascii() for key in value)
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                check(one)
        else:
            assert isinstance(value, str | Chart)

    check(dict(report_context(made.assessment(sample=True), draft=True)))


# Settings that say how figures are judged or sent, or that only a Kế hoạch prints.
NOT_PRINTED = {
    "area", "interim", "baseline_year", "schools", "emails", "windows", "output_folder",
    "plan_recipients", "wording",
}  # fmt: skip


@pytest.mark.parametrize(
    "name", [one.name for one in dataclasses.fields(Settings) if one.name not in NOT_PRINTED]
)
def test_every_setting_of_names_and_paper_reaches_the_report(name: str) -> None:
    changed: object = "Xyz" if isinstance(getattr(made.SETTINGS, name), str) else ("Xyz", "Uvw")
    settings = replace(made.SETTINGS, **{name: changed})  # type: ignore[arg-type]  # by name
    printed = json.dumps(
        report_context(made.assessment(settings=settings), draft=False),
        ensure_ascii=False,
        default=str,
    )
    for word in (changed,) if isinstance(changed, str) else ("Xyz", "Uvw"):
        assert str(word) in printed


def addressed(*addressees: str, recipients: tuple[str, ...] = ()) -> dict[str, object]:
    settings = replace(made.SETTINGS, addressees=addressees, recipients=recipients)
    return dict(report_context(made.assessment(settings=settings), draft=False))


def test_one_addressee_stands_on_the_line_several_below_it() -> None:
    one = addressed("Sở Y tế;")
    assert (one["kinh_gui"], one["kinh_gui_nhieu"]) == ("Sở Y tế", [])
    two = addressed("Sở Y tế", "Sở Nội vụ.")
    assert (two["kinh_gui"], two["kinh_gui_nhieu"]) == ("", ["Sở Y tế;", "Sở Nội vụ."])


def test_recipients_begin_with_the_addressees_and_end_with_a_full_stop() -> None:
    made_up = addressed("Sở Y tế", recipients=("- Như trên;", "- Đảng ủy;", "Lưu: VT."))
    assert made_up["noi_nhan"] == ["Như trên;", "Đảng ủy;", "Lưu: VT."]
    assert addressed(recipients=("Lưu: VT",))["noi_nhan"] == ["Lưu: VT."]


def test_the_legal_basis_is_joined_without_its_own_marks() -> None:
    settings = replace(made.SETTINGS, legal_basis=("Kế hoạch A;", "Kế hoạch B."))
    context = report_context(made.assessment(settings=settings), draft=False)
    assert context["can_cu"] == "Kế hoạch A; Kế hoạch B"


def test_faults_are_listed_in_a_draft_only() -> None:
    fault = Finding("X", Severity.ERROR, made.YEAR, "Thư viện", "H9", None, "Số âm.")
    judged = made.assessment(findings=(fault,))
    assert report_context(judged, draft=True)["cac_loi"] == [
        {"stt": "1", "noi": "Thư viện, ô H9", "noi_dung": "Số âm."}
    ]
    assert report_context(judged, draft=False)["cac_loi"] == []
