"""The checks that every component shares: size, weight and slant, capitals, centring."""

from __future__ import annotations

from docgen.form_check import wording_vi as vi
from docgen.form_check.document import Paragraph
from docgen.form_check.findings import Found
from docgen.shared.decree import Component, Range

_SIZE_TOLERANCE = 0.01


def check_look(
    found: Found, component: Component, paragraph: Paragraph, *, quoted: bool = False,
    centred: bool = True,
) -> None:  # fmt: skip
    """Compare a paragraph with the form of its component.

    Args:
        found: takes the faults.
        component: what the paragraph is.
        paragraph: the paragraph.
        quoted: name the place with the paragraph's text, where there are several.
        centred: whether centring can be judged (not where tabs place the text).
    """
    form, place = component.form, place_of(component, paragraph, quoted=quoted)
    _check_size(found, form.code, form.sizes, paragraph, place)
    check_style(found, component, paragraph, place)
    if form.capitals is not None and paragraph.line.isupper() is not form.capitals:
        found.add(f"{form.code}05", place)
    if form.centred and centred and paragraph.look.align != "center":
        found.add(f"{form.code}06", place)


def place_of(component: Component, paragraph: Paragraph, *, quoted: bool = True) -> str:
    """Name a place: the component, with its text where there may be several."""
    name = vi.NAMES[component]
    return f"{name} {vi.quote(paragraph.line)}" if quoted else name


def _check_size(
    found: Found, code: str, sizes: Range, paragraph: Paragraph, place: str
) -> None:  # fmt: skip
    for size in dict.fromkeys(run.look.size for run in paragraph.lettered):
        if not fits(size, sizes):
            found.add(f"{code}03", place, size=vi.number(size), wanted=vi.points(sizes))


def fits(value: float, wanted: Range, tolerance: float = _SIZE_TOLERANCE) -> bool:
    """Whether a value lies in a range, its ends included."""
    return wanted[0] - tolerance <= value <= wanted[1] + tolerance


def check_style(found: Found, component: Component, paragraph: Paragraph, place: str) -> None:
    """Compare weight and slant alone."""
    form = component.form
    for run in paragraph.lettered:
        bold = None if form.bold is None else run.look.bold
        italic = None if form.italic is None else run.look.italic
        if (bold, italic) != (form.bold, form.italic):
            shown = vi.style(bold=bold, italic=italic)
            wanted = vi.style(bold=form.bold, italic=form.italic)
            found.add(f"{form.code}04", place, found=shown, wanted=wanted)
            return
