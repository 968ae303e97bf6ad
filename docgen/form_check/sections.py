"""Reads a section's page set-up, headers and footers.

A section without a header of some kind shows that of the section before it. Source:
ECMA-376 part 1, 17.6 (sections), 17.10 (headers and footers).
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from docgen.form_check.document import Paragraph, Section
from docgen.form_check.opening import W
from docgen.form_check.properties import is_on, millimetres

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What Word takes where the file does not say: US Letter with one inch around.
_SIZE = (215.9, 279.4)
_MARGIN = 25.4


def read_section(
    element: etree._Element,
    before: Section | None,
    related: Mapping[str, str],
    parts: Mapping[str, tuple[Paragraph, ...]],
) -> Section:
    """Return the section of a `w:sectPr`.

    Args:
        element: the properties.
        before: the section before, whose headers go on.
        related: part names by relation id.
        parts: headers and footers, read, by part name.
    """
    numbers, kind = element.find(f"{W}pgNumType"), element.find(f"{W}type")
    title = element.find(f"{W}titlePg")
    found: dict[str, dict[str, tuple[Paragraph, ...]]] = {}
    for name in ("header", "footer"):
        inherited = {"header": before.headers, "footer": before.footers}[name] if before else {}
        own = {
            one.get(f"{W}type", "default"): parts.get(related.get(one.get(f"{_R}id", ""), ""), ())
            for one in element.iterfind(f"{W}{name}Reference")
        }
        found[name] = inherited | own
    return Section(
        size=_size(element.find(f"{W}pgSz")),
        margins=_margins(element.find(f"{W}pgMar")),
        title_page=title is not None and is_on(title),
        start=numbers.get(f"{W}start") if numbers is not None else None,
        number_kind=numbers.get(f"{W}fmt", "decimal") if numbers is not None else "decimal",
        continuous=kind is not None and kind.get(f"{W}val") == "continuous",
        headers=found["header"],
        footers=found["footer"],
    )


def _size(element: etree._Element | None) -> tuple[float, float]:
    if element is None:
        return _SIZE
    sides = (millimetres(element.get(f"{W}{side}")) for side in ("w", "h"))
    width, height = (side or usual for side, usual in zip(sides, _SIZE, strict=True))
    return width, height


def _margins(element: etree._Element | None) -> dict[str, float]:
    """Return the four margins; the gutter belongs to the left one."""
    edges = ("top", "bottom", "left", "right")
    if element is None:
        return dict.fromkeys(edges, _MARGIN)
    # A negative top or bottom is the same distance, kept even where a header is higher.
    read = {edge: millimetres(element.get(f"{W}{edge}")) for edge in edges}
    margins = {edge: abs(_MARGIN if size is None else size) for edge, size in read.items()}
    margins["left"] += millimetres(element.get(f"{W}gutter")) or 0
    return margins
