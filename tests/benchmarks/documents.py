"""Documents a second from one template: ours beside other engines, in one run.

The same eight-page Báo cáo of the sample figures, each engine in a process of its own on
one core, in turn, so that a busy machine slows all; the median of the rounds' ratios is
shown, for ours with its charts filled and without any; the others copy the template's.
docxtemplater takes part where `npm install --prefix tests` has brought it.

Run: python -m tests.benchmarks.documents (some minutes).
"""

from __future__ import annotations

import json
import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.documents import field_tree
from docgen.template_locations import default_template
from docgen.word.template import load_template
from tests.benchmarks import docxtemplater_template
from tests.benchmarks.document_engines import CHARTED, ENGINES, OURS, WITHOUT_CHARTS
from tests.docgen import reading
from tests.docgen.written import report_context
from workbook.domain.periods import Period
from xl_macros.actions import judge
from xl_macros.new_workbook import sample_register

_ROUNDS, _SECONDS = 7, 2.0
_HERE = Path(__file__).parent
_NODE_MODULES = _HERE.parent / "node_modules"


def measure(folder: Path) -> None:
    """Print what every engine makes in a second, and ours as a multiple of it."""
    _prepare(folder)
    commands = _commands(folder)
    rounds = [{name: _run(command) for name, command in commands.items()} for _ in range(_ROUNDS)]
    for name in commands:
        speed = statistics.median(one[name][0] for one in rounds)
        memory = max(one[name][1] for one in rounds)
        with_charts, without = (_times(rounds, ours, name) for ours in (OURS, WITHOUT_CHARTS))
        print(
            f"{name}: {speed:.1f} documents a second, {memory:.0f} MB;"
            f" ours makes {with_charts} times as many, without charts {without}"
        )


def _times(rounds: Sequence[Mapping[str, tuple[float, float]]], ours: str, other: str) -> str:
    """Return how many times as many documents: the median, the least and the most."""
    ratios = sorted(one[ours][0] / one[other][0] for one in rounds)
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def _prepare(folder: Path) -> None:
    register = sample_register()
    context = report_context(judge(register).assessments[Period(register.year)], draft=False)
    path = Path(shutil.copy(default_template("bao_cao.docx"), folder))
    document = load_template(path, field_tree("bao_cao.docx")).render(context)
    (folder / CHARTED).write_bytes(pickle.dumps(context))
    _write(folder / "context.json", context)
    _write(
        folder / "text.json",
        {"paragraphs": reading.text(document).splitlines(), "tables": reading.tables(document)},
    )
    docxtemplater_template.write(path, folder / "docxtemplater.docx")
    _write(folder / "docxtemplater.json", docxtemplater_template.with_flags(context))


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, default=str), encoding="utf-8")


def _commands(folder: Path) -> Mapping[str, list[str]]:
    module = [sys.executable, "-B", "-m", "tests.benchmarks.document_engines"]
    commands = {name: [*module, name, str(folder), str(_SECONDS)] for name in ENGINES}
    node = shutil.which("node")
    if node and (_NODE_MODULES / "docxtemplater").is_dir():
        script = str(_HERE / "docxtemplater.cjs")
        files = [str(folder / f"docxtemplater.{ending}") for ending in ("docx", "json")]
        commands["docxtemplater"] = [node, script, *files, str(_SECONDS)]
    return commands


def _run(command: list[str]) -> tuple[float, float]:
    """Return documents a second, and megabytes."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    speed, memory = done.stdout.split()
    return float(speed), float(memory) / 1024


def _keep_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    _keep_to_one_core()
    with tempfile.TemporaryDirectory() as made:
        measure(Path(made))
