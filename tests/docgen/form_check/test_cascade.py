"""The cascade: examples for each of its levels, by the standard's own rules."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.form_check.opening import NOTHING
from docgen.form_check.opening import W as _W
from docgen.form_check.reading.model import ParagraphFormat, RunFormat
from docgen.form_check.reading.styles import Cascade, Numbering
from tests.docgen.form_check.draft import element

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = etree.fromstring(
    f'<a:theme xmlns:a="{_DRAWING}"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/></a:minorFont></a:theme>'
)
LISTS = element(
    '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/><w:pPr><w:ind w:left="720" '
    'w:hanging="360"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:num w:numId="3">'
    '<w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"/></w:num></w:numbering>'
)


def _style(
    kind: str, name: str, base: str = "", ppr: str = "", rpr: str = "", more: str = ""
) -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{name}">{based}<w:pPr>{ppr}</w:pPr>'
        f"<w:rPr>{rpr}</w:rPr>{more}</w:style>"
    )


_HEADER_ROW = (
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr>'
)
STYLES = "".join([
    f'<w:styles xmlns:w="{_W[1:-1]}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts '
    'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    _style("paragraph", "Normal", rpr='<w:sz w:val="26"/>'),
    _style("paragraph", "Than", "Normal", '<w:jc w:val="both"/><w:ind w:firstLine="567"/>',
           '<w:rFonts w:ascii="Times New Roman"/>'),
    _style("paragraph", "Dam", "Than", '<w:spacing w:after="0"/>',
           '<w:b/><w:rFonts w:hAnsi="Times New Roman"/>'),
    _style("paragraph", "Vong", "Vong2", rpr="<w:i/>"),
    _style("paragraph", "Vong2", "Vong", rpr='<w:sz w:val="30"/>'),
    _style("paragraph", "Liet", ppr='<w:numPr><w:numId w:val="3"/></w:numPr><w:ind w:left="284"/>'),
    _style("character", "Nhan", rpr='<w:b/><w:color w:val="FF0000"/>'),
    _style("character", "Mo", "Nhan", rpr='<w:b w:val="0"/>'),
    _style("table", "Bang", rpr='<w:sz w:val="20"/>', more=_HEADER_ROW),
    "</w:styles>",
])  # fmt: skip


@pytest.fixture
def cascade() -> Cascade:
    return Cascade(etree.fromstring(STYLES), THEME, Numbering(LISTS))


RUNS: list[tuple[str, str, tuple[str, ...], str, dict[str, object]]] = [
    ("mặc định theo chủ đề", "", (), "", {"ascii": "Calibri", "hansi": "Calibri", "size": 13}),
    ("một ô phông của kiểu", "Than", (), "", {"ascii": "Times New Roman", "hansi": "Calibri"}),
    ("kiểu dựa trên kiểu", "Dam", (), "",
     {"ascii": "Times New Roman", "hansi": "Times New Roman", "size": 13, "bold": True}),
    ("kiểu không có là kiểu mặc định", "Khac", (), "", {"size": 13}),
    ("kiểu dựa vòng quanh", "Vong", (), "", {"italic": True, "size": 15}),
    ("kiểu chữ", "", (), '<w:rStyle w:val="Nhan"/>', {"bold": True, "colour": "FF0000"}),
    ("đậm hai lần là không đậm", "Dam", (), '<w:rStyle w:val="Nhan"/>', {"bold": False}),
    ("bỏ đậm trong kiểu chữ", "Dam", (), '<w:rStyle w:val="Mo"/>',
     {"bold": True, "colour": "FF0000"}),
    ("trực tiếp thắng mọi kiểu", "Dam", (), '<w:rStyle w:val="Nhan"/><w:b/>', {"bold": True}),
    ("trực tiếp tắt", "Dam", (), '<w:b w:val="false"/>', {"bold": False}),
    ("kiểu bảng dưới kiểu đoạn", "", ("Bang",), "", {"size": 13}),
    ("dòng đầu của bảng", "", ("Bang", "firstRow"), "", {"bold": True, "colour": "FFFFFF"}),
    ("bảng và đoạn cùng đậm", "Dam", ("Bang", "firstRow"), "", {"bold": False}),
    ("phông chủ đề trực tiếp", "Dam", (), '<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="X"/>',
     {"ascii": "Cambria", "hansi": "Times New Roman"}),
    ("chủ đề không có phông", "Dam", (), '<w:rFonts w:asciiTheme="minorEastAsia" w:ascii="X"/>',
     {"ascii": "X"}),
    ("màu chữ 1 là đen", "", (), '<w:color w:val="000001" w:themeColor="text1"/>', {"colour": ""}),
    ("màu chữ 1 nhạt đi", "", (),
     '<w:color w:val="7F7F7F" w:themeColor="text1" w:themeTint="80"/>', {"colour": "7F7F7F"}),
    ("cỡ lẻ", "", (), '<w:sz w:val="27"/>', {"size": 13.5}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("style", "table", "direct", "wanted"), [one[1:] for one in RUNS], ids=[one[0] for one in RUNS]
)
def test_a_run_looks_as_its_levels_say(
    cascade: Cascade, style: str, table: tuple[str, ...], direct: str, wanted: dict[str, object]
) -> None:
    look = cascade.run(style, table, element(f"<w:rPr>{direct}</w:rPr>") if direct else NOTHING)
    assert {key: getattr(look, key) for key in wanted} == wanted


PARAGRAPHS: list[tuple[str, str, dict[str, object]]] = [
    ("mặc định", "", {"after": 10, "line": (1.15, "auto"), "align": "left"}),
    ("kiểu", '<w:pStyle w:val="Than"/>', {"align": "both", "first": 10.0, "after": 10}),
    ("kiểu dựa trên kiểu", '<w:pStyle w:val="Dam"/>', {"align": "both", "after": 0}),
    ("trực tiếp", '<w:pStyle w:val="Dam"/><w:jc w:val="end"/>', {"align": "right"}),
    ("treo thay lùi", '<w:pStyle w:val="Than"/><w:ind w:hanging="567"/>', {"first": -10.0}),
    ("danh sách trực tiếp", '<w:pStyle w:val="Than"/><w:numPr><w:numId w:val="3"/></w:numPr>',
     {"left": 12.7, "first": -6.35}),
    ("danh sách của kiểu", '<w:pStyle w:val="Liet"/>', {"left": 5.01, "first": -6.35}),
    ("bỏ danh sách", '<w:pStyle w:val="Liet"/><w:numPr><w:numId w:val="0"/></w:numPr>',
     {"left": 5.01, "first": 0}),
    ("giãn dòng đúng", '<w:spacing w:line="360" w:lineRule="exact"/>', {"line": (18.0, "exact")}),
    ("tự động", '<w:spacing w:beforeAutospacing="1" w:before="40"/>', {"before": 14.0}),
    ("theo dòng", '<w:spacing w:beforeLines="50" w:before="10"/>', {"before": 6.0}),
    ("theo chữ", '<w:ind w:firstLineChars="200"/>', {"first": 9.88}),
    ("đơn vị cm", '<w:ind w:firstLine="1cm"/>', {"first": 10.0}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("direct", "wanted"), [one[1:] for one in PARAGRAPHS], ids=[one[0] for one in PARAGRAPHS]
)
def test_a_paragraph_stands_as_its_levels_say(
    cascade: Cascade, direct: str, wanted: dict[str, object]
) -> None:
    look = cascade.paragraph(element(f"<w:pPr>{direct}</w:pPr>"), ())
    shown = {key: getattr(look, key) for key in wanted}
    assert {
        key: round(value, 2) if isinstance(value, float) else value for key, value in shown.items()
    } == wanted


def test_without_any_style_word_s_own_defaults_hold() -> None:
    bare = Cascade(NOTHING, NOTHING, Numbering(NOTHING))
    assert bare.run("", (), NOTHING) == RunFormat()
    assert bare.paragraph(NOTHING, ()) == ParagraphFormat()


def test_lists_count_on_and_a_deeper_level_starts_anew() -> None:
    lists = Numbering(LISTS)
    places = [("3", "0"), ("3", "1"), ("3", "1"), ("3", "0"), ("3", "1"), ("4", "0"), ("9", "0")]
    assert [lists.label(*place) for place in places] == [
        "d)", "d.I.", "d.II.", "e)", "e.I.", "d)", "",
    ]  # fmt: skip
