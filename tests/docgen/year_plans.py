"""The sample's plans for a year, and how tests read them."""

from __future__ import annotations

from functools import cache

from tests.docgen import reading
from tests.docgen.every_document import sample
from tests.docgen.written import render_year_plan

THIS, NEXT = 2026, 2027


@cache
def of_sample(year: int) -> bytes:
    """The sample's plan for a year."""
    return render_year_plan(sample(), year, draft=False)


def plain(*texts: object) -> str:
    """The texts a line each, with usual spaces."""
    return "\n".join(map(str, texts)).replace("\u00a0", " ")


def rows(document: bytes) -> dict[str, list[str]]:
    """The rows of the table of targets, by number."""
    table = reading.tables(document)[1]
    return {row[0]: row for row in table[1:] if len(row) > 1}
