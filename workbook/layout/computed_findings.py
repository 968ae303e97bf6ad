"""What Python writes of findings: a row each, and how many there are.

The same table stands in the sổ (Kết quả kiểm tra) and in a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbook.domain.findings import Finding, Severity
from workbook.layout import findings_layout as place
from workbook.layout import sheets, texts_vi
from workbook.layout.blocks import Block, Formula, Value, table
from workbook.layout.job import Job

_SHEET_TOP = "A3"  # where a finding on a whole sheet leads


def findings_blocks(job: Job) -> tuple[Block, ...]:
    """Return the one block of the sổ's sheet.

    It spans all prepared rows, so that older findings vanish.
    """
    known = set(sheets.markers(job.plan))
    rows = [
        [*_where(number, one, _link(one) if one.sheet in known else one.cell), one.message]
        for number, one in enumerate(job.findings, 1)
    ]
    prepared = place.last_row(len(rows)) - place.FIRST_ROW + 1
    filler = [[None]] * (prepared - max(len(rows), 1))
    return (_block(job.findings, place.COLUMNS, rows, filler),)


def findings_file_block(findings: Sequence[Finding]) -> Block:
    """Return the table of a file of findings.

    Nothing in it links: from another place, or blocked by Excel, a link would be dead.
    """
    rows = [
        [*_where(number, one, one.cell), one.problem, one.remedy]
        for number, one in enumerate(findings, 1)
    ]
    return _block(findings, place.FILE_COLUMNS, rows)


def _block(
    findings: Sequence[Finding],
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[Value]],
    filler: Iterable[Sequence[Value]] = (),
) -> Block:
    heading = [name for name, _ in columns]
    lines: list[Sequence[Value]] = [[_counts(findings)], [None], heading]
    lines += rows or [[texts_vi.NO_FINDINGS]]
    return table(sheets.FINDINGS, place.COUNT_ROW, 0, [*lines, *filler])


def _counts(findings: Sequence[Finding]) -> str:
    return "   ".join(
        f"{severity.label}: {sum(one.severity is severity for one in findings)}"
        for severity in Severity
    )


def _link(finding: Finding) -> Formula:
    shown = finding.cell or texts_vi.SEE_SHEET
    return Formula(place.link_formula(finding.sheet, finding.cell or _SHEET_TOP, shown), shown)


def _where(number: int, finding: Finding, cell: str) -> list[Value]:
    return [
        number,
        finding.severity.label,
        finding.code,
        finding.period.key if finding.period else None,
        finding.sheet,
        cell,
        finding.measure,
    ]
