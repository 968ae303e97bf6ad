"""DanhSachTep.csv of the folder for Windows: every file that belongs to it, with its hash.

The build writes it, the installer and the diagnosis read it. Standard library only, since
a damaged folder may lack anything else.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from workbook.domain.errors import UnusableInputError

LIST_NAME = "DanhSachTep.csv"
PROGRAM = "python"  # the folder of the program; all around it belongs to the official

_COLUMNS = ("tep", "sha256", "giay_phep")
_SHA256 = 64  # hexadecimal digits
_BLOCK = 1 << 20
_METADATA = re.compile(rf"{PROGRAM}/app/so_chi_tieu-([^/]+)\.dist-info/METADATA")


@dataclass(frozen=True)
class ListedFile:
    """One file of the folder.

    Attributes:
        path: inside the folder, with `/`.
        sha256: of its content, hexadecimal.
        licence: its SPDX name, as `BSD-3-Clause`.
    """

    path: str
    sha256: str
    licence: str


class Damage(Enum):
    """What is wrong with a file."""

    MISSING = "missing"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True)
class Damaged:
    """One file that is not as the list says; `path` inside the folder, with `/`."""

    path: str
    damage: Damage


def write_list(files: Iterable[ListedFile]) -> str:
    """Return the list's text, sorted; to be kept as UTF-8 with BOM, which Excel asks for."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for file in sorted(files, key=lambda one: one.path):
        writer.writerow((file.path, file.sha256, file.licence))
    return stream.getvalue()


def read_list(text: str) -> tuple[ListedFile, ...]:
    """Read the list's text, with or without BOM.

    Raises:
        UnusableInputError: it is no such list, or was cut or edited.
    """
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    if not rows or tuple(rows[0]) != _COLUMNS or not all(map(_is_sound, rows[1:])):
        raise UnusableInputError(
            f"Danh sách tệp “{LIST_NAME}” đã hỏng. Đề nghị giải nén lại bộ cài vào thư mục mới."
        )
    return tuple(ListedFile(*row) for row in rows[1:])


def _is_sound(row: Sequence[str]) -> bool:
    return (
        len(row) == len(_COLUMNS)
        and len(row[1]) == _SHA256
        and not PurePosixPath(row[0]).is_absolute()
        and ".." not in PurePosixPath(row[0]).parts
    )


def sha256(path: Path) -> str:
    """Return the hash of a file's content (OSError: it cannot be read)."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def damaged(folder: Path) -> list[Damaged]:
    """Compare a folder with the list that lies in it, beside `python`.

    Returns:
        the files that are missing, changed or cannot be read; and in `python` those that
        do not belong there: elsewhere officials keep their own.

    Raises:
        UnusableInputError: the list is missing or broken.
    """
    listed = list_in(folder)
    found = [Damaged(file.path, fault) for file in listed if (fault := _fault(folder, file))]
    known = {file.path for file in listed}
    return found + [
        Damaged(path, Damage.UNEXPECTED) for path in _files(folder) if path not in known
    ]


def version_of(files: Iterable[ListedFile]) -> str:
    """Return the version of the program that these files are; "" where none tells it."""
    found = (_METADATA.fullmatch(file.path) for file in files)
    return next((match[1] for match in found if match), "")


def list_in(folder: Path) -> tuple[ListedFile, ...]:
    """Return the list that lies in a folder (UnusableInputError: none, or a broken one)."""
    try:
        text = (folder / LIST_NAME).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnusableInputError(
            f"Không thấy danh sách tệp “{LIST_NAME}” trong thư mục “{folder}”."
            " Đề nghị giải nén lại bộ cài vào thư mục mới."
        ) from None
    except (OSError, UnicodeDecodeError):
        raise UnusableInputError(
            f"Không đọc được danh sách tệp “{LIST_NAME}” trong thư mục “{folder}”."
            " Đề nghị giải nén lại bộ cài vào thư mục mới."
        ) from None
    return read_list(text)


def home() -> Path | None:
    """Return the folder whose `python` runs this; None where it is another Python."""
    folder = Path(sys.executable).parent
    whole = folder.name.lower() == PROGRAM and (folder.parent / LIST_NAME).is_file()
    return folder.parent if whole else None


def _fault(folder: Path, file: ListedFile) -> Damage | None:
    try:
        return None if sha256(folder / file.path) == file.sha256 else Damage.CHANGED
    except FileNotFoundError:
        return Damage.MISSING
    except OSError:
        return Damage.UNREADABLE


def _files(folder: Path) -> Iterator[str]:
    # os.walk asks for no file of its own, which with a thousand of them takes seconds.
    for place, folders, names in os.walk(folder / PROGRAM):
        folders.sort()
        inside = Path(place).relative_to(folder).as_posix()
        yield from (f"{inside}/{name}" for name in sorted(names))
