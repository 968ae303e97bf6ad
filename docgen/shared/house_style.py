"""What Python must know of the house style; all else stands in `templates/khung.docx`.

Page set-up, headers and named styles are changed in that file with Word. The decree
leaves ranges (`docgen.shared.decree`); a test holds the file inside them.
"""

from __future__ import annotations

# The columns of the heading: Quốc hiệu is 95,7 mm wide at 13 points, below 100 mm it wraps.
HEADING_LEFT_MM, HEADING_RIGHT_MM = 58, 102
TEXT_MM = HEADING_LEFT_MM + HEADING_RIGHT_MM  # between the margins of an upright page
AGENCY_PT = 13  # the size of the style CoQuan, by which long names are divided into lines

# The kinds of statuses: a paragraph style `TT_…` each, with a light fill; the last for all others.
STATUS_KEYS = (
    "dat", "dung", "cham", "cham_nhieu", "kem", "duoi_moc", "khong_dat", "cho", "khac",
)  # fmt: skip
