"""Asks of every field that a template names whether it is there and can be used so.

A loop's variable holds an item of its list; whatever was misspelt is named with the
nearest field that stands open at that place.
"""

from __future__ import annotations

from docgen.fields import LOOP, PATH, Field, FieldTree, Kind, plain
from docgen.findings import FindingKind
from docgen.template_check import catalogue_vi, words_vi
from docgen.template_check.chart_parts import AltText
from docgen.template_check.grammar import Asked, Names, Statement
from docgen.template_check.nesting import Open
from docgen.template_check.tags import Report, Tag
from docgen.template_check.typing_vi import likely_word

CONTENT = "Nội dung"  # the section of a field tree beside that of the letterhead
_PRINTED = (Kind.TEXT, Kind.NUMBER)


class Scopes:
    """The fields that can be named at a place.

    `used`: the paths of those that are named; `unknown`: whether another name was found.
    """

    def __init__(self, tree: FieldTree, report: Report) -> None:
        self._tree = tree
        self._report = report
        self.used: set[str] = set()
        self.unknown = False

    def _add(self, tag: Tag, kind: FindingKind, **facts: str) -> None:
        self._report(tag.finding(kind, **facts))

    def check(self, tag: Tag, statement: Statement, loops: list[Open]) -> Open:
        """Check a tag's fields; return what a loop over its list would hold."""
        opened = Open(tag, statement.command, statement)
        for asked in statement.asked:
            found = self._find(tag, asked.field, loops)
            if found is None:
                continue
            field, path = found
            self.used.add(path)
            self._check_use(tag, statement, asked, field)
            if statement.command == "for" and field.is_list:
                opened.item, opened.path = field.item, path
        return opened

    def _check_use(self, tag: Tag, statement: Statement, asked: Asked, field: Field) -> None:
        name = ".".join(asked.field)
        if statement.command == "print":
            self._check_printed(tag, name, field)
        elif statement.command == "for" and not field.is_list:
            self._add(tag, catalogue_vi.LOOPS_NO_LIST, field=name, example=_printing(name, field))
        elif asked.value is not None:
            self._check_value(tag, name, field, asked.value)

    def _check_printed(self, tag: Tag, name: str, field: Field) -> None:
        if isinstance(tag.block, AltText):
            if field.kind is not Kind.CHART:
                self._add(tag, catalogue_vi.NO_CHART, field=name, hint=self._charts(name))
        elif field.kind is Kind.CHART:
            self._add(tag, catalogue_vi.PRINTS_CHART, field=name)
        elif field.is_list:
            self._add(tag, catalogue_vi.PRINTS_LIST, field=name)
        elif field.kind is Kind.FLAG:
            self._add(tag, catalogue_vi.NOT_ALLOWED, what=words_vi.NODES["flag"])
        elif field.kind not in _PRINTED:
            self._add(tag, catalogue_vi.PRINTS_GROUP, field=name, example=_printing(name, field))

    def _charts(self, name: str) -> str:
        """Name the chart that was most likely meant, else all that there are."""
        charts = [path for path, one in self._tree.paths() if one.kind is Kind.CHART]
        near = likely_word(name, charts)
        return words_vi.DID_YOU_MEAN.format(near=near) if near else words_vi.charts_are(charts)

    def _check_value(self, tag: Tag, name: str, field: Field, value: str | int) -> None:
        if field.kind is not (Kind.TEXT if isinstance(value, str) else Kind.NUMBER):
            self._add(tag, catalogue_vi.COMPARISON)
        elif field.choices and value not in field.choices:
            choices = ", ".join(map(words_vi.in_quotes, field.choices))
            facts = {"field": name, "value": str(value), "choices": choices}
            self._add(tag, catalogue_vi.UNKNOWN_CHOICE, **facts)

    def _find(self, tag: Tag, names: Names, loops: list[Open]) -> tuple[Field, str] | None:
        """Look a field up; report it where there is none, None where that cannot be known."""
        first, *rest = names
        found = self._start(tag, first, loops)
        for place, name in enumerate(rest, 1):
            if found is None:
                return None
            field, path = found
            child = field.child(name)
            if child is None:
                self.unknown = True
                self._report_part(tag, names, place, field)
                return None
            found = child, f"{path}{PATH}{name}"
            self.used.add(path)
        return found

    def _start(self, tag: Tag, name: str, loops: list[Open]) -> tuple[Field, str] | None:
        if name == LOOP.name and loops:
            return LOOP, name
        for loop in reversed(loops):
            if loop.statement is None:  # could not be read: its variable may be any
                return None
            if loop.statement.variable == name:
                return None if loop.item is None else (loop.item, loop.path)
        field = self._tree.root.child(name)
        if field is not None:
            return field, name
        self.unknown = True
        hint = self._hint(name, loops)
        self._add(tag, catalogue_vi.UNKNOWN_FIELD, field=name, hint=hint)
        return None

    def field_of(self, body: str) -> str:
        """Return the field whose name was typed as several words, "" where there is none."""
        return next((one.name for one in self._tree.root.fields if one.name == plain(body)), "")

    def _hint(self, name: str, loops: list[Open]) -> str:
        if name == LOOP.name:
            return words_vi.LOOP_ONLY
        within = {
            f"{loop.statement.variable}.{one.name}": one.name
            for loop in reversed(loops)
            if loop.statement and loop.item
            for one in loop.item.fields
        }
        for full, part in within.items():
            if part == plain(name):
                return words_vi.DID_YOU_MEAN.format(near=full)
        variables = [loop.statement.variable for loop in loops if loop.statement]
        near = likely_word(name, [*variables, *(one.name for one in self._tree.root.fields)])
        near = near or next((one for one in within if likely_word(name, [within[one]])), "")
        if near:
            return words_vi.DID_YOU_MEAN.format(near=near)
        deeper = [path for path, one in self._tree.paths() if one.name == plain(name)]
        return words_vi.LIES_WITHIN.format(path=deeper[0]) if deeper else words_vi.SEE_FIELDS

    def _report_part(self, tag: Tag, names: Names, place: int, parent: Field) -> None:
        name, before = names[place], ".".join(names[:place])
        near = likely_word(name, [one.name for one in parent.fields])
        if near:
            hint = words_vi.DID_YOU_MEAN.format(near=f"{before}.{near}")
        elif self._tree.root.child(name) is not None:
            hint = words_vi.DID_YOU_MEAN.format(near=name)
        else:
            hint = words_vi.SEE_FIELDS
        self._add(tag, catalogue_vi.NO_PARTS, field=before, part=name, hint=hint)

    def knows(self, name: str) -> bool:
        """Whether a name (or its last part) is that of any field."""
        last = name.rpartition(".")[2]
        return any(one.name == last for _, one in self._tree.paths())

    def unused(self) -> list[str]:
        """Return the names of the fields that the template never asks."""
        return [one.name for one in self._tree.root.fields if one.name not in self.used]

    def lacks_content(self) -> bool:
        """Whether no field of the document's own content is named, and no unknown one."""
        own = [part for title, part in self._tree.sections if title == CONTENT]
        names = {one.name for part in own for one in part} or {
            one.name for one in self._tree.root.fields
        }
        return not self.unknown and not names & self.used


def _printing(name: str, field: Field) -> str:
    """Return a tag that prints the field, or the first of its parts."""
    part = f".{field.fields[0].name}" if field.fields else ""
    return f"{{{{ {name}{part} }}}}"
