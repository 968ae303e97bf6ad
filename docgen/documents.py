"""The kinds of documents, one row each, and the front door that writes them.

Command line, buttons, the check of templates and mail all ask this table. A new kind is a
row here and a room beside the others, with the types and functions that fill its template.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast, get_type_hints

from docgen.fields import FieldTree, fields_of, plain
from docgen.letters.context import (
    UnexplainedDelays,
    explanation_content,
    explanation_form,
    outstanding,
    reminder_content,
    reminder_form,
)
from docgen.plan.context import WholePlan, plan_content, plan_form
from docgen.report.context import report_content, report_form
from docgen.review.context import review_content, review_form
from docgen.shared.line_breaks_vi import all_unbroken
from docgen.template_check.checking import inspect
from docgen.template_check.package import read_package
from docgen.template_locations import default_template
from docgen.unit_report.context import unit_report_content, unit_report_form
from docgen.word.jinja import Context
from docgen.word.template import load_template
from docgen.year_plan.context import YearPlan, year_plan_content, year_plan_form
from workbook.domain.errors import UnusableInputError
from workbook.domain.file_names import file_name
from workbook.domain.findings import Finding
from workbook.domain.judging.review import Review, review
from workbook.domain.judging.unit import of_unit, sheets_as_read
from workbook.domain.periods import Period, Span, periods_of
from workbook.domain.plan import Plan, ResponsibleUnit
from workbook.domain.register import Checked
from workbook.domain.results import Assessment
from workbook.domain.text_vi import lower_first


class _Subject(Protocol):
    # What a document is about; a judged period (`Assessment`) and a `Review` are such.
    @property
    def plan(self) -> Plan: ...
    @property
    def sample(self) -> bool: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...


S = TypeVar("S", bound=_Subject)


class Per(Enum):
    """What there is a document for."""

    PERIOD = auto()
    UNIT = auto()  # a unit in a period
    SPAN = auto()  # the years of the plan to a milestone, or all
    YEAR = auto()
    PLAN = auto()


class Party(Enum):
    """Who sends a document, or to whom it goes."""

    WARD = auto()
    UNIT = auto()
    UNITS_NAMED = auto()  # those in Kính gửi
    SUPERIORS = auto()  # as Cấu hình says
    NOBODY = auto()  # it has only Nơi nhận


class Request(NamedTuple):
    """What a document is asked for, and the judged sổ that it is made from.

    `period`, `unit`, `year`: as the kind's `per` wants them.
    """

    checked: Checked
    assessments: Mapping[Period, Assessment]
    period: Period | None = None
    unit: ResponsibleUnit | None = None
    year: int | None = None

    @property
    def assessment(self) -> Assessment:
        """The judged period, the whole year where none is named."""
        return self.assessments[self.period or periods_of(self.checked.register.year)[1]]


@dataclass(frozen=True)
class DocumentKind(Generic[S]):
    """A kind of documents.

    Attributes:
        key: its name for machines, as the command line has it.
        name: its Vietnamese name, as in the drop-down list of Tổng hợp.
        template: its template's file name; without its ending the property "category" of
            every document.
        fields_title: what the list of the template's fields is called.
        may_be_draft: whether it can be a draft; a final one waits for blocking findings.
        subject: what it is about (UnusableInputError: there is nothing to write, or not yet).
        form, content: what the template is filled with; their types declare the fields.
        file_words: the words of its file name.
    """

    key: str
    name: str
    template: str
    fields_title: str
    per: Per
    addressee: Party
    sender: Party
    may_be_draft: bool
    subject: Callable[[Request], S]
    form: Callable[[S, bool], Mapping[str, object]]
    content: Callable[[S], Mapping[str, object]]
    file_words: Callable[[S], tuple[str, ...]]

    def described(
        self, period: Period | None, unit: ResponsibleUnit | None = None, year: int | None = None
    ) -> str:
        """Name a document in a sentence: `báo cáo năm 2026 của “Trạm y tế”`."""
        name = lower_first(self.name)
        if self.per is Per.YEAR:
            return f"{name} {year}"
        if self.per not in (Per.PERIOD, Per.UNIT) or period is None:
            return name
        return f"{name} {period.label}" + (f" của “{unit.sheet}”" if unit else "")

    def file_name(self, subject: S, *, draft: bool) -> str:
        """Return the ASCII name of a document's file, marked as the document is."""
        return file_name(*self.file_words(subject), draft=draft, sample=subject.sample)


def _unit_subject(request: Request) -> Assessment:
    assert request.unit is not None
    return of_unit(request.assessment, request.unit.id, sheets_as_read(request.checked.register))


def _reminder_subject(request: Request) -> Assessment:
    assessment = request.assessment
    if not outstanding(assessment):
        raise UnusableInputError(
            f"Số liệu {assessment.period.label} đã đủ và hợp lệ, không có đơn vị nào cần đôn đốc."
        )
    return assessment


def _explanation_subject(request: Request) -> UnexplainedDelays:
    assessment = request.assessment
    if not assessment.lagging:
        raise UnusableInputError(
            f"Không có nội dung nào chậm hoặc không đạt {assessment.period.label}, không cần yêu"
            " cầu giải trình."
        )
    cells = {
        entry.measure_id: (entry.explanation.sheet, entry.explanation.cell)
        for entry in request.checked.register.entries
        if entry.period == assessment.period
    }
    return UnexplainedDelays(assessment, cells)


def _year_plan_subject(request: Request) -> YearPlan:
    assert request.year is not None
    return YearPlan(request.assessment, request.year)


def _period_words(assessment: Assessment) -> tuple[str, str]:
    period = assessment.period
    return ("6_thang" if period.half else "nam", str(period.year))


def _unit_words(assessment: Assessment) -> str:
    """Return a unit's sheet as a part of a file name, in ASCII: `Tram_y_te`."""
    (unit,) = assessment.plan.units
    words = re.sub(r"[^a-z0-9]+", "_", plain(unit.sheet)).strip("_")
    return words[:1].upper() + words[1:] or unit.id


def _years(subject: Review) -> tuple[str, str]:
    return str(subject.first_year), str(subject.last_year)


REPORT = DocumentKind(
    "bao-cao", "Báo cáo", "bao_cao.docx", "Báo cáo",
    per=Per.PERIOD, addressee=Party.SUPERIORS, sender=Party.WARD, may_be_draft=True,
    subject=lambda request: request.assessment, form=report_form, content=report_content,
    file_words=lambda assessment: ("Bao_cao", *_period_words(assessment)),
)  # fmt: skip
UNIT_REPORT = DocumentKind(
    "don-vi", "Báo cáo", "bao_cao_don_vi.docx", "Báo cáo của một đơn vị",
    per=Per.UNIT, addressee=Party.WARD, sender=Party.UNIT, may_be_draft=True,
    subject=_unit_subject, form=unit_report_form, content=unit_report_content,
    file_words=lambda assessment: ("Bao_cao", _unit_words(assessment), *_period_words(assessment)),
)  # fmt: skip
_REVIEW = ("so_ket_tong_ket.docx", "Báo cáo sơ kết, tổng kết")
MIDTERM_REPORT = DocumentKind(
    "so-ket", "Báo cáo sơ kết", *_REVIEW,
    per=Per.SPAN, addressee=Party.SUPERIORS, sender=Party.WARD, may_be_draft=True,
    subject=lambda request: review(request.checked, Span.MIDTERM),
    form=review_form, content=review_content,
    file_words=lambda years: ("Bao_cao", "so_ket", *_years(years)),
)  # fmt: skip
FINAL_REPORT = DocumentKind(
    "tong-ket", "Báo cáo tổng kết", *_REVIEW,
    per=Per.SPAN, addressee=Party.SUPERIORS, sender=Party.WARD, may_be_draft=True,
    subject=lambda request: review(request.checked, Span.FINAL),
    form=review_form, content=review_content,
    file_words=lambda years: ("Bao_cao", "tong_ket", *_years(years)),
)  # fmt: skip
PLAN = DocumentKind(
    "ke-hoach", "Kế hoạch", "ke_hoach.docx", "Kế hoạch cả giai đoạn",
    per=Per.PLAN, addressee=Party.NOBODY, sender=Party.WARD, may_be_draft=False,
    subject=lambda request: WholePlan(request.checked.register.plan, request.checked.settings),
    form=plan_form, content=plan_content,
    file_words=lambda whole: ("Ke_hoach", str(whole.plan.start_year), str(whole.plan.end_year)),
)  # fmt: skip
YEAR_PLAN = DocumentKind(
    "ke-hoach-nam", "Kế hoạch năm", "ke_hoach_nam.docx", "Kế hoạch năm",
    per=Per.YEAR, addressee=Party.NOBODY, sender=Party.WARD, may_be_draft=True,
    subject=_year_plan_subject, form=year_plan_form, content=year_plan_content,
    file_words=lambda of_year: ("Ke_hoach_nam", str(of_year.year)),
)  # fmt: skip
REMINDER = DocumentKind(
    "don-doc", "Công văn đôn đốc", "cong_van_don_doc.docx", "Công văn đôn đốc",
    per=Per.PERIOD, addressee=Party.UNITS_NAMED, sender=Party.WARD, may_be_draft=False,
    subject=_reminder_subject, form=reminder_form, content=reminder_content,
    file_words=lambda assessment: ("Cong_van_don_doc", *_period_words(assessment)),
)  # fmt: skip
EXPLANATION = DocumentKind(
    "giai-trinh", "Công văn yêu cầu giải trình",
    "cong_van_giai_trinh.docx", "Công văn yêu cầu giải trình",
    per=Per.PERIOD, addressee=Party.UNITS_NAMED, sender=Party.WARD, may_be_draft=False,
    subject=_explanation_subject, form=explanation_form, content=explanation_content,
    file_words=lambda delays: ("Cong_van_giai_trinh", *_period_words(delays.assessment)),
)  # fmt: skip

KINDS: Mapping[str, DocumentKind[Any]] = {
    kind.key: kind
    for kind in (
        REPORT, UNIT_REPORT, MIDTERM_REPORT, FINAL_REPORT, PLAN, YEAR_PLAN, REMINDER, EXPLANATION,
    )
}  # fmt: skip


def kind_named(name: str, *, of_unit: bool) -> DocumentKind[Any] | None:
    """Return the kind of this Vietnamese name, for the ward or for a unit; None for none."""
    named = (kind for kind in KINDS.values() if kind.name == name)
    return next((kind for kind in named if (kind.per is Per.UNIT) is of_unit), None)


def write(
    kind: DocumentKind[S], subject: S, *, draft: bool = False, template: Path | None = None
) -> bytes:
    """Write a document as a .docx file's content.

    Equal input gives equal bytes. Whether a final document may be written while findings
    block it is the caller's decision; figures that are no good are shown as such.

    Args:
        kind: its kind.
        subject: what it is about.
        draft: mark every page DỰ THẢO and list the blocking findings at the end.
        template: another template than the product's own.

    Raises:
        TemplateError: the template cannot be used; the sentence says what to do.
    """
    path = template or default_template(kind.template)
    context = context_of(kind, subject, draft=draft)
    properties = properties_of(kind, context)
    return load_template(path, field_tree(kind.template)).render(context, properties)


def context_of(kind: DocumentKind[S], subject: S, *, draft: bool = False) -> Context:
    """Return the fields of a document, with no-break spaces around its numbers."""
    fields = {**kind.form(subject, draft), **kind.content(subject)}
    nouns = [measure.noun for measure in subject.plan.measures.values()]
    # The types say what every field holds; a TypedDict of texts is no Mapping of them to mypy.
    return cast(Context, all_unbroken(fields, nouns))


def properties_of(kind: DocumentKind[Any], context: Context) -> dict[str, str]:
    """Return the core properties that mail reads: the kind, and the marks as printed."""
    return {
        "category": kind.template.removesuffix(".docx"),
        "content_status": str(context["dau_trang"]),
    }


@cache
def field_tree(template: str) -> FieldTree:
    """Return the fields of one of the product's templates (KeyError: none of this name)."""
    kind = {kind.template: kind for kind in KINDS.values()}[template]
    form, content = (get_type_hints(fill)["return"] for fill in (kind.form, kind.content))
    sections = (("Thể thức", fields_of(form)), ("Nội dung", fields_of(content)))
    return FieldTree(kind.fields_title, sections)


def field_trees() -> dict[str, FieldTree]:
    """Return the fields of every template, in the order of the list for officials."""
    return {kind.template: field_tree(kind.template) for kind in KINDS.values()}


def fields_for(path: Path) -> FieldTree:
    """Return the fields of the document that a template is for.

    A copy under the product's own name is that document's; one under any other name is
    taken for the document whose fields leave the fewest faults.

    Raises:
        TemplateError: the file is missing, cannot be read, or is no Word file.
    """
    trees = field_trees()
    if path.name.lower() in trees:
        return trees[path.name.lower()]
    faults = {
        tree: sum(fault.blocks for fault in inspect(read_package(path), tree).findings)
        for tree in trees.values()
    }
    return min(faults, key=lambda tree: faults[tree])
