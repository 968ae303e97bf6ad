"""The e-mail draft: what a mail program reads from it."""

from __future__ import annotations

import email
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default

import pytest

from docgen.email import email_draft
from tests.docgen.made import SETTINGS
from workbook.domain.settings import Settings

TITLE = "Báo cáo kết quả thực hiện Chương trình năm 2026"
ADDRESSED = replace(SETTINGS, emails=("vanthu@xa.gov.vn", "vhxh@xa.gov.vn"))


def opened(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=default)


def text_of(message: EmailMessage) -> str:
    body = message.get_body()
    assert body is not None
    return str(body.get_content())


def draft(settings: Settings = ADDRESSED, file: str = "Bao_cao.docx", title: str = TITLE) -> bytes:
    return email_draft(b"PK\x03\x04 noi dung", file, title, settings)


def test_a_mail_program_finds_addresses_subject_text_and_the_document_unchanged() -> None:
    message = opened(draft())
    assert message["To"] == "vanthu@xa.gov.vn, vhxh@xa.gov.vn"
    assert message["Subject"] == TITLE
    assert message["X-Unsent"] == "1"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "Bao_cao.docx"
    assert attached.get_content_type().endswith("wordprocessingml.document")
    assert attached.get_content() == b"PK\x03\x04 noi dung"
    assert f"“{TITLE}” (tệp Bao_cao.docx)" in text_of(message)


def test_nothing_is_signed_dated_or_sent_in_anybodys_name() -> None:
    message = opened(draft())
    assert {"From", "Date", "Message-ID", "Bcc", "Cc"} & set(message.keys()) == set()


def test_lines_end_as_mail_asks_and_headers_are_ascii() -> None:
    content = draft()
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.isascii()


def test_without_addresses_the_official_fills_them_in() -> None:
    assert opened(draft(SETTINGS))["To"] is None


@pytest.mark.parametrize("title", ["Báo cáo\r\nBcc: ai@do.vn", "Báo cáo\nnăm\t2026 "])
def test_a_title_of_several_lines_stays_one_header(title: str) -> None:
    message = opened(draft(title=title))
    assert message["Bcc"] is None
    assert message["Subject"] == " ".join(title.split())


@pytest.mark.parametrize(
    ("file", "name", "kind"),
    [
        ("Báo cáo Đợt 1.docx", "Bao cao Dot 1.docx", "wordprocessingml.document"),
        ("Bao_cao.PDF", "Bao_cao.PDF", "application/pdf"),
        ("bang.zip", "bang.zip", "application/octet-stream"),
    ],
)
def test_the_attachment_has_a_plain_name_and_its_kind(file: str, name: str, kind: str) -> None:
    message = opened(draft(file=file))
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == name
    assert attached.get_content_type().endswith(kind)
    assert f"(tệp {name})" in text_of(message)


@pytest.mark.parametrize(
    ("addressees", "greeting"),
    [
        ((), "Ủy ban nhân dân"),
        (("Sở Y tế",), "Kính gửi: Sở Y tế\n"),
        (("Sở Y tế;", "UBND tỉnh."), "Kính gửi:\n- Sở Y tế;\n- UBND tỉnh.\n"),
    ],
)
def test_the_text_greets_whom_the_settings_name(addressees: tuple[str, ...], greeting: str) -> None:
    text = text_of(opened(draft(replace(ADDRESSED, addressees=addressees))))
    assert text.replace("\r\n", "\n").startswith(greeting)


def test_equal_input_gives_equal_bytes() -> None:
    assert draft() == draft()
    assert draft() != draft(title="Khác")
