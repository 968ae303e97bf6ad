"""What a reader sees on the page is what counts, however the file holds it."""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.form_check.checking import FormReport, check_package, findings_json, findings_text
from docgen.form_check.opening import read_package
from docgen.form_check.reading.document import read_document
from docgen.form_check.recognise.parts import take_apart
from tests.docgen.form_check import texts
from tests.docgen.form_check.cases import after, drop, run, say, size, stand
from tests.docgen.form_check.draft import Draft, Edit, element
from tests.docgen.form_check.drafts import all_codes, codes, letter, plan, report, written
from tests.docgen.form_check.texts import LONG
from tests.docgen.form_check.writers import OldHabits, Styles, paragraph, table
from workbook.domain.errors import UnusableInputError

_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="1" w:color="{{0}}"/>'
    for side in ("top", "left", "bottom", "right")
)


def _framed(colour: str) -> Edit:
    return stand(f"{LONG}.", f"<w:pBdr>{_FRAME.format(colour)}</w:pBdr>")


def checked(base: bytes, *edits: Edit) -> FormReport:
    """Check a document after a change of it."""
    draft = Draft(base)
    for edit in edits:
        edit(draft)
    return check_package(read_package("x", draft.bytes()))


def test_a_border_that_nobody_sees_hides_no_fault() -> None:
    report = checked(letter(), _framed("FFFFFF"), size(f"{LONG}.", 12))
    assert "ND03" in {one.code for one in report.findings}
    assert report.read.apart == 0


def test_what_stands_in_a_frame_is_not_measured_but_counted() -> None:
    report = checked(letter(), _framed("000000"), size(f"{LONG}.", 12))
    assert report.findings == ()
    assert report.read.apart == 1
    assert "1 đoạn trong khung hoặc hộp chữ chỉ kiểm tra phông" in findings_text(report)


def test_every_printed_paragraph_is_counted_and_what_is_unknown_is_quoted() -> None:
    report = checked(letter(), after("Trần Thị Bình", paragraph("", "Xác nhận của tổ dân phố:")))
    read = report.read
    assert [line.line for line in read.unrecognised] == ["Xác nhận của tổ dân phố:"]
    texts_of = ["".join(map(str, one.itertext())) for one in Draft(letter()).body.iter("{*}p")]
    assert read.paragraphs == len([text for text in texts_of if text.strip()]) + 1
    assert findings_json(report)["read"] == {
        "paragraphs": read.paragraphs, "tables": 0, "annexes": 0, "apart": 0,
        "unrecognised": ["Xác nhận của tổ dân phố:"],
    }  # fmt: skip
    (notice,) = report.findings
    assert notice.code == "VT07"
    assert "“Xác nhận của tổ dân phố:”" in notice.message


def test_what_stands_behind_the_signature_is_counted_where_it_belongs() -> None:
    behind = paragraph("", "Xem mặt sau") + table(
        (80, 80), [paragraph("", "1"), paragraph("", "2")]
    )

    def edit(draft: Draft) -> None:
        signed = list(draft.body.iter("{*}tbl"))[-1]
        for one in list(element(f"<w:body>{behind}</w:body>"))[::-1]:
            signed.addnext(one)

    before, after_it = checked(letter()).read, checked(letter(), edit).read
    assert [line.line for line in after_it.unrecognised] == ["Xem mặt sau"]
    assert after_it[:4] == (before.paragraphs + 3, before.tables + 2, 0, 0)


def test_a_line_feed_inside_a_text_is_a_blank() -> None:
    assert codes(Draft(letter()).bytes()) == []
    draft = Draft(letter())
    draft.say("- Các trường học;", "- Các\ntrường học;")
    assert codes(draft.bytes()) == []


_ADDRESSEE = "Ủy ban nhân dân thành phố"


@pytest.mark.parametrize(
    ("addressee", "wanted"),
    [
        ("Các sở, ban, ngành của tỉnh", []),
        ("Sở Giáo dục và Đào tạo tỉnh Gia Lai", []),
        ("Sở Y tế và Sở Nội vụ", ["KG12"]),
        ("UBND tỉnh, Sở Nội vụ", ["KG12"]),
        ("Ông Nguyễn Văn An; Bà Lê Thị Hoa", ["KG12"]),
    ],
)
def test_several_addressees_on_one_line_are_told_from_one(
    addressee: str, wanted: list[str]
) -> None:
    assert codes(_edited(report(), say(_ADDRESSEE, addressee))) == wanted


def _edited(base: bytes, *edits: Edit) -> bytes:
    draft = Draft(base)
    for edit in edits:
        edit(draft)
    return draft.bytes()


def test_v_v_in_the_body_is_no_roman_five() -> None:
    line = paragraph("NoiDung", "V/v mở sân chơi, các trường đã có ý kiến.")
    assert codes(_edited(letter(), after(f"{LONG}.", line))) == []


def test_a_legal_basis_with_a_dash_may_be_italic() -> None:
    dashed = [say(words, f"- {words}") for words in ("Căn cứ", "Theo đề nghị")]
    assert codes(_edited(written("kiểu và bảng", "quyết định"), *dashed)) == []


@pytest.mark.parametrize("mark", ["-----o0o-----", "o0o", "***"])
def test_a_typed_line_below_the_agency_is_no_agency(mark: str) -> None:
    draft = Draft(plan())
    (line,) = draft.styled("Ke2")
    draft.remove(line)
    draft.add_after("PHƯỜNG BẾN ĐÒ", paragraph("CoQuan", mark))
    assert codes(draft.bytes()) == ["BH08"]


def test_what_a_decision_issues_is_measured_by_its_own_sample() -> None:
    charter = replace(texts.REGULATION, title="ĐIỀU LỆ")
    content = Styles().write(replace(texts.ISSUING, attached=charter))
    assert all_codes(content) == []
    document = read_document(read_package("x", content))
    decision, issued = take_apart(document.paragraphs)
    assert (decision.issued, issued.issued, issued.heading.kind) == (False, True, "ĐIỀU LỆ")
    assert all_codes(_edited(content, say("c) Kiểm tra", "c. Kiểm tra"))) == ["DI11"]


def test_an_issued_text_in_a_file_of_its_own_needs_no_number_and_no_signature() -> None:
    for writer in (Styles(), OldHabits()):
        content = writer.write(replace(texts.REGULATION, offices=("",), recipients=()))
        draft = Draft(content)
        for signed in list(draft.body.iter("{*}tbl"))[1:]:
            draft.remove(signed)  # nobody signs it
        assert codes(draft.bytes()) == []


@pytest.mark.parametrize(
    ("offices", "wanted"),
    [
        (("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN"), []),
        (("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), []),
        (("TUQ. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), []),
        (("PHÓ CHỦ TỊCH",), ["QN12"]),
        (("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"), ["QN12"]),
        (("TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), ["QN12"]),
    ],
)
def test_a_deputy_signs_for_the_head(offices: tuple[str, ...], wanted: list[str]) -> None:
    assert codes(Styles().write(replace(texts.PLAN, offices=offices))) == wanted


def test_a_submission_goes_up_and_needs_kinh_gui() -> None:
    # II.9.b names the tờ trình beside the báo cáo.
    base = written("kiểu và bảng", "tờ trình")
    assert codes(_edited(base, drop("Kính gửi", "- Như trên"))) == ["KG11"]


def test_a_face_named_bold_is_bold_and_only_a_hint() -> None:
    bold = '<w:rFonts w:ascii="Times New Roman Bold" w:hAnsi="Times New Roman Bold"/>'
    edits = run("CỘNG HÒA", bold, '<w:b w:val="0"/>')
    assert all_codes(_edited(plan(), edits)) == ["PC03"]


def test_a_first_page_alone_in_its_section_shows_no_number() -> None:
    draft = Draft(report())
    number = draft.find("2", draft.header())
    key = draft.relate("header9.xml", "header", "<w:hdr/>")
    draft.remove(number)
    assert codes(draft.bytes()) == ["ST01"]  # of the annex, which has no number now
    draft.parts["word/header9.xml"].append(number)
    draft.sections()[1].insert(0, element(f'<w:headerReference w:type="default" r:id="{key}"/>'))
    assert codes(draft.bytes()) == []


def _long(paragraphs: int) -> bytes:
    """A công văn with so many empty paragraphs more."""
    with zipfile.ZipFile(io.BytesIO(letter())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = "word/document.xml"
    parts[main] = parts[main].replace(b"<w:sectPr", b"<w:p/>" * paragraphs + b"<w:sectPr", 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_million_paragraphs_are_refused_in_one_sentence() -> None:
    content = _long(1_000_000)
    with pytest.raises(UnusableInputError, match=r"document\.xml quá lớn"):
        check_package(read_package("x", content))


def test_issued_texts_one_upon_another_are_taken_apart_without_an_error() -> None:
    """Nine headings within reach of one another, as nobody writes them."""
    heading = [
        paragraph("Normal", f"<w:r><w:t>{words}</w:t></w:r>", extra='<w:jc w:val="center"/>')
        for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUY CHẾ", "(Kèm theo Quyết định số 1)")
    ]
    for number in range(6, 12):
        draft = Draft(report())
        draft.body[:-1] = [element(one) for one in heading * number]
        assert "TN01" in codes(draft.bytes())


@pytest.mark.parametrize(
    ("runs", "wanted"),
    [
        ("<w:r><w:t>chữ</w:t><w:br/></w:r>" * 20_000, ["ND06", "ND11"]),
        (f"<w:r><w:t>{'{{' * 50_000}</w:t></w:r>", ["VT01"]),
    ],
    ids=["line breaks", "half tags"],
)
def test_one_paragraph_of_any_length_is_read_to_its_end(runs: str, wanted: list[str]) -> None:
    """What grows with the square of the length would take hours here."""
    draft = Draft(report())
    draft.body.insert(len(draft.body) // 2, element(paragraph("Normal", runs)))
    assert codes(draft.bytes()) == wanted


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_marks_in_a_run_of_their_own_belong_to_the_letter_before(seed: int) -> None:
    draft, chance = Draft(report()), random.Random(seed)
    for text in list(draft.body.iter("{*}t")):
        words = unicodedata.normalize("NFD", text.text or "")
        marks = [at for at, sign in enumerate(words) if unicodedata.combining(sign)]
        run = text.getparent()
        if marks and run is not None and len(run.findall("{*}t")) == 1:
            at = chance.choice(marks)
            rest = deepcopy(run)
            next(rest.iter("{*}t")).text = words[at:]
            text.text = words[:at]
            run.addnext(rest)
    assert codes(draft.bytes()) == []


@pytest.mark.parametrize("hidden", ["\u200b", "\u200d", "\u2060", "\ufeff"])
def test_what_has_no_width_is_not_seen(hidden: str) -> None:
    draft = Draft(report())
    for text in draft.body.iter("{*}t"):
        text.text = hidden.join(text.text or "")
    assert codes(draft.bytes()) == []


def test_a_field_that_never_ends_swallows_nothing() -> None:
    draft = Draft(report())
    draft.add_to("I. KẾT QUẢ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    assert codes(draft.bytes()) == []


def test_a_document_of_a_picture_says_that_it_was_not_read() -> None:
    draft = Draft(report())
    picture = "<w:r><w:drawing/></w:r>"
    draft.body[:-1] = [element(paragraph("Normal", picture))]
    assert "VT08" in all_codes(draft.bytes())
