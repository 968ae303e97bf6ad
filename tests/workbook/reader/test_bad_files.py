"""Files that cannot be used: one Vietnamese sentence, soon, and in little memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

from tests.workbook.reader.bad_files import BAD_FILES, SHEET
from tests.workbook.reader.packages import formatted_rows, sheet_part, streamed
from workbook.domain.errors import UnusableInputError
from workbook.reader.file import read_register

MOST_MEMORY = 400 * 2**10  # KiB
MOST_SECONDS = 10
LAST_ROW = 2**20

# Reads every file named, one after the other, in a process of its own.
READER = """
import json, sys, time
from pathlib import Path
from workbook.domain.errors import UnusableInputError
from workbook.reader.file import read_register

def peak_memory():
    # Of this process alone: getrusage would count what its parent had before. Linux only.
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))

for name in sys.argv[1:]:
    start, said = time.perf_counter(), ""
    try:
        register = read_register(Path(name))
        said = json.dumps([one.code for one in register.structure])
    except UnusableInputError as error:
        said = str(error)
    used = peak_memory()
    print(json.dumps([said, time.perf_counter() - start, used]))
"""


@dataclass(frozen=True)
class Reading:
    said: str
    seconds: float
    memory: int


def read_apart(paths: list[Path]) -> list[Reading]:
    done = subprocess.run(
        [sys.executable, "-c", READER, *map(str, paths)],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return [Reading(*json.loads(line)) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def good(sample_bytes: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "so.xlsx"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture(scope="module")
def readings(good: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    folder = tmp_path_factory.mktemp("bad")
    paths = []
    for number, (make, _) in enumerate(BAD_FILES.values()):
        paths.append(folder / f"tep_{number}.xlsx")
        make(good, paths[-1])
    return dict(zip(BAD_FILES, read_apart(paths), strict=True))


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_file_that_cannot_be_used_gets_one_sentence_on_what_it_is(
    readings: dict[str, Reading], what: str
) -> None:
    reading = readings[what]
    assert BAD_FILES[what][1] in reading.said
    assert reading.said.startswith("Tệp “tep_")
    assert reading.said.endswith(".")
    assert "Đề nghị" in reading.said
    assert "\n" not in reading.said
    assert reading.seconds < MOST_SECONDS
    assert reading.memory < MOST_MEMORY


def test_a_sheet_formatted_down_to_the_last_row_is_no_fault(good: Path, tmp_path: Path) -> None:
    part = sheet_part(good, SHEET)
    with zipfile.ZipFile(good) as package:
        head, end, tail = package.read(part).partition(b"</sheetData>")
    pieces = chain([head], formatted_rows(2_000, LAST_ROW), [end + tail])
    (reading,) = read_apart([streamed(good, tmp_path / "dinh_dang.xlsx", part, pieces)])
    assert json.loads(reading.said) == []
    assert reading.seconds < MOST_SECONDS
    assert reading.memory < MOST_MEMORY


@pytest.mark.skipif(not hasattr(os, "fork"), reason="file permissions of POSIX")
def test_an_unprivileged_user_is_told_of_a_file_without_permission(
    good: Path, tmp_path: Path
) -> None:
    path = tmp_path / "cam.xlsx"
    path.write_bytes(good.read_bytes())
    path.chmod(0)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.name.startswith(("pytest", "test_")):
            folder.chmod(0o755)
    assert "xin quyền đọc" in said_unprivileged(path)


def said_unprivileged(path: Path) -> str:
    """Return what reading says in a child process that gave up root's rights."""
    end, start = os.pipe()
    child = os.fork()
    if child == 0:
        said = "không có lỗi"
        try:
            if os.geteuid() == 0:
                os.seteuid(65534)
            read_register(path)
        except UnusableInputError as error:
            said = str(error)
        finally:
            os.write(start, said.encode())
            os._exit(0)
    os.close(start)
    with os.fdopen(end, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said
