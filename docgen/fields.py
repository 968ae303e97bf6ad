"""The fields that a template may use: their names, what they hold, how they nest.

Pure data. A document declares its fields beside its context builder, and everything else
follows from that declaration: what the check of a template knows, and the list for
officials. A test holds declaration and context together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto
from functools import cached_property

PATH = " → "  # between the names of nested fields


class Kind(Enum):
    """What a field holds."""

    TEXT = auto()
    TEXTS = auto()  # a list of texts
    ROWS = auto()  # a list of groups
    GROUP = auto()  # named fields
    CHART = auto()  # what a chart shows: `docgen.word.charts.data.Chart`; "" for none
    NUMBER = auto()  # only inside `loop`
    FLAG = auto()  # only inside `loop`: can be asked, not printed


@dataclass(frozen=True)
class Field:
    """One field: `meaning` and `example` are Vietnamese, for officials.

    `fields` are those of a group, or of every row; `choices` all texts that a field can
    hold where they are few (a template may compare with nothing else).
    """

    name: str
    kind: Kind
    meaning: str = ""
    example: str = ""
    fields: tuple[Field, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether a template can repeat over it."""
        return self.kind in (Kind.TEXTS, Kind.ROWS)

    @property
    def item(self) -> Field:
        """What one turn of a loop over this list holds."""
        kind = Kind.GROUP if self.kind is Kind.ROWS else Kind.TEXT
        return Field(self.name, kind, self.meaning, self.example, self.fields)

    def child(self, name: str) -> Field | None:
        """Return the field of this name inside a group, None where there is none."""
        return next((one for one in self.fields if one.name == name), None)


def text(name: str, meaning: str, example: str, choices: Iterable[str] = ()) -> Field:
    """Declare a text."""
    return Field(name, Kind.TEXT, meaning, example, choices=tuple(choices))


def chart(name: str, meaning: str) -> Field:
    """Declare a chart; a template names it in a chart's alternative text."""
    return Field(name, Kind.CHART, meaning)


def texts(name: str, meaning: str, example: str) -> Field:
    """Declare a list of texts; the example is one of them."""
    return Field(name, Kind.TEXTS, meaning, example)


def rows(name: str, meaning: str, *fields: Field) -> Field:
    """Declare a list of groups of fields."""
    return Field(name, Kind.ROWS, meaning, fields=fields)


def group(name: str, meaning: str, *fields: Field) -> Field:
    """Declare a group of fields."""
    return Field(name, Kind.GROUP, meaning, fields=fields)


# What Jinja knows inside a loop, as far as a template may use it.
LOOP = Field(
    "loop",
    Kind.GROUP,
    fields=(
        Field("index", Kind.NUMBER),
        Field("length", Kind.NUMBER),
        Field("first", Kind.FLAG),
        Field("last", Kind.FLAG),
    ),
)


@dataclass(frozen=True, eq=False)
class FieldTree:
    """All fields of one kind of document, in sections as officials read them."""

    title: str
    sections: tuple[tuple[str, tuple[Field, ...]], ...]

    @cached_property
    def root(self) -> Field:
        """The fields as one group."""
        return group("", self.title, *(field for _, part in self.sections for field in part))

    def paths(self) -> Iterator[tuple[str, Field]]:
        """Yield every field with its path, parents first."""
        return _paths(self.root, "")


def _paths(parent: Field, before: str) -> Iterator[tuple[str, Field]]:
    for field in parent.fields:
        path = f"{before}{field.name}"
        yield path, field
        yield from _paths(field, f"{path}{PATH}")


def plain(name: str) -> str:
    """Return a name as field names are written: no diacritics, lower case, `_` for gaps."""
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return "_".join(letters.lower().split())


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that was most likely meant, "" where none is near."""
    found = get_close_matches(plain(name), list(known), n=1)
    return found[0] if found else ""
