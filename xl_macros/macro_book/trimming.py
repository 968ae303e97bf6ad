"""A VBA module cut down to what one of its procedures needs, for Windows and Excel alone.

The bridge's own module also holds a server of worksheet functions: calls into a DLL, code
that rewrites VBA projects, branches for other systems. None of that is used here, and each
piece alarms virus scanners. What is left keeps its order, its text and its licence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_CONDITION = re.compile(
    r"\s*#(If|ElseIf|Else|End If)\b\s*(.*?)\s*(?:\bThen)?\s*(?:'.*)?$", re.IGNORECASE
)
_START = re.compile(r"(?:Public |Private )?(?:Sub|Function) (\w+)")
_END = re.compile(r"End (?:Sub|Function)\b")
_WORD = re.compile(r"[A-Za-z_]\w*")
_TEXT_OR_COMMENT = re.compile(r'"[^"]*"|\'.*')
_KEPT_CONSTANT = re.compile(r"Public Const \w+")
# What holds where officials work: Excel on Windows, of 2010 or later.
_HOLDS = {
    "vba7": True,
    "win64": True,
    "mac": False,
    "not mac": True,
    "mac_office_version >= 15": False,
    'app = "microsoft excel"': True,
    'app = "microsoft word"': False,
    'app = "microsoft access"': False,
    'app = "microsoft powerpoint"': False,
}

Procedures = dict[str, list[str]]


def trimmed(source: str, entry: str) -> str:
    """Return the module with a procedure and all that it calls.

    Raises:
        ValueError: the module has no such procedure, its blocks do not close, or it asks
            for a condition of compilation that is not known here.
    """
    lines = list(_for_windows(source.split("\n")))
    head, procedures = _split(lines)
    if entry not in procedures:
        raise ValueError(f"no procedure {entry}")
    wanted = _reached(procedures, entry)
    kept = [body for name, body in procedures.items() if name in wanted]
    return "\n".join([*head, *(line for body in kept for line in ["", *body]), ""])


def _for_windows(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines whose conditions of compilation hold (ValueError: an unknown one)."""
    holding: list[bool] = []  # whether the branch of each open block is taken
    taken: list[bool] = []  # whether one was taken already
    for line in lines:
        match = _CONDITION.match(line)
        if match is None:
            if all(holding) and not line.startswith("#Const"):
                yield line
            continue
        word, condition = match[1].lower(), match[2].lower()
        if word == "if":
            holding.append(all(holding) and _holds(condition))
            taken.append(holding[-1])
        elif word == "end if":
            holding.pop()
            taken.pop()
        else:
            within = all(holding[:-1]) and not taken[-1]
            holding[-1] = within and (word == "else" or _holds(condition))
            taken[-1] |= holding[-1]
    if holding:
        raise ValueError("an #If without #End If")


def _holds(condition: str) -> bool:
    if condition not in _HOLDS:
        raise ValueError(f"#If {condition}: is this so in Excel on Windows?")
    return _HOLDS[condition]


def _split(lines: Sequence[str]) -> tuple[list[str], Procedures]:
    """Return what stands before the first procedure and is kept, and the procedures."""
    head: list[str] = []
    procedures: Procedures = {}
    name = ""
    for line in lines:
        start = _START.match(line)
        if start and not name:
            name = start[1]
            procedures[name] = []
        if name:
            procedures[name].append(line)
            name = "" if _END.match(line) else name
        elif not procedures and _belongs_to_head(line):
            head.append(line)
    if name:
        raise ValueError(f"{name} does not end")
    return head, procedures


def _belongs_to_head(line: str) -> bool:
    return line.startswith(("Attribute", "'")) or _KEPT_CONSTANT.match(line) is not None


def _reached(procedures: Procedures, entry: str) -> set[str]:
    by_folded = {name.lower(): name for name in procedures}
    reached: set[str] = set()
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        code = "\n".join(_TEXT_OR_COMMENT.sub("", line) for line in procedures[name])
        words = {word.lower() for word in _WORD.findall(code)}
        waiting += [by_folded[word] for word in words if word in by_folded]
    return reached
