"""What Python must know of the house style, and how wide a text prints in it.

All else of the style stands in `templates/khung.docx`: page set-up, headers and named styles are
changed in that file with Word. The decree leaves ranges (`docgen.shared.decree`); a test holds
the file inside them.

Widths are the advance widths of Times Bold (Adobe's core font metrics, shared by Liberation
Serif) in thousandths of the size, near enough to judge a line below a text; Vietnamese letters
are as wide as those they are made of, but for ơ, ư.
"""

from __future__ import annotations

import re
import unicodedata

# The columns of the heading: Quốc hiệu is 95,7 mm wide at 13 points, below 100 mm it wraps.
HEADING_LEFT_MM, HEADING_RIGHT_MM = 58, 102
TEXT_MM = HEADING_LEFT_MM + HEADING_RIGHT_MM  # between the margins of an upright page
AGENCY_PT = 13  # the size of the style CoQuan, by which long names are divided into lines

# The kinds of statuses: a paragraph style `TT_…` each, with a light fill; the last for all others.
STATUS_KEYS = (
    "dat", "dung", "cham", "cham_nhieu", "kem", "duoi_moc", "khong_dat", "cho", "khac",
)  # fmt: skip

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
