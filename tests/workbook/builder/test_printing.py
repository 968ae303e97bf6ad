"""What LibreOffice makes of the sổ: recalculated values, printed pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

from tests.rendering import convert, needs_rendering, page_sizes, pdf_pages, pdf_words, to_pdf
from workbook.domain.plan import Plan
from workbook.domain.statuses import STALE_LABEL
from workbook.layout import columns, sheets, texts_vi
from workbook.layout.placement import UnitLayout
from xl_macros import actions

A4_LANDSCAPE = (841.9, 595.3)
_FEWEST_FORMULAS = 64  # a value for every measure and period


@pytest.fixture(scope="module")
def printed(sample_bytes: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    (folder / "so.xlsx").write_bytes(sample_bytes)
    return to_pdf(folder / "so.xlsx", folder)


def formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    for name in book.sheetnames:
        for row in book[name].iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.data_type == "f":
                    yield name, cell.coordinate


_CACHED = re.compile(rb"(</f>)<v>[^<]*</v>")


def recalculated(content: bytes, folder: Path) -> Workbook:
    """Return the values that LibreOffice computes; without cached results it must."""
    source = folder / "so.xlsx"
    with ZipFile(BytesIO(content)) as old, ZipFile(source, "w") as new:
        for name in old.namelist():
            new.writestr(name, _CACHED.sub(rb"\1", old.read(name)))
    return load_workbook(convert(source, folder / "new", "xlsx"), data_only=True)


@needs_rendering
@pytest.mark.parametrize("content", ["sample_bytes", "blank_bytes"])
def test_cached_results_are_what_a_recalculation_yields(
    content: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    made: bytes = request.getfixturevalue(content)
    cached = load_workbook(BytesIO(made), data_only=True)
    fresh = recalculated(made, tmp_path)
    places = list(formulas(load_workbook(BytesIO(made))))
    assert len(places) >= _FEWEST_FORMULAS
    for name, cell in places:
        before, after = cached[name][cell].value, fresh[name][cell].value
        if isinstance(before, float):
            assert after == pytest.approx(before, rel=1e-12), (name, cell)
        else:
            assert (after or "") == (before or ""), (name, cell)


@needs_rendering
def test_values_are_those_of_the_assessment(
    judged_sample: actions.Judged, sample_bytes: bytes, plan: Plan, tmp_path: Path
) -> None:
    fresh = recalculated(sample_bytes, tmp_path)
    compared = 0
    for period, assessment in judged_sample.assessments.items():
        for result in assessment.results:
            unit = plan.unit(result.measure.responsible_unit)
            place = UnitLayout(plan, unit.id, period.year)
            cell = place.cell(result.measure.id, period, columns.VALUE)
            value = fresh[unit.sheet][cell].value
            if isinstance(value, int | float):
                assert result.value is not None
                assert value == pytest.approx(float(result.value), rel=1e-12)
                compared += 1
            else:
                assert result.value is None or not result.measure.kind.is_ratio
    assert compared


@needs_rendering
def test_every_name_is_printed_whole(printed: Path, plan: Plan) -> None:
    words = pdf_words(printed)
    for measure in plan.measures.values():
        assert words.count(measure.name) >= 2, measure.name
    for unit in plan.units:
        assert unit.name in words
    assert texts_vi.COUNTS_TITLE.format(
        measures=len(plan.measures), indicators=len(plan.indicators)
    ) in words  # fmt: skip


@needs_rendering
def test_pages_are_a4_landscape_and_not_too_many(printed: Path) -> None:
    sizes = page_sizes(printed)
    assert 20 < len(sizes) < 45
    assert all(size == pytest.approx(A4_LANDSCAPE, abs=1) for size in sizes)


@needs_rendering
def test_every_printed_page_is_stamped_and_numbered(printed: Path) -> None:
    pages = pdf_pages(printed)
    for number, page in enumerate(pages, start=1):
        assert texts_vi.SAMPLE_STAMP in page
        assert f"trang {number}/{len(pages)}" in page


@needs_rendering
def test_every_sheet_is_printed_in_order(printed: Path, plan: Plan) -> None:
    footers = re.findall(r"(\S.*), trang \d+/\d+", "\n".join(pdf_pages(printed)))
    seen = list(dict.fromkeys(footer.split("  ")[-1].strip() for footer in footers))
    assert seen == list(sheets.markers(plan))


@needs_rendering
def test_a_changed_figure_makes_its_status_stale(
    sample_bytes: bytes,
    plan: Plan,
    judged_sample: actions.Judged,
    printed: Path,
    tmp_path: Path,
) -> None:
    period = judged_sample.latest
    results = judged_sample.assessments[period].results
    blank = next(r.measure for r in results if r.value is None and len(r.measure.slots) == 1)
    typed = next(r.measure for r in results if r.value is not None and r.measure.kind.is_ratio)
    book = load_workbook(BytesIO(sample_bytes))
    for measure, value in ((blank, 0), (typed, 1)):  # a blank is not the same as 0
        unit = plan.unit(measure.responsible_unit)
        place = UnitLayout(plan, unit.id, period.year)
        book[unit.sheet][place.cell(measure.id, period, columns.NUMERATOR)] = value
    changed = tmp_path / "changed.xlsx"
    book.save(changed)
    words = pdf_words(to_pdf(changed, tmp_path))
    assert f"{texts_vi.STALE_BEFORE}2" in words
    # Each is marked on its unit's sheet and on Tổng hợp; hints name the mark as well.
    assert words.count(STALE_LABEL) >= pdf_words(printed).count(STALE_LABEL) + 4


@needs_rendering
def test_unchanged_figures_leave_every_status_fresh(printed: Path) -> None:
    assert f"{texts_vi.STALE_BEFORE}0" in pdf_words(printed)
