"""Finds all that is wrong with a template in one reading, each with its location and remedy.

Nothing is rendered for it: the parts are read, their tags understood, their fields
looked up in what the product declares.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from docgen.fields import FieldTree, plain
from docgen.findings import Finding, FindingKind
from docgen.template_check import catalogue_vi, tags, words_vi
from docgen.template_check.catalogue_vi import found
from docgen.template_check.chart_parts import AltText, alt_texts
from docgen.template_check.grammar import Refused, Statement, statement
from docgen.template_check.nesting import Block, Nesting, taken_along
from docgen.template_check.package import Package, read_package
from docgen.template_check.repeating import Properties, counted_on, lost_breaks, move_break
from docgen.template_check.safety import package_findings
from docgen.template_check.scopes import Scopes
from docgen.template_check.tags import OPENING, Kind, Tag, TextBlock, W, text_of
from docgen.template_check.typing_vi import likely_word, retyped

MOST_TAGS = 2000
_COMMANDS = ("for", "if", "elif", "else", "endfor", "endif")
_ALONE = ("else", "endfor", "endif")


class Inspection(NamedTuple):
    """A template, read: what is found in it, and the tags of every part that can have any."""

    findings: tuple[Finding, ...]
    tags: dict[str, list[Tag]]


def check_template(path: Path, fields: FieldTree) -> tuple[Finding, ...]:
    """Return all that is wrong with a template, then what only has to be known of it.

    Raises:
        TemplateError: the file is missing, cannot be read, or is no Word file at all.
    """
    return inspect(read_package(path), fields).findings


def inspect(package: Package, fields: FieldTree | None) -> Inspection:
    """Read a template; without a field tree only its tags and its safety are checked."""
    findings = list(package_findings(package))
    texts = {
        name: tags.blocks(package.roots[name], part)
        for name, part in package.fillable.items()
        if name in package.roots
    }
    all_texts = [block.text for part in texts.values() for block in part]
    number = max(
        sum(len(mark.findall(text)) for text in all_texts) for mark in (OPENING, tags.CLOSING)
    )
    if number > MOST_TAGS:
        facts = {"number": str(number), "limit": str(MOST_TAGS)}
        findings.append(found(catalogue_vi.TOO_MANY, words_vi.FILE, **facts))
        return Inspection(tuple(findings), {})
    walk = _Walk(package, fields, findings)
    read = {name: walk.read(name, inside) for name, inside in texts.items()}
    if walk.scopes:
        findings += walk.scopes.finish()
    return Inspection(tuple(dict.fromkeys(findings)), read)  # text boxes stand in the file twice


class _Walk:
    """The parts of a template on their way through the check."""

    def __init__(self, package: Package, fields: FieldTree | None, findings: list[Finding]) -> None:
        self._package = package
        self._fields = fields
        self._names = {field.name for _, field in fields.paths()} if fields else set()
        self._findings = findings
        self._properties = Properties(package)
        self.scopes = Scopes(fields, self._report) if fields else None

    def _report(self, tag: Tag, kind: FindingKind, **facts: str) -> None:
        self._findings.append(tag.finding(kind, **facts))

    def read(self, name: str, texts: list[TextBlock]) -> list[Tag]:
        """Check a part, and return its tags in their order."""
        root, part = self._package.roots[name], self._package.fillable[name]
        order = {element: place for place, element in enumerate(root.iter("*"))}
        alternative = list(alt_texts(self._package, name, part))
        read = [tag for block in texts for tag in self._tags(block)]
        read += [tag for block in alternative for tag in self._of_chart(block)]
        read.sort(key=lambda tag: (order[tag.anchor], tag.start))
        nesting = Nesting(self._report)
        for tag in read:
            self._check(tag, nesting)
        nesting.finish()
        gone = self._check_breaks(read)
        if nesting.repeated:
            loops = [(order[begin.anchor], order[end.anchor]) for begin, end in nesting.repeated]
            staying = (
                (order[paragraph], paragraph)
                for paragraph in root.iter(f"{W}p")
                if paragraph not in gone
                and gone.isdisjoint(paragraph.iterancestors(f"{W}tc", f"{W}tr"))
            )
            for paragraph in counted_on(staying, loops, self._properties):
                where, words = (
                    TextBlock(paragraph, part).location,
                    words_vi.shorten(text_of(paragraph)),
                )
                self._findings.append(found(catalogue_vi.NUMBERED_LOOP, where, words))
        for text, removed in tags.elsewhere(
            root, part, [block.properties for block in alternative]
        ):
            if OPENING.search(text):
                kind = catalogue_vi.TRACKED if removed else catalogue_vi.TAG_ELSEWHERE
                where = words_vi.in_part(part, words_vi.PARAGRAPH)
                self._findings.append(found(kind, where, words_vi.shorten(text), tag=text))
        return read

    def _tags(self, block: TextBlock) -> Iterator[Tag]:
        for tag in tags.tags_in(block, self._report):
            if next(tag.anchor.iterancestors(f"{W}del", f"{W}moveFrom"), None) is not None:
                self._report(tag, catalogue_vi.TRACKED)
            else:
                yield tag
        for brace in tags.ONE_BRACE.finditer(block.text):
            if brace[1].rpartition(".")[2] in self._names:
                tag = Tag(Kind.PRINT, brace[1], block, *brace.span())
                self._report(tag, catalogue_vi.SINGLE_BRACE, right=tag.kind.written(tag.body))

    def _of_chart(self, block: AltText) -> Iterator[Tag]:
        """Yield the one tag that links a chart to its data, if it is to be filled at all."""
        read = list(self._tags(block))
        if read != [
            tag for tag in read if tag.kind is Kind.PRINT and tag.text == block.text.strip()
        ]:
            self._report(read[0], catalogue_vi.ALT_TEXT)
        elif read and block.root is None:
            self._report(read[0], catalogue_vi.CHART_KIND)
        else:
            yield from read

    def _check(self, tag: Tag, nesting: Nesting) -> None:
        """Check what a tag says, the fields it asks, and its place among the others."""
        command = "print" if tag.kind is Kind.PRINT else _command(tag)
        block = Block(tag, command)
        try:
            block.statement = _understood(tag)
        except Refused as refused:
            self._report(tag, refused.kind, **refused.facts | self._better_hint(tag, refused))
        if self.scopes and block.statement:
            block.item = self.scopes.item(tag, block.statement, nesting.loops)
        elif self.scopes:
            self.scopes.unknown = True
        if command in ("for", "if"):
            nesting.begin(block)
        elif command in _COMMANDS:
            nesting.step(tag, command)

    def _better_hint(self, tag: Tag, refused: Refused) -> dict[str, str]:
        """Say more of a tag that cannot be read, where more can be guessed."""
        if refused.facts.get("hint") != words_vi.SEE_TAGS:
            return {}
        if right := retyped(tag.body, _COMMANDS):
            return {"hint": words_vi.WRITE_AS.format(right=tag.kind.written(right))}
        if tag.kind is not Kind.PRINT and tag.command == "for":
            return {"hint": words_vi.LIKE.format(example=tag.kind.written("for dong in danh_sach"))}
        field = (
            self._fields.root.child(plain(tag.body))
            if self._fields and tag.kind is Kind.PRINT
            else None
        )
        return {"hint": words_vi.did_you_mean(field.name, "")} if field else {}

    def _check_breaks(self, read: list[Tag]) -> set[etree._Element]:
        """Report the breaks that go with the tags' paragraphs; return these, rows and cells."""
        taken = [(tag, element) for tag in read if (element := taken_along(tag)) is not None]
        gone = {element for _, element in taken}
        for tag, element in taken:
            following = element.getnext()
            if tag.kind is Kind.PARAGRAPH and following not in gone:
                move_break(element, following)
            for what, hint in lost_breaks(element, self._properties):
                self._report(tag, catalogue_vi.LOST_BREAK, what=what, hint=hint)
        return gone


def _command(tag: Tag) -> str:
    """Return the command that a tag has, or most likely was meant to have."""
    return tag.command if tag.command in _COMMANDS else likely_word(tag.command, _COMMANDS)


def _understood(tag: Tag) -> Statement:
    if tag.kind is Kind.PRINT:
        return statement("print", tag.body)
    if tag.command not in _COMMANDS:
        raise Refused(catalogue_vi.UNKNOWN_COMMAND, word=tag.command, hint=_hint(tag))
    if tag.command not in _ALONE:
        return statement(tag.command, tag.body)
    if tag.body != tag.command:
        right = tag.kind.written(tag.command)
        raise Refused(catalogue_vi.UNREADABLE, hint=words_vi.WRITE_AS.format(right=right))
    return Statement(tag.command)


def _hint(tag: Tag) -> str:
    if tag.command in ("p", "tr", "tc", "r"):
        return words_vi.KINDS
    near = _command(tag)
    if not near:
        return words_vi.COMMANDS
    rest = tag.body.partition(" ")[2]
    body = near if near in _ALONE else f"{near} {retyped(rest, ()) or rest}"
    return words_vi.WRITE_AS.format(right=tag.kind.written(body))
