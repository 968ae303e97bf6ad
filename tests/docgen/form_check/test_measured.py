"""The measure of the form checker: correct documents by several writers, clerks' mistakes."""

from __future__ import annotations

from collections import Counter

import pytest

from docgen.form_check.checking import check_package
from docgen.form_check.opening import read_package
from tests.docgen.form_check.draft import Draft
from tests.docgen.form_check.drafts import all_codes, violations, written
from tests.docgen.form_check.mistakes import MISSED, MISTAKES, Mistake
from tests.docgen.form_check.texts import TEXTS
from tests.docgen.form_check.writers import WRITERS

# What a writer of a correct document may be reminded of: it looks right and is made awkwardly.
_AWKWARD = {"ND15", "PC03"}


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_correct_document_has_no_false_finding_whoever_types_it(name: str, writer: str) -> None:
    report = check_package(read_package("x", written(writer, name)))
    assert [one.message for one in report.findings if one.code not in _AWKWARD] == []
    assert violations(report) == []
    assert [line.line for line in report.read.unrecognised] == []


@pytest.mark.parametrize("mistake", [one for one in MISTAKES if one.name not in MISSED],
                         ids=lambda one: f"{one.name}, {one.writer}")  # fmt: skip
def test_a_clerk_s_mistake_is_found_by_its_code(mistake: Mistake) -> None:
    draft = Draft(written(mistake.writer, mistake.text))
    for edit in mistake.edits:
        edit(draft)
    assert mistake.code in all_codes(draft.bytes())


def test_the_mistakes_are_many_and_touch_every_row_of_the_decree_s_table() -> None:
    rows = Counter(mistake.row for mistake in MISTAKES)
    assert len(MISTAKES) >= 66
    assert min(rows.values()) >= 2, rows
    assert set(MISSED) <= {mistake.name for mistake in MISTAKES}
    assert len(MISTAKES) - len(MISSED) >= 60
