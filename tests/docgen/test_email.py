"""The e-mail draft: what a mail program reads from it, what the official is told."""

from __future__ import annotations

import email
import re
from dataclasses import replace
from email.message import EmailMessage
from email.policy import compat32, default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.email import KINDS, Draft, MailedDocument, cleaned, email_draft
from tests.docgen import titles
from tests.docgen.made import SETTINGS
from workbook.domain.findings import Finding, Severity
from workbook.domain.settings import Settings

TITLE = "Báo cáo kết quả thực hiện Chương trình năm 2026"
SUPERIORS = ("Ủy ban nhân dân thành phố", "Sở Y tế")
UNITS = ("Thư viện phường", "Trạm y tế phường")
ADDRESSED = replace(SETTINGS, addressees=SUPERIORS, emails=("vanthu@xa.gov.vn", "vhxh@xa.gov.vn"))
REPORT = MailedDocument(
    b"PK\x03\x04 noi dung", ".docx", "Bao_cao", KINDS["bao_cao"], TITLE, SUPERIORS
)


def opened(draft: Draft) -> EmailMessage:
    return email.message_from_bytes(draft.content, policy=default)


def text_of(message: EmailMessage) -> str:
    body = message.get_body()
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def draft(document: MailedDocument = REPORT, settings: Settings = ADDRESSED) -> Draft:
    return email_draft(document, settings, units=UNITS)


def test_a_mail_program_finds_addresses_subject_text_and_the_document_unchanged() -> None:
    message = opened(draft())
    assert message["To"] == "vanthu@xa.gov.vn, vhxh@xa.gov.vn"
    assert message["Subject"] == TITLE
    assert message["X-Unsent"] == "1"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "Bao_cao.docx"
    assert attached.get_content_type().endswith("wordprocessingml.document")
    assert attached.get_content() == b"PK\x03\x04 noi dung"
    assert f"gửi kèm thư này “{TITLE}” (tệp Bao_cao.docx)" in text_of(message)


def test_nothing_is_signed_dated_or_sent_in_anybodys_name() -> None:
    message = opened(draft())
    assert {"From", "Date", "Message-ID", "Bcc", "Cc"} & set(message.keys()) == set()


def test_lines_end_as_mail_asks_and_headers_are_ascii() -> None:
    content = draft(REPORT._replace(name="Báo cáo “năm” 2026 " + "dài " * 40)).content
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.isascii()
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 998  # RFC 5322, 2.1.1
    words = re.findall(rb"=\?\S+\?=", content)
    assert words
    assert max(map(len, words)) <= 75  # RFC 2047, 2


@pytest.mark.parametrize("name", ["Bao_cao", "dài " * 40, "ế" * 120, "報告 " * 60])
@pytest.mark.parametrize("mails", [0, 1, 30])
def test_our_header_lines_are_short_and_the_type_of_a_word_file_stays_on_its_line(
    name: str, mails: int
) -> None:
    emails = tuple(f"van.thu.phuong.so.{number}@xa-phuong.gov.vn" for number in range(mails))
    made = draft(REPORT._replace(name=name, title=TITLE * 20), replace(ADDRESSED, emails=emails))
    assert len(made.to) == mails
    (attached,) = opened(made).iter_attachments()
    assert attached.get_filename() == f"{name.strip()}.docx"
    headers, _, rest = made.content.partition(b"\r\n\r\n")
    of_parts = [part.partition(b"\r\n\r\n")[0] for part in rest.split(b"\r\n--=_")]
    lines = b"\r\n".join([headers, *of_parts]).split(b"\r\n")
    assert max(len(line) for line in lines if b"filename" not in line) <= 100
    assert max(map(len, lines)) <= 200  # of a name a piece stays whole, and the one in ASCII
    wanted = (
        b"Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document;"
    )
    assert wanted in lines


def test_the_lines_of_the_text_end_as_mail_asks() -> None:
    body = opened(draft(REPORT._replace(draft=True))).get_body()
    assert body is not None
    words = body.get_payload(decode=True)
    assert isinstance(words, bytes)
    assert words.count(b"\r\n") > 5
    assert b"\n" not in words.replace(b"\r\n", b"")


def test_equal_input_gives_equal_bytes() -> None:
    assert draft() == draft()
    assert draft() != draft(REPORT._replace(title="Khác"))


# --- headers -------------------------------------------------------------------------------


def test_three_hundred_titles_and_all_file_names_are_read_back_equal() -> None:
    made = titles.titles()
    assert len(made) == titles.COUNT
    assert max(map(len, made)) > 200
    assert titles.not_read_back() == []


@given(st.text(max_size=200))
@example("a=?utf-8?q?b=0D=0ABcc:_ai@do.vn?=")
@example("=?utf-8?b?QmNjOiBhaUBkby52bg0K?=")
@example("Báo cáo\r\nBcc: ai@do.vn\u2028Cc: ai@do.vn\u2029\x85X: y")
@example("Báo cáo\x00 năm\u202e 2026\ud800  =? ?=")
def test_any_title_is_one_subject_and_no_other_header(title: str) -> None:
    content = draft(REPORT._replace(title=title)).content
    message = email.message_from_bytes(content, policy=default)
    assert sorted(message.keys()) == sorted(
        ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
    )
    assert str(message["Subject"]) == (cleaned(title) or "Văn bản")


@given(st.text(max_size=100))
@example("=?utf-8?q?a=0D=0ABcc:_ai@do.vn?=")
@example('a"; filename="b.exe')
@example("..\\..\\a/b")
def test_any_file_name_stays_one_and_leads_nowhere(name: str) -> None:
    content = draft(REPORT._replace(name=name)).content
    (attached,) = email.message_from_bytes(content, policy=default).iter_attachments()
    read = attached.get_filename()
    assert read is not None
    assert re.fullmatch(r'[^<>:"/\\|?*\r\n]+\.docx', read)
    assert attached.keys() == [
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Content-Disposition",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "full", "plain"),
    [
        ("Bao_cao", "Bao_cao.docx", "Bao_cao.docx"),
        ("Báo cáo Đợt 1", "Báo cáo Đợt 1.docx", "Bao cao Dot 1.docx"),
        ("報告", "報告.docx", "van_ban.docx"),
        ("📄", "📄.docx", "van_ban.docx"),
        ("\u0301\u0323", "van_ban.docx", "van_ban.docx"),
        ("…", "….docx", "van_ban.docx"),
        (".", "van_ban.docx", "van_ban.docx"),
    ],
)
def test_the_attachment_has_its_whole_name_and_one_in_ascii_with_something_in_it(
    name: str, full: str, plain: str
) -> None:
    content = draft(REPORT._replace(name=name)).content
    (attached,) = email.message_from_bytes(content, policy=default).iter_attachments()
    assert attached.get_filename() == full
    assert attached["Content-Type"].params["name"] == full
    assert f'filename="{plain}"'.encode() in content
    assert f"(tệp {full})" in text_of(email.message_from_bytes(content, policy=default))
    parts = email.message_from_bytes(content, policy=compat32).get_payload()
    assert isinstance(parts, list)
    assert parts[1].get_filename() == plain  # type: ignore[union-attr] # a message, not a text


# --- whom it goes to, who sends it ---------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "addressees", "goes"),
    [
        ("bao_cao", SUPERIORS, True),
        ("bao_cao", ("ubnd thành phố;",), True),
        ("bao_cao", (), True),
        ("so_ket_tong_ket", SUPERIORS[1:], True),
        ("bao_cao", UNITS, False),  # "Kính gửi" was changed in Word
        ("bao_cao", (SUPERIORS[0], "Sở Nội vụ"), False),
        ("cong_van_don_doc", UNITS, False),
        ("cong_van_don_doc", (), False),
        ("cong_van_giai_trinh", SUPERIORS, False),
        ("bao_cao_don_vi", (SETTINGS.body_name,), False),
        ("bao_cao_don_vi", SUPERIORS, False),
        ("bao_cao_don_vi", (), False),
        ("ke_hoach", (), False),
        ("ke_hoach_nam", (), False),
        (None, SUPERIORS[:1], True),
        (None, (*SUPERIORS, "Sở Nội vụ"), False),
        (None, ("Phòng Tài chính",), False),
        (None, (), False),
    ],
)
def test_only_what_goes_to_the_superiors_carries_their_addresses(
    kind: str | None, addressees: tuple[str, ...], goes: bool
) -> None:
    document = REPORT._replace(kind=KINDS[kind] if kind else None, addressees=addressees)
    made = draft(document)
    assert made.to == (ADDRESSED.emails if goes else ())
    assert (opened(made)["To"] is not None) is goes
    said = [one for one in made.notices if "chưa có địa chỉ người nhận" in one]
    assert len(said) == (not goes)
    if not goes and addressees:
        assert addressees[0] in said[0]
    not_all = goes and 0 < len(addressees) < len(SUPERIORS)
    assert any("xóa địa chỉ thừa" in notice for notice in made.notices) is not_all


@pytest.mark.parametrize(
    ("addressees", "greeting"),
    [
        ((), "Ủy ban nhân dân"),
        (("Sở Y tế",), "Kính gửi: Sở Y tế\n"),
        (UNITS, "Kính gửi:\n- Thư viện phường;\n- Trạm y tế phường.\n"),
    ],
)
def test_the_text_greets_whom_the_document_addresses(
    addressees: tuple[str, ...], greeting: str
) -> None:
    assert text_of(opened(draft(REPORT._replace(addressees=addressees)))).startswith(greeting)


@pytest.mark.parametrize(
    ("kind", "author", "sender"),
    [
        ("bao_cao", "", f"{SETTINGS.body_name} gửi kèm"),
        ("cong_van_don_doc", "Nguyễn Văn A", f"{SETTINGS.body_name} gửi kèm"),
        ("bao_cao_don_vi", "trạm Y tế phường", "Trạm y tế phường gửi kèm"),
        ("bao_cao_don_vi", "Admin", "Gửi kèm"),
        (None, "Trạm y tế phường", "Trạm y tế phường gửi kèm"),
        (None, SETTINGS.body_name, f"{SETTINGS.body_name} gửi kèm"),
        (None, "Nguyễn Văn A", "Gửi kèm"),
        (None, "", "Gửi kèm"),
    ],
)
def test_the_mail_comes_from_whose_document_it_is(
    kind: str | None, author: str, sender: str
) -> None:
    document = REPORT._replace(kind=KINDS[kind] if kind else None, author=author)
    message = opened(draft(document))
    assert f"\n\n{sender} thư này" in text_of(message)
    assert message["Subject"].endswith("(Trạm y tế phường)") is sender.startswith("Trạm y tế")


# --- drafts, samples, what is still open ---------------------------------------------------


@pytest.mark.parametrize(
    ("is_draft", "sample", "subject"),
    [
        (False, False, TITLE),
        (True, False, f"DỰ THẢO: {TITLE}"),
        (False, True, f"SỐ LIỆU MẪU: {TITLE}"),
        (True, True, f"DỰ THẢO – SỐ LIỆU MẪU: {TITLE}"),
    ],
)
def test_a_draft_or_a_sample_is_called_so_in_subject_text_and_message(
    is_draft: bool, sample: bool, subject: str
) -> None:
    made = draft(REPORT._replace(draft=is_draft, sample=sample))
    message = opened(made)
    assert message["Subject"] == subject
    for mark, on in (("DỰ THẢO", is_draft), ("SỐ LIỆU MẪU", sample)):
        assert (mark in text_of(message)) is on
        assert any(mark in one for one in made.notices) is on


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (("[Đơn vị ghi ưu điểm.]",), "còn 1 chỗ để trống: “[Đơn vị ghi ưu điểm.]”."),
        (("[…]", "[…]"), "còn 2 chỗ để trống: “[…]”."),
        (("[a]", "[b]", "[c]", "[d]", "[a]", "[e]"),
         "còn 6 chỗ để trống, như “[a]”, “[b]”, “[c]”."),
    ],
)  # fmt: skip
def test_open_places_are_named_to_the_official_and_not_to_the_addressee(
    places: tuple[str, ...], said: str
) -> None:
    made = draft(REPORT._replace(open_places=places))
    assert any(said in one for one in made.notices)
    assert "chỗ để trống" not in text_of(opened(made))


def test_a_good_document_with_good_addresses_needs_no_notice() -> None:
    assert draft().notices == ()


def test_missing_addresses_are_told() -> None:
    made = draft(settings=replace(ADDRESSED, emails=()))
    assert opened(made)["To"] is None
    assert "“Cấu hình” chưa có địa chỉ thư điện tử nào" in made.notices[0]


@pytest.mark.parametrize(
    "bad", ["a@xa.vn\nBcc: b@xa.vn", "văn thư", "a..b@xa.vn", "a@-xa.vn", "a@xa.vn, b@xa.vn",
            "=?utf-8?q?a?=@xa.vn", f"{'a' * 64}@{'b.' * 100}vn"]
)  # fmt: skip
def test_an_address_that_is_none_is_left_out_and_told(bad: str) -> None:
    made = draft(settings=replace(ADDRESSED, emails=(bad, "vhxh@xa.gov.vn")))
    message = opened(made)
    assert (made.to, message["To"]) == (("vhxh@xa.gov.vn",), "vhxh@xa.gov.vn")
    assert message["Bcc"] is None
    assert cleaned(bad) in made.notices[0]


def test_a_wrong_address_of_the_settings_is_told_only_where_addresses_are_wanted() -> None:
    wrong = Finding("CH08", Severity.WARNING, None, "Cấu hình", "B60", None, "Ô B60: sai.")
    told = email_draft(REPORT, ADDRESSED, findings=[wrong, replace(wrong, code="CH01")]).notices
    assert told == ("Ô B60: sai.",)
    letter = REPORT._replace(kind=KINDS["cong_van_don_doc"], addressees=UNITS)
    assert "Ô B60: sai." not in email_draft(letter, ADDRESSED, findings=[wrong]).notices


def test_of_a_pdf_it_is_told_that_its_content_was_not_looked_at() -> None:
    made = draft(REPORT._replace(ending=".pdf"))
    (attached,) = opened(made).iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == (
        "Bao_cao.pdf", "application/pdf",
    )  # fmt: skip
    assert "không đọc nội dung tệp PDF" in made.notices[0]


def test_nothing_is_said_of_the_text_of_a_pdf_which_nobody_read() -> None:
    letter = REPORT._replace(ending=".pdf", kind=KINDS["cong_van_don_doc"], addressees=())
    said = " ".join(draft(letter).notices)
    assert "không đọc “Kính gửi” trong tệp PDF" in said
    assert "không thấy" not in said
