"""Every rule finds the one thing that is wrong in an otherwise good document."""

from __future__ import annotations

import pytest

from docgen.form_check.rules.catalogue_vi import KINDS
from docgen.shared import decree
from tests.docgen.form_check import cases_limits
from tests.docgen.form_check.cases import Case, say
from tests.docgen.form_check.cases_body import CASES as BODY
from tests.docgen.form_check.cases_body import GOOD as ALLOWED
from tests.docgen.form_check.cases_heading import CASES as HEADING
from tests.docgen.form_check.cases_limits import CODES, SIZES, sized
from tests.docgen.form_check.cases_traces import CASES as TRACES
from tests.docgen.form_check.cases_traces import GOOD as GOOD_PAGES
from tests.docgen.form_check.draft import Draft, Edit
from tests.docgen.form_check.drafts import BASES, all_codes, codes
from workbook.domain.findings import Severity

CASES = [*HEADING, *BODY, *TRACES, *cases_limits.CASES]
GOOD = [*ALLOWED, *GOOD_PAGES, *cases_limits.GOOD]


def _found(base: str, *edits: Edit) -> set[str]:
    draft = Draft(BASES[base]())
    for edit in edits:
        edit(draft)
    return set(all_codes(draft.bytes()))


@pytest.mark.parametrize("base", BASES)
def test_a_good_document_has_no_finding(base: str) -> None:
    assert codes(BASES[base]()) == []


@pytest.mark.parametrize("base", BASES)
def test_taking_a_document_apart_changes_nothing(base: str) -> None:
    assert codes(Draft(BASES[base]()).bytes()) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_fault_is_found_by_its_code_and_no_other(case: Case) -> None:
    draft = Draft(BASES[case.base]())
    for edit in case.edits:
        edit(draft)
    hint = KINDS[case.code].severity is Severity.NOTICE
    assert (all_codes if hint else codes)(draft.bytes()) == [case.code]


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.what)
def test_what_the_decree_allows_is_no_fault(case: Case) -> None:
    draft = Draft(BASES[case.base]())
    for edit in case.edits:
        edit(draft)
    assert codes(draft.bytes()) == []


@pytest.mark.parametrize(("code", "base", "start", "low", "high"), SIZES)
def test_a_size_is_right_at_both_ends_of_its_range_and_wrong_half_a_point_outside(
    code: str, base: str, start: str, low: float, high: float
) -> None:
    for points in (low, high):
        assert f"{code}03" not in _found(base, *sized(code, start, points))
    for points in (low - 0.5, high + 0.5):
        assert f"{code}03" in _found(base, *sized(code, start, points))


def test_the_types_of_documents_have_the_codes_of_the_decree() -> None:
    assert decree.TYPE_CODES == CODES


@pytest.mark.parametrize("kind", CODES)
def test_a_document_of_any_type_is_numbered_by_its_own_code_alone(kind: str) -> None:
    other = "BC" if CODES[kind] != "BC" else "KH"
    titled = say("KẾ HOẠCH", kind)
    right = _found("kế hoạch", titled, say("/KH-UBND", f"/{CODES[kind]}-UBND"))
    wrong = _found("kế hoạch", titled, say("/KH-UBND", f"/{other}-UBND"))
    assert not {code for code in right if code.startswith(("SO", "TL"))}
    assert "SO13" in wrong


def test_every_code_of_the_catalogue_has_a_case() -> None:
    assert {case.code for case in CASES} == set(KINDS)
