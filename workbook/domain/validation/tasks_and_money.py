"""Tasks of the units and the money of Kinh phí: read, and what is wrong of them."""

from __future__ import annotations

from collections.abc import Iterable

from workbook.domain.cell_values import read_date, read_done, read_whole
from workbook.domain.findings import Finding
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.domain.register import FundingResult, RawCell, RawFunding, RawTask, TaskResult
from workbook.domain.validation.making import (
    Subject,
    count_vi,
    finding,
    reading_findings,
    shorten,
)
from workbook.domain.validation.messages_vi import COLUMN_NAMES, Fault
from workbook.domain.validation.text import cell_text

_NAME_SHOWN = 60


def read_tasks(tasks: Iterable[RawTask]) -> tuple[dict[str, TaskResult], list[Finding]]:
    """Read what the units say of their tasks; nothing of it blocks a report."""
    results: dict[str, TaskResult] = {}
    findings: list[Finding] = []
    for task in tasks:
        deadline, done = read_date(task.deadline), read_done(task.done)
        results[task.task_id] = TaskResult(
            task.task_id, deadline.value, cell_text(task.result), done.value
        )
        if deadline.flaw is not None:
            subject = Subject(COLUMN_NAMES["deadline"])
            findings.append(finding(Fault.TASK_DATE, task.deadline, subject))
        if done.flaw is not None:
            findings.append(finding(Fault.TASK_DONE, task.done, Subject(COLUMN_NAMES["done"])))
    return results, findings


def read_funding(
    plan: Plan, funding: Iterable[RawFunding]
) -> tuple[dict[str, FundingResult], list[Finding]]:
    """Read the money in đồng; a blank stays a blank. Spent above planned is a notice."""
    names = {source.id: shorten(source.name, _NAME_SHOWN) for source in plan.funding}
    results: dict[str, FundingResult] = {}
    findings: list[Finding] = []
    for raw in funding:
        name = names.get(raw.source_id, raw.source_id)
        planned = _money(raw.planned, name, "planned", None, findings)
        spent = {
            period: _money(cell, name, "spent", period, findings)
            for period, cell in raw.spent.items()
        }
        results[raw.source_id] = FundingResult(raw.source_id, planned, spent, cell_text(raw.note))
        findings += _overspent(raw, name, planned, spent)
    return results, findings


def _subject(name: str, column: str, period: Period | None) -> Subject:
    words = f"{name}, {COLUMN_NAMES[column]}"
    return Subject(f"{words} {period.label}" if period else words, None, period)


def _money(
    cell: RawCell, name: str, column: str, period: Period | None, findings: list[Finding]
) -> int | None:
    reading = read_whole(cell)
    findings += reading_findings(cell, reading, _subject(name, column, period))
    return reading.value


def _overspent(
    raw: RawFunding, name: str, planned: int | None, spent: dict[Period, int | None]
) -> list[Finding]:
    return [
        finding(
            Fault.OVERSPENT, raw.spent[period], _subject(name, "spent", period),
            number=count_vi(amount), most=count_vi(planned), other=raw.planned.cell,
        )
        for period, amount in spent.items()
        if planned is not None and amount is not None and amount > planned
    ]  # fmt: skip
