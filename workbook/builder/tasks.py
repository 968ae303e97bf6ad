"""The tasks that the plan gives to a unit, under its measures."""

from __future__ import annotations

from workbook.builder import inputs
from workbook.builder.book import DATE_FORMAT
from workbook.builder.page import Page
from workbook.domain.plan import Task
from workbook.layout import prompts_vi, texts_vi
from workbook.layout.job import Job
from workbook.layout.placement import UnitLayout, address, column_index


def write_tasks(page: Page, job: Job, place: UnitLayout) -> None:
    """Write the table of tasks; its key row is there even when no task is given."""
    page.hide_row(place.task_key_row)
    keys = page.book.format(text_wrap=False)
    for index, column in enumerate(place.task_columns):
        page.text(place.task_key_row, index, column.full_key, keys)
        page.text(place.task_heading_row, index, column.heading, page.book.heading_format())
    if not place.tasks:
        page.hide_row(place.task_heading_row)
        return
    page.section(place.task_title_row, texts_vi.TASKS_TITLE)
    page.keep_together(place.task_title_row, place.task_first_row)
    for task in place.tasks:
        _write_task(page, job, place, task)
    _add_prompts(page, place)


def _write_task(page: Page, job: Job, place: UnitLayout, task: Task) -> None:
    row, book = place.task_row(task.id), page.book
    typed = job.tasks.get(task.id)
    day = book.entry_format(align="center", num_format=DATE_FORMAT)
    page.text(row, _at(place, "id"), task.id, book.cell_format(align="center"))
    page.text(row, _at(place, "text"), task.text, book.cell_format())
    for key, cell, form in (
        ("result", typed and typed.result, book.entry_format(align="left")),
        ("deadline", typed and typed.deadline, day),
        ("done", typed and typed.done, book.entry_format(align="center")),
    ):
        page.raw(row, _at(place, key), cell.value if cell else None, form)


def _at(place: UnitLayout, key: str) -> int:
    return column_index(place.task_columns, key)


def task_entries(place: UnitLayout) -> list[str]:
    """Return the ranges that are typed."""
    found = [n for n, column in enumerate(place.task_columns) if column.entry]
    rows = place.task_first_row, place.task_last_row
    return [f"{address(rows[0], n)}:{address(rows[1], n)}" for n in found]


def _add_prompts(page: Page, place: UnitLayout) -> None:
    def cells(key: str) -> str:
        column = _at(place, key)
        return f"{address(place.task_first_row, column)}:{address(place.task_last_row, column)}"

    inputs.free(page, cells("result"), prompts_vi.TASK_RESULT)
    inputs.day(page, cells("deadline"), prompts_vi.TASK_DEADLINE)
    inputs.yes_no(page, cells("done"), prompts_vi.TASK_DONE)
