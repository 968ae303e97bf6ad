"""The house rules that a tool can hold: imports, sizes, and no plan in the code."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbook.domain.plan import Plan

ROOT = Path(__file__).parent.parent
PACKAGES = ("workbook", "docgen", "xl_macros")
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path


def test_the_import_contracts_hold(copy: Path) -> None:
    result = lint_imports(copy)
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("workbook/domain/periods.py", "import pathlib"),
        ("workbook/domain/periods.py", "import openpyxl"),
        ("workbook/domain/plan.py", "from workbook.layout import sheets"),
        ("workbook/layout/sheets.py", "import workbook.reader"),
        ("workbook/plans.py", "import docgen"),
        ("docgen/__init__.py", "import openpyxl"),
        ("docgen/__init__.py", "import xl_macros"),
        ("docgen/report/context.py", "import docx"),
        ("docgen/template_check/checking.py", "import docx"),
        ("docgen/word/tables.py", "import xlsxwriter"),
        ("docgen/word/tables.py", "from docgen.shared import letterhead"),
        ("docgen/template_check/tags.py", "from docgen.word import jinja"),
        ("docgen/form_check/reading/styles.py", "from docgen.form_check.rules import body"),
        ("docgen/letters/context.py", "from docgen.plan import context"),
        (
            "docgen/template_check/package.py",
            "def late() -> None:\n    from docgen.template_check import checking",
        ),
        ("xl_macros/actions.py", "import docx"),
        ("workbook/plans.py", "def late() -> None:\n    import xlwings"),
    ],
)
def test_a_planted_wrong_import_breaks_a_contract(copy: Path, module: str, line: str) -> None:
    assert (copy / module).is_file()
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert lint_imports(copy).returncode != 0


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_source_file_stays_below_500_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_function_stays_within_40_lines(path: Path) -> None:
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in functions(path)
        if node.end_lineno and node.end_lineno - node.lineno + 1 > 40
    }
    assert long == {}


DOCGEN = [path for path in SOURCES if path.is_relative_to(ROOT / "docgen")]


@pytest.mark.parametrize("path", DOCGEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_alias_hides_the_name_of_a_module(path: Path) -> None:
    hidden = [
        f"{node.module}.{name.name} as {name.asname}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for name in node.names
        if name.asname and (ROOT / node.module.replace(".", "/") / f"{name.name}.py").is_file()
    ]
    assert hidden == []


def literals(path: Path) -> list[str]:
    """The string literals of a module; docstrings may give an example and are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = [node.body for node in ast.walk(tree) if hasattr(node, "body")]
    documented = {
        id(body[0].value)
        for body in bodies
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documented
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_names_a_measure_a_unit_or_the_place_of_the_plan(path: Path, plan: Plan) -> None:
    names = {unit.name for unit in plan.units} | {
        measure.name for measure in plan.measures.values()
    }
    names |= {plan.signer, str(plan.settings["unit_name"]), str(plan.settings["place"])}
    ids = "|".join(re.escape(name) for name in plan.measures)
    text = "\n".join(literals(path))
    assert [name for name in sorted(names) if name and name in text] == []
    assert re.findall(rf"\b({ids})\b", text) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_holds_a_threshold_of_the_plan(path: Path, plan: Plan) -> None:
    # 100 and 0 are too common to mean a threshold; 99.5 or 0.05 could be nothing else.
    telling = {
        float(stone.value)
        for measure in plan.measures.values()
        for stone in measure.milestones
        if stone.value is not None and stone.value.denominator != 1
    }
    numbers = {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    }
    assert numbers & telling == set()
