"""Data validation: lists, limits and Vietnamese prompts of the cells to be typed."""

from __future__ import annotations

from datetime import date

from workbook.builder.page import Page
from workbook.domain.plan import Kind, Measure, Slot
from workbook.layout import prompts_vi
from workbook.layout.prompts_vi import Prompt
from workbook.layout.texts_vi import YES_NO_CHOICES

Option = str | int | date | list[str]

_FIRST_DAY = date(2000, 1, 1)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def _add(page: Page, cells: str, prompt: Prompt, rule: dict[str, Option]) -> None:
    options: dict[str, Option] = {
        **rule,
        "input_title": prompt.title,
        "input_message": prompt.text,
    }
    if prompt.error:
        options |= {"error_title": prompts_vi.ERROR_TITLE, "error_message": prompt.error}
    page.sheet.data_validation(cells, options)


def free(page: Page, cells: str, prompt: Prompt) -> None:
    """Show a prompt; anything may be typed."""
    _add(page, cells, prompt, {"validate": "any"})


def whole(page: Page, cells: str, prompt: Prompt) -> None:
    """Accept whole numbers from 0 on."""
    _add(page, cells, prompt, {"validate": "integer", "criteria": ">=", "value": 0})


def day(page: Page, cells: str, prompt: Prompt) -> None:
    """Accept dates."""
    _add(page, cells, prompt, {"validate": "date", "criteria": ">=", "value": _FIRST_DAY})


def year(page: Page, cells: str, prompt: Prompt) -> None:
    """Accept a year of four digits."""
    _add(
        page, cells, prompt,
        {"validate": "integer", "criteria": "between",
         "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR},
    )  # fmt: skip


def choice(page: Page, cells: str, prompt: Prompt, source: list[str] | str) -> None:
    """Accept an item of a list, or of the cells that a formula names."""
    _add(page, cells, prompt, {"validate": "list", "source": source})


def yes_no(page: Page, cells: str, prompt: Prompt) -> None:
    """Accept có or không."""
    choice(page, cells, prompt, list(YES_NO_CHOICES))


def figure(page: Page, cell: str, measure: Measure, slot: Slot) -> None:
    """Accept what this measure counts in this cell."""
    prompt = prompts_vi.figure_prompt(measure, slot)
    if measure.kind is Kind.YES_NO:
        yes_no(page, cell, prompt)
    else:
        whole(page, cell, prompt)
