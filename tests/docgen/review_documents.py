"""Báo cáo sơ kết and tổng kết of several data, each rendered once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from tests.docgen import made, reading, reviews
from tests.docgen.written import render_review
from workbook.domain.judging.review import Review
from workbook.domain.periods import Span


def with_a_fault(review: Review) -> Review:
    """The same, with a finding of Lịch sử that blocks a final report."""
    fault = replace(made.fault(), period=None, sheet="Lịch sử")
    return replace(review, years=(*review.years[:-1], replace(review.years[-1], findings=(fault,))))


CASES: dict[str, Callable[[], tuple[Review, bool]]] = {
    "sample": lambda: (reviews.sample_midterm(), False),
    "final": lambda: (reviews.sample_final(), False),
    "reached": lambda: (reviews.all_reached(Span.FINAL), False),
    "nothing": lambda: (reviews.nothing_typed(Span.FINAL), False),
    "missed": lambda: (reviews.all_missed_with_long_names(), False),
    "areas": lambda: (reviews.of_two_areas(), False),
    "other": lambda: (reviews.other_midterm(), False),
    "draft": lambda: (with_a_fault(reviews.sample_midterm()), True),
}


@cache
def document(case: str) -> bytes:
    """The document of a case."""
    review, draft = CASES[case]()
    return render_review(review, draft=draft)


def plain(text: str) -> str:
    """The text with usual spaces."""
    return text.replace("\u00a0", " ")


def said(review: Review) -> str:
    """A document's text with usual spaces."""
    return plain(reading.text(render_review(review, draft=False)))


def section(text: str, first: str, after: str) -> str:
    """What stands between two headings."""
    return text.split(f"\n{first}\n")[1].split(f"\n{after}")[0]
