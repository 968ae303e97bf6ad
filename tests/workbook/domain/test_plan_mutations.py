"""A plan that contradicts itself is refused, and the sentence names the place."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import (
    Document,
    Draw,
    Mutate,
    Mutation,
    Value,
    child,
    dump_toml,
    measures,
    mutations,
    pick,
    pick_two,
    rows,
    set_at,
    set_measure,
    set_milestone,
    set_relation,
    tables_of,
    twice,
)
from workbook.domain.errors import PlanError
from workbook.domain.plan_faults_vi import PlanFault, PlanFaultError
from workbook.domain.plan_file import parse_plan
from workbook.plans import RESERVED_SHEETS

ROOT = Path(__file__).parent.parent.parent.parent
NGO_MAY = ROOT / "workbook" / "data" / "ngo_may"
OTHER = ROOT / "tests" / "data" / "other_plan"

RATIOS = ("percentage", "rate")
SINGLES = ("count", "yes_no")


def read(folder: Path) -> tuple[Document, str]:
    toml = (folder / "plan.toml").read_text(encoding="utf-8")
    text = (folder / "ke_hoach.txt").read_text(encoding="utf-8")
    return tomllib.loads(toml, parse_float=Decimal), text


PLANS = {"ngo_may": read(NGO_MAY), "other_plan": read(OTHER)}
BASE, TEXT = PLANS["ngo_may"]


def a_unit_twice(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    faults, words = twice("units", "id")(draw, document)
    return faults, ["đơn vị", *words]


def a_row_with_the_id_of_another(
    draw: Draw, document: Document
) -> tuple[set[PlanFault], list[object]]:
    """Measures, tasks and sources share one column of the CSV files."""
    tasks = [task for unit in rows(document, "units") for task in rows(unit, "tasks")]
    later = [*tasks, *rows(document, "funding")]
    second = pick(draw, later)
    earlier = [*measures(document), *later[: later.index(second)]]
    second["id"] = pick(draw, earlier)["id"]
    return {PlanFault.DUPLICATE}, [second["id"]]


def two_measures_with_one_id(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    first, second = pick_two(draw, measures(document))
    second["id"] = draw(st.sampled_from([first["id"], str(first["id"]).lower()]))
    return {PlanFault.DUPLICATE}, ["chỉ tiêu", second["id"]]


def a_quote_with_another_letter(
    draw: Draw, document: Document
) -> tuple[set[PlanFault], list[object]]:
    measure = pick(draw, measures(document))
    quote = str(measure["quote"])
    at = draw(st.integers(0, len(quote) - 1).filter(lambda index: quote[index] != " "))
    measure["quote"] = quote[:at] + "§" + quote[at + 1 :]
    return {PlanFault.QUOTE_NOT_FOUND}, [measure["id"]]


def words_that_the_plan_does_not_hold(
    draw: Draw, document: Document
) -> tuple[set[PlanFault], list[object]]:
    array, key, words = draw(
        st.sampled_from(
            [
                ("indicators", "quote", "chỉ tiêu"),
                ("goals", "title", "mục tiêu"),
                ("solutions", "heading", "III."),
                ("funding", "name", "KP"),
                ("units", "name", "đơn vị"),
            ]
        )
    )
    row = pick(draw, rows(document, array))
    row[key] = f"{row[key]} §"
    return {PlanFault.QUOTE_NOT_FOUND}, [words]


def a_title_of_another_plan(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    key = draw(st.sampled_from(["document_type", "closing", "signer", "goals_heading"]))
    document[key] = "§"
    return {PlanFault.QUOTE_NOT_FOUND}, ["Kế hoạch"]


def an_invented_note(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    owner = pick(draw, [document, *(one for one in measures(document) if "notes" in one)])
    note = pick(draw, rows(owner, "notes"))
    note["original"] = "lời không có trong kế hoạch §"
    return {PlanFault.QUOTE_NOT_FOUND}, [
        "ghi chú (notes) thứ",
        owner["id"] if "kind" in owner else "",
    ]


def swapped_milestones(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    several = [one for one in measures(document) if len(rows(one, "milestones")) > 1]
    measure = pick(draw, several)
    stones = rows(measure, "milestones")
    measure["milestones"] = list(reversed(stones))
    return {PlanFault.YEARS_NOT_ASCENDING}, [measure["id"], "mốc"]


def a_milestone_outside_the_plan(
    draw: Draw, document: Document
) -> tuple[set[PlanFault], list[object]]:
    measure = pick(draw, measures(document))
    last = rows(measure, "milestones")[-1]
    last["year"] = draw(st.integers(2031, 2200))
    return {PlanFault.YEAR_OUTSIDE}, [measure["id"], "mốc", last["year"]]


def opposite_milestones(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    several = [one for one in measures(document)
               if len(rows(one, "milestones")) > 1 and one["kind"] != "yes_no"]  # fmt: skip
    measure = pick(draw, several)
    last = rows(measure, "milestones")[-1]
    up = last["rule"] == ">="
    last |= {"rule": "<=" if up else ">=", "value": 50 if measure["kind"] == "percentage" else 1}
    return {PlanFault.RULES_MIXED}, [measure["id"], last["year"]]


def a_clause_of_another_unit(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    measure = pick(draw, measures(document))
    clauses = [
        unit["clause"]
        for unit in rows(document, "units")
        if unit["id"] != measure["responsible_unit"]
    ]
    measure["assigned_by"] = draw(st.sampled_from([*clauses, "V.99", "mặc định"]))
    return {PlanFault.WRONG_CLAUSE}, [measure["id"]]


def a_unit_that_supports_itself(
    draw: Draw, document: Document
) -> tuple[set[PlanFault], list[object]]:
    measure = pick(draw, measures(document))
    measure["supporting_units"] = [measure["responsible_unit"]]
    return {PlanFault.OWN_SUPPORTER}, [measure["id"]]


def an_unfit_sheet(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    unit = pick(draw, rows(document, "units"))
    others = [one["sheet"] for one in rows(document, "units") if one is not unit]
    names = [*others, *RESERVED_SHEETS, "x" * 32, "a/b", "a:b", "[a]", "a?", "'a'", "History"]
    unit["sheet"] = draw(st.sampled_from(names))
    return {PlanFault.SHEET_NAME}, ["đơn vị"]


def an_unfit_relation_cell(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    relations = rows(document, "relations")
    index = draw(st.integers(0, len(relations) - 1))
    cells = relations[index]["cells"]
    assert isinstance(cells, list)
    at = draw(st.integers(0, len(cells) - 1))
    measure_id = str(cells[at]).partition(".")[0]
    ratio = next(one for one in measures(document) if one["id"] == measure_id)["kind"] in RATIOS
    missing = "amount" if ratio else "denominator"
    cells[at] = draw(
        st.sampled_from(["CT99.numerator", "numerator", f"{measure_id}.{missing}", measure_id])
    )
    return {PlanFault.UNKNOWN_REFERENCE, PlanFault.SLOT_UNKNOWN}, [f"quan hệ thứ {index + 1}:"]


def a_relation_twice(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    relations = rows(document, "relations")
    document["relations"] = [*relations, dict(pick(draw, relations))]
    return {PlanFault.DUPLICATE}, [f"quan hệ thứ {len(relations) + 1}:"]


def a_state_that_may_not_fall(
    draw: Draw, document: Document
) -> tuple[set[PlanFault], list[object]]:
    stocks = [one for one in measures(document) if one["nature"] == "stock"]
    measure = pick(draw, stocks)
    slot = "numerator" if measure["kind"] in RATIOS else "amount"
    relation: Document = {
        "kind": "year_not_below_half",
        "cells": [f"{measure['id']}.{slot}"],
        "severity": "error",
        "share": 1,
    }
    document["relations"] = [relation]
    return {PlanFault.SLOT_UNFIT}, ["quan hệ thứ 1", f"{measure['id']}.{slot}"]


OPTIONAL = {
    "supporting_units", "keep", "valid_from", "valid_to", "hide_headroom", "complete_register",
    "forecast", "numerator_may_exceed", "zero_needs_source", "counts_institutions", "notes",
    "year_stated", "year_offset", "deadline", "tasks", "relations",
}  # fmt: skip


def a_missing_key(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
    path, table = draw(st.sampled_from(list(tables_of(document))))
    key = draw(st.sampled_from(sorted(set(table) - OPTIONAL)))
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


def without_value(stone: Document) -> None:
    del stone["value"]


MUTATIONS: dict[str, Mutate] = {
    "two measures with one id": two_measures_with_one_id,
    "two units with one id": a_unit_twice,
    "two units with one name": twice("units", "name"),
    "two units with one clause": twice("units", "clause"),
    "two indicators with one number": twice("indicators", "number"),
    "two goals with one number": twice("goals", "number"),
    "two groups of solutions with one number": twice("solutions", "number"),
    "a task or source with the id of another row": a_row_with_the_id_of_another,
    "an id with diacritics": set_measure(PlanFault.BAD_ID, "id", ["CT 1", "Số1", "x" * 21]),
    "an unknown unit": set_measure(PlanFault.UNKNOWN_REFERENCE, "responsible_unit", ["YT", "tyt"]),
    "an unknown supporter": set_measure(
        PlanFault.UNKNOWN_REFERENCE, "supporting_units", [["XX"], ["tyt"]]
    ),
    "a unit that supports itself": a_unit_that_supports_itself,
    "a clause of another unit": a_clause_of_another_unit,
    "an unknown goal": set_at(
        PlanFault.UNKNOWN_REFERENCE, ("indicators", 7, "goal"), [5, 98], "chỉ tiêu 8"
    ),
    "milestones in the wrong order": swapped_milestones,
    "milestones up and down": opposite_milestones,
    "a milestone outside the plan": a_milestone_outside_the_plan,
    "no milestone": set_measure(PlanFault.BLANK, "milestones", [[]]),
    "valid from a year after the milestones": set_measure(
        PlanFault.YEAR_OUTSIDE, "valid_from", [2026, 2029], ("count", "rate", "yes_no")
    ),
    "valid to a year outside the plan": set_measure(
        PlanFault.YEAR_OUTSIDE, "valid_to", [2031], ("percentage", "count", "rate")
    ),
    "có asked of a number": set_milestone(
        PlanFault.RULE_UNFIT, lambda stone: stone.update(rule="yes"), kinds=("count", *RATIOS)
    ),
    "a number asked of có/không": set_milestone(
        PlanFault.RULE_UNFIT, lambda stone: stone.update(rule=">="), kinds=("yes_no",)
    ),
    "a rise asked without a value": set_milestone(
        PlanFault.MISSING_KEY, without_value, (">=", "<", "<=", "= 0")
    ),
    "zero asked with another value": set_milestone(
        PlanFault.VALUE_UNFIT, lambda stone: stone.update(value=1), ("= 0",)
    ),
    "a fall asked with a value": set_milestone(
        PlanFault.UNKNOWN_KEY, lambda stone: stone.update(value=5), ("falls",)
    ),
    "more than the whole": set_milestone(
        PlanFault.VALUE_UNFIT,
        lambda stone: stone.update(value=Decimal("100.01")),
        (">=", "<"),
        ("percentage",),
    ),
    "at least nothing, or below nothing": set_milestone(
        PlanFault.VALUE_UNFIT, lambda stone: stone.update(value=0), (">=", "<")
    ),
    "a value that no plan can mean": set_milestone(
        PlanFault.BAD_NUMBER, lambda stone: stone.update(value=Decimal("-0.5")), (">=", "<", "<=")
    ),
    "part of a case": set_milestone(
        PlanFault.VALUE_UNFIT,
        lambda stone: stone.update(rule="<=", value=Decimal("0.5")),
        kinds=("count",),
    ),
    "a value that is no number": set_milestone(
        PlanFault.BAD_NUMBER, lambda stone: stone.update(value=Decimal("inf")), (">=",)
    ),
    "a value beyond memory": set_milestone(
        PlanFault.BAD_NUMBER, lambda stone: stone.update(value=Decimal("1e99999")), (">=",)
    ),
    "a factor of another kind": set_measure(
        PlanFault.FACTOR_UNFIT, "factor", [10, 99, 1_000_000 - 1]
    ),
    "per cent of a count": set_measure(PlanFault.FACTOR_UNFIT, "factor", [100], SINGLES),
    "a nature of another kind": set_measure(
        PlanFault.NATURE_UNFIT, "nature", ["event"], (*RATIOS, "yes_no")
    ),
    "a count as a rate of events": set_measure(
        PlanFault.NATURE_UNFIT, "nature", ["flow"], SINGLES
    ),
    "a denominator for a count": set_measure(
        PlanFault.KEY_UNFIT, "denominator", ["Tổng số trẻ em"], SINGLES
    ),
    "a zero denominator for a count": set_measure(
        PlanFault.KEY_UNFIT, "zero_denominator", ["nothing"], SINGLES
    ),
    "a numerator beyond its whole for a count": set_measure(
        PlanFault.KEY_UNFIT, "numerator_may_exceed", [True], ("rate", *SINGLES)
    ),
    "a relation to a cell that does not exist": an_unfit_relation_cell,
    "a relation twice": a_relation_twice,
    "a relation of one cell": set_relation(
        PlanFault.CELLS_NUMBER,
        lambda one: one.update(cells=["CT13.denominator"]),
        "nested_populations", "same_population", "coverage",
    ),
    "a part of two wholes": set_relation(
        PlanFault.CELLS_NUMBER,
        lambda one: one.update(
            cells=["CT10b.amount", "CT10a.numerator", "CT10a.denominator"]
        ),
        "part_of", "coverage",
    ),
    "a relation of a cell to itself": set_relation(
        PlanFault.DUPLICATE,
        lambda one: one.update(cells=["CT13.denominator"] * 2),
        "nested_populations", "same_population", "part_of", "coverage",
    ),
    "a population that is none": set_relation(
        PlanFault.SLOT_UNFIT,
        lambda one: one.update(cells=["CT13.numerator", "CT02.denominator"]),
        "nested_populations",
    ),
    "a count of có/không": set_relation(
        PlanFault.SLOT_UNFIT,
        lambda one: one.update(cells=["CT01.amount", "CT13.numerator"]),
        "ordered_counts", "part_of", "same_population", "coverage",
    ),
    "a share where none belongs": set_relation(
        PlanFault.SHARE_UNFIT,
        lambda one: one.update(share=Decimal("0.8")),
        "ordered_counts", "part_of", "same_population", "nested_populations",
    ),
    "a coverage above the whole": set_relation(
        PlanFault.SHARE_UNFIT, lambda one: one.update(share=Decimal("1.1")), "coverage"
    ),
    "a share of nothing": set_relation(
        PlanFault.SHARE_UNFIT, lambda one: one.update(share=0), "coverage", "year_not_below_half"
    ),
    "a state that may not fall": a_state_that_may_not_fall,
    "a quote with another letter": a_quote_with_another_letter,
    "words that the plan does not hold": words_that_the_plan_does_not_hold,
    "a title of another plan": a_title_of_another_plan,
    "an invented note": an_invented_note,
    "an unfit name of a sheet": an_unfit_sheet,
    "a list longer than its rows": set_at(
        PlanFault.LIST_TOO_LONG, ("settings", "issuer"), [["A"] * 4, ["A"] * 9], "issuer"
    ),
    "a list of which a row is blank": set_at(
        PlanFault.BLANK, ("settings", "recipients"), [["A", " "], []], "recipients"
    ),
    "a year of the baseline that is none": set_at(
        PlanFault.NOT_A_YEAR, ("settings", "baseline_year"), ["22", "năm 2022"], "baseline_year"
    ),
    "a date among the settings": set_at(
        PlanFault.UNKNOWN_KEY, ("settings", "h1_opens"), ["15/12/2025"], "h1_opens"
    ),
    "a day that not every year has": set_at(
        PlanFault.BAD_DAY, ("windows", "H1", "closes"),
        [{"day": 29, "month": 2}, {"day": 31, "month": 6}], "windows.H1", "closes",
    ),
    "a month that no year has": set_at(
        PlanFault.BAD_NUMBER, ("windows", "year", "closes", "month"), [0, 13], "windows.year"
    ),
    "a window that closes before it opens": set_at(
        PlanFault.WINDOW_REVERSED, ("windows", "H1", "closes"),
        [{"day": 14, "month": 12, "year_offset": -1}, {"day": 15, "month": 12, "year_offset": -1}],
        "windows.H1",
    ),
    "a deadline outside the window": set_at(
        PlanFault.WINDOW_REVERSED, ("windows", "year", "deadline"),
        [{"day": 1, "month": 2, "year_offset": 1}, {"day": 1, "month": 12, "year_offset": -1}],
        "windows.year",
    ),
    "a plan that ends before it begins": set_at(
        PlanFault.YEARS_REVERSED, ("end_year",), [2021, 1999], "2022"
    ),
    "a text file elsewhere": set_at(
        PlanFault.BAD_FILE_NAME, ("text_file",), ["../ke_hoach.txt", "a/b.txt", ".a"], "text_file"
    ),
    "a missing key": a_missing_key,
    "an unknown key": an_unknown_key,
    "a wrong type": a_wrong_type,
    "a blank text": a_blank_text,
    "an unknown choice": an_unknown_choice,
}  # fmt: skip

# Kinds that fit any table of any plan; the small plan is quick enough for many examples.
ANYWHERE = ("a missing key", "an unknown key", "a wrong type", "a blank text", "an unknown choice")

FEW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(FEW, max_examples=60)


def refused(document: Document, text: str) -> PlanFaultError:
    with pytest.raises(PlanFaultError) as caught:
        parse_plan(dump_toml(document), text, RESERVED_SHEETS)
    return caught.value


def check_refused(mutation: Mutation, text: str) -> None:
    error = refused(mutation.document, text)
    assert error.fault in mutation.faults
    assert [word for word in mutation.place if word not in str(error)] == []
    assert str(error).startswith("Kế hoạch")
    assert str(error).endswith(".")
    assert "\n" not in str(error)


@pytest.mark.parametrize("kind", MUTATIONS)
@given(data=st.data())
@FEW
def test_a_mutated_plan_is_refused_and_the_place_named(kind: str, data: st.DataObject) -> None:
    check_refused(data.draw(mutations(BASE, MUTATIONS[kind])), TEXT)


@pytest.mark.parametrize("kind", ANYWHERE)
@given(data=st.data())
@MANY
def test_a_fault_in_any_table_is_refused_and_the_place_named(
    kind: str, data: st.DataObject
) -> None:
    base, text = PLANS["other_plan"]
    check_refused(data.draw(mutations(base, MUTATIONS[kind])), text)


@pytest.mark.parametrize("name", PLANS)
def test_the_plan_before_its_mutation_loads(name: str) -> None:
    document, text = PLANS[name]
    plan = parse_plan(dump_toml(document), text, RESERVED_SHEETS)
    assert [one["id"] for one in measures(document)] == list(plan.measures)


LEAVES: st.SearchStrategy[Value] = st.one_of(
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.text(max_size=20),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.sampled_from(["id", "year", "kind"]), st.integers(0, 9), max_size=2),
)


@given(data=st.data())
@MANY
def test_whatever_stands_in_a_plan_nothing_but_a_plan_error_comes_out(data: st.DataObject) -> None:
    def anything(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
        _, table = draw(st.sampled_from(list(tables_of(document))))
        table[draw(st.sampled_from(sorted(table)))] = draw(LEAVES)
        return set(), []

    document = data.draw(mutations(PLANS["other_plan"][0], anything)).document
    try:
        plan = parse_plan(dump_toml(document), None)
    except PlanError:
        return
    assert plan.measures


@given(cut=st.integers(2, 20_000))
@FEW
def test_a_file_cut_short_is_refused(cut: int) -> None:
    source = (NGO_MAY / "plan.toml").read_text(encoding="utf-8")
    with pytest.raises(PlanError):
        parse_plan(source[:-cut], None)


def test_a_fault_of_toml_is_given_with_its_line() -> None:
    with pytest.raises(PlanFaultError) as caught:
        parse_plan('id = "x"\ntitle = [\n"a"\n"b"]\n', None)
    assert caught.value.fault is PlanFault.NOT_TOML
    assert "dòng 4" in caught.value.place


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = 1" + "0" * 5000, "\x00", "a = 1e", "="])
def test_what_is_no_toml_is_refused_without_a_traceback(text: str) -> None:
    with pytest.raises(PlanFaultError):
        parse_plan(text, None)


def test_a_plan_without_its_text_is_not_asked_for_quotes() -> None:
    document, _ = read(NGO_MAY)
    document["signer"] = "Người khác"
    assert parse_plan(dump_toml(document), None).signer == "Người khác"
    assert refused(document, TEXT).fault is PlanFault.QUOTE_NOT_FOUND
