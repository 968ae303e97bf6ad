"""Wheels for Windows are unpacked where pip would install them."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.windows import wheels


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        ("docx/api.py", "Lib/site-packages/docx/api.py"),
        ("a-1.dist-info/METADATA", "Lib/site-packages/a-1.dist-info/METADATA"),
        ("a-1.data/purelib/b.py", "Lib/site-packages/b.py"),
        ("a-1.data/platlib/b.pyd", "Lib/site-packages/b.pyd"),
        ("a-1.data/data/xlwings64.dll", "xlwings64.dll"),
        ("a-1.data/scripts/pywin32_postinstall.py", "Scripts/pywin32_postinstall.py"),
    ],
)
def test_each_file_of_a_wheel_goes_where_its_scheme_says(
    inside: str, place: str, tmp_path: Path
) -> None:
    wheel = tmp_path / "a-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("folder/", b"")
        archive.writestr(inside, "content")
    wheels.unpack(wheel, tmp_path / "python")
    found = [path for path in (tmp_path / "python").rglob("*") if path.is_file()]
    assert [path.relative_to(tmp_path / "python").as_posix() for path in found] == [place]
    assert found[0].read_text() == "content"


class Pip:
    """Stands for pip: counts its runs, downloads one file or fails."""

    def __init__(self, status: int) -> None:
        self.status, self.runs = status, 0

    def __call__(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        self.runs += 1
        folder = Path(command[command.index("--dest") + 1])
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "a.whl").touch()
        return subprocess.CompletedProcess(command, self.status, "", "no network")


def test_what_was_downloaded_is_not_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = Pip(0)
    monkeypatch.setattr(subprocess, "run", pip)
    first = wheels.download(["a==1"], tmp_path)
    assert wheels.download(["a==1"], tmp_path) == first == list(tmp_path.rglob("*.whl"))
    assert pip.runs == 1
    assert wheels.download(["a==2"], tmp_path) != first
    assert pip.runs == 2


def test_a_download_that_broke_off_is_told_and_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = Pip(1)
    monkeypatch.setattr(subprocess, "run", pip)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="no network"):
            wheels.download(["a==1"], tmp_path)
    assert pip.runs == 2
