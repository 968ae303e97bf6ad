"""The rules of Windows for command lines, on examples of Microsoft's documentation."""

from __future__ import annotations

import pytest

from tests.xl_macros.macro_book.command_line import Command, arguments, commands


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("a & b", [Command("a"), Command("b")]),
        ('"a & b" c', None),
        ('cd "a & b" & c', [Command('cd "a & b"'), Command("c")]),
        (r'p -c "f(\"a ^& b\")"', [Command(r'p -c "f(\"a & b\")"')]),
        ('p "a ^& b"', [Command('p "a ^& b"')]),
        ("p a^^b", [Command("p a^b")]),
        ('p x 2> "C:\\a b.log" ', [Command("p x", "C:\\a b.log")]),
        ("p a | q", None),
        ('p "a', None),
    ],
)
def test_cmd_takes_a_line_apart_or_spoils_it(line: str, found: list[Command] | None) -> None:
    if found is None:
        with pytest.raises(AssertionError):
            commands(f"cmd.exe /C {line}")
    else:
        assert commands(f"cmd.exe /C {line}") == found


@pytest.mark.parametrize(
    ("command", "found"),
    [
        ('"a b c" d e', ["a b c", "d", "e"]),
        (r'"ab\"c" "\\" d', ['ab"c', "\\", "d"]),
        (r'a\\\b d"e f"g h', [r"a\\\b", "de fg", "h"]),
        (r"a\\\"b c d", [r"a\"b", "c", "d"]),
        (r'a\\\\"b c" d e', [r"a\\b c", "d", "e"]),
        ('p "" x', ["p", "", "x"]),
        ('--wb="Sổ 1.xlsm"', ["--wb=Sổ 1.xlsm"]),
    ],
)
def test_a_program_gets_these_arguments(command: str, found: list[str]) -> None:
    assert arguments(command) == found
