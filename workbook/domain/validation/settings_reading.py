"""Cấu hình: what is typed, else the plan's default, and what is wrong of it.

A blank cell means the plan's default. A wrong date, year or choice is a finding and
leaves the default in force, so that one typing mistake never changes a judgement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from workbook.domain.cell_values import read_date, read_year
from workbook.domain.findings import Finding
from workbook.domain.numbers_vi import format_date_short
from workbook.domain.periods import DayOfYear, Period, periods_of
from workbook.domain.plan import Plan
from workbook.domain.register import ExcelError, RawCell, Register
from workbook.domain.settings import SPECS, Interim, SettingKind, Settings, Window, Wording
from workbook.domain.text_vi import fold
from workbook.domain.validation.making import Subject, finding
from workbook.domain.validation.messages_vi import NONE_SET, Fault
from workbook.domain.validation.text import cell_text

_LABELS = {spec.key: spec.label for spec in SPECS}
_LAST_OF_FEBRUARY = 28
_Choice = TypeVar("_Choice", Interim, Wording)
# D:\… or \\server\share, or a Unix path; not a web address, nor a mere name, which would
# depend on where the program happens to run.
_FULL_PATH = re.compile(r'([A-Za-z]:[\\/]|\\\\[^\\/:*?"<>|]+[\\/]|/)[^:*?"<>|]*')

# One address alone; mail programs send to others what has letters with marks.
EMAIL = re.compile(
    r"(?=.{1,254}$)(?=[^@]{1,64}@)[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*"  # RFC 5321: lengths
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)


@dataclass
class _Reader:
    """Reads settings by key and gathers what is wrong."""

    register: Register
    findings: list[Finding] = field(default_factory=list)

    @property
    def plan(self) -> Plan:
        return self.register.plan

    def cells(self, key: str) -> tuple[RawCell, ...]:
        return tuple(c for c in self.register.settings.get(key, ()) if not c.is_blank)

    def refuse(self, fault: Fault, cell: RawCell, key: str, default: str = "") -> None:
        self.findings.append(finding(fault, cell, Subject(_LABELS[key]), default=default))

    def default_list(self, key: str) -> tuple[str, ...]:
        if key == "plan_recipients":
            return self.plan.recipients
        value = self.plan.settings.get(key, ())
        return (value,) * bool(value) if isinstance(value, str) else value

    def items(self, key: str) -> tuple[str, ...]:
        typed = []
        for cell in self.cells(key):
            if isinstance(cell.value, ExcelError):
                self.refuse(Fault.TEXT_ERROR, cell, key)
            else:
                typed.append(cell_text(cell))
        return tuple(text for text in typed if text) or self.default_list(key)

    def text(self, key: str) -> str:
        return next(iter(self.items(key)), "")

    def day(self, key: str, default: date | None) -> tuple[date | None, RawCell | None]:
        """Return the date with the cell it comes from, None where it is the default."""
        for cell in self.cells(key)[:1]:
            typed = read_date(cell).value
            if typed is not None and abs(typed.year - self.register.year) <= 1:
                return typed, cell
            self.refuse(Fault.SETTING_DATE, cell, key, _day_vi(default))
        return default, None

    def window(self, prefix: str, period: Period) -> Window:
        plan = self.plan.windows["H1" if period.half else "year"]
        default = Window(
            _on(plan.opens, period.year),
            _on(plan.closes, period.year),
            _on(plan.deadline, period.year) if plan.deadline else None,
        )
        opens, at_opens = self.day(f"{prefix}_opens", default.opens)
        closes, at_closes = self.day(f"{prefix}_closes", default.closes)
        deadline, at_deadline = self.day(f"{prefix}_deadline", default.deadline)
        if opens and closes and closes < opens:
            at = at_closes or at_opens
            if at is not None:
                told = f"{_day_vi(default.opens)} – {_day_vi(default.closes)}"
                self.refuse(Fault.SETTING_WINDOW, at, f"{prefix}_closes", told)
            opens, closes = default.opens, default.closes
        if deadline and opens and deadline < opens and at_deadline is not None:
            told = _day_vi(default.deadline)
            self.refuse(Fault.SETTING_WINDOW, at_deadline, f"{prefix}_deadline", told)
            deadline = default.deadline
        return Window(opens, closes, deadline)

    def choice(self, key: str, first: _Choice) -> _Choice:
        """Return what is chosen, else the plan's default, else the first of the ways."""
        ways = {fold(way.value): way for way in type(first)}
        default = ways.get(fold("".join(self.default_list(key))), first)
        for cell in self.cells(key)[:1]:
            chosen = ways.get(fold(cell_text(cell)))
            if chosen is not None:
                return chosen
            self.refuse(Fault.SETTING_CHOICE, cell, key, f'"{default.value}"')
        return default

    def folder(self, key: str) -> str:
        """Return a folder's full path without the quotes that Windows copies along."""
        typed = self.text(key).strip('" ')
        if not typed or _FULL_PATH.fullmatch(typed):
            return typed
        self.refuse(Fault.SETTING_FOLDER, self.cells(key)[0], key)
        return ""

    def emails(self, key: str) -> tuple[str, ...]:
        found = []
        for cell in self.cells(key):
            address = cell_text(cell)
            if EMAIL.fullmatch(address):
                found.append(address)
            else:
                self.refuse(Fault.SETTING_EMAIL, cell, key)
        return tuple(found) or self.default_list(key)

    def baseline_year(self) -> int | None:
        stated = "".join(self.default_list("baseline_year"))
        default = int(stated) if stated.isdecimal() else None
        for cell in self.cells("baseline_year")[:1]:
            year = read_year(cell).value
            if year is not None and year < self.register.year:
                return year
            told = str(default) if default else "năm sớm nhất ở trang Lịch sử"
            self.refuse(Fault.SETTING_YEAR, cell, "baseline_year", told)
        return default


def _on(day: DayOfYear, year: int) -> date:
    """Return the day in a year; 29 February falls on the 28th where there is none."""
    try:
        return date(year + day.year_offset, day.month, day.day)
    except ValueError:
        return date(year + day.year_offset, day.month, _LAST_OF_FEBRUARY)


def _day_vi(day: date | None) -> str:
    return format_date_short(day) if day else NONE_SET


def read_settings(register: Register) -> tuple[Settings, tuple[Finding, ...]]:
    """Resolve the settings in force, with what is wrong in Cấu hình."""
    reader = _Reader(register)
    half, whole = periods_of(register.year)
    settings = Settings(
        superior=reader.text("superior"),
        issuer=reader.items("issuer"),
        body_name=reader.text("body_name"),
        unit_name=reader.text("unit_name"),
        area=reader.text("area"),
        programme=reader.text("programme"),
        place=reader.text("place"),
        number_suffix=reader.text("number_suffix"),
        addressees=reader.items("addressees"),
        legal_basis=reader.items("legal_basis"),
        recipients=reader.items("recipients"),
        signature=reader.items("signature"),
        signer=reader.text("signer"),
        interim=reader.choice("interim", Interim.STRAIGHT),
        baseline_year=reader.baseline_year(),
        schools=reader.items("schools"),
        emails=reader.emails("emails"),
        windows={half: reader.window("h1", half), whole: reader.window("year", whole)},
        plan_recipients=reader.items("plan_recipients"),
        wording=reader.choice("wording", Wording.ISSUED),
        output_folder=reader.folder("output_folder"),
    )
    return settings, (*reader.findings, *_empty(reader))


def _empty(reader: _Reader) -> list[Finding]:
    """Find required texts that neither the sổ nor the plan gives."""
    return [
        finding(Fault.SETTING_EMPTY, cells[0], Subject(spec.label))
        for spec in SPECS
        if spec.required and spec.kind in (SettingKind.TEXT, SettingKind.LIST)
        for cells in [reader.register.settings.get(spec.key, ())]
        if cells and not reader.default_list(spec.key) and all(c.is_blank for c in cells)
    ]
