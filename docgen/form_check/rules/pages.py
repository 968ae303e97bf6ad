"""What holds for every page: paper, margins, numbers, typeface, traces of the making.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, section I; article 12 (checked before
signing).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.form_check.reading.model import CENTRE_TAB, Document, Paragraph, Run, Section
from docgen.form_check.recognise import words_vi as words
from docgen.form_check.recognise.parts import Coverage, Part
from docgen.form_check.rules import catalogue_vi as vi
from docgen.form_check.rules.measuring import Findings, check_format, fits
from docgen.shared.decree import FONT, MARGINS_MM, PAGE_MM, Component

_PAPER_TOLERANCE_MM = 1
_MARGIN_TOLERANCE_MM = 0.5
_CENTRE_TOLERANCE_MM = 3
_LONG = 3_000  # characters: more never fit on one page of 13 points
_FIELDS = ("PAGE",)
_QUOTED = 3  # paragraphs that were not recognised


def check_pages(findings: Findings, document: Document, parts: Sequence[Part]) -> None:
    """Check size, orientation, margins and page numbers of every section."""
    layout = {
        paragraph.cell.table
        for part in parts
        for paragraph in (
            *part.paragraphs[: part.heading.end],
            *part.paragraphs[part.closing.start : part.closing.end],
        )
        if paragraph.cell is not None
    }
    tables = enumerate(document.tables)
    with_tables = {section for table, section in tables if table not in layout}
    for number, section in enumerate(document.sections):
        location = vi.section(number, len(document.sections))
        if not fits_paper(section):
            width, height = (vi.number(round(side)) for side in section.size)
            findings.add("TR01", location, size=f"{width} x {height}")
        if section.landscape and number not in with_tables:
            findings.add("TR02", location)
        wrong = wrong_margins(section)
        if wrong:
            edges = vi.edges({edge: section.margins[edge] for edge in wrong})
            findings.add("TR03", location, edges=edges)
    _check_page_numbers(findings, document)


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


def _check_page_numbers(findings: Findings, document: Document) -> None:
    """Check that pages are numbered in the middle of the header, from the second on."""
    for number, section in enumerate(document.sections):
        location = vi.in_section(vi.NAMES[Component.PAGE_NUMBER], number, len(document.sections))
        kinds = ["default", *(["even"] if document.even_pages else [])]
        numbered = [_numbered(section.headers.get(kind, ())) for kind in kinds]
        below = [_numbered(paragraphs) for paragraphs in section.footers.values()]
        if not all(numbered):
            if any(below):
                findings.add("ST11", location)
            elif _reaches_second_page(document, number):
                findings.add("ST01", location)
            continue
        for paragraph in filter(None, numbered):
            _check_number(findings, section, paragraph, location)
        _check_counting(findings, section, number, location)


def _numbered(paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    """Return the paragraph that holds the page number."""
    return next(
        (line for line in paragraphs if any(run.field in _FIELDS for run in line.runs)), None
    )


def _reaches_second_page(document: Document, number: int) -> bool:
    """Whether a page of the section must show a number; the document's first never does."""
    lines = (paragraph.line for paragraph in document.paragraphs if not paragraph.section)
    return number > 0 or sum(map(len, lines)) > _LONG


def _check_number(
    findings: Findings, section: Section, paragraph: Paragraph, location: str
) -> None:
    runs = tuple(run for run in paragraph.runs if run.field in _FIELDS)
    check_format(findings, Component.PAGE_NUMBER, replace(paragraph, runs=runs, label=""))
    if not _in_the_middle(section, paragraph):
        findings.add("ST06", location)
    if section.number_kind not in ("decimal", "") or any(
        run.text.strip() and not run.text.strip().isdecimal() for run in runs
    ):
        findings.add("ST12", location)


def _in_the_middle(section: Section, paragraph: Paragraph) -> bool:
    before = ""
    for run in paragraph.runs:
        if run.field in _FIELDS:
            break
        before += run.text
    tabs = before.count("\t")
    stated = paragraph.format
    if CENTRE_TAB in before or stated.frame_centred or paragraph.boxed:
        return True
    if not tabs:
        return stated.align == "center"
    stops = [(stop, kind) for stop, kind in stated.tabs if stop > 0]
    if len(stops) < tabs or stops[tabs - 1][1] != "center":
        return False
    return abs(stops[tabs - 1][0] - section.text_width / 2) <= _CENTRE_TOLERANCE_MM


def _check_counting(findings: Findings, section: Section, number: int, location: str) -> None:
    if number > 0:
        return
    if not section.title_page or _numbered(section.headers.get("first", ())):
        findings.add("ST13", location)
    if section.start not in (None, "1"):
        findings.add("ST14", location, start=section.start or "")


def check_typeface(findings: Findings, document: Document) -> None:
    """Check the font of both slots and the colour of every letter that is printed."""
    for paragraph in document.everywhere:
        for run in paragraph.lettered:
            stated = run.format
            if {stated.ascii, stated.hansi} != {FONT}:
                for font, letters in _fonts(run):
                    location = vi.passage(paragraph, run)
                    if vi.FACE.fullmatch(font):
                        findings.add("PC03", location, font=font)
                    elif font.casefold() != FONT.casefold():
                        findings.add("PC01", location, font=font, letters=letters)
            if stated.colour:
                findings.add("PC02", vi.passage(paragraph, run), colour=stated.colour)


def _fonts(run: Run) -> Iterator[tuple[str, str]]:
    """Yield the fonts of a run's letters: Vietnamese ones use the slot `hAnsi`."""
    letters = [letter for letter in run.text if letter.isalnum()]
    plain = any(letter.isascii() for letter in letters)
    marked = not all(letter.isascii() for letter in letters)
    stated = run.format
    if plain and marked and stated.ascii == stated.hansi:
        yield stated.ascii, vi.ALL_LETTERS
        return
    if plain:
        yield stated.ascii, vi.PLAIN_LETTERS
    if marked:
        yield stated.hansi, vi.MARKED_LETTERS


def check_traces(findings: Findings, document: Document, read: Coverage) -> None:
    """Check for tags, errors, open places, tracked changes, comments, hidden text."""
    for paragraph in document.everywhere:
        for left in dict.fromkeys(words.LEFTOVERS.findall(paragraph.text)):
            findings.add("VT01", vi.quote(paragraph.line), left=left.strip())
        if "[" in paragraph.line:
            for place in words.PLACEHOLDER.finditer(paragraph.line):
                findings.add("VT06", vi.quote(place[0]))
        for run in paragraph.runs:
            if run.format.hidden and run.text.strip():
                findings.add("VT04", vi.passage(paragraph, run))
            elif run.format.highlighted and run.text.strip():
                findings.add("VT05", vi.passage(paragraph, run))
    if document.changes:
        findings.add("VT02", vi.DOCUMENT, count=str(document.changes))
    if document.comments:
        findings.add("VT03", vi.DOCUMENT, count=str(document.comments))
    if read.unrecognised:
        which = "; ".join(vi.quote(line.line) for line in read.unrecognised[:_QUOTED])
        findings.add("VT07", vi.DOCUMENT, count=str(len(read.unrecognised)), which=which)
