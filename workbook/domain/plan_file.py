"""The plan's TOML file -> `Plan`; an inconsistent plan is refused, place named.

The schema is closed, every id and reference is checked, and every quote must stand in
the plan's own text. A profile, where the file has one, changes names afterwards. Nothing
is read from disk here.
"""

from __future__ import annotations

from collections.abc import Collection

from workbook.domain.letterhead import parse_letterhead
from workbook.domain.plan import FundingSource, Plan, ResponsibleUnit, Section, Task
from workbook.domain.plan_checks import check_plan, check_quotes, measures_by_id
from workbook.domain.plan_faults_vi import Place
from workbook.domain.plan_measures import (
    FIRST_YEAR,
    LAST_YEAR,
    parse_goals,
    parse_indicators,
    parse_notes,
)
from workbook.domain.plan_parsing import Table, load_toml
from workbook.domain.plan_profile import PROFILE_KEY, parse_profile, under_profile
from workbook.domain.plan_relations import parse_relations
from workbook.domain.plan_settings import parse_settings, parse_windows


def parse_plan(
    toml_text: str, plan_text: str | None, reserved_sheets: Collection[str] = ()
) -> Plan:
    """Read a plan and check it.

    Args:
        toml_text: the plan's TOML, kept as `Plan.source`.
        plan_text: the plan's own words, in which every quote must be found; None skips
            this check (a sổ carries the TOML only).
        reserved_sheets: names that no unit's sheet may have.

    Raises:
        PlanError: one Vietnamese sentence that names the place.
    """
    root = Table(Place.WHOLE, load_toml(toml_text))
    plan = _plan(root, toml_text)
    profile = parse_profile(root) if root.has(PROFILE_KEY) else None
    root.end()
    check_plan(plan, reserved_sheets)
    if plan_text is not None:
        check_quotes(plan, plan_text)
    if profile is None:
        return plan
    plan = under_profile(plan, profile)
    check_plan(plan, reserved_sheets)
    return plan


def text_file_of(toml_text: str) -> str:
    """Return the name of the file with the plan's own words, beside the TOML.

    Raises:
        PlanError: the text is no TOML, or names no file of the same folder.
    """
    return Table(Place.WHOLE, load_toml(toml_text)).file_name("text_file")


def _plan(root: Table, source: str) -> Plan:
    indicators = parse_indicators(root)
    return Plan(
        id=root.identifier(),
        document_type=root.text("document_type"),
        title=root.texts("title"),
        start_year=root.whole("start_year", FIRST_YEAR, LAST_YEAR),
        end_year=root.whole("end_year", FIRST_YEAR, LAST_YEAR),
        text_file=root.file_name("text_file"),
        opening=root.texts("opening"),
        general_goal=_section(root.table("general_goal", Place.GENERAL_GOAL)),
        specific_goals_heading=root.text("specific_goals_heading"),
        goals=parse_goals(root),
        indicators=indicators,
        scope=_sections(root, "scope", Place.SCOPE),
        solutions=_sections(root, "solutions", Place.SOLUTION),
        funding_heading=root.text("funding_heading"),
        funding=_funding(root),
        units=_units(root),
        closing=root.text("closing"),
        recipients=root.texts("recipients"),
        signature=root.texts("signature"),
        signer=root.text("signer"),
        legal_basis=root.texts("legal_basis"),
        relations=parse_relations(root, measures_by_id(indicators)),
        windows=parse_windows(root),
        settings=parse_settings(root),
        notes=parse_notes(root),
        goals_heading=root.text("goals_heading"),
        scope_heading=root.text("scope_heading"),
        solutions_heading=root.text("solutions_heading"),
        organisation_heading=root.text("organisation_heading"),
        source=source,
    )


def _section(table: Table) -> Section:
    section = Section(table.text("number"), table.text("heading"), table.texts("paragraphs"))
    table.end()
    return section


def _sections(root: Table, key: str, place: str) -> tuple[Section, ...]:
    return tuple(_section(table) for table in root.tables(key, place, "number"))


def _funding(root: Table) -> tuple[FundingSource, ...]:
    sources = []
    for table in root.tables("funding", Place.FUNDING, "id"):
        sources.append(FundingSource(table.identifier(), table.text("name"), table.text("clause")))
        table.end()
    return tuple(sources)


def _units(root: Table) -> tuple[ResponsibleUnit, ...]:
    units = []
    for table in root.tables("units", Place.UNIT, "id"):
        unit_id = table.identifier()
        units.append(
            ResponsibleUnit(
                id=unit_id,
                name=table.text("name"),
                sheet=table.text("sheet"),
                clause=table.text("clause"),
                tasks=_tasks(table, unit_id),
                heading=table.optional_text("heading"),
                tasks_dashed=table.flag("tasks_dashed", default=True),
                letterhead=parse_letterhead(table),
            )
        )
        table.end()
    return tuple(units)


def _tasks(table: Table, unit_id: str) -> tuple[Task, ...]:
    tasks = []
    for row in table.tables("tasks", Place.TASK, "id", optional=True, unit=unit_id):
        tasks.append(Task(row.identifier(), row.text("text")))
        row.end()
    return tuple(tasks)
