"""Nơi nhận and the signature.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.7 and II.9.
"""

from __future__ import annotations

from docgen.form_check import wording_vi as vi
from docgen.form_check import words_vi as words
from docgen.form_check.closing import Closing
from docgen.form_check.document import Paragraph
from docgen.form_check.findings import Found
from docgen.form_check.heading import Heading
from docgen.form_check.looks import check_look, place_of
from docgen.shared.decree import Component

_FLUSH_MM = 0.5  # how far from the margin a line may start
_ALIGNED_LEFT = ("left", "both")


def check_recipients(found: Found, heading: Heading, closing: Closing) -> None:
    """Check the word Nơi nhận and the list below it."""
    head = closing.recipients
    if head is None:
        found.add("NN01", vi.NAMES[Component.RECIPIENTS])
        return
    check_look(found, Component.RECIPIENTS, head)
    if head.line != words.RECIPIENTS:
        found.add("NN02", place_of(Component.RECIPIENTS, head))
    if not _flush(head):
        found.add("NN06", place_of(Component.RECIPIENTS, head, quoted=False))
    above = closing.authority[0] if closing.authority else None
    if above is not None and above.cell and head.cell and above.cell.row != head.cell.row:
        found.add("NN11", place_of(Component.RECIPIENTS, head, quoted=False))
    if not closing.listed:
        found.add("DS01", vi.NAMES[Component.RECIPIENT])
        return
    for line in closing.listed:
        check_look(found, Component.RECIPIENT, line, quoted=True)
        if not _flush(line):
            found.add("DS06", place_of(Component.RECIPIENT, line))
    _check_list(found, closing.listed)
    _check_as_above(found, heading, closing.listed[0])


def _flush(line: Paragraph) -> bool:
    start = line.look.left + line.look.first
    return line.look.align in _ALIGNED_LEFT and start <= _FLUSH_MM


def _check_list(found: Found, lines: list[Paragraph]) -> None:
    *others, last = lines
    for line in others:
        if words.LISTED.fullmatch(line.line) is None or not line.line.endswith(";"):
            found.add("DS02", place_of(Component.RECIPIENT, line))
    if words.KEPT.fullmatch(last.line) is None:
        found.add("DS11", place_of(Component.RECIPIENT, last))


def _check_as_above(found: Found, heading: Heading, first: Paragraph) -> None:
    addressed = bool(heading.all(Component.ADDRESSEE))
    said = words.AS_ABOVE_FOLDED.fullmatch(first.folded) is not None
    if addressed and words.AS_ABOVE.fullmatch(first.line) is None:
        found.add("DS12", place_of(Component.RECIPIENT, first))
    elif said and not addressed and heading.type not in words.NO_AS_ABOVE:
        found.add("DS13", place_of(Component.RECIPIENT, first))


def check_signature(found: Found, closing: Closing) -> None:
    """Check the signer's office and name."""
    offices = closing.authority
    if not offices:
        found.add("QN01", vi.NAMES[Component.AUTHORITY])
    for office in offices:
        check_look(found, Component.AUTHORITY, office, quoted=True, centred=bool(office.cell))
        coded = words.AUTHORITY.match(office.line) is not None
        if coded and not _well_coded(office):
            found.add("QN02", place_of(Component.AUTHORITY, office))
    if offices and words.FOR_THE_HEAD.match(offices[-1].line):
        found.add("QN11", place_of(Component.AUTHORITY, offices[-1]))
    signer = closing.signer
    if signer is None:
        found.add("HT01", vi.NAMES[Component.SIGNER])
        return
    check_look(found, Component.SIGNER, signer, centred=bool(signer.cell))
    if words.TITLED_NAME.match(signer.line):
        found.add("HT11", place_of(Component.SIGNER, signer))


def _well_coded(office: Paragraph) -> bool:
    """Whether the code is written right; capitals are judged with the whole line."""
    return words.AUTHORITY_CODE.match(office.line.upper()) is not None
