"""Documents to be checked, all of them good; tests break just one thing in them.

A Báo cáo, a Kế hoạch, a công văn and a Quyết định with chapters and annexes, typed with
styles and tables (`tests.docgen.form_check.writers.Styles`).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace

from docgen.findings import Finding
from docgen.form_check.checking import FormReport, check_package
from docgen.form_check.opening import read_package
from tests.docgen.form_check import texts
from tests.docgen.form_check.texts import GAP, LONG, Annex, Text
from tests.docgen.form_check.writers import WRITERS, Styles
from workbook.domain.findings import Severity


def violations(report: FormReport) -> list[Finding]:
    """Return what is against the decree: all findings but notices."""
    return [one for one in report.findings if one.severity is not Severity.NOTICE]


def codes(document: bytes) -> list[str]:
    """Return the codes of all that is against the decree in a document."""
    return [one.code for one in violations(check_package(read_package("thu.docx", document)))]


def all_codes(document: bytes) -> list[str]:
    """Return the codes of all findings, notices too."""
    return [one.code for one in check_package(read_package("thu.docx", document)).findings]


@functools.cache
def written(writer: str, name: str) -> bytes:
    """Return one of the fifteen texts as one of the writers types it."""
    return WRITERS[writer]().write(texts.TEXTS[name])


_DECISION = Text(
    "QUYẾT ĐỊNH", f"Số:{GAP}/QĐ-UBND",
    ("^Chương I", "^QUY ĐỊNH CHUNG",
     "§Điều 1.| Ban hành Quy chế sân chơi và các Phụ lục./."),
    recipients=("- Như Điều 1;", "- Lưu: VT, VHXH."),
    abstract=(f"Ban hành Quy chế sân chơi; {LONG}",),
    date=f"Bến Đò, ngày{GAP}tháng{GAP}năm 2026",
    authority="ỦY BAN NHÂN DÂN PHƯỜNG BẾN ĐÒ",
    basis=("Căn cứ Luật Trẻ em;", "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội."),
    annexes=tuple(
        Annex(f"Phụ lục {number}", "DANH SÁCH SÂN CHƠI",
              f"(Kèm theo Quyết định số{GAP}/QĐ-UBND ngày 05 tháng 3 năm 2026)",
              body=("Sân khu phố 1.",))
        for number in ("I", "II")
    ),
)  # fmt: skip


@functools.cache
def report() -> bytes:
    """A Báo cáo with a table and an annex on turned pages."""
    return Styles().write(texts.REPORT)


@functools.cache
def plan() -> bytes:
    """A Kế hoạch: no Kính gửi, sections, khoản, điểm, a deputy signs."""
    return Styles().write(texts.PLAN)


@functools.cache
def letter() -> bytes:
    """A công văn: V/v under the number, several addressees, signed by order."""
    dated = replace(texts.LETTER, date=f"Bến Đò, ngày{GAP}tháng{GAP}năm 2026")
    return Styles().write(dated)


@functools.cache
def decision() -> bytes:
    """A Quyết định: lines Căn cứ, chapters, articles, two annexes."""
    return Styles().write(_DECISION)


BASES: dict[str, Callable[[], bytes]] = {
    "báo cáo": report,
    "kế hoạch": plan,
    "công văn": letter,
    "quyết định": decision,
}
