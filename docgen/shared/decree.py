"""The one table of the decree's numbers, letters and codes of document types.

Source: Decree 30/2020/NĐ-CP, Phụ lục I, part I, and Phụ lục III. Clauses: `II.5.b` is section
II of that part, item 5, point b; `V.6.b` line 6b of the table of its section V; `PL3.I` section
I of Phụ lục III; `D12.2` item 2 of article 12. What our own documents choose inside these
ranges stands in `docgen.shared.typography`.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

Range = tuple[float, float]

FONT = "Times New Roman"  # I.4
PAGE_MM: Range = (210, 297)  # I.1
MARGINS_MM = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}  # I.3
INDENTS_MM: Range = (10, 12.7)  # II.6.e: one of the two
PARAGRAPH_GAP_PT = 6  # II.6.e: at least
LINE_SPACING: Range = (1, 1.5)  # II.6.e, in single lines
SUBJECT_GAP_PT = 6  # II.5.b: between số, ký hiệu and V/v
SHORT_LINE: Range = (1 / 3, 1 / 2)  # II.2.b, II.5.b: of the text above
FULL_LINE: Range = (1, 1)  # II.1.b
LEADING_ZERO_NUMBER = 10  # II.3.c: below it a zero goes before the number
LEADING_ZERO_DAY = 10  # II.4.b: days below it
LEADING_ZERO_MONTHS = (1, 2)  # II.4.b: these months only
LETTERS = "abcdđeghiklmnopqrstuvxy"  # II.6.đ: the order of điểm

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # II.1.a
SLOGAN = "Độc lập - Tự do - Hạnh phúc"  # II.1.b
# Phụ lục III, section I: what stands before the agency in a document's number.
TYPE_CODES = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QyĐ", "THÔNG CÁO": "TC", "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD",
    "CHƯƠNG TRÌNH": "CTr", "KẾ HOẠCH": "KH", "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA",
    "DỰ ÁN": "DA", "BÁO CÁO": "BC", "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr", "HỢP ĐỒNG": "HĐ",
    "CÔNG ĐIỆN": "CĐ", "BẢN GHI NHỚ": "BGN", "BẢN THỎA THUẬN": "BTT",
    "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM", "GIẤY GIỚI THIỆU": "GGT",
    "GIẤY NGHỈ PHÉP": "GNP", "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC", "PHIẾU BÁO": "PB",
}  # fmt: skip

PAGE, ORIENTATION, MARGINS, TYPEFACE, NUMBERING = "I.1", "I.2", "I.3", "I.4", "I.7"
BEFORE_SIGNING = "D12.2"  # whoever checks the form before signing answers for it


class ComponentFormat(NamedTuple):
    """The format of one component; None is where the decree leaves it open."""

    code: str  # begins the codes of findings on it
    clause: str
    sizes: Range  # in points
    bold: bool | None = False
    italic: bool | None = False
    capitals: bool | None = None  # True: capitals alone, False: ordinary letters
    centred: bool = False


class Component(ComponentFormat, Enum):
    """The components of a document, each with its format; sizes as in sections II, III and V."""

    # Capitals None: the decree leaves them open, or a check of the wording sees to them.
    MOTTO = ComponentFormat("QG", "II.1.a", (12, 13), bold=True, capitals=True, centred=True)
    SLOGAN = ComponentFormat("TN", "II.1.b", (13, 14), bold=True, capitals=False, centred=True)
    SUPERIOR = ComponentFormat("CQ", "II.2.b", (12, 13), capitals=True, centred=True)
    ISSUER = ComponentFormat("BH", "II.2.b", (12, 13), bold=True, capitals=True, centred=True)
    NUMBER = ComponentFormat("SO", "II.3.c", (13, 13), centred=True)
    DATE = ComponentFormat("DD", "II.4.c", (13, 14), italic=True, centred=True)
    TITLE = ComponentFormat("TL", "II.5.b", (13, 14), bold=True, capitals=True, centred=True)
    ABSTRACT = ComponentFormat("TY", "II.5.b", (13, 14), bold=True, capitals=False, centred=True)
    SUBJECT = ComponentFormat("VV", "II.5.b", (12, 13), centred=True)
    ADDRESSEE = ComponentFormat("KG", "II.9.d", (13, 14), capitals=False)
    LEGAL_BASIS = ComponentFormat("CC", "II.6.a", (13, 14), bold=None, italic=True)
    BODY = ComponentFormat("ND", "II.6.e", (13, 14), bold=None)
    CHAPTER = ComponentFormat("PH", "II.6.đ", (13, 14), bold=True, centred=True)
    ROMAN = ComponentFormat("MU", "V.6.b", (13, 14), bold=True, capitals=True)
    ARTICLE = ComponentFormat("DU", "II.6.đ", (13, 14), bold=True)
    CLAUSE = ComponentFormat("KH", "II.6.đ", (13, 14), bold=None, capitals=False)
    POINT = ComponentFormat("DI", "II.6.đ", (13, 14), bold=None)
    AUTHORITY = ComponentFormat("QN", "II.7.đ", (13, 14), bold=True, capitals=True, centred=True)
    SIGNER = ComponentFormat("HT", "II.7.đ", (13, 14), bold=True, capitals=False, centred=True)
    RECIPIENTS = ComponentFormat("NN", "II.9.d", (12, 12), bold=True, italic=True)
    RECIPIENT = ComponentFormat("DS", "II.9.d", (11, 11))
    DRAFTER = ComponentFormat("NS", "III.3", (11, 11), capitals=True)
    ANNEX = ComponentFormat("PL", "III.1.b", (14, 14), bold=True, capitals=False, centred=True)
    ANNEX_NAME = ComponentFormat("TP", "III.1.b", (13, 14), bold=True, capitals=True, centred=True)
    ATTACHED = ComponentFormat("KT", "III.1.c", (13, 14), bold=None, italic=True, centred=True)
    PAGE_NUMBER = ComponentFormat("ST", "I.7", (13, 14))
