"""The fields that a template may use: their names, what they hold, how they nest.

The type of a document's context declares them: a TypedDict whose keys are annotated with
what officials read of them. From it follow what the check of a template knows, the lists of
`templates/README.md`, and what mypy asks of whoever fills it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from enum import Enum, auto
from types import UnionType
from typing import NamedTuple, Union, get_args, get_origin, get_type_hints, is_typeddict

PATH = " → "  # between the names of nested fields


class Kind(Enum):
    """What a field holds."""

    TEXT = auto()
    TEXTS = auto()  # a list of texts
    ROWS = auto()  # a list of groups
    GROUP = auto()  # named fields
    CHART = auto()  # what a chart shows: `docgen.word.charts.data.Chart`; "" for none
    NUMBER = auto()  # only inside `loop`
    FLAG = auto()  # only inside `loop`: for conditions, not for printing


class Field(NamedTuple):
    """One field; `meaning` and `example` are Vietnamese, for officials."""

    name: str
    kind: Kind
    meaning: str = ""
    example: str = ""
    fields: tuple[Field, ...] = ()  # of a group, or of every row
    choices: tuple[str, ...] = ()  # all that it can hold where they are few, to compare with

    @property
    def item(self) -> Field | None:
        """What one turn of a loop over it holds, None where a template cannot repeat over it."""
        kind = {Kind.TEXTS: Kind.TEXT, Kind.ROWS: Kind.GROUP}.get(self.kind)
        return self._replace(kind=kind) if kind else None

    def child(self, name: str) -> Field | None:
        """Return the field of this name inside a group, None where there is none."""
        return next((field for field in self.fields if field.name == name), None)

    def paths(self, before: str = "") -> Iterator[tuple[str, Field]]:
        """Yield every field inside, behind its path, parents first."""
        for field in self.fields:
            path = f"{before}{field.name}"
            yield path, field
            yield from field.paths(f"{path}{PATH}")


def fields_of(context: type) -> tuple[Field, ...]:
    """Return the fields that a TypedDict declares, those of its bases first.

    Every key is annotated `Annotated[type, meaning, example, choices]`, where the type is
    `str`, `list[str]`, a TypedDict, a list of one, or `Chart | str`; the example of a list
    is one of its texts, and only texts have one; choices are a tuple, and few fields have any.
    """
    hints = get_type_hints(context, include_extras=True)
    return tuple(_field(name, *get_args(hint)) for name, hint in hints.items())


def _field(
    name: str, holds: object, meaning: str, example: str = "", choices: tuple[str, ...] = ()
) -> Field:
    is_list = get_origin(holds) is list
    item = get_args(holds)[0] if is_list else holds
    if item is str:
        kind = Kind.TEXTS if is_list else Kind.TEXT
        return Field(name, kind, meaning, example, choices=choices)
    if isinstance(item, type) and is_typeddict(item):
        return Field(name, Kind.ROWS if is_list else Kind.GROUP, meaning, fields=fields_of(item))
    if get_origin(item) in (Union, UnionType) and type(None) not in get_args(item):
        return Field(name, Kind.CHART, meaning)
    raise TypeError(f"{name}: no field holds {holds}")


def example_of(field: Field) -> object:
    """Return what a field could hold, by the examples of its declaration; no chart."""
    if item := field.item:
        return [example_of(item)]
    if field.kind is Kind.GROUP:
        return {child.name: example_of(child) for child in field.fields}
    return field.example


# What Jinja knows inside a loop, as far as a template may use it.
LOOP = Field("loop", Kind.GROUP, fields=(
    Field("index", Kind.NUMBER), Field("length", Kind.NUMBER),
    Field("first", Kind.FLAG), Field("last", Kind.FLAG),
))  # fmt: skip


class FieldTree(NamedTuple):
    """All fields of one kind of document, in sections as officials read them."""

    title: str
    sections: tuple[tuple[str, tuple[Field, ...]], ...]

    @property
    def root(self) -> Field:
        """The fields as one group."""
        return Field("", Kind.GROUP, fields=sum((fields for _, fields in self.sections), ()))


def plain(name: str) -> str:
    """Return a name as field names are written: no diacritics, lower case, `_` for gaps."""
    apart = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return "_".join(letters.lower().split())


def nearest(name: str, known: Iterable[str], least: float = 0.8) -> str:
    """Return the known name nearest to a mistyped one, "" where none is `least` the same."""
    return next(iter(get_close_matches(plain(name), list(known), 1, least)), "")
