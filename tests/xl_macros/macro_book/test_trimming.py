"""A module cut down: what a procedure reaches stays, what holds elsewhere goes."""

from __future__ import annotations

import pytest

from xl_macros.macro_book.trimming import trimmed

HEAD = 'Attribute VB_Name = "M"\n\'Copyright\n'


def module(*procedures: str) -> str:
    return HEAD + "\n".join(procedures) + "\n"


def sub(name: str, *lines: str) -> str:
    return "\n".join([f"Sub {name}()", *(f"    {line}" for line in lines), "End Sub"])


def names(source: str) -> list[str]:
    return [line.split()[1] for line in source.splitlines() if line.startswith(("Sub", "Function"))]


def test_what_is_called_directly_or_by_others_stays_in_its_order() -> None:
    source = module(
        sub("Third", "x = 1"),
        sub("Never", "Second"),
        sub("Second", "Call third"),
        sub("First", "If True Then SECOND"),
    )
    assert names(trimmed(source, "First")) == ["Third()", "Second()", "First()"]


def test_procedures_that_call_each_other_come_to_an_end() -> None:
    source = module(sub("A", "B"), sub("B", "A"), sub("C", "A"))
    assert names(trimmed(source, "A")) == ["A()", "B()"]


@pytest.mark.parametrize("line", ['Show "Never mind"', "x = 1 ' or Never", "Nevermore = 1"])
def test_a_name_in_a_text_a_comment_or_another_word_calls_nothing(line: str) -> None:
    source = module(sub("First", line), sub("Never"))
    assert names(trimmed(source, "First")) == ["First()"]


def test_the_kept_procedures_stay_word_for_word() -> None:
    first = sub("First", 'x = "a ""b"" \' c" \' d', "", "    y = 2")
    assert trimmed(module(first), "First") == f"{HEAD}\n{first}\n"


def test_declarations_and_variables_before_the_first_procedure_go_but_not_constants() -> None:
    declared = 'Private Declare PtrSafe Function F Lib "x" () As Long\nDim v\nPublic Const C = 1\n'
    assert trimmed(HEAD + declared + sub("First"), "First") == (
        f"{HEAD}Public Const C = 1\n\n{sub('First')}\n"
    )


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["#If Mac Then", "m", "#Else", "w", "#End If"], ["w"]),
        (["#If Mac Then ' as ever", "m", "#End If"], []),
        (["#If Not Mac Then", "w", "#Else", "m", "#End If"], ["w"]),
        (["#If VBA7 Then", "new", "#Else", "old", "#End If"], ["new"]),
        (["#if vba7 then", "new", "#else", "old", "#end if"], ["new"]),
        (
            ['#If App = "Microsoft Word" Then', "d", '#ElseIf App = "Microsoft Excel" Then', "x",
             "#Else", "o", "#End If"],
            ["x"],
        ),
        (
            ['#If App = "Microsoft Excel" Then', "x", '#ElseIf App = "Microsoft Word" Then', "d",
             "#Else", "o", "#End If"],
            ["x"],
        ),
        (["#If Mac Then", "#If VBA7 Then", "m", "#Else", "n", "#End If", "#Else", "w", "#End If"],
         ["w"]),
        (["#If Mac Then", "#If Unheard Then", "m", "#End If", "#End If", "w"], ["w"]),
    ],
)  # fmt: skip
def test_only_the_lines_for_excel_on_windows_stay(lines: list[str], left: list[str]) -> None:
    assert trimmed(module(sub("First", *lines)), "First") == f"{HEAD}\n{sub('First', *left)}\n"


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (module(sub("First")), "no procedure Second"),
        (module(sub("Second", "#If Mac Then")), "without #End If"),
        (module("Sub Second()", "x = 1"), "Second does not end"),
        (module(sub("Second", "#If Win16 Then", "#End If")), "#If win16"),
        (module(sub("Second", "#If Mac Then", "#ElseIf Linux Then", "#End If")), "#If linux"),
    ],
)
def test_a_module_that_is_not_understood_is_refused(source: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        trimmed(source, "Second")
