"""A Windows machine, as far as the VBA asks it through COM: files, variables, programs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

TEMP = r"C:\Users\Lê Văn Đông\AppData\Local\Temp"
LOCAL = r"C:\Users\Lê Văn Đông\AppData\Local"
_VARIABLE = re.compile("%([^%]+)%")


@dataclass(frozen=True)
class Popup:
    """A message box, Unicode throughout."""

    text: str
    title: str
    icon: int


@dataclass(frozen=True)
class Run:
    """A command line that was run; Excel waits for its end, or does not."""

    line: str
    window: int
    waits: bool


@dataclass
class Computer:
    """The machine and what happened on it.

    Attributes:
        files: Full paths of what is there.
        variables: Environment variables, their names in small letters.
        exit_status: Of every program that is run; Python's is 1 after a traceback.
        meanwhile: Called while a program runs.
        asked_for: The files whose existence was asked for.
        copied: Copies of files, from and to.
    """

    files: set[str] = field(default_factory=set)
    variables: dict[str, str] = field(
        default_factory=lambda: {"temp": TEMP, "localappdata": LOCAL, "userprofile": r"C:\Users\Đ"}
    )
    exit_status: int = 0
    meanwhile: Callable[[], object] = lambda: None
    asked_for: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    popups: list[Popup] = field(default_factory=list)
    copied: list[tuple[str, str]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    def create(self, kind: str) -> object:
        """Make a COM object; KeyError: the VBA asks for one that this machine does not have."""
        return {"WScript.Shell": _Shell, "Scripting.FileSystemObject": _Files}[kind](self)


@dataclass
class _Shell:
    computer: Computer

    def environment(self, kind: str) -> _Variables:
        assert kind == "PROCESS", "another kind would outlive this Excel"
        return _Variables(self.computer.variables)

    def expandenvironmentstrings(self, text: str) -> str:
        known = self.computer.variables
        return _VARIABLE.sub(lambda match: known.get(match[1].lower(), match[0]), text)

    def popup(self, text: str, seconds: int, title: str, icon: int) -> int:
        assert seconds == 0, "a message that goes away by itself may go unread"
        self.computer.popups.append(Popup(text, title, int(icon)))
        return 1

    def run(self, line: str, window: int, waits: bool) -> int:
        self.computer.runs.append(Run(line, int(window), waits))
        self.computer.meanwhile()
        return self.computer.exit_status


@dataclass
class _Variables:
    variables: dict[str, str]

    def set_item(self, name: str, value: str) -> None:
        self.variables[name.lower()] = value


@dataclass
class _Files:
    computer: Computer

    def fileexists(self, path: str) -> bool:
        self.computer.asked_for.append(path)
        return path.lower() in {file.lower() for file in self.computer.files}

    def copyfile(self, source: str, target: str, over: bool) -> int:
        assert over, "the log of an earlier failure must not be taken for this one's"
        self.computer.copied.append((source, target))
        return 0

    def deletefile(self, path: str) -> int:
        self.computer.deleted.append(path)
        return 0
