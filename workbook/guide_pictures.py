"""The guide's pictures on disk: PNG files that a developer's tool draws from real sheets.

`python -m tests.guide_pictures` draws them anew; a test tells when that is due.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "huong_dan"

# A pixel of a file is so much of one at 96 dots an inch: sharp on paper and on new screens.
SHOWN = 2 / 3
MOST_WIDE = 690  # pixels at 96 dots an inch, as shown

_SIZE = struct.Struct(">II")  # width and height, in the header chunk of a PNG file
_SIZE_AT = 16


@dataclass(frozen=True)
class PictureFile:
    """A picture's bytes, with its width and height as shown, in pixels at 96 an inch."""

    content: bytes
    width: float
    height: float
    scale: float = SHOWN


def picture_file(name: str) -> PictureFile:
    """Read a picture by its name."""
    content = (FOLDER / f"{name}.png").read_bytes()
    width, height = _SIZE.unpack_from(content, _SIZE_AT)
    return PictureFile(content, width * SHOWN, height * SHOWN)
