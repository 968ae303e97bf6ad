"""LibreOffice recalculates a sổ in which somebody typed since: what it marks as stale."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from openpyxl.workbook import Workbook

from tests.rendering import needs_rendering
from tests.workbook.builder.conftest import build
from tests.workbook.builder.recalculation import Live, edited, recalculated_all
from tests.workbook.builder.stale_cases import (
    CHANGES,
    HALF,
    SAME,
    WHOLE,
    edits,
    halves,
    judged_with,
    owners,
    resting_on,
    single_changes,
)
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.layout import sheets, texts_vi
from workbook.layout.placement import TITLE_ROW, UnitLayout, address
from xl_macros import actions

LOCALES = ENGLISH, VIETNAMESE = ("en-US", "vi-VN")  # 68.5 and 68,5
Books = Mapping[tuple[str, str], Workbook]


@pytest.fixture(scope="module")
def books(
    sample: Register,
    sample_bytes: bytes,
    hostile_bytes: bytes,
    tmp_path_factory: pytest.TempPathFactory,
) -> Books:
    """All sổ of this module as LibreOffice computes them, by scenario and locale."""
    both = {
        scenario: edited(build(judged_with(sample, cases)), *edits(sample.plan, cases))
        for scenario, cases in (("changed", CHANGES), ("retyped", SAME))
    } | {"hostile": hostile_bytes}
    changes = single_changes(sample)
    only = {name: edited(sample_bytes, *typed) for name, typed in changes.items()}
    contents = {ENGLISH: both | only, VIETNAMESE: both | {"sample": sample_bytes}}
    return {
        (scenario, locale): book
        for locale in LOCALES
        for scenario, book in recalculated_all(
            contents[locale], tmp_path_factory.mktemp(locale), locale=locale
        ).items()
    }


@pytest.fixture(params=LOCALES)
def changed(books: Books, plan: Plan, request: pytest.FixtureRequest) -> Live:
    return Live(books["changed", request.param], plan)


@pytest.fixture(params=LOCALES)
def retyped(books: Books, plan: Plan, request: pytest.FixtureRequest) -> Live:
    return Live(books["retyped", request.param], plan)


@needs_rendering
@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_entry_makes_its_status_stale(changed: Live, plan: Plan, name: str) -> None:
    place = owners(plan, CHANGES)[name].id, WHOLE
    assert place in changed.changed
    assert place in changed.stale


@needs_rendering
def test_only_what_rests_on_a_changed_entry_is_stale(changed: Live, plan: Plan) -> None:
    typed = {(measure.id, WHOLE) for measure in owners(plan, CHANGES).values()}
    assert changed.changed == typed
    assert changed.stale == resting_on(plan, typed) > typed
    assert len(changed.stale) < 2 * len(plan.measures)


@needs_rendering
def test_the_summary_marks_and_counts_the_stale_statuses_of_its_period(changed: Live) -> None:
    listed = {measure_id for measure_id, period in changed.stale if period == WHOLE}
    assert changed.listed == listed
    assert changed.count == f"{texts_vi.STALE_BEFORE}{len(listed)}"


@needs_rendering
@pytest.mark.parametrize("name", SAME)
def test_the_same_typed_again_leaves_its_status_fresh(retyped: Live, plan: Plan, name: str) -> None:
    assert (owners(plan, SAME)[name].id, WHOLE) not in retyped.changed


@needs_rendering
def test_where_nothing_changed_nothing_is_stale_and_no_count_is_shown(retyped: Live) -> None:
    assert_fresh(retyped)


def assert_fresh(result: Live) -> None:
    assert (result.changed, result.stale, result.listed) == (set(), set(), set())
    assert result.count == ""


@needs_rendering
@pytest.mark.parametrize(
    ("scenario", "locale"),
    [("hostile", ENGLISH), ("hostile", VIETNAMESE), ("sample", VIETNAMESE)],
)
def test_a_new_workbook_is_fresh_whatever_stands_in_it(
    books: Books, plan: Plan, scenario: str, locale: str
) -> None:
    fresh = Live(books[scenario, locale], plan)
    assert_fresh(fresh)


@needs_rendering
def test_a_changed_half_year_leaves_the_year_alone_except_where_both_are_compared(
    books: Books, plan: Plan
) -> None:
    both, alone = halves(plan)
    result = Live(books["half", ENGLISH], plan)
    assert result.changed == {(both.id, HALF), (alone.id, HALF)}
    assert (both.id, WHOLE) in result.stale
    assert (alone.id, WHOLE) not in result.stale
    assert result.listed == {one for one, period in result.stale if period == WHOLE}


@needs_rendering
@pytest.mark.parametrize(
    "scenario",
    [
        *(f"past: {what}" for what in ("a figure", "an error", "a source", "a new row")),
        "past: a row less",
        *(f"setting: {what}" for what in ("a word", "a day", "one of a list")),
    ],
)
def test_a_changed_past_or_setting_makes_every_status_stale(
    books: Books, plan: Plan, scenario: str
) -> None:
    result = Live(books[scenario, ENGLISH], plan)
    assert result.changed == set()
    assert result.stale == {(one, period) for one in plan.measures for period in (HALF, WHOLE)}
    assert result.listed == set(plan.measures)
    assert result.count == f"{texts_vi.STALE_BEFORE}{len(plan.measures)}"


@needs_rendering
def test_another_chosen_period_makes_the_summary_stale_and_the_titles_follow(
    books: Books, plan: Plan, judged_sample: actions.Judged
) -> None:
    assert judged_sample.latest == WHOLE
    book = books["period", ENGLISH]
    result = Live(book, plan)
    assert result.changed == result.stale == set()
    assert result.listed == set(plan.measures)
    assert result.count == f"{texts_vi.STALE_BEFORE}{len(plan.measures)}{texts_vi.OTHER_PERIOD}"
    for sheet in (sheets.SUMMARY, *(unit.sheet for unit in plan.units)):
        title = str(book[sheet][address(TITLE_ROW, 0)].value)
        assert title.endswith(f"– {HALF.label}")
    for unit in plan.units:
        left = str(book[unit.sheet][UnitLayout.REMAINING_CELL].value)
        assert left.startswith(texts_vi.remaining_before(HALF))
