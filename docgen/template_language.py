"""Compiles a part of a template and fills it; asks Jinja for no more than it must.

What the language is stands in `docgen.template_check.grammar`, and every source is held
against it once more before anything is compiled. A field that does not exist stops the
work; it is never printed as blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import NoReturn

from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.runtime import LoopContext

from docgen import messages_vi
from docgen.fields import LOOP
from docgen.template_check.grammar import Refused, check_tree
from workbook.domain.errors import TemplateError

Value = str | list["Value"] | Mapping[str, "Value"]
Context = Mapping[str, Value]

_LONGEST = 20_000_000  # characters of a filled part; a real one has some hundred thousand
_STEP = 4096  # pieces of text counted at a time
_LOOP_NAMES = {one.name for one in LOOP.fields}


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
        """Look a name up as a key of a dict, never as an attribute of an object."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in _LOOP_NAMES:
            return super().getattr(obj, attribute)
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)


def _environment() -> Environment:
    made = _FieldsOnly(
        autoescape=True, undefined=_Unknown, keep_trailing_newline=True, auto_reload=False
    )
    # No function, filter or test is there to be called.
    for names in (made.globals, made.filters, made.tests):
        names.clear()
    return made


_ENVIRONMENT = _environment()


class Filler:
    """One part of a template, compiled; fills any number of contexts.

    Args:
        source: the part's XML with its tags.
        name: the template's file name, for messages.

    Raises:
        TemplateError: the source is not of the language.
    """

    def __init__(self, source: str, name: str) -> None:
        self._name = name
        try:
            tree = _ENVIRONMENT.parse(source)
            check_tree(tree)
            self._template = _ENVIRONMENT.from_string(tree)
        except (
            TemplateSyntaxError, Refused, RecursionError, SyntaxError, MemoryError, ValueError,
        ) as fault:  # fmt: skip
            raise TemplateError(messages_vi.bad_tag(name)) from fault

    def fill(self, context: Context) -> str:
        """Return the part with the fields filled in.

        Raises:
            TemplateError: a field is not there, or the text grows beyond all measure.
        """
        pieces: list[str] = []
        length = 0
        try:
            stream = self._template.root_render_func(self._template.new_context(dict(context)))
            while step := list(islice(stream, _STEP)):
                pieces += step
                length += sum(map(len, step))
                if length > _LONGEST:
                    raise TemplateError(messages_vi.endless(self._name))
        except UnknownFieldError as fault:
            self._refuse(fault, context)
        return "".join(pieces)

    def _refuse(self, fault: UnknownFieldError, context: Context) -> NoReturn:
        known = fault.known or list(context)
        raise TemplateError(messages_vi.unknown_field(self._name, fault.field, known)) from fault
