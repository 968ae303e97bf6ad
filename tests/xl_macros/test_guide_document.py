"""The command `huong-dan`."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_macros.cli import main
from xl_macros.guide_document import make_guide


def test_the_command_writes_the_guide_beside_an_older_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("HuongDan.docx", "HuongDan-2.docx"):
        assert main(["huong-dan", "-o", str(tmp_path)]) == 0
        assert capsys.readouterr().out.strip() == str(tmp_path / name)
        assert (tmp_path / name).read_bytes() == make_guide()


def test_left_to_itself_it_writes_into_the_folder_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["huong-dan"]) == 0
    assert (tmp_path / "HuongDan.docx").exists()
