"""Checks of everything typed in a sổ: figures that count, and findings.

Every rule runs. Source: reference methods, section 6.
"""

from __future__ import annotations

from workbook.domain.findings import Finding
from workbook.domain.periods import Period, periods_of
from workbook.domain.register import Checked, Register
from workbook.domain.validation.entries import CheckedEntry, check_entry
from workbook.domain.validation.history import check_baseline, read_history
from workbook.domain.validation.last_year import check_last_year, comparable
from workbook.domain.validation.making import in_order
from workbook.domain.validation.relations import check_relations
from workbook.domain.validation.settings_reading import read_settings
from workbook.domain.validation.tasks_and_money import read_funding, read_tasks
from workbook.domain.validation.text import check_texts

__all__ = ["check"]

_Key = tuple[str, Period]


def check(register: Register) -> Checked:
    """Read every cell of a register and find what is wrong, ordered by sheet, then cell.

    Never raises for what people typed; an entry with a blocking fault stays visible and
    is named in `Checked.invalid`.
    """
    settings, found = read_settings(register)
    findings = [*found, *check_texts(register)]
    history, found = read_history(register.plan, register.year, register.history)
    findings += found
    year_cells = register.settings.get("baseline_year", ())
    findings += check_baseline(settings.baseline_year, year_cells, history)
    entries = {
        (raw.measure_id, raw.period): check_entry(
            register.plan.measures[raw.measure_id], raw, settings
        )
        for raw in register.entries
    }
    past = comparable(history, settings.area)
    of_figures = [*register.structure]
    for checked in entries.values():
        of_figures += checked.findings
        of_figures += check_last_year(checked, past)
    of_figures += check_relations(register.plan.relations, entries, register.year)
    tasks, about_tasks = read_tasks(register.tasks)
    funding, about_money = read_funding(register.plan, register.funding)
    findings += of_figures + about_tasks + about_money
    observations = {key: one.observation(settings.area) for key, one in entries.items()}
    return Checked(
        register=register,
        settings=settings,
        observations={key: one for key, one in observations.items() if one is not None},
        invalid=_invalid(entries, of_figures, register.year),
        history=history,
        tasks=tasks,
        funding=funding,
        findings=in_order(findings, register.sheet_order),
    )


def _invalid(
    entries: dict[_Key, CheckedEntry], findings: list[Finding], year: int
) -> frozenset[_Key]:
    """Name the entries that are typed whole and have a blocking fault of their own.

    A fault of a measure in no period (its row stands twice, say) is one of both.
    """
    blamed: set[_Key] = set()
    for one in findings:
        if one.blocks and one.measure is not None:
            periods = periods_of(year) if one.period is None else (one.period,)
            blamed |= {(one.measure, period) for period in periods}
    return frozenset(key for key in blamed if key in entries and entries[key].typed_whole)
