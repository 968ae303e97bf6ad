"""What Windows' registry says of Excel, numbers and fonts; read through a narrow door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from xl_macros.diagnosis.facts import Location, MacroSettings, Separators

USER, MACHINE, CLASSES = "HKCU", "HKLM", "HKCR"

_EXCEL_VERSION = r"Excel\.Application\.(\d+)"
_OFFICE = r"Software\Microsoft\Office"
_POLICIES = r"Software\Policies\Microsoft\Office"
_INTERNATIONAL = r"Control Panel\International"
_FONTS = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_CLICK_TO_RUN = rf"{_OFFICE}\ClickToRun\Configuration"
_LOCATIONS = "Trusted Locations"
# Defender's rules (attack surface reduction): where an administrator's tools put them, and
# the one that keeps Office from starting programs.
_DEFENDER_RULES = (
    r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    r"SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
)
_CHILD_PROCESSES = "D4F940AB-401B-4EFC-AADC-AD5F3C50688A"
_DEFAULT_OFFICE = "16.0"


class Registry(Protocol):
    """The registry as far as it is asked."""

    def value(self, hive: str, key: str, name: str) -> str | int | None:
        """Return a value, its variables resolved; None where there is none."""

    def subkeys(self, hive: str, key: str) -> list[str]:
        """Return the names of the keys below a key."""


def excel_version(registry: Registry) -> str | None:
    """Return Excel's version, as exactly as it is known; None where there is no Excel."""
    exact = registry.value(MACHINE, _CLICK_TO_RUN, "VersionToReport")
    main = _main_version(registry)
    return None if main is None else str(exact or main)


def _main_version(registry: Registry) -> str | None:
    current = registry.value(CLASSES, r"Excel.Application\CurVer", "")
    match = re.fullmatch(_EXCEL_VERSION, str(current))
    return f"{match[1]}.0" if match else None


def macro_settings(registry: Registry) -> MacroSettings:
    """Return what Excel is told of macros; a policy goes before the user's own choice."""
    version = _main_version(registry) or _DEFAULT_OFFICE
    security = rf"{version}\Excel\Security"
    policies = [(MACHINE, rf"{_POLICIES}\{security}"), (USER, rf"{_POLICIES}\{security}")]
    own = [(USER, rf"{_OFFICE}\{security}")]
    ordered = _first(registry, policies, "VBAWarnings")
    chosen = _first(registry, own, "VBAWarnings")
    everywhere = policies + own
    places = [(hive, rf"{key}\{_LOCATIONS}") for hive, key in everywhere]
    return MacroSettings(
        warnings=chosen if ordered is None else ordered,
        warnings_by_policy=ordered is not None,
        block_from_internet=_first(registry, policies, "blockcontentexecutionfrominternet"),
        locations=tuple(_locations(registry, places)),
        no_locations=bool(_first(registry, places, "AllLocationsDisabled")),
        network_locations=bool(_first(registry, places, "AllowNetworkLocations")),
        child_processes=_child_processes(registry),
    )


def _first(registry: Registry, keys: list[tuple[str, str]], name: str) -> int | None:
    """Return the first number that one of the keys has under a name."""
    found = (_number(registry.value(hive, key, name)) for hive, key in keys)
    return next((number for number in found if number is not None), None)


def _number(value: str | int | None) -> int | None:
    if isinstance(value, str):
        return int(value) if value.isdecimal() else None
    return value


def _locations(registry: Registry, places: list[tuple[str, str]]) -> Iterator[Location]:
    for hive, key in places:
        for name in registry.subkeys(hive, key):
            path = registry.value(hive, rf"{key}\{name}", "Path")
            if path:
                subfolders = _first(registry, [(hive, rf"{key}\{name}")], "AllowSubfolders")
                yield Location(str(path), bool(subfolders))


def _child_processes(registry: Registry) -> int | None:
    keys = [(MACHINE, key) for key in _DEFENDER_RULES]
    return _first(registry, keys, _CHILD_PROCESSES)


def separators(registry: Registry) -> Separators:
    """Return Windows' own separators."""
    names = ("sDecimal", "sThousand", "sList")
    return Separators(*(_text(registry, _INTERNATIONAL, name) for name in names))


def excel_separators(registry: Registry) -> Separators | None:
    """Return Excel's own separators, None where it follows Windows."""
    options = rf"{_OFFICE}\{_main_version(registry) or _DEFAULT_OFFICE}\Excel\Options"
    if _first(registry, [(USER, options)], "UseSystemSeparators") != 0:
        return None
    names = ("DecimalSeparator", "ThousandsSeparator")
    return Separators(*(_text(registry, options, name) for name in names))


def _text(registry: Registry, key: str, name: str) -> str | None:
    value = registry.value(USER, key, name)
    return None if value is None else str(value)


def has_times_new_roman(registry: Registry) -> bool:
    """Tell whether the font is registered."""
    return registry.value(MACHINE, _FONTS, "Times New Roman (TrueType)") is not None
