"""Whatever the file holds, a plan comes out or a `PlanError`: never a traceback."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import Document, Draw, Value, dump_toml, mutations, tables_of
from workbook.domain.errors import PlanError
from workbook.domain.plan_faults_vi import PlanFault, PlanFaultError
from workbook.domain.plan_file import parse_plan

OTHER = Path(__file__).parent.parent.parent / "data" / "other_plan" / "plan.toml"
SOURCE = OTHER.read_text(encoding="utf-8")
BASE: Document = tomllib.loads(SOURCE, parse_float=Decimal)

MANY = settings(max_examples=150, deadline=None)

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

    document = data.draw(mutations(BASE, anything)).document
    try:
        plan = parse_plan(dump_toml(document), None)
    except PlanError:
        return
    assert plan.measures


@given(cut=st.integers(2, len(SOURCE)))
@MANY
def test_a_file_cut_short_is_refused(cut: int) -> None:
    with pytest.raises(PlanError):
        parse_plan(SOURCE[:-cut], None)


def test_a_fault_of_toml_is_given_with_its_line() -> None:
    with pytest.raises(PlanFaultError) as caught:
        parse_plan('id = "x"\ntitle = [\n"a"\n"b"]\n', None)
    assert caught.value.fault is PlanFault.NOT_TOML
    assert "dòng 4" in caught.value.place


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = 1" + "0" * 5000, "\x00", "a = 1e", "="])
def test_what_is_no_toml_is_refused_without_a_traceback(text: str) -> None:
    with pytest.raises(PlanFaultError):
        parse_plan(text, None)
