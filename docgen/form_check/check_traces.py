"""Typeface and colour everywhere, and what making a document leaves behind.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, I.4; article 12 (checked before signing).
"""

from __future__ import annotations

from docgen.form_check import wording_vi as vi
from docgen.form_check import words_vi as words
from docgen.form_check.document import Document, Paragraph, Run
from docgen.form_check.findings import Found
from docgen.shared.decree import FONT


def check_typeface(found: Found, document: Document) -> None:
    """Check the font of both slots and the colour of every letter that is printed."""
    for paragraph in document.everywhere:
        for run in paragraph.lettered:
            look = run.look
            if {look.ascii, look.hansi} != {FONT}:
                for font, letters in _fonts(run):
                    if font.casefold() != FONT.casefold():
                        found.add("PC01", vi.passage(paragraph, run), font=font, letters=letters)
            if look.colour:
                found.add("PC02", vi.passage(paragraph, run), colour=look.colour)


def _fonts(run: Run) -> list[tuple[str, str]]:
    """Return the fonts of a run's letters: Vietnamese ones use the slot `hAnsi`."""
    letters = [letter for letter in run.text if letter.isalnum()]
    plain = any(letter.isascii() for letter in letters)
    marked = not all(letter.isascii() for letter in letters)
    fonts = {}
    if plain:
        fonts[run.look.ascii] = vi.PLAIN_LETTERS
    if marked:
        both = run.look.hansi in fonts
        fonts[run.look.hansi] = vi.ALL_LETTERS if both else vi.MARKED_LETTERS
    return list(fonts.items())


def check_traces(found: Found, document: Document) -> None:
    """Check for tags, errors, tracked changes, comments, hidden and highlighted text."""
    for paragraph in document.everywhere:
        _check_leftovers(found, paragraph)
        for run in paragraph.runs:
            if run.look.hidden and run.text.strip():
                found.add("VT04", vi.passage(paragraph, run))
            elif run.look.highlighted and run.text.strip():
                found.add("VT05", vi.passage(paragraph, run))
    if document.changes:
        found.add("VT02", vi.DOCUMENT, count=str(document.changes))
    if document.comments:
        found.add("VT03", vi.DOCUMENT, count=str(document.comments))


def _check_leftovers(found: Found, paragraph: Paragraph) -> None:
    for left in dict.fromkeys(words.LEFTOVERS.findall(paragraph.text)):
        found.add("VT01", vi.quote(paragraph.line), left=left.strip())
