"""The table of the kinds of documents, and what its front door does for all of them alike."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, TypedDict, cast

import pytest

from docgen.documents import (
    KINDS,
    MIDTERM_REPORT,
    REMINDER,
    REPORT,
    YEAR_PLAN,
    DocumentKind,
    Party,
    Per,
    context_of,
    field_tree,
    field_trees,
    kind_named,
    properties_of,
    template_findings,
)
from docgen.fields import Kind, example_of, fields_of, plain
from docgen.template_locations import default_template
from docgen.word.template import load_template
from docgen.year_plan.context import YearPlan
from tests.docgen import made, templates
from workbook.domain.errors import TemplateError
from workbook.domain.settings import Settings
from workbook.layout import texts_vi

EACH = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)


@EACH
def test_every_kind_has_a_template_with_its_fields(kind: DocumentKind) -> None:
    assert default_template(kind.template).is_file()
    sections = dict(field_trees()[kind.template].sections)
    assert list(sections) == ["Thể thức", "Nội dung"]
    assert "dau_trang" in {field.name for field in sections["Thể thức"]}


def test_the_drop_down_list_offers_every_kind_but_the_plans_and_nothing_else() -> None:
    offered = [kind.name for kind in KINDS.values() if kind.per not in (Per.PLAN, Per.YEAR)]
    assert set(offered) | {texts_vi.EMAIL} == set(texts_vi.KINDS)
    for name in texts_vi.KINDS:
        assert (kind_named(name, of_unit=False) is None) is (name == texts_vi.EMAIL)
    assert kind_named(texts_vi.REPORT, of_unit=True) is KINDS["don-vi"]
    assert kind_named(texts_vi.REMINDER, of_unit=True) is None


@EACH
def test_what_goes_to_units_is_never_addressed_to_superiors(kind: DocumentKind) -> None:
    letter = kind.template.startswith("cong_van")
    assert (kind.addressee is Party.UNITS_NAMED) is letter
    assert (kind.sender is Party.UNIT) is (kind.per is Per.UNIT)


@EACH
def test_a_document_that_can_be_a_draft_has_room_for_the_faults_it_waits_for(
    kind: DocumentKind,
) -> None:
    fields = {field.name for _, fields in field_trees()[kind.template].sections for field in fields}
    assert kind.may_be_draft is ("cac_loi" in fields)


@EACH
def test_the_type_of_a_document_is_what_its_name_begins_with(kind: DocumentKind) -> None:
    assert kind.name.startswith(kind.type_name)
    assert kind.type_name in ("Báo cáo", "Kế hoạch", "Công văn")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Bao_cao_nam_2026", "bao-cao"),
        ("Bao_cao_6_thang_2026-2", "bao-cao"),
        ("Bao_cao_Thu_vien_nam_2026", None),
        ("Bao_cao_so_ket_2022_2025", "so-ket"),
        ("Bao_cao_tong_ket_2022_2030", "tong-ket"),
        ("Ke_hoach_2022_2030", "ke-hoach"),
        ("Ke_hoach_nam_2027_so_lieu_mau", "ke-hoach-nam"),
        ("Cong_van_don_doc_6_thang_2026", "don-doc"),
        ("Cong_van_giai_trinh_nam_2026", "giai-trinh"),
        ("Bao_cao_tai_chinh_2026", None),
    ],
)
def test_the_name_of_a_final_document_tells_its_kind_but_for_a_units(
    name: str, key: str | None
) -> None:
    told = [kind.key for kind in KINDS.values() if kind.title(plain(name))]
    assert told == ([key] if key else [])


def test_whoever_asks_the_rows_alone_waits_for_no_room_and_for_no_library_of_word() -> None:
    program = (
        "import sys, docgen.documents; print([name for name in sys.modules"
        " if name.split('.')[0] in ('docx', 'jinja2', 'lxml') or name.endswith('.context')])"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert loaded.stdout.strip() == b"[]"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("bao-cao", "báo cáo năm 2026"),
        ("don-vi", "báo cáo năm 2026 của “Thể thao”"),
        ("so-ket", "báo cáo sơ kết"),
        ("ke-hoach", "kế hoạch"),
        ("ke-hoach-nam", "kế hoạch năm 2027"),
        ("don-doc", "công văn đôn đốc năm 2026"),
    ],
)
def test_a_document_is_named_in_sentences(key: str, words: str) -> None:
    unit = made.plan().units[0] if key == "don-vi" else None
    assert KINDS[key].described(made.YEAR, unit, 2027) == words


@pytest.mark.parametrize(
    ("draft", "sample", "status"),
    [(False, False, ""), (True, False, "DỰ THẢO"), (True, True, "DỰ THẢO – SỐ LIỆU MẪU")],
)
def test_the_properties_say_kind_and_marks(draft: bool, sample: bool, status: str) -> None:
    subject = YearPlan(made.assessment(of=made.worded_plan(), sample=sample), 2027)
    context = context_of(YEAR_PLAN, subject, draft=draft)
    assert properties_of(YEAR_PLAN, context) == {
        "category": "ke_hoach_nam", "content_status": status,
    }  # fmt: skip


def test_numbers_stay_with_what_they_count_in_reports_and_letters_too() -> None:
    judged = made.assessment(findings=(made.fault(),))
    report, letter = context_of(REPORT, judged), context_of(REMINDER, judged)
    assert "03\u00a0chỉ tiêu" in str(report["ket_qua_chung"]).replace("\\xa0", "\u00a0")
    assert "còn 01\u00a0nội dung" in str(letter["tong_hop"])
    assert "ngày\u00a005 tháng\u00a001 năm\u00a02023" in str(report["can_cu"])


TYPED: list[tuple[dict[str, object], str, object]] = [
    ({"place": "An Khê,"}, "dia_danh", "An Khê"),
    ({"number_suffix": "BC-UBND"}, "ky_hieu", "UBND"),
    ({"number_suffix": "/BC-UBND-VX"}, "ky_hieu", "UBND-VX"),
    ({"number_suffix": "UBND-VX"}, "ky_hieu", "UBND-VX"),
    ({"addressees": ("Kính gửi: Sở Y tế;",)}, "kinh_gui", "Sở Y tế"),
    ({"addressees": ("- Sở Y tế;\n- Sở Nội vụ.",)}, "kinh_gui_nhieu", ["Sở Y tế;", "Sở Nội vụ."]),
    ({"signature": ("TM. ỦY BAN NHÂN DÂN\r\nCHỦ TỊCH",)}, "quyen_han",
     ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
    ({"issuer": ("ỦY BAN NHÂN DÂN\nPHƯỜNG BẾN ĐÒ",)}, "co_quan",
     ["ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN ĐÒ"]),
    ({"legal_basis": ("Kế hoạch A;\nKế hoạch B.",)}, "can_cu", "Kế hoạch A; Kế hoạch B"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "field", "printed"), TYPED)
def test_what_a_document_adds_itself_is_not_printed_twice_and_lines_of_a_cell_are_lines(
    typed: Mapping[str, object], field: str, printed: object
) -> None:
    settings: Settings = replace(made.SETTINGS, **typed)  # type: ignore[arg-type]  # by name
    assert context_of(REPORT, made.assessment(settings=settings))[field] == printed


class _Row(TypedDict):
    ten: Annotated[str, "tên", "Bơi"]


class _Base(TypedDict):
    nhom: Annotated[str, "nhóm", "dat", ("dat", "cham")]


class _Context(_Base):
    cac_cau: Annotated[list[str], "các câu", "Câu một."]
    cac_dong: Annotated[list[_Row], "các dòng"]
    ky: Annotated[_Row, "kỳ"]
    bieu_do: Annotated[Any | str, "biểu đồ"]


class _Wrong(TypedDict):
    so: Annotated[int, "số", "1"]


def test_fields_follow_from_a_type_those_of_its_bases_first() -> None:
    fields = fields_of(_Context)
    kinds = [Kind.TEXT, Kind.TEXTS, Kind.ROWS, Kind.GROUP, Kind.CHART]
    assert [field.kind for field in fields] == kinds
    assert [field.name for field in fields] == ["nhom", "cac_cau", "cac_dong", "ky", "bieu_do"]
    assert (fields[0].choices, fields[1].example) == (("dat", "cham"), "Câu một.")
    assert [child.name for child in fields[2].fields] == ["ten"]


def test_a_field_of_another_type_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="so"):
        fields_of(_Wrong)


BIG = b"9" * 5000
CORE = (
    b'<Relationship Id="rIdTwo" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    b'metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
# What no check foresees and no program opens: a part, what is replaced in it, and by what.
UNOPENABLE = {
    "two properties": ("_rels/.rels", b"</Relationships>", CORE),
    "a target with a place": ("word/_rels/document.xml.rels", b".xml", b".xml#a"),
    "a target of Windows": ("_rels/.rels", b"word/document.xml", b"word\\document.xml"),
    "a width of 5,000 digits": ("word/document.xml", b'w:gridCol w:w="', b'w:gridCol w:w="' + BIG),
    "a shaded paragraph that is none": (
        "word/document.xml", b"</w:body>", b'<w:pStyle w:val="TT_dat"/></w:body>'),
}  # fmt: skip


@pytest.mark.parametrize("fault", UNOPENABLE)
def test_a_template_that_cannot_be_filled_is_found_before_it_is_used(
    tmp_path: Path, fault: str
) -> None:
    part, old, new = UNOPENABLE[fault]
    path = tmp_path / MIDTERM_REPORT.template
    shutil.copy(default_template(MIDTERM_REPORT.template), path)
    templates.rewrite(path, part, lambda xml: xml.replace(old, new))
    findings = template_findings(path)
    assert [finding.code for finding in findings if finding.blocks] == ["MB72"]
    tree = field_tree(MIDTERM_REPORT.template)
    context = cast(dict[str, object], example_of(tree.root))
    with pytest.raises(TemplateError, match="mẫu gốc"):
        load_template(path, tree).render(context)


@pytest.mark.parametrize("name", field_trees())
def test_the_products_templates_have_no_faults_and_can_be_filled(name: str) -> None:
    assert template_findings(default_template(name)) == ()
