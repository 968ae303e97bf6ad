"""The folder for Windows from its parts to the zip."""

from __future__ import annotations

import io
import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from xl_macros.file_list import LIST_NAME
from xl_macros.windows_folder import contents
from xl_macros.windows_folder.assembly import Content, Files, program
from xl_macros.windows_folder.bytecode import bytecode
from xl_macros.windows_folder.parts import Parts
from xl_macros.windows_folder.wine import Wine

_PROJECT_FILE = Path(__file__).parents[2] / "pyproject.toml"
_LEVEL = 9
_ON_DOS = 0  # the system a zip was made on decides how modes and names are read
_PLAIN_FILE = 0x20  # as DOS has it


@dataclass(frozen=True)
class Built:
    """The folder as one zip, which holds it under its name.

    Attributes:
        name: of the folder.
        files: what is in it.
        archive: the zip's content.
    """

    name: str
    files: Files
    archive: bytes


def build(parts: Parts, downloads: Mapping[str, bytes], wine: Wine, year: int) -> Built:
    """Make the folder: the same bytes for the same parts, version and year.

    Args:
        parts: what it is made of.
        downloads: their contents by name.
        wine: compiles.
        year: the reporting year of the blank sổ.
    """
    version = program_version()
    files = program(parts, downloads, version)
    files |= bytecode(files, wine)
    files |= contents.others(year)
    files[LIST_NAME] = contents.listing(files)
    files |= contents.workbooks(year)  # these are to be changed: no hash holds for them
    name = f"SoChiTieu-{version}"
    return Built(name, files, archive(name, files, version))


def program_version() -> str:
    """Return our version: the checkout's, since its installed metadata may be older."""
    if _PROJECT_FILE.is_file():
        project = tomllib.loads(_PROJECT_FILE.read_text(encoding="utf-8"))["project"]
        return str(project["version"])
    return metadata.version("so-chi-tieu")


def archive(name: str, files: Mapping[str, Content], version: str) -> bytes:
    """Return a zip of the files under a folder's name, sorted; no clock is asked."""
    year, month = map(int, version.split(".")[:2])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as into:
        for path in sorted(files):
            info = zipfile.ZipInfo(f"{name}/{path}", (year, month, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _ON_DOS
            info.external_attr = _PLAIN_FILE
            into.writestr(info, files[path].data)
    return stream.getvalue()
