"""The content of a workbook as a small package that openpyxl can be trusted with.

Made in memory: thinned sheets, strings, and of the styles only number formats (for
dates and percents) and the fonts' names (for legacy texts).
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from workbook.packages import pack
from workbook.reader.package import Content

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NS = f"{{{_MAIN}}}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"

# Stands for an escaped underscore while openpyxl, which mistakes it, looks at the text.
UNDERSCORE = "\ue05f"


def reduced(content: Content) -> bytes:
    """Return the package's bytes."""
    return pack(dict(_parts(content)), compressed=False)


def _parts(content: Content) -> Iterator[tuple[str, str | bytes]]:
    kinds = {"styles": "styles"} | ({"sharedStrings": "sharedStrings"} if content.strings else {})
    numbers = range(1, len(content.sheets) + 1)
    files = {f"worksheets/sheet{n}": "worksheet" for n in numbers} | kinds
    overrides = "".join(
        f'<Override PartName="/xl/{file}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for file, kind in (files | {"workbook": "sheet.main"}).items()
    )
    yield (
        "[Content_Types].xml",
        (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
            f'.relationships+xml"/>{overrides}</Types>'
        ),
    )
    yield "_rels/.rels", _relations({"xl/workbook": "officeDocument"})
    yield "xl/_rels/workbook.xml.rels", _relations(files)
    late = ' date1904="1"' if content.dates_from_1904 else ""
    # Names of their own: people's may be such as the library refuses.
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    yield (
        "xl/workbook.xml",
        (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr{late}/>'
            f"<sheets>{sheets}</sheets></workbook>"
        ),
    )
    yield "xl/styles.xml", _styles(content.styles)
    if content.strings:
        yield "xl/sharedStrings.xml", _keep_underscores(content.strings)
    for n, sheet in zip(numbers, content.sheets, strict=True):
        yield f"xl/worksheets/sheet{n}.xml", _keep_underscores(sheet.content)


def _keep_underscores(xml: bytes) -> bytes:
    return xml.replace(b"_x005F_", UNDERSCORE.encode())


def _relations(files: Mapping[str, str]) -> str:
    body = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{file}.xml"/>'
        for n, (file, kind) in enumerate(files.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{body}</Relationships>'


def _styles(xml: bytes) -> str:
    """Return styles with number formats and the fonts' names alone."""
    root = ElementTree.fromstring(xml) if xml else ElementTree.Element("none")
    formats = "".join(
        f"<numFmt numFmtId={_quoted(one.get('numFmtId', '0'))}"
        f" formatCode={_quoted(one.get('formatCode', 'General'))}/>"
        for one in root.iterfind(f"{_NS}numFmts/{_NS}numFmt")
    )
    fonts = "".join(
        f"<font><name val={_quoted(name.get('val', ''))}/></font>"
        if name is not None
        else "<font/>"
        for font in root.iterfind(f"{_NS}fonts/{_NS}font")
        for name in [font.find(f"{_NS}name")]
    )
    cells = "".join(
        f"<xf numFmtId={_quoted(one.get('numFmtId', '0'))}"
        f' fontId={_quoted(one.get("fontId", "0"))} fillId="0" borderId="0"/>'
        for one in root.iterfind(f"{_NS}cellXfs/{_NS}xf")
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts>{formats}</numFmts>'
        f"<fonts>{fonts or '<font/>'}</fonts>"
        f"<fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs>{plain}</cellStyleXfs>"
        f"<cellXfs>{cells or plain}</cellXfs></styleSheet>"
    )


def _quoted(value: str) -> str:
    return f'"{html.escape(value)}"'
