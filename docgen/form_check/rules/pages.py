"""What holds for every page: paper, margins, numbers, typeface, traces of the making.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, section I; article 12 (before signing).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from docgen.form_check.reading.model import CENTRE_TAB, Document, Paragraph, Run, Section
from docgen.form_check.recognise import words_vi
from docgen.form_check.recognise.parts import Coverage, Part
from docgen.form_check.rules import catalogue_vi
from docgen.form_check.rules.measuring import Findings, check_format, fits
from docgen.shared.decree import FONT, MARGINS_MM, PAGE_MM, Component

_PAPER_TOLERANCE_MM = 1
_MARGIN_TOLERANCE_MM = 0.5
_CENTRE_TOLERANCE_MM = 3
_LONG = 3_000  # characters: more never fit on one page of 13 points
_QUOTED = 3  # paragraphs that were not recognised


def check_pages(findings: Findings, document: Document, parts: Sequence[Part]) -> None:
    """Check size, orientation, margins and page numbers of every section."""
    with_tables: set[int] = set()  # of the body and the annexes
    for part in parts:
        body = part.paragraphs[part.heading.end : part.closing.start]
        annexes = part.paragraphs[part.closing.end :]
        with_tables |= {line.section for line in (*body, *annexes) if line.cell}
    for number, section in enumerate(document.sections):
        where = catalogue_vi.section(number, len(document.sections))
        size = " x ".join(str(round(side)) for side in section.size)
        sides = zip(sorted(section.size), PAGE_MM, strict=True)
        a4 = all(abs(side - wanted) <= _PAPER_TOLERANCE_MM for side, wanted in sides)
        findings.expect(a4, "TR01", where, size=size)
        findings.expect(not section.landscape or number in with_tables, "TR02", where)
        wrong = [
            f"{catalogue_vi.EDGES[edge]} {catalogue_vi.written(round(section.margins[edge], 1))} mm"
            for edge in _wrong_margins(section)
        ]
        findings.expect(not wrong, "TR03", where, edges=", ".join(wrong))
    for number in range(len(document.sections)):
        _check_page_numbers(findings, document, number)


def _wrong_margins(section: Section) -> list[str]:
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


def _check_page_numbers(findings: Findings, document: Document, number: int) -> None:
    """Check that pages are numbered in the middle of the header, from the second on."""
    section = document.sections[number]
    where = catalogue_vi.section(number, len(document.sections), catalogue_vi.NAMES["ST"])
    kinds = ["default", "even"] if document.even_pages else ["default"]
    numbered = [_numbered(section.headers.get(kind, ())) for kind in kinds]
    if not all(numbered):
        if any(map(_numbered, section.footers.values())):
            findings.add("ST11", where)
        else:
            # The document's first page never shows a number.
            lines = (line.line for line in document.paragraphs if not line.section)
            findings.expect(number == 0 and sum(map(len, lines)) <= _LONG, "ST01", where)
        return
    for paragraph in filter(None, numbered):
        runs = tuple(run for run in paragraph.runs if run.field == "PAGE")
        check_format(findings, Component.PAGE_NUMBER, replace(paragraph, runs=runs, label=""))
        findings.expect(_in_the_middle(section, paragraph), "ST06", where)
        findings.expect(not words_vi.PAGE_FOLDED.search(paragraph.folded), "ST15", where)
        digits = all(text.isdecimal() for run in runs if (text := run.text.strip()))
        findings.expect(digits and section.number_kind in ("decimal", ""), "ST12", where)
    if number == 0:
        first = section.title_page and not _numbered(section.headers.get("first", ()))
        findings.expect(first, "ST13", where)
        findings.expect(section.start in (None, "1"), "ST14", where, start=section.start or "")


def _numbered(paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    """Return the paragraph that holds the page number."""
    lines = (line for line in paragraphs if any(run.field == "PAGE" for run in line.runs))
    return next(lines, None)


def _in_the_middle(section: Section, paragraph: Paragraph) -> bool:
    before = takewhile(lambda run: run.field != "PAGE", paragraph.runs)
    typed = "".join(run.text for run in before)
    tabs, stated = typed.count("\t"), paragraph.format
    if CENTRE_TAB in typed or stated.frame_centred or paragraph.boxed:
        return True
    if not tabs:
        return stated.align == "center"
    stops = [(stop, kind) for stop, kind in stated.tabs if stop > 0]
    if len(stops) < tabs or stops[tabs - 1][1] != "center":
        return False
    return abs(stops[tabs - 1][0] - section.text_width / 2) <= _CENTRE_TOLERANCE_MM


def check_typeface(findings: Findings, document: Document) -> None:
    """Check the font of both slots and the colour of every letter that is printed."""
    for paragraph in document.everywhere:
        for run in paragraph.lettered:
            stated = run.format
            if (stated.ascii, stated.hansi, stated.colour) == (FONT, FONT, ""):
                continue
            where = catalogue_vi.passage(paragraph, run)
            for font, letters in _fonts(run).items():
                if catalogue_vi.FACE.fullmatch(font):
                    findings.add("PC03", where, font=font)
                elif font.casefold() != FONT.casefold():
                    findings.add("PC01", where, font=font, letters=letters)
            word = catalogue_vi.COLOURS.get(stated.colour, "")
            colour = f"{word} ({stated.colour})" if word else stated.colour
            findings.expect(not colour, "PC02", where, colour=colour)


def _fonts(run: Run) -> dict[str, str]:
    """Return the fonts of a run, each with its letters: Vietnamese ones use the slot `hAnsi`."""
    ascii_letters = [letter.isascii() for letter in run.text if letter.isalnum()]
    fonts = {run.format.ascii: catalogue_vi.PLAIN_LETTERS} if any(ascii_letters) else {}
    if not all(ascii_letters):
        font = run.format.hansi
        fonts[font] = catalogue_vi.ALL_LETTERS if font in fonts else catalogue_vi.MARKED_LETTERS
    return fonts


def check_traces(findings: Findings, document: Document, read: Coverage) -> None:
    """Check for tags, errors, open places, tracked changes, comments, hidden text."""
    for paragraph in document.everywhere:
        for left in dict.fromkeys(words_vi.LEFTOVERS.findall(paragraph.text)):
            findings.add("VT01", catalogue_vi.quote(paragraph.line), left=left.strip())
        for place in words_vi.open_places(paragraph.text):
            findings.add("VT06", catalogue_vi.quote(place))
        for run in paragraph.runs:
            if run.format.hidden and run.text.strip():
                findings.add("VT04", catalogue_vi.passage(paragraph, run))
            elif run.format.highlighted and run.text.strip():
                findings.add("VT05", catalogue_vi.passage(paragraph, run))
    findings.expect(not document.changes, "VT02", count=document.changes)
    findings.expect(not document.comments, "VT03", count=document.comments)
    which = "; ".join(catalogue_vi.quote(line.line) for line in read.unrecognised[:_QUOTED])
    count = len(read.unrecognised)
    findings.expect(not count, "VT07", count=count, which=which)
    kinds = (kind for element, kind in catalogue_vi.UNREAD.items() if element in document.unread)
    findings.expect(not document.unread, "VT08", which=", ".join(dict.fromkeys(kinds)))
