"""Title, abstract, Kính gửi and the lines Căn cứ: what stands between heading and body.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.5, II.6.a, II.9.
"""

from __future__ import annotations

from docgen.form_check import wording_vi as vi
from docgen.form_check import words_vi as words
from docgen.form_check.document import Document, Paragraph
from docgen.form_check.findings import Found
from docgen.form_check.heading import Heading
from docgen.form_check.looks import check_look, fits, place_of
from docgen.shared.decree import SUBJECT_GAP_PT, Component

_GAP_TOLERANCE_PT = 0.5


def check_title(found: Found, document: Document, heading: Heading) -> None:
    """Check title and abstract, or a công văn's `V/v`."""
    if heading.type == words.LETTER:
        _check_subject(found, document, heading)
        return
    title = heading.one(Component.TITLE)
    if title is None:
        found.add("TL01", vi.NAMES[Component.TITLE])
        return
    check_look(found, Component.TITLE, title)
    if title.folded not in words.TYPES_FOLDED:
        found.add("TL02", place_of(Component.TITLE, title))
        return
    abstract = heading.all(Component.ABSTRACT)
    if not abstract and heading.type not in words.NO_ABSTRACT:
        found.add("TY01", vi.NAMES[Component.ABSTRACT])
    for line in abstract:
        check_look(found, Component.ABSTRACT, line, quoted=len(abstract) > 1)


def _check_subject(found: Found, document: Document, heading: Heading) -> None:
    lines = heading.all(Component.SUBJECT)
    for line in lines:
        in_cell = line.cell is not None
        check_look(found, Component.SUBJECT, line, quoted=len(lines) > 1, centred=in_cell)
    first, number = lines[0], heading.one(Component.NUMBER)
    if words.SUBJECT.fullmatch(first.text.strip()) is None:
        found.add("VV02", place_of(Component.SUBJECT, first))
    if number is not None and _next_to(document, number, first):
        gap = number.look.after + first.look.before
        if not fits(gap, (SUBJECT_GAP_PT, SUBJECT_GAP_PT), _GAP_TOLERANCE_PT):
            found.add("VV11", place_of(Component.SUBJECT, first, quoted=False))


def _next_to(document: Document, number: Paragraph, subject: Paragraph) -> bool:
    """Whether both are paragraphs of one cell with nothing between."""
    rows = document.paragraphs
    both = [place for place, one in enumerate(rows) if one in (number, subject)]
    return len(both) == 2 and both[1] == both[0] + 1 and number.cell == subject.cell


def check_addressees(found: Found, heading: Heading) -> None:
    """Check whether Kính gửi belongs there, and its form."""
    lines, kind = heading.all(Component.ADDRESSEE), heading.type
    if not lines:
        if kind == words.LETTER:
            found.add("KG01", vi.NAMES[Component.ADDRESSEE])
        elif kind in words.REPORTS_UP:
            found.add("KG11", vi.NAMES[Component.ADDRESSEE], type=kind)
        return
    if kind in words.TYPE_CODES and kind not in words.REPORTS_UP:
        found.add("KG14", place_of(Component.ADDRESSEE, lines[0], quoted=False), type=kind)
    for line in lines:
        check_look(found, Component.ADDRESSEE, line, quoted=True)
    match = words.ADDRESSEE.fullmatch(lines[0].line)
    if match is None:
        found.add("KG02", place_of(Component.ADDRESSEE, lines[0]))
    else:
        _check_listed(found, match["one"], lines)


def _check_listed(found: Found, beside: str, lines: list[Paragraph]) -> None:
    """One addressee stands beside the word; several stand below, each on a line."""
    names = ([beside] if beside else []) + [line.line for line in lines[1:]]
    if not names:
        found.add("KG15", place_of(Component.ADDRESSEE, lines[0], quoted=False))
        return
    if len(names) == 1:
        if not beside or beside.startswith("-"):
            found.add("KG13", place_of(Component.ADDRESSEE, lines[0], quoted=False))
        return
    wanted = [";"] * (len(names) - 1) + ["."]
    for name, mark in zip(names, wanted, strict=True):
        if not name.endswith(mark) or words.LISTED.fullmatch(name) is None:
            found.add("KG12", f"{vi.NAMES[Component.ADDRESSEE]} {vi.quote(name)}")
    if beside and names[0].startswith("-") and names[0].endswith(";"):
        found.add("KG12", place_of(Component.ADDRESSEE, lines[0]))


def check_legal_basis(found: Found, heading: Heading) -> None:
    """Check the lines Căn cứ: italic, `;` at the end of each, `.` at the last."""
    lines = heading.all(Component.LEGAL_BASIS)
    for place, line in enumerate(lines, 1):
        check_look(found, Component.LEGAL_BASIS, line, quoted=True)
        mark = "." if place == len(lines) else ";"
        if not line.line.endswith(mark):
            found.add("CC11", place_of(Component.LEGAL_BASIS, line), mark=mark)
