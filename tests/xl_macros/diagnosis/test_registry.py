"""What the registry says, read from one that is written down as Windows shows it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from xl_macros.diagnosis import registry as keys
from xl_macros.diagnosis.facts import Location, MacroSettings, Separators

OFFICE = r"HKCU\Software\Microsoft\Office"
POLICY = r"Software\Policies\Microsoft\Office"
EXCEL_16 = {(r"HKCR\Excel.Application\CurVer", ""): "Excel.Application.16"}
OWN = rf"{OFFICE}\16.0\Excel\Security"
ORDERED = rf"HKLM\{POLICY}\16.0\Excel\Security"
PLACES = rf"{OWN}\Trusted Locations"
OPTIONS = rf"{OFFICE}\16.0\Excel\Options"
RULES = r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
BLOCKING = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"


class Written:
    """A registry as a table; as in Windows the case of keys and names does not count."""

    def __init__(self, values: Mapping[tuple[str, str], str | int]) -> None:
        self.values = {(key.lower(), name.lower()): value for (key, name), value in values.items()}

    def value(self, hive: str, key: str, name: str) -> str | int | None:
        return self.values.get((f"{hive}\\{key}".lower(), name.lower()))

    def subkeys(self, hive: str, key: str) -> list[str]:
        above = f"{hive}\\{key}\\".lower()
        below = [path.removeprefix(above) for path, _ in self.values if path.startswith(above)]
        return list(dict.fromkeys(path.partition("\\")[0] for path in below))


@pytest.mark.parametrize(
    ("values", "version"),
    [
        ({}, None),
        (EXCEL_16, "16.0"),
        ({(r"HKCR\Excel.Application\CurVer", ""): "Excel.Application.15"}, "15.0"),
        ({(r"HKCR\Excel.Application\CurVer", ""): "Another.Application.1"}, None),
        (
            EXCEL_16
            | {(r"HKLM\Software\Microsoft\Office\ClickToRun\Configuration", "VersionToReport"):
               "16.0.17928.20114"},
            "16.0.17928.20114",
        ),
    ],
)  # fmt: skip
def test_the_version_of_excel_is_told_as_exactly_as_it_is_known(
    values: Mapping[tuple[str, str], str | int], version: str | None
) -> None:
    assert keys.excel_version(Written(values)) == version


@pytest.mark.parametrize(
    ("values", "settings"),
    [
        ({}, MacroSettings()),
        ({(OWN, "VBAWarnings"): 3}, MacroSettings(warnings=3)),
        (
            {(OWN, "VBAWarnings"): 1, (ORDERED, "VBAWarnings"): 4},
            MacroSettings(warnings=4, warnings_by_policy=True),
        ),
        ({(ORDERED, "VBAWarnings"): "2"}, MacroSettings(warnings=2, warnings_by_policy=True)),
        ({(ORDERED, "VBAWarnings"): "hai"}, MacroSettings()),
        (
            {(rf"HKCU\{POLICY}\16.0\Excel\Security", "blockcontentexecutionfrominternet"): 1},
            MacroSettings(block_from_internet=1),
        ),
        (
            {(rf"{PLACES}\Location7", "Path"): r"D:\SoChiTieu",
             (rf"{PLACES}\Location7", "AllowSubfolders"): 1,
             (rf"{PLACES}\Location8", "Path"): r"D:\Khác",
             (rf"{PLACES}\Location9", "Description"): "trống"},
            MacroSettings(locations=(Location(r"D:\SoChiTieu", True), Location(r"D:\Khác", False))),
        ),
        (
            {(rf"{PLACES}", "AllLocationsDisabled"): 1, (PLACES, "AllowNetworkLocations"): 1},
            MacroSettings(no_locations=True, network_locations=True),
        ),
        ({(PLACES, "AllLocationsDisabled"): 0}, MacroSettings()),
        (
            {(rf"{ORDERED}\Trusted Locations", "AllLocationsDisabled"): 1},
            MacroSettings(no_locations=True),
        ),
        (
            {(rf"{ORDERED}\Trusted Locations\Location1", "Path"): "E:\\"},
            MacroSettings(locations=(Location("E:\\", subfolders=False),)),
        ),
        ({(rf"HKLM\{RULES}", BLOCKING): "1"}, MacroSettings(child_processes=1)),
        ({(rf"HKLM\{RULES}", BLOCKING): 6}, MacroSettings(child_processes=6)),
    ],
)  # fmt: skip
def test_what_excel_is_told_of_macros_is_read_policies_before_choices(
    values: Mapping[tuple[str, str], str | int], settings: MacroSettings
) -> None:
    assert keys.macro_settings(Written(values)) == settings


def test_an_older_excel_has_its_settings_under_its_own_number() -> None:
    older = {(r"HKCR\Excel.Application\CurVer", ""): "Excel.Application.15"}
    other = {(rf"{OFFICE}\15.0\Excel\Security", "VBAWarnings"): 4, (OWN, "VBAWarnings"): 1}
    assert keys.macro_settings(Written({**older, **other})).warnings == 4


def test_the_separators_of_windows_are_read() -> None:
    there = r"HKCU\Control Panel\International"
    values = {(there, "sDecimal"): ",", (there, "sThousand"): ".", (there, "sList"): ";"}
    assert keys.separators(Written(values)) == Separators(",", ".", ";")
    assert keys.separators(Written({})) == Separators(None, None, None)


@pytest.mark.parametrize(
    ("values", "own"),
    [
        ({}, None),
        ({(OPTIONS, "UseSystemSeparators"): 1, (OPTIONS, "DecimalSeparator"): "."}, None),
        (
            {(OPTIONS, "UseSystemSeparators"): 0, (OPTIONS, "DecimalSeparator"): ".",
             (OPTIONS, "ThousandsSeparator"): ","},
            Separators(".", ","),
        ),
    ],
)  # fmt: skip
def test_excels_own_separators_count_only_where_it_does_not_follow_windows(
    values: Mapping[tuple[str, str], str | int], own: Separators | None
) -> None:
    assert keys.excel_separators(Written(values)) == own


def test_the_font_is_known_by_its_entry() -> None:
    fonts = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
    written = Written({(fonts, "Times New Roman (TrueType)"): "times.ttf"})
    assert keys.has_times_new_roman(written)
    assert not keys.has_times_new_roman(Written({(fonts, "Arial (TrueType)"): "arial.ttf"}))
