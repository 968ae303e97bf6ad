"""What is said of a fault: where, what, what to do, by which clause."""

from __future__ import annotations

import json
import re

import pytest

from docgen.findings import Finding
from docgen.form_check.checking import FormReport, check_package, findings_json, findings_text
from docgen.form_check.opening import read_package
from docgen.form_check.recognise.parts import Coverage
from docgen.form_check.rules.catalogue_vi import KINDS, clause
from docgen.form_check.rules.measuring import Findings
from tests.docgen.form_check.cases import drop, run, say, size, stand
from tests.docgen.form_check.draft import Draft, Edit
from tests.docgen.form_check.drafts import BASES, report
from workbook.domain.findings import Severity
from workbook.domain.validation.messages_vi import Fault

_FACT = re.compile(r"\{(\w+)\}")
_LONGEST = 400


def findings_of(code: str) -> tuple[Finding, ...]:
    """A finding with made-up facts."""
    kind, gathered = KINDS[code], Findings()
    facts = dict.fromkeys(_FACT.findall(kind.problem + kind.remedy), "x")
    gathered.add(code, "Đoạn “a”", **facts)
    return tuple(gathered)


@pytest.mark.parametrize("code", KINDS)
def test_a_finding_names_its_place_and_clause_and_says_what_to_do(code: str) -> None:
    (finding,) = findings_of(code)
    assert finding.code == code == finding.kind.code
    assert finding.message.startswith("Đoạn “a”: ")
    assert finding.message.endswith(f"({finding.clause}).")
    assert finding.clause
    assert finding.kind.remedy[0].isupper()
    assert len(finding.message) < _LONGEST


def test_no_code_means_something_else_in_the_check_of_figures() -> None:
    assert set(KINDS) & {fault.code for fault in Fault} == set()


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("I.4", "Phụ lục I, Phần I, Mục I, khoản 4"),
        ("II.5.b", "Phụ lục I, Phần I, Mục II, khoản 5, điểm b"),
        ("II.6.đ", "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ"),
        ("V.6.b", "Phụ lục I, Phần I, Mục V, bảng mẫu chữ, số 6b"),
        ("PL3.II", "Phụ lục III, Mục II"),
        ("D12.2", "Điều 12, khoản 2"),
    ],
)
def test_a_clause_is_cited_as_the_decree_counts(key: str, written: str) -> None:
    assert clause(key) == written


def test_like_faults_of_many_places_are_one_finding() -> None:
    gathered = Findings()
    for location in ("a", "b", "c"):
        gathered.add("ND03", location, size="12", wanted="13 đến 14")
    gathered.add("ND03", "d", size="11", wanted="13 đến 14")
    assert [one.location for one in gathered] == ["a và 2 chỗ khác", "d"]


@pytest.fixture
def checked() -> FormReport:
    draft = Draft(report())
    size("BÁO CÁO", 16)(draft)
    draft.say("Số liệu chi tiết", "Số liệu None chi tiết")
    return check_package(read_package("x", draft.bytes()))


def test_people_read_what_and_where_and_what_to_do(checked: FormReport) -> None:
    assert findings_text(checked).splitlines() == [
        "LỖI (2)",
        "  [TL03] Tên loại văn bản: cỡ chữ 16. Đặt cỡ chữ 13 đến 14 "
        "(Phụ lục I, Phần I, Mục II, khoản 5, điểm b).",
        "  [VT01] “Số liệu None chi tiết của từng chỉ tiêu có Phụ lục…”: còn sót “None”. "
        "Xóa hoặc điền nội dung đúng (Điều 12, khoản 2).",
        "",
        "Đã đọc 40 đoạn có chữ; 6 đoạn trong bảng, 9 đoạn trong phụ lục chỉ kiểm tra phông, "
        "màu chữ và dấu vết.",
        "Kiểm tra thể thức xong: 2 lỗi. Đề nghị sửa các lỗi trước khi trình ký.",
    ]


def test_machines_read_english_keys(checked: FormReport) -> None:
    first = json.loads(json.dumps(findings_json(checked)))["findings"][0]
    assert first == {
        "code": "TL03",
        "severity": "error",
        "place": "Tên loại văn bản",
        "clause": "Phụ lục I, Phần I, Mục II, khoản 5, điểm b",
        "message": checked.findings[0].message,
    }


def test_a_warning_alone_asks_for_nothing() -> None:
    gathered = Findings()
    gathered.add("DD13", "Ngày", wanted="3")
    (finding,) = gathered
    assert finding.severity is Severity.WARNING
    report = FormReport((finding,), Coverage(1, 0, 0, 0, ()))
    assert findings_text(report).endswith("1 cảnh báo; không có lỗi phải sửa.")


def said(base: str, *edits: Edit) -> list[str]:
    """Return what is said of a document after a change of it, the clauses left out."""
    draft = Draft(BASES[base]())
    for edit in edits:
        edit(draft)
    findings = check_package(read_package("x", draft.bytes())).findings
    return [one.message.partition(" (Phụ lục I,")[0] for one in findings]


def test_a_missing_line_kem_theo_is_named_itself() -> None:
    assert said("báo cáo", drop("(Kèm theo"))[0].startswith("Dòng “Kèm theo” của Phụ lục: không có")


@pytest.mark.parametrize(
    ("colour", "word"),
    [("FF0000", "đỏ (FF0000)"), ("0070C0", "xanh dương (0070C0)"), ("123456", "123456")],
)
def test_a_common_colour_has_its_word(colour: str, word: str) -> None:
    coloured = run("I. KẾT QUẢ", f'<w:color w:val="{colour}"/>')
    assert said("báo cáo", coloured)[0].endswith(f"chữ màu {word}. Đặt chữ màu đen")


def test_annexes_numbered_wrongly_are_one_finding() -> None:
    numbered = [say("Phụ lục II", "Phụ lục 2"), say("Phụ lục I", "Phụ lục 1")]
    (message,) = said("quyết định", *numbered)
    assert message == (
        "Từ “Phụ lục” “Phụ lục 1” và 1 chỗ khác: chưa đánh số thứ tự bằng chữ số La Mã. "
        "Đánh số các Phụ lục theo thứ tự I, II, III…"
    )


def test_line_spacing_is_said_in_vietnamese() -> None:
    wide = stand("1. Mục tiêu chung", '<w:spacing w:line="480"/>')
    (message,) = said("kế hoạch", wide)
    assert "giãn dòng 2 dòng. Đặt giãn dòng từ 1 dòng (Single) đến 1,5 dòng" in message
