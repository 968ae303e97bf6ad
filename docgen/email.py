"""An e-mail draft (.eml) with a document attached: opened, read and sent by the official.

Nothing is sent from here. Mail programs that know `X-Unsent` open the file as a draft. Whom it
goes to, who sends it, what it is called follow the document; the addresses come from Cấu hình.

The headers are encoded here: what `EmailMessage` folds loses or doubles spaces when it is read
back, otherwise in Python 3.11 than in 3.13. Sources: RFC 2047 (subject, `name`), RFC 2231
(`filename*`), RFC 5322 (lines).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from typing import NamedTuple
from urllib.parse import quote

from docgen.mailed_document import PDF, WORD, Addressee, MailedDocument, cleaned
from docgen.shared.marks_vi import DRAFT_MARK, SAMPLE_MARK
from workbook.domain.findings import Finding
from workbook.domain.settings import Settings
from workbook.domain.text_vi import fold
from workbook.domain.validation.messages_vi import Fault

_SUBTYPES = {
    WORD: "vnd.openxmlformats-officedocument.wordprocessingml.document",
    PDF: "pdf",
}
# The line with the type of a Word file stays whole: 87 characters.
_POLICY = compat32.clone(linesep="\r\n", max_line_length=100)
_FALLBACK = "van_ban"  # the file name where no ASCII letter or digit is left of it
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*]')  # Windows allows none of them
_PIECE = re.compile(r"(?:%..|[^%]){1,50}")  # of a percent-encoded name, no %XX divided
_ADDRESS = re.compile(
    r"[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_LONGEST_ADDRESS = 254  # RFC 5321
_NAMED = 3  # addressees and open places that a notice names

_GREETING = "Kính gửi:"
_SENTENCE = "{sender} gửi kèm thư này “{title}” (tệp {file})."
_SENTENCE_OF_NOBODY = "Gửi kèm thư này “{title}” (tệp {file})."
_IS_DRAFT = f"Văn bản gửi kèm là {DRAFT_MARK}, chưa phải bản chính thức."
_IS_SAMPLE = f"Văn bản gửi kèm dùng {SAMPLE_MARK}: các con số là giả định, không dùng để báo cáo."
_REQUEST = "Đề nghị nơi nhận cho biết đã nhận được văn bản."
_CLOSING = "Trân trọng./."

_WRITE_ADDRESS = "Đề nghị ghi địa chỉ người nhận vào thư trước khi gửi."
_OTHER_ADDRESSEES = (
    "Thư chưa có địa chỉ người nhận: văn bản kính gửi {names}, còn trang “Cấu hình” chỉ có địa chỉ"
    f" của nơi nhận báo cáo. {_WRITE_ADDRESS}"
)
_BY_RECIPIENTS = (
    "Thư chưa có địa chỉ người nhận: văn bản không có “Kính gửi” mà gửi theo “Nơi nhận”."
    f" {_WRITE_ADDRESS}"
)
_NO_ADDRESSEES = (
    f"Thư chưa có địa chỉ người nhận: không thấy “Kính gửi” trong văn bản. {_WRITE_ADDRESS}"
)
_NO_ADDRESS = (
    "Thư chưa có địa chỉ người nhận: trang “Cấu hình” chưa có địa chỉ thư điện tử nào dùng được."
    f" {_WRITE_ADDRESS}"
)
_BAD_ADDRESS = (
    "“{address}” ở trang “Cấu hình” không phải là địa chỉ thư điện tử nên không ghi vào thư."
    " Đề nghị sửa địa chỉ ở trang “Cấu hình”, hoặc ghi địa chỉ đúng vào thư trước khi gửi."
)
_MARKED = "Văn bản là {marks}; tiêu đề và nội dung thư đã ghi rõ như vậy."
_STILL_OPEN = (
    "Văn bản còn {count} chỗ để trống: {places}. Đề nghị mở văn bản bằng Word, bổ sung, lưu lại rồi"
    " soạn lại thư."
)
_UNREAD = (
    "Chương trình không đọc nội dung tệp PDF, chỉ xem tên tệp. Đề nghị kiểm tra nơi nhận, tiêu đề"
    " thư và các chỗ để trống của văn bản trước khi gửi."
)


class Draft(NamedTuple):
    """A draft with what the official must know of it.

    Attributes:
        content: the .eml file's bytes.
        to: the addresses in it; none where the document's addressees have none in Cấu hình.
        notices: one Vietnamese sentence or two each: what to look at before sending.
    """

    content: bytes
    to: tuple[str, ...]
    notices: tuple[str, ...]


def email_draft(
    document: MailedDocument,
    settings: Settings,
    *,
    units: Iterable[str] = (),
    findings: Iterable[Finding] = (),
) -> Draft:
    """Return the draft of an e-mail with the document attached; equal input, equal bytes.

    Args:
        document: what is attached, with what it tells of itself.
        settings: addresses, the addressees that they belong to, the ward's name.
        units: the names of the plan's units: a document of one of them comes from it.
        findings: of Cấu hình, as `read_settings` returns them: addresses that are none.
    """
    document = document._replace(title=cleaned(document.title))
    to: tuple[str, ...] = ()
    if goes_to_superiors(document, settings):
        to = tuple(dict.fromkeys(one for one in settings.emails if _is_address(one)))
        notices = [] if to else [_NO_ADDRESS]
        notices += _bad_addresses(settings, findings)
    else:
        notices = [_why_no_address(document)]
    notices += _about(document)
    file = f"{_file_name(document.name)}{document.ending}"
    text = _text(document, file, _sender(document, settings, units))
    return Draft(_message(document, to, file, text), to, tuple(notices))


def _subject(document: MailedDocument) -> str:
    """Return the document's title behind its marks."""
    marks = _marks(document)
    return f"{marks}: {document.title}" if marks else document.title


def _marks(document: MailedDocument) -> str:
    return " – ".join([DRAFT_MARK] * document.draft + [SAMPLE_MARK] * document.sample)


# --- to whom, from whom --------------------------------------------------------------------


def goes_to_superiors(document: MailedDocument, settings: Settings) -> bool:
    """Tell whether a document goes to those whose addresses stand in Cấu hình.

    A kind that goes to others never does; else its own "Kính gửi" decides.
    """
    if document.kind and document.kind.addressee is not Addressee.SUPERIORS:
        return False
    if not document.addressees:
        return document.kind is not None
    superiors = {_key(one) for one in settings.addressees}
    return any(_key(one) in superiors for one in document.addressees)


def _key(name: str) -> str:
    """Return what two spellings of a body's name have in common."""
    return fold(name).strip("-;., ").replace("ubnd", fold("ủy ban nhân dân"))


def _sender(document: MailedDocument, settings: Settings, units: Iterable[str]) -> str:
    """Return whose document it is, "" where that is not known."""
    author = _key(document.author)
    own = [unit for unit in units if author and _key(unit) == author]
    if own:
        return own[0]
    of_ward = document.kind and document.kind.addressee is not Addressee.WARD
    return settings.body_name if of_ward or author == _key(settings.body_name) else ""


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None


# --- what the official must know -----------------------------------------------------------


def _why_no_address(document: MailedDocument) -> str:
    if document.addressees:
        return _OTHER_ADDRESSEES.format(names=_listed(document.addressees, "nơi khác"))
    if document.kind and document.kind.addressee is Addressee.RECIPIENTS:
        return _BY_RECIPIENTS
    return _NO_ADDRESSEES


def _bad_addresses(settings: Settings, findings: Iterable[Finding]) -> list[str]:
    """Return what is wrong with addresses: of the cells, and of the plan's defaults."""
    of_cells = [one.message for one in findings if one.code == Fault.SETTING_EMAIL.code]
    bad = (one for one in settings.emails if not _is_address(one))
    return of_cells + [_BAD_ADDRESS.format(address=cleaned(one)) for one in bad]


def _about(document: MailedDocument) -> Iterator[str]:
    if marks := _marks(document):
        yield _MARKED.format(marks=marks)
    if document.ending == PDF:
        yield _UNREAD
    if places := document.open_places:
        named = list(dict.fromkeys(places))[:_NAMED]
        more = sum(one not in named for one in places)
        quoted = ", ".join(f"“{one}”" for one in named) + (f" và {more} chỗ khác" if more else "")
        yield _STILL_OPEN.format(count=len(places), places=quoted)


def _listed(names: Sequence[str], others: str) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" và {more} {others}" if more > 0 else "")


# --- the message ---------------------------------------------------------------------------


def _text(document: MailedDocument, file: str, sender: str) -> str:
    sentence = _SENTENCE if sender else _SENTENCE_OF_NOBODY
    paragraphs = [
        *_greeting(document.addressees),
        sentence.format(sender=sender, title=document.title, file=file),
        *[_IS_DRAFT] * document.draft,
        *[_IS_SAMPLE] * document.sample,
        _REQUEST,
        _CLOSING,
    ]
    return "\n\n".join(paragraphs) + "\n"


def _greeting(addressees: Sequence[str]) -> list[str]:
    if len(addressees) < 2:
        return [f"{_GREETING} {one}" for one in addressees]
    *others, last = addressees
    return ["\n".join([_GREETING, *(f"- {one};" for one in others), f"- {last}."])]


def _message(document: MailedDocument, to: Sequence[str], file: str, text: str) -> bytes:
    # The library would draw a boundary by chance.
    drawn = hashlib.sha256(document.content + text.encode()).hexdigest()[:32]
    message = MIMEMultipart(boundary=f"=_{drawn}")
    # Always encoded, so that a title that looks encoded stays as it is.
    message["Subject"] = Header(_subject(document), "utf-8", header_name="Subject").encode()
    if to:
        message["To"] = ", ".join(to)
    message["X-Unsent"] = "1"
    message.attach(MIMEText(text.replace("\n", "\r\n"), "plain", "utf-8"))
    attached = MIMEApplication(document.content, _SUBTYPES[document.ending], name=_encoded(file))
    attached["Content-Disposition"] = _disposition(file)
    message.attach(attached)
    return message.as_bytes(policy=_POLICY)


def _file_name(name: str) -> str:
    """Return a name that every system takes, with its Vietnamese letters; no ending."""
    shown = _NOT_IN_FILE_NAMES.sub("_", cleaned(name)).strip(". ")
    return shown if any(not unicodedata.combining(one) for one in shown) else _FALLBACK


def _plain_name(file: str) -> str:
    """Return a file's name in ASCII, for programs that lose all others."""
    name, _, ending = file.rpartition(".")
    letters = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    plain = letters.encode("ascii", "ignore").decode().strip(". ")
    return f"{plain if any(one.isalnum() for one in plain) else _FALLBACK}.{ending}"


def _encoded(file: str) -> str:
    """Return a name for `name=`, which Outlook reads: ASCII, or encoded words (RFC 2047)."""
    return file if file.isascii() else Header(file, "utf-8", maxlinelen=75).encode(linesep="")


def _disposition(file: str) -> str:
    """Return Content-Disposition: the full name by RFC 2231, and one in ASCII."""
    plain = f'filename="{_plain_name(file)}"'
    if file.isascii():
        return f"attachment; {plain}"
    pieces = _PIECE.findall(f"utf-8''{quote(file, safe='')}")
    if len(pieces) == 1:
        full = [f"filename*={pieces[0]}"]
    else:
        full = [f"filename*{number}*={one}" for number, one in enumerate(pieces)]
    return "; ".join(["attachment", *full, plain])
