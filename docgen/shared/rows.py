"""The rows of the Báo cáo's tables, as plain texts.

Pure: an assessment in, lists of dicts of texts out; the keys are the fields of the
template (Vietnamese without diacritics, since officials read them in Word).
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.report import sentences_vi as sentences
from docgen.shared import measure_phrases_vi as phrases
from workbook.domain.findings import Finding, blocking
from workbook.domain.numbers_vi import format_date_short, format_integer
from workbook.domain.plan import Goal, Measure
from workbook.domain.register import FundingResult
from workbook.domain.results import Assessment, MeasureResult
from workbook.domain.statuses import Status
from workbook.domain.text_vi import lower_first

Row = dict[str, "str | list[str]"]

# Which light fill a status takes in the template; all others stay white.
FILLS: Mapping[Status, str] = {
    Status.ACHIEVED: "dat",
    Status.ON_TRACK: "dung",
    Status.SLOW: "cham",
    Status.VERY_SLOW: "cham_nhieu",
    Status.WORSENING: "kem",
    Status.BELOW: "duoi_moc",
    Status.MISSED: "khong_dat",
    Status.NOT_YET: "cho",
    Status.NOT_ASSESSABLE: "cho",
    Status.PENDING: "cho",
}
OTHER_FILL = "khac"


def fill(status: Status) -> str:
    """Return the key of the fill that a status takes."""
    return FILLS.get(status, OTHER_FILL)


def lines(text: str) -> list[str]:
    """Split a typed text into its lines; Word keeps each as a paragraph."""
    return [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line]


def milestone_years(assessment: Assessment) -> tuple[int | None, int | None]:
    """Choose the two milestone years of the tables: the latest due and the next.

    A plan with two milestones shows both always; with one, the second is None.
    """
    years = assessment.plan.milestone_years
    if len(years) < 2:
        return (years[0] if years else None), None
    due = [place for place, year in enumerate(years) if year <= assessment.period.time]
    first = min(due[-1] if due else 0, len(years) - 2)
    return years[first], years[first + 1]


def _milestone(measure: Measure, year: int | None) -> str:
    return phrases.NONE if year is None else phrases.milestone(measure, year)


def measure_row(assessment: Assessment, result: MeasureResult) -> Row:
    """Return everything the tables say of one measure."""
    plan, measure, observation = assessment.plan, result.measure, result.observation
    before, after = milestone_years(assessment)
    typed = "" if observation is None else observation.note
    return {
        "so": phrases.number(plan, measure),
        "ten": measure.name,
        "don_vi_tinh": measure.measure_unit,
        "moc_truoc": _milestone(measure, before),
        "moc_sau": _milestone(measure, after),
        "ky_truoc": phrases.previous(result, assessment.settings.area),
        "ky_truoc_so_dem": phrases.counts(result.trend.previous),
        "ket_qua": _result(result),
        "so_dem": phrases.counts(observation),
        "can_dat": phrases.required(result),
        "nhom": fill(result.status),
        "tinh_trang": phrases.status(result),
        "con_thieu": phrases.gap(result),
        "don_vi": plan.unit(measure.responsible_unit).sheet,
        "ghi_chu": [*lines(result.note or ""), *lines(typed)] or [""],
    }


def _result(result: MeasureResult) -> str:
    """The value; a dash where nothing is asked or a value has no meaning, "" if missing."""
    if result.shown or result.status is Status.NO_DATA:
        return phrases.breakable(result.shown)
    return phrases.NONE


def goal_rows(assessment: Assessment) -> list[Mapping[str, object]]:
    """Return the goals with their sentences, rows and the small-number note."""
    return [_goal(assessment, goal) for goal in assessment.plan.goals]


def _goal(assessment: Assessment, goal: Goal) -> Mapping[str, object]:
    of_goal = {one.number for one in assessment.plan.indicators if one.goal == goal.number}
    results = [r for r in assessment.results if r.measure.indicator in of_goal]
    return {
        "so": str(goal.number),
        "ten": goal.title,
        "cac_cau": sentences.goal_sentences(assessment, results),
        "cac_dong": [measure_row(assessment, result) for result in results],
        "luu_y": sentences.small_numbers_note(results),
    }


def lagging_rows(assessment: Assessment) -> list[Row]:
    """Return the lagging measures, the most serious first, with what the units explain."""
    return [lagging_row(assessment, result) for result in assessment.lagging]


def lagging_row(assessment: Assessment, result: MeasureResult) -> Row:
    """Return what is said of a measure behind, with what the unit explains."""
    return {
        "ten": phrases.named(assessment.plan, result.measure),
        "dien_giai": sentences.lagging_sentence(assessment, result),
        "giai_trinh": lines(result.observation.explanation if result.observation else ""),
    }


def missing_rows(assessment: Assessment) -> list[Row]:
    """Return by unit what has no figures."""
    rows: list[Row] = []
    for unit in assessment.plan.units:
        names = [
            f"{lower_first(r.measure.name)} (chỉ tiêu {phrases.number(assessment.plan, r.measure)})"
            for r in assessment.without_figures
            if r.measure.responsible_unit == unit.id
        ]
        if names:
            rows.append({"don_vi": unit.name, "chi_tieu": "; ".join(names)})
    return rows


def tasks_and_money(assessment: Assessment) -> dict[str, object]:
    """Return the sentences and rows on the tasks and the money of a period."""
    sums = money_sums(assessment)
    return {
        "cau_nhiem_vu": sentences.tasks_sentence(assessment),
        "nhiem_vu": task_rows(assessment),
        "cau_kinh_phi": sentences.money_sentence(*sums, assessment.period),
        "kinh_phi": money_rows(assessment),
        "ghi_chu_kinh_phi": money_notes(assessment),
    }


def task_rows(assessment: Assessment) -> list[Mapping[str, object]]:
    """Return by unit its tasks with deadline, result and whether it is done."""
    return [
        {"don_vi": unit.name, "cac_nhiem_vu": [
            _task(assessment, place, task.id, task.text)
            for place, task in enumerate(unit.tasks, 1)
        ]}
        for unit in assessment.plan.units
        if unit.tasks
    ]  # fmt: skip


def _task(assessment: Assessment, place: int, task_id: str, text: str) -> Row:
    said = assessment.tasks.get(task_id)
    deadline = format_date_short(said.deadline) if said and said.deadline else ""
    done = {True: "Đã hoàn thành", False: "Chưa hoàn thành", None: ""}
    return {
        "stt": str(place),
        "nhiem_vu": text,
        "thoi_han": deadline,
        "ket_qua": lines(said.result) if said else [],
        "hoan_thanh": done[said.done if said else None],
    }


def money_rows(assessment: Assessment) -> list[Row]:
    """Return the sources of money, and their sum as the last row."""
    found = [(one.name, assessment.funding.get(one.id)) for one in assessment.plan.funding]
    rows = [
        _money(str(place), name, *_amounts(assessment, result))
        for place, (name, result) in enumerate(found, 1)
    ]
    return [*rows, _money("", "Tổng cộng", *money_sums(assessment))]


def _amounts(assessment: Assessment, result: FundingResult | None) -> tuple[int | None, int | None]:
    if result is None:
        return None, None
    return result.planned, result.spent.get(assessment.period)


def _money(place: str, name: str, planned: int | None, spent: int | None) -> Row:
    known = planned is not None and spent is not None and planned > 0
    return {
        "stt": place,
        "nguon": name,
        "du_toan": "" if planned is None else format_integer(planned),
        "da_chi": "" if spent is None else format_integer(spent),
        "ty_le": sentences.share_of(spent or 0, planned or 1) if known else phrases.NONE,
    }


def money_sums(assessment: Assessment) -> tuple[int | None, int | None]:
    """Add up planned and spent; a sum is None while one of its parts is blank."""
    pairs = [
        _amounts(assessment, assessment.funding.get(one.id)) for one in assessment.plan.funding
    ]
    planned = [one for one, _ in pairs if one is not None]
    spent = [one for _, one in pairs if one is not None]
    return (
        sum(planned) if len(planned) == len(pairs) else None,
        sum(spent) if len(spent) == len(pairs) else None,
    )


def money_notes(assessment: Assessment) -> list[str]:
    """Return what was typed beside the sources of money."""
    return [
        f"{one.name}: {line}"
        for one in assessment.plan.funding
        if one.id in assessment.funding
        for line in lines(assessment.funding[one.id].note)
    ]


def fault_rows(assessment: Assessment) -> list[Row]:
    """Return the findings that block a final report."""
    faults = blocking(assessment.findings, assessment.period)
    return [
        {"stt": str(place), "noi": _place(fault), "noi_dung": fault.message}
        for place, fault in enumerate(faults, 1)
    ]


def _place(fault: Finding) -> str:
    return f"{fault.sheet}, ô {fault.cell}" if fault.cell else fault.sheet
