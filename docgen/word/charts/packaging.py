"""Takes the charts of a filled document into its package, each with parts of its own.

A template's chart may be used many times, or not at all. So its part, and what hangs on
that alone, is left out of the package; for every chart of the document a copy is put in
under a name of its own, with its own workbook and with the template's other parts of it
(colours, styles) as they are. Everything is found by relationships, never by names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from docgen.template_check.chart_parts import chart_places, drawing_numbers
from docgen.template_check.package import Package
from docgen.word.charts.book import BOOK_TYPE, book
from docgen.word.charts.data import Chart
from docgen.word.charts.elements import BOOK_ID, CHART_TYPE
from docgen.word.charts.placing import PART, Drawing
from docgen.word.jinja import Draw
from docgen.word.wordxml import DECLARATION, R
from docgen.word.zip_writing import Entry
from workbook.packages import CONTENT_TYPES, part_at
from workbook.packages import relationships_part as relations_of

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CHARTS, _BOOKS = "word/charts", "word/embeddings"
_LEVEL = 2  # charts are as small with it as with more
_NAME = "\0"  # stands for a chart's own name in its relationships


class _Lines:
    """A list of a package (content types, relationships) to which lines can be added."""

    def __init__(self, root: etree._Element, without: Iterable[etree._Element]) -> None:
        made = deepcopy(root)
        for place in sorted((root.index(one) for one in without), reverse=True):
            made.remove(made[place])
        end = etree.SubElement(made, root.tag)
        self._prefix = f"{root.prefix}:" if root.prefix else ""
        mark = etree.tostring(end, encoding="unicode").partition(" ")[0].rstrip("/>")
        self._before, _, rest = etree.tostring(made, encoding="unicode").rpartition(mark)
        self._after = rest.partition(">")[2]

    def line(self, name: str, **values: str) -> str:
        """Return a line to be added."""
        return f"<{self._prefix}{name}{_written(values)}/>"

    def with_lines(self, lines: Iterable[str]) -> bytes:
        """Return the list with lines added."""
        return f"{DECLARATION}{self._before}{''.join(lines)}{self._after}".encode()


@dataclass(frozen=True)
class _Source:
    """A chart of the template: what goes with each copy of it.

    `relations`: its relationships, with `_NAME` for the copy's name; `copied`: the parts
    that each copy gets for itself, with their content types; `shared`: names of others.
    """

    relations: str
    copied: tuple[tuple[Entry, str], ...]
    shared: tuple[str, ...]


class ChartPackage:
    """A template's package without its example charts, ready to take others.

    Args:
        package: the template.
        drawings: what takes charts, by the part where it stands; parts with any.
    """

    def __init__(self, package: Package, drawings: Mapping[str, Sequence[Drawing]]) -> None:
        entries = {one.filename: Entry.taken_over(package.content, one) for one in package.entries}
        charts = {one.part for some in drawings.values() for one in some}
        self.sources = {one: _source(package, one, entries) for one in charts}
        dropped = {name: _dropped(package, name, some) for name, some in drawings.items()}
        shared = [one for source in self.sources.values() for one in source.shared]
        gone = _reached(package, [""], {}) - _reached(package, ["", *shared], dropped)
        gone |= {relations_of(one) for one in gone}
        self.entries = tuple(one for name, one in entries.items() if name not in gone)
        types = package.roots[CONTENT_TYPES]
        self.types = _Lines(types, [o for o in types if o.get("PartName", "").lstrip("/") in gone])
        lists = {name: package.roots[relations_of(name)] for name in drawings}
        self.relations = {
            name: _Lines(root, [one for one in root if one.get("Id") in dropped[name]])
            for name, root in lists.items()
        }
        self.prefix = _free("bieudo", (name.rpartition("/")[2] for name in package.parts))
        self.id_prefix = _free("rIdVe", (o.get("Id", "") for root in lists.values() for o in root))
        self.last_number = max(drawing_numbers(package), default=0)


class Charts:
    """The charts of one document on their way into its package; `entries` are their parts."""

    def __init__(self, package: ChartPackage) -> None:
        self._package = package
        self._types: list[str] = []
        self._relations: dict[str, list[str]] = defaultdict(list)
        self._count = 0
        self.entries: list[Entry] = []

    def into(self, part: str, drawings: Sequence[Drawing]) -> Draw:
        """Return what draws charts into the drawings of a part of the document."""

        def draw(chart: Chart, number: int) -> str:
            drawing = drawings[number]
            self._count += 1
            identifier = f"{self._package.id_prefix}{self._count}"
            place = self._add_parts(chart, drawing)
            lines = self._package.relations[part]
            self._relations[part].append(
                lines.line("Relationship", Id=identifier, Type=f"{R}/chart", Target=f"/{place}")
            )
            return drawing.written(chart, identifier, self._package.last_number + self._count)

        return draw

    def lists(self) -> dict[str, bytes]:
        """Return the lists of the package in which the charts stand, by part."""
        package = self._package
        if not package.relations:
            return {}
        found = {
            relations_of(name): lines.with_lines(self._relations[name])
            for name, lines in package.relations.items()
        }
        return found | {CONTENT_TYPES: package.types.with_lines(self._types)}

    def _add_parts(self, chart: Chart, drawing: Drawing) -> str:
        """Add a chart's parts; return the name of the first."""
        name = f"{self._package.prefix}{self._count}"
        source = self._package.sources[drawing.part]
        place = f"{_CHARTS}/{name}.xml"
        content = drawing.template.fill(chart).encode()
        self._add(Entry.packed(place, content, _LEVEL), CHART_TYPE)
        relations = source.relations.replace(_NAME, name).encode()
        self.entries.append(Entry.stored(relations_of(place), relations))
        self._add(Entry.stored(f"{_BOOKS}/{name}.xlsx", book(chart)), BOOK_TYPE)
        for number, (entry, content_type) in enumerate(source.copied):
            self._add(replace(entry, name=_copy(name, number, entry.name)), content_type)
        return place

    def _add(self, entry: Entry, content_type: str) -> None:
        self.entries.append(entry)
        if content_type:
            self._types.append(
                self._package.types.line(
                    "Override", PartName=f"/{entry.name}", ContentType=content_type
                )
            )


def _written(values: Mapping[str, str]) -> str:
    return "".join(f' {key}="{value}"' for key, value in values.items())


def _copy(chart: str, number: int, part: str) -> str:
    """Return the name of a chart's copy of a part."""
    return f"{_CHARTS}/{chart}-{number}.{part.rpartition('.')[2]}"


def _source(package: Package, chart: str, entries: Mapping[str, Entry]) -> _Source:
    targets = {BOOK_ID: f"/{_BOOKS}/{_NAME}.xlsx"}
    kinds = {BOOK_ID: f"{R}/package"}
    copied: list[tuple[Entry, str]] = []
    shared: list[str] = []
    folder = chart.rpartition("/")[0]
    for one in package.roots.get(relations_of(chart), ()):
        identifier, kind = one.get("Id", ""), one.get("Type", "")
        target = part_at(folder, one.get("Target", ""))
        if kind.endswith("/package") or target not in entries:
            continue
        kinds[identifier] = kind
        if relations_of(target) in entries:
            shared.append(target)
            targets[identifier] = f"/{target}"
        else:
            targets[identifier] = f"/{_copy(_NAME, len(copied), target)}"
            copied.append((entries[target], package.type_of(target)))
    lines = "".join(
        f"<Relationship{_written({'Id': one, 'Type': kinds[one], 'Target': target})}/>"
        for one, target in targets.items()
    )
    text = f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{lines}</Relationships>'
    return _Source(text, tuple(copied), tuple(shared))


def _dropped(package: Package, name: str, drawings: Sequence[Drawing]) -> set[str]:
    """Return the ids of a part's relationships that only its example charts use."""
    taken = {one.part for one in drawings}
    static = {one.relationship for one in chart_places(package, name) if one.relationship != PART}
    return {
        identifier
        for identifier, target in package.targets(name).items()
        if target in taken and identifier not in static
    }


def _reached(package: Package, start: Iterable[str], dropped: Mapping[str, set[str]]) -> set[str]:
    """Return the parts that relationships lead to from some parts ("" is the package)."""
    found, todo = set(start), list(start)
    while todo:
        part = todo.pop()
        without = dropped.get(part, set())
        for identifier, target in package.targets(part).items():
            if identifier not in without and target not in found:
                found.add(target)
                todo.append(target)
    return found


def _free(prefix: str, names: Iterable[str]) -> str:
    """Return a prefix that begins none of these names."""
    taken = [one.lower() for one in names]
    while any(one.startswith(prefix.lower()) for one in taken):
        prefix += "x"
    return prefix
