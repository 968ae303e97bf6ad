"""Compiles a part of a template and fills it; asks Jinja for no more than it must.

What the language is stands in `docgen.template_check.grammar`, and every source is held
against it once more before anything is compiled. A field that does not exist stops the
work; it is never printed as blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NoReturn

from jinja2 import Environment, StrictUndefined, nodes, pass_context
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context as Names
from jinja2.runtime import LoopContext
from markupsafe import Markup

from docgen.fields import LOOP
from docgen.template_check.grammar import Refused, check_tree
from docgen.word import messages_vi
from docgen.word.charts.data import Chart
from workbook.domain.errors import TemplateError

Value = str | Chart | list["Value"] | Mapping[str, "Value"]
Context = Mapping[str, Value]

_LONGEST = 20_000_000  # characters of a filled part; a real one has some hundred thousand
_STEP = 4096  # pieces of text counted at a time
_LOOP_NAMES = {one.name for one in LOOP.fields}

# Draws a chart into the template's drawing of a number.
Draw = Callable[[Chart, int], str]
_DRAW = "%draw"  # no field can be called so
_SLOT, _SLOT_END = re.compile(r"<chart (\d+) \Z"), ">"


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


@pass_context
def _drawn(names: Names, value: object, number: int) -> Markup:
    """Print a chart as its drawing, nothing where there is none to draw."""
    return Markup(names.parent[_DRAW](value, number) if isinstance(value, Chart) else "")


def _draw_slots(body: list[nodes.Node]) -> None:
    """Have what stands in a slot `<chart 3 {{ field }}>` drawn, not printed."""
    for output in _outputs(body):
        for place, node in enumerate(output.nodes[:-2], 1):
            slot = _SLOT.search(node.data) if isinstance(node, nodes.TemplateData) else None
            if isinstance(node, nodes.TemplateData) and slot:
                node.data = node.data[: slot.start()]
                rest = output.nodes[place + 1]
                assert isinstance(rest, nodes.TemplateData)  # it holds the slot's end
                rest.data = rest.data.removeprefix(_SLOT_END)
                output.nodes[place] = _filtered(output.nodes[place], int(slot[1]))


def _outputs(body: list[nodes.Node]) -> Iterator[nodes.Output]:
    for node in body:
        yield from node.find_all(nodes.Output)
        if isinstance(node, nodes.Output):
            yield node


def _filtered(field: nodes.Expr, number: int) -> nodes.Filter:
    made = nodes.Filter(field, _drawn.__name__, [nodes.Const(number)], [], None, None)
    made.set_lineno(field.lineno).set_environment(_ENVIRONMENT)
    return made


def _environment() -> Environment:
    made = _FieldsOnly(
        autoescape=True, undefined=_Unknown, keep_trailing_newline=True, auto_reload=False
    )
    # No function, filter or test is there to be called.
    for names in (made.globals, made.filters, made.tests):
        names.clear()
    made.filters[_drawn.__name__] = _drawn  # `check_tree` lets no template call a filter
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
            _draw_slots(tree.body)
            self._template = _ENVIRONMENT.from_string(tree)
        except (
            TemplateSyntaxError, Refused, RecursionError, SyntaxError, MemoryError, ValueError,
        ) as fault:  # fmt: skip
            raise TemplateError(messages_vi.bad_tag(name)) from fault

    def fill(self, context: Context, draw: Draw | None = None) -> str:
        """Return the part with the fields filled in; `draw` is asked for every chart.

        Raises:
            TemplateError: a field is not there, or the text grows beyond all measure.
        """
        names = {**context, _DRAW: draw}
        pieces: list[str] = []
        length = 0
        try:
            stream = self._template.root_render_func(self._template.new_context(names))
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
