"""What the template of the plan for its whole period is filled with.

Pure. The sentences are the plan's own, as issued or mended as Cấu hình says; names of
the agency, recipients and signature are those of Cấu hình. No addressee: a Kế hoạch has
only Nơi nhận (Decree 30/2020/NĐ-CP, Phụ lục I, part II, item 9).
"""

from __future__ import annotations

from typing import cast

from docgen.shared.decree import TYPE_CODES
from docgen.shared.letterhead import closed, paper_fields, recipients
from docgen.shared.line_breaks_vi import all_unbroken
from docgen.word.jinja import Context, Value
from workbook.domain.plan import Goal, Plan, ResponsibleUnit, Section
from workbook.domain.plan_wording import mended_plan
from workbook.domain.settings import Settings, Wording

_ENDS = (".", ":", ";", "!", "?", "…")


def plan_context(plan: Plan, settings: Settings) -> Context:
    """Return the fields of the plan for its whole period."""
    mended = settings.wording is Wording.MENDED
    printed = mended_plan(plan, settings) if mended else plan
    nouns = [measure.noun for measure in plan.measures.values()]
    content = all_unbroken(cast(Value, _content(printed)), nouns)
    return cast(Context, _paper(plan, printed, settings) | cast(dict[str, object], content))


def plan_recipients(plan: Plan, printed: Plan, settings: Settings) -> list[str]:
    """Return Nơi nhận: what Cấu hình says, else the plan's own list in the words printed."""
    typed = settings.plan_recipients
    own = not typed or typed == plan.recipients
    return closed(recipients(printed.recipients if own else typed))


def numbered(plan: Plan, settings: Settings) -> str:
    """Return what stands behind the number's stroke: `KH-UBND`."""
    code = TYPE_CODES.get(plan.document_type, "")
    return "-".join(one for one in (code, settings.number_suffix) if one)


def _paper(plan: Plan, printed: Plan, settings: Settings) -> dict[str, object]:
    return paper_fields(settings) | {
        "dau_trang": "",
        "so_ky_hieu": numbered(plan, settings),
        "ten_loai": plan.document_type,
        "noi_nhan": plan_recipients(plan, printed, settings),
    }


def _content(plan: Plan) -> dict[str, object]:
    general, first_goal = plan.general_goal, plan.goals[0]
    specific = _place(first_goal.source)[1].partition(".")[0]
    return {
        "trich_yeu": list(plan.title),
        "mo_dau": list(plan.opening),
        "tieu_de_muc_tieu": _titled(general.number, plan.goals_heading),
        "ten_muc_tieu_chung": _item(general.number, general.heading),
        "muc_tieu_chung": list(general.paragraphs),
        "ten_muc_tieu_cu_the": f"{specific}. {plan.specific_goals_heading}",
        "cac_muc_tieu": [_goal(plan, goal) for goal in plan.goals],
        "tieu_de_pham_vi": _titled(plan.scope[0].number, plan.scope_heading),
        "pham_vi": [line for one in plan.scope for line in _run_in(one)],
        "tieu_de_giai_phap": _titled(plan.solutions[0].number, plan.solutions_heading),
        "giai_phap": [_solution(one) for one in plan.solutions],
        "tieu_de_kinh_phi": _titled(plan.funding[0].clause, plan.funding_heading),
        "kinh_phi": [_ended(_item(one.clause, one.name)) for one in plan.funding],
        "tieu_de_to_chuc": _titled(plan.units[0].clause, plan.organisation_heading),
        "cac_don_vi": [_unit(one) for one in plan.units],
        "ket_thuc": plan.closing,
    }


def _place(number: str) -> tuple[str, str]:
    """Split a number of the plan: `III.1` is khoản 1 of mục III."""
    main, _, rest = number.partition(".")
    return main, rest


def _titled(number: str, heading: str) -> str:
    return f"{_place(number)[0]}. {heading}"


def _item(number: str, text: str) -> str:
    return f"{_place(number)[1]}. {text}"


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."


def _run_in(section: Section) -> list[str]:
    """Return a section whose heading stands before its first sentence on one line."""
    first, *others = section.paragraphs
    return [f"{_item(section.number, section.heading)}: {first}", *(f"- {one}" for one in others)]


def _goal(plan: Plan, goal: Goal) -> dict[str, object]:
    number = _place(goal.source)[1]
    last = number.rpartition(".")[2]
    label = f"{last})" if last.isalpha() else f"{number}."
    return {
        "ten": goal.heading or f"{label} {goal.title}",
        "chi_tieu": [
            {"so": str(one.number), "noi_dung": one.quote}
            for one in plan.indicators
            if one.goal == goal.number
        ],
    }


def _solution(section: Section) -> dict[str, object]:
    return {"ten": _item(section.number, section.heading), "cac_doan": list(section.paragraphs)}


def _unit(unit: ResponsibleUnit) -> dict[str, object]:
    dash = "- " if unit.tasks_dashed else ""
    return {
        "ten": _item(unit.clause, unit.heading or unit.name),
        "nhiem_vu": [f"{dash}{task.text}" for task in unit.tasks],
    }
