"""Every button is clicked in LibreOffice: what it is, what it runs, and what it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.xl_macros.macro_book.libreoffice import Clicked, Office, needs_clicking
from workbook.builder import build_workbook
from workbook.domain.plan import Plan
from workbook.layout import sheets
from xl_macros import actions
from xl_macros.buttons import BUTTONS, Button, on_ribbon, sheets_of
from xl_macros.macro_book import macros_of
from xl_macros.macro_book.modules import SUBS, modules, ribbon_macro
from xl_macros.macro_book.project import vba_project
from xl_macros.macro_book.texts_vi import TEXTS

CHECK, REPORT = 0, 2  # slots on Tổng hợp
_BINDING = f"vnd.sun.star.script:VBAProject.{SUBS}.{{macro}}?language=Basic&location=document"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(tmp_path_factory.mktemp("libreoffice"))
    yield office
    office.stop()


@pytest.fixture(scope="module")
def macro_file(judged_sample: actions.Judged, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("so") / "so.xlsm"
    path.write_bytes(actions.make_workbook(judged_sample, buttons=True))
    return path


@pytest.fixture
def opened(office: Office, macro_file: Path) -> Office:
    """The sổ as it was delivered; opening takes longer than a click, so it is shared."""
    if office.path != macro_file:
        office.open(macro_file)
    return office


@pytest.fixture
def changeable(opened: Office) -> Iterator[Office]:
    """The same for a test that leaves it changed: the next one opens it anew."""
    yield opened
    opened.path = None


def faults(office: Office, plan: Plan) -> list[str]:
    """Click every button of the open workbook; return what is not as the table says."""
    wanted = {
        (sheet, button.slot): button for button in BUTTONS for sheet in sheets_of(button, plan)
    }
    found = {(one.sheet, one.slot): one for one in office.buttons}
    told = [f"{sheet}: {slot}: no button" for sheet, slot in wanted.keys() - found.keys()]
    told += [f"{sheet}: {slot}: not in the table" for sheet, slot in found.keys() - wanted.keys()]
    for place in sorted(wanted.keys() & found.keys()):
        button, seen = wanted[place], found[place]
        pairs: list[tuple[object, object]] = [
            (seen.caption, button.caption),
            (seen.scripts, (_BINDING.format(macro=button.macro),)),
            *ran(office.click(*place), button),
        ]
        told += [f"{place[0]}: {place[1]}: {is_!r}" for is_, wanted_ in pairs if is_ != wanted_]
    return told


def ran(clicked: Clicked, button: Button) -> list[tuple[object, object]]:
    """Return what ran and what should have."""
    return [
        (clicked.noted("macro"), (button.macro,)),
        (clicked.functions, (button.function,)),
        (clicked.noted("popup") + clicked.noted("fault"), ()),
    ]


@needs_clicking
def test_every_button_runs_its_macro_and_that_its_function(opened: Office, plan: Plan) -> None:
    assert len(opened.buttons) == 5 + 2 * len(plan.units)
    assert faults(opened, plan) == []


@needs_clicking
def test_every_macro_of_the_ribbon_runs_its_function(opened: Office) -> None:
    for button in on_ribbon():
        clicked = opened.run(SUBS, ribbon_macro(button))
        assert clicked.noted("macro") == (ribbon_macro(button),)
        assert clicked.functions == (button.function,)


@needs_clicking
def test_the_check_reports_swapped_macros_and_buttons_that_are_bound_wrongly(
    office: Office, judged_sample: actions.Judged, plan: Plan, tmp_path: Path
) -> None:
    path = tmp_path / "so.xlsm"
    path.write_bytes(spoilt_book(judged_sample))
    office.open(path)
    last = plan.units[-1].sheet
    assert sorted(faults(office, plan)) == sorted(
        [
            f"{sheets.SUMMARY}: {CHECK}: ('create_report',)",
            f"{sheets.SUMMARY}: {REPORT}: ('check_figures',)",
            f"{last}: 0: {(_BINDING.format(macro='UpdateFromSheet'),)}",
            f"{last}: 0: ('UpdateFromSheet',)",
            f"{last}: 0: ('update_statuses',)",
            f"{last}: 1: no button",
        ]
    )


def spoilt_book(judged: actions.Judged) -> bytes:
    """A sổ with two subs swapped; of the last sheet's buttons one is lost, one bound wrongly."""
    register = judged.checked.register
    subs = modules()[SUBS]
    for old, new in (("CheckFigures()", "~"), ("CreateReport()", "CheckFigures()")):
        subs = subs.replace(f"Sub {old}", f"Sub {new}")
    project = partial(vba_project, {**modules(), SUBS: subs.replace("~", "CreateReport()")})
    made = macros_of(register.plan)
    *others, last = made.buttons
    wrong = [replace(one, macro=last.macro) if one.sheet == last.sheet else one for one in others]
    macros = replace(made, project=project, buttons=tuple(wrong))
    return build_workbook(
        register, judged.assessments, judged.checked.findings, judged.latest, macros
    )


FAILED = TEXTS["failed"]


@needs_clicking
@pytest.mark.parametrize(
    ("misfortune", "told"),
    [
        ("", ()),
        ("raises", (FAILED,)),
        ("exit code", (FAILED + "\r\n" + r"C:\Temp\so-chi-tieu-loi.log",)),
    ],
)
def test_sheets_are_unlocked_while_python_runs_and_locked_after_it(
    opened: Office, misfortune: str, told: tuple[str, ...]
) -> None:
    clicked = opened.click(sheets.SUMMARY, REPORT, misfortune)
    assert clicked.functions == ("create_report",)
    assert clicked.noted("protected") == ()
    assert clicked.protected == opened.sheets
    assert clicked.noted("popup") == told
    assert clicked.noted("title") == (TEXTS["title"],) * len(told)


@needs_clicking
def test_the_log_of_a_python_that_failed_is_kept_for_a_helper(opened: Office) -> None:
    clicked = opened.click(sheets.SUMMARY, CHECK, "exit code")
    (command,) = clicked.noted("command")
    (log,) = clicked.noted("copied")
    assert command.rstrip().endswith(f'2> "{log}"')
    assert clicked.noted("kept") == (r"C:\Temp\so-chi-tieu-loi.log",)
    assert clicked.noted("deleted") == (log,)


@needs_clicking
def test_without_the_program_a_click_says_so_and_does_nothing(opened: Office) -> None:
    clicked = opened.click(sheets.SUMMARY, CHECK, "no program")
    assert clicked.noted("macro") == ("CheckFigures",)
    assert clicked.journal[1:] == (("title", TEXTS["title"]), ("popup", TEXTS["no_program"]))
    assert clicked.protected == opened.sheets


@needs_clicking
def test_a_click_in_a_read_only_book_warns_first_and_runs_all_the_same(opened: Office) -> None:
    clicked = opened.click(sheets.SUMMARY, CHECK, "read only")
    kinds = [what for what, _ in clicked.journal]
    assert kinds == ["macro", "title", "popup", "command", "deleted"]
    assert clicked.noted("popup") == (TEXTS["read_only"],)
    assert clicked.functions == ("check_figures",)


@needs_clicking
def test_a_click_locks_no_sheet_that_its_user_had_unlocked(changeable: Office) -> None:
    changeable.protect(sheets.HISTORY, None)
    clicked = changeable.click(sheets.SUMMARY, CHECK)
    assert clicked.protected == changeable.sheets - {sheets.HISTORY}


@needs_clicking
def test_where_a_sheet_has_a_password_a_click_says_so_and_leaves_every_sheet_locked(
    changeable: Office,
) -> None:
    """Excel asks for the password; LibreOffice takes it for wrong at once."""
    changeable.protect(sheets.HISTORY, "mat khau")
    clicked = changeable.click(sheets.SUMMARY, CHECK)
    assert clicked.noted("command") == ()
    assert clicked.noted("popup") == (FAILED,)
    assert clicked.protected == changeable.sheets


@needs_clicking
def test_a_sheet_that_is_lost_during_the_call_leaves_no_other_unlocked(
    changeable: Office, plan: Plan
) -> None:
    clicked = changeable.click(sheets.SUMMARY, CHECK, "lost sheet")
    assert clicked.protected == changeable.sheets - {plan.units[0].sheet}
