"""What LibreOffice computes in a sổ, and what it says there of stale statuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.rendering import convert_all
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Measure, Plan
from workbook.layout import columns, sheets, summary
from workbook.layout.placement import UnitLayout, address
from workbook.layout.summary_layout import SummaryLayout

YEAR = 2026
_CACHED = re.compile(rb"(</f>)<v>[^<]*</v>")

Edit = Callable[[Workbook], None]


def recalculated(content: bytes, folder: Path) -> Workbook:
    """Return the values that LibreOffice computes; without cached results it must."""
    return recalculated_all({"so": content}, folder)["so"]


def recalculated_all(
    contents: Mapping[str, bytes], folder: Path, *, locale: str = "en-US"
) -> dict[str, Workbook]:
    """Return what LibreOffice computes in several workbooks, by the names given to them."""
    sources = []
    for number, content in enumerate(contents.values()):
        sources.append(folder / f"{number}.xlsx")
        with ZipFile(BytesIO(content)) as old, ZipFile(sources[-1], "w") as new:
            for part in old.namelist():
                new.writestr(part, _CACHED.sub(rb"\1", old.read(part)))
    made = convert_all(sources, folder / "new", "xlsx", locale=locale)
    return {
        name: load_workbook(path, data_only=True) for name, path in zip(contents, made, strict=True)
    }


def edited(content: bytes, *edits: Edit) -> bytes:
    """Return a sổ in which somebody typed since."""
    book = load_workbook(BytesIO(content))
    for edit in edits:
        edit(book)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


class Live:
    """The staleness that a recalculated sổ shows."""

    def __init__(self, book: Workbook, plan: Plan) -> None:
        """Look into `book`, a sổ of 2026 with computed values."""
        self._book, self._plan = book, plan
        self._summary = SummaryLayout(plan, YEAR)

    def _marked(self, key: str) -> Iterator[tuple[str, Period]]:
        for measure in self._plan.measures.values():
            place = UnitLayout(self._plan, measure.responsible_unit, YEAR)
            for period in periods_of(YEAR):
                value = self._book[place.unit.sheet][place.cell(measure.id, period, key)].value
                assert value in (0, 1), (measure.id, period, key, value)
                if value == 1:
                    yield measure.id, period

    @property
    def changed(self) -> set[tuple[str, Period]]:
        """Where an entry differs from what was judged."""
        return set(self._marked(columns.CHANGED))

    @property
    def stale(self) -> set[tuple[str, Period]]:
        """Whose status rests on something that has changed."""
        return set(self._marked(columns.STALE))

    @property
    def listed(self) -> set[str]:
        """The measures that Tổng hợp marks in its list of all."""
        sheet = self._book[sheets.SUMMARY]
        flags = {
            one: sheet[address(self._summary.row(one), summary.STALE)].value
            for one in self._plan.measures
        }
        assert set(flags.values()) <= {0, 1}
        return {one for one, flag in flags.items() if flag == 1}

    @property
    def count(self) -> str:
        """What Tổng hợp says of how many are stale, "" for nothing."""
        return str(self._book[sheets.SUMMARY][address(SummaryLayout.STALE_ROW, 0)].value or "")


def cell_of(plan: Plan, measure: Measure, period: Period, key: str) -> tuple[str, str]:
    """Return sheet and address of a measure's cell."""
    place = UnitLayout(plan, measure.responsible_unit, period.year)
    return place.unit.sheet, place.cell(measure.id, period, key)
