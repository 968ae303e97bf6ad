"""A sample sổ open in the pretended Excel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings as xw

from tests.xl_macros.excel.made import YEAR, built
from tests.xlwings_engine import excel
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.filling import new_register


@pytest.fixture(scope="session")
def blank(plan: Plan) -> Register:
    """The register of a new sổ without figures."""
    return new_register(plan, YEAR.year)


@pytest.fixture(scope="session")
def blank_bytes(blank: Register) -> bytes:
    return built(blank, YEAR)


@pytest.fixture
def blank_file(blank_bytes: bytes, tmp_path: Path) -> Path:
    """A sổ without figures as a file of one's own."""
    path = tmp_path / "Sổ trống.xlsx"
    path.write_bytes(blank_bytes)
    return path


@pytest.fixture
def book(sample_file: Path) -> Iterator[xw.Book]:
    """The sample sổ, open; questions have no answers."""
    with excel(sample_file) as book:
        yield book
