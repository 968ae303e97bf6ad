"""What a printed page looks like: LibreOffice makes the PDF, poppler reads it.

Tests that use it carry `@needs_rendering`; without the programs they are skipped and
say so.
"""

from __future__ import annotations

import atexit
import functools
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar, cast

import pytest

_Test = TypeVar("_Test", bound=Callable[..., object])
_PROGRAMS = ("soffice", "pdftotext", "pdftoppm", "pdfinfo")
_MISSING = [program for program in _PROGRAMS if shutil.which(program) is None]
_TIMEOUT = 180  # seconds; a cold start of LibreOffice on a busy machine takes a while


def needs_rendering(test: _Test) -> _Test:
    """Mark a test as `render` and skip it where LibreOffice or poppler is missing."""
    reason = f"cần LibreOffice và poppler (thiếu: {', '.join(_MISSING)})"
    skip = pytest.mark.skipif(bool(_MISSING), reason=reason)
    return cast(_Test, pytest.mark.render(skip(test)))


_LOCALE_SETTING = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item></oor:items>
"""


@functools.cache
def _profile(locale: str) -> str:
    # A profile of our own: an open LibreOffice of the user would swallow the command.
    folder = Path(tempfile.mkdtemp(prefix="lo-profile-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir()
    settings.write_text(_LOCALE_SETTING.format(locale=locale), encoding="utf-8")
    return folder.as_uri()


def _run(*command: str) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=_TIMEOUT, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise AssertionError(f"{command[0]} failed: {done.stderr or done.stdout}")
    return done.stdout


def convert(source: Path, into: Path, kind: str, *, locale: str = "en-US") -> Path:
    """Convert a document with LibreOffice (recalculating formulas) and return the copy.

    `kind` is LibreOffice's filter: "pdf", "xlsx", "docx" … `into` must not be the
    source's own folder when the kind is the same. `locale` tells how numbers are written.
    """
    return convert_all([source], into, kind, locale=locale)[0]


def convert_all(
    sources: Sequence[Path], into: Path, kind: str, *, locale: str = "en-US"
) -> list[Path]:
    """Convert documents of different names in one run, which takes half the time."""
    into.mkdir(parents=True, exist_ok=True)
    _run(
        "soffice", "--headless", f"-env:UserInstallation={_profile(locale)}",
        "--convert-to", kind, "--outdir", str(into), *map(str, sources),
    )  # fmt: skip
    made = [into / f"{source.stem}.{kind.partition(':')[0]}" for source in sources]
    for source, copy in zip(sources, made, strict=True):
        if not copy.exists():
            raise AssertionError(f"LibreOffice made nothing of {source.name}")
    return made


def to_pdf(source: Path, into: Path) -> Path:
    """Print a document to PDF."""
    return convert(source, into, "pdf")


def pdf_pages(pdf: Path) -> list[str]:
    """Return the text of every page, laid out as printed."""
    return _run("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1]


def pdf_words(pdf: Path) -> str:
    """Return the whole text in reading order of the boxes, blanks collapsed to one.

    A wrapped cell's lines follow each other here, so that a long name is found whole.
    """
    return " ".join(_run("pdftotext", "-raw", str(pdf), "-").split())


def page_sizes(pdf: Path) -> list[tuple[float, float]]:
    """Return width and height of every page in points (A4 is 595.3 x 841.9)."""
    lines = _run("pdfinfo", "-f", "1", "-l", "9999", str(pdf)).splitlines()
    sizes = [line.split("size:")[1].split() for line in lines if "size:" in line and "Page" in line]
    return [(float(size[0]), float(size[2])) for size in sizes]


def to_png(pdf: Path, into: Path, *, resolution: int = 60) -> list[Path]:
    """Draw every page as a PNG (dots an inch) and return the files in page order."""
    into.mkdir(parents=True, exist_ok=True)
    _run("pdftoppm", "-r", str(resolution), "-png", str(pdf), str(into / pdf.stem))
    return sorted(into.glob(f"{pdf.stem}-*.png"))


def page_colors(pdf: Path, into: Path, *, resolution: int = 40) -> list[Counter[str]]:
    """Count every page's pixels by colour, as styles write it ("#1F3864")."""
    into.mkdir(parents=True, exist_ok=True)
    _run("pdftoppm", "-r", str(resolution), str(pdf), str(into / pdf.stem))
    return [_colors(page.read_bytes()) for page in sorted(into.glob(f"{pdf.stem}-*.ppm"))]


def _colors(ppm: bytes) -> Counter[str]:
    pixels = ppm.split(b"\n", 3)[3]  # after "P6", the size and the greatest value
    found = Counter(zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True))
    return Counter({f"#{r:02X}{g:02X}{b:02X}": count for (r, g, b), count in found.items()})
