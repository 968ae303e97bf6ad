"""Fills a Word template: its fields from a context, everything else untouched.

python-docx opens a template once and saves every document; Jinja, compiled once, fills the
parts that hold tags. A field must exist, every text is escaped, and no value can break a
document or cut it short.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import cast

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from docgen.fields import FieldTree
from docgen.findings import Finding
from docgen.template_check.checking import Inspection
from docgen.template_check.package import Package, read_file
from docgen.template_check.tags import Tag
from docgen.word import package, tables
from docgen.word.charts.filling import ChartDrawings
from docgen.word.jinja import PartTemplate, TemplateLanguage, template_source
from workbook.domain.errors import TemplateError

_MOST_SHOWN = 8  # faults of a template in one message
_LONGEST_PROPERTY = 255  # characters
# What python-docx and lxml raise over a file that no check foresees.
_RAISED = (
    PythonDocxError, OpcError, etree.LxmlError, LookupError, ValueError, TypeError,
    AttributeError, StopIteration,
)  # fmt: skip
_UNUSABLE = (
    "Mẫu “{name}” có phần mà chương trình không mở hoặc không điền được. Hãy mở mẫu bằng Word, lưu"
    " lại rồi thử lại, hoặc dùng lại mẫu gốc đi kèm chương trình."
)
_PROPERTIES = {"category", "content_status"}  # that say of a document what it is


class FaultyTemplateError(TemplateError):
    """A template with faults; `faults` are all of them, `str()` lists them for people."""

    def __init__(self, name: str, faults: tuple[Finding, ...]) -> None:
        shown = [f"- {fault.message}" for fault in faults[:_MOST_SHOWN]]
        if more := len(faults) - len(shown):
            shown.append(f"… và {more} lỗi khác, xem bằng lệnh “so-chi-tieu kiem-mau”.")
        head = f"Mẫu “{name}” có {len(faults)} lỗi, chưa dùng được. Hãy sửa trong Word:"
        super().__init__("\n".join([head, *shown]))
        self.faults = faults


class WordTemplate:
    """A template checked, opened and compiled once; fills any number of documents.

    One document at a time: its parts stand in the opened package until it is saved. `fields` is
    what it may be filled with, None leaves that to the filling; `content` are the file's bytes,
    where they are already read. TemplateError: it is missing, no Word file, or faulty.
    """

    def __init__(
        self, path: Path, fields: FieldTree | None = None, content: bytes | None = None
    ) -> None:
        self._name = path.name
        template = Package(path.name, read_file(path) if content is None else content)
        inspection = Inspection(template, fields)
        faults = tuple(finding for finding in inspection.findings if finding.blocks)
        if faults:
            raise FaultyTemplateError(path.name, faults)
        self._drawings = ChartDrawings()
        self._language = TemplateLanguage(self._drawings.draw)
        with _of_foreign_file(path.name):
            self._document = package.open_document(template)
            self._parts = package.xml_parts(self._document)
            self._shadings = tables.shadings_of(self._document)
            # Parts without tags are put into each document anew too: their ids are renewed there.
            self._templates = {
                name: self._compiled(template.roots[name], tags, self._parts[name])
                for name, tags in inspection.tags.items()
                if name in self._parts
            }

    def render(
        self, context: Mapping[str, object], properties: Mapping[str, str] | None = None
    ) -> bytes:
        """Return the filled document as a .docx file's content; equal input, equal bytes.

        `properties`: core properties by python-docx's names (`category`), at most 255 characters.
        TemplateError: the template asks for a field that is not there.
        """
        try:
            with _of_foreign_file(self._name):
                self._place(context)
                self._set_properties(properties or {})
                return package.save_document(self._document)
        finally:
            self._drawings.clear()

    def _compiled(self, root: etree._Element, tags: list[Tag], part: XmlPart) -> PartTemplate:
        package.clean(part, root)
        self._drawings.take_from(part, root, tags)
        tables.note_columns(root, tags)
        return PartTemplate(template_source(root, tags), self._name, self._language)

    def _place(self, context: Mapping[str, object]) -> None:
        """Put the filled parts into the package, each of them whole for Word."""
        for name, part_template in self._templates.items():
            root = part_template.fill(context)
            tables.shade_cells(root, self._shadings)
            tables.spread_columns(root)
            package.end_with_paragraphs(root)
            # python-docx has no call for it; moving the children over takes half of all time.
            self._parts[name]._element = cast(BaseOxmlElement, root)
        for part in self._parts.values():
            if note := package.NOTES.get(part.content_type):
                package.repeat_notes(self._document.part.element, part.element, note)
        package.renew_ids(part.element for part in self._parts.values())

    def _set_properties(self, properties: Mapping[str, str]) -> None:
        core = self._document.core_properties
        for name in sorted(_PROPERTIES | properties.keys()):
            setattr(core, name, properties.get(name, ""))
        if core.last_modified_by:
            # Not whoever edited the template; python-docx takes as many characters and no more.
            core.last_modified_by = core.author[:_LONGEST_PROPERTY]


@contextmanager
def _of_foreign_file(name: str) -> Iterator[None]:
    try:
        yield
    except _RAISED as error:
        raise TemplateError(_UNUSABLE.format(name=name)) from error


def load_template(path: Path, fields: FieldTree | None = None) -> WordTemplate:
    """Return the template at a path, as it is now; compiled anew only when it has changed."""
    return _load(path, fields, read_file(path))


_load = lru_cache(maxsize=8)(WordTemplate)
