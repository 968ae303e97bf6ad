"""One case for each rule: a good document, what is done to it, the code that finds it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.docgen.form_check.draft import Edit


@dataclass(frozen=True)
class Case:
    """Done to the base document, the edits must give this code and no other."""

    code: str
    what: str
    base: str
    edits: tuple[Edit, ...]

    @property
    def name(self) -> str:
        """The case in words."""
        return f"{self.code} {self.what}"


def case(code: str, base: str, what: str, *edits: Edit) -> Case:
    """Write a case on one line."""
    return Case(code, what, base, edits)


def size(start: str, points: float) -> Edit:
    """Set the size of a paragraph's runs."""
    return lambda draft: draft.run(start, f'<w:sz w:val="{round(points * 2)}"/>')


def bold(start: str, *, on: bool = True) -> Edit:
    """Set or take the weight of a paragraph's runs."""
    return lambda draft: draft.run(start, f'<w:b w:val="{int(on)}"/>')


def italic(start: str, *, on: bool = True) -> Edit:
    """Set or take the slant of a paragraph's runs."""
    return lambda draft: draft.run(start, f'<w:i w:val="{int(on)}"/>')


def align(start: str, value: str) -> Edit:
    """Align a paragraph."""
    return lambda draft: draft.stand(start, f'<w:jc w:val="{value}"/>')


def say(old: str, new: str) -> Edit:
    """Replace words."""
    return lambda draft: draft.say(old, new)


def drop(*starts: str) -> Edit:
    """Remove paragraphs."""
    return lambda draft: draft.drop(*starts)


def stand(start: str, *properties: str) -> Edit:
    """Set properties of a paragraph."""
    return lambda draft: draft.stand(start, *properties)


def run(start: str, *properties: str) -> Edit:
    """Set properties of a paragraph's runs."""
    return lambda draft: draft.run(start, *properties)


def after(start: str, *xml: str) -> Edit:
    """Put paragraphs below a paragraph."""
    return lambda draft: draft.add_after(start, *xml)
