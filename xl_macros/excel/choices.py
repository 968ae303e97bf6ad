"""What the drop-down cells beside the buttons say: period, kind, unit, final or draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import xlwings as xw

from workbook.domain.errors import UnusableInputError
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, ResponsibleUnit
from workbook.domain.text_vi import fold
from workbook.layout import sheets, summary, texts_vi
from workbook.layout.placement import address
from workbook.layout.summary_layout import SummaryLayout
from xl_macros.excel import messages_vi as vi

_T = TypeVar("_T")


@dataclass(frozen=True)
class Choices:
    """What is chosen for a document; `unit` None: the whole ward."""

    period: Period
    kind: str
    unit: ResponsibleUnit | None
    draft: bool


@dataclass(frozen=True)
class SummaryHead:
    """The top of Tổng hợp with all that it says to Python, read in one block."""

    sheet: xw.Sheet
    cells: Mapping[str, str]

    @property
    def judged(self) -> str:
        """The label of the period whose statuses Tổng hợp shows."""
        return self.cells.get(SummaryLayout.JUDGED_CELL, "")

    def period(self, plan: Plan, year: int) -> Period:
        """Return the chosen period.

        Raises:
            UnusableInputError: the cell holds none of its choices; the sentence says which.
        """
        offered = SummaryLayout(plan, year).periods
        return self._chosen(SummaryLayout.PERIOD_CELL, texts_vi.CHOOSER_PERIOD, offered)

    def choices(self, plan: Plan, year: int) -> Choices:
        """Return all that is chosen for a document.

        Raises:
            UnusableInputError: as for `period`.
        """
        units: dict[str, ResponsibleUnit | None] = {texts_vi.WHOLE_WARD: None}
        units |= {unit.sheet: unit for unit in plan.units}
        kinds = {kind: kind for kind in texts_vi.KINDS}
        versions = {texts_vi.FINAL: False, texts_vi.DRAFT: True}
        place = SummaryLayout
        return Choices(
            period=self.period(plan, year),
            kind=self._chosen(place.KIND_CELL, texts_vi.CHOOSER_KIND, kinds),
            unit=self._chosen(place.UNIT_CELL, texts_vi.CHOOSER_UNIT, units),
            draft=self._chosen(place.VERSION_CELL, texts_vi.CHOOSER_VERSION, versions),
        )

    def _chosen(self, cell: str, label: str, offered: Mapping[str, _T]) -> _T:
        typed = self.cells.get(cell, "")
        for words, value in offered.items():
            if fold(words) == fold(typed):
                return value
        raise UnusableInputError(
            vi.BAD_CHOICE.format(
                cell=cell, sheet=self.sheet.name, label=label, typed=typed or vi.NOTHING,
                choices=", ".join(f"“{words}”" for words in offered),
            )
        )  # fmt: skip


def read_head(book: xw.Book) -> SummaryHead | None:
    """Find Tổng hợp by its marker, also under another name, and read its top."""
    for sheet in sorted(book.sheets, key=lambda sheet: sheet.name != sheets.SUMMARY):
        area = sheet.range((1, 1), (SummaryLayout.CHOOSER_ROW, summary.DATA + 1))
        rows = area.options(ndim=2, err_to_str=True).value
        if rows[0][0] == sheets.marker_of(sheets.SUMMARY):
            return SummaryHead(sheet, _texts(rows))
    return None


def _texts(rows: Sequence[Sequence[object]]) -> dict[str, str]:
    return {
        address(row, column): str(value).strip()
        for row, line in enumerate(rows, start=1)
        for column, value in enumerate(line)
        if value is not None
    }
