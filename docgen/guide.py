"""HuongDan.docx: the twelve steps with pictures, the statuses, and every message.

The same content as on the sheet Hướng dẫn, in large type, for whoever reads on paper. It
is no administrative document: only its paper and typeface are the decree's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from docgen.shared.typography import TEXT_MM
from docgen.template_locations import default_template
from docgen.word.drawing import KEEP, NEW_PAGE, Item, Picture, Row, Table, draw
from workbook.domain.findings import Severity
from workbook.domain.guide import steps_vi
from workbook.domain.guide.messages import messages
from workbook.domain.guide.statuses_vi import PROVISIONAL_HINT, status_meanings
from workbook.domain.statuses import Status
from workbook.guide_pictures import picture_file

AUTHOR = "Sổ chỉ tiêu"

_MM_A_PIXEL = 25.4 / 96


def render_guide(
    buttons: Iterable[tuple[str, str]],
    status_fills: Mapping[Status | None, str],
    severity_fills: Mapping[Severity, str],
) -> bytes:
    """Return the guide of a sổ with buttons as a .docx file; the same bytes every time.

    `buttons`: captions with what they do. Fills are backgrounds of cells, RRGGBB; the status
    None is the stale mark.
    """
    steps = list(enumerate(steps_vi.steps(buttons=True), 1))
    statuses = (
        Row([("HdMa", status.text), ("HdO", status.meaning)], fill=status_fills[status.status])
        for status in status_meanings()
    )
    content: list[Item] = [
        ("HdTen", steps_vi.GUIDE_TITLE),
        ("HdLoi", steps_vi.GUIDE_HINT),
        *(("HdY", f"{number}. {step.title}") for number, step in steps),
        ("HdMuc", steps_vi.BUTTONS_TITLE),
        *(("HdY", f"– “{caption}”: {tip}") for caption, tip in buttons),
        *_steps(steps),
        ("HdMuc", steps_vi.STATUSES_TITLE),
        ("HdLoi", f"{steps_vi.STATUSES_HINT} {PROVISIONAL_HINT}", KEEP),
        _table({"Tình trạng": 52, "Nghĩa là": 108}, statuses),
        ("HdMuc", steps_vi.MESSAGES_TITLE),
        ("HdLoi", steps_vi.MESSAGES_HINT, KEEP),
        _table({"Mã lỗi": 24, "Nghĩa là": 76, "Cần làm": 60}, _messages(severity_fills)),
        ("BangSau",),
    ]
    base = default_template("khung.docx")
    return draw(base, steps_vi.GUIDE_TITLE, content, author=AUTHOR, marked=False)


def _steps(steps: Iterable[tuple[int, steps_vi.Step]]) -> Iterator[Item]:
    """Yield the steps, each on one page, with their pictures, which are numbered throughout."""
    figure = 0
    for number, step in steps:
        yield "HdMuc", f"Bước {number}. {step.title}", KEEP, *([NEW_PAGE] if number == 1 else [])
        yield from (("HdY", f"– {sentence}", KEEP) for sentence in step.sentences)
        for picture in step.pictures:
            figure += 1
            file = picture_file(picture.name)
            scale = min(_MM_A_PIXEL, TEXT_MM / file.width)
            size = (file.width * scale, file.height * scale)
            yield "HdHinh", Picture(file.content, *size, picture.caption)
            kept = () if picture is step.pictures[-1] else (KEEP,)
            yield "HdChuThich", f"Hình {figure}. {picture.caption}", *kept


def _messages(fills: Mapping[Severity, str]) -> Iterator[Row]:
    for message in messages():
        code: list[Item] = [("HdMa", message.code), ("HdMa", message.severity.label)]
        meaning: list[Item] = [("HdO", message.meaning), ("HdViDu", f"Ví dụ: {message.problem}")]
        yield Row([code, meaning, ("HdO", message.remedy)], fill=fills[message.severity])


def _table(widths: Mapping[str, float], rows: Iterable[Row]) -> Table:
    heads = Row([("HdDau", head) for head in widths], header=True)
    return Table(list(widths.values()), [heads, *rows], "HdBang")
