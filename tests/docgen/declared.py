"""Fields declared one by one, for trees that no document has; and what may fill them."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.fields import Field, Kind
from docgen.word.charts.data import Chart

Value = str | Chart | list["Value"] | Mapping[str, "Value"]  # what a field may hold
Context = Mapping[str, Value]


def text(name: str, meaning: str, example: str, choices: tuple[str, ...] = ()) -> Field:
    """A text."""
    return Field(name, Kind.TEXT, meaning, example, choices=choices)


def chart(name: str, meaning: str) -> Field:
    """A chart."""
    return Field(name, Kind.CHART, meaning)


def texts(name: str, meaning: str, example: str) -> Field:
    """A list of texts."""
    return Field(name, Kind.TEXTS, meaning, example)


def rows(name: str, meaning: str, *fields: Field) -> Field:
    """A list of groups."""
    return Field(name, Kind.ROWS, meaning, fields=fields)


def group(name: str, meaning: str, *fields: Field) -> Field:
    """A group."""
    return Field(name, Kind.GROUP, meaning, fields=fields)
