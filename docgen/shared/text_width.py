"""How wide a text prints in Times New Roman Bold, near enough to judge a line below it.

Advance widths of Times Bold (Adobe's core font metrics, shared by Liberation Serif) in
thousandths of the size; Vietnamese letters are as wide as those they are made of, but for ơ, ư.
"""

from __future__ import annotations

import re
import unicodedata

_MM_A_POINT = 25.4 / 72
_LETTERS = {
    250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt", 389: "Is", 444: "cerz",
    500: "#$*0123456789?J_agovxy–", 554: "ơ", 556: "Sbdhknpquđ", 600: "ư", 611: "FP",
    667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQƠ", 796: "Ư", 833: "&m", 944: "M", 1000: "W%",
}  # fmt: skip
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_USUAL = 500
_MARKS = re.compile("[\u0300-\u031a\u031c-\u036f]")  # all but the horn of ơ and ư


def text_width(text: str, size: float) -> float:
    """Return the width in mm of a text on one line, printed bold in this size (points)."""
    plain = _MARKS.sub("", unicodedata.normalize("NFD", " ".join(text.split())))
    letters = unicodedata.normalize("NFC", plain)
    return sum(_WIDTHS.get(letter, _USUAL) for letter in letters) / 1000 * size * _MM_A_POINT
