"""An e-mail draft (.eml) with a document attached: opened, read and sent by the official.

Nothing is sent from here. Mail programs that know `X-Unsent` open the file as a draft. Whom it
goes to, who sends it, what it is called follow the document; the addresses come from Cấu hình.
Our documents name their kind, author and marks in their properties. All else is recognised as
the form checker does; the name of the file comes last.

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
from email.mime import application, multipart, text
from email.policy import compat32
from itertools import chain
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import quote

from docgen import documents
from docgen.fields import plain
from docgen.form_check import opening
from docgen.form_check.reading.document import read_document as read_printed
from docgen.form_check.reading.model import Document, Paragraph
from docgen.form_check.recognise import heading, words_vi
from docgen.shared.decree import Component
from docgen.shared.letterhead import DRAFT_MARK, SAMPLE_MARK, page_mark
from workbook.domain.findings import Finding
from workbook.domain.settings import Settings
from workbook.domain.text_vi import fold, lower_first, nfc, shorten
from workbook.domain.validation.messages_vi import Fault
from workbook.domain.validation.settings_reading import EMAIL
from workbook.packages import core_properties, read_file, refusing

WORD, PDF = ".docx", ".pdf"
KINDS = {kind.category: kind for kind in documents.KINDS.values()}

# In names of files, as `plain` writes them.
_FILE_MARK = re.compile(r"^du_thao_|_so_lieu_mau(?=(?:-\d+)?$)", re.IGNORECASE)
_MARK_LINE = r"\W*(?:{0}\b.*|(?i:{0}(?: lần\b.{{0,12}})?)\W*)"
_MARKED_WITHIN, _MOST_NAMES = 150, 30  # paragraphs, addressees
_LONGEST_TITLE, _LONGEST_NAME = 500, 200  # characters
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_BULLETS = "-–—+•* "
_ADDRESSED = re.compile(r"kính gửi\b\s*(?P<colon>:?)\s*(?P<first>.*)", re.IGNORECASE)
_BODY_FOLDED = re.compile(r"\W*(?:căn cứ|thực hiện|theo|trên cơ sở)\b")
_SUBTYPES = {WORD: "vnd.openxmlformats-officedocument.wordprocessingml.document", PDF: "pdf"}
_NO_LETTERS = "van_ban"  # the file name where no ASCII letter or digit is left of it
_UNTITLED = "Văn bản"
_NO_ADDRESS = (
    "Thư chưa có địa chỉ người nhận: {}. Đề nghị ghi địa chỉ người nhận vào thư trước khi gửi."
)
_NOT_ALL = (
    "Văn bản chỉ kính gửi {}, còn thư ghi địa chỉ của mọi nơi nhận ở trang “Cấu hình”. Đề nghị"
    " xóa địa chỉ thừa trước khi gửi."
)
_BAD_ADDRESS = (
    "“{}” ở trang “Cấu hình” không phải là địa chỉ thư điện tử nên không ghi vào thư."
    " Đề nghị sửa địa chỉ ở trang “Cấu hình”, hoặc ghi địa chỉ đúng vào thư trước khi gửi."
)


class MailedDocument(NamedTuple):
    """A document to be sent, with what it tells of itself."""

    content: bytes
    ending: str  # `.docx` or `.pdf`; of a PDF the file name alone was looked at
    name: str  # of the file, without its ending
    kind: documents.DocumentKind | None  # None where it is none of ours, as far as told
    title: str  # type and subject: "Báo cáo kết quả…", "Công văn V/v…"
    addressees: tuple[str, ...] = ()  # the names behind its "Kính gửi", without marks
    author: str = ""  # as its properties name it: in our documents the body whose it is
    draft: bool = False  # whether it calls itself DỰ THẢO
    sample: bool = False  # whether it calls its figures SỐ LIỆU MẪU
    open_places: tuple[str, ...] = ()  # texts in brackets and dotted gaps, still to be written


class Draft(NamedTuple):
    """A draft with what the official must know of it."""

    content: bytes  # of the .eml file
    to: tuple[str, ...]  # the addresses in it; none where the addressees have none in Cấu hình
    notices: tuple[str, ...]  # a Vietnamese sentence or two each: what to look at before sending


def open_document(path: Path) -> MailedDocument:
    """Read a file from disk; UnusableInputError as of `read_document`, or it is not there."""
    with refusing(path.name, opening.WHY):
        content = read_file(path)
    return read_document(path.name, content)


def read_document(file: str, content: bytes) -> MailedDocument:
    """Return what a file tells of itself; `file` is its name.

    UnusableInputError: it is no Word file and no PDF, or a damaged, protected or unsafe one.
    """
    path = PurePath(file)
    ending = PDF if path.suffix.lower() == PDF and content.startswith(b"%PDF") else WORD
    name = path.stem if path.suffix.lower() == ending else path.name
    properties = core_properties(content)
    # Documents of earlier releases have no category.
    stem = _FILE_MARK.sub("", plain(name))
    kinds = documents.KINDS.values()
    named = next((kind for kind in kinds if kind.title(stem)), None)
    kind = KINDS.get(properties["category"]) or (KINDS[named.category] if named else None)
    package = None if ending == PDF else opening.read_package(file, content)
    printed = read_printed(package) if package else Document((), ())
    top = heading.find_heading(printed.paragraphs)
    type_name, subject = _subject(top, printed.paragraphs[: top.end])
    if not subject:
        type_name = kind.type_name if kind else ""
        told = named.title(stem) if named else _FILE_MARK.sub("", name).replace("_", " ")
        subject = cleaned(properties["title"]) or told
    below = printed.paragraphs[top.end : top.end + _MOST_NAMES]
    addressees = _addressees(_lines([*top.lines[Component.ADDRESSEE], *below]))
    marks = [properties["contentStatus"], *_FILE_MARK.findall(plain(name))]
    marks += _page_marks(package, printed) if package else ()
    head = _lines(printed.paragraphs[:_MARKED_WITHIN])
    draft, sample = (
        plain(mark) in plain(" ".join(marks))
        or any(re.fullmatch(_MARK_LINE.format(mark), line) for line in head)
        for mark in (DRAFT_MARK, SAMPLE_MARK)
    )
    texts = (paragraph.text for paragraph in printed.paragraphs)
    places = map(cleaned, chain.from_iterable(map(_unwritten, texts)))
    return MailedDocument(
        content, ending, name, kind, _titled(type_name, cleaned(subject)),
        tuple(addressees)[:_MOST_NAMES], cleaned(properties["creator"]), draft, sample,
        tuple(places),
    )  # fmt: skip


def _unwritten(text: str) -> Iterator[str]:
    """Yield the open places of a text, and the tags that a template still has."""
    yield from words_vi.open_places(text)
    yield from words_vi.LEFTOVERS.findall(text)


def _page_marks(package: opening.Package, printed: Document) -> Iterator[str]:
    """Yield what stands at the head of the pages, and behind their text (a watermark)."""
    for section in printed.sections:
        yield from _lines(chain.from_iterable(section.headers.values()))
    for header in package.kinds["header"].values():
        yield from (shape.get("string", "") for shape in header.iter(_WATERMARK))


def cleaned(text: str) -> str:
    """Return a text in NFC on one line, single spaces, without characters that no eye sees."""
    kept = (sign for sign in text if sign.isspace() or unicodedata.category(sign) not in "Cc Cf Cs")
    return " ".join(nfc("".join(kept)).split())


def _lines(paragraphs: Iterable[Paragraph]) -> list[str]:
    pieces = chain.from_iterable(paragraph.pieces for paragraph in paragraphs)
    return [cleaned(piece.line) for piece in pieces if not piece.blank]


def _subject(top: heading.Heading, above: Sequence[Paragraph]) -> tuple[str, str]:
    """Return type and subject as they are printed, "" where there is none.

    "V/v" makes a letter only with "Kính gửi" below it: minutes may have it too.
    """
    title, type_name, subject = top.first(Component.TITLE), "", top.lines[Component.ABSTRACT]
    if title is not None and title.line.isupper() and title.folded in words_vi.TYPES_FOLDED:
        type_name = title.line
    elif title is None and top.lines[Component.ADDRESSEE]:
        type_name = words_vi.LETTER
        about = [line for line in above if words_vi.SUBJECT_FOLDED.fullmatch(line.folded)]
        subject = top.lines[Component.SUBJECT] or about[:1]
    return type_name.capitalize(), " ".join(_lines(subject)) if type_name else ""


def _titled(type_name: str, subject: str) -> str:
    """Put the type before a subject that does not begin with it; abbreviations stay as they are."""
    subject = shorten(subject, _LONGEST_TITLE)
    if plain(subject).startswith(plain(type_name)):
        return subject
    return f"{type_name} {lower_first(subject) if subject[1:2].islower() else subject}"


def _addressees(lines: Sequence[str]) -> Iterator[str]:
    """Yield the names behind "Kính gửi": on its line, or one a line below it."""
    match = _ADDRESSED.fullmatch(lines[0]) if lines else None
    if match is None or not (match["colon"] or not match["first"][:1].islower()):
        return
    last = ""
    for line in (match["first"], *lines[1:]):
        listed = line[:1] in _BULLETS and last[:1] in _BULLETS and not last.endswith(".")
        if (last and not (listed or last.endswith(";"))) or _BODY_FOLDED.match(fold(line)):
            return
        names = (name.strip(_BULLETS).rstrip(";., ") for name in line.split(";"))
        yield from (name for name in names if 0 < len(name) <= _LONGEST_NAME)
        last = line


def email_draft(
    document: MailedDocument,
    settings: Settings,
    *,
    units: Iterable[str] = (),
    findings: Iterable[Finding] = (),
) -> Draft:
    """Return the draft of an e-mail with the document attached; equal input, equal bytes.

    `units` are the names of the plan's units: a document of one of them comes from it.
    `findings` are those of Cấu hình, which name the addresses there that are none.
    """
    document = document._replace(title=cleaned(document.title) or _UNTITLED)
    marks = page_mark(draft=document.draft, sample=document.sample)
    why, bad = _why_no_address(document, settings), []
    to: tuple[str, ...] = ()
    if not why:
        to = tuple(dict.fromkeys(filter(EMAIL.fullmatch, settings.emails)))
        why = "" if to else "trang “Cấu hình” chưa có địa chỉ thư điện tử nào dùng được"
        bad = [finding.message for finding in findings if finding.code == Fault.SETTING_EMAIL.code]
        bad += [
            _BAD_ADDRESS.format(cleaned(address))
            for address in settings.emails
            if address not in to
        ]
    missing = [_NO_ADDRESS.format(why)] if why else []
    if to and 0 < len(document.addressees) < len(settings.addressees):
        missing = [_NOT_ALL.format(_listed(document.addressees))]
    sender = _sender(document, settings, units)
    # The reports of all units have one title.
    whose = f" ({sender})" if sender not in ("", settings.body_name) else ""
    subject = f"{marks}: {document.title}{whose}" if marks else f"{document.title}{whose}"
    content = _message(document, to, subject, sender)
    return Draft(content, to, (*missing, *bad, *_notices(document, marks)))


def _why_no_address(document: MailedDocument, settings: Settings) -> str:
    """Return why a document does not go to the addresses of Cấu hình, "" where it does.

    A kind that goes to others than the superiors never does; else its "Kính gửi" decides.
    """
    goes_to = document.kind.addressee if document.kind else None
    known = set(map(_key, settings.addressees))
    named = bool(document.addressees) and known.issuperset(map(_key, document.addressees))
    ours = goes_to is documents.Party.SUPERIORS
    if (ours and not document.addressees) or (named and (ours or goes_to is None)):
        return ""
    if document.addressees:
        names, superiors = _listed(document.addressees), _listed(settings.addressees)
        whose = superiors or "nơi nhận báo cáo"
        return f"văn bản kính gửi {names}, còn trang “Cấu hình” chỉ có địa chỉ của {whose}"
    if goes_to is documents.Party.NOBODY:
        return "văn bản không có “Kính gửi” mà gửi theo “Nơi nhận”"
    if document.ending == PDF:
        return "chương trình không đọc “Kính gửi” trong tệp PDF"
    return "không thấy “Kính gửi” trong văn bản"


def _key(name: str) -> str:
    """Return what two spellings of a body's name have in common."""
    return fold(name).strip("-;., ").replace("ubnd", fold("ủy ban nhân dân"))


def _sender(document: MailedDocument, settings: Settings, units: Iterable[str]) -> str:
    """Return whose document it is, "" where that is not known."""
    of_ward = document.kind is not None and document.kind.sender is documents.Party.WARD
    bodies = (body for body in (*units, settings.body_name) if _key(body) == _key(document.author))
    return next(bodies, settings.body_name if of_ward else "")


def _notices(document: MailedDocument, marks: str) -> Iterator[str]:
    if marks:
        yield f"Văn bản là {marks}; tiêu đề và nội dung thư đã ghi rõ như vậy."
    if document.ending == PDF:
        yield (
            "Chương trình không đọc nội dung tệp PDF, chỉ xem tên tệp. Đề nghị kiểm tra nơi nhận,"
            " tiêu đề thư và các chỗ để trống của văn bản trước khi gửi."
        )
    if document.open_places:
        places = [f"“{place}”" for place in dict.fromkeys(document.open_places)]
        how = ", như" if places[3:] else ":"
        yield (
            f"Văn bản còn {len(document.open_places)} chỗ để trống{how} {', '.join(places[:3])}."
            " Đề nghị mở văn bản bằng Word, bổ sung, lưu lại rồi soạn lại thư."
        )


def _listed(names: Sequence[str]) -> str:
    """Name the first three bodies, and count the others."""
    more = f" và {len(names) - 3} nơi khác" if names[3:] else ""
    return ", ".join(names[:3]) + more


def _body(document: MailedDocument, file: str, sender: str) -> str:
    *others, last = document.addressees or ("",)
    listed = "".join(f"\n- {name};" for name in others) + f"\n- {last}." if others else f" {last}"
    sends = f"{sender} gửi" if sender else "Gửi"
    sample = f"Văn bản gửi kèm dùng {SAMPLE_MARK}: các con số là giả định, không dùng để báo cáo."
    paragraphs = [
        *[f"Kính gửi:{listed}"] * bool(last),
        f"{sends} kèm thư này “{document.title}” (tệp {file}).",
        *[f"Văn bản gửi kèm là {DRAFT_MARK}, chưa phải bản chính thức."] * document.draft,
        *[sample] * document.sample,
        "Đề nghị nơi nhận cho biết đã nhận được văn bản.",
        "Trân trọng./.",
    ]
    return "\n\n".join(paragraphs) + "\n"


def _message(document: MailedDocument, to: Sequence[str], subject: str, sender: str) -> bytes:
    name = re.sub(r'[<>:"/\\|?*]', "_", cleaned(document.name)).strip(". ")  # as all systems take
    file = f"{name if plain(name) else _NO_LETTERS}{document.ending}"
    body = _body(document, file, sender)
    # The library would draw a boundary by chance.
    drawn = hashlib.sha256(document.content + body.encode()).hexdigest()[:32]
    message = multipart.MIMEMultipart(boundary=f"=_{drawn}")
    # Always encoded, so that a title that looks encoded stays as it is.
    message["Subject"] = Header(subject, "utf-8", header_name="Subject").encode()
    if to:
        message["To"] = ", ".join(to)
    message["X-Unsent"] = "1"
    message.attach(text.MIMEText(body.replace("\n", "\r\n"), "plain", "utf-8"))
    # Outlook reads encoded words in `name=`.
    name = file if file.isascii() else Header(file, "utf-8", maxlinelen=75).encode(linesep="")
    attached = application.MIMEApplication(document.content, _SUBTYPES[document.ending], name=name)
    attached["Content-Disposition"] = _disposition(file)
    message.attach(attached)
    # The line with the type of a Word file stays whole: 87 characters.
    return message.as_bytes(policy=compat32.clone(linesep="\r\n", max_line_length=100))


def _disposition(file: str) -> str:
    """Return Content-Disposition: the full name by RFC 2231, and one in ASCII."""
    name, _, ending = file.rpartition(".")
    letters = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    ascii_name = letters.encode("ascii", "ignore").decode().strip(". ")
    ascii_name = ascii_name if any(map(str.isalnum, ascii_name)) else _NO_LETTERS
    encoded = "" if file.isascii() else f"utf-8''{quote(file, safe='')}"
    pieces = re.findall(r"(?:%..|[^%]){1,50}", encoded)  # no %XX is divided
    numbers = [f"{number}*" for number in range(len(pieces))] if len(pieces) > 1 else [""]
    full = [f"filename*{number}={piece}" for number, piece in zip(numbers, pieces, strict=False)]
    return "; ".join(["attachment", *full, f'filename="{ascii_name}.{ending}"'])
