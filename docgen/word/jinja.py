"""Turns a checked part of a template into Jinja's source, compiles it and fills it.

A tag that Word has cut into several runs is put together in the first of them; a tag that
stands for a paragraph, a row or a cell replaces it. Everything else stays as it is. The tags
are docxtpl's, but not its patch_xml, which reads the XML once more by regular expressions and
finds other tags than the check: here the tags that were checked are the tags that are compiled.

What the language is stands in `docgen.template_check.grammar`, and every source is held
against it once more before it is compiled; nothing else of Jinja is reachable. A field that
does not exist stops the work; it is never printed as blank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import islice

from docx.oxml.parser import parse_xml
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import LoopContext
from lxml import etree

from docgen.fields import LOOP, nearest
from docgen.template_check.chart_parts import AltText
from docgen.template_check.grammar import NotAllowed, check_tree
from docgen.template_check.nesting import replaced_element
from docgen.template_check.tags import Kind, Tag, TextBlock, W
from docgen.word.charts.data import Chart, clean
from docgen.word.package import remove, surround
from workbook.domain.errors import TemplateError

_LONGEST = 20_000_000  # characters of a filled part; a real one has some hundred thousand
_STEP = 4096  # pieces of text counted at a time
_LOOP_NAMES = {field.name for field in LOOP.fields}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RANGE_MARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")

_BAD_TAG = (
    "Mẫu “{name}” có thẻ mà chương trình không hiểu. Hãy sửa mẫu trong Word, hoặc dùng lại mẫu"
    " gốc đi kèm chương trình."
)
_ENDLESS = (
    "Văn bản lập từ mẫu “{name}” dài quá mức, có lẽ do lặp chồng lên nhau. Hãy sửa mẫu trong"
    " Word, hoặc dùng lại mẫu gốc đi kèm chương trình."
)
_UNKNOWN_FIELD = (
    "Mẫu “{name}” dùng ô điền “{field}” mà loại văn bản này không có.{hint} Danh sách ô điền"
    " có trong templates/README.md."
)


class _UnknownFieldError(Exception):
    """A field that is not there, and the names of its neighbours."""


class _Unknown(StrictUndefined):
    # Raised when the field is looked up: a test such as `is defined` cannot hide it.
    def __init__(self, hint: str = "?", obj: object = None, name: str = "", *_: object) -> None:
        raise _UnknownFieldError(name or hint, list(obj) if isinstance(obj, Mapping) else [])


class TemplateLanguage(Environment):
    """Jinja without any function, filter or test, for the parts of one template.

    `draw_chart` returns what an attribute of a chart in the template's source stands for.
    """

    def __init__(self, draw_chart: Callable[[Chart, str], str]) -> None:
        super().__init__(
            autoescape=True, undefined=_Unknown, keep_trailing_newline=True, auto_reload=False,
        )  # fmt: skip
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
    """One part of a template (`source`: its XML with its tags), compiled; `name` is the file's.

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

    def fill(self, context: Mapping[str, object]) -> etree._Element:
        """Return the part with the fields filled in as they stand.

        What XML cannot hold becomes a space. TemplateError: a field is not there, or the text
        grows beyond 20 million characters.
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
        except _UnknownFieldError as error:
            field, neighbours = error.args
            near = nearest(field, neighbours or context)
            hint = f" Có phải là “{near}” không?" if near else ""
            message = _UNKNOWN_FIELD.format(name=self._name, field=field, hint=hint)
            raise TemplateError(message) from error
        xml = "".join(pieces)
        with suppress(etree.XMLSyntaxError, UnicodeEncodeError):
            return parse_xml(xml)
        try:
            return parse_xml(clean(xml))
        except etree.XMLSyntaxError as error:
            raise TemplateError(_BAD_TAG.format(name=self._name)) from error


def template_source(root: etree._Element, tags: Sequence[Tag]) -> str:
    """Return the Jinja source of a part with these tags in their order; its tree is changed."""
    for tag in reversed(tags):  # the offsets of the tags before stay valid
        replaced = replaced_element(tag)
        if replaced is not None:
            _replace(replaced, _jinja(tag))
        elif not isinstance(tag.block, AltText):
            _gather(tag.block, tag)
    return etree.tostring(root, encoding="unicode")


def _jinja(tag: Tag) -> str:
    return Kind(tag.kind.value[:2]).written(tag.body)  # `{%p` and the like are not Jinja's


def _replace(element: etree._Element, text: str) -> None:
    """Replace an element by text; bookmarks that begin or end in it stay before the text."""
    for mark in list(element.iter(*_RANGE_MARKS)):
        mark.tail = None
        element.addprevious(mark)
    surround(element, text + (element.tail or ""), "")
    remove(element)


def _gather(block: TextBlock, tag: Tag) -> None:
    """Write a tag whole into the first of the texts over which it is spread."""
    first = block.index(tag.start)
    for index in range(first, block.index(tag.end - 1) + 1):
        element, offset = block.texts[index], block.offsets[index]
        start, end = max(0, tag.start - offset), tag.end - offset
        text = element.text or ""
        element.text = text[:start] + (_jinja(tag) if index == first else "") + text[end:]
        if element.tag == f"{W}t":
            element.set(_SPACE, "preserve")
