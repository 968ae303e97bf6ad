"""Finds all faults of a template in one reading, each with its place and what to do.

Nothing is rendered for it: the parts are read, their tags understood, their fields
looked up in what the product declares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from lxml import etree

from docgen.fields import FieldTree
from docgen.template_check import words_vi as words
from docgen.template_check.alt_texts import AltText, alt_texts
from docgen.template_check.faults_vi import Fault, TemplateFault, fault
from docgen.template_check.grammar import Refused, Statement, commanded, printed
from docgen.template_check.nesting import Nesting, Open
from docgen.template_check.package import Package, read_package
from docgen.template_check.parts import TextBlock, blocks, elsewhere, is_removed
from docgen.template_check.safety import package_faults
from docgen.template_check.scopes import Scopes
from docgen.template_check.tags import CLOSING, OPENING, Kind, Tag, single_braces, tags

MOST_TAGS = 2000
_COMMANDS = ("for", "if", "elif", "else", "endfor", "endif")
_ALONE = ("else", "endfor", "endif")


@dataclass
class Inspection:
    """A template, read: its faults, and the tags of every part that has any."""

    faults: tuple[TemplateFault, ...] = ()
    tags: dict[str, list[Tag]] = field(default_factory=dict)
    roots: dict[str, etree._Element] = field(default_factory=dict)


def check_template(path: Path, fields: FieldTree) -> tuple[TemplateFault, ...]:
    """Return all faults of a template, and a notice of the fields that it does not use.

    Raises:
        TemplateError: the file is missing, cannot be read, or is no Word file at all.
    """
    return inspect(read_package(path), fields).faults


def inspect(package: Package, fields: FieldTree | None) -> Inspection:
    """Read a template; without a field tree only its tags and its safety are checked."""
    faults = list(package_faults(package))
    made = Inspection()
    scopes = Scopes(fields, faults.append) if fields else None
    found = {
        name: blocks(package.roots[name], part)
        for name, part in package.fillable.items()
        if name in package.roots
    }
    all_texts = [one.text for part in found.values() for one in part]
    number = max(sum(len(mark.findall(one)) for one in all_texts) for mark in (OPENING, CLOSING))
    if number > MOST_TAGS:
        facts = {"number": str(number), "limit": str(MOST_TAGS)}
        made.faults = (*faults, fault(Fault.TOO_MANY, words.FILE, "", **facts))
        return made
    for name, texts in found.items():
        made.roots[name] = root = package.roots[name]
        part = package.fillable[name]
        alternative = alt_texts(package, name, part)
        made.tags[name] = _Part(root, part, faults, scopes).read(texts, alternative)
    if scopes and (unused := scopes.unused()):
        faults.append(fault(Fault.UNUSED, words.FILE, "", fields=", ".join(unused)))
    made.faults = tuple(dict.fromkeys(faults))  # text boxes stand in the file twice
    return made


class _Part:
    """One part on its way through the check."""

    def __init__(
        self,
        root: etree._Element,
        part: str,
        faults: list[TemplateFault],
        scopes: Scopes | None,
    ) -> None:
        self._root = root
        self._part = part
        self._report = faults.append
        self._scopes = scopes
        self._nesting = Nesting(self._report)

    def read(self, texts: list[TextBlock], alternative: list[AltText]) -> list[Tag]:
        found = [tag for block in texts for tag in self._tags(block)]
        found += [tag for block in alternative for tag in self._of_chart(block)]
        order = {id(one): place for place, one in enumerate(self._root.iter("*"))}
        found.sort(key=lambda tag: (order[id(tag.anchor)], tag.start))
        for tag in found:
            self._check(tag)
        self._nesting.finish()
        self._check_elsewhere([one.chart.properties for one in alternative])
        return found

    def _tags(self, block: TextBlock) -> Iterator[Tag]:
        for tag in tags(block, self._report):
            if is_removed(tag.anchor):
                self._report(tag.fault(Fault.TRACKED))
            else:
                yield tag
        if self._scopes:
            for name, typed, start in single_braces(block):
                if self._scopes.knows(name):
                    shown = block.excerpt(start, start + len(typed))
                    right = f"{{{{ {name} }}}}"
                    facts = {"tag": typed, "right": right}
                    self._report(fault(Fault.SINGLE_BRACE, block.place, shown, **facts))

    def _of_chart(self, block: AltText) -> Iterator[Tag]:
        """Yield the one tag that links a chart to its data, if it is to be filled at all."""
        found = list(self._tags(block))
        if not found:
            return
        (tag, *others) = found
        if others or tag.kind is not Kind.PRINT or block.text.strip() != tag.text:
            self._report(tag.fault(Fault.ALT_TEXT))
        elif block.template is None:
            self._report(tag.fault(Fault.CHART_KIND))
        else:
            yield tag

    def _check(self, tag: Tag) -> None:
        command = "print" if tag.kind is Kind.PRINT else _command(tag)
        statement: Statement | None = None
        try:
            statement = _understood(tag)
        except Refused as refused:
            self._report(
                tag.fault(refused.kind, **(refused.facts | self._better_hint(tag, refused)))
            )
        opened = Open(tag, command, statement)
        if statement is not None and self._scopes:
            opened = self._scopes.check(tag, statement, self._nesting.loops)
        if command in ("for", "if"):
            self._nesting.begin(opened)
        elif command in _COMMANDS:
            self._nesting.go_on(tag, command)

    def _better_hint(self, tag: Tag, refused: Refused) -> dict[str, str]:
        """Say more of a tag that cannot be read, where more can be guessed."""
        if refused.facts.get("hint") != words.SEE_TAGS:
            return {}
        if tag.kind is not Kind.PRINT and tag.command == "for":
            return {"hint": words.like(tag.kind.written("for dong in danh_sach"))}
        meant = self._scopes.meant(tag.body) if self._scopes and tag.kind is Kind.PRINT else ""
        return {"hint": words.did_you_mean(meant)} if meant else {}

    def _check_elsewhere(self, read: list[etree._Element]) -> None:
        for text, removed in elsewhere(self._root, self._part, read):
            if OPENING.search(text):
                kind = Fault.TRACKED if removed else Fault.TAG_ELSEWHERE
                place = words.in_part(self._part, words.PARAGRAPH)
                self._report(fault(kind, place, words.shorten(text), tag=text))


def _command(tag: Tag) -> str:
    """Return the command that a tag has, or most likely was meant to have."""
    if tag.command in _COMMANDS:
        return tag.command
    near = get_close_matches(tag.command.lower(), _COMMANDS, n=1)
    return near[0] if near else ""


def _understood(tag: Tag) -> Statement:
    if tag.kind is Kind.PRINT:
        return printed(tag.body)
    if tag.command not in _COMMANDS:
        raise Refused(Fault.UNKNOWN_COMMAND, word=tag.command, hint=_hint(tag))
    if tag.command not in _ALONE:
        return commanded(tag.body)
    if tag.body != tag.command:
        right = tag.kind.written(tag.command)
        raise Refused(Fault.UNREADABLE, hint=words.write_as(right))
    return Statement(tag.command)


def _hint(tag: Tag) -> str:
    if tag.command in ("p", "tr", "tc", "r"):
        return words.KINDS
    near = _command(tag)
    if not near:
        return words.COMMANDS
    rest = tag.body.partition(" ")[2]
    body = near if near in _ALONE else f"{near} {rest}"
    return words.write_as(tag.kind.written(body))
