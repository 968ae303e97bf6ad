"""The VBA project as others see it: a scanner for malware, the schema, the next build."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.validator import Office, needs_validator, validate
from tests.xl_macros.macro_book.package import Package
from xl_macros.macro_book.modules import modules
from xl_macros.macro_book.project import vba_project

# What olevba calls suspicious in our macros, and why it stands there. Whatever comes new
# must be wanted: officials' virus scanners look for the same words.
EXPECTED = {
    "ADODB.Stream": "a log in UTF-8 is read (behind our own message)",
    "CopyFile": "the log of a failure is kept",
    "CreateObject": "WScript.Shell, FileSystemObject: what VBA's own functions cannot, Unicode",
    "Environ": "OneDrive's folders, where a setting is missing",
    "environment": "the program's place is handed to the sheet of settings",
    "ExpandEnvironmentStrings": "%TEMP%, %LOCALAPPDATA%",
    "Shell": "part of WScript.Shell",
    "WScript.Shell": "runs Python, shows messages in Unicode",
    "run": "Python is run",
    "command": "a name of the bridge for what Python is to do",
    "call": "a word of VBA",
    "Chr": "Chr(34), a quote in the command line",
    "open": "a configuration file, where a setting is missing",
    "write": "a word of a comment",
    "binary": "a word of the licence",
    "Windows": "a word of comments",
    "Hex Strings": "a number in the address of a source, in a comment",
    "Base64 Strings": "names that happen to look so",
}


@dataclass(frozen=True)
class Scanned:
    """What olevba makes of a file: the modules, and the words it finds, by kind."""

    modules: dict[str, str]
    words: dict[str, set[str]]


@pytest.fixture(scope="module")
def scanned(macro_bytes: bytes) -> Scanned:
    words: dict[str, set[str]] = {}
    with warnings.catch_warnings():
        # It calls old names of pyparsing.
        warnings.simplefilter("ignore")
        from oletools.olevba import VBA_Parser

        parser = VBA_Parser("so.xlsm", data=macro_bytes)
        found = {Path(name).stem: code for _, _, name, code in parser.extract_macros()}
        for kind, word, _ in parser.analyze_macros():
            words.setdefault(kind, set()).add(word)
        parser.close()
    return Scanned(found, words)


def test_another_reader_finds_the_same_modules(scanned: Scanned, package: Package) -> None:
    assert set(scanned.modules) == {module.name for module in package.modules}
    for name, source in modules().items():
        assert scanned.modules[name].replace("\r\n", "\n") == source


def test_a_scanner_finds_nothing_that_starts_by_itself_and_no_surprise(scanned: Scanned) -> None:
    assert "AutoExec" not in scanned.words
    assert scanned.words["Suspicious"] == set(EXPECTED)


@needs_validator
@pytest.mark.parametrize("office", ["Office2010", "Office2016", "Microsoft365"])
def test_office_accepts_the_file(office: Office, macro_bytes: bytes, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsm"
    path.write_bytes(macro_bytes)
    assert validate(path, office) == []


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_sample_gives_the_same_bytes_in_any_process(macro_bytes: bytes, seed: str) -> None:
    program = (
        "import hashlib; from xl_macros import actions, new_workbook;"
        "judged = actions.judge(new_workbook.sample_register());"
        "made = actions.make_workbook(judged, buttons=True);"
        "print(hashlib.sha256(made).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(macro_bytes).hexdigest()


@pytest.mark.parametrize(
    ("source", "code_name"), [("' Tạo báo cáo", "Sheet1"), ("' ASCII", "Trang1ế")]
)
def test_text_that_vba_would_spoil_is_refused(source: str, code_name: str) -> None:
    with pytest.raises(ValueError, match="ASCII"):
        vba_project({"NutBam": source}, [code_name])
