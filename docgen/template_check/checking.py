"""Finds all that is wrong with a template in one reading, each with its location and remedy.

Nothing is rendered for it: the parts are read, their tags understood, their fields
looked up in what the product declares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from docgen.fields import FieldTree
from docgen.findings import Finding
from docgen.template_check import catalogue_vi, words_vi
from docgen.template_check.catalogue_vi import found
from docgen.template_check.chart_parts import AltText, alt_texts
from docgen.template_check.grammar import Refused, Statement, commanded, printed
from docgen.template_check.nesting import Nesting, Open, taken_along
from docgen.template_check.package import Package, read_package
from docgen.template_check.parts import TextBlock, W, blocks, elsewhere, is_removed, text_of
from docgen.template_check.repeating import Properties, counted_on, lost_breaks, move_break
from docgen.template_check.safety import package_findings
from docgen.template_check.scopes import Scopes
from docgen.template_check.tags import CLOSING, OPENING, Kind, Tag, single_braces, tags
from docgen.template_check.typing_vi import likely_word, retyped

MOST_TAGS = 2000
_COMMANDS = ("for", "if", "elif", "else", "endfor", "endif")
_ALONE = ("else", "endfor", "endif")


@dataclass
class Inspection:
    """A template, read: what is found in it, and the tags of every part that has any."""

    findings: tuple[Finding, ...] = ()
    tags: dict[str, list[Tag]] = field(default_factory=dict)
    roots: dict[str, etree._Element] = field(default_factory=dict)


def check_template(path: Path, fields: FieldTree) -> tuple[Finding, ...]:
    """Return all that is wrong with a template, then what only has to be known of it.

    Raises:
        TemplateError: the file is missing, cannot be read, or is no Word file at all.
    """
    return inspect(read_package(path), fields).findings


def inspect(package: Package, fields: FieldTree | None) -> Inspection:
    """Read a template; without a field tree only its tags and its safety are checked."""
    findings = list(package_findings(package))
    made = Inspection()
    scopes = Scopes(fields, findings.append) if fields else None
    texts = {
        name: blocks(package.roots[name], part)
        for name, part in package.fillable.items()
        if name in package.roots
    }
    all_texts = [one.text for part in texts.values() for one in part]
    number = max(sum(len(mark.findall(one)) for one in all_texts) for mark in (OPENING, CLOSING))
    if number > MOST_TAGS:
        facts = {"number": str(number), "limit": str(MOST_TAGS)}
        made.findings = (*findings, found(catalogue_vi.TOO_MANY, words_vi.FILE, **facts))
        return made
    properties = Properties(package)
    for name, inside in texts.items():
        made.roots[name] = root = package.roots[name]
        part = package.fillable[name]
        reading = _Part(root, part, findings, scopes, properties)
        made.tags[name] = reading.read(inside, alt_texts(package, name, part))
    if fields and scopes:
        if scopes.lacks_content():
            document = words_vi.shorten(fields.title)
            findings.append(found(catalogue_vi.NO_OWN_FIELDS, words_vi.FILE, document=document))
        elif unused := scopes.unused():
            findings.append(found(catalogue_vi.UNUSED, words_vi.FILE, fields=", ".join(unused)))
    made.findings = tuple(dict.fromkeys(findings))  # text boxes stand in the file twice
    return made


class _Part:
    """One part on its way through the check."""

    def __init__(
        self,
        root: etree._Element,
        part: str,
        findings: list[Finding],
        scopes: Scopes | None,
        properties: Properties,
    ) -> None:
        self._root = root
        self._part = part
        self._report = findings.append
        self._scopes = scopes
        self._properties = properties
        self._nesting = Nesting(self._report)
        self._order = {one: place for place, one in enumerate(root.iter("*"))}

    def read(self, texts: list[TextBlock], alternative: list[AltText]) -> list[Tag]:
        read = [tag for block in texts for tag in self._tags(block)]
        read += [tag for block in alternative for tag in self._of_chart(block)]
        read.sort(key=lambda tag: (self._order[tag.anchor], tag.start))
        for tag in read:
            self._check(tag)
        self._nesting.finish()
        self._check_repeated(read)
        self._check_elsewhere([one.chart.properties for one in alternative])
        return read

    def _tags(self, block: TextBlock) -> Iterator[Tag]:
        for tag in tags(block, self._report):
            if is_removed(tag.anchor):
                self._report(tag.finding(catalogue_vi.TRACKED))
            else:
                yield tag
        if self._scopes:
            for name, typed, start in single_braces(block):
                if self._scopes.knows(name):
                    shown = block.excerpt(start, start + len(typed))
                    facts = {"tag": typed, "right": f"{{{{ {name} }}}}"}
                    single = found(catalogue_vi.SINGLE_BRACE, block.location, shown, **facts)
                    self._report(single)

    def _of_chart(self, block: AltText) -> Iterator[Tag]:
        """Yield the one tag that links a chart to its data, if it is to be filled at all."""
        read = list(self._tags(block))
        if not read:
            return
        (tag, *others) = read
        if others or tag.kind is not Kind.PRINT or block.text.strip() != tag.text:
            self._report(tag.finding(catalogue_vi.ALT_TEXT))
        elif block.root is None:
            self._report(tag.finding(catalogue_vi.CHART_KIND))
        else:
            yield tag

    def _check(self, tag: Tag) -> None:
        command = "print" if tag.kind is Kind.PRINT else _command(tag)
        statement: Statement | None = None
        try:
            statement = _understood(tag)
        except Refused as refused:
            facts = refused.facts | self._better_hint(tag, refused)
            self._report(tag.finding(refused.kind, **facts))
        opened = Open(tag, command, statement)
        if statement is not None and self._scopes:
            opened = self._scopes.check(tag, statement, self._nesting.loops)
        elif self._scopes:
            self._scopes.unknown = True
        if command in ("for", "if"):
            self._nesting.begin(opened)
        elif command in _COMMANDS:
            self._nesting.step(tag, command)

    def _better_hint(self, tag: Tag, refused: Refused) -> dict[str, str]:
        """Say more of a tag that cannot be read, where more can be guessed."""
        if refused.facts.get("hint") != words_vi.SEE_TAGS:
            return {}
        if right := retyped(tag.body, _COMMANDS):
            return {"hint": words_vi.WRITE_AS.format(right=tag.kind.written(right))}
        if tag.kind is not Kind.PRINT and tag.command == "for":
            return {"hint": words_vi.LIKE.format(example=tag.kind.written("for dong in danh_sach"))}
        field = self._scopes.field_of(tag.body) if self._scopes and tag.kind is Kind.PRINT else ""
        return {"hint": words_vi.DID_YOU_MEAN.format(near=field)} if field else {}

    def _check_repeated(self, read: list[Tag]) -> None:
        """Report what goes with the tags' paragraphs, and numbers that loops do not begin anew."""
        taken = [(tag, element) for tag in read if (element := taken_along(tag)) is not None]
        gone = {element for _, element in taken}
        for tag, element in taken:
            following = element.getnext()
            if tag.kind is Kind.PARAGRAPH and following not in gone:
                move_break(element, following)
            for what, hint in lost_breaks(element, self._properties):
                self._report(tag.finding(catalogue_vi.LOST_BREAK, what=what, hint=hint))
        loops = [
            (self._order[begin.anchor], self._order[end.anchor])
            for begin, end in self._nesting.repeated
        ]
        staying = (
            (self._order[one], one)
            for one in (self._root.iter(f"{W}p") if loops else ())
            if one not in gone and gone.isdisjoint(one.iterancestors(f"{W}tc", f"{W}tr"))
        )
        for one in counted_on(staying, loops, self._properties):
            where = TextBlock(one, self._part).location
            self._report(found(catalogue_vi.NUMBERED_LOOP, where, words_vi.shorten(text_of(one))))

    def _check_elsewhere(self, read: list[etree._Element]) -> None:
        for text, removed in elsewhere(self._root, self._part, read):
            if OPENING.search(text):
                kind = catalogue_vi.TRACKED if removed else catalogue_vi.TAG_ELSEWHERE
                location = words_vi.in_part(self._part, words_vi.PARAGRAPH)
                self._report(found(kind, location, words_vi.shorten(text), tag=text))


def _command(tag: Tag) -> str:
    """Return the command that a tag has, or most likely was meant to have."""
    return tag.command if tag.command in _COMMANDS else likely_word(tag.command, _COMMANDS)


def _understood(tag: Tag) -> Statement:
    if tag.kind is Kind.PRINT:
        return printed(tag.body)
    if tag.command not in _COMMANDS:
        raise Refused(catalogue_vi.UNKNOWN_COMMAND, word=tag.command, hint=_hint(tag))
    if tag.command not in _ALONE:
        return commanded(tag.body)
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
