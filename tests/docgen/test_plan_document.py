"""The Kế hoạch for its whole period, against the plan's own text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from docgen.documents import PLAN
from docgen.form_check.checking import check_form
from docgen.plan.context import WholePlan
from tests.docgen import made, plans, reading
from tests.docgen.form_check.drafts import violations
from tests.docgen.written import render_plan
from tests.rendering import needs_rendering, page_sizes, pdf_pages, to_pdf
from tests.validator import Office, needs_validator, validate
from workbook.domain.plan import Plan
from workbook.domain.settings import SPECS, Settings, Wording
from workbook.domain.validation import check
from workbook.filling import new_register
from workbook.plans import default_plan

# Where the printed plan differs from the plan's text on purpose. The text is what a PDF
# gave; its head (agency, number, place and date) was lost there and is not compared.
ISSUED_DIFFERENCES = (
    ("em. 4 - Đa dạng", "em. - Đa dạng", "a page number of the PDF, no word of the plan"),
    ("KT.CHỦ TỊCH", "KT. CHỦ TỊCH", "the signature is that of Cấu hình, in the decree's form"),
)
# What “sửa lỗi” mends besides: every slip the plan's notes name with a mended wording.
MENDED_DIFFERENCES = (
    ("trên địa bàn phường Ngô Mây", "trên địa bàn Phường Ngô Mây", "named after a person"),
    ("nhân dân phường Ngô Mây", "nhân dân Phường Ngô Mây", "named after a person"),
    ("46/KH – UBND ngày 18/03/2022", "46/KH-UBND ngày 18 tháng 3 năm 2022", "decree's form"),
    ("2.1 Mục tiêu 1:", "2.1. Mục tiêu 1:", "dot missing"),
    ("dưới 8.5 vào", "dưới 8,5 vào", "decimal comma"),
    ("tai nạn thương năm 2025", "tai nạn thương tích vào năm 2025", "a word lost"),
    ("đạt 99 % vào", "đạt 99% vào", "space before the percent sign"),
    ("năm 2030: phấn đấu giảm tỷ lệ trẻ em bỏ học bậc",
     "năm 2030; phấn đấu giảm tỷ lệ trẻ em bỏ học bậc", "colon between two targets"),
    ("năm 2030: phấn đấu giảm tỷ lệ trẻ em bỏ học cấp",
     "năm 2030; phấn đấu giảm tỷ lệ trẻ em bỏ học cấp", "colon between two targets"),
    ("dưới 0,1% và dưới", "dưới 0,1% vào năm 2025 và dưới", "the year lost"),
    ("năm 2030: tỷ lệ trẻ em khuyết", "năm 2030; tỷ lệ trẻ em khuyết", "colon between two targets"),
    ("UBND phương", "UBND phường", "misspelt"),
    ("giai đoạn 2022 - 2025", "giai đoạn 2022-2025", "spaces in a range"),
    ("thể thao…Hỗ trợ", "thể thao… Hỗ trợ", "space missing"),
    ("bảm đảm", "bảo đảm", "misspelt"),
    ("giai đoạn 2021-2030", "giai đoạn 2022-2030", "the title says 2022-2030"),
    ("vi phạm hành chính 3.", "vi phạm hành chính. 3.", "full stop missing"),
    ("đề thực hiện chỉ tiêu 8 của Chương trình 4.",
     "để thực hiện chỉ tiêu 8 của Chương trình. 4.", "misspelt, full stop missing"),
    ("chỉ tiêu 6,14, 15", "chỉ tiêu 6, 14, 15", "space missing"),
    ("nâng cáo kiến thức, kỹ nâng cao kiến thức", "nâng cao kiến thức, kỹ năng", "garbled"),
    ("chỉ tiêu 3,4,5 của Chương trình (theo hướng dẫn của Sở y tế)",
     "chỉ tiêu 3, 4, 5 của Chương trình (theo hướng dẫn của Sở Y tế).", "spaces, name, full stop"),
    ("giai đoạn 2022 – 2030", "giai đoạn 2022-2030", "spaces in a range"),
    ("TT. Đảng uỷ", "TT. Đảng ủy", "two spellings in one text"),
)  # fmt: skip
SEVERAL_TIMES = {"giai đoạn 2021-2030": 3}


def one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def printed(plan: Plan, settings: Settings) -> str:
    """The document from its title on, white space aside."""
    text = one_line(reading.text(render_plan(plan, settings)))
    return text[text.index(f" {plan.document_type} ") + 1 :]


@pytest.fixture(scope="module")
def settings(plan: Plan) -> Settings:
    return plans.settings_of(plan)


@pytest.fixture(scope="module")
def issued(plan: Plan, settings: Settings) -> bytes:
    return render_plan(plan, settings)


def seed_with(*differences: tuple[str, str, str]) -> str:
    text = one_line((plans.DATA / "ke_hoach.txt").read_text(encoding="utf-8"))
    for original, new, why in differences:
        assert text.count(original) == SEVERAL_TIMES.get(original, 1), (original, why)
        text = text.replace(original, new)
    return text


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;:]) ", text)


def test_the_plan_is_printed_as_it_was_issued_sentence_by_sentence(
    plan: Plan, settings: Settings
) -> None:
    assert sentences(printed(plan, settings)) == sentences(seed_with(*ISSUED_DIFFERENCES))


def test_the_mended_plan_differs_in_the_slips_that_its_notes_name(
    plan: Plan, settings: Settings
) -> None:
    mended = printed(plan, replace(settings, wording=Wording.MENDED))
    assert sentences(mended) == sentences(seed_with(*ISSUED_DIFFERENCES, *MENDED_DIFFERENCES))


@pytest.mark.parametrize("wording", list(Wording))
def test_another_plan_of_another_type_and_numbering_is_printed_whole(wording: Wording) -> None:
    other = plans.other_plan()
    settings = replace(plans.settings_of(other), wording=wording)
    text = one_line((plans.OTHER / "ke_hoach.txt").read_text(encoding="utf-8"))
    assert printed(other, settings) == text


def test_the_number_takes_the_code_of_the_documents_type() -> None:
    other = plans.other_plan()
    settings = plans.settings_of(other)
    assert re.search(r"Số:\s+/CTr-UBND", reading.text(render_plan(other, settings)))
    unknown = replace(other, document_type="SÁNG KIẾN")
    assert re.search(r"Số:\s+/UBND", reading.text(render_plan(unknown, settings)))


def test_number_and_date_are_left_open(issued: bytes) -> None:
    head = reading.text(issued).split("KẾ HOẠCH")[0]
    assert re.search(r"Số:\s+/KH-UBND\n", head)
    assert re.search(r"Phường Ngô Mây, ngày\s+tháng\s+năm\s+\n", head)


def test_a_plan_is_addressed_to_nobody(issued: bytes) -> None:
    text = reading.text(issued)
    assert "Kính gửi" not in text
    assert "Như trên" not in text
    assert [line for line in text.split("\n") if line.startswith("- Lưu")] == ["- Lưu: VT."]


def test_recipients_typed_in_cau_hinh_replace_the_plans_own(plan: Plan, settings: Settings) -> None:
    typed = replace(settings, plan_recipients=("Như trên", "- Sở Y tế;", "Đảng uỷ", "Lưu: VT."),
                    wording=Wording.MENDED)  # fmt: skip
    said = reading.text(render_plan(plan, typed)).split("Nơi nhận:\n")[1]
    assert said.split("\n")[:3] == ["- Sở Y tế;", "- Đảng uỷ;", "- Lưu: VT."]


def test_without_recipients_in_the_settings_the_plans_own_are_printed(plan: Plan) -> None:
    said = reading.text(render_plan(plan, made.SETTINGS)).split("Nơi nhận:\n")[1]
    assert said.startswith("- Phòng LĐ-TB&XH thị xã;\n- TT. Đảng uỷ - TT. HĐND;\n")


# Decree 30/2020/NĐ-CP, Điều 13: the five forms of signing.
@pytest.mark.parametrize(
    "form",
    [
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
    ],
)
def test_every_form_of_signing_is_a_setting(
    plan: Plan, settings: Settings, form: tuple[str, ...]
) -> None:
    signed = render_plan(plan, replace(settings, signature=form, signer="Trần Thị Bình"))
    assert reading.text(signed).endswith("\n".join(["Lưu: VT.", *form, "Trần Thị Bình"]))


def test_the_forms_of_signing_can_all_be_typed_in_cau_hinh() -> None:
    rows = {spec.key: spec.rows for spec in SPECS}
    assert rows["signature"] >= 3


OFFICES = {
    "ngo-may": (
        ("Phường Ngô Mây", "Nguyễn Ngọc Lai"),
        ("phường An Khê", "PHƯỜNG AN KHÊ", "Sở Y tế tỉnh"),
    ),
    "an-khe": (
        ("phường An Khê", "PHƯỜNG AN KHÊ", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("Ngô Mây", "NGÔ MÂY", "thị xã", "LĐ-TB&XH", "Lao động", "Nguyễn Ngọc Lai", "46/KH",
         "VHXH phường", "Công chức"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("profile", OFFICES)
def test_a_profiles_plan_names_its_office_and_not_the_other(profile: str) -> None:
    carried = plans.under(profile)
    text = reading.text(render_plan(carried, plans.settings_of(carried)))
    own, foreign = OFFICES[profile]
    assert [name for name in own if name not in text] == []
    assert [name for name in foreign if name in text] == []


def test_what_an_office_must_confirm_stands_in_brackets_in_its_plan() -> None:
    carried = plans.under("an-khe")
    text = reading.text(render_plan(carried, plans.settings_of(carried)))
    assert text.count("[đề nghị phường xác nhận") == 3


@pytest.mark.parametrize("profile", OFFICES)
def test_the_settings_of_a_profile_have_no_fault(profile: str) -> None:
    findings = check(new_register(plans.under(profile), 2026)).findings
    assert [one.code for one in findings if one.code.startswith("CH")] == []


def test_typed_names_arrive_unchanged(plan: Plan, settings: Settings) -> None:
    typed = 'A & B <br/> "x" {{ x }} {% if %}'
    changed = replace(settings, signer=typed, place=typed, plan_recipients=(typed,))
    text = reading.text(render_plan(plan, changed))
    assert text.count(typed) == 3


def test_numbers_do_not_part_from_what_they_count(issued: bytes) -> None:
    text = reading.text(issued)
    assert "99\u00a0%" in text
    assert "dưới 5\u00a0tuổi" in text
    assert "46/KH\u00a0–\u00a0UBND" in text
    assert re.search(r"\b(năm|tháng|ngày|Chỉ tiêu) \d", text) is None


def test_equal_input_gives_equal_bytes(plan: Plan, settings: Settings, issued: bytes) -> None:
    assert render_plan(plan, settings) == issued


def test_the_file_is_named_by_the_plans_years(plan: Plan) -> None:
    names = [
        PLAN.file_name(WholePlan(one, plans.settings_of(one)), draft=False)
        for one in (plan, plans.other_plan())
    ]
    assert names == ["Ke_hoach_2022_2030.docx", "Ke_hoach_2025_2028.docx"]


@cache
def cases() -> dict[str, bytes]:
    plan, khe = default_plan(), plans.under("an-khe")
    long = replace(plans.long_settings(plans.settings_of(plan)), wording=Wording.MENDED)
    bare = replace(plans.settings_of(plan), signature=(), signer="", issuer=(), superior="")
    return {
        "issued": render_plan(plan, plans.settings_of(plan)),
        "an_khe": render_plan(khe, plans.settings_of(khe)),
        "long": render_plan(plan, long),
        "bare": render_plan(plan, bare),
        "other": render_plan(plans.other_plan(), plans.settings_of(plans.other_plan())),
    }


@pytest.mark.parametrize("case", ["issued", "an_khe", "long", "other"])
def test_the_form_has_no_fault(case: str, tmp_path: Path) -> None:
    path = tmp_path / "ke_hoach.docx"
    path.write_bytes(cases()[case])
    assert [one.message for one in violations(check_form(path))] == []


@needs_validator
@pytest.mark.parametrize("office", ["Office2016", "Microsoft365"])
def test_office_finds_no_fault(office: Office, tmp_path: Path) -> None:
    for name, content in cases().items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(content)
        assert validate(path, office) == [], name


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("ke_hoach")
    drawn = {}
    for name, content in cases().items():
        path = folder / f"{name}.docx"
        path.write_bytes(content)
        drawn[name] = to_pdf(path, folder)
    return drawn


@needs_rendering
def test_every_page_is_a4_and_numbered_from_the_second(pdfs: dict[str, Path]) -> None:
    for pdf in pdfs.values():
        assert {(round(w), round(h)) for w, h in page_sizes(pdf)} == {(595, 842)}
        heads = [page.lstrip("\n").split("\n")[0].strip() for page in pdf_pages(pdf)]
        assert heads[1:] == [str(number) for number in range(2, len(heads) + 1)]
        assert heads[0] != "1"


@needs_rendering
def test_the_signature_never_stands_alone_on_its_page(pdfs: dict[str, Path]) -> None:
    for name, pdf in pdfs.items():
        last = pdf_pages(pdf)[-1]
        assert "./." in last, name
        assert "Nơi nhận:" in last, name


@needs_rendering
def test_no_heading_stands_alone_at_the_foot_of_a_page(pdfs: dict[str, Path]) -> None:
    heading = re.compile(r"\s*([IVX]+\. [A-ZĐÁÀẢÃẠ, Ế]+|2\.\d\.? Mục.*|\d\. \D.*)")
    for name, pdf in pdfs.items():
        for page in pdf_pages(pdf)[:-1]:
            last = page.rstrip().split("\n")[-1]
            # The two sources of money are items of a list, not headings.
            assert not heading.fullmatch(last) or "nguồn hợp pháp" in last, (name, last)


@needs_rendering
def test_quoc_hieu_and_the_agency_stand_on_lines_of_their_own(pdfs: dict[str, Path]) -> None:
    for pdf in pdfs.values():
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pdf_pages(pdf)[0]
    first = pdf_pages(pdfs["long"])[0]
    assert "VÀ CÁC XÃ LÂN CẬN" in first
