"""Attributes of the measures and relations between them, against the methods."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

import pytest

from workbook.domain.findings import Severity
from workbook.domain.plan import (
    Kind,
    Nature,
    Plan,
    Relation,
    RelationKind,
    Slot,
    ZeroDenominator,
)


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("complete_register",
         "CT06 CT08 CT09 CT10b CT12 CT13 CT18 CT19a"),
        ("numerator_may_exceed", "CT05a CT05b CT15"),
        ("zero_needs_source", "CT08 CT09 CT10b CT12"),
        ("counts_institutions", "CT06 CT18 CT19a"),
        ("keep", "CT06 CT07b CT08 CT09 CT10b CT11 CT12 CT13 CT18 CT20"),
        ("hide_headroom",
         "CT03a CT03b CT03c CT04a CT04b CT07a CT08 CT09 CT10a CT10b CT12 CT16b CT17b"),
    ],
)  # fmt: skip
def test_an_attribute_is_set_on_the_measures_of_the_methods(
    plan: Plan, attribute: str, expected: str
) -> None:
    marked = [one.id for one in plan.measures.values() if getattr(one, attribute)]
    assert marked == expected.split()


def test_forecasts_are_made_for_ratios_but_not_for_deaths_of_children(plan: Plan) -> None:
    ratios = [one.id for one in plan.measures.values() if one.kind.is_ratio and not one.forecast]
    assert ratios == ["CT03a", "CT03b", "CT03c"]
    others = [one for one in plan.measures.values() if not one.kind.is_ratio]
    assert not any(one.forecast for one in others)


def test_kinds_natures_and_factors_are_those_of_the_methods(plan: Plan) -> None:
    kinds = Counter(one.kind for one in plan.measures.values())
    assert kinds == {Kind.PERCENTAGE: 22, Kind.RATE: 4, Kind.COUNT: 4, Kind.YES_NO: 2}
    by_nature = {
        nature: [one.id for one in plan.measures.values() if one.nature is nature]
        for nature in (Nature.FLOW, Nature.EVENT, Nature.CUMULATIVE)
    }
    assert by_nature[Nature.FLOW] == ["CT03a", "CT03b", "CT03c", "CT10a"]
    assert by_nature[Nature.EVENT] == ["CT08", "CT09", "CT10b", "CT12"]
    assert by_nature[Nature.CUMULATIVE] == ["CT02", "CT05a", "CT15", "CT21", "CT22", "CT23"]
    assert {one.factor for one in plan.measures.values() if one.kind is Kind.RATE} == {
        1_000, 100_000,
    }  # fmt: skip
    assert plan.measures["CT10a"].factor == 100_000


def test_years_of_validity_and_meanings_of_zero_are_those_of_the_methods(plan: Plan) -> None:
    validity = {
        one.id: (one.valid_from, one.valid_to)
        for one in plan.measures.values()
        if one.valid_from or one.valid_to
    }
    assert validity == {
        "CT05a": (None, 2025), "CT05b": (2026, None), "CT11": (2022, None), "CT12": (2025, None),
    }  # fmt: skip
    zero = {
        meaning: [one.id for one in plan.measures.values() if one.zero_denominator is meaning]
        for meaning in ZeroDenominator
    }
    assert zero[ZeroDenominator.NOTHING] == ["CT07b", "CT11", "CT19b"]
    assert zero[ZeroDenominator.NOT_ASSESSABLE] == ["CT03a", "CT03b", "CT03c"]


def test_the_plan_agrees_with_the_reference_reading(plan: Plan) -> None:
    """Nouns and supporting units, typed from the reference table."""
    nouns = {
        "trường hợp": "CT03a CT03b CT03c CT08 CT09 CT10a CT10b",
        "trường": "CT06 CT18 CT19a",
        "học sinh": "CT16a CT16b CT17a CT17b",
        "cuộc": "CT12",
        "": "CT01 CT20",
    }
    for noun, ids in nouns.items():
        assert [one.id for one in plan.measures.values() if one.noun == noun] == ids.split()
    supported = {
        one.id: one.supporting_units for one in plan.measures.values() if one.supporting_units
    }
    assert supported == {
        "CT08": ("VHXH",), "CT10a": ("TTTT",), "CT10b": ("TTTT",), "CT12": ("TTTT",),
        "CT22": ("TH",),
    }  # fmt: skip


CELL = re.compile(r"(\w+)\.(\w+)")
# Kind, cells in the order of the methods' table, severity, share.
RELATIONS = """
ordered_counts CT03a.numerator,CT03b.numerator,CT03c.numerator error 1
same_population CT03a.denominator,CT03b.denominator,CT03c.denominator error 1
part_of CT10b.amount,CT10a.numerator error 1
same_population CT04a.denominator,CT04b.denominator warning 1
same_population CT07b.denominator,CT07a.numerator warning 1
same_population CT06.denominator,CT18.denominator,CT19a.denominator warning 1
part_of CT08.amount,CT07a.numerator warning 1
nested_populations CT05a.denominator,CT05b.denominator warning 1
nested_populations CT13.denominator,CT02.denominator,CT07a.denominator warning 1
nested_populations CT23.denominator,CT21.denominator,CT22.denominator,CT07a.denominator warning 1
nested_populations CT16a.denominator,CT16b.denominator warning 1
nested_populations CT17a.denominator,CT17b.denominator warning 1
coverage CT04a.denominator,CT13.denominator warning 4/5
coverage CT14.denominator,CT13.denominator warning 4/5
year_not_below_half CT03c.denominator warning 13/10
"""


def parse_relation(line: str) -> Relation:
    kind, cells, severity, share = line.split()
    return Relation(
        RelationKind(kind),
        tuple((match[1], Slot(match[2])) for match in CELL.finditer(cells)),
        Severity.of(severity),
        Fraction(share),
    )


def test_the_relations_are_those_of_the_methods(plan: Plan) -> None:
    expected = {parse_relation(line) for line in RELATIONS.strip().splitlines()}
    growing = {
        Relation(RelationKind.YEAR_NOT_BELOW_HALF, ((one.id, one.slots[0]),), Severity.ERROR)
        for one in plan.measures.values()
        if one.nature is not Nature.STOCK
    }
    assert len(growing) == 14
    assert set(plan.relations) == expected | growing
    assert len(plan.relations) == len(set(plan.relations))
