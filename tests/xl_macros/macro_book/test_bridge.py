"""xlwings' module: each repair fits once, and what is left of it needs nothing else."""

from __future__ import annotations

import re

import pytest

from tests.xl_macros.macro_book.vba_names import undefined_names
from xl_macros.macro_book.bridge import REPAIRS, Repair, mended, original, xlwings_module
from xl_macros.macro_book.modules import modules


@pytest.fixture(scope="module")
def text() -> str:
    return original()


def what(repair: Repair) -> str:
    return repair.what


@pytest.mark.parametrize("repair", REPAIRS, ids=what)
def test_a_version_without_the_piece_to_repair_is_refused(text: str, repair: Repair) -> None:
    assert text.count(repair.pattern) == 1
    with pytest.raises(ValueError, match=rf"{repair.what}: 0 places"):
        mended(text.replace(repair.pattern, ""))


@pytest.mark.parametrize("repair", REPAIRS, ids=what)
def test_a_version_with_two_such_pieces_is_refused(text: str, repair: Repair) -> None:
    with pytest.raises(ValueError, match=rf"{repair.what}: 2 places"):
        mended(text + repair.pattern)


def test_all_repairs_are_in_the_module_that_the_file_gets() -> None:
    module = xlwings_module()
    for repair in REPAIRS:
        assert repair.replacement in module
        assert repair.pattern not in module


@pytest.mark.parametrize(
    "word",
    [
        "Declare ",
        "VBProject",
        "#If ",
        "#Const ",
        "GetAttr",
        "Kill ",
        "XLPy",
        "MacScript",
    ],
)
def test_nothing_is_left_that_a_click_does_not_need_and_a_scanner_dislikes(
    text: str, word: str
) -> None:
    in_code = re.compile(f"^[^'\n]*{word}", re.MULTILINE)  # not behind the mark of a comment
    assert in_code.search(text)
    assert not in_code.search(xlwings_module())


def test_the_licence_stands_at_its_head() -> None:
    head = xlwings_module().split("Public Function")[0]
    assert "BSD 3-clause license" in head
    assert "Copyright (C) 2014-present, Zoomer Analytics LLC." in head


def test_a_procedure_that_is_missing_or_misspelt_is_noticed() -> None:
    sources = dict(modules())
    assert undefined_names(sources) == []
    renamed = sources["xlwings"].replace("Function ParentFolder(", "Function FolderOf(")
    assert undefined_names({**sources, "xlwings": renamed}) == [
        "xlwings.ExecuteWindows: ParentFolder",
        "xlwings.FolderOf: ParentFolder",
    ]
    del sources["SoChiTieu"]
    found = undefined_names(sources)
    assert "xlwings.ShowError: TellFailure" in found
    assert "NutBam.CreateReport: RunAction" in found


def test_a_private_procedure_of_another_module_is_not_seen() -> None:
    caller = 'Attribute VB_Name = "B"\nSub Calls()\n    Inner\nEnd Sub\n'
    called = 'Attribute VB_Name = "A"\n{scope} Sub Inner()\nEnd Sub\n'
    assert undefined_names({"A": called.format(scope="Public"), "B": caller}) == []
    assert undefined_names({"A": called.format(scope="Private"), "B": caller}) == ["B.Calls: Inner"]
