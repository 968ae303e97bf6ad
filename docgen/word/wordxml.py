"""Small pieces of WordprocessingML as text: runs, paragraphs, tables, styles.

Only the developer tool that draws the templates uses them. Texts may hold template
tags (`{{ … }}`); every text is escaped. Elements stand in the order the schema wants.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from docgen.shared.house_style import FONT, ParagraphForm

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

GAP = "\u00a0" * 6  # left open for the clerk's office to fill in
KEEP = "<w:keepNext/>"  # a paragraph's property: on the page of what follows

_TWIPS_A_MM = 1440 / 25.4
_EMU_A_MM = 36_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def twips(millimetres: float) -> int:
    """Convert millimetres to twentieths of a point."""
    return round(millimetres * _TWIPS_A_MM)


def run(text: str, style: str = "") -> str:
    """Return a run of text, in a character style where one is named."""
    form = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *content: str, extra: str = "") -> str:
    """Return a paragraph; content is runs (text that starts with `<`) or plain text."""
    runs = "".join(one if one.startswith("<w:") else run(one) for one in content if one)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'


def inline(key: str, number: int, width: float, height: float, description: str) -> str:
    """Return a run with a picture in the line, by its relationship; sizes in millimetres.

    `number` is the picture's own in the document; `description` is read where it is not seen.
    """
    size = f'cx="{round(width * _EMU_A_MM)}" cy="{round(height * _EMU_A_MM)}"'
    name = f'id="{number}" name={quoteattr(key)} descr={quoteattr(description)}'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing">'
        f"<wp:extent {size}/><wp:docPr {name}/>"
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {name}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def tag(words: str) -> str:
    """Return a paragraph that only holds a paragraph tag: `{%p words %}`."""
    return paragraph("The", f"{{%p {words} %}}")


def repeat(variable: str, source: str, *paragraphs: str) -> str:
    """Repeat paragraphs (or tables) for every item of a list of the context."""
    return tag(f"for {variable} in {source}") + "".join(paragraphs) + tag("endfor")


def only_if(field: str, *paragraphs: str, otherwise: str = "") -> str:
    """Keep paragraphs only where the field is not empty."""
    rest = tag("else") + otherwise if otherwise else ""
    return tag(f"if {field}") + "".join(paragraphs) + rest + tag("endif")


@dataclass(frozen=True)
class Table:
    """The shape of a table: column widths in millimetres, with or without lines."""

    widths: Sequence[float]
    lines: bool = True
    margin: float = 0.8  # left and right of a cell, mm
    padding: float = 0.4  # above and below

    def _properties(self) -> str:
        kind = "single" if self.lines else "nil"
        sides = "".join(
            f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        margin = {"left": self.margin, "right": self.margin}
        padding = {"top": self.padding, "bottom": self.padding} if self.lines else {}
        around = "".join(
            f'<w:{side} w:w="{twips((padding | margin)[side])}" w:type="dxa"/>'
            for side in ("top", "left", "bottom", "right")
            if side in padding | margin
        )
        return (
            f'<w:tblPr><w:tblW w:w="{sum(map(twips, self.widths))}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblBorders>{sides}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{around}</w:tblCellMar></w:tblPr>'
        )

    def build(self, *rows: str) -> str:
        """Return the table with these rows."""
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in self.widths)
        return f"<w:tbl>{self._properties()}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def row(self, *cells: str, header: bool = False, fill: str = "") -> str:
        """Return a row that never splits over pages; a header is repeated on each.

        `fill` (RRGGBB) is the background of the first cell.
        """
        repeated = "<w:tblHeader/>" if header else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        joined = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{"" if place else shade}'
            f'<w:vAlign w:val="{"center" if self.lines else "top"}"/></w:tcPr>{cell}</w:tc>'
            for place, (width, cell) in enumerate(zip(self.widths, cells, strict=True))
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{joined}</w:tr>"

    def spanning_row(self, cell: str) -> str:
        """Return a row of one cell over all columns."""
        return (
            "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
            f'<w:tcW w:w="{sum(map(twips, self.widths))}" w:type="dxa"/>'
            f'<w:gridSpan w:val="{len(self.widths)}"/></w:tcPr>{cell}</w:tc></w:tr>'
        )

    def tag_row(self, words: str) -> str:
        """Return a row that only holds a row tag: `{%tr words %}`."""
        return self.spanning_row(paragraph("The", f"{{%tr {words} %}}"))

    @staticmethod
    def columns(variable: str, source: str, cell: str) -> tuple[str, str, str]:
        """Repeat a cell for every item of a list: the cells of its two tags around it."""
        first, last = (
            paragraph("The", f"{{%tc {words} %}}")
            for words in (f"for {variable} in {source}", "endfor")
        )
        return first, cell, last

    def repeat(self, variable: str, source: str, *rows: str) -> str:
        """Repeat rows for every item of a list of the context."""
        return self.tag_row(f"for {variable} in {source}") + "".join(rows) + self.tag_row("endfor")


def style(form: ParagraphForm) -> str:
    """Return the definition of a paragraph style."""
    border = '<w:{} w:val="single" w:sz="{}" w:space="{}" w:color="auto"/>'
    sides = ("top", "left", "bottom", "right") if form.box else ("top",) if form.rule else ()
    borders = "".join(border.format(side, 6, 0 if form.rule else 4) for side in sides)
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{form.fill}"/>' if form.fill else ""
    first = f' w:firstLine="{twips(form.first)}"' if form.first >= 0 else ""
    hanging = f' w:hanging="{twips(-form.first)}"' if form.first < 0 else ""
    exact = ' w:line="40" w:lineRule="exact"' if form.rule else ' w:line="240" w:lineRule="auto"'
    before, after = round(form.before * 20), round(form.after * 20)
    outline = f'<w:outlineLvl w:val="{form.outline}"/>' if form.outline is not None else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{form.id}">'
        f'<w:name w:val={quoteattr(form.name)}/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        f"{'<w:keepNext/>' if form.keep_next else ''}"
        f"{f'<w:pBdr>{borders}</w:pBdr>' if borders else ''}{shading}"
        f'<w:spacing w:before="{before}" w:after="{after}"{exact}/>'
        f'<w:ind w:left="{twips(form.left)}" w:right="{twips(form.right)}"{first}{hanging}/>'
        f'<w:jc w:val="{form.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{'<w:b/>' if form.bold else ''}{'<w:i/>' if form.italic else ''}"
        f'<w:sz w:val="{round(form.size * 2)}"/><w:szCs w:val="{round(form.size * 2)}"/></w:rPr>'
        "</w:style>"
    )


def character_style(identifier: str, name: str, properties: str) -> str:
    """Return the definition of a character style."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identifier}">'
        f"<w:name w:val={quoteattr(name)}/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>"
    )


def styles_part(styles: Iterable[str]) -> str:
    """Return the styles part: the font in all four slots, black, Vietnamese."""
    slots = " ".join(f'w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'{DECLARATION}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts {slots}/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{''.join(styles)}</w:styles>"
    )
