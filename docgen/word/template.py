"""Fills a Word template: its fields from a context, everything else untouched.

A template is checked and compiled once; a document is then its text put together, held
against XML's own rules, and packed with the template's other parts as they lie in its
file. A field must exist, every text is escaped, and no value can break a document or cut
it short.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import cast
from xml.parsers import expat

from lxml import etree

from docgen.fields import FieldTree
from docgen.findings import Finding
from docgen.template_check.checking import inspect
from docgen.template_check.package import Package, read_file
from docgen.template_check.tags import Tag
from docgen.word import messages_vi
from docgen.word.charts.data import Chart
from docgen.word.charts.packaging import ChartPackage, Charts
from docgen.word.charts.placing import marked, taken_out
from docgen.word.columns import mark_columns, spread_columns
from docgen.word.jinja import Context, Filler, Value
from docgen.word.shading import mark_cells, shade_cells, style_fills
from docgen.word.source import template_source
from docgen.word.xml_text import clean
from docgen.word.zip_writing import Entry, write_zip
from workbook.domain.errors import TemplateError

_STYLES = "word/styles.xml"
# Containers that Word wants to end with a paragraph.
_CLOSINGS = tuple(
    f"</w:{name}>" for name in ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote")
)
_ENDS_WITHOUT = re.compile(
    "(</w:tbl>|</w:tcPr>|<w:tcPr/>|<w:(?:tc|txbxContent|hdr|ftr|footnote|endnote)(?: [^>]*)?>)"
    f"(?={'|'.join(_CLOSINGS)})"
)
_NO_ROWS = "</w:tblGrid></w:tbl>"
_WITHOUT_ROWS = re.compile(f"<w:tbl>(?:(?!<w:tbl>).)*?{_NO_ROWS}", re.DOTALL)


class FaultyTemplateError(TemplateError):
    """A template with faults; `faults` are all of them, `str()` lists them for people."""

    def __init__(self, name: str, faults: tuple[Finding, ...]) -> None:
        super().__init__(messages_vi.faulty(name, [one.message for one in faults]))
        self.faults = faults


def printable(value: Value) -> Value:
    """Replace characters that no Word file can hold by a space, in every text."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Chart):
        return value  # its texts are cleaned where they are written
    if isinstance(value, list):
        return [printable(one) for one in value]
    return {key: printable(one) for key, one in value.items()}


class _Part(Filler):
    """A part with tags; knows which of Word's containers it holds."""

    def __init__(self, root: etree._Element, tags: list[Tag], name: str) -> None:
        places = marked(tags)
        source, self.drawings = taken_out(template_source(root, tags), places)
        super().__init__(source, name)
        self._closings = [(one, f"</w:p>{one}") for one in _CLOSINGS if one in source]

    def complete(self, filled: str) -> str:
        """Give what the template has emptied the paragraph that Word asks for."""
        if _NO_ROWS in filled:
            filled = _WITHOUT_ROWS.sub("", filled)
        if any(filled.count(closing) != filled.count(usual) for closing, usual in self._closings):
            return _ENDS_WITHOUT.sub(r"\1<w:p/>", filled)
        return filled


# The parts that are written anew, and those that are added.
_Filled = tuple[dict[str, bytes], list[Entry]]


class WordTemplate:
    """A template read, checked and compiled once; fills any number of documents.

    Args:
        path: the .docx.
        fields: what it may be filled with; None leaves that to the filling.
        content: the file's bytes, where they are already read.

    Raises:
        FaultyTemplateError: the template has faults; all of them are listed.
        TemplateError: the file is missing or no Word file.
    """

    def __init__(
        self, path: Path, fields: FieldTree | None = None, content: bytes | None = None
    ) -> None:
        self._name = path.name
        package = Package(path.name, read_file(path) if content is None else content)
        inspection = inspect(package, fields)
        faults = tuple(one for one in inspection.findings if one.blocks)
        if faults:
            raise FaultyTemplateError(path.name, faults)
        self._fills = style_fills(package.roots.get(_STYLES))
        self._parts: dict[str, _Part] = {}
        for name, tags in inspection.tags.items():
            if tags:
                root = inspection.roots[name]
                mark_cells(root, self._fills)
                mark_columns(root, tags)
                self._parts[name] = _Part(root, tags, path.name)
        drawings = {name: one.drawings for name, one in self._parts.items() if one.drawings}
        self._package = ChartPackage(package, drawings)

    def render(self, context: Context) -> bytes:
        """Return the filled document.

        Raises:
            TemplateError: the template asks for a field that is not there.
        """
        try:
            filled, charts = self._filled(context)
        except (expat.ExpatError, UnicodeEncodeError):
            filled, charts = self._cleaned(context)
        entries = [
            Entry.packed(one.name, filled[one.name]) if one.name in filled else one
            for one in self._package.entries
        ]
        return write_zip([*entries, *charts])

    def _cleaned(self, context: Context) -> _Filled:
        """Fill once more, without the characters that XML cannot hold."""
        try:
            return self._filled(cast(Context, printable(context)))
        except (expat.ExpatError, UnicodeEncodeError) as fault:
            raise TemplateError(messages_vi.misplaced(self._name)) from fault

    def _filled(self, context: Context) -> _Filled:
        charts = Charts(self._package)
        filled = {}
        for name, part in self._parts.items():
            text = part.fill(context, charts.into(name, part.drawings))
            text = part.complete(shade_cells(text, self._fills))
            filled[name] = spread_columns(_well_formed(text))
        return filled | charts.lists(), charts.entries


def load_template(path: Path, fields: FieldTree | None = None) -> WordTemplate:
    """Return the template at a path, as it is now; compiled anew only when it has changed.

    Raises:
        TemplateError: as `WordTemplate`.
    """
    return _compiled(path, fields, read_file(path))


_compiled = lru_cache(maxsize=8)(WordTemplate)


def _well_formed(filled: str) -> bytes:
    """Encode a part and hold it against XML's rules.

    Raises:
        UnicodeEncodeError, xml.parsers.expat.ExpatError: it is no XML.
    """
    content = filled.encode()
    expat.ParserCreate().Parse(content, True)
    return content
