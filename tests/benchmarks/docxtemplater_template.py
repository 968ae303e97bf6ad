"""Writes the Báo cáo's template and data in the language of docxtemplater, for comparison.

Its tags are `{name}`, `{#list}…{/}` and `{^empty}…{/}`; it knows no comparisons without a
further library, so that the data get a flag for each. What asks for the first turn of a
loop is left out.
"""

from __future__ import annotations

import copy
import re
import zipfile
from pathlib import Path

from lxml import etree

from docgen.template_check.chart_parts import AltText
from docgen.template_check.tags import Kind, Tag, W
from docgen.word.charts.data import Chart
from tests.docgen.declared import Value

_EQUAL = re.compile(r'(\w+)\.(\w+) == "(\w+)"')


def with_flags(value: Value) -> object:
    """Give every group a flag for each question that the template asks."""
    if isinstance(value, str | Chart):
        return str(value)
    if isinstance(value, list):
        return [with_flags(one) for one in value]
    flags: dict[str, object] = {f"co_{key}": bool(one) for key, one in value.items()}
    if "nhom" in value:
        flags[f"nhom_{value['nhom']}"] = True
    return {key: with_flags(one) for key, one in value.items()} | flags


class _Translation:
    """The open blocks while the tags of a part are rewritten in their order."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def words(self, tag: Tag) -> list[str]:
        """Return a tag in the other language; one that ends and begins is two."""
        command, _, rest = tag.body.partition(" ")
        if tag.kind is Kind.PRINT:
            return ["{" + ("." if tag.body in self._open else tag.body.rpartition(".")[2]) + "}"]
        if command == "for":
            variable, _, source = rest.partition(" in ")
            self._open.append(variable)
            return ["{#" + source.rpartition(".")[2] + "}"]
        if command in ("endfor", "endif"):
            return [] if self._open.pop() == "loop" else ["{/}"]
        return self._choice(command, rest)

    def _choice(self, command: str, rest: str) -> list[str]:
        if command == "if":
            self._open.append("loop" if "loop." in rest else _flag(rest))
        if self._open[-1] == "loop":
            return []
        if command == "if":
            return ["{#" + self._open[-1] + "}"]
        if command == "else":
            before = self._open[-1]
            return ["{/}", "{#nhom_khac}" if before.startswith("nhom_") else "{^" + before + "}"]
        self._open[-1] = _flag(rest)
        return ["{/}", "{#" + self._open[-1] + "}"]


def _flag(condition: str) -> str:
    equal = _EQUAL.fullmatch(condition)
    return f"{equal[2]}_{equal[3]}" if equal else f"co_{condition.rpartition('.')[2]}"


def write(ours: Path, theirs: Path) -> None:
    """Rewrite a template of ours."""
    from docgen.template_check.checking import Inspection
    from docgen.template_check.package import Package

    package = Package(ours.name, ours.read_bytes())
    parts = dict(package.parts)
    for name, tags in Inspection(package, None).tags.items():
        translation = _Translation()
        written = [one for one in tags if not isinstance(one.block, AltText)]
        for tag, anchor in [(one, one.anchor) for one in written]:
            _rewrite(tag, anchor, translation.words(tag))
        root = package.roots[name]
        _hide_spaces(root)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(theirs, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _rewrite(tag: Tag, anchor: etree._Element, words: list[str]) -> None:
    if tag.kind is Kind.ROW:
        _move_into_row_beside(tag, words[0])
        return
    if len(words) > 1 and tag.kind is Kind.PARAGRAPH:
        ending = copy.deepcopy(tag.block.element)
        for text in ending.iter(f"{W}t"):
            text.text = words[0]
        tag.block.element.addprevious(ending)
        words = words[1:]
    anchor.text = (anchor.text or "").replace(tag.text, "".join(words), 1)


def _move_into_row_beside(tag: Tag, word: str) -> None:
    """Its loops over rows begin and end in rows that stay."""
    row = next(tag.block.element.iterancestors(f"{W}tr"))
    opens = word.startswith("{#")
    beside, parent = row.getnext() if opens else row.getprevious(), row.getparent()
    assert beside is not None
    assert parent is not None
    paragraphs = list(beside.iter(f"{W}p"))
    texts = list((paragraphs[0] if opens else paragraphs[-1]).iter(f"{W}t"))
    place = texts[0] if opens else texts[-1]
    place.text = word + (place.text or "") if opens else (place.text or "") + word
    parent.remove(row)


def _hide_spaces(root: etree._Element) -> None:
    for element in root.iter(f"{W}t"):
        if not any(str(key).endswith("space") for key in element.attrib):
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
