"""“Kiểm tra máy”: what is told, where the page lies, and that the sổ stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlwings as xw

from tests.xl_macros.excel.made import click, contents
from tests.xlwings_engine import excel, journal_of, save_copy
from workbook.domain.errors import OutputError
from xl_macros import outputs
from xl_macros.diagnosis import output_vi, pages
from xl_macros.excel import folders, machine
from xl_macros.excel import messages_vi as vi
from xl_macros.excel.machine import check_machine


def refused(*folders: Path) -> object:
    """Stand for the writing of files where some folders take none."""
    real = outputs.write_new

    def write(path: Path, content: bytes) -> Path:
        if path.parent in folders:
            raise OutputError(f"Không ghi được vào {path.parent}.")
        return real(path, content)

    return write


@pytest.fixture
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tam"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_the_page_lies_beside_the_workbook_and_is_opened_on_request(sample_file: Path) -> None:
    opened: list[Path] = []
    with excel(sample_file, answers=["yes"]) as book:
        click(book, lambda book: check_machine(book, opened.append))
        (alert,) = journal_of(book).alerts
    page = sample_file.parent / output_vi.PAGE_NAME
    assert opened == [page]
    assert alert.text.startswith("Đã kiểm tra máy:")
    assert str(page) in alert.text
    assert alert.buttons == "yes_no"
    text = page.read_text(encoding="utf-8")
    assert "Chỉ kiểm tra trên Windows." in text
    assert sample_file.parent.name in text


def test_the_workbook_is_neither_read_nor_written(sample_file: Path, tmp_path: Path) -> None:
    with excel(sample_file, answers=["no"]) as book:
        before = contents(save_copy(book, tmp_path / "1.xlsx"))
        click(book, check_machine)
        assert journal_of(book).count("write") == 0
        assert journal_of(book).count("read") == 0
        assert contents(save_copy(book, tmp_path / "2.xlsx")) == before
        assert journal_of(book).status_bars == [f"{vi.CHECKING_MACHINE}…", False]


def test_a_second_page_gets_a_name_of_its_own(sample_file: Path) -> None:
    with excel(sample_file, answers=["no", "no"]) as book:
        click(book, check_machine)
        click(book, check_machine)
    pages = sorted(path.name for path in sample_file.parent.glob("*.html"))
    assert pages == ["Kiem_tra_may-2.html", "Kiem_tra_may.html"]


def test_where_the_folder_refuses_the_page_lies_in_the_temporary_one(
    sample_file: Path, own_temp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "write_new", refused(sample_file.parent))
    with excel(sample_file, answers=["no"]) as book:
        click(book, check_machine)
        (alert,) = journal_of(book).alerts
    assert str(own_temp / output_vi.PAGE_NAME) in alert.text
    assert not list(sample_file.parent.glob("*.html"))


def test_where_nothing_can_be_written_the_result_is_told_all_the_same(
    sample_file: Path, own_temp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "write_new", refused(sample_file.parent, own_temp))
    with excel(sample_file) as book:
        click(book, check_machine)
        (alert,) = journal_of(book).alerts
    assert alert.text.startswith("Đã kiểm tra máy:")
    assert alert.buttons == "ok"


@pytest.mark.parametrize("name", ["https://d.docs.live.net/abc/So.xlsm", "Book1"])
def test_a_workbook_without_a_folder_is_judged_with_the_one_for_documents(
    name: str, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr(machine, "full_name", lambda _: name)
    monkeypatch.setattr(machine, "documents_folder", lambda: documents)
    with excel(sample_file, answers=["no"]) as book:
        click(book, check_machine)
    assert [path.name for path in documents.iterdir()] == [output_vi.PAGE_NAME]
    assert not (Path.cwd() / name).exists()


def test_a_page_that_nothing_opens_is_told(sample_file: Path) -> None:
    def refuse(path: Path) -> None:
        raise OSError(path)

    with excel(sample_file, answers=["yes"]) as book:
        click(book, lambda book: check_machine(book, refuse))
        excuse = journal_of(book).alerts[-1]
    assert excuse.text == vi.not_opened(sample_file.parent / output_vi.PAGE_NAME)


def test_the_full_name_is_an_address_where_xlwings_cannot_map_it() -> None:
    class Online:
        @property
        def fullname(self) -> str:
            raise xw.XlwingsError("Couldn't find your SharePoint folder.")

    assert folders.full_name(Online()) == "https://"  # type: ignore[arg-type] # stands for a book
