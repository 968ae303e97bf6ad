"""What lies beside `python`: scripts, notes, sổ, licences."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from docgen.documents import field_trees
from workbook.reader.file import read_register
from xl_macros.windows_folder import contents
from xl_macros.windows_folder.assembly import Content
from xl_macros.windows_folder.building import archive, program_version

YEAR = 2031
SCRIPTS = sorted((Path(contents.__file__).parent / "files").glob("*.bat"))


@pytest.fixture(scope="module")
def others() -> dict[str, Content]:
    return contents.others(YEAR)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_ascii_with_the_line_ends_of_windows(path: Path) -> None:
    data = contents.script(path.read_text(encoding="utf-8"))
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") == len(path.read_text().splitlines())


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_starts_a_module_that_there_is(path: Path) -> None:
    started = set(re.findall(r"-m (\S+)", path.read_text(encoding="ascii")))
    assert len(started) == 1
    assert importlib.util.find_spec(started.pop()) is not None


def test_a_letter_of_vietnamese_in_a_script_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        contents.script("rem Cài đặt\n")


def test_the_note_names_the_workbook_of_the_year(others: dict[str, Content]) -> None:
    data = others["DocTruoc.txt"].data
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert f"3. Mở {contents.workbook_name(YEAR)} bằng Excel" in text
    assert "{" not in text
    assert text.count("\r\n") == text.count("\n")


@pytest.mark.parametrize("file", ["CaiDat.bat", "HuongDan.docx", "TaoBaoCao.bat", "KiemTra.bat",
                                  "GoCaiDat.bat", "mau_goc"])  # fmt: skip
def test_what_the_note_speaks_of_is_there(file: str, others: dict[str, Content]) -> None:
    assert file in others["DocTruoc.txt"].data.decode("utf-8-sig")
    assert any(name == file or name.startswith(f"{file}/") for name in others)


def test_officials_get_the_templates_of_documents_and_no_other(others: dict[str, Content]) -> None:
    given = {name.rpartition("/")[2] for name in others if name.startswith(contents.TEMPLATES)}
    assert given == {*field_trees(), "README.md"}


def test_the_blank_workbooks_are_those_of_the_year(tmp_path: Path) -> None:
    for name, content in contents.workbooks(YEAR).items():
        path = tmp_path / name
        path.write_bytes(content.data)
        register = read_register(path)
        assert register.year == YEAR
        assert not register.sample


def test_the_zip_knows_no_clock_and_no_system() -> None:
    files = {"b.txt": Content(b"b"), "a/ấ.txt": Content(b"a")}
    made = archive("Thu muc", files, "2026.11.3")
    assert made == archive("Thu muc", dict(reversed(files.items())), "2026.11.3")
    assert b"Thu muc/a/" in made


def test_the_version_is_that_of_the_project_file() -> None:
    project = (Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{program_version()}"' in project
