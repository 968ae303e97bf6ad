"""A Word document as it is printed: paragraphs with their formats, sections, traces.

Nothing here knows XML. Sizes and gaps are in points, indents, widths and margins in
millimetres. Text is in NFC whatever the file holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from docgen.shared.decree import FONT, Range
from workbook.domain.text_vi import fold

CENTRE_TAB = "\v"  # a tab that Word itself aligns to the middle of the page
LINE_BREAK = re.compile(r"\n")
_BREAK_OR_TAB = re.compile(r"[\n\t\v]")


class RunFormat(NamedTuple):
    """The format of a run; the defaults are what Word takes where no level says otherwise."""

    ascii: str = FONT  # the font of letters without marks
    hansi: str = FONT  # the font of all others
    size: float = 10
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    underlined: bool = False
    highlighted: bool = False
    raised: bool = False  # superscript or subscript, as of a note's number
    colour: str = ""  # RRGGBB, "" is black


class ParagraphFormat(NamedTuple):
    """The format of a paragraph."""

    style: str = ""  # its id
    align: str = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    line: tuple[float, str] = (1.0, "auto")  # single lines; points with any other rule
    contextual: bool = False
    borders: frozenset[str] = frozenset()  # the visible ones
    tabs: tuple[tuple[float, str], ...] = ()
    frame_centred: bool = False
    list: str = ""  # the id of its numbering
    level: str = "0"


class Cell(NamedTuple):
    """The cell that holds a paragraph, counted from 0; a table inside a cell belongs to it."""

    table: int
    row: int
    column: int
    width: float | None  # of its text


@dataclass(frozen=True)
class Run:
    """Text of one format; `field` names the field whose result it is ("PAGE")."""

    text: str
    format: RunFormat
    field: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; hidden text is in `runs` but not in `text`."""

    runs: tuple[Run, ...]
    format: ParagraphFormat
    label: str = ""  # what Word's own numbering puts before it
    cell: Cell | None = None
    section: int = 0
    lines: tuple[float | None, ...] = ()  # lengths of straight lines drawn from it
    boxed: bool = False  # in a text box that is anchored in the paragraph before
    pictured: bool = False

    @cached_property
    def text(self) -> str:
        """What is printed, its label included; tabs and line breaks as such."""
        printed = "".join(
            run.text.upper() if run.format.caps or run.format.small_caps else run.text
            for run in self.runs
            if not run.format.hidden
        )
        return f"{self.label} {printed}" if self.label and printed.strip() else printed

    @cached_property
    def line(self) -> str:
        """The text on one line: single blanks, none at its ends."""
        return " ".join(self.text.split())

    @cached_property
    def folded(self) -> str:
        """The text for recognising words."""
        return fold(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.line

    @cached_property
    def lettered(self) -> tuple[Run, ...]:
        """The runs that print a letter or a digit, numbers of notes apart."""
        return tuple(
            run for run in self.runs
            if not (run.format.hidden or run.format.raised) and any(map(str.isalnum, run.text))
        )  # fmt: skip

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return bool(self.lettered) and all(run.format.bold for run in self.lettered)

    @property
    def centred(self) -> bool:
        """Whether it is centred by its alignment."""
        return self.format.align == "center"

    @property
    def framed(self) -> bool:
        """Whether it stands in a visible box of its own (a mark, as in III.2 of the decree)."""
        return len(self.format.borders) == 4

    @property
    def printed(self) -> list[Paragraph]:
        """The pieces that print something."""
        return [piece for piece in self.pieces if not piece.blank]

    @cached_property
    def pieces(self) -> tuple[Paragraph, ...]:
        """The parts that share a line: split at line breaks and, outside tables, at tabs."""
        return self.cut(LINE_BREAK if self.cell else _BREAK_OR_TAB)

    def cut(self, marks: re.Pattern[str]) -> tuple[Paragraph, ...]:
        """Split at every match; the label stays with the first part, lines with the last."""
        raw = "".join(run.text for run in self.runs)
        edges = [edge for match in marks.finditer(raw) for edge in match.span()]
        if not edges:
            return (self,)
        bounds = [0, *edges, len(raw)]
        starts = list(accumulate((len(run.text) for run in self.runs[:-1]), initial=0))
        parts = []
        for start, end in zip(bounds[::2], bounds[1::2], strict=True):
            within = slice(bisect_right(starts, start) - 1, bisect_left(starts, end))
            runs = tuple(
                replace(run, text=text)
                for run, offset in zip(self.runs[within], starts[within], strict=True)
                if (text := run.text[max(start - offset, 0) : end - offset])
            )
            parts.append(replace(self, runs=runs, label="", lines=()))
        parts[0] = replace(parts[0], label=self.label)
        parts[-1] = replace(parts[-1], lines=self.lines)
        return tuple(parts)


class Section(NamedTuple):
    """A section's page set-up; headers and footers by kind (default, first, even)."""

    size: Range
    margins: dict[str, float]
    title_page: bool
    start: str | None  # the number its pages begin with, None where they go on
    number_kind: str
    headers: dict[str, tuple[Paragraph, ...]]
    footers: dict[str, tuple[Paragraph, ...]]

    @property
    def landscape(self) -> bool:
        """Whether its pages are wider than high."""
        return self.size[0] > self.size[1]

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.size[0] - self.margins["left"] - self.margins["right"]


@dataclass(frozen=True)
class Document:
    """A document: body paragraphs in reading order, each text box behind its anchor."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    beside: tuple[Paragraph, ...] = ()  # in notes, headers and footers
    tab_stop: float = 12.7  # the distance of default tab stops
    even_pages: bool = False  # whether they have headers of their own
    changes: int = 0
    comments: int = 0
    unread: frozenset[str] = frozenset()  # elements whose words are not read; "" a picture

    def room(self, paragraph: Paragraph) -> float | None:
        """Return the width in which a paragraph stands, None where unknown."""
        cell, section = paragraph.cell, self.sections[paragraph.section]
        width = cell.width if cell else section.text_width
        return None if paragraph.boxed else width

    @cached_property
    def first_lines(self) -> dict[int, str]:
        """The first printed line of each section."""
        printed = (line for line in reversed(self.paragraphs) if not line.blank)
        return {line.section: line.printed[0].line for line in printed}

    @property
    def everywhere(self) -> tuple[Paragraph, ...]:
        """All paragraphs that are printed, each header and footer once."""
        return self.paragraphs + self.beside
