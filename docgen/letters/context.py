"""What the two Công văn to the units say: figures to be sent or mended, delays to be explained.

Pure: an assessment in, plain texts out; the keys are the fields of the templates. A letter
names what is missing and where it is typed; never a reason or a blame.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.shared import measure_phrases_vi as phrases
from docgen.shared.letterhead import addressees, closed
from docgen.shared.rows import Row, measure_row
from workbook.domain.findings import Finding, blocking
from workbook.domain.judging.unit import sheets_of, unit_to_mend
from workbook.domain.numbers_vi import NO_BREAK_SPACE, format_count, format_date_long
from workbook.domain.plan import ResponsibleUnit
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.text_vi import lower_first

Places = Mapping[str, tuple[str, str]]  # measure id -> sheet and cell of its Giải trình


@dataclass(frozen=True)
class UnitDebt:
    """What a unit still owes: measures without figures, figures that are wrong."""

    unit: ResponsibleUnit
    missing: tuple[MeasureResult, ...]
    faults: tuple[Finding, ...]


def debts(assessment: Assessment) -> list[UnitDebt]:
    """Return the units that owe figures of the period, in the plan's order.

    A fault that belongs to no measure (a lost column, say) is owed by the unit of its sheet.
    """
    plan, sheets = assessment.plan, sheets_of(assessment.plan)
    faults = blocking(assessment.findings, assessment.period)
    found = []
    for unit in plan.units:
        missing = tuple(
            r for r in assessment.without_figures if r.measure.responsible_unit == unit.id
        )
        own = tuple(one for one in faults if unit_to_mend(plan, one, sheets) == unit.id)
        if missing or own:
            found.append(UnitDebt(unit, missing, own))
    return found


def deadline(assessment: Assessment) -> str:
    """Write the day until which figures are due, "" where Cấu hình gives none."""
    window = assessment.settings.windows.get(assessment.period)
    day = window.deadline if window else None
    return format_date_long(day) if day else ""


def reminder_fields(assessment: Assessment) -> dict[str, object]:
    """Return the fields of the Công văn đôn đốc besides those of every document."""
    owed = debts(assessment)
    return {
        **addressees([one.unit.name for one in owed]),
        "thoi_han": deadline(assessment),
        "tong_hop": _reminder_sentence(owed, assessment),
        "don_vi_no": [_debt_row(place, one, assessment) for place, one in enumerate(owed, 1)],
    }


def _reminder_sentence(owed: Sequence[UnitDebt], assessment: Assessment) -> str:
    missing = sum(len(one.missing) for one in owed)
    faults = sum(len(one.faults) for one in owed)
    parts = []
    if missing:
        parts.append(f"{format_count(missing)} nội dung chưa có số liệu")
    if faults:
        parts.append(f"{format_count(faults)} chỗ số liệu chưa hợp lệ")
    return f"Đến nay, số liệu {assessment.period.label} còn {phrases.listed(parts)}"


def _debt_row(place: int, debt: UnitDebt, assessment: Assessment) -> Mapping[str, object]:
    return {
        "stt": str(place),
        "don_vi": debt.unit.name,
        "trang": debt.unit.sheet,
        "con_thieu": closed(
            [
                f"Chỉ tiêu {phrases.number(assessment.plan, one.measure)}:"
                f" {lower_first(one.measure.name)}"
                for one in debt.missing
            ]
        ),
        "can_sua": [one.message for one in debt.faults],
    }


def explanation_fields(assessment: Assessment, places: Places) -> dict[str, object]:
    """Return the fields of the Công văn yêu cầu giải trình besides those of every document."""
    units = {one.measure.responsible_unit for one in assessment.lagging}
    names = [unit.name for unit in assessment.plan.units if unit.id in units]
    return {
        **addressees(names),
        "thoi_han": deadline(assessment),
        "tong_hop": (
            f"Kết quả {assessment.period.label} có {format_count(len(assessment.lagging))} nội"
            " dung chậm hoặc không đạt"
        ),
        "can_giai_trinh": [
            _lagging_row(place, assessment, one, places)
            for place, one in enumerate(assessment.lagging, 1)
        ],
    }


def _lagging_row(place: int, assessment: Assessment, result: MeasureResult, places: Places) -> Row:
    unit = assessment.plan.unit(result.measure.responsible_unit)
    sheet, cell = places.get(result.measure.id, (unit.sheet, ""))
    row = measure_row(assessment, result)
    marked = str(row["tinh_trang"])
    return row | {
        "stt": str(place),
        # The mark of small numbers is explained in the Báo cáo alone.
        "tinh_trang": marked.removesuffix(f" {phrases.SMALL_NUMBER_MARK}"),
        "ten_don_vi": unit.name,
        "noi_ghi": f"Trang “{sheet}”, ô{NO_BREAK_SPACE}{cell}"
        if cell
        else f"Trang “{sheet}”, cột Giải trình",
    }
