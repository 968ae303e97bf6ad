"""A Word document as the checks see it: paragraphs as they look, sections, traces."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from docgen.form_check.cascade import ParagraphLook, RunLook
from docgen.shared.decree import Range
from workbook.domain.text_vi import fold

CENTRE_TAB = "\v"  # a tab that Word itself aligns to the middle of the page


@dataclass(frozen=True)
class Run:
    """Text of one look; `field` names the field whose result it is ("PAGE")."""

    text: str
    look: RunLook
    field: str = ""

    @property
    def shown(self) -> str:
        """The text in the capitals in which it is printed."""
        return self.text.upper() if self.look.caps or self.look.small_caps else self.text


@dataclass(frozen=True)
class Cell:
    """Where a paragraph stands in a table, counted from 0; `width` of its text in mm."""

    table: int
    row: int
    column: int
    width: float | None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in its place; hidden text is in `runs` but not in `text`.

    `label` is what Word's own numbering puts before it; `lines` the lengths in mm (None
    where unknown) of the straight lines drawn from it.
    """

    runs: tuple[Run, ...]
    look: ParagraphLook
    label: str = ""
    cell: Cell | None = None
    section: int = 0
    lines: tuple[float | None, ...] = ()

    @cached_property
    def text(self) -> str:
        """What is printed, its label included; tabs and line breaks as such."""
        said = "".join(run.shown for run in self.runs if not run.look.hidden)
        return f"{self.label} {said}" if self.label and said.strip() else said

    @cached_property
    def line(self) -> str:
        """The text on one line: single blanks, none at its ends."""
        return " ".join(self.text.split())

    @cached_property
    def folded(self) -> str:
        """The text for recognising words."""
        return fold(self.text)

    @cached_property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.line

    @cached_property
    def lettered(self) -> tuple[Run, ...]:
        """The runs that print a letter or a digit, numbers of notes apart."""
        return tuple(
            run for run in self.runs
            if not (run.look.hidden or run.look.raised) and any(map(str.isalnum, run.text))
        )  # fmt: skip

    @property
    def framed(self) -> bool:
        """Whether it stands in a box of its own (a mark, as in III.2 of the decree)."""
        return len(self.look.borders) == 4

    @property
    def ruled(self) -> bool:
        """Whether it carries one horizontal border: a line below or above it."""
        return not self.framed and bool(self.look.borders & {"top", "bottom"})

    def head(self, letters: int) -> Paragraph:
        """Return its first letters as a paragraph; for what is set off within a line."""
        taken, left = [], letters
        for run in self.runs:
            taken.append(replace(run, text=run.text[: max(left, 0)]))
            left -= len(run.text)
        return replace(self, runs=tuple(taken), label="")

    def pieces(self) -> tuple[Paragraph, ...]:
        """Split at line breaks and, outside tables, at tabs: parts that share a line."""
        marks = "\n" if self.cell else "\n\t\v"
        if not any(mark in run.text for run in self.runs for mark in marks):
            return (self,)
        pieces: list[list[Run]] = [[]]
        for run in self.runs:
            rest = run.text
            while cut := min((rest.find(m) for m in marks if m in rest), default=-1) + 1:
                pieces[-1].append(replace(run, text=rest[: cut - 1]))
                pieces.append([])
                rest = rest[cut:]
            pieces[-1].append(replace(run, text=rest))
        return tuple(
            replace(self, runs=tuple(one), label="" if place else self.label,
                    lines=() if place < len(pieces) - 1 else self.lines)
            for place, one in enumerate(pieces)
        )  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A section's page set-up in mm; headers and footers by kind (default, first, even).

    `start` is the number its pages begin with, None where they go on.
    """

    size: Range
    margins: dict[str, float]
    title_page: bool = False
    start: str | None = None
    number_kind: str = "decimal"
    continuous: bool = False
    headers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)

    @property
    def landscape(self) -> bool:
        """Whether its pages are wider than high."""
        return self.size[0] > self.size[1]

    @property
    def text_width(self) -> float:
        """The width between the margins in mm."""
        return self.size[0] - self.margins["left"] - self.margins["right"]


@dataclass(frozen=True)
class Document:
    """A document: body paragraphs in reading order, text boxes and notes apart.

    `tables` tells for each table the section it stands in.
    """

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    boxes: tuple[Paragraph, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    tables: tuple[int, ...] = ()
    even_pages: bool = False
    changes: int = 0
    comments: int = 0

    @property
    def everywhere(self) -> tuple[Paragraph, ...]:
        """All paragraphs that are printed, each header and footer once."""
        around = {
            id(one): one
            for section in self.sections
            for kinds in (section.headers, section.footers)
            for paragraphs in kinds.values()
            for one in paragraphs
        }
        return (*self.paragraphs, *self.boxes, *self.notes, *around.values())
