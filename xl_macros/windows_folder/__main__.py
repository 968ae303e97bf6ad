"""`python -m xl_macros.windows_folder`: the zip for officials' computers.

A tool of developers, so it speaks English; the zip's path is one line on stdout.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from workbook.domain.errors import SoChiTieuError
from xl_macros.outputs import write_new
from xl_macros.windows_folder.building import Built, build
from xl_macros.windows_folder.downloads import DownloadError, downloaded
from xl_macros.windows_folder.parts import parts
from xl_macros.windows_folder.wine import missing, windows

DOWNLOADS = "SO_CHI_TIEU_DOWNLOADS"
_MEGABYTE = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the zip; exit status 2 where something it needs is missing."""
    options = _parser().parse_args(arguments)
    if absent := missing():
        print(f"missing: {', '.join(absent)} (apt-get install wine wine64 xvfb)", file=sys.stderr)
        return 2
    try:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(os.environ.get(DOWNLOADS, temporary))
            needed = parts()
            contents = downloaded(needed, folder)
        with windows() as wine:
            built = build(needed, contents, wine, options.year)
        written = write_new(options.output / f"{built.name}.zip", built.archive)
    except (DownloadError, SoChiTieuError) as error:
        print(error, file=sys.stderr)
        return 2
    print(written)
    print(_summary(built), file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m xl_macros.windows_folder",
        description="Make SoChiTieu-<version>.zip: the program for Windows without installation.",
        epilog=f"Downloads are kept in the folder {DOWNLOADS} where that variable is set.",
    )
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("dist"), metavar="DIR", help="default: dist"
    )
    parser.add_argument(
        "--nam", dest="year", type=int, default=datetime.now().astimezone().year, metavar="YEAR",
        help="the reporting year of the blank workbook (default: this year)",
    )  # fmt: skip
    return parser


def _summary(built: Built) -> str:
    """Return the size of the zip and of what is unpacked, by library."""
    sizes: Counter[str] = Counter()
    for path, content in built.files.items():
        sizes[_library(path)] += len(content.data)
    total = sum(sizes.values())
    lines = [
        f"{len(built.archive) / _MEGABYTE:.1f} MB zipped,"
        f" {total / _MEGABYTE:.1f} MB unpacked, {len(built.files)} files"
    ]
    lines += [f"{size / _MEGABYTE:6.1f}  {name}" for name, size in sizes.most_common()]
    return "\n".join(lines)


def _library(path: str) -> str:
    parts_of_path = path.split("/")
    depth = 4 if parts_of_path[:3] == ["python", "Lib", "site-packages"] else 2
    return "/".join(parts_of_path[: min(depth, len(parts_of_path) - 1)]) or "."


if __name__ == "__main__":
    sys.exit(main())
