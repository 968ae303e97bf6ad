"""A plan that contradicts itself is refused, and the sentence names the place."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import (
    Document,
    Mutate,
    Mutation,
    dump_toml,
    measures,
    mutations,
    set_at,
    set_measure,
    set_milestone,
    set_relation,
    twice,
)
from tests.workbook.domain import plan_mutations as of_plan
from tests.workbook.domain import plan_mutations_anywhere as anywhere
from tests.workbook.domain.plan_mutations import RATIOS
from workbook.domain.plan_faults_vi import PlanFault, PlanFaultError
from workbook.domain.plan_file import parse_plan
from workbook.plans import RESERVED_SHEETS

ROOT = Path(__file__).parent.parent.parent.parent
NGO_MAY = ROOT / "workbook" / "data" / "ngo_may"
OTHER = ROOT / "tests" / "data" / "other_plan"

SINGLES = ("count", "yes_no")


def read(folder: Path) -> tuple[Document, str]:
    toml = (folder / "plan.toml").read_text(encoding="utf-8")
    text = (folder / "ke_hoach.txt").read_text(encoding="utf-8")
    return tomllib.loads(toml, parse_float=Decimal), text


PLANS = {"ngo_may": read(NGO_MAY), "other_plan": read(OTHER)}
BASE, TEXT = PLANS["ngo_may"]


def without_value(stone: Document) -> None:
    del stone["value"]


MUTATIONS: dict[str, Mutate] = {
    "two measures with one id": of_plan.two_measures_with_one_id,
    "two units with one id": of_plan.a_unit_twice,
    "two units with one name": twice("units", "name"),
    "two units with one clause": twice("units", "clause"),
    "two indicators with one number": twice("indicators", "number"),
    "two goals with one number": twice("goals", "number"),
    "two groups of solutions with one number": twice("solutions", "number"),
    "a task or source with the id of another row": of_plan.a_row_with_the_id_of_another,
    "an id with diacritics": set_measure(PlanFault.BAD_ID, "id", ["CT 1", "Số1", "x" * 21]),
    "an unknown unit": set_measure(PlanFault.UNKNOWN_REFERENCE, "responsible_unit", ["YT", "tyt"]),
    "an unknown supporter": set_measure(
        PlanFault.UNKNOWN_REFERENCE, "supporting_units", [["XX"], ["tyt"]]
    ),
    "a unit that supports itself": of_plan.a_unit_that_supports_itself,
    "a clause of another unit": of_plan.a_clause_of_another_unit,
    "an unknown goal": set_at(
        PlanFault.UNKNOWN_REFERENCE, ("indicators", 7, "goal"), [5, 98], "chỉ tiêu 8"
    ),
    "milestones in the wrong order": of_plan.swapped_milestones,
    "milestones up and down": of_plan.opposite_milestones,
    "a milestone outside the plan": of_plan.a_milestone_outside_the_plan,
    "a name that no document can print": set_measure(
        PlanFault.CONTROL_CHARACTER, "name", ["Tỷ lệ\x01 trẻ em", "Tỷ lệ\ud800"]
    ),
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
    "a relation to a cell that does not exist": of_plan.an_unfit_relation_cell,
    "a relation twice": of_plan.a_relation_twice,
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
    "a state that may not fall": of_plan.a_state_that_may_not_fall,
    "a quote with another letter": of_plan.a_quote_with_another_letter,
    "words that the plan does not hold": of_plan.words_that_the_plan_does_not_hold,
    "a title of another plan": of_plan.a_title_of_another_plan,
    "an invented note": of_plan.an_invented_note,
    "an unfit name of a sheet": of_plan.an_unfit_sheet,
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
    "a missing key": anywhere.a_missing_key,
    "an unknown key": anywhere.an_unknown_key,
    "a wrong type": anywhere.a_wrong_type,
    "a blank text": anywhere.a_blank_text,
    "an unknown choice": anywhere.an_unknown_choice,
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


def test_a_plan_without_its_text_is_not_asked_for_quotes() -> None:
    document, _ = read(NGO_MAY)
    document["signer"] = "Người khác"
    assert parse_plan(dump_toml(document), None).signer == "Người khác"
    assert refused(document, TEXT).fault is PlanFault.QUOTE_NOT_FOUND
