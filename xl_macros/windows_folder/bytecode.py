"""Bytecode for the folder, made by the very Python that is in it.

A Python of another system or patch release would make other code of some functions
(3.13.0 and 3.13.2 do), so that the same source would not give the same zip everywhere.
Wine runs it where there is no Windows.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from xl_macros.file_list import PROGRAM
from xl_macros.windows_folder.assembly import Content, Files
from xl_macros.windows_folder.wine import Wine

_FOLDER = "bien_dich"
_SCRIPT = "bien_dich.py"
# The name inside the code is that within the folder: import puts the real one in its place.
# Unchecked, since a copy or a zip changes the times of files.
_COMPILE = """\
import pathlib
import py_compile
import sys

root = pathlib.Path(sys.argv[1])
for path in sorted(root.rglob("*.py")):
    py_compile.compile(
        str(path),
        dfile=path.relative_to(root).as_posix(),
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
"""


def bytecode(files: Files, wine: Wine) -> dict[str, Content]:
    """Return the bytecode of every module in `python/`, by its path in the folder."""
    folder = wine.drive / _FOLDER
    for name, content in files.items():
        if name.startswith(f"{PROGRAM}/"):
            _write(folder / name, content.data)
    _write(folder / _SCRIPT, _COMPILE.encode("ascii"))
    wine.run(folder / PROGRAM / "python.exe", wine.path(folder / _SCRIPT), wine.path(folder))
    return {
        name: Content((folder / name).read_bytes(), files[source].licence)
        for source, name in _compiled(files).items()
    }


def _compiled(files: Files) -> Mapping[str, str]:
    """Return where the bytecode of each module lies."""
    return {
        name: f"{parent}/__pycache__/{module.removesuffix('.py')}.cpython-313.pyc"
        for name in files
        if name.startswith(f"{PROGRAM}/") and name.endswith(".py")
        for parent, _, module in (name.rpartition("/"),)
    }


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
