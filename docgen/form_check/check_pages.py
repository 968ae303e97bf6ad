"""Paper, margins, page numbers.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, I.1 to I.3 and I.7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docgen.form_check import wording_vi as vi
from docgen.form_check.document import CENTRE_TAB, Document, Paragraph, Section
from docgen.form_check.findings import Found
from docgen.form_check.looks import check_look, fits
from docgen.shared.decree import MARGINS_MM, PAGE_MM, Component

_PAPER_TOLERANCE_MM = 1
_MARGIN_TOLERANCE_MM = 0.5
_CENTRE_TOLERANCE_MM = 3
_LONG = 3_000  # characters: more never fit on one page of 13 points
_FIELDS = ("PAGE",)


def check_paper(found: Found, document: Document, layout: Iterable[int]) -> None:
    """Check size, orientation and margins of every section.

    Args:
        found: takes the faults.
        document: the document.
        layout: the tables that only lay out heading and signature; others are content.
    """
    tables = enumerate(document.tables)
    with_tables = {section for table, section in tables if table not in layout}
    for number, section in enumerate(document.sections):
        place = vi.section(number, len(document.sections))
        if not fits_paper(section):
            width, height = (vi.number(round(side)) for side in section.size)
            found.add("TR01", place, size=f"{width} x {height}")
        if section.landscape and number not in with_tables:
            found.add("TR02", place)
        wrong = wrong_margins(section)
        if wrong:
            edges = vi.edges({edge: section.margins[edge] for edge in wrong})
            found.add("TR03", place, edges=edges)


def fits_paper(section: Section) -> bool:
    """Whether a section's paper is A4, upright or turned."""
    sides = zip(sorted(section.size), PAGE_MM, strict=True)
    return all(fits(side, (wanted, wanted), _PAPER_TOLERANCE_MM) for side, wanted in sides)


def wrong_margins(section: Section) -> list[str]:
    """Return the edges whose margin is outside its range; on turned paper either way."""
    turns = [("top", "bottom", "left", "right")]
    if section.landscape:  # as it reads, or as the turned sheet is bound
        turns += [("right", "left", "top", "bottom"), ("left", "right", "bottom", "top")]
    wrong = [
        [
            edge for edge, wanted in zip(turn, MARGINS_MM.values(), strict=True)
            if not fits(section.margins[edge], wanted, _MARGIN_TOLERANCE_MM)
        ]
        for turn in turns
    ]  # fmt: skip
    return min(wrong, key=len)


def check_page_numbers(found: Found, document: Document) -> None:
    """Check that pages are numbered in the middle of the header, from the second on."""
    for number, section in enumerate(document.sections):
        place = vi.in_section(vi.NAMES[Component.PAGE_NUMBER], number, len(document.sections))
        kinds = ["default", *(["even"] if document.even_pages else [])]
        numbered = [_numbered(section.headers.get(kind, ())) for kind in kinds]
        below = [_numbered(paragraphs) for paragraphs in section.footers.values()]
        if not all(numbered):
            if any(below):
                found.add("ST11", place)
            elif _reaches_second_page(document, number):
                found.add("ST01", place)
            continue
        for paragraph in filter(None, numbered):
            _check_number(found, section, paragraph, place)
        _check_counting(found, section, number, place)


def _numbered(paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    """Return the paragraph that holds the page number."""
    return next((one for one in paragraphs if any(run.field in _FIELDS for run in one.runs)), None)


def _reaches_second_page(document: Document, number: int) -> bool:
    said = sum(len(one.line) for one in document.paragraphs if one.section == number)
    return number > 0 or len(document.sections) > 1 or said > _LONG


def _check_number(found: Found, section: Section, paragraph: Paragraph, place: str) -> None:
    runs = tuple(run for run in paragraph.runs if run.field in _FIELDS)
    check_look(found, Component.PAGE_NUMBER, replace(paragraph, runs=runs, label=""))
    if not _in_the_middle(section, paragraph):
        found.add("ST06", place)
    if section.number_kind not in ("decimal", "") or any(
        run.text.strip() and not run.text.strip().isdecimal() for run in runs
    ):
        found.add("ST12", place)


def _in_the_middle(section: Section, paragraph: Paragraph) -> bool:
    before = ""
    for run in paragraph.runs:
        if run.field in _FIELDS:
            break
        before += run.text
    tabs = before.count("\t")
    look = paragraph.look
    if CENTRE_TAB in before or look.frame_centred:
        return True
    if not tabs:
        return look.align == "center"
    stops = [(place, kind) for place, kind in look.tabs if place > 0]
    if len(stops) < tabs or stops[tabs - 1][1] != "center":
        return False
    return abs(stops[tabs - 1][0] - section.text_width / 2) <= _CENTRE_TOLERANCE_MM


def _check_counting(found: Found, section: Section, number: int, place: str) -> None:
    if number > 0:
        return
    if not section.title_page or _numbered(section.headers.get("first", ())):
        found.add("ST13", place)
    if section.start not in (None, "1"):
        found.add("ST14", place, start=section.start or "")
