"""Compiles a part of a template with Jinja and fills it; nothing else of Jinja is reachable.

What the language is stands in `docgen.template_check.grammar`, and every source is held
against it once more before it is compiled. A field that does not exist stops the work; it
is never printed as blank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from itertools import islice

from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.runtime import LoopContext

from docgen.fields import LOOP
from docgen.template_check.grammar import NotAllowed, check_tree
from docgen.word.charts.data import Chart
from workbook.domain.errors import TemplateError

Value = str | Chart | list["Value"] | Mapping[str, "Value"]
Context = Mapping[str, Value]

_LONGEST = 20_000_000  # characters of a filled part; a real one has some hundred thousand
_STEP = 4096  # pieces of text counted at a time
_LOOP_NAMES = {one.name for one in LOOP.fields}

_BAD_TAG = (
    "Mẫu “{name}” có thẻ mà chương trình không hiểu. Hãy sửa mẫu trong Word, hoặc dùng lại mẫu"
    " gốc đi kèm chương trình."
)
_ENDLESS = (
    "Văn bản lập từ mẫu “{name}” dài quá mức, có lẽ do lặp chồng lên nhau. Hãy sửa mẫu trong"
    " Word, hoặc dùng lại mẫu gốc đi kèm chương trình."
)
_UNKNOWN_FIELD = (
    "Mẫu “{name}” dùng ô điền “{field}” mà chương trình không có.{hint} Danh sách ô điền có trong"
    " templates/README.md."
)

# Returns what an attribute of a chart in the template's source stands for.
DrawChart = Callable[[Chart, str], str]


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


class TemplateLanguage(Environment):
    """Jinja without any function, filter or test, for the parts of one template.

    Args:
        draw_chart: is asked for the attributes of a chart, which has none of its own.
    """

    def __init__(self, draw_chart: DrawChart) -> None:
        super().__init__(
            autoescape=True, undefined=_Unknown, keep_trailing_newline=True, auto_reload=False
        )
        for names in (self.globals, self.filters, self.tests):
            names.clear()
        self._draw_chart = draw_chart

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a key of a mapping, never an attribute of an object."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in _LOOP_NAMES:
            return super().getattr(obj, attribute)
        if isinstance(obj, Chart):
            return self._draw_chart(obj, attribute)
        return self.undefined(obj=obj, name=attribute)


class PartTemplate:
    """One part of a template, compiled; fills any number of contexts.

    Args:
        source: the part's XML with its tags.
        name: the template's file name, for messages.
        language: that of the template.

    Raises:
        TemplateError: the source is not of the language.
    """

    def __init__(self, source: str, name: str, language: TemplateLanguage) -> None:
        self._name = name
        try:
            tree = language.parse(source)
            check_tree(tree)
            self._template = language.from_string(tree)
        except (
            TemplateSyntaxError, NotAllowed, RecursionError, SyntaxError, MemoryError, ValueError,
        ) as error:  # fmt: skip
            raise TemplateError(_BAD_TAG.format(name=name)) from error

    def fill(self, context: Mapping[str, object]) -> str:
        """Return the part's XML with the fields filled in.

        Raises:
            TemplateError: a field is not there, or the text grows beyond 20 million characters.
        """
        pieces: list[str] = []
        length = 0
        try:
            stream = self._template.root_render_func(self._template.new_context(dict(context)))
            while step := list(islice(stream, _STEP)):
                pieces += step
                length += sum(map(len, step))
                if length > _LONGEST:
                    raise TemplateError(_ENDLESS.format(name=self._name))
        except UnknownFieldError as error:
            near = get_close_matches(error.field, error.known or list(context), n=1)
            hint = f" Có phải là “{near[0]}” không?" if near else ""
            raise TemplateError(
                _UNKNOWN_FIELD.format(name=self._name, field=error.field, hint=hint)
            ) from error
        return "".join(pieces)
