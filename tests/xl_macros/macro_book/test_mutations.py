"""The tests of the tests: a file spoiled on purpose is noticed, by the checks named here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from pyopenvba import ExcelFile

from tests.xl_macros.macro_book import checks
from tests.xl_macros.macro_book.clicks import PLACE, PROGRAM, click_faults, command, ready
from tests.xl_macros.macro_book.effects import effects, run, run_faults
from tests.xl_macros.macro_book.package import (
    PROJECT_PART,
    WORKBOOK_PART,
    Package,
    replaced,
    with_parts,
)
from tests.xl_macros.macro_book.vba_excel import OpenedFile, VbaExcel
from workbook.domain.plan import Plan
from xl_macros.excel import entry
from xl_macros.macro_book.modules import SUBS, modules
from xl_macros.macro_book.project import vba_project

FIRST_BUTTONS = "xl/drawings/vmlDrawing1.vml"
RIBBON = "customUI/customUI14.xml"
TEXTS = "xl/sharedStrings.xml"


def clicks(package: Package, plan: Plan) -> list[str]:
    del plan
    return click_faults(package, OpenedFile(package.content))


def sources(package: Package, plan: Plan) -> list[str]:
    del plan
    return checks.source_faults(package, modules())


def alone(check: Callable[[Package], list[str]]) -> Callable[[Package, Plan], list[str]]:
    return lambda package, plan: check(package)


QUICK: dict[str, Callable[[Package, Plan], list[str]]] = {
    "code names": alone(checks.code_name_faults),
    "sources": sources,
    "buttons": checks.button_faults,
    "ribbon": alone(checks.ribbon_faults),
    "settings": alone(checks.settings_faults),
    "texts": alone(checks.text_faults),
    "guide": alone(checks.guide_faults),
}


# --- ways to spoil a file -------------------------------------------------------------------


def swapped(text: str, one: str, other: str) -> str:
    """Exchange two words."""
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def with_subs(content: bytes, change: Callable[[str], str]) -> bytes:
    """Build the VBA project again with other subs for the buttons."""
    names = [sheet.code_name for sheet in Package(content).sheets]
    sources = {**modules(), SUBS: change(modules()[SUBS])}
    return with_parts(content, {PROJECT_PART: vba_project(sources, names)})


def with_macros_swapped(content: bytes) -> bytes:
    return with_subs(content, lambda text: swapped(text, '"create_report"', '"check_figures"'))


def with_a_sub_renamed(content: bytes) -> bytes:
    return with_subs(content, lambda text: text.replace("CreatePlan()", "MakePlan()"))


def with_a_sub_hidden(content: bytes) -> bytes:
    name = "Sub RibbonCreatePlan"
    return with_subs(content, lambda text: text.replace(f"Public {name}", f"Private {name}"))


def with_a_sheet_too_many(content: bytes) -> bytes:
    names = [sheet.code_name for sheet in Package(content).sheets]
    return with_parts(content, {PROJECT_PART: vba_project(modules(), [*names, "Sheet99"])})


def without_code_name(content: bytes, sheet: str) -> bytes:
    (found,) = (one for one in Package(content).sheets if one.name == sheet)
    return replaced(content, found.part, f' codeName="{found.code_name}"', "")


def with_a_code_name_twice(content: bytes) -> bytes:
    (found,) = (one for one in Package(content).sheets if one.code_name == "Sheet2")
    return replaced(content, found.part, 'codeName="Sheet2"', 'codeName="Sheet1"')


def with_other_project(content: bytes, folder: Path, module: str, source: str) -> bytes:
    """Let the library write a source that our own builder refuses."""
    path = folder / "so.xlsm"
    path.write_bytes(content)
    with ExcelFile(path) as file:
        file.set_module(module, source)
        file.save(path)
    return with_parts(content, {PROJECT_PART: Package(path.read_bytes()).parts[PROJECT_PART]})


class Case(NamedTuple):
    """A way to spoil a file, and who must notice it, exactly."""

    spoil: Callable[[bytes], bytes]
    noticed_by: set[str]


def edit(part: str, old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda content: replaced(content, part, old, new)


CASES: dict[str, Case] = {
    "two macros swapped": Case(with_macros_swapped, {"sources", "clicks"}),
    "a sub renamed": Case(with_a_sub_renamed, {"sources", "buttons"}),
    "a sub of the ribbon private": Case(with_a_sub_hidden, {"sources", "ribbon"}),
    "a sheet without code name": Case(
        partial(without_code_name, sheet="Kinh phí"), {"code names"}
    ),
    "a very hidden sheet without code name": Case(
        partial(without_code_name, sheet="_van_ban"), {"code names"}
    ),
    "the workbook without code name": Case(
        edit(WORKBOOK_PART, ' codeName="ThisWorkbook"', ""), {"code names"}
    ),
    "a code name twice": Case(with_a_code_name_twice, {"code names"}),
    "a module without sheet": Case(with_a_sheet_too_many, {"code names"}),
    "a button with another macro": Case(
        edit(FIRST_BUTTONS, "!CreateReport<", "!CreatePlan<"), {"buttons", "clicks"}
    ),
    "a button without macro": Case(edit(FIRST_BUTTONS, "!CreatePlan<", "!Plan<"), {"buttons"}),
    "a button with another caption": Case(
        edit(FIRST_BUTTONS, ">Tạo báo cáo<", ">Báo cáo<"), {"buttons"}
    ),
    "a button with another tip": Case(edit(FIRST_BUTTONS, "Lập văn bản", "In"), {"buttons"}),
    "two ribbon items swapped": Case(
        edit(RIBBON, 'onAction="RibbonCreatePlan"', 'onAction="RibbonCreateReport"'),
        {"ribbon", "clicks"},
    ),
    "the ribbon without icon": Case(edit(RIBBON, "RefreshAll", ""), {"ribbon"}),
    "the ribbon left out": Case(edit("_rels/.rels", "ui/extensibility", "ui/other"), {"ribbon"}),
    "a setting left out": Case(edit(TEXTS, "SHOW CONSOLE", "SHOW"), {"settings"}),
    "a setting changed": Case(edit(TEXTS, "%SOCHITIEU_PYTHON%", "%PYTHON%"), {"settings"}),
    "the settings in sight": Case(edit(WORKBOOK_PART, ' state="hidden"', ""), {"settings"}),
    "the texts in sight": Case(
        edit(WORKBOOK_PART, 'sheetId="18" state="veryHidden"', 'sheetId="18" state="hidden"'),
        {"texts"},
    ),
    "a text without name": Case(edit(WORKBOOK_PART, '"txt_failed"', '"txt_fail"'), {"texts"}),
    "a name with another text": Case(
        edit(WORKBOOK_PART, "'_van_ban'!$B$4", "'_van_ban'!$B$3"), {"texts"}
    ),
    "a text too long": Case(edit(TEXTS, "Chương trình chưa chạy", "x" * 1024), {"texts"}),
    "a caption not explained": Case(edit(TEXTS, "“Tạo kế hoạch”:", "Kế hoạch:"), {"guide"}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_spoiled_file_is_noticed_by_the_checks_that_look_there(
    case: Case, macro_bytes: bytes, plan: Plan
) -> None:
    spoiled = Package(case.spoil(macro_bytes))
    noticed = {name for name, check in QUICK.items() if check(spoiled, plan)}
    assert noticed == case.noticed_by - {"clicks"}
    if "clicks" in case.noticed_by:
        assert clicks(spoiled, plan)


def test_every_check_notices_something() -> None:
    assert set.union(*(case.noticed_by for case in CASES.values())) == {*QUICK, "clicks"}


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        (SUBS, "' é\n", f"{SUBS}: not ASCII"),
        (SUBS, "' ế\n", f"{SUBS}: another text"),  # what the code page lacks becomes a ?
        ("Sheet1", "Sub Opens()\nEnd Sub\n", "Sheet1: code in a document module"),
    ],
)
def test_a_source_as_our_builder_never_writes_it_is_noticed(
    macro_bytes: bytes, plan: Plan, tmp_path: Path, module: str, source: str, fault: str
) -> None:
    spoiled = Package(with_other_project(macro_bytes, tmp_path, module, source))
    assert fault in sources(spoiled, plan)


def test_compiled_code_in_the_project_is_noticed(macro_bytes: bytes, plan: Plan) -> None:
    spoiled = Package(macro_bytes)
    spoiled.project.write_stream_in_storage("VBA", "_VBA_PROJECT", b"\xcc\x61\xb5\x00\x00\x03\x00")
    assert sources(spoiled, plan) == ["VBA/_VBA_PROJECT holds compiled code"]


def test_a_function_that_is_renamed_or_asks_for_something_is_noticed() -> None:
    functions = dict(vars(entry))
    functions["create_reports"] = functions.pop("create_report")
    assert checks.function_faults(functions) == [
        "no function create_report()",
        "create_reports(): no button calls it",
    ]
    assert checks.function_faults({**vars(entry), "create_plan": lambda book: None}) == [
        "no function create_plan()"
    ]


# --- run in earnest -------------------------------------------------------------------------


@pytest.fixture
def path(macro_bytes: bytes, tmp_path: Path) -> Path:
    folder = tmp_path / "sổ"
    folder.mkdir()
    (folder / PLACE.name).write_bytes(macro_bytes)
    return folder / PLACE.name


def test_a_command_that_calls_another_function_is_noticed_by_what_it_does(
    macro_bytes: bytes, path: Path, plan: Plan
) -> None:
    computer = ready()
    VbaExcel(OpenedFile(with_macros_swapped(macro_bytes)), computer, PLACE).click("CreateReport")
    wanted = effects(plan, "")["create_report"]
    done = run(computer.runs[0].line, path, path.parent / "ra", wanted.answers, {})
    faults = run_faults(done, wanted, path)
    assert [fault.partition(":")[0] for fault in faults] == [
        "scripted answer not asked for",
        "scripted answer not asked for",
        "told",
        "written",
        "documents",
    ]
    # What it did was the work of the other button, and no library was loaded for it.
    other = effects(plan, "")["check_figures"]
    innocent = replace(done, journal=replace(done.journal, answers=type(done.journal.answers)()))
    assert run_faults(innocent, other, path) == []
    slow = replace(innocent, modules=innocent.modules | {"openpyxl.styles"})
    assert run_faults(slow, other, path) == ["loaded: openpyxl"]


def test_a_command_that_calls_a_renamed_function_is_noticed(path: Path, plan: Plan) -> None:
    line = command("make_plan", PLACE, PROGRAM)
    wanted = effects(plan, "")["create_plan"]
    done = run(line, path, path.parent / "ra", wanted.answers, {})
    status, errors, *others = run_faults(done, wanted, path)
    assert status == "exit status 1"
    assert "AttributeError" in errors
    assert others == [
        *(f"scripted answer not asked for: {answer}" for answer in wanted.answers),
        "told: []",
        "documents: []",
    ]
