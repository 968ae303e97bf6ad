"""How wide a text prints in Times New Roman Bold, near enough to judge a line below it.

Advance widths of Times Bold (Adobe's core font metrics, which Times New Roman and
Liberation Serif share) in thousandths of the size; Vietnamese letters are as wide as
the letters they are made of, but for ơ and ư.
"""

from __future__ import annotations

import unicodedata

_MM_A_POINT = 25.4 / 72
_LETTERS = {
    250: " ,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt",
    389: "Is",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–",
    554: "ơ",
    556: "Sbdhknpquđ",
    600: "ư",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    944: "M",
    1000: "W%",
}
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_USUAL = 500
_HORN = "\u031b"


def text_width(text: str, size: float) -> float:
    """Return the width in mm of a text on one line, printed bold in this size (points)."""
    units = 0
    for letter in " ".join(text.split()):
        parts = list(unicodedata.normalize("NFD", letter))
        base, marks = parts[0], parts[1:]
        horned = unicodedata.normalize("NFC", base + _HORN) if _HORN in marks else base
        units += _WIDTHS.get(horned, _USUAL)
    return units / 1000 * size * _MM_A_POINT
