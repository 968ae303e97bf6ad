"""A document taken apart: what a test does to it is what a person could do in Word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from docgen.form_check.opening import W as _W
from tests.docgen.form_check.writers import SPACES
from workbook.domain.text_vi import nfc

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

Edit = Callable[["Draft"], object]


class Draft:
    """A document taken apart into its XML parts; what else it holds is kept as it is."""

    def __init__(self, document: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            read = {name: archive.read(name) for name in archive.namelist()}
        self._others = {name: read[name] for name in read if not name.endswith((".xml", ".rels"))}
        self.parts = {
            name: etree.fromstring(content)
            for name, content in read.items()
            if name not in self._others
        }
        self.body = next(self.parts["word/document.xml"].iter(f"{_W}body"))

    def bytes(self) -> bytes:
        """Put the document together again."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, root in self.parts.items():
                archive.writestr(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
            for name, content in self._others.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    def find(self, start: str, part: str = "word/document.xml") -> etree._Element:
        """Return the first paragraph whose text begins so."""
        for one in self.parts[part].iter(f"{_W}p"):
            if _text(one).startswith(nfc(start)):
                return one
        raise AssertionError(f"no paragraph begins with {start!r}")

    def say(self, old: str, new: str, part: str = "word/document.xml") -> None:
        """Replace words wherever a run holds them; they must be there."""
        met = [one for one in self.parts[part].iter(f"{_W}t") if old in nfc(one.text or "")]
        assert met, f"nobody says {old!r}"
        for one in met:
            one.text = nfc(one.text or "").replace(old, new)

    def styled(self, style: str) -> list[etree._Element]:
        """Return the paragraphs of a style, by its id."""
        named = [one for one in self.body.iter(f"{_W}pStyle") if style in one.values()]
        return [next(one.iterancestors(f"{_W}p")) for one in named]

    def remove(self, gone: etree._Element) -> None:
        """Remove an element; a cell keeps an empty paragraph."""
        parent = _parent(gone)
        parent.remove(gone)
        if parent.tag == f"{_W}tc" and parent.find(f"{_W}p") is None:
            parent.append(element("<w:p/>"))

    def drop(self, *starts: str) -> None:
        """Remove paragraphs that begin so."""
        for start in starts:
            self.remove(self.find(start))

    def run(self, start: str, *properties: str, part: str = "word/document.xml") -> None:
        """Set properties of all runs of a paragraph directly (`<w:b/>`)."""
        for one in self.find(start, part).iter(f"{_W}r"):
            form(one, *properties)

    def stand(self, start: str, *properties: str, part: str = "word/document.xml") -> None:
        """Set properties of a paragraph directly (`<w:jc w:val="left"/>`)."""
        _set(self.find(start, part), "pPr", properties)

    def add_after(self, start: str, *xml: str) -> None:
        """Put paragraphs (or anything) below a paragraph."""
        for one in reversed(xml):
            self.find(start).addnext(element(one))

    def add_to(self, start: str, xml: str) -> None:
        """Put a run (or anything) at the end of a paragraph."""
        self.find(start).append(element(xml))

    def style(self, identifier: str, kind: str, *properties: str) -> None:
        """Change a style's own properties; `kind` is rPr or pPr."""
        for one in self.parts["word/styles.xml"].iter(f"{_W}style"):
            if one.get(f"{_W}styleId") == identifier:
                _set(one, kind, properties)

    def sections(self) -> list[etree._Element]:
        """Return the properties of all sections."""
        return list(self.body.iter(f"{_W}sectPr"))

    def page(self, number: int, name: str, **attributes: str) -> None:
        """Set attributes of an element of a section (`pgMar`, top="0")."""
        found = self.sections()[number].find(f"{_W}{name}")
        assert found is not None
        for key, value in attributes.items():
            found.set(f"{_W}{key}", value)

    def header(self, number: int = 0, kind: str = "default") -> str:
        """Return the name of a section's header part."""
        rels = self.parts["word/_rels/document.xml.rels"]
        for one in self.sections()[number].iter(f"{_W}headerReference"):
            if one.get(f"{_W}type") == kind:
                key = one.get(f"{{{_R}}}id")
                return "word/" + next(r.get("Target", "") for r in rels if r.get("Id") == key)
        raise AssertionError("no such header")

    def relate(self, name: str, kind: str, xml: str) -> str:
        """Add a part with a relation of the main part; return the relation's id."""
        key = f"rIdNew{len(self.parts)}"
        self.parts[f"word/{name}"] = element(xml)
        rels = self.parts["word/_rels/document.xml.rels"]
        rels.append(
            etree.fromstring(
                f'<Relationship xmlns="{_PACKAGE}" Id="{key}" Type="{_R}/{kind}" Target="{name}"/>'
            )
        )
        return key


def element(xml: str) -> etree._Element:
    """Parse a piece of WordprocessingML."""
    wrapped = etree.fromstring(f"<x {SPACES}>{xml}</x>")
    return wrapped[0]


def form(run: etree._Element, *properties: str) -> None:
    """Set properties of a run directly."""
    _set(run, "rPr", properties)


def _set(parent: etree._Element, name: str, properties: tuple[str, ...]) -> None:
    holder = parent.find(f"{_W}{name}")
    if holder is None:
        holder = element(f"<w:{name}/>")
        parent.insert(0, holder)
    for xml in properties:
        made_now = element(xml)
        old = holder.find(made_now.tag)
        if old is not None:
            for key, value in made_now.attrib.items():
                old.set(key, value)
        else:
            holder.append(made_now)


def _parent(one: etree._Element) -> etree._Element:
    return next(one.iterancestors())


def _text(one: etree._Element) -> str:
    return nfc(" ".join("".join(part.text or "" for part in one.iter(f"{_W}t")).split()))
