"""Asks of every field that a template names whether it is there and can be used so.

A loop's variable holds an item of its list; whatever was misspelt is named with the
nearest field that stands open at that place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from docgen.fields import LOOP, Field, FieldTree, Kind, plain
from docgen.findings import Finding
from docgen.template_check import catalogue_vi
from docgen.template_check.chart_parts import AltText
from docgen.template_check.grammar import Names, Reference
from docgen.template_check.nesting import Block
from docgen.template_check.tags import Report, Tag, meant

CONTENT = "Nội dung"  # the section of a field tree beside that of the letterhead
_NOT_PRINTED = {
    Kind.CHART: catalogue_vi.PRINTS_CHART,
    Kind.TEXTS: catalogue_vi.PRINTS_LIST,
    Kind.ROWS: catalogue_vi.PRINTS_LIST,
    Kind.GROUP: catalogue_vi.PRINTS_GROUP,
    Kind.FLAG: catalogue_vi.NOT_ALLOWED,
}


class Scopes:
    """The fields that can be named at a place."""

    def __init__(self, tree: FieldTree, report: Report, names: Collection[str]) -> None:
        self._tree = tree
        self._root = tree.root
        self._report = report
        self._names = names  # of all fields, and of the variables of all loops
        paths = [path for path, field in tree.root.paths() if field.kind is Kind.CHART]
        self.charts = {path: path for path in paths}
        self._used: set[str] = set()
        self._unknown = False  # whether a name of no field was found, or what is no name

    def check(self, block: Block, loops: Sequence[Block]) -> None:
        """Check the fields that a tag asks; note what a loop over its list would hold."""
        if block.statement is None:
            self._unknown = True
            return
        for reference in block.statement.references:
            if field := self._find(block.tag, reference.names, loops):
                self._check_use(block, reference, field)
                block.item = field.item

    def _check_use(self, block: Block, reference: Reference, field: Field) -> None:
        tag, name = block.tag, ".".join(reference.names)
        inside = f".{field.fields[0].name}" if field.fields else ""
        facts = {"field": name, "example": f"{{{{ {name}{inside} }}}}"}
        if block.command == "print":
            self._check_printed(tag, field, facts)
        elif block.command == "for" and field.item is None:
            self._report(tag, catalogue_vi.LOOPS_NO_LIST, **facts)
        elif reference.value is not None:
            if field.kind is not (Kind.TEXT if isinstance(reference.value, str) else Kind.NUMBER):
                self._report(tag, catalogue_vi.COMPARISON)
            elif field.choices and reference.value not in field.choices:
                choices = catalogue_vi.quoted(field.choices)
                facts |= {"value": str(reference.value), "choices": choices}
                self._report(tag, catalogue_vi.UNKNOWN_CHOICE, **facts)

    def _check_printed(self, tag: Tag, field: Field, facts: dict[str, str]) -> None:
        if not isinstance(tag.block, AltText):
            if kind := _NOT_PRINTED.get(field.kind):
                self._report(tag, kind, **facts, what=catalogue_vi.FLAG)
        elif field.kind is not Kind.CHART:
            hint = catalogue_vi.CHART_FIELDS.format(charts=catalogue_vi.quoted(self.charts))
            hint = hint if self.charts else catalogue_vi.NO_CHART_FIELDS
            hint = meant(facts["field"], self.charts, hint)
            self._report(tag, catalogue_vi.NO_CHART, **facts, hint=hint)

    def _find(self, tag: Tag, names: Names, loops: Sequence[Block]) -> Field | None:
        """Look a field up; report it where there is none, None where that cannot be known."""
        field = self._first(tag, names, loops)
        for depth, name in enumerate(names[1:], 1):
            parent, field = field, field and field.child(name)
            if parent and not field:
                held = ".".join(names[:depth])
                paths = {child.name: f"{held}.{child.name}" for child in parent.fields}
                paths |= {name: name} if self._root.child(name) else {}
                hint = meant(name, paths, catalogue_vi.SEE_FIELDS)
                self._report(tag, catalogue_vi.NO_PARTS, field=held, part=name, hint=hint)
                self._unknown = True
        return field

    def _first(self, tag: Tag, names: Names, loops: Sequence[Block]) -> Field | None:
        name = names[0]
        if name == LOOP.name and loops:
            return LOOP
        for loop in reversed(loops):
            # One that could not be read may have any variable.
            if loop.statement is None or loop.statement.variable == name:
                return loop.item
        field = self._root.child(name)
        if field is None:
            self._unknown = True
            hint = self._hint(tag, names, loops)
            self._report(tag, catalogue_vi.UNKNOWN_FIELD, field=name, hint=hint)
        elif field.kind is not Kind.CHART or tag.command == "print":
            self._used.add(name)  # asking whether there is a chart does not draw it
        return field

    def _hint(self, tag: Tag, names: Names, loops: Sequence[Block]) -> str:
        """Say what was most likely meant by a name that is not known."""
        name, printed = names[0], tag.command == "print"
        paths = {
            field.name: field.name for field in self._root.fields if not (printed and field.item)
        }
        if loops:
            paths[LOOP.name] = ".".join((LOOP.name, *names[1:]))
        for loop in loops:
            if loop.statement:
                variable = loop.statement.variable
                fields = loop.item.fields if loop.item else ()
                paths |= {field.name: f"{variable}.{field.name}" for field in fields}
                paths[variable] = variable
        deeper = (path for path, field in self._root.paths() if field.name == plain(name))
        hint = catalogue_vi.SEE_FIELDS
        if path := next(deeper, ""):
            hint = catalogue_vi.LIES_WITHIN.format(path=path)
        elif name in {LOOP.name, *self._names}:
            hint = catalogue_vi.LOOP_ONLY.format(name=name)
        if tag.fields != {None}:
            return catalogue_vi.COPIED
        return meant(name, paths, meant("_".join(names), paths, hint))

    def finish(self) -> Iterator[Finding]:
        """Yield what is wrong with the whole: no field of its content, or some not used."""
        names = [field.name for field in self._root.fields]
        own = dict(self._tree.sections).get(CONTENT, self._root.fields)
        content = {field.name for field in own}
        if not self._unknown and not content & self._used:
            yield catalogue_vi.of_file(catalogue_vi.NO_OWN_FIELDS, document=self._tree.title)
        elif unused := [name for name in names if name not in self._used]:
            yield catalogue_vi.of_file(catalogue_vi.UNUSED, fields=", ".join(unused))
