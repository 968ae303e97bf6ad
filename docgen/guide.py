"""HuongDan.docx: the twelve steps with pictures, the statuses, and every message.

The same content as on the sheet Hướng dẫn, in large type, for whoever reads on paper. It
is no administrative document: only its paper and typeface are the decree's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.shared.template_parts import Draw, new_drawing
from docgen.word.drawing import Container, Drawing, Picture
from workbook.domain.findings import Severity
from workbook.domain.guide import steps_vi as vi
from workbook.domain.guide.messages import Message, messages
from workbook.domain.guide.statuses_vi import PROVISIONAL_HINT, status_meanings
from workbook.domain.guide.steps_vi import Step, steps
from workbook.domain.statuses import Status
from workbook.guide_pictures import picture_file

AUTHOR = "Sổ chỉ tiêu"

_MM_A_PIXEL = 25.4 / 96
_TABLE, _HEAD = "HdBang", "HdDau"  # styles


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
    drawing = new_drawing()
    chosen = list(enumerate(steps(buttons=True), 1))
    drawing.paragraph("HdTen", vi.GUIDE_TITLE)
    drawing.paragraph("HdLoi", vi.GUIDE_HINT)
    for number, step in chosen:
        drawing.paragraph("HdY", f"{number}. {step.title}")
    drawing.paragraph("HdMuc", vi.BUTTONS_TITLE)
    for caption, tip in buttons:
        drawing.paragraph("HdY", f"– “{caption}”: {tip}")
    figure = 1
    for number, step in chosen:
        figure = _draw_step(drawing, number, step, figure)
    drawing.paragraph("HdMuc", vi.STATUSES_TITLE)
    drawing.paragraph("HdLoi", f"{vi.STATUSES_HINT} {PROVISIONAL_HINT}", keep=True)
    _draw_statuses(drawing, status_fills)
    drawing.paragraph("HdMuc", vi.MESSAGES_TITLE)
    drawing.paragraph("HdLoi", vi.MESSAGES_HINT, keep=True)
    _draw_messages(drawing, severity_fills)
    drawing.paragraph("BangSau")
    return drawing.save(vi.GUIDE_TITLE, AUTHOR, marked=False)


def _draw_step(drawing: Drawing, number: int, step: Step, figure: int) -> int:
    """Draw a step whose paragraphs stay on one page; return the number of the next figure."""
    drawing.paragraph("HdMuc", f"Bước {number}. {step.title}", keep=True, new_page=number == 1)
    for sentence in step.sentences:
        drawing.paragraph("HdY", f"– {sentence}", keep=True)
    for number_of_figure, picture in enumerate(step.pictures, figure):
        file = picture_file(picture.name)
        scale = min(_MM_A_PIXEL, drawing.text_width / file.width)
        size = (file.width * scale, file.height * scale)
        drawing.paragraph("HdHinh", Picture(file.content, *size, picture.caption))
        words = f"Hình {number_of_figure}. {picture.caption}"
        drawing.paragraph("HdChuThich", words, keep=picture is not step.pictures[-1])
    return figure + len(step.pictures)


def _draw_statuses(drawing: Drawing, fills: Mapping[Status | None, str]) -> None:
    heads = ("Tình trạng", "Nghĩa là")
    table = drawing.table((52, 108), _TABLE, heads=heads, head_style=_HEAD)
    for status in status_meanings():
        table.row(("HdMa", status.text), ("HdO", status.meaning), fill=fills[status.status])


def _draw_messages(drawing: Drawing, fills: Mapping[Severity, str]) -> None:
    heads = ("Mã lỗi", "Nghĩa là", "Cần làm")
    table = drawing.table((24, 76, 60), _TABLE, heads=heads, head_style=_HEAD)

    for message in messages():
        draws = (_code(message), _meaning(message), ("HdO", message.remedy))
        table.row(*draws, fill=fills[message.severity])


def _code(message: Message) -> Draw:
    def draw(cell: Container) -> None:
        cell.paragraph("HdMa", message.code)
        cell.paragraph("HdMa", message.severity.label)

    return draw


def _meaning(message: Message) -> Draw:
    def draw(cell: Container) -> None:
        cell.paragraph("HdO", message.meaning)
        cell.paragraph("HdViDu", f"Ví dụ: {message.problem}")

    return draw
