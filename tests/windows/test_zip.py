"""The zip for Windows: small, the same every time, whole, and nothing in it that may not be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from tests.windows.desk import YEAR, built_zip, kept_downloads, unpacked
from tests.windows.wine import needs_wine
from xl_macros import file_list
from xl_macros.file_list import LIST_NAME, ListedFile
from xl_macros.windows_folder import contents
from xl_macros.windows_folder.assembly import LICENCES
from xl_macros.windows_folder.building import program_version
from xl_macros.windows_folder.parts import parts

ROOT = Path(__file__).parents[2]
TARGET = 30_000_000  # bytes: what an e-mail server or a slow line still takes


@pytest.fixture(scope="module")
def folder(archive: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(archive, tmp_path_factory.mktemp("Tài liệu & số (1)"))


@pytest.fixture(scope="module")
def listed(folder: Path) -> Mapping[str, ListedFile]:
    return {file.path: file for file in file_list.list_in(folder)}


@needs_wine
def test_it_is_small(archive: bytes) -> None:
    print(f"zip for Windows: {len(archive) / 1e6:.1f} MB")
    assert len(archive) < TARGET


@needs_wine
def test_another_build_in_another_place_gives_the_same_bytes(
    archive: bytes, tmp_path: Path
) -> None:
    assert built_zip(kept_downloads(tmp_path)).archive == archive


@needs_wine
def test_every_file_is_listed_with_its_hash_but_the_list_and_the_workbooks(
    folder: Path, listed: Mapping[str, ListedFile]
) -> None:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    apart = {LIST_NAME, contents.workbook_name(YEAR), contents.unit_workbook_name(YEAR)}
    assert found - set(listed) == apart
    assert file_list.damaged(folder) == []
    assert folder.name == f"SoChiTieu-{program_version()}"
    assert file_list.version_of(listed.values()) == program_version()


@needs_wine
def test_every_licence_is_named_and_every_library_comes_with_its_text(
    folder: Path, listed: Mapping[str, ListedFile]
) -> None:
    known = {"MIT", "PSF-2.0", "BSD-3-Clause", "BSD-2-Clause", "Zlib", "LGPL-2.1-or-later",
             "LicenseRef-Microsoft-Visual-C-Runtime"}  # fmt: skip
    named = {name for file in listed.values() for name in file.licence.split(" AND ")}
    assert named == known
    needed = parts()
    for part in (needed.python, *needed.wheels):
        texts = list((folder / LICENCES / f"{part.name}-{part.version}").rglob("*"))
        assert any(text.is_file() and text.stat().st_size > 500 for text in texts), part.name


@needs_wine
def test_nothing_under_the_paid_licence_of_xlwings_is_in_it(folder: Path) -> None:
    marks = re.compile(rb"PolyForm|LICENSE_PRO|XLWINGS PRO|xlwings PRO End User", re.IGNORECASE)
    own = {"python/app", LICENCES, LIST_NAME}  # what we say about it
    # METADATA describes the whole wheel; only its version is of use here.
    faults = [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.name != "METADATA"
        and marks.search(path.read_bytes())
        and not any(path.is_relative_to(folder / one) for one in own)
    ]
    assert faults == []


@needs_wine
def test_every_module_has_bytecode_that_no_time_or_path_can_spoil(
    folder: Path, listed: Mapping[str, ListedFile]
) -> None:
    modules = [PurePosixPath(path) for path in listed if path.endswith(".py")]
    assert len(modules) > 300
    for module in modules:
        compiled = folder / module.parent / "__pycache__" / f"{module.stem}.cpython-313.pyc"
        content = compiled.read_bytes()
        assert content[4:8] == b"\x01\x00\x00\x00", compiled  # by hash, unchecked (PEP 552)
        assert b"D:\\" not in content[:400]


@needs_wine
def test_neither_this_machine_nor_the_builder_is_in_it(
    folder: Path, listed: Mapping[str, ListedFile]
) -> None:
    assert not [path for path in listed if "windows_folder" in path]
    names = (str(ROOT).encode(), str(Path.home() / ".").encode() + b"/")
    texts = [folder / path for path in listed if path.startswith("python/app/")]
    assert not [path for path in texts if any(name in path.read_bytes() for name in names)]
