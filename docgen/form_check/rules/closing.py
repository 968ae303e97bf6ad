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
from docgen.form_check.rules.measuring import Findings, check_format
from docgen.shared.decree import Component

_FLUSH_MM = 0.5  # how far from the margin a line may start
_ROOM_LINES = 2  # fewer leave no room to sign


def check_closing(findings: Findings, document: Document, part: Part) -> None:
    """Check all that stands below the body."""
    annexes = part.closing.annexes
    if not part.issued:
        _check_recipients(findings, part)
        _check_signatures(findings, part)
    within = part.paragraphs[part.heading.end : part.closing.start]
    if annexes and not any(words.ANNEX_POINTED_FOLDED.search(line.folded) for line in within):
        findings.add("PL12", vi.NAMES["ND"])
    for number, annex in enumerate(annexes, 1):
        _check_annex(findings, document, annex, roman(number).upper(), alone=len(annexes) == 1)


def _check_recipients(findings: Findings, part: Part) -> None:
    closing, head = part.closing, part.closing.recipients
    if head is None:
        findings.add("NN01")
        return
    check_format(findings, Component.RECIPIENTS, head)
    findings.expect(head.line == words.RECIPIENTS, "NN02", head)
    findings.expect(_flush(head), "NN06")
    findings.expect(part.heading.kind == words.MINUTES or _level(head, closing), "NN11")
    if closing.drafter is not None:
        check_format(findings, Component.DRAFTER, closing.drafter)
    if not closing.listed:
        findings.add("DS01")
        return
    for line in closing.listed:
        check_format(findings, Component.RECIPIENT, line, quoted=True)
        findings.expect(_flush(line), "DS06", line)
    *others, last = closing.listed
    for line in others:
        listed = words.LISTED.fullmatch(line.line) and line.line.endswith(";")
        findings.expect(listed, "DS02", line)
    findings.expect(words.KEPT.fullmatch(last.line), "DS11", last)
    _check_as_above(findings, part, closing.listed[0])


def _flush(line: Paragraph) -> bool:
    start = line.format.left + line.format.first
    return line.format.align in ("left", "both") and start <= _FLUSH_MM


def _level(head: Paragraph, closing: Closing) -> bool:
    """Whether Nơi nhận stands in the row of the signer's office, where both are in cells."""
    offices = [signature.offices[0] for signature in closing.signatures if signature.offices]
    rows = [office.cell.row for office in offices if office.cell]
    return head.cell is None or not rows or head.cell.row in rows


def _check_as_above(findings: Findings, part: Part, first: Paragraph) -> None:
    if part.heading.kind in words.NO_AS_ABOVE:
        return
    if part.heading.all(Component.ADDRESSEE):
        findings.expect(words.AS_ABOVE.fullmatch(first.line), "DS12", first)
    else:
        findings.expect(not words.AS_ABOVE_FOLDED.fullmatch(first.folded), "DS13", first)


def _check_signatures(findings: Findings, part: Part) -> None:
    signatures = part.closing.signatures
    findings.expect(any(signature.offices for signature in signatures), "QN01")
    findings.expect(any(signature.name for signature in signatures), "HT01")
    for signature in signatures:
        _check_offices(findings, signature.offices, deputies=part.heading.kind != words.MINUTES)
        _check_name(findings, signature)


def _check_offices(findings: Findings, offices: list[Paragraph], *, deputies: bool) -> None:
    for office in offices:
        check_format(findings, Component.AUTHORITY, office, quoted=True)
        # Capitals are judged with the whole line.
        if words.AUTHORITY.match(office.line):
            findings.expect(words.AUTHORITY_CODE.match(office.line.upper()), "QN02", office)
    if offices and words.FOR_THE_HEAD.match(offices[-1].line):
        findings.add("QN11", offices[-1])
    elif offices and deputies:
        findings.expect(not _lacks_code(offices), "QN12", offices[-1])


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
    findings.expect(not words.TITLED_NAME.match(name.line), "HT11", name)
    findings.expect(not (signature.offices and signature.room < _ROOM_LINES), "HT12", name)


def _check_annex(
    findings: Findings, document: Document, annex: Annex, wanted: str, *, alone: bool
) -> None:
    """Check an annex: its title numbered as `wanted`, its name, its own pages."""
    title = annex.title
    check_format(findings, Component.ANNEX, title, quoted=not alone)
    match = words.ANNEX_FOLDED.fullmatch(title.folded)
    findings.expect(match and not (match["rest"] or "").strip(" .:"), "PL02", title)
    typed = (match and match["number"]) or ""
    numbered = (alone or typed.upper() == wanted) and not typed.isdecimal()
    findings.expect(numbered, "PL11", title, wanted=wanted)
    check_format(findings, Component.ANNEX_NAME, *annex.name, quoted=True)
    findings.expect(annex.attached, "KT01", f"{vi.NAMES['PL']} {vi.quote(title.line)}")
    check_attached(findings, annex.attached)
    # It begins a section whose pages count from 1.
    begins = title.section > 0 and document.first_lines.get(title.section) == title.line
    findings.expect(begins and document.sections[title.section].start == "1", "PL13", title)
