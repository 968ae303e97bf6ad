"""Kinds of mutation that fit any table of any plan, and the words that name its place."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise

from hypothesis import strategies as st

from tests.strategies import Document, Draw, Value, child, tables_of
from workbook.domain.letterhead import Letterhead
from workbook.domain.plan_faults_vi import PlanFault

OPTIONAL = {
    "supporting_units", "keep", "valid_from", "valid_to", "hide_headroom", "complete_register",
    "forecast", "numerator_may_exceed", "zero_needs_source", "counts_institutions", "notes",
    "year_stated", "year_offset", "deadline", "tasks", "relations", "mended", "tasks_dashed",
    "letterhead",
}  # fmt: skip
LETTERHEAD = {field.name for field in fields(Letterhead)}


def optional(table: Document) -> set[str]:
    """Keys that may be left out; a goal or a unit need not have a heading of its own."""
    if set(table) <= LETTERHEAD:
        return LETTERHEAD
    return OPTIONAL | ({"heading"} if {"title", "clause"} & set(table) else set())


def a_missing_key(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    asked = [(path, table) for path, table in tables_of(document) if set(table) - optional(table)]
    path, table = draw(st.sampled_from(asked))
    key = draw(st.sampled_from(sorted(set(table) - optional(table))))
    del table[key]
    faults = {PlanFault.MISSING_KEY, PlanFault.SHARE_UNFIT}
    return faults, [f"“{key}”", *place_of(document, path)]


def an_unknown_key(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    path, table = draw(st.sampled_from(list(tables_of(document))))
    key = draw(st.sampled_from(["ghi_chu", "Name", "denominater", "valid-to", "x"]))
    table[key] = draw(st.sampled_from(["", 1, True, []]))
    return {PlanFault.UNKNOWN_KEY}, [f"“{key}”", *place_of(document, path)]


def a_wrong_type(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    path, table = draw(st.sampled_from(list(tables_of(document))))
    key = draw(st.sampled_from(sorted(table)))
    table[key] = draw(st.sampled_from(other_types(table[key])))
    return {PlanFault.WRONG_TYPE}, [f"“{key}”", *place_of(document, path)]


def other_types(value: Value) -> list[Value]:
    if isinstance(value, str):
        return [5, True, [value], {"text": value}]
    if isinstance(value, list):
        return ["có", 5, False, {"0": value}, [*value, 7]]
    return ["5", [5]] if isinstance(value, dict) else ["5", [5], {"x": 5}]


def a_blank_text(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    allowed = {"original", "superior", "signer", "baseline_year"}
    found = [
        (path, table, key)
        for path, table in tables_of(document)
        for key, value in table.items()
        if isinstance(value, str) and not (key in allowed and path)
    ]
    path, table, key = draw(st.sampled_from(found))
    table[key] = draw(st.sampled_from(["", " ", "\u00a0\n"]))
    return {PlanFault.BLANK}, [f"“{key}”", *place_of(document, path)]


ENUMS = {
    "kind": ["percent", "Count", "ordered"],
    "rule": ["=>", "=0", ">", "có"],
    "nature": ["Stock", "events"],
    "zero_denominator": ["0", "không"],
    "severity": ["lỗi", "Error", "fatal"],
    "interim": ["thẳng", "straight"],
}


def an_unknown_choice(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    found = [
        (path, table, key)
        for path, table in tables_of(document)
        for key in sorted(set(table) & set(ENUMS))
    ]
    path, table, key = draw(st.sampled_from(found))
    table[key] = draw(st.sampled_from(ENUMS[key]))
    return {PlanFault.UNKNOWN_CHOICE}, [f"“{key}”", *place_of(document, path)]


NAMES = {
    "indicators": ("chỉ tiêu", "number"), "measures": ("mã", "id"), "milestones": ("mốc", "year"),
    "goals": ("mục tiêu", "number"), "units": ("đơn vị", "id"), "tasks": ("nhiệm vụ", "id"),
    "funding": ("nguồn kinh phí", "id"), "scope": ("[[scope]]", "number"),
    "solutions": ("[[solutions]]", "number"),
}  # fmt: skip
PLAIN = {"settings": "[settings]", "windows": "windows", "H1": "windows.H1",
         "year": "windows.year", "general_goal": "[general_goal]"}  # fmt: skip


def place_of(document: Document, path: tuple[str | int, ...]) -> list[object]:
    """Return the words by which the path's tables must be named in the message."""
    words: list[object] = []
    where: Value = document
    for step, following in pairwise((*path, None)):
        assert step is not None
        where = child(where, step)
        if isinstance(step, str) and isinstance(following, int):
            words += name_of(step, following, child(where, following))
        elif step in PLAIN:
            words.append(PLAIN[str(step)])
    return words


def name_of(array: str, index: int, row: Value) -> list[object]:
    """Return the words for one table of an array; without a good name it is counted."""
    assert isinstance(row, dict)
    word, key = NAMES.get(array, ("quan hệ thứ" if array == "relations" else "thứ", ""))
    known = row.get(key)
    named = isinstance(known, str | int) and not isinstance(known, bool) and str(known).strip()
    return [f"{word} {known}" if named else str(index + 1), word]
