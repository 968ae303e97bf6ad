"""The plan's defaults for the settings of a sổ, and the windows of its periods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from workbook.domain.periods import DayOfYear, PeriodWindow
from workbook.domain.plan import SettingValue
from workbook.domain.plan_faults_vi import Place, PlanFault, PlanFaultError
from workbook.domain.plan_parsing import Table
from workbook.domain.settings import SPECS, SettingKind, SettingSpec

WINDOW_KEYS = ("H1", "year")

_YEAR = re.compile(r"\d{4}")
_COMMON_YEAR = 2023  # has no 29 February: a day of every year is asked for
_LAST_MONTH, _LONGEST_MONTH = 12, 31


def parse_settings(root: Table) -> Mapping[str, SettingValue]:
    """Read the default of every setting of the plan but the dates, which the windows give."""
    table = root.table("settings", Place.SETTINGS)
    settings = {spec.key: _setting(table, spec) for spec in SPECS if _is_given(spec)}
    table.end()
    return settings


def parse_some_settings(table: Table) -> Mapping[str, SettingValue]:
    """Read those defaults that a table gives; the others are left as they are."""
    given = [spec for spec in SPECS if _is_given(spec) and table.has(spec.key)]
    settings = {spec.key: _setting(table, spec) for spec in given}
    table.end()
    return settings


def _is_given(spec: SettingSpec) -> bool:
    return spec.in_plan and spec.kind is not SettingKind.DATE


def _setting(table: Table, spec: SettingSpec) -> SettingValue:
    blank = not spec.required
    if spec.kind is SettingKind.LIST:
        return _list(table, spec, blank)
    if spec.kind is SettingKind.CHOICE:
        return table.one_of(spec.key, spec.choices)
    value = table.text(spec.key, blank=blank)
    if spec.kind is SettingKind.YEAR and value and not _YEAR.fullmatch(value):
        place = Place.SETTING.format(name=spec.key)
        raise PlanFaultError(place, PlanFault.NOT_A_YEAR, given=value)
    return value


def _list(table: Table, spec: SettingSpec, blank: bool) -> tuple[str, ...]:
    items = table.texts(spec.key, blank=blank)
    if len(items) > spec.rows:
        raise table.refusal(PlanFault.LIST_TOO_LONG, key=spec.key, given=len(items), most=spec.rows)
    return items


def parse_windows(root: Table) -> Mapping[str, PeriodWindow]:
    """Read when figures of each period are expected, relative to the reporting year."""
    windows = root.table("windows", Place.WINDOWS)
    found = {key: _window(windows.table(key, Place.WINDOW.format(name=key))) for key in WINDOW_KEYS}
    windows.end()
    return found


def _window(table: Table) -> PeriodWindow:
    window = PeriodWindow(
        opens=_day(table, "opens"),
        closes=_day(table, "closes"),
        deadline=_day(table, "deadline") if table.has("deadline") else None,
    )
    table.end()
    opens, closes = _order(window.opens), _order(window.closes)
    late = window.deadline is not None and not opens <= _order(window.deadline) <= closes
    if opens >= closes or late:
        raise table.refusal(PlanFault.WINDOW_REVERSED)
    return window


def _day(table: Table, key: str) -> DayOfYear:
    row = table.table(key, f"{table.place}, {key}")
    day = DayOfYear(
        day=row.whole("day", 1, _LONGEST_MONTH),
        month=row.whole("month", 1, _LAST_MONTH),
        year_offset=row.whole("year_offset", -1, 1) if row.has("year_offset") else 0,
    )
    row.end()
    try:
        date(_COMMON_YEAR, day.month, day.day)
    except ValueError:
        raise row.refusal(PlanFault.BAD_DAY, day=day.day, month=day.month) from None
    return day


def _order(day: DayOfYear) -> tuple[int, int, int]:
    return day.year_offset, day.month, day.day
