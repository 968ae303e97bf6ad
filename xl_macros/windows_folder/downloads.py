"""Downloads from the package registry, through pip; nothing is used but by its hash."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from xl_macros.windows_folder.parts import Part, Parts

PYTHON_VERSION = "3.13"

_WHEELS = (
    "--platform", "win_amd64", "--implementation", "cp", "--python-version", PYTHON_VERSION,
    "--only-binary=:all:",
)  # fmt: skip
_SDIST = ("--no-binary=:all:",)


class DownloadError(Exception):
    """A download failed, or is not the file that was examined."""


def downloaded(parts: Parts, folder: Path) -> dict[str, bytes]:
    """Return the content of each part by its name; what the folder holds is not asked for.

    Raises:
        DownloadError: the registry cannot be reached, or gave another file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _download([part for part in parts.wheels if not _is_here(part, folder)], _WHEELS, folder)
    _download([part for part in (parts.python,) if not _is_here(part, folder)], _SDIST, folder)
    return {part.name: _content(part, folder) for part in (parts.python, *parts.wheels)}


def _download(wanted: Sequence[Part], options: Sequence[str], folder: Path) -> None:
    """Run pip for the parts alone: what they need is a part itself."""
    if not wanted:
        return
    requirements = folder / "can-tai.txt"
    requirements.write_text("".join(f"{part.requirement}\n" for part in wanted), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    command += ["--dest", str(folder), "--no-deps", "--require-hashes", *options]
    command += ["--requirement", str(requirements)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise DownloadError(f"pip download: {done.stderr}")


def _is_here(part: Part, folder: Path) -> bool:
    path = folder / part.file
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == part.sha256


def _content(part: Part, folder: Path) -> bytes:
    content = (folder / part.file).read_bytes()
    if (found := hashlib.sha256(content).hexdigest()) != part.sha256:
        raise DownloadError(f"{part.file} is not the file that was examined: {found}")
    return content
