"""Finds all that is wrong with a template in one reading, each with its location and remedy.

Nothing is rendered for it: the parts are read, their tags understood, their fields
looked up in what the product declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree

from docgen.fields import FieldTree, plain
from docgen.findings import Finding, FindingKind
from docgen.template_check import catalogue_vi, nesting, tags
from docgen.template_check.catalogue_vi import found, shorten
from docgen.template_check.chart_parts import AltText, alt_texts
from docgen.template_check.grammar import NotAllowed, statement
from docgen.template_check.package import Package, read_file
from docgen.template_check.safety import package_findings
from docgen.template_check.scopes import Scopes
from docgen.template_check.tags import COMMANDS, NAMESPACES, OPENING, Kind, Tag, TextBlock, text_of
from workbook.domain.listing_vi import counted, listed

MOST_TAGS = 2000
_EXAMPLES = {"for": "for dong in danh_sach", "if": "if ten_o", "elif": "elif ten_o"}
_ONE_SIGN = re.compile("(?<![=!<>])=(?![=>])")
_WHOLE = re.compile(r"\{[{%#].*?[}%#]\}")
_VARIABLE = re.compile(r"\bfor\s+(\w+)\s+in\b")
# What is gone, and which paragraphs are one, when all tracked changes are accepted.
_DELETED = etree.XPath(
    "ancestor::w:del | ancestor::w:moveFrom | ancestor::w:tr[w:trPr/w:del] "
    "| ancestor::w:tc[w:tcPr/w:cellDel]",
    namespaces=NAMESPACES,
)
_JOINED = etree.XPath(
    "ancestor::w:p[1][w:pPr/w:rPr[w:del or w:moveFrom]][following-sibling::*[1][self::w:p]] "
    "| ancestor::w:p[1]/preceding-sibling::*[1][self::w:p][w:pPr/w:rPr[w:del or w:moveFrom]]"
    "[.//*[local-name()='r'][not(ancestor::w:del or ancestor::w:moveFrom)]]",
    namespaces=NAMESPACES,
)


def check_template(path: Path, fields: FieldTree) -> tuple[Finding, ...]:
    """Return all that is found in a template; `TemplateError`: it is no Word file at all."""
    return Inspection(Package(path.name, read_file(path)), fields).findings


class Inspection:
    """A template, read: what is found in it, and the tags of every part that can have any.

    Without a field tree only its tags and its safety are checked.
    """

    def __init__(self, package: Package, fields: FieldTree | None) -> None:
        self._package = package
        self._fields = {field.name for field in fields.root.fields} if fields else set()
        parts = package.fillable.items()
        texts = {name: tags.blocks(package.roots[name], part) for name, part in parts}
        words = "\n".join(block.text for blocks in texts.values() for block in blocks)
        words = words.translate(tags.NARROW)
        # Of fields and of the variables of loops.
        self._names = {field.name for _, field in fields.root.paths()} if fields else set()
        self._names |= set(_VARIABLE.findall(words))
        self._properties = nesting.Properties(package)
        self._scopes = Scopes(fields, self._report, self._names) if fields else None
        self._findings = list(package_findings(package))
        self.tags: dict[str, list[Tag]] = {}
        self._read_parts(texts, words)
        self.findings = tuple(dict.fromkeys(self._findings))  # text boxes stand in the file twice

    def _read_parts(self, texts: Mapping[str, list[TextBlock]], words: str) -> None:
        number = max(len(mark.findall(words)) for mark in (OPENING, tags.CLOSING, tags.BRACKETED))
        if number > MOST_TAGS:
            facts = {"number": str(number), "limit": str(MOST_TAGS)}
            self._findings.append(catalogue_vi.of_file(catalogue_vi.TOO_MANY, **facts))
            return
        self.tags = {name: self._read(name, blocks) for name, blocks in texts.items()}
        if self._scopes:
            self._findings += self._scopes.finish()

    def _report(self, tag: Tag, kind: FindingKind, **facts: str) -> None:
        """Note a finding on a tag, with its location and the words around it."""
        facts = {"tag": tag.text, **facts}
        shown = tag.block.excerpt(tag.start, tag.end)
        self._findings.append(found(kind, tag.block.location, shown, **facts))

    def _read(self, name: str, blocks: list[TextBlock]) -> list[Tag]:
        """Check a part, and return its tags in their order."""
        root, part = self._package.roots[name], self._package.fillable[name]
        charts = list(alt_texts(self._package, name, part))
        order = {element: place for place, element in enumerate(root.iter("*"))}
        read = [tag for block in blocks for tag in self._tags(block)]
        read += [tag for block in charts for tag in self._of_chart(block)]
        read.sort(key=lambda tag: (order[tag.anchor], tag.start))
        nested = nesting.Nesting(self._report)
        for tag in read:
            self._check(tag, nested)
        nested.finish()
        gone = nesting.taken_along(read, self._properties, self._report)
        for paragraph in nesting.counted_on(order, gone, nested.repeated, self._properties):
            where = TextBlock(paragraph, part).location
            words = shorten(text_of(paragraph))
            self._findings.append(found(catalogue_vi.NUMBERED_LOOP, where, words))
        texts = {text for block in blocks for text in block.texts if len(text) == 0}
        for words, deleted in tags.elsewhere(root, texts, {block.properties for block in charts}):
            kind = catalogue_vi.TRACKED if deleted else catalogue_vi.TAG_ELSEWHERE
            where = catalogue_vi.in_part(part, catalogue_vi.PARAGRAPH)
            said = "”, “".join(_WHOLE.findall(words)) or words
            self._findings.append(found(kind, where, shorten(words), tag=said))
        return read

    def _tags(self, block: TextBlock) -> Iterator[Tag]:
        for tag in tags.tags_in(block, self._report, self._meaning):
            gone = _DELETED(tag.anchor)
            if gone or (tag.kind not in (Kind.PRINT, Kind.INLINE) and _JOINED(tag.anchor)):
                self._report(tag, catalogue_vi.TRACKED)
            if len(tag.fields) > 1:
                self._report(tag, catalogue_vi.TAG_ELSEWHERE)
            if not gone:
                yield tag

    def _meaning(self, words: str) -> tuple[Kind, str] | None:
        """Return the tag that is meant by words in brackets: a command, a field that is known."""
        holder, _, rest = words.partition(" ")
        kind, said = (tags.PLACES[holder], rest) if holder in tags.PLACES else (Kind.INLINE, words)
        first, gap, rest = said.partition(" ")
        if command := tags.likely_word(first, COMMANDS):
            return kind, f"{command}{gap}{rest}"
        name = plain(words)
        return (Kind.PRINT, name) if name.rpartition(".")[2] in self._names else None

    def _of_chart(self, block: AltText) -> Iterator[Tag]:
        """Yield the one tag that links a chart to its data, if it is to be filled at all."""
        read = list(self._tags(block))
        words = block.text.strip()
        if read != [tag for tag in read if tag.kind is Kind.PRINT and tag.text == words]:
            self._report(read[0], catalogue_vi.ALT_TEXT)
        elif read and block.root is None:
            self._report(read[0], catalogue_vi.CHART_KIND)
        elif not block.text and self._scopes and self._scopes.charts:
            name = block.properties.get("name", "")
            self._findings.append(found(catalogue_vi.UNBOUND_CHART, block.location, name))
        else:
            yield from read

    def _check(self, tag: Tag, nested: nesting.Nesting) -> None:
        """Check what a tag says, the fields it asks, and its place among the others."""
        command = tag.command
        if tag.kind is not Kind.PRINT and command not in COMMANDS:
            command = tags.likely_word(command, COMMANDS, 0.6)
        block = nesting.Block(tag, command)
        try:
            if OPENING.match(tag.text) and (strange := tags.strange_in(tag.text)):
                raise NotAllowed(catalogue_vi.STRANGE_SIGN, characters=strange)
            if command != tag.command:
                raise NotAllowed(catalogue_vi.UNKNOWN_COMMAND, word=tag.command)
            block.statement = statement(command, tag.body)
        except NotAllowed as error:
            calculates = error.kind is not catalogue_vi.NOT_ALLOWED or not self._joined(tag)
            kind = error.kind if calculates else catalogue_vi.UNREADABLE
            self._report(tag, kind, **{"hint": self._hint(tag, command), **error.facts})
        if self._scopes:
            self._scopes.check(block, nested.loops)
        if command in COMMANDS:
            nested.step(block)

    def _joined(self, tag: Tag) -> str:
        """Return the field whose name was typed with dashes or gaps in it, "" for none."""
        name = re.sub(r"\W+", "_", plain(tag.body))
        return name if tag.kind is Kind.PRINT and name in self._fields else ""

    def _hint(self, tag: Tag, command: str) -> str:
        """Return what was most likely meant by a tag that cannot be read."""
        if tag.kind is Kind.PRINT:
            if right := tags.retyped(tag.body):
                return catalogue_vi.WRITE_AS.format(right=tag.kind.written(right))
            if joined := self._joined(tag):
                return catalogue_vi.DID_YOU_MEAN.format(path=joined)
            return catalogue_vi.SEE_TAGS
        if not command:
            is_mark = tag.command.lower() in ("p", "tr", "tc", "r")
            return catalogue_vi.KINDS_OF_TAGS if is_mark else catalogue_vi.COMMANDS
        rest = tag.body.partition(" ")[2]
        if "=" in rest and (right := _ONE_SIGN.sub("==", rest)) != rest:
            return catalogue_vi.TWO_SIGNS.format(right=tag.kind.written(f"{command} {right}"))
        right = f"{command} {tags.retyped(rest) or rest}" if command in _EXAMPLES else command
        if command in _EXAMPLES and right in (tag.body, f"{command} "):
            return catalogue_vi.LIKE.format(example=tag.kind.written(_EXAMPLES[command]))
        return catalogue_vi.WRITE_AS.format(right=tag.kind.written(right))


def findings_text(name: str, findings: Sequence[Finding]) -> str:
    """List findings by weight, each with its code, and sum them up."""
    counts, summary = counted(findings), "không có lỗi, dùng được."
    if any(finding.blocks for finding in findings):
        summary = f"{counts}. Cần sửa các lỗi trước khi dùng mẫu."
    elif counts:
        summary = f"{counts}; không có lỗi nào, dùng được."
    return listed(findings, f"Mẫu “{name}”: {summary}")


def findings_json(findings: Iterable[Finding]) -> dict[str, object]:
    """Return findings as plain data, in their order."""
    return {"faults": [
        {"code": finding.code, "severity": finding.severity.key, "place": finding.location,
         "words": finding.excerpt, "message": finding.message}
        for finding in findings
    ]}  # fmt: skip
