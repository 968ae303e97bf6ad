"""HuongDan.docx: the twelve steps with pictures, the statuses, and every message.

The same content as on the sheet Hướng dẫn, in large type, for whoever reads on paper. It
is no administrative document: only its paper and typeface are the decree's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.shared import house_style as form
from docgen.shared.house_style import ParagraphForm
from docgen.word.package import Section, package
from docgen.word.wordxml import KEEP, Table, inline, paragraph, run
from workbook.domain.findings import Severity
from workbook.domain.guide import steps_vi as vi
from workbook.domain.guide.messages import Message, messages
from workbook.domain.guide.statuses_vi import PROVISIONAL_HINT, status_meanings
from workbook.domain.guide.steps_vi import Picture, Step, steps
from workbook.domain.statuses import Status
from workbook.guide_pictures import picture_file

AUTHOR = "Sổ chỉ tiêu"

_MM_A_PIXEL = 25.4 / 96
_NEW_PAGE = f"{KEEP}<w:pageBreakBefore/>"
_BODY, _TABLE = 14, 13  # points: read by people of fifty
_STYLES = (
    ParagraphForm("HdTen", "Hướng dẫn: tên", size=18, bold=True, align="center", after=6),
    ParagraphForm("HdMuc", "Hướng dẫn: bước", size=16, bold=True, before=16, after=2,
                  keep_next=True, outline=0),
    ParagraphForm("HdLoi", "Hướng dẫn: lời", size=_BODY, before=4),
    ParagraphForm("HdY", "Hướng dẫn: ý", size=_BODY, left=6, first=-5, before=4),
    ParagraphForm("HdHinh", "Hướng dẫn: hình", size=_BODY, align="center", before=8,
                  keep_next=True),
    ParagraphForm("HdChuThich", "Hướng dẫn: chú thích", size=_TABLE, italic=True, align="center",
                  before=2, after=4),
    ParagraphForm("HdDau", "Hướng dẫn: đầu bảng", size=_TABLE, bold=True, align="center",
                  keep_next=True),
    ParagraphForm("HdMa", "Hướng dẫn: mã", size=_TABLE, bold=True, align="center"),
    ParagraphForm("HdO", "Hướng dẫn: ô", size=_TABLE),
    ParagraphForm("HdViDu", "Hướng dẫn: ví dụ", size=_TABLE, italic=True, before=2),
)  # fmt: skip


def render_guide(
    buttons: Iterable[tuple[str, str]],
    status_fills: Mapping[Status | None, str],
    severity_fills: Mapping[Severity, str],
) -> bytes:
    """Return the guide of a sổ with buttons as a .docx file; the same bytes every time.

    Args:
        buttons: captions with what they do.
        status_fills: the backgrounds of the statuses' cells, RRGGBB; None is the stale mark.
        severity_fills: those of the severities' cells.
    """
    figures = _Figures()
    chosen = steps(buttons=True)
    body = [
        paragraph("HdTen", vi.GUIDE_TITLE),
        paragraph("HdLoi", vi.GUIDE_HINT),
        *(paragraph("HdY", f"{number}. {one.title}") for number, one in enumerate(chosen, 1)),
        paragraph("HdMuc", vi.BUTTONS_TITLE),
        *(paragraph("HdY", f"– “{caption}”: {tip}") for caption, tip in buttons),
        *(_step(number, one, figures) for number, one in enumerate(chosen, 1)),
        paragraph("HdMuc", vi.STATUSES_TITLE),
        paragraph("HdLoi", f"{vi.STATUSES_HINT} {PROVISIONAL_HINT}", extra=KEEP),
        _statuses(status_fills),
        paragraph("HdMuc", vi.MESSAGES_TITLE),
        paragraph("HdLoi", vi.MESSAGES_HINT, extra=KEEP),
        _messages(severity_fills),
        paragraph("BangSau"),
    ]
    return package(
        Section("".join(body), mark=""),
        title=vi.GUIDE_TITLE,
        author=AUTHOR,
        pictures=figures.files,
        styles=_STYLES,
    )


class _Figures:
    """Pictures as they come, each under a number of its own."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def drawn(self, picture: Picture, *, last: bool) -> str:
        """Return the paragraphs of a picture and of the words under it."""
        file = picture_file(picture.name)
        number = len(self.files) + 1
        key = f"hinh{number}"
        self.files[key] = file.content
        scale = min(_MM_A_PIXEL, form.PORTRAIT_TEXT_MM / file.width)
        shown = inline(key, number, file.width * scale, file.height * scale, picture.caption)
        words = paragraph(
            "HdChuThich", f"Hình {number}. {picture.caption}", extra="" if last else KEEP
        )
        return paragraph("HdHinh", shown) + words


def _step(number: int, step: Step, figures: _Figures) -> str:
    """Return a step whose paragraphs stay on one page."""
    sentences = "".join(paragraph("HdY", f"– {one}", extra=KEEP) for one in step.sentences)
    shown = "".join(figures.drawn(one, last=one is step.pictures[-1]) for one in step.pictures)
    title = f"Bước {number}. {step.title}"
    return paragraph("HdMuc", title, extra=_NEW_PAGE * (number == 1)) + sentences + shown


def _statuses(fills: Mapping[Status | None, str]) -> str:
    table = Table((52, 108), margin=2, padding=1)
    rows = (
        table.row(paragraph("HdMa", one.text), paragraph("HdO", one.meaning),
                  fill=fills[one.status])
        for one in status_meanings()
    )  # fmt: skip
    return table.build(_head(table, "Tình trạng", "Nghĩa là"), *rows)


def _messages(fills: Mapping[Severity, str]) -> str:
    table = Table((24, 76, 60), margin=2, padding=1)
    rows = (_message(table, one, fills[one.severity]) for one in messages())
    return table.build(_head(table, "Mã lỗi", "Nghĩa là", "Cần làm"), *rows)


def _message(table: Table, one: Message, fill: str) -> str:
    return table.row(
        paragraph("HdMa", one.code) + paragraph("HdMa", one.severity.label),
        paragraph("HdO", one.meaning) + paragraph("HdViDu", run(f"Ví dụ: {one.problem}")),
        paragraph("HdO", one.remedy),
        fill=fill,
    )


def _head(table: Table, *words: str) -> str:
    return table.row(*(paragraph("HdDau", one) for one in words), header=True)
