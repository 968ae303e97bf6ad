"""The workbooks that the pictures show: the sample, with faults, with a figure changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from workbook.builder.package import rewritten
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, ResponsibleUnit, Slot
from workbook.domain.register import CellValue, Register
from workbook.layout import columns, sheets
from workbook.layout.placement import SettingsLayout, UnitLayout
from xl_macros import actions
from xl_macros.new_workbook import sample_register

_TYPED_OVER = 901
ROWS = 3  # measures that a picture of a unit's sheet shows


@dataclass(frozen=True)
class Place:
    """The unit's sheet that the pictures show, and cells on it."""

    plan: Plan
    unit: ResponsibleUnit
    year: int

    @property
    def layout(self) -> UnitLayout:
        """Where everything stands on the sheet."""
        return UnitLayout(self.plan, self.unit.id, self.year)

    def cell(self, number: int, key: str) -> str:
        """Return a cell of the measure with this number on the sheet, from 0."""
        layout = self.layout
        return layout.cell(layout.measures[number].id, Period(self.year), key)


@cache
def place() -> Place:
    """Return the first unit, whose sheet begins with a yes/no measure and two ratios."""
    register = sample_register()
    return Place(register.plan, register.plan.units[0], register.year)


def _with_figure(register: Register, number: int, slot: Slot, value: CellValue) -> Register:
    chosen = place().layout.measures[number].id
    entries = tuple(
        replace(one, figures={**one.figures, slot: replace(one.figures[slot], value=value)})
        if one.measure_id == chosen and one.period == Period(register.year)
        else one
        for one in register.entries
    )
    return replace(register, entries=entries)


@cache
def sample() -> bytes:
    """Return the sample sổ with buttons; an address for e-mail is filled in as an example."""
    register = sample_register()
    first, *others = register.settings["emails"]
    example = replace(first, value="vhxh@phuong.gov.vn")
    settings = {**register.settings, "emails": (example, *others)}
    return _made(replace(register, settings=settings), buttons=True)


@cache
def plain() -> bytes:
    """Return the sample sổ without macros."""
    return _made(sample_register(), buttons=False)


@cache
def faulty() -> bytes:
    """Return a sổ in which a share is above the whole, and a word stands for a number."""
    register = _with_figure(sample_register(), 1, Slot.NUMERATOR, 1102)
    return _made(_with_figure(register, 2, Slot.NUMERATOR, "36 trẻ"), buttons=True)


@cache
def changed() -> bytes:
    """Return the sample sổ in which a figure was typed over after the judging.

    The kept results of formulas are left out, so that whoever opens it calculates anew.
    """
    names = list(sheets.markers(place().plan))
    part = f"xl/worksheets/sheet{names.index(place().unit.sheet) + 1}.xml"
    cell = place().cell(1, columns.NUMERATOR)
    typed, kept = re.compile(rf'(<c r="{cell}"[^>]*><v>)[^<]*'), re.compile("(</f>)<v>[^<]*</v>")

    def change(name: str, text: str) -> str:
        if not name.startswith("xl/worksheets/sheet"):
            return text
        text = kept.sub(r"\1", text)
        return typed.sub(rf"\g<1>{_TYPED_OVER}", text) if name == part else text

    return rewritten(sample(), change)


def _made(register: Register, *, buttons: bool) -> bytes:
    return actions.make_workbook(actions.judge(register), buttons=buttons)


def email_rows() -> tuple[int, int]:
    """Return the rows of the addresses on Cấu hình."""
    cells = [SettingsLayout().cell("emails", index) for index in range(2)]
    first, last = (int(re.sub(r"\D", "", cell)) for cell in cells)
    return first, last
