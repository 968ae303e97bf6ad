"""Mutations of a valid plan's TOML, each with the fault and the place it must be given."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from hypothesis import strategies as st

from workbook.domain.plan_faults_vi import PlanFault

Value: TypeAlias = "str | bool | int | Decimal | list[Value] | dict[str, Value]"
Document: TypeAlias = "dict[str, Value]"
Path = tuple[str | int, ...]
Draw = st.DrawFn


def dump_toml(document: Document) -> str:
    """Write a document as TOML, every value on the line of its key."""
    return "".join(f"{key} = {_inline(value)}\n" for key, value in document.items())


def _inline(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_inline(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Decimal) and not value.is_finite():
        return "nan" if value.is_nan() else f"{'-' * value.is_signed()}inf"
    return str(value)


def tables_of(value: Value, path: Path = ()) -> Iterator[tuple[Path, Document]]:
    """Yield every table of a document with its path, the root first."""
    if isinstance(value, dict):
        yield path, value
        for key, below in value.items():
            yield from tables_of(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from tables_of(below, (*path, index))


def child(value: Value, step: str | int) -> Value:
    """Return what stands below a table's key or an array's index."""
    if isinstance(value, dict):
        return value[str(step)]
    assert isinstance(value, list)
    assert isinstance(step, int)
    return value[step]


def rows(document: Document, key: str) -> list[Document]:
    """Return an array of tables; [] where there is none."""
    found = document.get(key, [])
    assert isinstance(found, list)
    return [row for row in found if isinstance(row, dict)]


def measures(document: Document) -> list[Document]:
    """Return the tables of all measures."""
    return [one for row in rows(document, "indicators") for one in rows(row, "measures")]


@dataclass(frozen=True)
class Mutation:
    """A mutated plan: the faults it may be refused for, and the words of its place."""

    document: Document
    faults: frozenset[PlanFault]
    place: tuple[str, ...]


Mutate = Callable[[Draw, Document], tuple[set[PlanFault], list[object]]]


def mutations(base: Document, mutate: Mutate) -> st.SearchStrategy[Mutation]:
    """Apply one kind of mutation to a copy of a valid plan, anywhere it fits."""

    @st.composite
    def drawn(draw: Draw) -> Mutation:
        document = copy.deepcopy(base)
        faults, words = mutate(draw, document)
        return Mutation(document, frozenset(faults), tuple(map(str, words)))

    return drawn()


def pick(draw: Draw, found: list[Document]) -> Document:
    """Draw one of the tables."""
    return draw(st.sampled_from(found))


def pick_two(draw: Draw, found: list[Document]) -> tuple[Document, Document]:
    """Draw two tables in their order."""
    first = draw(st.integers(0, len(found) - 2))
    second = draw(st.integers(first + 1, len(found) - 1))
    return found[first], found[second]


def twice(array: str, key: str) -> Mutate:
    """Give two tables of an array the same key."""

    def mutate(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
        first, second = pick_two(draw, rows(document, array))
        second[key] = first[key]
        return {PlanFault.DUPLICATE}, [first[key]]

    return mutate


def set_measure(
    fault: PlanFault, key: str, values: list[Value], kinds: tuple[str, ...] = ()
) -> Mutate:
    """Give a measure (of these kinds) a value that does not fit."""

    def mutate(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
        fitting = [one for one in measures(document) if not kinds or one["kind"] in kinds]
        measure = pick(draw, fitting)
        measure[key] = draw(st.sampled_from(values))
        return {fault}, [measure["id"]]

    return mutate


def set_milestone(
    fault: PlanFault,
    change: Callable[[Document], None],
    rules: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
) -> Mutate:
    """Change a milestone (of these rules and kinds of measure)."""

    def mutate(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
        fitting = [
            (measure, stone)
            for measure in measures(document)
            for stone in rows(measure, "milestones")
            if (not rules or stone["rule"] in rules) and (not kinds or measure["kind"] in kinds)
        ]
        measure, stone = draw(st.sampled_from(fitting))
        year = stone["year"]
        change(stone)
        return {fault}, [measure["id"], "mốc", stone.get("year", year)]

    return mutate


def set_relation(fault: PlanFault, change: Callable[[Document], None], *kinds: str) -> Mutate:
    """Change a relation (of these kinds)."""

    def mutate(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
        relations = rows(document, "relations")
        fitting = [
            (index, one)
            for index, one in enumerate(relations, 1)
            if not kinds or one["kind"] in kinds
        ]
        index, relation = draw(st.sampled_from(fitting))
        change(relation)
        return {fault}, [f"quan hệ thứ {index}:"]

    return mutate


def set_at(fault: PlanFault, path: Path, values: list[Value], *words: object) -> Mutate:
    """Set what stands at a path."""

    def mutate(draw: Draw, document: Document) -> tuple[set[PlanFault], list[object]]:
        where: Value = document
        for step in path[:-1]:
            where = child(where, step)
        assert isinstance(where, dict)
        where[str(path[-1])] = draw(st.sampled_from(values))
        return {fault}, [*(words or path)]

    return mutate
