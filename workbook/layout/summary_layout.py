"""Where everything stands on Tổng hợp: fixed by the plan and the year alone.

So the open sổ and a new one agree whatever was judged: the list of lagging measures has
a row prepared for every measure, and rows not used are hidden.
"""

from __future__ import annotations

from workbook.domain.cell_addresses import column_letters
from workbook.domain.periods import Period, periods_of
from workbook.domain.plan import Plan
from workbook.domain.statuses import Status
from workbook.layout import summary, texts_vi
from workbook.layout.blocks import Formula
from workbook.layout.placement import TITLE_ROW, address
from workbook.layout.sheets import SUMMARY, quoted

BOXES_A_ROW = 7
Rows = tuple[int, int]


class SummaryLayout:
    """The rows and the cells of Tổng hợp; rows count from 1, columns from 0."""

    TITLE_ROW = TITLE_ROW
    PROGRAMME_ROW = TITLE_ROW + 1
    HINT_ROW = TITLE_ROW + 2
    BUTTON_ROW = TITLE_ROW + 3  # this and the choosers: hidden in a sổ without macros
    CHOOSER_LABEL_ROW = TITLE_ROW + 4
    CHOOSER_ROW = TITLE_ROW + 5
    STALE_ROW = TITLE_ROW + 6  # the live count of stale statuses
    COUNTS_TITLE_ROW = TITLE_ROW + 7
    STRIP_ROW = TITLE_ROW + 8  # the boxes of counts, two rows of them
    LAGGING_TITLE_ROW = STRIP_ROW + 3
    LAGGING_HEADING_ROW = LAGGING_TITLE_ROW + 1
    LAGGING_FIRST_ROW = LAGGING_HEADING_ROW + 1

    # What the buttons ask for, each in a cell to be chosen.
    PERIOD_CELL = address(CHOOSER_ROW, summary.NAME)
    UNIT_CELL = address(CHOOSER_ROW, summary.UNIT)
    KIND_CELL = address(CHOOSER_ROW, summary.VALUE)
    VERSION_CELL = address(CHOOSER_ROW, summary.STATUS)

    # The region of figures, right of what is printed, in hidden columns.
    DATA_ROW = TITLE_ROW
    JUDGED_ROW, WARD_ROW, PROGRAMME_DATA_ROW, GOAL_TITLE_ROW, LAGGING_CHART_TITLE_ROW = range(
        DATA_ROW, DATA_ROW + 5
    )
    STRIP_DATA_ROW = LAGGING_CHART_TITLE_ROW + 1
    GOAL_HEADING_ROW = STRIP_DATA_ROW + len(Status)
    GOAL_FIRST_ROW = GOAL_HEADING_ROW + 1

    JUDGED_CELL = address(JUDGED_ROW, summary.DATA)  # the period that is shown below

    def __init__(self, plan: Plan, year: int) -> None:
        """Lay out the sheet for a reporting year."""
        self.plan, self.year = plan, year
        self.unit_ids = tuple(unit.id for unit in plan.units if any(plan.measures_of(unit.id)))
        self.lagging_last_row = self.LAGGING_HEADING_ROW + len(plan.measures)
        self.missing_title_row = self.lagging_last_row + 2
        self.missing_heading_row = self.missing_title_row + 1
        self.missing_first_row = self.missing_title_row + 2
        self.missing_last_row = self.missing_heading_row + len(self.unit_ids)
        self.charts_row = self.missing_last_row + 2
        self.all_title_row = self.charts_row + 1
        self.all_heading_row = self.all_title_row + 1
        self.all_first_row = self.all_title_row + 2
        self.goal_rows: dict[int, int] = {}
        self._rows: dict[str, int] = {}
        self._place_measures()
        self.goal_last_row = self.GOAL_HEADING_ROW + len(plan.goals)
        self.periods = {period.label: period for period in periods_of(year)}

    def _place_measures(self) -> None:
        row = self.all_first_row
        for goal in self.plan.goals:
            self.goal_rows[goal.number] = row
            row += 1
            for indicator in self.plan.indicators:
                if indicator.goal == goal.number:
                    for measure in indicator.measures:
                        self._rows[measure.id] = row
                        row += 1
        self.last_row = row - 1

    def row(self, measure_id: str) -> int:
        """Return the row of a measure in the table of all."""
        return self._rows[measure_id]

    @property
    def unit_choices(self) -> list[str]:
        """What the chooser of units offers: the whole ward, then every unit's sheet."""
        return [texts_vi.WHOLE_WARD, *(unit.sheet for unit in self.plan.units)]

    def title_formula(self, ward: str, shown: Period) -> Formula:
        """Return the title: the ward as it was judged, and the period that is chosen."""
        parts = address(self.WARD_ROW, summary.DATA), self.PERIOD_CELL
        return Formula(f'={parts[0]}&" – "&{parts[1]}', f"{ward} – {shown.label}")

    def stale_count_formula(self) -> str:
        """Return the formula that says how many statuses are stale; blank for none."""
        letters = column_letters(summary.STALE)
        count = f"SUM({letters}{self.all_first_row}:{letters}{self.last_row})"
        other = f'IF({self.PERIOD_CELL}<>{self.JUDGED_CELL},"{texts_vi.OTHER_PERIOD}","")'
        return f'=IF({count}=0,"","{texts_vi.STALE_BEFORE}"&{count}&{other})'

    def lagging_rows(self, used: int) -> Rows:
        """Return the rows that show so many lagging measures, first and last.

        One always shows: a chart all of whose rows are hidden is drawn in odd ways.
        """
        return self.LAGGING_FIRST_ROW, self.LAGGING_HEADING_ROW + max(used, 1)

    def unused_rows(self, used: int) -> Rows | None:
        """Return the rows to be hidden where so many measures lag."""
        first = self.lagging_rows(used)[1] + 1
        return (first, self.lagging_last_row) if first <= self.lagging_last_row else None

    def rows_to_fit(self, used: int) -> tuple[Rows, ...]:
        """Return the rows whose height follows their texts, first and last of each run."""
        return (
            self.lagging_rows(used),
            (self.missing_first_row, self.missing_last_row),
            (self.all_first_row, self.last_row),
        )


def reference(cell: str) -> str:
    """Return how a formula on any sheet names a cell of Tổng hợp."""
    letters = cell.rstrip("0123456789")
    return f"{quoted(SUMMARY)}!${letters}${cell[len(letters) :]}"


def period_formula(half: Period, one: str, other: str) -> str:
    """Return the expression that is `one` while the half-year is chosen, else `other`."""
    return f'IF({reference(SummaryLayout.PERIOD_CELL)}="{half.label}",{one},{other})'
