"""One zip for all tests here, and one Windows for a file's: each takes half a minute."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator

import pytest

from tests.windows.desk import Desk, built_zip, furnished, kept_downloads
from tests.xl_macros.macro_book.vba_excel import OpenedFile
from xl_macros import actions


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The zip for Windows; built by the first of the test processes that wants it."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    kept = shared / "so-chi-tieu.zip"
    with (shared / "so-chi-tieu.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            built = built_zip(kept_downloads(shared / "downloads"))
            kept.write_bytes(built.archive)
    return kept.read_bytes()


@pytest.fixture(scope="session")
def desk(archive: bytes) -> Iterator[Desk]:
    """The program's folder on a Windows; what a test adds to the folder it takes away."""
    with furnished(archive) as desk:
        yield desk


@pytest.fixture(autouse=True)
def no_documents_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take away the documents that a click wrote beside the sổ."""
    yield
    if "desk" in request.fixturenames:
        folder = request.getfixturevalue("desk").folder
        for path in (*folder.glob("*.docx"), *folder.glob("*.html")):
            path.unlink()


@pytest.fixture(scope="session")
def macro_bytes(judged_sample: actions.Judged) -> bytes:
    """The sample sổ with buttons as a file's content."""
    return actions.make_workbook(judged_sample, buttons=True)


@pytest.fixture(scope="session")
def opened(macro_bytes: bytes) -> OpenedFile:
    """It, loaded for clicks."""
    return OpenedFile(macro_bytes)
