"""Results as tables for people who analyse: long, wide by year, by unit (pandas).

The numbers are those of `tinh-trang --json`: four places, half-up. A blank stays blank.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

import pandas as pd

from workbook.domain.judging import observed_value
from workbook.domain.numbers_vi import format_json
from workbook.domain.periods import Period
from workbook.domain.plan import Measure, Plan
from workbook.domain.register import Checked, Observation
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.statuses import Status

Row = dict[str, object]

# Column, type, what it holds. The dictionary that travels with the tables is this one.
DICTIONARY: tuple[tuple[str, str, str], ...] = (
    ("ma", "chữ", "Mã nội dung đánh giá, không đổi qua các năm."),
    ("chi_tieu", "số nguyên", "Số thứ tự chỉ tiêu trong kế hoạch."),
    ("muc_tieu", "số nguyên", "Số thứ tự mục tiêu trong kế hoạch."),
    ("ten", "chữ", "Tên nội dung đánh giá."),
    ("don_vi_tinh", "chữ", "Đơn vị tính của gia_tri và muc_can_dat."),
    ("don_vi", "chữ", "Đơn vị chịu trách nhiệm (tên trang tính trong sổ)."),
    ("ky", "chữ", "Kỳ số liệu: 2026 là cả năm, 2026-H1 là 6 tháng đầu năm."),
    ("nam", "số nguyên", "Năm của kỳ số liệu."),
    ("dia_ban", "chữ", "Địa bàn của số liệu; chỉ so sánh các kỳ cùng địa bàn."),
    ("lich_su", "có/không", "1: dòng lấy từ trang Lịch sử; 0: kỳ đang báo cáo."),
    ("tu_so", "số nguyên", "Tử số; trống khi không nhập."),
    ("mau_so", "số nguyên", "Mẫu số; trống khi không nhập."),
    ("gia_tri", "số thập phân", "Giá trị tính ra, số lượng, hoặc 1/0 cho có/không."),
    ("tinh_trang", "chữ", "Mã tình trạng (chỉ có ở kỳ đang báo cáo)."),
    ("nhan", "chữ", "Tình trạng bằng tiếng Việt."),
    ("muc_can_dat", "số thập phân", "Mức cần đạt của kỳ; trống khi không xác định."),
    ("con_thieu_moc", "số nguyên", "Số còn thiếu, vượt so với mốc tiếp theo; từ 0 là đạt."),
    ("con_thieu_ky", "số nguyên", "Số còn thiếu hoặc vượt so với mức cần đạt của kỳ."),
    ("nguon", "chữ", "Nguồn số liệu do đơn vị ghi."),
    ("so_lieu_mau", "có/không", "1: số liệu mẫu, không phải số liệu thật."),
)  # fmt: skip

_WHOLE = ("chi_tieu", "muc_tieu", "nam", "lich_su", "tu_so", "mau_so", "con_thieu_moc",
          "con_thieu_ky", "so_lieu_mau")  # fmt: skip
_DECIMAL = ("gia_tri", "muc_can_dat")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def export(checked: Checked, assessments: Mapping[Period, Assessment]) -> dict[str, bytes]:
    """Return the tables as files: three CSVs, the dictionary, and one workbook of all.

    Returns:
        file name -> content; CSVs in UTF-8 with BOM, comma separated, decimal dot.
    """
    long = long_table(checked, assessments)
    tables = {
        "bang_dai": long,
        "theo_nam": wide_table(long),
        "theo_don_vi": unit_table(assessments),
        "giai_thich_cot": pd.DataFrame(DICTIONARY, columns=["cot", "kieu", "y_nghia"]),
    }
    files = {f"{name}.csv": _csv(table) for name, table in tables.items()}
    return files | {"bang_tong_hop.xlsx": _excel(tables)}


def long_table(checked: Checked, assessments: Mapping[Period, Assessment]) -> pd.DataFrame:
    """One row a measure, period and area: the past, then both periods of the sổ."""
    past = [_past(checked, observation) for observation in checked.history]
    now = [_now(result, one) for one in assessments.values() for result in one.results]
    table = pd.DataFrame(past + now, columns=[name for name, _, _ in DICTIONARY])
    typed = dict.fromkeys(_WHOLE, "Int64") | dict.fromkeys(_DECIMAL, "Float64")
    return table.astype(typed)


def wide_table(long: pd.DataFrame) -> pd.DataFrame:
    """One row a measure and area; the values of each whole year side by side."""
    years = long[~long["ky"].str.contains("-") & long["gia_tri"].notna()]
    index = ["ma", "chi_tieu", "ten", "don_vi_tinh", "dia_ban"]
    # A year both in history and being reported keeps what the sổ itself says.
    latest = years.sort_values("lich_su").drop_duplicates([*index, "nam"])
    wide = latest.pivot(index=index, columns="nam", values="gia_tri").reset_index()
    order = {measure: place for place, measure in enumerate(dict.fromkeys(long["ma"]))}
    wide.columns = pd.Index([str(column) for column in wide.columns])
    return wide.sort_values(["ma"], key=lambda ids: ids.map(order), kind="stable")


def unit_table(assessments: Mapping[Period, Assessment]) -> pd.DataFrame:
    """One row a unit and period: how many of its measures have each status."""
    rows = [row for one in assessments.values() for row in _unit_rows(one)]
    columns = ["don_vi", "ky", "so_noi_dung", "cham", *(status.name for status in Status)]
    return pd.DataFrame(rows, columns=columns)


def _unit_rows(assessment: Assessment) -> Iterator[Row]:
    for unit in assessment.plan.units:
        own = [r for r in assessment.results if r.measure.responsible_unit == unit.id]
        counts = Counter(result.status.name for result in own)
        behind = sum(result.status.is_lagging for result in own)
        yield {
            "don_vi": unit.sheet,
            "ky": assessment.period.key,
            "so_noi_dung": len(own),
            "cham": behind,
        } | {status.name: counts[status.name] for status in Status}


def _described(plan: Plan, measure: Measure) -> Row:
    return {
        "ma": measure.id,
        "chi_tieu": measure.indicator,
        "muc_tieu": plan.goal_of(measure).number,
        "ten": measure.name,
        "don_vi_tinh": measure.measure_unit,
        "don_vi": plan.unit(measure.responsible_unit).sheet,
    }


def _past(checked: Checked, observation: Observation) -> Row:
    plan = checked.register.plan
    measure = plan.measures[observation.measure_id]
    return {
        **_described(plan, measure),
        **_observed(observation),
        "gia_tri": _number(observed_value(measure, observation)),
        "lich_su": 1,
        "so_lieu_mau": int(checked.register.sample),
    }


def _now(result: MeasureResult, assessment: Assessment) -> Row:
    measure, plan = result.measure, assessment.plan
    return {
        **_described(plan, measure),
        "ky": assessment.period.key,
        "nam": assessment.period.year,
        "dia_ban": assessment.settings.area,
        **(_observed(result.observation) if result.observation else {}),
        "lich_su": 0,
        "gia_tri": _number(result.value),
        "tinh_trang": result.status.name,
        "nhan": result.label,
        "muc_can_dat": _number(result.verdict.required),
        "con_thieu_moc": result.gap_next,
        "con_thieu_ky": result.gap_required,
        "so_lieu_mau": int(assessment.sample),
    }


def _observed(observation: Observation) -> Row:
    return {
        "ky": observation.period.key,
        "nam": observation.period.year,
        "dia_ban": observation.area,
        "tu_so": observation.numerator,
        "mau_so": observation.denominator,
        "nguon": observation.source,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(format_json(value))


def _csv(table: pd.DataFrame) -> bytes:
    # A text that starts like a formula must not run when Excel opens the CSV.
    safe = table.map(
        lambda value: (
            f"'{value}" if isinstance(value, str) and value.startswith(_DANGEROUS) else value
        )
    )
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _excel(tables: Mapping[str, pd.DataFrame]) -> bytes:
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        for name, table in tables.items():
            table.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 1))
            sheet = writer.sheets[name]
            for place, column in enumerate(table.columns):
                longest = max([len(str(column)), *table[column].astype(str).str.len()], default=8)
                sheet.set_column(place, place, min(longest + 2, 70))
    return buffer.getvalue()
