"""What Vietnamese keyboards and copying do to a tag: invisible characters, words turned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from docgen.fields import plain

# Characters that nobody sees and no tag needs; they may stand inside its marks too.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb"
)
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
BETWEEN = f"[{_INVISIBLE}]*"
_NAMES = {
    "\u00ad": "dấu gạch nối ẩn",
    "\u200b": "dấu cách không độ rộng",
    "\u2060": "dấu nối không độ rộng",
    "\ufeff": "dấu đầu tệp (BOM)",
    **dict.fromkeys("\u200c\u200d", "dấu nối chữ"),
    **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e", "dấu chiều chữ"),
}
# What is typed on Telex for a mark, or for đ; a circumflex is its letter once more.
_TELEX = {
    "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j",
    "\u0306": "w", "\u031b": "w", "đ": "dd",
}  # fmt: skip
_CIRCUMFLEX = "\u0302"


def visible(text: str) -> str:
    """Return a text without its invisible characters."""
    return INVISIBLE.sub("", text)


def invisible_in(text: str) -> str:
    """Name the invisible characters of a text, such as `dấu chiều chữ (U+200E)`; "" for none."""
    found = dict.fromkeys(INVISIBLE.findall(text))
    return ", ".join(f"{_NAMES.get(one, 'ký tự điều khiển')} (U+{ord(one):04X})" for one in found)


def likely_word(word: str, known: Iterable[str], *, near: bool = True) -> str:
    """Return the known word that was most likely typed, "" where there is none.

    A word that Telex has turned (`ì`, `fỏ`, `endìf`) is told by its keys, one with marks too
    many by its letters; `near` lets a few wrong letters pass.
    """
    words = list(known)
    bare, keys = plain(word), sorted(_keys(word))
    same = [one for one in words if one == bare or sorted(one) == keys]
    return next(iter(same or (get_close_matches(bare, words, n=1) if near else [])), "")


def _keys(word: str) -> str:
    """Return the keys pressed for a word, in some order."""
    keys, letter = "", ""
    for one in unicodedata.normalize("NFD", word.lower()):
        keys += letter if one == _CIRCUMFLEX else _TELEX.get(one, one)
        letter = letter if unicodedata.combining(one) else one
    return keys


_OPERATORS = ("in", "and", "or", "not")


def retyped(body: str, commands: Iterable[str]) -> str:
    """Return a tag's body with the commands and `and`, `or` … that Telex has turned put right.

    "" where none was. A text in quotes is left as it is.
    """
    words = [*commands, *_OPERATORS]
    pieces = re.split(r'("[^"]*"|\'[^\']*\'|\s+)', body)
    for place, piece in enumerate(pieces):
        if not piece.isascii() and piece[0] not in "\"'":
            pieces[place] = likely_word(piece, words, near=False) or piece
    made = "".join(pieces)
    return "" if made == body else made
