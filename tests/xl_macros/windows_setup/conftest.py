"""A small program's folder with its list."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from xl_macros.file_list import LIST_NAME, ListedFile, write_list

MakeFolder = Callable[[str, str], Path]


@pytest.fixture
def make_folder(tmp_path: Path) -> MakeFolder:
    """Return what makes a folder of a name and version, as an official unpacks it."""

    def make(name: str, version: str) -> Path:
        folder = tmp_path / name
        content = {
            "python/python.exe": f"python {version}",
            f"python/app/so_chi_tieu-{version}.dist-info/METADATA": version,
            "python/Lib/a.py": f"a = {version!r}",
            "CaiDat.bat": f"rem {version}",
            "mau_goc/bao_cao.docx": version,
        }
        for path, text in content.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        listed = [
            ListedFile(path, hashlib.sha256(text.encode()).hexdigest(), "MIT")
            for path, text in content.items()
        ]
        (folder / LIST_NAME).write_text(write_list(listed), encoding="utf-8-sig", newline="")
        return folder

    return make
