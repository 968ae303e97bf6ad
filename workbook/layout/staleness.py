"""When a status is stale: the live formulas that compare what is typed with what was seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Measure, Plan, RelationKind
from workbook.layout import columns, formulas, judged
from workbook.layout.placement import UnitLayout
from workbook.layout.sheets import quoted


def changed_formula(place: UnitLayout, measure: Measure, period: Period) -> str:
    """Return the formula that is 1 where an entry of the measure's own has changed."""
    pairs = (
        (place.cell(measure.id, period, typed), place.cell(measure.id, period, seen))
        for typed, seen in columns.SEEN.items()
    )
    return f"=IF(AND({','.join(formulas.same(*pair) for pair in pairs)}),0,1)"


def stale_formula(
    plan: Plan, places: Mapping[str, UnitLayout], measure: Measure, period: Period
) -> str:
    """Return the formula that is 1 where anything a status rests on has changed.

    `places` are the units' sheets by the units' ids.
    """
    own = places[measure.responsible_unit]
    parts = [own.cell(measure.id, period, columns.CHANGED)]
    for measure_id, at in coupled(plan, measure, period):
        place = places[plan.measures[measure_id].responsible_unit]
        before = "" if place is own else f"{quoted(place.unit.sheet)}!"
        parts.append(before + place.cell(measure_id, at, columns.CHANGED))
    return f"=IF({'+'.join([*parts, judged.flag()])}>0,1,0)"


def coupled(plan: Plan, measure: Measure, period: Period) -> Iterator[tuple[str, Period]]:
    """Yield the other entries that the plan's relations check together with this one."""
    half, whole = periods_of(period.year)
    found: dict[tuple[str, Period], None] = {}
    for relation in plan.relations:
        ids = [measure_id for measure_id, _ in relation.cells]
        if measure.id not in ids:
            continue
        if relation.kind is RelationKind.YEAR_NOT_BELOW_HALF:
            found[measure.id, half if period == whole else whole] = None
        else:
            found |= dict.fromkeys((one, period) for one in ids)
    found.pop((measure.id, period), None)
    yield from found
