"""The .bat files that do without macros: ASCII, alike but for what they start."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xl_macros import windows_dialogs
from xl_macros.dropped_files import BAT_VARIABLE, LINE_VARIABLE

FOLDER = Path(__file__).parents[3] / "xl_macros" / "windows_folder" / "files"

BATS = {
    "TaoBaoCao.bat": "xl_macros.without_excel bao-cao",
    "KiemTra.bat": "xl_macros.without_excel kiem-tra",
    "KiemTraMay.bat": "xl_macros.diagnosis",
}


@pytest.mark.parametrize(("name", "program"), BATS.items())
def test_a_bat_is_ascii_and_starts_its_program(name: str, program: str) -> None:
    text = (FOLDER / name).read_text(encoding="ascii")
    assert set(re.findall(r' -m (.*?) "%~1"', text)) == {program}
    assert {LINE_VARIABLE, BAT_VARIABLE, windows_dialogs.SILENCE} <= set(re.findall(r"\w+", text))


def test_the_bats_differ_in_nothing_else() -> None:
    texts = (
        (FOLDER / name).read_text(encoding="ascii").replace(program, "").splitlines()
        for name, program in BATS.items()
    )
    (first, *_), *others = zip(*texts, strict=True)
    assert first == "@echo off"
    assert [lines for lines in others if len(set(lines)) > 1] == [others[0]]
    assert all(line.startswith("rem ") for line in others[0])
