"""The sheet Hướng dẫn as a file: steps, pictures with words, statuses, every message."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.workbook.builder.conftest import opened
from workbook.domain.guide.messages import messages
from workbook.domain.guide.statuses_vi import status_meanings
from workbook.domain.guide.steps_vi import GUIDE_TITLE, Step, steps
from workbook.guide_pictures import picture_file
from workbook.layout import sheets, styles
from xl_macros import actions

LARGE = 13  # points, at least
MOST_GROWTH = 400_000  # bytes that the pictures may add to a file
A4_ROOM = (11.69 - 1.2) * 72 * 0.96  # points of rows on an upright page, surely


@pytest.fixture(scope="module", params=[True, False], ids=["buttons", "plain"])
def variant(request: pytest.FixtureRequest, judged_sample: actions.Judged) -> tuple[bool, bytes]:
    buttons: bool = request.param
    return buttons, actions.make_workbook(judged_sample, buttons=buttons)


@pytest.fixture
def guide(variant: tuple[bool, bytes]) -> Worksheet:
    return opened(variant[1])[sheets.GUIDE]


@pytest.fixture
def told(variant: tuple[bool, bytes]) -> tuple[Step, ...]:
    return steps(buttons=variant[0])


def column(sheet: Worksheet, letter: str) -> list[str]:
    return [str(cell.value) for cell in sheet[letter] if cell.value is not None]


def drawing(content: bytes) -> tuple[str, list[bytes]]:
    """Return the drawing with pictures, and the pictures in the order it shows them."""
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if not re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
                continue
            text = package.read(name).decode()
            if "<xdr:pic>" in text:
                rels = package.read(name.replace("drawings/", "drawings/_rels/") + ".rels")
                targets = dict(re.findall(r'Id="(\w+)"[^>]*Target="\.\./([^"]+)"', rels.decode()))
                ids = re.findall(r'r:embed="(\w+)"', text)
                return text, [package.read(f"xl/{targets[one]}") for one in ids]
    raise AssertionError("no pictures")


def test_all_steps_stand_there_in_order_with_every_sentence(
    guide: Worksheet, told: tuple[Step, ...]
) -> None:
    assert guide["A3"].value == GUIDE_TITLE
    labels, texts = column(guide, "A"), column(guide, "B")
    assert [one for one in labels if one.startswith("Bước")] == [
        f"Bước {number}" for number in range(1, 13)
    ]
    wanted = [text for step in told for text in (step.title, *step.sentences)]
    assert [one.removeprefix("• ") for one in texts if one.removeprefix("• ") in wanted] == wanted


def test_every_picture_is_that_of_its_step_and_says_what_it_shows(
    variant: tuple[bool, bytes], told: tuple[Step, ...]
) -> None:
    text, pictures = drawing(variant[1])
    wanted = [picture for step in told for picture in step.pictures]
    assert re.findall(r'descr="([^"]+)"', text) == [one.caption for one in wanted]
    assert [hashlib.sha256(one).digest() for one in pictures] == [
        hashlib.sha256(picture_file(one.name).content).digest() for one in wanted
    ]


def test_a_step_never_runs_over_the_end_of_a_page(guide: Worksheet) -> None:
    def height(first: int, last: int) -> float:
        rows = (guide.row_dimensions[row] for row in range(first, last + 1))
        return sum(0 if row.hidden else (row.height or 20) for row in rows)

    breaks = [one.id + 1 for one in guide.row_breaks.brk]
    starts = [cell.row for cell in guide["A"] if str(cell.value).startswith("Bước")]
    title = height(3, 3)  # repeated on every page
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        last = following - 2 if following else start
        assert title + height(start, last) < A4_ROOM
        page = max([one for one in breaks if one <= start], default=1)
        assert height(page, last) + (title if page > 1 else 0) < A4_ROOM, start


def test_letters_are_large(guide: Worksheet) -> None:
    sizes = {cell.font.sz for row in guide["A4:B400"] for cell in row if cell.value is not None}
    assert min(sizes) >= LARGE


def test_every_status_stands_in_its_own_look(guide: Worksheet) -> None:
    cells = {str(cell.value): cell for cell in guide["A"]}
    for one in status_meanings():
        look = styles.STALE_LOOK if one.status is None else styles.LOOKS[one.status]
        cell = cells[one.text]
        assert cell.fill.fgColor.rgb == f"FF{look.fill[1:]}"
        assert cell.font.color.rgb == f"FF{look.text[1:]}"
        assert guide.cell(cell.row, 2).value == one.meaning


def test_every_code_stands_there_with_what_to_do(guide: Worksheet) -> None:
    rows = {str(cell.value): str(guide.cell(cell.row, 2).value) for cell in guide["A"]}
    for one in messages():
        text = rows[f"{one.code}\n{one.severity.label}"]
        assert text == f"{one.meaning}\nCần làm: {one.remedy}"


def test_the_pictures_add_little_to_the_file(variant: tuple[bool, bytes]) -> None:
    with ZipFile(BytesIO(variant[1])) as package:
        media = [one for one in package.infolist() if one.filename.startswith("xl/media/")]
    assert len(media) >= 12
    assert sum(one.compress_size for one in media) < MOST_GROWTH
