"""Names of chart parts."""

from docgen.template_check.chart_parts import CHART, DRAWING, A, C, R

__all__ = ["BOOK_ID", "CHART", "CHART_TYPE", "DRAWING", "A", "C", "R"]

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_ID = "rIdSoLieu"
