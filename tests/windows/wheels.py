"""Wheels for Windows from the package registry, unpacked without pip and without Windows."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

PYTHON = "3.13"
SITE_PACKAGES = Path("Lib") / "site-packages"

# Where a wheel's NAME.data/SCHEME goes; all else in a wheel belongs into site-packages.
_SCHEMES = {
    "purelib": SITE_PACKAGES,
    "platlib": SITE_PACKAGES,
    "data": Path(),
    "scripts": Path("Scripts"),
    "headers": Path("Include"),
}


def download(requirements: Sequence[str], into: Path) -> list[Path]:
    """Download wheels of these and of what they need; what is there already is not asked for.

    pip evaluates the conditions of the machine that it runs on, not of Windows: what is
    required on Windows only must be named.
    """
    options = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", PYTHON)
    return pip_download([*options, "--only-binary=:all:", *requirements], into)


def pip_download(arguments: Sequence[str], into: Path) -> list[Path]:
    """Run pip's download once for these arguments; return the files."""
    folder = into / hashlib.sha256("\n".join(arguments).encode()).hexdigest()[:16]
    complete = folder / "complete"
    if not complete.exists():
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download"]
        command += ["--quiet", "--dest", str(folder), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"pip download: {done.stderr}")
        complete.touch()
    return sorted(path for path in folder.iterdir() if path != complete)


def unpack(wheel: Path, python: Path) -> None:
    """Unpack a wheel into the folder of a Python for Windows."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith("/"):
                continue
            place = python / _place(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(archive.read(name))


def _place(name: str) -> Path:
    top, _, rest = name.partition("/")
    if not top.endswith(".data"):
        return SITE_PACKAGES / name
    scheme, _, inner = rest.partition("/")
    return _SCHEMES[scheme] / inner
