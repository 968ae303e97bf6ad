"""A sổ as a file -> a `Register`.

Nothing in a file is run or followed. The package is checked and reduced before any
library opens it.
"""

from __future__ import annotations

from pathlib import Path

from workbook.domain.errors import unusable
from workbook.domain.register import Register
from workbook.reader import messages_vi as vi
from workbook.reader.content import register_of
from workbook.reader.file_grids import Book, DamagedContentError
from workbook.reader.package import read_content


def read_register(path: Path) -> Register:
    """Read a sổ; damage to its sheets is in `Register.structure`.

    Raises:
        UnusableInputError: the file is no sổ, or cannot be read (one Vietnamese sentence).
    """
    content = read_content(path)
    try:
        return register_of(path.name, Book(content).grids)
    except DamagedContentError:
        raise unusable(path.name, vi.CONTENT_DAMAGED) from None
