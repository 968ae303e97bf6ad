"""Every kind of document for every extreme of data: what all of them must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from docgen.letters.context import outstanding
from tests.docgen import plans
from tests.docgen.written import (
    render_explanation,
    render_plan,
    render_reminder,
    render_report,
    render_unit_report,
    render_year_plan,
)
from workbook.domain.judging.unit import of_unit
from workbook.domain.periods import Period
from workbook.domain.results import Assessment
from xl_macros.actions import judge
from xl_macros.new_workbook import sample_register


@cache
def sample() -> Assessment:
    """The year of the sample, judged."""
    register = sample_register()
    return judge(register).assessments[Period(register.year)]


DATA: dict[str, Callable[[], Assessment]] = {
    "all reached": plans.all_reached,
    "sample": sample,
    "nothing typed": plans.nothing_typed,
    "longest names": plans.with_long_names,
}

# A document that has nothing to say for some data is not written (None).
DOCUMENTS: dict[str, Callable[[Assessment], bytes | None]] = {
    "report": lambda judged: render_report(judged, draft=False),
    "report of a unit": lambda judged: render_unit_report(
        of_unit(judged, _busiest(judged)), draft=False
    ),
    "plan of the next year": lambda judged: render_year_plan(
        judged, judged.period.year + 1, draft=False
    ),
    "plan": lambda judged: render_plan(judged.plan, judged.settings),
    "reminder": lambda judged: render_reminder(judged) if outstanding(judged) else None,
    "explanation": lambda judged: render_explanation(judged, {}) if judged.lagging else None,
}


def _busiest(judged: Assessment) -> str:
    """The unit with most measures."""
    plan = judged.plan
    return max(plan.units, key=lambda unit: len(list(plan.measures_of(unit.id)))).id


def names() -> Iterator[tuple[str, str]]:
    """Yield every pair of document and data for which one is written."""
    for document in DOCUMENTS:
        for data in DATA:
            if written(document, data) is not None:
                yield document, data


@cache
def written(document: str, data: str) -> bytes | None:
    """Return a document made of some data."""
    return DOCUMENTS[document](DATA[data]())
