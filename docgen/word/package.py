"""Puts a template's sections, headers and styles together as a .docx package.

Every part is drawn here, so that nothing of a library's own default document (US
Letter, its fonts, dead parts) comes along. Source of the page form: Decree
30/2020/NĐ-CP, Phụ lục I, part I, section I; of page numbers: section II, item 14.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from docgen.shared import house_style as form
from docgen.word.charts.book import book

BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
from docgen.word.charts.drawing import ChartPart
from docgen.word.charts.elements import BOOK_ID, CHART_TYPE
from docgen.word.wordxml import (
    DECLARATION,
    R,
    W,
    character_style,
    paragraph,
    run,
    style,
    styles_part,
    twips,
)

AUTHOR = "{{ ten_co_quan }}"
MARK = "{{ dau_trang }}"  # DỰ THẢO, SỐ LIỆU MẪU, or nothing

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: the same bytes every time


@dataclass(frozen=True)
class Section:
    """A part of the document with its own page set-up and page numbers from 1."""

    body: str
    landscape: bool = False
    mark: str = MARK

    @property
    def text_width(self) -> float:
        """The width between the margins, in millimetres."""
        return form.LANDSCAPE_TEXT_MM if self.landscape else form.PORTRAIT_TEXT_MM

    def properties(self, number: int) -> str:
        """Return the section's properties; its headers are named by its number."""
        sides = (form.PAGE_WIDTH_MM, form.PAGE_HEIGHT_MM)
        width, height = map(twips, reversed(sides) if self.landscape else sides)
        turned = ' w:orient="landscape"' if self.landscape else ""
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="rIdNext{number}"/>'
            f'<w:headerReference w:type="first" r:id="rIdFirst{number}"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f'<w:pgMar w:top="{twips(form.MARGIN_TOP_MM)}" w:right="{twips(form.MARGIN_RIGHT_MM)}" '
            f'w:bottom="{twips(form.MARGIN_BOTTOM_MM)}" w:left="{twips(form.MARGIN_LEFT_MM)}" '
            f'w:header="{twips(form.HEADER_DISTANCE_MM)}" w:footer="{twips(10)}" w:gutter="0"/>'
            '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
        )

    def header(self, *, first: bool) -> str:
        """Return a header: the number in the middle (not on a first page), the mark right."""
        centre, right = twips(self.text_width / 2), twips(self.text_width)
        tabs = (
            f'<w:tabs><w:tab w:val="center" w:pos="{centre}"/>'
            f'<w:tab w:val="right" w:pos="{right}"/></w:tabs>'
        )
        number = (
            "" if first else '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        )
        tab = "<w:r><w:tab/></w:r>"
        line = paragraph("DauTrang", tab, number, tab, run(self.mark, "DauMau"), extra=tabs)
        return f'{DECLARATION}<w:hdr xmlns:w="{W}" xmlns:r="{R}">{line}</w:hdr>'


def _styles(more: Iterable[form.ParagraphForm]) -> str:
    paragraphs = [style(one) for one in (*form.PARAGRAPHS, *more)]
    base = form.ParagraphForm("", "", size=11, align="center")
    for key, (name, fill) in form.STATUS_FILLS.items():
        paragraphs.append(style(replace(base, id=f"TT_{key}", name=name, fill=fill)))
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{form.MISSING_FILL}"/>'
    characters = [
        character_style("ThieuSoLieu", "Chưa có số liệu", shade),
        character_style("DonViGhi", "Chỗ dành cho đơn vị", shade),
        character_style("DauMau", "Dấu dự thảo và số liệu mẫu", '<w:b/><w:sz w:val="22"/>'),
    ]
    return styles_part([*paragraphs, *characters])


def _settings() -> str:
    setting = '<w:compatSetting w:name="compatibilityMode" '
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{setting}w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _core(title: str, author: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{lines}</Relationships>'


def _content_types(
    headers: list[str], charts: tuple[ChartPart, ...], *, pictures: bool = False
) -> str:
    kinds = {
        "/word/document.xml": f"{_TYPES}.document.main+xml",
        "/word/styles.xml": f"{_TYPES}.styles+xml",
        "/word/settings.xml": f"{_TYPES}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{name}": f"{_TYPES}.header+xml" for name in headers},
        **{f"/word/{one.place}": CHART_TYPE for one in charts},
        **{f"/word/{one.book_place}": BOOK_TYPE for one in charts},
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    png = '<Default Extension="png" ContentType="image/png"/>' if pictures else ""
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{png}{overrides}</Types>"
    )


def _document(sections: tuple[Section, ...]) -> str:
    *before, last = enumerate(sections, 1)
    body = "".join(
        # The section's properties stand in its last paragraph.
        section.body + paragraph("BangSau", extra=section.properties(number))
        for number, section in before
    )
    number, section = last
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section.body}'
        f"{section.properties(number)}</w:body></w:document>"
    )


def _chart_parts(chart: ChartPart) -> dict[str, bytes]:
    """Return a chart's part, its relationship, and the workbook of its sample."""
    target = (f"{R}/package", f"../{chart.book_place}")
    folder, _, name = chart.place.rpartition("/")
    return {
        f"word/{chart.place}": chart.xml.encode(),
        f"word/{folder}/_rels/{name}.rels": _relationships({BOOK_ID: target}).encode(),
        f"word/{chart.book_place}": book(chart.sample),
    }


def _document_relationships(
    headers: Mapping[str, str], charts: tuple[ChartPart, ...], pictures: Iterable[str]
) -> str:
    return _relationships(
        {
            "rId1": (f"{R}/styles", "styles.xml"),
            "rId2": (f"{R}/settings", "settings.xml"),
            **{key: (f"{R}/header", name) for key, name in headers.items()},
            **{one.relationship: (f"{R}/chart", one.place) for one in charts},
            **{key: (f"{R}/image", f"media/{key}.png") for key in pictures},
        }
    )


def package(
    *sections: Section,
    title: str,
    author: str = AUTHOR,
    charts: tuple[ChartPart, ...] = (),
    pictures: Mapping[str, bytes] | None = None,
    styles: Iterable[form.ParagraphForm] = (),
) -> bytes:
    """Return a .docx file of these sections; `title` and `author` go into its properties.

    `charts`: those that the sections' texts draw, each with a number of its own.
    `pictures`: PNG files by the relationship that the texts draw them by (`wordxml.inline`).
    `styles`: paragraph styles besides those of the form.
    """
    pictures = pictures or {}
    headers = {
        f"header-{number}-{place}.xml": (f"rId{place.title()}{number}", section, place == "first")
        for number, section in enumerate(sections, 1)
        for place in ("first", "next")
    }
    parts = {
        "[Content_Types].xml": _content_types(list(headers), charts, pictures=bool(pictures)),
        "_rels/.rels": _relationships({
            "rId1": (f"{R}/officeDocument", "word/document.xml"),
            "rId2": (f"{_RELATIONSHIPS}/metadata/core-properties", "docProps/core.xml"),
        }),
        "docProps/core.xml": _core(title, author),
        "word/document.xml": _document(sections),
        "word/styles.xml": _styles(styles),
        "word/settings.xml": _settings(),
        **{f"word/{name}": one[1].header(first=one[2]) for name, one in headers.items()},
        "word/_rels/document.xml.rels": _document_relationships(
            {one[0]: name for name, one in headers.items()}, charts, pictures
        ),
    }  # fmt: skip
    packed = {name: text.encode() for name, text in parts.items()}
    for one in charts:
        packed |= _chart_parts(one)
    packed |= {f"word/media/{key}.png": content for key, content in pictures.items()}
    return zipped(packed)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Pack parts, in their order, without a clock: equal parts give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DATE), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
