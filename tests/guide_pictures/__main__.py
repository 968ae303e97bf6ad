"""Writes all pictures and their record anew."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.guide_pictures import drawing
from tests.guide_pictures.making import made
from tests.guide_pictures.record import write
from tests.guide_pictures.scenes import names
from workbook.guide_pictures import FOLDER


def main() -> None:
    """Draw every picture; those that are no longer shown are removed."""
    _stand_in()
    with tempfile.TemporaryDirectory() as folder:
        pictures = made(Path(folder))
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, content in pictures.items():
        (FOLDER / f"{name}.png").write_bytes(content)
        print(f"{len(content):7} {name}")
    write(pictures)
    print(f"{sum(map(len, pictures.values())):7} in all", file=sys.stderr)


def _stand_in() -> None:
    """Put an empty picture where one is new: the sổ that it shows carries all of them."""
    for name in names():
        path = FOLDER / f"{name}.png"
        if not path.exists():
            path.write_bytes(drawing.png(Image.new("RGB", (90, 60), "white")))


if __name__ == "__main__":
    main()
