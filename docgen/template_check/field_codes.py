"""Reads Word's own fields (`PAGE`, `TOC` …) and finds those that a template may not have.

A field's code can be cut into many runs and nested; what it will run is only known once
the pieces are put together. The list is of what may stand: page numbers and references
inside the document. Whatever else (links, DDE, includes, macros, sums) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.template_check.parts import W

_ALLOWED = {
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF",
    "SEQ", "TOC", "TC",
}  # fmt: skip
# The entries of a table of contents lead to bookmarks of the document.
_INNER_LINK = re.compile(r'HYPERLINK\s+\\l\s+"[^"]*"(\s+\\[hnot]\b)*', re.IGNORECASE)


_PIECES = tuple(f"{W}{name}" for name in ("fldSimple", "fldChar", "instrText", "delInstrText"))


def forbidden_fields(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the codes of the fields of a part that are not allowed, and where each ends."""
    open_fields: list[list[str] | None] = []  # the code so far; None once its result begins
    element = root
    for element in root.iter(*_PIECES):
        for code in _read(element, open_fields):
            yield code, element
    for left in open_fields:
        for code in _judged("".join(left)) if left is not None else ():
            yield code, element


def _read(element: etree._Element, open_fields: list[list[str] | None]) -> Iterator[str]:
    if element.tag == f"{W}fldSimple":
        yield from _judged(element.get(f"{W}instr", ""))
    elif element.tag == f"{W}fldChar":
        yield from _step(element.get(f"{W}fldCharType", ""), open_fields)
    elif open_fields and open_fields[-1] is not None:
        open_fields[-1].append(element.text or "")
    else:
        yield from _judged(element.text or "?")


def _step(kind: str, open_fields: list[list[str] | None]) -> Iterator[str]:
    if kind == "begin":
        if open_fields and open_fields[-1] is not None:
            # A field inside another's code: what the outer one runs is not known.
            yield "".join(open_fields[-1]) or "?"
        open_fields.append([])
    elif open_fields:
        code = open_fields[-1]
        if code is not None:
            yield from _judged("".join(code))
        if kind == "separate":
            open_fields[-1] = None
        else:
            open_fields.pop()


def _judged(code: str) -> Iterator[str]:
    line = " ".join(code.split())
    if line.partition(" ")[0].upper() not in _ALLOWED and not _INNER_LINK.fullmatch(line):
        yield line or "?"
