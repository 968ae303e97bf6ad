"""A recorded command line run in earnest, and what each function is known by."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.xl_macros.macro_book.command_line import arguments, commands
from tests.xl_macros.macro_book.package import WORKBOOK_PART, Package, replaced
from tests.xlwings_engine import Click, click
from workbook.domain.plan import Plan
from workbook.layout import sheets

# Libraries that make a click slow; the folder for Windows comes without the first three.
ABSENT = ("pandas", "numpy", "matplotlib")
UNWANTED = (*ABSENT, "xlsxwriter", "openpyxl")


@dataclass(frozen=True)
class Effect:
    """What a function does that no other one does.

    Attributes:
        told: How its messages begin.
        answers: The buttons that the official presses at its questions.
        written: The sheets whose cells it writes.
        documents: How many documents it makes.
        charts: Whether they have charts, whose workbooks XlsxWriter writes.
    """

    told: tuple[str, ...]
    answers: tuple[str, ...] = ()
    written: frozenset[str] = frozenset()
    documents: int = 0
    charts: bool = False


def effects(plan: Plan, shown: str) -> dict[str, Effect]:
    """Return the effect of every function on a sample sổ whose sheet `shown` is in front."""
    findings = frozenset({sheets.FINDINGS})
    judged = {sheets.SUMMARY, sheets.JUDGED, *(unit.sheet for unit in plan.units)}
    return {
        "check_figures": Effect(("Đã kiểm tra tất cả các trang:",), written=findings),
        "check_this_sheet": Effect((f"Đã kiểm tra trang “{shown}”",), written=findings),
        "update_statuses": Effect(("Đã cập nhật tình trạng",), written=findings | judged),
        "create_report": Effect(
            ("Sẽ lập báo cáo", "Đã lập văn bản:"), answers=("ok", "no"), documents=1, charts=True
        ),
        "create_plan": Effect(
            ("Lập kế hoạch năm", "Đã lập văn bản:"), answers=("yes", "no"), documents=1
        ),
        "check_machine": Effect(("Đã kiểm tra máy:",), answers=("no",)),
    }


def run(
    line: str, path: Path, into: Path, answers: Iterable[str], environment: Mapping[str, str]
) -> Click:
    """Run what Windows would run of a line, by this Python: the same arguments but the first."""
    command = arguments(commands(line)[-1].text)
    return click(
        [sys.executable, *command[1:]], path, into, answers=answers, environment=environment
    )


def run_faults(done: Click, effect: Effect, path: Path) -> list[str]:
    """Tell in what a finished run differs from the effect; `path` is the workbook it ran on."""
    journal = done.journal
    written = frozenset(trip.sheet for trip in journal.trips if trip.kind == "write")
    made = list(path.parent.glob("*.docx"))
    told = [alert.text for alert in journal.alerts]
    faults = [f"exit status {done.status}"] * bool(done.status)
    faults += [done.errors] * bool(done.errors)
    faults += journal.faults() + journal.refusals
    if len(told) != len(effect.told) or not all(map(str.startswith, told, effect.told)):
        faults.append(f"told: {told}")
    if written != effect.written:
        faults.append(f"written: {sorted(written ^ effect.written)}")
    if len(made) != effect.documents:
        faults.append(f"documents: {made}")
    if journal.status_bars and journal.status_bars[-1] is not False:
        faults.append("the status bar is not given back")
    if protected(done.workbook) != protected(path):
        faults.append("the protection has changed")
    loaded = {name.partition(".")[0] for name in done.modules}
    wanted = {"xlsxwriter"} if effect.charts else set()
    return faults + [f"loaded: {name}" for name in UNWANTED if name in loaded - wanted]


def protected(path: Path) -> list[str]:
    """Return the names of the protected sheets of a file."""
    package = Package(path.read_bytes())
    return [
        sheet.name for sheet in package.sheets if b"<sheetProtection" in package.parts[sheet.part]
    ]


def shown(content: bytes, number: int) -> bytes:
    """Return a workbook with another sheet in front, counted from 0."""
    view = "<workbookView "
    return replaced(content, WORKBOOK_PART, view, f'{view}activeTab="{number}" ')


def without_libraries(folder: Path) -> dict[str, str]:
    """Return an environment in which the libraries cannot be imported."""
    for name in ABSENT:
        (folder / f"{name}.py").write_text(f'raise ImportError("no {name} here")\n')
    return {"PYTHONPATH": str(folder)}
