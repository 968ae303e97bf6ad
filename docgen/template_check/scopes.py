"""Asks of every field that a template names whether it is there and can be used so.

A loop's variable holds an item of its list; whatever was misspelt is named with the
nearest field that stands open at that place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.fields import LOOP, Field, FieldTree, Kind, plain
from docgen.findings import Finding
from docgen.template_check import catalogue_vi, words_vi
from docgen.template_check.chart_parts import AltText
from docgen.template_check.grammar import Asked, Names, Statement
from docgen.template_check.nesting import Block
from docgen.template_check.tags import Report, Tag
from docgen.template_check.typing_vi import likely_word

CONTENT = "Nội dung"  # the section of a field tree beside that of the letterhead
_NOT_PRINTED = {
    Kind.CHART: catalogue_vi.PRINTS_CHART,
    Kind.TEXTS: catalogue_vi.PRINTS_LIST,
    Kind.ROWS: catalogue_vi.PRINTS_LIST,
    Kind.GROUP: catalogue_vi.PRINTS_GROUP,
}


class Scopes:
    """The fields that can be named at a place; `unknown`: whether another name was found."""

    def __init__(self, tree: FieldTree, report: Report) -> None:
        self._tree = tree
        self._report = report
        self._used: set[str] = set()
        self.unknown = False

    def item(self, tag: Tag, statement: Statement, loops: Sequence[Block]) -> Field | None:
        """Check a tag's fields; return what a loop over its list would hold."""
        item = None
        for asked in statement.asked:
            field = self._find(tag, asked.field, loops)
            if field is not None:
                self._check_use(tag, statement, asked, field)
                item = field.item if field.is_list else None
        return item

    def _check_use(self, tag: Tag, statement: Statement, asked: Asked, field: Field) -> None:
        facts = {"field": ".".join(asked.field), "example": _printing(asked.field, field)}
        if statement.command == "print":
            self._check_printed(tag, field, facts)
        elif statement.command == "for" and not field.is_list:
            self._report(tag, catalogue_vi.LOOPS_NO_LIST, **facts)
        elif asked.value is not None:
            if field.kind is not (Kind.TEXT if isinstance(asked.value, str) else Kind.NUMBER):
                self._report(tag, catalogue_vi.COMPARISON)
            elif field.choices and asked.value not in field.choices:
                facts |= {"value": str(asked.value), "choices": words_vi.quoted(field.choices)}
                self._report(tag, catalogue_vi.UNKNOWN_CHOICE, **facts)

    def _check_printed(self, tag: Tag, field: Field, facts: dict[str, str]) -> None:
        if isinstance(tag.block, AltText):
            if field.kind is not Kind.CHART:
                hint = self._charts(facts["field"])
                self._report(tag, catalogue_vi.NO_CHART, **facts, hint=hint)
        elif field.kind is Kind.FLAG:
            self._report(tag, catalogue_vi.NOT_ALLOWED, what=words_vi.FLAG)
        elif field.kind in _NOT_PRINTED:
            self._report(tag, _NOT_PRINTED[field.kind], **facts)

    def _charts(self, name: str) -> str:
        """Name the chart that was most likely meant, else all that there are."""
        charts = [path for path, field in self._tree.paths() if field.kind is Kind.CHART]
        known = words_vi.CHARTS.format(charts=words_vi.quoted(charts))
        return words_vi.did_you_mean(
            likely_word(name, charts), known if charts else words_vi.NO_CHARTS
        )

    def _find(self, tag: Tag, names: Names, loops: Sequence[Block]) -> Field | None:
        """Look a field up; report it where there is none, None where that cannot be known."""
        field = first = self._first(tag, names[0], loops)
        for depth, name in enumerate(names[1:], 1):
            child = field.child(name) if field else None
            if field and not child:
                self._report_part(tag, names[:depth], name, field)
                first = first if depth > 1 else None
            field = child
        if first is self._tree.root.child(names[0]):
            self._used.add(names[0])
        return field

    def _first(self, tag: Tag, name: str, loops: Sequence[Block]) -> Field | None:
        if name == LOOP.name and loops:
            return LOOP
        for loop in reversed(loops):
            # One that could not be read may have any variable.
            if loop.statement is None or loop.statement.variable == name:
                return loop.item
        field = self._tree.root.child(name)
        if field is None:
            self.unknown = True
            self._report(tag, catalogue_vi.UNKNOWN_FIELD, field=name, hint=self._hint(name, loops))
        return field

    def _hint(self, name: str, loops: Sequence[Block]) -> str:
        """Say what was most likely meant by a name that is not known."""
        if name == LOOP.name:
            return words_vi.LOOP_ONLY
        read = [(loop.statement.variable, loop.item) for loop in loops if loop.statement]
        within = {
            f"{variable}.{field.name}": field.name
            for variable, item in reversed(read)
            for field in (item.fields if item else ())
        }
        known = [*(variable for variable, _ in read), *(one.name for one in self._tree.root.fields)]
        near = next((path for path, part in within.items() if part == plain(name)), "")
        near = near or likely_word(name, known)
        near = near or next(
            (path for path, part in within.items() if likely_word(name, [part])), ""
        )
        deeper = [path for path, field in self._tree.paths() if field.name == plain(name)]
        hint = words_vi.LIES_WITHIN.format(path=deeper[0]) if deeper else words_vi.SEE_FIELDS
        return words_vi.did_you_mean(near, hint)

    def _report_part(self, tag: Tag, names: Names, part: str, parent: Field) -> None:
        field = ".".join(names)
        near = likely_word(part, [child.name for child in parent.fields])
        meant = f"{field}.{near}" if near else part if self._tree.root.child(part) else ""
        hint = words_vi.did_you_mean(meant, words_vi.SEE_FIELDS)
        self.unknown = True
        self._report(tag, catalogue_vi.NO_PARTS, field=field, part=part, hint=hint)

    def finish(self) -> Iterator[Finding]:
        """Yield what is wrong with the whole: no field of its content, or some not used."""
        names = [field.name for field in self._tree.root.fields]
        own = [fields for title, fields in self._tree.sections if title == CONTENT]
        content = {field.name for fields in own for field in fields} or set(names)
        if not self.unknown and not content & self._used:
            document = self._tree.title
            yield catalogue_vi.found(catalogue_vi.NO_OWN_FIELDS, words_vi.FILE, document=document)
        elif unused := [name for name in names if name not in self._used]:
            yield catalogue_vi.found(catalogue_vi.UNUSED, words_vi.FILE, fields=", ".join(unused))


def _printing(names: Names, field: Field) -> str:
    """Return a tag that prints the field, or the first of its parts."""
    return f"{{{{ {'.'.join([*names, *(part.name for part in field.fields[:1])])} }}}}"
