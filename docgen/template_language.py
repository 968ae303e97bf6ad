"""The language of the templates: print a field, repeat, choose; nothing else.

A template is a file that people send each other, so what it may ask is a short list of
syntax nodes: no calls, no arithmetic, no private attributes, no filters. A field that
does not exist stops the work; it is never printed as blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NoReturn

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError, UndefinedError

from docgen import messages_vi
from workbook.domain.errors import TemplateError

Value = str | list["Value"] | Mapping[str, "Value"]
Context = Mapping[str, Value]

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const,
    nodes.For, nodes.If, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
_MARKUP = re.compile(r"<[^>]*>")


class UnknownFieldError(Exception):
    """A field that the context does not have; `known` are its neighbours' names."""

    def __init__(self, field: str, known: list[str]) -> None:
        super().__init__(field)
        self.field = field
        self.known = known


class _Unknown(StrictUndefined):
    # Raised when the field is looked up: a test such as `is defined` cannot hide it.
    def __init__(
        self,
        hint: str | None = None,
        obj: object = None,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name)
        known = list(obj) if isinstance(obj, Mapping) else []
        raise UnknownFieldError(name or hint or "?", known)


class _FieldsOnly(Environment):
    def getattr(self, obj: object, attribute: str) -> object:
        """Look a name up as a key; `loop.last` and its like are attributes."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


class Filler:
    """One part of a template, compiled; fills any number of contexts.

    Args:
        source: the part's XML, one paragraph a line (so that a fault can be named).
        name: the template's file name, for messages.

    Raises:
        TemplateError: a tag is misspelt, unclosed or not allowed.
    """

    def __init__(self, source: str, name: str) -> None:
        self._name = name
        self._lines = source.splitlines()
        environment = _FieldsOnly(
            autoescape=True, undefined=_Unknown, keep_trailing_newline=True, auto_reload=False
        )
        try:
            tree = environment.parse(source)
        except TemplateSyntaxError as fault:
            raise TemplateError(messages_vi.bad_tag(name, self._words(fault.lineno))) from fault
        for node in _walk(tree):
            if not _is_allowed(node):
                raise TemplateError(messages_vi.forbidden(name, self._words(node.lineno)))
        self._template = environment.from_string(tree)

    def fill(self, context: Context) -> str:
        """Return the part with the fields filled in.

        Raises:
            TemplateError: the template asks for a field that is not there.
        """
        try:
            return self._template.render(context)
        except UnknownFieldError as fault:
            self._refuse(fault, context)

    def _refuse(self, fault: UnknownFieldError, context: Context) -> NoReturn:
        known = fault.known or list(context)
        raise TemplateError(messages_vi.unknown_field(self._name, fault.field, known)) from fault

    def _words(self, line: int) -> str:
        text = self._lines[line - 1] if 0 < line <= len(self._lines) else ""
        return _MARKUP.sub("", text)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _is_allowed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return False
    return type(node) in _ALLOWED
