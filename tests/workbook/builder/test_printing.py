"""What LibreOffice makes of the sổ: recalculated values, printed pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

from tests.rendering import (
    convert_all,
    needs_rendering,
    page_colors,
    page_sizes,
    pdf_pages,
    pdf_words,
)
from tests.workbook.builder.conftest import build_for
from tests.workbook.builder.recalculation import cell_of, edited, recalculated
from tests.workbook.builder.stale_cases import resting_on
from workbook.domain.findings import Severity
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Plan
from workbook.domain.register import Register
from workbook.domain.statuses import STALE_LABEL, STALE_SYMBOL, Status
from workbook.layout import columns, sheets, styles, texts_vi
from workbook.layout.placement import UnitLayout
from xl_macros import actions

A4_LANDSCAPE = (841.9, 595.3)
_FEWEST_FORMULAS = 64  # a value for every measure and period
CHANGED = ("CT02", "CT18")
LEAST_CELL = 250  # pixels of a filled cell at 40 dots an inch


PRINTS = ("year", "half", "blank", "changed", "hostile")


@pytest.fixture(scope="module")
def prints(
    sample: Register,
    sample_bytes: bytes,
    blank_bytes: bytes,
    hostile_bytes: bytes,
    plan: Plan,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Path]:
    """The PDFs: of the sample in both periods, blank, with figures changed, and with faults."""
    folder = tmp_path_factory.mktemp("printed")
    half = build_for(sample, periods_of(2026)[0])
    contents = (sample_bytes, half, blank_bytes, with_changes(sample_bytes, plan), hostile_bytes)
    for name, content in zip(PRINTS, contents, strict=True):
        (folder / f"{name}.xlsx").write_bytes(content)
    made = convert_all([folder / f"{name}.xlsx" for name in PRINTS], folder, "pdf")
    return dict(zip(PRINTS, made, strict=True))


@pytest.fixture(scope="module")
def printed(prints: Mapping[str, Path]) -> Path:
    return prints["year"]


def with_changes(content: bytes, plan: Plan) -> bytes:
    """Return a sổ in which CT02 and CT18 have other figures now."""
    year = Period(2026)
    cells = [cell_of(plan, plan.measures[one], year, columns.NUMERATOR) for one in CHANGED]

    def change(book: Workbook) -> None:
        for sheet, cell in cells:
            book[sheet][cell].value = 1

    return edited(content, change)


def formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    for name in book.sheetnames:
        for row in book[name].iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.data_type == "f":
                    yield name, cell.coordinate


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
def test_pages_are_a4_and_not_too_many(printed: Path) -> None:
    sizes, pages = page_sizes(printed), pdf_pages(printed)
    guide = [f"{sheets.GUIDE}, trang" in page for page in pages]
    assert 20 < guide.count(False) < 45
    assert guide.count(True) < 20
    for size, upright in zip(sizes, guide, strict=True):
        wanted = A4_LANDSCAPE[::-1] if upright else A4_LANDSCAPE
        assert size == pytest.approx(wanted, abs=1)


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


def without_symbols(words: str) -> str:
    """Return words without the statuses' symbols, which other fonts draw on other lines."""
    symbols = {status.symbol for status in Status} | {STALE_SYMBOL}
    return " ".join(word for word in words.split() if word not in symbols)


@needs_rendering
def test_both_periods_are_printed_with_their_figures_and_statuses(
    prints: Mapping[str, Path], judged_sample: actions.Judged, plan: Plan
) -> None:
    half, whole = periods_of(2026)
    for name, period, other in (("half", half, whole), ("year", whole, half)):
        words = without_symbols(pdf_words(prints[name]))
        group = texts_vi.FIGURES_OF.format(label=period.label.upper())
        assert words.count(group) >= len(plan.units)
        assert texts_vi.FIGURES_OF.format(label=other.label.upper()) not in words
        labels = Counter(result.label for result in judged_sample.assessments[period].results)
        for label, count in labels.items():
            # Once on the unit's sheet, once in the list of all.
            assert words.count(label) >= 2 * count, (name, label)


@needs_rendering
@pytest.mark.parametrize("name", PRINTS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(
    prints: Mapping[str, Path], plan: Plan, name: str
) -> None:
    following = {texts_vi.MISSING_TITLE: plan.units[0].name.rstrip(".")}
    for goal in plan.goals:
        first = next(one for one in plan.indicators if one.goal == goal.number).measures[0]
        following[f"{texts_vi.GOAL_LABEL.format(number=goal.number)}: {goal.title}"] = first.id
    found = 0
    for page in pdf_pages(prints[name]):
        text = " ".join(page.split())
        for heading, first_row in following.items():
            if heading in text:
                assert first_row in text.partition(heading)[2], heading
                found += 1
        if texts_vi.TASKS_TITLE in text:
            assert re.search(r"V\.\d-\d", text.partition(texts_vi.TASKS_TITLE)[2])
            found += 1
    assert found >= len(following) + len(plan.units)


@needs_rendering
@pytest.mark.parametrize("name", ["year", "half"])
def test_every_status_is_printed_in_its_colour(
    prints: Mapping[str, Path],
    judged_sample: actions.Judged,
    plan: Plan,
    name: str,
    tmp_path: Path,
) -> None:
    on_units, in_list = Counter[str](), Counter[str]()
    pages = pdf_pages(prints[name])
    for page, colors in zip(pages, page_colors(prints[name], tmp_path), strict=True):
        if any(f"{unit.sheet}, trang" in page for unit in plan.units):
            on_units += colors
        elif f"{sheets.SUMMARY}, trang" in page and "trang 1/" not in page:
            in_list += colors  # the boxes with the counts stand on page 1
    shown = judged_sample.assessments[periods_of(2026)[name == "year"]]
    counts = Counter(styles.look_of(result).fill for result in shown.results)
    assert len(counts) >= 5
    for fill, count in counts.items():
        assert on_units[fill] > count * LEAST_CELL, fill
        assert in_list[fill] > count * LEAST_CELL, fill


@needs_rendering
def test_a_stale_status_is_grey_and_says_so(
    prints: Mapping[str, Path], plan: Plan, judged_sample: actions.Judged, tmp_path: Path
) -> None:
    lagging = {result.measure.id for result in judged_sample.assessments[Period(2026)].lagging}
    stale = resting_on(plan, {(one, Period(2026)) for one in CHANGED})
    listed = {measure_id for measure_id, period in stale if not period.half}
    assert lagging & listed
    # On the unit's sheet, in the list of all, and for some in that of the lagging ones.
    marked = 2 * len(listed) + len(lagging & listed)
    before, after = (pdf_words(prints[name]) for name in ("year", "changed"))
    assert after.count(STALE_SYMBOL) - before.count(STALE_SYMBOL) == marked
    assert after.count(STALE_LABEL) - before.count(STALE_LABEL) == marked
    assert f"{texts_vi.STALE_BEFORE}{len(listed)} " in after
    assert texts_vi.STALE_BEFORE not in before
    grey = [
        sum(page[styles.STALE_LOOK.fill] for page in page_colors(prints[name], tmp_path / name))
        for name in ("year", "changed")
    ]
    assert grey[1] - grey[0] > marked * LEAST_CELL


@needs_rendering
def test_cells_with_errors_are_filled_red_and_only_these(
    prints: Mapping[str, Path], hostile: Register, tmp_path: Path
) -> None:
    whole = Period(2026)
    faults = {
        (finding.sheet, finding.cell)
        for finding in actions.judge(hostile).checked.findings
        if finding.severity is Severity.ERROR and finding.cell and finding.period == whole
    }
    red = styles.FAULT_LOOKS[Severity.ERROR].fill
    clean, faulty = (
        sum(page[red] for page in page_colors(prints[name], tmp_path / name))
        for name in ("year", "hostile")
    )
    assert clean == 0
    assert faulty > len(faults) * LEAST_CELL > 0
