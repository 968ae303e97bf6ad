"""Downloads: through pip with hashes, kept, and never used unless they are the examined ones."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from xl_macros.windows_folder.downloads import DownloadError, downloaded
from xl_macros.windows_folder.parts import Part, Parts


def part(name: str, content: bytes) -> Part:
    return Part(name, "1", f"{name}-1.whl", hashlib.sha256(content).hexdigest(), "MIT")


PARTS = Parts(part("python", b"python"), (part("a", b"a"), part("b", b"b")))


class Pip:
    """Stands for pip: notes what it is asked for and writes these contents."""

    def __init__(self, status: int = 0, **contents: bytes) -> None:
        self.status, self.contents = status, contents
        self.asked: list[str] = []

    def __call__(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        assert "--require-hashes" in command
        assert "--no-deps" in command
        folder = Path(command[command.index("--dest") + 1])
        listed = Path(command[command.index("--requirement") + 1]).read_text()
        for line in listed.splitlines():
            name = line.partition("==")[0]
            self.asked.append(name)
            (folder / f"{name}-1.whl").write_bytes(self.contents.get(name, name.encode()))
        return subprocess.CompletedProcess(command, self.status, "", "no network")


def use(pip: Pip, monkeypatch: pytest.MonkeyPatch) -> Pip:
    monkeypatch.setattr(subprocess, "run", pip)
    return pip


def test_what_was_downloaded_is_not_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = use(Pip(), monkeypatch)
    expected = {"python": b"python", "a": b"a", "b": b"b"}
    assert downloaded(PARTS, tmp_path) == downloaded(PARTS, tmp_path) == expected
    assert sorted(pip.asked) == ["a", "b", "python"]


def test_a_kept_download_that_has_changed_is_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = use(Pip(), monkeypatch)
    downloaded(PARTS, tmp_path)
    (tmp_path / "a-1.whl").write_bytes(b"spoiled")
    pip.asked.clear()
    assert downloaded(PARTS, tmp_path)["a"] == b"a"
    assert pip.asked == ["a"]


def test_another_file_than_the_examined_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(Pip(a=b"somebody else's"), monkeypatch)
    with pytest.raises(DownloadError, match=r"a-1\.whl is not the file that was examined"):
        downloaded(PARTS, tmp_path)


def test_a_download_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(Pip(status=1), monkeypatch)
    with pytest.raises(DownloadError, match="no network"):
        downloaded(PARTS, tmp_path)
