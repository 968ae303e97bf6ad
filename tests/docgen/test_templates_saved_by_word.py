"""A template saved in Word, or copied from an earlier release, gives the same document."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docgen import documents
from docgen.documents import DocumentKind, write
from docgen.letters.context import UnexplainedDelays
from docgen.plan.context import WholePlan
from docgen.template_locations import default_template
from docgen.year_plan.context import YearPlan
from tests.docgen import reading, reviews, whole_packages
from tests.docgen.every_document import DATA
from tests.docgen.word_saves import saved_by_word
from tests.validator import needs_validator, validate
from workbook.domain.judging.unit import of_unit
from workbook.domain.results import Assessment
from workbook.packages import core_properties

SUBJECTS: dict[str, tuple[DocumentKind, Callable[[Assessment], Any]]] = {
    "bao_cao.docx": (documents.REPORT, lambda judged: judged),
    "bao_cao_don_vi.docx": (
        documents.UNIT_REPORT, lambda judged: of_unit(judged, judged.plan.units[0].id),
    ),
    "so_ket_tong_ket.docx": (documents.MIDTERM_REPORT, lambda _: reviews.sample_midterm()),
    "ke_hoach.docx": (documents.PLAN, lambda judged: WholePlan(judged.plan, judged.settings)),
    "ke_hoach_nam.docx": (
        documents.YEAR_PLAN, lambda judged: YearPlan(judged, judged.period.year + 1),
    ),
    "cong_van_don_doc.docx": (documents.REMINDER, lambda judged: judged),
    "cong_van_giai_trinh.docx": (
        documents.EXPLANATION, lambda judged: UnexplainedDelays(judged, {}),
    ),
}  # fmt: skip
LAST_RELEASE = Path(__file__).parents[1] / "data" / "templates_2026_11_3"
SAVES = pytest.mark.parametrize("seed", range(4))
EACH = pytest.mark.parametrize("name", SUBJECTS)


def test_every_template_of_the_product_is_among_them() -> None:
    assert {*SUBJECTS} == {kind.template for kind in documents.KINDS.values()}


def made(name: str, template: Path | None = None) -> bytes:
    kind, subject = SUBJECTS[name]
    return write(kind, subject(DATA["sample"]()), template=template)


@cache
def wanted(name: str) -> tuple[object, ...]:
    return says(made(name))


def says(document: bytes) -> tuple[object, ...]:
    """Return all that a reader meets: body, tables, headers, properties."""
    return (
        reading.paragraphs(document), reading.tables(document), reading.headers(document),
        core_properties(document),
    )  # fmt: skip


@SAVES
@EACH
def test_the_document_is_the_same(tmp_path: Path, name: str, seed: int) -> None:
    path = tmp_path / name
    path.write_bytes(saved_by_word(default_template(name).read_bytes(), seed))
    document = made(name, path)
    assert says(document) == wanted(name)
    assert whole_packages.problems(document) == []


@EACH
def test_saving_twice_changes_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    once = saved_by_word(default_template(name).read_bytes(), 1)
    path.write_bytes(saved_by_word(once, 2))
    assert says(made(name, path)) == wanted(name)


@EACH
def test_a_copy_of_the_last_release_gives_the_same_document(name: str) -> None:
    """Offices keep copies in `mau`; the language of their tags stays."""
    document = made(name, LAST_RELEASE / name)
    assert says(document) == wanted(name)
    assert whole_packages.problems(document) == []


@needs_validator
@EACH
def test_office_finds_no_fault_in_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(saved_by_word(default_template(name).read_bytes(), 3))
    document = tmp_path / "van_ban.docx"
    document.write_bytes(made(name, path))
    assert validate(document) == []
