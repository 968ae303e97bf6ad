"""A profile: the names of an office that carries on a plan which another has issued.

When offices merge or are renamed, the plan's indicators stay and its names do not. A
profile holds what changes: settings, units, recipients, words of the plan, and notes on
what the office must confirm. It stands in a file of its own; put behind the plan's TOML
it is a part of the plan, and a sổ carries both. Source: reference domain, section 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from workbook.domain.letterhead import Letterhead, parse_letterhead
from workbook.domain.plan import Plan, PlanNote, ResponsibleUnit, SettingValue
from workbook.domain.plan_faults_vi import Place, PlanFault, PlanFaultError
from workbook.domain.plan_measures import parse_notes
from workbook.domain.plan_parsing import Table, load_toml
from workbook.domain.plan_settings import parse_some_settings
from workbook.domain.plan_wording import replacing, reworded

PROFILE_KEY = "profile"


@dataclass(frozen=True)
class RenamedUnit:
    """A unit's names in the profile; its sheet keeps its name where none is given.

    A unit renamed is another body: its letterhead is the profile's, whole.
    """

    id: str
    name: str
    heading: str
    sheet: str
    letterhead: Letterhead


@dataclass(frozen=True)
class Profile:
    """What a plan is changed by; `words` maps the plan's words to those printed instead."""

    id: str
    name: str  # for people, with the time it is meant for
    valid_from: date | None
    valid_to: date | None
    settings: Mapping[str, SettingValue]
    recipients: tuple[str, ...]  # of a Kế hoạch; empty: the plan's own
    units: tuple[RenamedUnit, ...]
    words: Mapping[str, str]
    notes: tuple[PlanNote, ...]


def parse_profile_file(text: str) -> Profile:
    """Read a profile's own file.

    Raises:
        PlanFaultError: one Vietnamese sentence that names the place.
    """
    root = Table(Place.WHOLE, load_toml(text))
    profile = parse_profile(root)
    root.end()
    return profile


def parse_profile(root: Table) -> Profile:
    """Read the profile of a plan's file."""
    table = root.table(PROFILE_KEY, Place.PROFILE)
    profile = Profile(
        id=table.identifier(),
        name=table.text("name"),
        valid_from=table.optional_day("valid_from"),
        valid_to=table.optional_day("valid_to"),
        settings=_settings(table),
        recipients=table.texts("recipients") if table.has("recipients") else (),
        units=_units(table),
        words=_words(table),
        notes=parse_notes(table, f"{Place.PROFILE}, "),
    )
    table.end()
    return profile


def _settings(table: Table) -> Mapping[str, SettingValue]:
    if not table.has("settings"):
        return {}
    return parse_some_settings(table.table("settings", Place.PROFILE_SETTINGS))


def _units(table: Table) -> tuple[RenamedUnit, ...]:
    units: dict[str, RenamedUnit] = {}
    for row in table.tables("units", Place.PROFILE_UNIT, "id", optional=True):
        unit_id = row.identifier()
        if unit_id in units:
            raise row.refusal(PlanFault.DUPLICATE, given=unit_id)
        units[unit_id] = RenamedUnit(
            id=unit_id,
            name=row.text("name"),
            heading=row.optional_text("heading"),
            sheet=row.optional_text("sheet"),
            letterhead=parse_letterhead(row),
        )
        row.end()
    return tuple(units.values())


def _words(table: Table) -> dict[str, str]:
    words: dict[str, str] = {}
    for row in table.tables("words", Place.PROFILE_WORDS, optional=True):
        original = row.text("original")
        if original in words:
            raise row.refusal(PlanFault.DUPLICATE, given=original)
        words[original] = row.text("text")
        row.end()
    return words


def under_profile(plan: Plan, profile: Profile) -> Plan:
    """Return the plan with the profile's names in its settings, units and sentences.

    Raises:
        PlanFaultError: the profile names a unit or words that the plan does not have.
    """
    _check_words(plan, profile)
    changed = reworded(plan, replacing(profile.words))
    return replace(
        changed,
        settings={**plan.settings, **profile.settings},
        recipients=profile.recipients or changed.recipients,
        units=_renamed(changed, profile),
        notes=(*plan.notes, *profile.notes),
        profile=profile.id,
    )


def _check_words(plan: Plan, profile: Profile) -> None:
    for index, word in enumerate(profile.words, 1):
        # A change that finds the word leaves another plan behind.
        if reworded(plan, replacing({word: ""})) == plan:
            place = Place.PROFILE_WORDS.format(index=index)
            raise PlanFaultError(place, PlanFault.WORDS_NOT_FOUND, given=word)


def _renamed(plan: Plan, profile: Profile) -> tuple[ResponsibleUnit, ...]:
    new = {unit.id: unit for unit in profile.units}
    for unit_id in sorted(new.keys() - {unit.id for unit in plan.units}):
        place = Place.PROFILE_UNIT.format(name=unit_id)
        raise PlanFaultError(place, PlanFault.UNKNOWN_REFERENCE, key="id", given=unit_id)
    return tuple(
        replace(
            unit,
            name=new[unit.id].name,
            heading=new[unit.id].heading,
            sheet=new[unit.id].sheet or unit.sheet,
            letterhead=new[unit.id].letterhead,
        )
        if unit.id in new
        else unit
        for unit in plan.units
    )
