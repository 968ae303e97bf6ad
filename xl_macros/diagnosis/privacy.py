"""What a page sent for help must not tell: who the user is, what the computer is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from xl_macros.diagnosis.records import Record

PERSON, SERVER = "<tên>", "<máy chủ>"

_SHORTEST = 3  # a name of one or two letters stands in half of all words

# The folder of a user, on every system; the name of a server; an address behind its host,
# which in SharePoint names the person.
# A name may hold blanks where a separator tells its end.
_HOME = re.compile(
    r"""(?i)([\\/](?:users|home|documents\ and\ settings)[\\/])
    (?: [^\\/:*?"<>|\n]+ (?=[\\/]) | [^\\/\s,;]+ )""",
    re.VERBOSE,
)
_SERVER = re.compile(r"(?<![\\\w:])\\\\[^\\/\s]+")
_ADDRESS = re.compile(r"(https?://[^\\/\s]+)[\\/].*")


def masked(record: Record, private_names: Iterable[str]) -> Record:
    """Return a record without names of people and machines."""
    return replace(record, found=mask(record.found, private_names))


def mask(text: str, private_names: Iterable[str]) -> str:
    """Return a text with the private parts of paths and addresses covered."""
    text = _ADDRESS.sub(r"\1/…", text)
    # The names themselves come first: a user's folder may hold a blank.
    for name in sorted({name for name in private_names if len(name) >= _SHORTEST}, key=len)[::-1]:
        text = re.sub(rf"(?i)(?<![^\W_]){re.escape(name)}(?![^\W_])", PERSON, text)
    text = _HOME.sub(rf"\1{PERSON}", text)
    return _SERVER.sub(lambda _: rf"\\{SERVER}", text)
