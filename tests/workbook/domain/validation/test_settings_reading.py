"""Cấu hình: what is typed counts, a blank means the plan's default, a mistake is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.workbook.domain.validation.registers import H1, YEAR, only, settled, valid_register
from workbook.domain.plan import Plan
from workbook.domain.register import CellValue, ExcelError, Register
from workbook.domain.settings import Interim, Window, Wording
from workbook.domain.validation import check
from workbook.layout.placement import SettingsLayout
from workbook.layout.sheets import SETTINGS

DEFAULT = Window(date(2025, 12, 15), date(2027, 1, 31), None)


@pytest.fixture(scope="module")
def valid(plan: Plan) -> Register:
    return valid_register(plan)


def test_a_blank_setting_is_the_plans_default(valid: Register, plan: Plan) -> None:
    settings = check(valid).settings
    assert settings.issuer == plan.settings["issuer"]
    assert settings.signer == plan.settings["signer"]
    assert settings.interim is Interim.STRAIGHT
    assert settings.baseline_year is None
    assert settings.windows == {H1: Window(date(2025, 12, 15), date(2026, 7, 31), None),
                                YEAR: DEFAULT}  # fmt: skip


def test_a_typed_setting_counts_and_a_list_keeps_its_order(valid: Register) -> None:
    register = settled(valid, "recipients", "Như trên", None, " Lưu: VT ", 5)
    register = settled(register, "signer", "Tra\u0302\u0300n Thị B")
    register = settled(register, "interim", "GIỮ  mức mốc trước")
    register = settled(register, "baseline_year", "2022")
    settings = check(register).settings
    assert settings.recipients == ("Như trên", "Lưu: VT", "5")
    assert settings.signer == "Trần Thị B"
    assert settings.interim is Interim.HOLD
    assert settings.baseline_year == 2022


def test_a_plans_recipients_and_wording_are_its_own_until_typed(
    valid: Register, plan: Plan
) -> None:
    settings = check(valid).settings
    assert settings.plan_recipients == plan.recipients
    assert settings.wording is Wording.ISSUED
    register = settled(valid, "plan_recipients", "Sở Y tế", "Lưu: VT")
    settings = check(settled(register, "wording", " Sửa  LỖI ")).settings
    assert settings.plan_recipients == ("Sở Y tế", "Lưu: VT")
    assert settings.wording is Wording.MENDED


def test_typed_dates_set_the_window_and_the_deadline(valid: Register) -> None:
    register = settled(valid, "year_opens", date(2026, 1, 1))
    register = settled(register, "year_closes", "15/12/2026")
    register = settled(register, "year_deadline", date(2026, 12, 20))
    window = check(register).settings.windows[YEAR]
    assert window == Window(date(2026, 1, 1), date(2026, 12, 15), date(2026, 12, 20))


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("year_opens", "sau Tết", "CH01"),
        ("year_opens", "30/02/2026", "CH01"),
        ("year_closes", 2026, "CH01"),
        ("h1_closes", date(2016, 6, 14), "CH01"),
        ("year_deadline", date(2025, 1, 1), "CH04"),
        ("year_closes", date(2025, 1, 1), "CH04"),
        ("baseline_year", 2026, "CH02"),
        ("baseline_year", 2030, "CH02"),
        ("baseline_year", 22, "CH02"),
        ("baseline_year", "năm ngoái", "CH02"),
        ("interim", "đường cong", "CH03"),
        ("interim", 3, "CH03"),
        ("wording", "sửa hết", "CH03"),
        ("signer", ExcelError("#REF!"), "VB04"),
        ("output_folder", "Văn bản", "CH07"),
        ("output_folder", "..\\Văn bản", "CH07"),
        ("output_folder", "https://co-quan.gov.vn/thu-muc", "CH07"),
        ("output_folder", "D:\\Văn bản?", "CH07"),
        ("output_folder", ExcelError("#REF!"), "VB04"),
        ("emails", "văn thư", "CH08"),
        ("emails", "phường@xa.vn", "CH08"),
        ("emails", "a@xa.vn; b@xa.vn", "CH08"),
        ("emails", "a..b@xa.vn", "CH08"),
        ("emails", "a@-xa.vn", "CH08"),
        ("emails", "a@xa.vn\nBcc: b@xa.vn", "CH08"),
        ("emails", ExcelError("#N/A"), "CH08"),
    ],
)
def test_a_wrong_setting_is_told_and_leaves_the_default_in_force(
    valid: Register, key: str, value: CellValue, code: str
) -> None:
    register = settled(valid, key, value)
    finding = only(register)
    assert finding.code == code
    assert (finding.sheet, finding.cell) == (SETTINGS, SettingsLayout().cell(key))
    assert not finding.blocks
    assert check(register).settings == check(valid).settings


def test_a_required_text_that_nobody_gives_is_told(valid: Register, plan: Plan) -> None:
    poorer = replace(plan, settings={**plan.settings, "place": ""})
    finding = only(replace(valid, plan=poorer))
    assert (finding.code, finding.cell) == ("CH05", SettingsLayout().cell("place"))


def test_a_lost_sheet_of_settings_means_defaults(valid: Register) -> None:
    assert check(replace(valid, settings={})).settings == check(valid).settings


@pytest.mark.parametrize(
    ("typed", "folder"),
    [
        (None, ""),
        ("D:\\Văn bản", "D:\\Văn bản"),
        ('"D:\\Văn bản\\2026"', "D:\\Văn bản\\2026"),
        ("\\\\may-chu\\van-ban", "\\\\may-chu\\van-ban"),
        ("/srv/van-ban", "/srv/van-ban"),
    ],
)
def test_the_folder_of_documents_is_a_full_path_or_none(
    valid: Register, typed: CellValue, folder: str
) -> None:
    checked = check(settled(valid, "output_folder", typed))
    assert checked.settings.output_folder == folder
    assert checked.findings == check(valid).findings
