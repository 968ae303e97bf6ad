"""What the folder for Windows is made of: parts.toml, and the paths its parts get."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

_FILE = Path(__file__).parent / "parts.toml"

SITE_PACKAGES = "Lib/site-packages"

# Where a wheel's NAME.data/SCHEME goes; all else in a wheel belongs into site-packages.
_SCHEMES = {
    "purelib": SITE_PACKAGES,
    "platlib": SITE_PACKAGES,
    "data": "",
    "scripts": "Scripts",
    "headers": "Include",
}


@dataclass(frozen=True)
class Part:
    """One download.

    Attributes:
        name: of the project in the registry.
        version: exactly.
        file: the name of the download.
        sha256: its hash, hexadecimal.
        licence: SPDX expression of its files.
        licences: of single files that differ: pattern -> SPDX expression.
        without: patterns of what is left out.
        licence_files: where they are no wheel's own metadata.
        holds: the zip inside an sdist that is unpacked; "" for a wheel.
    """

    name: str
    version: str
    file: str
    sha256: str
    licence: str
    licences: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    licence_files: tuple[str, ...] = ()
    holds: str = ""

    @property
    def requirement(self) -> str:
        """The line of a requirements file that asks for exactly this download."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"

    def leaves_out(self, path: str) -> bool:
        """Tell whether a file of the download is left out."""
        return any(fnmatchcase(path, pattern) for pattern in self.without)

    def licence_of(self, path: str) -> str:
        """Return the SPDX expression of a file of the download."""
        own = (name for pattern, name in self.licences.items() if fnmatchcase(path, pattern))
        return next(own, self.licence)


@dataclass(frozen=True)
class Parts:
    """All downloads."""

    python: Part
    wheels: tuple[Part, ...]


def parts() -> Parts:
    """Return the parts that parts.toml names."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Parts(_part(content["python"]), tuple(map(_part, content["wheels"])))


def _part(table: Mapping[str, object]) -> Part:
    values = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    return Part(**values)  # type: ignore[arg-type] # a wrong key or type fails in the first test


def place_in_python(name: str) -> str:
    """Return where a wheel's file goes, inside the folder of a Python for Windows."""
    top, _, rest = name.partition("/")
    if not top.endswith(".data"):
        return f"{SITE_PACKAGES}/{name}"
    scheme, _, inner = rest.partition("/")
    return str(PurePosixPath(_SCHEMES[scheme]) / inner)
