"""One Windows for all tests here: it takes half a minute to furnish."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows.desk import Desk, furnished
from tests.xl_macros.macro_book.vba_excel import OpenedFile
from xl_macros import actions

DOWNLOADS = "SO_CHI_TIEU_DOWNLOADS"


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The program's folder on a Windows; what a test adds to the folder it takes away."""
    kept = os.environ.get(DOWNLOADS)
    with furnished(Path(kept) if kept else tmp_path_factory.mktemp("downloads")) as desk:
        yield desk


@pytest.fixture(autouse=True)
def no_documents_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take away the documents that a click wrote beside the sổ."""
    yield
    if "desk" in request.fixturenames:
        for path in request.getfixturevalue("desk").folder.glob("*.docx"):
            path.unlink()


@pytest.fixture(scope="session")
def macro_bytes(judged_sample: actions.Judged) -> bytes:
    """The sample sổ with buttons as a file's content."""
    return actions.make_workbook(judged_sample, buttons=True)


@pytest.fixture(scope="session")
def opened(macro_bytes: bytes) -> OpenedFile:
    """It, loaded for clicks."""
    return OpenedFile(macro_bytes)
