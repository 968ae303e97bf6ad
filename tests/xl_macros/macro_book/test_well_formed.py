"""The file of a sổ with buttons, read from its bytes: all that must fit together does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.xl_macros.macro_book import checks
from tests.xl_macros.macro_book.package import Package
from tests.xl_macros.macro_book.vba_names import undefined_names
from workbook.domain.plan import Plan
from xl_macros.buttons import BUTTONS
from xl_macros.excel import entry
from xl_macros.macro_book.modules import modules

MACRO_WORKBOOK = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def test_it_calls_itself_a_macro_workbook(package: Package) -> None:
    assert MACRO_WORKBOOK in package.parts["[Content_Types].xml"]


def test_every_sheet_has_a_document_module_and_every_module_a_sheet(package: Package) -> None:
    assert len(package.sheets) > len(
        {sheet for sheet in package.sheets if sheet.state == "visible"}
    )
    assert checks.code_name_faults(package) == []


def test_the_project_holds_our_three_modules_word_for_word(package: Package) -> None:
    assert list(package.standard_modules) == ["xlwings", "SoChiTieu", "NutBam"]
    assert checks.source_faults(package, modules()) == []


def test_the_lines_of_a_module_end_as_office_ends_them(package: Package) -> None:
    from pyopenvba.vba import parse_vba_project

    for module in parse_vba_project(package.project).modules:
        assert module.source.count("\n") == module.source.count("\r\n") > 0, module.name


def test_all_names_in_the_vba_are_defined_somewhere(package: Package) -> None:
    assert undefined_names(package.standard_modules) == []


def test_the_buttons_are_those_of_the_table(package: Package, plan: Plan) -> None:
    assert package.buttons
    assert checks.button_faults(package, plan) == []


@pytest.mark.parametrize(
    "check",
    [checks.ribbon_faults, checks.settings_faults, checks.text_faults, checks.guide_faults],
    ids=["ribbon", "settings", "texts", "guide"],
)
def test_the_other_parts_fit(package: Package, check: Callable[[Package], list[str]]) -> None:
    assert check(package) == []


def test_every_function_that_a_button_names_can_be_called_without_arguments() -> None:
    assert checks.function_faults(vars(entry)) == []


def test_two_buttons_of_a_row_never_lie_on_each_other() -> None:
    places = [(button.place, button.slot) for button in BUTTONS]
    assert len(set(places)) == len(places)
