"""Every rule finds the one thing that is wrong in an otherwise good document."""

from __future__ import annotations

import pytest

from docgen.form_check.rules.catalogue_vi import KINDS
from tests.docgen.form_check.cases import Case
from tests.docgen.form_check.cases_body import CASES as BODY
from tests.docgen.form_check.cases_body import GOOD
from tests.docgen.form_check.cases_heading import CASES as HEADING
from tests.docgen.form_check.cases_traces import CASES as TRACES
from tests.docgen.form_check.draft import Draft
from tests.docgen.form_check.drafts import BASES, all_codes, codes
from workbook.domain.findings import Severity

CASES = [*HEADING, *BODY, *TRACES]


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


def test_every_code_of_the_catalogue_has_a_case() -> None:
    assert {case.code for case in CASES} == set(KINDS)
