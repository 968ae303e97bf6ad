"""Where documents go when the workbook's own folder is no folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import xlwings as xw

from workbook.domain.register import Register
from workbook.domain.settings import Settings
from workbook.domain.validation import check
from workbook.layout.sheets import SETTINGS
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.folders import target_folder
from xl_macros.opening import open_file


class Saved:
    """A workbook of which only the full name matters."""

    def __init__(self, name: Callable[[], str]) -> None:
        self._name = name

    @property
    def fullname(self) -> str:
        return self._name()


def of(name: str) -> xw.Book:
    return Saved(lambda: name)  # type: ignore[return-value] # stands for a book here


def unmapped() -> str:
    raise xw.XlwingsError("Couldn't find your SharePoint folder.")


@pytest.fixture
def settings(sample: Register) -> Settings:
    return check(sample).settings


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    return tmp_path


def test_beside_the_workbook_there_is_nothing_to_explain(settings: Settings) -> None:
    target = target_folder(of("/nha/So.xlsm"), settings)
    assert (target.folder, target.notes) == (Path("/nha"), ())


@pytest.mark.parametrize(
    ("book", "why"),
    [
        (of("https://d.docs.live.net/abc/So.xlsm"), vi.BOOK_ONLINE),
        (Saved(unmapped), vi.BOOK_ONLINE),
        (of("Book1"), vi.BOOK_UNSAVED),
    ],
)
def test_without_a_folder_of_its_own_the_documents_folder_is_used_and_why_is_said(
    book: xw.Book, why: str, settings: Settings, home: Path
) -> None:
    target = target_folder(book, settings)
    assert (target.folder, target.notes) == (home / "Documents", (why,))


def test_where_there_is_no_documents_folder_the_users_own_is_used(
    settings: Settings, home: Path
) -> None:
    (home / "Documents").rmdir()
    assert target_folder(of("Book1"), settings).folder == home


def test_the_folder_of_the_settings_comes_first(settings: Settings) -> None:
    chosen = replace(settings, output_folder="/van-ban")
    for name in ("/nha/So.xlsm", "https://d.docs.live.net/abc/So.xlsm", "Book1"):
        assert target_folder(of(name), chosen).folder == Path("/van-ban")
        assert target_folder(of(name), chosen).notes == ()


def test_a_folder_of_another_machine_is_told_and_passed_over(settings: Settings) -> None:
    target = target_folder(of("/nha/So.xlsm"), replace(settings, output_folder="D:\\Văn bản"))
    assert target.folder == Path("/nha")
    (note,) = target.notes
    assert "D:\\Văn bản" in note
    assert SETTINGS in note


def test_nothing_that_opens_a_document_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def refuse(address: str) -> bool:
        asked.append(address)
        return False

    monkeypatch.setattr("webbrowser.open", refuse)
    with pytest.raises(OSError):  # noqa: PT011 # it carries the path alone
        open_file(tmp_path / "bao_cao.docx")
    assert asked == [(tmp_path / "bao_cao.docx").as_uri()]
