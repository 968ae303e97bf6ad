from __future__ import annotations

import pytest

from docgen.shared.phrases_vi import all_unbroken
from docgen.word.charts.data import Chart


def unbroken(text: str, nouns: tuple[str, ...] = ()) -> object:
    return all_unbroken({"x": text}, nouns)["x"]


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("đạt 99 % vào năm 2025", "đạt 99~% vào năm~2025"),
        ("12 ‰", "12~‰"),
        ("dưới 5 tuổi", "dưới 5~tuổi"),
        ("8 loại vắc xin", "8~loại vắc xin"),
        ("còn thiếu 11 trẻ", "còn thiếu 11~trẻ"),
        ("05 học sinh bỏ học", "05~học sinh bỏ học"),
        ("ngày 05 tháng 01 năm 2026", "ngày~05 tháng~01 năm~2026"),
        ("Chỉ tiêu 13", "Chỉ tiêu~13"),
        ("giai đoạn 2022 - 2025", "giai đoạn 2022~-~2025"),
        ("2022 – 2030", "2022~–~2030"),
        ("Kế hoạch số 46/KH – UBND", "Kế hoạch số~46/KH~–~UBND"),
        # What only looks like it stays as it is.
        ("năm nào cũng vậy", "năm nào cũng vậy"),
        ("5 tuổi thơ", "5~tuổi thơ"),
        ("3 trẻo", "3 trẻo"),
        ("kinh tế - xã hội", "kinh tế - xã hội"),
    ],
)
def test_a_number_stays_with_its_word(text: str, glued: str) -> None:
    assert unbroken(text, ("trẻ", "học sinh")) == glued.replace("~", "\u00a0")


def test_only_spaces_change() -> None:
    text = "Ngày 1/6, 100 % trẻ em từ 07 tuổi, 2022 - 2030; 1.234 trẻ."
    assert str(unbroken(text, ("trẻ",))).replace("\u00a0", " ") == text


def test_every_text_of_nested_fields_is_treated_and_a_chart_is_left_alone() -> None:
    chart = Chart("5 trẻ", "5 trẻ", (), ())
    fields = {"a": "năm 2025", "b": ["năm 2026", {"c": "5 trẻ"}], "d": chart}
    assert all_unbroken(fields, ["trẻ"]) == {
        "a": "năm\u00a02025", "b": ["năm\u00a02026", {"c": "5\u00a0trẻ"}], "d": chart,
    }  # fmt: skip
