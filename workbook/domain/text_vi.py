"""Vietnamese text as it comes from people's machines: NFC, folding, legacy fonts.

Source: reference domain, sections 5.3 and 5.4. Nothing here changes what stands in a
sổ: a text in a legacy font is only shown with its reading.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

# TCVN 5712 (`.VnTime`): the code points of Latin-1 that these fonts draw as Vietnamese.
_TCVN3_CODES = "µ\xb8¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦"
_TCVN3_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_TCVN3 = str.maketrans(_TCVN3_CODES, _TCVN3_LETTERS)

# VNI: a mark (drawn over the vowel before it) as Latin-1, and letters of its own.
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323", "ê": "\u0306", "è": "\u0306\u0300",
    "é": "\u0306\u0301", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_BASES = "aeouyôö"
_VNI_GLYPH = re.compile(
    f"([{_VNI_BASES}])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])", re.IGNORECASE
)
_VNI_SIGN = re.compile(f"[{_VNI_BASES}][{''.join(_VNI_MARKS)}]|ñ", re.IGNORECASE)
# In VNI a mark always follows its vowel; á after b, say, is true Unicode ("bá").
_VNI_STRAY = re.compile(f"(?<![{_VNI_BASES}])[{''.join(_VNI_MARKS)}]", re.IGNORECASE)

# Beside a letter: " 20 × 30 " is no text in TCVN3.
_TCVN3_SIGN = re.compile(r"(?<=[^\W\d_])[¡-¬\xad®µ-¿×÷]|[¡-¬\xad®µ-¿×÷](?=[^\W\d_])")
_UNICODE_VIETNAMESE = re.compile(
    "[\u1ea0-\u1ef9ăđơưĩũĂĐƠƯĨŨ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]"
)
_LONG_ENOUGH = 20  # characters; below, single words are mistaken for one another

ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_LOOKALIKES = str.maketrans(
    "\u00d0\u00f0\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "Đđ" + "-" * 7
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_PLACE = re.compile(f"(o[{_TONES}][ae]|u[{_TONES}]y)")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class LegacyEncoding(Enum):
    """An encoding from before Unicode; the value is what officials call it."""

    TCVN3 = "TCVN3 (.VnTime)"
    VNI = "VNI"


@dataclass(frozen=True)
class LegacyText:
    """A text typed for a legacy font, with what it most likely reads."""

    encoding: LegacyEncoding
    reading: str


def nfc(text: str) -> str:
    """Return the text in NFC (TCVN 6909:2001, "Unicode dựng sẵn")."""
    return unicodedata.normalize("NFC", text)


def is_nfc(text: str) -> bool:
    """Whether the text is already in NFC."""
    return unicodedata.is_normalized("NFC", text)


def control_characters(text: str) -> tuple[str, ...]:
    """Return the characters that no document may hold; tab and new lines are none."""
    return tuple(_CONTROLS.findall(text))


def clean(text: str) -> str:
    """Return what documents print: NFC, without control characters, trimmed."""
    return nfc(_CONTROLS.sub("", text)).strip()


def fold(text: str) -> str:
    """Return the key by which two texts count as the same.

    NFC, one case, single spaces, `Ð` as `Đ`, any dash as `-`, and one placement of the
    tone (`hòa` and `hoà`, `ủy` and `uỷ`). For look-ups only, never for display.
    """
    plain = nfc(text).translate(ZERO_WIDTH).translate(_LOOKALIKES)
    spaced = " ".join(plain.split()).casefold()
    return nfc(_TONE_PLACE.sub(_tone_last, unicodedata.normalize("NFD", spaced)))


def _tone_last(match: re.Match[str]) -> str:
    group = match[0]
    return group[0] + group[2] + group[1]


def may_be_legacy(text: str) -> bool:
    """Tell whether a text could be one of a legacy font; only then its font matters."""
    return not text.isascii() and _UNICODE_VIETNAMESE.search(text) is None


def legacy_text(text: str, font: str | None = None) -> LegacyText | None:
    """Find a text that was typed for a legacy font.

    A font's name decides (`.Vn…`, `VNI-…`); without one, only a text of 20 characters
    or more is judged by its letters, since single words cannot be told apart.
    """
    if not may_be_legacy(text):
        return None
    encoding = _encoding_of_font(font) or _encoding_of_letters(text)
    if encoding is None:
        return None
    reading = _read_tcvn3(text) if encoding is LegacyEncoding.TCVN3 else _read_vni(text)
    # The capitals' fonts (.VnTimeH) draw the codes of small letters as capitals.
    if encoding is LegacyEncoding.TCVN3 and font and font.endswith("H"):
        reading = reading.upper()
    return LegacyText(encoding, reading) if reading != text else None


def _encoding_of_font(font: str | None) -> LegacyEncoding | None:
    name = (font or "").casefold()
    if name.startswith(".vn"):
        return LegacyEncoding.TCVN3
    return LegacyEncoding.VNI if name.startswith("vni-") else None


def _encoding_of_letters(text: str) -> LegacyEncoding | None:
    if len(text) < _LONG_ENOUGH:
        return None
    if _TCVN3_SIGN.search(text):
        return LegacyEncoding.TCVN3
    if _VNI_SIGN.search(text) and not _VNI_STRAY.search(text):
        return LegacyEncoding.VNI
    return None


def _read_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _read_vni(text: str) -> str:
    return _VNI_GLYPH.sub(_vni_glyph, text)


def _vni_glyph(match: re.Match[str]) -> str:
    letter, mark = match[1] or match[3], match[2]
    plain = _VNI_LETTERS.get(letter.lower(), letter)
    plain = plain.upper() if letter.isupper() else plain
    return nfc(plain + _VNI_MARKS[mark.lower()]) if mark else plain


def lower_first(text: str) -> str:
    """Return the text for the middle of a sentence."""
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return the text for the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word so that it fits, with "…" where something was cut."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
