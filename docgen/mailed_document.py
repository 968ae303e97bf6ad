"""What a document tells of itself for the e-mail that carries it, read from the file alone.

The kind is written into the properties of every document (`category`); documents of earlier
releases are known by their file names, all others by what they say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import NamedTuple

from lxml import etree

from docgen.fields import plain
from docgen.form_check import opening_vi
from docgen.form_check.opening import W, read_package
from docgen.form_check.recognise.words_vi import TYPES_FOLDED
from docgen.shared.marks_vi import DRAFT_MARK, SAMPLE_MARK
from workbook.domain.text_vi import fold, lower_first, shorten
from workbook.packages import core_properties, read_file, refusing

WORD, PDF = ".docx", ".pdf"


class Addressee(Enum):
    """Whom documents of a kind go to."""

    SUPERIORS = auto()  # the bodies above the ward, whose addresses stand in Cấu hình
    WARD = auto()  # from one of its units
    UNITS = auto()
    RECIPIENTS = auto()  # those of "Nơi nhận": such a document has no "Kính gửi"


class MailKind(NamedTuple):
    """A kind of document: the name of its type, whom it goes to.

    `file_names` matches what documents of earlier releases are called, as `plain` writes it;
    "" where names do not tell.
    """

    type_name: str
    addressee: Addressee
    file_names: str


_PERIOD = r"(?:nam|6_thang)_\d{4}.*"
_SPAN = r"(?:so|tong)_ket_\d{4}.*"
KINDS: Mapping[str, MailKind] = {
    "bao_cao": MailKind("Báo cáo", Addressee.SUPERIORS, f"bao_cao_{_PERIOD}"),
    "so_ket_tong_ket": MailKind("Báo cáo", Addressee.SUPERIORS, f"bao_cao_{_SPAN}"),
    "bao_cao_don_vi": MailKind("Báo cáo", Addressee.WARD, ""),
    "ke_hoach": MailKind("Kế hoạch", Addressee.RECIPIENTS, r"ke_hoach_\d{4}_\d{4}.*"),
    "ke_hoach_nam": MailKind("Kế hoạch", Addressee.RECIPIENTS, r"ke_hoach_nam_\d{4}.*"),
    "cong_van_don_doc": MailKind("Công văn", Addressee.UNITS, r"cong_van_don_doc_.*"),
    "cong_van_giai_trinh": MailKind("Công văn", Addressee.UNITS, r"cong_van_giai_trinh_.*"),
}

_HEAD = 150  # lines within which heading, title and "Kính gửi" stand
_MOST_LINES = 100_000  # of a document: some thousand pages
_LONGEST_TITLE = 500  # characters
_LONGEST_NAME = 200
_MOST_NAMES = 30
_MOST_OPEN = 1_000
_DROPPED = {"Cc", "Cf", "Cs"}  # control and format characters, halves of surrogate pairs
_BULLETS = "-–—+•* "

_LETTER = "Công văn"
_ABOUT_FOLDED = re.compile(r"v\s*/\s*v\b.*")
_ADDRESSED = re.compile(r"kính\s+gửi\b\s*(?P<colon>:?)\s*(?P<first>.*)", re.IGNORECASE)
_BODY_FOLDED = re.compile(r"(?:căn cứ|thực hiện|theo|trên cơ sở)\b.*")
_DRAFT = re.compile(rf"\W*(?:{DRAFT_MARK}\b.*|(?i:{DRAFT_MARK}(?:\s+lần\b.{{0,12}})?)\W*)")
_SAMPLE = re.compile(rf"\W*{SAMPLE_MARK}\b.*")
_DRAFT_FILE, _SAMPLE_FILE = re.compile(r"^du_thao_"), re.compile(r"_so_lieu_mau(?=$|-\d+$)")
_BRACKETED = re.compile(r"\[[^\[\]]{1,120}\]")
_TO_BE_WRITTEN = re.compile(r"[^\W\d_]|…|\.{3}")  # in brackets: "[1]" and "[ ]" are no gaps
_DOTTED = re.compile(r"…{2,4}|\.{6,12}")

_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
# What a drawing says, once more for old programs.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARACTERS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


class MailedDocument(NamedTuple):
    """A document to be sent, with what it tells of itself.

    Attributes:
        content: the file's bytes.
        ending: `.docx` or `.pdf`; of a PDF the file name alone was looked at.
        name: the file's name without its ending.
        kind: None where it is none of those that this program writes, as far as can be told.
        title: type and subject: "Báo cáo kết quả…", "Công văn V/v…".
        addressees: the names behind its "Kính gửi", without marks.
        author: as its properties name it; in our documents the body whose document it is.
        draft: whether it calls itself DỰ THẢO.
        sample: whether it calls its figures SỐ LIỆU MẪU.
        open_places: each text in brackets and each dotted gap that is still to be written.
    """

    content: bytes
    ending: str
    name: str
    kind: MailKind | None
    title: str
    addressees: tuple[str, ...] = ()
    author: str = ""
    draft: bool = False
    sample: bool = False
    open_places: tuple[str, ...] = ()


def open_document(path: Path) -> MailedDocument:
    """Read a Word file or a PDF from disk.

    Raises:
        UnusableInputError: it is not there, or as `read_document` says.
    """
    with refusing(path.name, opening_vi.WHY):
        content = read_file(path)
    return read_document(path.name, content)


def read_document(file: str, content: bytes) -> MailedDocument:
    """Return what a file tells of itself; `file` is its name.

    Raises:
        UnusableInputError: it is no Word file and no PDF, or a damaged, protected or unsafe
            one; the sentence says what it is and what to do.
    """
    path = PurePath(file)
    ending = PDF if path.suffix.lower() == PDF and content.startswith(b"%PDF") else WORD
    name = path.stem if path.suffix.lower() == ending else path.name
    parts = _Parts() if ending == PDF else _parts(file, content)
    lines = islice(chain.from_iterable(map(_lines, parts.main)), _MOST_LINES)
    head = [line._replace(text=cleaned(line.text)) for line in islice(lines, _HEAD)]
    marks = [parts.properties.get("contentStatus", ""), *_page_marks(parts.headers)]
    kind = _kind(parts.properties.get("category", ""), name)
    type_name, subject = _subject(head)
    if not subject:
        type_name = kind.type_name if kind else ""
        subject = cleaned(parts.properties.get("title", "")) or _title_of_file(name)
    return MailedDocument(
        content, ending, name, kind, _titled(type_name, subject), _addressees(head),
        cleaned(parts.properties.get("creator", "")),
        _is(_DRAFT, DRAFT_MARK, head, marks) or bool(_DRAFT_FILE.search(plain(name))),
        _is(_SAMPLE, SAMPLE_MARK, head, marks) or bool(_SAMPLE_FILE.search(plain(name))),
        tuple(islice(_open_places(chain(head, lines)), _MOST_OPEN)),
    )  # fmt: skip


def cleaned(text: str) -> str:
    """Return a text in NFC on one line: no control or format characters, single spaces."""
    kept = (one for one in text if one.isspace() or unicodedata.category(one) not in _DROPPED)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


# --- the file ------------------------------------------------------------------------------


class _Parts(NamedTuple):
    """The parts of a Word file that are read here; `main` has one, of a PDF none."""

    main: Sequence[etree._Element] = ()
    headers: Sequence[etree._Element] = ()
    properties: Mapping[str, str] = {}


def _parts(file: str, content: bytes) -> _Parts:
    """Open a Word file with limits.

    Raises:
        UnusableInputError: it is no .docx, or a damaged, protected or unsafe one.
    """
    package = read_package(file, content)
    headers = [package.parts[name] for name in package.kinds.get("header", ())]
    return _Parts([package.main], headers, core_properties(content))


class _Line(NamedTuple):
    """A line of a document, with the number, the style and the alignment of its paragraph."""

    text: str
    paragraph: int
    format: tuple[str, ...]


def _lines(root: etree._Element) -> Iterator[_Line]:
    """Yield the lines of a part in their order; a line break ends one too."""
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        found = (paragraph.find(f"{W}pPr/{W}{name}") for name in ("pStyle", "jc"))
        own = tuple("" if one is None else one.get(f"{W}val", "") for one in found)
        yield from (_Line(text, number, own) for text in _text(paragraph).split("\n"))


def _text(paragraph: etree._Element) -> str:
    """Return what is printed of a paragraph, with its line breaks."""
    pieces = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.tag in _CHARACTERS:
            pieces.append(_CHARACTERS[element.tag])
        elif element.tag != f"{W}p":  # of a text box: it comes on its own
            waiting.extend(reversed(element))
    return "".join(pieces)


# --- what it says --------------------------------------------------------------------------


def _kind(category: str, name: str) -> MailKind | None:
    """Return the kind that the properties name, else the one that the file name tells."""
    file = _DRAFT_FILE.sub("", plain(name))
    told = (one for one in KINDS.values() if re.fullmatch(one.file_names, file))
    return KINDS.get(category.strip()) or next(told, None)


def _subject(head: Sequence[_Line]) -> tuple[str, str]:
    """Return type and subject as they stand above "Kính gửi", "" where there is none.

    "V/v" makes a letter only with "Kính gửi" below it: minutes may have it too.
    """
    addressed = (place for place, one in enumerate(head) if _addressed_to(one.text) is not None)
    end = next(addressed, None)
    for place, line in enumerate(head[:end]):
        folded = fold(line.text)
        if end is not None and _ABOUT_FOLDED.fullmatch(folded):
            same = (one for one in head[place:] if one.paragraph == line.paragraph)
            return _LETTER, _joined(same)
        if folded in TYPES_FOLDED and line.text.isupper():
            return TYPES_FOLDED[folded].capitalize(), _joined(head[place + 1 : end])
    return "", ""


def _joined(lines: Iterable[_Line]) -> str:
    """Return the first text of these lines: all of a paragraph, and of those formatted alike."""
    joined: list[_Line] = []
    for line in lines:
        same = not joined or line.paragraph == joined[-1].paragraph
        alike = any(line.format) and joined and line.format == joined[0].format
        if joined and not (line.text and (same or alike)):
            break
        joined += [line] * bool(line.text)
    return " ".join(line.text for line in joined)


def _title_of_file(name: str) -> str:
    """Return a file's name as words, without the marks of drafts and samples."""
    bare = _SAMPLE_FILE.sub("", re.sub(r"(?i)^du_thao_", "", name))
    return cleaned(bare.replace("_", " "))


def _titled(type_name: str, subject: str) -> str:
    """Put the type before the subject, unless that begins with it."""
    subject = shorten(subject, _LONGEST_TITLE)
    if not type_name or plain(subject).startswith(plain(type_name)):
        return subject
    # An abbreviation keeps its capital.
    return f"{type_name} {lower_first(subject) if subject[1:2].islower() else subject}"


def _addressed_to(text: str) -> str | None:
    """Return what follows "Kính gửi" on its line, None where the line is none of it."""
    match = _ADDRESSED.fullmatch(text)
    if match is None:
        return None
    first: str = match["first"]
    return first if match["colon"] or not first or first[0].isupper() else None


def _addressees(head: Sequence[_Line]) -> tuple[str, ...]:
    """Return the names behind "Kính gửi": on its line, or one a line below it."""
    texts = iter([line.text for line in head])
    first = next((one for text in texts if (one := _addressed_to(text)) is not None), None)
    if first is None:
        return ()
    names = _names(first)
    listed = not names or first.endswith(";") or first[0] in _BULLETS
    ended = not listed or first.endswith(".")
    for text in () if ended else texts:
        bare = fold(text.strip(_BULLETS))
        if not bare and not names:
            continue
        goes_on = listed or text[:1] in tuple(_BULLETS)
        if not bare or not goes_on or len(bare) > _LONGEST_NAME or _BODY_FOLDED.fullmatch(bare):
            break
        names += _names(text)
        if text.endswith("."):
            break
        listed = text.endswith(";")
    return tuple(names[:_MOST_NAMES])


def _names(text: str) -> list[str]:
    found = (one.strip(_BULLETS).rstrip(";., ") for one in text.split(";"))
    return [shorten(one, _LONGEST_NAME) for one in found if one]


def _page_marks(headers: Iterable[etree._Element]) -> Iterator[str]:
    """Yield what stands at the head of the pages, and behind their text (a watermark)."""
    for header in headers:
        yield from (line.text for line in _lines(header))
        yield from (one.get("string", "") for one in header.iter(_WATERMARK))


def _is(line: re.Pattern[str], mark: str, head: Iterable[_Line], marks: Iterable[str]) -> bool:
    """Tell whether a line of the heading matches, or the mark stands in one of the marks."""
    return any(mark in cleaned(one).upper() for one in marks) or any(
        line.fullmatch(one.text) for one in head
    )


def _open_places(lines: Iterable[_Line]) -> Iterator[str]:
    for line in lines:
        found = map(re.Match.group, _BRACKETED.finditer(line.text))
        yield from (cleaned(one) for one in found if _TO_BE_WRITTEN.search(one))
        if gap := _DOTTED.search(line.text):
            yield " ".join(line.text[max(0, gap.start() - 60) : gap.end()].split()[-4:])
