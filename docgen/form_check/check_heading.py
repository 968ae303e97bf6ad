"""The heading block: Quốc hiệu, Tiêu ngữ, the agency, số and ký hiệu, place and date.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.1 to II.4; Phụ lục III, section I.
"""

from __future__ import annotations

import re
from datetime import date

from docgen.form_check import wording_vi as vi
from docgen.form_check import words_vi as words
from docgen.form_check.document import Paragraph
from docgen.form_check.findings import Found
from docgen.form_check.heading import Heading
from docgen.form_check.looks import check_look, place_of
from docgen.shared.decree import (
    LEADING_ZERO_DAY,
    LEADING_ZERO_MONTHS,
    LEADING_ZERO_NUMBER,
    Component,
)
from workbook.domain.text_vi import fold, nfc

_BLOCK = (
    Component.MOTTO,
    Component.SLOGAN,
    Component.SUPERIOR,
    Component.ISSUER,
    Component.NUMBER,
    Component.DATE,
)
_JOINED = re.compile(r"\s*[-–—]\s*")
_SINGLE = 1.02
_TIGHT_PT = 2  # a gap between Quốc hiệu and Tiêu ngữ that no eye sees


def check_heading(found: Found, heading: Heading) -> None:
    """Check the block above the title."""
    for component in _BLOCK:
        lines = heading.all(component)
        if not lines and component is not Component.SUPERIOR:
            found.add(f"{component.form.code}01", vi.NAMES[component])
        for line in lines:
            in_cell = line.cell is not None  # elsewhere tabs place it, not its alignment
            check_look(found, component, line, quoted=len(lines) > 1, centred=in_cell)
    _check_words(found, heading)
    _check_places(found, heading)
    number, day = heading.one(Component.NUMBER), heading.one(Component.DATE)
    if number is not None:
        _check_number(found, number, heading.type)
    if day is not None:
        _check_date(found, day)


def _check_words(found: Found, heading: Heading) -> None:
    motto, slogan = heading.one(Component.MOTTO), heading.one(Component.SLOGAN)
    if motto is not None and motto.folded != fold(words.MOTTO):
        found.add("QG02", place_of(Component.MOTTO, motto))
    if slogan is not None:
        line = nfc(slogan.line)
        wanted = words.SLOGAN.upper() if line.isupper() else words.SLOGAN
        if line != wanted:
            found.add("TN02", place_of(Component.SLOGAN, slogan))
    for line_of_issuer in heading.all(Component.ISSUER):
        if words.ABBREVIATED.match(line_of_issuer.line):
            found.add("BH02", place_of(Component.ISSUER, line_of_issuer))


def _check_places(found: Found, heading: Heading) -> None:
    motto, slogan = heading.one(Component.MOTTO), heading.one(Component.SLOGAN)
    issuer, number = heading.one(Component.ISSUER), heading.one(Component.NUMBER)
    day = heading.one(Component.DATE)
    left, right = issuer and issuer.cell, motto and motto.cell
    if motto and left and right and left.table == right.table and left.column >= right.column:
        found.add("QG11", place_of(Component.MOTTO, motto, quoted=False))
    if motto and slogan:
        gap = motto.look.after + slogan.look.before
        lines = [one.look.line for one in (motto, slogan)]
        wide = any(rule == "auto" and value > _SINGLE for value, rule in lines)
        if gap > _TIGHT_PT or wide:
            found.add("TN11", place_of(Component.SLOGAN, slogan, quoted=False))
    left, right = number and number.cell, day and day.cell
    if day and left and right and (left.table, left.row) != (right.table, right.row):
        found.add("DD15", place_of(Component.DATE, day, quoted=False))


def _check_number(found: Found, paragraph: Paragraph, kind: str | None) -> None:
    place = place_of(Component.NUMBER, paragraph)
    match = words.NUMBER.fullmatch(nfc(paragraph.text).strip())
    if match is None or not match["colon"] or not match["slash"]:
        found.add("SO02", place)
        return
    number, sign = match["number"], match["sign"].strip()
    if number and int(number) < LEADING_ZERO_NUMBER and not number.startswith("0"):
        found.add("SO11", place, wanted=f"“{int(number):02d}”")
    joined = _JOINED.sub("-", sign)
    if words.SIGN.fullmatch(joined) is None:
        found.add("SO02", place)
        return
    if joined != sign:
        found.add("SO12", place)
    groups = joined.split("-")
    if any(group.upper() != group and group not in words.MIXED_CODES for group in groups):
        found.add("SO05", place)
    _check_code(found, groups[0], sign, kind, place)


def _check_code(found: Found, first: str, sign: str, kind: str | None, place: str) -> None:
    """Compare the first group of the ký hiệu with the type of document."""
    if kind in words.TYPE_CODES:
        code = words.TYPE_CODES[kind]
        if first.upper() != code.upper():
            found.add("SO13", place, sign=sign, type=kind, wanted=f"“{code}-…”")
    elif kind == words.LETTER and first.upper() in words.NO_LETTER_CODES:
        found.add("SO13", place, sign=sign, type=kind, wanted=vi.LETTER_SIGN)


def _check_date(found: Found, paragraph: Paragraph) -> None:
    place = place_of(Component.DATE, paragraph)
    match = words.DATE.fullmatch(nfc(paragraph.line))
    parts = [match[name].strip() for name in ("day", "month", "year")] if match else []
    if match is None or not match["comma"] or not all(map(words.DATE_PART.fullmatch, parts)):
        found.add("DD02", place)
        return
    names = match["place"].split()
    if any(name[0].islower() for name in (names[0], names[-1])):
        found.add("DD05", place)
    day, month, year = parts
    if day.isdecimal() and int(day) < LEADING_ZERO_DAY and len(day) == 1:
        found.add("DD11", place, wanted=f"{int(day):02d}")
    if month.isdecimal():
        wanted = f"{int(month):02d}" if int(month) in LEADING_ZERO_MONTHS else str(int(month))
        if len(month) < len(wanted):
            found.add("DD12", place, wanted=wanted)
        elif month != wanted:
            found.add("DD13", place, wanted=wanted)
    if all(part.isdecimal() for part in parts) and not _exists(int(year), int(month), int(day)):
        found.add("DD14", place)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
