"""The kinds of documents, one row each, and the front door that writes them.

Command line, buttons, the check of templates and mail all ask this table. A new kind is a
row and a filling here, and a room beside the others, with the types and functions that fill
its template. Rooms and Word's libraries are loaded when they are first wanted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast, get_type_hints

from docgen.fields import FieldTree, example_of, fields_of, plain
from docgen.findings import Finding as TemplateFinding
from docgen.shared.phrases_vi import all_unbroken
from docgen.template_locations import default_template
from workbook.domain.errors import TemplateError
from workbook.domain.file_names import file_name
from workbook.domain.findings import Finding
from workbook.domain.judging.review import review
from workbook.domain.judging.unit import of_unit, sheets_as_read
from workbook.domain.periods import Period, Span, periods_of
from workbook.domain.plan import Plan, ResponsibleUnit
from workbook.domain.register import Checked
from workbook.domain.results import Assessment
from workbook.domain.text_vi import lower_first


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


# What stands in file names behind `file_words`, with what it says; of a unit's report it does
# not tell the kind.
_YEARS = {r"(\d{4})_(\d{4})": "giai đoạn {}-{}"}
_DATES: Mapping[Per, Mapping[str, str]] = {
    Per.PERIOD: {r"nam_(\d{4})": "năm {}", r"6_thang_(\d{4})": "6 tháng đầu năm {}"},
    Per.SPAN: _YEARS, Per.YEAR: {r"(\d{4})": "{}"}, Per.PLAN: _YEARS,
}  # fmt: skip


class _Subject(Protocol):
    # What a document is about; a judged period (`Assessment`) and a `Review` are such.
    @property
    def plan(self) -> Plan: ...
    @property
    def sample(self) -> bool: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...


S = TypeVar("S", bound=_Subject)


class Request(NamedTuple):
    """The judged sổ that a document is made from, and what it is asked for as its kind wants."""

    checked: Checked
    assessments: Mapping[Period, Assessment]
    period: Period | None = None
    unit: ResponsibleUnit | None = None
    year: int | None = None

    @property
    def assessment(self) -> Assessment:
        """The judged period, the whole year where none is named."""
        return self.assessments[self.period or periods_of(self.checked.register.year)[1]]


class DocumentKind(NamedTuple):
    """A kind of documents: what others than its room must know of it."""

    key: str  # its name for machines, as the command line has it
    name: str  # its Vietnamese name, as in the drop-down list of Tổng hợp
    type_name: str  # what the decree calls it
    template: str  # its template's file name
    fields_title: str  # what the list of the template's fields is called
    file_words: str  # how its file name begins, in ASCII
    per: Per
    addressee: Party
    sender: Party
    may_be_draft: bool  # a final one waits for blocking findings

    @property
    def category(self) -> str:
        """What the property "category" of its documents holds; kinds of one template share it."""
        return self.template.removesuffix(".docx")

    def title(self, name: str) -> str:
        """Return what the name of a final document's file tells, as `plain` writes it.

        `bao_cao_6_thang_2026`: Báo cáo 6 tháng đầu năm 2026; "" for a name of another kind.
        """
        for dates, words in _DATES.get(self.per, {}).items():
            if found := re.fullmatch(rf"{plain(self.file_words)}_{dates}(?!\d).*", name):
                return f"{self.name} {words.format(*found.groups())}"
        return ""

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

    def subject(self, request: Request) -> _Subject:
        """Return what a document is about (UnusableInputError: there is nothing to write)."""
        return cast(_Subject, _filling(self).subject(request))

    def file_name(self, subject: _Subject, *, draft: bool) -> str:
        """Return the ASCII name of a document's file, marked as the document is."""
        words = map(str, _filling(self).file_words(subject))
        return file_name(self.file_words, *words, draft=draft, sample=subject.sample)


_REVIEW = ("Báo cáo", "so_ket_tong_ket.docx", "Báo cáo sơ kết, tổng kết")
# fmt: off
KINDS: Mapping[str, DocumentKind] = {kind.key: kind for kind in (
    DocumentKind("bao-cao", "Báo cáo", "Báo cáo", "bao_cao.docx", "Báo cáo", "Bao_cao",
        Per.PERIOD, Party.SUPERIORS, Party.WARD, may_be_draft=True),
    DocumentKind("don-vi", "Báo cáo", "Báo cáo", "bao_cao_don_vi.docx", "Báo cáo của một đơn vị",
        "Bao_cao", Per.UNIT, Party.WARD, Party.UNIT, may_be_draft=True),
    DocumentKind("so-ket", "Báo cáo sơ kết", *_REVIEW, "Bao_cao_so_ket",
        Per.SPAN, Party.SUPERIORS, Party.WARD, may_be_draft=True),
    DocumentKind("tong-ket", "Báo cáo tổng kết", *_REVIEW, "Bao_cao_tong_ket",
        Per.SPAN, Party.SUPERIORS, Party.WARD, may_be_draft=True),
    DocumentKind("ke-hoach", "Kế hoạch", "Kế hoạch", "ke_hoach.docx", "Kế hoạch cả giai đoạn",
        "Ke_hoach", Per.PLAN, Party.NOBODY, Party.WARD, may_be_draft=False),
    DocumentKind("ke-hoach-nam", "Kế hoạch năm", "Kế hoạch", "ke_hoach_nam.docx", "Kế hoạch năm",
        "Ke_hoach_nam", Per.YEAR, Party.NOBODY, Party.WARD, may_be_draft=True),
    DocumentKind("don-doc", "Công văn đôn đốc", "Công văn", "cong_van_don_doc.docx",
        "Công văn đôn đốc", "Cong_van_don_doc",
        Per.PERIOD, Party.UNITS_NAMED, Party.WARD, may_be_draft=False),
    DocumentKind("giai-trinh", "Công văn yêu cầu giải trình", "Công văn",
        "cong_van_giai_trinh.docx", "Công văn yêu cầu giải trình", "Cong_van_giai_trinh",
        Per.PERIOD, Party.UNITS_NAMED, Party.WARD, may_be_draft=False),
)}
# fmt: on
REPORT, UNIT_REPORT = KINDS["bao-cao"], KINDS["don-vi"]
MIDTERM_REPORT, FINAL_REPORT = KINDS["so-ket"], KINDS["tong-ket"]
PLAN, YEAR_PLAN = KINDS["ke-hoach"], KINDS["ke-hoach-nam"]
REMINDER, EXPLANATION = KINDS["don-doc"], KINDS["giai-trinh"]


def kind_named(name: str, *, of_unit: bool) -> DocumentKind | None:
    """Return the kind of this Vietnamese name, for the ward or for a unit; None for none."""
    named = (kind for kind in KINDS.values() if kind.name == name)
    return next((kind for kind in named if (kind.per is Per.UNIT) is of_unit), None)


class Filling(NamedTuple, Generic[S]):
    """How documents of a kind are filled; what form and content return declares the fields."""

    subject: Callable[[Request], S]
    form: Callable[[S, bool], Mapping[str, object]]
    content: Callable[[S], Mapping[str, object]]
    file_words: Callable[[S], tuple[str | int, ...]]  # behind those of the kind


@cache
def _filling(kind: DocumentKind) -> Filling[Any]:
    # A room is loaded with the first document of its own.
    if kind is REPORT:
        from docgen.report.context import report_content, report_form

        return Filling(_judged, report_form, report_content, _period_words)
    if kind is UNIT_REPORT:
        from docgen.unit_report.context import unit_report_content, unit_report_form

        return Filling(_of_unit, unit_report_form, unit_report_content, _unit_words)
    if kind.per is Per.SPAN:
        from docgen.review.context import review_content, review_form

        span = Span.MIDTERM if kind is MIDTERM_REPORT else Span.FINAL
        return Filling(lambda request: review(request.checked, span), review_form, review_content,
            lambda of_years: (of_years.first_year, of_years.last_year))  # fmt: skip
    if kind is PLAN:
        from docgen.plan.context import WholePlan, plan_content, plan_form

        return Filling(
            lambda request: WholePlan(request.checked.register.plan, request.checked.settings),
            plan_form, plan_content, lambda whole: (whole.plan.start_year, whole.plan.end_year),
        )  # fmt: skip
    if kind is YEAR_PLAN:
        from docgen.year_plan.context import YearPlan, year_plan_content, year_plan_form

        return Filling(lambda request: YearPlan(request.assessment, cast(int, request.year)),
            year_plan_form, year_plan_content, lambda planned: (planned.year,))  # fmt: skip
    from docgen.letters import context

    if kind is REMINDER:
        return Filling(lambda request: context.with_outstanding(request.assessment),
            context.reminder_form, context.reminder_content, _period_words)  # fmt: skip
    return Filling(lambda request: context.unexplained_delays(request.checked, request.assessment),
        context.explanation_form, context.explanation_content,
        lambda delays: _period_words(delays.assessment))  # fmt: skip


def _judged(request: Request) -> Assessment:
    return request.assessment


def _of_unit(request: Request) -> Assessment:
    assert request.unit is not None
    return of_unit(request.assessment, request.unit.id, sheets_as_read(request.checked.register))


def _period_words(assessment: Assessment) -> tuple[str | int, ...]:
    return ("6_thang" if assessment.period.half else "nam", assessment.period.year)


def _unit_words(assessment: Assessment) -> tuple[str | int, ...]:
    """Return a unit's sheet in ASCII and the period: `Tram_y_te`, `nam`, `2026`."""
    (unit,) = assessment.plan.units
    words = re.sub(r"[^a-z0-9]+", "_", plain(unit.sheet)).strip("_")
    return (words[:1].upper() + words[1:] or unit.id, *_period_words(assessment))


def write(
    kind: DocumentKind, subject: _Subject, *, draft: bool = False, template: Path | None = None
) -> bytes:
    """Return a document as a .docx file's content; equal input gives equal bytes.

    Whether findings block a final document is the caller's decision. `template` replaces the
    product's own (TemplateError: it cannot be used; the sentence says what to do).
    """
    from docgen.word.template import load_template

    context = context_of(kind, subject, draft=draft)
    opened = load_template(template or default_template(kind.template), field_tree(kind.template))
    return opened.render(context, properties_of(kind, context))


def context_of(kind: DocumentKind, subject: _Subject, *, draft: bool = False) -> dict[str, Any]:
    """Return the fields of a document, with no-break spaces around its numbers."""
    filling = _filling(kind)
    fields = {**filling.form(subject, draft), **filling.content(subject)}
    return all_unbroken(fields, [measure.noun for measure in subject.plan.measures.values()])


def properties_of(kind: DocumentKind, context: Mapping[str, Any]) -> dict[str, str]:
    """Return the core properties that mail reads: the kind, and the marks as printed."""
    return {"category": kind.category, "content_status": str(context["dau_trang"])}


@cache
def field_tree(template: str) -> FieldTree:
    """Return the fields of one of the product's templates (KeyError: none of this name)."""
    kind = {kind.template: kind for kind in KINDS.values()}[template]
    sections = {"Thể thức": _filling(kind).form, "Nội dung": _filling(kind).content}
    fields = (fields_of(get_type_hints(fill)["return"]) for fill in sections.values())
    return FieldTree(kind.fields_title, tuple(zip(sections, fields, strict=True)))


def field_trees() -> dict[str, FieldTree]:
    """Return the fields of every template, in the order of the list for officials."""
    return {kind.template: field_tree(kind.template) for kind in KINDS.values()}


def template_findings(path: Path) -> tuple[TemplateFinding, ...]:
    """Return what is found in a template; one without faults is filled once, with examples.

    TemplateError: it is missing, or no Word file that opens.
    """
    from docgen.template_check import catalogue_vi
    from docgen.template_check.checking import check_template
    from docgen.word.template import load_template

    fields = fields_for(path)
    findings = check_template(path, fields)
    if not any(finding.blocks for finding in findings):
        try:
            load_template(path, fields).render(cast(dict[str, Any], example_of(fields.root)))
        except TemplateError:
            findings += (catalogue_vi.of_file(catalogue_vi.BROKEN, part=path.name),)
    return findings


def fields_for(path: Path) -> FieldTree:
    """Return the fields of the document that a template is for.

    A copy under the product's own name is that document's, another is taken for the one whose
    fields leave the fewest faults (TemplateError: it is missing, or no Word file that opens).
    """
    from docgen.template_check.checking import check_template

    trees = field_trees()
    return trees.get(path.name.lower()) or min(
        trees.values(),
        key=lambda tree: sum(finding.blocks for finding in check_template(path, tree)),
    )
