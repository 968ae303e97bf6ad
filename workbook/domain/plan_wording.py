"""The plan's words changed as a whole: its mistakes mended, or an office's new names.

What is changed for what is data of the plan (its notes, a profile); nothing here knows
a word of any plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from workbook.domain.plan import Indicator, NoteKind, Plan, PlanNote, ResponsibleUnit, Section
from workbook.domain.plan_faults_vi import PlanFault
from workbook.domain.plan_parsing import Table
from workbook.domain.setting_names import check_names, with_names
from workbook.domain.settings import Settings

Change = Callable[[str], str]


def check_mended(table: Table, note: PlanNote) -> None:
    """Refuse a mended wording that mends nothing, or asks for a name nobody sets.

    Raises:
        PlanFaultError: names the note.
    """
    if note.kind is not NoteKind.MISTAKE or note.original in ("", note.mended):
        raise table.refusal(PlanFault.MENDED_UNFIT)
    check_names(table, note.mended)


def replacing(words: Mapping[str, str]) -> Change:
    """Return a change of all these words at once; of two that overlap the longer counts."""
    if not words:
        return lambda text: text
    longest_first = sorted(words, key=len, reverse=True)
    found = re.compile("|".join(map(re.escape, longest_first)))
    return lambda text: found.sub(lambda match: words[match[0]], text)


def mended_plan(plan: Plan, settings: Settings) -> Plan:
    """Return the plan with the mistakes mended that its notes mend.

    A note on a measure changes its indicator's sentence alone. Names in braces are those
    of Cấu hình: how a unit's name is written is the office's affair.
    """
    general = _mends(plan.notes, settings)
    return replace(
        reworded(plan, replacing(general)),
        indicators=tuple(_mended(one, general, settings) for one in plan.indicators),
    )


def _mends(notes: Iterable[PlanNote], settings: Settings) -> dict[str, str]:
    return {note.original: with_names(note.mended, settings) for note in notes if note.mended}


def _mended(indicator: Indicator, general: dict[str, str], settings: Settings) -> Indicator:
    own = [note for measure in indicator.measures for note in measure.notes]
    change = replacing(general | _mends(own, settings))
    return replace(indicator, quote=change(indicator.quote))


def reworded(plan: Plan, change: Change) -> Plan:
    """Return the plan with a change made in all its sentences; measures stay as they are."""

    def section(one: Section) -> Section:
        return replace(one, heading=change(one.heading), paragraphs=_each(one.paragraphs, change))

    return replace(
        plan,
        title=_each(plan.title, change),
        opening=_each(plan.opening, change),
        general_goal=section(plan.general_goal),
        goals=tuple(
            replace(one, title=change(one.title), heading=change(one.heading)) for one in plan.goals
        ),
        scope=tuple(map(section, plan.scope)),
        solutions=tuple(map(section, plan.solutions)),
        funding=tuple(replace(one, name=change(one.name)) for one in plan.funding),
        units=tuple(_unit(one, change) for one in plan.units),
        closing=change(plan.closing),
        recipients=_each(plan.recipients, change),
    )


def _each(texts: Iterable[str], change: Change) -> tuple[str, ...]:
    return tuple(map(change, texts))


def _unit(unit: ResponsibleUnit, change: Change) -> ResponsibleUnit:
    return replace(
        unit,
        name=change(unit.name),
        heading=change(unit.heading),
        tasks=tuple(replace(task, text=change(task.text)) for task in unit.tasks),
    )
