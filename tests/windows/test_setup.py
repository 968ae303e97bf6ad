"""CaiDat.bat and GoCaiDat.bat, run by cmd.exe from the unpacked zip as a double-click does."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.windows.desk import FOLDER, message_box, unpacked
from tests.windows.wine import needs_wine, shell_run
from xl_macros import file_list
from xl_macros.file_list import LIST_NAME, PROGRAM, ListedFile
from xl_macros.windows_folder.wine import Wine, windows
from xl_macros.windows_setup.__main__ import FINE, NOT_DONE

BOOK = "So_2026.xlsm"
NEWER = "2099.1.1"

# Wine has no drive that can be taken out: this program takes its own for one.
_FROM_STICK = """if True:
    import sys
    from xl_macros.diagnosis import facts, probe
    from xl_macros.windows_setup.__main__ import main
    probe._kind = lambda path: facts.Kind.REMOVABLE
    print(main(['install', '/im']))
"""

# What the installer leaves in the registry: the Trusted Locations, and the variable.
_FOUND = r"""if True:
    import json, winreg
    user, found = winreg.HKEY_CURRENT_USER, {}
    locations = r'Software\Microsoft\Office\16.0\Excel\Security\Trusted Locations'
    try:
        with winreg.OpenKey(user, locations) as key:
            names = [winreg.EnumKey(key, number) for number in range(winreg.QueryInfoKey(key)[0])]
        for name in names:
            with winreg.OpenKey(user, locations + chr(92) + name) as key:
                found[name] = [winreg.QueryValueEx(key, 'Path')[0],
                               winreg.QueryValueEx(key, 'AllowSubfolders')[0]]
    except FileNotFoundError:
        pass
    try:
        with winreg.OpenKey(user, 'Environment') as key:
            home = winreg.QueryValueEx(key, 'SOCHITIEU_HOME')[0]
    except FileNotFoundError:
        home = None
    print(json.dumps([found, home]))
"""


@dataclass(frozen=True)
class Office:
    """A Windows on which Excel was installed, and the program as unpacked, untouched."""

    wine: Wine
    original: Path

    @property
    def user(self) -> Path:
        (user,) = (self.wine.folder / "prefix" / "drive_c" / "users").glob("[!P]*")
        return user

    @property
    def local(self) -> Path:
        return self.user / "AppData" / "Local" / "SoChiTieu"

    def place(self, folder: Path) -> Path:
        """Put the program there, as it is when unpacked."""
        shutil.copytree(self.original, folder)
        return folder

    def path(self, folder: Path) -> str:
        return self.wine.path(folder)

    def bat(self, folder: Path, name: str, *options: str) -> int:
        """Double-click; the exit status."""
        line = f'cmd.exe /c ""{self.path(folder)}\\{name}" {" ".join(options)}"'
        return shell_run(self.wine, line).status

    def found(self) -> tuple[dict[str, list[object]], str | None]:
        """Return the Trusted Locations and SOCHITIEU_HOME."""
        python = self.original / PROGRAM / "python.exe"
        locations, home = json.loads(self.wine.run(python, "-B", "-c", _FOUND))
        return locations, home

    def log(self) -> str:
        return (self.local / "cai-dat.log").read_text(encoding="utf-8")

    def registry(self, *arguments: str) -> None:
        self.wine.call(["wine", "reg", *arguments, "/f"], {}, self.wine.drive)


@pytest.fixture(scope="module")
def office(archive: bytes) -> Iterator[Office]:
    with windows() as wine:
        office = Office(wine, unpacked(archive, wine.drive / "goc"))
        excel = r"HKCR\Excel.Application\CurVer"
        office.registry("add", excel, "/ve", "/d", "Excel.Application.16")
        yield office


@pytest.fixture
def program(office: Office) -> Iterator[Path]:
    """The program in a folder with a difficult name, on a machine that has never seen it."""
    yield office.place(office.wine.drive / FOLDER / "Sổ chỉ tiêu")
    shutil.rmtree(office.wine.drive / FOLDER)
    shutil.rmtree(office.local, ignore_errors=True)
    office.registry("delete", r"HKCU\Software\Microsoft\Office")
    office.registry("delete", r"HKCU\Environment", "/v", "SOCHITIEU_HOME")


def as_version(folder: Path, version: str) -> Path:
    """Turn a program's folder into that of another version."""
    (metadata,) = (folder / PROGRAM / "app").glob("so_chi_tieu-*.dist-info")
    new = metadata.rename(metadata.with_name(f"so_chi_tieu-{version}.dist-info"))
    old_path = f"{PROGRAM}/app/{metadata.name}/METADATA"
    listed = [
        ListedFile(f"{PROGRAM}/app/{new.name}/METADATA", file.sha256, file.licence)
        if file.path == old_path
        else file
        for file in file_list.list_in(folder)
    ]
    (folder / LIST_NAME).write_text(file_list.write_list(listed), encoding="utf-8-sig", newline="")
    return folder


def version_in(folder: Path) -> str:
    return file_list.version_of(file_list.list_in(folder))


@needs_wine
def test_installed_twice_and_removed(office: Office, program: Path) -> None:
    place = office.path(program)
    expected = {"SoChiTieu": [f"{place}\\", 1]}, place
    assert office.bat(program, "CaiDat.bat", "/im") == FINE
    assert office.found() == expected
    with message_box(office.wine, office.original / PROGRAM / "python.exe") as told:
        assert office.bat(program, "CaiDat.bat") == FINE
    assert office.found() == expected
    assert any(text.startswith("Đã cài xong Sổ chỉ tiêu, bản ") for text in told), told
    assert office.log().count("Đã cài xong") == 2
    assert file_list.damaged(program) == []
    assert office.bat(program, "GoCaiDat.bat", "/im") == FINE
    assert office.found() == ({}, None)
    assert not office.local.exists()
    assert file_list.damaged(program) == []


@needs_wine
def test_from_a_stick_the_program_is_copied_and_runs_without_it(
    office: Office, program: Path
) -> None:
    stick = office.place(office.wine.drive / FOLDER / "Thẻ nhớ")
    said = office.wine.run(stick / PROGRAM / "python.exe", "-B", "-c", _FROM_STICK)
    assert said.split()[-1] == str(FINE)
    locations, home = office.found()
    assert home == f"C:\\users\\{office.user.name}\\AppData\\Local\\SoChiTieu"
    assert [path for path, _ in locations.values()] == [
        f"C:\\users\\{office.user.name}\\Documents\\SoChiTieu\\"
    ]
    assert "Đề nghị chép sổ vào thư mục" in office.log()
    assert file_list.damaged(office.local) == []
    shutil.rmtree(stick)
    work = office.user / "Documents" / "SoChiTieu"
    (work / BOOK).write_bytes(b"so")
    assert office.bat(program, "GoCaiDat.bat", "/im") == FINE
    assert office.found() == ({}, None)
    assert not office.local.exists()
    assert (work / BOOK).read_bytes() == b"so"


@needs_wine
def test_a_newer_zip_updates_the_folder_in_use(office: Office, program: Path) -> None:
    assert office.bat(program, "CaiDat.bat", "/im") == FINE
    (program / BOOK).write_bytes(b"so")
    (program / "mau").mkdir()
    (program / "mau" / "bao_cao.docx").write_bytes(b"mau rieng")
    newer = as_version(office.place(office.wine.drive / FOLDER / "Bản mới"), NEWER)
    assert office.bat(newer, "CaiDat.bat", "/im") == FINE
    assert version_in(program) == NEWER
    assert file_list.damaged(program) == []
    assert office.found()[1] == office.path(program)
    assert (program / BOOK).read_bytes() == b"so"
    assert (program / "mau" / "bao_cao.docx").read_bytes() == b"mau rieng"


@needs_wine
def test_a_damaged_file_is_noticed_before_anything_is_changed(
    office: Office, program: Path
) -> None:
    spoiled = program / PROGRAM / "Lib" / "site-packages" / "jinja2" / "lexer.py"
    spoiled.write_bytes(b"spoiled")
    assert office.bat(program, "CaiDat.bat", "/im") == NOT_DONE
    assert "01 tệp (python/Lib/site-packages/jinja2/lexer.py)" in office.log()
    assert office.found() == ({}, None)


@needs_wine
@pytest.mark.parametrize("lost", ["python.exe", "app"])
def test_without_its_python_the_script_itself_ends_it_and_does_not_wait(
    lost: str, office: Office, program: Path
) -> None:
    path = program / PROGRAM / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert office.bat(program, "CaiDat.bat", "/im") == NOT_DONE
    assert not office.local.exists()
