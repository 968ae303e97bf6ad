"""Numbers that skip or repeat are found; lists of every usual build are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.docgen.form_check import texts
from tests.docgen.form_check.drafts import codes
from tests.docgen.form_check.writers import Styles

ORDER = {"PH13", "MU12", "DU12", "KH13", "DI12"}


def found(*body: str) -> list[str]:
    """Return the codes of numbers out of order in a Kế hoạch with this body."""
    content = Styles().write(replace(texts.PLAN, body=(*body, "Hết./.")))
    return [code for code in codes(content) if code in ORDER]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (("=I. A", "=III. B"), ["MU12"]),
        (("=I. A", "=III. B", "=IV. C"), ["MU12"]),
        (("=I. A", "=II. B", "=II. C", "=III. D"), ["MU12"]),
        (("=II. A",), ["MU12"]),
        (("^Phần I", "^A", "=I. A", "^Phần II", "^B", "=I. B", "=III. C"), ["MU12"]),
        (("^Chương I", "^A", "^Chương III", "^B"), ["PH13"]),
        (("^Chương I", "^A", "^Mục 1", "^B", "^Mục 3", "^C"), ["PH13"]),
        (("§Điều 1.| Một.", "§Điều 2.| Hai.", "§Điều 4.| Bốn."), ["DU12"]),
        (("§Điều 1.| Một.", "§Điều 4.| Bốn.", "§Điều 3.| Ba."), ["DU12"]),
        (("^Chương I", "^A", "§Điều 1.| Một.", "^Chương II", "^B", "§Điều 3.| Hai."), ["DU12"]),
        (("§Điều 1.| Một.", "§Điều III.| Ba."), ["DU12"]),
        (("1. Một.", "3. Ba."), ["KH13"]),
        (("*1. Một", "Lời văn.", "*1. Hai", "Lời văn."), ["KH13"]),
        (("=I. A", "1. Một.", "2. Hai.", "=II. B", "3. Ba."), ["KH13"]),
        (("§Điều 1.| Một:", "1. Một.", "2. Hai.", "§Điều 2.| Hai:", "1. Một.", "3. Ba."), ["KH13"]),
        (("1. Một:", "a) Một;", "c) Ba."), ["DI12"]),
        (("1. Một:", "b) Hai."), ["DI12"]),
        (("1. Một.", "1.1. Trong.", "2. Hai.", "2. Ba."), ["KH13"]),
    ],
)
def test_a_number_that_skips_or_repeats_is_found_once(
    body: tuple[str, ...], wanted: list[str]
) -> None:
    assert [code for code in found(*body) if code != "PH11"] == wanted


@pytest.mark.parametrize(
    "body",
    [
        ("=I. A", "*1. Một", "1.1. Một.", "1.2. Hai.", "*2. Hai", "2.1. Một.", "=II. B", "1. Một."),
        ("=I. A", "1. Một.", "2. Hai.", "=II. B", "1. Một.", "2. Hai."),
        ("^Phần I", "^A", "=I. A", "=II. B", "^Phần II", "^B", "=I. C", "=II. D"),
        ("^Phần I", "^A", "=I. A", "=II. B", "^Phần II", "^B", "=III. C", "=IV. D"),
        ("A. Tình hình", "=I. A", "=II. B", "B. Nhiệm vụ", "=I. C", "=II. D"),
        ("=I. A", "^NỘI DUNG", "=II. B"),
        ("^Chương I", "^A", "^Mục 1", "^B", "^Mục 2", "^C", "^Chương II", "^D", "^Mục 1", "^E"),
        ("^Chương I", "^A", "§Điều 1.| Một:", "1. Một.", "^Chương II", "^B", "§Điều 2.| Hai:",
         "1. Một.", "2. Hai."),
        # A reference, an amendment in quotation marks.
        ("§Điều 1.| Một.", "Điều 5 Nghị định số 30/2020/NĐ-CP quy định thể thức.",
         "§Điều 2.| Hai."),
        ("§Điều 1.| Sửa đổi một số điều:", "1. Sửa đổi khoản 3, khoản 4 Điều 5 như sau:",
         "“3. Ba.", "4. Bốn.", "Điều 9. Chín.”", "2. Bãi bỏ Điều 6.", "§Điều 2.| Hai."),
        # Lists inside lists.
        ("1. Một.", "2. Các đơn vị:", "1. Trong.", "2. Trong.", "3. Trong.", "3. Ba.", "4. Bốn."),
        ("1. Các đơn vị:", "1. Trong.", "2. Trong.", "2. Hai."),
        ("1. Một:", "1) Trong;", "2) Trong.", "2. Hai."),
        ("Thành phần:", "1. Một.", "2. Hai.", "Nội dung:", "1. Một.", "2. Hai."),
        ("1. Một.", "Lời văn.", "1. Một.", "2. Hai."),
        # Numbers before figures, without a blank, on one paragraph.
        ("1. Một.", "2. 100% trường học có sân chơi.", "3. Ba."),
        ("1. Một.", "2.Hai.", "3. Ba."),
        ("1. Một.\n2. Hai.", "3. Ba."),
        ("1. Một.", "1.200 trẻ em được khám.", "2. Hai."),
        ("01. Một.", "02. Hai."),
        ("=I. A", "=II B", "=III. C"),
        ("1. Một.", "2 Hai.", "3. Ba."),
        ("1. Một.", "|1. Trong bảng|2", "|3. Trong bảng|4", "2. Hai."),
        ("1. Một:", "a) Một;", "b) Hai.", "2. Hai:", "a) Một."),
        ("15 tháng 3 là ngày mở sân.", "1. Một.", "20 trẻ em tham gia.", "2. Hai."),
        ("1. Một:", "a) Một;", "a) Một;", "b) Hai."),
    ],
)  # fmt: skip
def test_what_is_numbered_rightly_is_no_fault(body: tuple[str, ...]) -> None:
    assert found(*body) == []


def test_a_line_of_a_word_that_only_looks_numbered_is_no_chapter() -> None:
    content = Styles().write(replace(texts.PLAN, body=("Mục tiêu:", "Mở sân.", "Hết./.")))
    assert codes(content) == []
