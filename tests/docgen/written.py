"""The documents of every kind, written from what a test has at hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from docgen import documents
from docgen.documents import context_of, write
from docgen.letters.context import UnexplainedDelays
from docgen.plan.context import WholePlan
from docgen.year_plan.context import YearPlan
from tests.docgen.declared import Context
from workbook.domain.judging.review import Review
from workbook.domain.plan import Plan
from workbook.domain.results import Assessment
from workbook.domain.settings import Settings


def render_report(judged: Assessment, *, draft: bool, template: Path | None = None) -> bytes:
    """The Báo cáo."""
    return write(documents.REPORT, judged, draft=draft, template=template)


def render_unit_report(judged: Assessment, *, draft: bool) -> bytes:
    """A unit's own Báo cáo."""
    return write(documents.UNIT_REPORT, judged, draft=draft)


def render_review(review: Review, *, draft: bool) -> bytes:
    """The Báo cáo sơ kết or tổng kết."""
    return write(documents.MIDTERM_REPORT, review, draft=draft)


def render_plan(plan: Plan, settings: Settings) -> bytes:
    """The plan for its whole period."""
    return write(documents.PLAN, WholePlan(plan, settings))


def render_year_plan(judged: Assessment, year: int, *, draft: bool) -> bytes:
    """The plan for a year."""
    return write(documents.YEAR_PLAN, YearPlan(judged, year), draft=draft)


def render_reminder(judged: Assessment) -> bytes:
    """The Công văn đôn đốc."""
    return write(documents.REMINDER, judged)


def render_explanation(judged: Assessment, cells: Mapping[str, tuple[str, str]]) -> bytes:
    """The Công văn yêu cầu giải trình."""
    return write(documents.EXPLANATION, UnexplainedDelays(judged, cells))


def report_context(judged: Assessment, *, draft: bool) -> Context:
    """The fields of the Báo cáo."""
    return context_of(documents.REPORT, judged, draft=draft)


def unit_report_context(judged: Assessment, *, draft: bool) -> Context:
    """The fields of a unit's own Báo cáo."""
    return context_of(documents.UNIT_REPORT, judged, draft=draft)


def review_context(review: Review, *, draft: bool) -> Context:
    """The fields of the Báo cáo sơ kết or tổng kết."""
    return context_of(documents.MIDTERM_REPORT, review, draft=draft)


def plan_context(plan: Plan, settings: Settings) -> Context:
    """The fields of the plan for its whole period."""
    return context_of(documents.PLAN, WholePlan(plan, settings))


def year_plan_context(judged: Assessment, year: int, *, draft: bool) -> Context:
    """The fields of the plan for a year."""
    return context_of(documents.YEAR_PLAN, YearPlan(judged, year), draft=draft)
