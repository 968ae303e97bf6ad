"""Writing results: to a temporary file in the same folder, then to a name still free.

An existing file is never written over: `Bao_cao.docx` becomes `Bao_cao-2.docx`.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from workbook.domain.errors import OutputError


def write_new(path: Path, content: bytes) -> Path:
    """Write content under the path, or under the first free name beside it.

    Returns:
        the path that was written.

    Raises:
        OutputError: the folder is missing and cannot be made, is read-only, or the disk
            is full; nothing is left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _publish(_write_beside(path, content), path)
    except OSError as error:
        raise OutputError(_sentence(error, path)) from error


def _write_beside(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tam-", suffix=path.suffix)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_usual_mode())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _usual_mode() -> int:
    """Return the mode a new file would have had (mkstemp makes private ones)."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _publish(temporary: Path, path: Path) -> Path:
    """Reserve the first free name, so that two runs never share one, then rename."""
    try:
        for candidate in _names(path):
            try:
                candidate.open("xb").close()
            except FileExistsError:
                continue
            temporary.replace(candidate)
            return candidate
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    raise AssertionError("the names never end")


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def _sentence(error: OSError, path: Path) -> str:
    folder = path.parent
    if error.errno == errno.ENOSPC:
        return f"Không ghi được “{path.name}” vì ổ đĩa đã đầy. Đề nghị dọn bớt rồi làm lại."
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"“{folder}” là tệp, không phải thư mục. Đề nghị chọn thư mục khác để ghi kết quả."
    return (
        f"Không ghi được “{path.name}” vào thư mục “{folder}”. Đề nghị kiểm tra quyền ghi"
        " hoặc chọn thư mục khác."
    )
