"""Red around the cells that Kết quả kiểm tra names, by conditional formats alone."""

from __future__ import annotations

from workbook.builder.page import Page
from workbook.domain.findings import Severity
from workbook.layout import findings_layout, styles
from workbook.layout.formulas import literal

_SEVERITY, _SHEET, _CELL = findings_layout.NAMES


def define_names(page: Page) -> None:
    """Name the columns of Kết quả kiểm tra that tell where faults are."""
    for name, column in findings_layout.NAMES.items():
        page.book.file.define_name(name, f"={findings_layout.whole_column(column)}")


def mark_faulty(page: Page, *cells: str) -> None:
    """Outline the faulty ones among entry cells, given as ranges ("C8:D20")."""
    if not cells:
        return
    for severity, look in styles.FAULT_LOOKS.items():
        first = cells[0].partition(":")[0]
        form = {"border": styles.THIN, "border_color": look.border, "bg_color": look.fill}
        page.sheet.conditional_format(
            first,
            {
                "type": "formula",
                "criteria": _named_in_findings(page.name, severity),
                "format": page.book.file.add_format(form),
                "multi_range": " ".join(cells),
                "stop_if_true": True,
            },
        )


def _named_in_findings(sheet: str, severity: Severity) -> str:
    conditions = (
        f"{_SHEET},{literal(f'={sheet}')}",
        f"{_CELL},ADDRESS(ROW(),COLUMN(),4)",
        f"{_SEVERITY},{literal(severity.label)}",
    )
    return f"=COUNTIFS({','.join(conditions)})>0"
