"""Annexes: title, name, what they belong to, their pages, and the body's word on them.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, III.1.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.form_check import wording_vi as vi
from docgen.form_check import words_vi as words
from docgen.form_check.closing import Annex, Closing, annex_number
from docgen.form_check.document import Document, Paragraph
from docgen.form_check.findings import Found
from docgen.form_check.looks import check_look, place_of
from docgen.form_check.numbering import roman
from docgen.shared.decree import Component


def check_annexes(
    found: Found, document: Document, closing: Closing, body: Iterable[Paragraph]
) -> None:
    """Check every annex; `body` is searched for a word that points to them."""
    annexes = closing.annexes
    if annexes and not any(words.ANNEX_POINTED_FOLDED.search(one.folded) for one in body):
        found.add("PL12", vi.NAMES[Component.BODY])
    for place, annex in enumerate(annexes, 1):
        _check_title(found, annex, place, len(annexes))
        for line in annex.name:
            check_look(found, Component.ANNEX_NAME, line, quoted=True)
        _check_attached(found, annex)
        _check_pages(found, document, annex)


def _check_title(found: Found, annex: Annex, place: int, count: int) -> None:
    check_look(found, Component.ANNEX, annex.title, quoted=count > 1)
    where = place_of(Component.ANNEX, annex.title)
    number, more = annex_number(annex)
    if more:
        found.add("PL02", where)
    wanted = roman(place).upper()
    if (count > 1 and number.upper() != wanted) or number.isdecimal():
        found.add("PL11", where, wanted=wanted)


def _check_attached(found: Found, annex: Annex) -> None:
    if annex.attached is None:
        found.add("KT01", place_of(Component.ANNEX, annex.title))
        return
    check_look(found, Component.ATTACHED, annex.attached)
    if words.ATTACHED.fullmatch(annex.attached.line) is None:
        found.add("KT02", place_of(Component.ATTACHED, annex.attached))


def _check_pages(found: Found, document: Document, annex: Annex) -> None:
    """An annex begins a section whose pages count from 1."""
    number = annex.title.section
    inside = (one for one in document.paragraphs if one.section == number and not one.blank)
    first = next(iter(next(inside).pieces()))
    begins = number > 0 and first.line == annex.title.line
    if not begins or document.sections[number].start != "1":
        found.add("PL13", place_of(Component.ANNEX, annex.title))
