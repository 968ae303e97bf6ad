"""Kinds of mutation of the product's plan that need more than one value set."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.strategies import Document, Draw, measures, pick, pick_two, rows, twice
from workbook.domain.plan_faults_vi import PlanFault
from workbook.plans import RESERVED_SHEETS

RATIOS = ("percentage", "rate")


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
