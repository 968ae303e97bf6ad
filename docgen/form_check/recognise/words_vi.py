"""The words by which a document's components are told apart, as the decree spells them.

Patterns that end in `_FOLDED` meet texts that went through `text_vi.fold` (one case, one
dash, one placement of the tone); the others meet texts as they stand, in NFC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.shared.decree import TYPE_CODES
from workbook.domain.text_vi import fold

TYPES_FOLDED = {fold(name): name for name in TYPE_CODES}
# With the texts that a decision issues and that are no type of document themselves.
TITLES_FOLDED = TYPES_FOLDED | {
    fold(name): name
    for name in ("ĐIỀU LỆ", "NỘI QUY", "QUY TRÌNH", "BỘ QUY TẮC ỨNG XỬ", "DANH MỤC", "DANH SÁCH")
}
MIXED_CODES = frozenset(code for code in TYPE_CODES.values() if code != code.upper()) | {"TrS"}
# A công văn has no code of a type; these are no agency's either.
NO_LETTER_CODES = frozenset({"CV", "BC", "KH", "TB", "TTR", "QĐ", "NQ", "CTR", "BB", "GM"})
LETTER, MINUTES, TELEGRAM = "công văn", "BIÊN BẢN", "CÔNG ĐIỆN"
# The samples of Phụ lục III that lack a component, or have it in a form of their own.
NO_ABSTRACT = ("GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "GIẤY ỦY QUYỀN", "PHIẾU GỬI",
               "PHIẾU CHUYỂN", "PHIẾU BÁO")  # fmt: skip
NO_AS_ABOVE = ("GIẤY GIỚI THIỆU", "GIẤY MỜI", TELEGRAM)
ISSUING = {"QUYẾT ĐỊNH", "NGHỊ QUYẾT"}  # whose annexes may belong to what they issue
REPORTS_UP = ("BÁO CÁO", "TỜ TRÌNH")  # II.9.b: Kính gửi when sent to a higher body

# With any marks: one that is wrong makes it no other line.
MOTTO_FOLDED = re.compile(r"c[oôộồốổỗ]ng ho[aàáảãạ] x[aàáảãạ] h[oọôộồốổỗơợ]i.{0,30}")
SLOGAN_FOLDED = re.compile(r".{0,12}tự do.{1,9}phúc\W*|độc lập\b.{1,24}")
NUMBER_FOLDED = re.compile(r"số\s*[:./\d…].{0,60}|số\s+.{0,30}/.{0,30}")
DATE_FOLDED = re.compile(
    r"(?!.*kèm theo)(?:.{0,50}\bngày\b.{0,15}\btháng\b.{0,20}|.{1,50},\s*ngày\b.{0,20})"
)
SUBJECT_FOLDED = re.compile(r"v\s*/\s*v\b.*|(?:về )?(?:việc|v/v)\b.*")
ADDRESSEE_FOLDED = re.compile(r"kính gửi\b.*")
TELEGRAM_FOLDED = re.compile(r".{3,120}\bđiện\s*:")
LEGAL_BASIS_BEGUN = re.compile(r"(?:-\s*)?(?:căn cứ|theo đề nghị|xét)\b")
LEGAL_BASIS_FOLDED = re.compile(LEGAL_BASIS_BEGUN.pattern + r".*[;.,]")
RECIPIENTS_FOLDED = re.compile(r"nơi nhận\b.{0,90}")
AS_ABOVE_FOLDED = re.compile(r"-?\s*như trên\b.*")
ANNEX_FOLDED = re.compile(r"phụ lục(?: số)?(?: ?(?P<number>[ivxlc]+|\d+|[a-z]))?(?P<rest>\W.*)?")
ATTACHED_FOLDED = re.compile(r"\(?\s*(?:ban hành )?kèm theo\b.*")
ATTACHED_TO_FOLDED = re.compile(rf"\(?\s*kèm theo ({'|'.join(TYPES_FOLDED)})\b")
ISSUED_WITH_FOLDED = re.compile(r"\(?\s*(?:ban hành )?kèm theo (?:quyết định|nghị quyết)\b.*")
ANNEX_POINTED_FOLDED = re.compile(r"\bphụ lục\b")
NOTE_FOLDED = re.compile(r"(?:\(?\*+\)?|ghi chú|nguồn|lưu ý|chú thích)\W?.*")
MARK_FOLDED = re.compile(r"(?:dự thảo|mật|tối mật|tuyệt mật|khẩn|thượng khẩn|hoả tốc)\b.{0,40}")

# A row of characters typed as a line, at most a hundred: dashes, stars, o0o.
TYPED_LINE = re.compile(
    r"(?!.{101})[\s_─—–*=~-]*(?:_{2,}|-{2,}|─{2,}|—{2,}|\*{3,}|[oO0]{3})[\s_─—–*=~-]*"
)
# Blanks that part two columns; blanks left open for a number or a day do not.
HEADING_GAP = re.compile(r"(?i)(?<!\s)\s{3,}(?=cộng h|độc lập|[^\W\d_][^/\d]{0,50}?,?\s*ngày\b)")
COLUMN_GAP = re.compile(r"[\t\v]+|(?<=\S)[ \u00a0]{4,}(?=\S)")

NUMBER = re.compile(r"Số(?P<colon>\s*:)?\s*(?P<number>\d*)[\s.…_]*(?P<slash>/?)(?P<sign>.*)")
_GROUP = r"(?:[^\W\d_][\w&]*|\[[^\[\]]+\])"  # letters, or a place left open in brackets
SIGN = re.compile(rf"\s*{_GROUP}(?:-{_GROUP})*")
DATE = re.compile(
    r"(?i)(?P<place>.+?)(?P<comma>,?)\s+ngày(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)"
)
DATE_PART = re.compile(r"\d{1,4}|\d{0,3}[\s.…_/]*")  # digits, or left open
YEAR = re.compile(r"\d{4}|20\d?|(?:\d{0,3}[\s.…_/]+)?")
SHORT_PLACE = re.compile(r"(?:TP|Tp|TX|TT|[PQHXT])\s?\.|(?:TP|TX)\b")
PAGE_FOLDED = re.compile(r"\b(?:trang|page)\b")
SUBJECT = re.compile(r"V/v\s.+", re.DOTALL)
ADDRESSEE = re.compile(r"Kính gửi:\s*(?P<name>.*)", re.DOTALL | re.IGNORECASE)
# Bodies written with a capital: "Sở Y tế, Sở Nội vụ" are two, "các sở, ban, ngành" one group.
SEVERAL = re.compile(
    r";\s*\S|(?:,|\bvà)\s+(?:Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội|Phòng|Trường|Ban|Công an|Trạm|"
    r"Đảng ủy|Đảng uỷ|Văn phòng|Chi cục|Ông|Bà)\b"
)
RECIPIENTS = "Nơi nhận:"
LISTED = re.compile(r"-\s*\S.*", re.DOTALL)
LISTED_AMONG = re.compile(r"-\s*\S.*;", re.DOTALL)
AS_ABOVE = re.compile(r"-\s*Như trên;")
KEPT = re.compile(r"-\s*Lưu: VT(?:, ?\S.*)?\.", re.DOTALL)
ATTACHED = re.compile(r"\(Kèm theo .+\)", re.DOTALL)
ENDING = "./."
ABBREVIATED = re.compile(r"UBND\b|HĐND\b")

ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
ROMAN_NUMERAL = re.compile(ROMAN)
CHAPTER = re.compile(
    r"(?i)(?:(?P<big>phần|chương)|mục|tiểu mục)\s+(?P<numeral>[\divxlc]+)(?P<mark>[.:]?)"
)
# "V/v" is no Roman five.
ROMAN_HEADING = re.compile(rf"(?![Vv]\s?/\s?[Vv]\b){ROMAN}(?P<mark>\s*[.)/:\-–])\s*\D.*", re.DOTALL)
CHAPTER_RUN_ON = re.compile(rf"(?:phần|chương)\s+(?:{ROMAN}|\d+)[.:\s–-]+\S.*", re.IGNORECASE)
CLAUSE_HEADING = re.compile(r"\d{1,2}(?P<mark>(?:\.\d{1,2})*\s*[.)/:\-–]?)\s+\D.*", re.DOTALL)
ARTICLE = re.compile(rf"Điều\s+(?P<numeral>\d+|{ROMAN}\b)\s?(?P<mark>\W?).*", re.DOTALL)
BEHIND_NUMBER = re.compile(r"(?<=[\dIVX])(?![\dIVX])")
POINT = re.compile(r"[a-zđăâêôơư](?P<mark>\s*[.)/])\s+\S.*", re.DOTALL)
# What a line is numbered by, of any kind; "1.1." and "1.000" are counted by none.
NUMBERED = re.compile(
    rf"(?:(?P<word>Điều|(?i:phần|chương|mục|tiểu mục))\s+)?(?P<numeral>{ROMAN}|\d+|[a-zđăâêôơư])"
    r"(?!\.?\d)(?P<mark>\s*[.)/:\-–](?!\d))?"
)
QUOTE = re.compile('["“”]')
LETTERED = re.compile(r"[A-ZĐ][.)/]\s")

AUTHORITY = re.compile(
    r"(?i)(?P<code>T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|T\s?[./]?\s?U\s?[./]?\s?Q|Q)\s?[.,/]?\s*"
    r"(?=ỦY|UỶ|UBND|CHỦ|HỘI|BAN|GIÁM|TRƯỞNG|HIỆU|CHÁNH|BỘ|CỤC|THỦ|TỔNG|PHÓ|BÍ|VIỆN|ĐỘI)"
)
AUTHORITY_CODE = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. (?=\S)")
FOR_THE_HEAD = re.compile(r"(?:KT|TL|TUQ|TM)\.", re.IGNORECASE)
DEPUTY_FOLDED = re.compile(r"phó (?:chủ tịch|trưởng|giám đốc|chánh|hiệu)\b.*")
OFFICE_FOLDED = re.compile(
    r"\[?\b(?:chủ tịch|trưởng|giám đốc|hiệu trưởng|chánh|phó|bí thư|thư ký|uỷ viên|cục|chỉ huy"
    r"|uỷ ban|hội đồng|ubnd|quyền hạn|chức vụ|chủ toạ|chủ trì|đại diện)\b"
)
OFFICE_LINE = re.compile(
    r"(?:phó )?(?:chủ tịch|.{0,3}trưởng (?:phòng|ban|công an|trạm)|giám đốc|hiệu trưởng)\b.*"
)
# Who signs minutes: offices of a meeting, beside each other.
MEETING_FOLDED = re.compile(r"(?:thư ký|chủ toạ|chủ trì|người ghi biên bản)\b.*")
NAME = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,6}[^\W\d_][\w'’-]*")
DRAFTER = re.compile(r"[^\W\d_]{1,6}(?:[.,]\s?|\s)?\(?\d{1,4}\)?\.?")
TITLED_NAME = re.compile(
    r"\W*(?:Ông (?!Thị|Văn)\S+ \S+ \S|Bà \S|"
    r"(?:PGS|GS|TS|ThS|Ths|BS|Bs|DS|KS|Ks|CN|CK\s?I{1,2}|BSCKI{0,2}|NGƯT|NGND|NSND|NSƯT"
    r"|TTƯT|TTND)\s*[.\s]|(?:Phó )?[Gg]iáo sư|[Tt]iến [sS]ĩ|[Tt]hạc [sS]ĩ|[Bb]ác sĩ|[Kk]ỹ sư"
    r"|[Cc]ử nhân|[Nn]hà giáo|[Tt]hầy thuốc|[Aa]nh hùng|[Nn]ghệ sĩ)",
)

# "[1]" and "[ ]" are no places to fill in: there are letters or dots in one.
_BRACKETED = re.compile(r"\[(?=[^\[\]]*?(?:[^\W\d_]|…|\.{3}))[^\[\]]{1,160}\]")
_DOTTED = re.compile(r"…{2,4}|\.{6,12}")
# What machines leave behind. `nan` is a Vietnamese word too (gian nan): alone only.
LEFTOVERS = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{\{|\}\}|\{%|%\}"
    r"|(?<![\w])(?:None|NaN|undefined|NaT)(?![\w])"
    r"|(?:^|[:=(/]\s*)nan(?=\s*(?:[%‰/);]|\.?\s*$))"
    r"|#{3,}|#(?:REF|N/A|DIV/0|VALUE|NAME\?|NUM|NULL)!?"
    r"|Error! (?:Reference|Bookmark)|Lỗi! Không tìm thấy|\ufffd|[Ll]orem ipsum"
)


def open_places(text: str) -> Iterator[str]:
    """Yield the places of a text that its writer was to fill in: "[số, ký hiệu]", "ngày ……"."""
    for line in text.split("\n"):
        yield from (" ".join(place.split()) for place in _BRACKETED.findall(line))
        if gap := _DOTTED.search(line):
            yield " ".join(line[max(0, gap.start() - 60) : gap.end()].split()[-4:])
