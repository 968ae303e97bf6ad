"""The program's files on the disk: put into another folder, or taken away.

A folder has the old program or the new one, never half of each: the copy is made beside it
and takes its place by two renames; a run that broke off between them is mended by the next.
"""

from __future__ import annotations

import errno
import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from workbook.domain.errors import OutputError, UnusableInputError
from xl_macros.file_list import LIST_NAME, PROGRAM, ListedFile, list_in, write_list
from xl_macros.windows_setup import messages_vi as vi

LOG_NAME = "cai-dat.log"

_NEW, _OLD = f"{PROGRAM}.moi", f"{PROGRAM}.cu"
_TEMPORARY = ".tam"


def copy_program(source: Path, target: Path, *, everything: bool) -> None:
    """Put the program of one folder into another; what else lies there stays.

    Args:
        source: the folder of the installer, with its list.
        target: made where it does not exist.
        everything: whether what is listed around `python` comes too.

    Raises:
        OutputError: the disk is full, the program is running, or writing is not allowed.
        UnusableInputError: a file of the source is not as listed.
    """
    listed = list_in(source)
    program = [file for file in listed if file.path.startswith(f"{PROGRAM}/")]
    kept = listed if everything else program
    try:
        target.mkdir(parents=True, exist_ok=True)
        _mend(target)
        _copy_beside(source, target, program)
        _swap(target)
        for file in kept:
            if file not in program:
                _replace(target / file.path, _read(source, file))
        # Last, so that a run that broke off is not taken for done.
        _replace(target / LIST_NAME, write_list(kept).encode("utf-8-sig"))
        shutil.rmtree(target / _OLD, ignore_errors=True)
    except OSError as error:
        raise OutputError(_sentence(error, target)) from error
    finally:
        shutil.rmtree(target / _NEW, ignore_errors=True)


def remove_program(folder: Path) -> None:
    """Delete the program that was copied to a folder, its list and log; nothing else.

    Raises:
        OutputError: it is running, or deleting is not allowed; then all of it stays.
    """
    try:
        if (folder / PROGRAM).exists():
            shutil.rmtree(folder / _OLD, ignore_errors=True)
            (folder / PROGRAM).rename(folder / _OLD)
        for name in (_NEW, _OLD):
            shutil.rmtree(folder / name, ignore_errors=True)
        for name in (LIST_NAME, LOG_NAME):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(_sentence(error, folder)) from error
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _mend(target: Path) -> None:
    """Undo what an earlier run left when it broke off."""
    if (target / _OLD).exists() and not (target / PROGRAM).exists():
        (target / _OLD).rename(target / PROGRAM)
    for name in (_NEW, _OLD):
        shutil.rmtree(target / name, ignore_errors=True)


def _copy_beside(source: Path, target: Path, program: Sequence[ListedFile]) -> None:
    for file in program:
        path = target / _NEW / file.path.removeprefix(f"{PROGRAM}/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_read(source, file))


def _read(source: Path, file: ListedFile) -> bytes:
    try:
        content = (source / file.path).read_bytes()
    except OSError:
        content = None
    if content is None or hashlib.sha256(content).hexdigest() != file.sha256:
        raise UnusableInputError(vi.CHANGED_MEANWHILE.format(file=file.path))
    return content


def _swap(target: Path) -> None:
    if (target / PROGRAM).exists():
        # Windows refuses this while a file in it is open: then nothing has changed yet.
        (target / PROGRAM).rename(target / _OLD)
    try:
        (target / _NEW).rename(target / PROGRAM)
    except OSError:
        if (target / _OLD).exists():
            (target / _OLD).rename(target / PROGRAM)
        raise


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + _TEMPORARY)
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _sentence(error: OSError, folder: Path) -> str:
    if error.errno == errno.ENOSPC:
        return vi.DISK_FULL.format(folder=folder)
    renaming = error.filename2 is not None  # only renames name two
    return (vi.IN_USE if renaming else vi.NOT_ALLOWED).format(folder=folder)
