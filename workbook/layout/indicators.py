"""The sheet Chỉ tiêu: the plan's own words beside the working reading, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from workbook.domain.cell_addresses import column_letters
from workbook.domain.plan import Indicator, Measure, Plan
from workbook.layout import texts_vi
from workbook.layout.sheets import INDICATORS, quoted

HINT_ROW = 4
HEADING_ROW = 6
FIRST_ROW = 7


NOTES_COLUMN = 3  # the plan's other notes stand under the columns of words


@dataclass(frozen=True)
class ShownColumn:
    """A column of the sheet: heading, width, whether its text is centred."""

    heading: str
    width: float
    centred: bool = False


def shown_columns(plan: Plan) -> tuple[ShownColumn, ...]:
    """Return the columns, left to right; the hidden mark of ratios follows them."""
    return (
        ShownColumn("Mã", 8, centred=True),
        ShownColumn("Mục tiêu", 6, centred=True),
        ShownColumn("Chỉ tiêu số", 6, centred=True),
        ShownColumn("Nguyên văn kế hoạch", 40),
        ShownColumn("Cách hiểu: nội dung đánh giá", 36),
        ShownColumn("Đơn vị tính", 10, centred=True),
        *(ShownColumn(f"Mốc {year}", 10, centred=True) for year in plan.milestone_years),
        ShownColumn("Đơn vị phụ trách", 16),
        ShownColumn("Nơi giao trong kế hoạch", 13),
        ShownColumn("Lưu ý về cách hiểu", 48),
    )


def shown_texts(plan: Plan, indicator: Indicator, measure: Measure) -> tuple[str, ...]:
    """Return the texts of one measure's row, in the order of `shown_columns`."""
    default = measure.assigned_by == texts_vi.DEFAULT_OWNER
    unit = plan.unit(measure.responsible_unit).sheet
    return (
        measure.id,
        str(indicator.goal),
        str(indicator.number),
        indicator.quote,
        f"{measure.name}\n{texts_vi.what_is_counted(measure)}",
        measure.measure_unit,
        *(texts_vi.milestone_of_year(measure, year) for year in plan.milestone_years),
        f"{unit} *" if default else unit,
        texts_vi.ASSIGNED_BY_DEFAULT if default else f"Mục {measure.assigned_by}",
        "\n".join(texts_vi.note_text(note) for note in measure.notes),
    )


def _column_range(plan: Plan, index: int) -> str:
    letters = column_letters(index)
    last = FIRST_ROW + max(len(plan.measures), 1) - 1
    return f"{quoted(INDICATORS)}!${letters}${FIRST_ROW}:${letters}${last}"


def id_range(plan: Plan) -> str:
    """Return the cells of all measures' ids, for lists and look-ups on other sheets."""
    return _column_range(plan, 0)


def ratio_range(plan: Plan) -> str:
    """Return the hidden cells that hold 1 for a percentage or rate, beside the ids."""
    return _column_range(plan, len(shown_columns(plan)))
