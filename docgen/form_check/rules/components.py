"""What stands above and below the body: heading, Kính gửi, signatures, Nơi nhận, annexes.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, II.1 to II.5, II.6.a, II.7, II.9, III.1, III.3;
Phụ lục III.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.form_check.reading.model import Document, Paragraph
from docgen.form_check.reading.styles import roman
from docgen.form_check.recognise import words_vi
from docgen.form_check.recognise.closing import Annex
from docgen.form_check.recognise.heading import Heading
from docgen.form_check.recognise.parts import Part
from docgen.form_check.rules import catalogue_vi
from docgen.form_check.rules.measuring import Findings, check_format, fits
from docgen.shared import decree
from docgen.shared.decree import Component, Range
from docgen.shared.typography import text_width
from workbook.domain.text_vi import fold

_BLOCK = (
    Component.MOTTO, Component.SLOGAN, Component.SUPERIOR, Component.ISSUER, Component.NUMBER,
    Component.DATE,
)  # fmt: skip
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
_FLUSH_MM = 0.5  # how far from the margin a line may start
_ROOM_LINES = 2  # fewer leave no room to sign


def check_heading(findings: Findings, document: Document, part: Part) -> None:
    """Check all that stands above the body."""
    heading = part.heading
    optional = {
        Component.SUPERIOR: True,
        Component.NUMBER: part.issued,
        Component.DATE: part.issued or heading.kind == words_vi.MINUTES,
    }
    for component in _BLOCK:
        lines = heading.lines[component]
        findings.expect(lines or optional.get(component), f"{component.code}01")
        check_format(findings, component, *lines)
    _check_block(findings, heading)
    if heading.kind == words_vi.LETTER:
        _check_subject(findings, document, heading)
    else:
        _check_title(findings, heading)
    _check_lines(findings, document, part)
    _check_addressees(findings, heading)
    _check_attached(findings, heading.attached)
    for line in (basis := heading.lines[Component.LEGAL_BASIS]):
        check_format(findings, Component.LEGAL_BASIS, line, quoted=True)
        mark = "." if line is basis[-1] else ";"
        findings.expect(line.line.endswith(mark), "CC11", line, mark=mark)


def _check_block(findings: Findings, heading: Heading) -> None:
    """Check what the lines of the block say, and how they stand to each other."""
    motto, slogan, _, issuer, number, day = map(heading.first, _BLOCK)
    if motto:
        findings.expect(motto.folded == fold(decree.MOTTO), "QG02", motto)
    if slogan:
        wanted = decree.SLOGAN.upper() if slogan.line.isupper() else decree.SLOGAN
        findings.expect(slogan.line == wanted, "TN02", slogan)
    for line in heading.lines[Component.ISSUER]:
        findings.expect(not words_vi.ABBREVIATED.match(line.line), "BH02", line)
    left, right = issuer and issuer.cell, motto and motto.cell
    if left and right:
        findings.expect(left.table != right.table or left.column < right.column, "QG11")
    if motto and slogan:
        gap = motto.format.after + slogan.format.before
        spacing = (line.format.line for line in (motto, slogan))
        wide = any(rule == "auto" and value > _SINGLE for value, rule in spacing)
        findings.expect(gap <= _TIGHT_PT and not wide, "TN11")
    left, right = number and number.cell, day and day.cell
    if left and right:
        findings.expect((left.table, left.row) == (right.table, right.row), "DD15")
    if number:
        _check_number(findings, number, heading.kind)
    if day:
        _check_date(findings, day)


def _check_number(findings: Findings, paragraph: Paragraph, kind: str | None) -> None:
    match = words_vi.NUMBER.fullmatch(paragraph.text.strip())
    if match is None or not match["colon"] or not match["slash"]:
        findings.add("SO02", paragraph)
        return
    number, sign = match["number"], match["sign"].strip()
    if number and int(number) < decree.LEADING_ZERO_NUMBER:
        findings.expect(number[0] == "0", "SO11", paragraph, wanted=f"“{int(number):02d}”")
    joined = _JOINED.sub("-", sign)
    if words_vi.SIGN.fullmatch(joined) is None:
        findings.add("SO02", paragraph)
        return
    findings.expect(joined == sign, "SO12", paragraph)
    groups = joined.split("-")
    capitals = all(group == group.upper() or group in words_vi.MIXED_CODES for group in groups)
    findings.expect(capitals, "SO05", paragraph)
    # The first group names the type of document.
    code, wanted = groups[0].upper(), decree.TYPE_CODES.get(kind or "")
    if wanted and code != wanted.upper():
        findings.add("SO13", paragraph, sign=sign, type=kind or "", wanted=f"“{wanted}-…”")
    elif kind == words_vi.LETTER and code in words_vi.NO_LETTER_CODES:
        findings.add("SO13", paragraph, sign=sign, type=kind, wanted=catalogue_vi.LETTER_SIGN)


def _check_date(findings: Findings, paragraph: Paragraph) -> None:
    match = words_vi.DATE.fullmatch(paragraph.line)
    parts = [match[name].strip() for name in ("day", "month", "year")] if match else []
    right = bool(parts) and words_vi.YEAR.fullmatch(parts[-1])
    if not (right and match and match["comma"] and all(map(words_vi.DATE_PART.fullmatch, parts))):
        findings.add("DD02", paragraph)
        return
    names = match["place"].split()
    findings.expect(not words_vi.SHORT_PLACE.match(match["place"]), "DD16", paragraph)
    findings.expect(not (names[0][0].islower() or names[-1][0].islower()), "DD05", paragraph)
    day, month, year = parts
    if day.isdecimal() and int(day) < decree.LEADING_ZERO_DAY:
        findings.expect(len(day) > 1, "DD11", paragraph, wanted=f"{int(day):02d}")
    if month.isdecimal():
        zero = int(month) in decree.LEADING_ZERO_MONTHS
        wanted = f"{int(month):02d}" if zero else str(int(month))
        code = "DD12" if len(month) < len(wanted) else "DD13"
        findings.expect(month == wanted, code, paragraph, wanted=wanted)
    if all(part.isdecimal() for part in parts):
        in_year = int(year) > 0 and 1 <= int(month) <= 12
        days = monthrange(int(year), int(month))[1] if in_year else 0
        findings.expect(1 <= int(day) <= days, "DD14", paragraph)


def _check_title(findings: Findings, heading: Heading) -> None:
    title, abstract = heading.first(Component.TITLE), heading.lines[Component.ABSTRACT]
    if title is None:
        findings.add("TL01")
        return
    check_format(findings, Component.TITLE, title)
    if title.folded not in words_vi.TITLES_FOLDED:
        findings.add("TL02", title)
        return
    findings.expect(abstract or heading.kind in words_vi.NO_ABSTRACT, "TY01")
    check_format(findings, Component.ABSTRACT, *abstract)
    if abstract:
        findings.expect(not words_vi.SUBJECT.match(abstract[0].line), "TY02", abstract[0])
        ends = abstract[-1].line
        findings.expect(not ends.endswith(".") or ends.endswith(".."), "TY11", abstract[-1])


def _check_subject(findings: Findings, document: Document, heading: Heading) -> None:
    lines = heading.lines[Component.SUBJECT]
    check_format(findings, Component.SUBJECT, *lines)
    first, number = lines[0], heading.first(Component.NUMBER)
    findings.expect(words_vi.SUBJECT.fullmatch(first.text.strip()), "VV02", first)
    # Whole paragraphs of one cell with nothing between.
    below = any(above is number and one is first for above, one in pairwise(document.paragraphs))
    if number and below and not first.boxed and number.cell == first.cell:
        gap, wanted = number.format.after + first.format.before, decree.SUBJECT_GAP_PT
        findings.expect(fits(gap, (wanted, wanted), _GAP_TOLERANCE_PT), "VV11")


def _check_lines(findings: Findings, document: Document, part: Part) -> None:
    """Check the line below each component that must have one."""
    heading = part.heading
    spare = [length for line in part.paragraphs[: heading.end] for length in line.lines]
    for component, wanted in _LENGTHS.items():
        texts, below = heading.lines[component], heading.below[component]
        if not texts:
            continue
        code, drawn = component.code, list(_drawn(document, below, texts[-1]))
        if any(run.format.underlined for line in texts for run in line.lettered):
            findings.add(f"{code}09")
        elif any(words_vi.TYPED_LINE.fullmatch(line.line) for line in below):
            findings.add(f"{code}08")
        elif not drawn and not spare:
            findings.add(f"{code}07")
        else:
            # A shape may hang on any paragraph of the block: the nearest length is taken.
            widths = _widths(document, texts)
            length = min(drawn or spare, key=lambda drawn: _distance(drawn, widths, wanted))
            if length in spare:
                spare.remove(length)
            if drawn and _distance(length, widths, wanted) > _LENGTH_TOLERANCE:
                findings.add(f"{code}10", length=round(length or 0), text=round(max(widths)))


def _drawn(
    document: Document, below: Sequence[Paragraph], text: Paragraph
) -> Iterator[float | None]:
    """Yield the lengths in mm of the lines drawn below a text, None where unknown."""
    for paragraph in below:
        yield from paragraph.lines
        # A text's own border counts below it; an empty paragraph's on either side.
        sides = {"bottom"} if paragraph.lettered and paragraph is text else {"top", "bottom"}
        if not paragraph.framed and paragraph.format.borders & sides:
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
    lines, kind = heading.lines[Component.ADDRESSEE], heading.kind
    if not lines:
        findings.expect(kind != words_vi.LETTER, "KG01")
        findings.expect(kind not in words_vi.REPORTS_UP, "KG11")
        return
    check_format(findings, Component.ADDRESSEE, *lines, quoted=True)
    if kind == words_vi.TELEGRAM:
        return
    findings.expect(not _takes_no_addressee(heading), "KG14", type=kind or "")
    typed = lines[0].line
    findings.expect(typed.isupper() or not typed.startswith("KÍNH GỬI"), "KG05", lines[0])
    match = words_vi.ADDRESSEE.fullmatch(typed)
    if match is None:
        findings.add("KG02", lines[0])
        return
    # One addressee stands beside the word; several stand below, each on a line.
    beside = match["name"]
    names = [*filter(None, [beside]), *(line.line for line in lines[1:])]
    if not names:
        findings.add("KG15")
    elif len(names) == 1:
        if not beside or beside.startswith("-"):
            findings.add("KG13")
        elif words_vi.SEVERAL.search(beside.rstrip(";")):
            findings.add("KG12", lines[0])
    else:
        for name in names:
            mark = "." if name is names[-1] else ";"
            listed = name.endswith(mark) and words_vi.LISTED.fullmatch(name)
            findings.expect(listed, "KG12", catalogue_vi.location("KG", name))
        if beside.startswith("-") and beside.endswith(";"):
            findings.add("KG12", lines[0])


def _takes_no_addressee(heading: Heading) -> bool:
    return heading.kind in decree.TYPE_CODES and heading.kind not in words_vi.REPORTS_UP


def _check_attached(findings: Findings, lines: Sequence[Paragraph]) -> None:
    """Check "(Kèm theo …)", which may be typed on several paragraphs."""
    check_format(findings, Component.ATTACHED, *lines)
    joined = " ".join(line.line for line in lines)
    if lines and not words_vi.ATTACHED.fullmatch(joined):
        findings.add("KT02", catalogue_vi.location("KT", joined))


def check_closing(findings: Findings, document: Document, part: Part) -> None:
    """Check all that stands below the body."""
    annexes = part.closing.annexes
    if not part.issued:
        _check_recipients(findings, part)
        _check_signatures(findings, part)
    within = part.paragraphs[part.heading.end : part.closing.start]
    if annexes and not any(words_vi.ANNEX_POINTED_FOLDED.search(line.folded) for line in within):
        findings.add("PL12", catalogue_vi.NAMES["ND"])
    for number, annex in enumerate(annexes, 1):
        _check_annex(findings, document, annex, roman(number).upper(), alone=len(annexes) == 1)
        attached = annex.attached[0].folded if annex.attached else ""
        said = words_vi.ATTACHED_TO_FOLDED.match(attached)
        named, kind = said and words_vi.TYPES_FOLDED[said[1]], part.heading.kind
        other = named and named != kind and kind in decree.TYPE_CODES
        if other and not part.issued and not {named, kind} & words_vi.ISSUING:
            findings.add("KT11", annex.attached[0], named=named or "", type=kind or "")


def _check_recipients(findings: Findings, part: Part) -> None:
    closing, head = part.closing, part.closing.recipients
    if head is None:
        findings.add("NN01")
        return
    check_format(findings, Component.RECIPIENTS, head)
    findings.expect(head.line == words_vi.RECIPIENTS, "NN02", head)
    findings.expect(_flush(head), "NN06")
    findings.expect(not any(run.format.underlined for run in head.lettered), "NN12")
    # Both in cells, Nơi nhận stands in the row of the signer's office.
    offices = [office for signature in closing.signatures for office in signature.offices[:1]]
    rows = [office.cell.row for office in offices if office.cell]
    level = head.cell is None or not rows or head.cell.row in rows
    findings.expect(level or part.heading.kind == words_vi.MINUTES, "NN11")
    check_format(findings, Component.DRAFTER, *closing.drafter)
    if not closing.listed:
        findings.add("DS01")
        return
    for line in closing.listed:
        check_format(findings, Component.RECIPIENT, line, quoted=True)
        findings.expect(_flush(line), "DS06", line)
    first, last = closing.listed[0], closing.listed[-1]
    for line in closing.listed[:-1]:
        findings.expect(words_vi.LISTED_AMONG.fullmatch(line.line), "DS02", line)
    findings.expect(words_vi.KEPT.fullmatch(last.line), "DS11", last)
    if part.heading.kind in words_vi.NO_AS_ABOVE:
        return
    if part.heading.lines[Component.ADDRESSEE]:
        right = _takes_no_addressee(part.heading) or words_vi.AS_ABOVE.fullmatch(first.line)
        findings.expect(right, "DS12", first)
    else:
        findings.expect(not words_vi.AS_ABOVE_FOLDED.fullmatch(first.folded), "DS13", first)


def _flush(line: Paragraph) -> bool:
    start = line.format.left + line.format.first
    return line.format.align in ("left", "both") and start <= _FLUSH_MM


def _check_signatures(findings: Findings, part: Part) -> None:
    signatures = part.closing.signatures
    findings.expect(any(signature.offices for signature in signatures), "QN01")
    findings.expect(any(signature.name for signature in signatures), "HT01")
    for offices, name, room in signatures:
        _check_offices(findings, offices, deputies=part.heading.kind != words_vi.MINUTES)
        if name is not None:
            check_format(findings, Component.SIGNER, name)
            findings.expect(not words_vi.TITLED_NAME.match(name.line), "HT11", name)
            findings.expect(not (offices and room < _ROOM_LINES), "HT12", name)


def _check_offices(findings: Findings, offices: list[Paragraph], *, deputies: bool) -> None:
    for office in offices:
        check_format(findings, Component.AUTHORITY, office, quoted=True)
        # Capitals are judged with the whole line.
        if words_vi.AUTHORITY.match(office.line):
            findings.expect(words_vi.AUTHORITY_CODE.match(office.line.upper()), "QN02", office)
    if offices and words_vi.FOR_THE_HEAD.match(offices[-1].line):
        findings.add("QN11", offices[-1])
    elif offices and deputies:
        findings.expect(not _lacks_code(offices), "QN12", offices[-1])


def _lacks_code(offices: list[Paragraph]) -> bool:
    """Whether a deputy signs and no line says for whom.

    A deputy's other office may stand below the office in which he signs: `TRƯỞNG BAN`, then
    `PHÓ CHỦ TỊCH`.
    """
    last = offices[-1].folded
    if not words_vi.DEPUTY_FOLDED.fullmatch(last):
        return False
    coded = [words_vi.AUTHORITY.match(office.line) for office in offices]
    if any(match and match["code"][-1].upper() != "M" for match in coded):
        return False
    plain = [office.folded for office, match in zip(offices[:-1], coded, strict=False) if not match]
    return not plain or plain[-1] in last


def _check_annex(
    findings: Findings, document: Document, annex: Annex, wanted: str, *, alone: bool
) -> None:
    """Check an annex: its title numbered as `wanted`, its name, its own pages."""
    title = annex.title
    check_format(findings, Component.ANNEX, title, quoted=not alone)
    match = words_vi.ANNEX_FOLDED.fullmatch(title.folded)
    findings.expect(match and not (match["rest"] or "").strip(" .:"), "PL02", title)
    typed = (match and match["number"]) or ""
    numbered = (alone or typed.upper() == wanted) and not typed.isdecimal()
    findings.expect(numbered, "PL11", title)
    check_format(findings, Component.ANNEX_NAME, *annex.name, quoted=True)
    findings.expect(annex.attached, "KT01", f"{catalogue_vi.NAMES['KT']} của {title.line}")
    _check_attached(findings, annex.attached)
    # It begins a section whose pages count from 1.
    begins = title.section > 0 and document.first_lines.get(title.section) == title.line
    findings.expect(begins and document.sections[title.section].start == "1", "PL13", title)
