"""The heading block, title, Kính gửi, Căn cứ, and the lines below them.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.1 to II.5, II.6.a, II.9; Phụ lục III.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from docgen.form_check.reading.model import Document, Paragraph
from docgen.form_check.recognise import words_vi as words
from docgen.form_check.recognise.heading import Heading
from docgen.form_check.recognise.parts import Part
from docgen.form_check.rules import catalogue_vi as vi
from docgen.form_check.rules.measuring import Findings, check_format, fits, location_of
from docgen.shared import decree
from docgen.shared.decree import Component, Range
from docgen.shared.text_width import text_width
from workbook.domain.text_vi import fold

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
_GAP_TOLERANCE_PT = 0.5
_LENGTHS: dict[Component, Range] = {
    Component.SLOGAN: decree.FULL_LINE,
    Component.ISSUER: decree.SHORT_LINE,
    Component.ABSTRACT: decree.SHORT_LINE,
}
_LENGTH_TOLERANCE = 0.12  # of the text's length: widths are estimated, and drawn by eye
_WRAPPED = 0.85  # how full the widest line of a wrapped text is at least


def check_heading(findings: Findings, document: Document, part: Part) -> None:
    """Check all that stands above the body."""
    heading = part.heading
    _check_block(findings, heading, issued=part.issued)
    _check_wording(findings, heading)
    _check_layout(findings, heading)
    for number in heading.all(Component.NUMBER)[:1]:
        _check_number(findings, number, heading.kind)
    for day in heading.all(Component.DATE)[:1]:
        _check_date(findings, day)
    if heading.kind == words.LETTER:
        _check_subject(findings, document, heading)
    else:
        _check_title(findings, heading)
    _check_lines(findings, document, part)
    _check_addressees(findings, heading)
    check_attached(findings, heading.attached)
    _check_legal_basis(findings, heading)


def _check_block(findings: Findings, heading: Heading, *, issued: bool) -> None:
    optional = {Component.SUPERIOR}
    if issued:
        optional |= {Component.NUMBER, Component.DATE}
    elif heading.kind == words.MINUTES:
        optional.add(Component.DATE)
    for component in _BLOCK:
        lines = heading.all(component)
        if not lines and component not in optional:
            findings.add(f"{component.format.code}01", vi.NAMES[component])
        for line in lines:
            check_format(findings, component, line, quoted=len(lines) > 1)


def _check_wording(findings: Findings, heading: Heading) -> None:
    motto, slogan = heading.first(Component.MOTTO), heading.first(Component.SLOGAN)
    if motto is not None and motto.folded != fold(decree.MOTTO):
        findings.add("QG02", location_of(Component.MOTTO, motto))
    if slogan is not None:
        wanted = decree.SLOGAN.upper() if slogan.line.isupper() else decree.SLOGAN
        if slogan.line != wanted:
            findings.add("TN02", location_of(Component.SLOGAN, slogan))
    for line in heading.all(Component.ISSUER):
        if words.ABBREVIATED.match(line.line):
            findings.add("BH02", location_of(Component.ISSUER, line))


def _check_layout(findings: Findings, heading: Heading) -> None:
    motto, slogan = heading.first(Component.MOTTO), heading.first(Component.SLOGAN)
    issuer, number = heading.first(Component.ISSUER), heading.first(Component.NUMBER)
    day = heading.first(Component.DATE)
    left, right = issuer and issuer.cell, motto and motto.cell
    if motto and left and right and left.table == right.table and left.column >= right.column:
        findings.add("QG11", vi.NAMES[Component.MOTTO])
    if motto and slogan:
        gap = motto.format.after + slogan.format.before
        lines = [line.format.line for line in (motto, slogan)]
        wide = any(rule == "auto" and value > _SINGLE for value, rule in lines)
        if gap > _TIGHT_PT or wide:
            findings.add("TN11", vi.NAMES[Component.SLOGAN])
    left, right = number and number.cell, day and day.cell
    if day and left and right and (left.table, left.row) != (right.table, right.row):
        findings.add("DD15", vi.NAMES[Component.DATE])


def _check_number(findings: Findings, paragraph: Paragraph, kind: str | None) -> None:
    location = location_of(Component.NUMBER, paragraph)
    match = words.NUMBER.fullmatch(paragraph.text.strip())
    if match is None or not match["colon"] or not match["slash"]:
        findings.add("SO02", location)
        return
    number, sign = match["number"], match["sign"].strip()
    if number and int(number) < decree.LEADING_ZERO_NUMBER and not number.startswith("0"):
        findings.add("SO11", location, wanted=f"“{int(number):02d}”")
    joined = _JOINED.sub("-", sign)
    if words.SIGN.fullmatch(joined) is None:
        findings.add("SO02", location)
        return
    if joined != sign:
        findings.add("SO12", location)
    groups = joined.split("-")
    if any(group.upper() != group and group not in words.MIXED_CODES for group in groups):
        findings.add("SO05", location)
    _check_code(findings, groups[0].upper(), sign, kind, location)


def _check_code(findings: Findings, code: str, sign: str, kind: str | None, location: str) -> None:
    """Compare the first group of the ký hiệu with the type of document."""
    wanted = decree.TYPE_CODES.get(kind or "")
    if wanted and code != wanted.upper():
        findings.add("SO13", location, sign=sign, type=kind or "", wanted=f"“{wanted}-…”")
    elif kind == words.LETTER and code in words.NO_LETTER_CODES:
        findings.add("SO13", location, sign=sign, type=kind, wanted=vi.LETTER_SIGN)


def _check_date(findings: Findings, paragraph: Paragraph) -> None:
    location = location_of(Component.DATE, paragraph)
    match = words.DATE.fullmatch(paragraph.line)
    parts = [match[name].strip() for name in ("day", "month", "year")] if match else []
    if match is None or not match["comma"] or not all(map(words.DATE_PART.fullmatch, parts)):
        findings.add("DD02", location)
        return
    names = match["place"].split()
    if any(name[0].islower() for name in (names[0], names[-1])):
        findings.add("DD05", location)
    day, month, year = parts
    if day.isdecimal() and int(day) < decree.LEADING_ZERO_DAY and len(day) == 1:
        findings.add("DD11", location, wanted=f"{int(day):02d}")
    if month.isdecimal():
        zero = int(month) in decree.LEADING_ZERO_MONTHS
        wanted = f"{int(month):02d}" if zero else str(int(month))
        if len(month) < len(wanted):
            findings.add("DD12", location, wanted=wanted)
        elif month != wanted:
            findings.add("DD13", location, wanted=wanted)
    if all(part.isdecimal() for part in parts) and not _exists(int(year), int(month), int(day)):
        findings.add("DD14", location)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _check_title(findings: Findings, heading: Heading) -> None:
    title = heading.first(Component.TITLE)
    if title is None:
        findings.add("TL01", vi.NAMES[Component.TITLE])
        return
    check_format(findings, Component.TITLE, title)
    if title.folded not in words.TITLES_FOLDED:
        findings.add("TL02", location_of(Component.TITLE, title))
        return
    abstract = heading.all(Component.ABSTRACT)
    if not abstract and heading.kind not in words.NO_ABSTRACT:
        findings.add("TY01", vi.NAMES[Component.ABSTRACT])
    for line in abstract:
        check_format(findings, Component.ABSTRACT, line, quoted=len(abstract) > 1)


def _check_subject(findings: Findings, document: Document, heading: Heading) -> None:
    lines = heading.all(Component.SUBJECT)
    for line in lines:
        check_format(findings, Component.SUBJECT, line, quoted=len(lines) > 1)
    first, number = lines[0], heading.first(Component.NUMBER)
    if words.SUBJECT.fullmatch(first.text.strip()) is None:
        findings.add("VV02", location_of(Component.SUBJECT, first))
    if number is not None and _right_below(document.paragraphs, number, first):
        gap = number.format.after + first.format.before
        if not fits(gap, (decree.SUBJECT_GAP_PT, decree.SUBJECT_GAP_PT), _GAP_TOLERANCE_PT):
            findings.add("VV11", vi.NAMES[Component.SUBJECT])


def _right_below(paragraphs: Sequence[Paragraph], above: Paragraph, below: Paragraph) -> bool:
    """Whether both are whole paragraphs of one cell with nothing between."""
    at = next((at for at, paragraph in enumerate(paragraphs) if paragraph is above), None)
    if at is None or at + 1 >= len(paragraphs) or below.boxed:
        return False
    return paragraphs[at + 1] is below and above.cell == below.cell


def _check_lines(findings: Findings, document: Document, part: Part) -> None:
    """Check the line below each component that must have one."""
    heading = part.heading
    spare = [length for line in part.paragraphs[: heading.end] for length in line.lines]
    for component, wanted in _LENGTHS.items():
        texts, below = heading.all(component), heading.below.get(component, [])
        if not texts:
            continue
        name, code = vi.NAMES[component], component.format.code
        drawn = list(_drawn(document, below, texts[-1]))
        if any(run.format.underlined for line in texts for run in line.lettered):
            findings.add(f"{code}09", name)
        elif any(
            words.TYPED_LINE.fullmatch(line.line) for line in below[:8] if len(line.line) < 90
        ):
            findings.add(f"{code}08", name)
        elif not drawn and not spare:
            findings.add(f"{code}07", name)
        else:
            # A shape may hang on any paragraph of the block: the nearest length is taken.
            widths = _widths(document, texts)
            length = min(drawn or spare, key=lambda drawn: _distance(drawn, widths, wanted))
            if length in spare:
                spare.remove(length)
            if drawn and _distance(length, widths, wanted) > _LENGTH_TOLERANCE:
                shown, text = (vi.number(round(one)) for one in (length or 0, max(widths)))
                findings.add(f"{code}10", name, length=shown, text=text)


def _drawn(
    document: Document, below: Sequence[Paragraph], text: Paragraph
) -> Iterator[float | None]:
    """Yield the lengths in mm of the lines drawn below a text, None where unknown."""
    for paragraph in below:
        yield from paragraph.lines
        # A text's own border counts below it; an empty paragraph's on either side.
        sides = {"bottom"} if paragraph.lettered and paragraph is text else {"top", "bottom"}
        if paragraph.ruled and paragraph.format.borders & sides:
            width = document.room(paragraph)
            yield width - paragraph.format.left - paragraph.format.right if width else None


def _widths(document: Document, texts: Sequence[Paragraph]) -> list[float]:
    """Return how wide the lines of a text print, in mm; of a wrapped one two estimates."""
    widths = []
    for text in texts:
        width = text_width(text.line, text.lettered[0].format.size) if text.lettered else 1
        room = document.room(text) or width
        widths += [room, room * _WRAPPED] if width > room else [width]
    return widths


def _distance(length: float | None, widths: Sequence[float], wanted: Range) -> float:
    """Return how far a line is from what is asked, in parts of the text's width."""
    if length is None:
        return 0
    return min(max(wanted[0] - length / w, length / w - wanted[1], 0) for w in widths)


def _check_addressees(findings: Findings, heading: Heading) -> None:
    """Check whether Kính gửi belongs there, and its form."""
    lines, kind = heading.all(Component.ADDRESSEE), heading.kind
    if not lines:
        if kind == words.LETTER:
            findings.add("KG01", vi.NAMES[Component.ADDRESSEE])
        elif kind in words.REPORTS_UP:
            findings.add("KG11", vi.NAMES[Component.ADDRESSEE])
        return
    for line in lines:
        check_format(findings, Component.ADDRESSEE, line, quoted=True)
    if kind == words.TELEGRAM:
        return
    if kind in decree.TYPE_CODES and kind not in words.REPORTS_UP:
        findings.add("KG14", vi.NAMES[Component.ADDRESSEE], type=kind or "")
    match = words.ADDRESSEE.fullmatch(lines[0].line)
    if match is None:
        findings.add("KG02", location_of(Component.ADDRESSEE, lines[0]))
    else:
        _check_names(findings, match["name"], lines)


def _check_names(findings: Findings, beside: str, lines: list[Paragraph]) -> None:
    """One addressee stands beside the word; several stand below, each on a line."""
    names = ([beside] if beside else []) + [line.line for line in lines[1:]]
    if not names:
        findings.add("KG15", vi.NAMES[Component.ADDRESSEE])
        return
    if len(names) == 1:
        if not beside or beside.startswith("-"):
            findings.add("KG13", vi.NAMES[Component.ADDRESSEE])
        elif words.SEVERAL.search(beside.rstrip(";")):
            findings.add("KG12", location_of(Component.ADDRESSEE, lines[0]))
        return
    wanted = [";"] * (len(names) - 1) + ["."]
    for name, mark in zip(names, wanted, strict=True):
        if not name.endswith(mark) or words.LISTED.fullmatch(name) is None:
            findings.add("KG12", f"{vi.NAMES[Component.ADDRESSEE]} {vi.quote(name)}")
    if beside and names[0].startswith("-") and names[0].endswith(";"):
        findings.add("KG12", location_of(Component.ADDRESSEE, lines[0]))


def check_attached(findings: Findings, lines: Sequence[Paragraph]) -> None:
    """Check "(Kèm theo …)", which may be typed on several paragraphs."""
    for line in lines:
        check_format(findings, Component.ATTACHED, line, quoted=len(lines) > 1)
    joined = " ".join(line.line for line in lines)
    if lines and words.ATTACHED.fullmatch(joined) is None:
        findings.add("KT02", f"{vi.NAMES[Component.ATTACHED]} {vi.quote(joined)}")


def _check_legal_basis(findings: Findings, heading: Heading) -> None:
    """Check the lines Căn cứ: italic, `;` at the end of each, `.` at the last."""
    lines = heading.all(Component.LEGAL_BASIS)
    for line in lines:
        check_format(findings, Component.LEGAL_BASIS, line, quoted=True)
        mark = "." if line is lines[-1] else ";"
        if not line.line.endswith(mark):
            findings.add("CC11", location_of(Component.LEGAL_BASIS, line), mark=mark)
