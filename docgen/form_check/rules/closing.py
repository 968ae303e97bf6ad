"""Nơi nhận, the signatures, the annexes.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.7, II.9, III.1 and III.3.
"""

from __future__ import annotations

from docgen.form_check.reading.model import Document, Paragraph
from docgen.form_check.reading.numbering import roman
from docgen.form_check.recognise import words_vi as words
from docgen.form_check.recognise.closing import Annex, Closing, Signature
from docgen.form_check.recognise.parts import Part
from docgen.form_check.rules import catalogue_vi as vi
from docgen.form_check.rules.heading import check_attached
from docgen.form_check.rules.measuring import Findings, check_format, location_of
from docgen.shared.decree import Component

_FLUSH_MM = 0.5  # how far from the margin a line may start
_ALIGNED_LEFT = ("left", "both")
_ROOM_LINES = 2  # fewer leave no room to sign


def check_closing(findings: Findings, document: Document, part: Part) -> None:
    """Check all that stands below the body."""
    if not part.issued:
        _check_recipients(findings, part)
        _check_signatures(findings, part)
    annexes = part.closing.annexes
    within = part.paragraphs[part.heading.end : part.closing.start]
    pointed = (words.ANNEX_POINTED_FOLDED.search(line.folded) for line in within)
    if annexes and not any(pointed):
        findings.add("PL12", vi.NAMES[Component.BODY])
    for number, annex in enumerate(annexes, 1):
        _check_annex(findings, annex, number, len(annexes))
        _check_pages(findings, document, annex)


def _check_recipients(findings: Findings, part: Part) -> None:
    closing, head = part.closing, part.closing.recipients
    if head is None:
        findings.add("NN01", vi.NAMES[Component.RECIPIENTS])
        return
    check_format(findings, Component.RECIPIENTS, head)
    if head.line != words.RECIPIENTS:
        findings.add("NN02", location_of(Component.RECIPIENTS, head))
    if not _flush(head):
        findings.add("NN06", vi.NAMES[Component.RECIPIENTS])
    if part.heading.kind != words.MINUTES and not _level(head, closing):
        findings.add("NN11", vi.NAMES[Component.RECIPIENTS])
    if closing.drafter is not None:
        check_format(findings, Component.DRAFTER, closing.drafter)
    if not closing.listed:
        findings.add("DS01", vi.NAMES[Component.RECIPIENT])
        return
    for line in closing.listed:
        check_format(findings, Component.RECIPIENT, line, quoted=True)
        if not _flush(line):
            findings.add("DS06", location_of(Component.RECIPIENT, line))
    _check_list(findings, closing.listed)
    _check_as_above(findings, part, closing.listed[0])


def _flush(line: Paragraph) -> bool:
    start = line.format.left + line.format.first
    return line.format.align in _ALIGNED_LEFT and start <= _FLUSH_MM


def _level(head: Paragraph, closing: Closing) -> bool:
    """Whether Nơi nhận stands in the row of the signer's office, where both are in cells."""
    offices = [signature.offices[0] for signature in closing.signatures if signature.offices]
    cells = [office.cell for office in offices if office.cell]
    return head.cell is None or not cells or any(head.cell.row == cell.row for cell in cells)


def _check_list(findings: Findings, lines: list[Paragraph]) -> None:
    *others, last = lines
    for line in others:
        if words.LISTED.fullmatch(line.line) is None or not line.line.endswith(";"):
            findings.add("DS02", location_of(Component.RECIPIENT, line))
    if words.KEPT.fullmatch(last.line) is None:
        findings.add("DS11", location_of(Component.RECIPIENT, last))


def _check_as_above(findings: Findings, part: Part, first: Paragraph) -> None:
    addressed = bool(part.heading.all(Component.ADDRESSEE))
    own_form = part.heading.kind in words.NO_AS_ABOVE
    named = words.AS_ABOVE_FOLDED.fullmatch(first.folded) is not None
    if addressed and not own_form and words.AS_ABOVE.fullmatch(first.line) is None:
        findings.add("DS12", location_of(Component.RECIPIENT, first))
    elif named and not addressed and not own_form:
        findings.add("DS13", location_of(Component.RECIPIENT, first))


def _check_signatures(findings: Findings, part: Part) -> None:
    signatures = part.closing.signatures
    if not any(signature.offices for signature in signatures):
        findings.add("QN01", vi.NAMES[Component.AUTHORITY])
    if not any(signature.name for signature in signatures):
        findings.add("HT01", vi.NAMES[Component.SIGNER])
    for signature in signatures:
        _check_offices(findings, signature, deputies=part.heading.kind != words.MINUTES)
        _check_name(findings, signature)


def _check_offices(findings: Findings, signature: Signature, *, deputies: bool) -> None:
    for office in signature.offices:
        check_format(findings, Component.AUTHORITY, office, quoted=True)
        coded = words.AUTHORITY.match(office.line) is not None
        # Capitals are judged with the whole line.
        if coded and words.AUTHORITY_CODE.match(office.line.upper()) is None:
            findings.add("QN02", location_of(Component.AUTHORITY, office))
    if not signature.offices:
        return
    last = signature.offices[-1]
    if words.FOR_THE_HEAD.match(last.line):
        findings.add("QN11", location_of(Component.AUTHORITY, last))
    elif deputies and _lacks_code(signature.offices):
        findings.add("QN12", location_of(Component.AUTHORITY, last))


def _lacks_code(offices: list[Paragraph]) -> bool:
    """Whether a deputy signs and no line says for whom.

    A deputy's other office may stand below the office in which he signs: `TRƯỞNG BAN`, then
    `PHÓ CHỦ TỊCH`.
    """
    last = offices[-1].folded
    if not words.DEPUTY_FOLDED.fullmatch(last):
        return False
    coded = [words.AUTHORITY.match(office.line) for office in offices]
    if any(match and match["code"][-1].upper() != "M" for match in coded):
        return False
    plain = [office.folded for office, match in zip(offices[:-1], coded, strict=False) if not match]
    return not plain or plain[-1] in last


def _check_name(findings: Findings, signature: Signature) -> None:
    name = signature.name
    if name is None:
        return
    check_format(findings, Component.SIGNER, name)
    if words.TITLED_NAME.match(name.line):
        findings.add("HT11", location_of(Component.SIGNER, name))
    if signature.offices and signature.room is not None and signature.room < _ROOM_LINES:
        findings.add("HT12", location_of(Component.SIGNER, name))


def _check_annex(findings: Findings, annex: Annex, number: int, count: int) -> None:
    check_format(findings, Component.ANNEX, annex.title, quoted=count > 1)
    location = location_of(Component.ANNEX, annex.title)
    match = words.ANNEX_FOLDED.fullmatch(annex.title.folded)
    typed = (match and match["number"]) or ""
    if match is None or (match["rest"] or "").strip(" .:"):
        findings.add("PL02", location)
    wanted = roman(number).upper()
    if (count > 1 and typed.upper() != wanted) or typed.isdecimal():
        findings.add("PL11", location, wanted=wanted)
    for line in annex.name:
        check_format(findings, Component.ANNEX_NAME, line, quoted=True)
    if not annex.attached:
        findings.add("KT01", location)
    check_attached(findings, annex.attached)


def _check_pages(findings: Findings, document: Document, annex: Annex) -> None:
    """Check that an annex begins a section whose pages count from 1."""
    number = annex.title.section
    begins = number > 0 and document.first_lines.get(number) == annex.title.line
    if not begins or document.sections[number].start != "1":
        findings.add("PL13", location_of(Component.ANNEX, annex.title))
