"""Vietnamese text: folding, legacy fonts, control characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workbook
from workbook.domain.text_vi import (
    LegacyEncoding,
    clean,
    control_characters,
    fold,
    is_nfc,
    legacy_text,
    nfc,
)

PLAN_TEXT = Path(workbook.__file__).parent / "data" / "ngo_may" / "ke_hoach.txt"
LINES = [
    line for line in PLAN_TEXT.read_text(encoding="utf-8").splitlines() if len(line.strip()) >= 20
]

TCVN3_LETTERS = dict(zip(
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
    "µ\xb8¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ",
    strict=True,
))  # fmt: skip
VNI_MARKS = {
    "\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï",
    "\u0302": "â", "\u0302\u0300": "à", "\u0302\u0301": "á", "\u0302\u0309": "å",
    "\u0302\u0303": "ã", "\u0323\u0302": "ä", "\u0306": "ê", "\u0306\u0300": "è",
    "\u0306\u0301": "é", "\u0306\u0309": "ú", "\u0306\u0303": "ü", "\u0323\u0306": "ë",
}  # fmt: skip
VNI_LETTERS = {"đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "í": "í", "ì": "ì"}


def as_tcvn3(text: str) -> str:
    return "".join(TCVN3_LETTERS.get(letter, letter) for letter in text.lower())


def as_vni(text: str) -> str:
    return "".join(vni_letter(letter) for letter in text.lower())


def vni_letter(letter: str) -> str:
    if letter in VNI_LETTERS:
        return VNI_LETTERS[letter]
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö"}[base]
    mark = "".join(one for one in marks if one != "\u031b")
    return base + VNI_MARKS[mark] if mark else base


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("Đảng uỷ", "đảng Ủy"),
        ("thúy", "thuý"),
        ("khỏe", "khoẻ"),
        ("ngoáy", "ngóay"),
        ("\u00d0ảng", "Đảng"),
        ("46/KH – UBND", "46/kh - ubnd"),
        ("một\u00a0 hai\u200b", " một hai "),
        ("Trạm y tế", "Tra\u0323m y te\u0302\u0301"),
    ],
)
def test_texts_that_people_take_for_the_same_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("có", "cô"),
        ("mùa", "muà"),
        ("tháng 1", "tháng 11"),
        ("ma", "má"),
        ("đa", "da"),
        ("1-2", "12"),
    ],
)
def test_different_texts_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text())
def test_cleaned_text_is_nfc_without_control_characters(text: str) -> None:
    assert is_nfc(clean(text))
    assert control_characters(clean(text)) == ()
    assert clean(clean(text)) == clean(text)


def test_new_lines_tabs_and_emoji_are_no_control_characters() -> None:
    assert control_characters("một\nhai\tba 😀 &<>“”\u00ad") == ()
    assert control_characters("\x00a\x01\x7f\x80\ufffe") == (
        "\x00",
        "\x01",
        "\x7f",
        "\x80",
        "\ufffe",
    )


def test_no_line_of_the_plan_is_taken_for_a_legacy_font() -> None:
    assert [line for line in LINES if legacy_text(line) or legacy_text(nfc(line))] == []
    assert [line for line in LINES if legacy_text(unicodedata.normalize("NFD", line))] == []


@pytest.mark.parametrize(
    ("encode", "encoding"), [(as_tcvn3, LegacyEncoding.TCVN3), (as_vni, LegacyEncoding.VNI)]
)
def test_lines_typed_for_a_legacy_font_are_known_and_read_right(
    encode: Callable[[str], str], encoding: LegacyEncoding
) -> None:
    missed = []
    for line in LINES:
        found = legacy_text(encode(line))
        if found is None:
            missed.append(line)
            continue
        assert found.encoding is encoding
        assert found.reading == line.lower()
    # Two short headings hold no letter that only a legacy font has.
    assert len(missed) <= 2


@pytest.mark.parametrize("text", ["tèt", "Cã", "toàn", "tuyên", "yêu", "quá", "Báo cáo toàn quý"])
def test_a_short_text_is_judged_by_its_font_alone(text: str) -> None:
    assert legacy_text(text) is None
    assert legacy_text(text, "Times New Roman") is None


@pytest.mark.parametrize(
    ("text", "font", "reading"),
    [
        ("tèt", ".VnTime", "tốt"),
        ("Cã", ".VnArial", "Có"),
        ("C«ng an", ".VnTimeH", "CÔNG AN"),
        ("toát", "VNI-Times", "tốt"),
        ("Ñaït", "VNI-Helve", "Đạt"),
        ("PHÖÔØNG", "VNI-Times", "PHƯỜNG"),
    ],
)
def test_a_short_text_in_a_legacy_font_shows_its_reading(
    text: str, font: str, reading: str
) -> None:
    found = legacy_text(text, font)
    assert found is not None
    assert found.reading == reading


@pytest.mark.parametrize(
    ("text", "font"),
    [("Bao cao 12", ".VnTime"), ("Trường học", ".VnTime"), ("100", "VNI-Times")],
)
def test_a_legacy_font_over_plain_or_unicode_text_is_no_legacy_text(text: str, font: str) -> None:
    assert legacy_text(text, font) is None


@pytest.mark.parametrize(
    "text",
    [
        "Café au lait, crème, déjà vu, très bien",
        "20 × 30 = 600 and 5 ÷ 5 = 1 here",
        "Báo cáo công tác 2026 và kho",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert legacy_text(text) is None
