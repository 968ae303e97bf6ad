"""A macro workbook as Excel finds it: read from the bytes of its package, part by part."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
from openpyxl.workbook import Workbook
from pyopenvba.cfb import CFB
from pyopenvba.vba import parse_vba_project

PROJECT_PART = "xl/vbaProject.bin"
WORKBOOK_PART = "xl/workbook.xml"

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_VML = "{urn:schemas-microsoft-com:vml}"

# Excel knows by these what a document module is the code of.
_DOCUMENTS = {
    "{00020819-0000-0000-C000-000000000046}": "workbook",
    "{00020820-0000-0000-C000-000000000046}": "sheet",
}
_BASE = re.compile(r'^Attribute VB_Base = "0(\{.*\})"$', re.MULTILINE)
_THIS_WORKBOOK = "[0]!"


@dataclass(frozen=True)
class Relation:
    """What a part points to; `target` is a name within the package."""

    id: str
    type: str
    target: str


@dataclass(frozen=True)
class Sheet:
    """A sheet; `state` is "visible", "hidden" or "veryHidden", `code_name` may be ""."""

    name: str
    state: str
    code_name: str
    part: str


@dataclass(frozen=True)
class FormButton:
    """A form button with the sub that a click calls."""

    sheet: str
    caption: str
    macro: str
    tip: str


@dataclass(frozen=True)
class Module:
    """A VBA module; `kind` is "standard", "workbook", "sheet" or "class"."""

    name: str
    kind: str
    source: str


class Package:
    """The parts of a macro workbook, and what they say."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        with ZipFile(io.BytesIO(content)) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}

    def xml(self, part: str) -> ElementTree.Element:
        """Return a part, parsed."""
        return ElementTree.fromstring(self.parts[part])

    def relations(self, part: str) -> list[Relation]:
        """Return what a part points to; "" is the package itself."""
        folder, name = posixpath.split(part)
        file = posixpath.join(folder, "_rels", f"{name}.rels")
        if file not in self.parts:
            return []
        return [
            Relation(
                one.attrib["Id"],
                one.attrib["Type"],
                posixpath.normpath(posixpath.join("/", folder, one.attrib["Target"]))[1:],
            )
            for one in self.xml(file).iter(f"{_PACKAGE}Relationship")
        ]

    @cached_property
    def book_code_name(self) -> str:
        """The code name of the workbook, "" where it has none."""
        found = self.xml(WORKBOOK_PART).find(f"{_MAIN}workbookPr")
        return "" if found is None else found.get("codeName", "")

    @cached_property
    def sheets(self) -> list[Sheet]:
        """All sheets in the order of their tabs."""
        targets = {one.id: one.target for one in self.relations(WORKBOOK_PART)}
        return [
            Sheet(one.attrib["name"], one.get("state", "visible"), self._code_name(part), part)
            for one in self.xml(WORKBOOK_PART).iter(f"{_MAIN}sheet")
            for part in [targets[one.attrib[f"{_RELATION}id"]]]
        ]

    def _code_name(self, part: str) -> str:
        found = self.xml(part).find(f"{_MAIN}sheetPr")
        return "" if found is None else found.get("codeName", "")

    @cached_property
    def names(self) -> dict[str, str]:
        """The defined names of the whole workbook with what they refer to."""
        return {
            one.attrib["name"]: one.text or ""
            for one in self.xml(WORKBOOK_PART).iter(f"{_MAIN}definedName")
            if "localSheetId" not in one.attrib
        }

    @cached_property
    def buttons(self) -> list[FormButton]:
        """All form buttons, sheet by sheet in the order in which they were drawn."""
        return [button for sheet in self.sheets for button in self._buttons_of(sheet)]

    def _buttons_of(self, sheet: Sheet) -> Iterator[FormButton]:
        targets = {one.id: one.target for one in self.relations(sheet.part)}
        for drawing in self.xml(sheet.part).iter(f"{_MAIN}legacyDrawing"):
            for shape in self.xml(targets[drawing.attrib[f"{_RELATION}id"]]).iter(f"{_VML}shape"):
                data = shape.find(f"{_EXCEL}ClientData")
                if data is not None and data.get("ObjectType") == "Button":
                    box = shape.find(f"{_VML}textbox")
                    yield FormButton(
                        sheet.name,
                        "" if box is None else "".join(box.itertext()),
                        (data.findtext(f"{_EXCEL}FmlaMacro") or "").removeprefix(_THIS_WORKBOOK),
                        shape.get("alt", ""),
                    )

    @cached_property
    def project(self) -> CFB:
        """The VBA project's own file system."""
        return CFB.from_bytes(self.parts[PROJECT_PART])

    @cached_property
    def modules(self) -> list[Module]:
        """All modules in the order of the project; their lines end as in Python."""
        return [
            Module(one.name, _kind(one.kind.name, source), source)
            for one in parse_vba_project(self.project).modules
            for source in [one.source.replace("\r\n", "\n")]
        ]

    @property
    def standard_modules(self) -> dict[str, str]:
        """The modules that hold code of ours, name -> source."""
        return {one.name: one.source for one in self.modules if one.kind == "standard"}

    @cached_property
    def cells(self) -> Workbook:
        """The cells as openpyxl reads them."""
        return openpyxl.load_workbook(io.BytesIO(self.content), read_only=True)

    def column_pairs(self, sheet: str) -> dict[str, str]:
        """Return columns A and B of a sheet: a key in each row and its text."""
        rows = self.cells[sheet].iter_rows(max_col=2, values_only=True)
        return {str(key): str(text or "") for key, text in rows if key is not None}


def _kind(declared: str, source: str) -> str:
    if declared == "standard":
        return declared
    base = _BASE.search(source)
    return _DOCUMENTS.get(base[1], "class") if base else "class"


def with_parts(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return a package with other contents of some of its parts."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(made, "w") as new:
        assert set(changed) <= set(old.namelist()), "a part that is changed must be there"
        for info in old.infolist():
            new.writestr(info, changed.get(info.filename, old.read(info)))
    return made.getvalue()


def replaced(content: bytes, part: str, old: str, new: str) -> bytes:
    """Return a package with one piece of the text of a part replaced, wherever it stands."""
    text = Package(content).parts[part].decode()
    assert old in text, f"{part} does not hold {old!r}"
    return with_parts(content, {part: text.replace(old, new).encode()})
