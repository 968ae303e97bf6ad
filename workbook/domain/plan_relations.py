"""Relations between typed cells: read from the plan, checked against its measures.

Source: reference methods, section 6 (cross-checks).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from workbook.domain import plan_faults_vi as vi
from workbook.domain.findings import Severity
from workbook.domain.plan import Kind, Measure, Nature, Relation, RelationKind, Slot
from workbook.domain.plan_faults_vi import Place, PlanFault
from workbook.domain.plan_parsing import Table

Cell = tuple[str, Slot]

_ANY = frozenset(Slot)
_COUNTED = frozenset({Slot.NUMERATOR, Slot.AMOUNT})
_GREATEST_COVERAGE = Fraction(1)


@dataclass(frozen=True)
class _Shape:
    """What a kind of relation needs: how many cells, which slots, a share or none."""

    least: int
    most: int | None
    slots: frozenset[Slot]
    has_share: bool = False


_SHAPES: Mapping[RelationKind, _Shape] = {
    RelationKind.ORDERED_COUNTS: _Shape(2, None, _COUNTED),
    RelationKind.NESTED_POPULATIONS: _Shape(2, None, frozenset({Slot.DENOMINATOR})),
    RelationKind.PART_OF: _Shape(2, 2, _ANY),
    RelationKind.SAME_POPULATION: _Shape(2, None, _ANY),
    RelationKind.COVERAGE: _Shape(2, 2, _ANY, has_share=True),
    RelationKind.YEAR_NOT_BELOW_HALF: _Shape(1, None, _ANY, has_share=True),
}


def parse_relations(root: Table, measures: Mapping[str, Measure]) -> tuple[Relation, ...]:
    """Read the relations; a plan may have none."""
    relations: list[Relation] = []
    for table in root.tables("relations", Place.RELATION, optional=True):
        relation = _relation(table, measures)
        if any((relation.kind, relation.cells) == (one.kind, one.cells) for one in relations):
            raise table.refusal(PlanFault.DUPLICATE, given=relation.kind.value)
        relations.append(relation)
    return tuple(relations)


def _relation(table: Table, measures: Mapping[str, Measure]) -> Relation:
    kind = table.choice("kind", RelationKind)
    shape = _SHAPES[kind]
    relation = Relation(
        kind=kind,
        cells=tuple(_cell(table, text, measures) for text in table.texts("cells")),
        severity=Severity.of(table.one_of("severity", tuple(one.key for one in Severity))),
        share=_share(table, kind, shape),
    )
    table.end()
    _check_number(table, relation, shape)
    for cell in relation.cells:
        if not _fits(kind, cell[1], measures[cell[0]], shape.slots):
            raise table.refusal(PlanFault.SLOT_UNFIT, kind=kind.value, given=_name(cell))
    return relation


def _cell(table: Table, text: str, measures: Mapping[str, Measure]) -> Cell:
    measure_id, _, slot = text.rpartition(".")
    if measure_id not in measures:
        raise table.refusal(PlanFault.UNKNOWN_REFERENCE, key="cells", given=text)
    known = {one.value: one for one in measures[measure_id].slots}
    if slot not in known:
        names = ", ".join(f"{measure_id}.{name}" for name in known)
        raise table.refusal(PlanFault.SLOT_UNKNOWN, given=text, known=names)
    return measure_id, known[slot]


def _share(table: Table, kind: RelationKind, shape: _Shape) -> Fraction:
    if table.has("share") != shape.has_share:
        rule = vi.MUST_HAVE if shape.has_share else vi.MUST_NOT_HAVE
        raise table.refusal(PlanFault.SHARE_UNFIT, kind=kind.value, rule=rule)
    if not shape.has_share:
        return Fraction(1)
    share = table.fraction("share")
    too_much = kind is RelationKind.COVERAGE and share > _GREATEST_COVERAGE
    if not share or too_much:
        raise table.refusal(PlanFault.SHARE_UNFIT, kind=kind.value, rule=vi.MUST_FIT)
    return share


def _check_number(table: Table, relation: Relation, shape: _Shape) -> None:
    number = len(relation.cells)
    if number < shape.least or (shape.most is not None and number > shape.most):
        needed = vi.EXACTLY if shape.least == shape.most else vi.AT_LEAST
        raise table.refusal(
            PlanFault.CELLS_NUMBER,
            kind=relation.kind.value,
            needed=needed.format(number=shape.least),
            given=number,
        )
    if len(set(relation.cells)) < number:
        twice = next(cell for cell in relation.cells if relation.cells.count(cell) > 1)
        raise table.refusal(PlanFault.DUPLICATE, given=_name(twice))


def _fits(kind: RelationKind, slot: Slot, measure: Measure, slots: Collection[Slot]) -> bool:
    if measure.kind is Kind.YES_NO or slot not in slots:
        return False
    # A state may well be lower at the year's end; what grows through the year may not.
    return kind is not RelationKind.YEAR_NOT_BELOW_HALF or measure.nature is not Nature.STOCK


def _name(cell: Cell) -> str:
    return f"{cell[0]}.{cell[1].value}"
