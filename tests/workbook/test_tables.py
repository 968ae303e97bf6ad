from __future__ import annotations

import io
from fractions import Fraction

import pandas as pd
import pytest

from workbook.csv_rows import HISTORY_COLUMNS, CsvRow
from workbook.domain.numbers_vi import format_json
from workbook.domain.periods import Period
from workbook.domain.plan import Plan
from workbook.filling import new_register
from workbook.tables import DICTIONARY, export, long_table, unit_table, wide_table
from xl_macros import actions

YEAR = Period(2026)


@pytest.fixture(scope="module")
def long(judged_sample: actions.Judged) -> pd.DataFrame:
    return long_table(judged_sample.checked, judged_sample.assessments)


def test_the_long_table_says_what_the_assessment_says(
    judged_sample: actions.Judged, long: pd.DataFrame
) -> None:
    now = long[(long["lich_su"] == 0) & (long["ky"] == YEAR.key)].set_index("ma")
    for result in judged_sample.assessments[YEAR].results:
        row = now.loc[result.measure.id]
        assert row["tinh_trang"] == result.status.name
        if result.value is None:
            assert pd.isna(row["gia_tri"])
        else:
            assert float(format_json(result.value)) == row["gia_tri"]
        if result.gap_next is None:
            assert pd.isna(row["con_thieu_moc"])
        else:
            assert row["con_thieu_moc"] == result.gap_next


def test_every_row_of_history_is_kept(judged_sample: actions.Judged, long: pd.DataFrame) -> None:
    assert (long["lich_su"] == 1).sum() == len(judged_sample.checked.history)


def test_a_blank_stays_blank_and_a_zero_stays_zero(plan: Plan) -> None:
    zero = CsvRow(
        2, dict.fromkeys(HISTORY_COLUMNS, "") | {"ma": "CT08", "ky": "2026", "gia_tri": "0"}
    )
    judged = actions.judge(new_register(plan, 2026, [zero]))
    table = long_table(judged.checked, judged.assessments)
    now = table[table["ky"] == "2026"].set_index("ma")["gia_tri"]
    assert now["CT08"] == 0
    assert now.drop("CT08").isna().all()


def test_the_wide_table_has_one_row_a_measure_and_the_years_side_by_side(
    long: pd.DataFrame, judged_sample: actions.Judged
) -> None:
    wide = wide_table(long)
    assert not wide.duplicated(["ma", "dia_ban"]).any()
    assert {"2022", "2025", "2026"} <= set(wide.columns)
    result = judged_sample.assessments[YEAR].by_id["CT13"]
    assert isinstance(result.value, Fraction)
    assert wide.set_index("ma").loc["CT13", "2026"] == float(format_json(result.value))


def test_the_units_together_answer_for_every_measure(judged_sample: actions.Judged) -> None:
    units = unit_table(judged_sample.assessments)
    assessment = judged_sample.assessments[YEAR]
    year = units[units["ky"] == YEAR.key]
    assert year["so_noi_dung"].sum() == len(assessment.results)
    assert year["cham"].sum() == len(assessment.lagging)


def test_the_dictionary_explains_every_column(
    long: pd.DataFrame, judged_sample: actions.Judged
) -> None:
    assert [name for name, _, _ in DICTIONARY] == list(long.columns)
    files = export(judged_sample.checked, judged_sample.assessments)
    text = files["giai_thich_cot.csv"].decode("utf-8-sig")
    assert all(name in text for name in long.columns)


def test_a_text_that_looks_like_a_formula_never_runs_in_excel(plan: Plan) -> None:
    fields = {"ma": "CT08", "ky": "2026", "gia_tri": "0", "nguon": "=1+1"}
    row = CsvRow(2, dict.fromkeys(HISTORY_COLUMNS, "") | fields)
    judged = actions.judge(new_register(plan, 2026, [row]))
    files = export(judged.checked, judged.assessments)
    assert "'=1+1" in files["bang_dai.csv"].decode("utf-8-sig")
    book = pd.read_excel(
        io.BytesIO(files["bang_tong_hop.xlsx"]), sheet_name="bang_dai", engine="openpyxl"
    )
    assert "=1+1" in set(book["nguon"])
