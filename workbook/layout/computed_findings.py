"""What Python writes into Kết quả kiểm tra: a row a finding, and how many there are."""

from __future__ import annotations

from workbook.domain.findings import Finding, Severity
from workbook.layout import findings_layout as place
from workbook.layout import sheets, texts_vi
from workbook.layout.blocks import Block, Formula, Value, table
from workbook.layout.job import Job

_SHEET_TOP = "A3"  # where a finding on a whole sheet leads


def findings_blocks(job: Job) -> tuple[Block, ...]:
    """Return the one block, over all prepared rows, so that older findings vanish."""
    known = set(sheets.markers(job.plan))
    width = len(place.COLUMNS)
    rows: list[list[Value]] = [[_counts(job)], [None], [name for name, _ in place.COLUMNS]]
    rows += [_row(n, one, linked=one.sheet in known) for n, one in enumerate(job.findings, 1)]
    if not job.findings:
        rows.append([texts_vi.NO_FINDINGS])
    total = place.last_row(len(job.findings)) - place.COUNT_ROW + 1
    rows += [[None] * width] * (total - len(rows))
    return (table(sheets.FINDINGS, place.COUNT_ROW, 0, rows),)


def _counts(job: Job) -> str:
    return "   ".join(
        f"{severity.label}: {sum(one.severity is severity for one in job.findings)}"
        for severity in Severity
    )


def _row(number: int, finding: Finding, *, linked: bool) -> list[Value]:
    shown = finding.cell or texts_vi.SEE_SHEET
    link = place.link_formula(finding.sheet, finding.cell or _SHEET_TOP, shown)
    return [
        number,
        finding.severity.label,
        finding.code,
        finding.period.key if finding.period else None,
        finding.sheet,
        Formula(link, shown) if linked else finding.cell,
        finding.measure,
        finding.message,
    ]
