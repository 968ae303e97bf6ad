"""Goals, indicators and measures of a plan, read from its tables and checked by kind.

Source: reference methods, sections 1 and 2 (rules, natures, zero denominators).
"""

from __future__ import annotations

from collections.abc import Mapping

from workbook.domain.numbers_vi import format_plain
from workbook.domain.plan import (
    Goal,
    Indicator,
    Kind,
    Measure,
    Milestone,
    Nature,
    NoteKind,
    PlanNote,
    Rule,
    ZeroDenominator,
)
from workbook.domain.plan_faults_vi import Place, PlanFault
from workbook.domain.plan_parsing import Table
from workbook.domain.plan_wording import check_mended

FIRST_YEAR, LAST_YEAR = 1990, 2200
_MOST_GOALS, _MOST_INDICATORS = 99, 999
_GREATEST_FACTOR = 1_000_000
_WHOLE = 100  # no part is more than its whole
_SHOWN_DECIMALS = 6

_FACTORS: Mapping[Kind, frozenset[int]] = {
    Kind.PERCENTAGE: frozenset({100}),
    Kind.RATE: frozenset({1_000, 10_000, 100_000, 1_000_000}),
    Kind.COUNT: frozenset({1}),
    Kind.YES_NO: frozenset({1}),
}
_NATURES: Mapping[Kind, frozenset[Nature]] = {
    Kind.PERCENTAGE: frozenset({Nature.STOCK, Nature.FLOW, Nature.CUMULATIVE}),
    Kind.RATE: frozenset({Nature.STOCK, Nature.FLOW, Nature.CUMULATIVE}),
    Kind.COUNT: frozenset({Nature.STOCK, Nature.EVENT, Nature.CUMULATIVE}),
    Kind.YES_NO: frozenset({Nature.STOCK}),
}
_FLAGS_OF_KINDS: Mapping[str, frozenset[Kind]] = {
    "numerator_may_exceed": frozenset({Kind.PERCENTAGE}),
    "zero_needs_source": frozenset({Kind.COUNT}),
    "counts_institutions": frozenset({Kind.PERCENTAGE, Kind.COUNT}),
    "complete_register": frozenset({Kind.PERCENTAGE, Kind.RATE, Kind.COUNT}),
    "hide_headroom": frozenset({Kind.PERCENTAGE, Kind.RATE, Kind.COUNT}),
}
_KINDS_OF_KEYS: Mapping[str, frozenset[Kind]] = {
    "denominator": frozenset({Kind.PERCENTAGE, Kind.RATE}),
    "zero_denominator": frozenset({Kind.PERCENTAGE, Kind.RATE}),
    "noun": frozenset({Kind.PERCENTAGE, Kind.RATE, Kind.COUNT}),
}
_WITHOUT_VALUE = frozenset({Rule.FALLS, Rule.YES})
_UPWARD = frozenset({Rule.AT_LEAST, Rule.YES})


def parse_goals(root: Table) -> tuple[Goal, ...]:
    """Read the goals."""
    goals = []
    for table in root.tables("goals", Place.GOAL, "number"):
        number = table.whole("number", 1, _MOST_GOALS)
        title, source = table.text("title"), table.text("source")
        goals.append(Goal(number, title, source, table.optional_text("heading")))
        table.end()
    return tuple(goals)


def parse_indicators(root: Table) -> tuple[Indicator, ...]:
    """Read the indicators with their measures."""
    return tuple(
        _indicator(table) for table in root.tables("indicators", Place.INDICATOR, "number")
    )


def _indicator(table: Table) -> Indicator:
    number = table.whole("number", 1, _MOST_INDICATORS)
    indicator = Indicator(
        number=number,
        goal=table.whole("goal", 1, _MOST_GOALS),
        source=table.text("source"),
        quote=table.text("quote"),
        measures=tuple(
            _measure(one, number)
            for one in table.tables("measures", Place.MEASURE, "id", indicator=number)
        ),
    )
    table.end()
    return indicator


def parse_notes(table: Table, owner: str = "") -> tuple[PlanNote, ...]:
    """Read the notes on the plan's wording that stand in a table, if any."""
    notes = []
    for one in table.tables("notes", Place.NOTE, optional=True, owner=owner):
        note = PlanNote(
            kind=one.choice("kind", NoteKind),
            place=one.text("place"),
            original=one.text("original", blank=True),
            reading=one.text("reading"),
            mended=one.optional_text("mended"),
        )
        one.end()
        if note.mended:
            check_mended(one, note)
        notes.append(note)
    return tuple(notes)


def _measure(table: Table, indicator: int) -> Measure:
    kind = table.choice("kind", Kind)
    measure_id = table.identifier()
    _check_keys(table, kind)
    measure = Measure(
        id=measure_id,
        indicator=indicator,
        name=table.text("name"),
        quote=table.text("quote"),
        kind=kind,
        factor=_factor(table, kind),
        measure_unit=table.text("measure_unit"),
        milestones=_milestones(table, kind),
        nature=_nature(table, kind),
        responsible_unit=table.text("responsible_unit"),
        assigned_by=table.text("assigned_by"),
        noun=table.optional_text("noun"),
        numerator=table.text("numerator"),
        denominator=table.optional_text("denominator"),
        supporting_units=table.texts("supporting_units") if table.has("supporting_units") else (),
        keep=table.flag("keep"),
        valid_from=_optional_year(table, "valid_from"),
        valid_to=_optional_year(table, "valid_to"),
        zero_denominator=_zero_denominator(table),
        hide_headroom=table.flag("hide_headroom"),
        complete_register=table.flag("complete_register"),
        forecast=table.flag("forecast", default=True),
        numerator_may_exceed=table.flag("numerator_may_exceed"),
        zero_needs_source=table.flag("zero_needs_source"),
        counts_institutions=table.flag("counts_institutions"),
        notes=parse_notes(table, f"{table.place}, "),
    )
    table.end()
    return measure


def _check_keys(table: Table, kind: Kind) -> None:
    for key, kinds in _KINDS_OF_KEYS.items():
        if kind in kinds and not table.has(key):
            raise table.refusal(PlanFault.MISSING_KEY, key=key)
    for key, kinds in {**_KINDS_OF_KEYS, **_FLAGS_OF_KINDS}.items():
        if kind not in kinds and table.has(key):
            raise table.refusal(PlanFault.KEY_UNFIT, key=key, kind=kind.value)


def _factor(table: Table, kind: Kind) -> int:
    factor = table.whole("factor", 1, _GREATEST_FACTOR)
    if factor not in _FACTORS[kind]:
        raise table.refusal(PlanFault.FACTOR_UNFIT, factor=factor, kind=kind.value)
    return factor


def _nature(table: Table, kind: Kind) -> Nature:
    nature = table.choice("nature", Nature)
    if nature not in _NATURES[kind]:
        raise table.refusal(PlanFault.NATURE_UNFIT, nature=nature.value, kind=kind.value)
    return nature


def _zero_denominator(table: Table) -> ZeroDenominator | None:
    if not table.has("zero_denominator"):
        return None
    return table.choice("zero_denominator", ZeroDenominator)


def _optional_year(table: Table, key: str) -> int | None:
    return table.whole(key, FIRST_YEAR, LAST_YEAR) if table.has(key) else None


def _milestones(table: Table, kind: Kind) -> tuple[Milestone, ...]:
    rows = table.tables("milestones", Place.MILESTONE, "year", measure=table.place)
    stones: list[Milestone] = []
    for row in rows:
        stone = _milestone(row, kind)
        if stones and stone.year <= stones[-1].year:
            raise row.refusal(PlanFault.YEARS_NOT_ASCENDING, year=stone.year)
        if stones and (stone.rule in _UPWARD) != (stones[-1].rule in _UPWARD):
            raise row.refusal(PlanFault.RULES_MIXED)
        stones.append(stone)
    return tuple(stones)


def _milestone(row: Table, kind: Kind) -> Milestone:
    year = row.whole("year", FIRST_YEAR, LAST_YEAR)
    rule = row.choice("rule", Rule)
    if (rule is Rule.YES) != (kind is Kind.YES_NO):
        raise row.refusal(PlanFault.RULE_UNFIT, rule=rule.value, kind=kind.value)
    stone = Milestone(
        year=year,
        rule=rule,
        value=None if rule in _WITHOUT_VALUE else row.fraction("value"),
        year_stated=row.flag("year_stated", default=True),
    )
    row.end()
    _check_value(row, stone, kind)
    return stone


def _check_value(row: Table, stone: Milestone, kind: Kind) -> None:
    value = stone.value
    if value is None:
        return
    impossible = (
        stone.rule is Rule.ZERO and value != 0,
        stone.rule in (Rule.BELOW, Rule.AT_LEAST) and value == 0,  # never met, always met
        kind is Kind.PERCENTAGE and value > _WHOLE,
        kind is Kind.COUNT and value.denominator != 1,
    )
    if any(impossible):
        shown = format_plain(value, _SHOWN_DECIMALS)
        raise row.refusal(
            PlanFault.VALUE_UNFIT, value=shown, rule=stone.rule.value, kind=kind.value
        )
