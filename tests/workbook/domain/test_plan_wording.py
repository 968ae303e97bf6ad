"""The plan's words as issued and with its mistakes mended."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.docgen.made import SETTINGS
from workbook.domain.plan import NoteKind, Plan, PlanNote
from workbook.domain.plan_faults_vi import PlanFault, PlanFaultError
from workbook.domain.plan_file import parse_plan
from workbook.domain.plan_wording import mended_plan, replacing

OTHER = Path(__file__).parent.parent.parent / "data" / "other_plan" / "plan.toml"


def with_note(note: str) -> Plan:
    text = OTHER.read_text(encoding="utf-8")
    return parse_plan(re.sub(r"notes = \[\n", f"notes = [\n  {note},\n", text, count=1), None)


def words_of(plan: Plan) -> str:
    """The sentences a document prints: no notes, settings or quoted documents."""
    bare = replace(plan, notes=(), source="", indicators=(), settings={}, legal_basis=())
    return "\n".join([repr(bare), *(one.quote for one in plan.indicators)])


def test_every_mended_note_of_the_product_changes_the_plan(plan: Plan) -> None:
    notes = [*plan.notes, *(note for one in plan.measures.values() for note in one.notes)]
    mending = [note for note in notes if note.mended]
    before, after = words_of(plan), words_of(mended_plan(plan, SETTINGS))
    assert len(mending) == 22
    assert [one.original for one in mending if one.original not in before] == []
    gone = [one.original for one in mending if one.original in after]
    # “99 %”, “8.5” and the like stand nowhere else; a whole sentence keeps its words.
    assert [one for one in gone if not one.endswith("xử lý vi phạm hành chính")] == []


def test_a_mistake_without_a_mended_wording_says_so_on_purpose(plan: Plan) -> None:
    left = [one.place for one in plan.notes if one.kind is NoteKind.MISTAKE and not one.mended]
    # The signature is that of Cấu hình; the page number is no part of the plan.
    assert left == ["Chữ ký", "Mục III.4, giữa trang"]
    measures = [note for one in plan.measures.values() for note in one.notes]
    assert [one for one in measures if one.kind is NoteKind.MISTAKE and not one.mended] == []


def test_mending_changes_sentences_and_nothing_else(plan: Plan) -> None:
    mended = mended_plan(plan, SETTINGS)
    assert mended.measures == plan.measures
    assert (mended.settings, mended.notes) == (plan.settings, plan.notes)


def test_the_name_of_the_unit_is_written_as_cau_hinh_says(plan: Plan) -> None:
    mended = mended_plan(plan, replace(SETTINGS, unit_name="Phường Bến Đò"))
    assert mended.title[1] == "trên địa bàn Phường Bến Đò giai đoạn 2022-2030"


def test_a_note_on_a_measure_mends_its_own_indicator_only(plan: Plan) -> None:
    note = PlanNote(NoteKind.MISTAKE, "", "năm 2025", "", "năm 2026")
    first, *others = plan.indicators
    measure = replace(first.measures[0], notes=(note,))
    changed = replace(plan, indicators=(replace(first, measures=(measure,)), *others))
    quotes = [one.quote for one in mended_plan(changed, SETTINGS).indicators]
    assert "năm 2026" in quotes[0]
    assert not any("năm 2026" in one for one in quotes[1:])


def test_of_two_words_that_overlap_the_longer_counts() -> None:
    change = replacing({"ba": "B", "ba bốn": "BB", "b": "x"})
    assert change("ba bốn, ba, b") == "BB, B, x"
    assert replacing({})("ba") == "ba"


def test_words_are_replaced_once_and_not_again() -> None:
    assert replacing({"một": "hai", "hai": "ba"})("một hai") == "hai ba"


@pytest.mark.parametrize(
    "note",
    [
        '{ kind = "silent", place = "x", original = "xã", reading = "y", mended = "Xã" }',
        '{ kind = "mistake", place = "x", original = "", reading = "y", mended = "Xã" }',
        '{ kind = "mistake", place = "x", original = "xã", reading = "y", mended = "xã" }',
    ],
)
def test_a_mended_wording_that_mends_no_mistake_is_refused(note: str) -> None:
    with pytest.raises(PlanFaultError) as caught:
        with_note(note)
    assert caught.value.fault is PlanFault.MENDED_UNFIT
    assert caught.value.place == "ghi chú (notes) thứ 1"


@pytest.mark.parametrize("name", ["unit_nam", "signature", "interim", ""])
def test_a_name_that_nobody_sets_is_refused(name: str) -> None:
    note = '{ kind = "mistake", place = "x", original = "xã", reading = "y", mended = "{%s}" }'
    with pytest.raises(PlanFaultError, match=r"\{" + name + r"\}"):
        with_note(note % name)
