"""Reads an explanation as an official would, and judges again from its numbers alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from workbook.domain.plan import Kind, Measure

_NUMBER = r"[\d.]*\d(?:,\d+)?"
_PERIOD = re.compile(r"(6 tháng đầu n|N)ăm (\d{4}),")
_RATIO = re.compile(rf"kết quả(?: tạm tính)? ({_NUMBER})/({_NUMBER})[ ;]")
_COUNT = re.compile(rf"ghi nhận(?: tạm tính)? ({_NUMBER})")
_YES_NO = re.compile(r"kết quả(?: tạm tính)?: (có|không)")
_STONE = re.compile(r"(?:mốc|mức yêu cầu hằng năm từ) năm (\d{4}) \(([^)]*)\)")
_BASE = re.compile(rf"năm gốc (\d{{4}}) \((?:({_NUMBER})/({_NUMBER}), )?({_NUMBER})")
_PATH_FROM_STONE = re.compile(rf"từ mốc năm (\d{{4}})(?: \(({_NUMBER})|, tính bằng)")


def number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


@dataclass(frozen=True)
class Reading:
    """What a sentence says: time, value, the milestone named, baseline, path's start."""

    half: bool
    time: Fraction
    value: Fraction
    units: Fraction
    stone_year: int
    rule: str
    base: tuple[Fraction, Fraction] | None
    start: tuple[Fraction, Fraction] | None


def reread(sentence: str, measure: Measure) -> Reading:
    """Take the numbers out of a sentence; fails where one is missing."""
    head = _PERIOD.match(sentence)
    stone = _STONE.search(sentence)
    assert head is not None
    assert stone is not None
    half, year = head[1].startswith("6"), int(head[2])
    value, units = _value(sentence, measure)
    base = _baseline(sentence, measure)
    return Reading(
        half=half,
        time=year - Fraction(half, 2),
        value=value,
        units=units,
        stone_year=int(stone[1]),
        rule=stone[2],
        base=base,
        start=_start(sentence, base),
    )


def _value(sentence: str, measure: Measure) -> tuple[Fraction, Fraction]:
    if measure.kind is Kind.YES_NO:
        answer = _YES_NO.search(sentence)
        assert answer is not None
        return Fraction(answer[1] == "có"), Fraction(1)
    if measure.kind is Kind.COUNT:
        count = _COUNT.search(sentence)
        assert count is not None or "không ghi nhận trường hợp nào (nguồn: " in sentence
        return number(count[1]) if count else Fraction(0), Fraction(1)
    ratio = _RATIO.search(sentence)
    assert ratio is not None
    return number(ratio[1]) * measure.factor / number(ratio[2]), number(ratio[2]) / measure.factor


def _baseline(sentence: str, measure: Measure) -> tuple[Fraction, Fraction] | None:
    base = _BASE.search(sentence)
    if base is None:
        return None
    value = number(base[4])
    if base[2]:
        value = number(base[2]) * measure.factor / number(base[3])
    return Fraction(base[1]), value


def _start(
    sentence: str, base: tuple[Fraction, Fraction] | None
) -> tuple[Fraction, Fraction] | None:
    stone = _PATH_FROM_STONE.search(sentence)
    if stone is None:
        return base
    if stone[2]:
        return Fraction(stone[1]), number(stone[2])
    return None if base is None else (Fraction(stone[1]), base[1])


def status_from(reading: Reading, *, keep: bool, kind: Kind) -> str:
    """Judge the milestone that the sentence names, by the straight path."""
    if _meets(reading, reading.value):
        return "ACHIEVED"
    # A case in the first half-year already breaks the year's zero.
    time = reading.time + Fraction(reading.half, 2) if kind is Kind.COUNT else reading.time
    if reading.stone_year <= time:
        return "MISSED" if keep or reading.stone_year == time else "BELOW"
    if kind in (Kind.YES_NO, Kind.COUNT):
        return "NOT_YET"
    if reading.rule.startswith("giảm"):
        assert reading.base is not None
        return "WORSENING" if reading.value > reading.base[1] else "NOT_YET"
    return "NOT_YET" if reading.start is None else _pace(reading, *reading.start)


def _pace(reading: Reading, begin: Fraction, level: Fraction) -> str:
    target = _target(reading.rule)
    side = 1 if reading.rule.startswith("từ") or reading.rule[0].isdigit() else -1
    if _meets(reading, level) or (reading.value - level) * side < 0:
        return "WORSENING"
    if reading.time <= begin or level == target:
        return "ON_TRACK"
    required = level + (target - level) * (reading.time - begin) / (reading.stone_year - begin)
    if abs(reading.value - required) * reading.units < 1:
        return "ON_TRACK"
    ratio = (reading.value - level) / (required - level)
    if ratio >= Fraction(95, 100):
        return "ON_TRACK"
    return "SLOW" if ratio >= Fraction(6, 10) or reading.time - begin < 2 else "VERY_SLOW"


def _target(rule: str) -> Fraction:
    found = re.search(_NUMBER, rule)
    return number(found[0]) if found else Fraction(0)


def _meets(reading: Reading, value: Fraction) -> bool:
    rule = reading.rule
    if rule == "có":
        return value == 1
    if rule == "không có trường hợp nào":
        return value == 0
    if rule.startswith("giảm"):
        return value == 0 or (reading.base is not None and value < reading.base[1])
    if rule.startswith("dưới"):
        return value < _target(rule)
    if rule.startswith("không quá"):
        return value <= _target(rule)
    return value >= _target(rule)
