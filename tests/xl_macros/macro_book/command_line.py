"""The rules by which Windows takes apart what a click runs: cmd.exe's, then the program's."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHELL = "cmd.exe /C "
_REDIRECTION = re.compile(r'2> *"([^"]*)" *$')


@dataclass(frozen=True)
class Command:
    """One of the commands of a line; `errors_to` is the file of `2>`, "" without."""

    text: str
    errors_to: str = ""


def commands(line: str) -> list[Command]:
    """Take a line for cmd.exe apart: `&` outside of quotes separates, `^` protects."""
    assert line.startswith(_SHELL), line
    # With more than two quotes cmd.exe drops the first one and the last one, unless the
    # first letter is none.
    assert not line.removeprefix(_SHELL).startswith('"'), line
    found, quoted, protected = [""], False, False
    for letter in line.removeprefix(_SHELL):
        if protected:
            protected = False
        elif letter == "^" and not quoted:
            protected = True
            continue
        elif letter == "&" and not quoted:
            found.append("")
            continue
        elif letter == '"':
            quoted = not quoted
        elif not quoted:
            assert letter not in "|<", f"cmd.exe takes {letter} of {line} for its own"
        found[-1] += letter
    assert not quoted, f"an open quote: {line}"
    return [_without_redirection(text.strip()) for text in found]


def _without_redirection(text: str) -> Command:
    match = _REDIRECTION.search(text)
    return Command(text[: match.start()].strip(), match[1]) if match else Command(text)


def arguments(command: str) -> list[str]:
    r"""Split a command as the C runtime does: \" is a quote, \\ before a quote a backslash."""
    found: list[str] = []
    current, quoted, started = "", False, False
    for piece in re.findall(r'\\*"|\\+|[ \t]+|[^\\" \t]+', command):
        if piece.isspace() and not quoted:
            found += [current] * started
            current, started = "", False
            continue
        started = True
        if piece.endswith('"'):
            slashes = len(piece) - 1
            current += "\\" * (slashes // 2)
            if slashes % 2:
                current += '"'
            else:
                quoted = not quoted
        else:
            current += piece
    return found + [current] * started
