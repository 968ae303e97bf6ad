"""The plan of the product against an independent reading of its text."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from workbook.domain.periods import DayOfYear
from workbook.domain.plan import (
    NoteKind,
    Plan,
    RelationKind,
    Rule,
    Slot,
)
from workbook.domain.plan_checks import quotes_of
from workbook.domain.settings import SPECS, SettingKind

DATA = Path(__file__).parent.parent.parent.parent / "workbook" / "data" / "ngo_may"

# Typed from the plan's own sentences, not from its TOML: measure, what is due in 2025,
# what is due in 2030 ("" where the plan sets nothing).
THRESHOLDS = """
CT01  yes    yes
CT02  >=80   >=90
CT03a <9     <8.5
CT03b <=12   <=10
CT03c <20    <15
CT04a <12    <10
CT04b <9     <8
CT05a >=98   -
CT05b -      >=100
CT06  >=100  >=100
CT07a <2     <1
CT07b >=100  >=100
CT08  =0     =0
CT09  =0     =0
CT10a falls  =0
CT10b =0     =0
CT11  >=100  >=100
CT12  =0     =0
CT13  >=100  >=100
CT14  >=99   >=100
CT15  >=99.5 >=100
CT16a >=99.5 >=100
CT16b <0.05  <0.03
CT17a >=99.5 >=100
CT17b <0.1   <0.05
CT18  >=100  >=100
CT19a >=30   >=50
CT19b >=40   >=60
CT20  yes    yes
CT21  >=30   >=50
CT22  >=90   >=100
CT23  >=50   >=70
"""
ROWS = [line.split() for line in THRESHOLDS.strip().splitlines()]
DUE = [
    (measure_id, year, due)
    for measure_id, *both in ROWS
    for year, due in zip((2025, 2030), both, strict=True)
]

ASSIGNED = {
    3: "V.5", 4: "V.5", 5: "V.5", 6: "V.4", 8: "V.3", 13: "V.2",
    14: "V.4", 15: "V.4", 16: "V.4", 17: "V.4", 18: "V.4", 19: "V.4",
}  # fmt: skip


def plan_words() -> str:
    text = (DATA / "ke_hoach.txt").read_text(encoding="utf-8")
    return " ".join(unicodedata.normalize("NFC", text).split())


def test_the_plan_is_whole(plan: Plan) -> None:
    assert len(plan.goals) == 4
    assert [one.number for one in plan.indicators] == list(range(1, 24))
    assert list(plan.measures) == [measure_id for measure_id, *_ in ROWS]
    assert [one.number for one in plan.solutions] == [f"III.{n}" for n in range(1, 8)]
    assert [one.number for one in plan.scope] == ["II.1", "II.2", "II.3"]
    assert [one.clause for one in plan.funding] == ["IV.1", "IV.2"]
    assert [one.clause for one in plan.units] == [f"V.{n}" for n in range(1, 8)]
    assert [len(one.tasks) for one in plan.units] == [3, 2, 1, 5, 3, 1, 1]
    assert [len(one.paragraphs) for one in plan.solutions] == [3, 2, 1, 3, 3, 4, 3]
    assert (plan.start_year, plan.end_year, plan.milestone_years) == (2022, 2030, (2025, 2030))


@pytest.mark.parametrize(("measure_id", "year", "due"), DUE)
def test_a_milestone_is_what_the_plan_says(
    plan: Plan, measure_id: str, year: int, due: str
) -> None:
    stones = [one for one in plan.measures[measure_id].milestones if one.year == year]
    if due == "-":
        assert stones == []
        return
    (stone,) = stones
    rule = next(one for one in ("yes", "falls", ">=", "<=", "<", "=") if due.startswith(one))
    assert stone.rule is Rule({"=": "= 0"}.get(rule, rule))
    number = due.removeprefix(rule)
    assert stone.value == (Fraction(Decimal(number)) if number else None)


def test_only_the_indicator_without_years_has_milestones_of_our_own(plan: Plan) -> None:
    ours = {
        one.id: [stone.year for stone in one.milestones]
        for one in plan.measures.values()
        if not all(stone.year_stated for stone in one.milestones)
    }
    assert ours == {"CT11": [2022, 2025, 2030]}


def _years(plan: Plan, measure_id: str) -> list[int]:
    return [stone.year for stone in plan.measures[measure_id].milestones]


def test_every_threshold_and_its_year_stand_in_the_words_quoted(plan: Plan) -> None:
    """The plan forgot one year (CT17b) and gives none for CT11; it says so in notes."""
    for measure in plan.measures.values():
        numbers = {Fraction(one.replace(",", ".")) for one in _numbers(measure.quote)}
        for stone in measure.milestones:
            if stone.value:
                assert stone.value in numbers, (measure.id, stone)
            if stone.year_stated and (measure.id, stone.year) != ("CT17b", 2025):
                assert stone.year in numbers, (measure.id, stone)


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)?", text)


def test_every_quote_stands_in_the_plan(plan: Plan) -> None:
    words = plan_words()
    quotes = list(quotes_of(plan))
    assert len(quotes) > 200
    assert [(place, quote) for place, quote in quotes if quote not in words] == []


def test_no_sentence_of_the_plan_is_left_out(plan: Plan) -> None:
    """What remains of the text, once all quotes are taken out, is numbering and labels."""
    rest = plan_words()
    passages = {quote for place, quote in quotes_of(plan) if "notes" not in place}
    for quote in sorted(passages, key=len, reverse=True):
        rest = rest.replace(quote, " ")
    left = re.sub(r"Chỉ tiêu \d+:|Mục tiêu \d:|Thực hiện|Đề nghị|Nơi nhận:|[IV]+\.", " ", rest)
    assert re.sub(r"[\d\s.,;:\-]+", "", left) == ""


def test_twelve_indicators_are_given_to_a_unit_and_eleven_to_nobody(plan: Plan) -> None:
    given = {
        one.number: {measure.assigned_by for measure in one.measures} for one in plan.indicators
    }
    assert {number: clauses for number, clauses in given.items() if clauses != {"default"}} == {
        number: {clause} for number, clause in ASSIGNED.items()
    }
    assert len(ASSIGNED) == 12
    assert sum(clauses == {"default"} for clauses in given.values()) == 11


def test_the_numbers_in_a_units_task_are_the_indicators_it_is_given(plan: Plan) -> None:
    for unit in plan.units:
        named = {
            int(number)
            for task in unit.tasks
            for listed in re.findall(r"chỉ tiêu ([\d, ]+)", task.text)
            for number in _numbers(listed.replace(",", " "))
        }
        assert named == {number for number, clause in ASSIGNED.items() if clause == unit.clause}


def test_every_oddity_of_the_text_has_a_note_with_both_wordings(plan: Plan) -> None:
    notes = [*plan.notes, *(note for one in plan.measures.values() for note in one.notes)]
    oddities = [
        "8.5", "tai nạn thương năm 2025", "99 %", "dưới 0,1% và dưới 0,05% vào năm 2030",
        "đạt tiêu chuẩn phù hợp với trẻ em 100%", "2.1 Mục tiêu 1", "UBND phương", "bảm đảm",
        "đề thực hiện chỉ tiêu 8 của Chương trình", "nâng cáo kiến thức, kỹ nâng cao kiến thức",
        "chỉ tiêu 3,4,5 của Chương trình (theo hướng dẫn của Sở y tế)",
        "46/KH – UBND ngày 18/03/2022", "KT.CHỦ TỊCH", "Đảng uỷ", "giai đoạn 2021-2030",
        "Công chức Văn hóa xã hội", "4",
        "đạt 98% vào năm 2025; 100% trẻ em dưới 5 tuổi",
    ]  # fmt: skip
    originals = [note.original for note in notes]
    assert [one for one in oddities if one not in originals] == []
    colons = [note for note in notes if note.kind is NoteKind.MISTAKE and ": " in note.original]
    assert len(colons) == 3
    assert all(note.reading and note.reading != note.original for note in notes)
    assert all(note.original or note.kind is NoteKind.SILENT for note in notes)


def test_words_typed_by_officials_are_spelled_out(plan: Plan) -> None:
    short = re.compile(r"[<>≥≤]|HCĐB|TNTT|THCS|\bHS\b")
    wordings = [
        text
        for one in plan.measures.values()
        for text in (one.name, one.numerator, one.denominator)
    ]
    assert [text for text in wordings if short.search(text)] == []


def test_what_a_population_is_called_is_the_same_wherever_one_number_is_asked(plan: Plan) -> None:
    """Two cells that must hold one number of the same people are worded alike."""
    for relation in plan.relations:
        if relation.kind is RelationKind.SAME_POPULATION:
            slots = {slot for _, slot in relation.cells}
            ids = [measure_id for measure_id, _ in relation.cells]
            if slots == {Slot.DENOMINATOR} and "CT06" not in ids:
                assert len({plan.measures[one].denominator for one in ids}) == 1


def test_figures_are_expected_until_the_month_after_the_period(plan: Plan) -> None:
    opens = DayOfYear(15, 12, -1)
    half, year = plan.windows["H1"], plan.windows["year"]
    assert (half.opens, half.closes, half.deadline) == (opens, DayOfYear(31, 7), None)
    assert (year.opens, year.closes, year.deadline) == (opens, DayOfYear(31, 1, 1), None)


def test_every_setting_of_the_plan_but_the_dates_has_a_default(plan: Plan) -> None:
    keys = [spec.key for spec in SPECS if spec.in_plan and spec.kind is not SettingKind.DATE]
    assert list(plan.settings) == keys
    assert plan.settings["addressees"] == (
        "Ủy ban nhân dân thị xã An Khê",
        "Phòng Lao động - Thương binh và Xã hội thị xã An Khê",
    )
    assert plan.settings["signature"] == (
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
    )  # fmt: skip


def test_values_are_exact(plan: Plan) -> None:
    values = [s.value for one in plan.measures.values() for s in one.milestones if s.value]
    assert {type(value) for value in values} == {Fraction}
    assert plan.measures["CT16b"].milestones[0].value == Fraction(5, 100)


def test_years_of_milestones_ascend(plan: Plan) -> None:
    for measure in plan.measures.values():
        assert all(a < b for a, b in pairwise(_years(plan, measure.id)))
