"""Checking a document's form, against the least that reading it can cost.

Run: python -m tests.benchmarks.form
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from functools import partial

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement

from docgen.form_check.checking import check_package
from docgen.form_check.opening import read_package
from tests.benchmarks.pairs import compare
from tests.docgen.written import render_report
from workbook.domain.periods import Period
from xl_macros.actions import judge
from xl_macros.new_workbook import sample_register


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _parse(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def _walk(content: bytes) -> list[object]:
    """Ask python-docx for what it knows of every run, its own properties alone."""
    document = _parse(content)
    paragraphs = [*document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            paragraphs += [one for cell in row.cells for one in cell.paragraphs]
    runs = (run for paragraph in paragraphs for run in paragraph.runs)
    return [(run.font.name, run.font.size, run.font.bold, run.text) for run in runs]


def _empty(paragraphs: int) -> Callable[[], object]:
    """A check of so many empty paragraphs."""
    document, buffer = Document(), io.BytesIO()
    document.element.body[:0] = [OxmlElement("w:p") for _ in range(paragraphs)]
    document.save(buffer)
    package = read_package("x", buffer.getvalue())
    return lambda: check_package(package)


def measure() -> None:
    """Check the sample's Báo cáo beside python-docx reading it; check long ones beside short."""
    register = sample_register()
    judged = judge(register).assessments[Period(register.year)]
    content = render_report(judged, draft=False)
    check = partial(_seconds, lambda: check_package(read_package("x", content)))
    compare("the-thuc / python-docx parsing", check, partial(_seconds, lambda: _parse(content)))
    compare("the-thuc / python-docx's runs", check, partial(_seconds, lambda: _walk(content)))
    long, short = _empty(40_000), _empty(10_000)
    compare("40 000 / 10 000 paragraphs", partial(_seconds, long), partial(_seconds, short))


if __name__ == "__main__":
    measure()
