"""How many lines a text takes in a column, so that rows are made high enough.

Neither Excel nor LibreOffice measures a row again when a file is opened whose heights
are set, and a protected sheet never does. Widths are those of Times New Roman (Adobe's
metrics of Times-Roman, thousandths of the size); Vietnamese letters are as wide as
their base letters.
"""

from __future__ import annotations

import math
import unicodedata

MAX_ROW_HEIGHT = 409.0  # points; Excel allows no more
MIN_ROW_HEIGHT = 20.0

_DIGIT_PIXELS = 8  # a digit of the default font (Times New Roman 12) at 100 %
_CELL_PADDING = 10  # pixels lost to the cell's own margins and borders
INDENT_WIDTH = 1.5  # characters that one step of indentation takes
_SCREEN_SPREAD = 1.09  # letters drawn on the pixel grid run wider than on paper
_BOLD_SPREAD = 1.07
_LINE = 1.32  # line height over font size
_EDGE = 5.0  # points above and below the text

_WIDTHS = {
    250: " ,.", 180: "'", 200: "|", 278: "/:;\\ijlt", 333: "!()-[]`Ifrs", 389: "Js",
    408: '"', 444: "?acez", 469: "^", 480: "{}", 564: "+<=>", 541: "~", 556: "FPS",
    611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw", 778: "&m", 833: "%", 889: "M",
    921: "@", 944: "W",
}  # fmt: skip
_OF_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_DEFAULT = 500  # digits and most small letters
_WIDE = 1000  # symbols and whatever the font lacks


def _letter_width(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in "đĐ":
        return 722 if base == "Đ" else 500
    known = _OF_LETTER.get(base)
    if known is not None:
        return known
    return _DEFAULT if base.isalnum() and ord(base) < 0x250 else _WIDE


def text_pixels(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in pixels at 96 dots an inch."""
    thousandths = sum(_letter_width(letter) for letter in text)
    spread = _SCREEN_SPREAD * (_BOLD_SPREAD if bold else 1)
    return thousandths / 1000 * size * 96 / 72 * spread


def count_lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines a text takes when wrapped at words.

    Args:
        text: may hold line breaks of its own.
        width: column width in characters, as in Excel's dialog.
        size: font size in points.
        bold: whether the text is bold.
    """
    room = max(width * _DIGIT_PIXELS - _CELL_PADDING, _DIGIT_PIXELS)
    space = text_pixels(" ", size, bold=bold)
    return sum(_wrapped(line, room, space, size, bold) for line in text.split("\n"))


def _wrapped(line: str, room: float, space: float, size: float, bold: bool) -> int:
    lines, used = 1, 0.0
    for word in line.split():
        width = text_pixels(word, size, bold=bold)
        if used and used + space + width > room:
            lines, used = lines + 1, 0.0
        used += width + (space if used else 0)
        if used > room:  # a word longer than the column is broken inside
            extra = math.ceil(used / room) - 1
            lines, used = lines + extra, used - extra * room
    return lines


def row_height(lines: int, size: float) -> float:
    """Return the height in points of a row with so many lines, within Excel's limits."""
    wanted = math.ceil(lines * size * _LINE + _EDGE)
    return min(max(MIN_ROW_HEIGHT, wanted), MAX_ROW_HEIGHT)


def column_points(width: float) -> float:
    """Return a column's width in points on paper at 100 %."""
    return (width * _DIGIT_PIXELS + 5) * 72 / 96


def turned_height(text: str, size: float, *, bold: bool = False) -> float:
    """Return the height in points that a text turned by 90 degrees needs."""
    return text_pixels(text, size, bold=bold) * 72 / 96 + 2 * _EDGE
