"""An e-mail draft (.eml) with a document attached: opened, read and sent by the official.

Nothing is sent from here. Mail programs that know `X-Unsent` open the file as a draft.
"""

from __future__ import annotations

import hashlib
import io
import unicodedata
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import PurePath
from xml.etree import ElementTree

from workbook.domain.settings import Settings

_TYPES = {
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".pdf": ("application", "pdf"),
}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_ANY_TYPE = ("application", "octet-stream")
_GREETING = "Kính gửi:"
_SENTENCE = "{body} gửi kèm thư này văn bản “{title}” (tệp {file})."
_REQUEST = "Đề nghị nơi nhận cho biết đã nhận được văn bản."
_CLOSING = "Trân trọng./."


def email_draft(document: bytes, file: str, title: str, settings: Settings) -> bytes:
    """Return the draft's bytes; equal input gives equal bytes.

    Args:
        document: What is attached, as it is.
        file: Its file name; diacritics are left out of it.
        title: What the document is called in subject and text.
        settings: Addresses (may be none: the official fills them in), names.
    """
    title = " ".join(title.split())  # a line break would end the header
    file = _plain_name(file)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = title
    if settings.emails:
        message["To"] = ", ".join(settings.emails)
    message["X-Unsent"] = "1"
    message.set_content(_text(file, title, settings), cte="base64")
    main, sub = _TYPES.get(PurePath(file).suffix.lower(), _ANY_TYPE)
    message.add_attachment(document, maintype=main, subtype=sub, filename=file)
    # The library would draw a boundary by chance.
    message.set_boundary(f"=_{hashlib.sha256(document + file.encode()).hexdigest()[:32]}")
    return message.as_bytes()


def _text(file: str, title: str, settings: Settings) -> str:
    addressees = [one.strip().rstrip(";.") for one in settings.addressees if one.strip()]
    sentence = _SENTENCE.format(body=settings.body_name, title=title, file=file)
    return "\n\n".join([*_greeting(addressees), sentence, _REQUEST, _CLOSING]) + "\n"


def _greeting(addressees: Sequence[str]) -> list[str]:
    if len(addressees) < 2:
        return [f"{_GREETING} {one}" for one in addressees]
    *others, last = addressees
    return ["\n".join([_GREETING, *(f"- {one};" for one in others), f"- {last}."])]


def _plain_name(file: str) -> str:
    """Return the name without marks: some mail programs lose all others."""
    letters = unicodedata.normalize("NFD", file.replace("đ", "d").replace("Đ", "D"))
    return letters.encode("ascii", "ignore").decode() or f"van_ban{PurePath(file).suffix}"


def title_of(document: bytes) -> str:
    """Return the title that a Word file gives itself, "" where it has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package:
            core = package.read("docProps/core.xml")
        if b"<!" in core:  # declarations have no place here
            return ""
        return (ElementTree.fromstring(core).findtext(_TITLE) or "").strip()
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, RuntimeError):
        return ""
