"""The sheet Kết quả kiểm tra: every finding with a link to its cell."""

from __future__ import annotations

from workbook.builder.book import Book, Page
from workbook.layout.job import Job
from workbook.domain.findings import Finding, Severity
from workbook.layout import sheets, styles, texts_vi
from workbook.layout.formulas import quoted
from workbook.layout.styles import StatusLook

_HINT_ROW, _COUNT_ROW, _HEADING_ROW, _FIRST_ROW = 4, 5, 7, 8
_HEADINGS = (
    ("STT", 6), ("Mức độ", 12), ("Mã lỗi", 10), ("Kỳ", 12), ("Trang", 26), ("Ô", 9),
    ("Mã", 9), ("Nội dung và cách sửa", 90),
)  # fmt: skip
_LOOKS = {
    Severity.ERROR: StatusLook("#F2B5B2", "#7F0000"),
    Severity.WARNING: StatusLook("#FFF2CC", "#7A4F01"),
    Severity.NOTICE: StatusLook("#E6F0FA", "#0D3C78"),
}


def write_findings(book: Book, job: Job) -> None:
    """Add the sheet."""
    page = Page(book, sheets.FINDINGS, sheets.marker_of(sheets.FINDINGS))
    page.columns([width for _, width in _HEADINGS])
    page.title(texts_vi.FINDINGS_TITLE)
    page.hint(_HINT_ROW, texts_vi.FINDINGS_HINT)
    counts = [
        f"{severity.label}: {sum(f.severity is severity for f in job.findings)}"
        for severity in Severity
    ]
    page.text(_COUNT_ROW, 0, "   ".join(counts), book.format(bold=True, text_wrap=False))
    for index, (heading, _) in enumerate(_HEADINGS):
        page.text(_HEADING_ROW, index, heading, book.heading_format())
    known = set(sheets.markers(job.plan))
    for number, finding in enumerate(job.findings):
        _write_finding(page, number, finding, linked=finding.sheet in known)
    if not job.findings:
        page.text(_FIRST_ROW, 0, texts_vi.NO_FINDINGS, book.format(text_wrap=False))
    page.sheet.freeze_panes(_HEADING_ROW, 0)
    last = _FIRST_ROW + max(len(job.findings), 1) - 1
    page.print_setup(last, len(_HEADINGS) - 1, (_HEADING_ROW,) * 2)
    page.finish()


def _write_finding(page: Page, number: int, finding: Finding, *, linked: bool) -> None:
    row, book, look = _FIRST_ROW + number, page.book, _LOOKS[finding.severity]
    centred = book.cell_format(align="center")
    severity = book.cell_format(align="center", bold=True, bg_color=look.fill, font_color=look.text)
    page.number(row, 0, number + 1, centred)
    page.text(row, 1, finding.severity.label, severity)
    page.text(row, 2, finding.code, centred)
    page.text(row, 3, finding.period.key if finding.period else "", centred)
    page.text(row, 4, finding.sheet, book.cell_format())
    page.text(row, 5, finding.cell, centred)
    if linked:
        link = book.cell_format(align="center", underline=1, font_color=styles.LINK_TEXT)
        target = f"internal:{quoted(finding.sheet)}!{finding.cell or 'A3'}"
        page.sheet.write_url(row - 1, 5, target, link, finding.cell or "xem")
    page.text(row, 6, finding.measure or "", centred)
    page.text(row, 7, finding.message, book.cell_format())
