"""What is installed works without the checkout: plan, sample and templates travel along."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content in a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    ignored = shutil.ignore_patterns(".*", "node_modules", "__pycache__", "tests")
    shutil.copytree(ROOT, source, ignore=ignored)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=source, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    shutil.rmtree(source)
    return folder / "site"


def test_the_trial_runs_from_the_wheel_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    program = (
        "import sys, docgen, xl_macros.cli;"
        "print(docgen.__file__, file=sys.stderr); sys.exit(xl_macros.cli.main(['chay-thu']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert str(installed) in done.stderr, "the wheel's own code ran"
    assert sorted(path.suffix for path in (tmp_path / "chay-thu").iterdir()) == [".docx", ".xlsx"]


def test_the_wheel_holds_the_plan_the_sample_and_the_template(installed: Path) -> None:
    held = {path.relative_to(installed).as_posix() for path in installed.rglob("*.*")}
    assert {
        "workbook/data/ngo_may/plan.toml",
        "workbook/data/ngo_may/ke_hoach.txt",
        "workbook/data/ngo_may/so_lieu_mau.csv",
        "docgen/templates/bao_cao.docx",
    } <= held
