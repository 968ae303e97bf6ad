"""The sample sổ with buttons: its bytes, its parts, opened for clicks."""

from __future__ import annotations

import pytest

from tests.xl_macros.macro_book.package import Package
from tests.xl_macros.macro_book.vba_excel import OpenedFile
from xl_macros import actions


@pytest.fixture(scope="session")
def macro_bytes(judged_sample: actions.Judged) -> bytes:
    """The sample sổ with buttons as a file's content."""
    return actions.make_workbook(judged_sample, buttons=True)


@pytest.fixture(scope="session")
def package(macro_bytes: bytes) -> Package:
    """Its parts."""
    return Package(macro_bytes)


@pytest.fixture(scope="session")
def opened(macro_bytes: bytes) -> OpenedFile:
    """It, loaded once; each `VbaExcel` made of it begins anew."""
    return OpenedFile(macro_bytes)
