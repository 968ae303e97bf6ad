"""Texts, tasks, money, the sentences, and what holds for any sổ."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbook.domain.validation.registers import (
    H1,
    YEAR,
    at,
    only,
    past,
    told,
    typed,
    valid_register,
)
from workbook.domain.findings import Finding, Severity
from workbook.domain.periods import Period
from workbook.domain.plan import Plan, Slot
from workbook.domain.register import CellValue, ExcelError, RawFunding, RawTask, Register
from workbook.domain.validation import check
from workbook.domain.validation.messages_vi import Fault
from workbook.domain.validation.sentences_vi import sentence_vi
from workbook.layout.placement import FundingLayout
from workbook.plans import default_plan

VNI = "Baùo caùo cuûa traïm y teá phöôøng"
TCVN3 = "B\xb8o c\xb8o cña tr¹m y tÕ ph\xadêng"


@pytest.fixture(scope="module")
def valid(plan: Plan) -> Register:
    return valid_register(plan)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TCVN3, "VB02"),
        (VNI, "VB02"),
        ("Ba\u0301o ca\u0301o", "VB01"),
        (ExcelError("#NAME?"), "VB04"),
    ],
)
def test_a_badly_typed_text_is_told_at_its_cell(
    valid: Register, plan: Plan, text: CellValue, code: str
) -> None:
    register = typed(valid, "CT13", YEAR, {"note": text})
    assert told(register) == [(code, *at(plan, "CT13", YEAR, "note"))]
    assert not only(register).blocks


@pytest.mark.parametrize("text", ["Bệnh\x01án", "bệnh án\x9d", "một\ud800hai", "a\x0bb\x00"])
def test_a_text_that_no_document_can_hold_blocks_the_report_and_names_its_cell(
    valid: Register, plan: Plan, text: str
) -> None:
    register = typed(valid, "CT13", YEAR, {"note": text})
    assert told(register) == [("VB03", *at(plan, "CT13", YEAR, "note"))]
    assert only(register).blocks
    assert ("CT13", YEAR) not in check(register).invalid  # its figures are good


def test_text_in_a_legacy_font_is_told_with_its_reading_and_not_converted(valid: Register) -> None:
    register = typed(valid, "CT13", YEAR, {"note": TCVN3})
    assert "Báo cáo của trạm y tế phường" in only(register).message
    assert check(register).observations["CT13", YEAR].note == TCVN3


def test_a_short_text_in_a_legacy_font_is_known_by_its_font(valid: Register) -> None:
    def in_font(font: str | None) -> Register:
        register = typed(valid, "CT13", YEAR, {"note": "tèt"})
        return replace(register, entries=tuple(
            replace(one, note=replace(one.note, font=font)) for one in register.entries
        ))  # fmt: skip

    assert "tốt" in only(in_font(".VnTime")).message
    assert told(in_font("Times New Roman")) == []


def test_text_not_in_nfc_is_told_once_and_normalised(valid: Register, plan: Plan) -> None:
    register = past(valid, {"measure_id": "CT13", "period": "2023", "amount": 98,
                            "note": "sô\u0301 cu\u0303"})  # fmt: skip
    for measure in ("CT13", "CT02", "CT14"):
        register = typed(register, measure, YEAR, {"source": "Ho\u0323c ba\u0323"})
    assert told(register) == [("VB01", *at(plan, "CT02", YEAR, "source"))]
    assert check(register).observations["CT13", YEAR].source == "Học bạ"


def test_control_characters_do_not_reach_documents(valid: Register) -> None:
    register = typed(valid, "CT13", YEAR, {"note": "một\x00hai\nba\tbốn & <năm> “😀”"})
    assert check(register).observations["CT13", YEAR].note == "mộthai\nba\tbốn & <năm> “😀”"


def with_task(register: Register, **cells: CellValue) -> Register:
    first, *rest = register.tasks
    changed = {name: replace(getattr(first, name), value=value) for name, value in cells.items()}
    task = RawTask(**{**vars(first), **changed})
    return replace(register, tasks=(task, *rest))


@pytest.mark.parametrize(
    ("cells", "code"),
    [({"deadline": "Quý III"}, "NV01"), ({"done": "đang làm"}, "NV02"), ({"done": 1}, "NV02")],
)
def test_a_task_that_cannot_be_read_is_a_warning(
    valid: Register, cells: dict[str, CellValue], code: str
) -> None:
    finding = only(with_task(valid, **cells))
    assert (finding.code, finding.severity) == (code, Severity.WARNING)
    assert finding.cell == getattr(valid.tasks[0], next(iter(cells))).cell


@pytest.mark.parametrize(("value", "done"), [("Có", True), ("chưa", False), ("KHÔNG", False)])
def test_a_task_is_done_or_not_or_nothing_is_said(valid: Register, value: str, done: bool) -> None:
    first = valid.tasks[0].task_id
    assert check(with_task(valid, done=value)).tasks[first].done is done
    assert check(valid).tasks[first].done is None


def with_money(register: Register, planned: CellValue, spent: CellValue) -> Register:
    first, *rest = register.funding
    money = RawFunding(
        source_id=first.source_id,
        planned=replace(first.planned, value=planned),
        spent={**first.spent, YEAR: replace(first.spent[YEAR], value=spent)},
        note=first.note,
    )
    return replace(register, funding=(money, *rest))


@pytest.mark.parametrize(
    ("planned", "spent", "code", "key", "period"),
    [
        (100, 101, "KP01", "spent", YEAR),
        ("1.000", 5, "SL03", "planned", None),
        (100, -1, "SL05", "spent", YEAR),
        (100, 0.5, "SL06", "spent", YEAR),
        (100, "100", "SL01", "spent", YEAR),
    ],
)
def test_money_is_checked_as_figures_are(
    valid: Register, plan: Plan, planned: CellValue, spent: CellValue, code: str, key: str,
    period: Period | None,
) -> None:  # fmt: skip
    finding = only(with_money(valid, planned, spent))
    place = FundingLayout(plan, 2026).cell(plan.funding[0].id, key, period)
    assert (finding.code, finding.cell, finding.period) == (code, place, period)


def test_blank_money_stays_blank(valid: Register) -> None:
    checked = check(with_money(valid, 10**12, None))
    (first, *_) = checked.funding.values()
    assert (first.planned, first.spent[YEAR], first.spent[H1]) == (10**12, None, None)


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_sentence_that_says_where_what_and_what_to_do(fault: Fault) -> None:
    names = set(re.findall(r"{(\w+)}", fault.problem + fault.remedy))
    said = sentence_vi(fault, 'Trang "A", ô B2', dict.fromkeys(names, "12"))
    assert said.startswith('Trang "A", ô B2: ')
    assert said.endswith(".")
    assert not re.search(r"[{}]|\.\.", said)
    assert len(said) <= 255


def test_no_two_faults_share_a_code() -> None:
    codes = [fault.code for fault in Fault]
    assert len(set(codes)) == len(codes)


# Any value a cell may hold, in any cell of an entry.
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30),
    st.dates(), st.sampled_from([ExcelError("#N/A"), "0", "1,5", "1.234", "９", " "]),  # noqa: RUF001
)  # fmt: skip
CELLS = st.sampled_from(["source", "note", "explanation", "entered_on", *Slot])
PLAN = default_plan()
VALID = valid_register(PLAN)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(PLAN.measures)), st.sampled_from([H1, YEAR]),
    st.dictionaries(CELLS, VALUES, max_size=4),
)  # fmt: skip
def test_whatever_is_typed_is_read_or_told_and_never_raises(
    measure: str, period: Period, cells: dict[str | Slot, CellValue]
) -> None:
    checked = check(typed(VALID, measure, period, cells))
    key = measure, period
    blocking = [one for one in checked.findings if one.blocks and (one.measure, one.period) == key]
    # A text that no document can hold blocks the report, but its figures are good.
    blamed = [one for one in blocking if one.code != Fault.CONTROL_CHARACTER.code]
    whole = all(
        not cell.is_blank
        for one in checked.register.entries
        if (one.measure_id, one.period) == key
        for cell in one.figures.values()
    )
    assert (key in checked.invalid) == (whole and bool(blamed))
    assert key in checked.observations or blamed or told_empty(checked.findings, measure)


def told_empty(findings: tuple[Finding, ...], measure: str) -> bool:
    """Nothing typed is told where the plan asks for the measure."""
    asked = PLAN.measures[measure].valid_in(2026)
    return not asked or any(one.code in ("SL14", "SL15") for one in findings)
