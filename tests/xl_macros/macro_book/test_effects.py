"""The recorded command lines, run: exactly the function of the button does its work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.xl_macros.excel.made import contents
from tests.xl_macros.macro_book.clicks import PLACE, ready
from tests.xl_macros.macro_book.effects import (
    ABSENT,
    Effect,
    effects,
    run,
    run_faults,
    shown,
    without_libraries,
)
from tests.xl_macros.macro_book.vba_excel import OpenedFile, VbaExcel
from tests.xlwings_engine import Click
from workbook.domain.plan import Plan
from xl_macros.buttons import BUTTONS, Button, Place

# Buttons whose function another one runs too: their second click would be that one's.
AGAIN = [
    one
    for number, one in enumerate(BUTTONS)
    if one.function in {other.function for other in BUTTONS[:number]}
]


def recorded(opened: OpenedFile, macro: str) -> str:
    """Click on Windows' side; return the command line."""
    computer = ready()
    VbaExcel(opened, computer, PLACE).click(macro)
    (only,) = computer.runs
    return only.line


def fresh(folder: Path) -> Path:
    """Return the workbook's path in a new folder of its own."""
    folder.mkdir()
    return folder / PLACE.name


def front(button: Button) -> int:
    """Return the number of a sheet on which the button stands."""
    return 1 if button.place is Place.UNITS else 0


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of the folder for Windows: no pandas, no matplotlib."""
    return without_libraries(tmp_path_factory.mktemp("không có"))


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.macro)
def test_a_click_does_its_work_and_a_second_one_the_same_without_pandas_and_matplotlib(
    button: Button,
    macro_bytes: bytes,
    opened: OpenedFile,
    plan: Plan,
    tmp_path: Path,
    bare: dict[str, str],
) -> None:
    line = recorded(opened, button.macro)
    effect = effects(plan, plan.units[0].sheet)[button.function]
    path = fresh(tmp_path / "một")
    path.write_bytes(shown(macro_bytes, front(button)))
    first = run(line, path, tmp_path / "hai", effect.answers, bare if button in AGAIN else {})
    assert run_faults(first, effect, path) == []
    if button in AGAIN:
        return
    second = run(line, first.workbook, tmp_path / "ba", effect.answers, bare)
    assert run_faults(second, effect, first.workbook) == []
    assert messages(second, first.workbook.parent) == messages(first, path.parent)
    if effect.written:  # else no cell was written at all
        assert contents(second.workbook) == contents(first.workbook)


def messages(done: Click, folder: Path) -> list[str]:
    """Return what was told, without the folder of the workbook."""
    return [alert.text.replace(str(folder), "…") for alert in done.journal.alerts]


@pytest.mark.parametrize("name", ABSENT)
def test_the_bare_environment_has_no_such_library(bare: dict[str, str], name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import {name}"], env={**os.environ, **bare},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr.endswith(f"ImportError: no {name} here\n")


def test_no_two_functions_have_the_same_effect(plan: Plan) -> None:
    found: list[Effect] = list(effects(plan, plan.units[0].sheet).values())
    assert len(set(found)) == len(found) == len({button.function for button in BUTTONS})
