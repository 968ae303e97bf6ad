"""The guide's pictures: small, all used, and not older than what they show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.guide_pictures import record
from tests.guide_pictures.making import made
from tests.guide_pictures.scenes import FOLDERS, names, scenes
from tests.rendering import needs_rendering
from workbook.domain.guide.steps_vi import steps
from workbook.guide_pictures import FOLDER, MOST_WIDE, picture_file

MOST_BYTES, MOST_IN_ALL = 60_000, 400_000
HIGHEST = 530  # pixels as shown: a row of a sheet is at most 409 points high
REDRAW = "hình hướng dẫn đã cũ: chạy “python -m tests.guide_pictures” rồi xem lại các hình"


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    return record.shown()


def test_no_picture_is_older_than_what_it_shows(shown: dict[str, str]) -> None:
    recorded = {name: one["shows"] for name, one in record.read().items()}
    old = [name for name in names() if recorded.get(name) != shown[name]]
    assert old == [], REDRAW


def test_the_record_is_that_of_these_very_files() -> None:
    files = {path.stem: record.digest(path.read_bytes()) for path in FOLDER.glob("*.png")}
    assert files == {name: one["file"] for name, one in record.read().items()}, REDRAW
    assert set(files) == set(names())


def test_exactly_the_pictures_that_the_steps_name_are_there() -> None:
    used = {
        picture.name
        for buttons in (True, False)
        for step in steps(buttons=buttons)
        for picture in step.pictures
    }
    assert used == set(names())


def test_pictures_are_small_files_and_fit_a_row() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert max(sizes.values()) < MOST_BYTES
    assert sum(sizes.values()) < MOST_IN_ALL
    for name in names():
        file = picture_file(name)
        assert file.width <= MOST_WIDE, name
        assert 20 < file.height < HIGHEST, name


@pytest.mark.parametrize("buttons", [True, False], ids=["buttons", "plain"])
def test_the_numbers_in_the_words_are_those_on_the_pictures(buttons: bool) -> None:
    marks = {one.name: {number for number, _ in one.marks} for one in FOLDERS}
    for one in scenes():
        marks[one.name] = {number for number, _ in one.marks} | {bar.mark for bar in one.bars}
        marks[one.name] |= {one.tabs} - {0}
    for step in steps(buttons=buttons):
        drawn = set().union(*(marks.get(one.name, set()) for one in step.pictures))
        told = {int(one) for one in re.findall(r"\((\d)\)", " ".join(step.sentences))}
        assert told == drawn, step.title


@needs_rendering
def test_the_tool_draws_a_picture_of_each_kind(tmp_path: Path) -> None:
    # Versions of LibreOffice differ by a pixel or two, not by more.
    drawn = made(tmp_path, {"kiem-tra", "cai-dat"})
    for name, content in drawn.items():
        (tmp_path / f"{name}.png").write_bytes(content)
        width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
        file = picture_file(name)
        assert width * file.scale == pytest.approx(file.width, abs=4)
        assert height * file.scale == pytest.approx(file.height, abs=4)
        assert len(content) < MOST_BYTES
    assert len(drawn) == 2
