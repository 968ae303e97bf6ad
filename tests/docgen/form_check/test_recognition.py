"""How components are told apart where a document is not laid out as ours are."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.form_check.checking import check_package
from docgen.form_check.opening import read_package
from docgen.form_check.reading.document import drawn_lines
from docgen.form_check.reading.model import Cell, Paragraph, ParagraphFormat, Run, RunFormat
from docgen.form_check.recognise.closing import find_closing
from docgen.form_check.recognise.heading import find_heading
from docgen.form_check.recognise.words_vi import LEFTOVERS
from docgen.shared.decree import Component
from docgen.shared.typography import text_width
from tests.docgen.form_check import drafts
from tests.docgen.form_check.draft import Draft, Edit, element
from tests.docgen.form_check.drafts import codes
from tests.docgen.form_check.writers import paragraph
from workbook.domain.errors import UnusableInputError

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741


def line(text: str, *, bold: bool = False, align: str = "left") -> Paragraph:
    """A paragraph outside tables."""
    return Paragraph((Run(text, RunFormat(bold=bold, size=14)),), ParagraphFormat(align=align))


BY_TABS = [
    line("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True),
    line("PHƯỜNG BẾN ĐÒ\tĐộc lập - Tự do - Hạnh phúc", bold=True),
    line("Số: 05/BC-UBND\tBến Đò, ngày 05 tháng 01 năm 2026"),
    line("BÁO CÁO", bold=True, align="center"),
    line("Kết quả năm 2025", bold=True, align="center"),
    line("Kính gửi: Ủy ban nhân dân thành phố", align="center"),
    line("Ủy ban nhân dân phường báo cáo như sau./."),
    line("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN"),
    line("- Như trên;\tCHỦ TỊCH"),
    line("- Lưu: VT."),
    line("\tTrần Thị Bình"),
]


def test_a_heading_laid_out_by_tabs_is_recognised() -> None:
    heading = find_heading(BY_TABS)
    said = {
        part.name: [one.line for one in lines] for part, lines in heading.lines.items() if lines
    }
    assert said == {
        "ISSUER": ["ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN ĐÒ"],
        "MOTTO": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        "SLOGAN": ["Độc lập - Tự do - Hạnh phúc"],
        "NUMBER": ["Số: 05/BC-UBND"],
        "DATE": ["Bến Đò, ngày 05 tháng 01 năm 2026"],
        "TITLE": ["BÁO CÁO"],
        "ABSTRACT": ["Kết quả năm 2025"],
        "ADDRESSEE": ["Kính gửi: Ủy ban nhân dân thành phố"],
    }
    assert (heading.kind, heading.end) == ("BÁO CÁO", 6)


def test_a_closing_laid_out_by_tabs_is_recognised() -> None:
    closing = find_closing(BY_TABS, 6)
    assert (closing.start, closing.end) == (7, 11)
    assert [one.line for one in closing.listed] == ["- Như trên;", "- Lưu: VT."]
    (signature,) = closing.signatures
    assert [one.line for one in signature.offices] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert signature.name is not None
    assert signature.name.line == "Trần Thị Bình"


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("[QUYỀN HẠN, CHỨC VỤ]", "[Họ và tên người ký]"),
        ("[CHỨC VỤ]", "[Họ tên]"),
        ("[Chức vụ người ký]", "……………"),
        ("CHỦ TỊCH", "[Họ tên]"),
    ],
)
def test_a_table_below_a_signature_that_is_left_open_is_none_of_it(office: str, name: str) -> None:
    cells = [Cell(0, 0, column, 80) for column in (0, 1, 1)]
    block = [
        replace(line(text), cell=cell)
        for text, cell in zip(("Nơi nhận:", office, name), cells, strict=True)
    ]
    below = replace(line("DANH SÁCH"), cell=Cell(1, 0, 0, 160))
    closing = find_closing([line("Hết./."), *block, line("DANH SÁCH LỖI"), below], 0)
    (signature,) = closing.signatures
    assert ([one.line for one in signature.offices], signature.name) == ([office], block[2])
    assert [one.line for one in closing.behind] == ["DANH SÁCH LỖI", "DANH SÁCH"]


@pytest.mark.parametrize(
    ("agency", "superior"),
    [
        (["ỦY BAN NHÂN DÂN*", "PHƯỜNG BẾN ĐÒ*"], []),
        (["UBND PHƯỜNG BẾN ĐÒ", "PHÒNG VĂN HÓA - XÃ HỘI*"], ["UBND PHƯỜNG BẾN ĐÒ"]),
        (["UBND PHƯỜNG BẾN ĐÒ*", "PHÒNG VĂN HÓA - XÃ HỘI*"], ["UBND PHƯỜNG BẾN ĐÒ"]),
        (["UBND PHƯỜNG BẾN ĐÒ", "PHÒNG VĂN HÓA"], ["UBND PHƯỜNG BẾN ĐÒ"]),
        (["ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN ĐÒ"], []),
        (["SỞ Y TẾ", "TRẠM Y TẾ", "PHƯỜNG BẾN ĐÒ*"], ["SỞ Y TẾ", "TRẠM Y TẾ"]),
        (["TRẠM Y TẾ"], []),
    ],
)
def test_the_superior_s_name_is_light_or_abbreviated(
    agency: list[str], superior: list[str]
) -> None:
    lines = [line(one.rstrip("*"), bold=one.endswith("*")) for one in agency]
    heading = find_heading([*lines, line("Số: 05/BC-UBND"), line("BÁO CÁO", align="center")])
    assert [one.line for one in heading.lines[Component.SUPERIOR]] == superior


@pytest.mark.parametrize(
    ("drawing", "lengths"),
    [
        (f'<wp:anchor xmlns:wp="{WP}"><wp:extent cx="1080000" cy="0"/><a:prstGeom xmlns:a="{A}" '
         'prst="line"/></wp:anchor>', [30]),
        (f'<wp:inline xmlns:wp="{WP}"><wp:extent cx="360000" cy="0"/><a:prstGeom xmlns:a="{A}" '
         'prst="straightConnector1"/></wp:inline>', [10]),
        (f'<wp:inline xmlns:wp="{WP}"><wp:extent cx="360000" cy="0"/><a:prstGeom xmlns:a="{A}" '
         'prst="rect"/></wp:inline>', []),
        (f'<wp:inline xmlns:wp="{WP}"><wp:extent cx="360000" cy="0"/><x xmlns:a="{A}"><a:prstGeom '
         'prst="line"/><a:ln><a:noFill/></a:ln></x></wp:inline>', []),
        (f'<v:line xmlns:v="{V}" from="0,0" to="72pt,0"/>', [25.4]),
        (f'<v:line xmlns:v="{V}"/>', [None]),
        (f'<v:shape xmlns:v="{V}" type="#_x0000_t32" style="position:absolute;width:2cm"/>', [20]),
        (f'<v:rect xmlns:v="{V}" xmlns:o="{O}" o:hr="t" style="width:0;height:1.5pt"/>', [0]),
        (f'<v:shape xmlns:v="{V}" type="#_x0000_t202" style="width:2cm"/>', []),
    ],
)  # fmt: skip
def test_straight_lines_are_told_with_their_length(
    drawing: str, lengths: list[float | None]
) -> None:
    found = list(drawn_lines(element(f"<w:drawing>{drawing}</w:drawing>")))
    assert [None if one is None else round(one, 1) for one in found] == lengths


def _shape(draft: Draft, start: str, emu: int) -> None:
    """Draw a line from a paragraph, as Word's Insert, Shapes does."""
    draft.add_to(
        start,
        f'<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
        f'compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wp:anchor xmlns:wp="{WP}">'
        f'<wp:extent cx="{emu}" cy="0"/><a:prstGeom xmlns:a="{A}" prst="line"/></wp:anchor>'
        f'</w:drawing></mc:Choice><mc:Fallback><w:pict><v:line xmlns:v="{V}"/></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>",
    )


def _drawn_instead(style: str, start: str, millimetres: int) -> Edit:
    def edit(draft: Draft) -> None:
        for one in list(draft.body.iter("{*}pStyle")):
            if style in one.values():
                gone = next(one.iterancestors("{*}p"))
                next(gone.iterancestors()).remove(gone)
        _shape(draft, start, millimetres * 36_000)

    return edit


@pytest.mark.parametrize(
    ("edit", "wanted"),
    [
        (_drawn_instead("Ke1", "Độc lập", 60), []),
        (_drawn_instead("Ke1", "Độc lập", 30), ["TN10"]),
        (_drawn_instead("Ke2", "PHƯỜNG BẾN ĐÒ", 18), []),
        (_drawn_instead("Ke2", "Số:", 18), []),  # drawn from another line of the block
        (_drawn_instead("Ke3", "Kết quả thực hiện", 60), []),
        (lambda draft: draft.stand("Độc lập", '<w:pBdr><w:bottom w:val="single"/></w:pBdr>',
                                   '<w:ind w:left="1190" w:right="1190"/>'), []),
    ],
    ids=["tiêu ngữ", "ngắn", "cơ quan", "neo ở dòng khác", "trích yếu", "viền dưới của đoạn"],
)  # fmt: skip
def test_a_line_may_be_drawn_in_any_way(edit: Edit, wanted: list[str]) -> None:
    draft = Draft(drafts.report())
    edit(draft)
    assert codes(draft.bytes()) == wanted


_PAGE = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
_FIELD = "".join(
    f"<w:r>{one}</w:r>" for one in (
        '<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PA</w:instrText>",
        "<w:instrText>GE \\* MERGEFORMAT </w:instrText>", '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>", '<w:fldChar w:fldCharType="end"/>',
    )
)  # fmt: skip
_BEGIN, _INSTRUCTION, _SEPARATE, _END = (
    '<w:fldChar w:fldCharType="begin"/>', "<w:instrText>PAGE</w:instrText>",
    '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>',
)  # fmt: skip
# As python-docx and others write it: Word has yet to count, or all lies in one run.
_UNCOUNTED = {
    "chưa có kết quả": "".join(f"<w:r>{one}</w:r>" for one in (_BEGIN, _INSTRUCTION, _END)),
    "chưa có kết quả, một đoạn chữ": f"<w:r>{_BEGIN}{_INSTRUCTION}{_END}</w:r>",
    "kết quả trống": f"<w:r>{_BEGIN}{_INSTRUCTION}{_SEPARATE}</w:r><w:r>{_END}</w:r>",
    "một đoạn chữ": f"<w:r>{_BEGIN}{_INSTRUCTION}{_SEPARATE}<w:t>2</w:t>{_END}</w:r>",
    "trường đơn trống": '<w:fldSimple w:instr=" PAGE "/>',
}
_CENTRED = paragraph("DauTrang", _PAGE, extra='<w:jc w:val="center"/>')
NUMBERS = {
    "canh giữa": _CENTRED,
    "trường nhiều phần": paragraph("DauTrang", _FIELD, extra='<w:jc w:val="center"/>'),
    "khung giữa": paragraph("DauTrang", _PAGE, extra='<w:framePr w:xAlign="center"/>'),
    "tab của Word": paragraph("DauTrang", '<w:r><w:ptab w:alignment="center"/></w:r>', _PAGE),
    "trong khối": f"<w:sdt><w:sdtPr/><w:sdtContent>{_CENTRED}</w:sdtContent></w:sdt>",
    **{how: paragraph("DauTrang", field, extra='<w:jc w:val="center"/>')
       for how, field in _UNCOUNTED.items()},
}  # fmt: skip


@pytest.mark.parametrize("how", NUMBERS)
def test_a_page_number_may_be_put_in_the_middle_in_any_way(how: str) -> None:
    draft = Draft(drafts.report())
    root = draft.parts[draft.header()]
    root[:] = [element(NUMBERS[how])]
    assert codes(draft.bytes()) == []


@pytest.mark.parametrize("how", _UNCOUNTED)
def test_a_page_number_that_word_has_yet_to_count_is_judged_as_one(how: str) -> None:
    draft = Draft(drafts.report())
    root = draft.parts[draft.header()]
    root[:] = [element(paragraph("DauTrang", _UNCOUNTED[how], extra='<w:jc w:val="right"/>'))]
    assert codes(draft.bytes()) == ["ST06"]


@pytest.mark.parametrize(
    ("text", "size", "millimetres"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 88.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.7),
        ("Độc lập - Tự do - Hạnh phúc", 13, 55.9),
        ("ỦY BAN NHÂN DÂN", 13, 43.2),
        ("ỦY BAN NHÂN DÂN PHƯỜNG AN KHÊ", 13, 83.6),
        ("PHÒNG VĂN HÓA - XÃ HỘI", 13, 60.0),
    ],
)
def test_widths_are_those_measured_in_the_real_font(
    text: str, size: int, millimetres: float
) -> None:
    # Source: reference domain, section 1.2 (measured widths).
    assert text_width(text, size) == pytest.approx(millimetres, abs=0.8)


@pytest.mark.parametrize(
    "text",
    [
        "nan giải",
        "Bánh mì: nan, roti",
        "gian nan",
        "#1",
        "A{b}",
        "100%",
        "Nonetheless",
        "(nan hoa)",
    ],
)
def test_what_only_looks_like_a_leftover_is_none(text: str) -> None:
    assert LEFTOVERS.findall(text) == []


VALUES = ["", "x", "-1", "99999999", "1.5", "nil", "²", "0", "true", "%1)", "½cm"]
TEXTS = ["", "a) x", "I. X", "Phụ lục", "TM. ỦY", "Nơi nhận:", "Số: ²/x", " , ngày", "Căn cứ;"]


def _remove(rng: random.Random, one: etree._Element) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _spoil_value(rng: random.Random, one: etree._Element) -> None:
    if one.attrib:
        one.set(rng.choice(list(one.attrib)), rng.choice(VALUES))


def _forget_value(rng: random.Random, one: etree._Element) -> None:
    if one.attrib:
        del one.attrib[rng.choice(list(one.attrib))]


def _say(rng: random.Random, one: etree._Element) -> None:
    one.text = rng.choice(TEXTS)


SPOILING: list[Callable[[random.Random, etree._Element], None]] = [
    _remove, _spoil_value, _forget_value, _say,
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(sorted(drafts.BASES)), st.integers(1, 30))
def test_however_strange_a_document_is_it_is_checked_or_refused(
    seed: int, base: str, count: int
) -> None:
    rng, draft = random.Random(seed), Draft(drafts.BASES[base]())
    names = [name for name in draft.parts if name.startswith("word/") and name.endswith(".xml")]
    for _ in range(count):
        elements = [
            one for one in draft.parts[rng.choice(names)].iter() if isinstance(one.tag, str)
        ]
        rng.choice(SPOILING)(rng, rng.choice(elements))
    try:
        report = check_package(read_package("x", draft.bytes()))
    except UnusableInputError:
        return
    assert all(one.message and one.location for one in report.findings)
