"""The Báo cáo that one unit sends in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx import Document

from docgen.documents import UNIT_REPORT, field_tree
from docgen.fields import Kind
from docgen.template_locations import default_template
from docgen.unit_report import template
from tests.docgen import every_document, golden, made, plans, reading
from tests.docgen.form_check.drafts import codes
from tests.docgen.test_fields import shape
from tests.docgen.written import render_unit_report, unit_report_context
from tests.docgen.year_plans import plain
from tests.ooxml_compare import diff
from tests.validator import Office, needs_validator, validate
from workbook.domain.judging.unit import of_unit
from workbook.domain.plan import Plan, ResponsibleUnit
from workbook.domain.register import Observation, TaskResult
from workbook.domain.results import Assessment
from xl_macros.actions import judge
from xl_macros.new_workbook import sample_register

TEMPLATE = default_template("bao_cao_don_vi.docx")


@cache
def half() -> Assessment:
    """The first half of the sample's year."""
    assessments = judge(sample_register()).assessments
    return next(one for period, one in assessments.items() if period.half)


@cache
def under_profile() -> Assessment:
    """The plan under the names of the office that carries it on, nothing typed."""
    plan = plans.under("an-khe")
    return replace(plans.nothing_typed(), plan=plan, settings=plans.settings_of(plan))


@cache
def other() -> Assessment:
    """The plan of nowhere, nothing typed."""
    from workbook.filling import new_register

    judged = judge(new_register(plans.other_plan(), plans.YEAR))
    return next(one for period, one in judged.assessments.items() if not period.half)


DATA: dict[str, Callable[[], Assessment]] = {
    **every_document.DATA,
    "half": half,
    "profile": under_profile,
    "other plan": other,
}
UNITS = [(data, unit.id) for data, judged in DATA.items() for unit in judged().plan.units]
EACH = pytest.mark.parametrize(("data", "unit_id"), UNITS)


def report(data: str, unit_id: str) -> bytes:
    return render_unit_report(of_unit(DATA[data](), unit_id), draft=False)


@pytest.mark.parametrize("name", ["unit_draft", "unit_sample", "unit_officer", "unit_tasks_only"])
def test_the_text_is_the_one_that_was_read_and_approved(name: str) -> None:
    # After a wanted change: python -m tests.docgen.golden, then read the difference.
    approved = (golden.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert golden.unit_reports()[name].splitlines() == approved.splitlines()


@EACH
def test_the_check_of_form_finds_nothing(data: str, unit_id: str) -> None:
    assert codes(report(data, unit_id)) == []


@EACH
def test_the_check_of_form_finds_nothing_in_a_draft_that_lists_its_faults(
    data: str, unit_id: str
) -> None:
    faulty = replace(of_unit(DATA[data](), unit_id), findings=(made.fault(),))
    assert codes(render_unit_report(faulty, draft=True)) == []


@EACH
def test_only_the_units_own_measures_and_tasks_are_named(data: str, unit_id: str) -> None:
    plan = DATA[data]().plan
    heading, *tables, closing = reading.tables(report(data, unit_id))
    own = [measure.name for measure in plan.measures_of(unit_id)]
    results = [row for row in tables[0][1:] if len(row) > 1] if own else []
    assert [plain(row[0]).partition(". ")[2] for row in results] == own
    tasks = [plain(row[1]) for row in tables[-1][1:]] if plan.unit(unit_id).tasks else []
    assert tasks == [task.text for task in plan.unit(unit_id).tasks]
    assert (len(heading), len(closing)) == (2, 1)


@EACH
def test_the_report_goes_to_the_peoples_committee_and_names_no_money(
    data: str, unit_id: str
) -> None:
    text = plain(reading.text(report(data, unit_id)))
    assert f"Kính gửi: {DATA[data]().settings.body_name}" in text
    assert "- Như trên;\n- Lưu: VT." in text
    assert "kinh phí" not in text.lower()


@pytest.fixture
def small() -> Assessment:
    first, slow, *rest = made.results()
    said = Observation("M2a", made.YEAR, made.AREA, 81, 100, explanation="Bể bơi sửa chữa.",
                       source="Sổ đăng ký", note="Hai lớp.")  # fmt: skip
    return made.assessment(
        [first, replace(slow, observation=said), *rest],
        tasks={"A1": TaskResult("A1", None, "Đã mở.", True)},
        findings=(made.fault(), replace(made.fault(), measure="M1", message="Của đơn vị khác.")),
    )


def test_what_the_unit_explained_is_printed_and_what_it_did_not_is_a_marked_place(
    small: Assessment,
) -> None:
    told = reading.text(render_unit_report(of_unit(small, "A"), draft=False))
    assert "Giải trình: Bể bơi sửa chữa." in told
    assert "[Đơn vị ghi giải trình" not in told
    untold = reading.text(render_unit_report(of_unit(made.assessment(), "A"), draft=False))
    assert "[Đơn vị ghi giải trình: nguyên nhân, hướng khắc phục.]" in untold


def test_notes_and_source_stand_below_their_measure(small: Assessment) -> None:
    rows = reading.tables(render_unit_report(of_unit(small, "A"), draft=False))[1]
    place = next(at for at, row in enumerate(rows) if row[0].endswith("biết bơi"))
    assert rows[place + 1] == ["Số liệu nhỏ (81/100)\nHai lớp.\nNguồn: Sổ đăng ký"]


def test_a_draft_lists_the_faults_of_the_unit_alone(small: Assessment) -> None:
    draft = render_unit_report(of_unit(small, "B"), draft=True)
    assert reading.headers(draft) == ["DỰ THẢO"] * 2
    assert "Ô H9: số âm." in reading.text(draft)
    assert "Của đơn vị khác." not in reading.text(draft)
    assert "còn 01 lỗi phải sửa" in reading.text(draft)
    final = reading.text(render_unit_report(of_unit(small, "B"), draft=False))
    assert "Ô H9: số âm." not in final


def shaded(document: bytes) -> list[str]:
    """The texts that stand as places left open."""
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        "".join(one.text or "" for one in run.iter(f"{w}t"))
        for run in reading.xml_of(document).iter(f"{w}r")
        for style in run.iterfind(f"{w}rPr/{w}rStyle")
        if style.get(f"{w}val") == "DonViGhi"
    ]


OPEN = ["[CƠ QUAN CHỦ QUẢN]", "[TÊN ĐƠN VỊ BÁO CÁO]", "[KÝ HIỆU]", "[QUYỀN HẠN, CHỨC VỤ]",
        "[Họ và tên người ký]"]  # fmt: skip


def test_what_nobody_told_of_the_heading_is_a_marked_place() -> None:
    told, untold = other().plan.units
    places = shaded(render_unit_report(of_unit(other(), untold.id), draft=False))
    assert [one for one in places if one in OPEN] == [OPEN[0], *OPEN[2:]]
    places = shaded(render_unit_report(of_unit(other(), told.id), draft=False))
    assert [one for one in places if one in OPEN] == []
    text = reading.text(render_unit_report(of_unit(other(), told.id), draft=False))
    assert text.startswith("UBND XÃ SUỐI LÀNH\nBAN BẢO VỆ\nTRẺ EM XÃ\n")
    assert "/BC-BBVTE\n" in text
    assert "\nTRƯỞNG BAN\nLê Thị Thử" in text


def test_no_signer_of_the_ward_signs_for_a_unit(plan: Plan) -> None:
    sample = every_document.sample()
    for unit in plan.units:
        assert plan.signer not in reading.text(
            render_unit_report(of_unit(sample, unit.id), draft=False)
        )


def test_a_unit_without_measures_reports_its_tasks_alone() -> None:
    judged = made.assessment([one for one in made.results() if one.measure.responsible_unit == "A"])
    document = render_unit_report(of_unit(judged, "B"), draft=False)
    text = reading.text(document)
    assert reading.headings(document) == [
        "BÁO CÁO", "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "II. KHÓ KHĂN, VƯỚNG MẮC, NGUYÊN NHÂN",
        "III. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ SAU", "IV. ĐỀ XUẤT, KIẾN NGHỊ",
    ]  # fmt: skip
    assert "chỉ tiêu" not in text.lower()
    assert "Kết quả thực hiện các nhiệm vụ được phân công thuộc" in text
    assert codes(document) == []


def test_a_unit_without_tasks_says_so() -> None:
    plan = made.plan()
    bare = replace(plan, units=(plan.units[0], replace(plan.units[1], tasks=())))
    document = render_unit_report(of_unit(made.assessment(of=bare), "B"), draft=False)
    text = reading.text(document)
    assert "Kế hoạch không giao nhiệm vụ riêng cho đơn vị." in text
    assert "Kết quả thực hiện các chỉ tiêu được phân công thuộc" in text
    assert len(reading.tables(document)) == 3
    assert codes(document) == []


def test_what_was_typed_arrives_unchanged() -> None:
    typed = "A & B <br/> </w:p> {{ x }} {% if %} " + "dài " * 250
    task = {"A1": TaskResult("A1", None, typed, None)}
    document = render_unit_report(of_unit(made.assessment(tasks=task), "A"), draft=False)
    assert typed in reading.text(document).split("\n")


def test_two_renders_give_the_same_bytes() -> None:
    part = of_unit(every_document.sample(), every_document.sample().plan.units[0].id)
    assert render_unit_report(part, draft=False) == render_unit_report(part, draft=False)


def test_the_committed_template_is_what_the_tool_draws() -> None:
    # After a change: python -m docgen.product_templates
    assert diff(TEMPLATE.read_bytes(), template.TEMPLATE.draw()) == ""
    assert template.TEMPLATE.draw() == template.TEMPLATE.draw()


def test_number_and_day_are_left_open() -> None:
    said = reading.text(TEMPLATE.read_bytes())
    assert re.search(r"Số:\s+/BC-\{\{ ky_hieu \}\}", said)
    assert re.search(r"ngày\s+tháng\s+năm\s\{\{ nam \}\}", said)
    assert len(Document(str(TEMPLATE)).sections) == 1


def test_the_declared_fields_are_those_of_the_data(small: Assessment) -> None:
    part = of_unit(small, "A")
    blank = replace(
        part.results[0], observation=None, verdict=made.result(made.MEASURES[0]).verdict
    )
    settings = replace(part.settings, body_name="Ủy ban nhân dân phường Bến Đò")
    full = replace(part, results=(blank, *part.results[1:]), settings=settings,
                   findings=(made.fault(),))  # fmt: skip
    found = shape(dict(unit_report_context(full, draft=True)))
    found["quyen_han"] = found["kinh_gui_nhieu"] = "texts"  # left open here; one addressee always
    assert "empty" not in found.values(), "give this test data for every list"
    declared = {
        path: field.kind.name.lower()
        for path, field in field_tree("bao_cao_don_vi.docx").root.paths()
    }
    assert declared == found
    assert Kind.CHART not in {
        field.kind for _, field in field_tree("bao_cao_don_vi.docx").root.paths()
    }


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("Trạm y tế", "Tram_y_te"),
        ("Thông tin, tuyên truyền", "Thong_tin_tuyen_truyen"),
        ("ĐỘI - 3", "Doi_3"),
        ("学校", "A"),
    ],
)
def test_a_file_is_named_after_the_sheet_in_ascii(sheet: str, words: str) -> None:
    unit = ResponsibleUnit("A", "Tên", sheet, "V.1", ())
    judged = made.assessment(of=made.plan(units=(unit,)))
    name = f"Bao_cao_{words}_nam_2026.docx"
    assert UNIT_REPORT.file_name(judged, draft=False) == name


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_word_can_open_the_template_to_edit_it(office: Office) -> None:
    assert validate(TEMPLATE, office) == []


@needs_validator
def test_office_finds_no_fault(small: Assessment, tmp_path: Path) -> None:
    for number, (judged, unit_id) in enumerate(
        [(small, "A"), (small, "B"), (made.assessment(sample=True), "B")]
    ):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(render_unit_report(of_unit(judged, unit_id), draft=True))
        assert validate(path) == []
