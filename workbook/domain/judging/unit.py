"""An assessment narrowed to one unit: its measures, its tasks, the faults it must mend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from workbook.domain.findings import Finding
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.domain.results import Assessment
from workbook.domain.statuses import worst

Sheets = Mapping[str, str]  # a sheet's name -> the id of its unit

_COPY = re.compile(r" \(\d+\)$")  # what Excel adds to the name of a copied sheet


def sheets_of(plan: Plan) -> Sheets:
    """Return the units' sheets by the names that the plan gives them."""
    return {unit.sheet: unit.id for unit in plan.units}


def sheets_as_read(register: Register) -> Sheets:
    """Return the units' sheets by the names of the plan and by those they have in the sổ.

    A finding names a sheet as it is called now, and officials do rename sheets.
    """
    plan = register.plan
    found = dict(sheets_of(plan))
    for entry in register.entries:
        unit_id = plan.measures[entry.measure_id].responsible_unit
        found.setdefault(entry.source.sheet, unit_id)
    owners = {task.id: unit.id for unit in plan.units for task in unit.tasks}
    for row in register.tasks:
        found.setdefault(row.result.sheet, owners[row.task_id])
    return found


def unit_to_mend(plan: Plan, finding: Finding, sheets: Sheets) -> str | None:
    """Return the id of the unit that must mend a fault; None where it is nobody's.

    The unit that answers for the measure, else the unit of the sheet or of its original.
    """
    measure = plan.measures.get(finding.measure or "")
    if measure is not None:
        return measure.responsible_unit
    return sheets.get(finding.sheet) or sheets.get(_COPY.sub("", finding.sheet))


def of_unit(assessment: Assessment, unit_id: str, sheets: Sheets | None = None) -> Assessment:
    """Narrow an assessment to one unit.

    The plan keeps its indicators whole, since their parts are counted by letters, and has
    this unit alone; an indicator has the status of those measures that are the unit's. No
    money is left: the plan gives it to nobody.

    Args:
        assessment: a judged period.
        unit_id: a unit of its plan (KeyError when there is none).
        sheets: the units' sheets as findings name them; left out, by the plan's names.
    """
    plan = assessment.plan
    unit = plan.unit(unit_id)
    owned = sheets_of(plan) if sheets is None else sheets
    results = tuple(r for r in assessment.results if r.measure.responsible_unit == unit_id)
    tasks = {task.id for task in unit.tasks}
    return replace(
        assessment,
        plan=replace(plan, units=(unit,), funding=()),
        results=results,
        indicators={
            number: worst([r.status for r in results if r.measure.indicator == number])
            for number in dict.fromkeys(r.measure.indicator for r in results)
        },
        tasks={key: said for key, said in assessment.tasks.items() if key in tasks},
        funding={},
        findings=tuple(
            one for one in assessment.findings if unit_to_mend(plan, one, owned) == unit_id
        ),
    )
