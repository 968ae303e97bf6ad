"""Checks over a whole plan: ids, references, years, names of sheets, quotes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from workbook.domain import plan_faults_vi as vi
from workbook.domain.plan import Indicator, Measure, Plan, Section
from workbook.domain.plan_faults_vi import Place, PlanFault, PlanFaultError
from workbook.domain.plan_parsing import plain

DEFAULT_OWNER = "default"

# Excel's limits on a sheet's name; "History" is a name that Excel keeps for itself.
_LONGEST_SHEET_NAME = 31
_FORBIDDEN_IN_SHEET_NAME = frozenset("[]:*?/\\")
_EXCELS_OWN_SHEETS = ("History",)

_Named = tuple[str, str]  # place, name


def check_plan(plan: Plan, reserved_sheets: Collection[str]) -> None:
    """Refuse a plan that contradicts itself.

    Raises:
        PlanFaultError: names the first place found.
    """
    _check_years(plan)
    _check_unique(plan)
    _check_sheets(plan, reserved_sheets)
    for indicator in plan.indicators:
        _check_indicator(plan, indicator)
        for measure in indicator.measures:
            _check_owner(plan, measure)
            _check_measure_years(plan, measure)


def _check_years(plan: Plan) -> None:
    if plan.start_year > plan.end_year:
        raise PlanFaultError(
            Place.WHOLE, PlanFault.YEARS_REVERSED, first=plan.start_year, last=plan.end_year
        )


def _refuse_twice(names: Iterable[_Named]) -> None:
    seen: set[str] = set()
    for place, name in names:
        if name.casefold() in seen:
            raise PlanFaultError(place, PlanFault.DUPLICATE, given=name)
        seen.add(name.casefold())


def _check_unique(plan: Plan) -> None:
    _refuse_twice((Place.GOAL.format(name=g.number), str(g.number)) for g in plan.goals)
    _refuse_twice((Place.INDICATOR.format(name=i.number), str(i.number)) for i in plan.indicators)
    _refuse_twice((Place.UNIT.format(name=u.id), u.id) for u in plan.units)
    _refuse_twice((Place.UNIT.format(name=u.id), u.clause) for u in plan.units)
    _refuse_twice((Place.UNIT.format(name=u.id), u.name) for u in plan.units)
    _refuse_twice(_ids_of_rows(plan))
    _refuse_twice((Place.SCOPE.format(name=s.number), s.number) for s in plan.scope)
    _refuse_twice((Place.SOLUTION.format(name=s.number), s.number) for s in plan.solutions)


def measure_place(measure: Measure) -> str:
    """Return the name of a measure's place in the plan's file."""
    return Place.MEASURE.format(indicator=measure.indicator, name=measure.id)


def measures_by_id(indicators: Iterable[Indicator]) -> dict[str, Measure]:
    """Return the measures by id.

    Raises:
        PlanFaultError: two measures have one id.
    """
    measures = [measure for indicator in indicators for measure in indicator.measures]
    _refuse_twice((measure_place(measure), measure.id) for measure in measures)
    return {measure.id: measure for measure in measures}


def _ids_of_rows(plan: Plan) -> Iterator[_Named]:
    """Measures, tasks and sources of money stand in one column of a CSV file."""
    for measure in plan.measures.values():
        yield measure_place(measure), measure.id
    for unit in plan.units:
        for task in unit.tasks:
            yield Place.TASK.format(unit=unit.id, name=task.id), task.id
    for source in plan.funding:
        yield Place.FUNDING.format(name=source.id), source.id


def _check_sheets(plan: Plan, reserved: Collection[str]) -> None:
    taken = {name.casefold() for name in (*reserved, *_EXCELS_OWN_SHEETS)}
    for unit in plan.units:
        name = unit.sheet
        fits = len(name) <= _LONGEST_SHEET_NAME and not _FORBIDDEN_IN_SHEET_NAME & set(name)
        quoted = name.startswith("'") or name.endswith("'")
        if not fits or quoted or name.casefold() in taken:
            place = Place.UNIT.format(name=unit.id)
            raise PlanFaultError(place, PlanFault.SHEET_NAME, given=name)
        taken.add(name.casefold())


def _check_indicator(plan: Plan, indicator: Indicator) -> None:
    place = Place.INDICATOR.format(name=indicator.number)
    if indicator.goal not in {goal.number for goal in plan.goals}:
        raise PlanFaultError(
            place, PlanFault.UNKNOWN_REFERENCE, key="goal", given=str(indicator.goal)
        )
    for measure in indicator.measures:
        if measure.quote not in indicator.quote:
            raise PlanFaultError(
                measure_place(measure),
                PlanFault.QUOTE_NOT_FOUND,
                given=measure.quote,
                where=vi.INDICATOR_QUOTE.format(number=indicator.number),
            )


def _check_owner(plan: Plan, measure: Measure) -> None:
    place = measure_place(measure)
    clauses = {unit.id: unit.clause for unit in plan.units}
    for key, unit_id in (
        ("responsible_unit", measure.responsible_unit),
        *(("supporting_units", one) for one in measure.supporting_units),
    ):
        if unit_id not in clauses:
            raise PlanFaultError(place, PlanFault.UNKNOWN_REFERENCE, key=key, given=unit_id)
    clause = clauses[measure.responsible_unit]
    if measure.assigned_by not in (DEFAULT_OWNER, clause):
        raise PlanFaultError(
            place, PlanFault.WRONG_CLAUSE, given=measure.assigned_by, clause=clause
        )
    if measure.responsible_unit in measure.supporting_units:
        raise PlanFaultError(place, PlanFault.OWN_SUPPORTER, given=measure.responsible_unit)
    _refuse_twice((place, one) for one in measure.supporting_units)


def _check_measure_years(plan: Plan, measure: Measure) -> None:
    first = measure.valid_from or plan.start_year
    last = measure.valid_to or plan.end_year
    place = measure_place(measure)
    if first > last:
        raise PlanFaultError(place, PlanFault.YEARS_REVERSED, first=first, last=last)
    for year in (first, last):
        _check_within(place, year, plan.start_year, plan.end_year)
    for stone in measure.milestones:
        _check_within(
            Place.MILESTONE.format(measure=place, name=stone.year), stone.year, first, last
        )


def _check_within(place: str, year: int, first: int, last: int) -> None:
    if not first <= year <= last:
        raise PlanFaultError(place, PlanFault.YEAR_OUTSIDE, year=year, first=first, last=last)


def check_quotes(plan: Plan, plan_text: str) -> None:
    """Refuse a plan whose words are not those of its text.

    Raises:
        PlanFaultError: names the place of the first quote that is not in the text.
    """
    text = plain(plan_text)
    for place, quote in quotes_of(plan):
        if quote not in text:
            raise PlanFaultError(place, PlanFault.QUOTE_NOT_FOUND, given=quote, where=vi.PLAN_TEXT)


def quotes_of(plan: Plan) -> Iterator[_Named]:
    """Yield every passage that must stand in the plan's text, with its place."""
    yield from _quotes_of_frame(plan)
    for goal in plan.goals:
        yield Place.GOAL.format(name=goal.number), goal.title
        if goal.heading:
            yield Place.GOAL.format(name=goal.number), goal.heading
    for indicator in plan.indicators:
        yield Place.INDICATOR.format(name=indicator.number), indicator.quote
        for measure in indicator.measures:
            place = measure_place(measure)
            yield place, measure.quote
            for index, note in enumerate(measure.notes, 1):
                yield Place.NOTE.format(owner=f"{place}, ", index=index), note.original
    for unit in plan.units:
        yield Place.UNIT.format(name=unit.id), unit.name
        if unit.heading:
            yield Place.UNIT.format(name=unit.id), unit.heading
        for task in unit.tasks:
            yield Place.TASK.format(unit=unit.id, name=task.id), task.text
    for source in plan.funding:
        yield Place.FUNDING.format(name=source.id), source.name


def _quotes_of_frame(plan: Plan) -> Iterator[_Named]:
    for text in (
        plan.document_type, *plan.title, *plan.opening, plan.goals_heading,
        plan.specific_goals_heading, plan.scope_heading, plan.solutions_heading,
        plan.funding_heading, plan.organisation_heading, plan.closing, *plan.recipients,
        *plan.signature, plan.signer, *plan.legal_basis,
    ):  # fmt: skip
        yield Place.WHOLE, text
    for index, note in enumerate(plan.notes, 1):
        yield Place.NOTE.format(owner="", index=index), note.original
    yield from _quotes_of_section(Place.GENERAL_GOAL, plan.general_goal)
    for section in plan.scope:
        yield from _quotes_of_section(Place.SCOPE.format(name=section.number), section)
    for section in plan.solutions:
        yield from _quotes_of_section(Place.SOLUTION.format(name=section.number), section)


def _quotes_of_section(place: str, section: Section) -> Iterator[_Named]:
    for text in (section.heading, *section.paragraphs):
        yield place, text
