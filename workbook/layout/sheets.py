"""The sheets of a sổ: their names, their markers, and the hidden sheet of the plan.

Cell A1 of every sheet (in a hidden row) holds its marker, so that a renamed or moved
sheet is still recognised. The very hidden sheet makes a workbook a sổ: it carries the
plan's TOML, one line a row.
"""

from __future__ import annotations

from workbook.domain.plan import Plan

LAYOUT_VERSION = 3

SUMMARY = "Tổng hợp"
FUNDING = "Kinh phí"
HISTORY = "Lịch sử"
INDICATORS = "Chỉ tiêu"
SETTINGS = "Cấu hình"
FINDINGS = "Kết quả kiểm tra"
GUIDE = "Hướng dẫn"
PLAN = "_so_chi_tieu"
JUDGED = "_da_danh_gia"  # very hidden: Lịch sử and Cấu hình as they were judged
TEXTS = "_van_ban"  # very hidden, with macros only: what VBA says
BRIDGE_SETTINGS = "xlwings.conf"  # hidden, with macros only; the name is the bridge's

MARKER_PREFIX = "so-chi-tieu:"
JUDGED_MARKER = f"{MARKER_PREFIX}judged"
UNIT_MARKER_PREFIX = f"{MARKER_PREFIX}unit/"

# Rows of the very hidden sheet: A is a key, B its value; from `PLAN_FIRST_ROW` on
# column A holds the plan's TOML, a line a row.
PLAN_MARKER_KEY = "so-chi-tieu"  # A1; B1 is the layout version
PLAN_YEAR_KEY = "year"  # A2
PLAN_SAMPLE_KEY = "sample"  # A3; B3 is 1 for made-up figures, else 0
PLAN_DIGEST_KEY = "sha256"  # A4; of the TOML's UTF-8 bytes, lines joined by "\n"
PLAN_LINES_KEY = "lines"  # A5; how many lines follow
PLAN_FIRST_ROW = 7


def unit_marker(unit_id: str) -> str:
    """Return the marker of a unit's sheet."""
    return f"{UNIT_MARKER_PREFIX}{unit_id}"


_FIXED = {
    SUMMARY: "summary",
    FUNDING: "funding",
    HISTORY: "history",
    INDICATORS: "indicators",
    SETTINGS: "settings",
    FINDINGS: "findings",
    GUIDE: "guide",
}


def marker_of(sheet: str) -> str:
    """Return the marker of one of the fixed sheets."""
    return f"{MARKER_PREFIX}{_FIXED[sheet]}"


def markers(plan: Plan) -> dict[str, str]:
    """Map every visible sheet's name to its marker, in the order of the tabs."""
    units = {unit.sheet: unit_marker(unit.id) for unit in plan.units}
    fixed = {sheet: marker_of(sheet) for sheet in _FIXED}
    first = {SUMMARY: fixed.pop(SUMMARY)}
    return first | units | fixed


def quoted(sheet: str) -> str:
    """Return a sheet's name as formulas and links write it."""
    return "'" + sheet.replace("'", "''") + "'"
