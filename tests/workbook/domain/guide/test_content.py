"""The guide's content: twelve steps, every status, every code, and nothing that is not there."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from workbook.domain.guide.meanings_vi import MEANINGS
from workbook.domain.guide.messages import messages
from workbook.domain.guide.statuses_vi import status_meanings
from workbook.domain.guide.steps_vi import MESSAGES_TITLE, STATUSES_TITLE, Step, steps
from workbook.domain.plan import Plan
from workbook.domain.settings import SPECS
from workbook.domain.statuses import STALE_LABEL, STALE_SYMBOL, Status
from workbook.domain.validation.messages_vi import Fault
from workbook.layout import columns, findings_layout, sheets, summary, texts_vi
from xl_macros.buttons import BUTTONS

ROOT = Path(__file__).parents[4]
VARIANTS = pytest.mark.parametrize("buttons", [True, False], ids=["buttons", "plain"])
# What Windows, Excel and the program's folder call things.
OTHERS = {
    "Giải nén tất cả", "Bật chỉnh sửa", "Bật nội dung", "Thuộc tính", "Bỏ chặn", "Bỏ ẩn",
    "CaiDat.bat", "KiemTra.bat", "KiemTraMay.bat", "TaoBaoCao.bat", "Đã cài xong",
}  # fmt: skip


def words(step: Step) -> str:
    return "\n".join((step.title, *step.sentences, *(one.caption for one in step.pictures)))


@VARIANTS
def test_there_are_twelve_steps_with_pictures_and_short_sentences(buttons: bool) -> None:
    chosen = steps(buttons=buttons)
    assert len(chosen) == 12
    for step in chosen:
        assert step.pictures
        assert 2 <= len(step.sentences) <= 7
        assert all(len(one) < 270 and one.endswith(".") for one in step.sentences)


def test_a_workbook_without_macros_is_told_nothing_of_buttons() -> None:
    text = "\n".join(words(step) for step in steps(buttons=False)).lower()
    assert re.search(r"\bnút\b", text) is None
    assert not [one.caption for one in BUTTONS if f"“{one.caption.lower()}”" in text]


def test_every_button_is_used_in_a_step() -> None:
    text = "\n".join(words(step) for step in steps(buttons=True))
    assert {one.caption for one in BUTTONS if f"“{one.caption}”" not in text} == set()


@VARIANTS
def test_every_name_in_quotes_is_that_of_something_real(plan: Plan, buttons: bool) -> None:
    headings = {one.heading for one in (*columns.measure_columns(2026, (2025,)),)}
    headings |= {heading for heading, _ in findings_layout.COLUMNS}
    headings |= {one.lagging for one in summary.COLUMNS}
    known = headings | set(sheets.markers(plan)) | set(texts_vi.VERSIONS) | OTHERS
    known |= set(texts_vi.KINDS)
    known |= {spec.label for spec in SPECS} | {STATUSES_TITLE, MESSAGES_TITLE}
    known |= {texts_vi.FILLED_BY.rstrip(":"), texts_vi.FILLED_ON.rstrip(":")}
    known |= {f"{STALE_SYMBOL} {STALE_LABEL}"} | {one.caption for one in BUTTONS}
    text = "\n".join(words(step) for step in steps(buttons=buttons))
    quoted = set(re.findall("“([^”]+)”", text))
    assert len(quoted) > 10
    assert quoted - known - {STATUSES_TITLE, "Các thông báo"} == set()


def test_every_status_is_explained_once_and_the_stale_mark_too() -> None:
    told = [one.status for one in status_meanings()]
    assert sorted(told[:-1], key=str) == sorted(Status, key=str)
    assert told[-1] is None
    assert len({one.meaning for one in status_meanings()}) == len(told)


def test_every_code_is_listed_once_with_what_it_means_and_what_to_do() -> None:
    assert set(MEANINGS) == set(Fault)
    listed = messages()
    assert [one.code for one in listed] == [fault.code for fault in Fault]
    assert len({one.code for one in listed}) == len(listed)
    assert all(one.meaning.endswith(".") and len(one.meaning) < 140 for one in listed)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.code)
def test_the_example_has_exactly_the_facts_that_the_sentence_asks_for(fault: Fault) -> None:
    asked = {
        name for text in (fault.problem, fault.remedy) for _, name, _, _ in Formatter().parse(text)
    }
    assert set(MEANINGS[fault].facts) == asked - {None}


def test_a_problem_and_its_remedy_are_the_message_without_the_place() -> None:
    for one in messages():
        assert one.example.endswith(f": {one.problem} {one.remedy}"), one.code
        assert "{" not in one.example


def constructed(path: Path) -> int:
    """Count the places in which a module makes a `Finding` itself."""
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call))  # fmt: skip
    return sum(isinstance(one.func, ast.Name) and one.func.id == "Finding" for one in calls)


def test_no_finding_is_made_but_from_the_catalogue() -> None:
    """So the list of the catalogue's codes is the list of all that a check can give."""
    makers = {
        str(path.relative_to(ROOT))
        for package in ("workbook", "docgen", "xl_macros")
        for path in (ROOT / package).rglob("*.py")
        if constructed(path)
    }
    # Those of Word files have catalogues of their own.
    assert makers == {"workbook/domain/validation/making.py", "docgen/findings.py"}


@VARIANTS
def test_every_script_that_a_step_names_lies_in_the_folder_for_windows(buttons: bool) -> None:
    text = "\n".join(words(step) for step in steps(buttons=buttons))
    folder = {path.name for path in (ROOT / "xl_macros/windows_folder/files").glob("*.bat")}
    named = set(re.findall(r"\w+\.bat", text))
    assert named
    assert named <= folder
