"""The use cases, shared by the command line and Excel's buttons: values in, values out.

Nothing here prints, asks or writes; the shells do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbook.domain.errors import UnusableInputError
from workbook.domain.file_names import file_name
from workbook.domain.findings import Finding, blocking
from workbook.domain.judging import assess
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.register import Checked, Register
from workbook.domain.results import Assessment
from workbook.domain.validation import check
from workbook.domain.validation.messages_vi import Fault


@dataclass(frozen=True)
class Judged:
    """A sổ checked and judged in both of its periods."""

    checked: Checked
    assessments: Mapping[Period, Assessment]

    @property
    def latest(self) -> Period:
        """The year's period where it has any figure, else the first half's if it has."""
        half, whole = periods_of(self.checked.register.year)
        typed = {period for _, period in self.checked.observations}
        return half if half in typed and whole not in typed else whole


def judge(register: Register) -> Judged:
    """Check a register and judge both of its periods."""
    checked = check(register)
    periods = periods_of(register.year)
    return Judged(checked, {period: assess(checked, period) for period in periods})


def make_workbook(judged: Judged, *, buttons: bool = False) -> bytes:
    """Build the sổ of a judged register: macro-free, or with buttons as an .xlsm file."""
    # The builder's libraries are not wanted in the path of the other commands.
    from workbook.builder import build_workbook
    from xl_macros.macro_book import macros_of

    register = judged.checked.register
    macros = macros_of(register.plan) if buttons else None
    return build_workbook(
        register, judged.assessments, judged.checked.findings, judged.latest, macros
    )


def make_findings(checked: Checked, findings: Sequence[Finding], source: Path) -> Document:
    """Write findings into a workbook of their own; `source` is the sổ's file."""
    # The builder's libraries are not wanted in the path of the other commands.
    from workbook.builder import build_findings

    register = checked.register
    name = file_name("Ket_qua_kiem_tra", str(register.year), sample=register.sample, ending=".xlsx")
    return Document(name, build_findings(checked, findings, source.name))


@dataclass(frozen=True)
class Templates:
    """Where a document's template comes from: named, or by its own name in `mau`.

    `beside` is the sổ's folder; None while it has none.
    """

    beside: Path | None = None
    named: Path | None = None

    def of(self, name: str) -> Path:
        """Return the template to use (TemplateError: a copy that was meant is of no use)."""
        from docgen.template_locations import template_for

        return self.named or template_for(name, self.beside)


@dataclass(frozen=True)
class Document:
    """A document, or what stands in its way (`content` None)."""

    name: str
    content: bytes | None
    blocked_by: tuple[Finding, ...] = ()


def make_document(
    judged: Judged,
    kind: str,
    *,
    templates: Templates,
    period: Period | None = None,
    unit: ResponsibleUnit | None = None,
    year: int | None = None,
    draft: bool = False,
) -> Document:
    """Write a document; a final one only where nothing blocks the figures it names.

    `kind` is the key of its kind (`docgen.documents.KINDS`), which tells whether period (None
    is the whole year), unit and year are asked; what can be no draft is always final.

    Raises:
        UnusableInputError: there is nothing to write, or a name of Cấu hình cannot be printed.
        TemplateError: the template cannot be used.
    """
    # Word's libraries are not wanted in the path of the other commands.
    from docgen.documents import KINDS, Request, write

    row = KINDS[kind]
    draft = draft and row.may_be_draft
    subject = row.subject(Request(judged.checked, judged.assessments, period, unit, year))
    faults = tuple(blocking(subject.findings)) if row.may_be_draft else ()
    _check_names(judged.checked, faults)
    name = row.file_name(subject, draft=draft)
    if faults and not draft:
        return Document(name, None, faults)
    template = templates.of(row.template)
    return Document(name, write(row, subject, draft=draft, template=template), faults)


def _check_names(checked: Checked, listed: Collection[Finding]) -> None:
    """Refuse names that no document can hold, where no list of faults names them.

    Raises:
        UnusableInputError: the sentence names the cell of Cấu hình.
    """
    cells = {(one.sheet, one.cell) for typed in checked.register.settings.values() for one in typed}
    for finding in checked.findings:
        is_character = finding.code == Fault.CONTROL_CHARACTER.code
        if is_character and (finding.sheet, finding.cell) in cells and finding not in listed:
            raise UnusableInputError(f"Chưa lập được văn bản. {finding.message}")
